"""What is left out of a report: `xong tiêu chuẩn 2 trừ 2.4`, `1.1 đến 1.5 xong, riêng 1.4 được 60 %`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.catalogue import Framework
from knowledge.language.meaning import Reference
from knowledge.language.patterns import bounded
from knowledge.language.references import Found
from knowledge.language.statuses import STATUS

HARD = r"ngoai tru|loai tru|chi tru|tru|khong tinh|khong ke|khong bao gom"
SOFT = r"chi con|con thieu|chi thieu|con vuong|con|chi rieng|rieng|chi co|moi minh|moi|ngoai|nhung"
"""Words that leave something out only where it belongs to what is reported; `còn 3.1` may go on otherwise."""
LEAD = bounded(
    rf"(?<= )(?P<lead>(?P<hard>{HARD})|{SOFT})(?: (?:moi|moi minh|moi moi|rieng|ra|co|con|lai|thieu|vuong|cai|muc|:))* "
    r"(?P<names>R\d+(?: (?:(?:,|va|voi) )?R\d+){0,20})(?: ra)?(?: thi)?(?= )"
)
STOP = re.compile(r" (?:[,;¶.?]|nhung|con|tru|R\d+|M\d+)(?= )")
SENTENCE_END = re.compile(r"(?<= )[;¶.?](?= )")
LEFT_OPEN = re.compile(r" ?(?:(?:la|thi|cung|nua|thoi|chua|a|nhe|em|day'?|do|roi|con lai|cai) ?)*")
UNFINISHED = re.compile(r"^(?: (?:la|thi|cung|van))* chua(?= |$)")


@dataclass(slots=True)
class Exceptions:
    """Takes what is excepted out of a text and out of the places that hold it."""

    text: str
    places: dict[str, Found]
    framework: Framework
    excepted: set[str] = field(default_factory=set)
    statuses: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    owners: dict[Reference, set[str]] = field(default_factory=dict)
    """Who names each place."""
    opened: set[Reference] = field(default_factory=set)

    def take_out(self) -> str:
        """Give the text without its exceptions; what is said of an excepted place becomes a sentence of its own."""
        if not LEAD.search(self.text):
            return self.text
        self._look()
        out, at = "", 0
        for match in LEAD.finditer(self.text):
            instead, end = self._instead(match)
            out, at = out + self.text[at : match.start()] + instead, end
        return out + self.text[at:]

    def _look(self) -> None:
        self.statuses = [match.start() for match in STATUS.finditer(self.text)]
        self.ends = [match.start() for match in SENTENCE_END.finditer(self.text)]
        for name, found in self.places.items():
            for place in found.places:
                self.owners.setdefault(place, set()).add(name)

    def _instead(self, match: re.Match[str]) -> tuple[str, int]:
        """Give what stands instead of one exception, and where the text goes on."""
        hard = match["hard"] is not None
        names = re.findall(r"R\d+", match["names"])
        held = self._held(names, hard=hard)
        end = self._end_of(match, held)
        stop = STOP.search(self.text, end)
        stops = stop.start() if stop else len(self.text)
        elsewhere = self._said_elsewhere(match.start(), stops)
        said = elsewhere and self._said_between(end, stops)
        if hard and not held and not said:
            self.excepted |= {name for name in names if not self.places[name].error}
            return "", end
        if not held or not (hard or self._is_left_open(end, stops, said=said, elsewhere=elsewhere)):
            return match.group(), match.end()
        self._open(held, of_lists=said and not hard)
        if said:
            return f"; {' , '.join(held)}", end
        self.excepted |= set(held)
        unfinished = UNFINISHED.match(self.text[end:stops])
        return "", end + (unfinished.end() if unfinished else 0)

    def _end_of(self, match: re.Match[str], held: Sequence[str]) -> int:
        """Find where the exception ends: the list may go on with what is none."""
        if not held or len(held) == match["names"].count("R"):
            return match.end()
        return match.start("names") + match["names"].index(held[-1]) + len(held[-1])

    def _is_left_open(self, end: int, stops: int, *, said: bool, elsewhere: bool) -> bool:
        """Tell `còn 2.4`, said of what is reported, from `còn 2.4 cần gì`."""
        asked = self.text[stops : stops + 2] == " ?"
        return elsewhere and not asked and (said or bool(LEFT_OPEN.fullmatch(self.text[end:stops])))

    def _held(self, names: Sequence[str], *, hard: bool) -> list[str]:
        """Give as many of the names, from the first on, as are held by places that are not among them."""
        wide = hard or len(self.places) > len(names) + 1
        for count in range(len(names), 0, -1):
            held = names[:count]
            inner = [(name, place) for name in held for place in self.places[name].places]
            if all(not self.places[name].error for name in held) and all(
                self._is_held(place, set(held), wide=wide) for _, place in inner
            ):
                return list(held)
        return []

    def _is_held(self, inner: Reference, names: set[str], *, wide: bool) -> bool:
        wholes = [replace(inner, indicator=None), Reference(inner.standard)]
        if any(whole != inner and self.owners.get(whole, set()) - names for whole in wholes):
            return True
        others = self.owners.get(inner, set()) - names
        return any(wide or len(self.places[name].places) > 1 for name in others)

    def _open(self, held: Sequence[str], *, of_lists: bool) -> None:
        """Take the names out of what holds them; *of_lists*: a whole stays one, as the narrower word holds anyway."""
        out = {place for name in held for place in self.places[name].places}
        if out <= self.opened:
            return
        self.opened |= out
        for name, found in self.places.items():
            if name in held or name in self.excepted or (of_lists and not out & set(found.places)):
                continue
            places = opened(found.places, out, self.framework)
            if places != found.places:
                whole = found.whole or (found.places[0] if len(found.places) == 1 else None)
                self.places[name] = replace(found, places=places, alone=False, whole=whole)

    def _said_between(self, start: int, end: int) -> bool:
        at = bisect_left(self.statuses, start)
        return at < len(self.statuses) and self.statuses[at] < end

    def _said_elsewhere(self, start: int, end: int) -> bool:
        """Say whether the sentence states something besides what stands between *start* and *end*."""
        at = bisect_left(self.ends, start)
        first = self.ends[at - 1] if at else 0
        last = self.ends[at] if at < len(self.ends) else len(self.text)
        return self._said_between(first, start) or self._said_between(end, last)


def holds(outer: Reference, inner: Reference) -> bool:
    """Say whether *inner* is a part of *outer*: a criterion of a standard, an indicator of either."""
    if outer.standard != inner.standard or outer == inner:
        return False
    return outer.criterion is None or (outer.criterion == inner.criterion and outer.indicator is None)


def opened(places: Sequence[Reference], out: set[Reference], framework: Framework) -> tuple[Reference, ...]:
    """Take *out* out of *places*: a whole that holds one of them falls into its parts."""
    left: list[Reference] = []
    for place in places:
        inside = {one for one in out if holds(place, one)}
        if place not in out:
            left += opened(parts(place, framework), inside, framework) if inside else [place]
    return tuple(left)


def parts(place: Reference, framework: Framework) -> tuple[Reference, ...]:
    """List the criteria of a standard, or the indicators of a criterion."""
    if place.criterion is None:
        standard = framework.standard(place.standard or 0)
        numbers = [int(one.number.split(".")[1]) for one in standard.criteria] if standard else []
        return tuple(Reference(place.standard, number) for number in numbers)
    criterion = framework.criterion(place.number)
    letters = [one.letter for one in criterion.indicators] if criterion else []
    return tuple(Reference(place.standard, place.criterion, letter) for letter in letters)
