"""Progress: what was reported, in order, and what was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select

from db.session import Session
from db.tables import Campaign, Confirmation, Person, ProgressEvent, Recording, School
from knowledge.language.meaning import Update
from knowledge.rules.progress import Event


def record(
    session: Session,
    campaign: Campaign,
    person: Person,
    updates: Iterable[Update],
    *,
    said: str,
    channel: str,
    key: str,
    now: datetime,
) -> Recording:
    """Write one report of the person's school."""
    recording = Recording(
        campaign_id=campaign.id, school_id=person.school_id, person=person, at=now, said=said, channel=channel, key=key
    )
    recording.events = [
        ProgressEvent(target=one.target, status=one.status, percent=one.percent, rating=one.rating) for one in updates
    ]
    session.add(recording)
    session.flush()
    return recording


def events(session: Session, campaign: Campaign, school: School) -> list[Event]:
    """Read a school's reports in order, without what was taken back."""
    return all_events(session, campaign, [school.id]).get(school.id, [])


def all_events(session: Session, campaign: Campaign, school_ids: Iterable[int]) -> dict[int, list[Event]]:
    """Read the reports of several schools in one query."""
    rows = session.execute(
        select(ProgressEvent, Recording.school_id, Recording.at)
        .join(Recording)
        .where(
            Recording.campaign_id == campaign.id,
            Recording.school_id.in_(list(school_ids)),
            Recording.taken_back_at.is_(None),
        )
        .order_by(ProgressEvent.id)
    )
    found: dict[int, list[Event]] = defaultdict(list)
    for event, school_id, at in rows:
        found[school_id].append(Event(event.target, event.status, event.percent, event.rating, at))
    return dict(found)


def last_report(session: Session, campaign: Campaign, school_id: int) -> datetime | None:
    """Find when the school last reported anything."""
    return session.scalar(
        select(func.max(Recording.at)).filter_by(campaign_id=campaign.id, school_id=school_id, taken_back_at=None)
    )


def recent(session: Session, campaign: Campaign, school: School, limit: int = 20) -> list[Recording]:
    """List the last reports that stand, the newest first."""
    chosen = select(Recording).filter_by(campaign_id=campaign.id, school_id=school.id, taken_back_at=None)
    return list(session.scalars(chosen.order_by(Recording.id.desc()).limit(limit)))


def since(session: Session, campaign: Campaign, moment: datetime) -> list[Recording]:
    """List the reports of a campaign that stand and are not older than *moment*."""
    chosen = select(Recording).where(
        Recording.campaign_id == campaign.id, Recording.at >= moment, Recording.taken_back_at.is_(None)
    )
    return list(session.scalars(chosen.order_by(Recording.id)))


def standing(session: Session, campaign: Campaign) -> list[Recording]:
    """List every report of a campaign that stands, in order."""
    chosen = select(Recording).where(Recording.campaign_id == campaign.id, Recording.taken_back_at.is_(None))
    return list(session.scalars(chosen.order_by(Recording.id)))


def recording(session: Session, number: int) -> Recording | None:
    """Find a report by its number."""
    return session.get(Recording, number)


def about(session: Session, channel: str, key: str) -> Recording | None:
    """Find the report that a message made, or that one of our messages confirmed."""
    made = session.scalar(select(Recording).filter_by(channel=channel, key=key).order_by(Recording.id.desc()).limit(1))
    if made is not None:
        return made
    confirmation = session.scalar(select(Confirmation).filter_by(channel=channel, message_key=key))
    return session.get(Recording, confirmation.recording_id) if confirmation else None


def confirm(session: Session, channel: str, message_key: str, number: int) -> None:
    """Remember which of our messages confirmed which report."""
    known = session.scalar(select(Confirmation).filter_by(channel=channel, message_key=message_key))
    if known is None:
        session.add(Confirmation(channel=channel, message_key=message_key, recording_id=number))
    else:
        known.recording_id = number


def take_back(recording: Recording, person: Person, now: datetime) -> None:
    """Mark a report as taken back; its rows stay."""
    recording.taken_back_at, recording.taken_back_by = now, person.id
