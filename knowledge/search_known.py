"""Judges how likely the best entry answers: a small logistic model over what a question holds besides its best entry.

`python -m benchmarks.fit` fits the weights; what each says stands in docs/search.md.
"""

from __future__ import annotations

from itertools import pairwise
from math import exp, log1p
from typing import TYPE_CHECKING

from knowledge.search_leanings import LEANINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.search_slots import Query

LEANING = {
    token: float(weight)
    for token, _, weight in (
        each.strip().partition(": ") for each in LEANINGS.replace("\n", ";").split(";") if each.strip()
    )
}
WEIGHTS = {
    "share": 7.26,
    "near": 1.85,
    "surest": 1.81,
    "framed": 3.25,
    "foreign": -3.25,
    "phrase": -0.09,
    "length": 1.05,
    "leaning": 0.42,
    "outside": -3.41,
    "pull": -0.62,
    "marked": -0.69,
    "heavy": -2.86,
}
BIAS = -3.3


def features(
    query: Query, earns: Sequence[float], share: float, near: float, pulled: tuple[float, float]
) -> dict[str, float]:
    """Describe *query* and its best entry, which *earns* for each word and *share* for all; *pulled* from outside."""
    own = [slot for slot in query.slots if slot.weight and not slot.foreign]
    earned = [slot.weight * credit**2 for slot, credit in zip(query.slots, earns, strict=True) if not slot.foreign]
    foreign = sum(slot.foreign for slot in query.slots)
    return {
        "share": share,
        "near": near,
        "surest": max(earned, default=0.0),
        "framed": min(query.frames, 3) / 3,
        "foreign": foreign / (foreign + len(own)) if foreign else 0.0,
        "phrase": float(any(end - start > 1 for start, end in query.foreign)),
        "length": log1p(len(own)),
        "leaning": leaning([slot.meant for slot in query.slots]),
        "outside": pulled[0],
        "pull": pulled[1],
        "marked": float(query.marked),
        "heavy": sum(slot.weight for slot in own) / (len(own) or 1),
    }


def leaning(words: Sequence[str]) -> float:
    """Tell how far the words lean towards our field."""
    pairs = (f"{first} {second}" for first, second in pairwise(words))
    return sum(LEANING.get(token, 0.0) for token in dict.fromkeys([*words, *pairs]))


def likelihood(found: dict[str, float]) -> float:
    """Weigh what :func:`features` found: 0 to 1."""
    return 1 / (1 + exp(-BIAS - sum(WEIGHTS[name] * value for name, value in found.items())))
