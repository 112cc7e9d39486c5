"""Rehearses a stretch of the year on a copy: what would be sent, to whom, when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from db import copies, outbox, people, planning, reminders, schools
from db.session import Session, Sessions
from db.tables import Address, Letter, Person
from handlers import clockwork
from knowledge.rules.working_days import next_good_moment
from knowledge.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Push:
    """One message that would be sent."""

    at: datetime
    kind: str
    school: str
    to: str
    text: str


def rehearse(sessions: Sessions, shelf: Shelf, first: date, last: date, zone: tzinfo) -> list[Push]:
    """List every push from *first* to *last*, both included; what is kept is not touched.

    Whoever has not joined counts as if the principal had.
    """
    copy = copies.rehearsal(sessions)
    moment, end = datetime.combine(first, time.min, zone), datetime.combine(last + timedelta(days=1), time.min, zone)
    with copy.begin() as session:
        _fill_seats(session, moment)
        _plan(session, shelf, moment)
    return list(_pushes(copy, shelf, moment, end))


def _fill_seats(session: Session, now: datetime) -> None:
    joined = people.joined_schools(session)
    for school in schools.every(session):
        if school.id not in joined:
            person = Person(name=f"Hiệu trưởng {school.name}", role="principal", school=school, joined_at=now)
            session.add(
                Address(channel="rehearsal", address=str(school.id), person=person, heard_at=now, offered=[], draft={})
            )


def _plan(session: Session, shelf: Shelf, now: datetime) -> None:
    session.flush()
    campaign = schools.campaign(session, now.date())
    if campaign is None:
        return
    campaign.known_since = min(campaign.known_since, now.date())
    planning.replan_all(session, shelf.catalogue, campaign, now)
    session.flush()
    reminders.skip_before(session, now)


def _pushes(copy: Sessions, shelf: Shelf, moment: datetime, end: datetime) -> Iterator[Push]:
    with copy.begin() as session:
        known = outbox.last_number(session)
    while True:
        with copy.begin() as session:
            due = reminders.next_due(session)
            # What is due outside the good hours goes when they begin, as it does under the real clock.
            now = next_good_moment(due.astimezone(moment.tzinfo)) if due else end
            if now >= end:
                return
            clockwork.remind(session, shelf.catalogue, now)
            letters = outbox.written_after(session, known)
            for letter in letters:
                letter.state = "sent"  # A letter that waits would be said again by the next one.
            yield from [_push(session, letter, now) for letter in letters]
            known = max([known, *(letter.id for letter in letters)])


def _push(session: Session, letter: Letter, now: datetime) -> Push:
    person = session.get(Person, letter.person_id) if letter.person_id else None
    school = person.school.name if person and person.school else ""
    return Push(now, letter.kind, school, person.name if person else "", letter.text)
