"""What an officer says of the year's occasions: `thêm hội nghị sơ kết ngày 15/1/2018 tại Phòng GD`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.language.fold import clean, fold
from knowledge.language.heard import hear
from knowledge.language.months import month_of_school_year
from knowledge.language.school_kinds import aligned

_NOUN = (
    r"(?:hoi nghi|hoi thao|lop tap huan|tap huan|boi duong|so ket|tong ket|cuoc hop|buoi hop|hop|giao ban|chuyen de"
    r"|sinh hoat|le|toa dam)"
)
_POLITE = r"^\s*(?:(?:hay|giup|nho|em|toi|ban|bot|cho|vui long|oi|dua)\s+)*"
_ADD = re.compile(
    _POLITE + r"(?:them|tao|ghi|len|dat|bo sung|cho vao lich|dua vao lich)\s+(?:lich\s+)?(?=" + _NOUN + r"\b)"
)
_ADD_ANY = re.compile(_POLITE + r"(?:them|tao|ghi|bo sung)\s+su kien\s*:?\s*(?=\S)")
_REMOVE = re.compile(_POLITE + r"(?:bo|huy|xoa|go)(?:\s+(?:bo|lich|su kien))?\s+(?=" + _NOUN + r"\b)")
_MOVE = re.compile(_POLITE + r"(?:doi|chuyen|hoan|lui)(?:\s+(?:lich|ngay|su kien))?\s+(?=" + _NOUN + r"\b)")
_STATED = re.compile(r"^\s*(?=" + _NOUN + r"\b)(?!.*(?:\?|\b(?:chua|khong|nao|gi|sao|may|ai)\b))")
"""`tập huấn 20/10 lúc 8h tại …`: an order without its verb, taken for one where its day stands in it."""
_LISTED = re.compile(
    r"^ (?:xem |cac |nhung |danh sach |lich )*su kien"
    r"(?: (?:nam nay|trong nam|nam hoc|nam hoc nay|sap toi|sap den))? [?.]? ?$"
    r"|^ (?:nam nay |sap toi )?co (?:nhung )?su kien (?:gi|nao)(?: nam nay| sap toi)? [?.]? ?$"
)
_ANNOUNCED = re.compile(
    r" (?:nho |giup |hay )*(?:gui |ra )?(?:thong bao|bao|giay moi|loi moi)(?: ve| lich| du)?(?P<name> "
    + _NOUN
    + r"(?: \w+)*?)"
    r"(?: (?:cho|toi|den)(?: tat ca| moi)?(?: cac| moi)? truong)? "
)
_DAY = re.compile(
    r"(?:\b(?:vao|sang|den|qua|thanh|o|luc)\s+)?(?:\b(?:thu \w+|chu nhat)\s*,?\s+)?(?:\bngay\s+)?"
    r"(?<![\d/.\-])(?P<day>\d{1,2})\s*(?:/|\.|-|\bthang\b)\s*(?P<month>\d{1,2})(?![\d])"
    r"(?:\s*(?:/|\.|-|,?\s*\bnam\b)\s*(?P<year>20\d\d|\d\d)(?!\d))?"
)
_TIME = re.compile(
    r"(?:\bluc\s+)?\b(?P<hour>\d{1,2})\s*(?:h|g|gio|:)\s*(?P<minute>\d{2})?(?:\s*phut)?\b"
    r"(?:\s*(?:sang|chieu)\b)?"
)
_PLACE = re.compile(r"(?:\btai\b|\bo\b|@)\s+")
_USUAL = (
    "hội nghị", "hội thảo", "sơ kết", "tổng kết", "tập huấn", "tự đánh giá", "đánh giá ngoài", "kiểm định",
    "chất lượng", "giáo dục", "học kỳ", "năm học", "giữa năm", "cuối năm", "hiệu trưởng", "chuyên đề",
    "công tác", "họp",
)  # fmt: skip
_WHEN = re.compile(
    r"\b(?:bao gio|khi nao|ngay nao|hom nao|luc nao|ngay may|thang may|lich|o dau|co .* (?:nao|khong))\b"
)
_EDGES = " .,;:-–()"


@dataclass(frozen=True, slots=True)
class SpokenOccasion:
    """What is to be done with an occasion."""

    what: str
    """add, move or remove."""
    name: str
    day: date | None = None
    place: str = ""
    """Where, and behind it at what time where that was said."""
    impossible: str = ""
    """What was written as a day and is none."""


def read_occasion(text: str, school_year: str | None) -> SpokenOccasion | None:
    """Read an order about an occasion, as typed or as it was meant; None where *text* is none."""
    as_typed = clean(text).strip()
    for said in dict.fromkeys((as_typed, hear(text).marked)):
        found = _read(said, school_year)
        if found is not None:
            return found
    return None


def _read(said: str, school_year: str | None) -> SpokenOccasion | None:
    flat = aligned(said)
    for what, pattern in (("add", _ADD_ANY), ("add", _ADD), ("remove", _REMOVE), ("move", _MOVE)):
        match = pattern.match(flat)
        if match:
            return _parts(what, said[match.end() :], school_year)
    stated = _parts("add", said, school_year) if _STATED.match(flat) else None
    return stated if stated is not None and stated.day is not None else None


def _parts(what: str, rest: str, school_year: str | None) -> SpokenOccasion | None:
    """Cut `hội nghị sơ kết ngày 15/1/2018 tại Phòng GD` into its parts."""
    rest, time = _without_time(rest)
    flat = aligned(rest)
    days = list(_DAY.finditer(flat))
    dated = days[-1] if days else None  # Of "từ 15/1 sang 20/1" the second is meant.
    before = rest[: days[0].start()] if days else rest
    after = rest[dated.end() :] if dated else ""
    name, place = _name_and_place(before, after)
    if not fold(name):
        return None
    day = _day(dated, school_year) if dated else None
    where = ", ".join(part for part in (place, time) if part)
    written = rest[dated.start("day") : dated.end()].strip() if dated and day is None else ""
    return SpokenOccasion(what, _named(name), day, where, written)


def _without_time(rest: str) -> tuple[str, str]:
    match = _TIME.search(aligned(rest))
    if not match or int(match["hour"]) > 23:
        return rest, ""
    half = " chiều" if "chieu" in match.group() else " sáng" if "sang" in match.group() else ""
    time = f"{int(match['hour'])}h{match['minute'] or '00'}{half}"
    return f"{rest[: match.start()]} {rest[match.end() :]}", time


def _name_and_place(before: str, after: str) -> tuple[str, str]:
    """Find the place behind the day, or between the name and the day."""
    for part, name in ((after, before), (before, "")):
        match = _PLACE.search(aligned(part))
        if match:
            return _without_lead(name or part[: match.start()]), " ".join(part[match.end() :].split()).strip(_EDGES)
    return _without_lead(before), ""


def _without_lead(name: str) -> str:
    """Take off what only led to the day: `hội nghị sơ kết từ`."""
    name = name.strip(_EDGES)
    lead = re.search(r"\s+(?:tu|vao|ngay|sang|den|luc)$", aligned(name))
    return name[: lead.start()].strip(_EDGES) if lead else name


def _named(name: str) -> str:
    """Begin with a capital; give the usual words their marks where none were typed."""
    written = " ".join(name.split())
    if written.isascii():
        for marked in _USUAL:
            written = re.sub(rf"\b{fold(marked)}\b", marked, written, flags=re.IGNORECASE)
    return f"{written[:1].upper()}{written[1:]}"


def _day(match: re.Match[str], school_year: str | None) -> date | None:
    day, month = int(match["day"]), int(match["month"])
    if not 1 <= month <= 12:
        return None
    year = match["year"]
    if year is None and school_year is None:
        return None
    full = int(year) % 100 + 2000 if year else int(month_of_school_year(month, str(school_year))[:4])
    try:
        return date(full, month, day)
    except ValueError:
        return None


def asked_about(text: str) -> tuple[str, ...]:
    """List the kinds of occasion that a question about their day names, folded: `bao giờ sơ kết` is `so ket`."""
    plain = " ".join(hear(text).plain.replace("'", "").split())
    return tuple(dict.fromkeys(re.findall(rf"\b{_NOUN}\b", plain))) if _WHEN.search(plain) else ()


def asks_for_calendar(text: str) -> bool:
    """Tell whether the occasions of the year are asked for: `sự kiện năm nay`."""
    return _LISTED.search(f" {' '.join(hear(text).plain.split())} ") is not None


def announced(text: str) -> str:
    """Give the name in `thông báo hội nghị sơ kết cho các trường`; empty where no occasion is to be announced."""
    match = _ANNOUNCED.fullmatch(f" {' '.join(hear(text).plain.rstrip(' .').split())} ")
    return match["name"] if match else ""


def fits(said: str, name: str) -> bool:
    """Tell whether *said* names the occasion called *name*: every word of it stands there."""
    words = set(fold(name).split())
    return bool(said.split()) and set(fold(said).split()) <= words
