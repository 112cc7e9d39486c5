"""How an entry of the catalogue looks: a criterion, its evidence, a standard, a topic."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import wording
from handlers.turn import Choice, Reply
from knowledge.catalogue import LEVEL_NAMES, Catalogue, Criterion, Entry, Framework, Standard, Topic
from knowledge.rules.progress import State

States = Mapping[str, State]
UNSURE = {"low": " · mục này chưa chắc chắn", "medium": "", "high": ""}


def framework_of(catalogue: Catalogue, entry_id: str) -> Framework | None:
    """Find the framework that a criterion or standard stands in."""
    return next((one for one in catalogue.frameworks if entry_id.startswith(f"{one.id}/")), None)


def page(catalogue: Catalogue, entry: Entry, states: States | None = None, letter: str | None = None) -> Reply:
    """Show *entry*; with *states* the own school's progress beside each part."""
    if isinstance(entry, Topic):
        return topic(catalogue, entry)
    framework = framework_of(catalogue, entry.id)
    if framework is None:
        raise KeyError(entry.id)
    if isinstance(entry, Standard):
        return standard(framework, entry, states)
    return criterion(framework, entry, states, letter)


def criterion(framework: Framework, one: Criterion, states: States | None, letter: str | None = None) -> Reply:
    """Show what a criterion, or one of its indicators, asks for."""
    chosen = [part for part in one.indicators if letter in (None, part.letter)]
    lines = [f"**Tiêu chí {one.number} · {one.short}** ({LEVEL_NAMES[framework.levels[0]]})"]
    lines += [f"{part.letter}) {part.text}{_part(states, one.number, part.letter)}" for part in chosen]
    lines += [f"Lưu ý: {one.note}"] if one.note else []
    lines += _own(states, one.number)
    lines.append(citation(framework, one))
    return Reply("\n".join(lines), _around(framework, one, tap=states is not None))


def citation(framework: Framework, entry: Criterion | Standard) -> str:
    """Cite the circular and the place, and how sure the line is."""
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
    at = numbers.index(one.number)
    buttons = [Choice("Minh chứng", f"/xem {one.id} mc")]
    buttons += [wording.update_choice(one.number)] if tap else []
    buttons.append(Choice(f"Tiêu chuẩn {one.number.split('.')[0]}", f"/xem {framework.id}/{one.number.split('.')[0]}"))
    if at + 1 < len(numbers):
        buttons.append(Choice(f"{numbers[at + 1]} ›", f"/xem {framework.id}/{numbers[at + 1]}"))
    return tuple(buttons)


def evidence(framework: Framework, one: Criterion) -> Reply:
    """Show the evidence that schools usually have for a criterion."""
    lines = [f"**Minh chứng thường dùng · {one.number} {one.short}**", *(f"• {item}" for item in one.evidence)]
    lines += ["Chỉ là gợi ý: trường chọn minh chứng phù hợp của mình.", citation(framework, one)]
    return Reply("\n".join(lines), (Choice(f"‹ Tiêu chí {one.number}", f"/xem {one.id}"),))


def standard(framework: Framework, one: Standard, states: States | None) -> Reply:
    """Show a standard with its criteria as buttons."""
    signs = {c.number: f"{wording.sign(states[c.number])} " if states else "" for c in one.criteria}
    lines = [
        f"**Tiêu chuẩn {one.number} · {one.title}** ({LEVEL_NAMES[framework.levels[0]]}): {len(one.criteria)} tiêu chí",
        *(f"{signs[c.number]}{c.number} {c.short}" for c in one.criteria),
        citation(framework, one),
    ]
    buttons = tuple(Choice(c.number, f"/xem {c.id}") for c in one.criteria)
    return Reply("\n".join(lines), (*buttons, Choice("‹ Các tiêu chuẩn", f"/tieuchuan {framework.id}")), in_place=True)


def topic(catalogue: Catalogue, one: Topic, *, whole: bool = False) -> Reply:
    """Show a topic: the short answer first, the rest by a button."""
    text = f"{one.text}\n\n{one.more}" if whole and one.more else one.text
    lines = [f"**{one.title}**", text, topic_citation(catalogue, one)]
    return Reply(
        "\n".join(lines), () if whole or not one.more else (Choice("Xem thêm", f"/xem {one.id} tt"),), in_place=whole
    )


def topic_citation(catalogue: Catalogue, one: Topic) -> str:
    """Cite where a topic comes from, and that nobody has compared it with the official text."""
    verified = all(framework.verified for framework in catalogue.frameworks if framework.circular == one.circular)
    doubt = "" if one.circular is None or verified else " · theo tóm lược, cần đối chiếu văn bản gốc"
    return f"*{one.source}{doubt}{UNSURE[one.confidence]}*"
