"""A message while it is being understood: everything known of it in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.catalogue import Framework
from knowledge.language.heard import Heard
from knowledge.language.meaning import Meaning, Reference
from knowledge.language.months import find_month
from knowledge.language.places import Named, name_places, without_schools
from knowledge.language.questions import Clause, clauses
from knowledge.language.school_names import find_schools
from knowledge.language.statements import Report, report

NAMES_WITHIN = 1000
"""In letters: who names schools later than that has written something else."""


@dataclass(frozen=True, slots=True)
class Message:
    """Everything known of a message while it is being understood."""

    heard: Heard
    named: Named
    clauses: list[Clause]
    report: Report
    role: str
    schools: tuple[str, ...]
    school_year: str | None
    today: date
    own_school: str | None
    order: str
    """The folded text with schools masked word by word, for what was typed to be found again."""

    @property
    def text(self) -> str:
        """Give the folded text with its places, steps and schools named."""
        return self.named.text

    @property
    def officer(self) -> bool:
        """Say whether an officer speaks."""
        return self.role == "officer"

    @property
    def question(self) -> bool:
        """Say whether any part of it asks."""
        return any(clause.question for clause in self.clauses)

    @property
    def school(self) -> str | None:
        """Name the one school that is meant; None where there is none, or several."""
        return self.schools[0] if len(self.schools) == 1 else None

    @property
    def month(self) -> str | None:
        """Give the month that is named, as `2017-11`."""
        return find_month(self.heard.marked, self.school_year, self.today)

    @property
    def others(self) -> bool:
        """A school is named that is not the speaker's own."""
        return bool(self.schools) and (self.own_school is None or self.own_school not in self.schools)

    def meaning(self, intent: str, **more: object) -> Meaning:
        """Fill what every meaning has."""
        return replace(Meaning(intent, school=self.school, schools=self.schools), **more)  # type: ignore[arg-type]  # fields by name

    def references(self) -> tuple[Reference, ...]:
        """Give the places asked about: those of the asking clauses, where there are any."""
        asked = [
            clause for clause in self.clauses if clause.question and re.search(r" R\d", clause.text)
        ] or self.clauses
        names = [name for clause in asked for name in re.findall(r"R\d+", clause.text)]
        return tuple(dict.fromkeys(place for name in names for place in self.named.places[name].places))

    def asked_places(self) -> dict[str, object]:
        """Give what a question about progress is about."""
        return {"references": self.references(), "milestones": self.named.steps}

    def wrong_reference(self) -> str | None:
        """Say which place that is asked about there is not."""
        found = (self.named.places[name] for name in re.findall(r"R\d+", self.text))
        return next((place.error for place in found if place.error and not place.vague), None)


def _schools_of(heard: Heard, schools: Sequence[str]) -> tuple[str, ...]:
    """Find the schools as typed, or as mended where that finds one or tells those apart that share a name."""
    typed = find_schools(heard.text[:NAMES_WITHIN], schools)
    if len(typed) == 1:
        return typed
    mended = find_schools(heard.marked[:NAMES_WITHIN], schools)
    return mended if not typed or (mended and set(mended) < set(typed)) else typed


def read_message(
    heard: Heard,
    role: str,
    framework: Framework | None,
    schools: Sequence[str],
    school_year: str | None,
    today: date,
    own_school: str | None,
) -> Message:
    """Find everything in a message that those who answer it look at."""
    named_schools = _schools_of(heard, schools)
    named = name_places(heard, framework, named_schools)
    parts = clauses(named.text)
    order = without_schools(heard.plain, named_schools)
    said = report(parts, named.places, named.excepted)
    return Message(heard, named, parts, said, role, named_schools, school_year, today, own_school, order)
