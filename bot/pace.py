"""Keeps to each platform's pace."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

PACE = {"telegram": 1 / 25}
"""Seconds between two letters of one channel: Telegram allows 30 a second in all."""
CHAT_PACE = {"telegram": 1.0}
"""Seconds between two letters to one chat."""

Sleep = Callable[[float], Awaitable[None]]


class Pace:
    """Holds a letter back until its channel and its chat may have another one."""

    def __init__(self, sleep: Sleep = asyncio.sleep, elapsed: Callable[[], float] | None = None) -> None:
        self._sleep = sleep
        self._elapsed = elapsed or (lambda: asyncio.get_running_loop().time())
        self._last: dict[tuple[str, ...], float] = {}

    async def keep(self, channel: str, address: str) -> None:
        """Wait for the turn of a letter to *address*."""
        ready = max(self._ready((channel,), PACE), self._ready((channel, address), CHAT_PACE))
        if (wait := ready - self._elapsed()) > 0:
            await self._sleep(wait)
        if channel in PACE:
            self._last[channel,] = self._last[channel, address] = self._elapsed()

    def _ready(self, lane: tuple[str, ...], pauses: dict[str, float]) -> float:
        last = self._last.get(lane)
        return 0 if last is None else last + pauses.get(lane[0], 0)
