"""Measure our search beside what could be taken off the shelf, on the held-out questions.

`python -m benchmarks.search`; `--failures` lists what ours gets wrong, `--ours` measures ours alone.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from time import process_time
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Outcome, auroc, figures, refused, threshold
from benchmarks.questions import FRAMEWORKS, KINDS, Question, entries, index, questions
from knowledge.language.shorthand import expand
from knowledge.language.telex import decode
from knowledge.search import KNOWN, Index, judge, rank
from knowledge.search_text import WORD

if TYPE_CHECKING:
    from benchmarks.baselines import Baseline

BLIND = "b"
"""How the ids of the questions begin that outsiders wrote without seeing the entries' words."""
EVERY_NTH = 6
"""Which of the tuning questions the settings of the others are chosen on: enough, and soon done."""


@dataclass(slots=True)
class Run:
    """One search on one half of the questions."""

    name: str
    outcomes: list[Outcome]
    times: list[float]
    build: float
    """The slowest index, in milliseconds of processor time, as all times here: other programs run beside it."""
    memory: float
    """Of all indexes, in megabytes."""
    least: float
    """The score below which it refuses."""


def ours(question: Question, searched: Index) -> Outcome:
    """Ask ours."""
    hits = rank(question["q"], searched)
    return Outcome(question, tuple(hit.id for hit in hits), hits[0].score if hits else 0.0, judge(hits))


def asked(split: str) -> list[Outcome]:
    """Ask ours every question of one half."""
    indexes = {framework: index(framework) for framework in FRAMEWORKS}
    return [ours(question, indexes[question["framework"]]) for question in questions(split)]


def _built(make: Callable[[str], Any]) -> tuple[dict[str, Any], float, float]:
    """Build every index: the indexes, the slowest in milliseconds, and what all of them hold in megabytes."""
    times = []
    for framework in FRAMEWORKS:
        begun = process_time()
        make(framework)
        times.append((process_time() - begun) * 1000)
    gc.collect()
    tracemalloc.start()
    indexes = {framework: make(framework) for framework in FRAMEWORKS}
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] + sum(getattr(each, "size", 0) for each in indexes.values())
    tracemalloc.stop()
    return indexes, max(times), held / 1e6


def _timed(
    ask: Callable[[Question, Any], Outcome], several: Iterable[Question], indexes: dict[str, Any]
) -> tuple[list[Outcome], list[float]]:
    outcomes, times = [], []
    for question in several:
        searched = indexes[question["framework"]]
        begun = process_time()
        outcomes.append(ask(question, searched))
        times.append((process_time() - begun) * 1000)
    return outcomes, sorted(times)


def our_run() -> Run:
    """Measure ours on the held-out half."""
    indexes, build, memory = _built(index)
    outcomes, times = _timed(ours, questions("held"), indexes)
    return Run("ours", outcomes, times, build, memory, KNOWN)


def _asker(ids: dict[str, list[str]], *, repaired: bool) -> Callable[[Question, Any], Outcome]:
    def ask(question: Question, searched: Baseline) -> Outcome:
        text = _repaired(question["q"]) if repaired else question["q"]
        found, known = searched.rank(text), ids[question["framework"]]
        return Outcome(question, tuple(known[at] for at, _ in found), found[0][1] if found else 0.0)

    return ask


def _repaired(question: str) -> str:
    """Undo Telex and shorthand as ours does, before another search reads the question."""
    return " ".join(expand(WORD.findall(decode(question.lower()))))


def _first(outcomes: Sequence[Outcome]) -> float:
    return figures(outcomes)["inside"]["recall@1"]


def baseline_runs(name: str) -> list[Run]:
    """Choose the settings of one baseline on the tuning half, and measure it on the held-out half, twice."""
    from benchmarks.baselines import BASELINES

    kind, several = BASELINES[name]
    over = {framework: entries(framework) for framework in FRAMEWORKS}
    ids = {framework: [entry.id for entry in found] for framework, found in over.items()}
    tune = questions("tune")[::EVERY_NTH]
    runs = []
    for repaired in (False, True):
        ask = _asker(ids, repaired=repaired)
        tried = []
        for settings in several:
            made = {framework: kind(found, *settings) for framework, found in over.items()}
            tried.append((_first(_timed(ask, tune, made)[0]), settings))
        best = max(tried, key=lambda pair: pair[0])[1]
        indexes, build, memory = _built(lambda framework, best=best: kind(over[framework], *best))
        least = threshold(_timed(ask, questions("tune"), indexes)[0])
        outcomes, times = _timed(ask, questions("held"), indexes)
        print(f"chosen for {name}{', repaired' * repaired}: {best}")
        runs.append(Run(f"  {name}, repaired" if repaired else name, outcomes, times, build, memory, least))
    return runs


def show(runs: Sequence[Run]) -> None:
    """Print the tables."""
    found = {run.name: figures(run.outcomes) for run in runs}
    kinds = (*KINDS, "inside")
    for figure in ("recall@1", "recall@3", "mrr"):
        print(f"\n{figure:32}" + "".join(f"{'overall' if kind == 'inside' else kind:>11}" for kind in kinds))
        for run in runs:
            print(f"{run.name:32}" + "".join(f"{found[run.name][kind][figure]:11.3f}" for kind in kinds))
    print(f"\n{'':32}{'AUROC':>8}{'refused':>9}{'wrongly':>9}{'p50 ms':>8}{'p95 ms':>8}{'build ms':>10}{'MB':>7}")
    for run in runs:
        shares = "".join(f"{share:9.3f}" for share in refused(run.outcomes, run.least))
        p50, p95 = (run.times[int(len(run.times) * share)] for share in (0.5, 0.95))
        row = f"{run.name:32}{auroc(run.outcomes):8.3f}{shares}"
        print(f"{row}{p50:8.2f}{p95:8.2f}{run.build:10.0f}{run.memory:7.1f}")


def part_of(run: Run, *, blind: bool) -> Run:
    """Take the questions of *run* that outsiders wrote unseen, or the others."""
    several = [each for each in run.outcomes if each.question["id"].startswith(BLIND) == blind]
    return replace(run, outcomes=several)


def show_ours(run: Run, name: str) -> None:
    """Print our figures for each circular and each kind of typing."""
    print(f"\n{name:24}{'n':>6}{'recall@1':>10}{'recall@3':>10}{'mrr':>8}{'refused':>9}{'clarify':>9}")
    for group, row in sorted(figures(run.outcomes).items()):
        of = "".join(f"{row[each]:{width}.3f}" for each, width in (("recall@1", 10), ("recall@3", 10), ("mrr", 8)))
        of = " " * len(of) if group.startswith("outside") else of
        print(f"{group:24}{row['n']:6.0f}{of}{row['refused']:9.3f}{row['clarify']:9.3f}")


def failures(outcomes: Iterable[Outcome]) -> list[str]:
    """List what went wrong: the wrong entry first, a good question refused, a foreign one answered."""
    wrong = []
    for each in outcomes:
        question = each.question
        inside = bool(question["want"])
        if (inside and (each.place != 1 or each.verdict == "unknown")) or (not inside and each.verdict != "unknown"):
            best = f"{each.found[0] if each.found else '-'} {each.score:.2f}"
            wrong.append(f"{question['kind']:10}{each.verdict:8}{question['q']} | {question['want']} | {best}")
    return wrong


def main() -> None:
    """Measure and print."""
    run = our_run()
    runs = [run]
    if "--ours" not in sys.argv[1:]:
        from benchmarks.baselines import BASELINES

        runs += [each for name in BASELINES for each in baseline_runs(name)]
    for name, several in (
        ("all", runs),
        ("written by outsiders", [part_of(each, blind=True) for each in runs]),
        ("written before", [part_of(each, blind=False) for each in runs]),
    ):
        print(f"\n== held-out, {name}")
        show(several)
        show_ours(several[0], f"ours, {name}")
    if "--failures" in sys.argv[1:]:
        print("\n".join(failures(run.outcomes)))


if __name__ == "__main__":
    main()
