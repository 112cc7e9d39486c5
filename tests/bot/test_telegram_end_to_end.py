"""The whole product as a process of its own, driven over nothing but the Bot API, as a third party would."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.bot.telegram_people import BOOTSTRAP, Product, Talker, buttons, code_in, free_port, post
from tests.bot.telegram_server import ApiError, TelegramServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bot.telegram_server import Json

OFFICER, GROUP = 900, -4001
STICKER = {"file_id": "s", "file_unique_id": "s", "type": "regular", "width": 1, "height": 1}
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 3}
OPTIONAL = {
    "getMe",
    "deleteWebhook",
    "setMyCommands",
    "setMyDescription",
    "setMyShortDescription",
    "answerCallbackQuery",
    "editMessageText",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the plan of 2017-2018 in it, put in by the command."""
    folder = tmp_path_factory.mktemp("installed")
    Product(folder, TelegramServer()).import_plan()
    return folder / "data"


@pytest.fixture(scope="module")
def shared(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One product that serves every test which leaves it running and speaks for a school of its own."""
    yield from _running(installed, tmp_path_factory.mktemp("shared"))


@pytest.fixture
def own(installed: Path, tmp_path: Path) -> Iterator[Product]:
    """A product that is not started yet."""
    product = _installed_at(installed, tmp_path)
    yield product
    product.kill()
    product.server.stop()


def _running(installed: Path, folder: Path) -> Iterator[Product]:
    product = _installed_at(installed, folder).start()
    officer_of(product)
    yield product
    product.stop()
    product.server.stop()


def _installed_at(installed: Path, folder: Path) -> Product:
    shutil.copytree(installed, folder / "data")
    return Product(folder, TelegramServer().start())


def officer_of(product: Product) -> Talker:
    """Let the first officer join."""
    officer = Talker(product.server, OFFICER)
    officer.say(BOOTSTRAP)
    return officer


def principal_of(product: Product, school: str, user: int) -> Talker:
    """Invite a principal in the chat, who joins by the link."""
    Talker(product.server, OFFICER).say(f"tạo mã cho {school}")
    code = code_in(Talker(product.server, OFFICER).texts[-1])
    principal = Talker(product.server, user)
    principal.say(f"/start {code}")
    return principal


# Joining


def test_a_stranger_learns_what_can_be_asked_and_how_to_join(shared: Product) -> None:
    stranger = Talker(shared.server, 50)
    assert "mã tham gia" in stranger.say("/start")
    assert "3.5" in stranger.say("thư viện tiểu học cần gì")
    assert "mã tham gia" in stranger.say("xong tiêu chí 1.1")


def test_the_code_of_the_first_officer_works_once(shared: Product) -> None:
    assert "chuyên viên Phòng GD&ĐT Thanh Miện" in Talker(shared.server, OFFICER).texts[0]
    late = Talker(shared.server, 51)
    assert "chuyên viên" not in late.say(BOOTSTRAP)
    assert "mã tham gia" in late.say("xong 1.1")


def test_an_invitation_asked_for_in_the_chat_admits_by_code_and_by_link_and_only_once(shared: Product) -> None:
    officer = Talker(shared.server, OFFICER)
    first = officer.say("tạo mã cho TH Thanh Giang")
    second = officer.say("tao ma cho th pham kha")
    assert "https://t.me/KiemDinhBot?start=" in first
    assert "Hiệu trưởng TH Thanh Giang" in Talker(shared.server, 52).say(code_in(first).lower())
    link = re.search(r"\?start=(\S+)", second)
    assert link
    assert "Hiệu trưởng TH Phạm Kha" in Talker(shared.server, 53).say(f"/start {link[1]}")
    assert "đã được dùng" in Talker(shared.server, 54).say(code_in(first))


def test_five_wrong_codes_close_the_door_for_the_right_one_too(shared: Product) -> None:
    code = code_in(Talker(shared.server, OFFICER).say("tạo mã cho THCS Lam Sơn"))
    guesser = Talker(shared.server, 55)
    assert "10 phút" in [guesser.say(f"/start BCDFG-2345{digit}") for digit in range(2, 7)][-1]
    assert "10 phút" in guesser.say(code)
    assert "mã tham gia" in guesser.say("xong 1.1")
    assert "Hiệu trưởng THCS Lam Sơn" in Talker(shared.server, 56).say(code)


# Asking and recording


@pytest.fixture(scope="module")
def hoa(shared: Product) -> Talker:
    """The principal of TH Tứ Cường."""
    return principal_of(shared, "TH Tứ Cường", 11)


def test_answers_with_and_without_tone_marks_alike(hoa: Talker) -> None:
    answer = hoa.say("tc 3.5 can nhung j")
    assert answer.startswith("Tiêu chí 3.5 · Thư viện (tiểu học)")
    assert hoa.say("Tiêu chí 3.5 cần những gì?") == answer


def test_records_in_one_breath_and_takes_back_by_button(hoa: Talker) -> None:
    assert re.findall(r"([✅◐○]) (\S+): ", hoa.say("1.1 xong, 1.2 duoc 80%, 2.3 chua lam")) == [
        ("✅", "1.1"),
        ("◐", "1.2"),
        ("○", "2.3"),
    ]
    assert "1.2: 80 % → chưa ghi" in hoa.press("Hoàn tác")


def test_takes_back_by_sentence(hoa: Talker) -> None:
    hoa.say("1.3 được 30%")
    assert "1.3: 30 % → chưa ghi" in hoa.say("hoàn tác")


def test_takes_an_edit_for_a_correction(hoa: Talker) -> None:
    hoa.say("1.4 được 80%")
    assert "→ 70 %" in hoa.edit(hoa.own, "1.4 được 70%")
    assert "70 %" in hoa.say("tc 1.4 xong chưa")
    assert "70 % → chưa ghi" in hoa.say("hoàn tác")


def test_takes_an_answer_for_a_correction(hoa: Talker) -> None:
    hoa.say("2.1 được 40%")
    recorded, confirmed = hoa.own, hoa.last
    assert "→ 60 %" in hoa.answer(confirmed, "60%")
    assert "→ 70 %" in hoa.answer(recorded, "nhầm, 70%")
    assert "2.1: 70 % → " in hoa.say("hoàn tác")


def test_takes_back_the_report_that_is_answered_and_not_the_last(hoa: Talker) -> None:
    hoa.say("2.2 được 40%")
    recorded = hoa.own
    hoa.say("2.3 được 50%")
    assert "2.2: 40 % → chưa ghi" in hoa.answer(recorded, "hoàn tác")
    assert "50 %" in hoa.say("tc 2.3 xong chưa")


def test_browses_by_buttons_in_the_place_of_the_same_message(hoa: Talker) -> None:
    hoa.say("/tieuchuan")
    listed, told = hoa.last["message_id"], len(hoa.texts)
    assert hoa.press("1. ").startswith("Tiêu chuẩn 1 ")
    assert "Chọn tiêu chuẩn" in hoa.press("‹ ")
    assert hoa.press("5. ").startswith("Tiêu chuẩn 5 ")
    assert (hoa.last["message_id"], len(hoa.texts)) == (listed, told)
    assert hoa.press("5.1").startswith("Tiêu chí 5.1 ")
    assert "Minh chứng" in hoa.press("Minh chứng")


def test_records_by_tapping_and_a_typed_number(hoa: Talker) -> None:
    hoa.say("/capnhat")
    hoa.press("4.")
    hoa.press("○ 4.1")
    assert "4.1: chưa ghi → 60 %" in hoa.say("60")


def test_records_only_what_can_be(hoa: Talker) -> None:
    refused = hoa.say("3.1 xong, 5.9 xong")
    assert refused.startswith("Chưa ghi gì: ")
    assert "không có tiêu chí 5.9" in refused
    assert "✅ 3.1: chưa ghi → xong" in hoa.press("Chỉ ghi")


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({"sticker": {**STICKER, "is_animated": False, "is_video": False}}, "Thầy/cô"),
        ({"voice": VOICE}, "chưa nghe được tin thoại"),
        ({"location": {"latitude": 20.8, "longitude": 106.2}}, "Thầy/cô"),
    ],
)
def test_answers_what_has_no_words(hoa: Talker, sent: Json, answer: str) -> None:
    assert answer in hoa.say("", **sent)


def test_hears_the_words_under_a_picture_and_a_huge_file(hoa: Talker) -> None:
    assert "chưa lưu ảnh" in hoa.photograph("")
    assert "✅ 5.1: chưa ghi → xong" in hoa.photograph("5.1 xong")
    assert "chỉ nhận của cơ quan quản lý" in hoa.upload(20 * 1024 * 1024 + 1, "")
    assert "✅ 5.2: chưa ghi → xong" in hoa.upload(20 * 1024 * 1024, "5.2 xong")


@pytest.mark.parametrize(
    ("said", "number"),
    [("5.3 xong 😀👍🏽", "5.3"), ("\u200f5.4 xong\u200f", "5.4"), ("<b>5.5</b> xong & </i>", "5.5")],
)
def test_reads_through_emoji_direction_marks_and_markup(hoa: Talker, said: str, number: str) -> None:
    assert f"✅ {number}: chưa ghi → xong" in hoa.say(said)


def test_bears_the_longest_message(hoa: Talker) -> None:
    assert "3.5" in hoa.say(("tiêu chí 3.5 cần gì " + "rất dài dòng " * 400)[:4000])
    assert hoa.say("😀" * 2048)


def test_says_a_name_as_it_is_written(shared: Product) -> None:
    nam: Json = {"from": {"id": 57, "is_bot": False, "first_name": "<b>Nam</b> & \u200fHoa 😀", "last_name": "</i>"}}
    principal = principal_of(shared, "TH Diên Hồng", 57)
    officer = Talker(shared.server, OFFICER)
    told = len(officer.texts)
    principal.say("/start", **nam)
    principal.say("xin dời lịch trường tôi sang 2/2018", **nam)
    shared.server.wait(lambda: len(officer.texts) > told)
    assert "TH Diên Hồng xin dời" in officer.texts[-1]


# Groups


def test_in_a_group_answers_what_is_meant_for_it_and_names_no_school_that_lags(shared: Product, hoa: Talker) -> None:
    shared.server.add_to_group(GROUP, user=OFFICER)
    group = Talker(shared.server, hoa.user, GROUP)
    shared.server.wait(lambda: group.texts)
    assert "TH Tứ Cường" in group.say("/lich@KiemDinhBot")
    assert group.say("@KiemDinhBot tc 3.5 tiểu học cần gì").startswith("Tiêu chí 3.5 ")
    assert "Trường mình" not in str(group.last["text"])
    assert group.answer(group.last, "tc 1.1 cần gì").startswith("Tiêu chí 1.1 ")
    assert "Trường mình" not in str(group.last["text"])


@pytest.mark.parametrize("said", ["/thieu", "/tiendo", "@KiemDinhBot trường tôi còn thiếu gì", "@KiemDinhBot xong 1.7"])
def test_in_a_group_keeps_to_itself_where_a_school_stands(shared: Product, hoa: Talker, said: str) -> None:
    group = Talker(shared.server, hoa.user, GROUP - 1)
    assert "nhắn riêng" in group.say(said)
    assert "%" not in str(group.last["text"])
    assert "xong" not in hoa.say("tc 1.7 xong chưa").partition(":")[2]


def test_in_a_group_hears_no_ordinary_talk(shared: Product, hoa: Talker) -> None:
    group = Talker(shared.server, hoa.user, GROUP - 2)
    for text in ("mai họp nhé", "1.1 xong", "/lich@OtherBot"):
        shared.server.say(text, user=12, chat=group.chat)
    shared.server.say("", user=12, chat=group.chat, voice=VOICE)
    group.say("/lich")
    assert len(group.texts) == 1


def test_answers_in_the_topic_of_a_forum_that_it_was_asked_in(shared: Product, hoa: Talker) -> None:
    forum = Talker(shared.server, hoa.user, -1000000004001)
    forum.say("/tieuchuan tt42-2012/th", message_thread_id=7, is_topic_message=True)
    forum.press("1. ")
    forum.press("1.1")
    assert [(said["message_thread_id"], said["text"][:12]) for said in shared.server.said(forum.chat)] == [
        (7, "Tiêu chuẩn 1"),
        (7, "Tiêu chí 1.1"),
    ]


# The officer


def test_moving_a_school_asks_first_and_tells_its_principal(shared: Product) -> None:
    officer, principal = Talker(shared.server, OFFICER), principal_of(shared, "TH Hồng Quang", 58)
    shown = officer.say("dời TH Hồng Quang sang 1/2018")
    asked = dict(officer.last)
    assert "12/2017 → 01/2018" in shown
    told = len(principal.texts)
    assert "Đã dời TH Hồng Quang" in officer.press("Xác nhận")
    assert officer.last["message_id"] == asked["message_id"]
    shared.server.wait(lambda: len(principal.texts) > told)
    assert "12/2017 → 01/2018" in principal.texts[-1]
    assert "đã cũ" in officer.press("Xác nhận", asked)
    assert len(principal.texts) == told + 1


# What goes wrong


def test_an_answer_that_telegram_puts_off_arrives_once(shared: Product, hoa: Talker) -> None:
    before, tries = len(hoa.texts), len(shared.server.called("sendMessage"))
    shared.server.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 1", retry_after=1))
    shared.server.say("3.2 được 35%", user=hoa.user)
    shared.server.wait(lambda: len(shared.server.called("sendMessage")) > tries)
    shared.server.wait(lambda: _somebody_speaks(shared) and len(hoa.texts) > before)
    assert "3.2: chưa ghi → 35 %" in hoa.texts[-1]
    assert "3.2: 35 % → chưa ghi" in hoa.say("hoàn tác")
    assert len(hoa.texts) == before + 2


def _somebody_speaks(product: Product) -> bool:
    """What waits goes out with the next message of anybody, or with the clock."""
    return bool(Talker(product.server, 59).say("/start"))


def test_somebody_who_blocks_it_holds_up_nobody_and_is_heard_on_coming_back(shared: Product, hoa: Talker) -> None:
    blocking = principal_of(shared, "THCS Cao Thắng", 60)
    shared.server.block(60)
    shared.server.say("1.1 xong", user=60)
    officer = Talker(shared.server, OFFICER)
    officer.say("dời THCS Cao Thắng sang 12/2017")
    officer.press("Xác nhận")
    assert "Tiêu chí 3.5" in hoa.say("tc 3.5 cần gì")
    shared.server.unblock(60)
    assert "xong" in blocking.say("tc 1.1 xong chưa")


def test_goes_on_where_telegram_has_none_of_the_optional_methods(own: Product) -> None:
    own.server.missing |= OPTIONAL
    own.start()
    officer_of(own)
    principal = principal_of(own, "TH Tứ Cường", 11)
    principal.say("/tieuchuan")
    assert principal.press("1. ").startswith("Tiêu chuẩn 1 ")
    assert "✅ 1.1: chưa ghi → xong" in principal.say("1.1 xong")
    assert "1.1: xong → chưa ghi" in principal.press("Hoàn tác")


def test_a_process_that_is_killed_loses_nothing_and_does_nothing_twice(own: Product) -> None:
    own.start()
    officer_of(own)
    schools = ("TH Tứ Cường", "TH Đoàn Tùng", "TH Thanh Giang")
    people = [principal_of(own, school, 11 + place) for place, school in enumerate(schools)]
    reports = [f"{number} được {10 + place}%" for place, number in enumerate(("1.1", "1.2", "1.3", "1.4", "1.5"))]
    answered = own.server.count_sent()
    for text in reports:
        for principal in people:
            own.server.say(text, user=principal.user)
    own.server.wait(lambda: own.server.count_sent() > answered + 3)
    own.kill()
    for principal in people:
        own.server.say("1.6 được 90%", user=principal.user)
    own.start()
    own.server.wait(lambda: all("1.6: " in principal.texts[-1] for principal in people))
    for principal in people:
        recorded = re.findall(r"^\d+\. .*: (\S+ được \d+%)", principal.say("/hoantac ds"), re.MULTILINE)
        assert recorded == ["1.6 được 90%", *reversed(reports)]
        spoken = [text for text in principal.texts if text.startswith("Đã ghi")]
        # The one answer that was on its way when it died may have been said twice.
        assert len(set(spoken)) == 6
        assert len(spoken) <= 7


def test_reminders_arrive_once_and_answer_to_their_buttons(own: Product) -> None:
    own.start()
    officer_of(own)
    principal = principal_of(own, "TH Tứ Cường", 11)
    principal.say("1.1 xong")
    own.stop()
    told = len(principal.texts)
    own.start(KIEMDINH_NOW="2017-10-18T07:30:01")
    own.server.wait(lambda: len(principal.texts) > told)
    reminder = own.server.said(11)[-1]
    assert "Còn 14 ngày đến tháng đánh giá ngoài (11/2017) của TH Tứ Cường" in reminder["text"]
    assert "27 tiêu chí" in reminder["text"]
    assert [label for label, _ in buttons(reminder)][:3] == ["Cập nhật", "Đã nắm", "Nhắc lại sau 3 ngày"]
    assert "14 ngày trước tháng đánh giá ngoài" in principal.press("Vì sao", reminder)
    assert "21/10/2017" in principal.press("Nhắc lại", reminder)
    assert "Đã ghi nhận" in principal.press("Đã nắm", reminder)
    own.server.wait(lambda: not own.server.unconfirmed)
    own.kill()
    told = len(principal.texts)
    own.start(KIEMDINH_NOW="2017-10-21T08:00:00")
    own.server.wait(lambda: len(principal.texts) > told)
    assert "11 ngày" in principal.texts[-1]
    principal.say("/lich")
    assert len(principal.texts) == told + 2


# The webhook


def test_speaks_through_a_webhook_that_only_telegram_can_use(own: Product) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/telegram/hook"
    own.start(KIEMDINH_HTTP_PORT=str(port), TELEGRAM_WEBHOOK_URL=url, TELEGRAM_WEBHOOK_SECRET="a-secret_12")
    officer_of(own)
    principal = principal_of(own, "TH Tứ Cường", 11)
    assert "✅ 1.1: chưa ghi → xong" in principal.say("1.1 xong")
    assert "1.1: xong → chưa ghi" in principal.press("Hoàn tác")
    forged: Json = {"update_id": 9, "message": {**principal.own, "message_id": 999, "text": "1.2 xong"}}
    assert [post(url, forged, secret) for secret in (None, "", "a-secret_13")] == [403, 403, 403]
    assert post(url, forged, "a-secret_12") == 200
    assert own.server.called("getUpdates") == []


def test_refuses_in_one_line_a_webhook_without_a_secret(own: Product) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        own.command("run", TELEGRAM_WEBHOOK_URL="https://example.org/hook")
    assert (refused.value.returncode, refused.value.stderr.decode().count("\n")) == (2, 1)
    assert "TELEGRAM_WEBHOOK_SECRET" in refused.value.stderr.decode()
