"""Read a managing office's yearly plan out of a Word, Excel or text file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.language.months import school_year_of, settle, spoken_months
from knowledge.language.school_kinds import read_kind, split_name
from knowledge.plan_deadline import Deadline, deadline_in
from knowledge.plan_files import read_blocks
from knowledge.plan_lists import list_entries
from knowledge.plan_model import Entry, Plan, PlannedSchool, UnreadablePlan
from knowledge.plan_rows import check_rows
from knowledge.plan_tables import table_entries
from knowledge.plan_text import circulars_in, lines_of, office_in, school_year_in

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Plan", "PlannedSchool", "UnreadablePlan", "read_plan"]

_NO_TABLE = (
    "Không thấy bảng các trường với tháng đánh giá ngoài trong tệp; "
    "thầy/cô gửi bảng có cột “Tên trường” và “Tháng đánh giá ngoài”."
)


def read_plan(name: str, content: bytes) -> Plan:
    """Read the plan file *name*; raise UnreadablePlan, saying why in Vietnamese, where there is none in it."""
    blocks = read_blocks(name, content)
    entries = table_entries(blocks) or list_entries(blocks)
    if not any(entry.name for entry in entries):
        raise UnreadablePlan(_NO_TABLE)
    lines = lines_of(blocks)
    school_year = school_year_in(lines, name) or _year_of_months(entries)
    checked = check_rows(entries, school_year)
    deadline = deadline_in(lines, school_year)
    return Plan(
        school_year=school_year,
        report_deadline=deadline.day,
        circulars=circulars_in(lines, _levels(entries)),
        schools=checked.schools,
        problems=(*_about_plan(school_year, deadline), *checked.problems),
        office=office_in(lines),
    )


def _year_of_months(entries: Sequence[Entry]) -> str | None:
    """Tell the school year by the months, where all of them lie in one."""
    spoken = [each for entry in entries for each in spoken_months(entry.month, None) if each.year]
    months = [month for each in spoken if (month := settle(each, None))]
    years = {school_year_of(int(month[:4]), int(month[5:])) for month in months}
    return years.pop() if len(years) == 1 else None


def _levels(entries: Sequence[Entry]) -> tuple[str, ...]:
    """List the levels that the plan has schools of, also in rows with a problem."""
    found: dict[str, None] = {}
    for entry in entries:
        kind, _ = split_name(entry.name)
        column = read_kind(entry.level) if entry.level else None
        level = kind.level or (column.level if column else None) or entry.heading
        if level:
            found[level] = None
    return tuple(found)


def _about_plan(school_year: str | None, deadline: Deadline) -> list[str]:
    problems = []
    if school_year is None:
        problems.append("Tệp không ghi năm học; thầy/cô thêm một dòng, ví dụ “Năm học 2017-2018”.")
    if deadline.impossible:
        written = re.sub(r"\s+", " ", deadline.impossible)
        problems.append(f"Hạn báo cáo tự đánh giá “{written}” không có trên lịch; thầy/cô sửa lại ngày.")
    return problems
