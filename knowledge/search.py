"""Finds the entries that a question may mean, and judges whether one of them answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from knowledge.search_index import Index
from knowledge.search_outside import outside
from knowledge.search_query import read
from knowledge.search_score import scores

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.catalogue import Catalogue, Entry, Framework, Topic

__all__ = ["Hit", "Index", "build", "chosen", "judge", "rank"]

KNOWN, APART = 0.68, 0.06
"""Below the first nothing was found; above it, two readings nearer than the second (as a share) are both offered."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that may be meant, and how well it fits: 0 to 1, comparable between questions."""

    id: str
    title: str
    score: float


def build(
    catalogue: Catalogue,
    frameworks: Sequence[Framework],
    school_year: str | None = None,
    more: Iterable[Topic] = (),
) -> Index:
    """Index *frameworks*, the topics of their circulars and levels, and the plan of *school_year*."""
    return Index((*chosen(catalogue, frameworks, school_year), *more), outside(catalogue.outside))


def chosen(catalogue: Catalogue, frameworks: Sequence[Framework], school_year: str | None = None) -> list[Entry]:
    """List what is searched for schools under *frameworks* in *school_year*."""
    entries: list[Entry] = []
    for framework in frameworks:
        entries += (*framework.standards, *framework.criteria)
    entries += (topic for topic in catalogue.topics if _belongs(topic, frameworks, school_year))
    return entries


def _belongs(topic: Topic, frameworks: Sequence[Framework], school_year: str | None) -> bool:
    if topic.school_year is not None and topic.school_year != school_year:
        return False
    if topic.circular is None:
        return True
    return any(
        topic.circular == each.circular and (not topic.levels or set(topic.levels) & set(each.levels))
        for each in frameworks
    )


def rank(question: str, index: Index, limit: int = 5) -> list[Hit]:
    """Give the entries that *question* may mean, best first."""
    found = scores(read(question, index), index)
    best = sorted(found, key=lambda number: (-found[number], number))[:limit]
    return [Hit(index.documents[each].id, index.documents[each].title, round(found[each], 4)) for each in best]


def judge(hits: Sequence[Hit]) -> Literal["answer", "clarify", "unknown"]:
    """Tell whether the best of *hits* answers, several might, or none does."""
    if not hits or hits[0].score < KNOWN:
        return "unknown"
    others = [hit for hit in hits[1:] if _subject(hit.id) != _subject(hits[0].id)]
    if others and others[0].score > hits[0].score * (1 - APART):
        return "clarify"
    return "answer"


def _subject(entry: str) -> str:
    """Tell what an entry is about: the same topic in two circulars is one subject, the same criterion is not."""
    return entry.partition("/")[2] if "/topic/" in entry else entry
