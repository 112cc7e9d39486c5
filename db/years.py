"""School years: opening one from the year before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import select

from db import planning, schools
from db.session import Session
from db.tables import Campaign, Review
from knowledge.catalogue import Catalogue
from knowledge.language.fold import fold

NAMELESS = "cơ quan quản lý"
"""What the office is called until somebody says its name."""
_RANKS = (("so ", "province"), ("ubnd xa", "commune"), ("ubnd phuong", "commune"), ("ubnd dac khu", "commune"))


def last_before(session: Session, school_year: str | None) -> Campaign | None:
    """Find the year before *school_year* that is kept, or the last one there is."""
    years = session.scalars(select(Campaign).order_by(Campaign.school_year)).all()
    earlier = [one for one in years if school_year is None or one.school_year < school_year]
    return earlier[-1] if earlier else None


def every(session: Session) -> list[Campaign]:
    """List the years that are kept, the newest first."""
    return list(session.scalars(select(Campaign).order_by(Campaign.school_year.desc())))


def rank_of(office: str) -> str:
    """Tell an office's rank by its name: `UBND xã Thanh Miện` is a commune's."""
    return next((rank for begins, rank in _RANKS if fold(office).startswith(begins)), "district")


def in_force(catalogue: Catalogue, begins: date, levels: Iterable[str]) -> dict[str, str]:
    """Find the circular of each level that is in force when the school year begins."""
    start = date(begins.year, 9, 1)
    return {level: found.circular for level in levels if (found := catalogue.in_force(level, start))}


def begins(school_year: str) -> date:
    """Give the first day of a school year."""
    return date(int(school_year[:4]), 8, 1)


def open_year(session: Session, catalogue: Catalogue, school_year: str, office: str, now: datetime) -> Campaign:
    """Open a school year with the schools of the year before, none of them reviewed yet, and its office."""
    first, before = int(school_year[:4]), last_before(session, school_year)
    campaign = Campaign(
        school_year=school_year,
        office_name=office or (before.office_name if before else NAMELESS),
        office_rank=rank_of(office) if office or before is None else before.office_rank,
        signature=before.signature if before else "",
        contact=before.contact if before else "",
        circulars={},
        begins=begins(school_year),
        ends=date(first + 1, 7, 31),
        known_since=now.date(),
    )
    session.add(campaign)
    session.flush()
    earlier = schools.reviews(session, before) if before else []
    for one in sorted(earlier, key=lambda each: each.id):
        session.add(Review(campaign=campaign, school=one.school))
    campaign.circulars = in_force(catalogue, campaign.begins, {one.school.level for one in earlier})
    session.flush()
    return campaign


def plan(session: Session, catalogue: Catalogue, campaign: Campaign, now: datetime) -> int:
    """Plan the reminders of a year that was just opened; return how many schools it has."""
    planning.replan_all(session, catalogue, campaign, now)
    return len(schools.reviews(session, campaign))
