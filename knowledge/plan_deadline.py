"""The day by which every school's self-assessment report is due."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from knowledge.language.months import in_school_year, month_of_school_year
from knowledge.language.school_kinds import aligned

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPORT = re.compile(r"bao cao (?:ket qua )?(?:tu danh gia|tdg)|\bbctdg\b|\bbc ?tdg\b")
_SELF_ASSESSMENT = re.compile(r"(?:hoan thanh|ket thuc|xong)[^.;]{0,40}(?:tu danh gia|tdg)")
_SENTENCE = re.compile(r";|\n|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-ZĐ]|$)")
_CUE = r"(?:truoc|cham nhat|muon nhat|han(?: nop| cuoi| chot)?|den het|het|trong|xong|vao|cuoi)"
_DAY = re.compile(
    r"(?P<day>\d{1,2})\s*(?:[/.\-]|thang)\s*(?P<month>\d{1,2})(?:\s*(?:[/.\-]|nam)\s*(?P<year>20\d\d))?(?![\d/])(?!\s*%)"
)
_MONTH = re.compile(
    r"(?P<cue>truoc|cuoi|het|trong|vao)\s*(?:thang|t)\s*(?P<month>\d{1,2})(?:\s*(?:[/.\-]|nam)\s*(?P<year>20\d\d))?"
)
_BEFORE_DAY = re.compile(rf"(?:{_CUE}[^.;,]{{0,25}}|:\s*(?:ngay\s*)?|\bngay\s*)$")
_DOCUMENT = re.compile(r"(?:\bso\b|/tt|/kh|/qd|-bgd|ke hoach|cong van|thong tu)[^,;]{0,40}(?:ngay\s*)?$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day found, or what was written in its place and is no day."""

    day: date | None
    impossible: str = ""


def end_of_school_year(school_year: str | None) -> date | None:
    """Give 31 May of the second year: by the rules for the school year its work is finished by then."""
    return date(int(school_year[5:]), 5, 31) if school_year else None


def deadline_in(lines: Sequence[str], school_year: str | None) -> Deadline:
    """Find the day that a sentence about the report names, the latest where there are several; else the year's end.

    The latest, because the deadline holds for every school: an earlier one is that of the schools reviewed first.
    """
    for subject in (_REPORT, _SELF_ASSESSMENT):
        found = [day for line in lines for day in _days(line, subject, school_year)]
        sound = [each.day for each in found if each.day and _in_range(each.day, school_year)]
        if sound:
            return Deadline(max(sound))
        if wrong := [each for each in found if each.impossible]:
            return Deadline(end_of_school_year(school_year), wrong[0].impossible)
    return Deadline(end_of_school_year(school_year))


def _days(line: str, subject: re.Pattern[str], school_year: str | None) -> list[Deadline]:
    found = []
    for sentence in _SENTENCE.split(line):
        folded = aligned(sentence)
        if subject.search(folded):
            found += [_full_day(match, school_year) for match in _DAY.finditer(folded) if _is_due(match, folded)]
            found += [_month_end(match, school_year) for match in _MONTH.finditer(folded)]
    return found


def _is_due(match: re.Match[str], folded: str) -> bool:
    before = folded[: match.start()]
    return bool(_BEFORE_DAY.search(before)) and not (_DOCUMENT.search(before) and "truoc" not in before[-20:])


def _full_day(match: re.Match[str], school_year: str | None) -> Deadline:
    day, month = int(match["day"]), int(match["month"])
    year = int(match["year"]) if match["year"] else _year_of(month, school_year)
    if year is None:
        return Deadline(None)
    try:
        return Deadline(date(year, month, day))
    except ValueError:
        return Deadline(None, match.group().strip())


def _month_end(match: re.Match[str], school_year: str | None) -> Deadline:
    """Take the last day of a month; `trước tháng 6` ends with May."""
    month = int(match["month"])
    year = int(match["year"]) if match["year"] else _year_of(month, school_year)
    if year is None or not 1 <= month <= 12:
        return Deadline(None, match.group().strip() if year else "")
    if match["cue"] == "truoc":
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return Deadline(date(year, month, calendar.monthrange(year, month)[1]))


def _year_of(month: int, school_year: str | None) -> int | None:
    if not school_year:
        return None
    return int(month_of_school_year(month, school_year)[:4]) if 1 <= month <= 12 else int(school_year[5:])


def _in_range(day: date, school_year: str | None) -> bool:
    return school_year is None or in_school_year(f"{day:%Y-%m}", school_year)
