"""One message, one transaction, one moment: from what was heard to what is to be said."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.channels.base import Channel
from bot.clock import Clock
from db import heard, people, rooms, schools, taught
from db.session import Session, Sessions, unit
from db.tables import Address, Heard
from handlers import groups
from handlers.dispatch import dispatch
from handlers.turn import Attachment, Choice, Incoming, Refusal, Reply, Turn, TurnSettings
from knowledge.shelf import Shelf

log = logging.getLogger(__name__)

APOLOGY = Reply(
    "Xin lỗi thầy/cô, tôi gặp lỗi khi xử lý tin này và chưa ghi gì. Lỗi đã được lưu lại; thầy/cô thử lại sau ít phút giúp."
)
LONGEST_NAME = 300
LONGEST_FILE = 200
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ROOM_CHANGES = {"added", "removed", "moved"}


class Turns:
    """Takes turns: synchronous, called in threads."""

    def __init__(
        self,
        sessions: Sessions,
        shelf: Shelf,
        clock: Clock,
        channels: Mapping[str, Channel],
        settings: TurnSettings,
    ) -> None:
        self._sessions, self._shelf, self._clock = sessions, shelf, clock
        self._channels, self._settings = channels, settings
        self._taught: dict[str | None, tuple[taught.Version, Shelf]] = {}

    def take(self, incoming: Incoming) -> Reply | None:
        """Act on one message; None where there is nothing to say."""
        now, incoming = self._clock.now(), _storable(incoming)
        try:
            return unit(self._sessions, partial(self._once, incoming=incoming, now=now))
        except Refusal as refusal:
            return self._answer_only(incoming, refusal.reply, now)
        except Exception:
            log.exception("a turn failed on %s", incoming.channel)
            return self._answer_only(incoming, APOLOGY, now)

    def _once(self, session: Session, incoming: Incoming, now: datetime) -> Reply | None:
        known = heard.before(session, incoming.channel, incoming.key)
        if known is not None:
            return reply_kept(known)
        if incoming.kind in ROOM_CHANGES:
            reply = _room_changed(session, incoming, now)
            _note(session, incoming, reply, now)
            return reply
        turn = self._turn(session, incoming, now)
        reply = dispatch(turn)
        _remember(session, turn.address, incoming, reply, now)
        return reply

    def _turn(self, session: Session, incoming: Incoming, now: datetime) -> Turn:
        address = people.address(session, incoming.channel, incoming.address, incoming.name, now)
        if incoming.room:
            people.room(session, incoming.channel, incoming.room, now, incoming.room_title)
        session.flush()
        links = [str(getattr(one, "join_link", "")) for one in self._channels.values()]
        numbered = not self._channels[incoming.channel].has_buttons
        settings = replace(self._settings, join_link=next((link for link in links if link), ""), numbered=numbered)
        shelf = self._shelf_of(session, address, now)
        return Turn(incoming, address, schools.campaign(session, now.date()), now, session, shelf, settings)

    def _shelf_of(self, session: Session, address: Address, now: datetime) -> Shelf:
        """Give what is known with what the office taught, anew where any process changed that since."""
        school = address.person.school if address.person else None
        level, version = school.level if school else None, taught.version(session)
        known = self._taught.get(level)
        if known is None or known[0] != version:
            known = version, self._shelf.teach(taught.topics(session, level, now.tzinfo))
            self._taught[level] = known
        return known[1]

    def _answer_only(self, incoming: Incoming, reply: Reply, now: datetime) -> Reply | None:
        """Remember the answer to a message whose own transaction was rolled back."""
        try:
            return unit(self._sessions, partial(_refuse, incoming=incoming, reply=reply, now=now))
        except Exception as error:
            log.error("an answer could not be kept: %s", error)
            return reply


def _refuse(session: Session, incoming: Incoming, reply: Reply, now: datetime) -> Reply | None:
    known = heard.before(session, incoming.channel, incoming.key)
    if known is not None:
        return reply_kept(known)
    address = people.address(session, incoming.channel, incoming.address, incoming.name, now)
    if incoming.kind != "press":
        address.then = reply.then
    _remember(session, address, incoming, reply, now)
    return reply


def _remember(session: Session, address: Address, incoming: Incoming, reply: Reply, now: datetime) -> None:
    if reply.then:
        address.then = reply.then
    if reply.choices and not incoming.room:
        address.offered = [choice.words for choice in reply.choices]
    _note(session, incoming, reply, now)


def _note(session: Session, incoming: Incoming, reply: Reply | None, now: datetime) -> None:
    kept = _as_row(reply) if reply else None
    heard.note(session, incoming.channel, incoming.key, kept, now, goes_to=incoming.room or incoming.address)
    session.flush()  # A twin of this message, heard by another process, is found out here.


def _as_row(reply: Reply) -> dict[str, Any]:
    """Write an answer as it is kept until it has been spoken: the bytes of its files stay where they are stored."""
    attached = [{"id": one.id, "name": one.name, "media_type": one.media_type} for one in reply.files]
    return {**asdict(replace(reply, files=())), "files": attached}


def reply_kept(known: Heard) -> Reply | None:
    """Read the answer that waits to be spoken; None where it has been."""
    kept: dict[str, Any] | None = known.reply
    if known.spoken_at is not None or kept is None:
        return None
    choices = tuple(Choice(**one) for one in kept["choices"])
    attached = tuple(Attachment(**one) for one in kept.get("files", ()))
    return Reply(**{**kept, "choices": choices, "files": attached})


def _room_changed(session: Session, incoming: Incoming, now: datetime) -> Reply | None:
    if incoming.kind == "moved" and incoming.room:
        people.move(session, incoming.channel, incoming.room, incoming.text, now)
        return None
    room = people.room(session, incoming.channel, incoming.room or incoming.address, now, incoming.room_title)
    if incoming.kind == "removed":
        rooms.left(session, room.channel, room.room, now)
        return None
    return groups.welcome(room, now)


def _storable(incoming: Incoming) -> Incoming:
    file = incoming.file and replace(incoming.file, name=_line(incoming.file.name)[-LONGEST_FILE:] or "tep")
    title = _line(incoming.room_title)[:LONGEST_NAME]
    return replace(
        incoming,
        text=_clean(incoming.text),
        name=_line(incoming.name)[:LONGEST_NAME],
        room_title=title,
        file=file,
    )


def _clean(text: str) -> str:
    """Drop what no database or document keeps: NUL and what XML forbids, and halves of a letter."""
    return UNWRITABLE.sub("", text).encode("utf-8", "ignore").decode()


def _line(text: str) -> str:
    """Keep of a name what can be seen."""
    return "".join(one for one in _clean(text) if one.isprintable())
