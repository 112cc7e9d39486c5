"""Lines that people type although they are about something else: what stands near them is not ours to answer."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from knowledge.search_lines import Lines, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.search_words import Phrase

    Token = str | tuple[str, str]

SELDOM = 0.5
"""How often a word counts that no line holds."""
CLEAR = 3.0
"""No word speaks more than this for either side."""


class Outside:
    """Lines of other fields, and how much of a question they hold beside the lines of an index."""

    def __init__(self, fields: Iterable[Iterable[Phrase]]) -> None:
        self.lines = Lines((number, line) for number, field in enumerate(fields) for line in field)

    def nearness(self, asked: Sequence[Sequence[tuple[Token, float]]]) -> float:
        """Tell how near the two nearest lines of one field are to what is asked: 0 to 2."""
        return max(self.lines.nearness(asked).values(), default=0.0)

    def pull(self, words: Sequence[str], own: Lines) -> float:
        """Tell how much more the words, and pairs of them, are said here than in *own*."""
        tokens: list[Token] = list(dict.fromkeys([*words, *pairwise(words)]))
        pulls = [self._pull(token, own) for token in tokens]
        return sum(pulls) / sqrt(len(pulls) or 1)

    def _pull(self, token: Token, own: Lines) -> float:
        here, there = len(self.lines.where.get(token, ())), len(own.where.get(token, ()))
        if not (here or there):
            return 0.0
        often = log((here + SELDOM) / (len(self.lines.owner) + 1)) - log((there + SELDOM) / (len(own.owner) + 1))
        return max(-CLEAR, min(CLEAR, often))


@lru_cache(maxsize=2)
def outside(fields: tuple[tuple[str, ...], ...]) -> Outside:
    """Read *fields* once for all indexes of a process."""
    return Outside([phrase(line) for line in field] for field in fields)


NOTHING = Outside(())
"""Where no lines of other fields are known."""
