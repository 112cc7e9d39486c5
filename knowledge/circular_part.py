"""A part of a circular's file: a heading, and the lines that stand under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.circular_level import Level, open_level, read_day

if TYPE_CHECKING:
    from datetime import date

    from knowledge.circular_front import Line
    from knowledge.circular_level import Requirement

SHORT_LIMIT = 40
CONFIDENCES = {"cao": "high", "vừa": "medium", "thấp": "low"}
EVIDENCE = "Minh chứng:"
QUANTITATIVE = "Dữ liệu định lượng:"
COMPULSORY = "Bắt buộc"
UNTIL = "Bỏ từ"
REWORDED = "Viết lại từ"
UNKNOWN = (
    "Không hiểu dòng này; dòng phải mở đầu bằng “# Tiêu chuẩn 1. ”, “## 1.1 ”, “### Mức 1”, “Gọi tắt: ”, “Tin cậy: ”, "
    "“Hỏi bằng: ”, “Lưu ý: ”, “Thay đổi: ”, “Bắt buộc: có”, “Bỏ từ: 2025-01-25”, “Viết lại từ: 2025-01-25”, “a) ”, "
    "hoặc là “Minh chứng:”, “Dữ liệu định lượng:” đứng một mình rồi đến các dòng “- ”."
)

_FIELD = re.compile(r"(Gọi tắt|Tin cậy|Hỏi bằng|Lưu ý|Thay đổi|Bắt buộc|Bỏ từ|Viết lại từ): (\S.*)")
_OF_STANDARDS = ("Gọi tắt", "Hỏi bằng")
_INDICATOR = re.compile(r"([a-z])\) (\S.*)")
_ITEM = re.compile(r"- (\S.*)")
_SET_IN = re.compile(r"(?: {2,}|\t)- (\S.*)")


@dataclass(slots=True)
class Part:
    """A heading and what stands under it, as written."""

    heading: Line
    number: tuple[int, ...]
    """`(3,)` for a standard, `(3, 5)` for a criterion."""
    title: str
    fields: dict[str, tuple[Line, str]] = field(default_factory=dict)
    levels: list[Level] = field(default_factory=list)
    """One of number 0 where the requirements stand under no level."""
    lists: dict[str, tuple[Line, list[str]]] = field(default_factory=dict)
    """The lines under `Minh chứng:` and `Dữ liệu định lượng:`."""
    open_list: str = ""
    """The label that an item belongs to; empty where it belongs to the level."""
    last: Requirement | None = None
    """The requirement that a line set in belongs to; none right after a line of another kind."""

    @property
    def is_criterion(self) -> bool:
        return len(self.number) == 2

    @property
    def dotted(self) -> str:
        return ".".join(map(str, self.number))

    @property
    def name(self) -> str:
        return f"{'Tiêu chí' if self.is_criterion else 'Tiêu chuẩn'} {self.dotted}"

    def take(self, line: Line) -> None:
        """Take in one line under the heading."""
        if found := _SET_IN.fullmatch(line.text):
            self._go_on(line, found[1])
            return
        self.last = None
        if found := _FIELD.fullmatch(line.text):
            self._take_field(line, found[1], found[2])
        elif found := _INDICATOR.fullmatch(line.text):
            self._take_lettered(line, found[1], found[2])
        elif line.text in (EVIDENCE, QUANTITATIVE):
            self._open_list(line)
        elif found := _ITEM.fullmatch(line.text):
            self._take_item(line, found[1])
        else:
            raise line.bad(UNKNOWN)

    def take_level(self, line: Line) -> None:
        """Begin a level under the criterion."""
        self._must_be_criterion(line, "Mức")
        self.levels.append(open_level(line, self.levels))
        self.open_list, self.last = "", None

    def _go_on(self, line: Line, text: str) -> None:
        if self.last is None:
            raise line.bad("Dòng thụt vào phải đứng ngay dưới yêu cầu mà nó thuộc về; bỏ các dấu cách ở đầu dòng.")
        self.last.go_on(text)

    def _take_field(self, line: Line, name: str, value: str) -> None:
        if name in self.fields:
            raise line.bad(f"“{name}” đã có ở dòng {self.fields[name][0].number}; gộp lại một dòng.")
        if not self.is_criterion and name not in _OF_STANDARDS:
            raise line.bad(f"“{name}” phải đứng dưới một tiêu chí, không đứng dưới tiêu chuẩn.")
        self.fields[name] = (line, value)

    def _take_lettered(self, line: Line, letter: str, text: str) -> None:
        self._must_be_criterion(line, "Chỉ số")
        if self.open_list and self.levels and self.levels[-1].number:
            raise line.bad(f"Dòng này đứng dưới “{self.open_list}”; đưa lên dưới dòng “### Mức ...” của nó.")
        if not self.levels:
            self.levels.append(Level(line, 0))
        self.last = self.levels[-1].take(line, letter, text)

    def _open_list(self, line: Line) -> None:
        self._must_be_criterion(line, f"“{line.text}”")
        if line.text in self.lists:
            raise line.bad(f"“{line.text}” đã có ở dòng {self.lists[line.text][0].number}; gộp lại một chỗ.")
        self.lists[line.text] = (line, [])
        self.open_list = line.text

    def _take_item(self, line: Line, text: str) -> None:
        if self.open_list:
            self.lists[self.open_list][1].append(text)
        elif self.levels and self.levels[-1].number:
            self.last = self.levels[-1].take(line, "", text)
        else:
            raise line.bad(UNKNOWN)

    def _must_be_criterion(self, line: Line, what: str) -> None:
        if not self.is_criterion:
            raise line.bad(f"{what} phải đứng dưới một tiêu chí; thêm dòng “## 1.1 Tên tiêu chí” ở trên.")

    def listed(self, label: str) -> tuple[str, ...]:
        """Give the lines under *label*; refuse a label with none."""
        line, items = self.lists.get(label, (None, []))
        if line and not items:
            raise line.bad(f"Dưới “{label}” chưa có dòng nào; thêm các dòng “- ”, hoặc bỏ dòng này.")
        return tuple(items)

    def said(self, name: str) -> str:
        """Give the field *name*, which need not be there."""
        return self.fields[name][1] if name in self.fields else ""

    def compulsory(self) -> Line | None:
        """Find the line that calls it compulsory."""
        if COMPULSORY not in self.fields:
            return None
        line, value = self.fields[COMPULSORY]
        if value != "có":
            raise line.bad("Chỉ viết “Bắt buộc: có”; tiêu chí không bắt buộc thì bỏ dòng này.")
        return line

    def day(self, name: str) -> date | None:
        """Read the first day of a change: `Bỏ từ`, `Viết lại từ`."""
        return read_day(*self.fields[name]) if name in self.fields else None

    def required(self, name: str) -> tuple[Line, str]:
        """Find the field *name*, which must be there."""
        if name not in self.fields:
            raise self.heading.bad(f"{self.name} thiếu dòng “{name}: ...”; thêm một dòng như vậy bên dưới.")
        return self.fields[name]

    def short(self) -> str:
        line, value = self.required("Gọi tắt")
        if len(value) > SHORT_LIMIT:
            raise line.bad(f"“Gọi tắt” dài {len(value)} ký tự; rút còn nhiều nhất {SHORT_LIMIT}.")
        return value

    def confidence(self) -> str:
        line, value = self.required("Tin cậy")
        if value not in CONFIDENCES:
            raise line.bad(f"“Tin cậy” là “{value}”; viết một trong: {', '.join(CONFIDENCES)}.")
        return CONFIDENCES[value]

    def asked_as(self) -> tuple[str, ...]:
        line, value = self.required("Hỏi bằng")
        phrases = tuple(phrase.strip() for phrase in value.split(";") if phrase.strip())
        if not phrases:
            raise line.bad("“Hỏi bằng” chưa có cụm từ nào; viết các cụm từ cách nhau bằng dấu chấm phẩy.")
        return phrases
