"""What a message means, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

INTENTS = (
    "ask",
    "progress",
    "own_status",
    "schedule",
    "district_status",
    "reschedule",
    "reschedule_request",
    "broadcast",
    "broadcast_status",
    "evidence",
    "export",
    "undo",
    "greeting",
    "help",
    "unknown",
)

MILESTONES = ("council", "plan", "evidence", "rating", "report", "publication")


@dataclass(frozen=True, slots=True)
class Update:
    """One reported change; only the fields that were said are filled."""

    target: str
    """A criterion `1.1`, a standard `4`, an indicator `1.1/b`, or `milestone:report`."""
    status: str | None = None
    """done, in_progress or not_started."""
    percent: int | None = None
    """0 to 100."""
    rating: str | None = None
    """met or not_met."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a broadcast is for; the parts narrow each other, an empty one does not narrow."""

    everyone: bool = False
    levels: tuple[str, ...] = ()
    month: str | None = None
    """`2017-11`."""
    lacking: str | None = None
    """`report`, `start`, `acknowledgement`."""
    schools: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a framework, named by number: a standard, a criterion or an indicator."""

    standard: int | None = None
    criterion: int | None = None
    indicator: str | None = None

    @property
    def number(self) -> str:
        """`3.5`, `3`, or `3.5/b`."""
        number = str(self.standard) if self.criterion is None else f"{self.standard}.{self.criterion}"
        return f"{number}/{self.indicator}" if self.indicator else number


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a message means: the intent, and the parts that go with it."""

    intent: str
    updates: tuple[Update, ...] = ()
    error: str | None = None
    """In Vietnamese: the part that cannot be; nothing may be recorded then."""
    references: tuple[Reference, ...] = ()
    milestones: tuple[str, ...] = ()
    """The steps that a question is about, without the prefix."""
    school: str | None = None
    """A school's name as in the plan."""
    schools: tuple[str, ...] = ()
    """Every school that fits, where a name fits several."""
    month: str | None = None
    """`2017-11`."""
    audience: Audience | None = None
    body: str = ""
    """The text of a broadcast."""
    aspect: str | None = None
    """What is asked of a reference: evidence, next, previous, standard, or None."""
    subject: str = ""
    """What is asked about, without the words of asking."""
    possible: tuple[Update, ...] = field(default=())
    """With an error: the updates of the message that would be all right."""
