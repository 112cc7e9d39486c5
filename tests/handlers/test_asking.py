"""Questions: by number, by subject, further ones, the level, the citation, and what is not known."""

from __future__ import annotations

import asyncio

import pytest

from handlers.passing import QUIET
from tests.conftest import Chat, Phone

LIBRARY = "**Tiêu chí 3.5 · Thư viện** (tiểu học)"


@pytest.mark.parametrize(
    "asked",
    [
        "tiêu chí 3.5",
        "tc 3.5 can nhung j",
        "tieu chi 3.5 la gi",
        "TIÊU CHÍ 3.5",
        "tc3.5",
        "3.5",
        "tiêu chí 5 tiêu chuẩn 3",
        "tc 5 tchuan 3",
        "tiêu chuẩn 3 tiêu chí 5 yêu cầu gì",
    ],
)
def test_a_criterion_is_found_by_its_number(chat: Chat, asked: str) -> None:
    assert chat.say(asked).text.splitlines()[0] == LIBRARY


def test_a_standard_is_shown_with_its_criteria(chat: Chat) -> None:
    assert chat.say("tiêu chuẩn 3 gồm gì").text.splitlines()[0].startswith("**Tiêu chuẩn 3 · ")
    assert chat.labels[:6] == ["3.1", "3.2", "3.3", "3.4", "3.5", "3.6"]


def test_a_bare_figure_is_the_standard(chat: Chat) -> None:
    assert chat.say("5").text.startswith("**Tiêu chuẩn 5 · ")


def test_an_indicator_is_shown_alone(chat: Chat) -> None:
    said = chat.say("chỉ số b tiêu chí 3.5").text
    assert "\nb) " in said
    assert "\na) " not in said


@pytest.mark.parametrize("asked", ["thư viện cần gì", "thu vien can gi", "yêu cầu về thư viện"])
def test_a_criterion_is_found_by_its_subject(chat: Chat, asked: str) -> None:
    assert chat.say(asked).text.splitlines()[0] == LIBRARY


@pytest.mark.parametrize(
    ("then", "first_line"),
    [
        ("cần minh chứng gì", "**Minh chứng thường dùng · 3.5 Thư viện**"),
        ("tiếp theo", "**Tiêu chí 3.6 · Thiết bị dạy học** (tiểu học)"),
        ("tiêu chí trước", "**Tiêu chí 3.4 · Nhà vệ sinh, nhà xe, nước sạch** (tiểu học)"),
    ],
)
def test_a_further_question_is_about_the_last_criterion(chat: Chat, then: str, first_line: str) -> None:
    chat.say("tiêu chí 3.5")
    assert chat.say(then).text.splitlines()[0] == first_line


def test_a_further_question_without_a_first_asks_for_the_number(chat: Chat) -> None:
    assert "tiêu chí nào" in chat.say("tiếp theo").text


def test_after_the_last_criterion_there_is_none(chat: Chat) -> None:
    chat.say("tiêu chí 5.7")
    assert chat.say("tiếp theo").text == "Đây đã là tiêu chí cuối cùng."


def test_the_schools_level_decides_the_circular(app: object, officer: Chat, chat: Chat) -> None:
    assert "TT 42/2012" in chat.say("tiêu chí 1.1").text
    assert "TT 25/2014" in officer.say("tiêu chí 1.1 mầm non").text


@pytest.mark.parametrize("asked", ["tiêu chí 1.1 mầm non cần gì", "tc 1.1 mn", "tiêu chí 1.8 mầm non"])
def test_another_level_is_answered_when_named(chat: Chat, asked: str) -> None:
    said = chat.say(asked).text
    assert "(mầm non)" in said
    assert "Trường mình" not in said


@pytest.mark.parametrize("fixture", ["officer", "stranger"])
def test_without_a_school_the_level_is_asked(request: pytest.FixtureRequest, fixture: str) -> None:
    asker: Chat = request.getfixturevalue(fixture)
    assert asker.say("tiêu chí 1.1").text == "Tiêu chí 1.1 của cấp học nào?"
    assert [label.rpartition(" (")[2] for label in asker.labels] == ["mầm non)", "tiểu học)", "THCS, THPT)"]
    assert "TT 42/2012" in asker.press("1.1 Bộ máy tổ chức (tiểu học)").text


def test_an_answer_cites_its_circular_and_its_doubt(chat: Chat) -> None:
    cited = chat.say("tiêu chí 3.5").text.splitlines()[-1]
    assert cited == (
        "*TT 42/2012, tiêu chuẩn 3, tiêu chí 3.5 · hiệu lực từ 07/01/2013 · theo tóm lược, cần đối chiếu văn bản gốc*"
    )


def test_the_own_state_stands_beside_the_criterion(chat: Chat) -> None:
    chat.say("3.5 được 40%")
    assert "Trường mình: ◐ 40 %, ghi ngày 02/10." in chat.say("tiêu chí 3.5").text


def test_a_state_is_dated_by_the_products_zone(chat: Chat, clock: object) -> None:
    clock.move_to(clock.now().replace(hour=1))
    chat.say("3.5 được 40%")
    assert "ghi ngày 02/10." in chat.say("tiêu chí 3.5").text


def test_a_number_that_is_not_there_is_said(chat: Chat) -> None:
    assert chat.say("tiêu chí 5.9 cần gì").text == "Trường tiểu học không có tiêu chí 5.9 (tiêu chuẩn 5 có 5.1–5.7)."


def later(chat: Chat) -> None:
    """Let the time of quiet pass after which a notice goes out."""
    chat.app.clock.move_to(chat.app.clock.now() + QUIET)
    asyncio.run(chat.app.delivery.deliver())


def test_what_is_not_known_offers_what_is_near_and_is_passed_on(chat: Chat, officer: Chat, phone: Phone) -> None:
    assert "chưa có câu trả lời chắc chắn" in chat.say("lương giáo viên hợp đồng năm nay").text
    assert (1 < len(chat.labels) <= 4, chat.labels[-1]) == (True, "Hỏi cơ quan quản lý")
    assert "Đã chuyển câu hỏi" in chat.press("Hỏi cơ quan quản lý").text
    later(chat)
    letter = phone.at(officer.address)[-1].text
    assert "lương giáo viên hợp đồng năm nay" in letter
    assert "TH Tứ Cường" in letter


def test_a_question_is_passed_on_once(chat: Chat, officer: Chat, phone: Phone) -> None:
    chat.say("lương giáo viên hợp đồng năm nay")
    chat.press("Hỏi")
    later(chat)
    chat.say("lương giáo viên hợp đồng năm nay")
    before = len(phone.at(officer.address))
    again = chat.last
    chat.press("Hỏi")
    chat.last = again
    chat.press("Hỏi")
    later(chat)
    assert len(phone.at(officer.address)) == before + 1


def test_without_officers_the_question_is_kept_and_that_is_said(chat: Chat) -> None:
    chat.say("lương giáo viên hợp đồng năm nay")
    assert "chưa có chuyên viên nào" in chat.press("Hỏi").text


def test_somebody_elses_question_is_not_passed_on(chat: Chat, stranger: Chat) -> None:
    chat.say("lương giáo viên hợp đồng năm nay")
    words = next(one.words for one in chat.last.choices if one.label.startswith("Hỏi"))
    assert "Không tìm thấy câu hỏi" in stranger.say(words).text


def test_a_stranger_is_not_offered_the_office(stranger: Chat) -> None:
    stranger.say("lương giáo viên hợp đồng năm nay")
    assert not any(label.startswith("Hỏi cơ quan") for label in stranger.labels)


def test_no_two_buttons_look_alike(officer: Chat) -> None:
    officer.say("mã hóa minh chứng")
    assert len(set(officer.labels)) == len(officer.labels)


@pytest.mark.parametrize("said", ["ok", "vâng ạ", "cảm ơn", "dạ em cảm ơn ạ"])
def test_small_talk_gets_a_short_word(chat: Chat, said: str) -> None:
    assert chat.say(said).text == "Vâng, thầy/cô cần gì cứ nhắn."


def test_a_subject_is_named_with_its_level_only_for_who_has_none(chat: Chat) -> None:
    chat.say("lương giáo viên hợp đồng năm nay")
    assert not any("(tiểu học)" in label for label in chat.labels)


@pytest.mark.parametrize(
    ("words", "criterion"),
    [
        ("giáo viên trên chuẩn bao nhiêu phần trăm thì đạt", "Tiêu chí 2.2"),
        ("gv trên chuẩn bn phần trăm thì đạt", "Tiêu chí 2.2"),
        ("giao vien day gioi phai dat bao nhieu phan tram", "Tiêu chí 2.3"),
        ("học sinh tiên tiến phải đạt bao nhiêu phần trăm", "Tiêu chí 5.6"),
    ],
)
def test_how_many_the_circular_asks_for_is_not_how_far_the_school_is(chat: Chat, words: str, criterion: str) -> None:
    assert criterion in chat.say(words).text


@pytest.mark.parametrize(
    "words", ["trường em được bao nhiêu phần trăm rồi", "em còn bao nhiêu tiêu chí nữa", "tiến độ của trường"]
)
def test_how_far_the_school_is_stays_a_question_about_it(chat: Chat, words: str) -> None:
    assert "xong 0/28 tiêu chí" in chat.say(words).text


def test_a_stranger_may_ask_how_many_the_circular_asks_for(stranger: Chat) -> None:
    assert "2.2" in stranger.say("giáo viên mầm non trên chuẩn bao nhiêu phần trăm").text
