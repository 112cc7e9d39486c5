"""Compares a question with whole lines that people ask with: the nearest says which entry is meant."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from knowledge.search_text import words
from knowledge.search_words import LINKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.search_words import Phrase

    Token = str | tuple[str, str]

PAIR = 0.6
"""What two words in a row weigh beside two single ones."""


def phrase(line: str) -> Phrase:
    """Give the words of *line* that are compared."""
    return tuple(each.plain for each in words(line) if each.plain not in LINKS)


class Lines:
    """Lines as weighted words and pairs, found by what they hold."""

    def __init__(self, lines: Iterable[tuple[int, Phrase]]) -> None:
        self.owner: list[int] = []
        held: list[set[Token]] = []
        for number, line in lines:
            self.owner.append(number)
            held.append({*line, *pairwise(line)})
        where: dict[Token, list[int]] = defaultdict(list)
        for at, tokens in enumerate(held):
            for token in tokens:
                where[token].append(at)
        count = len(held) or 1
        self.unknown = log(1 + count)
        self.weight = {
            token: log(1 + count / len(found)) * (PAIR if isinstance(token, tuple) else 1.0)
            for token, found in where.items()
        }
        self.where = dict(where)
        self.length = [sqrt(sum(self.weight[token] ** 2 for token in tokens)) or 1.0 for tokens in held]

    def nearness(self, asked: Sequence[Sequence[tuple[Token, float]]]) -> dict[int, float]:
        """Tell for each entry how near its two nearest lines are to what is asked: 0 to 2."""
        near: dict[int, float] = defaultdict(float)
        for forms in asked:
            for at, worth in self._met(forms).items():
                near[at] += worth
        whole = sqrt(sum(self._worth(forms) for forms in asked)) or 1.0
        lines: dict[int, list[float]] = defaultdict(list)
        for at, worth in near.items():
            lines[self.owner[at]].append(worth / (self.length[at] * whole))
        return {number: sum(nlargest(2, several)) for number, several in lines.items()}

    def _worth(self, forms: Sequence[tuple[Token, float]]) -> float:
        """Weigh a word, or a pair, that is asked with; an unknown word is as heavy as a rare one, a pair is nothing."""
        known = [self.weight[token] for token, _ in forms if token in self.weight]
        if known:
            return max(known) ** 2
        return self.unknown**2 if isinstance(forms[0][0], str) else 0.0

    def _met(self, forms: Sequence[tuple[Token, float]]) -> dict[int, float]:
        """Give the lines that hold one of *forms*, each with what that is worth."""
        found: dict[int, float] = {}
        for token, sure in forms:
            worth = self.weight.get(token, 0.0) ** 2 * sure
            for at in self.where.get(token, ()):
                found[at] = max(worth, found.get(at, 0.0))
        return found
