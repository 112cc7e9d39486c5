"""When a school may be written to: the open days and good hours of the Vietnamese calendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import holidays

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS = time(7, 0)
CLOSES = time(20, 0)
FIRST_LETTER = time(7, 30)
"""When the first message of a day goes: at seven, people are still on the road."""

_ONE_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
_DAYS_BEFORE_TET, _DAYS_AFTER_TET = 2, 5


def is_open(day: date) -> bool:
    """Tell whether schools work on *day*: not on a Sunday, a public holiday (also a compensated one) or in Tết week.

    Tết week runs from the day before Lunar New Year's Eve to mùng 6. The days off that the government grants move
    by a day or two from year to year inside about this span, and are announced too late to be planned with; a school
    has other things to do on all of them. Saturdays are open: schools work on Saturdays.
    """
    return day.weekday() != _SUNDAY and day not in _closed_days(day.year)


def next_good_moment(moment: datetime) -> datetime:
    """Hold *moment* to the hours from 07:00 to 20:00 (no longer good) of an open day, read in its own zone."""
    if moment.utcoffset() is None:
        raise ValueError(f"a moment needs a time zone: {moment.isoformat()}")
    today, clock = moment.date(), moment.time()
    if is_open(today) and OPENS <= clock < CLOSES:
        return moment
    earliest = today if clock < OPENS else today + _ONE_DAY
    day = next(day for day in _days_from(earliest) if is_open(day))
    return datetime.combine(day, FIRST_LETTER, moment.tzinfo)


def first_working_day(month_first: date) -> date:
    """Find the first open day from *month_first* on that is no Saturday: offices and review teams rest then."""
    return next(day for day in _days_from(month_first) if is_open(day) and day.weekday() != _SATURDAY)


def _days_from(day: date) -> Iterator[date]:
    while True:
        yield day
        day += _ONE_DAY


@lru_cache(maxsize=128)
def _closed_days(year: int) -> frozenset[date]:
    calendar = holidays.country_holidays("VN", years=year, language="vi")
    # The other days of Tết are "Giao thừa Tết ...", "Mùng hai Tết ...": only the New Year itself starts so.
    (new_year,) = calendar.get_named("Tết Nguyên Đán", lookup="istartswith")
    tet = (new_year + timedelta(days=shift) for shift in range(-_DAYS_BEFORE_TET, _DAYS_AFTER_TET + 1))
    return frozenset(calendar) | frozenset(tet)
