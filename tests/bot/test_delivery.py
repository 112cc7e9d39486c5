"""Letters arrive once, at the right pace, at the right hour, wherever their person can be reached."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.channels.base import Channel, Moved, TryLater
from bot.delivery import TRIES, TROUBLES, Delivery
from bot.pace import Pace
from db import outbox, people
from db.session import Sessions
from db.tables import Address, Letter, Person
from handlers.turn import Choice, Reply
from tests.conftest import ZONE, Phone, TestClock

NOW = datetime(2017, 10, 10, 9, 0, tzinfo=ZONE)


class Died(BaseException):
    """The process ends here: nothing in the product catches it."""


@pytest.fixture
def clock() -> TestClock:
    """Begin on a Tuesday morning."""
    return TestClock(NOW)


def carrier(sessions: Sessions, clock: TestClock, *channels: Channel, pace: Pace | None = None) -> Delivery:
    return Delivery(sessions, {channel.name: channel for channel in channels}, clock, pace)


def write(
    sessions: Sessions, key: str, address: str = "a", *, channel: str = "phone", kind: str = "reply", **more: Any
) -> None:
    with sessions.begin() as session:
        to = people.address(session, channel, address, "", NOW)
        session.flush()
        outbox.write(session, key=key, kind=kind, to=to, text=key, now=NOW, **more)


def letter(sessions: Sessions, key: str) -> Letter:
    with sessions.begin() as session:
        return session.scalars(select(Letter).filter_by(key=key)).one()


def texts(phone: Phone) -> list[tuple[str, str]]:
    return [(where, reply.text) for where, reply in phone.shown]


def deliver(*carriers: Delivery) -> list[int]:
    async def run() -> list[int]:
        return list(await asyncio.gather(*(one.deliver() for one in carriers)))

    return asyncio.run(run())


def test_carries_what_is_due_in_order_and_notes_it(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    write(sessions, "later", not_before=NOW + timedelta(seconds=1))
    write(sessions, "second", not_before=NOW)
    write(sessions, "first", not_before=NOW - timedelta(hours=1), choices=[("Xem", "/thieu")])

    assert deliver(carrier(sessions, clock, phone)) == [2]
    assert texts(phone) == [("a", "first"), ("a", "second")]
    assert phone.shown[0][1] == Reply("first", (Choice("Xem", "/thieu"),))
    kept = letter(sessions, "first")
    assert (kept.state, kept.sent_at, kept.message_key, kept.attempts) == ("sent", NOW, "a:1", 1)
    assert letter(sessions, "later").state == "waiting"


def test_writes_the_same_cause_once(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    write(sessions, "k")
    write(sessions, "k")

    assert deliver(carrier(sessions, clock, phone)) == [1]


# Gone, moved, later


def person_with(sessions: Sessions, *places: tuple[str, str]) -> None:
    with sessions.begin() as session:
        person = Person(name="Cô Hoa", role="principal", joined_at=NOW)
        for hours, (channel, address) in enumerate(places):
            people.address(session, channel, address, "", NOW - timedelta(hours=hours)).person = person


def test_somebody_who_blocked_us_is_written_to_at_the_other_address(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    person_with(sessions, ("phone", "a"), ("web", "w"))
    write(sessions, "k", "a")
    web, phone.gone = Phone(name="web"), {"a"}
    once = carrier(sessions, clock, phone, web)
    deliver(once)
    deliver(once)

    assert texts(web) == [("w", "k")]
    with sessions.begin() as session:
        gone = {one.address: one.gone_at for one in session.scalars(select(Address))}
    assert gone == {"a": NOW, "w": None}


def test_somebody_with_no_other_address_costs_one_letter(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    person_with(sessions, ("phone", "a"))
    write(sessions, "k", "a")
    phone.gone = {"a"}
    deliver(carrier(sessions, clock, phone))

    assert (letter(sessions, "k").state, letter(sessions, "k").error) == ("failed", "bot was blocked by the user")


def test_many_who_blocked_us_do_not_hold_up_the_rest(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    for number in range(2 * TROUBLES):
        write(sessions, f"k{number}", f"gone-{number}")
        phone.gone.add(f"gone-{number}")
    write(sessions, "last", "a")
    deliver(carrier(sessions, clock, phone))

    assert texts(phone) == [("a", "last")]


@dataclass
class Migrating(Phone):
    """A platform whose group became a supergroup."""

    moves: dict[str, str] = field(default_factory=lambda: {"nhom": "nhom-lon"})

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        if address in self.moves:
            raise Moved(self.moves[address])
        return await super().send(address, reply, replaces=replaces)


def test_follows_a_chat_that_moved(sessions: Sessions, clock: TestClock) -> None:
    write(sessions, "k", "nhom")
    moving = Migrating()

    assert deliver(carrier(sessions, clock, moving)) == [1]
    assert texts(moving) == [("nhom-lon", "k")]
    with sessions.begin() as session:
        assert [one.address for one in session.scalars(select(Address))] == ["nhom-lon"]


def test_does_not_follow_a_chat_in_circles(sessions: Sessions, clock: TestClock) -> None:
    write(sessions, "k", "nhom")
    moving = Migrating(moves={"nhom": "kia", "kia": "nhom"})
    deliver(carrier(sessions, clock, moving))

    assert (letter(sessions, "k").state, letter(sessions, "k").attempts) == ("failed", TRIES)


def test_a_platform_that_asks_for_quiet_gets_it_and_the_others_go_on(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    for number in range(3):
        write(sessions, f"p{number}", f"a{number}")
        write(sessions, f"w{number}", f"a{number}", channel="web")
    web, phone.later = Phone(name="web"), {"a0": 60}
    once = carrier(sessions, clock, phone, web)

    assert deliver(once) == [3]
    assert (phone.shown, [text for _, text in texts(web)]) == ([], ["w0", "w1", "w2"])
    phone.later.clear()
    clock.move_to(NOW + timedelta(seconds=59))
    assert deliver(once) == [0]
    clock.move_to(NOW + timedelta(seconds=60))
    assert deliver(once) == [3]
    assert [letter(sessions, f"p{number}").attempts for number in range(3)] == [2, 1, 1]


def test_one_chat_that_cannot_be_reached_does_not_hold_up_the_rest(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    write(sessions, "k0", "a0")
    write(sessions, "k1", "a1")
    phone.later = {"a0": 0}

    assert deliver(carrier(sessions, clock, phone)) == [1]
    assert letter(sessions, "k0").not_before == NOW + timedelta(seconds=10)


def test_a_platform_that_is_down_is_not_asked_for_every_letter(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    for number in range(10):
        write(sessions, f"k{number}", f"a{number}")
        phone.later[f"a{number}"] = 0
    deliver(carrier(sessions, clock, phone))

    assert sum(letter(sessions, f"k{number}").attempts for number in range(10)) == TROUBLES


def test_tries_for_about_half_a_day_and_then_gives_up(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    write(sessions, "k")
    phone.later, once = {"a": 0}, carrier(sessions, clock, phone)
    pauses = []
    while letter(sessions, "k").state == "waiting":
        deliver(once)
        kept = letter(sessions, "k")
        pauses.append(int((kept.not_before - clock.now()).total_seconds()))
        clock.move_to(max(clock.now(), kept.not_before))

    assert pauses[:-1] == [10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]
    assert letter(sessions, "k").state == "failed"


def test_a_bug_in_a_channel_counts_as_a_failure_to_be_tried_again(
    sessions: Sessions, clock: TestClock, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    async def stumble(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        raise KeyError("x")

    phone.send = stumble
    write(sessions, "k")
    deliver(carrier(sessions, clock, phone))

    assert (letter(sessions, "k").state, len(caplog.records)) == ("waiting", 1)


def test_a_letter_that_a_platform_never_takes_is_given_up(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    async def refuse(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        raise ValueError("text is empty")

    phone.send = refuse
    write(sessions, "k")
    deliver(carrier(sessions, clock, phone))

    assert (letter(sessions, "k").state, letter(sessions, "k").error) == ("failed", "text is empty")


# Good hours


@pytest.mark.parametrize(
    ("now", "again"),
    [
        (datetime(2017, 10, 10, 19, 59, 55, tzinfo=ZONE), datetime(2017, 10, 11, 7, 30, tzinfo=ZONE)),
        (datetime(2017, 10, 14, 19, 59, 55, tzinfo=ZONE), datetime(2017, 10, 16, 7, 30, tzinfo=ZONE)),
        (datetime(2017, 10, 10, 19, 59, 45, tzinfo=ZONE), datetime(2017, 10, 10, 19, 59, 55, tzinfo=ZONE)),
    ],
)
def test_does_not_try_a_reminder_again_outside_the_good_hours(
    sessions: Sessions, phone: Phone, now: datetime, again: datetime
) -> None:
    write(sessions, "reminder:1:2017-10-10:1", kind="review-30")
    phone.later = {"a": 0}
    deliver(carrier(sessions, TestClock(now), phone))

    assert letter(sessions, "reminder:1:2017-10-10:1").not_before == again


def test_a_reminder_written_in_time_but_not_carried_waits_for_the_morning(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    write(sessions, "reminder:1:2017-10-10:1", kind="review-30")
    write(sessions, "reply:x")
    once = carrier(sessions, clock, phone)
    clock.move_to(datetime(2017, 10, 10, 20, 0, tzinfo=ZONE))
    deliver(once)
    assert texts(phone) == [("a", "reply:x")]
    clock.move_to(datetime(2017, 10, 11, 7, 0, tzinfo=ZONE))
    deliver(once)

    assert [text for _, text in texts(phone)] == ["reply:x", "reminder:1:2017-10-10:1"]


def test_an_answer_is_tried_again_at_any_hour(sessions: Sessions, phone: Phone) -> None:
    late = datetime(2017, 10, 10, 23, 0, tzinfo=ZONE)
    write(sessions, "k")
    phone.later = {"a": 0}
    deliver(carrier(sessions, TestClock(late), phone))

    assert letter(sessions, "k").not_before == late + timedelta(seconds=10)


# A channel without buttons


@pytest.mark.parametrize(("has_buttons", "offered"), [(True, []), (False, ["/thieu", "/lich"])])
def test_the_numbers_under_a_letter_can_be_typed_where_there_are_no_buttons(
    sessions: Sessions, clock: TestClock, has_buttons: bool, offered: list[str]
) -> None:
    write(sessions, "k", choices=[("Xem", "/thieu"), ("Lịch", "/lich")])
    deliver(carrier(sessions, clock, Phone(has_buttons=has_buttons)))

    with sessions.begin() as session:
        assert session.scalars(select(Address.offered)).all() == [offered]


# Death and rivals


def test_what_a_carrier_died_over_is_sent_by_the_next_after_the_lease(
    any_sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    for number in range(5):
        write(any_sessions, f"k{number}")
    speak, said = phone.send, 0

    async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        nonlocal said
        said += 1
        if said == 3:
            await speak(address, reply, replaces=replaces)
            raise Died
        return await speak(address, reply, replaces=replaces)

    phone.send = send
    with pytest.raises(Died):
        deliver(carrier(any_sessions, clock, phone))
    second = carrier(any_sessions, clock, phone)

    assert deliver(second) == [2]  # Only the letter in flight is held by the dead one.
    clock.move_to(NOW + outbox.LEASE)
    assert deliver(second) == [0]
    clock.move_to(NOW + outbox.LEASE + timedelta(seconds=1))
    assert deliver(second) == [1]
    assert [text for _, text in texts(phone)] == ["k0", "k1", "k2", "k3", "k4", "k2"]


def test_a_lease_taken_under_a_clock_that_was_set_back_does_not_hold_for_ever(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    write(sessions, "k")
    with sessions.begin() as session:
        assert outbox.take(session, "phone", NOW + timedelta(days=100)) is not None

    assert deliver(carrier(sessions, clock, phone)) == [1]


def test_a_carrier_whose_lease_is_over_does_not_undo_what_the_next_one_did(
    any_sessions: Sessions, clock: TestClock
) -> None:
    write(any_sessions, "k")

    def take(moment: datetime) -> Letter:
        with any_sessions.begin() as session:
            taken = outbox.take(session, "phone", moment)
            assert taken is not None
            return taken

    slow = take(NOW)
    take(NOW + outbox.LEASE + timedelta(seconds=1))
    with any_sessions.begin() as session:
        outbox.put_off(session, slow, NOW, "too late")

    assert (letter(any_sessions, "k").state, letter(any_sessions, "k").attempts) == ("sending", 2)


def test_two_carriers_at_once_send_no_letter_twice_and_miss_none(
    any_sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    with any_sessions.begin() as session:
        to = Address(channel="phone", address="a")
        for number in range(200):
            outbox.write(session, key=f"k{number}", kind="reply", to=to, text=f"k{number}", now=NOW)
    speak = phone.send

    async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        await asyncio.sleep(0)
        return await speak(address, reply, replaces=replaces)

    phone.send = send
    counts = deliver(*(carrier(any_sessions, clock, phone) for _ in range(3)))

    assert sum(counts) == 200
    assert Counter(text for _, text in texts(phone)) == {f"k{number}": 1 for number in range(200)}


def test_a_carrier_that_is_told_to_stop_finishes_the_letter_in_flight(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    write(sessions, "k0")
    write(sessions, "k1")
    once, speak = carrier(sessions, clock, phone), phone.send

    async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        once.stop()
        return await speak(address, reply, replaces=replaces)

    phone.send = send

    assert deliver(once) == [1]
    assert (letter(sessions, "k0").state, letter(sessions, "k1").state) == ("sent", "waiting")


def test_a_slow_platform_does_not_hold_up_another(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    web = Phone(name="web")
    write(sessions, "slow")
    once = carrier(sessions, clock, phone, web)

    async def run() -> list[tuple[str, str]]:
        let_go, begun = asyncio.Event(), asyncio.Event()

        async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
            begun.set()
            await let_go.wait()
            return "x"

        phone.send = send
        first = asyncio.ensure_future(once.deliver())
        await begun.wait()
        write(sessions, "quick", channel="web")
        second = asyncio.ensure_future(once.deliver())
        while not web.shown:
            await asyncio.sleep(0.001)
        meanwhile = texts(web)
        let_go.set()
        await asyncio.gather(first, second)
        return meanwhile

    assert asyncio.run(run()) == [("a", "quick")]


# Pace


class Watch:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.time += seconds

    def elapsed(self) -> float:
        return self.time


def test_keeps_the_pace_of_a_platform_and_of_a_chat(sessions: Sessions, clock: TestClock) -> None:
    for number, address in enumerate("aabca"):
        write(sessions, f"k{number}", address, channel="telegram")
    watch, telegram = Watch(), Phone(name="telegram")
    deliver(carrier(sessions, clock, telegram, pace=Pace(watch.sleep, watch.elapsed)))

    assert [where for where, _ in telegram.shown] == list("abcaa")  # Whose chat must wait holds nobody else up.
    assert watch.slept == [0.04, 0.04, 0.92, 1.0]


def test_keeps_no_pace_where_no_platform_asks_for_one(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    for number in range(5):
        write(sessions, f"k{number}")
    watch = Watch()
    deliver(carrier(sessions, clock, phone, pace=Pace(watch.sleep, watch.elapsed)))

    assert watch.slept == []


def test_a_letter_for_a_channel_that_is_not_on_waits(sessions: Sessions, clock: TestClock, phone: Phone) -> None:
    write(sessions, "k", channel="zalo")

    assert deliver(carrier(sessions, clock, phone)) == [0]
    with sessions.begin() as session:
        assert (outbox.is_due(session, ["phone"], NOW), outbox.is_due(session, ["zalo"], NOW)) == (False, True)


def test_an_attempt_counts_even_where_the_platform_only_asked_for_quiet(
    sessions: Sessions, clock: TestClock, phone: Phone
) -> None:
    write(sessions, "k")
    with sessions.begin() as session:
        session.execute(update(Letter).values(attempts=TRIES))

    async def busy(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        raise TryLater(5)

    phone.send = busy
    deliver(carrier(sessions, clock, phone))

    assert letter(sessions, "k").state == "waiting"
