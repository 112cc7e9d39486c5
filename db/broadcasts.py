"""Announcements and their receipts: written, started, settled, acknowledged, called off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from db.session import Session
from db.tables import Address, Broadcast, Campaign, Heard, Letter, Person, Receipt, Room, StoredFile

PREFIX = "broadcast"
UNDER_WAY = ("sending", "sent")
CONFIRMED = ("waiting", *UNDER_WAY, "cancelled")
LEFT = "đã thôi tham gia"
CHASED = timedelta(days=21)
"""How long a silence is followed up."""


def draft(session: Session, campaign: Campaign, person: Person, now: datetime) -> Broadcast:
    """Begin an announcement; one that the same officer began and never sent is dropped."""
    for old in session.scalars(select(Broadcast).filter_by(person_id=person.id, state="draft")).all():
        drop(session, old)
    begun = Broadcast(
        campaign_id=campaign.id,
        person_id=person.id,
        text="",
        files=[],
        audience={},
        made_at=now,
        send_at=now,
        state="draft",
    )
    session.add(begun)
    session.flush()
    return begun


def draft_of(session: Session, person: Person) -> Broadcast | None:
    """Find what an officer has begun and not sent."""
    chosen = select(Broadcast).filter_by(person_id=person.id, state="draft").order_by(Broadcast.id.desc())
    return session.scalars(chosen.limit(1)).first()


def drop(session: Session, broadcast: Broadcast) -> None:
    """Lay a draft aside. Its row stays: with a number that comes back, an old button would send a newer text."""
    broadcast.state = "dropped"
    session.execute(update(StoredFile).where(StoredFile.id.in_(broadcast.files)).values(kept=False))


def get(session: Session, number: int) -> Broadcast | None:
    """Find an announcement by its number."""
    return session.get(Broadcast, number)


def confirmed(session: Session, skip: int = 0, limit: int | None = None) -> list[Broadcast]:
    """List what was sent, is to be sent or was called off, the newest first."""
    chosen = select(Broadcast).where(Broadcast.state.in_(CONFIRMED)).order_by(Broadcast.id.desc())
    return list(session.scalars(chosen.offset(skip).limit(limit)))


def claim(session: Session, broadcast: Broadcast, before: str, after: str) -> bool:
    """Take an announcement from one state to the next; False where somebody else did, or called it off."""
    changed = update(Broadcast).where(Broadcast.id == broadcast.id, Broadcast.state == before).values(state=after)
    done = session.execute(changed.returning(Broadcast.id).execution_options(synchronize_session=False)).first()
    session.refresh(broadcast)
    return done is not None


def due(session: Session, now: datetime) -> list[Broadcast]:
    """List what was to be sent at a time that has come."""
    chosen = select(Broadcast).where(Broadcast.state == "waiting", Broadcast.send_at <= now)
    return list(session.scalars(chosen.order_by(Broadcast.send_at, Broadcast.id)))


def next_due(session: Session, after: datetime) -> datetime | None:
    """Find when the next announcement is to be sent."""
    return session.scalar(
        select(func.min(Broadcast.send_at)).where(Broadcast.state == "waiting", Broadcast.send_at > after)
    )


def receipts(session: Session, broadcast_id: int) -> list[Receipt]:
    """List the receipts of an announcement, in the order in which they were written."""
    return list(session.scalars(select(Receipt).filter_by(broadcast_id=broadcast_id).order_by(Receipt.id)))


def add_receipt(session: Session, broadcast: Broadcast, **fields: Any) -> Receipt:
    """Write a recipient down."""
    receipt = Receipt(broadcast_id=broadcast.id, **fields)
    session.add(receipt)
    session.flush()
    return receipt


def key_of(receipt: Receipt) -> str:
    """Give the key of the letter that carries the announcement to a recipient."""
    return f"{PREFIX}:{receipt.broadcast_id}:{receipt.id}"


def _carried(session: Session, letter: Letter) -> Receipt | None:
    kind, _, rest = letter.key.partition(":")
    number = rest.rpartition(":")[2]
    return session.get(Receipt, int(number)) if kind == PREFIX and number.isdecimal() else None


def arrived(session: Session, letter: Letter, now: datetime) -> None:
    """Note that the letter of a recipient has gone out; other letters are none of ours."""
    receipt = _carried(session, letter)
    if receipt is None:
        return
    if receipt.state != "acknowledged":  # Whoever reads quickly may have pressed already.
        receipt.state = "sent"
    receipt.sent_at, receipt.why = now, ""
    _finish(session, receipt.broadcast, now)


def failed(session: Session, letter: Letter, why: str, now: datetime) -> None:
    """Note that the letter of a recipient will never arrive."""
    receipt = _carried(session, letter)
    if receipt is not None and receipt.state == "waiting":
        receipt.state, receipt.why = "failed", why[:300]
    if receipt is not None:  # Also where another receipt of the school was the last to be settled.
        _finish(session, receipt.broadcast, now)


def _finish(session: Session, broadcast: Broadcast, now: datetime) -> None:
    session.flush()
    waiting = select(Receipt.id).filter_by(broadcast_id=broadcast.id, state="waiting").limit(1)
    if broadcast.state == "sending" and session.scalar(waiting) is None:
        broadcast.state, broadcast.settled_at = "sent", now


def finish(session: Session, broadcast: Broadcast, now: datetime) -> None:
    """Close an announcement that nobody is left to get."""
    _finish(session, broadcast, now)


def call_off(session: Session, broadcast: Broadcast, now: datetime) -> int:
    """Stop an announcement: what has not gone out never will; return how many recipients that spares."""
    broadcast.state, broadcast.settled_at = "cancelled", now
    session.flush()
    return _stop_letters(session, broadcast.id, now)


def _stop_letters(session: Session, broadcast_id: int, now: datetime) -> int:
    """Stop the letters that nobody holds; the one in flight is settled by whoever carries it."""
    free = (Letter.state == "waiting") | ((Letter.state == "sending") & (Letter.lease_until < now))
    chosen = select(Letter).where(Letter.key.like(f"{PREFIX}:{broadcast_id}:%"), free).with_for_update(skip_locked=True)
    stopped = 0
    for letter in session.scalars(chosen).all():
        letter.state, letter.lease_until = "cancelled", None
        receipt = _carried(session, letter)
        if receipt is not None and receipt.state == "waiting":
            receipt.state, stopped = "cancelled", stopped + 1
    return stopped


def is_called_off(session: Session, letter: Letter) -> bool:
    """Tell whether a letter belongs to an announcement that was stopped."""
    receipt = _carried(session, letter)
    return receipt is not None and receipt.broadcast.state == "cancelled"


def call_off_one(session: Session, letter: Letter) -> None:
    """Note that the letter that was in flight when its announcement was called off did not arrive."""
    receipt = _carried(session, letter)
    if receipt is not None and receipt.state == "waiting":
        receipt.state = "cancelled"


def stop_left_over(session: Session, now: datetime) -> None:
    """Stop what a carrier held when the announcement was called off, and gave back or died over."""
    left = select(Broadcast.id).join(Receipt).where(Broadcast.state == "cancelled", Receipt.state == "waiting")
    for broadcast_id in session.scalars(left.distinct()).all():
        _stop_letters(session, broadcast_id, now)
    _give_up_those_who_left(session, now)


def _give_up_those_who_left(session: Session, now: datetime) -> None:
    """Settle the receipts whose letter was taken back because the person had left: it would be waited for forever."""
    for number in session.scalars(select(Broadcast.id).where(Broadcast.state == "sending")).all():
        lost = select(Letter).where(Letter.state == "cancelled", Letter.key.like(f"{PREFIX}:{number}:%"))
        for letter in session.scalars(lost).all():
            failed(session, letter, LEFT, now)


def acknowledge(session: Session, broadcast_id: int, person: Person, now: datetime) -> Receipt | None:
    """Note that somebody of a school has it; None where the school did not get it."""
    chosen = select(Receipt).where(
        Receipt.broadcast_id == broadcast_id, Receipt.school_id == person.school_id, Receipt.person_id.is_not(None)
    )
    own = sorted(session.scalars(chosen.order_by(Receipt.id)), key=lambda one: one.person_id != person.id)
    if not own:
        return None
    done = next((one for one in own if one.state == "acknowledged"), None)
    if done is None:
        own[0].state, own[0].acknowledged_at, own[0].acknowledged_by = "acknowledged", now, person.id
    return done or own[0]


def unanswered(session: Session, person: Person, since: datetime) -> Receipt | None:
    """Find the last announcement sent to somebody's school since a moment, and not acknowledged by anybody of it."""
    chosen = (
        select(Receipt)
        .where(Receipt.school_id == person.school_id, Receipt.state.in_(("sent", "acknowledged")))
        .order_by(Receipt.broadcast_id.desc(), Receipt.state)
    )
    last = session.scalars(chosen.limit(1)).first()  # "acknowledged" stands before "sent".
    return last if last and last.state == "sent" and last.sent_at and last.sent_at >= since else None


def told(session: Session, school_id: int, limit: int) -> list[Receipt]:
    """List what a school was told last, the newest first, one receipt for each announcement."""
    chosen = (
        select(Receipt)
        .where(Receipt.school_id == school_id, Receipt.state.in_(("sent", "acknowledged")))
        .order_by(Receipt.broadcast_id, Receipt.state.desc())  # "acknowledged" comes after "sent", and stays.
    )
    last = {one.broadcast_id: one for one in session.scalars(chosen)}
    return list(last.values())[: -limit - 1 : -1]


def was_answered_after(session: Session, channel: str, address: str, moment: datetime) -> bool:
    """Tell whether anything else was said to an address since a moment."""
    chosen = select(Heard.id).where(Heard.channel == channel, Heard.goes_to == address, Heard.at > moment)
    return session.scalar(chosen.limit(1)) is not None


def silent(session: Session, now: datetime) -> dict[int, list[Receipt]]:
    """List the receipts of the announcements in which a silence may still be followed up, by announcement."""
    chosen = (
        select(Receipt)
        .join(Broadcast)
        .where(
            Broadcast.state.in_(UNDER_WAY),
            Broadcast.send_at > now - CHASED,
            Receipt.school_id.is_not(None),
            Receipt.state.in_(("sent", "acknowledged")),
        )
    )
    found: dict[int, list[Receipt]] = {}
    for receipt in session.scalars(chosen.order_by(Receipt.broadcast_id, Receipt.id)):
        found.setdefault(receipt.broadcast_id, []).append(receipt)
    return found


def members(session: Session, school_ids: Iterable[int]) -> dict[int, list[Person]]:
    """List who speaks for each school: the principals first, then the deputies."""
    chosen = select(Person).where(
        Person.school_id.in_(list(school_ids)), Person.left_at.is_(None), Person.role.in_(("principal", "deputy"))
    )
    found: dict[int, list[Person]] = {}
    for person in session.scalars(chosen.order_by(Person.role.desc(), Person.id)):
        if person.school_id is not None:
            found.setdefault(person.school_id, []).append(person)
    return found


def tied_rooms(session: Session) -> list[Room]:
    """List the groups that stand for an audience."""
    chosen = select(Room).where(Room.left_at.is_(None)).order_by(Room.id)
    return [room for room in session.scalars(chosen) if room.audience]


def place_of(room: Room) -> Address:
    """Give the address of a group, for a letter to it."""
    return Address(channel=room.channel, address=room.room)


def silent_schools(session: Session, broadcast_id: int) -> set[int]:
    """Find the schools that got an announcement and of which nobody acknowledged it."""
    rows = [one for one in receipts(session, broadcast_id) if one.school_id is not None]
    heard = {one.school_id for one in rows if one.state == "acknowledged"}
    return {one.school_id for one in rows if one.school_id is not None and one.state == "sent"} - {*heard}
