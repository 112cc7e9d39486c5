"""Messages that change in place: when, how often, and what ends them."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.app import App
from bot.living import PAUSE
from db import living, people
from db.session import look
from handlers.turn import Incoming
from knowledge.shelf import Shelf
from tests.conftest import START, Chat, Phone, TestClock, assemble, seat


@pytest.fixture
def asked(officer: Chat, chat: Chat) -> Chat:
    """Let the office have asked something."""
    officer.say("hỏi nhanh: trường có mấy lớp?")
    officer.press("Gửi")
    return officer


def shown(phone: Phone) -> list[str]:
    """List the heads of what was changed in place."""
    return [reply.text.split(" trường")[0] for _, reply in phone.edited]


def tick(app: App, clock: TestClock, seconds: float) -> None:
    clock.move_to(clock.now() + timedelta(seconds=seconds))
    asyncio.run(app.tick())


def test_it_changes_when_something_happened_and_not_before(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    tick(app, clock, 20)
    before = shown(phone)
    chat.say("12")
    tick(app, clock, 20)
    tick(app, clock, 20)

    assert before == []
    assert shown(phone) == ["**1/16"]


def test_two_changes_of_one_message_are_seconds_apart(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    other = seat(app, phone, "khac", "principal", "TH Đoàn Tùng")
    clock.move_to(START + PAUSE)
    chat.say("12")
    other.say("14")
    at_once = shown(phone)
    tick(app, clock, PAUSE.total_seconds())

    assert at_once == ["**1/16"]
    assert shown(phone) == ["**1/16", "**2/16"]


def test_one_that_cannot_be_reached_any_more_rests(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    phone.gone.add(asked.address)
    clock.move_to(START + PAUSE)
    chat.say("12")

    assert look(app.sessions, lambda session: living.alive(session, clock.now(), clock.now())) == []


def test_one_that_must_wait_is_changed_later(app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock) -> None:
    phone.later[asked.address] = 3
    clock.move_to(START + PAUSE)
    chat.say("12")
    phone.later.clear()
    tick(app, clock, 20)

    assert shown(phone) == ["**1/16"]


def test_one_that_must_wait_is_left_alone_as_long_as_was_asked(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    phone.later[asked.address] = 300
    clock.move_to(START + PAUSE)
    chat.say("12")
    phone.later.clear()
    tick(app, clock, 60)
    meanwhile = shown(phone)
    tick(app, clock, 300)

    assert (meanwhile, shown(phone)) == ([], ["**1/16"])


def test_it_tells_nothing_to_somebody_who_is_no_officer_any_more(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    other = seat(app, phone, "chuyen-vien-2", "officer")
    other.say(f"/bonguoi {officer_number(app, asked)}")
    other.press("Xác nhận")
    clock.move_to(START + PAUSE)
    chat.say("12")
    tick(app, clock, 20)

    assert shown(phone) == []


def officer_number(app: App, officer: Chat) -> int:
    """Find the number of who speaks in a conversation."""
    found = look(app.sessions, lambda session: people.person_at(session, "phone", officer.address))
    assert found is not None
    return found.id


def test_a_message_that_speaks_of_something_else_now_is_one_message(app: App, officer: Chat, clock: TestClock) -> None:
    with app.sessions.begin() as session:
        for about in ("poll:1", "broadcast:1"):
            living.begin(session, about, "phone", officer.address, "phong:1", "", clock.now())

    kept = look(app.sessions, lambda session: living.alive(session, clock.now(), clock.now()))
    assert [one.about for one in kept] == ["broadcast:1"]


def test_it_goes_on_after_a_restart(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock, shelf: Shelf
) -> None:
    chat.say("12")
    again = assemble(app.sessions, shelf, clock, phone)
    tick(again, clock, 20)

    assert shown(phone) == ["**1/16"]


def test_it_rests_after_its_time(app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock) -> None:
    clock.move_to(START + living.LIFE + timedelta(seconds=1))
    chat.say("12")
    tick(app, clock, 20)

    assert shown(phone) == []


def test_only_the_newest_message_about_a_thing_lives(
    app: App, asked: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    asked.say("/xemhoi 1")
    clock.move_to(START + PAUSE)
    chat.say("12")

    assert shown(phone) == ["**1/16"]


def test_what_changed_right_after_it_was_said_is_shown_seconds_later(
    app: App, asked: Chat, chat: Chat, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.PAUSE", timedelta(0))

    async def answer_and_wait() -> None:
        await app.hear(Incoming(phone.name, chat.address, "12", "sau"))
        app.clock.move_to(app.clock.now() + PAUSE)
        while not phone.edited:
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(answer_and_wait(), 10))

    assert shown(phone) == ["**1/16"]
