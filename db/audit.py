"""Who changed what, when, before and after."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from db.session import Session
from db.tables import Audit, Person


def note(
    session: Session, person: Person | None, action: str, subject: str, before: str, after: str, now: datetime
) -> None:
    """Add one line to the trail; *person* is None for what is done from the command line."""
    session.add(
        Audit(
            at=now,
            person_id=person.id if person else None,
            action=action,
            subject=subject[:300],
            before=before[:300],
            after=after[:300],
        )
    )


def entries(
    session: Session,
    actions: Iterable[str] | None = None,
    about: str = "",
    before: int | None = None,
    limit: int | None = None,
) -> list[Audit]:
    """List the trail, the newest first: some actions, what names *about*, what is older than the entry *before*."""
    chosen = select(Audit).order_by(Audit.id.desc()).options(joinedload(Audit.person)).limit(limit)
    if actions is not None:
        chosen = chosen.where(Audit.action.in_(list(actions)))
    if about:
        named = [column.contains(about, autoescape=True) for column in (Audit.subject, Audit.before, Audit.after)]
        chosen = chosen.where(or_(*named))
    if before is not None:
        chosen = chosen.where(Audit.id < before)
    return list(session.scalars(chosen))
