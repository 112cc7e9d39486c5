"""Quick questions: asked, answered by tap or sentence, counted, and who is silent."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from bot.app import App
from db import files, outbox
from db.session import look
from knowledge.language.polls import CHOICE, NUMBER, WORD, YES_NO, answer_in, kind_of, offered, read_poll
from tests.conftest import START, Chat, Phone, TestClock, seat


@pytest.fixture
def deputy_of_other(app: App, phone: Phone) -> Chat:
    return seat(app, phone, "doan-ket", "principal", "MN Đoàn Kết")


def test_the_office_sees_whom_it_asks_before_it_asks(officer: Chat, chat: Chat, phone: Phone) -> None:
    reply = officer.say("hỏi nhanh: năm nay trường có bao nhiêu giáo viên?")

    assert reply.text.startswith("**Hỏi 16 trường:** năm nay trường có bao nhiêu giáo viên?\nTrả lời bằng: một số.")
    assert "15 trường chưa có ai tham gia" in reply.text
    assert officer.labels == ["Gửi", "Đổi: có hoặc không", "Đổi: vài chữ", "Thôi"]
    assert phone.at(chat.address) == []


def test_a_number_said_alone_answers(officer: Chat, chat: Chat, phone: Phone, clock: TestClock) -> None:
    officer.say("hoi nhanh: nam nay truong co bao nhieu giao vien?")
    standing = officer.press("Gửi")
    asked = phone.at(chat.address)[-1]
    clock.move_to(START + timedelta(seconds=5))
    answered = chat.say("truong em co 34 giao vien a")

    assert standing.text.startswith("**0/16 trường đã trả lời:**")
    assert asked.text.startswith("**Phòng GD&ĐT Thanh Miện hỏi nhanh:** nam nay")
    assert answered.text.startswith("✅ Đã ghi **34** cho TH Tứ Cường")
    assert phone.edited[-1][1].text.startswith("**1/16 trường đã trả lời:**")
    assert "TH Tứ Cường: 34" in phone.edited[-1][1].text


def test_yes_and_no_are_a_tap(officer: Chat, chat: Chat, deputy_of_other: Chat, phone: Phone) -> None:
    officer.say("hỏi nhanh các trường: đã thành lập hội đồng tự đánh giá chưa?")
    officer.press("Gửi")
    chat.last = phone.at(chat.address)[-1]
    chat.press("Rồi")
    deputy_of_other.say("chưa ạ")
    officer.say("/hoinhanh")
    standing = officer.press("Câu 1")

    assert "Rồi: 1 trường (TH Tứ Cường)" in standing.text
    assert "Chưa: 1 trường (MN Đoàn Kết)" in standing.text
    assert officer.labels[0] == "Nhắc 14 trường"


def test_only_the_level_named_is_asked(officer: Chat, chat: Chat, deputy_of_other: Chat, phone: Phone) -> None:
    officer.say("hỏi nhanh các trường mầm non: có mấy lớp bán trú?")
    officer.press("Gửi")

    assert phone.at(chat.address) == []
    assert "có mấy lớp bán trú?" in phone.at(deputy_of_other.address)[-1].text


def test_an_answer_given_again_replaces_the_first(officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    chat.say("12")
    chat.press("Sửa")
    chat.say("13 lớp")
    officer.say("/hoinhanh")

    assert "TH Tứ Cường: 13" in officer.press("Câu 1").text


def test_what_is_no_number_is_asked_again(officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    chat.say("12")
    chat.press("Sửa")

    assert chat.say("nhiều lắm").text == "Câu này cần một số. Thầy/cô gõ lại giúp."
    assert chat.say("14").text.startswith("✅ Đã ghi **14**")


def test_a_report_while_a_question_waits_stays_a_report(officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")

    assert "1.1" in chat.say("xong tc 1.1, 1.2 được 80%").text
    assert "0/16" in officer.say("/xemhoi 1").text


def test_the_silent_are_reminded_once_a_day(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    told = len(phone.at(chat.address))
    officer.say("/xemhoi 1 nhac")
    officer.say("/xemhoi 1 nhac")

    assert [one.text.split(":**")[0] for one in phone.at(chat.address)[told:]] == [
        "**Phòng GD&ĐT Thanh Miện nhắc trả lời"
    ]


def test_a_closed_question_takes_no_answer(officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    officer.press("Đóng")

    assert "đã đóng" in chat.hear("/dap 1 0", kind="press").text


def test_a_school_that_was_not_asked_cannot_answer(officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh trường MN Đoàn Kết: có mấy lớp?")
    officer.press("Gửi")

    assert chat.hear("/dap 1 0", kind="press").text == "Câu hỏi này không gửi cho trường thầy/cô."


def test_a_principal_cannot_ask_the_schools(chat: Chat) -> None:
    assert "chuyên viên" in chat.say("/hoinhanh trường có mấy lớp?").text


def test_the_answer_to_the_letter_itself_counts_whatever_it_says(
    app: App, officer: Chat, chat: Chat, phone: Phone
) -> None:
    officer.say("hỏi nhanh: khó khăn lớn nhất là gì")
    officer.press("Gửi")
    letter = look(app.sessions, lambda session: outbox.written_after(session, 0)[-1])
    answered = chat.answer(str(letter.message_key), "thiếu phòng học bộ môn")

    assert answered.text.startswith("✅ Đã ghi **thiếu phòng học bộ môn**")


def test_the_table_has_numbers_and_days_as_such(app: App, officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    chat.say("12")
    kept = officer.say("/xemhoi 1 bang").files[0]
    stored = look(app.sessions, lambda session: files.read(session, [kept.id]))[0]
    sheet = load_workbook(io.BytesIO(stored.content)).worksheets[0]
    row = next(row for row in sheet.iter_rows(min_row=2, values_only=True) if row[0] == "TH Tứ Cường")

    assert row[2] == 12
    assert str(row[3])[:16] == "2017-10-02 07:30"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:D17")


# Words


@pytest.mark.parametrize(
    ("question", "kind", "options"),
    [
        ("năm nay có bao nhiêu giáo viên?", NUMBER, ()),
        ("đã họp hội đồng chưa?", YES_NO, ("Rồi", "Chưa")),
        ("da hop hoi dong chua a", YES_NO, ("Rồi", "Chưa")),
        ("trường có bếp ăn không?", YES_NO, ("Có", "Không")),
        ("tập huấn ngày nào tiện (thứ Ba / thứ Năm / thứ Bảy)?", CHOICE, ("thứ Ba", "thứ Năm", "thứ Bảy")),
        ("khó khăn lớn nhất là gì", WORD, ()),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(question: str, kind: str, options: tuple[str, ...]) -> None:
    assert kind_of(question) == (kind, options)


@pytest.mark.parametrize(
    ("text", "head", "question"),
    [
        ("hỏi nhanh các trường TH: có mấy lớp?", "hỏi nhanh các trường TH", "có mấy lớp?"),
        ("hoi nhanh co may lop", "", "co may lop"),
        ("khảo sát nhanh: đã xong chưa", "khảo sát nhanh", "đã xong chưa"),
    ],
)
def test_an_order_is_read(text: str, head: str, question: str) -> None:
    order = read_poll(text)

    assert order is not None
    assert (order.head, order.question) == (head, question)


@pytest.mark.parametrize("text", ["tôi muốn hỏi nhanh gọn thôi", "tc 1.1 cần gì", "xong 1.1"])
def test_what_is_no_order_is_none(text: str) -> None:
    assert read_poll(text) is None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (NUMBER, "12", "12"),
        (NUMBER, "dạ 12 giáo viên ạ", "12"),
        (NUMBER, "trả lời: 12,5", "12,5"),
        (NUMBER, "xong 1.1", None),
        (NUMBER, "2.1 được 40%", None),
        (NUMBER, "tiêu chí 3 cần gì", None),
        (YES_NO, "rồi ạ", "Rồi"),
        (YES_NO, "chưa", "Chưa"),
        (YES_NO, "xong 1.1 rồi", None),
        (WORD, "thiếu phòng học", None),
        (WORD, "trả lời: thiếu phòng học", "thiếu phòng học"),
    ],
)
def test_only_what_can_be_nothing_else_answers_out_of_nothing(kind: str, text: str, value: str | None) -> None:
    assert offered(kind, ("Rồi", "Chưa"), text) == value


def test_an_option_is_taken_in_any_spelling() -> None:
    assert answer_in(CHOICE, ("thứ Ba", "thứ Năm"), "thu nam") == "thứ Năm"


def test_the_button_of_an_older_question_never_sends_a_newer_one(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say("hỏi nhanh: đã họp hội đồng chưa?")
    older = officer.last.choices[0].words
    officer.say("hỏi nhanh: trường có mấy lớp?")
    refused = officer.hear(older, kind="press")

    assert refused.text == "Câu hỏi này đã có bản mới hơn. Thầy/cô bấm Gửi ở bản mới nhất giúp."
    assert phone.at(chat.address) == []


def test_a_figure_is_an_answer_where_numbers_are_buttons(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    phone.has_buttons = False
    chat.say("/dap 1")

    assert chat.say("1").text.startswith("✅ Đã ghi **1** cho TH Tứ Cường")


def test_a_strange_figure_on_a_button_is_no_choice(officer: Chat, chat: Chat) -> None:
    officer.say("hỏi nhanh: đã họp hội đồng chưa?")
    officer.press("Gửi")

    assert chat.say("/dap 1 ²").text.endswith("Thầy/cô gõ câu trả lời (có hoặc không).")
    assert chat.say("/dap ²").text == "Câu hỏi này không gửi cho trường thầy/cô."


def test_a_school_is_reminded_once_a_day_and_nobody_is_told_otherwise(
    officer: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    said = [officer.say("/xemhoi 1 nhac").text for _ in range(2)]
    clock.move_to(START + timedelta(days=1))
    said.append(officer.say("/xemhoi 1 nhac").text)

    assert said == [
        "Đã nhắc 1 trường chưa trả lời.",
        "Hôm nay đã nhắc các trường này rồi, mai thầy/cô nhắc tiếp giúp.",
        "Đã nhắc 1 trường chưa trả lời.",
    ]
    assert len(phone.at(chat.address)) == 3
