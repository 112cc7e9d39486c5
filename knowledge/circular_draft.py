"""Turn an official text (.docx) into a draft of a circular's file, to be reviewed by a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from knowledge.circular_draft_body import Body
from knowledge.circular_draft_head import draft_head
from knowledge.circular_front import FENCE, TO_REVIEW
from knowledge.circular_part import EVIDENCE, QUANTITATIVE, SHORT_LIMIT
from knowledge.plan_files import read_blocks
from knowledge.plan_model import Table, UnreadablePlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.circular_draft_body import DraftPart, Found
    from knowledge.plan_model import Block

_APPENDIX = re.compile(r"Phụ lục( +[\dIVX]+)?\b.{0,120}", re.IGNORECASE)
_NOTHING = "Không thấy dòng nào như “Tiêu chuẩn 1: ...” với “Tiêu chí 1.1: ...” trong tệp, nên chưa làm được bản nháp."
_ASKED_AS = "thêm vào mỗi dòng “Hỏi bằng” các cách gọi thường dùng, cách nhau bằng dấu chấm phẩy."


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of the file, and how much was found."""

    text: str
    standards: int
    criteria: int
    requirements: int
    doubts: int
    """How many lines a person has to settle before the file can be used."""


def draft_circular(name: str, content: bytes) -> Draft:
    """Read the .docx file *name*; raise UnreadablePlan, saying why, where no circular is found in it."""
    if PurePath(name).suffix.lower() != ".docx":
        raise UnreadablePlan("Bản nháp chỉ làm được từ tệp .docx; mở văn bản bằng Word, lưu lại thành .docx.")
    blocks = read_blocks(name, content)
    _check_one_set(blocks)
    body = Body()
    body.read(blocks)
    return _written(name, blocks, body)


def _check_one_set(blocks: Iterable[Block]) -> None:
    """Refuse a text whose appendices number their standards each from 1: mixed, they would be wrong and look right."""
    sets: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, str) and _APPENDIX.fullmatch(block):
            sets.append([])
        sets[-1].append(block)
    full = 0
    for several in sets:
        body = Body()
        body.read(several)
        full += any(len(number) == 2 for number in body.parts)
    if full > 1:
        raise UnreadablePlan(
            f"Tệp có {full} phụ lục cùng đánh số từ Tiêu chuẩn 1; tách mỗi phụ lục thành một tệp .docx "
            "(giữ phần đầu thông tư ở mỗi tệp) rồi làm từng bản nháp."
        )


def _written(name: str, blocks: Sequence[Block], body: Body) -> Draft:
    parts = [body.parts[number] for number in sorted(body.parts)]
    criteria = [part for part in parts if len(part.number) == 2]
    if not criteria:
        raise UnreadablePlan(_NOTHING)
    page = _Page()
    for part in parts:
        page.part(part)
    for doubt in body.doubts:
        page.doubt(doubt)
    standards = len(parts) - len(criteria)
    counts = {"standards": standards, "criteria": len(criteria), "indicators": page.requirements}
    front = _front(name, blocks, (level for part in criteria for level in part.levels), counts)
    lines = [*front, *page.lines]
    doubts = sum(line.startswith(TO_REVIEW) for line in lines)
    return Draft("\n".join(lines) + "\n", standards, len(criteria), page.requirements, doubts)


def _front(name: str, blocks: Sequence[Block], levels: Iterable[int], counts: dict[str, int]) -> Iterator[str]:
    yield FENCE
    for doubt, said in draft_head(name, list(_lines(blocks)), levels, counts).lines:
        yield from filter(None, (TO_REVIEW + doubt if doubt else "", said))
    yield FENCE
    yield TO_REVIEW + _ASKED_AS


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Give every line of the text, also those in tables, on one line each."""
    for block in blocks:
        whole = "\n".join(cell for row in block.rows for cell in row.cells) if isinstance(block, Table) else block
        yield from (" ".join(line.split()).replace("Ð", "Đ") for line in whole.split("\n"))


@dataclass(slots=True)
class _Page:
    """The body of the file, being written."""

    lines: list[str] = field(default_factory=list)
    shorts: set[str] = field(default_factory=set)
    requirements: int = 0

    def doubt(self, doubt: str) -> None:
        self.lines.append(TO_REVIEW + doubt)

    def part(self, part: DraftPart) -> None:
        """Write a standard or a criterion."""
        number = ".".join(map(str, part.number))
        title = part.title or "(chưa rõ tên)"
        self.lines += ["", f"## {number} {title}" if len(part.number) == 2 else f"# Tiêu chuẩn {number}. {title}"]
        for doubt in (*part.doubts, *(() if part.title else ("chưa thấy tên; ghi vào dòng trên.",))):
            self.doubt(doubt)
        self._short(title)
        if len(part.number) == 2:
            self._criterion(part)
        else:
            self.lines.append(f"Hỏi bằng: {_phrase(title)}")

    def _short(self, title: str) -> None:
        if len(title) <= SHORT_LIMIT and title.casefold() not in self.shorts:
            self.shorts.add(title.casefold())
            self.lines.append(f"Gọi tắt: {title}")
        else:
            self.doubt(f"thêm dòng “Gọi tắt: ...”, nhiều nhất {SHORT_LIMIT} ký tự, không trùng chỗ khác.")

    def _criterion(self, part: DraftPart) -> None:
        self.lines += ["Tin cậy: vừa", f"Hỏi bằng: {_phrase(part.title or 'chưa rõ tên')}"]
        if not any(part.levels.values()):
            self.doubt("chưa đọc được yêu cầu nào; thêm các dòng “a) ”, “b) ”, “c) ”.")
        for level in sorted(part.levels):
            self._level(level, part.levels[level])
        self._list(EVIDENCE, part.lists["evidence"])
        self._list(QUANTITATIVE, part.lists["figures"])

    def _list(self, label: str, items: list[str]) -> None:
        if items:
            self.lines += [label, *(f"- {item}" for item in items)]
        elif label == EVIDENCE:
            self.doubt(f"văn bản không ghi minh chứng; thêm dòng “{EVIDENCE}” và các dòng “- ”.")

    def _level(self, level: int, several: list[Found]) -> None:
        if level:
            self.lines.append(f"### Mức {level}")
        lettered = [found for found in several if found.letter not in ("", "-")]
        if lettered:
            self._lettered(several)
            return
        for place, found in enumerate(several):
            self._unlettered(level, place, found)

    def _lettered(self, several: list[Found]) -> None:
        """Write the requirements with letters; what stands below one is set in, what stands before is in doubt."""
        place, above = 0, ""
        for found in several:
            if found.letter not in ("", "-"):
                self._letter(found, chr(ord("a") + place))
                place += 1
            elif not place:
                self.doubt(f"dòng “{found.text}” đứng trước điểm a; đưa vào chỗ thích hợp hoặc bỏ.")
                continue
            else:
                if found.letter != "-" or not above.endswith(":"):
                    self.doubt("dòng dưới đây nối với yêu cầu ở trên, hay là một yêu cầu riêng?")
                self.lines.append(f"  - {found.text}")
                continue
            above = found.text

    def _letter(self, found: Found, expected: str) -> None:
        if found.letter != expected:
            self.doubt(f"văn bản ghi “{found.letter})”, ở đây phải ghi “{expected})”; xem có thiếu điểm nào không.")
        self.lines.append(f"{expected}) {found.text}")
        self.requirements += 1

    def _unlettered(self, level: int, place: int, found: Found) -> None:
        if not level:
            self.doubt(f"chưa rõ “{found.text}” là điểm nào (a, b, c); ghi thành một dòng hoặc bỏ.")
            return
        if place and not found.letter:
            self.doubt("dòng dưới đây là một yêu cầu riêng, hay nối với dòng trên?")
        self.lines.append(f"- {found.text}")
        self.requirements += 1


def _phrase(title: str) -> str:
    """Make a title one way to ask: a semicolon would cut it in two."""
    return title.replace(";", ",").lower()
