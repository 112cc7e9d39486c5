"""What a message reports: the updates, or the error that keeps all of them from being recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.language.binding import Binding, targets
from knowledge.language.meaning import Update
from knowledge.language.questions import Clause
from knowledge.language.references import Found
from knowledge.language.statuses import Said

NOT_BUT = re.compile(r"(?<= )khong phai(?: la)? ((?:(?!ma )\S+ ){1,5}?)ma(?: la)?(?= )")
BUT_NOT = re.compile(r"(?<= )(?:chu|ma|,) khong phai(?: la)?(?: (?:[RM]\d+)|(?: (?!,|;|¶|\.|\?)\S+)+)")
NOT_THIS = re.compile(
    r"(?<= )khong phai(?: la)? (?:[RM]\d+ (?:(?:,|va) )?)+(?:(?:dau|dau'|nhe|a|nha|ha|em|thay|roi) )*[,.;] (?=.*[RM]\d)"
)
"""`không phải 2.1 đâu, 2.2 xong`."""
BEFORE_NOW = re.compile(
    r"(?<= )(?:hom qua|hom kia|hom truoc|bua truoc|tuan truoc|thang truoc|dot truoc|lan truoc|luc truoc|ban dau)"
    r"(?: (?:moi|duoc|dat|bao|ghi|la|con|thi|chi))*(?: (?P<place>[RM]\d+))?"
    r"(?: (?:moi|duoc|dat|bao|ghi|la|con|thi|chi))* \d+ % (?:, )?"
    r"(?=(?:hom |den |bay |hien )?(?:nay|gio)(?: \S+){0,4} \d+ %)"
)
"""`hôm qua 50 % nay được 70 %`: how it was is not how it is."""
IN_PERCENT = re.compile(
    r"(?<= )(?:<may> (?:(?:roi|cong viec) )?(?:, )?(?:(?:tuc|tuc la|nghia la|hay|hay la|bang|khoang|"
    r"tuong duong|la|:) ){0,2}"
    r"|\d{1,2} (?:tieu chi|chi so) (?:roi )?(?:, )?(?:(?:tuc|nghia|tuong duong)(?: la| voi| khoang)? ))(?=\d+ %)"
)
"""`được 3/4, tức 75 %`: the percentage says what the share says."""
MISTAKEN = re.compile(
    r" (?:ghi|bao|nhap|gui|bam|noi|go) (?:nham|sai|lon)(?: (?:la|cho|vao|sang|roi|tieu chi))* R\d+(?= (?:,|;|\.|¶|"
    r"dung ra|thanh).* R\d)"
)


@dataclass(frozen=True, slots=True)
class Report:
    """The updates of a message, or the error that keeps all of them from being recorded."""

    updates: tuple[Update, ...] = ()
    error: str | None = None
    stated: bool = False
    """Something was stated, be it of no known place."""
    fine: tuple[Update, ...] = ()
    """With an error: the updates that would be all right."""


def corrected(text: str) -> str:
    """Leave out what a speaker says it is not: `70 % chứ không phải 80 %`, `ghi nhầm 1.3, đúng ra là 1.4 xong`."""
    text = BEFORE_NOW.sub(lambda match: f"{match['place']} " if match["place"] else "", text)
    for gone in (NOT_THIS, BUT_NOT, NOT_BUT, IN_PERCENT):
        text = gone.sub("", text)
    return MISTAKEN.sub(" nham", text)


def report(clauses: list[Clause], places: dict[str, Found], excepted: frozenset[str] = frozenset()) -> Report:
    """Bind every status of *clauses* to its *places* (`R0`, `M0`), and merge what is said of one target."""
    binding = Binding(places)
    for clause in clauses:
        binding.hear(clause)
    real = [(place, said) for place, said in binding.bound if said.real and place not in excepted]
    stated = bool(real) or any(one.real and not one.weak for one in binding.said)
    real = [(place, _as_draft(said) if places[place].draft else said) for place, said in real]
    errors = [error for place, said in real if (error := _trouble(places[place], said))]
    errors += [one.error for one in binding.said if one.real and one.error]
    updates, clash = _merged(real, places)
    errors += [clash] if clash else []
    if real:
        errors += _open(binding, places, excepted)
    if errors:
        return Report(error=errors[0], stated=stated, fine=updates)
    return Report(updates, stated=stated)


def _open(binding: Binding, places: dict[str, Found], excepted: frozenset[str]) -> list[str]:
    """List what was named beside a report without a word of how it stands."""
    reached = {place for place, _ in binding.bound} | binding.dropped | excepted
    left = [place for place in binding.waiting if place not in reached]
    return [_asks_about(places[place]) for place in left if not places[place].alone and place[0] == "R"]


def _trouble(found: Found, said: Said) -> str | None:
    """Say what keeps one thing said of one place from being recorded."""
    if said.error or found.error:
        return said.error or found.error
    return (
        f"chưa rõ {_shown(found)} đã xong hay {said.doubt} mới xong, ví dụ: đã xong {_shown(found)}"
        if said.doubt
        else None
    )


def _shown(found: Found) -> str:
    return STEP_NAMES.get(found.said, found.said)


def _as_draft(said: Said) -> Said:
    return replace(said, status="in_progress") if said.status == "done" else said


def _asks_about(found: Found) -> str:
    return found.error or f"chưa rõ {found.said} đã xong hay được bao nhiêu phần trăm"


def _merged(real: list[tuple[str, Said]], places: dict[str, Found]) -> tuple[tuple[Update, ...], str | None]:
    merged: dict[str, Update] = {}
    clash: str | None = None
    clashing: set[str] = set()
    figured = {target for place, said in real if said.percent is not None for target in targets(place, places[place])}
    for place, said in real:
        if _trouble(places[place], said):
            continue
        for target in targets(place, places[place]):
            if said.denied and target in figured:
                continue
            before = merged.get(target, Update(target))
            after = _joined(before, said)
            if after is None:
                clash = clash or f"{_name(target)} được nói hai cách khác nhau"
                clashing.add(target)
                continue
            merged[target] = after
    clashing |= {target for target, update in merged.items() if _contradicts(update)}
    if clashing and clash is None:
        clash = f"{_name(sorted(clashing)[0])} được nói hai cách khác nhau"
    fine = [update for target, update in merged.items() if target not in clashing]
    return tuple(_wholes_first(fine)), clash


def _wholes_first(updates: list[Update]) -> list[Update]:
    """Put a standard before its criteria where it was said after them: the narrower word holds."""
    order = {update.target: at for at, update in enumerate(updates)}
    whole = {target: re.split(r"[./]", target)[0] for target in order}
    late = any(order.get(whole[target], -1) > order[target] for target in order)
    return sorted(updates, key=lambda update: re.sub(r"[^./]", "", update.target).count(".")) if late else updates


def _joined(before: Update, said: Said) -> Update | None:
    """Join one more thing said of a target; None where it contradicts."""
    for old, new in ((before.status, said.status), (before.percent, said.percent), (before.rating, said.rating)):
        if old is not None and new is not None and old != new:
            return None
    percent = said.percent if said.percent is not None else before.percent
    return Update(before.target, said.status or before.status, percent, said.rating or before.rating)


def _contradicts(update: Update) -> bool:
    if update.percent is None:
        return False
    return update.percent > 0 if update.status == "not_started" else update.status == "done" and update.percent < 100


def _name(target: str) -> str:
    if target.startswith("milestone:"):
        return STEP_NAMES[target.removeprefix("milestone:")]
    kind = "chỉ số" if "/" in target else "tiêu chí" if "." in target else "tiêu chuẩn"
    return f"{kind} {target}"


STEP_NAMES = {
    "council": "hội đồng tự đánh giá",
    "plan": "kế hoạch tự đánh giá",
    "evidence": "minh chứng",
    "rating": "phiếu đánh giá tiêu chí",
    "report": "báo cáo tự đánh giá",
    "publication": "công bố báo cáo",
}
