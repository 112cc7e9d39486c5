"""What every channel offers, and the ways in which sending can fail."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from handlers.turn import Incoming, Reply

Hear = Callable[["Incoming"], Awaitable[None]]


class Gone(Exception):
    """It will never arrive: blocked, no such chat, account closed."""


class Moved(Exception):
    """The chat has a new address, as when a group becomes a supergroup."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class TryLater(Exception):
    """It may arrive later; *after* is in seconds, 0 where the platform does not say."""

    def __init__(self, after: float = 0, why: str = "") -> None:
        super().__init__(why)
        self.after = after


class Channel(Protocol):
    """One platform: it turns what it hears into `Incoming` and speaks a `Reply`."""

    @property
    def name(self) -> str:
        """`telegram`, `web`, `console`."""

    @property
    def has_buttons(self) -> bool:
        """Whether a choice can be pressed; without, choices become numbered lines."""

    async def start(self, hear: Hear) -> None:
        """Begin to listen."""

    async def stop(self) -> None:
        """Stop listening, after what is being heard has been answered."""

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        """Speak *reply* and return the key of the message; raise `Gone`, `Moved` or `TryLater`."""


@runtime_checkable
class Leaver(Protocol):
    """A channel whose groups can be left."""

    async def leave(self, address: str) -> None:
        """Leave the group; raise as `send` does."""
