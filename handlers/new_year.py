"""A new school year: opened from last year's schools and people, with its own circulars."""

from __future__ import annotations

import re
from datetime import date

from db import audit, schools, years
from db.tables import Campaign
from handlers import drafting, terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVELS, Framework
from knowledge.language.heard import hear
from knowledge.language.years import following, school_year_named
from knowledge.plan_deadline import end_of_school_year

_OPENING = re.compile(
    r"^ (?:(?:hay|giup|nho'?|em|toi|cho|vui long|minh) )*(?:tao|mo|lap|them|bat dau|khoi tao) (?:mot )?nam hoc (?:moi|<date>) "
    r"|^ nam hoc moi [?.]? ?$"
)


def asks(turn: Turn) -> bool:
    """Tell whether an officer wants to open a school year."""
    return turn.role == "officer" and not turn.heard.room and _OPENING.search(hear(turn.words).plain) is not None


def open_year(turn: Turn) -> Reply:
    """Show what a new school year would start with, and ask."""
    year = _wanted(turn)
    existing = schools.of_year(turn.session, year)
    if existing is not None:
        return Reply(f"Năm học {year} đã có rồi.", (Choice("Lịch năm học", f"/lich {year}"),))
    before = years.last_before(turn.session, year)
    if before is None:
        raise Refusal("Chưa có năm học nào trước đó để lấy danh sách trường. Thầy/cô gửi tệp kế hoạch vào đây.")
    return drafting.ask(turn, "namhoc", "\n".join(_lines(turn, year, before)), year=year, before=before.id)


def _wanted(turn: Turn) -> str:
    named = school_year_named(turn.words)
    newest = next(iter(years.every(turn.session)), None)
    year = named or (following(newest.school_year) if newest else "")
    if not year:
        raise Refusal("Thầy/cô ghi năm học giúp, ví dụ: *tạo năm học 2018-2019*.")
    if abs(int(year[:4]) - turn.now.year) > 1:
        raise Refusal(f"Năm học {year} cách hôm nay quá xa. Thầy/cô xem lại giúp.")
    return year


def _lines(turn: Turn, year: str, before: Campaign) -> list[str]:
    reviews = schools.reviews(turn.session, before)
    start = f"01/08/{year[:4]}"
    deadline = end_of_school_year(year)
    held = _in_force(turn, date(int(year[:4]), 9, 1), {one.school.level for one in reviews})
    called = terms.review_word(turn.shelf.catalogue, {level: one.circular for level, one in held.items()})
    return [
        f"**Mở năm học {year}?**",
        f"· {len(reviews)} trường và mọi người đã tham gia chuyển sang từ {before.school_year}; cơ quan: {before.office_name}",
        f"· Thông tư: {_circulars(turn, year, {one.school.level for one in reviews})}",
        *_coming(turn, year, {one.school.level for one in reviews}),
        f"· Chưa có tháng {called}, đến khi thầy/cô gửi kế hoạch",
        f"· Hạn báo cáo tự đánh giá tạm đặt {wording.day(deadline) if deadline else 'chưa có'}, kế hoạch sẽ thay",
        f"Năm mới dùng từ {start}; năm học {before.school_year} vẫn xem được.",
    ]


def _circulars(turn: Turn, year: str, levels: set[str]) -> str:
    """Name the circulars that hold when the year begins, each with its levels."""
    held: dict[str, list[str]] = {}
    for level, framework in _in_force(turn, date(int(year[:4]), 9, 1), levels).items():
        held.setdefault(framework.short, []).append(level)
    return "; ".join(f"{', '.join(each)} {short}" for short, each in held.items()) or "chưa rõ"


def _coming(turn: Turn, year: str, levels: set[str]) -> list[str]:
    """Say which circulars come into force during the year: the plan may cite them."""
    before = _in_force(turn, date(int(year[:4]), 9, 1), levels)
    after = _in_force(turn, date(int(year[:4]) + 1, 5, 31), levels)
    new = {one.short: one.effective for level, one in after.items() if before.get(level) != one}
    shown = ", ".join(f"{short} (từ {wording.day(effective)})" for short, effective in new.items())
    return [f"· Trong năm có hiệu lực: {shown}; kế hoạch dẫn thông tư nào thì dùng thông tư đó"] if new else []


def _in_force(turn: Turn, day: date, levels: set[str]) -> dict[str, Framework]:
    ordered = [level for level in LEVELS if level in levels]
    return {level: found for level in ordered if (found := turn.shelf.catalogue.in_force(level, day))}


def confirmed(turn: Turn) -> Reply:
    """Open the year as it was shown."""
    draft = drafting.settle(turn, "namhoc")
    year = str(draft["year"])
    if schools.of_year(turn.session, year) is not None:
        raise Refusal(drafting.STALE)
    campaign = years.open_year(turn.session, turn.shelf.catalogue, year, "", turn.now)
    campaign.report_deadline = end_of_school_year(year)
    planned = years.plan(turn.session, turn.shelf.catalogue, campaign, turn.now)
    audit.note(turn.session, turn.person, "open-year", year, "", f"{planned} schools", turn.now)
    called = terms.review_in(turn.shelf.catalogue, campaign)
    text = f"Đã mở năm học **{year}** với {planned} trường. Thầy/cô gửi tệp kế hoạch vào đây để xếp tháng {called}."
    return Reply(text, (Choice("Lịch năm học", f"/lich {year}"), Choice("Xem cơ quan", "/coquan")), in_place=True)
