"""What the product knows without asking anyone, as plain values: circulars, standards, criteria, topics."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.crosswalk import Crosswalk

LEVELS = ("MN", "TH", "THCS", "THPT", "GDTX")
LEVEL_NAMES = {"MN": "mầm non", "TH": "tiểu học", "THCS": "THCS", "THPT": "THPT", "GDTX": "GDTX"}


def shortened(number: str) -> str:
    """`TT 42/2012` of `42/2012/TT-BGDĐT`."""
    return "TT " + "/".join(number.split("/")[:2])


@dataclass(frozen=True, slots=True)
class Indicator:
    """One requirement of a criterion: chỉ số a, b, c in 2012 and 2014; chỉ báo in 2018, yêu cầu in 2026, of a level."""

    id: str
    """`tt42-2012/th/3.5/b`, `tt57-2026/pt/3.5/m2.1`."""
    letter: str
    """`b`; of a higher level, or where the file has no letter: `m2.b`, `m2`, `m2.1`."""
    text: str
    """What is asked for; more lines, each beginning with `- `, where one would be too long to read."""
    level: int = 0
    """The level (mức) that asks for it, 1 to 4; 0 where the circular has no levels."""
    since: date | None = None
    """The first day that it is asked for, where an amendment added it."""
    until: date | None = None
    """The first day that it is no longer asked for, where an amendment took it away."""

    def holds_on(self, day: date) -> bool:
        """Tell whether it is asked for on *day*."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion (tiêu chí) with its indicators and the evidence that schools usually show."""

    id: str
    """`tt42-2012/th/3.5`."""
    number: str
    """`3.5`."""
    title: str
    short: str
    """A title that fits a button, at most 40 characters."""
    indicators: tuple[Indicator, ...]
    evidence: tuple[str, ...]
    asked_as: tuple[str, ...]
    """Other words that people use for the same thing."""
    confidence: str
    """high, medium or low."""
    note: str = ""
    """What is missing or doubtful, said to the reader."""
    quantitative: tuple[str, ...] = ()
    """The figures that a school follows for it (dữ liệu định lượng, 2026)."""
    amendment: str = ""
    """What a later circular changed in it, in one sentence."""
    until: date | None = None
    """The first day that it no longer counts, where an amendment took it away."""
    reworded: date | None = None
    """The first day that an amendment asks for it in other words, which the file does not have."""
    heard_as: tuple[str, ...] = ()
    """How people ask for it, in whole lines: searched, never shown."""

    @property
    def days(self) -> frozenset[date]:
        """Name the days on which something of it changes."""
        parts = (day for one in self.indicators for day in (one.since, one.until))
        return frozenset(day for day in (self.until, self.reworded, *parts) if day)

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that ask for something here, lowest first; none in the circulars of 2012 and 2014."""
        return tuple(sorted({indicator.level for indicator in self.indicators} - {0}))

    def as_of(self, day: date) -> Criterion:
        """Give it without the requirements that do not hold on *day*."""
        held = tuple(one for one in self.indicators if one.holds_on(day))
        return self if len(held) == len(self.indicators) else replace(self, indicators=held)

    def asked_at(self, level: int) -> tuple[Indicator, ...]:
        """List what *level* asks for, without the levels below it."""
        return tuple(indicator for indicator in self.indicators if indicator.level == level)


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard (tiêu chuẩn) and its criteria in order."""

    id: str
    """`tt42-2012/th/3`."""
    number: int
    title: str
    short: str
    criteria: tuple[Criterion, ...]
    asked_as: tuple[str, ...] = ()
    heard_as: tuple[str, ...] = ()
    """How people ask for it, in whole lines: searched, never shown."""

    def as_of(self, day: date, left_out: frozenset[str]) -> Standard:
        """Give it without *left_out*, and without the requirements that do not hold on *day*."""
        kept = (one for one in self.criteria if one.number not in left_out)
        return replace(self, criteria=tuple(one.as_of(day) for one in kept))


@dataclass(frozen=True, slots=True)
class RatingRule:
    """How a school's ratings make its level, as the head of the file says it."""

    kind: str
    """`share` of criteria met (2012); `every` criterion at the level (2018); `compulsory` and some others (2026)."""
    shares: tuple[int, ...] = (60, 70, 85)
    """For `share`: the least percentage of criteria met, for level 1, 2, 3."""
    compulsory: tuple[str, ...] | None = None
    """The numbers of the compulsory criteria; None where we do not know them, empty where there are none."""
    others_needed: int = 5
    """For `compulsory`: how many of the other criteria."""


@dataclass(frozen=True, slots=True)
class Framework:
    """The standards of one circular for one kind of school: one file in `circulars/`."""

    id: str
    """`tt42-2012/th`, `tt57-2026/pt`."""
    circular: str
    """`tt42-2012`."""
    number: str
    """`42/2012/TT-BGDĐT`."""
    levels: tuple[str, ...]
    """The school levels it holds for, as `("THCS", "THPT")`."""
    issued: date
    effective: date
    replaced_by: str | None
    replaced_on: date | None
    verified: bool
    """False where nobody compared the file with the official text."""
    source: str
    standards: tuple[Standard, ...]
    generation: int = 2012
    """2012, 2018 or 2026: the way the rules are built, and the words they use."""
    rating: RatingRule = RatingRule("share")
    amended_by: str | None = None
    """`22/2024/TT-BGDĐT`."""
    amended_on: date | None = None
    level4_incomplete: bool = False
    """Its level 4 asks for more than the lines of the file: some of it stands only in notes."""
    held_since: date | None = None
    """Read as of a day: that of the last change until then, `date.min` before any; None for the whole file."""
    left_out: tuple[Criterion, ...] = ()
    """Read as of a day: the criteria that an amendment took away until then."""

    def left_out_since(self, day: date) -> frozenset[str]:
        """Name the criteria that an amendment took away on *day* or before."""
        return frozenset(one.number for one in self.criteria if one.until and one.until <= day)

    def as_of(self, day: date) -> Framework:
        """Give it without the criteria and requirements that do not hold on *day*."""
        days = frozenset[date]().union(*(one.days for one in self.criteria))
        if not days:
            return self
        left_out = self.left_out_since(day)
        return replace(
            self,
            standards=tuple(standard.as_of(day, left_out) for standard in self.standards),
            held_since=max((each for each in days if each <= day), default=date.min),
            left_out=self.left_out + tuple(one for one in self.criteria if one.number in left_out),
        )

    @property
    def short(self) -> str:
        """`TT 42/2012`."""
        return shortened(self.number)

    @property
    def part_name(self) -> str:
        """What its generation calls the parts of a criterion."""
        return {2012: "chỉ số", 2018: "chỉ báo"}.get(self.generation, "yêu cầu")

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in order."""
        return tuple(criterion for standard in self.standards for criterion in standard.criteria)

    def criterion(self, number: str) -> Criterion | None:
        """Find the criterion with *number* (`3.5`)."""
        return next((criterion for criterion in self.criteria if criterion.number == number), None)

    def standard(self, number: int) -> Standard | None:
        """Find the standard with *number*."""
        return next((standard for standard in self.standards if standard.number == number), None)


@dataclass(frozen=True, slots=True)
class Topic:
    """An answer about the process, about rating, or about the plan of a year."""

    id: str
    """`tt42-2012/topic/hoi-dong`, `plan/muc-dich`."""
    title: str
    text: str
    """What is answered at once: short, most important first."""
    more: str
    """What a button shows; empty where the text says it all."""
    asked_as: tuple[str, ...]
    circular: str | None
    """`tt42-2012`; None for an entry of a plan."""
    levels: tuple[str, ...]
    """The school levels it holds for; empty for all."""
    confidence: str
    source: str
    """What is cited: `TT 42/2012, quy trình`."""
    school_year: str | None = None
    """For an entry of a plan: the year it belongs to."""
    heard_as: tuple[str, ...] = ()
    """How people ask for it, in whole lines: searched, never shown."""


Entry = Criterion | Standard | Topic


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in the files, loaded once."""

    frameworks: tuple[Framework, ...]
    topics: tuple[Topic, ...]
    by_id: dict[str, Entry] = field(default_factory=dict, compare=False)
    crosswalk: Crosswalk | None = field(default=None, compare=False)
    """What became of the old criteria; None where nobody wrote that down."""
    outside: tuple[tuple[str, ...], ...] = ()
    """What people ask about other things, field by field: refused, never shown."""

    def framework(self, circular: str, level: str) -> Framework | None:
        """Find the standards of *circular* for schools of *level*."""
        return next((f for f in self.frameworks if f.circular == circular and level in f.levels), None)

    def in_force(self, level: str, day: date) -> Framework | None:
        """Find what is in force for *level* on *day*, or the last that was; None before the first of our files."""
        return max((f for f in self.of_level(level) if f.effective <= day), key=lambda f: f.effective, default=None)

    def of_level(self, level: str) -> tuple[Framework, ...]:
        """List the standards for schools of *level*, oldest first."""
        return tuple(sorted((f for f in self.frameworks if level in f.levels), key=lambda f: f.effective))
