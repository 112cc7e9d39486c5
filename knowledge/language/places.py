"""A message with its schools, places and steps named: `xong R0, R1 được 40 %` instead of numbers and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.catalogue import Framework
from knowledge.language import milestones
from knowledge.language.fold import fold
from knowledge.language.heard import Heard
from knowledge.language.meaning import Reference
from knowledge.language.numbers import in_figures
from knowledge.language.references import Found, Reader
from knowledge.language.requests import GREETING_FIRST
from knowledge.language.school_kinds import split_name
from knowledge.language.statements import EXCEPT, corrected

LEVEL = r"(?:mam non|tieu hoc|trung hoc co so|trung hoc pho thong|mn|th|thcs|thpt|gdtx|cap \d)"
EVERYTHING = re.compile(
    r"(?<= )(?:tat ca|toan bo|het|moi|ca|du)(?: (?:tat ca|cac|moi|\d+))* (?:tieu chi|tieu chuan|"
    r"chi so)(?= )(?! (?:R|tren|con|nao|cua truong khac|khac))"
)


REPEATED = re.compile(r"(?<= )(X\d+)(?: \1)+(?= )")


@dataclass(frozen=True, slots=True)
class Named:
    """The folded text with its names, and what each stands for."""

    text: str
    places: dict[str, Found]
    excepted: frozenset[str] = frozenset()

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of self-assessment that the whole message names."""
        return tuple(dict.fromkeys(found.said for name, found in self.places.items() if name[0] == "M"))


def name_places(heard: Heard, framework: Framework | None, schools: Sequence[str]) -> Named:
    """Name everything that *heard* is about."""
    reader = Reader(in_figures(_once(without_schools(heard.plain, schools))).split(), framework)
    text = _with_everything(reader.read(), reader.found, framework)
    text, steps = milestones.mark(GREETING_FIRST.sub(" ", text))
    places = {f"R{at}": found for at, found in enumerate(reader.found)}
    places |= {f"M{at}": Found((), step) for at, step in enumerate(steps)}
    return _without_excepted(corrected(text), places, framework)


def without_schools(plain: str, schools: Sequence[str]) -> str:
    """Name the schools `X0`, once for each of its words, so that no word of theirs is taken for another."""
    bases = dict.fromkeys(fold(split_name(school)[1]) for school in schools)
    for at, base in enumerate(sorted(bases, key=len, reverse=True)):
        words = " ".join(re.escape(word) for word in re.findall(r"\w+", base))
        name = re.compile(rf"(?<= )(?:(?<!hieu )truong )?(?:{LEVEL} )*{words}(?: {LEVEL})?(?= )")
        plain = name.sub(lambda match, at=at: " ".join([f"X{at}"] * len(match.group().split())), plain)  # type: ignore[misc]
    return plain


def _once(plain: str) -> str:
    return REPEATED.sub(r"\1", plain)


def _with_everything(text: str, found: list[Found], framework: Framework | None) -> str:
    """Take `tất cả các tiêu chí` for every standard there is."""
    if found or not EVERYTHING.search(text):
        return text
    standards = framework.standards if framework else ()
    error = None if standards else "chưa rõ gồm những tiêu chí nào"
    found.append(Found(tuple(Reference(standard.number) for standard in standards), "tất cả tiêu chí", error))
    return EVERYTHING.sub("R0", text, count=1)


def _without_excepted(text: str, places: dict[str, Found], framework: Framework | None) -> Named:
    """Open the standards that an `trừ 1.3` takes a criterion from."""
    names = [name for match in EXCEPT.finditer(text) for name in re.findall(r"R\d+", match[1])]
    if not names or framework is None:
        return Named(text, places)
    out = {reference for name in names for reference in places[name].places}
    for name, found in list(places.items()):
        if name not in names and any(place.criterion is None for place in found.places):
            places[name] = replace(found, places=_opened(found.places, out, framework), alone=False)
    return Named(EXCEPT.sub("", text), places, frozenset(name for name in names if not places[name].error))


def _opened(places: tuple[Reference, ...], out: set[Reference], framework: Framework) -> tuple[Reference, ...]:
    opened: list[Reference] = []
    for place in places:
        standard = framework.standard(place.standard or 0) if place.criterion is None else None
        if standard is None or not any(other.standard == place.standard for other in out):
            opened.append(place)
            continue
        every = [Reference(place.standard, int(criterion.number.split(".")[1])) for criterion in standard.criteria]
        opened += [reference for reference in every if reference not in out]
    return tuple(opened)
