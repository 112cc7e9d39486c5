"""What is searched: every entry as weighted words and pairs of neighbouring words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from knowledge.catalogue import Criterion, Standard, Topic
from knowledge.search_lines import Lines, phrase
from knowledge.search_outside import NOTHING
from knowledge.search_text import words
from knowledge.search_words import GENERAL, LINKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.catalogue import Entry
    from knowledge.search_outside import Outside
    from knowledge.search_text import Word
    from knowledge.search_words import Phrase

NAMED, ASKED, TOLD, SHOWN = 1.0, 0.95, 0.88, 0.75
"""How much a word counts in the names of an entry, in how people ask for it, in its text, and in what stands beside."""


@dataclass(frozen=True, slots=True)
class Document:
    """An entry as it is searched."""

    id: str
    title: str
    names: tuple[Phrase, ...]
    standard: bool
    level: str
    """`th` of `tt42-2012/th/3.5`; empty for a topic."""


@dataclass(slots=True)
class Words:
    """Where words stand, and with which tones."""

    single: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    pair: dict[tuple[str, str], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    spelled: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """With which tones the words of a pair are written, anywhere."""
    told: dict[str | tuple[str, str], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    """How many times an entry says a word, or two words in a row."""
    length: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    tones: dict[str, dict[int, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))


def without_links(sentence: list[Word]) -> list[Word]:
    """Leave out the small words between two that belong together ("nam và nữ")."""
    return [each for each in sentence if each.plain not in LINKS]


def fields(entry: Entry) -> Iterator[tuple[str, float]]:
    """Give the texts of *entry* with their weights."""
    for name in names(entry):
        yield name, NAMED
    for line in entry.heard_as:
        yield line, ASKED
    if isinstance(entry, Criterion):
        yield from ((each.text, TOLD) for each in entry.indicators)
        yield from ((each, SHOWN) for each in entry.evidence)
    elif isinstance(entry, Topic):
        yield entry.text, TOLD
        yield entry.more, SHOWN


def names(entry: Entry) -> tuple[str, ...]:
    """Give what *entry* is called: its titles, and the words that people use for it."""
    short = () if isinstance(entry, Topic) else (entry.short,)
    return (entry.title, *short, *entry.asked_as)


def document(entry: Entry) -> Document:
    """Make the searched form of *entry*."""
    phrases = tuple({tuple(each.plain for each in without_links(words(name))): None for name in names(entry)})
    level = "" if isinstance(entry, Topic) else entry.id.split("/")[1]
    title = entry.title if isinstance(entry, Topic) else entry.short or entry.title
    return Document(entry.id, title, tuple(each for each in phrases if each), isinstance(entry, Standard), level)


def heard(entry: Entry) -> Iterator[Phrase]:
    """Give the whole lines that people ask for *entry* with."""
    for line in entry.heard_as:
        yield phrase(line)


class Index:
    """The entries that a question may mean, ready to be ranked."""

    def __init__(self, entries: Iterable[Entry], outside: Outside = NOTHING) -> None:
        self.documents: list[Document] = []
        self.words = Words()
        lines: list[tuple[int, Phrase]] = []
        for number, entry in enumerate(entries):
            self._add(entry)
            lines += ((number, each) for each in (*self.documents[number].names, *heard(entry)))
        self.lines = Lines(lines)
        self.outside = outside
        self.weight = self._weights()
        self.alone = self._independence()
        self.vocabulary = self.words.single.keys() | GENERAL
        self.near = _deletions(self.vocabulary)
        self.before: dict[str, list[str]] = defaultdict(list)
        for first, second in self.words.pair:
            self.before[second].append(first)
        self.initials = self._initials()
        self.remembered: dict[Phrase, dict[int, float]] = {}

    def _add(self, entry: Entry) -> None:
        number = len(self.documents)
        self.documents.append(document(entry))
        for text, weight in fields(entry):
            self._add_text(number, without_links(words(text)), weight)

    def _add_text(self, number: int, sentence: list[Word], weight: float) -> None:
        single, pair, tones = self.words.single, self.words.pair, self.words.tones
        told = self.words.told
        self.words.length[number] += len(sentence)
        for each in sentence:
            told[each.plain][number] = told[each.plain].get(number, 0) + 1
            single[each.plain][number] = max(weight, single[each.plain].get(number, 0.0))
            tones[each.plain][number].add(each.toned)
        for first, second in pairwise(sentence):
            both = first.plain, second.plain
            told[both][number] = told[both].get(number, 0) + 1
            found = pair[both]
            found[number] = max(weight, found.get(number, 0.0))
            self.words.spelled[first.plain, second.plain] |= {first.toned, second.toned}

    def _weights(self) -> dict[str, float]:
        """Weigh each word by how few entries have it: 1 for a word of one entry."""
        count = len(self.documents) or 1
        rarest = log(1 + count)
        return {plain: log(1 + count / len(found)) / rarest for plain, found in self.words.single.items()}

    def _independence(self) -> dict[str, float]:
        """Tell how far a syllable is a word by itself: "thư" is always part of another word, "trẻ" seldom."""
        beside: dict[str, list[int]] = defaultdict(list)
        for (first, second), found in self.words.pair.items():
            beside[first].append(len(found))
            beside[second].append(len(found))
        return {plain: 0.45 + 0.4 * (1 - max(counts) / sum(counts)) for plain, counts in beside.items()}

    def _initials(self) -> dict[str, list[Phrase]]:
        """Collect the phrases that an abbreviation of first letters may stand for."""
        found: dict[str, dict[Phrase, None]] = defaultdict(dict)
        for each in self.documents:
            for name in each.names:
                for size in (3, 4, 5):
                    for start in range(len(name) - size + 1):
                        phrase = name[start : start + size]
                        found["".join(word[0] for word in phrase)][phrase] = None
        return {letters: list(phrases)[:4] for letters, phrases in found.items()}

    def nearest(self, plain: str) -> list[str]:
        """Find the known words that one slip of the finger makes of *plain*."""
        found = {other for cut in _cuts(plain) for other in self.near.get(cut, ())}
        found.discard(plain)
        return sorted(found)


def _cuts(plain: str) -> set[str]:
    return {plain} | {plain[:at] + plain[at + 1 :] for at in range(len(plain))}


def _deletions(vocabulary: Iterable[str]) -> dict[str, list[str]]:
    """Index the words by what is left when one letter is taken out: two words that share that are one slip apart."""
    near: dict[str, list[str]] = defaultdict(list)
    for plain in sorted(vocabulary):
        for cut in _cuts(plain):
            near[cut].append(plain)
    return near
