from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.rules.working_days import first_working_day, is_open, next_good_moment

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))

# In 2030 the Vietnamese year begins a day before the Chinese one (3 February): the clocks are an hour apart.
LUNAR_NEW_YEARS = [
    date(2015, 2, 19),
    date(2016, 2, 8),
    date(2017, 1, 28),
    date(2018, 2, 16),
    date(2019, 2, 5),
    date(2020, 1, 25),
    date(2021, 2, 12),
    date(2022, 2, 1),
    date(2023, 1, 22),
    date(2024, 2, 10),
    date(2025, 1, 29),
    date(2026, 2, 17),
    date(2027, 2, 6),
    date(2028, 1, 26),
    date(2029, 2, 13),
    date(2030, 2, 2),
]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2017, 10, 2), True, id="Monday"),
        pytest.param(date(2017, 10, 7), True, id="Saturday"),
        pytest.param(date(2017, 10, 8), False, id="Sunday"),
        pytest.param(date(2018, 1, 1), False, id="New Year"),
        pytest.param(date(2018, 1, 2), True, id="day after New Year"),
        pytest.param(date(2018, 4, 25), False, id="mùng 10 tháng 3 of 2018"),
        pytest.param(date(2018, 4, 26), True, id="day after mùng 10 tháng 3"),
        pytest.param(date(2027, 4, 16), False, id="mùng 10 tháng 3 of 2027"),
        pytest.param(date(2018, 4, 30), False, id="30/4"),
        pytest.param(date(2018, 5, 1), False, id="1/5"),
        pytest.param(date(2017, 5, 2), False, id="30/4 of 2017, a Sunday, compensated"),
        pytest.param(date(2019, 9, 2), False, id="2/9"),
        pytest.param(date(2017, 9, 2), False, id="2/9 of 2017, a Saturday"),
        pytest.param(date(2017, 9, 4), False, id="2/9 of 2017 compensated"),
        pytest.param(date(2018, 9, 3), False, id="2/9 of 2018, a Sunday, compensated"),
        pytest.param(date(2018, 9, 4), True, id="day after the compensated 2/9"),
    ],
)
def test_schools_work_on_every_day_but_sundays_and_holidays(day: date, expected: bool) -> None:
    assert is_open(day) == expected


@pytest.mark.parametrize("new_year", LUNAR_NEW_YEARS, ids=str)
def test_tet_week_runs_from_two_days_before_the_new_year_to_mung_6(new_year: date) -> None:
    week = [new_year + timedelta(days=shift) for shift in range(-2, 6)]
    assert [day for day in week if is_open(day)] == []


@pytest.mark.parametrize(
    ("last_before", "first_after"),
    [(date(2018, 2, 13), date(2018, 2, 22)), (date(2027, 2, 3), date(2027, 2, 12))],
    ids=["2018", "2027"],
)
def test_schools_work_until_tet_week_and_again_after_it(last_before: date, first_after: date) -> None:
    closed = [last_before + timedelta(days=shift) for shift in range(1, (first_after - last_before).days)]
    assert (is_open(last_before), [is_open(day) for day in closed], is_open(first_after)) == (True, [False] * 8, True)


@settings(deadline=None)
@given(st.integers(2015, 2045))
def test_every_year_has_one_tet_between_late_january_and_late_february(year: int) -> None:
    winter = [date(year, 1, 10) + timedelta(days=shift) for shift in range(55)]
    runs = [start for start in winter if not any(is_open(start + timedelta(days=shift)) for shift in range(8))]
    assert len(runs) in {1, 2, 3}
    assert date(year, 1, 18) <= runs[0] <= date(year, 2, 20)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param("2017-10-02T07:00:00", "2017-10-02T07:00:00", id="seven is good"),
        pytest.param("2017-10-02T06:59:59", "2017-10-02T07:30:00", id="before seven waits for half past"),
        pytest.param("2017-10-02T00:00:00", "2017-10-02T07:30:00", id="midnight is of the day that begins"),
        pytest.param("2017-10-02T19:59:59.999999", "2017-10-02T19:59:59.999999", id="just before eight is good"),
        pytest.param("2017-10-02T20:00:00", "2017-10-03T07:30:00", id="eight is too late"),
        pytest.param("2017-10-07T21:00:00", "2017-10-09T07:30:00", id="Saturday night waits for Monday"),
        pytest.param("2017-10-08T10:00:00", "2017-10-09T07:30:00", id="Sunday waits for Monday"),
        pytest.param("2017-10-08T05:00:00", "2017-10-09T07:30:00", id="Sunday before dawn waits for Monday"),
        pytest.param("2018-02-14T09:00:00", "2018-02-22T07:30:00", id="Tết of 2018"),
        pytest.param("2027-02-03T20:30:00", "2027-02-12T07:30:00", id="evening before Tết week of 2027"),
        pytest.param("2017-12-31T12:00:00", "2018-01-02T07:30:00", id="over the New Year"),
    ],
)
def test_a_moment_is_held_to_good_hours_of_an_open_day(moment: str, expected: str) -> None:
    held = next_good_moment(datetime.fromisoformat(moment).replace(tzinfo=VIETNAM))
    assert held == datetime.fromisoformat(expected).replace(tzinfo=VIETNAM)


def test_a_moment_keeps_its_zone() -> None:
    assert next_good_moment(datetime(2017, 10, 8, 10, tzinfo=VIETNAM)).tzinfo is VIETNAM


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="a moment needs a time zone: 2017-10-02T08:00:00"):
        next_good_moment(datetime(2017, 10, 2, 8))


@settings(deadline=None)
@given(DAYS, st.times())
def test_holding_gives_a_good_moment_never_earlier_and_only_once(day: date, clock: time) -> None:
    moment = datetime.combine(day, clock, VIETNAM)
    held = next_good_moment(moment)
    assert is_open(held.date())
    assert time(7) <= held.time() < time(20)
    assert held >= moment
    assert next_good_moment(held) == held


@settings(deadline=None)
@given(DAYS, st.times())
def test_holding_skips_no_good_day(day: date, clock: time) -> None:
    moment = datetime.combine(day, clock, VIETNAM)
    between = [day + timedelta(days=shift) for shift in range(1, (next_good_moment(moment).date() - day).days)]
    assert [skipped for skipped in between if is_open(skipped)] == []


@pytest.mark.parametrize(
    ("month_first", "expected"),
    [
        pytest.param(date(2017, 11, 1), date(2017, 11, 1), id="Wednesday"),
        pytest.param(date(2017, 10, 1), date(2017, 10, 2), id="Sunday"),
        pytest.param(date(2018, 12, 1), date(2018, 12, 3), id="Saturday"),
        pytest.param(date(2018, 1, 1), date(2018, 1, 2), id="New Year"),
        pytest.param(date(2018, 5, 1), date(2018, 5, 2), id="1/5"),
        pytest.param(date(2030, 2, 1), date(2030, 2, 8), id="Tết week"),
    ],
)
def test_a_month_begins_on_its_first_day_in_the_office(month_first: date, expected: date) -> None:
    assert first_working_day(month_first) == expected
