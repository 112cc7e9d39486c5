"""What is being heard: each chat in order, different chats at once, and none forgotten before it is done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

REMEMBERED = 5000


class Lanes:
    """Does the jobs of one lane in order, and those of different lanes at the same time, so many at once."""

    def __init__(self, at_once: int = 32) -> None:
        self._last: dict[str, asyncio.Task[None]] = {}
        self._places = asyncio.Semaphore(at_once)

    def put(self, lane: str, job: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        """Add a job at the end of *lane*."""
        task = asyncio.create_task(self._after(self._last.get(lane), job))
        self._last[lane] = task
        task.add_done_callback(lambda done: self._forget(lane, done))
        return task

    async def _after(self, before: asyncio.Task[None] | None, job: Callable[[], Awaitable[None]]) -> None:
        if before:
            await asyncio.wait([before])
        async with self._places:
            await job()

    def _forget(self, lane: str, done: asyncio.Task[None]) -> None:
        if self._last.get(lane) is done:
            del self._last[lane]


class InHand:
    """Knows which updates were taken, and up to which of them everything has been heard."""

    def __init__(self) -> None:
        self._running: dict[int, asyncio.Task[None]] = {}
        self._taken: dict[int, None] = {}
        self._next: int | None = None
        self._let_go_to = 0

    @property
    def offset(self) -> int | None:
        """The first update that is not confirmed yet."""
        return min((number for number in self.running if number >= self._let_go_to), default=self._next)

    @property
    def running(self) -> dict[int, asyncio.Task[None]]:
        """The updates that are being heard."""
        self._running = {number: task for number, task in self._running.items() if not task.done()}
        return self._running

    def has(self, number: int) -> bool:
        """Say whether this update was taken before."""
        return number in self._taken

    def take(self, number: int, task: asyncio.Task[None]) -> None:
        """Remember an update that is now being heard."""
        self._running[number] = task
        self._taken[number] = None
        self._next = max(number + 1, self._next or 0)
        if len(self._taken) > REMEMBERED:
            del self._taken[next(iter(self._taken))]

    def let_go(self) -> None:
        """Confirm what is still being heard: where a full batch brings nothing new, one slow chat would stop all.

        The price: should the process die now, those few are not delivered again.
        """
        self._let_go_to = self._next or 0

    async def settle(self, seconds: float) -> None:
        """Wait a while for what is being heard."""
        if self.running:
            await asyncio.wait(self.running.values(), timeout=seconds)
