"""The visible sheets of an Excel file, as tables: merged cells filled, dates written out."""

from __future__ import annotations

import io
import re
import warnings
from datetime import date, datetime
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from knowledge.language.school_kinds import tidy
from knowledge.plan_model import Block, Row, Table, UnreadablePlan

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 3000
_MOST_COLUMNS = 60
_MOST_SHEETS = 40
_LARGEST_MERGE = 20_000
_MERGES = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"')


def xlsx_blocks(content: bytes, parts: dict[str, bytes]) -> list[Block]:
    """Read every visible sheet from its first row on."""
    _check_merges(parts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of extensions that do not concern the values
        shown = load_workbook(io.BytesIO(content), data_only=True)
        written = load_workbook(io.BytesIO(content), data_only=False)
    titles = [sheet.title for sheet in shown.worksheets if sheet.sheet_state == "visible"][:_MOST_SHEETS]
    return [Table(tuple(_rows(shown[title], written[title])), tidy(title)) for title in titles]


def _check_merges(parts: dict[str, bytes]) -> None:
    """Refuse a merge over a whole sheet: openpyxl makes an object for each of its cells."""
    for name, content in parts.items():
        if name.startswith("xl/worksheets/"):
            area = sum(_area(reference.decode()) for reference in _MERGES.findall(content))
            if area > _LARGEST_MERGE * 5:
                raise UnreadablePlan("Bảng tính có ô gộp quá lớn; thầy/cô bỏ gộp ô ngoài bảng rồi gửi lại giúp.")


def _area(reference: str) -> int:
    left, top, right, bottom = range_boundaries(reference)
    return (int(right or 0) - int(left or 0) + 1) * (int(bottom or 0) - int(top or 0) + 1)


def _rows(shown: Worksheet, written: Worksheet) -> list[Row]:
    cells = {
        (int(cell.row or 0), int(cell.column or 0)): _shown(cell.value, written[cell.coordinate].value)
        for row in shown.iter_rows(max_row=min(shown.max_row, _MOST_ROWS), max_col=min(shown.max_column, _MOST_COLUMNS))
        for cell in row
    }
    for merged in shown.merged_cells.ranges:
        text = cells.get((merged.min_row, merged.min_col), "")
        for row in range(merged.min_row, min(merged.max_row, _MOST_ROWS) + 1):
            for column in range(merged.min_col, min(merged.max_col, _MOST_COLUMNS) + 1):
                cells[row, column] = text
    return _numbered(cells)


def _numbered(cells: dict[tuple[int, int], str]) -> list[Row]:
    """Put the cells into rows under the numbers that Excel shows; the empty ones fall away."""
    width = max((column for (_, column), text in cells.items() if text), default=0)
    numbers = sorted({row for (row, _), text in cells.items() if text})
    return [Row(row, tuple(cells.get((row, column), "") for column in range(1, width + 1))) for row in numbers]


def _shown(value: object, formula: object) -> str:
    if value is None:  # a formula that was never computed has no value to show
        return formula if isinstance(formula, str) and formula.startswith("=") else ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float):
        return _number(value)
    return tidy(str(value))


def _number(value: float) -> str:
    """Write a number as it was typed: `11.2020` has lost its last zero."""
    if value.is_integer():
        return str(int(value))
    month, year = divmod(round(value * 10000), 10000)
    typed_as_month = abs(value * 10000 - round(value * 10000)) < 1e-6 and 2000 <= year <= 2099 and 1 <= month <= 99
    return f"{value:.4f}" if typed_as_month else str(value)
