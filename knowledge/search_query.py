"""Reads a question: which of its words say something, and what else each of them may have meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from knowledge.language.fold import clean
from knowledge.language.telex import decode
from knowledge.search_slots import Form, Query, Slot, Span
from knowledge.search_text import Word, plain, words
from knowledge.search_typed import LONE_SLIP, LONGEST_TOKEN, confirmed, guess, typed_words
from knowledge.search_words import (
    COUNT_PHRASES,
    COUNTED,
    EMPTY_PHRASES,
    FOREIGN_PHRASES,
    FRAME_PHRASES,
    LEVELS,
    NOT_COUNTED,
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

UNKNOWN, FOREIGN, SOFT, HABIT, EMPTY = 0.7, 1.1, 0.3, 0.15, 0.0
"""What a word weighs: standing nowhere; of another field; standing everywhere; said out of habit; only asking."""
LEAST = 0.3
"""A question whose words weigh less says next to nothing."""
AMONG_ITSELF = 0.12
"""What the words of asking weigh in a question about accreditation that has no others: "bao lâu phải kiểm định lại"."""
PLACE = re.compile(r"(?:(?<=\btc)|(?<![\w./-]))[1-9]\.\d{1,2}(?![\d/-]|\.\d)")
"""A criterion by its number; no part of a code as in "H1-1.1-01"."""
STUCK = (
    (re.compile(r"\b(?:m|muc|mức)(?=[1-4]\b)"), "mức "),
    (re.compile(r"\btt(?=\d\d)"), "thông tư "),
    (re.compile(r"\b(?:l|lop|lớp)(?=\d)"), "lớp "),
    (re.compile(r"\bt/ ?ch?(?:uẩn|uan)?\b"), "tiêu chuẩn "),
    (re.compile(r"(?<=\d)t\b"), " tuổi"),
)
"""Shorthand stuck to a number, and what it stands for."""
CROWD = re.compile(r"\b(?:lop|nhom)\b.{0,40}\b[2-9]\d (?:em|chau|hoc sinh|hs|tre|be|ban)\b")
"""How many sit in one class, said as a plain number."""
CROWDED = " sĩ số"
SAME_AS, SHORT_FOR = 0.9, 0.85
"""How surely other words mean the same, and an abbreviation what it may stand for."""
READ_AT_MOST = 500
"""In letters: what stands further on is no question."""
LONGEST = 7
"""The longest phrase of the tables, in syllables."""


def read(question: str, index: Index) -> Query:
    """Read *question* with the vocabulary of *index*."""
    lowered = clean(question).lower()[:READ_AT_MOST]
    cleaned = PLACE.sub(" ", lowered)
    for stuck, meant in STUCK:
        cleaned = stuck.sub(meant, cleaned)
    if CROWD.search(plain(decode(cleaned))):
        cleaned += CROWDED
    decoded = decode(cleaned)
    typed = typed_words(cleaned, decoded, index)
    slots = [Slot(each, raw, [Form(each)], each.plain in index.vocabulary) for each, raw in typed]
    query = Query(slots, marked=any(each.marked for each in words(decoded)))
    query.places = frozenset(PLACE.findall(lowered))
    _mend_phrases(query, index)
    query.foreign = _own(FOREIGN_PHRASES, query, index)
    for start, end in query.foreign:
        for slot in slots[start:end]:
            slot.foreign = True
    guess(query, index)
    _mark_empty(query, index)
    _mark_counts(query)
    _add_spans(query, index)
    _weigh(query, index)
    query.frames = len(_outermost(_own(FRAME_PHRASES, query, index)))
    return query


def _outermost(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out what stands within another."""
    return [one for one in found if not any(a <= one[0] and one[1] <= b and (a, b) != one for a, b in found)]


def _mend_phrases(query: Query, index: Index) -> None:
    """Undo a slip in a word that makes a phrase of the tables with its neighbours: "tuyrn sinh lop 1"."""
    plain = [slot.typed.plain for slot in query.slots]
    for at, slot in enumerate(query.slots):
        if slot.known or not 2 <= len(slot.typed.plain) <= LONGEST_TOKEN:
            continue
        near = index.nearest(slot.typed.plain)
        meant = next((each for each in near if _in_phrase(each, at, plain)), None)
        if meant is not None and not any(confirmed(each, at, query.slots, index) for each in near):
            slot.typed = Word(meant, meant)
            slot.forms = [Form(slot.typed)]
            plain[at] = meant


def _in_phrase(word: str, at: int, plain: list[str]) -> bool:
    """Tell whether *word* in place of the one at *at* completes a phrase of another field, or of asking about ours."""
    said = [*plain[:at], word, *plain[at + 1 :]]
    spans = ((start, start + size) for size in (2, 3, 4) for start in range(max(0, at - size + 1), at + 1))
    return any(
        phrase in FOREIGN_PHRASES or phrase in FRAME_PHRASES
        for phrase in (tuple(said[start:end]) for start, end in spans if end <= len(said))
    )


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
    """Tell whether a word is another one here: "luong" in "so luong" is no pay, "bán" in "bán trú" no sale."""
    start, end = place
    foreign, marked = table is FOREIGN_PHRASES, query.slots[start].typed.marked
    plain = [slot.meant for slot in query.slots]
    if end - start > 1 or (marked and (not foreign or plain[start] in STRICT)):
        return False
    pairs = [pair for pair in pairwise(plain[max(0, start - 1) : end + 1]) if pair in index.words.pair]
    if foreign and (query.marked or plain[start] not in STRICT):
        return bool(pairs)
    toned = {each for spelling in table[(plain[start],)] for each in spelling}
    others = [not toned & index.words.spelled[pair] for pair in pairs]
    return any(others) if foreign else bool(pairs) and all(others)


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


def _mark_counts(query: Query) -> None:
    """Hear "bao nhiêu tiêu chí" as a subject, though every word of it only asks elsewhere."""
    if NOT_COUNTED.intersection(slot.meant for slot in query.slots):
        return
    for start, end in _phrases(query, COUNT_PHRASES):
        query.spans.append(Span(start, end, COUNTED, 1.0))
        for slot in query.slots[start:end]:
            slot.empty = slot.soft = False


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
