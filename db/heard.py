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


def note(session: Session, channel: str, key: str, reply: dict[str, Any] | None, now: datetime) -> None:
    """Keep the answer until it has been spoken."""
    session.add(Heard(channel=channel, key=key, at=now, reply=reply))


def spoken(session: Session, channel: str, key: str, now: datetime) -> None:
    """Note that the answer has gone out; its text is needed no more."""
    found = before(session, channel, key)
    if found is not None:
        found.spoken_at, found.reply = now, None


def forget_old(session: Session, now: datetime) -> None:
    """Drop what no platform will deliver again."""
    session.execute(delete(Heard).where(Heard.at < now - KEPT))
