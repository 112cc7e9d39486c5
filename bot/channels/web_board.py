"""The transcript as the web chat uses it: read and written off the event loop, listeners told at once."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.session import Session, Sessions

T = TypeVar("T")


class Board:
    """Keeps the transcript, and wakes the open streams when it grew."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._writing = asyncio.Lock()
        self._listeners: set[asyncio.Event] = set()
        self.closed = False

    async def read(self, query: Callable[[Session], T]) -> T:
        """Run *query* in a short transaction of its own."""
        return await asyncio.to_thread(self._once, query)

    async def write(self, change: Callable[[Session], T]) -> T:
        """Run *change* in a short transaction of its own, then wake the streams."""
        # One at a time: a stream that saw revision 12 never asks for an 11 that is committed later.
        async with self._writing:
            result = await asyncio.to_thread(self._once, change)
        self.wake()
        return result

    @contextmanager
    def listening(self) -> Iterator[asyncio.Event]:
        """Give an event that is set whenever there may be news."""
        news = asyncio.Event()
        self._listeners.add(news)
        try:
            yield news
        finally:
            self._listeners.discard(news)

    def wake(self) -> None:
        """Let every stream look again."""
        for news in self._listeners:
            news.set()

    def close(self) -> None:
        """End every stream: a server that shuts down waits for them."""
        self.closed = True
        self.wake()

    def _once(self, work: Callable[[Session], T]) -> T:
        with self._sessions.begin() as session:
            return work(session)
