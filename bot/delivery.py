"""Carries letters from the outbox to the channels."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot.channels.base import Channel, Gone, Moved, TryLater
from bot.clock import Clock
from bot.pace import PATIENCE, Pace
from bot.speaking import filled
from db import broadcasts, outbox, people, progress
from db.session import Session, Sessions, look, unit
from db.tables import Letter
from handlers import broadcast_sending
from handlers.turn import Attachment, Choice, Reply
from knowledge.rules.working_days import next_good_moment

log = logging.getLogger(__name__)

TRIES = 12
"""With pauses that double from 10 seconds to an hour, about half a day."""
SENDING = 90.0
"""Seconds that one sending may take: less than the lease."""
TROUBLES = 3
"""After so many failures in a row, the channel is left alone until the next round."""

AT_ANY_HOUR = ("reply", broadcast_sending.KIND)
"""What somebody asked for at this very hour; all else keeps to the good ones."""
BLOCKED = "đã chặn trợ lý hoặc xóa tài khoản"
REFUSED = "nơi nhận không nhận tin này"
GIVEN_UP = "không kết nối được, đã thử nhiều lần"

Settle = Callable[[Session, Letter, str, datetime], None]


class Delivery:
    """Takes one letter after the other under a lease, sends it with no transaction open, and settles it."""

    def __init__(
        self, sessions: Sessions, channels: Mapping[str, Channel], clock: Clock, pace: Pace | None = None
    ) -> None:
        self._sessions, self._channels, self._clock, self._pace = sessions, channels, clock, pace or Pace()
        self._busy: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._quiet: dict[tuple[str, ...], datetime] = {}
        self._stopped = False

    async def deliver(self) -> int:
        """Send everything that is due, each channel for itself; return how many letters arrived."""
        return sum(await asyncio.gather(*(self._deliver_on(name) for name in list(self._channels))))

    def stop(self) -> None:
        """Take no further letter; the one in flight is settled."""
        self._stopped = True

    def keep_quiet(self, channel: str, address: str, seconds: float) -> None:
        """Obey a platform that asked for quiet: in one group where it was said of one, else on the whole channel."""
        lane = (channel, address.partition("/")[0]) if address.startswith("-") else (channel,)
        until = self._clock.now() + timedelta(seconds=seconds)
        self._quiet[lane] = max(until, self._quiet.get(lane, until))

    def next_try(self, within: timedelta) -> timedelta | None:
        """Say how soon a letter that was put off may go out; None where none does so soon."""
        now = self._clock.now()
        due = look(self._sessions, lambda session: outbox.next_due(session, self._channels, now, now + within))
        return due - now if due is not None and not self._stopped else None

    async def _deliver_on(self, name: str) -> int:
        arrived = troubles = 0
        async with self._busy[name]:
            while troubles < TROUBLES and (letter := await self._next(name)):
                await self._pace.keep(letter.channel, letter.address)
                came = await self._carry(letter)
                arrived += came is True
                troubles = 0 if came else troubles + (came is False)
        return arrived

    async def _next(self, name: str) -> Letter | None:
        # The pace is asked here: it counts by the loop, which the threads do not have.
        busy = [self._pace.busy(name, longer_than) for longer_than in (0.0, PATIENCE)]
        return await asyncio.to_thread(self._take, name, busy)

    def _take(self, name: str, busy: list[list[str]]) -> Letter | None:
        now = self._clock.now()
        if self._stopped or now < self._quiet.get((name,), now):
            return None
        good = next_good_moment(now) == now
        quiet = [lane[1] for lane, until in self._quiet.items() if len(lane) == 2 and lane[0] == name and now < until]

        def take(session: Session) -> Letter | None:
            # First those whose chat is free: one that must be waited for holds nobody else up.
            for chats in busy:
                letter = outbox.take(session, name, now, reminders=good, except_for=[*quiet, *chats])
                if letter is not None or not chats:
                    return letter
            return None

        return unit(self._sessions, take)

    async def _carry(self, letter: Letter) -> bool | None:
        """Send one letter; say whether it arrived, or None where that is settled otherwise."""
        attached = tuple(Attachment(number, "", "") for number in letter.files)
        reply = Reply(letter.text, tuple(Choice(*choice) for choice in letter.choices), files=attached)
        reply = await asyncio.to_thread(filled, self._sessions, reply)
        try:
            async with asyncio.timeout(SENDING):
                key = await self._channels[letter.channel].send(letter.address, reply)
        except Gone as error:
            await self._settle(_lost, letter, str(error))
        except Moved as error:
            await self._settle(_moved, letter, error.address)
        except TryLater as error:
            return await self._later(letter, error)
        except ValueError as error:
            log.exception("letter %s is refused by %s", letter.id, letter.channel)
            await self._settle(_refused, letter, str(error))
        except Exception:
            log.exception("letter %s could not be sent", letter.id)
            return await self._later(letter, TryLater(why="lỗi của chương trình"))
        else:
            await self._settle(self._arrived, letter, key)
            return True
        return None

    async def _settle(self, how: Settle, letter: Letter, word: str) -> None:
        now = self._clock.now()
        await asyncio.to_thread(unit, self._sessions, lambda session: how(session, letter, word, now))

    async def _later(self, letter: Letter, error: TryLater) -> bool:
        if error.after:
            self.keep_quiet(letter.channel, letter.address, error.after)
        late = _given_up if letter.attempts >= TRIES and not error.after else _put_off(letter, error.after)
        await self._settle(late, letter, str(error))
        return False

    def _arrived(self, session: Session, letter: Letter, key: str, now: datetime) -> None:
        outbox.sent(session, letter, key, now)
        broadcasts.arrived(session, letter, now)
        if letter.recording_id:
            progress.confirm(session, letter.channel, key, letter.recording_id)
        if letter.choices and not self._channels[letter.channel].has_buttons:
            people.offer(session, letter.channel, letter.address, [words for _, words in letter.choices])


def _put_off(letter: Letter, after: float) -> Settle:
    pause = timedelta(seconds=after or min(3600, 10 * 2 ** (letter.attempts - 1)))

    def settle(session: Session, letter: Letter, why: str, now: datetime) -> None:
        if broadcasts.is_called_off(session, letter):
            outbox.failed(session, letter, "called off")
            broadcasts.call_off_one(session, letter)
            return
        at_once = letter.kind in AT_ANY_HOUR and not letter.key.startswith(outbox.NUDGES)
        again = now + pause if at_once else next_good_moment(now + pause)
        outbox.put_off(session, letter, again, why)

    return settle


def _lost(session: Session, letter: Letter, why: str, now: datetime) -> None:
    """Mark the address; try the person's other one, where there is any."""
    known = people.is_open(session, letter.channel, letter.address)
    other_way = people.other_address(session, letter.person_id, besides=letter.address)
    if known and other_way is None:
        broadcast_sending.unreachable(session, letter.channel, letter.address, now)
    people.lose(session, letter.channel, letter.address, now)
    session.flush()
    other = people.other_address(session, letter.person_id)
    if other is None:
        outbox.failed(session, letter, why)
        broadcasts.failed(session, letter, BLOCKED, now)
    else:
        outbox.readdress(session, letter, other.address, now, channel=other.channel)


def _moved(session: Session, letter: Letter, address: str, now: datetime) -> None:
    if letter.attempts >= TRIES:  # A platform that sends us round in circles.
        outbox.failed(session, letter, f"moved to {address}")
        broadcasts.failed(session, letter, REFUSED, now)
        return
    people.move(session, letter.channel, letter.address, address, now)
    outbox.readdress(session, letter, address, now)


def _refused(session: Session, letter: Letter, why: str, now: datetime) -> None:
    outbox.failed(session, letter, why)
    broadcasts.failed(session, letter, REFUSED, now)


def _given_up(session: Session, letter: Letter, why: str, now: datetime) -> None:
    outbox.failed(session, letter, why)
    broadcasts.failed(session, letter, GIVEN_UP, now)
