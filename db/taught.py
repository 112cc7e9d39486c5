"""What the office taught: its answers in force, and every wording they had."""

from __future__ import annotations

from datetime import datetime, tzinfo

from sqlalchemy import func, select

from db.session import Session
from db.tables import Person, Taught
from knowledge.catalogue import Topic

Version = tuple[int | None, int, datetime | None]
_KEPT = ("number", "question", "asked_as", "answer", "level", "office", "channel", "key")


def version(session: Session) -> Version:
    """Tell one state of what was taught from another, for a process that keeps it in memory."""
    newest, ended, when = session.execute(
        select(func.max(Taught.id), func.count(Taught.ended_at), func.max(Taught.at))
    ).one()
    return newest, ended, when


def add(session: Session, row: Taught) -> Taught:
    """Add an entry; its number is that of its first row, so that none is given twice."""
    session.add(row)
    session.flush()
    row.number = row.id
    return row


def change(session: Session, row: Taught, person: Person | None, now: datetime, **values: str | None) -> Taught:
    """Give an entry a new answer, question or level; the wording before is kept."""
    same = {name: getattr(row, name) for name in _KEPT}
    end(row, person, now)
    following = Taught(**{**same, **values}, person_id=person.id if person else None, at=now)
    session.add(following)
    session.flush()
    return following


def end(row: Taught, person: Person | None, now: datetime) -> None:
    """Take an entry out of force; its row stays."""
    row.ended_at, row.ended_by = now, person.id if person else None


def get(session: Session, number: int) -> Taught | None:
    """Find the wording in force of an entry, to be changed by one officer at a time; None where it was removed."""
    return session.scalar(select(Taught).filter_by(number=number, ended_at=None).limit(1).with_for_update())


def last(session: Session, number: int) -> Taught | None:
    """Find the last wording of an entry, whether in force or removed."""
    return session.scalar(select(Taught).filter_by(number=number).order_by(Taught.id.desc()).limit(1))


def restore(session: Session, row: Taught, person: Person | None, now: datetime) -> Taught:
    """Put a removed entry back in force as it was last worded; when it was removed is kept."""
    following = Taught(**{name: getattr(row, name) for name in _KEPT}, person_id=person.id if person else None, at=now)
    session.add(following)
    session.flush()
    return following


def removed(session: Session) -> list[Taught]:
    """List the last wordings of the entries that were removed, the last removed first."""
    kept = {row.number for row in in_force(session)}
    rows = {row.number: row for row in history(session) if row.number not in kept}
    return sorted(rows.values(), key=lambda row: -row.id)


def told_in(session: Session, channel: str, key: str) -> Taught | None:
    """Find the entry in force that an officer's own message gave."""
    return session.scalar(select(Taught).filter_by(channel=channel, key=key, ended_at=None).limit(1))


def in_force(session: Session) -> list[Taught]:
    """List the entries in force, by number."""
    return list(session.scalars(select(Taught).filter_by(ended_at=None).order_by(Taught.number)))


def history(session: Session) -> list[Taught]:
    """List every wording that any entry ever had."""
    return list(session.scalars(select(Taught).order_by(Taught.number, Taught.id)))


def topics(session: Session, level: str | None, zone: tzinfo | None) -> list[Topic]:
    """Give what a school of *level* may find, or with None everything, as entries that search knows."""
    rows = [row for row in in_force(session) if level is None or row.level in (None, level)]
    return [topic(row, zone) for row in rows]


def topic(row: Taught, zone: tzinfo | None) -> Topic:
    """Make an entry of what was taught; its source says that it is the office's word and not the circular's."""
    return Topic(
        id=f"taught/{row.number}",
        title=row.question,
        text=row.answer,
        more="",
        asked_as=tuple(row.asked_as),
        circular=None,
        levels=(row.level,) if row.level else (),
        confidence="high",
        source=f"{signature(row, zone)} · trả lời của cơ quan quản lý, không phải lời thông tư",
    )


def signature(row: Taught, zone: tzinfo | None) -> str:
    """`Phòng GD&ĐT Thanh Miện, ngày 05/10/2017`."""
    return f"{row.office}, ngày {row.at.astimezone(zone):%d/%m/%Y}"
