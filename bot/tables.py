"""The Excel file of `kiemdinh export`: where each school stands, what was asked, and what the office answered."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.setup import Product
from db import planning, questions, schools, taught
from db.session import Session
from db.tables import Campaign, Person, Question, Review, Taught
from handlers import passing
from handlers.wording import STEPS

HEAD = (
    "Trường",
    "Cấp học",
    "Tháng đánh giá ngoài",
    "Tiêu chí xong",
    "Tổng số tiêu chí",
    "Tiến độ (%)",
    *STEPS.values(),
)

ANSWERS_HEAD = ("Mục", "Câu hỏi", "Câu trả lời", "Cấp học", "Ký", "Ngày", "Thôi dùng từ ngày", "Người viết")
ANSWERS_WIDTHS = (8, 40, 60, 10, 28, 12, 18, 24)
QUESTIONS_HEAD = ("Số", "Câu hỏi", "Người hỏi", "Cấp học", "Ngày hỏi", "Ngày chuyển", "Tình trạng", "Ngày xong", "Mục")
QUESTIONS_WIDTHS = (8, 60, 32, 10, 12, 12, 16, 12, 8)


def write(product: Product, file: Path) -> None:
    """Write the campaign of today to *file*."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook has a sheet")
    sheet.title = "Tiến độ"
    with product.sessions.begin() as session:
        campaign = schools.campaign(session, product.app.clock.now().date())
        rows = [_row(product, session, campaign, one) for one in schools.reviews(session, campaign)] if campaign else []
        answers = [_answer(session, one, product.settings.zone) for one in taught.history(session)]
        asked = [_question(one, product.settings.zone) for one in questions.history(session)]
    _fill(sheet, rows)
    _fill_words(book.create_sheet("Câu trả lời của Phòng"), ANSWERS_HEAD, ANSWERS_WIDTHS, answers)
    _fill_words(book.create_sheet("Câu hỏi"), QUESTIONS_HEAD, QUESTIONS_WIDTHS, asked)
    unfinished = file.with_name(file.name + ".part")
    try:
        book.save(unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _row(product: Product, session: Session, campaign: Campaign, review: Review) -> tuple[Any, ...]:
    framework = planning.framework_of(product.shelf.catalogue, campaign, review.school)
    states, gaps = planning.school_state(session, campaign, review.school, framework)
    total = len(framework.criteria)
    steps = (states[f"milestone:{step}"].percent or 0 for step in STEPS)
    return (
        review.school.name,
        review.school.level,
        review.month,
        total - len(gaps.criteria),
        total,
        gaps.percent,
        *steps,
    )


def _fill(sheet: Worksheet, rows: list[tuple[Any, ...]]) -> None:
    sheet.append(HEAD)
    for row in rows:
        sheet.append(row)
        # A name that begins with "=" stays a name.
        sheet.cell(sheet.max_row, 1).data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cell in sheet["C"][1:]:
        cell.number_format = "mm/yyyy"
    for number in range(1, len(HEAD) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = 24 if number == 1 else 16
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _answer(session: Session, one: Taught, zone: tzinfo) -> tuple[Any, ...]:
    """Give one wording of an answer; those replaced or removed are listed with the day of that."""
    person = session.get(Person, one.person_id) if one.person_id else None
    level, by = one.level or "mọi cấp", person.name if person else ""
    return one.number, one.question, one.answer, level, one.office, _day(one.at, zone), _day(one.ended_at, zone), by


def _question(one: Question, zone: tzinfo) -> tuple[Any, ...]:
    """Give one question that was kept: who asked, when, and what became of it."""
    state = "đang chờ" if one.settled_at is None else "bỏ qua" if one.taught is None else "đã trả lời"
    asked, passed_on, settled = (_day(each, zone) for each in (one.at, one.passed_on_at, one.settled_at))
    entry = f"taught/{one.taught}" if one.taught else None
    return one.id, one.asked, passing.who(one), one.level or "", asked, passed_on, state, settled, entry


def _day(moment: datetime | None, zone: tzinfo) -> date | None:
    return moment.astimezone(zone).date() if moment else None


def _fill_words(sheet: Worksheet, head: tuple[str, ...], widths: tuple[int, ...], rows: list[tuple[Any, ...]]) -> None:
    sheet.append(head)
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # What begins with "=" stays a text.
            elif isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
