"""Which column of a table is which, told by its heading and, where that is not enough, by what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.language.fold import fold
from knowledge.language.months import spoken_months
from knowledge.language.school_kinds import read_kind, split_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.plan_model import Row

_LONGEST_HEADING = 110
_MOST_HEADER_ROWS = 3
_COUNTER = re.compile(r"^(?:s\.?\s?t\.?\s?t|t\.?\s?t|so tt|so thu tu|no|#|thu tu)\.?$")
_NAME = re.compile(
    r"^(?:ten|danh sach|ten cac|danh sach cac|cac)?\s*(?:don vi|nha truong|truong|co so|csgd|cs giao duc|cs gd)"
    r"(?: hoc| giao duc| gd)?(?:$|\s*[/(,&-]"
    r"|\s+(?:duoc|dang ky|de nghi|dgn|danh gia|tham gia|thuoc|mam non|mn|tieu hoc|th\b|thcs))"
    r"|^ten$"
)
_NOT_NAME = re.compile(
    r"hieu truong|truong (?:doan|phong|ban|nhom)|cong tac|so luong|chu tri|thuc hien|phoi hop|phu trach|hang truong"
    r"|loai truong|don vi tinh|truong hang"
)
_REVIEW = re.compile(r"danh gia ngoai|\bdgn\b|tham dinh")
_MONTH = re.compile(r"thang|thoi gian|thoi diem|lich|\bngay\b|du kien|\bdot\b")
_NOT_MONTH = re.compile(
    r"ket qua|truong doan|doan danh|doan dgn|gan nhat|lan truoc|truoc day|cong nhan|cap do|muc do|so lan|thanh phan"
    r"|ghi chu"
    r"|dia diem|da duoc|da dgn|sinh|phu trach"
)
_OTHER_WORK = re.compile(r"tu danh gia|\btdg\b|bao cao|ho so|khao sat|thanh lap|dang ky|nop\b|so bo|hoan thanh")
_LEVEL = re.compile(r"^(?:cap|bac|nganh|khoi|loai)(?: hoc| truong| hinh|/| -|$)")
_NOTE = re.compile(r"ghi chu|^chu thich|^luu y")
_YEAR = re.compile(r"^nam$|^nam (?:dgn|danh gia ngoai)$")
_COMMUNE = re.compile(
    r"^(?:(?:thuoc|ten|don vi) )?(?:xa|phuong|thi tran|dia ban)\b(?: ?[/,] ?(?:xa|phuong|thi tran|dac khu))*$"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand in a table."""

    name: int | None = None
    month: int | None = None
    counter: int | None = None
    level: int | None = None
    year: int | None = None
    note: int | None = None
    commune: int | None = None
    marks: dict[int, str] = field(default_factory=dict)
    """Columns that are months themselves, with a mark where a school has its turn."""
    by_level: dict[int, str] = field(default_factory=dict)
    """Columns that are levels, with the schools of the row's month in each."""
    explicit: bool = False
    """The heading says that the months are those of the external review."""
    month_heading: str = ""

    @property
    def complete(self) -> bool:
        """Tell whether schools and months can both be found."""
        named = self.name is not None or bool(self.by_level)
        return named and (self.month is not None or bool(self.marks))


def read_header(rows: Sequence[Row], at: int, body: Sequence[Row]) -> tuple[Columns, int] | None:
    """Read the heading that starts at row *at*, one to three rows high; give the columns and the first row after it."""
    end = at + 1
    while end < len(rows) and end - at < _MOST_HEADER_ROWS and _goes_on(rows[at:end], rows[end]):
        end += 1
    for last in range(end, at, -1):
        columns = _columns(_headings(rows[at:last]), body)
        if columns.complete:
            return columns, last
    return None


def infer_columns(rows: Sequence[Row]) -> Columns | None:
    """Tell the columns of a table without a heading by what most of its cells hold."""
    width = max((len(row.cells) for row in rows), default=0)
    names = [sum(_is_school(row.cell(n)) for row in rows) for n in range(width)]
    months = [sum(bool(spoken_months(row.cell(n), None)) for row in rows) for n in range(width)]
    if not names or max(names) < 2 or max(months) < 1:
        return None
    name, month = names.index(max(names)), months.index(max(months))
    counted = [sum(bool(re.fullmatch(r"\d+\.?", row.cell(n))) for row in rows) for n in range(name)]
    counter = next((n for n in range(name) if counted[n] >= names[name]), None)
    last = width - 1 if width - 1 > max(name, month) else None
    return Columns(name=name, month=month, counter=counter, note=last) if name != month else None


def heading_month(text: str) -> str | None:
    """Give *text* where it is a month and nothing else, as a heading is."""
    rest = re.sub(r"^(?:dot \d+|\(?[ivx\d]+[.)])\s*[:.\-]?\s*", "", fold(text))
    spoken = spoken_months(rest, None)
    if len(spoken) != 1:
        return None
    around = rest[: spoken[0].start] + rest[spoken[0].end :]
    return text if re.fullmatch(r"[\W_]*(?:thoi gian|lich|danh gia ngoai|dgn|trong|vao|[\W_])*", around) else None


def _goes_on(above: Sequence[Row], row: Row) -> bool:
    """Tell a second row of the heading: under a name's heading it repeats it (merged) or is empty."""
    places = [n for n in range(len(above[0].cells)) if _is_name_heading(above[0].cell(n))]
    if not places or len(row.distinct) < 2 or row.distinct == above[0].distinct:
        return False
    if any(_is_school(text) for text in row.distinct):
        return False
    name = places[0]
    return row.cell(name) in {"", above[0].cell(name)} and not re.fullmatch(r"\d+\.?", row.cell(0))


def _headings(rows: Sequence[Row]) -> list[str]:
    width = max(len(row.cells) for row in rows)
    return [" ".join(dict.fromkeys(row.cell(n) for row in rows if row.cell(n))) for n in range(width)]


def _columns(headings: list[str], body: Sequence[Row]) -> Columns:
    folded = [" ".join(fold(text).split()) for text in headings]
    marks = {n: marked for n, text in enumerate(headings) if (marked := _mark_heading(text))}
    name = _best([n for n, text in enumerate(folded) if _is_name_heading(text)], body, _is_school)
    month = _month_column(folded, name, body) if len(marks) < 2 else None
    by_level = _levels(headings) if name is None else {}
    return Columns(
        name=None if name is not None and month is not None and folded[name] == folded[month] else name,
        month=month,
        counter=next((n for n, text in enumerate(folded) if _COUNTER.match(text)), None),
        level=_best(
            [n for n, text in enumerate(folded) if _LEVEL.match(text)], body, lambda t: read_kind(t) is not None
        ),
        year=next((n for n, text in enumerate(folded) if _YEAR.match(text)), None),
        note=next((n for n, text in enumerate(folded) if _NOTE.search(text)), None),
        commune=next((n for n, text in enumerate(folded) if _COMMUNE.match(text)), None),
        marks=marks if len(marks) >= 2 else {},
        by_level=by_level if len(by_level) >= 2 else {},
        explicit=any(_REVIEW.search(text) for n, text in enumerate(folded) if n == month or n in marks),
        month_heading=headings[month] if month is not None else "",
    )


def _is_name_heading(text: str) -> bool:
    folded = " ".join(fold(text).split())
    named = len(folded) <= _LONGEST_HEADING and bool(_NAME.match(folded)) and not _NOT_NAME.search(folded)
    return named and not _is_school(text)


def _month_column(folded: list[str], name: int | None, body: Sequence[Row]) -> int | None:
    scores = {
        n: _month_score(text, n, body) for n, text in enumerate(folded) if n != name and not _is_name_heading(text)
    }
    best = max(scores, key=lambda n: scores[n], default=None)
    return best if best is not None and scores[best] > 0 else None


def _month_score(text: str, column: int, body: Sequence[Row]) -> int:
    if not (_MONTH.search(text) or _REVIEW.search(text)) or _NOT_MONTH.search(text) or len(text) > _LONGEST_HEADING:
        return 0
    if _OTHER_WORK.search(text) and not _REVIEW.search(text):
        return 0
    filled = any(_is_month(row.cell(column)) for row in body)
    return 2 + 4 * bool(_REVIEW.search(text)) + 2 * ("thang" in text) + 3 * filled - 3 * bool(_OTHER_WORK.search(text))


def _mark_heading(text: str) -> str | None:
    """Read a heading that is a month: `Tháng 10`, `10/2017`, or `10` under `Tháng`."""
    folded = fold(text)
    bare = re.fullmatch(r".*\bthang\b[^\d]*\s(\d{1,2})", folded)
    if bare and 1 <= int(bare[1]) <= 12:
        return text if spoken_months(text, None) else f"Tháng {bare[1]}"
    spoken = spoken_months(text, None)
    rest = re.sub(r"thoi gian|thoi diem|danh gia ngoai|dgn|lich|nam hoc|du kien|\W|thang", "", folded)
    return text if len(spoken) == 1 and len(re.sub(r"\d|t|nam", "", rest)) == 0 else None


def _levels(headings: list[str]) -> dict[int, str]:
    kinds = {n: read_kind(text) for n, text in enumerate(headings)}
    return {n: kind.level for n, kind in kinds.items() if kind and kind.level}


def _best(columns: list[int], body: Sequence[Row], fits: object) -> int | None:
    """Choose among columns of like heading the one whose cells fit best; the first where they are equal."""
    if not columns or not callable(fits):
        return None
    return max(columns, key=lambda n: sum(bool(fits(row.cell(n))) for row in body))


def _is_school(text: str) -> bool:
    kind, base = split_name(text)
    return bool(kind.levels and base)


def _is_month(text: str) -> bool:
    return (bool(spoken_months(text, None)) and len(text) <= 60) or bool(re.fullmatch(r"0?\d|1[0-2]", text))
