"""Files for the office: everything as an Excel workbook, and the report in the form that offices use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, tzinfo

from db import broadcasts, polls, progress, questions, schools, taught
from db.session import Session
from db.tables import Campaign, Person, ProgressEvent, Question, Receipt, Recording, Taught
from handlers import office_report, passing, terms, wording
from handlers.district import Standing, standings_of
from handlers.sheets import XLSX, Sheet, Value, workbook
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Catalogue, Framework
from knowledge.language.fold import fold
from knowledge.rules.progress import State

_WORD = re.compile(r"\b(?:word|docx?|van ban|bao cao)\b")
STATUS = {"done": "xong", "in_progress": "đang làm", "not_started": "chưa làm"}
RECEIPTS = {
    "waiting": "đang chờ gửi",
    "sent": "đã gửi, chưa xác nhận",
    "acknowledged": "đã nhận",
    "failed": "không gửi được",
    "cancelled": "đã thôi gửi",
}


def export(turn: Turn) -> Reply:
    """Give the workbook; the report where the words ask for that."""
    campaign = turn.campaign
    if campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Thầy/cô gửi tệp kế hoạch (Word, Excel) vào đây trước.")
    if _WORD.search(fold(turn.words)):
        return _report(turn, campaign)
    content = workbook(list(sheets(turn.session, turn.shelf.catalogue, campaign, turn.now)))
    kept = turn.attach(f"kiem-dinh-{campaign.school_year}-{turn.now:%Y-%m-%d}.xlsx", XLSX, content)
    text = f"Bảng Excel năm học {campaign.school_year}: kế hoạch, tiến độ, ai ghi gì, thông báo, hỏi nhanh, câu hỏi."
    return Reply(text, (Choice("Báo cáo Word", "/xuat bao cao word"),), files=(kept,))


def _report(turn: Turn, campaign: Campaign) -> Reply:
    found = standings_of(turn.session, turn.shelf.catalogue, campaign)
    reports = progress.standing(turn.session, campaign)
    review = terms.review_in(turn.shelf.catalogue, campaign)
    content = office_report.write(campaign, found, reports, turn.now, review)
    kept = turn.attach(f"bao-cao-{turn.now:%Y-%m-%d}.docx", office_report.DOCX, content)
    text = "Báo cáo Word: số liệu, bảng từng trường, phụ lục ghi rõ ai báo và lúc nào. Thầy/cô xem lại trước khi ký."
    return Reply(text, (Choice("Bảng Excel", "/xuat"),), files=(kept,))


def sheets(session: Session, catalogue: Catalogue, campaign: Campaign, now: datetime) -> Iterator[Sheet]:
    """Make every table of the workbook; *now* gives the zone in which moments are shown."""
    found, zone, review = standings_of(session, catalogue, campaign), now.tzinfo, terms.review_in(catalogue, campaign)
    yield _progress(session, campaign, found, zone, review)
    yield _answers(session, zone)
    yield _plan(found, review)
    yield _sources(progress.standing(session, campaign), {one.review.school_id: one.framework for one in found}, zone)
    yield _receipts(session, campaign, zone)
    yield _polls(session, campaign, zone)
    yield _questions(session, zone)


def _plan(found: list[Standing], review: str) -> Sheet:
    head = ("Trường", "Cấp học", "Xã", f"Tháng {review}", "Ghi chú", "Kết quả")
    rows = [
        (
            one.review.school.name,
            one.review.school.level,
            one.review.school.commune,
            one.review.month,
            one.review.note,
            one.review.result,
        )
        for one in found
    ]
    return Sheet("Kế hoạch", head, rows, dates="mm/yyyy")


def _progress(session: Session, campaign: Campaign, found: list[Standing], zone: tzinfo | None, review: str) -> Sheet:
    columns = max((len(one.gaps.standards) for one in found), default=0)
    standards = tuple(f"Tiêu chuẩn {number} (%)" for number in range(1, columns + 1))
    steps = tuple(f"{step} (%)" for step in wording.STEPS.values())
    head = ("Trường", "Cấp học", f"Tháng {review}", "Tiêu chí xong", "Tổng số tiêu chí", "Tiến độ (%)")
    rows = [_progress_row(session, campaign, one, columns, zone) for one in found]
    return Sheet("Tiến độ", (*head, *steps, *standards, "Cập nhật lần cuối"), rows, dates="mm/yyyy")


def _progress_row(
    session: Session, campaign: Campaign, one: Standing, columns: int, zone: tzinfo | None
) -> tuple[Value, ...]:
    total, school = len(one.framework.criteria), one.review.school
    parts = [part.percent for part in one.gaps.standards]
    heard = progress.last_report(session, campaign, school.id)
    return (
        school.name,
        school.level,
        one.review.month,
        total - len(one.gaps.criteria),
        total,
        one.gaps.percent,
        *(_done(one.states[f"milestone:{step}"]) for step in wording.STEPS),
        *(parts + [None] * (columns - len(parts))),
        heard.astimezone(zone) if heard else None,
    )


def _done(state: State) -> int:
    return 100 if state.status == "done" else state.percent or 0


def _sources(reports: Iterable[Recording], frameworks: Mapping[int | None, Framework], zone: tzinfo | None) -> Sheet:
    head = ("Trường", "Mục", "Báo là", "Người báo", "Lúc", "Lời báo")
    rows = [
        (
            recording.person.school.name if recording.person.school else "",
            wording.label(event.target, frameworks.get(recording.person.school_id)),
            said(event),
            recording.person.name,
            recording.at.astimezone(zone),
            recording.said,
        )
        for recording in reports
        for event in recording.events
    ]
    return Sheet("Ai báo gì", head, rows)


def said(event: ProgressEvent) -> str:
    """Say one reported change: `xong`, `40 %, không đạt`."""
    figure = f"{event.percent} %" if event.percent is not None else STATUS.get(event.status or "", "")
    return ", ".join(part for part in (figure, wording.RATINGS.get(event.rating or "", "")) if part)


def _receipts(session: Session, campaign: Campaign, zone: tzinfo | None) -> Sheet:
    head = ("Trường hoặc nhóm", "Thông báo", "Ngày gửi", "Tình trạng", "Xác nhận lúc", "Lý do không gửi được")
    rows = [
        (
            _whose(one),
            wording.shortened(each.text, 200),
            one.sent_at.astimezone(zone) if one.sent_at else None,
            RECEIPTS.get(one.state, one.state),
            one.acknowledged_at.astimezone(zone) if one.acknowledged_at else None,
            one.why,
        )
        for each in broadcasts.confirmed(session)
        if each.campaign_id == campaign.id
        for one in each.receipts
    ]
    return Sheet("Thông báo", head, rows)


def _whose(one: Receipt) -> str:
    if one.school:
        return one.school.name
    return f"Nhóm {one.room.title}".strip() if one.room else ""


def _polls(session: Session, campaign: Campaign, zone: tzinfo | None) -> Sheet:
    rows = [
        (one.school.name, each.question, one.value, one.at.astimezone(zone) if one.at else None)
        for each in polls.recent(session, campaign, limit=200)
        for one in each.answers
    ]
    return Sheet("Hỏi nhanh", ("Trường", "Câu hỏi", "Trả lời", "Lúc"), rows)


def _questions(session: Session, zone: tzinfo | None) -> Sheet:
    """List every question that was kept: who asked, when, and what became of it."""
    head = ("Số", "Câu hỏi", "Người hỏi", "Cấp học", "Ngày hỏi", "Ngày chuyển", "Tình trạng", "Ngày xong", "Mục")
    return Sheet("Câu hỏi", head, [_question(one, zone) for one in questions.history(session)])


def _question(one: Question, zone: tzinfo | None) -> tuple[Value, ...]:
    state = "đang chờ" if one.settled_at is None else "bỏ qua" if one.taught is None else "đã trả lời"
    asked, passed_on, settled = (_day(each, zone) for each in (one.at, one.passed_on_at, one.settled_at))
    entry = f"taught/{one.taught}" if one.taught else None
    return one.id, one.asked, passing.who(one), one.level or "", asked, passed_on, state, settled, entry


def _answers(session: Session, zone: tzinfo | None) -> Sheet:
    """List every wording of every answer of the office; those replaced or removed with the day of that."""
    head = ("Mục", "Câu hỏi", "Câu trả lời", "Cấp học", "Ký", "Ngày", "Thôi dùng từ ngày", "Người viết")
    return Sheet("Câu trả lời của Phòng", head, [_answer(session, one, zone) for one in taught.history(session)])


def _answer(session: Session, one: Taught, zone: tzinfo | None) -> tuple[Value, ...]:
    person = session.get(Person, one.person_id) if one.person_id else None
    level, by = one.level or "mọi cấp", person.name if person else ""
    return one.number, one.question, one.answer, level, one.office, _day(one.at, zone), _day(one.ended_at, zone), by


def _day(moment: datetime | None, zone: tzinfo | None) -> date | None:
    return moment.astimezone(zone).date() if moment else None


def all_sheets(session: Session, catalogue: Catalogue, now: datetime) -> list[Sheet]:
    """Make the workbook of the campaign of today; the tables that need none where there is no campaign."""
    campaign = schools.campaign(session, now.date())
    if campaign is None:
        review = terms.review_word(catalogue, terms.in_force(catalogue, now.date()))
        return [_plan([], review), _answers(session, now.tzinfo), _questions(session, now.tzinfo)]
    return list(sheets(session, catalogue, campaign, now))
