"""Teaching: what nobody could answer is asked of the office, answered, found, edited, removed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.app import App
from db.session import Sessions
from db.tables import Audit, Question
from handlers.passing import AT_THE_LATEST, QUIET
from knowledge.shelf import Shelf
from tests.conftest import Chat, Phone, TestClock, assemble, seat

ASKED = "lương giáo viên hợp đồng năm nay"
TYPED = "cho em hoi luong giao vien hop dong nam nay a"
ANSWER = "Lương theo hợp đồng đã ký, không thấp hơn bậc 1."
UNKNOWN = "chưa có câu trả lời chắc chắn"
SIGNED = "*Phòng GD&ĐT Thanh Miện, ngày 02/10/2017 · trả lời của cơ quan quản lý, không phải lời thông tư*"


@pytest.fixture
def other(app: App, phone: Phone) -> Chat:
    """Talk as the principal of TH Đoàn Tùng."""
    return seat(app, phone, "doan-tung", "principal", "TH Đoàn Tùng")


@pytest.fixture
def nursery(app: App, phone: Phone) -> Chat:
    """Talk as the principal of MN Thanh Giang."""
    return seat(app, phone, "mam-non", "principal", "MN Thanh Giang")


def letter_key(app: App, officer: Chat) -> str:
    """Give the key of the letter last sent to the officer."""
    from db.tables import Letter

    with app.sessions.begin() as session:
        letters = session.query(Letter).filter_by(address=officer.address, state="sent").order_by(Letter.id)
        return str(letters.all()[-1].message_key)


def ask_office(chat: Chat, asked: str = ASKED) -> None:
    """Ask and pass on, and let the notice go out."""
    pass_on(chat, asked)
    wait(chat.app, QUIET)


def pass_on(chat: Chat, asked: str) -> None:
    chat.say(asked)
    chat.press("Hỏi cơ quan")


def wait(app: App, time: timedelta) -> None:
    """Let time pass, and the letters that are due go out."""
    assert isinstance(app.clock, TestClock)
    app.clock.move_to(app.clock.now() + time)
    asyncio.run(app.delivery.deliver())


def taught(app: App, chat: Chat, officer: Chat, answer: str = ANSWER) -> str:
    """Ask, pass on, and answer; give what the officer is told."""
    ask_office(chat)
    return officer.answer(letter_key(app, officer), answer).text


def trail(app: App) -> list[tuple[str, str, str, str]]:
    with app.sessions.begin() as session:
        return [
            (one.action, one.subject, one.before, one.after)
            for one in session.query(Audit).where(Audit.person_id.is_not(None)).order_by(Audit.id)
            if one.action != "import-plan"
        ]


def test_a_question_is_answered_found_edited_and_removed(
    app: App, chat: Chat, other: Chat, officer: Chat, phone: Phone
) -> None:
    assert taught(app, chat, officer).splitlines() == [
        "Đã lưu thành **taught/1** và gửi cho 1 người đã hỏi.",
        f"Từ nay các trường tiểu học hỏi “{ASKED}” sẽ thấy, ghi là lời của Phòng GD&ĐT Thanh Miện.",
    ]
    assert phone.at(chat.address)[-1].text == f"**Trả lời câu hỏi của thầy/cô** “{ASKED}”:\n{ANSWER}\n{SIGNED}"
    assert other.say(TYPED).text == f"**{ASKED}**\n{ANSWER}\n{SIGNED}"

    assert officer.say("sửa taught/1: Xem công văn 12.").text == "Đã sửa **taught/1** và gửi cho 1 người đã hỏi."
    assert "được sửa lại" in phone.at(chat.address)[-1].text
    assert "Xem công văn 12." in other.say(TYPED).text
    assert ANSWER not in other.last.text

    officer.say("xóa taught/1")
    assert officer.press("Xóa và báo").text == "Đã xóa **taught/1**. Đã báo cho 1 người đã hỏi."
    assert "rút lại" in phone.at(chat.address)[-1].text
    assert UNKNOWN in other.say(TYPED).text
    assert trail(app) == [
        ("teach", "taught/1", "", ANSWER),
        ("edit-taught", "taught/1", ANSWER, "Xem công văn 12."),
        ("remove-taught", "taught/1", "Xem công văn 12.", ""),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "luong giao vien hop dong nam nay",
        "lương của giáo viên hợp đồng năm nay thế nào ạ",
        "lwowng giáo viên hợp đồng năm nay",
        "giáo viên hợp đồng lương năm nay",
        "lương giáo viên hợp đông nam nay",
    ],
)
def test_another_typing_finds_the_answer(app: App, chat: Chat, other: Chat, officer: Chat, typed: str) -> None:
    taught(app, chat, officer)
    assert ANSWER in other.say(typed).text


@pytest.mark.parametrize("asked", ["thư viện cần gì", "hội đồng tự đánh giá gồm những ai", "học phí năm nay bao nhiêu"])
def test_another_question_is_answered_as_before(app: App, chat: Chat, other: Chat, officer: Chat, asked: str) -> None:
    before = other.say(asked).text
    taught(app, chat, officer)
    assert other.say(asked).text == before


def test_another_level_does_not_find_it(app: App, chat: Chat, nursery: Chat, officer: Chat) -> None:
    taught(app, chat, officer)
    assert UNKNOWN in nursery.say(ASKED).text
    assert "không còn trong kho" in nursery.say("/xem taught/1").text
    officer.press("Cho mọi cấp học")
    assert ANSWER in nursery.say(ASKED).text


def test_a_restart_keeps_it(
    app: App, chat: Chat, other: Chat, officer: Chat, sessions: Sessions, shelf: Shelf, clock: TestClock, phone: Phone
) -> None:
    taught(app, chat, officer)
    again = Chat(assemble(sessions, Shelf(shelf.catalogue), clock, phone), phone, other.address, keys=other.keys)
    assert ANSWER in again.say(TYPED).text


def test_another_process_finds_it_at_once_and_forgets_it_at_once(
    app: App, chat: Chat, other: Chat, officer: Chat, sessions: Sessions, shelf: Shelf, clock: TestClock, phone: Phone
) -> None:
    elsewhere = Chat(assemble(sessions, Shelf(shelf.catalogue), clock, phone), phone, other.address, keys=other.keys)
    assert UNKNOWN in elsewhere.say(TYPED).text
    taught(app, chat, officer)
    assert ANSWER in elsewhere.say(TYPED).text
    officer.say("/muc 1 bo")
    assert UNKNOWN in elsewhere.say(TYPED).text


def test_sixteen_alike_are_one_line_and_all_are_answered(app: App, phone: Phone, officer: Chat) -> None:
    words = [ASKED, TYPED, "luong giao vien hop dong nam nay", "lương giáo viên hợp đồng năm nay thế nào"]
    for number in range(16):
        seat(app, phone, f"truong-{number}", "principal", "TH Tứ Cường").say(words[number % 4])
    said = officer.say("câu hỏi chờ").text.splitlines()
    assert said[0] == "**Câu hỏi chờ**: 1 câu, 16 lượt hỏi. Hỏi nhiều xếp trước."
    assert said[1:] == [f"1. {words[3]} (16 lượt, tiểu học)"]
    officer.press("Câu 1")
    officer.press("Trả lời")
    assert "gửi cho 16 người" in officer.say(ANSWER).text
    assert all(ANSWER in phone.at(f"truong-{number}")[-1].text for number in range(16))
    assert officer.say("/cauhoi").text == "Không có câu hỏi nào đang chờ."


def test_the_most_asked_stands_first_and_other_levels_apart(chat: Chat, nursery: Chat, officer: Chat) -> None:
    nursery.say(ASKED)
    chat.say("học phí năm nay bao nhiêu")
    chat.say(ASKED)
    chat.say(TYPED)
    assert officer.say("/cauhoi").text.splitlines()[1:] == [
        f"1. {TYPED} (2 lượt, tiểu học)",
        f"2. {ASKED} (1 lượt, mầm non)",
        "3. học phí năm nay bao nhiêu (1 lượt, tiểu học)",
    ]


def test_a_list_too_long_goes_on_by_a_button(chat: Chat, officer: Chat) -> None:
    for subject in ("lương", "học phí", "bóng đá", "thời tiết", "giá vàng", "xổ số", "bảo hiểm y tế"):
        chat.say(f"{subject} hôm nay bao nhiêu tiền")
    assert "1 lượt" in officer.say("/cauhoi").text
    officer.press("Xem tiếp")
    assert officer.last.text.splitlines()[1].startswith("7. ")


def test_a_question_is_laid_aside(app: App, chat: Chat, officer: Chat) -> None:
    ask_office(chat)
    aside = officer.answer(letter_key(app, officer), "bỏ qua")
    assert aside.text == f"Đã bỏ qua câu “{ASKED}” (1 lượt). Đã báo cho 1 người đã chuyển câu này."
    assert officer.say("/cauhoi").text == "Không có câu hỏi nào đang chờ."
    assert trail(app) == [("dismiss-question", "question:1", ASKED, "")]
    assert officer.say("/boqua 1").text == "Câu hỏi này không còn chờ nữa."


def test_the_letter_has_a_button_to_answer(chat: Chat, officer: Chat, phone: Phone) -> None:
    ask_office(chat)
    officer.last = phone.at(officer.address)[-1]
    assert officer.press("Trả lời").text.startswith(f"“{ASKED}”")
    assert "Đã lưu" in officer.say(ANSWER).text


def test_an_answer_may_be_left_unsaid(chat: Chat, officer: Chat) -> None:
    ask_office(chat)
    officer.say("/traloi 1")
    assert officer.say("thôi").text == "Vâng, câu hỏi vẫn ở danh sách chờ."
    assert "1 lượt" in officer.say("/cauhoi").text


def test_an_order_is_not_taken_for_an_answer_unasked(chat: Chat, officer: Chat, phone: Phone) -> None:
    ask_office(chat)
    told = len(phone.at(chat.address))
    officer.say("/traloi 1")
    assert officer.say("tiến độ các trường").text == f"Tin này là câu trả lời cho “{ASKED}” phải không?"
    assert len(phone.at(chat.address)) == told
    assert "Đã lưu" in officer.press("Gửi làm câu trả lời").text


@pytest.mark.parametrize("said", ["ok", "cảm ơn"])
def test_small_talk_is_no_answer(app: App, chat: Chat, officer: Chat, said: str) -> None:
    ask_office(chat)
    assert officer.answer(letter_key(app, officer), said).text.startswith("Tôi chưa gửi gì.")


def test_a_second_officer_sees_that_it_was_answered(app: App, chat: Chat, officer: Chat, phone: Phone) -> None:
    second = seat(app, phone, "phong-2", "officer")
    taught(app, chat, officer)
    assert second.answer(letter_key(app, second), "Trả lời khác").text.startswith(
        "Câu này đã có câu trả lời **taught/1**"
    )
    assert len([one for one in phone.at(chat.address) if ANSWER in one.text]) == 1


def test_editing_the_message_edits_the_answer(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    taught(app, chat, officer)
    assert "Đã sửa **taught/1**" in officer.edit(officer.key, "Xem công văn 15.").text
    assert "Xem công văn 15." in other.say(ASKED).text


def test_an_answer_is_edited_by_a_button(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    taught(app, chat, officer)
    officer.say("/cauhoi da")
    officer.press("Mục 1")
    officer.press("Sửa")
    assert "Đã sửa" in officer.say("Xem công văn 16.").text
    assert "Xem công văn 16." in other.say(ASKED).text


def test_the_question_shown_to_all_is_edited(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    taught(app, chat, officer)
    officer.say("sửa câu hỏi taught/1: Lương giáo viên hợp đồng")
    assert other.say(ASKED).text.splitlines()[0] == "**Lương giáo viên hợp đồng**"


def test_the_name_of_a_school_is_not_told_to_others(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    chat.say("trường tiểu học Tứ Cường lương giáo viên hợp đồng năm nay bao nhiêu, gọi 0912 345 678")
    officer.say("/traloi 1")
    officer.say(ANSWER)
    said = other.say(ASKED).text
    assert said.splitlines()[0] == "**trường lương giáo viên hợp đồng năm nay bao nhiêu, gọi …**"


def test_a_strangers_question_is_kept_and_answered(stranger: Chat, officer: Chat, phone: Phone) -> None:
    stranger.say(ASKED)
    assert officer.say("/cauhoi").text.splitlines()[1] == f"1. {ASKED} (1 lượt, chưa rõ cấp)"
    officer.press("Câu 1")
    assert "Từ: khách" in officer.last.text
    officer.press("Trả lời")
    officer.say(ANSWER)
    assert ANSWER in phone.at(stranger.address)[-1].text


def test_an_answer_that_was_not_meant_feeds_the_list(app: App, chat: Chat, officer: Chat) -> None:
    chat.say("thư viện cần gì")
    assert chat.labels[-1] == "Chưa đúng ý"
    assert chat.press("Chưa đúng ý").text.startswith("Đã ghi lại để cơ quan quản lý xem câu này.")
    assert chat.labels[-1] == "Hỏi cơ quan quản lý"
    assert officer.say("/cauhoi").text.splitlines()[1] == "1. thư viện cần gì (1 lượt, tiểu học, chưa đúng ý)"
    assert "Đã thấy mà chưa đúng ý: 3.5 Thư viện" in officer.press("Câu 1").text


def test_the_office_has_the_last_word_where_the_circular_was_not_meant(chat: Chat, other: Chat, officer: Chat) -> None:
    chat.say("thư viện cần gì")
    chat.press("Chưa đúng ý")
    officer.say("/traloi 1")
    officer.say(ANSWER)
    assert ANSWER in other.say("thu vien can gi").text
    assert "Thư viện** (tiểu học)" in other.say("tiêu chí 3.5").text


def test_a_doubt_is_kept_once(app: App, chat: Chat) -> None:
    chat.say("thư viện cần gì")
    answer = chat.last
    chat.press("Chưa đúng ý")
    chat.last = answer
    chat.press("Chưa đúng ý")
    with app.sessions.begin() as session:
        assert session.query(Question).count() == 1


def test_an_old_doubt_is_refused(chat: Chat) -> None:
    chat.say("thư viện cần gì")
    answer = chat.last
    chat.say("nước sạch cần gì")
    chat.last = answer
    assert chat.press("Chưa đúng ý").text == "Câu đó đã qua rồi. Thầy/cô gửi lại câu hỏi giúp."


@pytest.mark.parametrize("asked", ["tiêu chí 3.5", "tiêu chuẩn 3 gồm gì"])
def test_an_answer_by_number_is_not_doubted(chat: Chat, asked: str) -> None:
    chat.say(asked)
    assert "Chưa đúng ý" not in chat.labels


def test_a_group_has_no_such_button(group: Chat) -> None:
    group.say("thư viện cần gì")
    assert "Chưa đúng ý" not in group.labels


@pytest.mark.parametrize("command", ["/cauhoi", "/traloi 1", "/boqua 1", "/muc 1", "/muc 1 bo", "sửa taught/1: xấu"])
def test_only_officers_teach(app: App, chat: Chat, other: Chat, officer: Chat, command: str) -> None:
    taught(app, chat, officer)
    other.say(command)
    assert ANSWER in other.say(ASKED).text
    if command.startswith("/"):
        assert chat.say(command).text == "Phần này dành cho chuyên viên của cơ quan quản lý."


@pytest.mark.parametrize(
    "command", ["/traloi", "/traloi 99", "/boqua x", "/muc", "/muc 99 bo", "/cauhoi trang 99999", "/chuadung"]
)
def test_a_wrong_number_is_said(officer: Chat, command: str) -> None:
    assert "Xin lỗi" not in officer.say(command).text


def test_an_answer_too_long_is_not_sent(app: App, chat: Chat, officer: Chat, phone: Phone) -> None:
    told = len(phone.at(chat.address))
    assert "xin tối đa 1500" in taught(app, chat, officer, "Theo công văn. " * 120)
    assert all("công văn" not in one.text for one in phone.at(chat.address)[told:])


def test_an_officer_answers_what_nobody_else_asked(officer: Chat, chat: Chat) -> None:
    officer.say(ASKED)
    officer.press("Trả lời câu này")
    assert "Đã lưu thành **taught/1**." in officer.say(ANSWER).text
    assert ANSWER in chat.say(ASKED).text


# Laid aside, restored, gathered


def test_who_passed_a_question_on_is_told_once_that_it_was_laid_aside(chat: Chat, officer: Chat, phone: Phone) -> None:
    ask_office(chat)
    chat.say(TYPED)
    officer.say("/boqua 1")
    officer.say("/boqua 1")
    wait(chat.app, QUIET)
    (told,) = [one for one in phone.at(chat.address) if "không trả lời câu này ở đây" in one.text]
    assert told.text.splitlines()[0] == f"Câu hỏi thầy/cô đã chuyển: “{ASKED}”"


def test_who_did_not_pass_it_on_is_told_nothing(chat: Chat, officer: Chat, phone: Phone) -> None:
    chat.say(ASKED)
    told = len(phone.at(chat.address))
    assert officer.say("/boqua 1").text == f"Đã bỏ qua câu “{ASKED}” (1 lượt)."
    wait(chat.app, QUIET)
    assert len(phone.at(chat.address)) == told


def test_a_removed_answer_is_restored_right_after(
    app: App, chat: Chat, other: Chat, officer: Chat, phone: Phone
) -> None:
    taught(app, chat, officer)
    officer.say("/muc 1 bo")
    assert UNKNOWN in other.say(TYPED).text
    officer.last = [one for one in phone.at(officer.address) if one.text.startswith("Đã xóa")][-1]
    assert officer.press("Khôi phục").text == "Đã khôi phục **taught/1**. Đã báo cho 1 người đã hỏi."
    assert phone.at(chat.address)[-1].text.startswith("**Dùng lại câu trả lời cho câu hỏi**")
    assert ANSWER in other.say(TYPED).text
    assert trail(app)[-1] == ("restore-taught", "taught/1", "", ANSWER)


def test_a_removed_answer_is_restored_from_its_page(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    taught(app, chat, officer)
    officer.say("/muc 1 bo")
    officer.say("câu hỏi chờ")
    officer.press("Đã trả lời")
    assert officer.last.text == "Không còn câu trả lời nào."
    assert officer.press("Đã xóa (1)").text.startswith("**Câu trả lời đã xóa**: 1.\ntaught/1 · tiểu học · ")
    assert officer.press("Mục 1").text.endswith("Đã xóa ngày 02/10/2017, không ai tìm thấy nữa.")
    assert officer.labels == ["Khôi phục", "‹ Câu hỏi chờ"]
    assert officer.press("Khôi phục").text.startswith("Đã khôi phục")
    assert ANSWER in other.say(TYPED).text
    assert officer.say("khôi phục taught/1").text == "**taught/1** đang dùng, không cần khôi phục."
    assert officer.say("/cauhoi da").text.startswith("**Câu trả lời của cơ quan quản lý**: 1.")


def test_a_restored_answer_is_edited_and_removed_as_before(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    taught(app, chat, officer)
    officer.say("/muc 1 bo")
    officer.say("khôi phục taught/1")
    assert "Đã sửa **taught/1**" in officer.say("sửa taught/1: Xem công văn 12.").text
    officer.say("/muc 1 bo")
    assert UNKNOWN in other.say(TYPED).text


def test_what_never_was_is_not_restored(officer: Chat) -> None:
    assert officer.say("khôi phục taught/9").text == "Không có mục taught/9."


SCHOOL_FEES = "học phí năm nay bao nhiêu"


def notices(officer: Chat) -> list[str]:
    return [one.text for one in officer.phone.at(officer.address) if "âu hỏi" in one.text.splitlines()[0]]


def test_questions_of_a_short_while_are_one_notice(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    second = seat(app, officer.phone, "phong-2", "officer")
    pass_on(chat, ASKED)
    wait(app, QUIET / 2)
    pass_on(other, SCHOOL_FEES)
    wait(app, QUIET / 2)
    assert notices(officer) == []
    wait(app, QUIET / 2)
    assert notices(officer) == [
        "**2 câu hỏi mới**:\n"
        f"1. {ASKED} (Người tu-cuong, TH Tứ Cường)\n"
        f"2. {SCHOOL_FEES} (Người doan-tung, TH Đoàn Tùng)\n"
        "Thầy/cô chọn câu, hoặc trả lời tin này, mở đầu bằng số câu: *1. …*"
    ]
    assert notices(second) == notices(officer)


def test_a_notice_does_not_wait_for_ever(app: App, chat: Chat, officer: Chat) -> None:
    said = [f"{what} năm nay bao nhiêu tiền" for what in ("lương", "học phí", "bóng đá", "giá vàng", "xổ số")]
    for asked in said:
        pass_on(chat, asked)
        wait(app, QUIET * 0.75)
    assert len(notices(officer)) == 1
    assert QUIET * 0.75 * len(said) > AT_THE_LATEST


def test_a_question_passed_on_twice_is_told_once(app: App, chat: Chat, officer: Chat) -> None:
    chat.say(ASKED)
    answer = chat.last
    chat.press("Hỏi cơ quan")
    chat.last = answer
    chat.press("Hỏi cơ quan")
    wait(app, QUIET)
    chat.last = answer
    chat.press("Hỏi cơ quan")
    wait(app, QUIET)
    assert len(notices(officer)) == 1


def two_in_one(app: App, chat: Chat, other: Chat) -> None:
    pass_on(chat, ASKED)
    pass_on(other, SCHOOL_FEES)
    wait(app, QUIET)


def test_an_answer_by_its_number_goes_to_who_asked_that(
    app: App, chat: Chat, other: Chat, officer: Chat, phone: Phone
) -> None:
    two_in_one(app, chat, other)
    assert "Đã lưu thành **taught/1**" in officer.answer(letter_key(app, officer), f"2. {ANSWER}").text
    assert ANSWER in phone.at(other.address)[-1].text
    assert not any(ANSWER in one.text for one in phone.at(chat.address))


def test_an_answer_without_a_number_is_asked_about(
    app: App, chat: Chat, other: Chat, officer: Chat, phone: Phone
) -> None:
    two_in_one(app, chat, other)
    asked = officer.answer(letter_key(app, officer), ANSWER)
    assert asked.text == f"Thầy/cô trả lời câu nào?\n1. {ASKED}\n2. {SCHOOL_FEES}"
    assert "Đã lưu" in officer.press("Câu 1").text
    assert ANSWER in phone.at(chat.address)[-1].text
    assert not any(ANSWER in one.text for one in phone.at(other.address))


def test_one_of_a_notice_is_laid_aside(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    two_in_one(app, chat, other)
    key = letter_key(app, officer)
    assert officer.answer(key, "bỏ qua").text.startswith("Thầy/cô bỏ qua câu nào?")
    assert officer.press("Câu 1").text.startswith(f"Đã bỏ qua câu “{ASKED}”")
    assert "Đã bỏ qua câu" in officer.answer(key, "2: bỏ qua").text
    assert officer.answer(key, ANSWER).text == "Các câu hỏi này không còn chờ nữa."


def test_what_is_settled_meanwhile_is_not_in_the_notice(app: App, chat: Chat, other: Chat, officer: Chat) -> None:
    pass_on(chat, ASKED)
    pass_on(other, SCHOOL_FEES)
    officer.say("/boqua 1")
    wait(app, QUIET)
    (notice,) = notices(officer)
    assert notice.startswith(f"**Câu hỏi từ Người doan-tung, TH Đoàn Tùng**:\n{SCHOOL_FEES}")


def test_a_notice_of_nothing_is_not_sent(app: App, chat: Chat, officer: Chat) -> None:
    pass_on(chat, ASKED)
    officer.say("/boqua 1")
    wait(app, QUIET)
    assert notices(officer) == []


def test_a_long_notice_names_the_first_few(app: App, chat: Chat, officer: Chat) -> None:
    for what in ("lương", "học phí", "bóng đá", "thời tiết", "giá vàng", "xổ số", "bảo hiểm y tế"):
        pass_on(chat, f"{what} hôm nay bao nhiêu tiền")
    wait(app, QUIET)
    (notice,) = notices(officer)
    assert notice.splitlines()[0] == "**7 câu hỏi mới**:"
    assert "và 2 câu nữa ở câu hỏi chờ." in notice
