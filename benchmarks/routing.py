"""Where the questions of the evaluation of search are taken: to an answer, or astray to somebody's progress."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.messages import SCHOOLS, TODAY, YEAR, shelf
from benchmarks.questions import FRAMEWORKS, PLAN_YEARS, Question, questions
from knowledge.language.meaning import Meaning
from knowledge.language.understand import understand
from knowledge.search import judge, rank

SPLITS = ("tune", "held")
ROLES = ("principal", "officer")


def asked(question: Question, role: str) -> Meaning:
    """Understand one question of the evaluation of search."""
    framework = FRAMEWORKS[question["framework"]]
    year = PLAN_YEARS.get(framework.generation)
    meaning = understand(question["q"], role, framework, SCHOOLS, year or YEAR, TODAY)
    return shelf().settle(meaning, question["q"], [framework], year)


@dataclass(frozen=True, slots=True)
class Routed:
    """One question, and where it was taken."""

    question: Question
    role: str
    meaning: Meaning

    @property
    def astray(self) -> bool:
        """Say whether a question that an entry answers is taken for something else; the plan's dates are a schedule."""
        wanted = self.question["want"]
        dated = self.meaning.intent == "schedule" and any(each.startswith("plan/") for each in wanted)
        return bool(wanted) and self.meaning.intent != "ask" and not dated


def routed(split: str) -> list[Routed]:
    """Understand every question of one half, from a principal and from an officer."""
    return [Routed(each, role, asked(each, role)) for role in ROLES for each in questions(split)]


def show_routes(split: str, every: Sequence[Routed]) -> None:
    """Print how many questions record something, and how many in scope are taken elsewhere, by intent."""
    for role in ROLES:
        several = [each for each in every if each.role == role]
        inside = [each for each in several if each.question["want"]]
        away = Counter(each.meaning.intent for each in inside if each.astray)
        row = f"{split:8}{role:12}{len(several):7}{sum(bool(each.meaning.updates) for each in several):10}"
        share = sum(away.values()) / len(inside)
        print(f"{row}{len(inside):10}{sum(away.values()):8} ({share:.4f})  {dict(away.most_common())}")


def astray(every: Iterable[Routed]) -> list[str]:
    """List the questions that are taken elsewhere, and where search would have found them."""
    return [_taken(each) for each in every if each.astray or each.meaning.updates]


def _taken(each: Routed) -> str:
    framework = FRAMEWORKS[each.question["framework"]]
    index = shelf().index([framework], PLAN_YEARS.get(framework.generation))
    hits = rank(each.question["q"], index)
    best = f"{hits[0].id} {hits[0].score:.2f} {judge(hits)}" if hits else "-"
    where = f"{each.meaning.intent} {each.meaning.error or ''}"
    return f"{each.role:10}{where:16} {each.question['q']} | {each.question['want']} | {best}"
