"""Lists of numbers and of letters in folded words: `1, 2 và 3`, `a, b và chỉ số c`."""

from __future__ import annotations

import re
from dataclasses import dataclass

INTEGER = re.compile(r"\d{1,2}")
LETTER = re.compile(r"[a-z]")
TO = frozenset(["den", "toi", "-", "->"])
AND = frozenset([",", "va", "voi"])
_COUNTED = """
    % <phan> truong nguoi bo cuon buoi trang ban lan ngay thang tuan nam hoc tiet lop phong minh nua gio h
    dong diem trieu ty met m cay
"""
COUNTED = frozenset(_COUNTED.split())
_AFTER_LETTER = """
    dat xong chua khong duoc da dang , va hoan lam cua thuoc
"""
AFTER_LETTER = frozenset(_AFTER_LETTER.split())
LETTERS = 10
"""More indicators than any criterion has."""


@dataclass(slots=True)
class Words:
    """Folded words, and what lists can be read off them at a place."""

    words: list[str]

    def word(self, at: int) -> str:
        """Give the word at a place; none beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def two(self, at: int) -> str:
        """Give the word at a place and the next."""
        return f"{self.word(at)} {self.word(at + 1)}"

    def letters_after(self, at: int) -> tuple[list[str], int]:
        """Read the letters of the criterion that stands before them: `chỉ số a và b`, `a, b`."""
        start = at + 1 if self.word(at) in (",", ":", "-") else at
        if self.two(start) == "chi so":
            letters, end = self.letter_list(start + 2)
            return (letters, end) if letters else ([], at)
        if self.word(start) == "y" and LETTER.fullmatch(self.word(start + 1)):
            return self.letter_list(start + 1)
        bare = self.word(at)
        if (
            bare in ("a", "b", "c", "d")
            and (self.word(at + 1) in AFTER_LETTER or (bare, self.word(at + 1)) in (("a", "b"), ("b", "c")))
            and (bare != "a" or self.word(at + 1) not in (",", "va") or self.word(at + 2) in ("b", "c"))
        ):
            return self.letter_list(at)
        if bare in ("b", "c") and not self.word(at + 1):
            return [bare], at + 1
        return [], at

    def more_letters(self, at: int) -> tuple[list[str], int]:
        """Read the `, b và c` behind a letter."""
        letters: list[str] = []
        while self.word(at) in AND and re.fullmatch(r"[b-e]", self.word(at + 1)):
            letters.append(self.word(at + 1))
            at += 2
        return letters, at

    def letter_list(self, at: int, *, repeated: bool = True) -> tuple[list[str], int]:
        """Read `a, b và c`; *repeated*: `chỉ số a, chỉ số b` is one list too."""
        if not LETTER.fullmatch(self.word(at)):
            return [], at
        letters = [self.word(at)]
        at += 1
        while len(letters) < LETTERS:
            if self.word(at) in ("b", "c", "d") and ord(self.word(at)) == ord(letters[-1]) + 1:
                letters.append(self.word(at))
                at += 1
                continue
            if self.word(at) not in AND:
                break
            step = at + 3 if repeated and self.two(at + 1) == "chi so" else at + 1
            if not LETTER.fullmatch(self.word(step)) or self.word(step) == "y":
                break
            letters.append(self.word(step))
            at = step + 1
        return letters, at

    def integers(self, at: int) -> tuple[list[int], int, str | None]:
        """Read `3`, `1, 2 và 3`, `1 đến 4`, `1,2`; a number that counts something else ends the list."""
        numbers: list[int] = []
        error = None
        while True:
            pair = re.fullmatch(r"(\d{1,2}),(\d{1,2})", self.word(at))
            if pair and self.word(at + 1) not in COUNTED:
                numbers += [int(pair[1]), int(pair[2])]
            elif INTEGER.fullmatch(self.word(at)) and (
                self.word(at + 1) not in COUNTED or (not numbers and self.word(at + 1) != "%")
            ):
                numbers.append(int(self.word(at)))
            else:
                return numbers, (at - 1 if numbers else at), error
            at += 1
            if self.word(at) in TO and INTEGER.fullmatch(self.word(at + 1)) and self.word(at + 2) not in COUNTED:
                last = int(self.word(at + 1))
                if last <= numbers[-1]:
                    error = f"khoảng {numbers[-1]} đến {last} bị ngược"
                numbers += range(numbers[-1] + 1, last + 1)
                at += 2
            if self.word(at) not in AND:
                return numbers, at, error
            at += 1
