"""Read one file of topics: the answers about a generation of circulars, or about the plan of a year."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.catalogue import LEVELS, Topic
from knowledge.errors import BadKnowledge
from knowledge.topic_front import read_head

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.topic_front import Head

CONFIDENCES = {"cao": "high", "vừa": "medium", "thấp": "low"}
REQUIRED = ("Hỏi bằng", "Nguồn", "Tin cậy")
FIELDS = (*REQUIRED, "Thông tư", "Cấp")
MORE = "Thêm:"

_FIELD = re.compile(rf"({'|'.join(FIELDS)}):\s*(.*)")
_HEADING = re.compile(r"## (\S+) (\S.*)")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Read every topic of *path*, once for each circular that it holds for."""
    head = read_head(path)
    topics: dict[str, Topic] = {}
    for block in _blocks(head):
        for topic in block.topics(head):
            if topic.id in topics:
                raise block.bad(f"đã có ở trên ({topic.id}).")
            topics[topic.id] = topic
    if not topics:
        raise BadKnowledge(path.name, 1, "Tệp không có mục nào (mỗi mục bắt đầu bằng “## ”).")
    return tuple(topics.values())


def _blocks(head: Head) -> Iterator[_Block]:
    """Cut the body into topics."""
    block: _Block | None = None
    for number, line in head.body:
        if line.startswith("#"):
            if block:
                yield block
            block = _heading(head.file, number, line)
        elif block:
            block.take(number, line)
        elif line:
            raise BadKnowledge(head.file, number, f"Dòng lạ trước mục đầu tiên: “{line[:40]}”.")
    if block:
        yield block


def _heading(file: str, number: int, line: str) -> _Block:
    match = _HEADING.fullmatch(line)
    if not match:
        raise BadKnowledge(file, number, "Tiêu đề phải có dạng “## ma-muc Tên mục”.")
    if not _SLUG.fullmatch(match[1]):
        fault = f"Mã mục “{match[1]}” chỉ được gồm chữ thường không dấu, chữ số và gạch nối."
        raise BadKnowledge(file, number, fault)
    return _Block(file, number, match[1], match[2])


@dataclass(slots=True)
class _Block:
    """One topic as written, before it is known to be right; its fields end at the first empty line."""

    file: str
    line: int
    slug: str
    title: str
    fields: dict[str, str] = field(default_factory=dict)
    text: list[str] | None = None
    more: list[str] | None = None

    def bad(self, fault: str) -> BadKnowledge:
        """Complain of the topic as a whole."""
        return BadKnowledge(self.file, self.line, f"Mục “{self.slug}”: {fault}")

    def take(self, number: int, line: str) -> None:
        """Put *line* where the reading has got to."""
        match = _FIELD.fullmatch(line)
        if self.text is None and line:
            self._take_field(number, line, match)
        elif self.text is None:
            self.text = []
        elif match:
            raise BadKnowledge(self.file, number, f"Dòng “{match[1]}” phải đứng ngay dưới tiêu đề.")
        else:
            self._take_text(number, line, self.text)

    def _take_field(self, number: int, line: str, match: re.Match[str] | None) -> None:
        if not match:
            fault = f"Dòng lạ: “{line[:40]}”. Giữa các dòng thông tin và nội dung cần một dòng trống."
            raise BadKnowledge(self.file, number, fault)
        if not match[2] or match[1] in self.fields:
            raise BadKnowledge(self.file, number, f"Dòng “{match[1]}” để trống hoặc ghi hai lần.")
        self.fields[match[1]] = match[2]

    def _take_text(self, number: int, line: str, text: list[str]) -> None:
        if line != MORE:
            (text if self.more is None else self.more).append(line)
        elif self.more is not None:
            raise BadKnowledge(self.file, number, "“Thêm:” ghi hai lần trong một mục.")
        else:
            self.more = []

    def topics(self, head: Head) -> Iterator[Topic]:
        """Make the topic, once for each circular that it holds for."""
        self._check()
        for circular in self._circulars(head):
            yield Topic(
                id=f"{circular}/topic/{self.slug}" if circular else f"plan/{self.slug}",
                title=self.title,
                text=_joined(self.text),
                more=_joined(self.more),
                asked_as=self._asked_as(),
                circular=circular,
                levels=self._levels(head, circular),
                confidence=self._confidence(),
                source=f"{_cited(head, circular)}, {self.fields['Nguồn']}",
                school_year=head.plan.school_year if head.plan else None,
            )

    def _check(self) -> None:
        for name in REQUIRED:
            if name not in self.fields:
                raise self.bad(f"thiếu dòng “{name}:”.")
        if not _joined(self.text):
            raise self.bad("không có nội dung.")
        if self.more is not None and not _joined(self.more):
            raise self.bad("có “Thêm:” mà không có gì ở dưới.")

    def _asked_as(self) -> tuple[str, ...]:
        phrases = tuple(phrase.strip() for phrase in self.fields["Hỏi bằng"].split(";"))
        if not all(phrases) or len(set(phrases)) < len(phrases):
            raise self.bad("dòng “Hỏi bằng” có câu trống hoặc lặp lại.")
        return phrases

    def _confidence(self) -> str:
        said = self.fields["Tin cậy"]
        if said not in CONFIDENCES:
            raise self.bad(f"độ tin cậy “{said}” phải là cao, vừa hoặc thấp.")
        return CONFIDENCES[said]

    def _circulars(self, head: Head) -> tuple[str | None, ...]:
        only = self.fields.get("Thông tư")
        if only and only not in head.circulars:
            raise self.bad(f"thông tư “{only}” không có ở phần đầu tệp.")
        return (only,) if only else tuple(head.circulars) or (None,)

    def _levels(self, head: Head, circular: str | None) -> tuple[str, ...]:
        allowed = head.circulars[circular] if circular else LEVELS
        if "Cấp" not in self.fields:
            return allowed if circular else ()
        levels = tuple(level.strip() for level in self.fields["Cấp"].split(","))
        if not set(levels) <= set(allowed):
            raise self.bad(f"cấp học phải trong số {', '.join(allowed)}.")
        return levels


def _joined(lines: list[str] | None) -> str:
    return "\n".join(lines or ()).strip()


def _cited(head: Head, circular: str | None) -> str:
    """Name what the topic is quoted from: `TT 42/2012`, or the plan."""
    if circular:
        return "TT " + circular.removeprefix("tt").replace("-", "/")
    return head.plan.source if head.plan else ""
