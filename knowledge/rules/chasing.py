"""When a recipient who stays silent is reminded, and when the deputy and the officer are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.rules.working_days import is_open, next_good_moment

REMINDERS = 2
"""How often a silent school is reminded before anybody else is told."""
PATIENCE = 1
"""Open days between two steps."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done about a silence, and when."""

    what: str
    """remind, deputy (tell the deputy) or officer (tell the officer)."""
    at: datetime


def next_step(*, spoken_to: datetime, nudges: int, told: str, has_deputy: bool) -> Step | None:
    """Say what follows on a silence; None where everybody who can help was told.

    *spoken_to* is when the school, or the deputy, was last written to about it; *nudges* how often it was reminded;
    *told* who heard of the silence so far: nobody (empty), deputy or officer.
    """
    if told == "officer":
        return None
    at = _open_days_after(spoken_to, PATIENCE)
    if nudges < REMINDERS:
        return Step("remind", at)
    return Step("deputy" if has_deputy and not told else "officer", at)


def _open_days_after(moment: datetime, days: int) -> datetime:
    """Give the same hour so many open days later, held to the good hours."""
    while days:
        moment += timedelta(days=1)
        days -= is_open(moment.date())
    return next_good_moment(moment)
