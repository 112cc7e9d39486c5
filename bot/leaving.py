"""Leaves the groups that nobody wanted, after the last letter to them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime

from bot.channels.base import Channel, Gone, Leaver, Moved, TryLater
from db import rooms
from db.session import Sessions, look, unit

log = logging.getLogger(__name__)


def leavable(channels: Mapping[str, Channel]) -> list[str]:
    """Name the channels whose groups can be left."""
    return [name for name, channel in channels.items() if isinstance(channel, Leaver)]


async def leave_unwanted(sessions: Sessions, channels: Mapping[str, Channel], now: datetime) -> None:
    """Leave each group that was told goodbye and is not tied since; one that can't be left now is tried again."""
    names = leavable(channels)
    if not names:
        return
    for name, chat in await asyncio.to_thread(look, sessions, lambda session: rooms.to_leave(session, names)):
        channel = channels[name]
        if isinstance(channel, Leaver) and await _left(channel, chat):
            await asyncio.to_thread(_note, sessions, name, chat, now)


async def _left(channel: Leaver, chat: str) -> bool:
    try:
        await channel.leave(chat)
    except Gone:
        return True
    except (Moved, TryLater, ValueError) as error:
        log.warning("a group could not be left: %s", error)
        return False
    return True


def _note(sessions: Sessions, name: str, chat: str, now: datetime) -> None:
    unit(sessions, lambda session: rooms.left(session, name, chat, now))
