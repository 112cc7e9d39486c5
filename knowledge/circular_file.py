"""Read one file of circulars: the standards, criteria and indicators of one circular for one kind of school."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.catalogue import Criterion, Framework, Indicator, Standard
from knowledge.circular_front import GENERATIONS, read_lines, split_front, to_review
from knowledge.circular_part import EVIDENCE, QUANTITATIVE, REWORDED, UNTIL, Part
from knowledge.circular_rating import read_rating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.circular_front import Front, Line

REQUIREMENT = {2012: "chỉ số", 2018: "chỉ báo", 2026: "yêu cầu"}
"""What each generation calls the least thing that it asks for."""

_STANDARD = re.compile(r"# Tiêu chuẩn ([1-9]\d*)\. (\S.*)")
_CRITERION = re.compile(r"## ([1-9]\d*)\.([1-9]\d*) (\S.*)")


def read_circular(path: Path) -> Framework:
    """Read *path*; refuse a bad file by its line."""
    lines = read_lines(path)
    for line in to_review(lines):
        raise line.bad(f"{line.text.removeprefix('# ')} (Xem lại, sửa cho đúng rồi bỏ dòng này.)")
    front, body = split_front(lines)
    parts = _parts(body)
    _check_order(parts)
    _check_shorts(parts)
    _check_levels(front, parts)
    _check_days(front, parts)
    framework = _framework(front, parts)
    _check_counts(front, framework)
    return framework


def _parts(body: Iterable[Line]) -> list[Part]:
    parts: list[Part] = []
    for line in body:
        if line.text.startswith("### ") and parts:
            parts[-1].take_level(line)
        elif line.text.startswith("#"):
            parts.append(_heading(line))
        elif line.text and parts:
            parts[-1].take(line)
        elif line.text:
            raise line.bad("Trước dòng này phải có dòng “# Tiêu chuẩn 1. Tên tiêu chuẩn”.")
    return parts


def _heading(line: Line) -> Part:
    if found := _STANDARD.fullmatch(line.text):
        return Part(line, (int(found[1]),), found[2])
    if found := _CRITERION.fullmatch(line.text):
        return Part(line, (int(found[1]), int(found[2])), found[3])
    raise line.bad("Đề mục phải viết như “# Tiêu chuẩn 1. Tên tiêu chuẩn”, “## 1.1 Tên tiêu chí” hoặc “### Mức 1”.")


def _check_order(parts: list[Part]) -> None:
    """Refuse a heading that stands there twice, or is not the next one."""
    seen: dict[tuple[int, ...], int] = {}
    standard = criterion = 0
    for part in parts:
        if part.number in seen:
            raise part.heading.bad(f"{part.name} đã có ở dòng {seen[part.number]}; đánh số lại.")
        if part.number == (standard + 1,):
            standard, criterion = standard + 1, 0
        elif standard and part.number == (standard, criterion + 1):
            criterion += 1
        else:
            raise part.heading.bad(f"{part.name} không đúng thứ tự; ở đây phải là {_next(standard, criterion)}.")
        seen[part.number] = part.heading.number


def _next(standard: int, criterion: int) -> str:
    following = f"“# Tiêu chuẩn {standard + 1}. ”"
    return f"“## {standard}.{criterion + 1} ” hoặc {following}" if standard else following


def _check_shorts(parts: list[Part]) -> None:
    """Refuse two buttons that read the same."""
    seen: dict[str, Part] = {}
    for part in parts:
        short = part.short()
        if short in seen:
            raise part.required("Gọi tắt")[0].bad(f"“Gọi tắt” này đã dùng cho {seen[short].name}; đổi cho khác nhau.")
        seen[short] = part


def _check_levels(front: Front, parts: list[Part]) -> None:
    """Refuse levels that the generation does not have, and a level that asks for nothing."""
    generation = front.values["generation"]
    highest = GENERATIONS[generation]
    if "level4_incomplete" in front.values and highest < 4:
        raise front.where["level4_incomplete"].bad(f"Thế hệ {generation} không có Mức 4; bỏ dòng này.")
    for level in (level for part in parts for level in part.levels):
        if level.number and not highest:
            raise level.heading.bad(f"Thế hệ {generation} không chia mức; bỏ dòng này hoặc sửa “generation”.")
        if highest and not level.number:
            raise level.heading.bad(f"Thế hệ {generation} chia mức; thêm dòng “### Mức 1” ở trên.")
        if level.number > highest:
            raise level.heading.bad(f"Thế hệ {generation} chỉ có đến Mức {highest}.")
        if not level.requirements:
            raise level.heading.bad(f"Mức {level.number} chưa có yêu cầu nào; thêm các dòng “a) ” hoặc “- ”.")


def _check_days(front: Front, parts: list[Part]) -> None:
    """Refuse what an amendment would change before the circular is in force."""
    effective = front.values["effective"]
    dated = [(part, name) for part in parts for name in (UNTIL, REWORDED) if name in part.fields]
    days = [(part.fields[name][0], part.day(name)) for part, name in dated]
    asked = [one for part in parts for level in part.levels for one in level.requirements]
    days += [(one.line, day) for one in asked for day in (one.since, one.until)]
    for line, day in days:
        if day and day <= effective:
            raise line.bad(f"Ngày {day} không sau ngày có hiệu lực của thông tư ({effective}); sửa một trong hai.")


def _framework(front: Front, parts: list[Part]) -> Framework:
    values = front.values
    framework = f"{values['circular']}/{values.get('part', values['levels'][0].lower())}"
    return Framework(
        id=framework,
        circular=values["circular"],
        number=values["number"],
        levels=tuple(values["levels"]),
        issued=values["issued"],
        effective=values["effective"],
        replaced_by=values.get("replaced_by"),
        replaced_on=values.get("replaced_on"),
        verified=values["verified"],
        source=values["source"],
        standards=tuple(_standard(part, parts, framework) for part in parts if not part.is_criterion),
        generation=values["generation"],
        rating=read_rating(front, parts),
        amended_by=values.get("amended_by"),
        amended_on=values.get("amended_on"),
        level4_incomplete=values.get("level4_incomplete", False),
    )


def _standard(part: Part, parts: list[Part], framework: str) -> Standard:
    criteria = tuple(_criterion(p, framework) for p in parts if p.is_criterion and p.number[0] == part.number[0])
    if not criteria:
        raise part.heading.bad(f"{part.name} chưa có tiêu chí nào; thêm “## {part.dotted}.1 Tên tiêu chí”.")
    return Standard(f"{framework}/{part.dotted}", part.number[0], part.title, part.short(), criteria, part.asked_as())


def _criterion(part: Part, framework: str) -> Criterion:
    if not part.levels:
        raise part.heading.bad(f"{part.name} chưa có yêu cầu nào; thêm các dòng “a) ”, “b) ”, “c) ”.")
    if not part.listed(EVIDENCE):
        raise part.heading.bad(f"{part.name} chưa có minh chứng; thêm dòng “{EVIDENCE}” và các dòng “- ”.")
    id_ = f"{framework}/{part.dotted}"
    return Criterion(
        id=id_,
        number=part.dotted,
        title=part.title,
        short=part.short(),
        indicators=tuple(_indicators(id_, part)),
        evidence=part.listed(EVIDENCE),
        asked_as=part.asked_as(),
        confidence=part.confidence(),
        note=part.said("Lưu ý"),
        quantitative=part.listed(QUANTITATIVE),
        amendment=part.said("Thay đổi"),
        until=part.day(UNTIL),
        reworded=part.day(REWORDED),
    )


def _indicators(criterion: str, part: Part) -> Iterator[Indicator]:
    for level in part.levels:
        for letter, asked in level.named():
            yield Indicator(f"{criterion}/{letter}", letter, asked.text, level.number, asked.since, asked.until)


def _check_counts(front: Front, framework: Framework) -> None:
    term = REQUIREMENT[framework.generation]
    counts = {
        "standards": (len(framework.standards), "tiêu chuẩn"),
        "criteria": (len(framework.criteria), "tiêu chí"),
        "indicators": (sum(len(criterion.indicators) for criterion in framework.criteria), term),
        "level_requirements": (sum(len(criterion.levels) for criterion in framework.criteria), "cặp tiêu chí và mức"),
    }
    for name, (count, what) in counts.items():
        said = front.values.get(name, count)
        if count != said:
            fault = f"Khai báo {said} {what} nhưng tệp có {count}; bổ sung phần thiếu hoặc sửa số này."
            raise front.where[name].bad(fault)
