"""What could be taken off the shelf: five searches over the same text, each with a few ways of setting it up.

Each gets the names of an entry (title, short title, other words) and its text (indicators, evidence, answer), folded
with đ as d, and the question folded alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol

from rank_bm25 import BM25L, BM25Okapi, BM25Plus
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.catalogue import Entry
from knowledge.search_index import fields, names
from knowledge.search_text import plain

Settings = tuple[Any, ...]
Found = list[tuple[int, float]]
KEPT = 5


class Baseline(Protocol):
    """A search that is built over entries and gives the places and scores of the best, best first."""

    def __init__(self, entries: Sequence[Entry], *settings: Any) -> None: ...

    def rank(self, question: str) -> Found: ...


def _text(entry: Entry) -> tuple[str, str]:
    """Give the names of *entry*, and the rest of its text."""
    named = names(entry)
    rest = [text for text, _ in fields(entry)][len(named) :]
    return " . ".join(plain(each) for each in named), " . ".join(plain(each) for each in rest)


def _best(scores: Sequence[float]) -> Found:
    order = sorted(range(len(scores)), key=lambda at: -scores[at])[:KEPT]
    return [(at, float(scores[at])) for at in order if scores[at] > 0]


class Titles:
    """rapidfuzz: the nearest title, short title or other words."""

    def __init__(self, entries: Sequence[Entry], scorer: str) -> None:
        pairs = [(plain(name), at) for at, entry in enumerate(entries) for name in names(entry)]
        self.names, self.owners = [name for name, _ in pairs], [at for _, at in pairs]
        self.scorer = getattr(fuzz, scorer)

    def rank(self, question: str) -> Found:
        """Score every name and keep the best of each entry."""
        best: dict[int, float] = {}
        for _, score, at in process.extract(plain(question), self.names, scorer=self.scorer, limit=60):
            best[self.owners[at]] = max(score, best.get(self.owners[at], 0.0))
        return sorted(best.items(), key=lambda pair: -pair[1])[:KEPT]


class FullText:
    """SQLite FTS5 with BM25, over words or over trigrams."""

    def __init__(self, entries: Sequence[Entry], tokenizer: str, named: float) -> None:
        self.db, self.named = sqlite3.connect(":memory:"), named
        self.trigrams = tokenizer == "trigram"
        self.db.execute(f"CREATE VIRTUAL TABLE entry USING fts5(names, text, tokenize = '{tokenizer}')")
        self.db.executemany("INSERT INTO entry(names, text) VALUES (?, ?)", [_text(entry) for entry in entries])

    @property
    def size(self) -> int:
        """How many bytes the database holds: tracemalloc does not see them."""
        (pages,), (size,) = (self.db.execute(f"PRAGMA {each}").fetchone() for each in ("page_count", "page_size"))
        return int(pages * size)

    def rank(self, question: str) -> Found:
        """Ask for entries with any of the words, or any three letters in a row."""
        folded = plain(question)
        parts = {folded[at : at + 3] for at in range(len(folded) - 2)} if self.trigrams else set(folded.split())
        query = " OR ".join(f'"{part}"' for part in sorted(parts))
        if not query:
            return []
        asked = "SELECT rowid - 1, -bm25(entry, ?, 1.0) FROM entry WHERE entry MATCH ? ORDER BY 2 DESC LIMIT ?"
        return list(self.db.execute(asked, (self.named, query, KEPT)))


class Characters:
    """scikit-learn: TF-IDF over runs of characters, by cosine."""

    def __init__(self, entries: Sequence[Entry], analyzer: str, longest: int, named: int) -> None:
        texts = [" . ".join([name] * named + [text]) for name, text in map(_text, entries)]
        self.vectorizer = TfidfVectorizer(analyzer=analyzer, ngram_range=(2, longest), sublinear_tf=True)
        self.matrix = self.vectorizer.fit_transform(texts).T.tocsr()

    def rank(self, question: str) -> Found:
        """Score every entry by the cosine."""
        scores = (self.vectorizer.transform([plain(question)]) @ self.matrix).toarray()[0]
        return _best(scores)


class Words:
    """rank-bm25 over words, or over words and pairs of words."""

    def __init__(self, entries: Sequence[Entry], kind: str, pairs: bool, named: int) -> None:
        self.pairs = pairs
        texts = [" ".join([name] * named + [text]) for name, text in map(_text, entries)]
        self.bm25 = {"okapi": BM25Okapi, "plus": BM25Plus, "l": BM25L}[kind]([self._tokens(each) for each in texts])

    def _tokens(self, folded: str) -> list[str]:
        tokens = folded.replace(" . ", " ").split()
        return tokens + [" ".join(pair) for pair in pairwise(tokens)] if self.pairs else tokens

    def rank(self, question: str) -> Found:
        """Score every entry."""
        return _best(list(self.bm25.get_scores(self._tokens(plain(question)))))


BASELINES: dict[str, tuple[type[Baseline], list[Settings]]] = {
    "rapidfuzz, titles": (Titles, [("WRatio",), ("token_set_ratio",), ("token_sort_ratio",), ("partial_ratio",)]),
    "FTS5 BM25, folded": (
        FullText,
        [("unicode61 remove_diacritics 2", named) for named in (1.0, 2.0, 4.0, 8.0)],
    ),
    "FTS5 trigram": (FullText, [("trigram", named) for named in (1.0, 2.0, 4.0, 8.0)]),
    "TF-IDF, characters": (
        Characters,
        [(kind, longest, named) for kind in ("char", "char_wb") for longest in (4, 5) for named in (1, 3, 6)],
    ),
    "rank-bm25": (
        Words,
        [(kind, pairs, named) for kind in ("okapi", "plus", "l") for pairs in (False, True) for named in (1, 3, 6)],
    ),
}
"""Each with the settings that are tried on the tuning half."""
