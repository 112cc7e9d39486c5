"""Months as people write them: `11/2017`, `T11`, `tháng 11 năm 2017`, `15/11/2017`, `2017-11`, `tháng mười một`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.language.fold import fold

if TYPE_CHECKING:
    from datetime import date

_WORDS = {
    "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip
_ENGLISH = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}

_NAMED = r"(?:thang|thg|th|t)"
_YEAR = r"(?P<year>\d{4})"
_NOT_A_NUMBER = r"(?<![\d/.,])(?<!\d-)"
_END = r"(?![\d])(?!\s*[/.]\d)"
_RELATIVE = r"(?:\s*(?:cua\s+)?(?P<relative>nam\s+(?:nay|sau|toi|truoc|ngoai)|sang\s+nam))?"

# In order: a longer way of writing is taken before the shorter one inside it.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d/])(?P<day>\d{{1,2}})\s*/\s*(?P<month>\d{{1,2}})"
        rf"(?=\s*(?:-|den)\s*(?:ngay\s*)?\d+\s*/\s*\d+\s*/\s*\d{{4}}{_END})",
        rf"{_NOT_A_NUMBER}(?P<year>20\d\d)(?P<s>[-/.])(?P<month>\d{{1,2}})(?:(?P=s)(?P<day>\d{{1,2}})"
        rf")?(?:t[\d:.]+)?{_END}",
        rf"(?<![\d])(?P<day>\d{{1,2}})\s*(?P<s>[/.\-])\s*(?P<month>\d{{1,2}})\s*(?P=s)\s*(?P<year>\d{{4}}|"
        rf"\d{{2}}){_END}",
        rf"\bngay\s+(?P<day>\d{{1,2}})\s+thang\s+(?P<month>\d{{1,2}})(?:\s*(?:nam|/|-|,)?\s*{_YEAR})?{_END}",
        rf"(?<![\d])(?P<day>\d{{1,2}})\s+thang\s+(?P<month>\d{{1,2}})\s*(?:nam|/|-|,)\s*{_YEAR}{_END}",
        rf"\b(?:thang|thg|t)?\s*\.?\s*{_NOT_A_NUMBER}(?<!dot )(?<!tuan )(?<!lan )(?P<first>\d{{1,2}})\s*"
        rf"(?:[,\-+&]|va|den|hoac)\s*{_NAMED}?\s*\.?\s*(?P<month>\d{{1,2}})\s*(?:[/.]|nam)\s*{_YEAR}{_END}",
        rf"\b{_NAMED}\s*\.?\s*(?P<month>\d{{1,2}})\s*(?:[/.\-,]\s*|\s*nam\s*|\s+){_YEAR}{_END}",
        rf"{_NOT_A_NUMBER}(?P<month>\d{{1,2}})\s*(?:[/.\-]|nam)\s*{_YEAR}{_END}",
        rf"\b(?:thang|thg|t)\s*\.?\s*(?P<month>\d{{1,2}})\s*[/\-]\s*(?P<year>\d{{2}}){_END}",
        rf"\b(?P<english>{'|'.join(_ENGLISH)})[a-z]*[\s\-/.,]+(?P<year>\d{{4}}|\d{{2}})\b",
        rf"(?<!\d)(?<!\d )\bthang\s*(?P<month>\d{{1,2}}){_RELATIVE}{_END}(?!\s*(?:lan|tuan|ngay)\b)",
        rf"\b(?:thg|th|t)\.?(?P<month>\d{{1,2}}){_RELATIVE}{_END}",
        rf"(?<!hang )(?<!hng )(?<!moi )(?<!may )(?<!mot )(?<!trong )(?<!cac )(?<!\d )\bthang\s+"
        rf"(?P<word>muoi\s+mot|muoi\s+hai|gieng|mot|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b(?!\s*(?:/|lan|tuan|"
        rf"ngay|hoc))"
        rf"(?:\s*(?:nam\s+|/\s*){_YEAR})?{_RELATIVE}",
    )
)
# Without their marks these would be the numerals tư and sáu: "tháng từ ...", and "tháng sau" as typed in haste.
_NO_NUMERAL = re.compile(r"(?<=\bth[aá]ng )(?:từ|tự|sau|sâu|tạm|bà)\b", re.IGNORECASE)
_SIX = re.compile(r"(?<=\bth[aá]ng )sáu\b", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(r"\s*(?:tuan|hang tuan|nay\b|-\s*t\d)")
_WEEKDAY_BEFORE = re.compile(r"\b(?:chieu|toi|trua|thu|hom|sang ngay|tu|den)\s*$")
_DOCUMENT_BEFORE = re.compile(
    r"(?:\b(?:tt|thong tu|cong van|cv|nghi dinh|nd|quyet dinh|qd|ke hoach|kh|nghi quyet|nq|luat|van ban|so)"
    r"\s*(?:so)?\s*[:.]?\s*)$"
)
_DOCUMENT_AFTER = re.compile(r"\s*/\s*(?:tt|qd|nd|kh|cv|nq|sgd|pgd|ubnd|bgd|ct)")
LEADS = 20
"""More letters than any word that leads to a date has, with its spaces."""
_SHORT_DATE = re.compile(r"(?<![\d/.,])(\d{1,2})\s*/\s*(\d{1,2})(?![\d/.,%])")
_LEAD_IN = re.compile(r"\b(?:ngay|sang|vao|den|qua|thanh|truoc|tu|hom|lich|lui|doi|thang)\s*$")
_AIM = re.compile(r"\b(?:sang|qua|thanh|lui (?:den|ve)|som len)\s*$")  # "từ 11/2017 sang 12/2017" means the second
_THIS_MONTH = re.compile(r"\bthang\s+(nay|sau|toi|truoc)\b")


@dataclass(frozen=True, slots=True)
class SpokenMonth:
    """A month as written, not yet known to be one of the calendar."""

    month: int
    year: int | None
    relative: str | None
    start: int
    end: int
    has_day: bool = False


def find_month(text: str, school_year: str | None, today: date | None = None) -> str | None:
    """Find the first month that a sentence names, as `2017-11`; a month without a year is the school year's."""
    folded = _flat(text)
    possible = [(spoken, settle(spoken, school_year, today)) for spoken in spoken_months(text, school_year)]
    settled = [(spoken, month) for spoken, month in possible if month]
    aimed = [month for spoken, month in settled if _AIM.search(folded[: spoken.start])]
    if settled:
        return (aimed or [settled[0][1]])[0]
    return _counted_from_today(folded, today)


def impossible_month(text: str) -> str | None:
    """Find what is written as a month and is none, as `13/2017`, for saying so."""
    composed = unicodedata.normalize("NFC", text)
    wrong = [spoken for spoken in spoken_months(text, None) if not 1 <= spoken.month <= 12]
    return composed[wrong[0].start : wrong[0].end].strip() if wrong else None


def school_year_of(year: int, month: int) -> str:
    """Name the school year that a month belongs to; August opens the new one."""
    first = year if month >= 8 else year - 1
    return f"{first}-{first + 1}"


def in_school_year(month: str, school_year: str) -> bool:
    """Tell whether *month* lies between 1 August of the first year and 31 August of the second."""
    first, second = school_year.split("-")
    return f"{first}-08" <= month <= f"{second}-08"


def month_of_school_year(month: int, school_year: str) -> str:
    """Give a month without a year its year: September to December the first, January to August the second."""
    first, second = school_year.split("-")
    return f"{first if month >= 9 else second}-{month:02d}"


def spoken_months(text: str, school_year: str | None) -> list[SpokenMonth]:
    """List what is written as a month, in order, possible or not."""
    composed = unicodedata.normalize("NFC", text)
    told_apart = _NO_NUMERAL.sub(lambda word: "-" * len(word.group()), _SIX.sub("  6", composed))
    folded = _flat(told_apart)  # letter for letter as long as the text: places in the one are places in the other
    taken: list[SpokenMonth] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if _is_month(match, folded) and not _overlaps(match, taken):
                taken += _spoken(match)
    taken += [spoken for spoken in _short_dates(folded, school_year) if not _overlaps_span(spoken, taken)]
    return sorted(taken, key=lambda spoken: spoken.start)


def settle(spoken: SpokenMonth, school_year: str | None, today: date | None = None) -> str | None:
    """Turn a written month into `2017-11`; None where it is none, or its year cannot be known."""
    if not 1 <= spoken.month <= 12:
        return None
    if spoken.year is not None:
        return f"{spoken.year}-{spoken.month:02d}" if 2000 <= spoken.year <= 2099 else None
    if spoken.relative:
        return _relative(spoken, school_year, today)
    if school_year:
        return month_of_school_year(spoken.month, school_year)
    return _next(spoken.month, today) if today else None


def _flat(text: str) -> str:
    dashes = str.maketrans({"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "⁄": "/", "\\": "/", "\u00a0": " "})
    return fold(text.translate(dashes))


def _is_month(match: re.Match[str], folded: str) -> bool:
    before, after = folded[: match.start()], folded[match.end() :]
    if match.groupdict().get("year") and _names_document(before, after, match.group()):
        return False
    weekday = re.fullmatch(r"t\s*[2-7]", match.group().strip())
    return not (weekday and (_WEEKDAY_BEFORE.search(before) or _WEEKDAY_AFTER.match(after)))


def _names_document(before: str, after: str, written: str) -> bool:
    if _DOCUMENT_AFTER.match(after):
        return True
    return not written.lstrip().startswith("th") and bool(_DOCUMENT_BEFORE.search(before))


def _overlaps(match: re.Match[str], taken: list[SpokenMonth]) -> bool:
    return any(match.start() < spoken.end and spoken.start < match.end() for spoken in taken)


def _overlaps_span(new: SpokenMonth, taken: list[SpokenMonth]) -> bool:
    return any(new.start < spoken.end and spoken.start < new.end for spoken in taken)


def _spoken(match: re.Match[str]) -> list[SpokenMonth]:
    groups = match.groupdict()
    year = groups.get("year")
    full = int(year) + (2000 if len(year) == 2 else 0) if year else None
    numbers = [int(groups["first"])] if groups.get("first") else []
    numbers.append(_number(groups))
    dated, relative = bool(groups.get("day")), groups.get("relative")
    return [SpokenMonth(number, full, relative, match.start(), match.end(), has_day=dated) for number in numbers]


def _number(groups: dict[str, str | None]) -> int:
    if english := groups.get("english"):
        return _ENGLISH[english]
    if word := groups.get("word"):
        return _WORDS[" ".join(word.split())]
    return int(groups["month"] or 0)


def _short_dates(folded: str, school_year: str | None) -> list[SpokenMonth]:
    """Read `11/17` and `15/11`, which may as well be a fraction: only after a word that leads to a date."""
    found = []
    for match in _SHORT_DATE.finditer(folded):
        alone = not (folded[: match.start()] + folded[match.end() :]).strip(" .,;()")
        if alone or _LEAD_IN.search(folded[max(0, match.start() - LEADS) : match.start()]):
            found.append(_short_date(match, school_year))
    return found


def _short_date(match: re.Match[str], school_year: str | None) -> SpokenMonth:
    left, right = int(match[1]), int(match[2])
    years = [int(year) for year in school_year.split("-")] if school_year else []
    if 2000 + right in years or right > 12:
        return SpokenMonth(left, 2000 + right, None, match.start(), match.end())
    return SpokenMonth(right, None, None, match.start(), match.end(), has_day=True)


def _relative(spoken: SpokenMonth, school_year: str | None, today: date | None) -> str | None:
    base = today.year if today else int(school_year[:4]) if school_year else None
    if base is None:
        return None
    words = spoken.relative or ""
    shift = 0 if "nay" in words else -1 if "truoc" in words else 1
    return f"{base + shift}-{spoken.month:02d}"


def _next(month: int, today: date) -> str:
    return f"{today.year + (month < today.month)}-{month:02d}"


def _counted_from_today(folded: str, today: date | None) -> str | None:
    match = _THIS_MONTH.search(folded)
    if not match or today is None:
        return None
    shift = {"nay": 0, "truoc": -1}.get(match[1], 1)
    count = today.year * 12 + today.month - 1 + shift
    return f"{count // 12}-{count % 12 + 1:02d}"
