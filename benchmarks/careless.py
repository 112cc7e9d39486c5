"""Type a question as people do in a hurry: without marks, in shorthand, with slips, in Telex left undone.

`python -m benchmarks.careless < careful.jsonl` adds the careless forms to careful questions, the same ones each time.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from random import Random

TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
SHAPES = {"â": "aa", "ă": "aw", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
SHORT = {
    "ban đại diện cha mẹ học sinh": "bđdcmhs",
    "cơ sở vật chất": "csvc",
    "cán bộ quản lý": "cbql",
    "giáo dục thường xuyên": "gdtx",
    "kiểm định chất lượng": "kđcl",
    "đánh giá ngoài": "đgn",
    "tự đánh giá": "tđg",
    "hội đồng": "hđ",
    "hoạt động": "hđ",
    "minh chứng": "mc",
    "tiêu chuẩn": "tchuẩn",
    "tiêu chí": "tc",
    "giáo viên": "gv",
    "học sinh": "hs",
    "nhân viên": "nv",
    "phó hiệu trưởng": "pht",
    "hiệu trưởng": "ht",
    "phụ huynh": "ph",
    "kế hoạch": "kh",
    "báo cáo": "bc",
    "thông tư": "tt",
    "chuẩn quốc gia": "cqg",
    "nhà vệ sinh": "wc",
    "mầm non": "mn",
    "tiểu học": "th",
    "giáo dục": "gd",
    "thiết bị": "tbị",
    "kỹ năng sống": "kns",
    "quản lý": "ql",
    "chất lượng": "cl",
    "không": "ko",
    "được": "đc",
    "như thế nào": "ntn",
    "bao nhiêu": "bn",
    "trường": "trg",
}
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LEAST_WORD = 4
"""In letters: slips are made in longer words, where they can be seen to be slips."""


def unmarked(text: str) -> str:
    """Leave out every mark."""
    split = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(each for each in split if not unicodedata.combining(each))


def shorthand(text: str) -> str | None:
    """Write office words short, and the rest without marks; None where nothing can be short."""
    short = text.lower()
    for word, letters in SHORT.items():
        short = re.sub(rf"\b{word}\b", letters, short)
    return unmarked(short) if short != text.lower() else None


def telex(text: str) -> str:
    """Write the keys of Telex as they are pressed: the tone after the word."""
    return re.sub(r"[^\W\d_]+", lambda found: _keys(found.group()), text)


def _keys(word: str) -> str:
    tone, rest = "", ""
    for sign in unicodedata.normalize("NFD", word):
        if sign in TONES:
            tone = TONES[sign]
        else:
            rest += sign
    return "".join(SHAPES.get(each, each) for each in unicodedata.normalize("NFC", rest)) + tone


def slip(text: str, chance: Random) -> str:
    """Let a finger slip, twice in a long question: a letter doubled, lost, swapped or its neighbour; a space lost."""
    words = text.split()
    for _ in range(2 if len(words) > 5 else 1):
        long = [at for at, word in enumerate(words) if len(word) >= LEAST_WORD and word.isalpha()]
        if not long:
            break
        at = chance.choice(long)
        if chance.random() < 0.2 and at + 1 < len(words):
            words[at : at + 2] = [words[at] + words[at + 1]]
        else:
            words[at] = _slipped(words[at], chance)
    return " ".join(words)


def _slipped(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("double", "lose", "swap", "neighbour"))
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "lose":
        return word[:at] + word[at + 1 :]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    row = next((row for row in KEYS if word[at] in row), word[at])
    beside = row[min(row.index(word[at]) + 1, len(row) - 1)]
    return word[:at] + beside + word[at + 1 :]


def forms(text: str, chance: Random) -> dict[str, str | None]:
    """Give *text* in every kind of typing; slips in the marked or the unmarked text."""
    base = text if chance.random() < 0.5 else unmarked(text)
    return {
        "careful": text,
        "unmarked": unmarked(text).lower(),
        "shorthand": shorthand(text),
        "slip": slip(base, chance),
        "telex": telex(text),
    }


def main() -> None:
    """Read careful questions as JSON lines and print each in every kind of typing."""
    chance, number = Random(57), 0
    for line in sys.stdin:
        question = json.loads(line)
        for kind, typed in forms(question["q"], chance).items():
            if typed is not None:
                number += 1
                print(json.dumps({**question, "id": f"n{number}", "q": typed, "kind": kind}, ensure_ascii=False))


if __name__ == "__main__":
    main()
