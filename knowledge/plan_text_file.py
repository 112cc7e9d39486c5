"""The paragraphs and tables of a plain text file, in the ways that tables end up in text."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from knowledge.language.fold import fold
from knowledge.language.school_kinds import tidy
from knowledge.plan_model import Block, Table, UnreadablePlan, table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_COUNTER = re.compile(r"^(?:stt|tt|so tt)\.?$")
_HEADER = re.compile(r"truong|don vi|co so|csgd")
_HEADER_MONTH = re.compile(r"thang|thoi|danh gia|dgn|lich|tham dinh")
_RULE = re.compile(r"^[\s|+:=\-─┼│├┤┌┐└┘┬┴]*$")
_GAP = re.compile(r"\s{2,}|\t+")
_NUL_SHARE = 0.2
_LONGEST_HEADING = 60


def text_blocks(content: bytes) -> list[Block]:
    """Read a text file whose tables are tabbed, piped, separated, aligned, or flattened to a cell a line."""
    return list(_blocks(decoded(content).replace("\r\n", "\n").replace("\r", "\n").split("\n")))


def decoded(content: bytes) -> str:
    """Decode UTF-8 or UTF-16, with a mark or without, and the Vietnamese code page of old Windows."""
    for mark, code in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decode(content, code)
    if content[1::2].count(0) > len(content) / 2 * _NUL_SHARE:
        return _decode(content, "utf-16-le")
    if content[::2].count(0) > len(content) / 2 * _NUL_SHARE:
        return _decode(content, "utf-16-be")
    if b"\x00" in content:
        raise UnreadablePlan("Tệp không phải văn bản; thầy/cô gửi giúp bản .docx, .xlsx hoặc .txt.")
    return _decode(content, "utf-8")


def _decode(content: bytes, code: str) -> str:
    try:
        return content.decode(code)
    except UnicodeDecodeError as error:
        old = content.decode("cp1258", errors="replace")
        if code == "utf-8" and re.search(r"truong|nam hoc", fold(old)) and "\ufffd" not in old:
            return old
        raise UnreadablePlan(
            "Tệp không phải văn bản Unicode (UTF-8); thầy/cô lưu lại dạng UTF-8 rồi gửi giúp."
        ) from error


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        for read in (_indented_cells, _tabbed, _piped, _separated, _listed_cells):
            table, end = read(lines, at)
            if table:
                yield table
                break
        else:
            end = at + 1
            if tidy(lines[at]):
                yield tidy(lines[at])
        at = end


def _indented_cells(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    """Read a table flattened to one cell a line, each behind a tab, its rows parted by empty lines."""
    rows: list[list[str]] = [[]]
    end = at
    for end in range(at, len(lines) + 1):
        line = lines[end] if end < len(lines) else "end"
        if _is_indented(line):
            rows[-1].append(tidy(line))
        elif not line.strip() and "\t" not in line:
            rows += [[]] if rows[-1] else []
        elif rows[-1] and _goes_on(lines, end):
            rows[-1][-1] = f"{rows[-1][-1]}\n{tidy(line)}".strip()
        else:
            break
    full = [row for row in rows if row]
    if len(full) == 1:
        full = _in_rows(full[0])
    return (table_of(full), end) if len(full) >= 2 else (None, at)


def _is_indented(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line.strip("\t ")


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Tell a cell's second paragraph (no tab, but cells right before and after it) from the text under the table."""
    return (
        _is_indented(lines[at - 1])
        and bool(lines[at - 1].strip())
        and at + 1 < len(lines)
        and _is_indented(lines[at + 1])
    )


def _in_rows(cells: list[str]) -> list[list[str]]:
    """Cut one run of cells where the counter goes on: STT, ..., 1, ..., 2, ..."""
    start = next((n for n, cell in enumerate(cells) if _COUNTER.match(fold(cell))), None)
    first = cells.index("1", start) if start is not None and "1" in cells[start:] else None
    if start is None or first is None or first - start < 2:
        return [cells]
    width = first - start
    return [cells[n : n + width] for n in range(start, len(cells), width)]


def _listed_cells(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    """Read a table flattened to one cell a line without any tab: STT starts it, each row starts with its number."""
    if not _COUNTER.match(fold(lines[at].strip())):
        return None, at
    header, end = _until_number(lines, at, 1, most=16)
    rows = [header]
    while end < len(lines) and _number(lines[end]) == len(rows):
        row, end = _until_number(lines, end, len(rows) + 1, most=2 * len(header))
        rows.append(_placed(row, header))
    return (table_of(rows), end) if len(rows) >= 2 else (None, at)


def _until_number(lines: Sequence[str], at: int, number: int, most: int) -> tuple[list[str], int]:
    """Take cells until the next row's number; the last row ends with its second empty line or when it is full."""
    cells: list[str] = []
    for end in range(at, min(at + most * 2, len(lines))):
        if end > at and _number(lines[end]) == number:
            return cells, end
        if cells and not "".join(lines[end : end + 2]).strip():
            return cells, end
        cells += [tidy(lines[end])] if lines[end].strip() else []
        if number > 1 and len(cells) >= most // 2:
            return cells, end + 1
    return cells, min(at + most * 2, len(lines))


def _number(line: str) -> int | None:
    match = re.fullmatch(r"\s*0*(\d{1,3})\.?\s*", line)
    return int(match[1]) if match else None


def _placed(row: list[str], header: list[str]) -> list[str]:
    """Put the cells of a row without its empty ones under their headings: what holds figures under the months."""
    month = next((n for n, cell in enumerate(header) if _HEADER_MONTH.search(fold(cell)) and n > 1), None)
    if month is None or len(row) >= len(header) or len(row) <= month or re.search(r"\d|^\W*$|khong", fold(row[month])):
        return row
    return [*row[:month], "", *row[month:]]


def _tabbed(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    return _run(lines, at, lambda line: line.rstrip("\n").split("\t") if "\t" in line.strip() else None, least=2)


def _piped(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    return _run(lines, at, _pipe_cells, least=2)


def _pipe_cells(line: str) -> list[str] | None:
    if _RULE.match(line) and re.search(r"[-=─|+]", line):
        return []
    parts = re.split(r"[|│]", line.strip())
    if len(parts) < 3:
        return None
    return parts[1 if not parts[0].strip() else 0 : -1 if not parts[-1].strip() else None]


def _separated(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    """Read rows parted by semicolons, commas or wide gaps, where the first of them reads like a heading."""
    for split in (lambda line: _split(line, ";"), lambda line: _split(line, ","), _gaps):
        if _is_heading(split(lines[at])):
            table, end = _run(lines, at, split, least=2)
            if table:
                return table, end
    return None, at


def _is_heading(cells: list[str] | None) -> bool:
    """Tell a heading from a sentence: a short cell for the schools and another for the months."""
    folded = [fold(cell) for cell in cells or ()]
    named = [n for n, cell in enumerate(folded) if _HEADER.search(cell)]
    dated = [n for n, cell in enumerate(folded) if _HEADER_MONTH.search(cell)]
    return bool(named and dated) and named[0] != dated[-1] and max(map(len, folded)) <= _LONGEST_HEADING


def _split(line: str, mark: str) -> list[str] | None:
    return [cell.strip('"') for cell in line.split(mark)] if mark in line else None


def _gaps(line: str) -> list[str] | None:
    cells = _GAP.split(line.strip())
    return cells if len(cells) >= 2 else None


def _run(
    lines: Sequence[str], at: int, split: Callable[[str], list[str] | None], least: int
) -> tuple[Table | None, int]:
    rows: list[list[str]] = []
    end = at
    for end in range(at, len(lines) + 1):
        cells = split(lines[end]) if end < len(lines) else None
        if cells is None:
            break
        rows += [[tidy(cell) for cell in cells]] if cells else []
    return (table_of(rows), end) if len(rows) >= least else (None, at)
