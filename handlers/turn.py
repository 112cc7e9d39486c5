"""What a conversation is made of: one message in, one reply out, and the turn between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from db import files, planning, schools
from db.session import Session
from db.tables import Address, Campaign, Person, School
from knowledge.catalogue import LEVELS, Framework
from knowledge.language.levels import with_levels
from knowledge.language.meaning import Meaning
from knowledge.language.understand import understand
from knowledge.language.years import school_year_named
from knowledge.rules.progress import State
from knowledge.shelf import Shelf


@dataclass(frozen=True, slots=True)
class File:
    """A file that somebody sent, already fetched; *content* is None where it was too large or not wanted."""

    name: str
    size: int
    media_type: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a channel heard, free of anything that belongs to one platform."""

    channel: str
    address: str
    """Who speaks: in a private chat also where the answer goes."""
    text: str
    key: str
    """Unique per message on its channel: one delivered twice is acted on once."""
    name: str = ""
    room: str | None = None
    """The group that it was said in; the answer goes there. None in a private chat."""
    file: File | None = None
    kind: str = "text"
    """text, press, file, photo, voice, sticker or other."""
    edits: str | None = None
    """The key of the person's own message that this one replaces."""
    replies_to: str | None = None
    """The key of the message that this one answers: the person's own, or ours."""
    pressed: str | None = None
    """The key of our message whose button was pressed: it may be changed in place."""
    room_title: str = ""
    """What the group is called, where the platform says."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: pressing it is saying *words* (ASCII, at most 64 bytes)."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A stored file that goes with a reply; its *content* is filled in just before it is spoken."""

    id: int
    name: str
    media_type: str
    content: bytes = b""

    @property
    def is_picture(self) -> bool:
        """Whether it is shown as a picture, not as a file to open."""
        return self.media_type in {"image/png", "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said back: Vietnamese text with light marking (`**bold**`, `*italic*`, lists), and buttons."""

    text: str
    choices: tuple[Choice, ...] = ()
    in_place: bool = False
    """Change the message whose button was pressed, where the channel can; a new message elsewhere."""
    then: str | None = None
    """The name of the handler that hears the next plain words."""
    recording: int | None = None
    """The recording that this reply confirms, so that an answer to it can take it back."""
    files: tuple[Attachment, ...] = ()
    """What goes with the words; see `Turn.attach`."""
    living: str | None = None
    """`broadcast:12`: the message is changed in place as long as that changes; see `handlers/living.py`."""


class Refusal(Exception):
    """It cannot be, and the message says why, in Vietnamese; the turn is rolled back."""

    def __init__(self, text: str, choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(text)
        self.reply = Reply(text, choices)


@dataclass(frozen=True, slots=True)
class TurnSettings:
    """The few settings that a handler may know."""

    bootstrap_code: str = ""
    """The first officer joins with it, once; empty: nobody does."""
    join_link: str = ""
    """A deep link with `{code}` in it, where the channel has one."""
    numbered: bool = False
    """The channel has no buttons: a number typed is the press of that choice."""


@dataclass(slots=True)
class Turn:
    """One message, one transaction, one moment."""

    heard: Incoming
    address: Address
    campaign: Campaign | None
    now: datetime
    """Aware, in the zone of the product."""
    session: Session
    shelf: Shelf
    settings: TurnSettings = field(default_factory=TurnSettings)
    words: str = ""
    """What is to be acted on: the text heard, or what a button says behind its command."""
    _meaning: Meaning | None = None

    @property
    def person(self) -> Person | None:
        """Who speaks; None for somebody who has not joined, or has left."""
        person = self.address.person
        return person if person is not None and person.left_at is None else None

    @property
    def role(self) -> str:
        """stranger, viewer, deputy, principal or officer."""
        return self.person.role if self.person else "stranger"

    @property
    def number(self) -> int | None:
        """Read the words as a number that we gave out; None where they are none."""
        plain = self.words.isascii() and self.words.isdigit() and len(self.words) < 10
        return int(self.words) if plain else None

    @property
    def school(self) -> School | None:
        """The school that the person speaks for."""
        return self.person.school if self.person else None

    @property
    def framework(self) -> Framework | None:
        """The standards that hold for the person's school this year; None where there is no such school."""
        if self.campaign is None or self.school is None:
            return None
        return planning.framework_of(self.shelf.catalogue, self.campaign, self.school)

    @property
    def asked_campaign(self) -> Campaign | None:
        """The school year that the words name, old or new; the running one where they name none."""
        year = school_year_named(self.words)
        if year is None or (self.campaign is not None and self.campaign.school_year == year):
            return self.campaign
        found = schools.of_year(self.session, year)
        if found is None:
            raise Refusal(f"Năm học {year} chưa có trong hệ thống.")
        return found

    def frameworks(self) -> list[Framework]:
        """List the framework of each level: the campaign's while it runs, else what is in force today."""
        catalogue, found = self.shelf.catalogue, {}
        running = self.campaign if self.campaign and self.now.date() <= self.campaign.ends else None
        for level in LEVELS:
            circular = running.circulars.get(level) if running else None
            framework = catalogue.framework(circular, level) if circular else None
            day = running.ends if running and framework else self.now.date()
            framework = framework or catalogue.in_force(level, day)
            if framework is not None:
                found[framework.id] = framework.as_of(day)
        return list(found.values())

    def own_states(self, entry_id: str) -> dict[str, State] | None:
        """Read the own school's states where *entry_id* belongs to its framework; never where others read along."""
        framework = self.framework
        if self.heard.room or framework is None or self.campaign is None or self.school is None:
            return None
        if not entry_id.startswith(f"{framework.id}/"):
            return None
        states, _ = planning.school_state(self.session, self.campaign, self.school, framework)
        return {target: self._local(state) for target, state in states.items()}

    def _local(self, state: State) -> State:
        """Put the moment of a state, kept in UTC, into the zone of the product."""
        return replace(state, at=state.at.astimezone(self.now.tzinfo)) if state.at else state

    def attach(self, name: str, media_type: str, content: bytes, *, kept: bool = False) -> Attachment:
        """Store a file, to go out with a reply; one that is *kept* outlives its month."""
        stored = files.keep(self.session, name, media_type, content, self.now, kept=kept)
        return Attachment(stored.id, stored.name, stored.media_type)

    def understood(self) -> Meaning:
        """Say what the words mean, once a turn."""
        if self._meaning is None:
            frameworks = [self.framework] if self.framework is not None else self.frameworks()
            year = self.campaign.school_year if self.campaign else None
            self._meaning = self.shelf.settle(self.read(self.words), self.words, frameworks, year)
        return self._meaning

    def read(self, text: str) -> Meaning:
        """Say what *text* means from this person."""
        meaning = understand(
            text,
            "officer" if self.role == "officer" else "principal",
            self.framework,
            schools.names(self.session) if self.person else (),
            self.campaign.school_year if self.campaign else None,
            self.now.date(),
            self.school.name if self.school else None,
        )
        return with_levels(meaning, text, self.framework)


Handler = Callable[[Turn], Reply]
