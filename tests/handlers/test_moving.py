"""The calendar, and moving a review: shown, confirmed, asked for, declined."""

from __future__ import annotations

import re

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, seat


@pytest.fixture
def kindergarten(app: App, phone: Phone) -> Chat:
    """Talk as the principal of MN Đoàn Kết, whose review month is 11/2017."""
    return seat(app, phone, "doan-ket", "principal", "MN Đoàn Kết")


def test_the_whole_year_is_listed_by_month(officer: Chat) -> None:
    said = officer.say("lịch").text.splitlines()
    assert said[0] == "**Năm học 2017-2018: 16 trường được đánh giá ngoài.**"
    assert said[1] == "10/2017 · THCS Cao Thắng, THCS Ngô Quyền"
    assert said[-1] == "Mọi trường: xong báo cáo tự đánh giá trước 31/05/2018."


def test_a_month_is_listed(officer: Chat) -> None:
    assert (
        officer.say("tháng 11 có trường nào").text
        == "**Tháng 11/2017 có 4 trường:** MN Đoàn Kết, MN Thanh Giang, TH Tứ Cường, TH Đoàn Tùng."
    )


def test_a_month_without_reviews_says_so(officer: Chat) -> None:
    assert "không có trường nào" in officer.say("tháng 2 có trường nào").text


def test_a_level_narrows_the_calendar(chat: Chat, officer: Chat) -> None:
    assert (
        officer.say("lịch tháng 11 các trường tiểu học").text
        == "**Tháng 11/2017 có 2 trường tiểu học:** TH Tứ Cường, TH Đoàn Tùng."
    )
    assert chat.say("lịch các trường mầm non").text.startswith("**Năm học 2017-2018: 3 trường mầm non được đánh giá")


def test_a_principal_sees_the_whole_year_when_asking_for_it(chat: Chat) -> None:
    assert chat.say("lịch các trường").text.startswith("**Năm học 2017-2018: 16 trường")


@pytest.mark.parametrize("asked", ["bao giờ trường tôi đánh giá ngoài", "lịch đánh giá ngoài trường mình"])
def test_the_own_month_is_answered(chat: Chat, asked: str) -> None:
    assert chat.say(asked).text == "**TH Tứ Cường**: đánh giá ngoài tháng **11/2017** (còn 30 ngày)."


def test_two_schools_of_one_name_are_both_answered(officer: Chat) -> None:
    assert [line.partition(":")[0] for line in officer.say("lịch thanh giang").text.splitlines()] == [
        "**MN Thanh Giang**",
        "**TH Thanh Giang**",
    ]


def test_a_move_is_shown_first(officer: Chat, kindergarten: Chat) -> None:
    assert officer.say("dời mn đoàn kết sang 12/2017").text.splitlines() == [
        "**MN Đoàn Kết**: 11/2017 → **12/2017**. Khi xác nhận:",
        "· Bỏ 5 lời nhắc cũ, lập 8 lời nhắc mới, từ 02/10/2017",
        "· Báo cho hiệu trưởng (1 người)",
        "· Tháng 12/2017 sẽ có 5 trường",
    ]
    assert officer.labels == ["Xác nhận", "Thôi"]
    assert "11/2017" in officer.say("lịch mn đoàn kết").text


@pytest.mark.parametrize("wish", ["MN Đoàn Kết sang 12/2017", "TH Diên Hồng sang 10/2017", "THCS Lam Sơn sang 2/2018"])
def test_what_was_said_of_the_reminders_is_what_happens(officer: Chat, wish: str) -> None:
    counted = re.search(r"Bỏ \d+ lời nhắc cũ, lập \d+ lời nhắc mới", officer.say(f"dời {wish}").text)
    assert counted is not None
    assert counted[0] in officer.press("Xác nhận").text


def test_a_confirmed_move_tells_the_school(officer: Chat, kindergarten: Chat, phone: Phone) -> None:
    officer.say("dời mn đoàn kết sang 12/2017")
    assert officer.press("Xác nhận").text.startswith("Đã dời **MN Đoàn Kết**: 11/2017 → **12/2017**.")
    assert [one.text for one in phone.at(kindergarten.address)] == [
        "Lịch đánh giá ngoài của **MN Đoàn Kết** đã đổi: 11/2017 → **12/2017**.\n"
        "Phòng GD&ĐT Thanh Miện báo; các lời nhắc theo lịch mới."
    ]
    assert "12/2017" in kindergarten.say("bao giờ trường tôi đánh giá ngoài").text


def test_a_school_without_anybody_is_said_to_be_untold(officer: Chat) -> None:
    officer.say("dời TH Diên Hồng sang 2/2018")
    assert "chưa có ai tham gia" in officer.last.text
    assert "chưa báo được" in officer.press("Xác nhận").text


def test_a_move_is_confirmed_once(officer: Chat) -> None:
    officer.say("dời mn đoàn kết sang 12/2017")
    question = officer.last
    officer.press("Xác nhận")
    officer.last = question
    assert "đã cũ hoặc đã làm rồi" in officer.press("Xác nhận").text


def test_an_old_confirmation_does_not_confirm_a_newer_move(officer: Chat) -> None:
    officer.say("dời mn đoàn kết sang 12/2017")
    first = officer.last
    officer.say("dời TH Diên Hồng sang 2/2018")
    officer.last = first
    assert "**MN Đoàn Kết**" in officer.press("Xác nhận").text
    assert "01/2018" in officer.say("lịch TH Diên Hồng").text


def test_a_move_that_somebody_else_made_meanwhile_is_stale(app: App, phone: Phone, officer: Chat) -> None:
    colleague = seat(app, phone, "dong-nghiep", "officer")
    officer.say("dời mn đoàn kết sang 12/2017")
    colleague.say("dời mn đoàn kết sang 1/2018")
    colleague.press("Xác nhận")
    assert "đã cũ" in officer.press("Xác nhận").text
    assert "01/2018" in officer.say("lịch mn đoàn kết").text


def test_never_mind_moves_nothing(officer: Chat) -> None:
    officer.say("dời mn đoàn kết sang 12/2017")
    assert officer.press("Thôi").text == "Vâng, không thay đổi gì."
    assert "11/2017" in officer.say("lịch mn đoàn kết").text


def test_a_name_of_two_schools_is_asked_about(officer: Chat) -> None:
    assert officer.say("dời thanh giang sang 1/2018").text == "Thầy/cô dời trường nào?"
    assert sorted(officer.labels) == ["MN Thanh Giang", "TH Thanh Giang"]
    assert "**TH Thanh Giang**: 12/2017 → **01/2018**" in officer.press("TH").text


def test_a_month_that_is_not_said_is_offered(officer: Chat) -> None:
    officer.say("tiến độ TH Diên Hồng")
    assert "sang tháng nào?" in officer.press("Dời lịch").text
    assert officer.labels[:4] == ["10/2017", "11/2017", "12/2017", "02/2018"]
    assert "01/2018 → **02/2018**" in officer.press("02/2018").text


def test_a_month_outside_the_year_is_refused(officer: Chat) -> None:
    assert (
        officer.say("dời TH Thanh Giang sang tháng 9/2018").text
        == "Tháng 09/2018 nằm ngoài năm học 2017-2018 (từ 08/2017 đến 07/2018)."
    )


def test_the_same_month_changes_nothing(officer: Chat) -> None:
    assert "không có gì thay đổi" in officer.say("dời mn đoàn kết sang 11/2017").text


def test_a_move_without_a_school_asks_which(officer: Chat) -> None:
    assert "chưa rõ dời trường nào" in officer.say("dời lịch sang 12/2017").text


def test_a_principal_asks_and_the_officer_decides(chat: Chat, officer: Chat, phone: Phone) -> None:
    assert "Lịch chưa đổi" in chat.say("xin dời lịch sang 12/2017").text
    officer.last = phone.at(officer.address)[-1]
    assert officer.last.text.splitlines() == [
        "**TH Tứ Cường** xin dời đánh giá ngoài: 11/2017 → **12/2017** (Người tu-cuong).",
        "Nếu đồng ý: bỏ 5 lời nhắc cũ, lập 8 lời nhắc mới, từ 02/10/2017; trường được báo.",
    ]
    assert officer.press("Đồng ý dời").text.startswith("Đã dời **TH Tứ Cường**: 11/2017 → **12/2017**.")
    assert "đã đổi: 11/2017 → **12/2017**" in phone.at(chat.address)[-1].text


def test_a_declined_wish_is_told(chat: Chat, officer: Chat, phone: Phone) -> None:
    chat.say("xin dời lịch sang 12/2017")
    officer.last = phone.at(officer.address)[-1]
    assert officer.press("Không dời").text == "**TH Tứ Cường** giữ nguyên tháng 11/2017. Đã báo cho trường."
    assert "chưa chấp thuận dời **TH Tứ Cường** sang 12/2017" in phone.at(chat.address)[-1].text


def test_a_wish_granted_cannot_be_declined_afterwards(chat: Chat, officer: Chat, phone: Phone) -> None:
    chat.say("xin dời lịch sang 12/2017")
    wish = phone.at(officer.address)[-1]
    officer.last = wish
    officer.press("Đồng ý dời")
    officer.last = wish
    assert "đã được giải quyết" in officer.press("Không dời").text


def test_the_same_wish_twice_a_day_is_one_letter(chat: Chat, officer: Chat, phone: Phone) -> None:
    chat.say("xin dời lịch sang 12/2017")
    chat.say("xin dời lịch sang 12/2017")
    assert len(phone.at(officer.address)) == 1


def test_a_principal_who_names_no_month_is_offered_them(chat: Chat, officer: Chat) -> None:
    assert "đang ở 11/2017" in chat.say("xin dời lịch đánh giá ngoài").text
    assert "11/2017" not in chat.labels
    assert "Đã gửi đề nghị" in chat.press("12/2017").text


def test_a_principal_asks_only_for_the_own_school(chat: Chat, officer: Chat, phone: Phone) -> None:
    assert "Đã gửi" not in chat.say("xin dời lịch TH Đoàn Tùng sang 12/2017").text
    assert phone.at(officer.address) == []


def test_without_officers_a_wish_is_refused_honestly(chat: Chat) -> None:
    assert "Chưa có chuyên viên nào" in chat.say("xin dời lịch sang 12/2017").text


@pytest.mark.parametrize("words", ["/doilich 5 2017-12", "/xacnhan 5 2017-12 2017-11", "/khongdoi 5 2017-12"])
def test_a_principal_moves_nothing(chat: Chat, words: str) -> None:
    assert "dành cho chuyên viên" in chat.say(words).text


@pytest.mark.parametrize(
    "words", ["/xacnhan", "/xacnhan 5 2017-13 -", "/xacnhan 999 2017-12 2017-11", "/khongdoi", "/khongdoi 1"]
)
def test_a_button_that_means_nothing_is_refused(officer: Chat, words: str) -> None:
    assert "đã cũ" in officer.say(words).text


@pytest.mark.parametrize(
    ("words", "told"),
    [("xác nhận", "Đã dời"), ("ok ạ", "Đã dời"), ("thôi", "không thay đổi"), ("Không", "không thay đổi")],
)
def test_the_answer_can_be_typed(officer: Chat, words: str, told: str) -> None:
    officer.say("dời MN Đoàn Kết sang 12/2017")
    assert told in officer.say(words).text
