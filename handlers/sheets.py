"""Excel files: real types, a filter over every column, and a head that stays when the rest is scrolled."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 60
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Value = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table."""

    title: str
    """At most 31 letters, as Excel wants."""
    head: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    dates: str = "dd/mm/yyyy"
    """How a day is shown; `mm/yyyy` where only the month counts."""


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Write *sheets* as one file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        made = book.create_sheet(sheet.title[:31])
        made.append(sheet.head)
        for row in sheet.rows:
            made.append([_plain(value) for value in row])
        for cells in made.iter_rows(min_row=2):
            for cell in cells:
                _dress(cell, sheet)
        for cell in made[1]:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        for number, width in enumerate(_widths(sheet), start=1):
            made.column_dimensions[get_column_letter(number)].width = width
        made.freeze_panes = "B2"
        made.auto_filter.ref = made.dimensions
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _plain(value: Value) -> Value:
    """Leave out what Excel does not know: the zone (moments come in that of the product), and what XML forbids."""
    if isinstance(value, str):
        return UNWRITABLE.sub("", value)
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _dress(cell: object, sheet: Sheet) -> None:
    if not isinstance(cell, Cell):
        return
    if isinstance(cell.value, str):
        cell.data_type = "s"  # What begins with "=" stays a text.
        cell.alignment = Alignment(wrap_text=len(cell.value) > WIDEST, vertical="top")
    elif isinstance(cell.value, datetime):
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(cell.value, date):
        cell.number_format = sheet.dates


def _widths(sheet: Sheet) -> list[int]:
    """Give each column the room of its longest words, within reason."""
    columns = zip(sheet.head, *sheet.rows, strict=True) if sheet.rows else [(one,) for one in sheet.head]
    return [min(WIDEST, max(12, *(len(str(each)) + 2 for each in column if each is not None))) for column in columns]
