"""School years as people write them: `2017-2018`, `2017 – 18`, `năm học 2018/2019`."""

from __future__ import annotations

import re

_YEAR = re.compile(r"(?<![\d/.\-])(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?![\d/.\-])")


def school_year_named(text: str) -> str | None:
    """Find the first school year that *text* names; `11/2017` and `2015-2020` are none."""
    for match in _YEAR.finditer(text):
        first, second = int(match[1]), int(match[2])
        if second % 100 == (first + 1) % 100 and (second < 100 or second == first + 1):
            return f"{first}-{first + 1}"
    return None


def following(school_year: str) -> str:
    """Give the school year after this one."""
    first = int(school_year[:4]) + 1
    return f"{first}-{first + 1}"
