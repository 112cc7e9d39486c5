"""Carries letters from the outbox to the channels, at each platform's pace."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.channels.base import Channel, Gone, Moved, TryLater
from bot.clock import Clock
from db import outbox, people
from db.session import Sessions
from db.tables import Letter
from handlers.turn import Choice, Reply
from knowledge.rules.working_days import next_good_moment

log = logging.getLogger(__name__)

PACE = {"telegram": 1 / 25}
"""Seconds between two letters of one channel: Telegram allows 30 a second in all."""
CHAT_PACE = {"telegram": 1.0}
"""Seconds between two letters to one chat."""
TRIES = 12
"""With pauses that double from 10 seconds to an hour, about half a day."""


class Delivery:
    """Takes letters under a lease, sends each with no transaction open, and settles it."""

    def __init__(self, sessions: Sessions, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._sessions, self._channels, self._clock = sessions, channels, clock
        self._busy = asyncio.Lock()
        self._last: dict[str, float] = {}

    async def deliver(self) -> int:
        """Send everything that is due; return how many letters arrived."""
        async with self._busy:
            counts = await asyncio.gather(*(self._deliver_on(name) for name in self._channels))
        return sum(counts)

    async def _deliver_on(self, name: str) -> int:
        arrived = 0
        while letters := await asyncio.to_thread(self._take, name):
            for letter in letters:
                await self._keep_pace(letter)
                pause = await self._carry(letter)
                arrived += pause is None
                if pause:  # The platform asked for quiet: the rest of this channel's letters wait too.
                    await asyncio.to_thread(self._give_back, letters[letters.index(letter) + 1 :], pause)
                    return arrived
        return arrived

    def _take(self, name: str) -> list[Letter]:
        with self._sessions.begin() as session:
            return outbox.take(session, [name], self._clock.now())

    async def _keep_pace(self, letter: Letter) -> None:
        loop = asyncio.get_running_loop()
        chat = f"{letter.channel}:{letter.address}"
        ready = max(
            self._last.get(letter.channel, 0) + PACE.get(letter.channel, 0),
            self._last.get(chat, 0) + CHAT_PACE.get(letter.channel, 0),
        )
        if (wait := ready - loop.time()) > 0:
            await asyncio.sleep(wait)
        self._last[letter.channel] = self._last[chat] = loop.time()

    async def _carry(self, letter: Letter) -> float | None:
        """Send one letter; return None where it arrived, else how long the channel should be left alone."""
        reply = Reply(letter.text, tuple(Choice(*choice) for choice in letter.choices))
        try:
            key = await self._channels[letter.channel].send(letter.address, reply)
        except Gone as error:
            await asyncio.to_thread(self._lost, letter, str(error))
            return 0
        except Moved as error:
            await asyncio.to_thread(self._moved, letter, error.address)
            return 0
        except TryLater as error:
            await asyncio.to_thread(self._later, letter, error)
            return error.after
        except ValueError as error:
            log.exception("letter %s is refused by %s", letter.id, letter.channel)
            await asyncio.to_thread(self._refused, letter, str(error))
            return 0
        except Exception:
            log.exception("letter %s could not be sent", letter.id)
            await asyncio.to_thread(self._later, letter, TryLater(why="lỗi của chương trình"))
            return 0
        await asyncio.to_thread(self._arrived, letter, key)
        return None

    def _arrived(self, letter: Letter, key: str) -> None:
        with self._sessions.begin() as session:
            outbox.sent(session, letter.id, key, self._clock.now())

    def _lost(self, letter: Letter, why: str) -> None:
        """Mark the address; try the person's other one, where there is any."""
        with self._sessions.begin() as session:
            people.lose(session, letter.channel, letter.address, self._clock.now())
            session.flush()
            other = people.other_address(session, letter.person_id)
            if other is None:
                outbox.failed(session, letter.id, why)
            else:
                outbox.readdress(session, letter.id, other.address, self._clock.now(), channel=other.channel)

    def _refused(self, letter: Letter, why: str) -> None:
        with self._sessions.begin() as session:
            outbox.failed(session, letter.id, why)

    def _moved(self, letter: Letter, address: str) -> None:
        with self._sessions.begin() as session:
            people.move(session, letter.channel, letter.address, address)
            outbox.readdress(session, letter.id, address, self._clock.now())

    def _later(self, letter: Letter, error: TryLater) -> None:
        with self._sessions.begin() as session:
            if letter.attempts >= TRIES and not error.after:
                outbox.failed(session, letter.id, str(error))
            else:
                outbox.put_off(session, letter.id, self._retry_at(letter, error.after), str(error))

    def _retry_at(self, letter: Letter, after: float) -> datetime:
        pause = after or min(3600, 10 * 2 ** (letter.attempts - 1))
        moment = self._clock.now() + timedelta(seconds=pause)
        return moment if letter.kind == "reply" else next_good_moment(moment)

    def _give_back(self, letters: list[Letter], pause: float) -> None:
        until = self._clock.now() + timedelta(seconds=pause)
        with self._sessions.begin() as session:
            for letter in letters:
                outbox.put_off(session, letter.id, until, "chờ theo yêu cầu của nền tảng")
