"""Text made comparable: one Unicode form, one kind of quote, dash and space, and no marks."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
SPACES = re.compile(r"[^\S\n]+")
AROUND_NEWLINES = re.compile(r" ?\n ?")
UNIFIED = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
        **dict.fromkeys("，、", ","),
        "；": ";",
        "：": ":",
        "？": "?",
        "％": "%",
        "…": "...",
        "→": "->",
        "⇒": "->",
    }
)
D_BARRED = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}


def clean(text: str) -> str:
    """Unify the form, spaces, quotes and dashes of *text* and drop what cannot be seen."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    text = CONTROLS.sub(" ", INVISIBLE.sub("", text.translate(UNIFIED)))
    return AROUND_NEWLINES.sub("\n", SPACES.sub(" ", text)).strip()


def fold(text: str) -> str:
    """Lower *text* and strip every tone and vowel mark: `Tiêu chí Đạt` is `tieu chi dat`."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(D_BARRED)
    if lowered.isascii():
        return lowered
    apart = unicodedata.normalize("NFD", lowered)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def split_tone(word: str) -> tuple[str, str]:
    """Take the tone off *word*: `chuẩn` is `chuân` and `r`."""
    tone, letters = "", []
    for letter in unicodedata.normalize("NFD", word):
        if letter in TONES:
            tone = TONES[letter]
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)), tone
