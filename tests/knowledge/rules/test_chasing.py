"""Who is told of a silence, and when."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.rules.chasing import Step, next_step

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int = 8, minute: int = 0, month: int = 10) -> datetime:
    """Give a moment of autumn 2017; 2 October is a Monday."""
    return datetime(2017, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("nudges", "told", "has_deputy", "what"),
    [
        (0, "", True, "remind"),
        (1, "", True, "remind"),
        (0, "", False, "remind"),
        (2, "", True, "deputy"),
        (2, "", False, "officer"),
        (3, "", True, "deputy"),
        (2, "deputy", True, "officer"),
        (2, "deputy", False, "officer"),
    ],
)
def test_two_reminders_then_the_deputy_then_the_officer(nudges: int, told: str, has_deputy: bool, what: str) -> None:
    step = next_step(spoken_to=at(2), nudges=nudges, told=told, has_deputy=has_deputy)
    assert step == Step(what, at(3))


def test_nothing_follows_once_the_officer_knows() -> None:
    assert next_step(spoken_to=at(2), nudges=2, told="officer", has_deputy=True) is None


@pytest.mark.parametrize(
    ("spoken_to", "due"),
    [
        (at(2, 15, 20), at(3, 15, 20)),  # the same hour, the next day
        (at(7, 9), at(9, 9)),  # a Saturday: Sunday is left out
        (at(6, 9), at(7, 9)),  # schools work on Saturdays
        (at(2, 21), at(4, 7, 30)),  # sent in the evening: held to the next morning's good hour
        (at(2, 6, 10), at(3, 7, 30)),  # sent at dawn
        (at(2, 8, month=9), at(5, 8, month=9)),  # over the holidays of 2 September 2017, Sunday, and the day in lieu
    ],
)
def test_silence_is_counted_in_open_days_and_good_hours(spoken_to: datetime, due: datetime) -> None:
    step = next_step(spoken_to=spoken_to, nudges=0, told="", has_deputy=False)
    assert step == Step("remind", due)
