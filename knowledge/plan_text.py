"""What the sentences of a plan say: the school year, the circulars, the report deadline, the office."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.language.fold import fold
from knowledge.language.school_kinds import aligned
from knowledge.plan_words import levels_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.plan_model import Block

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*(?:-|/|den)\s*(20\d\d|\d\d)(?!\d)(?![/.\-]\d)")
_SCHOOL_YEAR = re.compile(r"(?:nam hoc|nien khoa)\s*:?\s*" + _YEAR.pattern)
_TITLE_LINES = 25
_LONGEST_TITLE = 160
_NO_TITLE = re.compile(r"^\W*(?:can cu|thuc hien|xet|theo)\b")

# The circulars that hold standards, each with the levels that it is valid for.
_CIRCULARS = {
    "25/2014": ("MN",),
    "42/2012": ("TH", "THCS", "THPT", "GDTX"),
    "17/2018": ("TH",),
    "18/2018": ("THCS", "THPT"),
    "19/2018": ("MN",),
    "57/2026": ("MN", "TH", "THCS", "THPT", "GDTX"),
}
_CITED = re.compile(r"(?<![\d/])(\d{1,3})\s*/\s*(20\d\d)(?!\d)(\s*/\s*[a-z\-&]+)?")
_REPEALED = re.compile(r"(?:thay the|thay cho|bai bo|het hieu luc|sua doi|truoc day)\b[^.;]*$")
_APPLIED = re.compile(r"\btheo\b|ap dung|thuc hien|tieu chuan danh gia|danh gia\b|bo tieu chuan|quy dinh tai")
_BASIS = re.compile(r"^\W*can cu\b")
_CLAUSE = re.compile(r"[;\n]|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-ZĐ])")

_OFFICE_NAME = (
    r"(?:\s*(?:,|-)?\s*(?:huyện|quận|thị xã|thành phố|TP\.?|tỉnh|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH))?"
    r"((?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*){1,4})"
)
_BUREAU = re.compile(r"(?i:phòng\s+(?:giáo dục và đào tạo|gd\s*&\s*đt|gd\s*-?\s*đt|gdđt))" + _OFFICE_NAME)
_DEPARTMENT = re.compile(r"(?i:sở\s+(?:giáo dục và đào tạo|gd\s*&\s*đt|gd\s*-?\s*đt|gdđt))" + _OFFICE_NAME)
_COMMITTEE = re.compile(
    r"(?i:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(?i:(xã|phường|đặc khu|thị trấn))((?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*){1,4})"
)
_DISTRICT = re.compile(
    r"(?i:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+(?i:huyện|quận|thị xã|thành phố|tp\.?)((?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ]*){1,4})"
)
_NOT_A_PLACE = re.compile(r"\s+(?:PHÒNG|CỘNG|ĐỘC|SỞ|TRƯỜNG|Phòng|Cộng|Độc|Số|Sở)\b.*$")


@dataclass(frozen=True, slots=True)
class _Citation:
    circular: str
    number: str
    levels: tuple[str, ...]
    weight: int


def lines_of(blocks: Sequence[Block]) -> list[str]:
    """Give every line of a plan: paragraphs, and the rows of tables that hold sentences."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            lines.append(block)
        else:
            lines += [block.title] if block.title else []
            lines += [" ; ".join(row.distinct) for row in block.rows]
    return lines


def school_year_in(lines: Sequence[str], name: str = "") -> str | None:
    """Find the school year: a title's before the one that is named most, before one of the file's name."""
    titles = [line for line in lines[:_TITLE_LINES] if len(line) <= _LONGEST_TITLE and not _NO_TITLE.match(fold(line))]
    named = [year for line in titles for year in _years(line, _SCHOOL_YEAR)]
    everywhere = [year for line in lines for year in _years(line, _SCHOOL_YEAR)]
    loose = [year for line in [*titles, name.replace("_", " ")] for year in _years(line, _YEAR)]
    for years in (named[:1], _most_named(everywhere), loose[:1]):
        if years:
            return years[0]
    return None


def _years(line: str, pattern: re.Pattern[str]) -> list[str]:
    """List the years of *line* that follow each other; `giai đoạn 2015-2020` is none."""
    found = []
    for match in pattern.finditer(aligned(line)):
        first, second = int(match[1]), int(match[2])
        if second % 100 == (first + 1) % 100:
            found.append(f"{first}-{first + 1}")
    return found


def _most_named(years: list[str]) -> list[str]:
    return [year for year, _ in Counter(years).most_common(1)]


def circulars_in(lines: Sequence[str], levels: Sequence[str]) -> dict[str, str]:
    """Find the circular of each level: what is applied before what is only cited, a newer before an older."""
    best: dict[str, _Citation] = {}
    for citation in (found for line in lines for found in _citations(line, levels)):
        for level in citation.levels:
            rival = best.get(level)
            if rival is None or _rank(citation) > _rank(rival):
                best[level] = citation
    return {level: citation.circular for level, citation in best.items()}


def _rank(citation: _Citation) -> tuple[int, int]:
    return citation.weight, int(citation.number.split("/")[1])


def _citations(line: str, levels: Sequence[str]) -> list[_Citation]:
    found = []
    basis = bool(_BASIS.match(fold(line)))
    for clause in _CLAUSE.split(line):
        folded = aligned(clause)
        named = levels_named(re.sub(r"tt-?bgd\S*", "", folded))
        for match in _CITED.finditer(folded):
            number = f"{int(match[1])}/{match[2]}"
            if _is_circular(match, folded) and number in _CIRCULARS and not _REPEALED.search(folded[: match.start()]):
                found.append(_citation(number, named, levels, applied=not basis and bool(_APPLIED.search(folded))))
    return found


def _is_circular(match: re.Match[str], folded: str) -> bool:
    """Take `25/2014/TT-BGDĐT` and `Thông tư 25/2014`, and no letter, decision or month."""
    suffix = (match[3] or "").replace(" ", "")
    if suffix:
        return suffix.startswith("/tt")
    before = folded[: match.start()]
    return bool(re.search(r"(?:thong tu|\btt)\s*(?:lien tich\s*)?(?:so\s*)?:?\s*$", before)) or bool(
        re.search(r"(?:thong tu|\btt)\b[^;]{0,80}\d\s*(?:/[a-z\-]+)?\s*(?:,|va|;)\s*(?:so\s*)?$", before)
    )


def _citation(number: str, named: Sequence[str], levels: Sequence[str], *, applied: bool) -> _Citation:
    """Give the levels that the clause names, of those the circular is valid for; else those of the plan's schools."""
    valid = _CIRCULARS[number]
    own = tuple(level for level in named if level in valid)
    fallback = tuple(level for level in valid if level in levels)
    count, year = number.split("/")
    return _Citation(f"tt{count}-{year}", number, own or fallback, 2 * applied + bool(own))


def office_in(lines: Sequence[str]) -> str:
    """Find what the managing office is called; empty where the plan does not say."""
    bureaus = _places(lines, _BUREAU)
    if bureaus:
        return f"Phòng GD&ĐT {bureaus[0]}"
    for line in lines[:_TITLE_LINES]:
        commune = _COMMITTEE.search(line)
        if commune:
            return f"UBND {commune[1].lower()} {_place(commune[2])}"
    district = next((match for line in lines[:_TITLE_LINES] if (match := _DISTRICT.search(line))), None)
    if district and any("phong giao duc" in fold(line) for line in lines[:_TITLE_LINES]):
        return f"Phòng GD&ĐT {_place(district[1])}"
    departments = _places(lines[:3], _DEPARTMENT)
    return f"Sở GD&ĐT {departments[0]}" if departments else ""


def _places(lines: Sequence[str], pattern: re.Pattern[str]) -> list[str]:
    """List the places of the offices that are named, the most frequent first."""
    found = Counter(_place(match[1]) for line in lines for match in pattern.finditer(line))
    return [place for place, _ in found.most_common() if place]


def _place(text: str) -> str:
    place = _NOT_A_PLACE.sub("", f" {text.strip()}").strip()
    return place.title() if place.isupper() else place
