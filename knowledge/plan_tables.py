"""From the tables of a plan to its entries: the right tables, their headings, and what stands in each row."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.language.fold import fold
from knowledge.language.school_kinds import read_kind
from knowledge.plan_columns import Columns, heading_month, infer_columns, read_header
from knowledge.plan_model import Block, Entry, Row, Table
from knowledge.plan_words import (
    NUMBERED_NAME,
    commune_heading,
    commune_name,
    is_nothing,
    level_heading,
    levels_named,
    names_school,
    split_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COUNT = re.compile(r"^\(?0*(\d{1,4})[.)]?$")
_TOTAL = re.compile(r"^(?:tong(?: cong| so)?|cong|tong hop|danh sach nay|an dinh)\b")
_SIGNATURE = re.compile(r"^(?:noi nhan|nguoi lap|kt\.? ?truong phong|truong phong|thu truong|chu tich|da ky|tm\.)")
_NUMBERING = re.compile(r"^\(?(?:\d{1,2}|[a-i])\)?$", re.IGNORECASE)
_DITTO = re.compile(r"^(?:nt|-nt-|n/t|nhu tren|\"|''|”|“|〃|,,)$")
_OTHER_WORK = re.compile(r"tu danh gia|\btdg\b|nop bao cao|tap huan|kiem tra|phan cong|thanh vien")
_REVIEW = re.compile(r"danh gia ngoai|\bdgn\b|tham dinh")
_LEVEL_PARAGRAPH = 90


@dataclass(slots=True)
class _Reading:
    """What has been read so far of one table."""

    columns: Columns
    level: str | None
    month: str = ""
    commune: str = ""
    above: Entry | None = None
    sparse: str = ""
    """The last level of a column that names each level only once."""


def table_entries(blocks: Sequence[Block]) -> list[Entry]:
    """Read every table of schools and months, knowing the headings between them."""
    entries: list[Entry] = []
    of_other_work: list[Entry] = []
    caption: list[str] = []
    columns: Columns | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, str):
            caption.append(block)
            continue
        found, columns = _read_table(block, caption, columns)
        other = columns is not None and not columns.explicit and _is_other_work(caption)
        (of_other_work if other else entries).extend(replace(entry, table=place) for entry in found)
        caption = []
    return _reviews_first(entries or of_other_work)


def _read_table(table: Table, caption: list[str], before: Columns | None) -> tuple[list[Entry], Columns | None]:
    body = [row for row in table.rows if len(row.distinct) > 1]
    start, columns = _find_header(table.rows, body, before)
    if columns is None:
        return [], before
    heading = _caption_level(caption) or level_heading(table.title)
    reading = _Reading(columns, heading)
    if start:
        _above_header(reading, table.rows[:start])
    entries = list(_rows(reading, table.rows, start, body))
    return (entries, reading.columns) if _plausible(entries, reading.columns) else ([], before)


def _find_header(rows: Sequence[Row], body: Sequence[Row], before: Columns | None) -> tuple[int, Columns | None]:
    for at in range(len(rows)):
        header = read_header(rows, at, body)
        if header:
            return header[1], header[0]
    return 0, _without_header(body, before)


def _without_header(body: Sequence[Row], before: Columns | None) -> Columns | None:
    """Read on a table that was cut in two by a page, or one whose heading says nothing."""
    inferred = infer_columns(body)
    if before and inferred and (before.name, before.month) == (inferred.name, inferred.month):
        return before
    return inferred


def _above_header(reading: _Reading, rows: Sequence[Row]) -> None:
    for row in rows:
        if len(row.distinct) <= 2:
            reading.level = level_heading(" ".join(row.distinct)) or reading.level


def _is_other_work(caption: list[str]) -> bool:
    """Tell by the nearest telling line above a table whether it is about something else than the review."""
    for line in reversed(caption[-3:]):
        folded = fold(line)
        if _REVIEW.search(folded):
            return False
        if _OTHER_WORK.search(folded) and len(folded) <= _LEVEL_PARAGRAPH:
            return not line.endswith(".")
    return False


def _caption_level(caption: list[str]) -> str | None:
    """Take the level from the last short line above a table that speaks of just one."""
    for line in reversed(caption[-2:]):
        levels = levels_named(line)
        if len(levels) == 1 and len(line) <= _LEVEL_PARAGRAPH:
            return levels[0]
        if levels:
            return None
    return None


def _plausible(entries: list[Entry], columns: Columns) -> bool:
    """Tell a plan from a list of work to do: most names are schools, or the heading is about the review."""
    named = [entry for entry in entries if entry.name]
    schools = [e for e in named if names_school(e.name) or e.heading or read_kind(e.level)]
    if not named:
        return False
    return len(schools) * 2 >= len(named) or (columns.explicit and not columns.by_level)


def _rows(reading: _Reading, rows: Sequence[Row], start: int, body: Sequence[Row]) -> Iterator[Entry]:
    at = start
    sparse = _is_sparse(reading.columns, rows[start:])
    while at < len(rows):
        header = read_header(rows, at, body)
        if header:
            reading.columns, at = header
            continue
        row = rows[at]
        at += 1
        if _SIGNATURE.match(fold(" ".join(row.distinct))):
            return
        for entry in _row(reading, row, sparse=sparse):
            reading.above = entry
            yield entry


def _is_sparse(columns: Columns, rows: Sequence[Row]) -> bool:
    """Tell whether a column of levels names each level only where it begins."""
    cells = [row.cell(columns.level) for row in rows if row.cell(columns.name)]
    filled = [cell for cell in cells if cell]
    return bool(filled) and bool(cells[0]) and len(filled) * 2 <= len(cells)


def _row(reading: _Reading, row: Row, *, sparse: bool) -> list[Entry]:
    columns = reading.columns
    if not row.distinct or all(_NUMBERING.match(text) for text in row.distinct) or _is_heading(reading, row):
        return []
    if columns.by_level:
        return _by_level(columns, row)
    name, number = _numbered(row, columns)
    month = _month_text(reading, row)
    if _is_aside(row, columns, name, month, number):
        return []
    reading.sparse = row.cell(columns.level) or (reading.sparse if sparse else "")
    entry = Entry(
        row=number or row.number, name=name, month=month, level=reading.sparse, heading=reading.level,
        note=row.cell(columns.note), explicit=columns.explicit,
        commune=commune_name(row.cell(columns.commune)) or reading.commune,
    )  # fmt: skip
    names = split_names(NUMBERED_NAME.sub("", row.lines(columns.name))) if name else [""]
    return [replace(entry, name=each) for each in names] if len(names) > 1 else [entry]


def _numbered(row: Row, columns: Columns) -> tuple[str, int | None]:
    """Give the name and the number that a person sees beside it, be it in its own column or before the name."""
    name = row.cell(columns.name)
    counted = _COUNT.match(row.cell(columns.counter)) if columns.counter is not None else None
    before = NUMBERED_NAME.match(name)
    number = counted or before
    return name[before.end() :] if before else name, int(number[1]) if number else None


def _is_heading(reading: _Reading, row: Row) -> bool:
    """Take a row that only names a level or a month for the heading of the rows under it."""
    columns = reading.columns
    counted = _COUNT.match(row.cell(columns.counter)) if columns.counter is not None else None
    texts = [text for text in row.distinct if not re.fullmatch(r"[IVX]+\.?|[A-Da-d][.)]?", text)]
    if counted or not texts:
        return False
    commune = commune_heading(texts[0]) if _stands_for_row(row, columns, texts) else None
    if commune:
        reading.commune = commune
        return True
    level = level_heading(texts[0]) if _stands_for_row(row, columns, texts) else None
    if level:
        reading.level, reading.month = level, ""
        return True
    if (len(texts) == 1 and texts[0] != row.cell(columns.name)) or len(row.distinct) == 1:
        return _take_month(reading, row, texts[0])
    return False


def _stands_for_row(row: Row, columns: Columns, texts: list[str]) -> bool:
    name = row.cell(columns.name)
    alone = len(texts) == 1
    return alone or (texts[0] == name and is_nothing(re.sub(r"^\d+$|^\d+ truong$", "", fold(row.cell(columns.month)))))


def _take_month(reading: _Reading, row: Row, text: str) -> bool:
    in_month_column = row.cell(reading.columns.month) == text and row.cell(reading.columns.name) != text
    month = heading_month(text) if not in_month_column else None
    if month:
        reading.month = month
        return True
    return False


def _month_text(reading: _Reading, row: Row) -> str:
    columns = reading.columns
    if columns.marks:
        marked = [heading for n, heading in columns.marks.items() if not is_nothing(row.cell(n))]
        return ", ".join(marked) or reading.month
    text = row.cell(columns.month)
    if _DITTO.match(fold(text)) and reading.above:
        return reading.above.month
    year = re.fullmatch(r"20\d\d", row.cell(columns.year))
    if year and re.fullmatch(r"(?:t(?:hang)?\s*)?\d{1,2}", fold(text)):
        return f"{text}/{year.group()}"
    return text or reading.month


def _is_aside(row: Row, columns: Columns, name: str, month: str, number: int | None) -> bool:
    """Tell rows that are about no school: totals, remarks under the table, the place and date of signing."""
    if _TOTAL.match(fold(name or " ".join(row.distinct))):
        return True
    if len(row.distinct) == 1 and len(row.cells) > 1 and number is None and not names_school(name):
        return True
    if number is not None and (name or month):
        return False
    plain_month = bool(re.fullmatch(r"\W*(?:t\w*)?\W*\d{1,2}\W*\d{0,4}\W*", fold(row.cell(columns.month))))
    if not name:
        return number is not None or not plain_month
    return not names_school(name) and not plain_month


def _by_level(columns: Columns, row: Row) -> list[Entry]:
    """Read a row that is a month, with its schools under the level of their column."""
    month, found = row.cell(columns.month), []
    for column, level in columns.by_level.items():
        if is_nothing(row.cell(column)):
            continue
        names = split_names(row.lines(column), known_level=True)
        found += [Entry(row.number, name, month, heading=level, note=row.cell(columns.note)) for name in names]
    return found


def _reviews_first(entries: list[Entry]) -> list[Entry]:
    """Where one table is plainly about the review, leave out the same schools of the others."""
    reviewed = {fold(entry.name) for entry in entries if entry.explicit}
    return [entry for entry in entries if entry.explicit or fold(entry.name) not in reviewed]
