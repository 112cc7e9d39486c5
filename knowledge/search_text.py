"""Turns Vietnamese text into words that compare: folded for finding, with their tones for deciding."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
FINAL_Y = re.compile(r"(?<=[bcdghklmnprstvx])y$|(?<=qu)y$")


class Word(NamedTuple):
    """A syllable: *plain* without marks, *toned* with them in one spelling (hoà = hóa's order, kỳ = kì)."""

    plain: str
    toned: str

    @property
    def marked(self) -> bool:
        """Tell whether it was typed with any mark."""
        return self.plain != self.toned


@lru_cache(maxsize=20_000)
def word(token: str) -> Word:
    """Fold one token, keeping its tones beside it; y and i at the end are one letter, as people write both."""
    letters, tone = [], ""
    for sign in unicodedata.normalize("NFD", token.lower().replace("đ", "d\u0335")):
        if sign in TONES:
            tone = TONES[sign]
        else:
            letters.append(sign)
    shape = "".join(letters)
    plain = "".join(sign for sign in shape if not unicodedata.combining(sign))
    folded = FINAL_Y.sub("i", plain)
    if folded != plain:
        shape = shape[: len(shape) - 1] + "i"
    return Word(folded, f"{shape}/{tone}" if tone or shape != folded else folded)


def words(text: str) -> list[Word]:
    """Split *text* into comparable words."""
    return [word(token) for token in WORD.findall(unicodedata.normalize("NFC", text))]


def plain(text: str) -> str:
    """Fold *text* into words with single spaces."""
    return " ".join(each.plain for each in words(text))
