"""Undoes what the keyboard did to a question: Telex, shorthand, spaces left out, slips of the finger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.language.shorthand import expand_word
from knowledge.language.syllables import is_syllable
from knowledge.search_slots import Form
from knowledge.search_text import WORD, Word, word, words
from knowledge.search_words import AMBIGUOUS, EMPTY_PHRASES, LINKS, SOFT_PHRASES

if TYPE_CHECKING:
    from knowledge.search_index import Index
    from knowledge.search_slots import Query, Slot

SLIP, LONE_SLIP, REAL_WORD_SLIP = 0.97, 0.75, 0.6
"""How sure a guess is: beside a neighbour that it has somewhere, without one, and where what stands is a word too."""
DOUBLED = re.compile(r"(.)\1")
LONGEST_TOKEN = 24
"""In letters: what is longer is no word."""


def typed_words(question: str, decoded: str, index: Index) -> list[tuple[Word, Word]]:
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
    return _split_known(places, index)


def _split_known(places: list[tuple[Word, str]], index: Index) -> list[Word]:
    """Split into two words that are known, where neither is a mere letter or two."""
    return next(
        (
            [a, word(b)]
            for a, b in places
            if min(len(a.plain), len(b)) > 2 and {a.plain, word(b).plain} <= index.vocabulary
        ),
        [],
    )


def guess(query: Query, index: Index) -> None:
    """Add what a word may have been before a slip of the finger."""
    slots = query.slots
    telex = sum(slot.typed != slot.raw for slot in slots) > 1
    for at, slot in enumerate(slots):
        if slot.foreign or (slot.known and confirmed(slot.typed.plain, at, slots, index)):
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
    sure = [each for each in near if confirmed(each, at, slots, index)]
    if slot.known or is_syllable(slot.raw.plain):
        slot.forms += [Form(Word(each, each), REAL_WORD_SLIP) for each in sure]
    elif sure:
        slot.forms = [Form(Word(each, each), SLIP) for each in sure]
    elif any((each,) in EMPTY_PHRASES or each in LINKS for each in near):
        slot.empty = True
    elif near and len(plain) > 2:
        slot.forms = [Form(Word(each, each), LONE_SLIP) for each in near]
        slot.soft = any((each,) in SOFT_PHRASES for each in near)


def confirmed(plain: str, at: int, slots: list[Slot], index: Index) -> bool:
    """Tell whether *plain* stands somewhere beside a neighbour that it has here."""
    pair = index.words.pair
    before = at > 0 and any((form.word.plain, plain) in pair for form in slots[at - 1].forms)
    return before or (at + 1 < len(slots) and (plain, slots[at + 1].typed.plain) in pair)
