"""The year's occasions: trainings, conferences."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select

from db.session import Session
from db.tables import Campaign, Occasion, Person


def add(
    session: Session, campaign: Campaign, name: str, day: date, place: str, by: Person | None, now: datetime
) -> Occasion:
    """Put an occasion into the year's calendar."""
    made = Occasion(
        campaign_id=campaign.id, name=name, day=day, place=place, made_at=now, made_by=by.id if by else None
    )
    session.add(made)
    session.flush()
    return made


def of_year(session: Session, campaign: Campaign) -> list[Occasion]:
    """List the occasions of a year that still stand, by day."""
    chosen = select(Occasion).where(Occasion.campaign_id == campaign.id, Occasion.removed_at.is_(None))
    return list(session.scalars(chosen.order_by(Occasion.day, Occasion.id)))


def get(session: Session, number: int) -> Occasion | None:
    """Find an occasion by its number, also one that was removed."""
    return session.get(Occasion, number)


def from_day(session: Session, day: date) -> list[Occasion]:
    """List what stands from *day* on, in any year."""
    chosen = select(Occasion).where(Occasion.day >= day, Occasion.removed_at.is_(None))
    return list(session.scalars(chosen.order_by(Occasion.day, Occasion.id)))
