"""Read how people ask for each entry: one file a framework, or a circular's topics, of lines under its headings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge.errors import BadKnowledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from knowledge.catalogue import Framework, Standard, Topic

START = "# Cách hỏi"
"""How such a file begins."""
TOPICS = "topics"
OUTSIDE = "ngoai-pham-vi"
"""The name of the file of what people ask about other things; its headings are fields."""
LONGEST = 200

_NAME = re.compile(r"(tt\d+-\d{4})-([a-z]+)")
_HEADING = re.compile(r"## (\S+)")
_FIELD = re.compile(r"## (\S.*)")

Asked = dict[str, tuple[str, ...]]
"""Id of an entry to the lines that people ask for it with."""


def read_asked(path: Path) -> Asked:
    """Read the lines of *path*, named after its framework (`tt42-2012-th.md`) or its circular (`tt42-2012-topics.md`).

    Raises `BadKnowledge` for a line outside an entry, one that stands twice, or one that is too long.
    """
    prefix = prefix_of(path)
    return {f"{prefix}/{slug}": lines for slug, lines in _under(path, _HEADING).items()}


def read_outside(path: Path) -> Asked:
    """Read the lines of *path* that people ask about other things, by their fields; `BadKnowledge` as above."""
    return _under(path, _FIELD)


def _under(path: Path, headings: re.Pattern[str]) -> Asked:
    under, found, seen = "", dict[str, list[str]](), dict[str, int]()
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if heading := headings.fullmatch(line.strip()):
            under = heading[1]
            if under in found:
                raise BadKnowledge(path.name, number, f"Mục “{heading[1]}” đã có ở trên; gộp hai chỗ làm một.")
            found[under] = []
        elif line.startswith("- "):
            asked = line[2:].strip()
            _check(path.name, number, asked, under, seen)
            found[under].append(asked)
        elif under and line.strip():
            raise BadKnowledge(path.name, number, "Mỗi cách hỏi là một dòng bắt đầu bằng “- ”.")
    return {each: tuple(lines) for each, lines in found.items()}


def prefix_of(path: Path) -> str:
    """Tell from the name of a file whose entries it is about: `tt42-2012/th`, `tt42-2012/topic`."""
    named = _NAME.fullmatch(path.stem)
    if named is None:
        raise BadKnowledge(path.name, 1, "Tên tệp phải như “tt42-2012-th.md” (thông tư và cấp), hoặc “…-topics.md”.")
    return f"{named[1]}/{'topic' if named[2] == TOPICS else named[2]}"


def _check(file: str, number: int, asked: str, under: str, seen: dict[str, int]) -> None:
    if not under:
        raise BadKnowledge(file, number, "Dòng này đứng trước mục đầu tiên (mỗi mục bắt đầu bằng “## ”).")
    if not asked or len(asked) > LONGEST:
        raise BadKnowledge(file, number, f"Một cách hỏi dài từ 1 đến {LONGEST} chữ cái.")
    before = seen.setdefault(asked.lower(), number)
    if before != number:
        raise BadKnowledge(file, number, f"Trùng với dòng {before}: một cách hỏi chỉ dẫn tới một mục.")


def known(path: Path, asked: Asked, ids: Iterable[str]) -> Asked:
    """Give *asked* back; raise `BadKnowledge` where it speaks of an entry that is not among *ids*."""
    unknown = sorted(asked.keys() - set(ids))
    if unknown:
        slug = unknown[0].rsplit("/", 1)[1]
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        line = next(at for at, text in enumerate(lines, start=1) if text.strip() == f"## {slug}")
        raise BadKnowledge(path.name, line, f"Không có mục nào mang mã “{unknown[0]}”.")
    return asked


def agreeing(path: Path, outside: Asked, asked: Mapping[str, tuple[str, ...]]) -> Asked:
    """Give *outside* back; raise `BadKnowledge` for a line of it that leads to an entry in *asked*."""
    leads: dict[str, str] = {}
    for entry, lines in asked.items():
        for line in lines:
            leads.setdefault(line.lower(), entry)
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        led = leads.get(line[2:].strip().lower()) if line.startswith("- ") else None
        if led:
            raise BadKnowledge(path.name, number, f"Câu này cũng dẫn tới mục “{led}”; xóa ở một trong hai chỗ.")
    return outside


def of_framework(framework: Framework, asked: Mapping[str, tuple[str, ...]]) -> Framework:
    """Give *framework* with the lines that its standards and criteria are asked for with."""
    return replace(framework, standards=tuple(_of_standard(one, asked) for one in framework.standards))


def _of_standard(standard: Standard, asked: Mapping[str, tuple[str, ...]]) -> Standard:
    criteria = tuple(replace(one, heard_as=asked.get(one.id, ())) for one in standard.criteria)
    return replace(standard, criteria=criteria, heard_as=asked.get(standard.id, ()))


def of_topics(topics: Iterable[Topic], asked: Mapping[str, tuple[str, ...]]) -> tuple[Topic, ...]:
    """Give *topics* with the lines that they are asked for with."""
    return tuple(replace(one, heard_as=asked.get(one.id, ())) for one in topics)
