"""Keeps each school's waiting reminders equal to what the rule asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime

from db import progress, reminders, results, schools
from db.session import Session
from db.tables import Campaign, Review, School
from knowledge.catalogue import Catalogue, Framework
from knowledge.rules.progress import Lacking, State, lacking, states
from knowledge.rules.reminder_plan import Due, reminder_plan


def framework_of(catalogue: Catalogue, campaign: Campaign, school: School) -> Framework:
    """Find the standards that hold for *school* in this campaign; one without standards where the file is not there.

    They are read as of the last day: what is left out during the year is no longer asked for in it.
    """
    circular = campaign.circulars.get(school.level, "")
    framework = catalogue.framework(circular, school.level)
    return framework.as_of(campaign.ends) if framework else _blank(circular, school.level)


def _blank(circular: str, level: str) -> Framework:
    """Stand in for a circular whose file we do not have: the steps and the dates still hold."""
    never = date.max
    return Framework(
        circular, circular, circular, (level,), never, never, None, None, verified=False, source="", standards=()
    )


def school_state(
    session: Session, campaign: Campaign, school: School, framework: Framework
) -> tuple[dict[str, State], Lacking]:
    """Read where *school* stands, and what it still lacks."""
    now = states(progress.events(session, campaign, school), framework)
    return now, lacking(now, framework)


def replan_school(
    session: Session, catalogue: Catalogue, campaign: Campaign, school: School, now: datetime
) -> tuple[int, int]:
    """Replace the school's waiting reminders; return how many came and how many went."""
    review = schools.review(session, campaign, school)
    if review is None:
        return 0, 0
    due = due_for(session, catalogue, review, review.month, now)
    return reminders.replan(session, campaign, school.id, due, now.date(), now)


def due_for(
    session: Session, catalogue: Catalogue, review: Review, month: date | None, now: datetime
) -> tuple[Due, ...]:
    """Say what the rule asks for where the school is reviewed in *month*; change nothing."""
    campaign, school, reviewed = review.campaign, review.school, review.result is not None
    _, gaps = school_state(session, campaign, school, framework_of(catalogue, campaign, school))
    last, found = progress.last_report(session, campaign, school.id), results.last(session, school.id, campaign)
    return reminder_plan(
        review_month=month,
        reviewed=reviewed,
        report_deadline=campaign.report_deadline,
        report_done=gaps.report_done or reviewed,
        last_update=last.astimezone(now.tzinfo).date() if last else None,
        since=campaign.known_since,
        known_since=campaign.known_since,
        until=campaign.ends,
        zone=now.tzinfo or UTC,
        complete=gaps.complete,
        result_on=found.result_at.astimezone(now.tzinfo).date() if found and found.result_at else None,
    )


def replan_all(session: Session, catalogue: Catalogue, campaign: Campaign, now: datetime) -> None:
    """Replace the waiting reminders of every school of the campaign."""
    session.flush()
    for review in schools.reviews(session, campaign):
        replan_school(session, catalogue, campaign, review.school, now)


def move_review(session: Session, catalogue: Catalogue, review: Review, month: date, now: datetime) -> tuple[int, int]:
    """Put a school's review into another month, and its reminders with it."""
    review.month = month
    session.flush()
    return replan_school(session, catalogue, review.campaign, review.school, now)
