"""Which schools a sentence names, in whatever spelling."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from knowledge.language.fold import fold
from knowledge.language.school_kinds import Kind, aligned, canonical, split_name, tidy
from knowledge.language.school_words import ABOUT_A_SCHOOL, KIND_WORDS, NOT_A_SCHOOL_BEFORE, ORDINARY_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["canonical", "find_schools"]

_WORD = re.compile(r"[^\W_]+", re.UNICODE)

_PERSON_MARKED = frozenset(["cô", "em", "bé"])
_SHORTEST_SLIP, _LONG = 6, 11
_SURE, _SLIP, _PART = 3, 2, 1


@dataclass(frozen=True, slots=True)
class _Name:
    school: str
    words: tuple[str, ...]
    marked: tuple[str, ...]
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Sentence:
    typed: tuple[str, ...]
    """The words as typed, lower case."""
    words: tuple[str, ...]
    """The same, folded."""
    raw: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A run of words that may be the name of *names*."""

    start: int
    end: int
    sureness: int
    names: tuple[_Name, ...]


def find_schools(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Find every school of *names* that a sentence names, in its order; those that fit equally are all given."""
    sentence = _sentence(text)
    places = _without_overlaps(_places(sentence, _parsed(tuple(names))))
    only = bool(places) and _only_about_schools(sentence, places)
    found: list[str] = []
    kinds: tuple[str, ...] | None = None
    cued_until = -1
    for place in places:
        own, cued = _cue(sentence, place, places)
        if own is None and not cued and _continues(sentence, cued_until, place.start):
            own, cued = kinds, True
        if not (cued or only or _believable(sentence, place)):
            continue
        kinds, cued_until = own, place.end if cued else -1
        found += [name.school for name in place.names if own is None or set(own) & set(name.kind.levels)]
    return tuple(dict.fromkeys(found))


def _sentence(text: str) -> _Sentence:
    written = tidy(text)
    raw = tuple(match.group() for match in _WORD.finditer(written))
    return _Sentence(tuple(word.lower() for word in raw), tuple(aligned(word) for word in raw), raw, written)


@lru_cache(maxsize=32)
def _parsed(names: tuple[str, ...]) -> tuple[_Name, ...]:
    parsed = []
    for school in names:
        kind, base = split_name(school)
        marked = tuple(word.lower() for word in _WORD.findall(base))
        parsed.append(_Name(school, tuple(fold(word) for word in marked), marked, kind))
    return tuple(name for name in parsed if name.words)


def _places(sentence: _Sentence, names: tuple[_Name, ...]) -> list[_Place]:
    exact = list(_exact(sentence, names))
    rest = [*_slips(sentence, names), *_beginnings(sentence, names)]
    return exact + [place for place in rest if not any(_overlap(place, sure) for sure in exact)]


def _exact(sentence: _Sentence, names: tuple[_Name, ...]) -> list[_Place]:
    places: dict[tuple[int, int], list[_Name]] = {}
    said = set(sentence.words)
    for name in names:
        if name.words[0] not in said and "".join(name.words) not in said:
            continue
        for start in range(len(sentence.words)):
            end = _end_of(sentence.words, start, name.words)
            if end is not None and not _goes_on(sentence, start, end):
                places.setdefault((start, end), []).append(name)
    return [_Place(*span, _SURE, _best_marked(sentence, span, found)) for span, found in places.items()]


def _end_of(words: tuple[str, ...], start: int, wanted: tuple[str, ...]) -> int | None:
    """Match the words one by one, or all of them typed as one (`tucuong`)."""
    if words[start : start + len(wanted)] == wanted:
        return start + len(wanted)
    return start + 1 if len(wanted) > 1 and words[start] == "".join(wanted) else None


def _goes_on(sentence: _Sentence, start: int, end: int) -> bool:
    """Tell a longer name from its beginning: `Lê Hồng Phong` is not `Lê Hồng`."""
    if end >= len(sentence.raw) or not all(word.istitle() for word in sentence.raw[start : end + 1]):
        return False
    between = re.search(rf"{re.escape(sentence.raw[end - 1])}(\W+){re.escape(sentence.raw[end])}", sentence.text)
    return bool(between and between[1] == " ") and sentence.words[end] not in ABOUT_A_SCHOOL


def _best_marked(sentence: _Sentence, span: tuple[int, int], names: list[_Name]) -> tuple[_Name, ...]:
    """Let the tones decide between names that fold alike, where they were typed."""
    typed = sentence.typed[span[0] : span[1]]
    same = [name for name in names if _tones(name.marked) == _tones(typed)]
    return tuple(same or names)


@lru_cache(maxsize=2048)
def _tones(words: tuple[str, ...]) -> str:
    """Give the words with their tones taken off the vowels that bear them, so that `hoà` and `hòa` are one."""
    return " ".join("".join(sorted(unicodedata.normalize("NFD", word))) for word in words)


def _slips(sentence: _Sentence, names: tuple[_Name, ...]) -> list[_Place]:
    """Find names with a letter wrong, missing, doubled or swapped."""
    scored: list[tuple[int, int, int, _Name]] = []
    said = set(sentence.words)
    for name in names:
        wanted = " ".join(name.words)
        most = 2 if len(wanted) >= _LONG else 1
        if len(wanted) < _SHORTEST_SLIP or len(name.words) < 2 or (most < 2 and said.isdisjoint(name.words)):
            continue
        for start in range(len(sentence.words) - len(name.words) + 1):
            typed = sentence.words[start : start + len(name.words)]
            slips = OSA.distance(wanted, " ".join(typed), score_cutoff=2)
            if 0 < slips <= most and _plausible(typed, name.words):
                scored.append((slips, start, start + len(name.words), name))
    best = {(start, end): min(s for s, b, e, _ in scored if (b, e) == (start, end)) for _, start, end, _ in scored}
    return [
        _Place(*span, _SLIP, tuple(name for slips, b, e, name in scored if (b, e) == span and slips == least))
        for span, least in best.items()
    ]


def _plausible(typed: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Ask that no word be off by more than a letter, and none be lost in another."""
    pairs = [(a, b) for a, b in zip(typed, wanted, strict=True) if a != b]
    return all(min(len(a), len(b)) >= 2 and OSA.distance(a, b) <= 1 for a, b in pairs)


def _beginnings(sentence: _Sentence, names: tuple[_Name, ...]) -> list[_Place]:
    """Find names cut short: `chi lăng` for `Chi Lăng Bắc`."""
    places: dict[tuple[int, int], list[_Name]] = {}
    for name in names:
        if len(name.words) < 3 or name.words[0] not in sentence.words:
            continue
        for start in range(len(sentence.words)):
            if sentence.words[start : start + 2] == name.words[:2]:
                places.setdefault((start, start + 2), []).append(name)
    return [_Place(*span, _PART, tuple(found)) for span, found in places.items()]


def _overlap(one: _Place, other: _Place) -> bool:
    return one.start < other.end and other.start < one.end


def _without_overlaps(places: list[_Place]) -> list[_Place]:
    kept: list[_Place] = []
    for place in sorted(places, key=lambda p: (-p.sureness, -(p.end - p.start), p.start)):
        if not any(_overlap(place, other) for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda place: place.start)


def _cue(sentence: _Sentence, place: _Place, places: list[_Place]) -> tuple[tuple[str, ...] | None, bool]:
    """Read the kind of school around a name: its levels (None: not said), and whether it is called a school at all."""
    before = sentence.words[: place.start]
    for words, levels in KIND_WORDS:
        if before[-len(words) :] == words:
            return levels, True
    after = sentence.words[place.end : place.end + 4]
    for words, levels in KIND_WORDS:
        if after[: len(words)] == words and not any(p.start == place.end + len(words) for p in places):
            return levels, True
    return None, _called_a_school(sentence, place.start)


def _called_a_school(sentence: _Sentence, start: int) -> bool:
    """Take `trường` and an unmarked `truong`, and `hiệu trưởng tứ cường`, but no other `trưởng`."""
    if not start or sentence.words[start - 1] not in {"truong", "trg"}:
        return False
    headed = start > 1 and sentence.words[start - 2] == "hieu"
    return headed or sentence.typed[start - 1] in {"trường", "truong", "trg", "trương", "truờng"}


def _continues(sentence: _Sentence, cued_until: int, start: int) -> bool:
    """Carry a kind over a list: `trường TH tứ cường, đoàn tùng và phạm kha`."""
    between = sentence.words[cued_until:start] if cued_until >= 0 else ("",)
    return all(word in {"va", "voi", "cung"} for word in between)


def _believable(sentence: _Sentence, place: _Place) -> bool:
    """Tell whether a name without a word for a school before it is meant as one."""
    ordinary = all(" ".join(name.words) in ORDINARY_NAMES for name in place.names)
    if ordinary or place.sureness != _SURE or len(place.names[0].words) < 2:
        return False
    return not _of_a_person(sentence, place.start) and _marks_agree(sentence, place)


def _only_about_schools(sentence: _Sentence, places: list[_Place]) -> bool:
    named = {at for place in places for at in range(place.start, place.end)}
    rest = [word for at, word in enumerate(sentence.words) if at not in named]
    if any(not _marks_agree(sentence, place) for place in places):
        return False
    return all(word in ABOUT_A_SCHOOL or re.fullmatch(r"t?\d+", word) for word in rest)


def _of_a_person(sentence: _Sentence, start: int) -> bool:
    if not start:
        return False
    return sentence.words[start - 1] in NOT_A_SCHOOL_BEFORE or sentence.typed[start - 1] in _PERSON_MARKED


def _marks_agree(sentence: _Sentence, place: _Place) -> bool:
    """Refuse `cao tháng` for `Cao Thắng`: where marks were typed, at least one word must bear the right ones."""
    typed = sentence.typed[place.start : place.end]
    if typed == sentence.words[place.start : place.end] or len(typed) == 1:
        return True
    return any(_right(name, typed) for name in place.names)


def _right(name: _Name, typed: tuple[str, ...]) -> bool:
    pairs = list(zip(typed, name.marked, strict=False))
    wrong = [a for a, b in pairs if _tones((a,)) != _tones((b,)) and a != fold(a)]
    return not wrong or any(_tones((a,)) == _tones((b,)) and a != fold(a) for a, b in pairs)
