"""Fit how the search judges whether the best entry answers, on the tuning half and the lines of asking.

`python -m benchmarks.fit` writes knowledge/search_leanings.py, and prints the weights for knowledge/search_known.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from benchmarks.careless import forms
from benchmarks.questions import CATALOGUE, FRAMEWORKS, entries, questions
from knowledge.search_index import Index
from knowledge.search_lines import phrase
from knowledge.search_outside import Outside
from knowledge.search_query import read
from knowledge.search_score import fitted

FOLDS = 5
LINE = 0.5
"""What a line that people ask an entry with weighs beside a question of the tuning half, for the words."""
OTHER_LINE = 2.0
"""What a line of another field weighs there."""
QUESTION, OTHER, LEFT_OUT = 1.0, 0.5, 0.3
"""What weighs how much for the model: a question of the tuning half, a line of another field, a line of an entry that
the index lacks."""
SAMPLE, SAYING = 250, 5
"""How many lines of a framework's entries are asked as questions; of how many words at least."""
LEAST = 0.3
"""Words that lean less either way are left out."""
LEASTS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
TABLE = Path(__file__).parent.parent / "knowledge" / "search_leanings.py"
HEAD = '''"""Which words lean towards our field, and which away from it: by benchmarks/fit.py."""

LEANINGS = """
'''
TAIL = '''
"""
"""Folded words and pairs of neighbours, each with its weight."""
'''

Asked = tuple[str, str, bool, int, float]
"""A question, its framework, whether it is in scope, its fold, and what it weighs."""
Model = Any
"""Of scikit-learn, which has no types."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question: what the search sees in it (or nothing), its words, whether it is in scope, its fold, its weight."""

    seen: dict[str, float]
    words: tuple[str, ...]
    inside: bool
    fold: int
    weight: float


def tokens(words: Sequence[str]) -> dict[str, float]:
    """Give words and pairs of neighbours."""
    return dict.fromkeys([*words, *(f"{first} {second}" for first, second in pairwise(words))], 1.0)


def thinned(framework: str, half: int) -> Index:
    """Build the index with half of the words that people use left out: a stranger's will not all be known either."""
    return Index(
        replace(entry, asked_as=entry.asked_as[half::2], heard_as=entry.heard_as[half::2])
        for entry in entries(framework)
    )


def fold_of(line: str) -> int:
    """Tell in which fold *line* is."""
    return crc32(line.encode()) % FOLDS


def lacking(fold: int) -> Outside:
    """Give the lines of other fields without those of *fold*: no line may be judged by itself."""
    return Outside([phrase(line) for line in lines if fold_of(line) != fold] for lines in CATALOGUE.outside)


def typed(line: str, chance: Random) -> str:
    """Type *line* as people do, one way or another."""
    return chance.choice([each for each in forms(line, chance).values() if each])


def described() -> list[Row]:
    """Describe questions of the tuning half, lines of other fields, and lines of entries, all over thinned indexes.

    A question stays in one fold in all kinds of typing.
    """
    outsides = [lacking(fold) for fold in range(FOLDS)]
    rows: list[Row] = []
    for half in (0, 1):
        indexes = {framework: thinned(framework, half) for framework in FRAMEWORKS}
        for asked, framework, inside, fold, weight in (*_tuning(), *_other(half), *_left_out(half)):
            searched = indexes[framework]
            searched.outside = outsides[fold]
            query = read(asked, searched)
            said = tuple(slot.meant for slot in query.slots)
            rows.append(Row(fitted(query, searched)[1], said, inside, fold, weight))
    return rows


def _tuning() -> Iterable[Asked]:
    fold = 0
    for question in questions("tune"):
        fold += question["kind"] == "careful"
        yield question["q"], question["framework"], bool(question["want"]), fold % FOLDS, QUESTION


def _other(half: int) -> Iterable[Asked]:
    chance, among = Random(5 + half), sorted(FRAMEWORKS)
    for number, line in enumerate(line for lines in CATALOGUE.outside for line in lines):
        for again, asked in enumerate((line, typed(line, chance))):
            yield asked, among[(number + 4 * half + again) % len(among)], False, fold_of(line), OTHER


def _left_out(half: int) -> Iterable[Asked]:
    chance = Random(9 + half)
    for framework in sorted(FRAMEWORKS):
        lines = [line for entry in entries(framework) for line in entry.heard_as[1 - half :: 2]]
        for line in chance.sample([line for line in lines if len(line.split()) >= SAYING], SAMPLE):
            yield typed(line, chance), framework, True, fold_of(line), LEFT_OUT


def leaning(rows: Iterable[Row], without: int | None = None) -> dict[str, float]:
    """Learn from questions and all lines, except those of one fold, which words lean which way."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    ours = {line for framework in FRAMEWORKS for entry in entries(framework) for line in entry.heard_as}
    sides = ((sorted(ours), True, LINE), ([line for lines in CATALOGUE.outside for line in lines], False, OTHER_LINE))
    asked = (row for row in rows if row.weight == QUESTION and row.seen and row.fold != without)
    examples = [(tokens(row.words), row.inside, 1.0 if row.inside else 0.5) for row in asked]
    for lines, inside, weight in sides:
        examples += [(tokens(phrase(line)), inside, weight) for line in lines if fold_of(line) != without]
    table = DictVectorizer()
    model: Model = LogisticRegression(C=1.0, max_iter=1000)
    held = table.fit_transform([each for each, _, _ in examples])
    model.fit(held, [inside for _, inside, _ in examples], sample_weight=[weight for _, _, weight in examples])
    return {
        token: round(float(weight), 1)
        for token, weight in zip(table.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= LEAST
    }


def weighed(rows: Iterable[Row]) -> Model:
    """Fit a logistic model; both classes weigh the same."""
    from sklearn.linear_model import LogisticRegression

    several = [row for row in rows if row.seen]
    model = LogisticRegression(C=2.0, max_iter=2000)
    whole = {side: sum(row.weight for row in several if row.inside == side) for side in (True, False)}
    weights = [row.weight * len(several) / (2 * whole[row.inside]) for row in several]
    return model.fit([list(row.seen.values()) for row in several], [row.inside for row in several], weights)


def likely(rows: Sequence[Row], model: Model) -> list[float]:
    """Judge *rows*; where nothing is seen nothing is found."""
    found = iter(model.predict_proba([list(row.seen.values()) for row in rows if row.seen])[:, 1])
    return [float(next(found)) if row.seen else 0.0 for row in rows]


def judged(rows: Sequence[Row]) -> list[tuple[Row, float]]:
    """Judge every row by a model that was fitted on other folds, over words that were learned on other folds."""
    for fold in range(FOLDS):
        table = leaning(rows, without=fold)
        for row in rows:
            if row.fold == fold and row.seen:
                row.seen["leaning"] = sum(table.get(token, 0.0) for token in tokens(row.words))
    found: list[tuple[Row, float]] = []
    for fold in range(FOLDS):
        model = weighed(row for row in rows if row.fold != fold)
        left = [row for row in rows if row.fold == fold]
        found += zip(left, likely(left, model), strict=True)
    return found


def show(found: Sequence[tuple[Row, float]]) -> None:
    """Print how well the folds tell the sides apart, and what thresholds refuse."""
    from sklearn.metrics import roc_auc_score

    asked = [(row.inside, each) for row, each in found if row.weight == QUESTION]
    print(f"AUROC {roc_auc_score([inside for inside, _ in asked], [each for _, each in asked]):.4f} of {len(asked)}")
    sides = {"in scope": (True, QUESTION), "out of scope": (False, QUESTION), "lines of other fields": (False, OTHER)}
    for least in LEASTS:
        shares = []
        for side, kind in sides.items():
            below = [each < least for row, each in found if (row.inside, row.weight) == kind]
            shares.append(f"{sum(below) / len(below):.3f} {side}")
        print(f"below {least}: {', '.join(shares)}")


def main() -> None:
    """Fit on folds left out, then on all; write and print."""
    rows = described()
    show(judged(rows))
    model = weighed(rows)
    names = next(list(row.seen) for row in rows if row.seen)
    print({name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)})
    print(f"BIAS = {model.intercept_[0]:.2f}")
    table = leaning(rows)
    lines = [f"{token}: {weight}" for token, weight in sorted(table.items())]
    TABLE.write_text(HEAD + "\n".join(_wrapped(lines)) + TAIL, encoding="utf-8")


def _wrapped(parts: Sequence[str]) -> Iterable[str]:
    line = ""
    for part in parts:
        if len(line) + len(part) > 116:
            yield line
            line = ""
        line += ("; " if line else "") + part
    yield line


if __name__ == "__main__":
    main()
