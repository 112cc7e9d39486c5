"""People, the addresses that they speak from, and rooms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from db.session import Session
from db.tables import Address, Person, Room, School


def address(session: Session, channel: str, spoken_from: str, name: str, now: datetime) -> Address:
    """Find the address, or note a new one; remember that it spoke *now*."""
    found = session.scalar(select(Address).filter_by(channel=channel, address=spoken_from))
    if found is None:
        found = Address(channel=channel, address=spoken_from, heard_at=now, offered=[], draft={})
        session.add(found)
    found.name, found.heard_at, found.gone_at = name[:300] or found.name or "", now, None
    return found


def join(session: Session, at: Address, role: str, school: School | None, name: str, now: datetime) -> Person:
    """Make *at* speak for a new person, or give the person who already does the new role."""
    person = at.person
    wanted = (role, school.id if school else None)
    if person is None or person.left_at is not None or (person.role, person.school_id) != wanted:
        person = Person(name=name, role=role, school=school, joined_at=now)
        session.add(person)
    at.person = person
    session.flush()
    return person


def officers(session: Session) -> list[Person]:
    """List the officers of the managing office."""
    return list(session.scalars(select(Person).filter_by(role="officer", left_at=None).order_by(Person.id)))


def speakers(session: Session, school_id: int) -> list[Person]:
    """List who hears a school's reminders: the principals, or the deputies where none has joined."""
    members = session.scalars(select(Person).filter_by(school_id=school_id, left_at=None).order_by(Person.id)).all()
    principals = [person for person in members if person.role == "principal"]
    return principals or [person for person in members if person.role == "deputy"]


def reach(person: Person) -> Address | None:
    """Find the address that the person used last and that still works."""
    open_addresses = [place for place in person.addresses if place.gone_at is None]
    return max(open_addresses, key=lambda place: place.heard_at, default=None)


def person_at(session: Session, channel: str, spoken_from: str) -> Person | None:
    """Find who speaks from an address."""
    found = session.scalar(select(Address).filter_by(channel=channel, address=spoken_from))
    return found.person if found else None


def seated(session: Session, channel: str, prefix: str) -> list[Person]:
    """List who speaks from an address of *channel* that begins with *prefix*."""
    places = select(Address).where(Address.channel == channel, Address.address.startswith(prefix, autoescape=True))
    return [place.person for place in session.scalars(places) if place.person is not None]


def other_address(session: Session, person_id: int | None) -> Address | None:
    """Find an address of the person that still works."""
    person = session.get(Person, person_id) if person_id else None
    return reach(person) if person else None


def joined_schools(session: Session) -> set[int]:
    """Find the schools that somebody has joined for."""
    found = session.scalars(select(Person.school_id).where(Person.left_at.is_(None), Person.school_id.is_not(None)))
    return {school_id for school_id in found if school_id is not None}


def lose(session: Session, channel: str, spoken_to: str, now: datetime) -> None:
    """Note that nothing arrives at the address, or in the room, any more."""
    for place in session.scalars(select(Address).filter_by(channel=channel, address=spoken_to)):
        place.gone_at = now
    for group in session.scalars(select(Room).filter_by(channel=channel, room=spoken_to)):
        group.left_at = now


def move(session: Session, channel: str, before: str, after: str, now: datetime) -> None:
    """Follow a chat or a room to its new address; one that is known there already takes over."""
    old = session.scalar(select(Address).filter_by(channel=channel, address=before))
    new = session.scalar(select(Address).filter_by(channel=channel, address=after))
    if old and new:
        new.person, old.gone_at = new.person or old.person, now
    elif old:
        old.address = after
    group = session.scalar(select(Room).filter_by(channel=channel, room=before))
    if group and session.scalar(select(Room).filter_by(channel=channel, room=after)):
        group.left_at = now
    elif group:
        group.room = after


def offer(session: Session, channel: str, spoken_to: str, words: list[str]) -> None:
    """Remember the choices last shown, so that their numbers can be typed."""
    found = session.scalar(select(Address).filter_by(channel=channel, address=spoken_to))
    if found is not None:
        found.offered = words


def room(session: Session, channel: str, where: str, now: datetime) -> Room:
    """Find the group, or note a new one."""
    found = session.scalar(select(Room).filter_by(channel=channel, room=where))
    if found is None:
        found = Room(channel=channel, room=where, entered_at=now)
        session.add(found)
    found.left_at = None
    return found
