"""In a group others read along: what is everybody's is answered, what is a school's is not."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.app import App
from db.session import Sessions
from db.tables import Room
from handlers import menu
from tests.conftest import START, Chat, Phone, TestClock

GAPS = re.compile(r"37|[✅◐○■□]|còn thiếu|chưa ghi|chưa làm|xếp hạng|xếp thứ")


@dataclass
class LeavingPhone(Phone):
    """A platform whose groups can be left."""

    left: list[str] = field(default_factory=list)

    async def leave(self, address: str) -> None:
        """Leave a group."""
        self.left.append(address)


@pytest.fixture
def phone() -> LeavingPhone:
    """Give a platform whose groups can be left."""
    return LeavingPhone()


@pytest.fixture
def office_group(app: App, phone: Phone, officer: Chat) -> Chat:
    """Talk in a group as the officer."""
    return Chat(app, phone, officer.address, room="nhom-mn")


def audience(sessions: Sessions) -> object:
    """Read what the group is tied to."""
    with sessions() as session:
        room = session.query(Room).filter_by(room="nhom-mn").one_or_none()
        return room.audience if room else None


@pytest.mark.parametrize(
    "said",
    [
        "trường tôi còn thiếu gì",
        "2.1 xong chưa",
        "xong 1.1",
        "hoàn tác",
        "/capnhat",
        "/thieu",
        "/ghi 1.1 xong",
        "/kenh",
        "xin dời lịch sang 12/2017",
        "trường tôi đã nộp minh chứng gì",
    ],
)
def test_a_schools_own_things_are_not_spoken_of(chat: Chat, group: Chat, said: str) -> None:
    chat.say("1.1 được 37%")
    answer = group.say(said)
    assert answer.text == "Việc này thầy/cô nhắn riêng cho tôi giúp. Trong nhóm tôi chỉ trả lời chuyện chung."
    assert answer.choices == ()


@pytest.mark.parametrize("said", ["tiến độ các trường", "TH Tứ Cường đến đâu rồi", "tạo mã cho TH Tứ Cường", "/xuat"])
def test_an_officer_shows_no_schools_progress_there_either(app: App, phone: Phone, officer: Chat, said: str) -> None:
    assert "nhắn riêng" in Chat(app, phone, officer.address, room="nhom").say(said).text


def test_a_criterion_is_answered_without_the_schools_state(chat: Chat, group: Chat) -> None:
    chat.say("3.5 được 37%")
    said = group.say("tiêu chí 3.5 cần gì").text
    assert "Tiêu chí 3.5" in said
    assert "37" not in said
    assert "Trường mình" not in said
    assert "Cập nhật" not in group.labels


def test_a_standard_is_shown_without_signs(chat: Chat, group: Chat) -> None:
    chat.say("xong tiêu chuẩn 3")
    assert "✅" not in group.say("tiêu chuẩn 3 gồm gì").text


def test_the_calendar_is_everybodys(group: Chat) -> None:
    assert "4 trường" in group.say("tháng 11 có trường nào").text
    assert "16 trường" in group.say("/lich").text


def test_a_question_without_an_answer_is_not_passed_on_from_there(group: Chat) -> None:
    group.say("lương giáo viên hợp đồng năm nay")
    assert not any(label.startswith("Hỏi cơ quan") for label in group.labels)


def test_help_there_is_short(group: Chat) -> None:
    assert "nhắn riêng cho tôi" in group.say("/trogiup").text
    assert "/" not in group.last.text.replace("thầy/cô", "").replace("Thầy/cô", "")


def test_a_greeting_there_names_nobody(group: Chat) -> None:
    assert "Hiệu trưởng" not in group.say("chào cả nhà").text


def test_somebody_who_has_not_joined_is_not_asked_for_a_code_there(app: App, phone: Phone, stranger: Chat) -> None:
    said = Chat(app, phone, stranger.address, room="nhom").say("/lich").text
    assert said == "Phần này dành cho người đã tham gia. Thầy/cô nhắn riêng cho tôi để tham gia."


def test_a_number_there_presses_no_private_button(chat: Chat, group: Chat) -> None:
    chat.say("xong 1.1")
    group.say("1")
    assert chat.say("1.1 xong chưa").text.startswith("✅")


def test_an_answer_there_to_a_private_message_takes_nothing_back(chat: Chat, group: Chat) -> None:
    chat.say("xong 1.1")
    group.answer(chat.key, "hoàn tác")
    assert chat.say("1.1 xong chưa").text.startswith("✅")


def test_the_buttons_of_a_group_are_not_pressed_in_private(chat: Chat, group: Chat) -> None:
    chat.phone.has_buttons = False
    chat.say("xong 1.1")
    group.say("tiêu chí 3.5")
    assert "Đã bỏ" in chat.say("1").text


@pytest.mark.parametrize(
    ("said", "tied", "named"),
    [
        ("nhóm này là các trường mầm non", {"levels": ["MN"]}, "các trường mầm non"),
        ("nhom nay la cac truong mn", {"levels": ["MN"]}, "các trường mầm non"),
        ("gắn nhóm này với TH và THCS", {"levels": ["TH", "THCS"]}, "các trường tiểu học, THCS"),
        ("nhóm này là tất cả các trường", {"everyone": True}, "tất cả các trường"),
    ],
)
def test_an_officer_ties_a_group_from_inside(
    sessions: Sessions, officer: Chat, office_group: Chat, said: str, tied: object, named: str
) -> None:
    assert f"**{named}**" in office_group.say(said).text
    assert audience(sessions) == tied
    assert named in officer.say("các nhóm").text


def test_a_group_is_tied_by_a_button_changed_and_untied(sessions: Sessions, office_group: Chat) -> None:
    office_group.say("/nhom")
    assert office_group.labels == ["Mầm non", "Tiểu học", "THCS", "Tất cả các trường"]
    office_group.press("Tiểu học")
    assert audience(sessions) == {"levels": ["TH"]}
    office_group.say("/nhom")
    office_group.press("Tất cả")
    assert audience(sessions) == {"everyone": True}
    assert "Đã bỏ gắn" in office_group.say("/bonhom").text
    assert audience(sessions) is None


@pytest.mark.parametrize("said", ["nhóm này là các trường mầm non", "/nhom MN", "/bonhom"])
def test_only_an_officer_ties_a_group(app: App, phone: Phone, sessions: Sessions, chat: Chat, said: str) -> None:
    inside = Chat(app, phone, chat.address, room="nhom-mn")
    assert "dành cho chuyên viên" in inside.say(said).text
    assert audience(sessions) is None


def after(app: App, clock: TestClock, hours: float) -> None:
    """Let the clock strike some hours after the start."""
    clock.move_to(START + timedelta(hours=hours))
    asyncio.run(app.tick())


def test_a_group_that_nobody_tied_is_left_after_a_day_with_a_word(
    app: App, phone: LeavingPhone, clock: TestClock, office_group: Chat
) -> None:
    office_group.hear("", kind="added", room_title="Mầm non")
    after(app, clock, 23.9)
    assert phone.left == []
    after(app, clock, 24)
    after(app, clock, 48)
    assert phone.left == ["nhom-mn"]
    assert [one.text for one in phone.at("nhom-mn")][1:] == [phone.at("nhom-mn")[-1].text]
    assert "xin phép rời nhóm" in phone.at("nhom-mn")[-1].text


def test_a_group_that_is_tied_stays(app: App, phone: LeavingPhone, clock: TestClock, office_group: Chat) -> None:
    office_group.say("nhóm này là các trường mầm non")
    after(app, clock, 72)
    assert phone.left == []


def test_a_group_that_is_entered_again_has_its_day_anew(
    app: App, phone: LeavingPhone, clock: TestClock, office_group: Chat
) -> None:
    office_group.hear("", kind="added")
    after(app, clock, 24)
    clock.move_to(START + timedelta(hours=30))
    office_group.hear("", kind="added")
    after(app, clock, 50)
    assert phone.left == ["nhom-mn"]
    after(app, clock, 54)
    assert phone.left == ["nhom-mn", "nhom-mn"]


@pytest.mark.parametrize("who", ["chat", "officer"])
def test_no_command_shows_a_schools_gaps_there(
    request: pytest.FixtureRequest, app: App, phone: Phone, chat: Chat, who: str
) -> None:
    chat.say("1.1 được 37%")
    inside = Chat(app, phone, request.getfixturevalue(who).address, room="nhom")
    for command in menu.COMMANDS:
        for words in ("", "TH Tứ Cường", "1.1", "1", "tiến độ TH Tứ Cường"):
            text = inside.say(f"/{command.name} {words}").text
            assert (command.name, words, GAPS.findall(text)) == (command.name, words, [])
            assert len(text.split("\n")) <= 7, (command.name, words)
