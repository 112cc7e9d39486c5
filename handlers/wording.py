"""How things are named and drawn in every message: steps, states, dates, bars."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from handlers.turn import Choice
from knowledge.catalogue import Criterion, Framework
from knowledge.language.audience import LEVELS
from knowledge.language.fold import clean, fold
from knowledge.language.meaning import MILESTONES
from knowledge.rules.progress import Lacking, StandardProgress, State

STEPS = {
    "council": "Hội đồng tự đánh giá",
    "plan": "Kế hoạch tự đánh giá",
    "evidence": "Thu thập, xử lý minh chứng",
    "rating": "Đánh giá các tiêu chí",
    "report": "Báo cáo tự đánh giá",
    "publication": "Công bố báo cáo",
}
ROLE_NAMES = {
    "principal": "Hiệu trưởng",
    "deputy": "Phó hiệu trưởng",
    "officer": "Chuyên viên",
    "viewer": "Người xem",
    "stranger": "Khách",
}
SIGNS = {"done": "✅", "in_progress": "◐", "not_started": "○"}
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
RATINGS = {"met": "đạt", "not_met": "không đạt"}


def day(value: date) -> str:
    """`02/10/2017`."""
    return f"{value:%d/%m/%Y}"


def weekday(value: date) -> str:
    """`thứ Hai 15/01/2018`."""
    return f"{WEEKDAYS[value.weekday()]} {day(value)}"


def month(value: date) -> str:
    """`11/2017`."""
    return f"{value:%m/%Y}"


def label(target: str, framework: Framework | None = None) -> str:
    """Name a target as people do: `1.1`, `1.4 chỉ số b`, in 2018 `1.4 chỉ báo b`, `Tiêu chuẩn 4`, `Báo cáo tự đánh giá`."""
    if target.startswith("milestone:"):
        return STEPS[target.removeprefix("milestone:")]
    if "/" in target:
        number, letter = target.split("/")
        part = framework.part_name if framework else "chỉ số"
        return f"{number} Mức {letter[1:]}" if letter[0] == "m" else f"{number} {part} {letter}"
    return target if "." in target else f"Tiêu chuẩn {target}"


def sign(state: State) -> str:
    """✅, ◐ or ○."""
    return SIGNS[state.status]


def progress(state: State) -> str:
    """`xong`, `40 %`, `đang làm, không đạt`."""
    words = {"done": "xong", "in_progress": "đang làm", "not_started": "chưa làm" if state.reported else "chưa ghi"}
    shown = f"{state.percent} %" if state.status == "in_progress" and state.percent else words[state.status]
    rated = f"đạt Mức {state.level}" if state.level else RATINGS.get(state.rating or "")
    return f"{shown}, {rated}" if rated else shown


def bar(percent: int, width: int = 5) -> str:
    """Draw *percent* as `■■■□□`: what is begun shows, and only what is done is full."""
    full = max(percent * width // 100, 1 if percent else 0)
    return "■" * full + "□" * (width - full)


def standard_line(part: StandardProgress) -> str:
    """`Tiêu chuẩn 1 ■■■□□ 4/7`."""
    return f"Tiêu chuẩn {part.number} {bar(part.percent)} {part.done}/{part.total}"


def step(name: str, state: State) -> str:
    """`◐ Báo cáo tự đánh giá 50 %`."""
    figure = f" {state.percent} %" if state.status == "in_progress" and state.percent else ""
    return f"{sign(state)} {STEPS[name]}{figure}"


def steps_line(states: Mapping[str, State], gaps: Lacking) -> str:
    """`Các bước: 2/6 xong, tiếp theo ○ Thu thập, xử lý minh chứng`; what is under way goes first."""
    if not gaps.milestones:
        return "✅ Đủ sáu bước tự đánh giá."
    begun = [name for name in gaps.milestones if states[f"milestone:{name}"].status == "in_progress"]
    following = begun[:2] or list(gaps.milestones[:1])
    shown = " · ".join(step(name, states[f"milestone:{name}"]) for name in following)
    lead = "đang làm" if begun else "tiếp theo"
    return f"Các bước: {len(MILESTONES) - len(gaps.milestones)}/{len(MILESTONES)} xong, {lead} {shown}"


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def shortened(text: str, longest: int) -> str:
    """Cut on one line what is longer than *longest*."""
    said = " ".join(text.split())
    return said if len(said) <= longest else said[: longest - 1].rstrip() + "…"


def levels_named(text: str) -> tuple[str, ...]:
    """Find the school levels that *text* names: `các trường th` is `("TH",)`."""
    folded = fold(clean(text))
    return tuple(level for level, pattern in LEVELS.items() if re.search(rf"(?<![\w&])(?:{pattern})(?![\w&])", folded))


def item(criterion: Criterion, state: State) -> str:
    """`◐ 5.4 Kết quả xếp loại (70 %)`: one line of what is lacking."""
    extra = [f"{state.percent} %"] if state.status == "in_progress" and state.percent else []
    extra += ["không đạt"] if state.rating == "not_met" else []
    return f"{sign(state)} {criterion.number} {criterion.short}" + (f" ({', '.join(extra)})" if extra else "")


def cite(framework: Framework, place: str) -> str:
    """`*TT 42/2012, tiêu chuẩn 3 · hiệu lực từ 07/01/2013 · theo tóm lược, cần đối chiếu văn bản gốc*`."""
    doubt = "" if framework.verified else " · theo tóm lược, cần đối chiếu văn bản gốc"
    return f"*{framework.short}, {place} · hiệu lực từ {day(framework.effective)}{doubt}*"


def until(target: date, today: date) -> str:
    """`còn 30 ngày`, `ngày mai`, `hôm nay`, `đã qua 3 ngày`."""
    days = (target - today).days
    if days > 1:
        return f"còn {days} ngày"
    return {1: "ngày mai", 0: "hôm nay"}.get(days, f"đã qua {-days} ngày")


def to_month(first: date, today: date) -> str:
    """`còn 30 ngày`, `chính là tháng này`, `đã qua`: how far a review month is."""
    if (first.year, first.month) == (today.year, today.month):
        return "chính là tháng này"
    return "đã qua" if first < today else until(first, today)


def update_choice(number: str) -> Choice:
    """Give the button that opens the tapping of a criterion's state."""
    return Choice("Cập nhật", f"/ghi {number}")
