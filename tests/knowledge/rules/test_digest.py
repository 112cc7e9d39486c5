"""The letter of the week: Monday at half past seven, or the first open day."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.rules.digest import digest_moment, due_week, monday_of, next_digest

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def test_a_week_begins_on_monday() -> None:
    assert [monday_of(date(2017, 10, day)) for day in (2, 4, 8, 9)] == [
        date(2017, 10, 2),
        date(2017, 10, 2),
        date(2017, 10, 2),
        date(2017, 10, 9),
    ]


@pytest.mark.parametrize(
    ("now", "week"),
    [
        ("2017-10-02 07:29", None),
        ("2017-10-02 07:30", date(2017, 10, 2)),
        ("2017-10-02 17:29", date(2017, 10, 2)),
        ("2017-10-02 17:30", None),
        ("2017-10-03 07:30", None),
        ("2018-01-01 07:30", None),  # New Year's Day is a Monday: the letter comes on Tuesday.
        ("2018-01-02 07:30", date(2018, 1, 1)),
        ("2018-02-14 07:30", None),  # Tết.
    ],
)
def test_it_goes_once_the_week_has_begun(now: str, week: date | None) -> None:
    assert due_week(at(now)) == week


def test_a_week_without_an_open_day_has_none_of_its_own() -> None:
    assert digest_moment(date(2018, 2, 12), at("2018-02-12 07:30")) == at("2018-02-12 07:30")
    assert digest_moment(date(2026, 2, 16), at("2026-02-16 07:30")) == at("2026-02-23 07:30")
    assert due_week(at("2026-02-23 07:30")) == date(2026, 2, 23)


@pytest.mark.parametrize(
    ("after", "moment"),
    [
        ("2017-10-02 07:29", "2017-10-02 07:30"),
        ("2017-10-02 07:30", "2017-10-09 07:30"),
        ("2017-12-31 12:00", "2018-01-02 07:30"),
        ("2026-02-15 12:00", "2026-02-23 07:30"),
    ],
)
def test_the_next_one_is_known(after: str, moment: str) -> None:
    assert next_digest(at(after)) == at(moment)
