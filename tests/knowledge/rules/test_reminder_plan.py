from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import permutations
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.rules.reminder_plan import EMPHASIS, KINDS, Due, reminder_plan, urgency, why
from knowledge.rules.working_days import first_working_day, is_open

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def plan(**changes: Any) -> tuple[Due, ...]:
    """Plan for a school that is reviewed in December 2017 and reported on the first day of the plan."""
    usual: dict[str, Any] = {
        "review_month": date(2017, 12, 1),
        "reviewed": False,
        "report_deadline": None,
        "report_done": False,
        "last_update": None,
        "known_since": date(2017, 9, 1),
        "since": date(2017, 9, 1),
        "until": date(2018, 6, 30),
        "zone": VIETNAM,
        "complete": True,
    }
    return reminder_plan(**(usual | changes))


def days(dues: tuple[Due, ...]) -> list[tuple[str, str]]:
    return [(due.kind, due.on.isoformat()) for due in dues]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def test_a_review_is_announced_five_times_and_on_its_first_working_day() -> None:
    assert plan() == (
        Due("review-60", date(2017, 10, 2), moment("2017-10-02T07:30")),
        Due("review-30", date(2017, 11, 1), moment("2017-11-01T07:30")),
        Due("review-14", date(2017, 11, 17), moment("2017-11-17T07:30")),
        Due("review-7", date(2017, 11, 24), moment("2017-11-24T07:30")),
        Due("review-1", date(2017, 11, 30), moment("2017-11-30T07:30")),
        Due("review-month", date(2017, 12, 1), moment("2017-12-01T07:30")),
    )


@pytest.mark.parametrize(
    ("review_month", "kind", "on", "at"),
    [
        pytest.param(date(2018, 1, 1), "review-1", "2017-12-31", "2018-01-02T07:30", id="Sunday and New Year"),
        pytest.param(date(2018, 1, 1), "review-month", "2018-01-02", "2018-01-02T07:30", id="New Year"),
        pytest.param(date(2018, 3, 1), "review-14", "2018-02-15", "2018-02-22T07:30", id="Tết of 2018"),
        pytest.param(date(2018, 3, 1), "review-7", "2018-02-22", "2018-02-22T07:30", id="day after Tết week"),
        pytest.param(date(2027, 4, 1), "review-60", "2027-01-31", "2027-02-01T07:30", id="Sunday"),
        pytest.param(date(2018, 5, 1), "review-1", "2018-04-30", "2018-05-02T07:30", id="30/4"),
    ],
)
def test_a_reminder_is_held_over_days_off(review_month: date, kind: str, on: str, at: str) -> None:
    (due,) = [due for due in plan(review_month=review_month, until=date(2028, 1, 1)) if due.kind == kind]
    assert due == Due(kind, date.fromisoformat(on), moment(at))


@pytest.mark.parametrize(
    ("deadline", "kind", "on", "at"),
    [
        pytest.param(date(2027, 2, 11), "report-7", "2027-02-04", "2027-02-12T07:30", id="first day of Tết of 2027"),
        pytest.param(date(2027, 2, 12), "report-1", "2027-02-11", "2027-02-12T07:30", id="mùng 6 of 2027"),
        pytest.param(date(2018, 5, 2), "report-7", "2018-04-25", "2018-04-26T07:30", id="mùng 10 tháng 3"),
        pytest.param(date(2018, 9, 3), "report-1", "2018-09-02", "2018-09-04T07:30", id="2/9 compensated"),
    ],
)
def test_a_reminder_of_the_report_is_held_too(deadline: date, kind: str, on: str, at: str) -> None:
    (due,) = [due for due in plan(review_month=None, report_deadline=deadline, until=deadline) if due.kind == kind]
    assert due == Due(kind, date.fromisoformat(on), moment(at))


def test_a_report_is_reminded_of_before_its_deadline_and_weekly_after_it() -> None:
    dues = plan(review_month=None, report_deadline=date(2018, 5, 15), until=date(2018, 6, 5))
    assert days(dues) == [
        ("report-60", "2018-03-16"),
        ("report-30", "2018-04-15"),
        ("report-7", "2018-05-08"),
        ("report-1", "2018-05-14"),
        ("report-overdue", "2018-05-22"),
        ("report-overdue", "2018-05-29"),
        ("report-overdue", "2018-06-05"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"reviewed": True, "complete": False}, id="reviewed"),
        pytest.param({"review_month": None, "complete": False}, id="no review month"),
        pytest.param({"review_month": None, "report_deadline": date(2018, 5, 15), "report_done": True}, id="done"),
        pytest.param({"since": date(2018, 1, 1), "until": date(2017, 12, 1)}, id="no day between"),
    ],
)
def test_nothing_is_planned_where_nothing_is_to_be_done(changes: dict[str, Any]) -> None:
    assert plan(**changes) == ()


@pytest.mark.parametrize(
    ("last_update", "known_since", "expected"),
    [
        pytest.param(None, date(2017, 9, 25), ["10-09", "10-23", "11-06", "11-20"], id="never"),
        pytest.param(date(2017, 11, 1), date(2017, 9, 1), ["11-15", "11-29"], id="since an update"),
        pytest.param(date(2017, 8, 1), date(2017, 10, 30), ["11-13", "11-27"], id="plan came after it"),
        pytest.param(
            date(2017, 9, 18), date(2017, 9, 1), ["10-02", "10-16", "10-30", "11-13", "11-27"], id="first watched day"
        ),
        pytest.param(date(2017, 9, 17), date(2017, 9, 1), ["10-15", "10-29", "11-12", "11-26"], id="day before it"),
        pytest.param(date(2017, 11, 17), date(2017, 9, 1), [], id="month begins on the fourteenth day"),
        pytest.param(date(2017, 11, 16), date(2017, 9, 1), ["11-30"], id="last day before the month"),
        pytest.param(date(2018, 1, 5), date(2017, 9, 1), [], id="update after the month began"),
    ],
)
def test_silence_is_noticed_every_fourteen_days_near_the_month(
    last_update: date | None, known_since: date, expected: list[str]
) -> None:
    dues = plan(complete=False, last_update=last_update, known_since=known_since)
    assert [f"{due.on:%m-%d}" for due in dues if due.kind == "silence"] == expected


def test_a_complete_school_may_be_silent() -> None:
    assert [due for due in plan(complete=True) if due.kind == "silence"] == []


def test_silence_is_noticed_unless_the_school_is_said_to_be_complete() -> None:
    dues = reminder_plan(
        review_month=date(2017, 12, 1),
        reviewed=False,
        report_deadline=None,
        report_done=False,
        last_update=None,
        known_since=date(2017, 11, 1),
        since=date(2017, 11, 1),
        until=date(2017, 11, 16),
        zone=VIETNAM,
    )
    assert days(dues) == [("review-30", "2017-11-01"), ("silence", "2017-11-15")]


def test_a_plan_put_in_late_does_not_send_the_past() -> None:
    assert days(plan(since=date(2017, 11, 17), until=date(2017, 11, 30))) == [
        ("review-14", "2017-11-17"),
        ("review-7", "2017-11-24"),
        ("review-1", "2017-11-30"),
    ]


def test_reminders_held_to_one_moment_stand_by_kind() -> None:
    dues = plan(review_month=date(2018, 1, 1), report_deadline=date(2017, 12, 26))
    met = [due.kind for due in dues if due.at == moment("2018-01-02T07:30")]
    assert met == ["report-overdue", "review-1", "review-month"]


@pytest.mark.parametrize(
    ("result_on", "expected"),
    [
        pytest.param(date(2017, 10, 2), ["2017-12-01", "2018-04-02"], id="both terms"),
        pytest.param(date(2017, 12, 1), ["2018-04-02"], id="never on the day of the result"),
        pytest.param(date(2018, 5, 20), [], id="the terms are over"),
        pytest.param(date(2015, 3, 20), ["2017-12-01", "2018-04-02"], id="years later"),
        pytest.param(date(2012, 12, 15), ["2017-12-01"], id="the fifth year ends"),
        pytest.param(date(2012, 12, 1), ["2017-12-01"], id="the fifth year ends that day"),
        pytest.param(date(2012, 11, 30), [], id="the fifth year has ended"),
    ],
)
def test_the_improvement_plan_comes_once_a_term_for_five_years(result_on: date, expected: list[str]) -> None:
    assert days(plan(review_month=None, result_on=result_on)) == [("improvement", one) for one in expected]


def test_the_improvement_plan_ends_where_the_next_review_begins() -> None:
    kinds = [
        due.on for due in plan(review_month=date(2018, 3, 1), result_on=date(2013, 11, 1)) if due.kind == "improvement"
    ]
    assert kinds == [date(2017, 12, 1)]


def test_a_review_that_is_over_does_not_end_the_improvement_plan() -> None:
    dues = plan(review_month=date(2017, 11, 1), reviewed=True, result_on=date(2017, 11, 20))
    assert days(dues) == [("improvement", "2017-12-01"), ("improvement", "2018-04-02")]


def test_every_kind_that_can_be_planned_has_an_emphasis() -> None:
    month, result = date(2018, 3, 1), date(2013, 11, 1)
    dues = plan(complete=False, report_deadline=date(2018, 5, 15), review_month=month, result_on=result)
    assert {due.kind for due in dues} == set(EMPHASIS)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["silence"], "silence"),
        (["silence", "improvement"], "improvement"),
        (["improvement", "report-60"], "report-60"),
        (["silence", "report-60"], "report-60"),
        (["report-60", "report-overdue", "report-1"], "report-overdue"),
        (["report-1", "review-60"], "review-60"),
        (["review-60", "review-7", "review-30"], "review-7"),
        (["review-1", "review-month", "report-overdue", "silence"], "review-month"),
    ],
)
def test_the_nearest_to_the_month_leads_then_the_report_then_silence(kinds: list[str], expected: str) -> None:
    assert {urgency(order) for order in permutations(kinds)} == {expected}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("review-60", "60 ngày trước tháng đánh giá ngoài của trường mình (bắt đầu 01/12/2017)."),
        ("review-month", "vào ngày làm việc đầu tiên của tháng đánh giá ngoài (bắt đầu 01/12/2017)."),
        ("report-7", "7 ngày trước hạn nộp báo cáo tự đánh giá (01/12/2017), vì báo cáo chưa được ghi là xong."),
    ],
)
def test_a_reminder_says_its_rule_and_the_day_it_hangs_on(kind: str, expected: str) -> None:
    assert why(kind, date(2017, 12, 1)) == f"Lịch nhắc đặt tin này {expected}"


def test_an_overdue_report_says_how_long_it_is_reminded_of() -> None:
    expected = "Lịch nhắc gửi tin này mỗi tuần sau hạn nộp báo cáo tự đánh giá (15/05/2018), đến khi báo cáo xong."
    assert why("report-overdue", date(2018, 5, 15)) == expected


def test_the_improvement_plan_says_since_when() -> None:
    expected = (
        "Sau khi có kết quả đánh giá ngoài (ghi ngày 20/11/2017), mỗi học kỳ tôi nhắc kế hoạch cải tiến một lần:"
        " ngày làm việc đầu tiên của tháng 12 và tháng 4."
    )
    assert why("improvement", date(2017, 11, 20)) == expected


def test_silence_says_since_when() -> None:
    expected = (
        "Đã gần tháng đánh giá ngoài, và cứ 14 ngày trường mình chưa có cập nhật (tính từ 01/11/2017)"
        " thì tôi hỏi thăm một lần."
    )
    assert why("silence", date(2017, 11, 1)) == expected


@pytest.mark.parametrize("kind", ["review-month", "review-30", "improvement", "silence"])
def test_a_reason_calls_the_review_as_the_circular_does(kind: str) -> None:
    said = why(kind, date(2026, 11, 2), "thẩm định")
    assert ("thẩm định" in said, "đánh giá ngoài" in said) == (True, False)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_why_with_its_date(kind: str) -> None:
    assert "03/02/2027" in why(kind, date(2027, 2, 3))


DAYS = st.dates(date(2015, 7, 1), date(2045, 6, 30))
MONTHS = DAYS.map(lambda day: day.replace(day=1))
SITUATIONS = st.fixed_dictionaries(
    {
        "review_month": st.none() | MONTHS,
        "reviewed": st.booleans(),
        "report_deadline": st.none() | DAYS,
        "report_done": st.booleans(),
        "complete": st.booleans(),
    }
)
SHIFTS = st.integers(-120, 120).map(lambda shift: timedelta(days=shift))


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a school whose dates lie near each other, so that the rules meet."""
    drawn: dict[str, Any] = dict(draw(SITUATIONS))
    middle: date = drawn["review_month"] or drawn["report_deadline"] or draw(DAYS)
    if drawn["report_deadline"] is not None:
        drawn["report_deadline"] = middle + draw(SHIFTS)
    since = middle + draw(SHIFTS)
    known_since = middle + draw(SHIFTS)
    last_update = draw(st.none() | SHIFTS.map(lambda shift: middle + shift))
    return drawn | {
        "since": since,
        "until": since + timedelta(days=draw(st.integers(0, 300))),
        "known_since": known_since,
        "last_update": last_update,
    }


@settings(deadline=None)
@given(situations())
def test_everything_is_sent_at_a_good_moment_of_its_day_or_later(situation: dict[str, Any]) -> None:
    for due in plan(**situation):
        assert is_open(due.at.date())
        assert time(7) <= due.at.time() < time(20)
        assert timedelta(0) <= due.at.date() - due.on <= timedelta(days=10)


@settings(deadline=None)
@given(situations())
def test_nothing_falls_outside_the_days_asked_for(situation: dict[str, Any]) -> None:
    outside = [due for due in plan(**situation) if not situation["since"] <= due.on <= situation["until"]]
    assert outside == []


@settings(deadline=None)
@given(situations())
def test_a_plan_is_in_order_repeats_nothing_and_comes_out_the_same_again(situation: dict[str, Any]) -> None:
    dues = plan(**situation)
    assert list(dues) == sorted(dues, key=lambda due: (due.at, due.kind, due.on))
    assert len({(due.kind, due.on) for due in dues}) == len(dues)
    assert dues == plan(**situation)


@settings(deadline=None)
@given(situations())
def test_what_is_done_is_not_reminded_of(situation: dict[str, Any]) -> None:
    subjects = {due.kind.partition("-")[0] for due in plan(**situation)}
    assert not (situation["report_done"] and "report" in subjects)
    assert not (situation["reviewed"] and subjects & {"review", "silence"})
    assert not (situation["complete"] and "silence" in subjects)


@settings(deadline=None)
@given(situations(), MONTHS)
def test_silence_falls_within_sixty_days_of_the_month_by_fourteens(situation: dict[str, Any], month: date) -> None:
    known_since = month - (situation["until"] - situation["since"])
    dues = plan(review_month=month, complete=False, known_since=known_since, since=date.min, until=date.max)
    silent = [due.on for due in dues if due.kind == "silence"]
    window = [month - timedelta(days=back) for back in range(60, 0, -1)]
    assert silent == [on for on in window if on > known_since and (on - known_since).days % 14 == 0]


@settings(deadline=None)
@given(MONTHS)
def test_a_review_reminder_stands_exactly_its_days_before_the_month(month: date) -> None:
    dues = plan(review_month=month, since=date.min, until=date.max)
    assert {due.kind: due.on for due in dues} == {
        **{f"review-{back}": month - timedelta(days=back) for back in (60, 30, 14, 7, 1)},
        "review-month": first_working_day(month),
    }
