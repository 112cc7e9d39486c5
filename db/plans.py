"""Puts a plan that was read from a file into the database, and says what that changes."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from db import audit, planning, schools
from db.session import Session
from db.tables import Campaign, Person, Review, School
from knowledge.catalogue import Catalogue
from knowledge.plan_document import Plan, PlannedSchool


@dataclass(frozen=True, slots=True)
class Change:
    """One school whose review month a plan changes; None is "not reviewed this year"."""

    school: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a plan changes in what is kept."""

    added: tuple[Change, ...]
    """Schools that the year's plan did not have."""
    moved: tuple[Change, ...]
    gone: tuple[Change, ...]
    """Schools that the plan no longer names."""
    year: bool
    """The year itself is new, or its deadline or its circulars change."""

    @property
    def empty(self) -> bool:
        """Nothing changes."""
        return not (self.added or self.moved or self.gone or self.year)


def difference(session: Session, plan: Plan) -> Difference:
    """Compare *plan* with what is kept; change nothing.

    A plan with rows that could not be read does not say which schools are gone: it may be one of those rows.
    """
    campaign = schools.of_year(session, plan.school_year or "")
    kept = {one.school.name: one.month for one in schools.reviews(session, campaign)} if campaign else {}
    wanted = {one.name: first_day(one) for one in plan.schools}
    return Difference(
        tuple(Change(name, None, month) for name, month in wanted.items() if name not in kept),
        tuple(Change(n, kept[n], month) for n, month in wanted.items() if n in kept and kept[n] != month),
        () if plan.problems else tuple(_gone(kept, wanted)),
        campaign is None or _year_changes(campaign, plan),
    )


def _gone(kept: Mapping[str, date | None], wanted: Container[str]) -> Iterator[Change]:
    for name, month in kept.items():
        if name not in wanted and month is not None:
            yield Change(name, month, None)


def _year_changes(campaign: Campaign, plan: Plan) -> bool:
    deadline = plan.report_deadline not in (None, campaign.report_deadline)
    return deadline or any(campaign.circulars.get(level) != one for level, one in plan.circulars.items())


def first_day(planned: PlannedSchool) -> date | None:
    """Turn `2017-11` into the first day of that month."""
    return date.fromisoformat(f"{planned.review_month}-01") if planned.review_month else None


def put_in(session: Session, catalogue: Catalogue, plan: Plan, by: Person | None, now: datetime) -> Campaign:
    """Put *plan* in: its year, schools and months; and plan the reminders anew. Idempotent."""
    change = difference(session, plan)
    campaign = _campaign(session, catalogue, plan, now)
    for planned in plan.schools:
        _review(session, campaign, planned)
    session.flush()
    for lost in change.gone:
        _drop(session, campaign, lost.school)
    for one in (*change.added, *change.moved, *change.gone):
        audit.note(session, by, "import-plan", one.school, str(one.before or ""), str(one.after or ""), now)
    planning.replan_all(session, catalogue, campaign, now)
    return campaign


def _campaign(session: Session, catalogue: Catalogue, plan: Plan, now: datetime) -> Campaign:
    campaign = schools.of_year(session, plan.school_year or "")
    if campaign is None:
        first = int((plan.school_year or "").split("-")[0])
        campaign = Campaign(
            school_year=plan.school_year,
            office_name=plan.office or "cơ quan quản lý",
            office_rank="district",
            circulars={},
            begins=date(first, 8, 1),
            ends=date(first + 1, 7, 31),
            known_since=now.date(),
        )
        session.add(campaign)
    campaign.report_deadline = plan.report_deadline or campaign.report_deadline
    campaign.circulars = _circulars(catalogue, plan, campaign)
    if plan.office:
        campaign.office_name = plan.office
    session.flush()
    return campaign


def _circulars(catalogue: Catalogue, plan: Plan, campaign: Campaign) -> dict[str, str]:
    """Take what the plan cites, then what is kept, then what is in force when the year begins."""
    levels = {one.level for one in plan.schools} | set(plan.circulars)
    start = date(campaign.begins.year, 9, 1)
    force = {level: found.circular for level in levels if (found := catalogue.in_force(level, start))}
    return {**force, **campaign.circulars, **plan.circulars}


def _review(session: Session, campaign: Campaign, planned: PlannedSchool) -> None:
    school = schools.named(session, planned.name)
    if school is None:
        school = School(name=planned.name, level=planned.level)
        session.add(school)
        session.flush()
    review = schools.review(session, campaign, school)
    if review is None:
        review = Review(campaign=campaign, school=school, note=planned.note)
        session.add(review)
    review.month, review.note = first_day(planned), planned.note


def _drop(session: Session, campaign: Campaign, name: str) -> None:
    school = schools.named(session, name)
    review = schools.review(session, campaign, school) if school else None
    if review is not None:
        review.month = None
