"""Read the head of a file of topics: which circulars, or which plan, its topics belong to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from knowledge.catalogue import LEVELS
from knowledge.errors import BadKnowledge

if TYPE_CHECKING:
    from pathlib import Path

OF_CIRCULARS = ("circulars", "levels")
OF_A_PLAN = ("school_year", "office", "office_rank", "source", "plan")
RANKS = ("commune", "district", "province")
FENCE = "---"

_CIRCULAR = re.compile(r"tt\d+-\d{4}")
_YEAR = re.compile(r"(\d{4})-(\d{4})")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a plan's file says of the plan itself, and where the plan's own document lies."""

    school_year: str
    office: str
    office_rank: str
    """commune, district or province."""
    source: str
    """What is cited: `Kế hoạch KĐCLGD 2017-2018`."""
    document: Path


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one file, and the numbered lines that follow it."""

    file: str
    circulars: dict[str, tuple[str, ...]]
    """The school levels of each circular; empty in the file of a plan."""
    plan: PlanFacts | None
    body: tuple[tuple[int, str], ...]


def read_head(path: Path) -> Head:
    """Read the head of *path*, and cut the rest into lines."""
    lines = _lines(path)
    if lines[0] != FENCE or FENCE not in lines[1:]:
        raise BadKnowledge(path.name, 1, "Thiếu phần đầu tệp giữa hai dòng “---”.")
    end = lines.index(FENCE, 1)
    front = _Front(path, lines[:end])
    body = tuple(enumerate(lines[end + 1 :], start=end + 2))
    if "circulars" in front.values:
        return Head(path.name, front.circulars(), None, body)
    return Head(path.name, {}, front.plan(), body)


def read_plan_facts(path: Path) -> PlanFacts:
    """Read what the head of *path* says of a plan."""
    plan = read_head(path).plan
    if plan is None:
        raise BadKnowledge(path.name, 1, "Đây không phải tệp của một kế hoạch.")
    return plan


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadKnowledge(path.name, 1, "Tệp không phải là văn bản UTF-8.") from error
    return [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]


class _Front:
    """The lines between the fences, and how to complain of one."""

    def __init__(self, path: Path, lines: list[str]) -> None:
        self.path = path
        self.lines = lines
        self.values = self._load()

    def circulars(self) -> dict[str, tuple[str, ...]]:
        """Read the circulars with their levels."""
        self._refuse_others(OF_CIRCULARS)
        listed, levels = self.values["circulars"], self.values.get("levels")
        if not isinstance(listed, list) or not listed:
            raise self.bad("circulars", "“circulars” phải là danh sách, ví dụ [tt42-2012].")
        if not isinstance(levels, dict):
            raise self.bad("levels", "Thiếu “levels”: cấp học của từng thông tư.")
        return {circular: self._levels(circular, levels.get(circular)) for circular in map(str, listed)}

    def plan(self) -> PlanFacts:
        """Read the facts of the plan."""
        self._refuse_others(OF_A_PLAN)
        year, office, rank, source, document = map(self._text, OF_A_PLAN)
        begin_end = _YEAR.fullmatch(year)
        if not begin_end or int(begin_end[2]) != int(begin_end[1]) + 1:
            raise self.bad("school_year", "Năm học phải có dạng 2017-2018.")
        if rank not in RANKS:
            raise self.bad("office_rank", f"“office_rank” phải là một trong: {', '.join(RANKS)}.")
        if not (self.path.parent / document).is_file():
            raise self.bad("plan", f"Không có tệp kế hoạch “{document}”.")
        return PlanFacts(year, office, rank, source, self.path.parent / document)

    def bad(self, key: str, fault: str) -> BadKnowledge:
        """Say what is wrong with *key*, at its line."""
        found = (number for number, line in enumerate(self.lines, start=1) if line.startswith(f"{key}:"))
        return BadKnowledge(self.path.name, next(found, 1), fault)

    def _load(self) -> dict[str, object]:
        try:
            values = yaml.safe_load("\n".join(self.lines[1:]))
        except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2012-13-45
            mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
            line = mark.line + 2 if mark else 1
            raise BadKnowledge(self.path.name, line, "Phần đầu tệp không phải YAML đúng.") from error
        if not isinstance(values, dict):
            raise BadKnowledge(self.path.name, 2, "Phần đầu tệp phải gồm các dòng “tên: giá trị”.")
        return {str(key): value for key, value in values.items()}

    def _refuse_others(self, keys: tuple[str, ...]) -> None:
        for key in self.values:
            if key not in keys:
                raise self.bad(key, f"Phần đầu tệp có dòng lạ “{key}”.")

    def _levels(self, circular: str, levels: object) -> tuple[str, ...]:
        if not _CIRCULAR.fullmatch(circular):
            raise self.bad("circulars", f"Mã thông tư “{circular}” sai; ví dụ đúng: tt42-2012.")
        if not isinstance(levels, list) or not levels or not set(map(str, levels)) <= set(LEVELS):
            raise self.bad("levels", f"Thiếu hoặc sai cấp học của “{circular}”.")
        return tuple(map(str, levels))

    def _text(self, key: str) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not value:
            raise self.bad(key, f"Phần đầu tệp thiếu hoặc ghi sai “{key}”.")
        return value
