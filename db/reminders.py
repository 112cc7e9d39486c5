"""Reminder rows: what is planned, what is due, what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import func, select, update

from db.session import Session
from db.tables import Campaign, Reminder
from knowledge.rules.reminder_plan import Due


def replan(
    session: Session, campaign: Campaign, school_id: int, wanted: Iterable[Due], today: date, now: datetime
) -> tuple[int, int]:
    """Make the waiting rows of a school equal to *wanted*; return how many came and how many went.

    What was sent stays as it is, and what somebody asked to have again is left alone.
    """
    rows = {(row.kind, row.day): row for row in of_school(session, campaign, school_id) if row.kind != "again"}
    plan = {(due.kind, due.on): due for due in wanted}
    gone = [row for key, row in rows.items() if row.state == "waiting" and key not in plan]
    for row in gone:
        row.state, row.settled_at = "replaced", now
    came = [_want(session, campaign, school_id, due, rows.get(key), today) for key, due in plan.items()]
    return sum(came), len(gone)


def _want(session: Session, campaign: Campaign, school_id: int, due: Due, row: Reminder | None, today: date) -> bool:
    if row is None and due.on >= today:
        session.add(Reminder(campaign_id=campaign.id, school_id=school_id, kind=due.kind, day=due.on, due_at=due.at))
        return True
    if row is not None and row.state == "replaced" and due.on >= today:
        row.state, row.settled_at, row.due_at = "waiting", None, due.at
        return True
    if row is not None and row.state == "waiting":
        row.due_at = due.at  # Another zone or another calendar moves the hour, not the day.
    return False


def of_school(session: Session, campaign: Campaign, school_id: int) -> list[Reminder]:
    """List a school's reminders by day."""
    chosen = select(Reminder).filter_by(campaign_id=campaign.id, school_id=school_id)
    return list(session.scalars(chosen.order_by(Reminder.due_at, Reminder.id)))


def due(session: Session, now: datetime) -> dict[tuple[int, int], list[Reminder]]:
    """Find what is due, by campaign and school."""
    found: dict[tuple[int, int], list[Reminder]] = {}
    chosen = select(Reminder).where(Reminder.state == "waiting", Reminder.due_at <= now)
    for row in session.scalars(chosen.order_by(Reminder.due_at, Reminder.id)):
        found.setdefault((row.campaign_id, row.school_id), []).append(row)
    return found


def claim(session: Session, rows: list[Reminder], state: str, letter_key: str | None, now: datetime) -> bool:
    """Settle all of *rows* or, where another process has any of them, none; say which."""
    numbers = [row.id for row in rows]
    free = select(Reminder.id).where(Reminder.id.in_(numbers), Reminder.state == "waiting").order_by(Reminder.id)
    if len(session.scalars(free.with_for_update()).all()) < len(numbers):
        return False
    session.execute(
        update(Reminder)
        .where(Reminder.id.in_(numbers))
        .values(state=state, settled_at=now, letter_key=letter_key)
        .execution_options(synchronize_session=False)
    )
    session.expire_all()
    return True


def next_due(session: Session, after: datetime | None = None) -> datetime | None:
    """Find when the next reminder is due."""
    chosen = select(func.min(Reminder.due_at)).where(Reminder.state == "waiting")
    return session.scalar(chosen if after is None else chosen.where(Reminder.due_at > after))


def due_until(session: Session, moment: datetime) -> int:
    """Count the schools that are reminded until *moment*."""
    chosen = select(func.count(func.distinct(Reminder.school_id)))
    return session.scalar(chosen.where(Reminder.state == "waiting", Reminder.due_at <= moment)) or 0


def carried_by(session: Session, letter_key: str) -> list[Reminder]:
    """List the reminders that one letter carried."""
    return list(session.scalars(select(Reminder).filter_by(letter_key=letter_key).order_by(Reminder.id)))


def get(session: Session, number: int) -> Reminder | None:
    """Find a reminder by its number."""
    return session.get(Reminder, number)


def last_sent(session: Session, school_id: int) -> Reminder | None:
    """Find the newest reminder that was sent to a school."""
    chosen = select(Reminder).filter_by(school_id=school_id, state="sent")
    return session.scalar(chosen.order_by(Reminder.settled_at.desc(), Reminder.id.desc()).limit(1))


def again(session: Session, row: Reminder, day: date, at: datetime) -> bool:
    """Ask for a reminder once more; False where one is asked for that day already."""
    known = session.scalar(
        select(Reminder).filter_by(campaign_id=row.campaign_id, school_id=row.school_id, kind="again", day=day)
    )
    if known is None:
        session.add(Reminder(campaign_id=row.campaign_id, school_id=row.school_id, kind="again", day=day, due_at=at))
    return known is None


def skip_before(session: Session, moment: datetime) -> None:
    """Leave out what was due before a rehearsal begins."""
    session.execute(
        update(Reminder).where(Reminder.state == "waiting", Reminder.due_at < moment).values(state="needless")
    )
