"""An announcement on its way: at the platform's pace, through crashes, refusals and called off halfway."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from bot.app import App
from bot.channels.base import Moved
from bot.pace import Pace
from db import outbox
from db.session import Sessions
from db.tables import Address, Broadcast, Letter, Receipt, Room
from handlers.turn import Incoming, Reply
from knowledge.shelf import Shelf
from tests.conftest import START, Chat, Phone, TestClock, assemble, seat

NUMBER = 7
SCHOOLS = ("MN Đoàn Kết", "MN Ngũ Hùng", "TH Tứ Cường", "TH Đoàn Tùng", "TH Hồng Quang", "TH Phạm Kha", "THCS Lam Sơn")


class Died(BaseException):
    """The process ends here: nothing in the product catches it."""


@pytest.fixture
def principals(app: App, phone: Phone) -> list[Chat]:
    """Let seven schools have joined."""
    return [seat(app, phone, f"ht{at}", "principal", name) for at, name in enumerate(SCHOOLS)]


def order(officer: Chat) -> None:
    officer.say("gửi thông báo cho tất cả các trường: Họp lúc 8h")


def received(phone: Phone) -> Counter[str]:
    return Counter(where for where, reply in phone.shown if reply.text.endswith("Họp lúc 8h") and where != "phong")


def receipts(app: App) -> Counter[str]:
    with app.sessions.begin() as session:
        rows = session.scalars(select(Receipt).where(Receipt.person_id.is_not(None)))
        return Counter(row.state for row in rows)


def test_a_crash_in_the_middle_misses_nobody_and_repeats_only_the_one_in_flight(
    sessions: Sessions,
    shelf: Shelf,
    clock: TestClock,
    app: App,
    phone: Phone,
    officer: Chat,
    principals: list[Chat],
) -> None:
    order(officer)
    speak, said = phone.send, 0

    async def die(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        nonlocal said
        said += address.startswith("ht")
        key = await speak(address, reply, replaces=replaces)
        if said == 4:
            raise Died
        return key

    phone.send = die
    confirm = Incoming("phone", "phong", "/guitb 1", "k", kind="press")

    async def until_it_dies() -> None:
        await app.hear(confirm)
        for task in list(app._carrying):
            await task

    with pytest.raises(Died):
        asyncio.run(until_it_dies())
    phone.send = speak
    again = assemble(sessions, shelf, clock, phone)
    asyncio.run(again.tick())
    assert receipts(again) == {"sent": 6, "waiting": 1}
    clock.move_to(clock.now() + outbox.LEASE + timedelta(seconds=1))
    asyncio.run(again.tick())

    assert receipts(again) == {"sent": 7}
    assert received(phone) == {f"ht{at}": 2 if at == 3 else 1 for at in range(NUMBER)}
    with sessions.begin() as session:
        assert session.scalars(select(Broadcast.state)).all() == ["sent"]


def test_called_off_while_it_runs_spares_those_who_wait(
    app: App, phone: Phone, officer: Chat, principals: list[Chat]
) -> None:
    order(officer)
    speak = phone.send

    async def slow(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        if address == "ht2":
            await app.hear(Incoming("phone", "phong", "/dungtb 1", "stop", kind="press"))
        return await speak(address, reply, replaces=replaces)

    phone.send = slow
    officer.press("Gửi")
    assert receipts(app) == {"sent": 3, "cancelled": 4}
    assert received(phone) == {"ht0": 1, "ht1": 1, "ht2": 1}
    asyncio.run(app.tick())
    assert sum(received(phone).values()) == 3
    assert "**Đã dừng. Đã gửi 2/7 trường** · 0 đã nhận" in [reply.text.splitlines()[0] for reply in phone.at("phong")]


def test_what_was_given_back_after_it_was_called_off_does_not_go(
    app: App, clock: TestClock, phone: Phone, officer: Chat, principals: list[Chat]
) -> None:
    order(officer)
    phone.later = {f"ht{at}": 5 for at in range(NUMBER)}
    officer.press("Gửi")
    officer.say("/dungtb 1")
    phone.later.clear()
    clock.move_to(clock.now() + timedelta(minutes=10))
    asyncio.run(app.tick())
    assert (receipts(app), received(phone)) == ({"cancelled": 7}, {})


def test_whoever_blocked_us_is_marked_and_reported_once(
    app: App, clock: TestClock, phone: Phone, officer: Chat, principals: list[Chat]
) -> None:
    phone.gone = {"ht1"}
    for _ in range(2):
        order(officer)
        officer.press("Gửi")
        clock.move_to(clock.now() + timedelta(minutes=5))
        asyncio.run(app.tick())
    told = [reply.text for reply in phone.at("phong") if "không nhận được tin nữa" in reply.text]
    assert told == ["**MN Ngũ Hùng**: Người ht1 không nhận được tin nữa (đã chặn trợ lý hoặc xóa tài khoản)."]
    with app.sessions.begin() as session:
        assert session.scalars(select(Receipt.why).where(Receipt.person_id.is_not(None), Receipt.why != "")).all() == [
            "đã chặn trợ lý hoặc xóa tài khoản"
        ]
        assert session.scalars(select(Address.gone_at).filter_by(address="ht1")).one() is not None


def test_a_group_that_became_another_is_followed(app: App, phone: Phone, officer: Chat, principals: list[Chat]) -> None:
    with app.sessions.begin() as session:
        session.add(Room(channel="phone", room="-1", title="HT", entered_at=START, audience={"everyone": True}))
    speak = phone.send

    async def moved(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        if address == "-1":
            raise Moved("-100")
        return await speak(address, reply, replaces=replaces)

    phone.send = moved
    order(officer)
    officer.press("Gửi")
    assert len(phone.at("-100")) == 1
    with app.sessions.begin() as session:
        assert session.scalars(select(Room.room)).all() == ["-100"]
        assert session.scalars(select(Receipt.state).where(Receipt.room_id.is_not(None))).all() == ["sent"]


def test_one_group_that_asks_for_quiet_holds_up_nobody_else(
    app: App, phone: Phone, officer: Chat, principals: list[Chat]
) -> None:
    with app.sessions.begin() as session:
        session.add(Room(channel="phone", room="-1", title="HT", entered_at=START, audience={"everyone": True}))
        outbox.write(session, key="first", kind="x", to=Address(channel="phone", address="-1"), text="x", now=START)
    phone.later = {"-1": 60}
    order(officer)
    officer.press("Gửi")
    assert receipts(app) == {"sent": 7}
    with app.sessions.begin() as session:
        tries = {one.key: one.attempts for one in session.scalars(select(Letter).filter_by(address="-1"))}
    assert sorted(tries.values()) == [0, 1]


def test_an_answer_put_off_for_a_moment_does_not_wait_for_the_next_beat(
    app: App, clock: TestClock, phone: Phone, officer: Chat
) -> None:
    phone.later = {"phong": 0.01}

    async def run() -> None:
        await app.hear(Incoming("phone", "phong", "/trogiup", "k"))
        assert phone.at("phong") == []
        phone.later.clear()
        clock.move_to(clock.now() + timedelta(seconds=1))
        while not phone.at("phong"):
            await asyncio.sleep(0.005)

    asyncio.run(asyncio.wait_for(run(), 20))
    assert len(phone.at("phong")) == 1


# Pace


class Watch:
    """Time that passes only by sleeping, for several who wait at once."""

    def __init__(self) -> None:
        self.time = 1000.0

    async def sleep(self, seconds: float) -> None:
        self.time += seconds

    def elapsed(self) -> float:
        return self.time


def moments(addresses: list[str]) -> list[float]:
    watch = Watch()
    pace, found = Pace(watch.sleep, watch.elapsed), []

    async def run() -> None:
        for address in addresses:
            await pace.keep("telegram", address)
            found.append(round(watch.time - 1000, 3))

    asyncio.run(run())
    return found


def test_no_more_than_thirty_go_in_any_second() -> None:
    times = moments([str(at) for at in range(100)])
    assert max(sum(at <= other < at + 1 for other in times) for at in times) <= 30


def test_a_group_gets_twenty_a_minute_whatever_the_topic() -> None:
    times = moments([f"-5/{at % 2}" for at in range(50)])
    assert max(sum(at <= other < at + 60 for other in times) for at in times) == 20
    assert min(later - sooner for sooner, later in pairwise(times)) >= 1.0


def test_one_chat_gets_one_a_second() -> None:
    assert moments(["7"] * 4) == [0.0, 1.0, 2.0, 3.0]
