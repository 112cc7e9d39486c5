"""The office's letter of the week."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.app import App
from tests.conftest import START, ZONE, Chat, Phone, TestClock, seat


@pytest.fixture
def monday(clock: TestClock) -> datetime:
    return START + timedelta(weeks=1)


def digests(app: App, phone: Phone, clock: TestClock, address: str, moment: datetime) -> list[str]:
    """Tick at *moment* and give what the officer got of the letter."""
    clock.move_to(moment)
    asyncio.run(app.tick())
    return [one.text for one in phone.at(address) if one.text.startswith("**Tuần ")]


def test_it_comes_on_monday_morning_and_once(
    app: App, officer: Chat, phone: Phone, clock: TestClock, monday: datetime
) -> None:
    before = digests(app, phone, clock, officer.address, monday - timedelta(minutes=1))
    first = digests(app, phone, clock, officer.address, monday)
    again = digests(app, phone, clock, officer.address, monday + timedelta(hours=2))

    assert before == []
    assert [text.split("\n")[0] for text in first] == ["**Tuần 09/10–15/10**"]
    assert again == first


def test_it_says_what_moved_who_is_at_risk_and_what_waits(
    app: App, officer: Chat, chat: Chat, stranger: Chat, phone: Phone, clock: TestClock, monday: datetime
) -> None:
    clock.move_to(START + timedelta(days=2))
    chat.say("xong tc 1.1, 1.2")
    text = digests(app, phone, clock, officer.address, monday)[0]

    assert "Tuần qua 1 trường cập nhật, thêm 2 mục xong." in text
    assert "• TH Tứ Cường: đánh giá ngoài 11/2017, mới 7 %" in text
    assert "Tuần này tôi nhắc" in text
    assert "câu hỏi chờ" not in text


def test_a_school_long_silent_is_named(app: App, officer: Chat, phone: Phone, clock: TestClock) -> None:
    text = digests(app, phone, clock, officer.address, START + timedelta(weeks=3))[0]

    assert "ngày chưa cập nhật" in text or "mới 0 %" in text


def test_principals_do_not_get_it(
    app: App, officer: Chat, chat: Chat, phone: Phone, clock: TestClock, monday: datetime
) -> None:
    digests(app, phone, clock, officer.address, monday)

    assert not [one for one in phone.at(chat.address) if one.text.startswith("**Tuần ")]


def test_every_officer_gets_it(app: App, officer: Chat, phone: Phone, clock: TestClock, monday: datetime) -> None:
    other = seat(app, phone, "phong-2", "officer")

    assert len(digests(app, phone, clock, officer.address, monday)) == 1
    assert len([one for one in phone.at(other.address) if one.text.startswith("**Tuần ")]) == 1


def test_none_comes_once_the_year_is_over(app: App, officer: Chat, phone: Phone, clock: TestClock) -> None:
    assert digests(app, phone, clock, officer.address, datetime(2018, 8, 13, 7, 30, tzinfo=ZONE)) == []
