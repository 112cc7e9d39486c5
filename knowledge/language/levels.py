"""Levels (mức) that a report gives to criteria: "1.1, 1.2 đạt mức 2" as ratings of what those levels ask for."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.catalogue import Criterion, Framework
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning, Update
from knowledge.language.numbers import in_figures
from knowledge.language.places import Named, name_places

_LIST = r"R\d+(?: (?:(?:,|;|va|voi|cung|tieu chi|tc) ){0,3}R\d+){0,40}"
"""No circular has more criteria than that; without an end, a thousand numbers would take a million steps."""
_FIGURES = {"mot": "1", "hai": "2", "ba": "3", "bon": "4"}
_MUC = r"muc (?:do )?(?P<level>[1-9]|mot|hai|ba|bon)(?!\w| %)"
_AFTER = re.compile(rf"(?P<places>{_LIST})(?: (?!muc\b)(?:[a-z]+|:)){{0,20}}? {_MUC}")
_BEFORE = re.compile(rf"{_MUC}(?: (?:la|gom|co|o|cho|:|-))* (?P<places>{_LIST})")


def with_levels(meaning: Meaning, text: str, framework: Framework | None) -> Meaning:
    """Put the levels of *text* into a report: each rating becomes one of the requirements of the criterion.

    An update can say met or not met, no level; so "đạt mức 2" is said as it is meant: what levels 1 and 2 ask for is
    met, and what the higher ones ask for is not.
    """
    if framework is None or not any(one.rating for one in meaning.updates):
        return meaning
    plain = in_figures(hear(text).plain)
    if " muc " not in plain or not any(one.levels for one in framework.criteria):
        return meaning
    levels = _levels(name_places(hear(text), framework, ()))
    highest, updates = max(level for one in framework.criteria for level in one.levels), []
    for one in meaning.updates:
        level = levels.get(one.target) if one.rating else None
        error = _error(one.target, level, highest, framework) if level else None
        if error:
            return replace(meaning, updates=(), error=error, possible=())
        updates += _spelt_out(one, level, framework) if level else [one]
    return replace(meaning, updates=tuple(updates))


def _error(target: str, level: int, highest: int, framework: Framework) -> str | None:
    """Say why a criterion cannot have *level*; a whole standard may, each of its criteria as far as it goes."""
    if level > highest:
        return f"{framework.short} chỉ có Mức 1–{highest}, không có Mức {level}"
    criterion = framework.criterion(target)
    if criterion is None or level in criterion.levels:
        return None
    own = ", ".join(map(str, criterion.levels))
    return f"tiêu chí {target} không có Mức {level} (chỉ có Mức {own})"


def _spelt_out(one: Update, level: int, framework: Framework) -> list[Update]:
    standard = framework.standard(int(one.target)) if one.target.isdigit() else None
    criterion = framework.criterion(one.target)
    if standard is None:
        return _of_criterion(one, level, criterion) if criterion else [one]
    return [part for each in standard.criteria for part in _of_criterion(replace(one, target=each.number), level, each)]


def _levels(named: Named) -> dict[str, int]:
    """Find which criteria the text gives which level."""
    found: dict[str, int] = {}
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(named.text):
            for name in re.findall(r"R\d+", match["places"]):
                for target in _targets(named, name):
                    found.setdefault(target, int(_FIGURES.get(match["level"], match["level"])))
    return found


def _targets(named: Named, name: str) -> list[str]:
    return [one.number for one in named.places[name].places if not one.indicator] if name in named.places else []


def _of_criterion(one: Update, level: int, criterion: Criterion) -> list[Update]:
    if one.rating == "not_met":
        own = [one] if level == criterion.levels[0] else []
        missed = [part for part in criterion.indicators if part.level >= level and not own]
        return own + [Update(f"{criterion.number}/{part.letter}", rating="not_met") for part in missed]
    ratings = {part.letter: "met" if part.level <= level else "not_met" for part in criterion.indicators}
    return [one, *(Update(f"{criterion.number}/{letter}", rating=rating) for letter, rating in ratings.items())]
