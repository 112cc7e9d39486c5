"""When the office gets its letter of the week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from knowledge.rules.working_days import FIRST_LETTER, first_working_day

LATE = timedelta(hours=10)
"""How long after its moment it may still go: in the evening the week has begun without it."""
WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """Give the Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


def digest_moment(monday: date, like: datetime) -> datetime:
    """Give the moment of a week's letter, in the zone of *like*: Monday 07:30, or the first open day after it.

    For a week in which no day is open that lies in a later one, which has a letter of its own at that moment.
    """
    return datetime.combine(first_working_day(monday), FIRST_LETTER, like.tzinfo)


def due_week(now: datetime) -> date | None:
    """Name the week, by its Monday, whose letter may go at *now*; None where none may."""
    monday = monday_of(now.date())
    moment = digest_moment(monday, now)
    return monday if moment <= now < moment + LATE else None


def next_digest(after: datetime) -> datetime:
    """Give the first moment later than *after* at which a letter of the week is due."""
    monday = monday_of(after.date())
    while (moment := digest_moment(monday, after)) <= after:
        monday += WEEK
    return moment
