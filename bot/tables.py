"""The Excel table of `kiemdinh export`: the plan, and where each school stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.setup import Product
from db import planning, schools
from db.session import Session
from db.tables import Campaign, Review
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
    _fill(sheet, rows)
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
