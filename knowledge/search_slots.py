"""A question as it is searched: its words, what each may have meant, and other words for several."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.search_text import Word
    from knowledge.search_words import Phrase


@dataclass(frozen=True, slots=True)
class Form:
    """One thing that a word may have meant, and how sure that is."""

    word: Word
    sure: float = 1.0


@dataclass(slots=True)
class Slot:
    """One word of a question."""

    typed: Word
    raw: Word
    """What stood there before Telex was undone."""
    forms: list[Form]
    known: bool
    weight: float = 0.0
    empty: bool = False
    soft: bool = False
    trade: bool = False
    foreign: bool = False

    @property
    def meant(self) -> str:
        """The likeliest word, folded."""
        return self.forms[0].word.plain


@dataclass(frozen=True, slots=True)
class Span:
    """Other words for the words from *start* to *end*."""

    start: int
    end: int
    words: Phrase
    sure: float


@dataclass(slots=True)
class Query:
    """A question as it is searched."""

    slots: list[Slot]
    spans: list[Span] = field(default_factory=list)
    foreign: list[tuple[int, int]] = field(default_factory=list)
    marked: bool = False
    asks_standard: bool = False
    levels: frozenset[str] = frozenset()
    """The levels that it names, as they stand in ids."""
    places: frozenset[str] = frozenset()
    """The criteria that it names by number: "3.5"."""
    frames: int = 0
    """How often it says that it asks what the standards want: "xếp vào tiêu chí nào"."""
