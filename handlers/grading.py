"""How a school's level is said: in the words of its circular's generation, with what is not judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.catalogue import Framework
from knowledge.rules.progress import NOT_MET, NOT_STARTED, State
from knowledge.rules.rating import COMPULSORY, SHARE, Grade, Rating, Step, Tally, grades, highest, rate, tally, toward

SHOWN = 5
"""How many criteria fit a line of a phone."""
UNKNOWN = "chưa xét tiêu chí bắt buộc (chưa có danh sách)"
HALF_KNOWN = "Yêu cầu của Mức 4 tôi chưa có đủ, nên phần này chưa xét hết."


@dataclass(frozen=True, slots=True)
class Standing:
    """A school's ratings under its circular, and the level that they make."""

    framework: Framework
    ratings: Mapping[str, Grade]
    begun: frozenset[str]
    rating: Rating

    @property
    def rated(self) -> bool:
        """Tell whether anything was rated at all."""
        return any(self.ratings[one.number] is not None for one in self.framework.criteria)

    def step(self, level: int) -> Step | None:
        """Say what *level* still takes."""
        return toward(self.ratings, self.framework, level, in_progress=self.begun)

    def tally(self, level: int) -> tuple[Tally, ...]:
        """Count what is good enough for *level*."""
        return tally(self.ratings, self.framework, level)


def standing(framework: Framework, states: Mapping[str, State]) -> Standing:
    """Rate a school by where its criteria stand; *framework* is read as of the campaign already."""
    ratings = grades(states, framework)
    begun = frozenset(n for n in ratings if states[n].status != NOT_STARTED and states[n].rating != NOT_MET)
    rating = rate(ratings, framework, in_progress=begun)
    return Standing(framework, ratings, begun, rating)


def top(one: Standing) -> int:
    """Say the highest level of the circular."""
    return highest(one.framework)


def named(framework: Framework, level: int) -> str:
    """`cấp độ 2` in the circulars of 2012 and 2014, `Mức 2` in the later ones."""
    return f"{word(framework)} {level}"


def word(framework: Framework) -> str:
    """`cấp độ` or `Mức`."""
    return "cấp độ" if framework.generation == 2012 else "Mức"


def overview(one: Standing) -> list[str]:
    """Say the level in at most two lines; nothing where nothing was rated."""
    return [f"Tự đánh giá: {summary(one)}.", *gap(one)] if one.rated else []


def summary(one: Standing) -> str:
    """`20/28 tiêu chí đạt (71 %); theo tỷ lệ đạt cấp độ 2, chưa xét tiêu chí bắt buộc (chưa có danh sách)`."""
    rating, level = one.rating, one.rating.level
    reached = f"đạt {named(one.framework, level)}" if level else f"chưa đạt {named(one.framework, 1)}"
    unrated = f", {len(rating.unrated)} chưa đánh giá" if rating.unrated else ""
    counted = one.tally(min(level + 1, top(one)))
    if counted[0].part == SHARE:
        met, total = counted[0].reached, counted[0].total
        judged = f"theo tỷ lệ {reached}, {UNKNOWN}" if rating.unjudged else reached
        return f"{met}/{total} tiêu chí đạt ({met * 100 // total} %){unrated}; {judged}"
    if rating.next is None:
        half_known = " (chưa xét hết yêu cầu của Mức 4)" if doubt(one, level) else ""
        return f"**{reached}**, mức cao nhất{half_known}"
    following = f"; {named(one.framework, rating.next.level)}" if level else ""
    return f"**{reached}**{following}: {_counts(counted)}{unrated}"


def _counts(counted: Sequence[Tally]) -> str:
    """`12/27 tiêu chí đủ`, `bắt buộc 6/8, tiêu chí khác 4/7 (cần 5)`."""
    if len(counted) == 1:
        return f"{counted[0].reached}/{counted[0].total} tiêu chí đủ"
    binding, others = counted
    return f"bắt buộc {binding.reached}/{binding.total}, tiêu chí khác {others.reached}/{others.total} (cần {others.needed})"


def gap(one: Standing, level: int | None = None) -> list[str]:
    """`Để lên cấp độ 3 còn thiếu 4 tiêu chí, gần nhất: 2.2, 3.4, 3.5, 3.6.`; nothing where the level is reached."""
    step = one.step(level) if level else one.rating.next
    if step is None:
        return []
    verb = "lên" if one.rating.level else "đạt"
    said = f"Để {verb} {named(one.framework, step.level)} còn thiếu {step.short} tiêu chí{_which(one, step)}"
    return [said if said.endswith("…") else f"{said}."]


def _which(one: Standing, step: Step) -> str:
    """Name a smallest set that would do: the compulsory ones, those to choose from, those that need less."""
    compulsory = one.framework.rating.compulsory or ()
    binding = [number for number in step.enough if number in compulsory]
    others = [number for number in step.enough if number not in compulsory and number not in step.lower]
    lead = "gần nhất" if set(others) - set(step.blocking) else ""
    if not binding and not step.lower:
        return f", {lead}: {_some(others)}" if lead else f": {_some(others)}"
    parts = [f"bắt buộc {_some(binding)}"] if binding else []
    parts += [f"tiêu chí khác {lead + ' ' if lead else ''}{_some(others)}"] if others else []
    parts += [f"chỉ cần {named(one.framework, step.level - 1)}: {_some(step.lower)}"] if step.lower else []
    return ": " + "; ".join(parts)


def _some(numbers: Sequence[str]) -> str:
    """Name the first of *numbers*."""
    return ", ".join(numbers[:SHOWN]) + (", …" if len(numbers) > SHOWN else "")


def rule(one: Standing, level: int) -> str:
    """Say what the circular asks for *level*: `**Cấp độ 2**: ít nhất 20/28 tiêu chí đạt (70 %)…`."""
    framework, counted = one.framework, one.tally(level)
    name = named(framework, level)
    head = f"**{capital(name)}**: "
    if counted[0].part == SHARE:
        share = framework.rating.shares[level - 1]
        binding = " và mọi tiêu chí bắt buộc" + (" (chưa có danh sách)" if one.rating.unjudged else "")
        more = "" if framework.rating.compulsory == () else binding
        return f"{head}ít nhất {counted[0].needed}/{counted[0].total} tiêu chí đạt (từ {share} %){more}."
    if counted[0].part == COMPULSORY:
        rest = f", số còn lại ít nhất {named(framework, level - 1)}" if level > 1 else ""
        others = f"ít nhất {counted[1].needed}/{counted[1].total} tiêu chí khác đạt {name}"
        return f"{head}cả {counted[0].total} tiêu chí bắt buộc và {others}{rest}."
    lacks = any(level not in each.levels for each in framework.criteria)
    own = f" (tiêu chí không có {name} thì mức cao nhất của nó)" if lacks else ""
    return f"{head}cả {counted[0].total} tiêu chí đạt {name}{own}."


def capital(text: str) -> str:
    """Begin with a capital."""
    return f"{text[:1].upper()}{text[1:]}"


def doubt(one: Standing, level: int) -> list[str]:
    """Say where the file itself does not hold all that a level asks for."""
    return [HALF_KNOWN] if level == 4 and one.framework.level4_incomplete else []
