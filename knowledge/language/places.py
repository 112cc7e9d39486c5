"""A message with its schools, places and steps named: `xong R0, R1 được 40 %` instead of numbers and names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.catalogue import Framework
from knowledge.language import milestones
from knowledge.language.counts import check_counts, with_shares
from knowledge.language.exceptions import LEAD, Exceptions
from knowledge.language.existence import NO_CONTENT
from knowledge.language.fold import fold
from knowledge.language.heard import Heard
from knowledge.language.meaning import Reference
from knowledge.language.numbers import in_figures
from knowledge.language.questions import as_oneself
from knowledge.language.references import Found, Reader
from knowledge.language.requests import GREETING_FIRST
from knowledge.language.school_kinds import split_name
from knowledge.language.statements import corrected

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
        named = [
            found.said for name, found in self.places.items() if name[0] == "M" and (not found.error or found.vague)
        ]
        return tuple(dict.fromkeys(named))


def name_places(heard: Heard, framework: Framework | None, schools: Sequence[str]) -> Named:
    """Name everything that *heard* is about."""
    plain = with_shares(heard.words)
    reader = Reader(in_figures(_once(without_schools(plain, schools))).split(), framework)
    text = as_oneself(_with_everything(reader.read(), reader.found, framework))
    text, steps = milestones.mark(GREETING_FIRST.sub(" ", text))
    places = {f"R{at}": found for at, found in enumerate(reader.found)}
    places |= {f"M{at}": step for at, step in enumerate(steps)}
    text = corrected(text)
    if framework is None:
        return Named(check_counts(text, places, framework), places)
    exceptions = Exceptions(text, places, framework)
    text = exceptions.take_out()
    return Named(check_counts(text, places, framework), places, frozenset(exceptions.excepted))


def without_schools(plain: str, schools: Sequence[str]) -> str:
    """Name the schools `X0`, once for each of its words, so that no word of theirs is taken for another."""
    bases = dict.fromkeys(fold(split_name(school)[1]) for school in schools)
    for at, base in enumerate(sorted(bases, key=len, reverse=True)):
        words = " ".join(re.escape(word) for word in re.findall(r"\w+", base))
        name = re.compile(rf"(?<= )(?:(?<!hieu )truong )?(?:{LEVEL} )*{words}(?: {LEVEL})?(?= )")
        plain = name.sub(lambda match, at=at: " ".join([f"X{at}"] * len(match.group().split())), plain)  # type: ignore[misc]  # a lambda with a default
    return plain


def _once(plain: str) -> str:
    return REPEATED.sub(r"\1", plain)


def _with_everything(text: str, found: list[Found], framework: Framework | None) -> str:
    """Take `tất cả các tiêu chí` for every standard there is."""
    if re.search(r" R\d", LEAD.sub("", text)) or not EVERYTHING.search(text):
        return text
    standards = framework.standards if framework else ()
    error = None if standards else NO_CONTENT if framework else "chưa rõ gồm những tiêu chí nào"
    found.append(Found(tuple(Reference(standard.number) for standard in standards), "tất cả tiêu chí", error))
    return EVERYTHING.sub(f"R{len(found) - 1}", text, count=1)
