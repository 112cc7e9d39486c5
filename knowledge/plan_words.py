"""Words that a plan's tables and lists have in common: levels, empty cells, several schools in one place."""

from __future__ import annotations

import re

from knowledge.language.fold import fold
from knowledge.language.months import spoken_months
from knowledge.language.school_kinds import read_kind, split_name

NUMBERED_NAME = re.compile(r"^\(?(\d{1,3})[.)]\s+(?=\D)")
_OUTLINE = re.compile(r"^\s*(?:[ivx]+|[a-d]|\d{1,2})\s*[.)\-:/]\s*(?:[-:]\s*)?", re.IGNORECASE)
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
