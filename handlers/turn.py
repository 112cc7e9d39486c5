"""What a conversation is made of: one message in, one reply out, and the turn between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from db.session import Session
    from db.tables import Address, Campaign, Person, School
    from knowledge.catalogue import Catalogue


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


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: pressing it is saying *words* (ASCII, at most 64 bytes)."""

    label: str
    words: str


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


class Refusal(Exception):
    """It cannot be, and the message says why, in Vietnamese; the turn is rolled back."""

    def __init__(self, text: str, choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(text)
        self.reply = Reply(text, choices)


@dataclass(slots=True)
class Turn:
    """One message, one transaction, one moment."""

    heard: Incoming
    address: Address
    person: Person | None
    campaign: Campaign | None
    now: datetime
    """Aware, in the zone of the product."""
    session: Session
    catalogue: Catalogue
    words: str = ""
    """What is to be acted on: the text heard, or what a button stands for, without the command's name."""
    settings: TurnSettings = field(default_factory=lambda: TurnSettings())

    @property
    def role(self) -> str:
        """stranger, viewer, deputy, principal or officer."""
        return self.person.role if self.person else "stranger"

    @property
    def school(self) -> School | None:
        """The school that the person speaks for."""
        return self.person.school if self.person else None


@dataclass(frozen=True, slots=True)
class TurnSettings:
    """The few settings that a handler may know."""

    bootstrap_code: str = ""
    join_link: str = ""
    """A deep link with `{code}` in it, where the channel has one."""


Handler = Callable[[Turn], Reply]
