"""From a message to its meaning: what is wanted, of which place, and what is reported of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.catalogue import Framework
from knowledge.language import orders, overviews, reports, requests, states, undoing
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning, Update
from knowledge.language.message import Message, read_message
from knowledge.language.subjects import is_meant, subject

DOUBLED = re.compile(r"([a-z])\1(?= )")
"""The `chàoo` of those who greet heartily."""


def understand(
    text: str,
    role: str,
    framework: Framework | None,
    schools: Sequence[str],
    school_year: str | None,
    today: date,
    own_school: str | None = None,
) -> Meaning:
    """Tell what *text* means when somebody of *role* says it."""
    message = read_message(hear(text), role, framework, schools, school_year, today, own_school)
    if not re.search(r"\w", message.heard.plain):
        return Meaning("unknown")
    for wanted in ROUTES:
        meaning = wanted(message)
        if meaning is not None:
            return meaning
    return _asked(message)


def _small(message: Message) -> Meaning | None:
    """Hear greetings, thanks, help, and the words that only go on or back."""
    plain = message.heard.plain
    if requests.GREETING.match(plain) or requests.GREETING.match(DOUBLED.sub(r"\1", plain)):
        return Meaning("greeting")
    plain = requests.GREETING_FIRST.sub(" ", plain)
    if any(asked.match(plain) for asked in (requests.HELP_ALONE, requests.WHO, requests.ABLE)):
        return Meaning("help")
    for aspect, pattern in (("next", requests.NEXT), ("previous", requests.PREVIOUS), ("standard", requests.WHOLE)):
        if pattern.match(plain):
            return Meaning("ask", aspect=aspect)
    return Meaning("unknown") if requests.SMALL_TALK.match(plain) else None


def _help(message: Message) -> Meaning | None:
    if re.search(r" [RM]\d+", message.text):
        return None
    return message.meaning("help") if requests.HELP.search(message.text) else None


def _how_to(message: Message) -> Meaning | None:
    if re.search(r" [RM]\d+", message.text):
        return None
    said = requests.HELP_HOW.search(message.text) or requests.HELP_TOLD.search(message.heard.plain)
    return message.meaning("help") if said else None


def _asked(message: Message) -> Meaning:
    """Take what is left for a question about the circular, where it means anything."""
    references, error = message.references(), message.wrong_reference()
    if not references and not error and not message.named.steps and not is_meant(message.heard):
        return Meaning("unknown")
    aspect = _aspect(message)
    return message.meaning(
        "ask",
        references=references,
        error=error,
        milestones=message.named.steps,
        aspect=aspect,
        subject=subject(message.heard),
        possible=_possible(message),
    )


def _possible(message: Message) -> tuple[Update, ...]:
    return message.report.updates if message.question else ()


def _aspect(message: Message) -> str | None:
    if requests.EVIDENCE.search(message.heard.plain):
        return "evidence"
    if message.references() and requests.NEXT_OF.search(message.text):
        return "next"
    return None


ROUTES = (
    _small,
    orders.broadcast,
    orders.broadcast_status,
    undoing.undo,
    orders.move,
    orders.export,
    orders.evidence,
    overviews.schedule,
    overviews.district,
    reports.progress,
    _how_to,
    states.own_status,
    _help,
)
"""Asked in this order; the first that knows the message answers, and a question about a circular is what is left."""
