"""Keeps messages that change in place up to date, each every few seconds at most."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.channels.base import Channel, Gone, Moved, TryLater
from bot.clock import Clock
from bot.pace import Pace
from db import living
from db.session import Session, Sessions, look, unit
from db.tables import LivingMessage
from handlers.living import render
from handlers.turn import Reply
from knowledge.shelf import Shelf

log = logging.getLogger(__name__)

PAUSE = timedelta(seconds=4)
"""Between two changes of one message: platforms count an edit as a message."""


class Keeper:
    """Changes what no longer says how things stand."""

    def __init__(
        self, sessions: Sessions, channels: Mapping[str, Channel], clock: Clock, shelf: Shelf, pace: Pace
    ) -> None:
        self._sessions, self._channels, self._clock, self._shelf = sessions, channels, clock, shelf
        self._pace = pace
        self._busy = asyncio.Lock()

    async def refresh(self) -> bool:
        """Change every message that is out of date; say whether one must wait, having been changed a moment ago."""
        if self._busy.locked():
            return True
        async with self._busy:
            stale = await asyncio.to_thread(look, self._sessions, self._stale)
            ripe = self._clock.now() - PAUSE
            for message, reply in stale:
                if message.changed_at <= ripe:
                    await self._change(message, reply)
        return any(message.changed_at > ripe for message, _ in stale)

    def _stale(self, session: Session) -> list[tuple[LivingMessage, Reply]]:
        now = self._clock.now()
        kept = [one for one in living.alive(session, now, now) if one.channel in self._channels]
        rendered = [(one, render(session, self._shelf, one.about, now)) for one in kept]
        return [(one, reply) for one, reply in rendered if reply is not None and reply.text != one.shown]

    async def _change(self, message: LivingMessage, reply: Reply) -> None:
        await self._pace.keep(message.channel, message.address)
        try:
            key = await self._channels[message.channel].send(message.address, reply, replaces=message.message_key)
        except (Gone, Moved):
            await self._settle(lambda session: living.end(session, message.id))
        except TryLater as later:
            log.info("a message is changed later: %s", later)
            quiet = self._clock.now() + timedelta(seconds=later.after)
            await self._settle(lambda session: living.rest_until(session, message.id, quiet))
        except Exception:
            log.exception("message %s could not be changed", message.message_key)
            await self._settle(lambda session: living.end(session, message.id))
        else:
            now = self._clock.now()
            await self._settle(lambda session: living.changed(session, message.id, key, reply.text, now))

    async def _settle(self, change: Callable[[Session], None]) -> None:
        await asyncio.to_thread(unit, self._sessions, change)
