"""The requirements under a criterion: lettered or not, under a level (mức) or, in the old circulars, under none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.circular_front import Line

_LEVEL = re.compile(r"### Mức ([1-9])")
_MARKED = re.compile(r"(?:\[từ (?P<since>[\d-]+)\] )?(?:\[bỏ từ (?P<until>[\d-]+)\] )?(?P<text>[^\[].*)")


@dataclass(slots=True)
class Requirement:
    """What a line asks for, with the lines set in below it, and from or until when where that is said."""

    line: Line
    text: str
    since: date | None = None
    until: date | None = None

    def go_on(self, text: str) -> None:
        """Take in a line that is set in."""
        self.text += f"\n- {text}"


def read_day(line: Line, written: str) -> date:
    """Read a day as `2025-01-25`; refuse any other form."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise line.bad(f"“{written}” không phải ngày; viết như 2025-01-25.") from None


def _requirement(line: Line, text: str) -> Requirement:
    found = _MARKED.fullmatch(text)
    if not found:
        raise line.bad("Dấu ngày ở đầu yêu cầu phải viết như “[từ 2025-01-25] ” hoặc “[bỏ từ 2025-01-25] ”.")
    days = {name: read_day(line, found[name]) if found[name] else None for name in ("since", "until")}
    if days["since"] and days["until"] and days["since"] >= days["until"]:
        raise line.bad("Ngày bỏ phải sau ngày bắt đầu; sửa hai ngày ở đầu dòng.")
    return Requirement(line, found["text"], **days)


@dataclass(slots=True)
class Level:
    """What one level asks for, as written: all lines with a letter, or none."""

    heading: Line
    number: int
    """0 where the lines stand under no level."""
    requirements: list[Requirement] = field(default_factory=list)
    lettered: bool = False

    def take(self, line: Line, letter: str, text: str) -> Requirement:
        """Take in a requirement; *letter* is empty where the line has none."""
        if self.requirements and self.lettered != bool(letter):
            raise line.bad("Trong một mức, mọi dòng cùng có chữ “a) ”, “b) ” hoặc cùng mở đầu bằng “- ”.")
        expected = _letter(len(self.requirements))
        if letter and letter != expected:
            raise line.bad(f"Ở đây phải là chỉ số “{expected})”, không phải “{letter})”; viết lần lượt từ a.")
        self.lettered = bool(letter)
        self.requirements.append(_requirement(line, text))
        return self.requirements[-1]

    def named(self) -> Iterator[tuple[str, Requirement]]:
        """Give each requirement with the end of its id: `a`, `m2`, `m2.a`, `m2.1`."""
        for place, requirement in enumerate(self.requirements):
            yield self._name(place), requirement

    def _name(self, place: int) -> str:
        if self.lettered:
            return _letter(place) if self.number <= 1 else f"m{self.number}.{_letter(place)}"
        return f"m{self.number}" if len(self.requirements) == 1 else f"m{self.number}.{place + 1}"


def open_level(line: Line, before: list[Level]) -> Level:
    """Read the heading of a level; refuse one that does not go up."""
    found = _LEVEL.fullmatch(line.text)
    if not found:
        raise line.bad("Đề mục của mức phải viết như “### Mức 1”.")
    number, last = int(found[1]), before[-1].number if before else 0
    if before and not last:
        raise line.bad("Dòng “### Mức 1” phải đứng trước mọi yêu cầu của tiêu chí.")
    if not before and number != 1:
        raise line.bad("Mức đầu tiên của tiêu chí phải là “### Mức 1”.")
    if number <= last:
        raise line.bad(f"Mức {number} đứng sau mức {last}; viết các mức từ thấp đến cao, mỗi mức một lần.")
    return Level(line, number)


def _letter(place: int) -> str:
    return chr(ord("a") + place)
