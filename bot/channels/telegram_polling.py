"""Long polling that loses nothing: an update is confirmed when it has been heard, not when it has been fetched."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram.error import Conflict, RetryAfter, TelegramError

from bot.channels.telegram_lanes import InHand
from bot.channels.telegram_request import UNREADABLE
from bot.channels.telegram_updates import ALLOWED_UPDATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Bot, Update
    from telegram.request import BaseRequest

log = logging.getLogger(__name__)

BATCH = 100
IN_HAND = 1000
BREATH = 0.2
LONGEST_PAUSE = 15.0


class Poller:
    """Fetches updates for ever, whatever the network does."""

    def __init__(
        self,
        bot: Bot,
        request: BaseRequest,
        hear: Callable[[Update], asyncio.Task[None]],
        reached: Callable[[], None],
        *,
        poll_seconds: int,
        first_pause: float,
    ) -> None:
        self._bot = bot
        self._request = request
        self._hear = hear
        self._reached = reached
        self._poll_seconds = poll_seconds
        self._first_pause = first_pause
        self._failures = 0
        self._was_reached = False
        self.in_hand = InHand()

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            try:
                await self._once()
            except Exception as error:
                await self._recover(error)

    async def stop(self, grace: float) -> None:
        """Wait for what is being heard, and confirm what was."""
        await self.in_hand.settle(grace)
        unfinished = list(self.in_hand.running.values())
        try:
            if self.in_hand.offset is not None:
                await self._bot.get_updates(offset=self.in_hand.offset, limit=1, timeout=0)
        except (TelegramError, *UNREADABLE) as error:
            log.info("the last updates could not be confirmed, they will come again: %s", error)
        for task in unfinished:
            task.cancel()

    async def _once(self) -> None:
        began = asyncio.get_running_loop().time()
        updates = await self._bot.get_updates(
            offset=self.in_hand.offset,
            limit=BATCH,
            # The first one does not wait, so that we know at once whether Telegram can be reached.
            timeout=self._poll_seconds if self._was_reached else 0,
            allowed_updates=ALLOWED_UPDATES,
        )
        self._succeeded()
        fresh = [update for update in updates if not self.in_hand.has(update.update_id)]
        for update in fresh:
            self.in_hand.take(update.update_id, self._hear(update))
        if len(updates) >= BATCH and not fresh:
            self.in_hand.let_go()
        await self._breathe(began, brought=bool(fresh))

    async def _breathe(self, began: float, *, brought: bool) -> None:
        """Keep from asking in a circle: unconfirmed updates come back at once, and some servers never wait."""
        while len(self.in_hand.running) > IN_HAND:
            await self.in_hand.settle(BREATH)
        if self.in_hand.running:
            await self.in_hand.settle(BREATH)
        elif not brought:
            await asyncio.sleep(max(0.0, began + BREATH - asyncio.get_running_loop().time()))

    def _succeeded(self) -> None:
        if self._failures:
            log.info("Telegram answers again")
        if self._failures or not self._was_reached:
            self._reached()
        self._failures, self._was_reached = 0, True

    async def _recover(self, error: Exception) -> None:
        self._failures += 1
        pause = self._pause(error)
        level = logging.WARNING if self._failures % 20 == 1 else logging.DEBUG
        log.log(level, "polling Telegram failed, again in %.1f s: %s: %s", pause, type(error).__name__, error)
        if isinstance(error, Conflict):
            await self._drop_webhook()
        if self._failures % 3 == 0:
            await self._renew_connections()
        await asyncio.sleep(pause)

    def _pause(self, error: Exception) -> float:
        if isinstance(error, RetryAfter):
            return seconds_in(error.retry_after)
        return float(min(self._first_pause * 2 ** min(self._failures - 1, 10), LONGEST_PAUSE))

    async def _drop_webhook(self) -> None:
        # A webhook that somebody left set answers every poll with a conflict.
        try:
            await self._bot.delete_webhook()
        except (TelegramError, *UNREADABLE) as error:
            log.debug("the webhook could not be dropped: %s", error)

    async def _renew_connections(self) -> None:
        # After an outage of a proxy, polling did not recover on the old connections.
        try:
            await self._request.shutdown()
        except Exception as error:
            log.debug("the old connections did not close: %s", type(error).__name__)
        await self._request.initialize()


def seconds_in(value: float | timedelta) -> float:
    """Take what python-telegram-bot says now, and what it will say."""
    return value.total_seconds() if isinstance(value, timedelta) else float(value)
