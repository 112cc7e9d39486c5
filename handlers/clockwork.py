"""The turns that the clock takes: reminders that are due become letters."""

from __future__ import annotations

import logging
from datetime import date, datetime

from db import outbox, people, planning, reminders, results
from db.schools import review as review_of
from db.session import Session
from db.tables import Campaign, Letter, Reminder, Review, School
from handlers import terms, wording
from knowledge.catalogue import Catalogue, Framework
from knowledge.rules.progress import Lacking, State, first_things
from knowledge.rules.reminder_plan import EMPHASIS, urgency
from knowledge.rules.working_days import next_good_moment

log = logging.getLogger(__name__)

FIRST = 3


def remind(session: Session, catalogue: Catalogue, now: datetime) -> int:
    """Turn what is due into one letter a school; return how many were written. Nothing outside the good hours."""
    if next_good_moment(now) != now:
        return 0
    return sum(_guarded(session, catalogue, rows, now) for rows in reminders.due(session, now).values())


def _guarded(session: Session, catalogue: Catalogue, rows: list[Reminder], now: datetime) -> int:
    """Remind one school; a fault that it meets is logged, and keeps no other school from its reminder."""
    school_id = rows[0].school_id
    try:
        with session.begin_nested():
            return _remind_school(session, catalogue, rows, now)
    except Exception:
        log.exception("school %s could not be reminded", school_id)
        return 0


def _remind_school(session: Session, catalogue: Catalogue, rows: list[Reminder], now: datetime) -> int:
    campaign, school = rows[0].campaign, rows[0].school
    unsent = outbox.waiting_reminders(session, school.id)
    kinds = [row.kind for row in (*rows, *_carried(session, unsent))]
    text = compose(session, catalogue, campaign, school, kinds, now)
    listeners = [(person, place) for person in people.speakers(session, school.id) if (place := people.reach(person))]
    key = f"reminder:{rows[0].id}:{now.date()}"
    state = "sent" if text and listeners else "needless"
    kind, first = urgency_of([row.kind for row in rows]), rows[0].id
    if not reminders.claim(session, rows, state, key, now) or state == "needless":
        return 0
    for letter in unsent:  # What has not gone out yet is said by the new letter.
        letter.state = "replaced"
    for person, place in listeners:
        outbox.write(
            session,
            key=f"{key}:{person.id}",
            kind=kind,
            to=place,
            text=str(text),
            now=now,
            choices=_choices(first),
            school_id=school.id,
        )
    return len(listeners)


def freshen(session: Session, catalogue: Catalogue, now: datetime) -> None:
    """Rewrite what could not be sent on its day: one letter a person, saying how things stand now, or none."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    heaps: dict[tuple[int | None, int | None], list[Letter]] = {}
    for letter in outbox.stale_reminders(session, midnight):
        heaps.setdefault((letter.person_id, letter.school_id), []).append(letter)
    for letters in heaps.values():
        _merge(session, catalogue, letters, now)


def _merge(session: Session, catalogue: Catalogue, letters: list[Letter], now: datetime) -> None:
    rows = _carried(session, letters)
    kinds = [row.kind for row in rows]
    text = compose(session, catalogue, rows[0].campaign, rows[0].school, kinds, now) if rows else None
    for letter in letters if text is None else letters[:-1]:
        letter.state = "replaced"
    if text is not None:
        letters[-1].text, letters[-1].written_at = text, now
        letters[-1].kind, letters[-1].not_before = urgency_of(kinds), next_good_moment(now)


def _carried(session: Session, letters: list[Letter]) -> list[Reminder]:
    """List the reminders that *letters* carry."""
    return [row for letter in letters for row in reminders.carried_by(session, letter.key.rpartition(":")[0])]


def urgency_of(kinds: list[str]) -> str:
    """Name the kind that leads; "again" only where it is alone."""
    planned = [kind for kind in kinds if kind != "again"]
    return urgency(planned) if planned else "again"


def _choices(first: int) -> tuple[tuple[str, str], ...]:
    return (
        ("Cập nhật", "/capnhat"),
        ("Đã nắm", f"/nho {first}"),
        ("Nhắc lại sau 3 ngày", f"/nhaclai {first}"),
        ("Vì sao tôi nhận tin này", f"/visao {first}"),
    )


def compose(
    session: Session, catalogue: Catalogue, campaign: Campaign, school: School, kinds: list[str], now: datetime
) -> str | None:
    """Write the message from what the school lacks today; None where nothing that was asked about is lacking."""
    if now.date() > campaign.ends:
        return None
    framework = planning.framework_of(catalogue, campaign, school)
    states, gaps = planning.school_state(session, campaign, school, framework)
    review = review_of(session, campaign, school)
    found = results.last(session, school.id, campaign)
    needed = [kind for kind in kinds if _needed(kind, gaps, review, now.date())]
    reviewed = review is not None and review.result is not None
    improving = found is not None and ("improvement" in kinds or (reviewed and "again" in kinds))
    if found is not None and improving and not needed:
        return "\n".join([_improvement_head(school, found), _IMPROVEMENT])
    if not needed:
        return None
    lead = urgency_of(needed)
    month = review.month if review and review.month and not _is_over(review.month, now.date()) else None
    deadline = None if gaps.report_done else campaign.report_deadline
    called = terms.review_in(catalogue, campaign, school)
    head = _head(lead, school, month, deadline, now.date(), called)
    return "\n".join(
        line
        for line in [head, *_body(lead, needed, campaign, framework, states, gaps, now.date())]
        + ([_IMPROVEMENT_TOO] if improving else [])
        if line
    )


_IMPROVEMENT = (
    "Thầy/cô rà lại từng việc trong kế hoạch: việc nào đã xong, việc nào chậm, ai phụ trách, xong khi nào.\n"
    "Việc đã xong thì lưu minh chứng ngay, lần đánh giá sau sẽ cần."
)
_IMPROVEMENT_TOO = "Kế hoạch cải tiến chất lượng: học kỳ này thầy/cô rà lại việc nào đã xong, việc nào chậm."


def _improvement_head(school: School, found: Review) -> str:
    result = f"kết quả {found.result}, năm học {found.campaign.school_year}"
    return f"⏰ Kế hoạch cải tiến chất lượng của **{school.name}** ({result})."


def _needed(kind: str, gaps: Lacking, review: Review | None, today: date) -> bool:
    """Nothing that is done, or over, is nagged about."""
    if kind.startswith("report"):
        return not gaps.report_done
    if kind == "improvement":
        return False  # Said by itself, or as a line under what is lacking.
    if kind == "again":
        return not gaps.complete and not (review and review.result)
    if review is None or review.month is None or review.result is not None or _is_over(review.month, today):
        return False
    return kind == "review-month" or not gaps.complete


def _is_over(month: date, today: date) -> bool:
    return (month.year, month.month) < (today.year, today.month)


def _head(lead: str, school: School, month: date | None, deadline: date | None, today: date, called: str) -> str:
    """Begin with the date that matters; *month* is one that is not over, *deadline* one that still binds."""
    if lead.startswith("report") or month is None:
        return _report_head(school, deadline, today)
    if month <= today:
        return f"⏰ **Tháng {wording.month(month)}** là tháng {called} của **{school.name}**."
    left = (month - today).days
    days = "Ngày mai bắt đầu" if left == 1 else f"Còn **{left} ngày** đến"
    return f"⏰ {days} tháng {called} ({wording.month(month)}) của **{school.name}**."


def _report_head(school: School, deadline: date | None, today: date) -> str:
    if deadline is None:
        return f"⏰ **{school.name}** còn việc tự đánh giá chưa xong."
    left = (deadline - today).days
    when = (
        f"đã quá hạn **{-left} ngày**"
        if left < 0
        else "đến hạn **hôm nay**"
        if left == 0
        else f"còn **{left} ngày** đến hạn"
    )
    return f"⏰ Báo cáo tự đánh giá của **{school.name}** {when} ({wording.day(deadline)})."


def _body(
    lead: str,
    kinds: list[str],
    campaign: Campaign,
    framework: Framework,
    states: dict[str, State],
    gaps: Lacking,
    today: date,
) -> list[str]:
    emphasis, renamed = EMPHASIS.get(lead, "criteria"), framework.generation >= terms.RENAMED
    if gaps.complete:
        whom = "hội đồng thẩm định" if renamed else "đoàn"
        return [f"Trường mình đã xong mọi tiêu chí và các bước. Chuẩn bị hồ sơ, phòng làm việc cho {whom}."]
    steps, criteria = [wording.steps_line(states, gaps)], _criteria(framework, states, gaps)
    if lead.startswith("report"):
        criteria = [f"Còn **{len(gaps.criteria)} tiêu chí** chưa xong."] if gaps.criteria else []
    parts = [*steps, *criteria] if emphasis in {"organise", "report", "check"} else [*criteria, *steps]
    return [
        _silent(emphasis),
        *parts,
        *_report_too(lead, kinds, campaign, today),
        _advice(lead, emphasis, "thẩm định" if renamed else "đoàn đến"),
    ]


def _report_too(lead: str, kinds: list[str], campaign: Campaign, today: date) -> list[str]:
    """Two reminders that meet are one message: the deadline of the report then gets its line."""
    deadline = campaign.report_deadline
    if deadline is None or lead.startswith("report") or not any(kind.startswith("report") for kind in kinds):
        return []
    return [f"Hạn báo cáo tự đánh giá {wording.day(deadline)}: {wording.until(deadline, today)}."]


def _silent(emphasis: str) -> str:
    return (
        "Hai tuần nay chưa có cập nhật nào. Nếu đã làm thêm, thầy/cô báo một câu là được."
        if emphasis == "silence"
        else ""
    )


def _criteria(framework: Framework, states: dict[str, State], gaps: Lacking) -> list[str]:
    found = [framework.criterion(number) for number in first_things(gaps, FIRST)]
    if not found:
        return []
    head = f"Còn **{len(gaps.criteria)} tiêu chí**" + ("; nên làm trước:" if len(gaps.criteria) > FIRST else ":")
    return [head, *(wording.item(one, states[one.number]) for one in found if one)]


def _advice(lead: str, emphasis: str, coming: str) -> str:
    if lead.startswith("report"):
        return "Nếu báo cáo đã xong, thầy/cô nhắn: *xong báo cáo*."
    return {
        "organise": "Nên lập hội đồng và kế hoạch tự đánh giá trước, rồi chia tiêu chí cho các nhóm.",
        "criteria": "",
        "report": "Xong báo cáo sớm thì còn thời gian rà soát.",
        "check": "Tuần này nên rà lại báo cáo và mã minh chứng.",
        "ready": "Kiểm tra lần cuối hộp minh chứng và báo cáo.",
        "begins": f"Phần còn thiếu nên xong trước ngày {coming}.",
        "silence": "",
    }[emphasis]
