"""The Excel file of `kiemdinh export`: where each school stands, and what the office answered."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.setup import Product
from db import planning, schools, taught
from db.session import Session
from db.tables import Campaign, Review, Taught
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

ANSWERS_HEAD = ("Mục", "Câu hỏi", "Câu trả lời", "Cấp học", "Ký", "Ngày", "Thôi dùng từ ngày")
ANSWERS_WIDTHS = (8, 40, 60, 10, 28, 12, 18)


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
        answers = [_answer(one, product.settings.zone) for one in taught.history(session)]
    _fill(sheet, rows)
    _fill_answers(book.create_sheet("Câu trả lời của Phòng"), answers)
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


def _answer(one: Taught, zone: tzinfo) -> tuple[Any, ...]:
    """Give one wording of an answer; those replaced or removed are listed with the day of that."""
    ended = one.ended_at.astimezone(zone).date() if one.ended_at else None
    said = one.at.astimezone(zone).date()
    return one.number, one.question, one.answer, one.level or "mọi cấp", one.office, said, ended


def _fill_answers(sheet: Worksheet, rows: list[tuple[Any, ...]]) -> None:
    sheet.append(ANSWERS_HEAD)
    for row in rows:
        sheet.append(row)
        for column in (2, 3, 5):  # What begins with "=" stays a text.
            sheet.cell(sheet.max_row, column).data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for letter in "FG":
        for cell in sheet[letter][1:]:
            cell.number_format = "dd/mm/yyyy"
    for number, width in enumerate(ANSWERS_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
