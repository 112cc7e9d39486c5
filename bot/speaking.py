"""Speaks answers; one that cannot be spoken now becomes a letter, because what was done must be said."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels.base import Channel, Gone, Moved, TryLater
from bot.clock import Clock
from bot.pace import Pace
from bot.turns import reply_kept
from db import files, heard, living, outbox, people, progress
from db.session import Session, Sessions, look, unit
from db.tables import Address
from handlers.turn import Attachment, Incoming, Reply

log = logging.getLogger(__name__)

GIVEN_UP = timedelta(minutes=2)
"""An answer not spoken by then never will be by whoever gave it: that process died."""


class Speaker:
    """Speaks the answers of turns, and settles each."""

    def __init__(
        self,
        sessions: Sessions,
        channels: Mapping[str, Channel],
        clock: Clock,
        pace: Pace,
        keep_quiet: Callable[[str, str, float], None],
    ) -> None:
        self._sessions, self._channels, self._clock = sessions, channels, clock
        self._pace, self._keep_quiet = pace, keep_quiet
        self._in_hand: set[tuple[str, str]] = set()

    async def speak(self, incoming: Incoming, reply: Reply) -> None:
        """Say *reply* where *incoming* was heard."""
        mark = incoming.channel, incoming.key
        self._in_hand.add(mark)
        try:
            await self._speak(incoming, reply)
        finally:
            self._in_hand.discard(mark)

    async def _speak(self, incoming: Incoming, reply: Reply) -> None:
        where = incoming.room or incoming.address
        reply = await asyncio.to_thread(filled, self._sessions, reply)
        await self._pace.keep(incoming.channel, where)
        try:
            key = await self._channels[incoming.channel].send(
                where, reply, replaces=incoming.pressed if reply.in_place else None
            )
        except Gone:
            await self._settle(incoming, lost=where)
        except Moved as error:
            await self._later(incoming, error.address, reply, moved_from=where)
        except TryLater as error:
            if error.after:
                self._keep_quiet(incoming.channel, where, error.after)
            await self._later(incoming, where, reply, after=error.after)
        except ValueError:
            log.exception("%s refuses an answer", incoming.channel)
            await self._settle(incoming)
        except Exception:
            log.exception("an answer could not be spoken on %s", incoming.channel)
            await self._later(incoming, where, reply, after=10)
        else:
            await self._settle(incoming, key=key, reply=reply)

    async def _settle(self, incoming: Incoming, *, key: str = "", reply: Reply | None = None, lost: str = "") -> None:
        now, where = self._clock.now(), incoming.room or incoming.address

        def settle(session: Session) -> None:
            heard.spoken(session, incoming.channel, incoming.key, now)
            if key and reply and reply.recording:
                progress.confirm(session, incoming.channel, key, reply.recording)
            if key and reply and reply.living:
                living.begin(session, reply.living, incoming.channel, where, key, reply.text, now)
            if lost:
                people.lose(session, incoming.channel, lost, now)

        await asyncio.to_thread(unit, self._sessions, settle)

    async def _later(
        self, incoming: Incoming, where: str, reply: Reply, *, after: float = 0, moved_from: str = ""
    ) -> None:
        now = self._clock.now()

        def write(session: Session) -> None:
            if moved_from:
                people.move(session, incoming.channel, moved_from, where, now)
            _write(session, incoming.channel, incoming.key, where, reply, now, now + timedelta(seconds=after))
            heard.spoken(session, incoming.channel, incoming.key, now)

        await asyncio.to_thread(unit, self._sessions, write)

    def say_forgotten(self, session: Session, now: datetime) -> None:
        """Write a letter for each answer that a process gave and died over."""
        for known in heard.unspoken(session, now - GIVEN_UP):
            reply = reply_kept(known)
            if reply is not None and (known.channel, known.key) not in self._in_hand:
                _write(session, known.channel, known.key, known.goes_to, reply, now, now)
                known.spoken_at, known.reply = now, None


def filled(sessions: Sessions, reply: Reply) -> Reply:
    """Put the bytes into the attachments of *reply*; one whose file is gone is left out."""
    if not reply.files:
        return reply
    stored = look(sessions, lambda session: files.read(session, [one.id for one in reply.files]))
    return replace(reply, files=tuple(Attachment(one.id, one.name, one.media_type, one.content) for one in stored))


def _write(
    session: Session, channel: str, key: str, where: str, reply: Reply, now: datetime, not_before: datetime
) -> None:
    outbox.write(
        session,
        key=f"reply:{channel}:{key}",
        kind="reply",
        to=Address(channel=channel, address=where),
        text=reply.text,
        now=now,
        choices=[(one.label, one.words) for one in reply.choices],
        not_before=not_before,
        recording_id=reply.recording,
        files=[one.id for one in reply.files],
    )
