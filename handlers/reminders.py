"""What a principal answers to a reminder: noted, again in three days, why did this come."""

from __future__ import annotations

from datetime import timedelta

from db import progress, reminders, results, schools
from db.tables import Reminder
from handlers import terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.rules import reminder_plan
from knowledge.rules.working_days import next_good_moment

AGAIN = timedelta(days=3)


def noted(turn: Turn) -> Reply:
    """Note that the reminder has been read."""
    for row in _rows(turn):
        row.noted_at = row.noted_at or turn.now
    return Reply(
        "Đã ghi nhận. Tôi sẽ nhắc theo lịch, phần nào xong thì không nhắc nữa.", (Choice("Cập nhật", "/capnhat"),)
    )


def again(turn: Turn) -> Reply:
    """Remind once more in three days; the series stays where it is."""
    at = next_good_moment(turn.now + AGAIN)
    reminders.again(turn.session, _rows(turn)[0], at.date(), at)
    return Reply(f"Tôi sẽ nhắc lại ngày {wording.day(at.date())}. Các lời nhắc khác vẫn theo lịch.")


def why(turn: Turn) -> Reply:
    """Say which rule sent the reminder, and which date it hangs on."""
    lines = [f"• {_reason(turn, row)}" for row in _rows(turn)]
    return Reply("\n".join(["Thầy/cô nhận tin này vì:", *lines, "Việc nào xong thì không bị nhắc nữa."]))


def _reason(turn: Turn, row: Reminder) -> str:
    if row.kind == "again":
        return "Thầy/cô đã bấm “Nhắc lại sau 3 ngày”."
    campaign, called = row.campaign, terms.review_in(turn.shelf.catalogue, row.campaign, row.school)
    if row.kind.startswith("report"):
        return reminder_plan.why(row.kind, campaign.report_deadline or row.day, called)
    if row.kind == "improvement":
        found = results.last(turn.session, row.school_id, campaign)
        at = found.result_at.astimezone(turn.now.tzinfo).date() if found and found.result_at else row.day
        return reminder_plan.why(row.kind, at, called)
    if row.kind == "silence":
        last = progress.last_report(turn.session, campaign, row.school_id)
        heard = last.astimezone(turn.now.tzinfo).date() if last else campaign.known_since
        return reminder_plan.why(row.kind, heard, called)
    review = schools.review(turn.session, campaign, row.school)
    return reminder_plan.why(row.kind, review.month if review and review.month else row.day, called)


def _rows(turn: Turn) -> list[Reminder]:
    """Find what one message reminded of: the one whose button was pressed, else the last one sent to the school."""
    if not turn.words and turn.school is not None:
        first = reminders.last_sent(turn.session, turn.school.id)
    else:
        first = reminders.get(turn.session, turn.number) if turn.number else None
    if first is None and not turn.words:
        raise Refusal("Chưa có lời nhắc nào gửi cho trường mình.")
    if first is None or turn.school is None or first.school_id != turn.school.id:
        raise Refusal("Lời nhắc đó không phải của trường mình, hoặc đã cũ.")
    return reminders.carried_by(turn.session, first.letter_key) if first.letter_key else [first]
