"""The catalogue with its search indexes, each built when first asked for and kept."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.catalogue import Catalogue, Framework
from knowledge.search import Index, build


class Shelf:
    """What is known, ready to be searched."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._indexes: dict[tuple[tuple[str, ...], str | None], Index] = {}

    def index(self, frameworks: Sequence[Framework], school_year: str | None) -> Index:
        """Give the index over *frameworks*, the topics of their circulars, and the plan of *school_year*."""
        wanted = (tuple(framework.id for framework in frameworks), school_year)
        if wanted not in self._indexes:
            self._indexes[wanted] = build(self.catalogue, frameworks, school_year)
        return self._indexes[wanted]
