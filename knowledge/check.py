"""Look at files of the knowledge base one by one: what each holds, or what is wrong with it and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge import library
from knowledge.asked_file import OUTSIDE, START, agreeing, known, read_asked, read_outside
from knowledge.circular_file import REQUIREMENT, read_circular
from knowledge.circular_front import FENCE, read_lines, to_review
from knowledge.crosswalk import load_crosswalk
from knowledge.errors import BadKnowledge
from knowledge.topic_file import read_topics

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.asked_file import Asked

CIRCULAR, TOPICS, CROSSWALK, ASKED = "circular", "topics", "crosswalk", "asked"
SAID = {"standards": "tiêu chuẩn", "criteria": "tiêu chí", "topics": "chủ đề", "linked": "tiêu chí cũ có nơi nối"}
SAID |= {"without": "tiêu chí cũ không còn", "lines": "cách hỏi"}
FOLDERS = ("circulars", "topics", "plans", "crosswalk", "asked")

_KINDS = (("circular", CIRCULAR), ("circulars", TOPICS), ("plan", TOPICS), ("school_year", TOPICS), ("from", CROSSWALK))
_UNKNOWN = (
    "Không rõ đây là tệp gì; phần khai báo giữa hai dòng “---” phải có “circular” (thông tư), “circulars” hoặc “plan” "
    "(chủ đề), hoặc “from” và “to” (bảng nối tiêu chí cũ và mới); tệp cách hỏi bắt đầu bằng “# Cách hỏi”."
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file."""

    name: str
    kind: str
    counts: dict[str, int]
    """How much was read, by the names of *SAID* and `requirements`."""
    faults: tuple[BadKnowledge, ...] = ()
    requirement: str = ""
    """What the circular calls a requirement."""

    @property
    def read(self) -> str:
        """Say what was read: `5 tiêu chuẩn, 27 tiêu chí, 157 chỉ báo`."""
        return ", ".join(f"{count} {SAID.get(what, self.requirement)}" for what, count in self.counts.items())


def check_file(path: Path, folder: Path | None = None) -> Checked:
    """Look at *path* as a part of the knowledge in *folder* (our own), where it need not lie."""
    kind = ""
    try:
        lines = read_lines(path)
        kind = _kind(lines[0].file, [line.text for line in lines])
        doubts = to_review(lines) if kind == CIRCULAR else []
        if doubts:
            return Checked(path.name, kind, {}, tuple(line.bad(line.text.lstrip("# ")) for line in doubts))
        return _count(path, kind, folder or library.HERE)
    except BadKnowledge as error:
        return Checked(path.name, kind, {}, (error,))


def check_all(folder: Path | None = None) -> Iterator[Checked]:
    """Look at every file in *folder* (our own), and then at all of them together."""
    folder = folder or library.HERE
    found = [check_file(path, folder) for name in FOLDERS for path in sorted(folder.glob(f"{name}/*.md"))]
    yield from found
    if any(each.faults for each in found):
        return
    try:
        library.load(folder)
    except BadKnowledge as error:
        yield Checked(error.file, "", {}, (error,))


def _kind(name: str, lines: list[str]) -> str:
    """Tell by the head what a file is."""
    if lines[0].startswith(START):
        return ASKED
    end = lines.index(FENCE, 1) if lines[0] == FENCE and FENCE in lines[1:] else 0
    heads = {found[1] for line in lines[:end] if (found := re.match(r"(\w+):", line))}
    kind = next((kind for head, kind in _KINDS if head in heads), "")
    if not kind:
        raise BadKnowledge(name, 1, _UNKNOWN)
    return kind


def _count(path: Path, kind: str, folder: Path) -> Checked:
    if kind == TOPICS:
        return Checked(path.name, kind, {"topics": _topics(path, folder)})
    if kind == CROSSWALK:
        rows = load_crosswalk(path, library.load(folder).by_id)
        return Checked(path.name, kind, {"linked": len(rows.rows), "without": len(rows.without)})
    if kind == ASKED:
        each = _asked(path, folder)
        return Checked(path.name, kind, {"lines": sum(map(len, each.values()))})
    found = read_circular(path)
    asked = sum(len(criterion.indicators) for criterion in found.criteria)
    counts = {"standards": len(found.standards), "criteria": len(found.criteria), "requirements": asked}
    return Checked(path.name, kind, counts, requirement=REQUIREMENT[found.generation])


def _asked(path: Path, folder: Path) -> Asked:
    by_id = library.load(folder).by_id
    if path.stem != OUTSIDE:
        return known(path, read_asked(path), by_id)
    return agreeing(path, read_outside(path), {each: entry.heard_as for each, entry in by_id.items()})


def _topics(path: Path, folder: Path) -> int:
    found = read_topics(path)
    heads = "\n".join(each.read_text(encoding="utf-8", errors="replace") for each in folder.glob("circulars/*.md"))
    known = set(re.findall(r"^circular:\s*(\S+)", heads, re.MULTILINE))
    for topic in found:
        if topic.circular and topic.circular not in known:
            raise BadKnowledge(path.name, 1, f"Thông tư “{topic.circular}” không có tệp nào trong circulars.")
    return len({topic.id.rsplit("/", 1)[1] for topic in found})
