"""How an entry of the catalogue looks: a criterion, its evidence, a standard, a topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from handlers import amendments, wording
from handlers.turn import Choice, Reply
from knowledge.catalogue import (
    LEVEL_NAMES,
    Catalogue,
    Criterion,
    Entry,
    Framework,
    Indicator,
    Standard,
    Topic,
    shortened,
)
from knowledge.rules.progress import State

States = Mapping[str, State]
UNSURE = {"low": " · mục này chưa chắc chắn", "medium": "", "high": ""}
SHORT = 500
"""In letters: a criterion no longer than this is shown with all its levels at once."""
AMENDED = 180
"""In letters: what of an amendment is shown at once; the whole is a button away."""


def framework_of(catalogue: Catalogue, entry_id: str) -> Framework | None:
    """Find the framework that a criterion or standard stands in."""
    return next((one for one in catalogue.frameworks if entry_id.startswith(f"{one.id}/")), None)


def kind(framework: Framework) -> str:
    """Name the schools that *framework* is for: `tiểu học`; `THCS, THPT`; `phổ thông` where it is for all three."""
    general = len(framework.levels) > 1 and "TH" in framework.levels
    return "phổ thông" if general else ", ".join(LEVEL_NAMES[level] for level in framework.levels)


def page(
    catalogue: Catalogue,
    entry: Entry,
    day: date,
    states: States | None = None,
    letter: str | None = None,
    level: int | None = None,
) -> Reply:
    """Show *entry* as it is read on *day*; with *states* the own school's progress beside each part."""
    if isinstance(entry, Topic):
        return topic(catalogue, entry, day)
    framework = framework_of(catalogue, entry.id)
    if framework is None:
        raise KeyError(entry.id)
    ended = replaced(catalogue, [framework], day)
    if isinstance(entry, Standard):
        return standard(framework, entry, day, states, ended)
    return criterion(framework, entry, day, states, letter, level, ended)


def criterion(
    framework: Framework,
    one: Criterion,
    day: date,
    states: States | None,
    letter: str | None = None,
    level: int | None = None,
    ended: Sequence[str] = (),
) -> Reply:
    """Show what a criterion, one of its levels, or one of its parts asks for."""
    shown, rest = _chosen(one, day, letter, level)
    lines = [f"**Tiêu chí {one.number} · {one.short}** ({kind(framework)}){_compulsory(framework, one)}"]
    lines += amendments.changed_by(framework, one, day, shown)
    lines += requirements(shown, one.number, states)
    lines += [f"Lưu ý: {one.note}"] if one.note and not level else []
    lines += _amendment(framework, one, day)
    lines += _own(states, one.number)
    lines += [citation(framework, one), *ended]
    changed = [Choice("Thay đổi", f"/xem {one.id} td")] if any("…" in line for line in lines) else []
    kept = framework.as_of(day)
    buttons = (*_levels(one, rest), *changed, *_around(kept, one, tap=states is not None and one.number in states))
    return Reply("\n".join(lines), buttons)


def _chosen(whole: Criterion, day: date, letter: str | None, level: int | None) -> tuple[list[Indicator], list[int]]:
    """Pick the parts to show, and the levels that are left for buttons: the first level, unless all is short.

    What is asked for by its letter or level is shown also where it does not hold on *day*.
    """
    if letter is not None:
        return [part for part in whole.indicators if part.letter == letter], []
    one = whole.as_of(day)
    levels = list(one.levels)
    if level is not None and level not in levels:
        return list(whole.asked_at(level)), levels
    if level is None and levels and sum(len(part.text) for part in one.indicators) > SHORT:
        level = levels[0]
    if level is None:
        return list(one.indicators), []
    return list(one.asked_at(level)), [other for other in levels if other != level]


def requirements(parts: Sequence[Indicator], number: str = "", states: States | None = None) -> list[str]:
    """List what is asked for, under the names of the levels where there are any."""
    lines: list[str] = []
    level = 0
    for part in parts:
        if part.level != level:
            level = part.level
            lines.append(f"**Mức {level}**")
        lines.append(f"{_mark(part)} {part.text}{_part(states, number, part.letter)}")
    return lines


def _mark(part: Indicator) -> str:
    """`b)` for a part with a letter, a dot for one without."""
    letter = part.letter.rpartition(".")[2]
    return f"{letter})" if len(letter) == 1 and letter.isalpha() else "•"


def _compulsory(framework: Framework, one: Criterion) -> str:
    return " · **bắt buộc**" if one.number in (framework.rating.compulsory or ()) else ""


def _amendment(framework: Framework, one: Criterion, day: date) -> list[str]:
    """Say what an amendment changed, from the day that it holds."""
    if framework.amended_by is None or framework.amended_on is None or day < framework.amended_on:
        return []
    source = f"{shortened(framework.amended_by)}, từ {wording.day(framework.amended_on)}"
    return [f"Thay đổi ({source}): {wording.shortened(one.amendment, AMENDED)}"] if one.amendment else []


def left_out(framework: Framework, one: Criterion, now: Sequence[Choice]) -> Reply:
    """Say that a criterion is no longer asked for, since when, and where that is found *now*."""
    number, until = shortened(framework.amended_by or framework.number), one.until or framework.effective
    lines = [
        f"**{one.number} {one.short}** ({kind(framework)})",
        f"Từ {wording.day(until)} bỏ theo {number}; câu chữ mới sau {number} chưa có ở đây.",
        wording.sentence(wording.shortened(one.amendment or one.note, SHORT)),
        citation(framework, one),
    ]
    return Reply("\n".join(line for line in lines if line != "."), (*now, Choice("Bản trước đó", f"/xem {one.id}")))


def replaced(catalogue: Catalogue, frameworks: Sequence[Framework], day: date) -> list[str]:
    """Say in one line what has taken the place of *frameworks* by *day*."""
    ended = [one for one in frameworks if one.replaced_by and one.replaced_on and one.replaced_on <= day]
    if not ended:
        return []
    heirs = list(dict.fromkeys(shortened(one.replaced_by or "") for one in ended))
    current = list(
        dict.fromkeys(now.short for one in ended for level in one.levels if (now := catalogue.in_force(level, day)))
    )
    later = f", nay là {', '.join(current)}" if not set(current) <= set(heirs) else ""
    return [f"Từ {wording.day(ended[0].replaced_on or day)} thay bằng {', '.join(heirs)}{later}."]


def _levels(one: Criterion, levels: Sequence[int]) -> list[Choice]:
    return [Choice(f"Mức {level}", f"/xem {one.id} m{level}") for level in levels]


def citation(framework: Framework, entry: Criterion | Standard) -> str:
    """Cite the circular and the place, since when it holds, and how sure the line is."""
    if isinstance(entry, Standard):
        return wording.cite(framework, f"tiêu chuẩn {entry.number}")
    cited = wording.cite(framework, f"tiêu chuẩn {entry.number.split('.')[0]}, tiêu chí {entry.number}")
    return cited[:-1] + UNSURE[entry.confidence] + "*"


def _part(states: States | None, number: str, letter: str) -> str:
    state = states.get(f"{number}/{letter}") if states else None
    return f" {wording.sign(state)}" if state else ""


def _own(states: States | None, number: str) -> list[str]:
    if states is None or number not in states:
        return []
    state = states[number]
    when = f", ghi ngày {state.at:%d/%m}" if state.at else ""
    return [f"Trường mình: {wording.sign(state)} {wording.progress(state)}{when}."]


def _around(framework: Framework, one: Criterion, *, tap: bool) -> tuple[Choice, ...]:
    numbers = [other.number for other in framework.criteria]
    at = numbers.index(one.number) if one.number in numbers else len(numbers)
    buttons = [Choice("Minh chứng", f"/xem {one.id} mc")]
    buttons += [Choice("Dữ liệu định lượng", f"/xem {one.id} dl")] if one.quantitative else []
    buttons += [wording.update_choice(one.number)] if tap else []
    buttons.append(Choice(f"Tiêu chuẩn {one.number.split('.')[0]}", f"/xem {framework.id}/{one.number.split('.')[0]}"))
    if at + 1 < len(numbers):
        buttons.append(Choice(f"{numbers[at + 1]} ›", f"/xem {framework.id}/{numbers[at + 1]}"))
    return tuple(buttons)


def evidence(framework: Framework, one: Criterion, day: date) -> Reply:
    """Show the evidence that schools usually have for a criterion."""
    lines = [f"**Minh chứng thường dùng · {one.number} {one.short}**", *amendments.changed_by(framework, one, day)]
    lines += [f"• {item}" for item in one.evidence]
    lines += ["Chỉ là gợi ý: trường chọn minh chứng phù hợp của mình.", citation(framework, one)]
    return Reply("\n".join(lines), (Choice(f"‹ Tiêu chí {one.number}", f"/xem {one.id}"),))


def figures(framework: Framework, one: Criterion, day: date) -> Reply:
    """Show the figures that a school follows for a criterion."""
    lines = [f"**Dữ liệu định lượng · {one.number} {one.short}**", *amendments.changed_by(framework, one, day)]
    lines += [f"• {item}" for item in one.quantitative]
    back = Choice(f"‹ Tiêu chí {one.number}", f"/xem {one.id}")
    return Reply("\n".join([*lines, citation(framework, one)]), (back,))


def amendment(framework: Framework, one: Criterion) -> Reply:
    """Show all that an amendment changed in a criterion."""
    number, since = shortened(framework.amended_by or framework.number), framework.amended_on or framework.effective
    head = f"**Thay đổi · {one.number} {one.short}** ({number}, từ {wording.day(since)})"
    back = Choice(f"‹ Tiêu chí {one.number}", f"/xem {one.id}")
    return Reply("\n".join([head, wording.sentence(one.amendment), citation(framework, one)]), (back,))


def standard(framework: Framework, one: Standard, day: date, states: States | None, ended: Sequence[str] = ()) -> Reply:
    """Show a standard with its criteria as buttons, as it is read on *day*."""
    kept = one.as_of(day, framework.left_out_since(day)).criteria
    signs = {c.number: f"{wording.sign(states[c.number])} " for c in kept if states and c.number in states}
    lines = [
        f"**Tiêu chuẩn {one.number} · {one.title}** ({kind(framework)}): {len(kept)} tiêu chí",
        *amendments.of_standard(framework, one, day),
        *(f"{signs.get(c.number, '')}{c.number} {c.short}{_compulsory(framework, c)}" for c in kept),
        citation(framework, one),
        *ended,
    ]
    buttons = tuple(Choice(c.number, f"/xem {c.id}") for c in one.criteria)
    return Reply("\n".join(lines), (*buttons, Choice("‹ Các tiêu chuẩn", f"/tieuchuan {framework.id}")), in_place=True)


def topic(catalogue: Catalogue, one: Topic, day: date, *, whole: bool = False) -> Reply:
    """Show a topic: the short answer first, the rest by a button; at once where it tells what holds on *day*."""
    amended = [each for each in _of_topic(catalogue, one) if each.amended_on and each.amended_on <= day]
    whole = whole or any((each.amended_by or "").rpartition("/")[0] in one.more for each in amended)
    text = f"{one.text}\n\n{one.more}" if whole and one.more else one.text
    ended = replaced(catalogue, _of_topic(catalogue, one), day)
    lines = [f"**{one.title}**", text, topic_citation(catalogue, one), *ended]
    return Reply(
        "\n".join(lines), () if whole or not one.more else (Choice("Xem thêm", f"/xem {one.id} tt"),), in_place=whole
    )


def _of_topic(catalogue: Catalogue, one: Topic) -> list[Framework]:
    """List the standards of the circular that a topic is about."""
    return [framework for framework in catalogue.frameworks if framework.circular == one.circular]


def topic_citation(catalogue: Catalogue, one: Topic) -> str:
    """Cite where a topic comes from, since when it holds, and that nobody has compared it with the official text."""
    circulars = _of_topic(catalogue, one)
    since = f" · hiệu lực từ {wording.day(circulars[0].effective)}" if circulars else ""
    doubt = "" if all(each.verified for each in circulars) else " · theo tóm lược, cần đối chiếu văn bản gốc"
    return f"*{one.source}{since}{doubt}{UNSURE[one.confidence]}*"
