"""When something is to be sent: `lúc 15h chiều mai`, `7h30 thứ hai`, `sáng mai`, `8 giờ rưỡi ngày 25/11`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from knowledge.language.fold import fold

_HOUR = (
    r"(?<![\d/.])(?P<hour>\d{1,2})\s?(?:(?:h|g|gio)(?:\s?(?P<minute>\d{2})(?:p|ph|phut)?)?|:(?P<after>\d{2}))"
    r"(?![\w:/])(?P<half> ruoi)?"
)
_PART = r"(?P<part>buoi (?:sang|trua|chieu|toi)|sang|trua|chieu|toi)\b(?! da\b)"
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, **{str(at): at - 2 for at in range(2, 8)}}
_DAY = (
    r"(?P<near>hom nay|ngay mai|ngay kia|ngay mot|nay|mai)\b"
    r"|(?:thu|t)\s?(?P<weekday>hai|ba|tu|nam|sau|bay|[2-7])\b(?P<week> tuan (?:sau|toi|nay))?"
    r"|(?P<sunday>chu nhat|cn)\b(?P<sunweek> tuan (?:sau|toi|nay))?"
    r"|(?:ngay )?(?<![\d/])(?P<day>\d{1,2})(?:\s?/\s?| thang )(?P<month>\d{1,2})"
    r"(?:\s?(?:/| nam )\s?(?P<year>\d{4}))?(?![\d/])"
)
_PIECE = re.compile(f"(?:{_HOUR})|(?:{_PART})|(?:{_DAY})")
_BETWEEN = re.compile(r"[ ,]*(?:(?:luc|vao luc|vao|ngay)\b ?)?")
_LEAD = re.compile(r"(?:hen gio gui|hen gui|hen gio|hen|luc|vao luc|vao|gui luc|gui vao|gui)\s+$")
_NEAR = {"hom nay": 0, "nay": 0, "ngay mai": 1, "mai": 1, "ngay kia": 2, "ngay mot": 2}
_USUAL = {"sang": time(7, 30), "trua": time(11, 30), "chieu": time(14, 0), "toi": time(19, 0)}


@dataclass(frozen=True, slots=True)
class SendTime:
    """A moment as said, and where it stood in the text."""

    at: datetime | None
    """None where it cannot be."""
    error: str
    """In Vietnamese: why it cannot be."""
    start: int
    end: int


def find_send_time(text: str, now: datetime) -> SendTime | None:
    """Find the first moment that *text* names, counted from *now*; None where it names none."""
    folded = fold(text)
    for first in _PIECE.finditer(folded):
        pieces = _chain(folded, first)
        said = {name: value for piece in pieces for name, value in piece.groupdict().items() if value}
        if "part" not in said or len(pieces) > 1:
            lead = _LEAD.search(folded[: first.start()])
            return _settled(said, now, lead.start() if lead else first.start(), pieces[-1].end())
    return None


def is_send_time(text: str, now: datetime) -> SendTime | None:
    """Read *text* where it says a moment and nothing else."""
    found = find_send_time(text, now)
    rest = fold(text[: found.start] + text[found.end :]) if found else "x"
    return found if not re.search(r"\w", re.sub(r"\b(?:a|nhe|di|gui|hen|luc|vao|thi|cho)\b", "", rest)) else None


def _chain(folded: str, first: re.Match[str]) -> list[re.Match[str]]:
    """Take the pieces that follow one another, one of each kind."""
    pieces, kinds = [first], {_kind(first)}
    while True:
        between = _BETWEEN.match(folded, pieces[-1].end())
        following = _PIECE.match(folded, between.end()) if between else None
        if following is None or _kind(following) in kinds:
            return pieces
        pieces.append(following)
        kinds.add(_kind(following))


def _kind(piece: re.Match[str]) -> str:
    return "hour" if piece["hour"] else "part" if piece["part"] else "day"


def _settled(said: dict[str, str], now: datetime, start: int, end: int) -> SendTime:
    try:
        at = datetime.combine(*_day_and_clock(said, now), now.tzinfo)
    except ValueError as error:
        return SendTime(None, str(error), start, end)
    at = _ahead(at, said, now)
    if at <= now:
        return SendTime(None, f"{at:%H:%M} ngày {at:%d/%m/%Y} đã qua", start, end)
    return SendTime(at, "", start, end)


def _day_and_clock(said: dict[str, str], now: datetime) -> tuple[date, time]:
    return _day(said, now.date()), _clock(said)


def _ahead(at: datetime, said: dict[str, str], now: datetime) -> datetime:
    """Take the next such moment where no particular day was said."""
    if at > now or said.keys() & {"near", "day", "week", "sunweek"}:
        return at
    return at + timedelta(days=7 if said.keys() & {"weekday", "sunday"} else 1)


def _clock(said: dict[str, str]) -> time:
    part = said.get("part", "").removeprefix("buoi ")
    if "hour" not in said:
        return _USUAL[part or "sang"]
    hour, minute = int(said["hour"]), int(said.get("minute") or said.get("after") or (30 if said.get("half") else 0))
    if (part in {"chieu", "toi"} and hour < 12) or (part == "trua" and hour < 4):
        hour += 12
    if hour > 23 or minute > 59:
        raise ValueError(f"không có {hour} giờ{f' {minute}' if minute else ''}")
    return time(hour, minute)


def _day(said: dict[str, str], today: date) -> date:
    if "near" in said:
        return today + timedelta(days=_NEAR[said["near"]])
    if "weekday" in said or "sunday" in said:
        weekday = _WEEKDAYS[said["weekday"]] if "weekday" in said else 6
        return _weekday(weekday, said.get("week") or said.get("sunweek") or "", today)
    return _date(said, today) if "day" in said else today


def _weekday(weekday: int, week: str, today: date) -> date:
    if week:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=weekday + (0 if week.endswith("nay") else 7))
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _date(said: dict[str, str], today: date) -> date:
    day, month, year = int(said["day"]), int(said["month"]), int(said.get("year") or today.year)
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"không có ngày {day}/{month}") from None
    half_a_year_gone = "year" not in said and (today - found).days > 180
    return date(year + 1, month, day) if half_a_year_gone and (month, day) != (2, 29) else found
