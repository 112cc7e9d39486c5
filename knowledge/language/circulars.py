"""Circulars, years and levels as a question names them: "theo thông tư 18", "năm 2027", "thông tư cũ", "mức 2"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.language.fold import clean, fold
from knowledge.language.telex import decode

_WORD = r"(?:thong tu|thongtu|t\.?tu|tt)"
_BEFORE = (
    r"(?P<before>\b(?:(?:theo|cua|o|trong|tai|so voi|voi|ben|giua|sang|den|va|tu|vao|ap dung|thuoc)\s+){0,4}"
    r"(?:quy dinh (?:cua|tai|o|trong) )?)"
)
_TAIL = r"(?:\s*/\s*tt-?bgd-?dt)?(?![\d%]|[.,]\d)"
_NUMBER = rf"\d{{2}}(?:\s*[/-]\s*20\d\d)?{_TAIL}"
NUMBERED = re.compile(
    rf"{_BEFORE}\b{_WORD}\s*(?:so\s*)?"
    rf"(?P<numbers>{_NUMBER}(?:\s*(?:,|va|voi|sang|so voi|->|-)\s*(?:{_WORD}\s*)?{_NUMBER})*)"
)
BARE = re.compile(rf"{_BEFORE}(?<![\d/])(?P<numbers>(?:17|18|19|25|42|57)\s*/\s*20\d\d){_TAIL}")
OF_YEAR = re.compile(
    rf"{_BEFORE}\b(?:{_WORD}|bo tieu chuan|bo|quy dinh)(?: nam)? (?P<year>20(?:12|14|18|26))\b(?!\s*[-/])"
)
NOW = r"(?:bay gio|hien nay|nay|gio)"
_THINGS = rf"(?:{_WORD}|quy dinh|bo tieu chuan|van ban|tieu chuan|tieu chi|tc)"
AGED = re.compile(
    rf"{_BEFORE}\b{_THINGS}(?P<between>(?: \S+){{0,5}}?) (?P<age>cu|moi)\b"
    r"(?! the\b)(?: nhat\b)?"
    r"(?:\s*(?:va|voi|so voi|hay|,|-|sang)\s*(?:thong tu |tt |quy dinh |bo )?(?P<other>cu|moi)\b(?! the\b))?"
)
ONCE = re.compile(rf"\b(?P<age>cu)\b(?P<other>)(?= (?:thi )?{NOW}\b)")
PAIR = re.compile(r"\b(?:giua )?(?P<age>cu|moi)\s*(?:va|voi|so voi|sang)\s*(?P<other>cu|moi)\b")
SCHOOL_YEAR = re.compile(
    rf"{_BEFORE}\b(?:nam hoc|nh)?\s*(?<!\d)(?P<from>20\d\d)\s*[-/]\s*(?P<to>20\d\d|\d\d)(?![\d/-])"
)
YEAR = re.compile(rf"{_BEFORE}\bnam (?:hoc )?(?P<year>20\d\d)\b(?!\s*[-/])")
COMPARING = re.compile(
    r"\b(?:so sanh|so voi|doi chieu|khac(?: (?:gi|nhau|the nao|o dau|cho nao|nhu the nao|voi|biet))*|"
    r"thay doi (?:gi|the nao|nhu the nao|ra sao)|co gi (?:moi|khac|thay doi))\b"
)
LEADING = re.compile(
    rf"\b(?:{NOW} (?:no )?(?:nam )?o (?:dau|muc nao|tieu chi nao|cho nao)|"
    rf"{NOW} (?:no )?(?:la|thanh|thuoc|sang|chuyen \w+) (?:tieu chi|tc|muc|cai|so) (?:nao|may|gi)|"
    r"(?:tuong ung|tuong duong)(?: voi)?(?: la)? (?:tieu chi|tc|muc|cai) (?:nao|may|gi)|"
    r"chuyen (?:sang|thanh|vao|di) (?:dau|tieu chi nao|tc nao|muc nao)|thay (?:bang|boi) (?:tieu chi|tc) nao|"
    r"(?:truoc day|truoc kia|hoi truoc) (?:la|o|thuoc) (?:tieu chi|tc|muc|dau) ?(?:nao|may)?)"
)
BACKWARD = re.compile(r"\b(?:truoc day|truoc kia|hoi truoc) (?:la|o|thuoc)\b")
ACHIEVED = re.compile(
    r"(?:\b(?:cua|o|thuoc|,)\s*)?\bmuc (?:do )?(?P<level>[1-4])(?![\d.%]| %)(?:\s*(?:cua|thuoc|o)\b)?"
)
PLACE = re.compile(r"\b\d{1,2}\.\d{1,2}\b|\b(?:tieu chi|tc)\s*\d")
READ_AT_MOST = 500
"""In letters: what is longer is no question."""
SPACES = re.compile(r"\s+")
MARKS = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Named:
    """What a question says of the circulars that it is asked under, and what is left of it."""

    text: str
    """The question without those words."""
    numbers: tuple[tuple[int, int | None], ...] = ()
    """Number and year of each circular named, in the order said: `(18, None)`, `(42, 2012)`."""
    ages: tuple[str, ...] = ()
    """`old`, `new`, as said."""
    generation: int | None = None
    day: date | None = None
    """A day of the year or school year named."""
    years: tuple[int, ...] = ()
    compares: bool = False
    """Whether the difference between two circulars is asked for."""
    leads: bool = False
    """Whether it is asked where a criterion went, or where it came from."""
    backward: bool = False
    level: int | None = None
    """The level (mức) of a criterion asked for."""

    @property
    def circular(self) -> bool:
        """Tell whether any circular is named."""
        return bool(self.numbers or self.ages or self.generation or self.day)


def read_named(question: str) -> Named:
    """Find the circulars, the year and the level that *question* names."""
    text = clean(question)
    if len(text) > READ_AT_MOST:
        return Named(text)
    return _Reading(text if len(fold(text)) == len(text) else fold(text)).named()


class _Reading:
    """A question whose words about circulars are taken out, one kind after the other."""

    def __init__(self, text: str) -> None:
        decoded = decode(text.lower())
        self.text = decoded if text.isascii() and len(fold(decoded)) == len(decoded) else text
        self.whole = fold(self.text)

    def named(self) -> Named:
        """Take everything out, the longest forms first."""
        leading, backward = LEADING.search(self.whole), bool(BACKWARD.search(self.whole))
        comparing = bool(COMPARING.search(self.whole))
        numbers = tuple(one for pattern in (NUMBERED, BARE) for one in self._numbers(pattern))
        generation = next((int(each["year"]) for each in self._taken(OF_YEAR)), None)
        ages = tuple(self._ages()) or tuple(self._once())
        years, day = self._day()
        level = self._level()
        asked = bool(leading) and bool(numbers or ages or generation or PLACE.search(self.whole))
        compares = comparing and bool(numbers or ages or generation)
        if asked:
            self._drop(LEADING)
        if compares:
            self._drop(COMPARING)
        self.text = re.sub(r"chỉ báo|chi bao", "chỉ số", self.text)
        text = SPACES.sub(" ", self.text).strip(" ,;-")
        return Named(text, numbers, ages, generation, day, years, compares, asked, backward, level)

    def _taken(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Give each match and take it out; a circular without a word before it leaves "thông tư" behind."""
        while match := pattern.search(fold(self.text)):
            head, tail = self.text[: match.start()], self.text[match.end() :]
            stays = pattern in (NUMBERED, OF_YEAR) and not match["before"] and tail.strip(" ?.")
            self.text = f"{head}{' thông tư ' if stays and not head.strip() else ' '}{tail}"
            yield match
            if stays and pattern is OF_YEAR:
                return

    def _numbers(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int | None]]:
        for match in self._taken(pattern):
            for number, year in re.findall(r"(?<!\d)(\d{2})(?:\s*[/-]\s*(20\d\d))?(?!\d)", match["numbers"]):
                yield int(number), int(year) if year else None

    def _ages(self) -> Iterator[str]:
        """Take out `cũ` and `mới`; the things between stay: of "tiêu chí 3.5 thư viện cũ" only the last word goes."""
        for pattern in (AGED, PAIR):
            match = pattern.search(fold(self.text))
            if match is None or not self._is_age(match):
                continue
            yield from ({"cu": "old", "moi": "new"}[age] for age in (match["age"], match["other"]) if age)
            spread = pattern is AGED and (match["between"] or re.search(r"tieu ch|tc", match.group()))
            start = match.start("age") if spread else match.start()
            self.text = f"{self.text[:start]} {self.text[match.end() :]}"

    def _once(self) -> Iterator[str]:
        """Take out the last word of "thư viện cũ" in "thư viện cũ nay ở đâu"."""
        match = ONCE.search(fold(self.text)) if LEADING.search(self.whole) else None
        if match is not None and self._is_age(match):
            self.text = f"{self.text[: match.start()]} {self.text[match.end() :]}"
            yield "old"

    def _is_age(self, match: re.Match[str]) -> bool:
        """Tell `cũ` from `cụ` by the marks; "tiêu chí 3.6 thiết bị cũ" is about an old thing, not an old rule."""
        if match.re is AGED and match["between"] and not (LEADING.search(self.whole) or COMPARING.search(self.whole)):
            return False
        for name in ("age", "other"):
            if match[name]:
                said = self.text[match.start(name) : match.end(name)].lower()
                if MARKS.search(self.text) and said not in ("cũ", "mới"):
                    return False
        return True

    def _day(self) -> tuple[tuple[int, ...], date | None]:
        for match in self._taken(SCHOOL_YEAR):
            first, last = int(match["from"]), int(match["to"]) % 100
            if (first + 1) % 100 == last:
                return (first, first + 1), date(first + 1, 1, 1)
        for match in self._taken(YEAR):
            return (int(match["year"]),), date(int(match["year"]), 12, 31)
        return (), None

    def _level(self) -> int | None:
        """Take out the level of a criterion; that of a school ("trường đạt mức 2") is a subject of its own."""
        match = ACHIEVED.search(fold(self.text)) if PLACE.search(self.whole) else None
        if match is None:
            return None
        self.text = f"{self.text[: match.start()]} {self.text[match.end() :]}"
        return int(match["level"])

    def _drop(self, pattern: re.Pattern[str]) -> None:
        while match := pattern.search(fold(self.text)):
            self.text = f"{self.text[: match.start()]} {self.text[match.end() :]}"
