"""Places of a framework as people name them: `tc 2.3`, `tchuan 2 tchi 3 và 4`, `chỉ số b tiêu chí 1.4`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.catalogue import Framework
from knowledge.language.existence import between, missing
from knowledge.language.meaning import Reference
from knowledge.language.word_lists import AFTER_LETTER, AND, COUNTED, INTEGER, LETTER, TO, Words

DOTTED = re.compile(r"(\d{1,2})[.,](\d{1,2})(?:/?([a-z]))?")
TRIPLE = re.compile(r"\d{1,2}(?:\.\d{1,2}){2,}")
OF = frozenset(["cua", "thuoc", "o", "trong", "tai", "ben", ","])
BEGINS = frozenset(["chi", "tieu", "muc"])
"""Words that a reference may begin with; it may with a number or a letter too."""
COUNTED_DOTTED = frozenset(["%", "trieu", "ty", "met", "m", "m2", "km", "nghin", "diem", "gio", "ha", "kg"])


@dataclass(frozen=True, slots=True)
class Found:
    """A run of words that names places: one, or several in a breath."""

    places: tuple[Reference, ...]
    said: str
    error: str | None = None
    alone: bool = False
    """A whole standard, which may only head the lines below it."""
    vague: bool = False
    """The error is one of a report only, as of `tiêu chí 4` without its standard: a question may be so."""
    whole: Reference | None = None
    """What *places* are the rest of, where something was taken out of it."""
    draft: bool = False
    """The draft of a step's paper: done, it only begins the step."""


@dataclass(slots=True)
class Reader(Words):
    """Reads references off a list of folded words, left to right."""

    framework: Framework | None
    standard: int | None = None
    """The standard that a bare `tiêu chí 3` belongs to, where one was just named."""
    found: list[Found] = field(default_factory=list)
    out: list[str] = field(default_factory=list)

    def read(self) -> str:
        """Replace every reference by `R0`, `R1` and so on."""
        at = 0
        while at < len(self.words):
            end, found = self._at(at)
            if found is None:
                self.out.append(self.words[at])
                at += 1
                continue
            self.out.append(f"R{len(self.found)}")
            self.found.append(found)
            at = end
        return f" {' '.join(self.out)} "

    def _at(self, at: int) -> tuple[int, Found | None]:
        word = self.word(at)
        if len(word) > 1 and word.isalpha() and word not in BEGINS:
            return at, None
        if self.two(at) == "chi so" or (self.word(at) in ("y", "muc") and LETTER.fullmatch(self.word(at + 1))):
            return self._indicators(at)
        if self.two(at) == "tieu chuan":
            return self._standards(at)
        if self.two(at) == "tieu chi":
            return self._criteria(at)
        if TRIPLE.fullmatch(self.word(at)):
            return at + 1, self._none_such(self.word(at))
        if self._is_dotted(at):
            return self._dotted(at)
        return self._next_letter(at)

    def _next_letter(self, at: int) -> tuple[int, Found | None]:
        """Read the `c` of `1.1a đạt, c không đạt`, and the `b` of `1.1 chưa đạt b`."""
        if self.word(at - 1) == "dat" and self._is_rated_letter(at):
            letters, end = self.letter_list(at)
            return self._more_of_last(at, letters, end, named=True)
        if not re.fullmatch("[b-d]", self.word(at)) or self.word(at + 1) not in AFTER_LETTER:
            return at, None
        return (
            self._more_of_last(at, [self.word(at)], at + 1)
            if self.word(at - 1) in (",", ";", "va", "con", "¶")
            else (at, None)
        )

    def _is_rated_letter(self, at: int) -> bool:
        """Tell the indicators of `đạt a, b` from the `ạ` of `đạt ạ`."""
        if self.word(at) == "a":
            return self.word(at + 1) in AND and self.word(at + 2) in ("b", "c", "d")
        return self.word(at) in ("b", "c", "d") and self.word(at + 1) in ("", ".", "¶", "?", *AFTER_LETTER)

    def _clause_names(self) -> bool:
        """Say whether a place was named since the last comma."""
        for word in reversed(self.out):
            if word in (",", ";", ".", "¶", "?"):
                return False
            if re.fullmatch(r"R\d+", word):
                return True
        return False

    def _more_of_last(self, at: int, letters: list[str], end: int, *, named: bool = False) -> tuple[int, Found | None]:
        """Take *letters* for indicators of the criterion just named; bare letters only go on with its indicators."""
        last = self.found[-1].places[-1] if self.found and self.found[-1].places else None
        if last is None or not (last.indicator or (named and last.criterion)):
            return at, None
        if len({(place.standard, place.criterion) for place in self.found[-1].places}) > 1:
            said = f"chỉ số {', '.join(letters)}"
            return end, Found((), said, f"chưa rõ {said} của tiêu chí nào", vague=True)
        places = [Reference(last.standard, last.criterion, letter) for letter in letters]
        return end, Found(tuple(places), places[0].number, self._wrong(places))

    def _is_dotted(self, at: int) -> bool:
        counts = self.word(at + 1) in COUNTED_DOTTED or self.word(at - 1) in ("ngay", "hom", "luc", "diem")
        steps = "," in self.word(at) and self.word(at - 1) == "buoc"
        return bool(DOTTED.fullmatch(self.word(at))) and not counts and not steps

    def _none_such(self, said: str) -> Found:
        return Found((), said, f"không có tiêu chí “{said}”")

    def _dotted(self, at: int) -> tuple[int, Found]:
        """Read `2.3`, `2.3/b`, `2.3 chỉ số a và b`, `2.1 đến 2.3`."""
        first = self._place(self.word(at))
        end = at + 1
        if self.word(end) in TO or (self.word(end) == "cho" and self.word(end + 1) in TO):
            ranged = self._range(first, end)
            if ranged:
                return ranged
        letters, end = self.letters_after(end)
        if first.indicator:
            more, end = self.more_letters(end)
            letters = [first.indicator, *more]
        places = [Reference(first.standard, first.criterion, letter) for letter in letters] or [first]
        stray = self._stray(end)
        return end, Found(tuple(places), self.word(at), self._wrong(places) or stray)

    def _stray(self, end: int) -> str | None:
        """Find the `3` of `1.1, 2 và 3`, which may be anything."""
        after = self.word(end + 2)
        if self.word(end) not in AND or not INTEGER.fullmatch(self.word(end + 1)):
            return None
        if after and (
            after in COUNTED
            or not (after in AND or after in (".", ";", "¶", "xong", "dat", "da", "hoan", "duoc", "chua", "dang"))
        ):
            return None
        return f"chưa rõ số “{self.word(end + 1)}” là tiêu chí nào"

    def _place(self, word: str) -> Reference:
        match = DOTTED.fullmatch(word)
        if match is None:
            raise ValueError(word)
        return Reference(int(match[1]), int(match[2]), match[3])

    def _range(self, first: Reference, end: int) -> tuple[int, Found] | None:
        after = end + 1
        while self.word(after) in TO or self.word(after) in ("het", "cho", "ca") or self.two(after) == "tieu chi":
            after += 2 if self.two(after) == "tieu chi" else 1
        if INTEGER.fullmatch(self.word(after)) and self.word(after + 1) not in COUNTED and self.word(end) != "->":
            said = f"{first.number} đến {self.word(after)}"
            return (
                (after + 1, Found((), said, f"chưa rõ “{said}” gồm những tiêu chí nào"))
                if self.word(end) != "toi"
                else None
            )
        if not DOTTED.fullmatch(self.word(after)):
            return None
        last = self._place(self.word(after))
        places, error = between(first, last, self.framework)
        return after + 1, Found(places, f"{first.number} đến {last.number}", error)

    def _indicators(self, at: int) -> tuple[int, Found | None]:
        """Read `chỉ số b tiêu chí 1.4`."""
        start = at + 2 if self.two(at) == "chi so" else at + 1
        if DOTTED.fullmatch(self.word(start)):
            return self._dotted(start)
        letters, end = self.letter_list(start)
        after = end
        while self.word(after) in OF:
            after += 1
        begun = self.word(end) == "," and self._clause_names()
        inner_end, inner = self._at(after) if letters and not begun and self.two(after) != "chi so" else (after, None)
        if letters and inner is None:
            letters, end = self.letter_list(start, repeated=False)
            return self._more_of_last(at, letters, end, named=self.two(at) == "chi so")
        if inner is None or len(inner.places) != 1 or inner.places[0].criterion is None:
            return at, None
        of = inner.places[0]
        places = [Reference(of.standard, of.criterion, letter) for letter in letters]
        return inner_end, Found(
            tuple(places), f"chỉ số {', '.join(letters)} tiêu chí {of.number}", inner.error or self._wrong(places)
        )

    def _standards(self, at: int) -> tuple[int, Found | None]:
        start = at + 3 if self.word(at + 2) in ("so", "thu") else at + 2
        if self._is_dotted(start) and "," not in self.word(start):
            return self._dotted(start)
        numbers, end, error = self.integers(start)
        if not numbers:
            return at, None
        after = end
        while self.word(after) in (",", "-", ":", ";", "thi", "co", "o", "¶") or self.word(after) in ("cac", "ca"):
            after += 1
        if self.two(after) == "tieu chi" and len(numbers) == 1:
            self.standard = numbers[0]
            inner_end, inner = self._criteria(after, numbers[0])
            if inner is not None and (self.word(end) not in (";", "¶") or not self._is_dotted(after + 2)):
                return inner_end, inner
        if len(numbers) == 1:
            self.standard = numbers[0] if self.word(end) in (":", "¶", ",", "-", "thi") else None
        places = [Reference(number) for number in numbers]
        said = "tiêu chuẩn " + ", ".join(map(str, numbers))
        return end, Found(
            tuple(places),
            said,
            error or self._wrong(places),
            alone=len(numbers) == 1 and self.word(end) in (":", "¶", ",", "-"),
        )

    def _criteria(self, at: int, standard: int | None = None) -> tuple[int, Found | None]:
        start = at + 2
        if self.word(start) == "so" or (self.word(start) in ("thu", ":") and INTEGER.match(self.word(start + 1))):
            start += 1
        if TRIPLE.fullmatch(self.word(start)):
            return start + 1, self._none_such(self.word(start))
        if self._is_dotted(start) and not (standard and "," in self.word(start)) and not self._comma_list(start):
            if standard is None or standard == self._place(self.word(start)).standard:
                return self._dotted(start)
            said = f"tiêu chuẩn {standard} tiêu chí {self.word(start)}"
            return start + 1, Found(
                (), said, f"{said} không khớp: tiêu chí {self.word(start)} không thuộc tiêu chuẩn {standard}"
            )
        numbers, end, error = self.integers(start)
        if not numbers:
            return at, None
        if standard is None:
            standard, end = self._standard_after(end)
        standard = standard or self.standard or self._sentence_standard()
        said = "tiêu chí " + ", ".join(map(str, numbers))
        if standard is None:
            return end, Found((), said, f"chưa rõ {said} thuộc tiêu chuẩn nào, ví dụ: 2.{numbers[0]}", vague=True)
        letters, end = self.letters_after(end) if len(numbers) == 1 else ([], end)
        places = [Reference(standard, number) for number in numbers]
        places = [Reference(standard, numbers[0], letter) for letter in letters] or places
        return end, Found(tuple(places), f"{said} tiêu chuẩn {standard}", error or self._wrong(places))

    def _sentence_standard(self) -> int | None:
        """Find the one standard that this sentence is about: `tiêu chuẩn 2 xong, trừ tiêu chí 4`."""
        named: list[Found] = []
        for word in reversed(self.out):
            if word in (";", ".", "¶", "?"):
                break
            if re.fullmatch(r"R\d+", word):
                named.append(self.found[int(word[1:])])
        standards = {place.standard for found in named for place in found.places}
        whole = any(place.criterion is None for found in named for place in found.places)
        return standards.pop() if whole and len(standards) == 1 else None

    def _comma_list(self, start: int) -> bool:
        """Say whether `1,2` is two numbers: its standard comes after."""
        if "," not in self.word(start):
            return False
        after = start + 1
        while self.word(after) in OF:
            after += 1
        return self.two(after) == "tieu chuan" or self.standard is not None

    def _standard_after(self, end: int) -> tuple[int | None, int]:
        after = end
        while self.word(after) in OF or self.word(after) == "-":
            after += 1
        skip = after + 2 + (self.word(after + 2) == "so")
        if self.two(after) == "tieu chuan" and INTEGER.fullmatch(self.word(skip)) and self.word(skip + 1) not in ("%",):
            return int(self.word(skip)), skip + 1
        return None, end

    def _wrong(self, places: list[Reference]) -> str | None:
        return next((error for place in places if (error := missing(place, self.framework))), None)
