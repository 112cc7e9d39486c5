"""Silences that fall due one after the other are told to the officer at once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.app import App
from db.tables import Receipt
from tests.conftest import ZONE, Chat, Phone, TestClock, seat


def test_schools_reached_minutes_apart_are_told_to_the_officer_in_one_letter(
    app: App, clock: TestClock, officer: Chat, chat: Chat, phone: Phone
) -> None:
    seat(app, phone, "doan-ket", "principal", "MN Đoàn Kết")
    officer.say("gửi thông báo cho tất cả các trường: họp 8h thứ hai")
    officer.press("Gửi")
    with app.sessions.begin() as session:
        late = session.scalars(select(Receipt).where(Receipt.sent_at.is_not(None)).order_by(Receipt.id)).all()[-1]
        assert late.sent_at is not None
        late.sent_at += timedelta(minutes=5)
    asyncio.run(app.move_to(datetime(2017, 10, 7, 12, 0, tzinfo=ZONE)))

    told = [one.text.splitlines()[0] for one in phone.at(officer.address) if "vẫn chưa xác nhận" in one.text]
    assert told == ["**2 trường vẫn chưa xác nhận** sau 2 lần nhắc: MN Đoàn Kết, TH Tứ Cường."]
