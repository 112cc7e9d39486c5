"""From the lines of a plan without a table to its entries: `1. TH Tứ Cường: 11/2017`, `Tháng 11/2017: TH A, TH B`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.language.fold import fold
from knowledge.language.months import spoken_months
from knowledge.language.school_kinds import aligned, read_kind, split_name
from knowledge.plan_columns import heading_month
from knowledge.plan_model import Block, Entry
from knowledge.plan_words import is_nothing, level_heading, names_school, split_names

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKER = re.compile(r"^\s*(?:[-+*•–●▪◦○✓]|\(?(?P<number>\d{1,3})[.)/]|[a-zđ][.)])\s*")
_FALSE_MARKER = re.compile(r"^\s*\d{1,2}[./]\d{4}")
_MONTH_FIRST = re.compile(
    r"^(?P<month>.{0,40}?\d{4}|(?:thang|t)\s*\d{1,2}|.{0,20}\d{1,2}[/.\-]\d{1,4})\s*(?::|-\s|=|gom\b|co\b)\s*"
)
_PARTED = re.compile(r"\s*(?:[:=|\t]|\s-\s|\(|->|→)\s*")
_BEFORE_MONTH = re.compile(
    r"[\s,;:(\-]*(?:(?:vao|trong|du kien|danh gia ngoai|dgn|thoi gian|thoi diem|de nghi|dang ky|ngay|tuan \d)\s*)*$"
)
_MOST_WORDS = 9
_SMALL_WORDS = {"xa", "phuong", "thi", "tran", "so", "chuyen", "tu", "thuc", "dan", "lap", "va"}


@dataclass(slots=True)
class _Headings:
    level: str | None = None
    month: str = ""


def list_entries(blocks: Sequence[Block]) -> list[Entry]:
    """Read the entries of every line that is one; a few words of prose about a school are none."""
    headings = _Headings()
    entries: list[Entry] = []
    for number, line in enumerate((block for block in blocks if isinstance(block, str)), start=1):
        entries += _line(line, number, headings)
    return entries if any(names_school(entry.name) or entry.heading for entry in entries) else []


def _line(line: str, number: int, headings: _Headings) -> list[Entry]:
    marker = _MARKER.match(line) if not _FALSE_MARKER.match(line) else None
    rest = line[marker.end() :].strip() if marker else line.strip()
    level = level_heading(line)
    if level:
        headings.level = level
        return []
    shown = int(marker["number"]) if marker and marker["number"] else number
    under_month = _month_first(rest, shown, headings)
    if under_month is not None:
        return under_month
    return _school_first(rest, shown, headings, listed=marker is not None)


def _month_first(rest: str, shown: int, headings: _Headings) -> list[Entry] | None:
    """Read `Tháng 11/2017: TH A, TH B`; without schools it is the heading of the lines below."""
    alone = heading_month(rest)
    if alone:
        headings.month = alone
        return []
    match = _MONTH_FIRST.match(aligned(rest))
    month = heading_month(rest[: match.end("month")]) if match else None
    if not match or not month:
        return None
    headings.month = month
    return _several(rest[match.end() :], Entry(shown, "", month), headings.level)


def _several(text: str, like: Entry, level: str | None) -> list[Entry]:
    """Part `Tiểu học: Tứ Cường, Đoàn Tùng; Mầm non: Đoàn Kết` and `TH A, TH B`."""
    found = []
    for group in re.split(r"[;\n]", text):
        own, names = _group(group)
        for name in split_names(names, known_level=True):
            alone = re.sub(r"^(?:và|va)\s+", "", name.strip(" ./"))
            alone = re.sub(r"\s+(?:và|va)$", "", alone)
            if _name_like(alone):
                found.append(Entry(like.row, alone, like.month, heading=own or level))
    return found


def _group(text: str) -> tuple[str | None, str]:
    head, mark, names = text.partition(":")
    kind = read_kind(head) if mark else None
    return (
        (kind.level, names)
        if kind
        else (None, re.sub(r"^\s*(?:các|gồm|có)\s+(?:các\s+)?(?:trường\s*:?\s*)?", "", text))
    )


def _school_first(rest: str, shown: int, headings: _Headings, *, listed: bool) -> list[Entry]:
    name, month, note = _parts(rest)
    if not month and not note and headings.month:
        month = headings.month
    if not _name_like(name.split(",")[0]):
        return []
    known = names_school(name) or (headings.level is not None and listed)
    if not known and not (listed and _is_plain_month(month)):
        return []
    if not month and not listed:
        return []
    return [Entry(shown, each, month, heading=headings.level, note=note) for each in split_names(name)]


def _parts(rest: str) -> tuple[str, str, str]:
    """Cut a line into the name, the words for the month, and what follows."""
    parted = _PARTED.search(rest)
    spoken = spoken_months(rest, None)
    if parted and (not spoken or parted.start() <= spoken[0].start):
        return rest[: parted.start()], *_month_and_note(rest[parted.end() :])
    if spoken:
        before = aligned(rest[: spoken[0].start])
        cut = _BEFORE_MONTH.search(before)
        return rest[: cut.start() if cut else spoken[0].start], *_month_and_note(rest[spoken[0].start :])
    return rest.rstrip(" .;,"), "", ""


def _month_and_note(text: str) -> tuple[str, str]:
    text = text.strip(" .;,)")
    spoken = spoken_months(text, None)
    if not spoken or len(text) - spoken[-1].end < 2:
        return (text, "") if spoken or len(text) <= 30 else ("", text)
    return text[: spoken[-1].end], text[spoken[-1].end :].strip(" .;,()-–")


def _is_plain_month(text: str) -> bool:
    return (is_nothing(text) and bool(text)) or bool(
        re.fullmatch(r"(?:t\w*\s*)?\d{1,2}\s*[/.\-]?\s*\d{0,4}", fold(text))
    )


def _name_like(name: str) -> bool:
    """Tell a name from a sentence: few words, each with a capital (after the words for the kind of school)."""
    words = split_name(name)[1].split()
    capital = [word for word in words if not word[0].isalpha() or word[0].isupper() or fold(word) in _SMALL_WORDS]
    return 0 < len(words) <= _MOST_WORDS and capital == words
