"""Read the head of a draft out of an official text: number, days, school levels; a doubt for what is not there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from knowledge.circular_front import OPTIONAL, REQUIRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"\b(\d{1,4}) ?/ ?(\d{4}) ?/ ?(TT-[A-ZĐ]+)")
_DAY = r"(\d{1,2})(?: tháng |/|-)(\d{1,2})(?: năm |/|-)(\d{4})"
_ISSUED = re.compile(rf"[A-ZĐ][^,.;]{{1,40}}, ngày {_DAY}\b")
_EFFECTIVE = re.compile(rf"có hiệu lực(?: thi hành)?(?: kể)? từ ngày {_DAY}\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:Thông tư|Quy định|Ban hành|Phụ lục)\b", re.IGNORECASE)
_KINDS = {
    "MN": "mầm non",
    "TH": "tiểu học",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "GDTX": "giáo dục thường xuyên",
}


@dataclass(slots=True)
class Head:
    """The lines between the fences, with the doubts about them."""

    lines: list[tuple[str, str]] = field(default_factory=list)
    """A doubt or nothing, and a field or nothing."""

    def give(self, name: str, value: str, doubt: str = "") -> None:
        """Write a field, in doubt where *doubt* is not empty."""
        self.lines.append((doubt, f"{name}: {value}"))

    def miss(self, name: str, why: str) -> None:
        """Say that a field has to be added."""
        wanted = (REQUIRED | OPTIONAL)[name][1]
        self.lines.append((f"{why}; thêm dòng “{name}: ...”, giá trị là {wanted}.", ""))


def draft_head(name: str, lines: Sequence[str], levels: Iterable[int], counts: dict[str, int]) -> Head:
    """Write what can be read of the head of the text in file *name*."""
    head = Head()
    _number(head, lines)
    _kinds(head, lines)
    _day(head, "issued", "ngày ban hành (“Hà Nội, ngày ...”)", _ISSUED, lines)
    _day(head, "effective", "ngày có hiệu lực (“có hiệu lực thi hành kể từ ngày ...”)", _EFFECTIVE, lines)
    _generation(head, max(levels, default=0))
    head.miss("rating", "cách xếp mức của trường không đọc được bằng máy")
    head.give("compulsory", "unknown", "tiêu chí bắt buộc chưa đọc; có thì ghi danh sách, không có thì ghi none.")
    head.give("verified", "false")
    head.give("source", json.dumps(f"bản nháp đọc từ tệp {name}, chưa đối chiếu văn bản gốc", ensure_ascii=False))
    for place, (count, number) in enumerate(counts.items()):
        doubt = "đếm lại trong văn bản gốc ba số dưới đây; máy chỉ đếm những gì đọc được." if not place else ""
        head.give(count, str(number), doubt)
    return head


def _number(head: Head, lines: Sequence[str]) -> None:
    said = [line for line in lines if re.match(r"Số\b", line) and _NUMBER.search(line)]
    found = {match.groups() for line in said or lines for match in _NUMBER.finditer(line)}
    if len(found) != 1:
        why = "chưa thấy số hiệu thông tư" if not found else f"thấy {len(found)} số hiệu, chưa rõ số nào"
        head.miss("circular", why)
        head.miss("number", why)
        return
    ((number, year, kind),) = found
    doubt = "" if said else "số hiệu thấy trong văn bản nhưng không ở dòng “Số: ...”; đối chiếu."
    head.give("circular", f"tt{int(number)}-{year}", doubt)
    head.give("number", f"{number}/{year}/{kind}")


def _kinds(head: Head, lines: Sequence[str]) -> None:
    titles = " ".join(line for line in lines if _TITLE.match(line)).casefold()
    found = [level for level, words in _KINDS.items() if words in titles]
    if found:
        head.give("levels", f"[{', '.join(found)}]", "cấp học suy từ tên văn bản; đối chiếu.")
    else:
        head.miss("levels", "chưa rõ dùng cho cấp học nào")


def _day(head: Head, name: str, what: str, pattern: re.Pattern[str], lines: Sequence[str]) -> None:
    written = {match.groups() for line in lines for match in pattern.finditer(line)}
    days = {made for day in written if (made := _made(day))}
    if len(days) == len(written) == 1:
        head.give(name, days.pop().isoformat())
    else:
        head.miss(name, f"{'chưa thấy' if not written else 'chưa chắc'} {what}")


def _made(written: tuple[str, ...]) -> date | None:
    day, month, year = map(int, written)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _generation(head: Head, highest: int) -> None:
    generation = 2012 if not highest else 2018 if highest > 2 else 2026
    seen = f"văn bản có đến Mức {highest}" if highest else "văn bản không chia mức"
    head.give("generation", str(generation), f"{seen} nên ghi thế hệ {generation}; đối chiếu.")
