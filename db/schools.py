"""Schools, campaigns and review months."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from db.session import Session
from db.tables import Campaign, Review, School


def every(session: Session) -> list[School]:
    """List the schools in the order in which they were put in."""
    return list(session.scalars(select(School).order_by(School.id)))


def names(session: Session) -> list[str]:
    """List the names of all schools."""
    return list(session.scalars(select(School.name).order_by(School.id)))


def named(session: Session, name: str) -> School | None:
    """Find the school with exactly this *name*."""
    return session.scalar(select(School).filter_by(name=name))


def campaign(session: Session, day: date) -> Campaign | None:
    """Find the campaign that *day* falls in; the latest one where none does."""
    campaigns = session.scalars(select(Campaign).order_by(Campaign.begins)).all()
    running = [one for one in campaigns if one.begins <= day <= one.ends]
    chosen = running or campaigns
    return chosen[-1] if chosen else None


def of_year(session: Session, school_year: str) -> Campaign | None:
    """Find the campaign of a school year such as `2017-2018`."""
    return session.scalar(select(Campaign).filter_by(school_year=school_year))


def review(session: Session, campaign: Campaign, school: School) -> Review | None:
    """Find a school's part in a campaign."""
    return session.scalar(select(Review).filter_by(campaign_id=campaign.id, school_id=school.id))


def review_by_number(session: Session, number: int) -> Review | None:
    """Find a school's part in a campaign by its number."""
    return session.get(Review, number)


def communes(session: Session) -> list[str]:
    """List the communes that schools lie in."""
    return list(session.scalars(select(School.commune).where(School.commune != "").distinct().order_by(School.commune)))


def reviews(session: Session, campaign: Campaign) -> list[Review]:
    """List the campaign's schools, the reviewed ones first, by month."""
    found = session.scalars(select(Review).filter_by(campaign_id=campaign.id)).all()
    return sorted(found, key=lambda one: (one.month or date.max, one.id))
