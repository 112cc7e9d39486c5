"""The managing office, and the communes of its schools."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.app import App
from db.tables import Audit
from tests.conftest import Chat, Phone


def test_the_office_is_shown_with_a_button_for_each_part(officer: Chat) -> None:
    assert officer.say("/coquan").text.splitlines() == [
        "**Phòng GD&ĐT Thanh Miện**",
        "Năm học 2017-2018: 16 trường",
        "Liên hệ: chưa ghi",
        "Dòng ký: chưa ghi",
        "Cấp: Phòng GD&ĐT cấp huyện (trước 7/2025)",
    ]
    assert officer.labels == ["Đổi tên cơ quan", "Đổi dòng ký", "Đổi liên hệ", "Đổi cấp"]


def test_a_new_name_is_confirmed_and_stands_wherever_the_office_is_named(
    app: App, officer: Chat, chat: Chat, phone: Phone
) -> None:
    assert officer.say("đổi tên cơ quan thành UBND xã Thanh Miện").text == (
        "Tên cơ quan năm học 2017-2018: Phòng GD&ĐT Thanh Miện → **UBND xã Thanh Miện**?"
    )
    assert officer.press("Xác nhận").text.splitlines() == [
        "Đã đổi tên cơ quan: **UBND xã Thanh Miện**.",
        "Cấp: Một xã, phường.",
    ]
    assert "**UBND xã Thanh Miện**" in officer.say("/start").text
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    assert "UBND xã Thanh Miện cảm ơn" in phone.at(chat.address)[-1].text
    with app.sessions.begin() as session:
        found = session.scalars(select(Audit).filter_by(action="office-name")).one()
        assert (found.before, found.after) == ("Phòng GD&ĐT Thanh Miện", "UBND xã Thanh Miện")


@pytest.mark.parametrize(
    ("button", "value", "line"),
    [
        (
            "Đổi dòng ký",
            "KT. Trưởng phòng, Phó Trưởng phòng Nguyễn Văn A",
            "Dòng ký: KT. Trưởng phòng, Phó Trưởng phòng Nguyễn Văn A",
        ),
        ("Đổi liên hệ", "Cô Nguyễn Thị B, 0912 345 678", "Liên hệ: Cô Nguyễn Thị B, 0912 345 678"),
        ("Đổi tên", "Sở GD&ĐT Hải Dương", "**Sở GD&ĐT Hải Dương**"),
    ],
)
def test_a_part_is_changed_by_its_button(officer: Chat, button: str, value: str, line: str) -> None:
    officer.say("/coquan")
    officer.press(button)
    officer.say(value)
    officer.press("Xác nhận")
    assert line in officer.say("/coquan").text.splitlines()


def test_the_rank_is_chosen(officer: Chat) -> None:
    officer.say("/coquan")
    officer.press("Đổi cấp")
    officer.press("Nhiều xã, phường")
    officer.press("Xác nhận")
    assert "Cấp: Nhiều xã, phường" in officer.say("/coquan").text


def test_the_same_name_changes_nothing(officer: Chat) -> None:
    assert "không có gì thay đổi" in officer.say("đổi tên cơ quan thành Phòng GD&ĐT Thanh Miện").text


def test_a_name_that_is_too_long_is_refused(officer: Chat) -> None:
    assert "dài quá 200 ký tự" in officer.say(f"đổi tên cơ quan thành {'dài ' * 60}").text


def test_never_mind_stops_waiting_for_words(officer: Chat) -> None:
    officer.say("/doicoquan ten")
    officer.press("Thôi")
    assert "Tên cơ quan" not in officer.say("lịch").text


def test_a_principal_sees_whom_to_call_and_changes_nothing(chat: Chat, officer: Chat) -> None:
    officer.say("đổi liên hệ thành Cô B, 0912 345 678")
    officer.press("Xác nhận")
    assert chat.say("/coquan").text.splitlines()[-1] == "Liên hệ: Cô B, 0912 345 678"
    assert chat.labels == []
    chat.say("đổi tên cơ quan thành Trường tôi")
    assert "dành cho chuyên viên" in chat.say("/doicoquan ten").text
    assert "**Phòng GD&ĐT Thanh Miện**" in officer.say("/coquan").text


def test_a_school_is_put_into_a_commune(app: App, officer: Chat) -> None:
    assert officer.say("TH Tứ Cường thuộc xã Tứ Cường").text == "Ghi **TH Tứ Cường** thuộc **Xã Tứ Cường**?"
    assert officer.press("Xác nhận").text == "Đã ghi 1 trường thuộc **Xã Tứ Cường**."
    officer.say("TH Đoàn Tùng, MN Đoàn Kết thuộc xã Đoàn Tùng")
    officer.press("Xác nhận")
    assert officer.say("các trường xã Đoàn Tùng").text.splitlines() == [
        "**Xã Đoàn Tùng: 2 trường.**",
        "11/2017 · MN Đoàn Kết, TH Đoàn Tùng",
    ]
    assert officer.say("/xa").text.splitlines() == [
        "**Các trường theo xã:**",
        "· Xã Tứ Cường: 1 trường",
        "· Xã Đoàn Tùng: 2 trường",
    ]
    assert "đã thuộc Xã Tứ Cường rồi" in officer.say("TH Tứ Cường thuộc xã Tứ Cường").text
    with app.sessions.begin() as session:
        assert len(session.scalars(select(Audit).filter_by(action="commune")).all()) == 3


def test_without_communes_it_is_said_how_to_put_them_in(officer: Chat) -> None:
    assert "TH Tứ Cường thuộc xã Thanh Miện" in officer.say("/xa").text


@pytest.mark.parametrize("said", ["liên hệ ai", "số điện thoại phòng giáo dục", "cho em xin liên hệ của phòng"])
def test_whom_to_call_is_asked_in_words(chat: Chat, said: str) -> None:
    assert chat.say(said).text.startswith("**Phòng GD&ĐT Thanh Miện**")


def test_an_officer_who_says_only_what_to_change_gets_the_buttons(officer: Chat) -> None:
    officer.say("đổi tên cơ quan")
    assert "Đổi tên cơ quan" in officer.labels
