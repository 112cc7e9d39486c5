"""Measure the search over the knowledge base on the held-out questions: `python -m benchmarks.search [--failures]`."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from knowledge.library import load
from knowledge.search import Hit, Index, build, judge, rank

QUESTIONS = Path(__file__).parent.parent / "tests" / "knowledge" / "questions.jsonl"
DAY, SCHOOL_YEAR = date(2017, 10, 1), "2017-2018"
LEVELS = ("MN", "TH", "THCS")

Question = dict[str, Any]
Outcome = tuple[Question, list[Hit]]


def questions(split: str) -> list[Question]:
    """Read the questions of one half: `tune` or `held`."""
    every = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [question for question in every if question["split"] == split]


def indexes() -> tuple[dict[str, Index], float]:
    """Build an index for each level; give them and the slowest build in milliseconds."""
    catalogue = load()
    found, slowest = {}, 0.0
    for level in LEVELS:
        framework = catalogue.in_force(level, DAY)
        assert framework is not None
        begun = perf_counter()
        found[level] = build(catalogue, [framework], SCHOOL_YEAR)
        slowest = max(slowest, perf_counter() - begun)
    return found, slowest * 1000


def asked(split: str, by_level: dict[str, Index]) -> tuple[list[Outcome], list[float]]:
    """Ask every question; give what was found, and how many milliseconds each took."""
    outcomes, times = [], []
    for question in questions(split):
        begun = perf_counter()
        hits = rank(question["q"], by_level[question["level"]])
        times.append((perf_counter() - begun) * 1000)
        outcomes.append((question, hits))
    return outcomes, sorted(times)


def place(outcome: Outcome) -> int | None:
    """Find at which place the right entry stands: 1 is the first."""
    question, hits = outcome
    return next((at for at, hit in enumerate(hits, 1) if hit.id in question["want"]), None)


def figures(outcomes: list[Outcome]) -> dict[str, dict[str, float]]:
    """Reckon recall, rank and refusals for each kind of question."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        question = outcome[0]
        kinds[question["kind"] if question["want"] else f"outside {question['kind']}"].append(outcome)
        kinds["inside" if question["want"] else "outside"].append(outcome)
    return {kind: _of(several) for kind, several in kinds.items()}


def _of(outcomes: list[Outcome]) -> dict[str, float]:
    places = [place(outcome) for outcome in outcomes]
    verdicts = [judge(hits) for _, hits in outcomes]
    count = len(outcomes)
    return {
        "n": count,
        "recall@1": sum(each == 1 for each in places) / count,
        "recall@3": sum(each is not None and each <= 3 for each in places) / count,
        "mrr": sum(1 / each for each in places if each) / count,
        "refused": verdicts.count("unknown") / count,
        "clarify": verdicts.count("clarify") / count,
    }


def failures(outcomes: list[Outcome]) -> list[str]:
    """List what went wrong: the wrong entry first, a good question refused, a foreign one answered."""
    wrong = []
    for outcome in outcomes:
        question, hits = outcome
        verdict = judge(hits)
        if (question["want"] and (place(outcome) != 1 or verdict == "unknown")) or (
            not question["want"] and verdict != "unknown"
        ):
            best = ", ".join(f"{hit.id} {hit.score:.2f}" for hit in hits[:2])
            wrong.append(f"{question['kind']:10} {verdict:8} {question['q']} | {question['want']} | {best}")
    return wrong


def main() -> None:
    """Print the table."""
    by_level, slowest = indexes()
    outcomes, times = asked("held", by_level)
    print(f"{'held-out':18} {'n':>4} {'recall@1':>9} {'recall@3':>9} {'mrr':>6} {'refused':>8} {'clarify':>8}")
    for kind, row in figures(outcomes).items():
        found = f"{row['recall@1']:9.3f} {row['recall@3']:9.3f} {row['mrr']:6.3f}"
        shown = " " * len(found) if kind.startswith("outside") else found
        print(f"{kind:18} {row['n']:4.0f} {shown} {row['refused']:8.3f} {row['clarify']:8.3f}")
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"p50 {p50:.2f} ms, p95 {p95:.2f} ms, slowest build {slowest:.0f} ms")
    if "--failures" in sys.argv[1:]:
        print("\n".join(failures(outcomes)))


if __name__ == "__main__":
    main()
