"""Slips of the finger in the words that make a question, a wish or hearsay: read as a report, one would be recorded."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.language.syllables import is_syllable

_WORDS = """
    chua khong nhieu nhung nghe hinh nhu muon phai truong trong nhac cach hoi biet neu nao sao gang dinh kien
    chac tuan thang hay ghi bao nhieu liet giup xong chuan tiep
"""
WORDS = tuple(dict.fromkeys(_WORDS.split()))
KEYED = {"chuwa": "chua", "khoong": "khong", "nhieeu": "nhieu", "nhuwngx": "nhung", "truwowngf": "truong"}
"""The same in keystrokes, for a slip in those."""
_FIRST = """
    nhung nhieu phai truong trong nghe nhac hinh muon lam chua khong bao con can cac xong
"""
FIRST = frozenset(_FIRST.split())
_LAST = """
    gi nao khong chua nhi vay dau sao roi nay nhu noi thi
"""
LAST = {**{word: word for word in _LAST.split()}, "ko": "khong"}
ASKING = ("gi", "nao", "khong", "chua")
"""Parted from whatever stands before them: `nhnunggi` is no word at all."""
MANY = "nhieu"
_NO_MANY = """
    nhi nhe nheo nho nhau hieu nua nay noi nhien
"""
NO_MANY = frozenset(_NO_MANY.split())
BEFORE = {"noi": "nghe", "nhu": "hinh"}
"""`nghe nói` and `hình như`, by the second of their words."""
LONGEST = 14


def mended(words: list[str]) -> list[str]:
    """Mend folded *words* that nobody can read; each stays in its place, two where two were typed as one."""
    around = ["", *words, ""]
    return [_mended(word, around[at], around[at + 2]) for at, word in enumerate(words)]


def _mended(word: str, before: str, after: str) -> str:
    if not word.isalpha() or not word.isascii() or len(word) > LONGEST:
        return word
    if before == "bao" and (many := _many(word)):
        return many
    if after in BEFORE and OSA.distance(word, BEFORE[after], score_cutoff=1) == 1:
        return BEFORE[after]
    return word if len(word) < 3 or is_syllable(word) else _parted(word) or _near(word)


@lru_cache(maxsize=4096)
def _many(word: str) -> str:
    """Find the `nhiêu` of `bao nhiêu`, be the next word typed to it."""
    if word in NO_MANY:
        return ""
    if OSA.distance(word, MANY, score_cutoff=2) <= 2:
        return MANY
    joined = next((at for at in (5, 4, 6) if OSA.distance(word[:at], MANY) <= 1 and is_syllable(word[at:])), 0)
    return f"{MANY} {word[joined:]}" if joined else ""


@lru_cache(maxsize=4096)
def _parted(word: str) -> str:
    """Part two words typed as one: `nhunggi`, `phaikhong`."""
    for at in range(2, len(word) - 1):
        first, last = word[:at], word[at:]
        if (first in FIRST and is_syllable(last)) or (last in LAST and is_syllable(first)):
            return f"{first} {LAST.get(last, last)}"
    last = next((one for one in ASKING if word.endswith(one) and len(word) > len(one) + 2), "")
    return f"{word.removesuffix(last)} {last}" if last else ""


@lru_cache(maxsize=4096)
def _near(word: str) -> str:
    """Find the word one slip away; one with the same letters, or with one more, before one with another letter."""
    if word[0] == "c" and "a" in word and len(word) <= 6 and OSA.distance(word, "chua", score_cutoff=2) <= 2:
        return "chua"
    near = [one for one in WORDS if OSA.distance(one, word, score_cutoff=1) <= 1]
    keyed = [meant for typed, meant in KEYED.items() if OSA.distance(typed, word, score_cutoff=1) <= 1]
    return min([*near, *keyed], key=lambda one: (len(set(word) ^ set(one)), one[0] != word[0]), default=word)
