"""People, the addresses that they speak from, and rooms."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from db.session import Session
from db.tables import Address, Invite, Letter, Person, Room, School


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
    speak_for(session, at, person, now)
    return person


def speak_for(session: Session, at: Address, person: Person, now: datetime) -> None:
    """Let *at* speak for *person*; whoever it spoke for before and who has no other address left with it."""
    before, at.person = at.person, person
    session.flush()
    if before is not None and before is not person and before.left_at is None:
        session.expire(before, ["addresses"])
        if not before.addresses:
            leave(session, before, now)


def leave(session: Session, person: Person, now: datetime) -> None:
    """End a person's part: nothing more is written to them, and codes for another channel of theirs are void."""
    person.left_at = now
    for place in person.addresses:
        place.draft, place.offered, place.then = {}, [], None
    session.execute(
        update(Invite).where(Invite.person_id == person.id, Invite.used_at.is_(None)).values(expires_at=now)
    )
    session.execute(
        update(Letter).where(Letter.person_id == person.id, Letter.state == "waiting").values(state="cancelled")
    )
    session.flush()


def officers(session: Session, *, held: bool = False) -> list[Person]:
    """List the officers of the managing office; *held*, nobody else changes who they are until this turn is over."""
    chosen = select(Person).filter_by(role="officer", left_at=None).order_by(Person.id)
    return list(session.scalars(chosen.with_for_update() if held else chosen))


def get(session: Session, number: int) -> Person | None:
    """Find somebody who has joined and not left by number."""
    found = session.get(Person, number)
    return found if found is not None and found.left_at is None else None


def members(session: Session, school_id: int) -> list[Person]:
    """List who speaks for a school, the principals first."""
    found = session.scalars(select(Person).filter_by(school_id=school_id, left_at=None).order_by(Person.id))
    return sorted(found, key=lambda person: person.role != "principal")


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


def other_address(session: Session, person_id: int | None, besides: str = "") -> Address | None:
    """Find an address of the person that still works, *besides* one."""
    person = session.get(Person, person_id) if person_id else None
    places = [one for one in person.addresses if one.gone_at is None and one.address != besides] if person else []
    return max(places, key=lambda place: place.heard_at, default=None)


def is_open(session: Session, channel: str, spoken_to: str) -> bool:
    """Tell an address, or a room, of which nobody has said yet that nothing arrives there."""
    place = session.scalar(select(Address).filter_by(channel=channel, address=spoken_to))
    group = session.scalar(select(Room).filter_by(channel=channel, room=spoken_to))
    return (place is not None and place.gone_at is None) or (group is not None and group.left_at is None)


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
    follower = session.scalar(select(Room).filter_by(channel=channel, room=after))
    if group and follower:
        group.left_at, follower.title = now, follower.title or group.title
        if follower.audience is None:
            follower.audience, follower.tied_at, follower.tied_by = group.audience, group.tied_at, group.tied_by
    elif group:
        group.room = after


def offer(session: Session, channel: str, spoken_to: str, words: list[str]) -> None:
    """Remember the choices last shown, so that their numbers can be typed."""
    found = session.scalar(select(Address).filter_by(channel=channel, address=spoken_to))
    if found is not None:
        found.offered = words


def room(session: Session, channel: str, where: str, now: datetime, title: str = "") -> Room:
    """Find the group, or note a new one; one that was left is entered anew."""
    found = session.scalar(select(Room).filter_by(channel=channel, room=where))
    if found is None:
        found = Room(channel=channel, room=where, entered_at=now)
        session.add(found)
    elif found.left_at is not None:
        found.entered_at, found.left_at = now, None
    found.title = title[:300] or found.title or ""
    return found
