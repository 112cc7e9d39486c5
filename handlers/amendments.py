"""What an amendment changed, in a short line on every page that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from handlers import wording
from knowledge.catalogue import Criterion, Framework, Indicator, Standard, shortened


def changed_by(framework: Framework, one: Criterion, day: date, shown: Sequence[Indicator] = ()) -> list[str]:
    """Say in short lines what an amendment took away, put in other words or added by *day*, or will to what is *shown*."""
    number = shortened(framework.amended_by or framework.number)
    if one.until and one.until <= day:
        return [f"Từ {wording.day(one.until)} bỏ theo {number}; đây là bản trước đó."]
    lines = []
    if one.reworded and one.reworded <= day:
        lines.append(
            f"Từ {wording.day(one.reworded)} viết lại theo {number}; "
            f"câu chữ mới sau {number} chưa có ở đây, đây là bản trước đó."
        )
    gone = [(part.until, part) for part in one.indicators if part.until and part.until <= day]
    come = [(part.since, part) for part in one.indicators if part.since and (part.since <= day or part in shown)]
    return [*lines, *_moved("bỏ", gone, framework), *_moved("có thêm", come, framework)]


def _moved(verb: str, parts: Sequence[tuple[date, Indicator]], framework: Framework) -> list[str]:
    """`Từ 25/01/2025 bỏ Mức 2 a, Mức 3 a theo TT 22/2024.`, a line for each day."""
    number = shortened(framework.amended_by or framework.number)
    days = {since: [_place(part, framework) for day, part in parts if day == since] for since, _ in parts}
    return [f"Từ {wording.day(day)} {verb} {', '.join(places)} theo {number}." for day, places in days.items()]


def _place(part: Indicator, framework: Framework) -> str:
    """`Mức 2 a`, `Mức 4`, `chỉ báo b`."""
    letter = part.letter.removeprefix(f"m{part.level}").lstrip(".")
    return f"Mức {part.level} {letter}".strip() if part.level > 1 else f"{framework.part_name} {letter}"


def of_standard(framework: Framework, one: Standard, day: date) -> list[str]:
    """Say in one line which criteria an amendment took away, and that the words of the others are not here."""
    number, kept = shortened(framework.amended_by or ""), framework.left_out_since(day)
    gone = [c for c in one.criteria if c.number in kept]
    lines = [f"bỏ {', '.join(c.number for c in gone)}"] if gone else []
    if any(c.reworded and c.reworded <= day for c in one.criteria):
        lines.append(f"câu chữ mới sau {number} chưa có ở đây, đây là bản trước đó")
    since = framework.amended_on or framework.effective
    return [f"Từ {wording.day(since)} sửa theo {number}: {'; '.join(lines)}."] if lines else []


def heir(framework: Framework, gone: Criterion) -> str:
    """Find what asks in place of a criterion left out: the one its amendment names, else its standard."""
    named = re.search(r"(\d+\.\d+) mới", gone.amendment)
    one = framework.criterion(named[1]) if named else None
    return one.id if one else gone.id.rpartition(".")[0]
