"""Who changed what, when, before and after."""

from __future__ import annotations

from datetime import datetime

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
