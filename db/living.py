"""Messages of ours that are changed in place while what they speak of changes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select

from db.session import Session
from db.tables import LivingMessage

LIFE = timedelta(days=14)


def begin(
    session: Session, about: str, channel: str, address: str, message_key: str, shown: str, now: datetime
) -> None:
    """Remember that a message just spoken is to be kept up to date; an older one about the same rests."""
    for old in session.scalars(select(LivingMessage).filter_by(about=about, channel=channel, address=address)):
        session.delete(old)
    session.flush()
    session.add(
        LivingMessage(
            about=about,
            channel=channel,
            address=address,
            message_key=message_key,
            shown=shown,
            changed_at=now,
            ends_at=now + LIFE,
        )
    )


def alive(session: Session, now: datetime, not_changed_since: datetime) -> list[LivingMessage]:
    """List the messages that may be changed now, the one left alone longest first."""
    chosen = select(LivingMessage).where(LivingMessage.ends_at > now, LivingMessage.changed_at <= not_changed_since)
    return list(session.scalars(chosen.order_by(LivingMessage.changed_at)))


def changed(session: Session, number: int, message_key: str, shown: str, now: datetime) -> None:
    """Note what a message says now; where it could not be changed in place, the new one takes over."""
    message = session.get(LivingMessage, number)
    if message is not None:
        message.message_key, message.shown, message.changed_at = message_key, shown, now


def end(session: Session, number: int) -> None:
    """Let a message rest as it stands."""
    message = session.get(LivingMessage, number)
    if message is not None:
        session.delete(message)
