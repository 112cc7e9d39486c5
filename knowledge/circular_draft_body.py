"""Find standards, criteria, levels and requirements in the paragraphs and tables of an official text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.circular_draft_table import LEVEL, LISTS, Columns
from knowledge.plan_model import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.plan_model import Block, Row

_ANY = re.IGNORECASE
_STANDARD = re.compile(r"(?:Điều \d+[.:]? *)?(?:(?:\d+|[IVX]+)[.)] *)?Tiêu chuẩn +(\d+) *(?:[:.–-] *(.*))?", _ANY)
_CRITERION = re.compile(r"(?:(?:\d+|[a-zđ])[.)] *)?Tiêu chí +(\d+)(?:\.(\d+))? *[:.–-] *(.*)", _ANY)
_IN_CELL = re.compile(r"(?:Tiêu chí +)?(\d+)(?:\.(\d+))?[.:]? *[:.–-]? *(\D.*)", _ANY)
_SECTION = re.compile(r"(?:Mục|Điều) .*\bMức ([1-4])\.?|(?-i:TIÊU CHUẨN .*\bMỨC ([1-4]))\.?", _ANY)
_CLOSING = re.compile(r"(?:Chương|Mục|Điều|Phụ lục) +[\dIVX]+\b.*", _ANY)
_LETTERED = re.compile(r"([a-zđ])\) *(\S.*)")
_BULLET = re.compile(r"[-+*•–] *(\S.*)")
_NUMBERED = re.compile(r"(\d+)[.)] +(\S.*)")


@dataclass(slots=True)
class Found:
    """One requirement as written; *letter* is empty, `-` or the text's own letter."""

    letter: str
    text: str


@dataclass(slots=True)
class DraftPart:
    """A standard or a criterion as found, and what is doubtful about it."""

    number: tuple[int, ...]
    title: str
    doubts: list[str] = field(default_factory=list)
    levels: dict[int, list[Found]] = field(default_factory=dict)
    """By level; 0 where the text names none."""
    lists: dict[str, list[str]] = field(default_factory=lambda: {"evidence": [], "figures": []})


class Body:
    """Takes the text in its order, and keeps what it finds by number."""

    def __init__(self) -> None:
        self.parts: dict[tuple[int, ...], DraftPart] = {}
        self.doubts: list[str] = []
        """About lines that belong to no criterion."""
        self._standard = 0
        self._criterion: DraftPart | None = None
        self._level = self._section = 0
        self._list = ""
        self._bulleted = self._inside = False

    def read(self, blocks: Iterable[Block]) -> None:
        """Take in every paragraph and table."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._line(" ".join(block.split()))

    def _line(self, line: str) -> None:
        if found := _STANDARD.fullmatch(line):
            self._open_standard(int(found[1]), found[2] or "")
        elif found := _SECTION.fullmatch(line):
            self._section, self._inside = int(found[1] or found[2]), True
            self._close()
        elif _CLOSING.fullmatch(line):
            self._section, self._inside = 0, False
            self._close()
        elif found := _CRITERION.fullmatch(line):
            self._open_criterion(found[1], found[2], found[3])
        elif line and self._inside:
            self._under_heading(line)

    def _under_heading(self, line: str) -> None:
        opened = next((name for name, pattern in LISTS if pattern.fullmatch(line)), "")
        if (found := LEVEL.fullmatch(line)) and self._criterion:
            self._level, self._list = int(found[1]), ""
            line = found[2] or ""
        if opened and self._criterion:
            self._list, self._bulleted = opened, False
        elif line and self._list:
            self._listed(line)
        elif line and self._criterion:
            self._requirement(line)
        elif line:
            self._outside(line)

    def _listed(self, line: str) -> None:
        """Take in an item of a list; a line without a dash after some with one is of something else."""
        bulleted = _BULLET.fullmatch(line) is not None
        if self._bulleted and not bulleted:
            self._leave(line)
            return
        self._bulleted = bulleted
        self._item(self._list, line)

    def _outside(self, line: str) -> None:
        """Take a numbered line under a standard for a criterion, in doubt; keep any other line as a doubt."""
        found = _NUMBERED.fullmatch(line)
        if found and self._standard and not self._section:
            self._open_criterion(found[1], None, found[2])
            self._doubt(f"văn bản không ghi chữ “Tiêu chí” ở dòng “{found[1]}. ”; đây có phải một tiêu chí không?")
        else:
            self._leave(line)

    def _leave(self, line: str) -> None:
        self.doubts.append(f"chưa xếp được dòng “{line}”; đưa vào đúng tiêu chí, hoặc bỏ.")

    def _close(self) -> None:
        self._standard, self._criterion, self._level, self._list = 0, None, self._section, ""

    def _open_standard(self, number: int, title: str) -> None:
        self._close()
        self._standard, self._inside = number, True
        self._part((number,), title)

    def _open_criterion(self, first: str, second: str | None, title: str) -> None:
        self._level, self._list = self._section, ""
        number = (int(first), int(second)) if second else (self._standard, int(first))
        if not number[0] or (number[0],) not in self.parts:
            self._criterion = None
            self._leave(f"Tiêu chí {first}{'.' + second if second else ''}. {title}")
            return
        self._criterion = self._part(number, title)
        if self._standard and number[0] != self._standard:
            self._doubt(f"văn bản đặt tiêu chí này dưới tiêu chuẩn {self._standard}.")

    def _part(self, number: tuple[int, ...], title: str) -> DraftPart:
        title = title.strip(" .;:")
        part = self.parts.setdefault(number, DraftPart(number, title))
        if title and part.title and title.casefold() != part.title.casefold():
            part.doubts.append(f"chỗ khác trong văn bản ghi tên là “{title}”.")
        part.title = part.title or title
        return part

    def _doubt(self, doubt: str) -> None:
        if self._criterion:
            self._criterion.doubts.append(doubt)

    def _requirement(self, line: str) -> None:
        if self._criterion is None:
            return
        lettered, bullet = _LETTERED.fullmatch(line), _BULLET.fullmatch(line)
        text = lettered[2] if lettered else bullet[1] if bullet else line
        letter = lettered[1] if lettered else "-" if bullet else ""
        found = Found(letter, text.rstrip(" ;."))
        several = self._criterion.levels.setdefault(self._level, [])
        if found not in several:  # a merged cell gives its text once for each row
            several.append(found)

    def _item(self, name: str, line: str) -> None:
        bullet = _BULLET.fullmatch(line)
        item = (bullet[1] if bullet else line).rstrip(" ;.")
        if self._criterion and item not in self._criterion.lists[name]:
            self._criterion.lists[name].append(item)

    def _table(self, table: Table) -> None:
        columns = next((found for row in table.rows if (found := Columns.of(row))), None)
        if columns is None:
            for row in table.rows:
                for line in "\n".join(dict.fromkeys(row.cells)).split("\n"):
                    self._line(" ".join(line.split()))
            return
        self.doubts += [f"cột “{name}” của bảng chưa được đọc; xem có gì cần ghi không." for name in columns.unread]
        for row in table.rows:
            if len(row.distinct) == 1:
                self._across(row.distinct[0])
            elif row.distinct and not Columns.of(row):
                self._row(row, columns)
        self._close()

    def _across(self, line: str) -> None:
        """Take in a row of one merged cell: a standard's heading, or something that we do not know."""
        self._criterion = None
        if any(pattern.fullmatch(line) for pattern in (_STANDARD, _SECTION)):
            self._line(line)
        else:
            self._leave(line)

    def _row(self, row: Row, columns: Columns) -> None:
        named = row.cell(columns.criterion)
        found = _IN_CELL.fullmatch(named)
        if found:
            self._open_criterion(found[1], found[2], found[3])
        if not found or not self._criterion:
            self._leave(" | ".join(row.distinct))
            return
        for column, level in columns.levels.items():
            self._level = level
            for line in filter(None, map(str.strip, row.lines(column).split("\n"))):
                self._requirement(line)
        for column, name in columns.lists.items():
            for line in filter(None, map(str.strip, row.lines(column).split("\n"))):
                self._item(name, line)
