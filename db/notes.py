"""Small things that must survive a restart."""

from __future__ import annotations

from db.session import Session
from db.tables import Note


def read(session: Session, name: str) -> str | None:
    """Read a note; None where there is none."""
    found = session.get(Note, name)
    return found.value if found else None


def keep(session: Session, name: str, value: str) -> None:
    """Write a note, over the old one."""
    session.merge(Note(name=name, value=value))
