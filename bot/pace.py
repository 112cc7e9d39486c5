"""Keeps to each platform's pace."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable

PACE = {"telegram": 1 / 25}
"""Seconds between two messages of one channel: Telegram allows 30 a second in all."""
CHAT_PACE = {"telegram": 1.0}
"""Seconds between two messages to one chat."""
GROUP_PACE = {"telegram": (20, 60.0)}
"""How many messages a group may get in how many seconds."""
PATIENCE = 2.0
"""Seconds that a letter is waited for; one to a group that had its share is left for a later round."""

Sleep = Callable[[float], Awaitable[None]]


class Pace:
    """Holds a message back until its channel and its chat may have another one.

    Answers, changes in place and letters share it. A turn is taken before it is waited for, so that two who wait at
    the same time do not go together.
    """

    def __init__(self, sleep: Sleep = asyncio.sleep, elapsed: Callable[[], float] | None = None) -> None:
        self._sleep = sleep
        self._elapsed = elapsed or (lambda: asyncio.get_running_loop().time())
        self._free: dict[tuple[str, ...], float] = {}
        self._given: defaultdict[tuple[str, str], deque[float]] = defaultdict(deque)

    async def keep(self, channel: str, address: str) -> None:
        """Wait for the turn of a message to *address*."""
        if channel not in PACE:
            return
        lane = channel, address.partition("/")[0]
        ready = max(self._elapsed(), self._chat_free(lane))
        self._take_chat(lane, ready)
        await self._until(ready)
        sending = max(self._elapsed(), self._free.get((channel,), 0))
        self._free[channel,] = sending + PACE[channel]
        await self._until(sending)
        self._free[lane] = max(self._free[lane], self._elapsed() + CHAT_PACE.get(channel, 0))

    def wait(self, channel: str, address: str) -> float:
        """Say for how many seconds a chat may have no further message."""
        if channel not in PACE:
            return 0
        return max(0.0, self._chat_free((channel, address.partition("/")[0])) - self._elapsed())

    def busy(self, channel: str, longer_than: float = 0) -> list[str]:
        """List the chats of a channel that may have no further message for so long."""
        chats = [lane[1] for lane in self._free if len(lane) == 2 and lane[0] == channel]
        return [chat for chat in chats if self.wait(channel, chat) > longer_than]

    async def _until(self, moment: float) -> None:
        if (pause := moment - self._elapsed()) > 0:
            await self._sleep(pause)

    def _chat_free(self, lane: tuple[str, str]) -> float:
        most, seconds = GROUP_PACE.get(lane[0], (0, 0.0))
        given = self._given.get(lane, ())
        full = given[-most] + seconds if most and len(given) >= most else 0
        return max(self._free.get(lane, 0), full)

    def _take_chat(self, lane: tuple[str, str], ready: float) -> None:
        self._free[lane] = ready + CHAT_PACE.get(lane[0], 0)
        if lane[1].startswith("-"):  # A group, as Telegram numbers them.
            given, most = self._given[lane], GROUP_PACE[lane[0]][0]
            given.append(ready)
            while len(given) > most:
                given.popleft()
