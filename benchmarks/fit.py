"""Fit how the search judges whether the best entry answers, on the tuning half alone.

`python -m benchmarks.fit` writes knowledge/search_leanings.py, and prints the weights for knowledge/search_known.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.questions import FRAMEWORKS, entries, questions
from knowledge.search_index import Index, heard
from knowledge.search_query import read
from knowledge.search_score import fitted

FOLDS = 5
LINE = 0.05
"""What a line that people ask an entry with weighs beside a question of the tuning half."""
LEAST = 0.3
"""Words that lean less either way are left out."""
TABLE = Path(__file__).parent.parent / "knowledge" / "search_leanings.py"
HEAD = '''"""Which words lean towards our field, and which away from it: by benchmarks/fit.py from the tuning half."""

LEANINGS = """
'''
TAIL = '''
"""
"""Folded words and pairs of neighbours, each with its weight."""
'''

Model = Any
"""Of scikit-learn, which has no types."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question of the tuning half: what the search sees in it, its words, whether it is in scope, its fold."""

    seen: dict[str, float]
    words: tuple[str, ...]
    inside: bool
    fold: int


def tokens(words: Sequence[str]) -> dict[str, float]:
    """Give words and pairs of neighbours."""
    return dict.fromkeys([*words, *(f"{first} {second}" for first, second in pairwise(words))], 1.0)


def thinned(framework: str, half: int) -> Index:
    """Build the index with half of the words that people use left out: a stranger's will not all be known either."""
    return Index(
        replace(entry, asked_as=entry.asked_as[half::2], heard_as=entry.heard_as[half::2])
        for entry in entries(framework)
    )


def described() -> list[Row]:
    """Describe every question of the tuning half, twice; a question stays in one fold in all kinds of typing."""
    rows: list[Row] = []
    for half in (0, 1):
        indexes, fold = {framework: thinned(framework, half) for framework in FRAMEWORKS}, 0
        for question in questions("tune"):
            fold += question["kind"] == "careful"
            searched = indexes[question["framework"]]
            query = read(question["q"], searched)
            seen = fitted(query, searched)[1]
            said = tuple(slot.meant for slot in query.slots)
            rows += [Row(seen, said, bool(question["want"]), fold % FOLDS)] if seen else []
    return rows


def leaning(rows: Iterable[Row]) -> dict[str, float]:
    """Learn from *rows* and the lines of asking which words lean which way."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    told = {line for framework in FRAMEWORKS for entry in entries(framework) for line in heard(entry)}
    examples = [(tokens(row.words), row.inside, 1.0 if row.inside else 0.5) for row in rows]
    examples += [(tokens(line), True, LINE) for line in sorted(told)]
    table = DictVectorizer()
    model: Model = LogisticRegression(C=1.0, max_iter=1000)
    held = table.fit_transform([each for each, _, _ in examples])
    model.fit(held, [inside for _, inside, _ in examples], sample_weight=[weight for _, _, weight in examples])
    return {
        token: round(float(weight), 1)
        for token, weight in zip(table.get_feature_names_out(), model.coef_[0], strict=True)
        if abs(weight) >= LEAST
    }


def weighed(rows: Sequence[Row]) -> tuple[Model, list[str]]:
    """Fit a logistic model; both classes weigh the same."""
    from sklearn.linear_model import LogisticRegression

    names = list(rows[0].seen)
    model = LogisticRegression(C=2.0, class_weight="balanced", max_iter=2000)
    return model.fit([[row.seen[name] for name in names] for row in rows], [row.inside for row in rows]), names


def main() -> None:
    """Fit on folds left out, then on all; write and print."""
    from sklearn.metrics import roc_auc_score

    rows = described()
    for fold in range(FOLDS):
        table = leaning(row for row in rows if row.fold != fold)
        for row in rows:
            if row.fold == fold:
                row.seen["leaning"] = sum(table.get(token, 0.0) for token in tokens(row.words))
    judged: list[tuple[bool, float]] = []
    for fold in range(FOLDS):
        model, names = weighed([row for row in rows if row.fold != fold])
        left = [row for row in rows if row.fold == fold]
        found = model.predict_proba([[row.seen[name] for name in names] for row in left])[:, 1]
        print(f"fold {fold}: AUROC {roc_auc_score([row.inside for row in left], found):.4f} of {len(left)}")
        judged += zip((row.inside for row in left), found, strict=True)
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        below = [[likely < least for inside, likely in judged if inside == wanted] for wanted in (True, False)]
        print(f"below {least}: {', '.join(f'{sum(each) / len(each):.3f}' for each in below)} of in scope, out of scope")
    model, names = weighed(rows)
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
