"""Read from a head how a school's level is found: `rating` and `compulsory`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.catalogue import RatingRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.circular_front import Front
    from knowledge.circular_part import Part

RATING = "“share 60 70 85”, “every” hoặc “compulsory 5/7”"
COMPULSORY = "danh sách số tiêu chí như [1.3, 1.4], hoặc none (không có), hoặc unknown (chưa biết)"

_RATING = re.compile(r"share( [1-9]\d?){3}|every|compulsory [1-9]\d*/[1-9]\d*")
_NUMBER = re.compile(r"[1-9]\d*\.[1-9]\d*")


def is_rating(value: object) -> bool:
    """Say whether *value* can stand behind `rating`."""
    return isinstance(value, str) and _RATING.fullmatch(value) is not None


def is_compulsory(value: object) -> bool:
    """Say whether *value* can stand behind `compulsory`."""
    if not isinstance(value, list):
        return value in ("none", "unknown")
    fits = all(isinstance(one, str) and _NUMBER.fullmatch(one) for one in value)
    return fits and len(set(value)) == len(value) > 0


def read_rating(front: Front, parts: Sequence[Part]) -> RatingRule:
    """Read the rule; refuse one that the criteria contradict."""
    kind, *numbers = re.split(r"[ /]", front.values["rating"])
    compulsory = _compulsory(front.values["compulsory"])
    if kind == "compulsory":
        _check_others(front, parts, compulsory, *map(int, numbers))
    elif kind == "every" and compulsory:
        raise front.where["compulsory"].bad("“rating: every” đòi mọi tiêu chí; “compulsory” ở đây phải là none.")
    _check_compulsory(front, parts, compulsory)
    shares = tuple(map(int, numbers)) if kind == "share" else ()
    if list(shares) != sorted(set(shares)):
        raise front.where["rating"].bad("Các tỷ lệ của “share” phải tăng dần.")
    return RatingRule(kind, shares, compulsory, int(numbers[0]) if kind == "compulsory" else 0)


def _compulsory(value: str | list[str]) -> tuple[str, ...] | None:
    if isinstance(value, list):
        return tuple(value)
    return () if value == "none" else None


def _check_others(
    front: Front, parts: Sequence[Part], compulsory: tuple[str, ...] | None, needed: int, others: int
) -> None:
    left = sum(part.is_criterion for part in parts) - len(compulsory or ())
    if compulsory == ():
        raise front.where["compulsory"].bad("“rating: compulsory” cần danh sách tiêu chí bắt buộc, hoặc unknown.")
    if compulsory and left != others:
        fault = f"“rating” nói còn {others} tiêu chí ngoài danh sách bắt buộc, nhưng tệp còn {left}; sửa cho khớp."
        raise front.where["rating"].bad(fault)
    if needed > others:
        raise front.where["rating"].bad(f"Không thể cần {needed} trong {others} tiêu chí; sửa hai số này.")


def _check_compulsory(front: Front, parts: Sequence[Part], compulsory: tuple[str, ...] | None) -> None:
    """Refuse where the head and a criterion disagree."""
    line, listed = front.where["compulsory"], compulsory or ()
    for number in listed:
        if number not in {part.dotted for part in parts if part.is_criterion}:
            raise line.bad(f"Không có tiêu chí {number} trong tệp; sửa danh sách bắt buộc.")
    for part in parts:
        said = part.compulsory()
        if said and part.dotted not in listed:
            raise said.bad(f"{part.name} ghi “Bắt buộc: có” nhưng không có trong “compulsory” ở phần khai báo.")
        if part.dotted in listed and part.is_criterion and not said:
            raise part.heading.bad(f"{part.name} có trong “compulsory” nhưng thiếu dòng “Bắt buộc: có”.")
