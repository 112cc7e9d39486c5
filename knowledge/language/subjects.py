"""What a message is about once the words of asking are gone, and whether it is about anything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language import statuses
from knowledge.language.heard import Heard, Word
from knowledge.language.questions import Clause
from knowledge.language.syllables import is_syllable

_ASKING = """
    cho hoi gi nao sao the vay a em anh chi thay co' ban oi nhi ha nhe nha voi giup toi minh xin muon biet can
    nhung la thi nhu bao nhieu gio ai dau khong chua roi duoc va cac ve phai lam de co con xem hay da vang ? .
    , ; : ¶ - bot noi ro
"""
ASKING = frozenset(_ASKING.split())
_FILLER = """
    em toi minh truong da thi la roi a anh chi thay co' oi nhe nha xin bao cao chung nha het ca tat toan bo
    cac nhung deu cung hom nay qua sang chieu vua moi lam viec phan tieu chi chuan so con lai duoc them o ben
    don vi do day' nay ay ban cua vay % , ; . : ¶ - va <phan> nhu theo ke hoach ghi nhan cap nhat cho giup va
    em luon nua
"""
FILLER = frozenset(_FILLER.split())
_NAMES = """
    wifi wc internet camera website web email excel word pdf ubnd thcs thpt gdtx clb facebook zalo telegram
    pccc bhyt stem ict
"""
NAMES = frozenset(_NAMES.split())
POINTING = re.compile(r"(?:(?:cua|no|nay|do|tieu chi|cai) ?)*")
"""`minh chứng của nó`: of what was last talked about."""


def subject(heard: Heard) -> str:
    """Give what is asked about in good Vietnamese: the words without those of asking, at both ends and between."""
    words = _trimmed([word for word in heard.words if word.plain])
    if _plain(words).startswith("minh chung") and not re.search(r" (?:gi|nao) ", heard.plain):
        words = _trimmed(words[2:])
        words = [] if POINTING.fullmatch(_plain(words)) else words
    return " ".join(word.marked for word in words if word.plain not in ("?", "¶"))


def _plain(words: Sequence[Word]) -> str:
    return " ".join(word.plain for word in words)


def _trimmed(words: Sequence[Word]) -> Sequence[Word]:
    """Leave out the words of asking at both ends."""
    start, end = 0, len(words)
    while start < end and words[start].plain in ASKING and not _begins(words, start):
        start += 1
    while end > start and words[end - 1].plain in ASKING:
        end -= 1
    return words[start:end]


def _begins(words: Sequence[Word], at: int) -> bool:
    """Keep the `minh` of `minh chứng` and the `cố` of `cố gắng`."""
    after = words[at + 1].plain if at + 1 < len(words) else ""
    return (words[at].plain, after) in (
        ("minh", "chung"),
        ("co", "gang"),
        ("co'", "so"),
        ("co", "so"),
        ("ban", "dai"),
        ("lam", "viec"),
        ("hoi", "dong"),
    )


def is_meant(heard: Heard) -> bool:
    """Tell words from keys hit at random."""
    words = [word for word in heard.words if word.plain.strip("'").isalpha()]
    known = [word for word in words if _is_known(word)]
    if not known:
        return False
    return len(known) * 2 > len(words) or len(known) > 3


def _is_known(word: Word) -> bool:
    plain = word.plain.strip("'")
    return len(plain) > 1 and (is_syllable(plain) or plain in NAMES)


def is_status_only(clauses: Sequence[Clause]) -> bool:
    """Say whether nothing is said but that something is done, or so much of it."""
    seen = False
    for clause in clauses:
        text, said = statuses.mark(clause.text)
        seen = seen or any(not one.weak and one.rating is None and not clause.unreal for one in said)
        left = [word for word in text.split() if not re.fullmatch(r"S\d+|X\d+|\d+", word) and word not in FILLER]
        if left:
            return False
    return seen
