"""The fake platform, the clock that tests move, and `chat`: a conversation with the whole product."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings as hypothesis_settings

from bot.app import App
from bot.channels.base import Gone, TryLater
from bot.clock import Clock
from bot.demo import load_seed
from db import people, schools
from db.session import Sessions, engine_of, open_database
from db.tables import Person
from handlers.turn import File, Incoming, Reply, TurnSettings
from knowledge.library import load
from knowledge.shelf import Shelf
from tests.db.postgres import any_url, postgres, postgres_url

__all__ = ["any_url", "postgres", "postgres_url"]

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime(2017, 10, 2, 7, 30, tzinfo=ZONE)
BOOTSTRAP = "MO-DAU-2017"

hypothesis_settings.register_profile("quiet", deadline=None, database=None, derandomize=True)
hypothesis_settings.load_profile("quiet")


class TestClock(Clock):
    """Stands still until a test moves it."""

    __test__ = False

    def __init__(self, moment: datetime = START) -> None:
        self.zone = ZONE
        self.moment = moment

    def now(self) -> datetime:
        """Say what time the test has it."""
        return self.moment

    def move_to(self, moment: datetime) -> None:
        """Set the clock."""
        self.moment = moment.astimezone(ZONE)


@dataclass
class Phone:
    """A platform that keeps what it was asked to show; it can be told to fail."""

    name: str = "phone"
    has_buttons: bool = True
    shown: list[tuple[str, Reply]] = field(default_factory=list)
    edited: list[tuple[str, Reply]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    later: dict[str, float] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def start(self, hear: object) -> None:
        """Nothing to begin."""

    async def stop(self) -> None:
        """Nothing to end."""

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        """Show *reply*, or fail as told."""
        if address in self.gone:
            raise Gone("bot was blocked by the user")
        if address in self.later:
            raise TryLater(self.later[address], "too many requests")
        (self.edited if replaces else self.shown).append((address, reply))
        return replaces or f"{address}:{next(self.numbers)}"

    def at(self, address: str) -> list[Reply]:
        """List what was shown at one address."""
        return [reply for where, reply in self.shown if where == address]


@dataclass
class Chat:
    """One person's conversation with the product."""

    app: App
    phone: Phone
    address: str
    room: str | None = None
    keys: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    last: Reply = field(default_factory=lambda: Reply(""))
    key: str = ""

    def hear(self, text: str, **more: object) -> Reply:
        """Say something and give back what was answered last, to anybody."""
        self.key = str(more.pop("key", f"{self.room or self.address}-{next(self.keys)}"))
        told = len(self.phone.shown) + len(self.phone.edited)
        where = self.room or self.address
        before = len(self.phone.at(where)), len(self.phone.edited)
        asyncio.run(
            self._hear(
                Incoming(self.phone.name, self.address, text, self.key, f"Người {self.address}", room=self.room, **more)
            )
        )
        if len(self.phone.shown) + len(self.phone.edited) == told:
            return Reply("")
        answers = self.phone.at(where)[before[0] :] or [reply for _, reply in self.phone.edited[before[1] :]]
        self.last = answers[0] if answers else Reply("")
        return self.last

    async def _hear(self, incoming: Incoming) -> None:
        await self.app.hear(incoming)
        await self.app.idle()

    def say(self, text: str) -> Reply:
        """Say plain words."""
        return self.hear(text)

    def press(self, label: str) -> Reply:
        """Press the button of the last answer whose label begins with *label*."""
        words = next(choice.words for choice in self.last.choices if choice.label.startswith(label))
        return self.hear(words, kind="press")

    def edit(self, key: str, text: str) -> Reply:
        """Change an earlier message."""
        return self.hear(text, edits=key)

    def answer(self, key: str, text: str) -> Reply:
        """Answer an earlier message, one's own or the product's."""
        return self.hear(text, replies_to=key)

    def send_file(self, name: str, kind: str = "file", text: str = "") -> Reply:
        """Send a file."""
        return self.hear(text, kind=kind, file=File(name, 4, "application/octet-stream", b"1234"))

    @property
    def labels(self) -> list[str]:
        """List the buttons of the last answer."""
        return [choice.label for choice in self.last.choices]


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """Give the knowledge base, loaded once."""
    return Shelf(load())


@pytest.fixture
def sessions(tmp_path: Path) -> Sessions:
    """Give an empty database."""
    return open_database(f"sqlite:///{tmp_path / 'test.db'}")


@pytest.fixture
def any_sessions(any_url: str) -> Iterator[Sessions]:
    """Give an empty database, once of each kind."""
    opened = open_database(any_url)
    yield opened
    engine_of(opened).dispose()


@pytest.fixture
def clock() -> TestClock:
    """Give the clock, at the start of the demonstration."""
    return TestClock()


@pytest.fixture
def phone() -> Phone:
    """Give the platform."""
    return Phone()


@pytest.fixture
def app(sessions: Sessions, shelf: Shelf, clock: TestClock, phone: Phone) -> App:
    """Give the product with the plan of 2017-2018."""
    with sessions.begin() as session:
        load_seed(session, shelf, clock.now())
    return assemble(sessions, shelf, clock, phone)


def assemble(sessions: Sessions, shelf: Shelf, clock: Clock, phone: Phone) -> App:
    """Put the product together on a database as it is: a second time, it is a restart."""
    made = App(sessions, shelf, clock, TurnSettings(bootstrap_code=BOOTSTRAP))
    made.add(phone)
    return made


def seat(app: App, phone: Phone, address: str, role: str, school: str | None = None) -> Chat:
    """Let *address* speak for somebody who has joined."""
    now = app.clock.now()
    with app.sessions.begin() as session:
        place = people.address(session, phone.name, address, f"Người {address}", now)
        found = schools.named(session, school) if school else None
        assert school is None or found is not None
        place.person = Person(name=f"Người {address}", role=role, school=found, joined_at=now)
    return Chat(app, phone, address)


@pytest.fixture
def chat(app: App, phone: Phone) -> Chat:
    """Talk as the principal of TH Tứ Cường, whose review month is 11/2017."""
    return seat(app, phone, "tu-cuong", "principal", "TH Tứ Cường")


@pytest.fixture
def officer(app: App, phone: Phone) -> Chat:
    """Talk as the district's officer."""
    return seat(app, phone, "phong", "officer")


@pytest.fixture
def stranger(app: App, phone: Phone) -> Chat:
    """Talk as somebody who has not joined."""
    return Chat(app, phone, "khach")


@pytest.fixture
def group(app: App, phone: Phone, chat: Chat) -> Chat:
    """Talk in a group, as the principal of TH Tứ Cường."""
    return Chat(app, phone, chat.address, room="nhom-hieu-truong")


def day(text: str) -> date:
    """Read `2017-11-01`."""
    return date.fromisoformat(text)
