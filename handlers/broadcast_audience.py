"""Whom an announcement is for: from what was said to the very schools, people and groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from db import broadcasts, people, planning, progress, schools
from db.session import Session
from db.tables import Address, Broadcast, Campaign, Person, Room, School
from handlers import wording
from knowledge.catalogue import LEVEL_NAMES, LEVELS, Catalogue
from knowledge.language.announcement import Announcement

LACKING = {
    "report": "chưa xong báo cáo tự đánh giá",
    "start": "chưa bắt đầu",
    "acknowledgement": "chưa xác nhận thông báo trước",
}
NOBODY = "chưa có ai tham gia"
LOST = "không còn nơi nào nhận được tin"


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who gets an announcement, and which schools do not."""

    reached: tuple[tuple[School, tuple[tuple[Person, Address], ...]], ...]
    missed: tuple[tuple[School, str], ...]
    """With the reason why."""
    rooms: tuple[Room, ...]


def as_kept(said: Announcement) -> dict[str, Any]:
    """Write what was said as it is kept with the announcement."""
    return {
        "everyone": said.everyone,
        "levels": list(said.levels),
        "months": list(said.months),
        "lacking": said.lacking,
        "schools": list(said.schools),
        "excepted": list(said.excepted),
        "rooms": True,
        "rooms_only": said.rooms_only,
    }


def recipients(session: Session, catalogue: Catalogue, campaign: Campaign, audience: dict[str, Any]) -> Recipients:
    """Find who gets an announcement at this moment."""
    rooms = tuple(_rooms(session, audience)) if audience.get("rooms") else ()
    if audience.get("rooms_only"):
        return Recipients((), (), rooms)
    chosen = _schools(session, catalogue, campaign, audience)
    members = broadcasts.members(session, [school.id for school in chosen])
    reached, missed = [], []
    for school in chosen:
        places = [(person, place) for person in members.get(school.id, ()) if (place := people.reach(person))]
        if places:
            reached.append((school, tuple(places)))
        else:
            missed.append((school, LOST if members.get(school.id) else NOBODY))
    return Recipients(tuple(reached), tuple(missed), rooms)


def _schools(session: Session, catalogue: Catalogue, campaign: Campaign, audience: dict[str, Any]) -> list[School]:
    """List the schools that are meant, by level: those that every part fits, and those named."""
    every = schools.every(session)
    if "chosen" in audience:  # Confirmed earlier, for a later time.
        every = [one for one in every if one.id in audience["chosen"]]
    found = [one for one in every if _fits(session, one, campaign, audience)]
    found = _lacking(session, catalogue, campaign, found, audience.get("lacking"))
    ids = {one.id for one in found}
    named = [one for one in every if one.name in audience["schools"] and one.id not in ids]
    kept = [one for one in (*found, *named) if one.name not in audience["excepted"]]
    return sorted(kept, key=lambda one: (LEVELS.index(one.level) if one.level in LEVELS else len(LEVELS), one.id))


def _fits(session: Session, school: School, campaign: Campaign, audience: dict[str, Any]) -> bool:
    if not (audience["everyone"] or audience["levels"] or audience["months"] or audience["lacking"]):
        return False
    if audience["levels"] and school.level not in audience["levels"]:
        return False
    if not audience["months"]:
        return True
    review = schools.review(session, campaign, school)
    return review is not None and review.month is not None and f"{review.month:%Y-%m}" in audience["months"]


def _lacking(
    session: Session, catalogue: Catalogue, campaign: Campaign, found: list[School], lacking: str | None
) -> list[School]:
    if lacking == "start":
        begun = progress.all_events(session, campaign, [one.id for one in found])
        return [one for one in found if not begun.get(one.id)]
    if lacking == "report":
        return [one for one in found if not _has_report(session, catalogue, campaign, one)]
    if lacking == "acknowledgement":
        last = next((one for one in broadcasts.confirmed(session) if one.state in broadcasts.UNDER_WAY), None)
        silent = broadcasts.silent_schools(session, last.id) if last else set()
        return [one for one in found if one.id in silent]
    return found


def _has_report(session: Session, catalogue: Catalogue, campaign: Campaign, school: School) -> bool:
    framework = planning.framework_of(catalogue, campaign, school)
    return planning.school_state(session, campaign, school, framework)[1].report_done


def _rooms(session: Session, audience: dict[str, Any]) -> list[Room]:
    """List the groups in which everybody is meant: never where only some of them lack something."""
    if audience["lacking"] or audience["excepted"] or (audience["schools"] and not audience["levels"]):
        return []
    return [room for room in broadcasts.tied_rooms(session) if _is_within(room.audience or {}, audience)]


def _is_within(tied: dict[str, Any], audience: dict[str, Any]) -> bool:
    if audience["everyone"] or (audience.get("rooms_only") and not (audience["levels"] or audience["months"])):
        return True
    months = set(tied.get("months") or [tied["month"]] if tied.get("month") else tied.get("months") or [])
    levels = set(tied.get("levels") or ())
    if tied.get("everyone") or not (levels or months):
        return False
    level_fits = not audience["levels"] or (bool(levels) and levels <= set(audience["levels"]))
    return level_fits and (not audience["months"] or (bool(months) and months <= set(audience["months"])))


def described(audience: dict[str, Any]) -> str:
    """`các trường mầm non, có lịch 11/2017`: whom an announcement is for, in words."""
    parts = [", ".join(LEVEL_NAMES[one] for one in audience["levels"])] if audience["levels"] else []
    parts += (
        ["có lịch " + ", ".join(f"{one[5:]}/{one[:4]}" for one in audience["months"])] if audience["months"] else []
    )
    parts += [LACKING[audience["lacking"]]] if audience["lacking"] else []
    return ", ".join(parts)


def by_level(found: Iterable[School]) -> list[str]:
    """List schools by level, a line each: `Mầm non (2): MN Đoàn Kết, MN Thanh Giang`."""
    lines: dict[str, list[str]] = {}
    for school in found:
        lines.setdefault(school.level, []).append(school.name)
    return [
        f"{wording.sentence(LEVEL_NAMES.get(level, level)).rstrip('.')} ({len(names)}): {', '.join(names)}"
        for level, names in lines.items()
    ]


def headed(campaign: Campaign, broadcast: Broadcast) -> str:
    """Write the announcement as a school reads it: who sends it, the text, the signature."""
    lines = [f"**{campaign.office_name}**", broadcast.text, campaign.signature]
    return "\n".join(line for line in lines if line)
