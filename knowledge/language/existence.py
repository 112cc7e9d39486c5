"""Whether a place that somebody names is there, and what lies between two."""

from __future__ import annotations

from knowledge.catalogue import LEVEL_NAMES, Criterion, Framework, shortened
from knowledge.language.meaning import Reference

NO_CONTENT = "chưa có nội dung thông tư của cấp học này"
"""A plan may name a circular whose file nobody has written yet."""


def between(first: Reference, last: Reference, framework: Framework | None) -> tuple[tuple[Reference, ...], str | None]:
    """List the criteria from *first* to *last*, across standards too."""
    low, high = (first.standard or 0, first.criterion or 0), (last.standard or 0, last.criterion or 0)
    if high < low:
        return (), f"khoảng {first.number} đến {last.number} bị ngược (có phải {last.number} đến {first.number})"
    error = missing(first, framework) or missing(last, framework)
    if error:
        return (), error
    if framework is None:
        if low[0] != high[0]:
            return (), f"chưa rõ khoảng {first.number} đến {last.number} gồm những tiêu chí nào"
        return tuple(Reference(low[0], number) for number in range(low[1], high[1] + 1)), None
    numbers = [_numbers(criterion) for criterion in framework.criteria]
    return tuple(Reference(*pair) for pair in numbers if low <= pair <= high), None


def _numbers(criterion: Criterion) -> tuple[int, int]:
    standard, number = criterion.number.split(".")
    return int(standard), int(number)


def school_kind(framework: Framework) -> str:
    """Name the schools that *framework* is for: `trường tiểu học`."""
    return "trường " + ", ".join(LEVEL_NAMES.get(level, level) for level in framework.levels)


def missing(place: Reference, framework: Framework | None) -> str | None:
    """Say, in Vietnamese, why there is no such *place*; None where there is one, or it cannot be known."""
    if framework is None:
        return None
    if not framework.standards:
        return NO_CONTENT
    standard = framework.standard(place.standard or 0)
    if standard is None:
        said = (
            f"tiêu chuẩn {place.standard}"
            if place.criterion is None
            else f"tiêu chí {place.standard}.{place.criterion}"
        )
        known = [known.number for known in framework.standards]
        return f"{school_kind(framework)} không có {said} (chỉ có tiêu chuẩn {min(known)}–{max(known)})"
    criterion = framework.criterion(f"{place.standard}.{place.criterion}")
    if place.criterion is not None and criterion is None:
        number = f"{place.standard}.{place.criterion}"
        if gone := next((one for one in framework.left_out if one.number == number), None):
            amended = shortened(framework.amended_by or framework.number)
            return f"tiêu chí {number} không còn từ {gone.until:%d/%m/%Y}, theo {amended}"
        span = f"tiêu chuẩn {standard.number} có {standard.criteria[0].number}–{standard.criteria[-1].number}"
        return f"{school_kind(framework)} không có tiêu chí {standard.number}.{place.criterion} ({span})"
    return _no_indicator(place, criterion, framework.part_name) if place.indicator and criterion else None


def _no_indicator(place: Reference, criterion: Criterion, part: str) -> str | None:
    letters = [indicator.letter for indicator in criterion.indicators if len(indicator.letter) == 1]
    if place.indicator in letters:
        return None
    known = f" (có {', '.join(letters)})" if letters else ""
    return f"tiêu chí {criterion.number} không có {part} {place.indicator}{known}"
