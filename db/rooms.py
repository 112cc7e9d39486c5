"""Groups: what they are tied to, and which of them nobody wanted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from db import outbox
from db.session import Session
from db.tables import Address, Letter, Person, Room

PATIENCE = timedelta(days=1)
"""How long a group may stay without an officer saying whom it stands for."""
GOODBYE = "goodbye"


def known(session: Session) -> list[Room]:
    """List the groups that the assistant is in, the tied ones first."""
    found = session.scalars(select(Room).where(Room.left_at.is_(None)).order_by(Room.id))
    return sorted(found, key=lambda room: room.audience is None)


def get(session: Session, number: int) -> Room | None:
    """Find a group that the assistant is in by its number."""
    found = session.get(Room, number)
    return found if found is not None and found.left_at is None else None


def tie(room: Room, audience: dict[str, Any], by: Person, now: datetime) -> None:
    """Say whom a group stands for."""
    room.audience, room.tied_at, room.tied_by = audience, now, by.id


def untie(room: Room, now: datetime) -> None:
    """Let a group stand for nobody; its day of grace begins anew."""
    room.audience, room.tied_at, room.tied_by, room.entered_at = None, None, None, now


def whole(room: Room) -> str:
    """Name the chat that a room is, or is a topic of."""
    return room.room.partition("/")[0]


def unwanted(session: Session, channels: Iterable[str]) -> list[list[Room]]:
    """List the chats of *channels* of which no room is tied, with their topics; the room of the whole chat first."""
    chats: dict[tuple[str, str], list[Room]] = {}
    for room in known(session):
        chats.setdefault((room.channel, whole(room)), []).append(room)
    wanted = set(channels)
    return [
        sorted(rooms, key=lambda room: ("/" in room.room, room.id))
        for (channel, _), rooms in chats.items()
        if channel in wanted and not any(room.audience for room in rooms)
    ]


def grace_ends(rooms: list[Room]) -> datetime:
    """Say until when a chat that nobody tied is waited for."""
    return min(room.entered_at for room in rooms) + PATIENCE


def say_goodbye(session: Session, room: Room, text: str, now: datetime) -> bool:
    """Write the last letter to a group, once for each stay; False where it is written."""
    key = _goodbye(room)
    if session.scalar(select(Letter.id).filter_by(key=key)) is not None:
        return False
    place = Address(channel=room.channel, address=room.room)  # Never stored: it only says where the letter goes.
    outbox.write(session, key=key, kind=GOODBYE, to=place, text=text, now=now)
    return True


def take_goodbye_back(session: Session, rooms: Iterable[Room]) -> None:
    """Call off the last letter where it has not gone out."""
    keys = [_goodbye(room) for room in rooms]
    for letter in session.scalars(select(Letter).where(Letter.key.in_(keys), Letter.state == "waiting")):
        letter.state = "cancelled"


def to_leave(session: Session, channels: Iterable[str]) -> list[tuple[str, str]]:
    """List the chats whose last letter is settled and that nobody tied meanwhile: channel and address."""
    found = []
    for rooms in unwanted(session, channels):
        keys = [_goodbye(room) for room in rooms]
        settled = select(Letter.id).where(Letter.key.in_(keys), Letter.state.in_(("sent", "failed")))
        if session.scalar(settled.limit(1)) is not None:
            found.append((rooms[0].channel, whole(rooms[0])))
    return found


def left(session: Session, channel: str, chat: str, now: datetime) -> None:
    """Note that the assistant is in a chat no more, nor in any topic of it."""
    for room in session.scalars(select(Room).filter_by(channel=channel, left_at=None)):
        if whole(room) == chat.partition("/")[0]:
            room.left_at = now


def stays(session: Session, room: Room) -> list[Room]:
    """List the room with the others of its chat."""
    chosen = select(Room).filter_by(channel=room.channel, left_at=None).order_by(Room.id)
    return [one for one in session.scalars(chosen) if whole(one) == whole(room)]


def _goodbye(room: Room) -> str:
    return f"{GOODBYE}:{room.id}:{room.entered_at.timestamp():.0f}"
