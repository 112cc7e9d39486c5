"""Files that go out with answers and letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from db.session import Session
from db.tables import Letter, StoredFile

SHORT_LIFE = timedelta(days=31)
"""What we drew ourselves is drawn again when somebody asks."""
UNSENT = ("waiting", "sending")


def keep(
    session: Session, name: str, media_type: str, content: bytes, now: datetime, *, kept: bool = False
) -> StoredFile:
    """Store a file, and give it its id."""
    stored = StoredFile(name=name, media_type=media_type, content=content, made_at=now, kept=kept)
    session.add(stored)
    session.flush()
    return stored


def read(session: Session, ids: Iterable[int]) -> list[StoredFile]:
    """Read files in the order asked for; those that are no longer there are left out."""
    wanted = list(ids)
    found = {one.id: one for one in session.scalars(select(StoredFile).where(StoredFile.id.in_(wanted)))}
    return [found[each] for each in wanted if each in found]


def forget_old(session: Session, now: datetime) -> None:
    """Drop what was drawn over a month ago, unless a letter is still to carry it."""
    carried = {each for ids in session.scalars(select(Letter.files).where(Letter.state.in_(UNSENT))) for each in ids}
    old = StoredFile.kept.is_(False) & (StoredFile.made_at < now - SHORT_LIFE)
    session.execute(delete(StoredFile).where(old, StoredFile.id.not_in(carried)))
