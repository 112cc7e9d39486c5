"""Puts a plan that was read from a file into the database, and says what that changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from db import audit, planning, schools, years
from db.session import Session
from db.tables import Campaign, Person, Review, School
from knowledge.catalogue import Catalogue
from knowledge.language.school_kinds import name_key
from knowledge.language.school_names import find_schools
from knowledge.plan_document import Plan, PlannedSchool


@dataclass(frozen=True, slots=True)
class Change:
    """One school whose review month a plan changes; None is "not reviewed this year"."""

    school: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Unknown:
    """A school that nobody has heard of before, and those of the district that its name is near to."""

    school: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a plan changes in what is kept."""

    added: tuple[Change, ...]
    """Schools that the year's plan did not have."""
    moved: tuple[Change, ...]
    gone: tuple[Change, ...]
    """Schools that the plan no longer names."""
    unknown: tuple[Unknown, ...]
    """Those of the added that the district does not have; none where it has no schools at all."""
    new: bool
    """The year is not kept yet."""
    kept: int
    """In a new year: how many schools of the year before stay without a review month, not being named."""
    deadline: tuple[date | None, date | None] | None
    """The deadline of the reports before and after, where it changes."""
    circulars: tuple[tuple[str, str, str], ...]
    """Level, circular before and after, where they change."""
    communes: tuple[tuple[str, str, str], ...]
    """School, commune before and after, where they change."""

    @property
    def empty(self) -> bool:
        """Nothing changes."""
        moved = self.added or self.moved or self.gone
        return not (moved or self.new or self.deadline or self.circulars or self.communes)

    @property
    def told(self) -> tuple[Change, ...]:
        """The schools that have to hear of it: those whose month was another, in a year that was known."""
        return (*self.moved, *self.gone)


def difference(session: Session, plan: Plan) -> Difference:
    """Compare *plan* with what is kept; change nothing.

    A plan with rows that could not be read does not say which schools are gone: it may be one of those rows.
    """
    plan = _as_kept(session, plan)
    campaign = schools.of_year(session, plan.school_year or "")
    kept = {one.school.name: one.month for one in schools.reviews(session, campaign)} if campaign else {}
    wanted = {one.name: first_day(one) for one in plan.schools}
    before = years.last_before(session, plan.school_year) if campaign is None else None
    return Difference(
        added=tuple(Change(name, None, month) for name, month in wanted.items() if name not in kept),
        moved=tuple(Change(n, kept[n], month) for n, month in wanted.items() if n in kept and kept[n] != month),
        gone=() if plan.problems else tuple(_gone(kept, wanted)),
        unknown=tuple(_unknown(session, wanted)),
        new=campaign is None,
        kept=sum(one.school.name not in wanted for one in schools.reviews(session, before)) if before else 0,
        deadline=_deadline(campaign, plan),
        circulars=tuple(_circulars_changed(campaign, plan)),
        communes=tuple(_communes(session, plan)),
    )


def _as_kept(session: Session, plan: Plan) -> Plan:
    """Name the schools as they are kept, where only the spelling differs: `Hoà` and `Hòa`."""
    known = {name_key(name): name for name in schools.names(session)}
    return replace(
        plan, schools=tuple(replace(one, name=known.get(name_key(one.name), one.name)) for one in plan.schools)
    )


def _gone(kept: Mapping[str, date | None], wanted: Mapping[str, date | None]) -> Iterator[Change]:
    for name, month in kept.items():
        if name not in wanted and month is not None:
            yield Change(name, month, None)


def _unknown(session: Session, wanted: Mapping[str, date | None]) -> Iterator[Unknown]:
    """Find who is new to the district: it may be a slip in the name of somebody who is missing from the plan."""
    known = schools.names(session)
    missing = [name for name in known if name not in wanted]
    for name in wanted:
        if known and name not in known:
            yield Unknown(name, find_schools(name, missing))


def _deadline(campaign: Campaign | None, plan: Plan) -> tuple[date | None, date | None] | None:
    before = campaign.report_deadline if campaign else None
    return None if plan.report_deadline in (None, before) else (before, plan.report_deadline)


def _circulars_changed(campaign: Campaign | None, plan: Plan) -> Iterator[tuple[str, str, str]]:
    kept = campaign.circulars if campaign else {}
    for level, circular in plan.circulars.items():
        if kept.get(level) != circular:
            yield level, str(kept.get(level, "")), circular


def _communes(session: Session, plan: Plan) -> Iterator[tuple[str, str, str]]:
    for planned in plan.schools:
        school = schools.named(session, planned.name)
        before = school.commune if school else ""
        if planned.commune and planned.commune != before:
            yield planned.name, before, planned.commune


def first_day(planned: PlannedSchool) -> date | None:
    """Turn `2017-11` into the first day of that month."""
    return date.fromisoformat(f"{planned.review_month}-01") if planned.review_month else None


def put_in(session: Session, catalogue: Catalogue, plan: Plan, by: Person | None, now: datetime) -> Campaign:
    """Put *plan* in: its year, schools and months; and plan the reminders anew. Idempotent."""
    change, plan = difference(session, plan), _as_kept(session, plan)
    campaign = schools.of_year(session, plan.school_year or "")
    if campaign is None:
        campaign = years.open_year(session, catalogue, plan.school_year or "", plan.office, now)
    if plan.office and campaign.office_name == years.NAMELESS:
        campaign.office_name, campaign.office_rank = plan.office, years.rank_of(plan.office)
    campaign.report_deadline = plan.report_deadline or campaign.report_deadline
    campaign.circulars = circulars(session, catalogue, plan)
    for planned in plan.schools:
        _review(session, campaign, planned)
    session.flush()
    for lost in change.gone:
        _drop(session, campaign, lost.school)
    _note(session, plan, change, by, now)
    planning.replan_all(session, catalogue, campaign, now)
    return campaign


def _note(session: Session, plan: Plan, change: Difference, by: Person | None, now: datetime) -> None:
    for one in (*change.added, *change.moved, *change.gone):
        audit.note(session, by, "import-plan", one.school, str(one.before or ""), str(one.after or ""), now)
    if change.deadline:
        before, after = change.deadline
        audit.note(session, by, "report-deadline", str(plan.school_year), str(before or ""), str(after or ""), now)
    for level, was, circular in change.circulars:
        audit.note(session, by, "circular", f"{plan.school_year} {level}", was, circular, now)
    for school, was, commune in change.communes:
        audit.note(session, by, "commune", school, was, commune, now)


def circulars(session: Session, catalogue: Catalogue, plan: Plan) -> dict[str, str]:
    """Take what the plan cites, then what is kept, then what is in force when the year begins."""
    campaign = schools.of_year(session, plan.school_year or "")
    begins = campaign.begins if campaign else years.begins(plan.school_year or "")
    levels = {one.level for one in plan.schools} | set(plan.circulars)
    kept = campaign.circulars if campaign else {}
    return {**years.in_force(catalogue, begins, levels), **kept, **plan.circulars}


def _review(session: Session, campaign: Campaign, planned: PlannedSchool) -> None:
    school = schools.named(session, planned.name)
    if school is None:
        school = School(name=planned.name, level=planned.level)
        session.add(school)
        session.flush()
    school.commune = planned.commune or school.commune or ""
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
