"""One message, one transaction, one answer: whatever happens in between."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot import turns
from bot.app import App
from bot.channels.base import Gone, Moved
from bot.turns import APOLOGY
from db import heard, people
from db.session import Session, Sessions
from db.tables import Address, Confirmation, Heard, Letter, ProgressEvent, Recording, Room
from handlers.turn import Choice, Incoming, Refusal, Reply, Turn
from knowledge.shelf import Shelf
from tests.conftest import START, Chat, Phone, TestClock, assemble, seat


@pytest.fixture
def clock() -> TestClock:
    """Begin before the first reminder is due."""
    return TestClock(START - timedelta(hours=1))


class Died(BaseException):
    """The process ends here: nothing in the product catches it."""


class Spy:
    """Stands for the dispatcher: says what it is told to, and counts."""

    def __init__(self, answer: Any) -> None:
        self.answer, self.turns = answer, 0

    def __call__(self, turn: Turn) -> Reply:
        self.turns += 1
        answer = self.answer(turn)
        assert isinstance(answer, Reply)
        return answer


@pytest.fixture
def dispatching(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let a test say what a turn answers."""

    def answer(how: Any) -> Spy:
        spy = Spy(how)
        monkeypatch.setattr(turns, "dispatch", spy)
        return spy

    return answer


def count(sessions: Sessions, table: Any) -> int:
    with sessions.begin() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def counts(sessions: Sessions) -> dict[str, int]:
    return {table.__tablename__: count(sessions, table) for table in (Recording, ProgressEvent, Letter, Address)}


def die(where: str, reply: Reply, **_: object) -> str:
    raise Died


def make_mute(phone: Phone, error: BaseException) -> None:
    async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        raise error

    phone.send = send


def text(words: str, key: str = "k1", address: str = "tu-cuong", **more: Any) -> Incoming:
    return Incoming("phone", address, words, key, "Cô Hoa", **more)


def hear(app: App, *heard_now: Incoming) -> None:
    async def run() -> None:
        for one in heard_now:
            await app.hear(one)
        await app.idle()

    asyncio.run(run())


# Twice


def test_records_a_message_that_is_delivered_twice_once(app: App, chat: Chat, phone: Phone) -> None:
    hear(app, text("xong tc 1.1"), text("xong tc 1.1"))

    assert counts(app.sessions)["recordings"] == 1
    assert len(phone.shown) == 1


def test_tells_two_channels_with_the_same_key_apart(app: App, chat: Chat, dispatching: Any) -> None:
    spy, other = dispatching(lambda turn: Reply("a")), Phone(name="other")
    app.add(other)
    hear(app, text("x"), replace(text("x"), channel="other"))

    assert (spy.turns, len(other.shown)) == (2, 1)


def test_says_the_same_answer_again_where_it_was_never_spoken(
    app: App, chat: Chat, phone: Phone, shelf: Shelf, clock: TestClock
) -> None:
    make_mute(phone, Died())
    with pytest.raises(Died):
        hear(app, text("xong tc 1.1"))
    after = Phone()
    hear(assemble(app.sessions, shelf, clock, after), text("xong tc 1.1"))

    assert [reply.text.splitlines()[0] for reply in after.at("tu-cuong")] == ["Đã ghi cho **TH Tứ Cường**:"]
    assert [choice.label for choice in after.at("tu-cuong")[0].choices] == ["Hoàn tác", "Xem còn thiếu"]
    assert counts(app.sessions)["recordings"] == 1


def test_an_answer_that_a_process_died_over_is_said_though_nobody_delivers_the_message_again(
    app: App, chat: Chat, phone: Phone, shelf: Shelf, clock: TestClock
) -> None:
    make_mute(phone, Died())
    with pytest.raises(Died):
        hear(app, text("xong tc 1.1", room="nhom"))
    after = Phone()
    restarted = assemble(app.sessions, shelf, clock, after)
    asyncio.run(restarted.tick())
    assert after.shown == []  # It may still be on its way.
    clock.move_to(clock.now() + timedelta(minutes=3))
    asyncio.run(restarted.tick())
    asyncio.run(restarted.tick())
    hear(restarted, text("xong tc 1.1", room="nhom"))

    assert [where for where, _ in after.shown] == ["nhom"]


def test_an_answer_on_its_way_is_not_taken_for_a_forgotten_one(
    app: App, chat: Chat, phone: Phone, clock: TestClock, dispatching: Any
) -> None:
    dispatching(lambda turn: Reply("chậm"))
    speak = phone.send

    async def slow(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        clock.move_to(clock.now() + timedelta(days=1))
        phone.send = speak
        await app.tick()
        return await speak(address, reply, replaces=replaces)

    phone.send = slow
    hear(app, text("x"))

    assert [reply.text for reply in phone.at("tu-cuong")].count("chậm") == 1


def test_two_processes_that_hear_the_same_message_act_once_and_neither_apologises(
    any_app: App, shelf: Shelf, clock: TestClock, phone: Phone, dispatching: Any
) -> None:
    twin = assemble(any_app.sessions, shelf, clock, phone)

    spy = dispatching(lambda turn: Reply(f"lượt {spy.turns}"))

    async def both() -> None:
        await asyncio.gather(any_app.hear(text("x", address="moi")), twin.hear(text("x", address="moi")))

    asyncio.run(both())

    said = {reply.text for reply in phone.at("moi")}
    assert len(said) == 1
    assert APOLOGY.text not in said
    assert (count(any_app.sessions, Heard), count(any_app.sessions, Address)) == (1, 1)


def test_a_turn_that_another_process_overtook_is_taken_anew(
    any_app: App, phone: Phone, dispatching: Any, clock: TestClock, caplog: pytest.LogCaptureFixture
) -> None:
    """The other one writes the same first message between our look and our note; only PostgreSQL lets it."""
    sessions = any_app.sessions

    def overtaken(turn: Turn) -> Reply:
        if spy.turns == 1 and turn.session.get_bind().dialect.name == "postgresql":
            with sessions.begin() as other:
                heard.note(other, "phone", "k1", {**EMPTY, "text": "của người kia"}, clock.now(), goes_to="moi")
        return Reply("của tôi")

    spy = dispatching(overtaken)
    hear(any_app, text("x", address="moi"))

    wanted = "của người kia" if sessions.kw["bind"].dialect.name == "postgresql" else "của tôi"
    assert [reply.text for reply in phone.at("moi")] == [wanted]
    assert caplog.records == []  # It is no error.


EMPTY: dict[str, Any] = {"text": "", "choices": [], "in_place": False, "then": None, "recording": None}


# Refused and broken


def test_a_refusal_leaves_the_data_untouched_and_says_why(app: App, chat: Chat, phone: Phone, dispatching: Any) -> None:
    def refuse(turn: Turn) -> Reply:
        turn.address.subject = "tt42-2012/th/1.1"
        turn.session.add(
            Letter(
                key="x",
                kind="x",
                channel="phone",
                address="a",
                text="",
                choices=[],
                written_at=turn.now,
                not_before=turn.now,
            )
        )
        turn.session.flush()
        raise Refusal("Không được.", (Choice("Thôi", "/thoi"),))

    dispatching(refuse)
    before = counts(app.sessions)
    hear(app, text("x"))

    assert counts(app.sessions) == before
    assert phone.shown == [("tu-cuong", Reply("Không được.", (Choice("Thôi", "/thoi"),)))]
    assert subject(app) is None


def test_an_error_in_a_handler_rolls_back_apologises_and_is_logged_once(
    app: App, chat: Chat, phone: Phone, dispatching: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(turn: Turn) -> Reply:
        turn.address.subject = "tt42-2012/th/1.1"
        turn.session.flush()
        raise ZeroDivisionError("cause")

    dispatching(break_down)
    hear(app, text("x"))

    assert phone.shown == [("tu-cuong", APOLOGY)]
    assert subject(app) is None
    assert [(one.levelno, str((one.exc_info or (0, 0, 0))[1])) for one in caplog.records] == [(logging.ERROR, "cause")]


def subject(app: App) -> str | None:
    with app.sessions.begin() as session:
        return people.address(session, "phone", "tu-cuong", "", app.clock.now()).subject


def test_a_message_that_failed_is_not_tried_again_when_it_is_delivered_again(
    app: App, chat: Chat, phone: Phone, dispatching: Any
) -> None:
    spy = dispatching(lambda turn: 1 / 0)
    hear(app, text("x"), text("x"))

    assert (spy.turns, len(phone.shown)) == (1, 1)


def test_goes_on_after_an_error(app: App, chat: Chat, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(turns, "dispatch", lambda turn: 1 / 0)
        hear(app, text("x"))
    hear(app, text("xong tc 1.1", "k2"))

    assert phone.shown[-1][1].text.startswith("Đã ghi cho **TH Tứ Cường**")


def test_apologises_even_where_the_database_takes_nothing(
    app: App, chat: Chat, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(turns.heard, "note", full)
    hear(app, text("x"))

    assert phone.shown == [("tu-cuong", APOLOGY)]


# Order and crowds


def test_answers_the_messages_of_one_address_in_order(app: App, chat: Chat, phone: Phone, dispatching: Any) -> None:
    dispatching(lambda turn: Reply(turn.heard.text))

    async def crowd() -> None:
        await asyncio.gather(*(app.hear(text(str(number), f"k{number}")) for number in range(50)))

    asyncio.run(crowd())

    assert [reply.text for reply in phone.at("tu-cuong")] == [str(number) for number in range(50)]


def test_a_slow_address_does_not_hold_up_another(app: App, phone: Phone, dispatching: Any) -> None:
    dispatching(lambda turn: Reply(turn.heard.text))
    speak = phone.send

    async def run() -> None:
        let_go = asyncio.Event()

        async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
            if address == "chậm":
                await let_go.wait()
            return await speak(address, reply, replaces=replaces)

        phone.send = send
        slow = asyncio.ensure_future(app.hear(text("1", "k1", "chậm")))
        await app.hear(text("2", "k2", "nhanh"))
        let_go.set()
        await slow

    asyncio.run(run())

    assert [where for where, _ in phone.shown] == ["nhanh", "chậm"]


def test_loses_none_of_four_times_two_hundred_turns_at_once(app: App, phone: Phone, dispatching: Any) -> None:
    schools = ["TH Tứ Cường", "TH Đoàn Tùng", "TH Hồng Quang", "TH Phạm Kha"]
    for number, name in enumerate(schools):
        seat(app, phone, f"a{number}", "principal", name)
    dispatching(note_one)

    async def talk(address: str) -> None:
        for number in range(200):
            await app.hear(text(str(number), f"{address}-{number}", address))

    async def crowd() -> None:
        await asyncio.gather(*(talk(f"a{number}") for number in range(4)))

    asyncio.run(crowd())

    assert [len(phone.at(f"a{number}")) for number in range(4)] == [200] * 4
    assert APOLOGY not in [reply for _, reply in phone.shown]
    assert (count(app.sessions, Recording), count(app.sessions, Heard)) == (800, 800)


def note_one(turn: Turn) -> Reply:
    assert turn.person is not None
    assert turn.campaign is not None
    turn.session.add(
        Recording(
            campaign_id=turn.campaign.id,
            school_id=turn.person.school_id,
            person_id=turn.person.id,
            at=turn.now,
            said=turn.heard.text,
            channel="phone",
            key=turn.heard.key,
        )
    )
    return Reply(turn.heard.text)


# Speaking later, elsewhere, never


def test_an_answer_that_cannot_be_spoken_now_is_delivered_later(
    app: App, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    phone.later["tu-cuong"] = 30
    hear(app, text("xong tc 1.1"))
    assert phone.shown == []
    phone.later.clear()
    asyncio.run(app.tick())
    assert phone.shown == []  # The platform asked for half a minute.
    clock.move_to(clock.now() + timedelta(seconds=31))
    asyncio.run(app.tick())

    (reply,) = phone.at("tu-cuong")
    assert reply.text.startswith("Đã ghi cho **TH Tứ Cường**")
    assert [choice.label for choice in reply.choices] == ["Hoàn tác", "Xem còn thiếu"]


def test_an_answer_to_the_letter_that_confirmed_a_report_takes_that_one_back(
    app: App, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    phone.later["tu-cuong"] = 30
    hear(app, text("xong tc 1.1"))
    phone.later.clear()
    clock.move_to(clock.now() + timedelta(seconds=31))
    asyncio.run(app.tick())

    with app.sessions.begin() as session:
        kept = session.scalars(select(Confirmation)).one()
        assert (kept.channel, kept.message_key, kept.recording_id) == ("phone", "tu-cuong:1", 1)


def test_an_answer_that_the_channel_stumbles_over_is_delivered_later(
    app: App, chat: Chat, phone: Phone, clock: TestClock, dispatching: Any
) -> None:
    dispatching(lambda turn: Reply("a"))
    speak = phone.send
    make_mute(phone, RuntimeError("a bug in the channel"))
    hear(app, text("x"))
    phone.send = speak
    clock.move_to(clock.now() + timedelta(seconds=15))
    asyncio.run(app.tick())

    assert phone.shown == [("tu-cuong", Reply("a"))]


def test_an_answer_follows_a_chat_that_moved(app: App, phone: Phone, chat: Chat, dispatching: Any) -> None:
    dispatching(lambda turn: Reply("a"))
    speak = phone.send

    async def send(address: str, reply: Reply, *, replaces: str | None = None) -> str:
        if address == "nhom":
            raise Moved("nhom-lon")
        return await speak(address, reply, replaces=replaces)

    phone.send = send
    hear(app, text("x", room="nhom"))

    assert phone.shown == [("nhom-lon", Reply("a"))]
    with app.sessions.begin() as session:
        assert [room.room for room in session.scalars(select(Room))] == ["nhom-lon"]


def test_a_group_that_threw_us_out_does_not_cost_a_person_the_private_chat(app: App, phone: Phone, chat: Chat) -> None:
    make_mute(phone, Gone())
    hear(app, text("tc 3.5", room="nhom"))

    with app.sessions.begin() as session:
        address = session.scalars(select(Address).filter_by(address="tu-cuong")).one()
        room = session.scalars(select(Room)).one()
        assert (address.gone_at, room.left_at) == (None, app.clock.now())


def test_a_person_who_blocked_us_is_found_again_when_they_speak(app: App, phone: Phone, chat: Chat) -> None:
    phone.gone.add("tu-cuong")
    hear(app, text("tc 3.5"))
    assert place(app).gone_at == app.clock.now()
    phone.gone.clear()
    hear(app, text("tc 3.5", "k2"))

    assert place(app).gone_at is None


def place(app: App) -> Address:
    with app.sessions.begin() as session:
        return session.scalars(select(Address).filter_by(address="tu-cuong")).one()


def test_an_answer_that_a_platform_never_takes_is_given_up(
    app: App, phone: Phone, chat: Chat, clock: TestClock
) -> None:
    speak = phone.send
    make_mute(phone, ValueError("text is empty"))
    hear(app, text("tc 3.5"))
    phone.send = speak
    clock.move_to(clock.now() + timedelta(minutes=30))
    asyncio.run(app.tick())

    assert phone.shown == []


# Groups


def test_greets_a_group_once_however_often_the_news_is_delivered(app: App, phone: Phone) -> None:
    hear(app, text("", kind="added", room="nhom"), text("", kind="added", room="nhom"))

    assert [where for where, _ in phone.shown] == ["nhom"]


def test_a_group_that_is_known_under_both_addresses_stays_one_room(app: App, phone: Phone) -> None:
    hear(app, text("", "k1", kind="added", room="nhom"), text("", "k2", kind="added", room="nhom-lon"))
    hear(app, text("nhom-lon", "k3", kind="moved", room="nhom"))

    with app.sessions.begin() as session:
        assert [(one.room, one.left_at) for one in session.scalars(select(Room).order_by(Room.id))] == [
            ("nhom", app.clock.now()),
            ("nhom-lon", None),
        ]
    assert APOLOGY not in [reply for _, reply in phone.shown]


# What no database keeps


@pytest.mark.parametrize("words", ["\0", "xong tc 1.1\0", "\ud83d xong tc 1.1", "xong\udfff tc 1.1 \0", "\ud800\0"])
def test_takes_nul_and_halves_of_letters_for_nothing(any_app: App, phone: Phone, words: str, dispatching: Any) -> None:
    seat(any_app, phone, "tu-cuong", "principal", "TH Tứ Cường")
    spy = dispatching(note_one)
    hear(any_app, replace(text(words), name="Cô \0Hoa\ud83d" * 100))

    assert spy.turns == 1
    said = words.translate({0: None, 0xD83D: None, 0xD800: None, 0xDFFF: None})
    assert [reply.text for reply in phone.at("tu-cuong")] == [said]
    with any_app.sessions.begin() as session:
        assert session.scalars(select(Recording)).one().said == said
        assert session.scalars(select(Address)).one().name == ("Cô Hoa" * 100)[:300]


@pytest.fixture
def any_app(any_sessions: Sessions, shelf: Shelf, clock: TestClock, phone: Phone) -> App:
    """Give the product on each kind of database."""
    from bot.demo import load_seed

    with any_sessions.begin() as session:
        load_seed(session, shelf, clock.now())
    return assemble(any_sessions, shelf, clock, phone)


def test_a_first_message_that_two_processes_hear_makes_one_address(any_sessions: Sessions, clock: TestClock) -> None:
    """The address of the other one appears between our look and our row; only PostgreSQL lets it."""
    from db.session import unit

    tries = []

    def work(session: Session) -> str:
        tries.append(1)
        found = people.address(session, "phone", "moi", "tôi", clock.now())
        if len(tries) == 1 and session.get_bind().dialect.name == "postgresql":
            with any_sessions.begin() as other:
                people.address(other, "phone", "moi", "người kia", clock.now())
        session.flush()
        return found.name

    assert unit(any_sessions, work) == "tôi"
    assert count(any_sessions, Address) == 1
