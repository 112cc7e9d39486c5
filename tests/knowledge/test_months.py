"""Months in cells and in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.language.months import find_month, impossible_month, in_school_year, month_of_school_year, school_year_of

YEAR = "2017-2018"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("11/2017", "2017-11"),
        ("T11/2017", "2017-11"),
        ("T.11/2017", "2017-11"),
        ("T11 - 2017", "2017-11"),
        ("Tháng 11 năm 2017", "2017-11"),
        ("tháng 11/2017", "2017-11"),
        ("THÁNG 11/2017", "2017-11"),
        ("03-2018", "2018-03"),
        ("03–2018", "2018-03"),
        ("3.2018", "2018-03"),
        ("11 / 2017", "2017-11"),
        ("11/17", "2017-11"),
        ("Tháng 3", "2018-03"),
        ("Tháng 9", "2017-09"),
        ("tháng 8", "2018-08"),
        ("2017-11", "2017-11"),
        ("2017-11-01", "2017-11"),
        ("Tuần 2 tháng 11/2017", "2017-11"),
        ("đầu tháng 1/2018", "2018-01"),
        ("15/11/2017", "2017-11"),
        ("15-17/11/2017", "2017-11"),
        ("ngày 15 tháng 11 năm 2017", "2017-11"),
        ("Nov-17", "2017-11"),
        ("dời sang t12", "2017-12"),
        ("doi th tu cuong sang thang 1", "2018-01"),
        ("dời sang 15/11", "2017-11"),
        ("tháng mười hai", "2017-12"),
        ("tháng tư", "2018-04"),
        ("tháng sáu", "2018-06"),
        ("dời TH Tứ Cường từ 11/2017 sang 12/2017", "2017-12"),
    ],
)
def test_a_month_is_found_in_every_way_of_writing_it(text: str, month: str) -> None:
    assert find_month(text, YEAR) == month


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tháng mấy",
        "tháng sau",
        "tháng chạp",
        "13/2017",
        "0/2017",
        "tháng/năm",
        "năm học 2017-2018",
        "2017 - 2018",
        "đạt 11/17 tiêu chí",
        "xong 5/7",
        "1.1 xong, 2.2 được 40%",
        "còn 3 tháng 2 tuần",
        "hằng tháng hai lần",
        "họp t3-t5 hàng tuần",
        "thông tư 12/2017",
        "theo 10/2017/TT-BGDĐT",
        "công văn số 9/2017",
        "tc 2.3",
    ],
)
def test_what_is_no_month_is_not_taken_for_one(text: str) -> None:
    assert find_month(text, YEAR) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("tháng này", "2017-10"),
        ("tháng sau", "2017-11"),
        ("tháng trước", "2017-09"),
        ("thang 1 sang nam", "2018-01"),
        ("tháng 12 năm nay", "2017-12"),
        ("tháng 3", "2018-03"),
        ("tháng 11", "2017-11"),
    ],
)
def test_a_month_is_counted_from_today_where_no_school_year_is_known(text: str, month: str) -> None:
    assert find_month(text, None, date(2017, 10, 2)) == month


def test_a_month_without_any_year_stays_unknown() -> None:
    assert find_month("tháng 3", None) is None


@pytest.mark.parametrize(
    ("text", "written"), [("dời sang 13/2017", "13/2017"), ("tháng 15", "tháng 15"), ("11/2017", None)]
)
def test_an_impossible_month_is_named(text: str, written: str | None) -> None:
    assert impossible_month(text) == written


@pytest.mark.parametrize(
    ("month", "inside"),
    [("2017-07", False), ("2017-08", True), ("2018-08", True), ("2018-09", False)],
)
def test_a_school_year_runs_from_august_to_august(month: str, *, inside: bool) -> None:
    assert in_school_year(month, YEAR) == inside


@pytest.mark.parametrize(("month", "expected"), [(9, "2017-09"), (12, "2017-12"), (1, "2018-01"), (8, "2018-08")])
def test_a_month_gets_the_year_that_the_school_year_gives_it(month: int, expected: str) -> None:
    assert month_of_school_year(month, YEAR) == expected


@pytest.mark.parametrize(("year", "month", "expected"), [(2017, 8, YEAR), (2018, 7, YEAR), (2018, 8, "2018-2019")])
def test_a_month_belongs_to_one_school_year(year: int, month: int, expected: str) -> None:
    assert school_year_of(year, month) == expected
