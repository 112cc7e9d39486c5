"""Slips of the finger in the words that this trade says every day."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from knowledge.language.syllables import is_syllable

_WORDS = """
    xong hoan thanh chua duoc tieu chi chuan dang lam bao cao minh chung tien do truong thang phan tram tat
    roi thong danh gia ngoai hoi dong hoach khong cong trien khai viet nhieu nhung nhom nham gui nhan nhac tai
    xuat lich thieu mam non phong giao duc thu vien huong dan phieu nhu nao
"""
WORDS = _WORDS.split()
_PAIRS = """
    hoan thanh; tieu chi; tieu chuan; minh chung; bao cao; danh gia; ke hoach; hoi dong; tien do; thong bao; phan tram;
    chua xong; lam xong; xong roi; bat dau; mam non; tieu hoc; da xong
"""
PAIRS = tuple(pair.split() for pair in _PAIRS.split(";"))
_NO_SLIPS = """
    hoan thien; hoan toan; hoan chinh; hoan tat; hoan tac; bao cho; bao la; bao gio; danh gi; ke hoach; xong
    roi; chua song; da song; tieu hoc; tieu thu; bao nhieu; minh chu; hoi dung; hoan canh; hoan trinh; tien
    do; tien de; tien di; tien to; lam sang; lam song; bao cao; thong bao; da hong; da dong; da chong; da
    trong; da mong; chua chong; chua dong; chua trong; chua mong; chua hong; chua co; xong toi; xong thi; xong
    di; xong doi; lam dong; lam hong; lam trong; da xog; danh cho; bat dong; danh dau; danh gio; da long; da
    rong; da vong; chua long; chua rong; bat cau; xong coi; chua tong; da tong; da nong; lam nong; lam thong;
    lam tong; lam mong
"""
NO_SLIPS = frozenset(" ".join(pair.split()) for pair in _NO_SLIPS.split(";"))
"""Pairs that look like a slip of one above and are none."""
VOWEL = re.compile("[aeiouy]")


@lru_cache(maxsize=4096)
def mend_word(word: str) -> str:
    """Mend a folded *word* that is no syllable into the one nearest word of the trade, where there is just one."""
    if len(word) < 3 or len(word) > 8 or not word.isascii() or is_syllable(word):
        return word
    near = [
        known for known in WORDS if abs(len(known) - len(word)) <= 1 and OSA.distance(known, word, score_cutoff=1) <= 1
    ]
    alike = [known for known in near if known[0] == word[0]]
    chosen = alike or near
    return chosen[0] if len(set(chosen)) == 1 and len(chosen[0]) >= 3 else word


@lru_cache(maxsize=4096)
def split_word(word: str) -> str:
    """Part two words typed as one: `dalam`, `xong-roi` without its space."""
    if len(word) < 5 or not word.isascii() or is_syllable(word):
        return word
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        if is_syllable(first) and is_syllable(second) and first in _PARTS and second in _PARTS:
            return f"{first} {second}"
    return word


_OTHER_PARTS = "da dat ke so tu chi va den voi cua tien do bat dau nop nhap"
_PARTS = frozenset([*WORDS, *_OTHER_PARTS.split()])


@lru_cache(maxsize=4096)
def mend_pair(first: str, second: str) -> tuple[str, str]:
    """Mend one slip in a pair of words that belong together: `hoan than` is `hoan thanh`."""
    if f"{first} {second}" in NO_SLIPS:
        return first, second
    for left, right in PAIRS:
        if first == left and second != right and _slipped(second, right):
            return left, right
        if second == right and first != left and _slipped(first, left):
            return left, right
    return first, second


def _slipped(typed: str, meant: str) -> bool:
    """Take a letter missing, doubled or swapped for a slip, but not one real letter for another."""
    if len(meant) < 4 or not VOWEL.search(typed) or len(typed) < 3:
        return False
    if len(typed) == len(meant):
        return sorted(typed) == sorted(meant) or (not is_syllable(typed) and OSA.distance(typed, meant) == 1)
    return OSA.distance(typed, meant, score_cutoff=1) == 1
