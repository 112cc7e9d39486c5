"""What the external reviews found, this year and before."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from db.session import Session
from db.tables import Campaign, Person, Review, School


def record(review: Review, result: str | None, by: Person | None, now: datetime) -> None:
    """Put a result in, correct it, or with None drop it."""
    review.result = result
    review.result_at = now if result else None
    review.result_by = by.id if result and by else None


def history(session: Session, school: School) -> list[Review]:
    """List a school's reviews with a result, the newest year first."""
    chosen = select(Review).join(Campaign).where(Review.school_id == school.id, Review.result.is_not(None))
    return list(session.scalars(chosen.order_by(Campaign.school_year.desc())))


def last(session: Session, school_id: int, until: Campaign) -> Review | None:
    """Find a school's newest result in a year up to *until*."""
    chosen = select(Review).join(Campaign).where(Review.school_id == school_id, Review.result.is_not(None))
    chosen = chosen.where(Campaign.school_year <= until.school_year, Review.result_at.is_not(None))
    return session.scalar(chosen.order_by(Campaign.school_year.desc()).limit(1))


def of_year(session: Session, campaign: Campaign) -> list[Review]:
    """List the reviews of a year that have a result, by month."""
    found = session.scalars(select(Review).where(Review.campaign_id == campaign.id, Review.result.is_not(None)))
    return sorted(found, key=lambda one: (one.month is None, one.month or campaign.begins, one.id))
