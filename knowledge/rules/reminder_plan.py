"""Which reminders a school gets, on which days, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from knowledge.rules.working_days import FIRST_LETTER, first_working_day, next_good_moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REVIEW_DAYS = (60, 30, 14, 7, 1)
"""Days before the first day of the review month."""
REPORT_DAYS = (60, 30, 7, 1)
"""Days before the deadline of the self-assessment report."""
OVERDUE_EVERY = 7
SILENCE_AFTER = 14
SILENCE_WATCHED = 60
"""Days before the review month in which silence is noticed."""
IMPROVEMENT_MONTHS = (12, 4)
"""Once a term: late enough that something was done, early enough that something still can be."""
IMPROVEMENT_YEARS = 5
"""The cycle of reviews: after it the school is reviewed anew."""

EMPHASIS = {
    "review-month": "begins",
    "review-1": "ready",
    "review-7": "check",
    "review-14": "report",
    "review-30": "criteria",
    "review-60": "organise",
    "report-overdue": "report",
    "report-1": "report",
    "report-7": "report",
    "report-30": "report",
    "report-60": "report",
    "improvement": "improvement",
    "silence": "silence",
}
"""What each kind puts first; the kinds stand from the one that leads a merged message to the one that never does."""

KINDS = tuple(EMPHASIS)


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder that has its day."""

    kind: str
    on: date
    """The calendar day that the rule names."""
    at: datetime
    """When it may be sent: from 07:30 of that day, held to the next good moment."""


def reminder_plan(
    *,
    review_month: date | None,
    reviewed: bool,
    report_deadline: date | None,
    report_done: bool,
    last_update: date | None,
    known_since: date,
    since: date,
    until: date,
    zone: tzinfo,
    complete: bool = False,
    result_on: date | None = None,
) -> tuple[Due, ...]:
    """Plan what falls on the days from *since* to *until*, both included; nothing for what is done.

    *review_month* is its first day; *known_since* is the day the plan was put in, from which silence counts where
    nobody has reported yet. A *complete* school is not asked why it is silent. *result_on* is the day
    on which the result of the last review was put in: from then on the improvement plan is reminded of.
    """
    days: list[tuple[str, date]] = []
    if review_month is not None and not reviewed:
        days += _review_days(review_month)
        if not complete:
            days += _silent_days(review_month, max(last_update or known_since, known_since))
    if report_deadline is not None and not report_done:
        days += _report_days(report_deadline, until)
    if result_on is not None:
        days += _improvement_days(result_on, None if reviewed else review_month)
    dues = [_due(kind, on, zone) for kind, on in days if since <= on <= until]
    return tuple(sorted(dues, key=lambda due: (due.at, due.kind, due.on)))


def urgency(kinds: Iterable[str]) -> str:
    """Pick the kind that leads when several meet: the nearest to the month, then the report, silence last."""
    return min(kinds, key=KINDS.index)


def why(kind: str, day: date, review: str = "đánh giá ngoài") -> str:
    """Answer "vì sao tôi nhận tin này".

    *day* is what the rule hangs on: the first day of the review month, the deadline of the report, or for silence
    the last update (the day the plan was put in, where there is none). *review* is what the school's circular calls it.
    """
    return _REASONS[kind].format(date=f"{day:%d/%m/%Y}", review=review)


_REASONS = {
    "review-month": "Lịch nhắc đặt tin này vào ngày làm việc đầu tiên của tháng {review} (bắt đầu {date}).",
    "report-overdue": "Lịch nhắc gửi tin này mỗi tuần sau hạn nộp báo cáo tự đánh giá ({date}), đến khi báo cáo xong.",
    "improvement": "Sau khi có kết quả {review} (ghi ngày {date}), mỗi học kỳ tôi nhắc kế hoạch cải tiến một lần:"
    " ngày làm việc đầu tiên của tháng 12 và tháng 4.",
    "silence": "Đã gần tháng {review}, và cứ "
    f"{SILENCE_AFTER} ngày trường mình chưa có cập nhật (tính từ {{date}}) thì tôi hỏi thăm một lần.",
}
_REASONS |= {
    f"review-{days}": f"Lịch nhắc đặt tin này {days} ngày trước tháng {{review}} của trường mình (bắt đầu {{date}})."
    for days in REVIEW_DAYS
}
_REASONS |= {
    f"report-{days}": f"Lịch nhắc đặt tin này {days} ngày trước hạn nộp báo cáo tự đánh giá ({{date}}),"
    " vì báo cáo chưa được ghi là xong."
    for days in REPORT_DAYS
}


def _review_days(month: date) -> Iterator[tuple[str, date]]:
    for days in REVIEW_DAYS:
        yield f"review-{days}", month - timedelta(days=days)
    yield "review-month", first_working_day(month)


def _silent_days(month: date, base: date) -> Iterator[tuple[str, date]]:
    opens = month - timedelta(days=SILENCE_WATCHED)
    for days in range(SILENCE_AFTER, (month - base).days, SILENCE_AFTER):
        on = base + timedelta(days=days)
        if on >= opens:
            yield "silence", on


def _report_days(deadline: date, until: date) -> Iterator[tuple[str, date]]:
    for days in REPORT_DAYS:
        yield f"report-{days}", deadline - timedelta(days=days)
    for days in range(OVERDUE_EVERY, (until - deadline).days + 1, OVERDUE_EVERY):
        yield "report-overdue", deadline + timedelta(days=days)


def _improvement_days(result: date, next_review: date | None) -> Iterator[tuple[str, date]]:
    """Give a day a term, from after the *result* until the next review, or until the cycle is over."""
    for year in range(result.year, result.year + IMPROVEMENT_YEARS + 1):
        for month in IMPROVEMENT_MONTHS:
            on = first_working_day(date(year, month, 1))
            over = on.year - result.year == IMPROVEMENT_YEARS and (on.month, on.day) > (result.month, result.day)
            if on > result and not over and (next_review is None or on < next_review):
                yield "improvement", on


def _due(kind: str, on: date, zone: tzinfo) -> Due:
    return Due(kind, on, next_good_moment(datetime.combine(on, FIRST_LETTER, zone)))
