"""Files that people send: who wants one, and what it is for."""

from __future__ import annotations

from collections.abc import Callable

from handlers import broadcast_composing, importing
from handlers.turn import Reply, Turn

Receiver = Callable[[Turn, str], Reply | None]
"""Takes the file of a turn with the words beside it; None where the file is not for it."""

RECEIVERS: tuple[Receiver, ...] = (
    broadcast_composing.receive,
    importing.receive,
)
"""Asked one after the other: the first that answers has it; what is nobody else's may be a plan, so that stands last."""


def received(turn: Turn, words: str) -> Reply | None:
    """Give the file to whoever wants it; None where nobody does."""
    answers = (receiver(turn, words) for receiver in RECEIVERS)
    return next((one for one in answers if one is not None), None)
