"""What was said in the web chat: kept for reloads, and for pages that lost their connection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ScalarSelect, func, select

from db.tables import StoredFile, WebMessage

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

Choices = Sequence[tuple[str, str]]
"""Label and words of each button."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message to be kept; *kind* is `in` (the person's) or `out` (ours)."""

    address: str
    kind: str
    key: str
    text: str
    at: datetime
    choices: Choices = ()
    files: Sequence[int] = ()
    """The ids of the stored files shown with it."""


def add(session: Session, line: Line) -> bool:
    """Keep *line*; say False where its key is known, the message having been delivered twice."""
    if find(session, line.key) is not None:
        return False
    choices = [list(choice) for choice in line.choices]
    session.add(
        WebMessage(
            address=line.address,
            kind=line.kind,
            key=line.key,
            text=line.text,
            choices=choices,
            files=list(line.files),
            at=line.at,
            revision=_next_revision(),
        )
    )
    return True


def change(session: Session, line: Line) -> bool:
    """Give the message with the key of *line* its text and choices; say False where that seat has no such message."""
    kept = find(session, line.key)
    if kept is None or (kept.address, kept.kind) != (line.address, line.kind):
        return False
    kept.text, kept.choices, kept.replaced_at = line.text, [list(choice) for choice in line.choices], line.at
    kept.files, kept.revision = list(line.files), _next_revision()
    return True


def find(session: Session, key: str) -> WebMessage | None:
    """Find the message with *key*."""
    return session.scalar(select(WebMessage).where(WebMessage.key == key))


def attached(session: Session, addresses: Collection[str], number: int) -> StoredFile | None:
    """Find a stored file that was sent at one of *addresses*."""
    said = select(WebMessage.files).where(WebMessage.address.in_(addresses))
    if not any(number in ids for ids in session.scalars(said.where(WebMessage.kind == "out"))):
        return None
    return session.get(StoredFile, number)


def about(session: Session, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Read the name and type of stored files, without their bytes."""
    found = session.execute(select(StoredFile.id, StoredFile.name, StoredFile.media_type).where(StoredFile.id.in_(ids)))
    return {number: (name, kind) for number, name, kind in found}


def after(session: Session, addresses: Collection[str], revision: int, limit: int) -> Sequence[WebMessage]:
    """Read what is new or changed at *addresses* since *revision*, in the order in which it happened."""
    wanted = select(WebMessage).where(WebMessage.address.in_(addresses), WebMessage.revision > revision)
    return session.scalars(wanted.order_by(WebMessage.revision).limit(limit)).all()


def recent(session: Session, address: str, limit: int) -> Sequence[WebMessage]:
    """Read the last *limit* messages at *address*, oldest first."""
    newest = select(WebMessage).where(WebMessage.address == address).order_by(WebMessage.id.desc()).limit(limit)
    return session.scalars(newest).all()[::-1]


def last_words(session: Session, addresses: Collection[str]) -> dict[str, WebMessage]:
    """Read the last message of each of *addresses* that has one."""
    newest = select(func.max(WebMessage.id)).where(WebMessage.address.in_(addresses)).group_by(WebMessage.address)
    return {kept.address: kept for kept in session.scalars(select(WebMessage).where(WebMessage.id.in_(newest)))}


def last_revision(session: Session) -> int:
    """Read the revision of the latest change anywhere."""
    return session.scalar(select(func.max(WebMessage.revision))) or 0


def label(session: Session, address: str, key: str, words: str) -> str | None:
    """Read the label of the button that says *words* under the message with *key*."""
    kept = find(session, key)
    offered = kept.choices if kept is not None and kept.address == address else []
    return next((str(text) for text, said in offered if said == words), None)


def _next_revision() -> ScalarSelect[int]:
    # Inside the statement, so that two writers on SQLite cannot take the same number; the channel queues its own.
    return select(func.coalesce(func.max(WebMessage.revision), 0) + 1).scalar_subquery()
