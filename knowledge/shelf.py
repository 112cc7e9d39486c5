"""The catalogue with its search indexes, each built when first asked for and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.alike import likest
from knowledge.catalogue import Catalogue, Framework, Topic
from knowledge.crosswalk import Crosswalk
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning
from knowledge.language.state_words import beyond_state
from knowledge.search import Index, build, judge, rank

DOUBTFUL = {
    "own_status": (1, 3),
    "district_status": (1, 3),
    "schedule": (1, 3),
    "broadcast_status": (2, 3),
    "evidence": (1, 5),
    "export": (2, 5),
    "undo": (2, 5),
    "help": (3, 4),
}
"""What a question about a rule may be taken for: how many words of its own it must have where an entry speaks of them,
and how many where none does."""
SURE = 0.8
"""The score from which on a word that nobody could read is what an entry speaks of."""
OF_THE_STATE = ("plan/lich",)
"""An entry that speaks of what the plan says of schools."""


class Shelf:
    """What is known, ready to be searched: the files, and what the office taught."""

    def __init__(self, catalogue: Catalogue, taught: Sequence[Topic] = ()) -> None:
        self.catalogue = catalogue
        self.crosswalk = catalogue.crosswalk or Crosswalk()
        self._taught = tuple(taught)
        self._indexes: dict[tuple[tuple[tuple[str, date | None], ...], str | None], Index] = {}

    def teach(self, topics: Sequence[Topic]) -> Shelf:
        """Give a shelf with the answers of the office beside the files; this one stays as it is."""
        if not topics:
            return self
        by_id = {**self.catalogue.by_id, **{one.id: one for one in topics}}
        return Shelf(replace(self.catalogue, by_id=by_id), topics)

    def told(self, question: str) -> str | None:
        """Find the answer of the office to *question* itself, however it was typed."""
        likeness = {one.id: likest(question, (one.title, *one.asked_as)) for one in self._taught}
        best = max(likeness, key=lambda each: likeness[each], default=None)
        return best if best and likeness[best] else None

    def settle(
        self, meaning: Meaning, question: str, frameworks: Sequence[Framework], school_year: str | None
    ) -> Meaning:
        """Hear a question about a rule where the words alone sounded like one about the state of schools.

        "Mỗi lớp được bao nhiêu cháu" asks how many as "trường em được bao nhiêu phần trăm" does; what tells them apart
        is that it has words of its own, and an entry speaks of them. Where a place or a school is named, nothing is
        in doubt.
        """
        if meaning.intent == "unknown":
            return self._guessed(meaning, question, frameworks, school_year)
        named = meaning.references or meaning.schools
        few, many = DOUBTFUL.get(meaning.intent, (0, 0))
        if not few or named or meaning.error or not frameworks:
            return meaning
        own = len(beyond_state(hear(question)))
        if own < few or (own < many and not self._speaks(question, frameworks, school_year)):
            return meaning
        return replace(meaning, intent="ask", possible=())

    def _speaks(self, question: str, frameworks: Sequence[Framework], school_year: str | None) -> bool:
        """Say whether an entry speaks of *question* that is not about the state of schools itself."""
        hits = rank(question, self.index(frameworks, school_year), 3)
        return judge(hits) != "unknown" and hits[0].id not in OF_THE_STATE

    def _guessed(
        self, meaning: Meaning, question: str, frameworks: Sequence[Framework], school_year: str | None
    ) -> Meaning:
        """Hear "bantru", which is no syllable, where an entry surely speaks of it."""
        hits = rank(question, self.index(frameworks, school_year), 3) if frameworks else []
        sure = judge(hits) == "answer" and hits[0].score >= SURE
        return replace(meaning, intent="ask") if sure else meaning

    def index(self, frameworks: Sequence[Framework], school_year: str | None) -> Index:
        """Give the index over *frameworks*, the topics of their circulars, and the plan of *school_year*."""
        wanted = (tuple((framework.id, framework.held_since) for framework in frameworks), school_year)
        if wanted not in self._indexes:
            self._indexes[wanted] = build(self.catalogue, frameworks, school_year, self._taught)
        return self._indexes[wanted]
