"""Where the own school stands: all of it, one place, and what is lacking."""

from __future__ import annotations

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, TestClock, seat


@pytest.mark.parametrize(
    "asked", ["trường tôi còn thiếu gì", "truong minh con gi", "/thieu", "bao nhiêu phần trăm rồi"]
)
def test_the_overview_begins_with_the_count(chat: Chat, asked: str) -> None:
    chat.say("1.1 xong, 1.2 được 40%")
    assert chat.say(asked).text.splitlines()[0] == "**TH Tứ Cường**: xong 1/28 tiêu chí, tiến độ chung 5 %."


def test_the_overview_fits_one_screen(chat: Chat) -> None:
    assert len(chat.say("/thieu").text.splitlines()) <= 18


def test_the_overview_says_the_dates(chat: Chat) -> None:
    said = chat.say("/thieu").text
    assert "Đánh giá ngoài **11/2017**: còn 30 ngày." in said
    assert "Hạn báo cáo tự đánh giá 31/05/2018: còn 241 ngày." in said


def test_a_done_report_has_no_deadline(chat: Chat) -> None:
    chat.say("xong báo cáo tự đánh giá")
    assert "Hạn báo cáo" not in chat.say("/thieu").text


def test_the_review_month_is_this_month_and_then_over(chat: Chat, clock: TestClock) -> None:
    clock.move_to(clock.now().replace(month=11, day=20))
    assert "chính là tháng này" in chat.say("/thieu").text
    clock.move_to(clock.now().replace(month=12))
    assert "Đánh giá ngoài **11/2017**: đã qua." in chat.say("/thieu").text


def test_what_is_needed_most_comes_first(chat: Chat) -> None:
    chat.say("1.1 xong, 1.2 được 80%, 3.4 không đạt")
    said = chat.say("/thieu").text.splitlines()
    at = said.index("**Còn 27 tiêu chí**, nên làm trước:")
    assert said[at + 1].startswith("◐ 3.4 Nhà vệ sinh, nhà xe, nước sạch (không đạt)")
    assert said[at + 2].startswith("○ 1.3")


def test_the_level_is_said_once_something_is_rated(chat: Chat) -> None:
    chat.say("1.1 xong")
    assert "Tự đánh giá:" not in chat.say("/thieu").text
    chat.say("tiêu chuẩn 1, 2 đạt, 3.1, 3.2, 3.3, 3.5, 3.6 đạt, 3.4 không đạt")
    said = chat.say("/thieu").text.splitlines()
    at = next(at for at, line in enumerate(said) if line.startswith("Tự đánh giá:"))
    assert said[at : at + 3] == [
        "Tự đánh giá: 17/28 tiêu chí đạt (60 %), 10 chưa đánh giá; theo tỷ lệ đạt cấp độ 1, "
        "chưa xét tiêu chí bắt buộc (chưa có danh sách).",
        "Để lên cấp độ 2 còn thiếu 3 tiêu chí, gần nhất: 3.4, 4.1, 4.2.",
        "",
    ]
    assert len(said) <= 20


def test_everything_lacking_is_a_button_away(chat: Chat) -> None:
    chat.say("xong tiêu chuẩn 1, 2, 3, 4")
    chat.say("/thieu")
    said = chat.press("Xem hết").text
    assert "**Còn 7 tiêu chí:**" in said
    assert "**Còn 6 bước:**" in said


def test_a_bar_shows_what_is_begun_and_is_full_only_when_done(chat: Chat) -> None:
    chat.say("1.1 được 10%, 4.1 xong, 4.2 xong, 4.3 được 90%, xong tiêu chuẩn 5")
    said = chat.say("/thieu").text.splitlines()
    assert said[-5:] == [
        "Tiêu chuẩn 1 ■□□□□ 0/7",
        "Tiêu chuẩn 2 □□□□□ 0/5",
        "Tiêu chuẩn 3 □□□□□ 0/6",
        "Tiêu chuẩn 4 ■■■■□ 2/3",
        "Tiêu chuẩn 5 ■■■■■ 7/7",
    ]


def test_the_step_under_way_is_named_with_its_figure(chat: Chat) -> None:
    chat.say("xong hội đồng tự đánh giá")
    chat.say("báo cáo được 50%")
    assert "Các bước: 1/6 xong, đang làm ◐ Báo cáo tự đánh giá 50 %" in chat.say("/thieu").text


def test_a_complete_school_hears_so(chat: Chat) -> None:
    chat.say("xong tiêu chuẩn 1, 2, 3, 4, 5")
    for step in ("council", "plan", "evidence", "rating", "report", "publication"):
        chat.say(f"/ghi milestone:{step} xong")
    said = chat.say("/thieu").text
    assert "✅ Xong hết các tiêu chí." in said
    assert "✅ Đủ sáu bước tự đánh giá." in said


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("2.1 xong chưa", "◐ **2.1** Năng lực cán bộ quản lý: 40 %, ghi ngày 02/10."),
        ("tc 2.2 xong chưa", "○ **2.2** Số lượng, trình độ giáo viên: chưa ghi."),
        ("hội đồng xong chưa", "○ **Hội đồng tự đánh giá**: chưa ghi."),
        ("tiêu chuẩn 4 xong chưa", "**Tiêu chuẩn 4**: 0/3 tiêu chí xong."),
    ],
)
def test_one_place_is_answered_alone(chat: Chat, asked: str, answer: str) -> None:
    chat.say("2.1 được 40%")
    assert chat.say(asked).text.splitlines()[0] == answer


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("2.1 xong chưa", "**2.1**"),
        ("hội đồng xong chưa", "**Hội đồng tự đánh giá**"),
        ("tiêu chuẩn 4 xong chưa", "**Tiêu chuẩn 4"),
    ],
)
def test_what_was_asked_about_is_updated_by_its_button(chat: Chat, asked: str, title: str) -> None:
    chat.say(asked)
    assert chat.press("Cập nhật").text.startswith(title)


def test_a_place_that_is_not_there_is_said(chat: Chat) -> None:
    assert "không có tiêu chí 5.9" in chat.say("5.9 xong chưa").text


def test_a_school_sees_only_its_own(app: App, phone: Phone, chat: Chat) -> None:
    other = seat(app, phone, "doan-tung", "principal", "TH Đoàn Tùng")
    other.say("xong tiêu chuẩn 1")
    assert "xong 0/28" in chat.say("/thieu").text
    assert "dành cho chuyên viên" in chat.say("TH Đoàn Tùng đến đâu rồi").text


def test_own_evidence_is_honestly_not_kept(chat: Chat) -> None:
    said = chat.say("trường tôi đã nộp minh chứng gì").text
    assert said.startswith("Tôi chưa lưu danh mục minh chứng")
