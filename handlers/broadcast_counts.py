"""How an announcement stands, counted by school: one of its people is enough."""

from __future__ import annotations

from dataclasses import dataclass

from db import broadcasts
from db.session import Session
from db.tables import Broadcast, Receipt, School
from handlers.broadcast_audience import LOST, NOBODY

ORDER = ("acknowledged", "sent", "waiting", "failed", "cancelled")
"""Of several people of a school, the best speaks for it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one announcement; schools that could not be written to at all are counted apart."""

    schools: int
    sent: int
    acknowledged: int
    failed: int
    rooms: int
    rooms_sent: int
    troubles: tuple[str, ...]
    """A line for each reason why something did not arrive."""


def counts(session: Session, broadcast: Broadcast) -> Counts:
    """Count the receipts of an announcement."""
    rows = broadcasts.receipts(session, broadcast.id)
    best = list(by_school(rows).values())
    asked = [one for one in best if not is_missed(one)]
    rooms = [one for one in rows if one.room_id is not None]
    return Counts(
        schools=len(asked),
        sent=sum(one.state in {"sent", "acknowledged"} for one in asked),
        acknowledged=sum(one.state == "acknowledged" for one in asked),
        failed=sum(one.state == "failed" for one in (*asked, *rooms)),
        rooms=len(rooms),
        rooms_sent=sum(one.state == "sent" for one in rooms),
        troubles=tuple(_troubles([*best, *rooms])),
    )


def is_missed(receipt: Receipt) -> bool:
    """Tell a school that nobody could be written to for."""
    return receipt.state == "failed" and receipt.person_id is None and receipt.room_id is None


def by_school(rows: list[Receipt]) -> dict[int, Receipt]:
    """Pick the receipt that speaks for each school."""
    found: dict[int, Receipt] = {}
    for row in rows:
        known = found.get(row.school_id) if row.school_id is not None else None
        if row.school_id is not None and (known is None or ORDER.index(row.state) < ORDER.index(known.state)):
            found[row.school_id] = row
    return found


def silent(rows: list[Receipt]) -> list[School]:
    """List the schools that got it and have not acknowledged it."""
    return [one.school for one in by_school(rows).values() if one.state == "sent" and one.school is not None]


def _troubles(rows: list[Receipt]) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.state == "failed":
            name = row.school.name if row.school else row.room.title if row.room and row.room.title else "một nhóm"
            reasons.setdefault(row.why, []).append(name)
    first = {NOBODY: 2, LOST: 1}
    ordered = sorted(reasons.items(), key=lambda item: first.get(item[0], 0))
    return [f"{why[:1].upper()}{why[1:]} ({len(names)}): {', '.join(names)}" for why, names in ordered]
