"""Messages of ours that are changed in place while what they speak of changes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Exists, select

from db.session import Session
from db.tables import Address, LivingMessage, Person

LIFE = timedelta(days=14)


def begin(
    session: Session, about: str, channel: str, address: str, message_key: str, shown: str, now: datetime
) -> None:
    """Remember that a message just spoken is to be kept up to date; an older one about the same rests."""
    same = (LivingMessage.about == about) & (LivingMessage.address == address)
    taken = same | (LivingMessage.message_key == message_key)
    for old in session.scalars(select(LivingMessage).where(LivingMessage.channel == channel, taken)):
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
    return list(session.scalars(chosen.where(_read_by_officer()).order_by(LivingMessage.changed_at)))


def _read_by_officer() -> Exists:
    """Tell a message whose reader is still of the office: what it says of the schools is for nobody else."""
    at = (Address.channel == LivingMessage.channel) & (Address.address == LivingMessage.address)
    return (
        select(Address.id)
        .join(Person, Address.person_id == Person.id)
        .where(at, Person.role == "officer", Person.left_at.is_(None))
        .exists()
    )


def changed(session: Session, number: int, message_key: str, shown: str, now: datetime) -> None:
    """Note what a message says now; where it could not be changed in place, the new one takes over."""
    message = session.get(LivingMessage, number)
    if message is not None:
        message.message_key, message.shown, message.changed_at = message_key, shown, now


def rest_until(session: Session, number: int, moment: datetime) -> None:
    """Leave a message alone as long as its platform asks for quiet."""
    message = session.get(LivingMessage, number)
    if message is not None:
        message.changed_at = moment


def end(session: Session, number: int) -> None:
    """Let a message rest as it stands."""
    message = session.get(LivingMessage, number)
    if message is not None:
        session.delete(message)
