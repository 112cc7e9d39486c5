"""What level a school reaches by the ratings of its criteria and the rule of its circular; what the next one takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.rules.progress import MET, NOT_MET

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from knowledge.catalogue import Criterion, Framework, RatingRule
    from knowledge.rules.progress import State

Grade = int | str | None
"""How a criterion was rated: the level it reached (0 for none), `met`, `not_met`, or None where nobody rated it.

`met` says at least level 1: all there is to say in 2012 and 2014, and too little to say more later.
"""

SHARE, EVERY, COMPULSORY, OTHERS, REST = "share", "every", "compulsory", "others", "rest"
"""The parts of a rule: a share of the criteria; every criterion; the compulsory ones; some of the others; the rest."""

_REACHED = {None: 0, NOT_MET: 0, MET: 1}


@dataclass(frozen=True, slots=True)
class Step:
    """What the next level still takes; the numbers of criteria in the order of the circular."""

    level: int
    short: int
    """How many criteria, at the least, still have to reach it."""
    blocking: tuple[str, ...]
    """The criteria without which it cannot be: compulsory, or, where every one counts, all that have not reached it."""
    enough: tuple[str, ...]
    """A smallest set of criteria that would do, each reaching *level*; see *rate* for the choice."""
    lower: tuple[str, ...] = ()
    """Those of *enough* for which the level below is enough: the rest, in 2026."""


@dataclass(frozen=True, slots=True)
class Rating:
    """Where a school stands by its own ratings; an unrated criterion counts as not met."""

    level: int
    """0 where it reaches none."""
    judged: tuple[str, ...]
    """The parts of the rule that were looked at."""
    unjudged: tuple[str, ...]
    """`compulsory`, where the circular has such criteria and we do not know which: *level* may be another then."""
    next: Step | None
    """None at the highest level."""
    unrated: tuple[str, ...]
    """The criteria that nobody rated yet."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many criteria of one part of the rule are good enough for a level."""

    part: str
    """`share`, `every`, `compulsory` or `others`."""
    reached: int
    total: int
    needed: int


@dataclass(frozen=True, slots=True)
class _Demand:
    """What one level asks of the criteria, by number."""

    level: int
    must: dict[str, int]
    """What each of these has to reach."""
    pool: dict[str, int]
    """What *needed* of these have to reach."""
    needed: int

    def fails(self, reached: Mapping[str, int]) -> list[str]:
        """Name those that have to reach something, and do not."""
        return [number for number, least in self.must.items() if reached[number] < least]

    def missing(self, reached: Mapping[str, int]) -> int:
        """Count what the pool still lacks."""
        return max(0, self.needed - sum(reached[number] >= least for number, least in self.pool.items()))

    def is_met(self, reached: Mapping[str, int]) -> bool:
        """Tell whether the school has this level."""
        return not self.fails(reached) and not self.missing(reached)


def rate(
    ratings: Mapping[str, Grade],
    framework: Framework,
    *,
    left_out: frozenset[str] = frozenset(),
    in_progress: Collection[str] = (),
) -> Rating:
    """Find the level that *ratings* reach; *left_out* are criteria that an amendment took away.

    Each level is considered only when the one below is reached. Where there is a choice of criteria for the next one,
    those *in_progress* are proposed first, then by number.
    """
    counted = _counted(framework, left_out)
    reached = {criterion.number: _reached(ratings.get(criterion.number)) for criterion in counted}
    demands = _demands(framework.rating, counted)
    ahead = next((demand for demand in demands if not demand.is_met(reached)), None)
    judged, unjudged = _parts(framework.rating)
    return Rating(
        level=ahead.level - 1 if ahead else len(demands),
        judged=judged,
        unjudged=unjudged,
        next=_step(ahead, reached, in_progress) if ahead else None,
        unrated=tuple(number for number in reached if ratings.get(number) is None),
    )


def what_if(
    ratings: Mapping[str, Grade],
    changes: Mapping[str, Grade],
    framework: Framework,
    *,
    left_out: frozenset[str] = frozenset(),
    in_progress: Collection[str] = (),
) -> Rating:
    """Rate as if *changes* were so; a mere `met` does not lower a criterion that reached more."""
    kept = {number for number, grade in changes.items() if grade == MET and _reached(ratings.get(number)) > 1}
    supposed = {**ratings, **{number: grade for number, grade in changes.items() if number not in kept}}
    return rate(supposed, framework, left_out=left_out, in_progress=in_progress)


def grades(states: Mapping[str, State], framework: Framework) -> dict[str, Grade]:
    """Read how each criterion was rated: by its level where the circular has levels."""
    return {c.number: states[c.number].level if c.levels else states[c.number].rating for c in framework.criteria}


def highest(framework: Framework, left_out: frozenset[str] = frozenset()) -> int:
    """Say the highest level of the circular; 0 where we have none of its criteria."""
    return len(_demands(framework.rating, _counted(framework, left_out)))


def toward(
    ratings: Mapping[str, Grade],
    framework: Framework,
    level: int,
    *,
    left_out: frozenset[str] = frozenset(),
    in_progress: Collection[str] = (),
) -> Step | None:
    """Say what *level*, not only the next one, still takes; None where it is reached."""
    counted = _counted(framework, left_out)
    reached = {criterion.number: _reached(ratings.get(criterion.number)) for criterion in counted}
    demand = _demands(framework.rating, counted)[level - 1]
    return None if demand.is_met(reached) else _step(demand, reached, in_progress)


def tally(
    ratings: Mapping[str, Grade], framework: Framework, level: int, *, left_out: frozenset[str] = frozenset()
) -> tuple[Tally, ...]:
    """Count what is good enough for *level*, by the parts of the rule."""
    counted, rule = _counted(framework, left_out), framework.rating
    demand = _demands(rule, counted)[level - 1]
    good = [n for n, least in (demand.must | demand.pool).items() if _reached(ratings.get(n)) >= least]
    if rule.kind == SHARE:
        return (Tally(SHARE, len(good), len(counted), demand.needed),)
    if not demand.pool:
        return (Tally(EVERY, len(good), len(counted), len(counted)),)
    others = sum(number in demand.pool for number in good)
    binding = len(counted) - len(demand.pool)
    return (
        Tally(COMPULSORY, len(good) - others, binding, binding),
        Tally(OTHERS, others, len(demand.pool), demand.needed),
    )


def _counted(framework: Framework, left_out: frozenset[str]) -> list[Criterion]:
    return [criterion for criterion in framework.criteria if criterion.number not in left_out]


def _reached(grade: Grade) -> int:
    return grade if isinstance(grade, int) else _REACHED[grade]


def _parts(rule: RatingRule) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name what is judged and what is not."""
    unknown = (COMPULSORY,) if rule.compulsory is None else ()
    if rule.kind == SHARE:
        return (SHARE, COMPULSORY) if rule.compulsory else (SHARE,), unknown
    if rule.kind == COMPULSORY and rule.compulsory is not None:
        return (COMPULSORY, OTHERS, REST), ()
    return (EVERY,), unknown if rule.kind == COMPULSORY else ()


def _demands(rule: RatingRule, counted: Sequence[Criterion]) -> list[_Demand]:
    """List what each level asks for, the lowest first."""
    if not counted:
        return []
    if rule.kind == SHARE:
        return [_share(level, percent, rule, counted) for level, percent in enumerate(rule.shares, 1)]
    levels = range(1, max(max(criterion.levels, default=1) for criterion in counted) + 1)
    # Where the compulsory ones are not known, each may be one: what all of them reach is sure.
    if rule.kind == COMPULSORY and rule.compulsory is not None:
        return [_compulsory(level, rule.compulsory, rule.others_needed, counted) for level in levels]
    return [_Demand(level, {c.number: _asked(c, level) for c in counted}, {}, 0) for level in levels]


def _asked(criterion: Criterion, level: int) -> int:
    """Say what *level* takes of a criterion: its own highest one up to there, for few have something to do at Mức 4."""
    return max((own for own in criterion.levels if own <= level), default=1)


def _share(level: int, percent: int, rule: RatingRule, counted: Sequence[Criterion]) -> _Demand:
    met = {criterion.number: 1 for criterion in counted}
    must = {number: 1 for number in met if number in (rule.compulsory or ())}
    return _Demand(level, must, met, needed=-(-percent * len(counted) // 100))


def _compulsory(level: int, compulsory: tuple[str, ...], needed: int, counted: Sequence[Criterion]) -> _Demand:
    others = {c.number: _asked(c, level) for c in counted if c.number not in compulsory}
    must = {c.number: _asked(c, level) if c.number in compulsory else level - 1 for c in counted}
    return _Demand(level, must, others, needed)


def _step(demand: _Demand, reached: Mapping[str, int], in_progress: Collection[str]) -> Step:
    fails, missing = demand.fails(reached), demand.missing(reached)
    helping = [number for number in fails if number in demand.pool]
    chosen = {*fails, *_nearest(demand, reached, in_progress)[: max(0, missing - len(helping))]}
    enough = tuple(number for number in reached if number in chosen)
    lower = [number for number in helping if demand.must[number] < demand.pool[number]][missing:]
    return Step(demand.level, len(enough), tuple(fails), enough, tuple(lower))


def _nearest(demand: _Demand, reached: Mapping[str, int], in_progress: Collection[str]) -> list[str]:
    """List the pool's criteria that are just below its level, those in progress first; the lower ones fail anyway."""
    below = [n for n, least in demand.pool.items() if demand.must.get(n, 0) <= reached[n] < least]
    return sorted(below, key=lambda number: number not in in_progress)
