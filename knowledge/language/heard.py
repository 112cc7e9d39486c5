"""A message cut into words: decoded, expanded and folded, each knowing where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language import slips
from knowledge.language.fold import clean, fold
from knowledge.language.marks import spelt_out
from knowledge.language.shorthand import SHORT, expand_word
from knowledge.language.spelling import mend_pair, mend_word, split_word
from knowledge.language.syllables import is_syllable
from knowledge.language.telex import decode, decode_word

PARTICLES = frozenset(["ạ", "dạ", "ah"])
_OTHERS = """
  nêu mãi máy mây đầu đấu dầu đăng đằng dạng dáng đáng dâng bảo tại tài tái cô cơ cờ cỏ muộn mượn nhờ nhỏ
     nhân nhẫn đời đợi đôi đội đối hoãn dù đây đầy dây dạy dày dãy đề dễ đất đặt dắt đá đa lắm lâm chùa chứa
     chữa hẳn tưởng nửa sáng đừng dừng dùng dũng thử đạo đao độc
"""
HOMOGRAPHS = {
    **dict.fromkeys(["à", "á", "ả", "hả", "hở", "hử", "hã", "ư", "hỉ"], "ha"),
    **{word: f"{fold(word)}'" for word in _OTHERS.split()},
}
"""Marked words that fold to a word of another meaning, and must not be taken for it: `đầu` is no `đâu`."""

SIGNS = {
    "✅": "xong", "✔": "xong", "☑": "xong", "✓": "xong", "◐": "dang lam", "○": "chua lam", "&": "va", "+": "va",
    "=": ":", "•": ";", "●": ";", "▪": ";", "|": ";", "!": ".", "=>": "->", "~": "khoang", "≈": "khoang",
}  # fmt: skip
TOKEN = re.compile(
    r"""
    (?P<date>(?<![\d.])\d{1,2}(?P<s>[/.\-])\d{1,2}(?P=s)\d{2,4}(?![\d%])
           | (?<![\d.])\d{1,2}\ ?[/.\-]\ ?(?:19|20)\d\d(?!\d)
           | (?<![\d.])(?:19|20)\d\d-(?:(?:19|20)\d\d|\d{1,2}(?:-\d{1,2})?)(?!\d) | (?<![\d.])(?:19|20)\d\d(?!\d))
    |(?P<document>\d+/(?:\d+/)?[a-zđ]{1,9}[-–&][\w\-&]+ | \d+/(?:qđ|qd|kh|bc|tt|nq|cv|tb)\b)
    |(?P<percent>(?:(?<![\w.,])-)?\d+(?:[.,]\d+)?(?=\s?%|\s?phần\s?trăm|\s?phan\s?tram))
    |(?P<triple>\d{1,2}(?:\.\d{1,2}){2,}(?!\d))
    |(?P<place>\d{1,2}\.\d{1,2}(?!\d)(?:[./]?(?P<letter>[a-e])(?![\w])|/(?P<odd>[f-z])(?!\w))?)
    |(?P<comma>(?<![\d.,])[1-9],\d{1,2}(?![\d]|[.,]\d|\s?%)(?P<cletter>[a-e](?!\w))?)
    |(?P<time>\d{1,2}(?:[:hg]\d\d|h)(?!\w))
    |(?P<fraction>\d{1,3}/\d{1,3}(?!\d))
    |(?P<number>\d+)
    |(?P<word>[^\W\d_]+(?:\d[\da-z]*)?)
    |(?P<sign>->|=>|\.{2,}|\n+|[%,;:.?!()\-&+=•●▪|✅✔☑✓◐○/~≈])
    """,
    re.VERBOSE,
)
NUMBER_INSIDE = re.compile(r"([^\W\d_]+)(\d.*)?")
LOST_VOWEL = {
    **dict.fromkeys(["noi", "xay", "ap", "su", "tuyen"], "dung"),
    **dict.fromkeys(["hoat", "tac", "chu", "lao", "van", "cong", "hanh"], "dong"),
}
"""What `dng` is behind these words, where it is no `đang`."""
_NAMES = """
    wifi file excel word zalo link web email facebook camera website gmail
"""
NAMES = frozenset(_NAMES.split())
"""Words of another language, which are no slips."""
MARKS = frozenset(["d9", "kd9", "cd9"])
"""The `đ`, `kđ` and `cđ` of a list of ratings, in VNI."""
RUN = re.compile(r"([^\W\d_])\1{2,}")
MARKED = re.compile(r"[^\x00-\x7f]")
ENDS_WORD = re.compile(r"[.,]\d|\s?%|/")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign: as written in good Vietnamese, folded, and where it stood in the cleaned text."""

    marked: str
    plain: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A whole message, ready to be understood."""

    text: str
    """Cleaned, as typed."""
    words: tuple[Word, ...]

    @property
    def plain(self) -> str:
        """Join the folded words, a space around each."""
        return f" {' '.join(word.plain for word in self.words if word.plain)} "

    @property
    def marked(self) -> str:
        """Join the words in good Vietnamese, for those who look names and months up."""
        return " ".join(word.marked for word in self.words if word.marked)


_folded, _decoded, _decoded_word = (lru_cache(maxsize=4096)(each) for each in (fold, decode, decode_word))
"""For single words, which come again and again."""


def hear(text: str) -> Heard:
    """Read *text* into words."""
    cleaned = clean(text)
    tokens = spelt_out([(kind, _unstretched(value), start, end) for kind, value, start, end in _tokens(cleaned)])
    spoken = [value for _, value, _, _ in tokens]
    words: list[Word] = []
    for place, (kind, value, start, end) in enumerate(tokens):
        words += _words(kind, value, start, end, spoken, place)
    return Heard(cleaned, tuple(_without_slips(_mended(words))))


def _without_slips(words: list[Word]) -> list[Word]:
    """Mend the words of asking, which must not be lost."""
    out: list[Word] = []
    for word, plain in zip(words, slips.mended([word.plain for word in words]), strict=True):
        parts = plain.split() if plain != word.plain and word.plain not in NAMES else []
        out += [Word(part, part, word.start, word.end) for part in parts] or [word]
    return out


def _tokens(cleaned: str) -> Iterator[tuple[str, str, int, int]]:
    """Cut the text up; a number stuck to a word comes apart unless it is a VNI mark."""
    lowered = cleaned.lower() if len(cleaned.lower()) == len(cleaned) else cleaned
    vni = decode(lowered) != lowered and any(c.isdigit() for c in lowered)
    place = 0
    while match := TOKEN.search(lowered, place):
        kind, value, end = str(match.lastgroup), match.group(), match.end()
        if kind in ("s", "letter", "odd", "cletter"):
            kind = {"s": "date", "cletter": "comma"}.get(kind, "place")
        if match.group("date"):
            kind = "date"
        if kind == "word" and not value.isalpha():
            value, end = _part(lowered, match, vni=vni)
        yield kind, value, match.start(), end
        place = end


def _part(lowered: str, match: re.Match[str], *, vni: bool) -> tuple[str, int]:
    value, end = match.group(), match.end()
    if value in MARKS:
        return value, end
    if not value[-1].isdigit() and _decoded_word(value) != value:
        return value, end
    if _decoded(lowered[max(0, match.start() - 1) : end + 3]).find(value) < 0 and not ENDS_WORD.match(lowered, end):
        return value, end
    if vni and _decoded_word(value) != value and not ENDS_WORD.match(lowered, end):
        return value, end
    if "d9" in value and expand_word(value, [value], 0) != value:
        return value, end
    letters = re.match(r"[^\W\d_]+", value)
    if letters and value != "k0":
        return letters.group(), match.start() + letters.end()
    return value, end


def _unstretched(value: str) -> str:
    """Take the stretching out of `xongggg` and `rồiiii`."""
    return RUN.sub(r"\1", value) if len(value) > 2 and value != "iii" else value


def _words(kind: str, value: str, start: int, end: int, spoken: list[str], place: int) -> list[Word]:
    if kind == "word":
        return _of_word(value, start, end, spoken, place)
    plain = {"date": "<date>", "document": "<so>", "time": "<gio>", "fraction": "<phan>"}.get(kind, value)
    if kind == "place":
        plain = _of_place(value)
    if kind == "sign":
        plain = _of_sign(value)
    return [Word(value.replace("\n", ";"), plain, start, end)]


def _of_place(value: str) -> str:
    match = re.fullmatch(r"(\d+\.\d+)[./]?([a-z])?", value)
    return f"{match[1]}/{match[2]}" if match and match[2] else value


def _of_sign(value: str) -> str:
    if "\n" in value:
        return "¶"
    if value.startswith(".."):
        return ","
    return SIGNS.get(value, "" if value in "()" else "," if value == "/" else value)


def _of_word(value: str, start: int, end: int, spoken: list[str], place: int) -> list[Word]:
    if value in PARTICLES:
        return [Word(value, "", start, end)]
    if value in ("dng", "đng") and (whole := _vowel_lost(spoken, place)):
        return [Word(whole, whole, start, end)]
    expanded = expand_word(value, spoken, place)
    if expanded == value:
        decoded = _decoded_word(value)
        expanded = SHORT.get(decoded, decoded) if decoded != value else value
    return [said for word in expanded.split() for said in _spelt(word, start, end, mend=word == value)]


def _vowel_lost(spoken: list[str], place: int) -> str | None:
    before = _folded(_decoded_word(spoken[place - 1])) if place else ""
    after = _folded(_decoded_word(spoken[place + 1])) if place + 1 < len(spoken) else ""
    return "dung'" if after in ("bo", "ghi", "tinh", "xoa") else LOST_VOWEL.get(before)


def _spelt(word: str, start: int, end: int, *, mend: bool) -> list[Word]:
    """Fold one word, mended where it is no syllable; two words where two were typed as one."""
    if word in PARTICLES:
        return [Word(word, "", start, end)]
    plain = _folded(word)
    mended = split_word(mend_word(plain)) if mend and (word.isascii() or not is_syllable(word)) else plain
    if mended != plain:
        return [Word(part, part, start, end) for part in mended.split()]
    return [Word(word, HOMOGRAPHS.get(word) or plain, start, end)]


def _mended(words: list[Word]) -> list[Word]:
    for place in range(len(words) - 1):
        first, second = words[place], words[place + 1]
        if (first.plain, second.plain) == ("bat", "dau'"):
            words[place + 1] = Word(second.marked, "dau", second.start, second.end)
            continue
        left, right = mend_pair(first.plain, second.plain)
        if left != first.plain:
            words[place] = Word(left, left, first.start, first.end)
        if right != second.plain:
            words[place + 1] = Word(right, right, second.start, second.end)
    return words
