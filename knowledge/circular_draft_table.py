"""Tell by the heading of a table what each of its columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.plan_model import Row

_ANY = re.IGNORECASE
LEVEL = re.compile(r"(?:[-+*•] *)?Mức +([1-4]) *(?:[:.] *(.*))?", _ANY)
LISTS = (
    ("evidence", re.compile(r"(?:gợi ý )?(?:các )?minh chứng\b[^:.;]{0,30}:?", _ANY)),
    ("figures", re.compile(r"dữ liệu định lượng\b[^:.;]{0,30}:?", _ANY)),
)
_REQUIREMENTS = re.compile(r"(?:các )?(?:yêu cầu|chỉ số|chỉ báo|nội dung)\b.*", _ANY)


@dataclass(slots=True)
class Columns:
    """What each column of an appendix holds."""

    criterion: int
    levels: dict[int, int]
    lists: dict[int, str]
    unread: list[str]

    @classmethod
    def of(cls, row: Row) -> Columns | None:
        """Read the heading of a table; None where the row is none."""
        made = cls(-1, {}, {}, [])
        for column in range(len(row.cells)):
            made._take(column, row.cell(column))
        return made if made.criterion >= 0 and made.levels else None

    def _take(self, column: int, name: str) -> None:
        if found := LEVEL.fullmatch(name):
            self.levels[column] = int(found[1])
        elif name.casefold() in ("tiêu chí", "tiêu chuẩn, tiêu chí", "tiêu chuẩn/tiêu chí", "tên tiêu chí"):
            self.criterion = column
        elif _REQUIREMENTS.fullmatch(name):
            self.levels[column] = 0
        elif opened := next((kind for kind, pattern in LISTS if pattern.fullmatch(name)), ""):
            self.lists[column] = opened
        elif name and name.casefold() not in ("tt", "stt", "số tt"):
            self.unread.append(name)
