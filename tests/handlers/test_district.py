"""The office's view of its schools: all, of a level, of a month, and those singled out."""

from __future__ import annotations

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, seat


@pytest.fixture
def other(app: App, phone: Phone) -> Chat:
    """Talk as the principal of TH Đoàn Tùng."""
    return seat(app, phone, "doan-tung", "principal", "TH Đoàn Tùng")


@pytest.mark.parametrize("asked", ["tiến độ các trường", "/tiendo", "tình hình toàn huyện thế nào"])
def test_all_schools_are_counted(chat: Chat, officer: Chat, asked: str) -> None:
    chat.say("xong 1.1")
    assert officer.say(asked).text.splitlines()[0] == "**16 trường: 0 xong báo cáo, 1 đang làm, 15 chưa bắt đầu.**"


@pytest.mark.parametrize(
    "asked", ["tien do cac truong th", "tiến độ các trường tiểu học", "các trường tiểu học đến đâu rồi"]
)
def test_the_schools_of_a_level_are_counted(chat: Chat, other: Chat, officer: Chat, asked: str) -> None:
    chat.say("xong tiêu chuẩn 1")
    other.say("xong báo cáo tự đánh giá")
    assert officer.say(asked).text.splitlines() == [
        "**7 trường tiểu học: 1 xong báo cáo, 1 đang làm, 5 chưa bắt đầu.**",
        "11/2017 · Tứ Cường 25 % · Đoàn Tùng 0 %",
        "12/2017 · Thanh Giang 0 % · Hồng Quang 0 % · Chi Lăng Bắc 0 % · Phạm Kha 0 %",
        "01/2018 · Diên Hồng 0 %",
    ]


def test_the_levels_are_a_button_away(officer: Chat) -> None:
    officer.say("/tiendo")
    assert officer.labels == ["Các trường MN", "Các trường TH", "Các trường THCS", "Trường chưa bắt đầu", "Hình"]
    assert "3 trường mầm non" in officer.press("Các trường MN").text
    officer.say("/tiendo")
    assert "6 trường THCS" in officer.press("Các trường THCS").text


@pytest.mark.parametrize("asked", ["tiến độ tháng 11", "tiến độ các trường tháng 11"])
def test_the_schools_of_a_month_are_counted(officer: Chat, asked: str) -> None:
    said = officer.say(asked).text.splitlines()
    assert said[0] == "**4 trường đánh giá ngoài 11/2017: 0 xong báo cáo, 0 đang làm, 4 chưa bắt đầu.**"
    assert len(said) == 2


def test_a_level_and_a_month_narrow_each_other(officer: Chat) -> None:
    said = officer.say("tiến độ các trường tiểu học tháng 11").text
    assert said.startswith("**2 trường tiểu học đánh giá ngoài 11/2017:")


def test_a_month_without_schools_says_so(officer: Chat) -> None:
    assert officer.say("tiến độ các trường tháng 2").text == "Không có trường nào đánh giá ngoài 02/2018."


@pytest.mark.parametrize("asked", ["trường nào chưa bắt đầu", "những trường nào chưa làm gì"])
def test_the_schools_that_have_not_begun_are_singled_out(chat: Chat, officer: Chat, asked: str) -> None:
    chat.say("xong 1.1")
    said = officer.say(asked).text
    assert said.splitlines()[0] == "**15/16 trường chưa bắt đầu.**"
    assert "Tứ Cường" not in said


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("trường nào chưa xong báo cáo", "**15/16 trường chưa xong báo cáo tự đánh giá.**"),
        ("trường nào đã xong báo cáo", "**1/16 trường đã xong báo cáo tự đánh giá.**"),
        ("trường tiểu học nào chưa nộp báo cáo", "**6/7 trường tiểu học chưa xong báo cáo tự đánh giá.**"),
        ("trường nào xong hội đồng rồi", "**0/16 trường đã xong hội đồng tự đánh giá.**"),
    ],
)
def test_the_schools_of_a_step_are_singled_out(other: Chat, officer: Chat, asked: str, head: str) -> None:
    other.say("xong báo cáo tự đánh giá")
    assert officer.say(asked).text.splitlines()[0] == head


@pytest.mark.parametrize("asked", ["tiến độ TH Tứ Cường", "tu cuong den dau roi", "TH Tứ Cường còn thiếu gì"])
def test_one_school_is_shown(chat: Chat, officer: Chat, asked: str) -> None:
    chat.say("xong tiêu chuẩn 1")
    said = officer.say(asked).text.splitlines()
    assert said[0] == "**TH Tứ Cường**: xong 7/28 tiêu chí, tiến độ chung 25 %."
    assert "Cập nhật gần nhất: 02/10/2017." in said
    assert "Tiêu chuẩn 1 ■■■■■ 7/7" in said


def test_a_school_that_has_said_nothing_is_shown_neutrally(officer: Chat) -> None:
    assert "Chưa có cập nhật nào." in officer.say("tiến độ TH Tứ Cường").text


def test_a_name_of_two_schools_is_asked_about(officer: Chat) -> None:
    assert officer.say("tiến độ thanh giang").text == "Thầy/cô hỏi trường nào?"
    assert "**MN Thanh Giang**" in officer.press("MN").text


def test_the_order_is_by_month_and_never_a_ranking(chat: Chat, officer: Chat) -> None:
    before = [line[:7] for line in officer.say("/tiendo").text.splitlines()[1:]]
    chat.say("xong tiêu chuẩn 1, 2, 3, 4, 5")
    assert (
        [line[:7] for line in officer.say("/tiendo").text.splitlines()[1:]]
        == before
        == sorted(before, key=lambda month: month[3:] + month[:2])
    )


@pytest.mark.parametrize("asked", ["tiến độ các trường", "trường nào chưa xong báo cáo"])
def test_a_principal_does_not_see_the_others(chat: Chat, other: Chat, asked: str) -> None:
    other.say("xong tiêu chuẩn 1")
    said = chat.say(asked).text
    assert said == "Phần này dành cho chuyên viên của cơ quan quản lý."
    assert chat.labels == ["Trường mình còn thiếu gì"]
