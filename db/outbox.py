"""The outbox: letters written in the transaction of their cause, carried under a lease."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, func, or_, select, update

from db.session import Session
from db.tables import Address, Letter

LEASE = timedelta(minutes=2)
"""Longer than any one sending may take."""


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
) -> None:
    """Write a letter, once per *key*."""
    if session.scalar(select(Letter.id).filter_by(key=key)) is not None:
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
            written_at=now,
            not_before=not_before or now,
        )
    )


def take(session: Session, channels: Iterable[str], now: datetime, limit: int = 20) -> list[Letter]:
    """Take letters that are due, each claimed by a conditional update so that no two carriers have it."""
    free = or_(Letter.state == "waiting", (Letter.state == "sending") & (Letter.lease_until < now))
    due = select(Letter).where(free, Letter.not_before <= now, Letter.channel.in_(list(channels)))
    return [
        letter
        for letter in session.scalars(due.order_by(Letter.not_before, Letter.id).limit(limit)).all()
        if _claim(session, letter, now)
    ]


def _claim(session: Session, letter: Letter, now: datetime) -> bool:
    claimed = session.execute(
        update(Letter)
        .where(Letter.id == letter.id, Letter.state == letter.state, Letter.attempts == letter.attempts)
        .values(state="sending", lease_until=now + LEASE, attempts=Letter.attempts + 1)
        .execution_options(synchronize_session="fetch")
    )
    return isinstance(claimed, CursorResult) and claimed.rowcount == 1


def sent(session: Session, number: int, message_key: str, now: datetime) -> None:
    """Settle a letter that arrived."""
    _settle(session, number, state="sent", sent_at=now, message_key=message_key, lease_until=None)


def failed(session: Session, number: int, why: str) -> None:
    """Settle a letter that will never arrive."""
    _settle(session, number, state="failed", error=why[:300], lease_until=None)


def put_off(session: Session, number: int, until: datetime, why: str) -> None:
    """Give a letter back, not to be tried before *until*."""
    _settle(session, number, state="waiting", not_before=until, error=why[:300], lease_until=None)


def readdress(session: Session, number: int, address: str, now: datetime, channel: str | None = None) -> None:
    """Send a letter to another address, at once."""
    elsewhere = {"channel": channel} if channel else {}
    _settle(session, number, state="waiting", address=address, not_before=now, lease_until=None, **elsewhere)


def stale_reminders(session: Session, before: datetime) -> list[Letter]:
    """List the letters about a school's progress that were written before a moment and have not gone out."""
    chosen = select(Letter).where(Letter.state == "waiting", Letter.key.like("reminder:%"), Letter.written_at < before)
    return list(session.scalars(chosen.order_by(Letter.id)))


def _settle(session: Session, number: int, **values: object) -> None:
    session.execute(update(Letter).where(Letter.id == number).values(**values))


def next_due(session: Session) -> datetime | None:
    """Find when the next waiting letter may go out."""
    return session.scalar(select(func.min(Letter.not_before)).where(Letter.state == "waiting"))


def failures(session: Session) -> list[Letter]:
    """List the letters that never arrived, the newest first."""
    return list(session.scalars(select(Letter).filter_by(state="failed").order_by(Letter.id.desc()).limit(20)))


def last_number(session: Session) -> int:
    """Give the number of the newest letter; 0 where there is none."""
    return session.scalar(select(func.max(Letter.id))) or 0


def written_after(session: Session, number: int) -> list[Letter]:
    """List the letters newer than *number*."""
    return list(session.scalars(select(Letter).where(Letter.id > number).order_by(Letter.id)))
