"""What progress means: from the reports of a school, in order, to where it stands and what it still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.language.meaning import MILESTONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from knowledge.catalogue import Criterion, Framework, Standard

NOT_STARTED, IN_PROGRESS, DONE = "not_started", "in_progress", "done"
MET, NOT_MET = "met", "not_met"


@dataclass(frozen=True, slots=True)
class Event:
    """One report as recorded; only the fields that were said are filled."""

    target: str
    """A criterion `1.1`, a standard `4`, an indicator `1.1/b`, or `milestone:report`."""
    status: str | None
    percent: int | None
    rating: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class State:
    """Where one target stands."""

    status: str
    """not_started, in_progress or done."""
    percent: int | None
    """100 where done; None where nobody gave a figure."""
    rating: str | None
    at: datetime | None
    """When something about it was last said."""
    reported: bool
    level: int | None = None
    """The level (mức) that a criterion reaches, 0 for none; None where it is not rated, or there are no levels."""


UNREPORTED = State(NOT_STARTED, None, None, None, reported=False)


@dataclass(frozen=True, slots=True)
class StandardProgress:
    """How far one standard is."""

    number: int
    done: int
    total: int
    percent: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a school still has to do, in the order of the circular."""

    milestones: tuple[str, ...]
    """The steps not done, without the prefix: `report`."""
    criteria: tuple[str, ...]
    """The numbers of the criteria not done."""
    by_need: tuple[str, ...]
    """The same criteria, what to do first standing first; see *first_things*."""
    not_met: tuple[str, ...]
    """The criteria rated not met, also where the work on them is done."""
    percent: int
    standards: tuple[StandardProgress, ...]

    @property
    def complete(self) -> bool:
        """Tell whether nothing is left: every criterion and every step, publication too."""
        return not self.milestones and not self.criteria

    @property
    def report_done(self) -> bool:
        """Tell whether the self-assessment report is done."""
        return "report" not in self.milestones


def states(events: Iterable[Event], framework: Framework) -> dict[str, State]:
    """Read where everything stands: each criterion and step, and each indicator that was spoken of.

    A report on a standard is one on each of its criteria; a target that the framework does not have is passed over.
    """
    voices = _listen(events, framework)
    found: dict[str, State] = {}
    for criterion in framework.criteria:
        targets = _indicator_targets(criterion)
        found[criterion.number] = _combine(criterion, voices)
        found |= {target: voices[target].state for target in targets if voices[target].state.reported}
    return found | {target: voices[target].state for target in _milestone_targets()}


def apply(before: State, event: Event) -> State:
    """Take one report on a target into account; what it does not speak of stays."""
    status, percent = _moved(before, event)
    return State(status, percent, event.rating or before.rating, event.at, reported=True)


def lacking(states: Mapping[str, State], framework: Framework) -> Lacking:
    """List what is not done, and how far the school is."""
    numbers = tuple(criterion.number for criterion in framework.criteria)
    missing = tuple(number for number in numbers if states[number].status != DONE)
    return Lacking(
        milestones=tuple(name for name in MILESTONES if states[f"milestone:{name}"].status != DONE),
        criteria=missing,
        by_need=tuple(sorted(missing, key=lambda number: _need(states[number]))),
        not_met=tuple(number for number in numbers if states[number].rating == NOT_MET),
        percent=_mean([states[number].percent or 0 for number in numbers]),
        standards=tuple(_standard_progress(standard, states) for standard in framework.standards),
    )


def first_things(lacking: Lacking, limit: int = 3) -> tuple[str, ...]:
    """Name the criteria to do first: rated not met, then not started, then the least advanced; by number among equals.

    What is done is not named, whatever its rating: a criterion may be finished and honestly not met.
    """
    return lacking.by_need[:limit]


@dataclass(slots=True)
class _Voice:
    """What was said of one target itself, and when; a higher number was said later, -1 never."""

    state: State = UNREPORTED
    stated: int = -1
    """The last report with a status or a percentage."""
    rated: int = -1
    failed: int = -1
    """The last report that it is not met."""

    def hear(self, event: Event, order: int) -> None:
        self.state = apply(self.state, event)
        if event.status is not None or event.percent is not None:
            self.stated = order
        if event.rating is not None:
            self.rated = order
        if event.rating == NOT_MET:
            self.failed = order


def _listen(events: Iterable[Event], framework: Framework) -> dict[str, _Voice]:
    voices = {target: _Voice() for target in _targets(framework)}
    wholes = {str(standard.number): [c.number for c in standard.criteria] for standard in framework.standards}
    for order, event in enumerate(events):
        for target in wholes.get(event.target, [event.target]):
            if target in voices:
                voices[target].hear(event, order)
    return voices


def _targets(framework: Framework) -> list[str]:
    numbers = [criterion.number for criterion in framework.criteria]
    letters = [target for criterion in framework.criteria for target in _indicator_targets(criterion)]
    return numbers + letters + _milestone_targets()


def _indicator_targets(criterion: Criterion) -> list[str]:
    return [f"{criterion.number}/{indicator.letter}" for indicator in criterion.indicators]


def _milestone_targets() -> list[str]:
    return [f"milestone:{name}" for name in MILESTONES]


def _moved(before: State, event: Event) -> tuple[str, int | None]:
    """Read status and percentage; a percentage says more than a status, and goes before it."""
    if event.percent is not None:
        return {0: NOT_STARTED, 100: DONE}.get(event.percent, IN_PROGRESS), event.percent
    if event.status == IN_PROGRESS:
        # 0 % would say "not started", 100 % "done": under way is neither, until somebody gives a figure.
        return IN_PROGRESS, before.percent if before.status == IN_PROGRESS else None
    if event.status is not None:
        return event.status, 100 if event.status == DONE else 0
    if event.rating is not None and before.status == NOT_STARTED:
        # Who has rated it has looked at it, but a rating is not yet the work: "met" does not make it done.
        return IN_PROGRESS, None
    return before.status, before.percent


def _combine(criterion: Criterion, voices: Mapping[str, _Voice]) -> State:
    """Join what was said of a criterion with what was said of its indicators; who spoke later is believed."""
    own, parts = voices[criterion.number], [voices[target] for target in _indicator_targets(criterion)]
    status, percent = _progress(own, parts)
    rating = _rating(own, [voice for voice, part in zip(parts, criterion.indicators, strict=True) if part.level <= 1])
    level = _level(criterion, rating, own, voices)
    said = [voice.state.at for voice in (own, *parts) if voice.state.at is not None]
    return State(status, percent, rating, max(said, default=None), reported=bool(said), level=level)


def _progress(own: _Voice, parts: Sequence[_Voice]) -> tuple[str, int | None]:
    """Count indicators done since the criterion itself was stated.

    All done: it is done. Some: a criterion not started is under way, and a done one is again. A percentage of its own
    is not lowered by them: it may count work that no indicator was ticked off for.
    """
    before = own.state
    if not (_is_begun_by(own, parts) if before.status == NOT_STARTED else _is_restated_by(own, parts)):
        return before.status, before.percent
    finished = sum(_is_done(part, own) for part in parts)
    if finished == len(parts):
        return DONE, 100
    floor = before.percent or 0 if before.status == IN_PROGRESS else 0
    return IN_PROGRESS, max(_mean([100] * finished + [0] * (len(parts) - finished)), floor) or None


def _is_begun_by(own: _Voice, parts: Sequence[_Voice]) -> bool:
    return any(max(part.stated, part.rated) > own.stated and part.state.status != NOT_STARTED for part in parts)


def _is_restated_by(own: _Voice, parts: Sequence[_Voice]) -> bool:
    return any(part.stated > own.stated for part in parts)


def _is_done(part: _Voice, own: _Voice) -> bool:
    """Tell whether an indicator counts as done: a later word on the whole criterion covers it."""
    if part.stated > own.stated or own.state.status == IN_PROGRESS:
        return part.state.status == DONE
    return own.state.status == DONE


def _rating(own: _Voice, parts: Sequence[_Voice]) -> str | None:
    """Rate by the indicators rated since: met when all are, not met when one is not (TT 42/2012, TT 25/2014).

    Where the circular has levels, *parts* are those of the first: "met" says that a criterion reaches at least that.
    """
    newer = [part.state.rating for part in parts if part.rated > own.rated]
    if NOT_MET in newer:
        return NOT_MET
    return MET if newer and all(part.state.rating == MET for part in parts) else own.state.rating


def _level(criterion: Criterion, rating: str | None, own: _Voice, voices: Mapping[str, _Voice]) -> int | None:
    """Find the highest level up to which every requirement is met."""
    if not criterion.levels or rating is None:
        return None
    if rating == NOT_MET:
        return 0
    reached, *higher = criterion.levels
    for level in higher:
        asked = [voices[f"{criterion.number}/{indicator.letter}"] for indicator in criterion.asked_at(level)]
        if not all(_still_met(part, own) for part in asked):
            break
        reached = level
    return reached


def _still_met(part: _Voice, own: _Voice) -> bool:
    """A later "not met" on the whole criterion takes the requirement with it; a later "met" leaves it as it is."""
    return part.state.rating == MET and part.rated > own.failed


def _need(state: State) -> tuple[int, int]:
    if state.rating == NOT_MET:
        return 0, 0
    return (1, 0) if state.status == NOT_STARTED else (2, state.percent or 0)


def _standard_progress(standard: Standard, states: Mapping[str, State]) -> StandardProgress:
    own = [states[criterion.number] for criterion in standard.criteria]
    done = sum(state.status == DONE for state in own)
    return StandardProgress(standard.number, done, len(own), _mean([state.percent or 0 for state in own]))


def _mean(percents: Sequence[int]) -> int:
    """Average, a half rounded up; without a figure it counts 0, and 100 is only said when every one is."""
    if not percents:
        return 0
    rounded = (2 * sum(percents) + len(percents)) // (2 * len(percents))
    return rounded if min(percents) == 100 else min(rounded, 99)
