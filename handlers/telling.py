"""Letters to a school about what the office has changed for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from db import outbox, people
from db.session import Session
from handlers.turn import Turn


def can_hear(turn: Turn, school_id: int) -> bool:
    """Tell whether somebody who speaks for the school can be reached."""
    return any(people.reach(person) for person in people.speakers(turn.session, school_id))


def tell(
    turn: Turn,
    school_id: int,
    kind: str,
    about: str,
    text: str,
    choices: Sequence[tuple[str, str]] = (("Xem còn thiếu", "/thieu"),),
) -> bool:
    """Write to whoever speaks for the school, once for each *about*; False where nobody can be reached."""
    return write(turn.session, turn.now, school_id, kind, about, text, choices)


def write(
    session: Session,
    now: datetime,
    school_id: int,
    kind: str,
    about: str,
    text: str,
    choices: Sequence[tuple[str, str]],
) -> bool:
    """Do as `tell` does, where it is the clock's turn."""
    reached = [(person, place) for person in people.speakers(session, school_id) if (place := people.reach(person))]
    for person, place in reached:
        outbox.write(
            session,
            key=f"{kind}:{about}:{person.id}",
            kind=kind,
            to=place,
            text=text,
            now=now,
            choices=choices,
            school_id=school_id,
        )
    return bool(reached)


def cause(turn: Turn) -> str:
    """Name the message that causes a letter, for the letter's key."""
    return f"{turn.heard.channel}:{turn.heard.key}"
