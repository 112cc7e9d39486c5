"""Sentences that an officer new to the product said, and what they lead to."""

from __future__ import annotations

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, seat


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("sự kiện năm nay", "Năm học 2017-2018 chưa có sự kiện nào."),
        ("co su kien gi sap toi", "Năm học 2017-2018 chưa có sự kiện nào."),
        ("cơ quan quản lý là ai", "**Phòng GD&ĐT Thanh Miện**"),
        ("lien he phong the nao", "**Phòng GD&ĐT Thanh Miện**"),
        ("bản tin", "**Tuần 02/10–08/10**"),
        ("tuan nay gui gi", "**Tuần 02/10–08/10**"),
        ("tôi làm được gì ở đây", "Thầy/cô cứ viết như nói"),
        ("kết quả đánh giá ngoài", "**Năm học 2017-2018: 0 trường đã có kết quả"),
        ("đã gửi những thông báo gì", "Chưa có thông báo nào được gửi."),
        ("nam hoc moi", "**Mở năm học 2018-2019?**"),
        ("kết quả TH Tứ Cường các năm", "Chưa ghi kết quả đánh giá ngoài nào của **TH Tứ Cường**."),
        ("hình", "**16 trường: 0 xong báo cáo"),
        ("gửi lời mời cho các trường chưa tham gia", "**Còn 16 trường chưa có ai tham gia.**"),
    ],
)
def test_what_an_officer_says_leads_where_it_means(officer: Chat, said: str, begins: str) -> None:
    assert officer.say(said).text.startswith(begins)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("người ký là Trưởng phòng Nguyễn Văn A", "Dòng ký năm học 2017-2018: **Trưởng phòng Nguyễn Văn A**?"),
        ("số liên hệ 0912345678", "Liên hệ năm học 2017-2018: **0912345678**?"),
    ],
)
def test_a_part_of_the_office_is_stated(officer: Chat, said: str, asked: str) -> None:
    assert officer.say(said).text == asked


@pytest.mark.parametrize("said", ["người ký là ai", "liên hệ là gì?"])
def test_a_question_about_the_office_changes_nothing(officer: Chat, said: str) -> None:
    officer.say(said)

    assert "Xác nhận" not in officer.labels


def test_an_occasion_without_a_verb_is_added_and_announced_by_its_name(officer: Chat, chat: Chat, phone: Phone) -> None:
    reply = officer.say("tap huan tu danh gia 20/10 luc 8h tai hoi truong phong")
    officer.press("Xác nhận")
    offered = officer.say("thong bao tap huan tu danh gia cho cac truong")
    officer.press("Báo: Tập huấn tự đánh giá")

    assert reply.text.endswith("**Tập huấn tự đánh giá**, thứ Sáu 20/10/2017, hoi truong phong, 8h00?")
    assert offered.text.splitlines()[0] == "**Báo cho mọi trường?**"
    assert "mời dự **Tập huấn tự đánh giá**" in phone.at(chat.address)[-1].text


def test_an_occasion_that_is_asked_about_is_not_added(officer: Chat) -> None:
    officer.say("tập huấn ngày 20/10 chưa?")

    assert "Xác nhận" not in officer.labels


def test_who_answered_is_asked_in_words(officer: Chat) -> None:
    officer.say("hỏi nhanh các trường th: đã có hội đồng chưa?")
    officer.press("Gửi")

    for said in ("ai chưa trả lời", "ket qua hoi nhanh"):
        assert officer.say(said).text.startswith("**0/7 trường đã trả lời:** đã có hội đồng chưa?")


def test_an_answer_that_fits_one_of_two_open_questions_is_taken_for_it(officer: Chat, chat: Chat) -> None:
    for question in ("năm nay có bao nhiêu lớp?", "đã có hội đồng chưa?"):
        officer.say(f"hỏi nhanh các trường: {question}")
        officer.press("Gửi")

    assert chat.say("trường em có 25").text == "✅ Đã ghi **25** cho TH Tứ Cường: năm nay có bao nhiêu lớp?"
    assert chat.say("rồi ạ").text == "✅ Đã ghi **Rồi** cho TH Tứ Cường: đã có hội đồng chưa?"


def test_a_principal_asks_for_the_own_result_and_help(chat: Chat) -> None:
    assert chat.say("kết quả đánh giá ngoài trường mình").text.endswith("của **TH Tứ Cường**.")
    assert chat.say("tôi làm được gì").text.startswith("Thầy/cô cứ viết như nói")


def test_an_announcement_that_is_shown_takes_a_time_and_is_dropped_in_words(officer: Chat, chat: Chat) -> None:
    officer.say("gửi thông báo cho TH Tứ Cường: mang hồ sơ")

    assert officer.say("hẹn 7h sáng mai").text.startswith("**Gửi 1 trường lúc 07:00 thứ ba 03/10/2017?**")
    assert officer.say("thoi khong gui nua").text == "Vâng, không gửi gì."


def test_another_errand_is_heard_while_the_audience_is_asked_for(officer: Chat) -> None:
    officer.say("soạn thông báo")

    answer = officer.say("TH Tứ Cường khi nào đánh giá ngoài").text
    assert answer.startswith("**TH Tứ Cường**: đánh giá ngoài tháng **11/2017**")


def test_those_who_are_silent_are_reminded_in_words(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say("gửi thông báo cho TH Tứ Cường: mang hồ sơ")
    officer.press("Gửi")

    assert officer.say("nhắc lại những trường chưa xác nhận").text == "Đã nhắc **1 trường**: TH Tứ Cường."


def test_got_it_is_answered_where_nothing_waits(chat: Chat) -> None:
    assert chat.say("đã nhận ạ").text == "Hiện không có thông báo nào chờ trường mình xác nhận."


def test_the_trail_says_what_people_say_and_not_what_rows_say(officer: Chat, chat: Chat) -> None:
    officer.say("gửi thông báo cho TH Tứ Cường: mang hồ sơ")
    officer.press("Gửi")
    officer.say("đổi tên cơ quan thành UBND xã Thanh Miện")
    officer.press("Xác nhận")
    trail = officer.say("xuất nhật ký").text

    assert "gửi thông báo **số 1**" in trail
    assert "Phòng GD&ĐT cấp huyện (trước 7/2025) → Một xã, phường" in trail
    assert "đổi thông tư áp dụng **2017-2018 THCS**: TT 42/2012" in trail


def test_a_school_sees_again_what_it_was_told(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    deputy = seat(app, phone, "pho-tu-cuong", "deputy", "TH Tứ Cường")
    assert chat.say("có thông báo gì không").text == "Trường mình chưa nhận thông báo nào."
    for text in ("mang hồ sơ", "họp 8h thứ hai"):
        officer.say(f"gửi thông báo cho TH Tứ Cường: {text}")
        officer.press("Gửi")
    chat.say("đã nhận")
    shown = chat.say("thong bao moi nhat").text.splitlines()

    assert shown[1:] == ["✅ 02/10/2017: họp 8h thứ hai", "○ 02/10/2017: mang hồ sơ"]
    assert deputy.say("các thông báo gần đây").text.splitlines() == [
        "**Thông báo gần đây** (✅ đã xác nhận):",
        *shown[1:],
    ]
    assert chat.press("Đã nhận").text.endswith("✅ **TH Tứ Cường** đã nhận lúc 07:30 ngày 02/10/2017.")
