"""The year's occasions: in the calendar, moved, dropped, announced, reminded of."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.app import App
from db.tables import Audit
from tests.conftest import ZONE, Chat, Phone, TestClock


def add(officer: Chat, said: str = "thêm hội nghị sơ kết ngày 15/1/2018 tại Phòng GD") -> None:
    """Put an occasion in."""
    officer.say(said)
    officer.press("Xác nhận")


def test_an_occasion_is_shown_before_it_is_added(officer: Chat) -> None:
    assert officer.say("thêm hội nghị sơ kết ngày 15/1/2018 tại Phòng GD").text == (
        "Thêm vào lịch năm học 2017-2018:\n**Hội nghị sơ kết**, thứ Hai 15/01/2018, Phòng GD?"
    )
    assert "Hội nghị" not in officer.say("/lich").text


def test_an_added_occasion_stands_in_the_calendar_in_its_order(officer: Chat, chat: Chat) -> None:
    add(officer)
    assert officer.last.text == "Đã thêm vào lịch: 15/01/2018 · Hội nghị sơ kết (Phòng GD)."
    add(officer, "thêm tập huấn tự đánh giá 8h ngày 20/10 tại TH Tứ Cường")
    lines = chat.say("/lich").text.splitlines()
    assert lines[2] == "20/10/2017 · Tập huấn tự đánh giá (TH Tứ Cường, 8h00)"
    months = [line.split(" · ")[0] for line in lines if " · " in line]
    assert months[:6] == ["10/2017", "20/10/2017", "11/2017", "12/2017", "01/2018", "15/01/2018"]
    assert "· Hội nghị sơ kết 15/01 (Phòng GD)" in chat.say("tháng 1 có trường nào").text


def test_the_schools_are_told_by_a_tap_and_once(officer: Chat, chat: Chat, phone: Phone) -> None:
    add(officer)
    added = officer.last
    assert (
        officer.press("Báo cho các trường").text
        == "Đang báo **Hội nghị sơ kết** cho 1 trường. 15 trường chưa có ai tham gia."
    )
    assert [one.text for one in phone.at(chat.address)] == [
        "Phòng GD&ĐT Thanh Miện mời dự **Hội nghị sơ kết**: **thứ Hai 15/01/2018**, Phòng GD."
    ]
    officer.last = added
    assert "từ trước rồi, không gửi lại" in officer.press("Báo cho các trường").text
    assert len(phone.at(chat.address)) == 1


def test_a_moved_occasion_is_told_anew(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    add(officer)
    officer.press("Báo cho các trường")
    assert officer.say("dời hội nghị sơ kết sang 20/1/2018").text == (
        "Dời **Hội nghị sơ kết**: 15/01/2018 → **thứ Bảy 20/01/2018**?"
    )
    assert officer.press("Xác nhận").text == "Đã dời: 20/01/2018 · Hội nghị sơ kết (Phòng GD)."
    officer.press("Báo các trường lịch mới")
    assert "thứ Bảy 20/01/2018" in phone.at(chat.address)[-1].text
    with app.sessions.begin() as session:
        actions = list(session.scalars(select(Audit.action).where(Audit.action.like("%-occasion")).order_by(Audit.id)))
    assert actions == ["add-occasion", "move-occasion"]


def test_an_occasion_that_was_moved_and_moved_back_is_told_each_time(officer: Chat, chat: Chat, phone: Phone) -> None:
    add(officer)
    officer.press("Báo cho các trường")
    for day in ("20/1/2018", "15/1/2018"):
        officer.say(f"dời hội nghị sơ kết sang {day}")
        officer.press("Xác nhận")
        moved = officer.last
        officer.press("Báo các trường lịch mới")
        officer.last = moved
        officer.press("Báo các trường lịch mới")

    days = [one.text.split("thứ ")[1].split("**")[0] for one in phone.at(chat.address)]
    assert days == ["Hai 15/01/2018", "Bảy 20/01/2018", "Hai 15/01/2018"]


def test_a_dropped_occasion_leaves_the_calendar(officer: Chat, chat: Chat, phone: Phone) -> None:
    add(officer)
    assert officer.say("bỏ hội nghị sơ kết").text == "Bỏ khỏi lịch: **Hội nghị sơ kết**, thứ Hai 15/01/2018?"
    officer.press("Xác nhận")
    officer.press("Báo các trường: không tổ chức")
    assert phone.at(chat.address)[-1].text.endswith("**Hội nghị sơ kết** ngày 15/01/2018 không tổ chức nữa.")
    assert "Hội nghị" not in officer.say("/lich").text


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("thêm hội nghị sơ kết ngày 31/2/2018", "Ngày 31/2/2018 không có trên lịch"),
        ("thêm hội nghị sơ kết ngày 15/1/2019", "nằm ngoài năm học 2017-2018"),
        ("thêm hội nghị sơ kết", "vào ngày nào"),
        ("dời hội nghị sơ kết", "sang ngày nào"),
        ("bỏ tập huấn", "Lịch không có “Tập huấn”"),
        ("dời hội nghị sang 20/1/2018", "Có nhiều sự kiện như vậy"),
        ("/baosukien 99", "không còn trong lịch"),
    ],
)
def test_what_cannot_be_is_refused(officer: Chat, said: str, why: str) -> None:
    add(officer)
    add(officer, "thêm hội nghị tổng kết ngày 25/5/2018")
    assert why in officer.say(said).text


def test_the_same_occasion_twice_is_one(officer: Chat) -> None:
    add(officer)
    assert "Không có gì thay đổi" in officer.say("thêm hội nghị sơ kết ngày 15/1/2018").text


def test_the_occasions_are_listed_for_the_officer(officer: Chat) -> None:
    assert "chưa có sự kiện nào" in officer.say("/sukien").text
    add(officer)
    assert "· 15/01/2018 · Hội nghị sơ kết (Phòng GD)" in officer.say("/sukien").text
    assert officer.labels == ["Báo: Hội nghị sơ kết"]


@pytest.mark.parametrize("said", ["thêm hội nghị sơ kết ngày 15/1/2018", "/sukien", "/baosukien 1"])
def test_a_principal_changes_no_calendar(officer: Chat, chat: Chat, said: str) -> None:
    add(officer, "thêm hội nghị tổng kết ngày 25/5/2018")
    chat.say(said)
    assert "Thêm vào lịch" not in chat.last.text
    assert "sơ kết" not in officer.say("/lich").text


@pytest.mark.parametrize("said", ["them hoi nghi so ket ngay 15/1/2018", "theem hooij nghij sow keets ngayf 15/1/2018"])
def test_words_without_marks_and_slips_are_understood(officer: Chat, said: str) -> None:
    assert "hội nghị sơ kết" in officer.say(said).text.lower()


def test_the_schools_are_reminded_on_the_working_day_before(
    app: App, officer: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    add(officer)
    clock.move_to(datetime(2018, 1, 13, 7, 30, tzinfo=ZONE))
    asyncio.run(app.tick())
    asyncio.run(app.tick())
    found = [one.text for one in phone.at(chat.address) if "Hội nghị" in one.text]
    assert found == ["⏰ Sắp tới: **Hội nghị sơ kết**, thứ Hai 15/01/2018, Phòng GD."]


@pytest.mark.parametrize("said", ["bao giờ sơ kết", "hội nghị sơ kết ngày nào", "lịch hội nghị sơ kết"])
def test_the_day_of_an_occasion_is_answered_from_the_calendar(officer: Chat, chat: Chat, said: str) -> None:
    assert "thứ Hai 15/01/2018" not in chat.say(said).text
    add(officer)
    assert chat.say(said).text == "**Hội nghị sơ kết**: thứ Hai 15/01/2018, Phòng GD."


def test_other_occasions_are_still_answered_from_the_plan(officer: Chat, chat: Chat) -> None:
    add(officer, "thêm tập huấn tự đánh giá ngày 20/10/2017")
    assert "20/10/2017" not in chat.say("bao giờ sơ kết").text
