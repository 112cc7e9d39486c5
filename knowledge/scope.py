"""For whom and as of when a question is answered, and which circulars it names in place of those in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.catalogue import LEVELS, Catalogue, Framework
from knowledge.language.circulars import Named


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom and as of when a question is answered."""

    frameworks: tuple[Framework, ...]
    """What holds for the asker where the question names nothing else."""
    levels: tuple[str, ...]
    """The asker's school levels; all of them where no school is known."""
    day: date
    school_year: str | None = None
    """The year whose plan may be told."""

    def holds(self, level: str) -> Framework | None:
        """Find what holds for the asker's schools of *level*."""
        return next((one for one in self.frameworks if level in one.levels), None)


def in_force(catalogue: Catalogue, day: date, levels: Sequence[str] = LEVELS) -> tuple[Framework, ...]:
    """List what is in force on *day* for schools of *levels*, each once."""
    found = (catalogue.in_force(level, day) for level in levels)
    return tuple({one.id: one.as_of(day) for one in found if one is not None}.values())


def frameworks_named(catalogue: Catalogue, named: Named, scope: Scope) -> tuple[Framework, ...]:
    """List the standards that *named* asks for in place of those of *scope*; none where it names no others."""
    if named.numbers or named.generation:
        return _numbered(catalogue, named, scope.levels)
    if len(named.ages) == 1:
        pairs = filter(None, (old_and_new(catalogue, level, scope) for level in scope.levels))
        older = named.ages == ("old",)
        asked = [old if older or new.effective > scope.day else new for old, new in pairs]
        return tuple({one.id: one for one in asked}.values())
    if named.day is None or _is_own_year(named.years, scope):
        return ()
    return in_force(catalogue, named.day, scope.levels)


def _numbered(catalogue: Catalogue, named: Named, levels: Sequence[str]) -> tuple[Framework, ...]:
    found = [one for one in catalogue.frameworks if _is_called(one, named)]
    return tuple([one for one in found if set(one.levels) & set(levels)] or found)


def old_and_new(catalogue: Catalogue, level: str, scope: Scope) -> tuple[Framework, Framework] | None:
    """Tell what people of *level* call the old circular and the new one; the newest known where none is older."""
    every = catalogue.of_level(level)
    current = catalogue.in_force(level, scope.day)
    own = scope.holds(level) or current
    if own is None or current is None or len(every) < 2:
        return None
    if own.effective < current.effective:
        return own, current
    older = [one for one in every if one.effective < own.effective]
    return (older[-1], own) if older else (own, every[-1])


def compared(
    catalogue: Catalogue, named: Named, level: str, scope: Scope
) -> tuple[tuple[Framework, Framework], bool] | None:
    """Tell which two standards, old and new, a question holds against each other; and whether the new one was first."""
    every = catalogue.of_level(level)
    called = [one for each in named.numbers for one in every if _is_called(one, Named("", (each,)))]
    if not called:
        pair = old_and_new(catalogue, level, scope)
        return (pair, named.backward or named.ages == ("new", "old")) if pair else None
    first, *others = called
    second = others[0] if others else _beside(catalogue, first, level, scope)
    if second is None or second.id == first.id:
        return None
    old, new = sorted((first, second), key=lambda one: one.effective)
    return (old, new), named.backward or (bool(others) and first == new)


def _beside(catalogue: Catalogue, one: Framework, level: str, scope: Scope) -> Framework | None:
    """Choose what one circular, named alone, is held against: what the asker works under, else what is in force."""
    pair = old_and_new(catalogue, level, scope)
    near = [scope.holds(level), catalogue.in_force(level, scope.day), *(reversed(pair) if pair else ())]
    return next((each for each in near if each is not None and each.id != one.id), None)


def _is_own_year(years: tuple[int, ...], scope: Scope) -> bool:
    """Tell whether the year named is the one that the asker is in anyway."""
    own = tuple(int(year) for year in scope.school_year.split("-")) if scope.school_year else (scope.day.year,)
    return years == own or (len(years) == 1 and years[0] in own)


def _is_called(framework: Framework, named: Named) -> bool:
    number, year, *_ = framework.number.split("/")
    amended = (framework.amended_by or "").split("/")[:2]
    if named.generation in (int(year), framework.generation):
        return True
    return any(
        (wanted == int(number) and said in (None, int(year))) or [str(wanted), str(said)] == amended
        for wanted, said in named.numbers
    )
