"""Messages that change in place: what each of them says now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from db.session import Session
from handlers import broadcast_sending, polls
from handlers.turn import Reply
from knowledge.shelf import Shelf

Render = Callable[[Session, Shelf, int, datetime], Reply | None]
"""From the number behind the colon to what the message says; None where there is nothing to say any more."""

RENDERERS: dict[str, Render] = {"broadcast": broadcast_sending.render, "poll": polls.render}
"""What stands before the colon of `Reply.living`: `broadcast`, `poll`."""


def render(session: Session, shelf: Shelf, about: str, now: datetime) -> Reply | None:
    """Say what the message about *about* is to say now."""
    kind, _, number = about.partition(":")
    renderer = RENDERERS.get(kind)
    return renderer(session, shelf, int(number), now) if renderer and number.isdecimal() else None
