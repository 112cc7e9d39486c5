"""Messages already acted on, so that one delivered twice is acted on once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from db.session import Session
from db.tables import Heard

KEPT = timedelta(days=14)


def before(session: Session, channel: str, key: str) -> Heard | None:
    """Find what was answered to this very message earlier."""
    return session.scalar(select(Heard).filter_by(channel=channel, key=key))


def note(
    session: Session, channel: str, key: str, reply: dict[str, Any] | None, now: datetime, *, goes_to: str
) -> None:
    """Keep the answer until it has been spoken at *goes_to*; without one there is nothing to wait for."""
    spoken_at = now if reply is None else None
    session.add(Heard(channel=channel, key=key, at=now, goes_to=goes_to, reply=reply, spoken_at=spoken_at))


def spoken(session: Session, channel: str, key: str, now: datetime) -> None:
    """Note that the answer has gone out; its text is needed no more."""
    found = before(session, channel, key)
    if found is not None:
        found.spoken_at, found.reply = now, None


def unspoken(session: Session, before: datetime) -> list[Heard]:
    """List the answers that were never spoken, whoever gave them having died."""
    chosen = select(Heard).where(Heard.spoken_at.is_(None), Heard.at < before).order_by(Heard.id)
    return list(session.scalars(chosen.with_for_update(skip_locked=True)))


def forget_old(session: Session, now: datetime) -> None:
    """Drop what no platform will deliver again."""
    session.execute(delete(Heard).where(Heard.at < now - KEPT))
