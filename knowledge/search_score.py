"""Scores entries against a question: how many of its words each speaks of, and how nearly its name says the same."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from knowledge.search_known import features, likelihood
from knowledge.search_query import LEAST

if TYPE_CHECKING:
    from knowledge.search_index import Document, Index
    from knowledge.search_slots import Form, Query
    from knowledge.search_text import Word
    from knowledge.search_words import Phrase

NOTHING = 0.05
STRICTNESS = 2.0
"""How much less a word counts that only resembles."""
WRONG_TONE, WRONG_TONE_IN_PAIR, NO_TONE = 0.45, 0.7, 0.9
"""What is left of a word whose tones are not as typed: less where its neighbour does not speak for it."""
OTHER_KIND = 0.9
"""What is left of a standard where a criterion is asked, and the other way round."""
IN_PASSING = 0.5
"""What is left of a word of another field that an entry mentions, where the question is not that mention itself."""
BY_NAME = 0.4
"""How much of the score rests on the name."""
BY_DWELLING = 0.3
"""How much rests on how much the entry speaks of it, beside the one that speaks of it most."""
SATURATION, LENGTH = 1.5, 0.75
"""Of BM25: how soon saying it once more adds little; how much a long entry must say it more."""
BY_PLACE, BESIDE_PLACE = 0.97, 0.8
"""What a criterion is worth that is named by its number, and what is left of the others then."""
BY_LINE = 0.3
"""How much rests on how near the entry's nearest line of asking is, beside the nearest of all."""
NEAREST = 4
"""How many entries are considered for their lines of asking alone."""
CONSIDERED = 14
"""How many of the best entries are compared by their names as well."""

Credits = dict[int, float]
Asked = list[list[tuple[str | tuple[str, str], float]]]


@dataclass(frozen=True, slots=True)
class Sayings:
    """The words of a question that say something, by their places."""

    weights: dict[int, float]
    by_word: dict[str, set[int]]
    others: list[tuple[frozenset[str], set[int]]]
    total: float


def scores(query: Query, index: Index) -> Credits:
    """Tell how well each of the best entries of *index* fits *query*: 0 to 1."""
    fitting, seen = fitted(query, index)
    if not fitting:
        return _by_place(query, index, {})
    sure, most = likelihood(seen), max(fitting.values())
    return _by_place(query, index, {number: sure * fit / most for number, fit in fitting.items()})


def fitted(query: Query, index: Index) -> tuple[Credits, dict[str, float]]:
    """Compare the best entries, and tell what says whether the best of them answers at all."""
    earned, asked = _credits(query, index), _asked(query)
    near = index.lines.nearness(asked)
    fitting = _fitting(query, index, _covered(query, earned), near, asked)
    best = max(fitting, key=lambda number: fitting[number], default=None)
    if best is None:
        return {}, {}
    pulled = index.outside.nearness(asked), index.outside.pull([slot.meant for slot in query.slots], index.lines)
    earns = [each.get(best, 0.0) for each in earned]
    return fitting, features(query, earns, fitting[best], near.get(best, 0.0), pulled)


def _fitting(query: Query, index: Index, covered: Credits, near: Credits, asked: Asked) -> Credits:
    best = sorted(covered, key=lambda number: -covered[number])[:CONSIDERED]
    best += [each for each in sorted(near, key=lambda number: -near[number])[:NEAREST] if each not in best]
    said, sayings = _said(query), _sayings(query)
    dwelt = dwelling(asked, best, index)
    most = max((near.get(each, 0.0) for each in best), default=0.0) or 1.0
    fitting = {
        each: covered[each]
        * _fit(index.documents[each], said, sayings, query, index)
        * (1 - BY_DWELLING + BY_DWELLING * dwelt[each])
        * (1 - BY_LINE + BY_LINE * near.get(each, 0.0) / most)
        for each in best
    }
    return {number: fit for number, fit in fitting.items() if fit > NOTHING}


def _covered(query: Query, earned: list[Credits]) -> Credits:
    total = max(sum(slot.weight for slot in query.slots), LEAST)
    covered: Credits = defaultdict(float)
    for slot, credits_ in zip(query.slots, earned, strict=True):
        for number, credit in credits_.items():
            covered[number] += slot.weight * credit**STRICTNESS / total
    return covered


def _by_place(query: Query, index: Index, found: Credits) -> Credits:
    """Put a criterion that is named by its number before what its words alone would find."""
    named = [at for at, each in enumerate(index.documents) if each.id.rpartition("/")[2] in query.places]
    if not named or any(end - start > 1 for start, end in query.foreign):
        return found
    return {**{each: score * BESIDE_PLACE for each, score in found.items()}, **dict.fromkeys(named, BY_PLACE)}


def _credits(query: Query, index: Index) -> list[Credits]:
    """For each word of the question: how surely each entry speaks of it."""
    earned = [_single(slot.forms, query, index) for slot in query.slots]
    pairs: list[set[int]] = [set() for _ in query.slots]
    for at, (first, second) in enumerate(pairwise(query.slots)):
        for number, credit in _pairs(first.forms, second.forms, query, index).items():
            for place in (at, at + 1):
                earned[place][number] = max(credit, earned[place].get(number, 0.0))
                pairs[place].add(number)
    for start, end in query.foreign:
        _discount(start, end, earned, pairs, query, index)
    for span in query.spans:
        for number, credit in _phrase(span.words, index).items():
            for place in range(span.start, span.end):
                earned[place][number] = max(credit * span.sure, earned[place].get(number, 0.0))
    return earned


def _discount(start: int, end: int, earned: list[Credits], pairs: list[set[int]], query: Query, index: Index) -> None:
    """Keep of words of another field only what an entry says in the same words, and half of that."""
    plain = [slot.typed.plain for slot in query.slots[start:end]]
    asked = tuple(slot.meant for slot in query.slots if not slot.empty)
    for place in range(start, end):
        earned[place] = {
            number: credit if asked in index.documents[number].names else credit * IN_PASSING
            for number, credit in earned[place].items()
            if number in pairs[place] and all(number in index.words.pair.get(pair, ()) for pair in pairwise(plain))
        }


def _single(forms: list[Form], query: Query, index: Index) -> Credits:
    found: Credits = {}
    lone = len([slot for slot in query.slots if slot.weight]) == 1
    for form in forms:
        plain = form.word.plain
        factor = form.sure * min(1.0, index.alone.get(plain, 0.6) + (0.15 if lone else 0.0))
        for number, weight in index.words.single.get(plain, {}).items():
            credit = weight * factor * _tone(form.word, number, query, index)
            found[number] = max(credit, found.get(number, 0.0))
    return found


def _pairs(first: list[Form], second: list[Form], query: Query, index: Index) -> Credits:
    found: Credits = {}
    for left in first:
        for right in second:
            for number, weight in index.words.pair.get((left.word.plain, right.word.plain), {}).items():
                tone = _tone(left.word, number, query, index) * _tone(right.word, number, query, index)
                credit = weight * left.sure * right.sure * max(tone, WRONG_TONE_IN_PAIR)
                found[number] = max(credit, found.get(number, 0.0))
    return found


def _tone(typed: Word, number: int, query: Query, index: Index) -> float:
    """Tell how well the tones as typed agree with those of an entry; only where any were typed."""
    if not query.marked or typed.toned in index.words.tones[typed.plain][number]:
        return 1.0
    return WRONG_TONE if typed.marked else NO_TONE


def _phrase(phrase: Phrase, index: Index) -> Credits:
    """How surely each entry speaks of *phrase*, remembered: the phrases are few."""
    if phrase not in index.remembered:
        total = sum(index.weight.get(each, 1.0) for each in phrase)
        found: Credits = defaultdict(float)
        for at, each in enumerate(phrase):
            for number, credit in _phrase_word(phrase, at, index).items():
                found[number] += credit * index.weight.get(each, 1.0) / total
        index.remembered[phrase] = dict(found)
    return index.remembered[phrase]


def _phrase_word(phrase: Phrase, at: int, index: Index) -> Credits:
    alone = index.alone.get(phrase[at], 0.6)
    found = {number: weight * alone for number, weight in index.words.single.get(phrase[at], {}).items()}
    for pair in pairwise(phrase[max(0, at - 1) : at + 2]):
        for number, weight in index.words.pair.get(pair, {}).items():
            found[number] = max(weight, found.get(number, 0.0))
    return found


def _sayings(query: Query) -> Sayings:
    """Collect the words that say something, by what each may be, and by the other words for it."""
    weights = {at: slot.weight for at, slot in enumerate(query.slots) if slot.weight}
    by_word: dict[str, set[int]] = defaultdict(set)
    for at in weights:
        for form in query.slots[at].forms:
            by_word[form.word.plain].add(at)
    others = [
        (frozenset(span.words), {at for at in range(span.start, span.end) if at in weights}) for span in query.spans
    ]
    return Sayings(weights, by_word, others, sum(weights.values()) or 1.0)


def dwelling(asked: Asked, among: list[int], index: Index) -> Credits:
    """Tell how much each of *among* speaks of the words as asked, by BM25 over words and pairs: 1 for the most."""
    told, length = index.words.told, index.words.length
    usual = sum(length.values()) / (len(length) or 1)
    found: Credits = dict.fromkeys(among, 0.0)
    for tokens in asked:
        best: Credits = {}
        for token, sure in tokens:
            where = told.get(token)
            if where:
                rare = log(1 + len(index.documents) / len(where)) * sure
                for number in found.keys() & where.keys():
                    times = where[number]
                    heavy = times + SATURATION * (1 - LENGTH + LENGTH * length[number] / usual)
                    best[number] = max(best.get(number, 0.0), rare * times * (SATURATION + 1) / heavy)
        for number, credit in best.items():
            found[number] += credit
    most = max(found.values(), default=0.0) or 1.0
    return {number: credit / most for number, credit in found.items()}


def _asked(query: Query) -> Asked:
    """List what each word of the question, and each two in a row, may be in the entries."""
    forms = [[(form.word.plain, form.sure) for form in slot.forms] for slot in query.slots]
    asked: Asked = [list(each) for each in forms]
    for at, slot in enumerate(query.slots):
        if not slot.known:
            for span in (span for span in query.spans if span.start <= at < span.end):
                asked[at] += [(each, span.sure) for each in span.words]
                asked[at] += [(pair, span.sure) for pair in pairwise(span.words)]
    for left, right in pairwise(forms):
        asked.append([((a, b), sure * also) for a, sure in left for b, also in right])
    return asked


def _said(query: Query) -> frozenset[str]:
    """Collect every word that the question may hold."""
    typed = frozenset(form.word.plain for slot in query.slots for form in slot.forms)
    return typed.union(*(span.words for span in query.spans))


def _fit(entry: Document, said: frozenset[str], sayings: Sayings, query: Query, index: Index) -> float:
    """Prefer the entry one of whose names says what the question says, and little else."""
    near = (name for name in entry.names if not said.isdisjoint(name))
    whole = max((_agreement(name, said, sayings, index) for name in near), default=0.0)
    kind = 1.0 if entry.standard == query.asks_standard else OTHER_KIND
    level = 0.9 if query.levels and entry.level and entry.level not in query.levels else 1.0
    return (1 - BY_NAME + BY_NAME * whole) * kind * level


def _agreement(name: Phrase, said: frozenset[str], sayings: Sayings, index: Index) -> float:
    """Tell how far a name and the question say the same."""
    weights = [index.weight[each] for each in name]
    kept = sum(weight for each, weight in zip(name, weights, strict=True) if each in said) / sum(weights)
    met: set[int] = set()
    for each in name:
        met |= sayings.by_word.get(each, set())
    for other, places in sayings.others:
        if other.issubset(name):
            met |= places
    return 0.5 * kept + 0.5 * sum(sayings.weights[at] for at in met) / sayings.total
