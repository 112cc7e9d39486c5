"""What level the own school reaches, what the next one takes, and what it would be if."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import progress
from handlers import grading, wording
from handlers.grading import Standing
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Framework
from knowledge.language.heard import Heard, hear
from knowledge.language.level_questions import asks_level, condition, level_asked, supposes
from knowledge.language.meaning import Update
from knowledge.rules.permissions import may
from knowledge.rules.progress import Event, State, states
from knowledge.rules.rating import what_if

LONG = 8
"""More criteria than this are not all named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted: the level now, the way to one, or the level if something were so."""

    level: int | None = None
    """The level to get to; 0 for the next one."""
    supposed: tuple[Update, ...] = ()
    error: str = ""


def asks(turn: Turn) -> bool:
    """Tell whether plain words are about the level of the speaker's own school."""
    if turn.heard.room or turn.school is None or not may(turn.role, "own_status"):
        return False
    return turn.framework is not None and bool(turn.framework.criteria) and _read(turn) is not None


def show(turn: Turn) -> Reply:
    """Say the level of the own school, what another takes, or what it would be."""
    framework, asked = turn.framework, _read(turn) or Asked()
    if turn.campaign is None or turn.school is None or framework is None or not framework.criteria:
        raise Refusal("Chưa có nội dung thông tư của trường mình, nên chưa tính được.")
    if asked.error:
        return Reply(f"Chưa tính được: {asked.error.rstrip('.')}.", (Choice("Xem các tiêu chuẩn", "/tieuchuan"),))
    events = progress.events(turn.session, turn.campaign, turn.school)
    now = grading.standing(framework, states(events, framework))
    if asked.supposed:
        lines = _supposed(now, asked.supposed, _then(turn, framework, events, asked.supposed))
    else:
        lines = _toward(now, asked.level or now.rating.level + 1) if asked.level is not None else _now(turn, now)
    cited = wording.cite(framework, f"cách xác định {grading.word(framework).lower()}")
    return Reply("\n".join([*lines, cited]), _after(turn, framework))


def _now(turn: Turn, one: Standing) -> list[str]:
    name = turn.school.name if turn.school else ""
    if not one.rated:
        return [f"**{name}**: {_not_yet(one)}", grading.rule(one, 1)]
    level = one.rating.level
    return [f"**{name}**: {grading.summary(one)}.", *grading.gap(one), *_by_level(one), *grading.doubt(one, level)]


def _not_yet(one: Standing) -> str:
    example = "*1.1 đạt mức 1, 1.2 không đạt*" if _has_levels(one) else "*1.1 đạt, 1.2 không đạt*"
    return (
        f"chưa tính được {grading.word(one.framework)}, vì chưa ghi tiêu chí nào đạt hay không đạt "
        f"(xong việc chưa phải là đạt). Ghi ví dụ: {example}."
    )


def _has_levels(one: Standing) -> bool:
    return any(each.levels for each in one.framework.criteria)


def _by_level(one: Standing) -> list[str]:
    """A mere "met" is level 1: where more may be true, say how to tell it."""
    plain = _has_levels(one) and one.rating.level == 1 and all(grade in (None, 0, 1) for grade in one.ratings.values())
    return ["“Đạt” không kèm mức được tính là Mức 1. Ghi mức, ví dụ: *1.1 đạt mức 2*."] if plain else []


def _toward(one: Standing, level: int) -> list[str]:
    highest = grading.top(one)
    if level > highest:
        most = f"{grading.capital(grading.named(one.framework, highest))} là cao nhất của {one.framework.short}."
        return [most, f"Trường mình: {grading.summary(one)}." if one.rated else f"Trường mình {_not_yet(one)}"]
    ruled = [grading.rule(one, level), *grading.doubt(one, level)]
    if not one.rated:
        return [*ruled, f"Trường mình {_not_yet(one)}"]
    if one.step(level) is None:
        return [*ruled, f"Trường mình đã đủ: {grading.summary(one)}."]
    return [*ruled, f"Trường mình: {grading.summary(one)}.", *grading.gap(one, level)]


def _then(turn: Turn, framework: Framework, events: list[Event], supposed: Sequence[Update]) -> Standing:
    """Hear what is supposed after all that was reported, and write nothing."""
    more = [Event(one.target, one.status, one.percent, one.rating, turn.now) for one in supposed]
    now: dict[str, State] = states(events, framework)
    before = grading.standing(framework, now)
    after = grading.standing(framework, states([*events, *more], framework))
    changed = {number: grade for number, grade in after.ratings.items() if grade != before.ratings[number]}
    rating = what_if(before.ratings, changed, framework, in_progress=after.begun)
    return replace(after, rating=rating)


def _supposed(before: Standing, supposed: Sequence[Update], after: Standing) -> list[str]:
    was, now = before.rating.level, after.rating.level
    today = f"Hiện nay cũng {_reached(before)}." if was == now else f"Hiện nay {_reached(before)}."
    unrated = ["Tiêu chí chưa đánh giá được tính như chưa đạt."] if after.rating.unrated else []
    return [
        f"Nếu {_said(supposed, after)}: {grading.summary(after)}.",
        today,
        *grading.gap(after),
        *unrated,
        *grading.doubt(after, now),
        "Chỉ tính thử, chưa ghi gì.",
    ]


def _reached(one: Standing) -> str:
    level = one.rating.level
    return f"đạt {grading.named(one.framework, level)}" if level else f"chưa đạt {grading.named(one.framework, 1)}"


def _said(supposed: Sequence[Update], after: Standing) -> str:
    """`**3.2, 3.4** đạt`, `**1.1** đạt Mức 2, **1.2** không đạt`."""
    whole = {one.target for one in supposed if "/" not in one.target}
    heaps: dict[str, list[str]] = {}
    for one in supposed:
        number, _, letter = one.target.partition("/")
        if letter and number in whole:
            continue
        grade = after.ratings.get(one.target)
        level = f" Mức {grade}" if isinstance(grade, int) and grade and one.rating == "met" else ""
        heaps.setdefault(wording.RATINGS[one.rating or "met"] + level, []).append(
            wording.label(one.target, after.framework)
        )
    return ", ".join(f"**{_some(labels)}** {said}" for said, labels in heaps.items())


def _some(labels: Sequence[str]) -> str:
    return ", ".join(labels) if len(labels) <= LONG else f"{', '.join(labels[:3])}, … ({len(labels)} tiêu chí)"


def _after(turn: Turn, framework: Framework) -> tuple[Choice, ...]:
    slug = "cap-do" if framework.generation == 2012 else "muc-dat"
    topic = f"{framework.circular}/topic/{slug}"
    ruling = (Choice("Quy định", f"/xem {topic}"),) if topic in turn.shelf.catalogue.by_id else ()
    return (Choice("Xem còn thiếu", "/thieu"), *ruling)


def _read(turn: Turn) -> Asked | None:
    """Read what is asked; None where it is not about the level of one's own school."""
    heard = hear(turn.words)
    supposed = condition(heard) if supposes(heard) or not turn.understood().updates else ""
    return (_if(turn, supposed) if supposed else None) or _plainly(heard)


def _plainly(heard: Heard) -> Asked | None:
    level = level_asked(heard)
    return Asked(level) if level is not None else Asked() if asks_level(heard) else None


def _if(turn: Turn, supposed: str) -> Asked | None:
    """Read a condition as the report that it would be."""
    meaning = turn.read(supposed)
    if meaning.intent != "progress" or (meaning.updates and not all(one.rating for one in meaning.updates)):
        return None
    if meaning.error and not re.search(r"\d", supposed):
        return None
    if meaning.error:
        return Asked(error=meaning.error)
    return Asked(supposed=meaning.updates) if meaning.updates else None
