"""Telex and VNI keystrokes that were sent undecoded, because the keyboard was off or slipped."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge.language.syllables import STOPS, SYLLABLES, is_syllable

_ENGLISH = """
    as box boss bus class data docs docx does dow excel exe fax fix for form has his how if is jos law less
    list low mail mass meet miss mix moi new news now of off or pass plus post row rows see six soon test this
    too us wc was week wow yes zoom room see us tax text next boot foot cool tool tools too saas sos its us
"""
ENGLISH = frozenset(_ENGLISH.split())
TONE_KEYS = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
VNI_TONES = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
HORN = {"a": "ă", "o": "ơ", "u": "ư"}
VOWELS = frozenset("aăâeêioôơuưy")
SLIPS = {"đát": "đạt"}
"""What a wrong tone key makes of a word that this trade says every day."""
WORD = re.compile(r"[^\W\d_]+(?:\d[\da-z]*)?", re.IGNORECASE)
NUMBER_NEXT = re.compile(r"\s+\d")
DIGITS_INSIDE = re.compile(r"(?<![^\W\d_])[^\W\d_]++\d[\da-z]*", re.IGNORECASE)
NOT_A_WORD_AFTER = re.compile(r"[.,/:]?\d|\s*%|[./]\w|@")
_BEFORE_NUMBERS = """
    chi chuan so thang muc hop lop nam thu tieuchi tieuchuan tu den xong duoc con ke
"""
BEFORE_NUMBERS = frozenset(_BEFORE_NUMBERS.split())
"""Unmarked words that a number may be stuck to: `chuan3` is a standard, not a VNI slip."""


def _mark_last(letters: list[str], marks: dict[str, str]) -> bool:
    for place in range(len(letters) - 1, -1, -1):
        if letters[place] in marks:
            letters[place] = marks[letters[place]]
            return True
    return False


def _horn(letters: list[str]) -> bool:
    """Put the horn where `w` means it: on both of `uo`, else on the last vowel that takes one."""
    for place in range(len(letters) - 1):
        if letters[place] in "uư" and letters[place + 1] in "oơô" and "".join(letters[:place]) != "q":
            letters[place : place + 2] = ["ư", "ơ"]
            return True
    if len(letters) > 1 and letters[-2:] == ["u", "a"] and letters[:-2] != ["q"]:
        letters[-2] = "ư"
        return True
    return _mark_last(letters, HORN)


def _type_telex(keys: str) -> tuple[str, str, bool] | None:
    """Play *keys* on a Telex keyboard: the letters, the tone, and whether a mark was typed at its place."""
    letters: list[str] = []
    tone, marked = "", False
    for place, key in enumerate(keys):
        if key == "d" and letters and letters[0] == "d" and place:
            letters[0], marked = "đ", True
        elif key in CIRCUMFLEX and key in letters and any(letter in VOWELS for letter in letters):
            at = len(letters) - 1 - letters[::-1].index(key)
            letters[at], marked = CIRCUMFLEX[key], marked or at == len(letters) - 1
        elif key == "w" and letters:
            if not _horn(letters):
                letters.append("ư")
            marked = True
        elif key == "w":
            letters.append("ư")
        elif key in TONE_KEYS and any(letter in VOWELS for letter in letters):
            if tone and tone != key:
                return None
            tone = key
        else:
            letters.append(key)
    return "".join(letters), tone, marked


def _type_vni(keys: str) -> tuple[str, str, bool] | None:
    """Play *keys* on a VNI keyboard, where digits are the marks."""
    letters: list[str] = []
    tone = ""
    for key in keys:
        if key in VNI_TONES:
            tone = VNI_TONES[key]
        elif (
            (key == "6" and not _mark_last(letters, CIRCUMFLEX))
            or (key == "7" and not _horn(letters))
            or (key == "8" and not _mark_last(letters, {"a": "ă"}))
        ):
            return None
        elif key == "9":
            if "d" not in letters:
                return None
            letters[letters.index("d")] = "đ"
        elif key == "0":
            return None
        elif not key.isdigit():
            letters.append(key)
    return "".join(letters), tone, True


def _with_tone(letters: str, tone: str) -> str:
    """Put *tone* on the vowel of *letters* that carries it in modern spelling."""
    if not tone:
        return letters
    start = 2 if letters.startswith(("qu", "gi")) and any(c in VOWELS for c in letters[2:]) else 0
    vowels = [i for i in range(start, len(letters)) if letters[i] in VOWELS]
    if not vowels:
        return letters
    marked = [i for i in vowels if letters[i] in "ăâêôơư"]
    closed = vowels[-1] < len(letters) - 1
    glide = len(vowels) == 2 and letters[vowels[0] : vowels[1] + 1] in ("oa", "oe", "uy")
    at = (
        marked[-1]
        if marked
        else vowels[1]
        if len(vowels) == 3 or (len(vowels) == 2 and (closed or glide))
        else vowels[0]
    )
    return unicodedata.normalize("NFC", letters[: at + 1] + TONE_KEYS[tone] + letters[at + 1 :])


def _settle(typed: tuple[str, str, bool] | None) -> str | None:
    """Give the syllable that was typed, or None where no Vietnamese syllable comes out."""
    if typed is None:
        return None
    letters, tone, marked = typed
    stopped = letters.endswith(STOPS)
    if letters not in SYLLABLES or (stopped and tone in ("f", "r", "x")):
        return _mend_horn(letters, tone)
    if stopped and not tone and not marked:
        return None
    word = _with_tone(letters, tone)
    return SLIPS.get(word, word)


def _mend_horn(letters: str, tone: str) -> str | None:
    """Forgive one horn forgotten: `trưong` is `trương`."""
    mended = letters.replace("ưo", "ươ").replace("uơ", "ươ").replace("ie", "iê").replace("uyet", "uyêt")
    return _with_tone(mended, tone) if mended != letters and mended in SYLLABLES else None


@lru_cache(maxsize=4096)
def decode_word(word: str) -> str:
    """Decode one lower-case *word*, or give it back as it was."""
    if not word.isascii() or word in ENGLISH or is_syllable(word) or len(word) > 10:
        return word
    if any(letter.isdigit() for letter in word):
        return _settle(_type_vni(word)) or word
    if word[0] == "w":
        return word
    return _settle(_type_telex(word)) or word


def _is_number_stuck(text: str, match: re.Match[str], *, vni: bool) -> bool:
    """Say whether the digits at the end of a word are a number rather than VNI marks."""
    if not match.group()[-1].isdigit():
        return False
    return bool(NOT_A_WORD_AFTER.match(text, match.end())) or (_takes_number(text, match) and not vni)


def _takes_number(text: str, match: re.Match[str]) -> bool:
    """Say whether a number may be stuck to a word: `thang11`, but not the `con2` of `con2 30%`."""
    word = match.group().lower().rstrip("0123456789")
    return word in BEFORE_NUMBERS and not (word in ("con", "duoc", "xong") and NUMBER_NEXT.match(text, match.end()))


def _speaks_vni(text: str) -> bool:
    """Say whether some word of *text* can only be VNI: then `chi1` is one too."""
    return any(
        not _is_number_stuck(text, match, vni=False) and decode_word(match.group().lower()) != match.group().lower()
        for match in DIGITS_INSIDE.finditer(text)
    )


def decode(text: str) -> str:
    """Decode the Telex and VNI slips of *text*; leave words, codes, English and numbers alone."""
    vni = _speaks_vni(text)
    return WORD.sub(lambda match: _decode_match(text, match, vni=vni), text)


def _decode_match(text: str, match: re.Match[str], *, vni: bool) -> str:
    word = match.group()
    if not word.isalpha() and _is_number_stuck(text, match, vni=vni):
        return word
    decoded = decode_word(word.lower())
    return word if decoded == word.lower() else _in_case(decoded, word)


def _in_case(decoded: str, typed: str) -> str:
    if typed.isupper():
        return decoded.upper()
    return decoded.capitalize() if typed[0].isupper() else decoded
