"""The questions of the evaluation, and the entries that each of them is asked over."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from knowledge.catalogue import Entry, Framework
from knowledge.library import load
from knowledge.search import Index, build, chosen

QUESTIONS = Path(__file__).parent.parent / "tests" / "knowledge" / "questions.jsonl"
PLAN_YEARS = {2012: "2017-2018"}
"""The school year of the questions of a generation, where a plan of that year is known."""
KINDS = ("careful", "unmarked", "shorthand", "slip", "telex")

Question = dict[str, Any]
CATALOGUE = load()
FRAMEWORKS = {framework.id: framework for framework in CATALOGUE.frameworks}


def questions(split: str) -> list[Question]:
    """Read the questions of one half: `tune` or `held`."""
    every = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    return [question for question in every if question["split"] == split]


def _year(framework: Framework) -> str | None:
    return PLAN_YEARS.get(framework.generation)


def entries(framework: str) -> list[Entry]:
    """List what is searched for a school under *framework*: one circular, its topics, its plan."""
    chosen_one = FRAMEWORKS[framework]
    return chosen(CATALOGUE, [chosen_one], _year(chosen_one))


def index(framework: str) -> Index:
    """Build our index over the same entries."""
    chosen_one = FRAMEWORKS[framework]
    return build(CATALOGUE, [chosen_one], _year(chosen_one))
