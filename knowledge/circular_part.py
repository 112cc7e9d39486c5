"""A part of a circular's file: a heading, and the lines that stand under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.circular_front import Line

SHORT_LIMIT = 40
CONFIDENCES = {"cao": "high", "vừa": "medium", "thấp": "low"}
EVIDENCE = "Minh chứng:"
UNKNOWN = (
    "Không hiểu dòng này; dòng phải mở đầu bằng “# Tiêu chuẩn 1. ”, “## 1.1 ”, “Gọi tắt: ”, “Tin cậy: ”, "
    "“Hỏi bằng: ”, “Lưu ý: ”, “a) ”, hoặc là “Minh chứng:” đứng một mình rồi đến các dòng “- ”."
)

_FIELD = re.compile(r"(Gọi tắt|Tin cậy|Hỏi bằng|Lưu ý): (\S.*)")
_INDICATOR = re.compile(r"([a-z])\) (\S.*)")
_ITEM = re.compile(r"- (\S.*)")


@dataclass(slots=True)
class Part:
    """A heading and what stands under it, as written."""

    heading: Line
    number: tuple[int, ...]
    """`(3,)` for a standard, `(3, 5)` for a criterion."""
    title: str
    fields: dict[str, tuple[Line, str]] = field(default_factory=dict)
    indicators: list[str] = field(default_factory=list)
    evidence: list[str] | None = None

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
        if found := _FIELD.fullmatch(line.text):
            self._take_field(line, found[1], found[2])
        elif found := _INDICATOR.fullmatch(line.text):
            self._take_indicator(line, found[1], found[2])
        elif line.text == EVIDENCE and self.is_criterion and self.evidence is None:
            self.evidence = []
        elif (found := _ITEM.fullmatch(line.text)) and self.evidence is not None:
            self.evidence.append(found[1])
        else:
            raise line.bad(UNKNOWN)

    def _take_field(self, line: Line, name: str, value: str) -> None:
        if name in self.fields:
            raise line.bad(f"“{name}” đã có ở dòng {self.fields[name][0].number}; gộp lại một dòng.")
        if not self.is_criterion and name in ("Tin cậy", "Lưu ý"):
            raise line.bad(f"“{name}” phải đứng dưới một tiêu chí, không đứng dưới tiêu chuẩn.")
        self.fields[name] = (line, value)

    def _take_indicator(self, line: Line, letter: str, text: str) -> None:
        if not self.is_criterion:
            raise line.bad("Chỉ số phải đứng dưới một tiêu chí; thêm dòng “## 1.1 Tên tiêu chí” ở trên.")
        expected = chr(ord("a") + len(self.indicators))
        if letter != expected:
            raise line.bad(f"Ở đây phải là chỉ số “{expected})”, không phải “{letter})”; viết lần lượt từ a.")
        self.indicators.append(text)

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
