"""Which questions ask the same in other words: compared folded, without the words of asking."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from knowledge.language.fold import clean
from knowledge.language.shorthand import expand
from knowledge.language.telex import decode
from knowledge.search_text import WORD, words
from knowledge.search_words import AMBIGUOUS, EMPTY_PHRASES, SOFT_PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.search_text import Word

ALIKE = 75.0
"""Of 100: slips, another order and words that say little apart."""
READ_AT_MOST = 300
"""In letters; two long letters are not compared to their ends."""
LONGEST = 4
"""In syllables: the longest phrase that only asks."""
PLACE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})(?![\d.])")
NAMED_PLACE = re.compile(r"\bti[êe]u ch[íi] (?=\d+n\d)")
"""3.5 is a criterion with or without the word."""
EVIDENCE = re.compile(r"\bminh ch[ứu]ng\b")
"""Kept as one word: without marks it reads as "mình chung", which says nothing."""
DENIED = "khong0"
"""Stands in a gist for what is said not to be there; with a figure in it, as figures must agree."""
CANDIDATES = 5
_SCORERS = (fuzz.ratio, fuzz.token_sort_ratio)
_LITTLE = {phrase[0] for phrase in (*SOFT_PHRASES, *EMPTY_PHRASES) if len(phrase) == 1} | {"cuoc"}


@lru_cache(maxsize=20_000)
def gist(question: str) -> str:
    """Leave of a question what it is about: `cho em hỏi lương gv hđ ạ` is `luong gv hd`."""
    said = list(words(_in_full(decode(clean(question).lower()[:READ_AT_MOST]))))
    kept: list[str] = []
    at = 0
    while at < len(said):
        size = next((size for size in range(LONGEST, 0, -1) if _only_asks(said[at : at + size])), 0)
        kept += [] if size else [said[at].plain]
        at += size or 1
    about = kept if len(kept) > 1 or any(sign.isdigit() for each in kept for sign in each) else [w.plain for w in said]
    return " ".join([*about, *([DENIED] if _denies(said) else [])])


def _in_full(question: str) -> str:
    """Write shorthand out, and a place as one word, so that 3.5 is neither 5.3 nor two figures."""
    tokens = WORD.findall(PLACE.sub(r"\1n\2", question))
    pairs = zip(tokens, expand(tokens), strict=True)
    said = " ".join(each if each in AMBIGUOUS else full for each, full in pairs)
    return EVIDENCE.sub("minhchung", NAMED_PLACE.sub("", said))


def _denies(said: list[Word]) -> bool:
    """Tell "trường không có thư viện" from "có thư viện không"."""
    return any(one.plain in ("khong", "chua") and other.plain == "co" for one, other in pairwise(said))


def _only_asks(part: list[Word]) -> bool:
    """Tell a phrase of asking from a word that only folds like one: "dạ" is not "đá"."""
    spellings = EMPTY_PHRASES.get(tuple(each.plain for each in part), ())
    return any(
        all(not each.marked or each.toned == toned for each, toned in zip(part, spelling, strict=True))
        for spelling in spellings
    )


def alike(one: str, other: str) -> bool:
    """Tell whether two questions ask the same; with other figures, or a word that the other lacks, they never do."""
    return _agree(gist(one), gist(other))


def _agree(first: str, second: str) -> bool:
    if not first or not second or _figures(first) != _figures(second) or _likeness(first, second) < ALIKE:
        return False
    return _covers(first.split(), second.split()) and _covers(second.split(), first.split())


def likest(question: str, others: Iterable[str]) -> float:
    """Say how near the nearest of *others* is: 0 where none is alike, at most 100."""
    near = {at: gist(each) for at, each in enumerate(others)}
    texts = [near[at] for at in _nearest(gist(question), near)] if near else []
    return max((_likeness(gist(question), each) for each in texts if _agree(gist(question), each)), default=0.0)


def _likeness(first: str, second: str) -> float:
    return max(scorer(first, second) for scorer in _SCORERS)


def _covers(some: list[str], others: list[str]) -> bool:
    """Tell whether every word that says something stands in *others*, one slip apart at most."""
    return all(each in _LITTLE or any(_same(each, other) for other in others) for each in some)


def _same(one: str, other: str) -> bool:
    slip = one[0] == other[0] and min(len(one), len(other)) > 3
    return one == other or (slip and OSA.distance(one, other, score_cutoff=1) == 1)


def grouped(asked: Sequence[tuple[str | None, str]]) -> list[list[int]]:
    """Group questions, each with the level it is asked for, by what they ask: the places in *asked*, in order."""
    firsts: dict[tuple[str | None, tuple[str, ...]], dict[int, str]] = {}
    found: dict[int, list[int]] = {}
    for at, (level, question) in enumerate(asked):
        others = firsts.setdefault((level, _figures(gist(question))), {})
        first = next((each for each in _nearest(gist(question), others) if alike(question, asked[each][1])), None)
        if first is None:
            others[at], found[at] = gist(question), [at]
        else:
            found[first].append(at)
    return list(found.values())


def _nearest(mine: str, others: dict[int, str]) -> list[int]:
    scored = [
        one
        for scorer in _SCORERS
        for one in process.extract(mine, others, scorer=scorer, score_cutoff=ALIKE, limit=CANDIDATES)
    ]
    return [place for _, _, place in sorted(scored, key=lambda one: -one[1])]


def _figures(text: str) -> tuple[str, ...]:
    return tuple(sorted(each for each in text.split() if any(sign.isdigit() for sign in each)))
