"""The outbox: letters written in the transaction of their cause, carried under a lease."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update

from db.session import Session
from db.tables import Address, Letter

LEASE = timedelta(minutes=2)
"""Longer than any one sending may take."""
REMINDERS = "reminder:%"
"""The keys of the letters that keep to the good hours."""
NUDGES = "nudge:"
"""How the keys of those that ask again for an acknowledgement begin: they keep to the good hours too."""


def write(
    session: Session,
    *,
    key: str,
    kind: str,
    to: Address,
    text: str,
    now: datetime,
    choices: Iterable[tuple[str, str]] = (),
    not_before: datetime | None = None,
    school_id: int | None = None,
    recording_id: int | None = None,
    files: Iterable[int] = (),
) -> None:
    """Write a letter, once per *key*."""
    if is_written(session, key):
        return
    session.add(
        Letter(
            key=key,
            kind=kind,
            channel=to.channel,
            address=to.address,
            person_id=to.person_id,
            school_id=school_id,
            text=text,
            choices=[list(choice) for choice in choices],
            files=list(files),
            recording_id=recording_id,
            written_at=now,
            not_before=not_before or now,
        )
    )


def is_written(session: Session, key: str) -> bool:
    """Tell whether a letter was written under *key*."""
    return session.scalar(select(Letter.id).filter_by(key=key)) is not None


def take(
    session: Session, channel: str, now: datetime, *, reminders: bool = True, except_for: Iterable[str] = ()
) -> Letter | None:
    """Take the next letter that is due, claimed so that no two carriers have it; *reminders* and some chats may wait.

    One at a time: of a carrier that dies, only the letter in flight is in doubt.
    """
    # A lease that ends too far ahead was taken under a clock that has been set back since.
    left = or_(Letter.lease_until < now, Letter.lease_until > now + LEASE)
    free = or_(Letter.state == "waiting", (Letter.state == "sending") & left)
    due = select(Letter).where(free, Letter.not_before <= now, Letter.channel == channel)
    if not reminders:
        due = due.where(Letter.key.not_like(REMINDERS), Letter.key.not_like(f"{NUDGES}%"))
    for chat in except_for:
        due = due.where(Letter.address != chat, Letter.address.not_like(f"{chat}/%"))
    first = due.order_by(Letter.not_before, Letter.id).limit(1).with_for_update(skip_locked=True)
    letter = session.scalar(first)
    if letter is not None:
        letter.state, letter.lease_until, letter.attempts = "sending", now + LEASE, letter.attempts + 1
    return letter


def sent(session: Session, letter: Letter, message_key: str, now: datetime) -> None:
    """Settle a letter that arrived."""
    values = {"state": "sent", "sent_at": now, "message_key": message_key, "lease_until": None}
    session.execute(update(Letter).where(Letter.id == letter.id).values(**values))


def failed(session: Session, letter: Letter, why: str) -> None:
    """Settle a letter that will never arrive."""
    _settle(session, letter, state="failed", error=why[:300])


def put_off(session: Session, letter: Letter, until: datetime, why: str) -> None:
    """Give a letter back, not to be tried before *until*."""
    _settle(session, letter, state="waiting", not_before=until, error=why[:300])


def readdress(session: Session, letter: Letter, address: str, now: datetime, channel: str | None = None) -> None:
    """Send a letter to another address, at once."""
    elsewhere = {"channel": channel or letter.channel, "address": address}
    _settle(session, letter, state="waiting", not_before=now, **elsewhere)


def letter_at(session: Session, channel: str, message_key: str) -> Letter | None:
    """Find the letter that became the message with *message_key*."""
    return session.scalar(select(Letter).filter_by(channel=channel, message_key=message_key).limit(1))


def waiting_at(session: Session, channel: str, address: str) -> list[Letter]:
    """List the letters that wait for one address."""
    chosen = select(Letter).filter_by(channel=channel, address=address, state="waiting").order_by(Letter.id)
    return list(session.scalars(chosen.with_for_update(skip_locked=True)))


def waiting_reminders(session: Session, school_id: int) -> list[Letter]:
    """List the reminders written to a school that have not gone out."""
    chosen = select(Letter).where(Letter.state == "waiting", Letter.key.like(REMINDERS), Letter.school_id == school_id)
    return list(session.scalars(chosen.order_by(Letter.id).with_for_update(skip_locked=True)))


def stale_reminders(session: Session, before: datetime) -> list[Letter]:
    """List the letters about a school's progress that were written before a moment and have not gone out."""
    chosen = select(Letter).where(Letter.state == "waiting", Letter.key.like(REMINDERS), Letter.written_at < before)
    # Not those that another process is taking at this moment: they do go out.
    return list(session.scalars(chosen.order_by(Letter.id).with_for_update(skip_locked=True)))


def _settle(session: Session, letter: Letter, **values: object) -> None:
    # Only in the attempt that it was taken for: once the lease is over, another carrier may have it.
    mine = update(Letter).where(Letter.id == letter.id, Letter.attempts == letter.attempts, Letter.state != "sent")
    session.execute(mine.values(lease_until=None, **values))


def is_due(session: Session, channels: Iterable[str], now: datetime) -> bool:
    """Tell whether a letter of one of *channels* may go out."""
    chosen = select(Letter.id).where(Letter.state == "waiting", Letter.not_before <= now)
    return session.scalar(chosen.where(Letter.channel.in_(list(channels))).limit(1)) is not None


def next_due(session: Session, channels: Iterable[str], after: datetime, before: datetime) -> datetime | None:
    """Find when the next letter of one of *channels* that was put off may go out, between two moments."""
    put_off = (Letter.state == "waiting") & (Letter.not_before > after) & (Letter.not_before <= before)
    chosen = select(func.min(Letter.not_before)).where(put_off)
    return session.scalar(chosen.where(Letter.channel.in_(list(channels))))


def failures(session: Session) -> list[Letter]:
    """List the letters that never arrived, the newest first."""
    return list(session.scalars(select(Letter).filter_by(state="failed").order_by(Letter.id.desc()).limit(20)))


def last_key(session: Session, begins: str) -> str:
    """Give the key of the newest letter whose key begins so; empty where there is none."""
    chosen = select(Letter.key).where(Letter.key.startswith(begins, autoescape=True)).order_by(Letter.id.desc())
    return session.scalar(chosen.limit(1)) or ""


def last_number(session: Session) -> int:
    """Give the number of the newest letter; 0 where there is none."""
    return session.scalar(select(func.max(Letter.id))) or 0


def written_after(session: Session, number: int) -> list[Letter]:
    """List the letters newer than *number*."""
    return list(session.scalars(select(Letter).where(Letter.id > number).order_by(Letter.id)))
