"""The occasions of a school year: trainings, conferences."""

from __future__ import annotations

from sqlalchemy import select

from db.session import Session
from db.tables import Campaign, Occasion


def of_year(session: Session, campaign: Campaign) -> list[Occasion]:
    """List what is in the calendar of a year, in its order."""
    chosen = select(Occasion).where(Occasion.campaign_id == campaign.id, Occasion.removed_at.is_(None))
    return list(session.scalars(chosen.order_by(Occasion.day, Occasion.id)))
