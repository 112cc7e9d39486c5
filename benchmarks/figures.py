"""Reckon figures from outcomes: recall, rank, refusal, and how well a score tells in scope from out of scope."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.questions import Question


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question found: the ids, best first; the score of the best; and the verdict on it."""

    question: Question
    found: tuple[str, ...]
    score: float
    verdict: str = "answer"

    @property
    def place(self) -> int | None:
        """At which place the right entry stands: 1 is the first."""
        return next((at for at, each in enumerate(self.found, 1) if each in self.question["want"]), None)


Figures = dict[str, dict[str, float]]


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """Reckon the figures of each kind of typing, of each circular, and of all together."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        question = outcome.question
        if question["want"]:
            groups[question["kind"]].append(outcome)
            groups[question["framework"]].append(outcome)
        groups["inside" if question["want"] else "outside"].append(outcome)
        if not question["want"]:
            groups[f"outside {question['kind']}"].append(outcome)
    return {group: _of(several) for group, several in groups.items()}


def _of(outcomes: Sequence[Outcome]) -> dict[str, float]:
    places, count = [each.place for each in outcomes], len(outcomes)
    verdicts = [each.verdict for each in outcomes]
    return {
        "n": count,
        "recall@1": sum(each == 1 for each in places) / count,
        "recall@3": sum(each is not None and each <= 3 for each in places) / count,
        "mrr": sum(1 / each for each in places if each) / count,
        "refused": verdicts.count("unknown") / count,
        "clarify": verdicts.count("clarify") / count,
    }


def auroc(outcomes: Sequence[Outcome]) -> float:
    """Tell how often a question in scope scores above one out of scope; a tie counts half."""
    inside = sorted(each.score for each in outcomes if each.question["want"])
    outside = [each.score for each in outcomes if not each.question["want"]]
    above = sum(sum(other > each for other in inside) + sum(other == each for other in inside) / 2 for each in outside)
    return above / (len(inside) * len(outside))


def threshold(outcomes: Sequence[Outcome], lost: float = 0.03) -> float:
    """Find the score below which the share *lost* of the questions in scope lies."""
    inside = sorted(each.score for each in outcomes if each.question["want"])
    return inside[int(len(inside) * lost)]


def refused(outcomes: Sequence[Outcome], least: float) -> tuple[float, float]:
    """Give the shares refused below *least*: out of scope, and in scope."""
    shares = []
    for inside in (False, True):
        group = [each.score for each in outcomes if bool(each.question["want"]) == inside]
        shares.append(sum(score < least for score in group) / len(group))
    return shares[0], shares[1]
