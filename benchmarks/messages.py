"""The labelled messages of the evaluation, and what the product takes each of them for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.questions import CATALOGUE, FRAMEWORKS
from handlers import ask
from knowledge.catalogue import Framework
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning, Update
from knowledge.language.understand import understand
from knowledge.scope import Scope
from knowledge.shelf import Shelf

MESSAGES = Path(__file__).parent.parent / "tests" / "knowledge" / "language" / "messages.jsonl"
SCHOOLS = (
    "MN Đoàn Kết",
    "MN Thanh Giang",
    "MN Ngũ Hùng",
    "TH Tứ Cường",
    "TH Đoàn Tùng",
    "TH Thanh Giang",
    "TH Hồng Quang",
    "TH Chi Lăng Bắc",
    "TH Phạm Kha",
    "TH Diên Hồng",
    "THCS Thanh Giang",
    "THCS Cao Thắng",
    "THCS Ngô Quyền",
    "THCS Tiền Phong",
    "THCS Hùng Sơn",
    "THCS Lam Sơn",
    "THCS Lê Hồng",
)
"""Those of the seed plan, and one more that shares its name with two of them."""
OF_LEVEL = {"TH": "tt42-2012/th", "MN": "tt25-2014/mn", "THCS": "tt42-2012/thcs"}
YEAR, TODAY = "2017-2018", date(2017, 10, 2)
REPORTING = "progress"
OWN = "TH Tứ Cường"
OF_OTHERS = ("TH Phạm Kha {}", "trường TH Thanh Giang: {}", "{}, đó là của TH Đoàn Tùng", "trường bạn {}")
HELD, SECOND_HELD = "blind-held", "second-held"
HELD_OUT = (HELD, SECOND_HELD)
"""Halves of what outsiders wrote: measured, never listed."""
DEADLINE = re.compile(r" (?:thoi )?han ")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Understood:
    """One message as labelled and as understood."""

    row: Row
    meaning: Meaning
    time: float
    """In milliseconds of processor time."""

    @property
    def intent_right(self) -> bool:
        """Say whether it is what was labelled, or at least not what it must not be."""
        if "intent" in self.row:
            return bool(self.meaning.intent == self.row["intent"])
        return bool(self.meaning.intent != self.row["not_intent"])

    @property
    def intent_near(self) -> bool:
        """Say whether it is right, or a question that may be labelled either way.

        The evidence of a criterion is asked for as `evidence`; a deadline of the plan is a `schedule`, and an entry.
        """
        either = {"evidence": self.meaning.aspect == "evidence", "schedule": self.of_deadline}
        return self.intent_right or (self.meaning.intent == "ask" and either.get(self.row.get("intent", ""), False))

    @property
    def of_deadline(self) -> bool:
        """Say whether a deadline is spoken of."""
        return bool(DEADLINE.search(hear(self.row["text"]).plain))

    @property
    def updates_right(self) -> bool:
        """Say whether every update is right to the field, and none is missing."""
        return set(self.meaning.updates) == {Update(**update) for update in self.row["updates"]}

    @property
    def error_right(self) -> bool:
        """Say whether it is refused where it must be, and only there."""
        return bool(self.meaning.error) == bool(self.row.get("error", False))

    @property
    def recorded(self) -> bool:
        """Say whether something is recorded of a message that reports nothing."""
        return bool(self.meaning.updates) and self.row.get("intent", "ask") != REPORTING


def messages() -> list[Row]:
    """Read every labelled message."""
    return [json.loads(line) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """Give the circulars with their indexes, built once."""
    return Shelf(CATALOGUE)


def meant(row: Row) -> Meaning:
    """Understand one message the whole way, as `kiemdinh understand` does."""
    level = row.get("level", "TH")
    framework = FRAMEWORKS[OF_LEVEL[level]] if level else None
    meaning = understand(row["text"], row["role"], framework, SCHOOLS, YEAR, TODAY, row.get("own"))
    frameworks = [framework] if framework else [FRAMEWORKS[one] for one in OF_LEVEL.values()]
    meaning = shelf().settle(meaning, row["text"], frameworks, YEAR)
    return meaning if _known(meaning, row["text"], frameworks) else replace(meaning, intent="unknown")


def _known(meaning: Meaning, text: str, frameworks: Sequence[Framework]) -> bool:
    """Say whether it is no question that nothing is known about."""
    if meaning.intent != "ask" or meaning.references or (meaning.aspect and not meaning.subject) or meaning.error:
        return True
    levels = tuple(level for framework in frameworks for level in framework.levels)
    scope = Scope(tuple(frameworks), levels, TODAY, YEAR)
    return ask.answer_to(text, meaning, shelf(), scope, lambda _: meaning).kind != "unknown"


def _measured(row: Row) -> Understood:
    begun = process_time()
    meaning = meant(row)
    return Understood(row, meaning, (process_time() - begun) * 1000)


def understood(rows: Iterable[Row]) -> list[Understood]:
    """Understand every message, the indexes built before any is timed."""
    listed = list(rows)
    for level in (*OF_LEVEL, None):
        meant({"text": "thư viện cần có gì", "role": "principal", "level": level})
    return [_measured(row) for row in listed]
