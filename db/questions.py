"""Questions that found no good answer, kept for the office."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from db.session import Session
from db.tables import Address, Question


def keep(
    session: Session, at: Address, asked: str, level: str | None, nearest: Iterable[str], now: datetime
) -> Question:
    """Keep a question of *at*."""
    question = Question(
        asked=asked,
        at=now,
        person_id=at.person_id,
        channel=at.channel,
        address=at.address,
        level=level,
        nearest=list(nearest),
    )
    session.add(question)
    session.flush()
    return question


def get(session: Session, number: int) -> Question | None:
    """Find a question by its number."""
    return session.get(Question, number)


def waiting(session: Session) -> list[Question]:
    """List the questions kept, the oldest first."""
    return list(session.scalars(select(Question).order_by(Question.id)))
