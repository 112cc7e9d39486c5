"""From entries as written to schools of the plan, and a sentence for every row that cannot be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from knowledge.language.fold import fold
from knowledge.language.months import SpokenMonth, in_school_year, settle, spoken_months
from knowledge.language.school_kinds import canonical, name_key, read_kind, split_name
from knowledge.plan_model import Entry, PlannedSchool
from knowledge.plan_words import is_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ROWS_NAMED = 4
_EXCEL_DAY_ONE = 25569  # the number that Excel gives to 1 January 1970
_EXCEL_DAY = re.compile(r"[34]\d{4}|5[0-4]\d{3}")


class _Wrong(Exception):
    """What is wrong with a row, as the rest of a sentence."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rows of a plan came to."""

    schools: tuple[PlannedSchool, ...]
    problems: tuple[str, ...]


def check_rows(entries: Sequence[Entry], school_year: str | None) -> Checked:
    """Read every entry; what is wrong is told row by row, and that row left out."""
    read: list[tuple[PlannedSchool, int]] = []
    problems: list[str] = []
    for entry in entries:
        try:
            read.append((_school(entry, school_year), entry.table))
        except _Wrong as wrong:
            problems.append(f"{_row(entry.row, entry.name)}: {wrong}")
    schools, repeated = _without_repeats(read)
    return Checked(tuple(schools), tuple(problems + repeated))


def _school(entry: Entry, school_year: str | None) -> PlannedSchool:
    if not split_name(entry.name)[1] or not re.search(r"[^\W_]", entry.name):
        raise _Wrong(_no_name(entry))
    name, level = _named(entry)
    return PlannedSchool(name, level, read_month(entry.month, school_year), entry.note, entry.row, entry.commune)


def _no_name(entry: Entry) -> str:
    if entry.name:
        return f"“{entry.name}” chưa phải tên của một trường; thầy/cô ghi tên riêng, ví dụ TH Tứ Cường."
    return f"thiếu tên trường (ô tháng ghi “{entry.month or 'trống'}”); thầy/cô điền tên trường hoặc xóa dòng này."


def _named(entry: Entry) -> tuple[str, str]:
    column = read_kind(entry.level) if entry.level else None
    own, _ = split_name(entry.name)
    if column and own.levels and not set(column.levels) & set(own.levels):
        raise _Wrong(
            f"tên trường là {own.short} nhưng cột cấp học ghi “{entry.level}”; thầy/cô sửa cho hai ô khớp nhau."
        )
    found = canonical(entry.name, (column.level if column else None) or entry.heading)
    if not found:
        raise _Wrong("không rõ cấp học; thầy/cô ghi MN, TH hoặc THCS trước tên, ví dụ TH Tứ Cường.")
    return found


def read_month(text: str, school_year: str | None) -> str | None:
    """Read the cell of a month: None where it says that there is none; raise what is wrong with it otherwise."""
    if is_nothing(text):
        return None
    written = re.sub(r"^'", "", text.strip())
    spoken = _spoken(written, school_year)
    if not spoken:
        raise _Wrong(f"không đọc được tháng “{text}”; thầy/cô ghi dạng tháng/năm, ví dụ 11/2017.")
    _check_calendar(spoken, text)
    if not all(each.has_day for each in spoken) and len({(each.month, each.year) for each in spoken}) > 1:
        raise _Wrong(f"ghi nhiều tháng “{text}”; mỗi trường một tháng, thầy/cô chọn một.")
    return _in_year(spoken[0], text, school_year)


def _spoken(text: str, school_year: str | None) -> list[SpokenMonth]:
    if _EXCEL_DAY.fullmatch(text):
        return [_of_excel(int(text))]
    if re.fullmatch(r"\d{1,2}", text):
        return [SpokenMonth(int(text), None, None, 0, len(text))]
    return spoken_months(text, school_year)


def _of_excel(day: int) -> SpokenMonth:
    """Read a date that lost its format and shows as a number of days."""
    when = date(1970, 1, 1) + timedelta(days=day - _EXCEL_DAY_ONE)
    return SpokenMonth(when.month, when.year, None, 0, 5, has_day=True)


def _check_calendar(spoken: list[SpokenMonth], text: str) -> None:
    for each in spoken:
        if not 1 <= each.month <= 12:
            raise _Wrong(f"tháng “{text}” không có trong lịch (chỉ từ 1 đến 12); thầy/cô sửa lại tháng.")


def _in_year(spoken: SpokenMonth, text: str, school_year: str | None) -> str:
    month = settle(spoken, school_year)
    if month is None:
        raise _Wrong(f"tháng “{text}” chưa rõ năm; thầy/cô ghi cả năm, ví dụ {spoken.month:02d}/2017.")
    if school_year and not in_school_year(month, school_year):
        first, second = school_year.split("-")
        raise _Wrong(f"tháng “{text}” nằm ngoài năm học {school_year} (từ 8/{first} đến 8/{second}); thầy/cô sửa lại.")
    return month


def _without_repeats(read: list[tuple[PlannedSchool, int]]) -> tuple[list[PlannedSchool], list[str]]:
    """Keep the first of a school written twice alike; of one with two months keep none: nobody knows which is meant."""
    by_key: dict[str, list[tuple[PlannedSchool, int]]] = {}
    for school, table in read:
        by_key.setdefault(name_key(school.name), []).append((school, table))
    kept: list[PlannedSchool] = []
    problems: list[str] = []
    for places in by_key.values():
        same = [school for school, _ in places]
        alike = len({school.review_month for school in same}) == 1
        kept += same[:1] if alike else []
        # A summary beside the list says the same again, and is no mistake.
        if len(same) > 1 and not (alike and len({table for _, table in places}) == len(same)):
            problems.append(_repeated(same))
    return kept, problems


def _repeated(same: list[PlannedSchool]) -> str:
    rows = " và ".join([str(school.row) for school in same[:_MOST_ROWS_NAMED]] + ["…"] * (len(same) > _MOST_ROWS_NAMED))
    months = list(dict.fromkeys(_spelled(school.review_month) for school in same))
    what = f"với các tháng khác nhau ({', '.join(months)})" if len(months) > 1 else f"(cùng ghi {months[0]})"
    return f"Dòng {rows} ({same[0].name}): trường ghi {len(same)} lần {what}; thầy/cô giữ lại một dòng."


def _spelled(month: str | None) -> str:
    return f"{month[5:]}/{month[:4]}" if month else "không có tháng"


def _row(row: int, name: str) -> str:
    """Name a row as a person finds it again."""
    shown = " ".join(name.split())
    return f"Dòng {row} ({shown})" if fold(shown) else f"Dòng {row}"
