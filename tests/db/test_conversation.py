"""One whole conversation on each kind of database: join, ask, record, take back, be reminded."""

from __future__ import annotations

import asyncio

import pytest

from bot.app import App
from bot.demo import load_seed
from db import people
from db.session import Sessions
from knowledge.shelf import Shelf
from tests.conftest import BOOTSTRAP, START, Chat, Phone, TestClock, assemble


@pytest.fixture
def app(any_sessions: Sessions, shelf: Shelf, clock: TestClock, phone: Phone) -> App:
    """Give the product with the plan of 2017-2018, on each kind of database."""
    with any_sessions.begin() as session:
        load_seed(session, shelf, START)
    return assemble(any_sessions, shelf, clock, phone)


def test_a_principal_joins_asks_reports_takes_back_and_is_reminded(app: App, phone: Phone, clock: TestClock) -> None:
    officer, principal = Chat(app, phone, "phong"), Chat(app, phone, "co-hoa")

    assert officer.say(BOOTSTRAP).text.startswith("Chào thầy/cô, chuyên viên **")
    invitation = officer.say("tạo mã mời TH Tứ Cường").text
    assert "TH Tứ Cường" in invitation
    code = invitation.splitlines()[1].strip("*")
    assert "TH Tứ Cường" in principal.say(code).text
    assert principal.say(code).text.startswith("Mã này đã được dùng.")

    assert principal.say("tc 3.5 cần gì").text.startswith("**Tiêu chí 3.5 · Thư viện**")
    assert "✅ 1.1: chưa ghi → xong" in principal.say("xong tc 1.1").text
    assert principal.press("Hoàn tác").text.startswith("Đã bỏ")

    phone.shown.clear()
    asyncio.run(app.tick())
    (reminder,) = phone.at("co-hoa")
    assert reminder.text.splitlines()[0] == "⏰ Còn **30 ngày** đến tháng đánh giá ngoài (11/2017) của **TH Tứ Cường**."
    principal.last = reminder
    assert principal.press("Vì sao").text.startswith("Thầy/cô nhận tin này vì:")
    with app.sessions.begin() as session:
        assert [one.name for one in people.officers(session)] == ["Người phong"]
