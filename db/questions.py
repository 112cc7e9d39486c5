"""Questions that found no good answer, or not the one meant, kept for the office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from db.session import Session
from db.tables import Address, Letter, Question
from knowledge.alike import grouped

AT_MOST = 1000
"""How many waiting questions are compared with one another, the newest."""


def keep(
    session: Session,
    at: Address,
    asked: str,
    level: str | None,
    nearest: Iterable[str],
    now: datetime,
    *,
    shown: str | None = None,
    room: str | None = None,
) -> Question:
    """Keep a question of *at*; *shown* is the answer that was not what was meant."""
    question = Question(
        asked=asked,
        at=now,
        person_id=at.person_id,
        channel=at.channel,
        address=at.address,
        room=room,
        level=level,
        nearest=list(nearest),
        shown=shown,
    )
    session.add(question)
    session.flush()
    return question


def get(session: Session, number: int) -> Question | None:
    """Find a question by its number."""
    return session.get(Question, number)


def waiting(session: Session) -> list[Question]:
    """List the questions that the office has not settled, the oldest first."""
    newest = select(Question).where(Question.settled_at.is_(None)).order_by(Question.id.desc()).limit(AT_MOST)
    return list(reversed(session.scalars(newest).all()))


def groups(session: Session) -> list[list[Question]]:
    """Group the waiting questions that ask the same for the same level; the most asked first, then the oldest."""
    found = waiting(session)
    alike = grouped([(one.level, one.asked) for one in found])
    return sorted(([found[at] for at in each] for each in alike), key=lambda each: (-len(each), each[0].id))


def group_of(session: Session, question: Question) -> list[Question]:
    """List what waits together with *question*; itself alone where it does not wait."""
    return next((each for each in groups(session) if question in each), [question])


def answered_by(session: Session, number: int) -> list[Question]:
    """List the questions that a taught entry answers, the oldest first."""
    return list(session.scalars(select(Question).filter_by(taught=number).order_by(Question.id)))


def settle(questions: Iterable[Question], now: datetime, taught: int | None = None) -> None:
    """Take questions off the list: answered by the entry *taught*, or laid aside."""
    for one in questions:
        one.settled_at, one.taught = now, taught


def asker(session: Session, question: Question) -> Address | None:
    """Find where the one who asked speaks from."""
    return session.scalar(select(Address).filter_by(channel=question.channel, address=question.address))


def passed_on_by(session: Session, channel: str, message_key: str) -> list[Question]:
    """List the questions that one of our messages passed on to an officer, in its order."""
    passing = select(Letter.key).filter_by(channel=channel, message_key=message_key, kind="question")
    key = session.scalar(passing.limit(1))
    found = [session.get(Question, one) for one in ids_in(key)] if key else []
    return [one for one in found if one is not None]


def notices(session: Session, person_id: int | None) -> list[Letter]:
    """List the notices of questions to an officer that have not gone out."""
    chosen = select(Letter).filter_by(kind="question", person_id=person_id, state="waiting").order_by(Letter.id)
    # Not those that a carrier is taking at this moment: they do go out.
    return list(session.scalars(chosen.with_for_update(skip_locked=True)))


def ids_in(key: str) -> list[int]:
    """Read the numbers of the questions from a notice's key: `question:3+5:12:40`."""
    return [int(one) for one in key.split(":")[1].split("+")]


def in_notice(session: Session, key: str) -> list[Question]:
    """List the questions of a notice that still wait."""
    found = (session.get(Question, one) for one in ids_in(key))
    return [one for one in found if one is not None and one.settled_at is None]


def told(session: Session, person_id: int | None) -> set[int]:
    """Name the questions that an officer was told of, or will be."""
    keys = session.scalars(select(Letter.key).filter_by(kind="question", person_id=person_id))
    return {one for key in keys for one in ids_in(key)}


def history(session: Session) -> list[Question]:
    """List every question that was kept, the oldest first."""
    return list(session.scalars(select(Question).order_by(Question.id)))
