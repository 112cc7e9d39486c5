"""Words that a plan's tables and lists have in common: levels, empty cells, several schools in one place."""

from __future__ import annotations

import re

from knowledge.language.fold import fold
from knowledge.language.months import spoken_months
from knowledge.language.school_kinds import read_kind, split_name

NUMBERED_NAME = re.compile(r"^\(?(\d{1,3})[.)]\s+(?=\D)")
_OUTLINE = re.compile(r"^\s*(?:[ivx]+|[a-d]|\d{1,2})\s*[.)\-:/]\s*(?:[-:]\s*)?", re.IGNORECASE)
_COMMUNE = re.compile(r"^(xã|phường|thị trấn|đặc khu) (.+)$", re.IGNORECASE)
_COMMUNE_HEADING = re.compile(
    r"^(?:các trường (?:thuộc )?)?((?:xã|phường|thị trấn|đặc khu) [^\d():;,.]{2,40}?)\s*(?:[:(].*)?$", re.IGNORECASE
)
_NOTHING = re.compile(r"^(?:|[-–—/.…_*\s]+|0|khong.*|ko|k|chua.*)$")
_LEVEL_WORDS = (
    ("MN", r"mam non|mau giao|\bmn\b"),
    ("THCS", r"trung hoc co so|\bthcs\b"), ("THPT", r"trung hoc pho thong|\bthpt\b"),
    ("GDTX", r"giao duc thuong xuyen|gdtx"), ("TH", r"tieu hoc|\bth\b"),
)  # fmt: skip


def levels_named(text: str) -> tuple[str, ...]:
    """List the levels that a text speaks of, in its order."""
    folded = fold(text)
    found = {level: match.start() for level, words in _LEVEL_WORDS if (match := re.search(words, folded))}
    return tuple(sorted(found, key=lambda level: found[level]))


def level_heading(text: str) -> str | None:
    """Give the level of a heading: `I. Mầm non`, `Cấp tiểu học`, `Khối THCS (6 trường)`."""
    kind = read_kind(_OUTLINE.sub("", text, count=1)) or read_kind(text)
    return kind.level if kind else None


def commune_heading(text: str) -> str | None:
    """Give the commune of a heading: `I. Xã Thanh Miện`, `PHƯỜNG HẢI TÂN (4 trường)`."""
    match = _COMMUNE_HEADING.match(_OUTLINE.sub("", " ".join(text.split()), count=1))
    return commune_name(match[1]) if match else None


def commune_name(text: str) -> str:
    """Write a commune as the product does: `Xã Thanh Miện`; as it stands where its kind is not said."""
    written = " ".join(text.split())
    match = _COMMUNE.match(written)
    if not match:
        return "" if is_nothing(written) else written
    name = match[2].title() if match[2].isupper() or match[2].islower() else match[2]
    return f"{match[1].capitalize()} {name}"


def is_nothing(text: str) -> bool:
    """Tell whether a cell says that there is no month: empty, a dash, `không`."""
    return bool(_NOTHING.match(fold(text).strip())) and not spoken_months(text, None)


def split_names(text: str, *, known_level: bool = False) -> list[str]:
    """Part a cell that holds several schools; one that only runs over two lines stays one."""
    parts = [part.strip(" -+•*.") for part in re.split(r"[;\n]|,(?!\d)", text)]
    parts = [NUMBERED_NAME.sub("", part) for part in parts if part]
    if len(parts) >= 2 and (known_level or all(names_school(part) for part in parts)):
        return parts
    return [" ".join(text.split())]


def names_school(text: str) -> bool:
    """Tell whether a text is a name that says its level."""
    kind, base = split_name(text)
    return bool(kind.levels and base)
