"""Quick questions of the office, and what each school answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from db.session import Session
from db.tables import Campaign, Person, Poll, PollAnswer


def ask(
    session: Session,
    campaign: Campaign,
    person: Person,
    question: str,
    kind: str,
    options: Iterable[str],
    audience: dict[str, object],
    school_ids: Iterable[int],
    now: datetime,
) -> Poll:
    """Open a question to the schools named."""
    poll = Poll(
        campaign_id=campaign.id,
        person_id=person.id,
        question=question,
        kind=kind,
        options=list(options),
        audience=audience,
        asked_at=now,
        answers=[PollAnswer(school_id=one) for one in school_ids],
    )
    session.add(poll)
    session.flush()
    return poll


def get(session: Session, number: int) -> Poll | None:
    """Find a question by its number."""
    return session.get(Poll, number)


def recent(session: Session, campaign: Campaign, limit: int = 10) -> list[Poll]:
    """List the questions of a year, the newest first."""
    chosen = select(Poll).where(Poll.campaign_id == campaign.id).order_by(Poll.id.desc()).limit(limit)
    return list(session.scalars(chosen))


def open_to(session: Session, school_id: int) -> list[Poll]:
    """List the open questions to a school, the newest first."""
    chosen = select(Poll).join(PollAnswer).where(PollAnswer.school_id == school_id, Poll.closed_at.is_(None))
    return list(session.scalars(chosen.order_by(Poll.id.desc())))


def answer_of(poll: Poll, school_id: int) -> PollAnswer | None:
    """Find the row of a school."""
    return next((one for one in poll.answers if one.school_id == school_id), None)


def answer(row: PollAnswer, value: str, person: Person, now: datetime) -> None:
    """Write down what a school answers, over what it said before."""
    row.value, row.person_id, row.at = value, person.id, now
