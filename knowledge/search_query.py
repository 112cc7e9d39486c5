"""Reads a question: which of its words say something, and what else each of them may have meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.language.fold import clean
from knowledge.language.shorthand import expand_word
from knowledge.language.telex import decode, is_syllable
from knowledge.search_text import WORD, Word, word, words
from knowledge.search_words import (
    AMBIGUOUS,
    EMPTY_PHRASES,
    FOREIGN_PHRASES,
    LEVELS,
    LINKS,
    SAME_PHRASES,
    SAME_SPELLED,
    SOFT_PHRASES,
    STRICT,
    TRADE_PHRASES,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.search_index import Index
    from knowledge.search_words import Phrase, Table

UNKNOWN, FOREIGN, SOFT, HABIT, EMPTY = 1.1, 1.1, 0.3, 0.15, 0.0
"""What a word weighs: standing nowhere; of another field; standing everywhere; said out of habit; only asking."""
LEAST = 0.3
"""A question whose words weigh less says next to nothing."""
AMONG_ITSELF = 0.12
"""What the words of asking weigh in a question about accreditation that has no others: "bao lâu phải kiểm định lại"."""
SLIP, LONE_SLIP, REAL_WORD_SLIP = 0.97, 0.75, 0.6
DOUBLED = re.compile(r"(.)\1")
SAME_AS, SHORT_FOR = 0.9, 0.85
"""How surely other words mean the same, and an abbreviation what it may stand for."""
READ_AT_MOST, LONGEST_TOKEN = 500, 24
"""In letters: what stands further on is no question, and what is longer is no word."""
LONGEST = 7
"""The longest phrase of the tables, in syllables."""


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


def read(question: str, index: Index) -> Query:
    """Read *question* with the vocabulary of *index*."""
    cleaned = clean(question).lower()[:READ_AT_MOST]
    decoded = decode(cleaned)
    typed = _typed(cleaned, decoded, index)
    slots = [Slot(each, raw, [Form(each)], each.plain in index.vocabulary) for each, raw in typed]
    query = Query(slots, marked=any(each.marked for each in words(decoded)))
    query.foreign = _own(FOREIGN_PHRASES, query, index)
    for start, end in query.foreign:
        for slot in slots[start:end]:
            slot.foreign = True
    _guess(query, index)
    _mark_empty(query, index)
    _add_spans(query, index)
    _weigh(query, index)
    return query


def _typed(question: str, decoded: str, index: Index) -> list[tuple[Word, Word]]:
    """Split *question* into words, shorthand and slips of the keyboard undone, each beside what was typed."""
    raw, meant = WORD.findall(question), WORD.findall(decoded)
    if len(raw) != len(meant):
        raw = meant
    found: list[tuple[Word, Word]] = []
    for place, (typed, token) in enumerate(zip(raw, meant, strict=True)):
        full = token if token in AMBIGUOUS else expand_word(token, meant, place)
        if full != token:
            found += [(each, each) for each in words(full)]
            continue
        before = found[-1][0].plain if found else ""
        found += [(each, word(typed)) for each in _undone(token, before, index)]
    return [(each, typed) for each, typed in found if each.plain not in LINKS]


def _undone(token: str, before: str, index: Index) -> list[Word]:
    """Give the words that *token* was meant to be."""
    plain, vocabulary = word(token), index.vocabulary
    if plain.plain in vocabulary:
        return [plain]
    if token.isdigit():
        return []
    once = word(DOUBLED.sub(r"\1", plain.plain))
    if once.plain in vocabulary:
        return [once]
    if token.isascii() and token[-1] in "sfrxj" and token[:-1] in vocabulary:
        return [word(token[:-1])]
    return _split(token, before, index) or [plain]


def _split(token: str, before: str, index: Index) -> list[Word]:
    """Split words that were run together, where the parts are neighbours somewhere, or the first has its neighbour."""
    if not 5 <= len(token) <= LONGEST_TOKEN:
        return []
    places = [(word(token[:at]), token[at:]) for at in range(2, len(token) - 1)]
    for first, rest in places:
        if (first.plain, word(rest).plain) in index.words.pair:
            return [first, word(rest)]
    for first, rest in places:
        tail = _split(rest, first.plain, index) if first.plain in index.words.single else []
        if tail and (first.plain, tail[0].plain) in index.words.pair:
            return [first, *tail]
    for first, rest in reversed(places):
        beside = (before, first.plain) in index.words.pair
        if beside and (word(rest).plain in index.vocabulary or index.nearest(word(rest).plain)):
            return [first, word(rest)]
    return [] if before else _split_known(places, index)


def _split_known(places: list[tuple[Word, str]], index: Index) -> list[Word]:
    return next(([a, word(b)] for a, b in places if {a.plain, word(b).plain} <= index.vocabulary and len(b) > 2), [])


def _guess(query: Query, index: Index) -> None:
    """Add what a word may have been before a slip of the finger."""
    slots = query.slots
    telex = sum(slot.typed != slot.raw for slot in slots) > 1
    for at, slot in enumerate(slots):
        if slot.foreign or (slot.known and _confirmed(slot.typed.plain, at, slots, index)):
            continue
        undone = slot.typed != slot.raw and not telex
        if slot.known and not undone and (slot.typed.plain,) in EMPTY_PHRASES:
            continue
        _add_near(slot, at, slots, index)


def _add_near(slot: Slot, at: int, slots: list[Slot], index: Index) -> None:
    plain = slot.typed.plain
    near = index.nearest(plain) if 1 < len(plain) <= LONGEST_TOKEN else []
    if slot.typed != slot.raw:
        near = [*near, *index.nearest(slot.raw.plain[:LONGEST_TOKEN])]
    sure = [each for each in near if _confirmed(each, at, slots, index)]
    if slot.known or is_syllable(slot.raw.plain):
        slot.forms += [Form(Word(each, each), REAL_WORD_SLIP) for each in sure]
    elif sure:
        slot.forms = [Form(Word(each, each), SLIP) for each in sure]
    elif any((each,) in EMPTY_PHRASES or each in LINKS for each in near):
        slot.empty = True
    elif near and len(plain) > 2:
        slot.forms = [Form(Word(each, each), LONE_SLIP) for each in near]
        slot.soft = any((each,) in SOFT_PHRASES for each in near)


def _own(table: Table, query: Query, index: Index) -> list[tuple[int, int]]:
    """Find where phrases of *table* stand, and are not other words that only look like them without marks."""
    return [
        (start, end)
        for start, end in _phrases(query, table)
        if _fits(query.slots[start:end], table, query) and not _homonym((start, end), table, query, index)
    ]


def _fits(part: list[Slot], table: Table, query: Query) -> bool:
    return not query.marked or _spelled(part, table[tuple(slot.meant for slot in part)])


def _homonym(place: tuple[int, int], table: Table, query: Query, index: Index) -> bool:
    """Tell whether a word typed without marks is another one here: "luong" in "so luong" is no pay."""
    start, end = place
    plain = [slot.meant for slot in query.slots]
    if end - start > 1 or plain[start] in STRICT or (query.slots[start].typed.marked and table is not FOREIGN_PHRASES):
        return False
    toned = {each for spelling in table[(plain[start],)] for each in spelling}
    pairs = [pair for pair in pairwise(plain[max(0, start - 1) : end + 1]) if pair in index.words.pair]
    if table is FOREIGN_PHRASES and query.marked:
        return bool(pairs)
    return bool(pairs) and not any(toned & index.words.spelled[pair] for pair in pairs)


def _confirmed(plain: str, at: int, slots: list[Slot], index: Index) -> bool:
    """Tell whether *plain* stands somewhere beside a neighbour that it has here."""
    pair = index.words.pair
    before = at > 0 and any((form.word.plain, plain) in pair for form in slots[at - 1].forms)
    return before or (at + 1 < len(slots) and (plain, slots[at + 1].typed.plain) in pair)


def _phrases(query: Query, table: Mapping[Phrase, object]) -> list[tuple[int, int]]:
    """Find where phrases of *table* stand, the longest first."""
    meant = [slot.meant for slot in query.slots]
    return [
        (start, start + size)
        for size in range(min(LONGEST, len(meant)), 0, -1)
        for start in range(len(meant) - size + 1)
        if tuple(meant[start : start + size]) in table
    ]


def _spelled(part: list[Slot], spellings: set[Phrase]) -> bool:
    """Tell whether *part*, typed with marks, is spelled as in a table; in a phrase a word may lack its marks."""
    return any(
        all(
            slot.typed.toned == toned or not (slot.typed.marked or len(part) == 1)
            for slot, toned in zip(part, spelling, strict=True)
        )
        for spelling in spellings
    )


def _mark_empty(query: Query, index: Index) -> None:
    for table, kind in ((SOFT_PHRASES, "soft"), (TRADE_PHRASES, "trade")):
        for start, end in _own(table, query, index):
            for slot in query.slots[start:end]:
                setattr(slot, kind, True)
    for start, end in _own(EMPTY_PHRASES, query, index):
        if end - start > 1 or not query.slots[start].soft:
            for slot in query.slots[start:end]:
                slot.empty = True
    plain = [slot.meant for slot in query.slots]
    query.asks_standard = ("tieu", "chuan") in pairwise(plain)
    named = [LEVELS[phrase] for phrase in LEVELS if _stands_in(phrase, plain)]
    query.levels = frozenset(each for several in named for each in several)


def _stands_in(phrase: Phrase, plain: list[str]) -> bool:
    return any(tuple(plain[at : at + len(phrase)]) == phrase for at in range(len(plain)))


def _add_spans(query: Query, index: Index) -> None:
    """Add the other words that the entries use for what was said."""
    for start, end in _phrases(query, SAME_PHRASES):
        part = query.slots[start:end]
        said = tuple(slot.meant for slot in part)
        if not query.marked or _may_be(part, SAME_SPELLED[said]):
            query.spans.extend(Span(start, end, meant, SAME_AS) for meant in SAME_PHRASES[said])
    for at, slot in enumerate(query.slots):
        if not slot.known or len(slot.typed.plain) == 1:
            query.spans.extend(Span(at, at + 1, meant, SHORT_FOR) for meant in _abbreviated(slot.typed.plain, index))


def _may_be(part: list[Slot], spellings: set[Phrase]) -> bool:
    """Tell whether *part* is spelled as in a table whose words may lack their marks, too."""
    return any(
        all(
            not slot.typed.marked or toned in (slot.typed.toned, slot.meant)
            for slot, toned in zip(part, spelling, strict=True)
        )
        for spelling in spellings
    )


def _abbreviated(plain: str, index: Index) -> list[Phrase]:
    """Give what an abbreviation may stand for: "gdtc" by its letters, "tviện" by its last syllable."""
    found = list(index.initials.get(plain, ()))
    for size in (1, 2, 3):
        head, rest = plain[:size], plain[size:]
        found += [(first, rest) for first in index.before.get(rest, ()) if first.startswith(head) and first != head]
    return found


def _weigh(query: Query, index: Index) -> None:
    """Weigh each word: how much it says about what is asked."""
    for slot in query.slots:
        known = [index.weight[form.word.plain] for form in slot.forms if form.word.plain in index.weight]
        sure = slot.forms[0].sure != LONE_SLIP
        slot.weight = (max(known) if sure else min(known)) if known else UNKNOWN
    for span in query.spans:
        weights = [index.weight[each] for each in span.words if each in index.weight]
        if len(weights) == len(span.words):
            for slot in query.slots[span.start : span.end]:
                if slot.typed.plain not in index.weight:
                    slot.weight = min(1.6, sum(weights) / (span.end - span.start))
    for slot in query.slots:
        slot.weight *= EMPTY if slot.empty else HABIT if slot.trade else SOFT if slot.soft else 1.0
        if slot.foreign:
            slot.weight = FOREIGN
    if any(slot.trade for slot in query.slots) and sum(slot.weight for slot in query.slots) < LEAST:
        for slot in query.slots:
            slot.weight = max(slot.weight, AMONG_ITSELF)
