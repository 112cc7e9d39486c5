"""Every status bound to the places that it belongs to: before them, after them, or lines away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.language import statuses
from knowledge.language.exceptions import holds
from knowledge.language.questions import Clause
from knowledge.language.references import Found
from knowledge.language.statuses import Said

ITEM = re.compile(
    r"(?<= )(?:(?P<place>[RM]\d+)|(?P<said>S\d+)|(?P<oops>(?:ha |a |o |em )?(?:(?:xin loi|sorry|"
    r"quen)(?: em)?(?: ghi| noi)? )?(?:nham|lon)|dinh chinh|xin loi|sua lai(?: la)?|y (?:em|toi|minh) la|"
    r"ha khong|a khong)|(?P<va>va|voi|cung voi))(?= )"
)
SIDE = ("evidence", "rating")
"""Steps that, said beside a criterion, only say what of it is meant."""


@dataclass(slots=True)
class Binding:
    """Statuses being bound to places, clause by clause."""

    places: dict[str, Found]
    said: list[Said] = field(default_factory=list)
    bound: list[tuple[str, Said]] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Places that no status has reached yet."""
    carried: list[Said] = field(default_factory=list)
    """Statuses said before their places, which may go on: `xong 1.1, 1.2`."""
    last: list[Said] = field(default_factory=list)
    last_places: list[str] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)
    oops: bool = False
    """A `nhầm` stands alone before what is coming."""

    def hear(self, clause: Clause) -> None:
        """Bind what one clause says."""
        text, said = statuses.mark(clause.text)
        offset = len(self.said)
        real = not (clause.unreal or clause.question)
        self.said += [
            replace(one, real=real, doubt=clause.period if one.status == "done" and not one.weak else "")
            for one in said
        ]
        items = [(str(match.lastgroup), match.group()) for match in ITEM.finditer(text)]
        items = [(kind, f"S{int(value[1:]) + offset}" if kind == "said" else value) for kind, value in items]
        if clause.before in ("con", "nhung"):
            self.carried = []
        if clause.before == "nhung" and any(place[0] == "R" for place in self.last_places):
            items = [item for item in items if not self._is_side(item)]
        for part in _parted(self._without_sides(items)):
            self._hear_part(self._corrected(part), clause)

    def _without_sides(self, items: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if not any(value[0] == "R" for kind, value in items if kind == "place"):
            return items
        joined = any(kind == "va" for kind, _ in items)
        return [item for item in items if joined or not self._is_side(item)]

    def _is_side(self, item: tuple[str, str]) -> bool:
        kind, name = item
        return kind == "place" and name[0] == "M" and self.places[name].said in SIDE

    def _corrected(self, items: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Take back what `nhầm` takes back, and give what stands after it."""
        at = next((i for i in range(len(items) - 1, -1, -1) if items[i][0] == "oops"), None)
        if at is None and not (self.oops and items):
            return items
        before = [] if at is None else [item for item in items[:at] if item[0] != "oops"]
        after = items if at is None else items[at + 1 :]
        self.oops = not after and not before
        kinds = [kind for kind, _ in after if kind != "va"]
        return self._instead(before, after, kinds) if kinds else before

    def _instead(
        self, before: list[tuple[str, str]], after: list[tuple[str, str]], kinds: list[str]
    ) -> list[tuple[str, str]]:
        old = [item for item in before if item[0] == "place"]
        only_status = "place" not in kinds
        self.dropped |= {value for _, value in old if not only_status}
        if not old:
            self._take_back(self._named_again(after) or self.last_places)
        if only_status:
            return [*(old or [("place", place) for place in self.last_places]), *after]
        return [*[item for item in before if item[0] == "said"], *after] if kinds == ["place"] else after

    def _take_back(self, places: Sequence[str]) -> None:
        self.bound = [(place, said) for place, said in self.bound if place not in places]
        self.waiting = [place for place in self.waiting if place not in places]

    def _named_again(self, items: list[tuple[str, str]]) -> list[str]:
        """Find the earlier names of the places that the correction names: it is those that are taken back."""
        again = {target for kind, value in items if kind == "place" for target in targets(value, self.places[value])}
        return [place for place, _ in self.bound if again & set(targets(place, self.places[place]))]

    def _hear_part(self, items: list[tuple[str, str]], clause: Clause) -> None:
        items = self._without_weak(items)
        items = self._without_wholes([item for item in items if item[0] in ("place", "said")])
        places = [item for item in items if item[0] == "place"]
        said = [item for item in items if item[0] == "said"]
        if places and said:
            self._hear_both(items)
        elif places:
            self._hear_places([value for _, value in places], clause)
        elif said:
            self._hear_said([self._of(item) for item in said], clause)

    def _without_wholes(self, items: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Leave out what only heads the parts of it that end the clause: `4.1 chưa đạt chỉ số b`."""
        if not items or items[-1][0] != "place":
            return items
        ends = next((at for at in range(len(items) - 1, -1, -1) if items[at][0] == "said"), -1)
        inner = {place for _, name in items[ends + 1 :] for place in self.places[name].places}
        headed = {
            (kind, name)
            for kind, name in items[: ends + 1]
            if kind == "place" and any(holds(outer, one) for outer in self.places[name].places for one in inner)
        }
        self.dropped |= {name for _, name in headed}
        return [item for item in items if item not in headed]

    def _without_weak(self, items: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Leave out the weak ones (`rồi`, `đủ`) where a strong one says it: anywhere, if statuses stand first."""
        runs = _runs([item for item in items if item[0] in ("place", "said")])
        strong = [any(kind == "said" and not self._of((kind, value)).weak for value in run) for kind, run in runs]
        if not any(strong):
            return items
        first = runs[0][0] == "said"
        kept = {
            value
            for (kind, run), is_strong in zip(runs, strong, strict=True)
            for value in run
            if kind == "place" or not self._of((kind, value)).weak or not (is_strong or first)
        }
        return [item for item in items if item[0] not in ("place", "said") or item[1] in kept]

    def _of(self, item: tuple[str, str]) -> Said:
        return self.said[int(item[1][1:])]

    def _hear_both(self, items: list[tuple[str, str]]) -> None:
        runs = _runs(items)
        if runs[0][0] == "place":
            self._after(runs)
        else:
            self._before(runs)

    def _after(self, runs: list[tuple[str, list[str]]]) -> None:
        """Bind `1.1, 1.2 xong`: statuses after their places."""
        for at in range(0, len(runs) - 1, 2):
            places = self._without_heads([*(self._take_waiting() if at == 0 else []), *runs[at][1]])
            self._bind(places, [self.said[int(value[1:])] for value in runs[at + 1][1]])
        self.carried = []
        if len(runs) % 2:
            self.waiting += runs[-1][1]

    def _before(self, runs: list[tuple[str, list[str]]]) -> None:
        """Bind `xong 1.1, đang làm 1.2`: statuses before their places, and `đang làm 1.2 được 60 %`."""
        for at in range(0, len(runs), 2):
            said = [self.said[int(value[1:])] for value in runs[at][1]]
            if at + 1 < len(runs):
                self._bind(runs[at + 1][1], said)
                self.carried = said
            else:
                self._narrow(said)
                self._bind(self.last_places, said)
                self.carried = []

    def _narrow(self, said: list[Said]) -> None:
        """Read `hoàn thành 1.2 được 40 %` as 40 %, not as done."""
        if any(one.percent is not None and one.percent < 100 for one in said):
            finished = [
                (p, one) for p, one in self.bound if p in self.last_places and one.status == "done" and one in self.last
            ]
            self.bound = [pair for pair in self.bound if pair not in finished]

    def _hear_places(self, places: list[str], clause: Clause) -> None:
        if self.carried and not (clause.question or clause.before == "con"):
            self._bind(places, self.carried)
        elif clause.before == "va" and self.last:
            self._bind(places, self.last)
        elif clause.question or clause.unreal:
            self.dropped |= set(places)
        else:
            self.waiting += places

    def _hear_said(self, said: list[Said], clause: Clause) -> None:
        if self.waiting:
            self._bind(self._take_waiting(), said)
        elif self.last_places and clause.before in (",", "nhung", "va", "tuy nhien"):
            if not all(one.weak for one in said):
                self._bind(self.last_places, said)
        elif not all(one.weak for one in said):
            self.carried = said
            self.last = said
            self.last_places = []

    def _take_waiting(self) -> list[str]:
        places, self.waiting = self.waiting, []
        return places

    def _without_heads(self, places: Sequence[str]) -> list[str]:
        """Leave out a standard that only heads the criteria after it: `Tiêu chuẩn 1: 1.1 xong`."""
        under = {place.standard for name in places for place in self.places[name].places if place.criterion}
        return [p for p in places if not (self.places[p].alone and self.places[p].places[0].standard in under)]

    def _bind(self, places: list[str], said: list[Said]) -> None:
        said = self.last if any(one.same for one in said) and self.last else [one for one in said if not one.same]
        self.bound += [(place, one) for place in places for one in said]
        self.last, self.last_places = said, list(places)


def _runs(items: list[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """Gather neighbours of one kind."""
    runs: list[tuple[str, list[str]]] = []
    for kind, value in items:
        if runs and runs[-1][0] == kind:
            runs[-1][1].append(value)
        else:
            runs.append((kind, [value]))
    return runs


def _parted(items: list[tuple[str, str]]) -> Iterable[list[tuple[str, str]]]:
    """Part at an `và` that has a whole statement on both its sides, or a bare place on its right of one."""
    if not {"va", "place", "said"} <= {kind for kind, _ in items}:
        return [items]
    for at, (kind, _) in enumerate(items):
        if kind != "va":
            continue
        left, right = {k for k, _ in items[:at]}, {k for k, _ in items[at + 1 :]}
        if {"place", "said"} <= left and {"place", "said"} <= right:
            return [*_parted(items[:at]), *_parted(items[at + 1 :])]
        if {"place", "said"} <= left and right == {"place"} and items[0][0] == "place":
            return [[*items[: _first_said(items)], *items[at + 1 :], *items[_first_said(items) : at]]]
    return [items]


def _first_said(items: list[tuple[str, str]]) -> int:
    return next(place for place, (kind, _) in enumerate(items) if kind == "said")


def targets(place: str, found: Found) -> list[str]:
    """Name the targets of a place: `1.1`, `4`, `1.1/b`, `milestone:report`."""
    return [f"milestone:{found.said}"] if place[0] == "M" else [reference.number for reference in found.places]
