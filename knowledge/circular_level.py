"""The requirements under a criterion: lettered or not, under a level (mức) or, in the old circulars, under none."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.circular_front import Line

_LEVEL = re.compile(r"### Mức ([1-9])")


@dataclass(slots=True)
class Level:
    """What one level asks for, as written: all lines with a letter, or none."""

    heading: Line
    number: int
    """0 where the lines stand under no level."""
    texts: list[str] = field(default_factory=list)
    lettered: bool = False

    def take(self, line: Line, letter: str, text: str) -> None:
        """Take in a requirement; *letter* is empty where the line has none."""
        if self.texts and self.lettered != bool(letter):
            raise line.bad("Trong một mức, mọi dòng cùng có chữ “a) ”, “b) ” hoặc cùng mở đầu bằng “- ”.")
        expected = _letter(len(self.texts))
        if letter and letter != expected:
            raise line.bad(f"Ở đây phải là chỉ số “{expected})”, không phải “{letter})”; viết lần lượt từ a.")
        self.lettered = bool(letter)
        self.texts.append(text)

    def named(self) -> Iterator[tuple[str, str]]:
        """Give each requirement with the end of its id: `a`, `m2`, `m2.a`, `m2.1`."""
        for place, text in enumerate(self.texts):
            yield self._name(place), text

    def _name(self, place: int) -> str:
        if self.lettered:
            return _letter(place) if self.number <= 1 else f"m{self.number}.{_letter(place)}"
        return f"m{self.number}" if len(self.texts) == 1 else f"m{self.number}.{place + 1}"


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
