"""The catalogue with its search indexes, each built when first asked for and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.alike import likest
from knowledge.catalogue import Catalogue, Criterion, Framework, Topic
from knowledge.crosswalk import Crosswalk
from knowledge.language.meaning import Meaning
from knowledge.search import Index, build, judge, rank

DOUBTFUL = ("own_status", "evidence")
"""What a question about a criterion may be taken for."""


class Shelf:
    """What is known, ready to be searched: the files, and what the office taught."""

    def __init__(self, catalogue: Catalogue, taught: Sequence[Topic] = ()) -> None:
        self.catalogue = catalogue
        self.crosswalk = catalogue.crosswalk or Crosswalk()
        self._taught = tuple(taught)
        self._indexes: dict[tuple[tuple[str, ...], str | None], Index] = {}

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
        """Hear a question about the circular where the words alone sounded like one about the own school's state.

        "Mỗi lớp được bao nhiêu cháu" asks how many as "trường em được bao nhiêu phần trăm" does; what tells them apart
        is that a criterion speaks of the first. Where a place or a school is named, nothing is in doubt.
        """
        named = meaning.references or meaning.schools or meaning.milestones
        if meaning.intent not in DOUBTFUL or named or meaning.error or not frameworks:
            return meaning
        hits = rank(question, self.index(frameworks, school_year), 3)
        found = self.catalogue.by_id.get(hits[0].id) if judge(hits) == "answer" else None
        return replace(meaning, intent="ask") if isinstance(found, Criterion) else meaning

    def index(self, frameworks: Sequence[Framework], school_year: str | None) -> Index:
        """Give the index over *frameworks*, the topics of their circulars, and the plan of *school_year*."""
        wanted = (tuple(framework.id for framework in frameworks), school_year)
        if wanted not in self._indexes:
            self._indexes[wanted] = build(self.catalogue, frameworks, school_year, self._taught)
        return self._indexes[wanted]
