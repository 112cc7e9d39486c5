"""The composition root: what is heard becomes a turn, what is due becomes letters."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import date, datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy.exc import DBAPIError

from bot.channels.base import Channel
from bot.clock import Clock
from bot.delivery import Delivery
from bot.leaving import leavable, leave_unwanted
from bot.living import PAUSE, Keeper
from bot.pace import Pace
from bot.speaking import Speaker
from bot.turns import Turns
from db import files, heard, notes, outbox, people, planning, reminders, schools
from db.session import Session, Sessions, look, unit
from handlers import broadcast_chasing, broadcast_sending, clockwork, digest, groups, occasion_letters
from handlers.turn import Incoming, TurnSettings
from knowledge.rules.digest import next_digest
from knowledge.shelf import Shelf

log = logging.getLogger(__name__)

LIVING_SECONDS = 2.0
"""How often the messages that change in place are looked at while letters go out."""
BEAT = timedelta(seconds=20)
"""What is put off for longer waits for the clock."""
CLOCK_NOTE = "demo-clock"


def _guarded(session: Session, step: Callable[[], object]) -> None:
    """Take one step of the clock; a fault that it meets is logged, and keeps no other from being taken."""
    try:
        with session.begin_nested():
            step()
    except DBAPIError:  # Another process was first: the whole is taken anew.
        raise
    except Exception:
        log.exception("a step of the clock failed")


class App:
    """The product without its platforms: `hear` takes one message, `tick` what the clock brings."""

    def __init__(self, sessions: Sessions, shelf: Shelf, clock: Clock, settings: TurnSettings | None = None) -> None:
        self.sessions, self.shelf, self.clock = sessions, shelf, clock
        self.channels: dict[str, Channel] = {}
        self.pace = Pace()
        self.delivery = Delivery(sessions, self.channels, clock, self.pace)
        self._turns = Turns(sessions, shelf, clock, self.channels, settings or TurnSettings())
        self._speaker = Speaker(sessions, self.channels, clock, self.pace, self.delivery.keep_quiet)
        self._keeper = Keeper(sessions, self.channels, clock, shelf, self.pace)
        self._queues: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._ticking, self._moving = asyncio.Lock(), asyncio.Lock()
        self._carrying: set[asyncio.Task[int]] = set()
        self._tidied: date | None = None
        self._waking: asyncio.TimerHandle | None = None
        self._refreshing: asyncio.TimerHandle | None = None

    def add(self, channel: Channel) -> None:
        """Let the product speak on *channel*."""
        self.channels[channel.name] = channel

    async def hear(self, incoming: Incoming) -> None:
        """Take one message from its words to the answer spoken; messages of one address one after another."""
        queue = self._queues.setdefault((incoming.channel, incoming.address), asyncio.Lock())
        async with queue:
            reply = await asyncio.to_thread(self._turns.take, incoming)
            if reply is not None:
                await self._speaker.speak(incoming, reply)
        if await asyncio.to_thread(self._letters_wait):
            self._in_background(self._carry())
        else:
            await self._keep_current()
            await self._wake_for_the_next()

    def _in_background(self, work: Coroutine[Any, Any, int]) -> None:
        """Carry letters without holding up whoever caused them."""
        task = asyncio.ensure_future(work)
        self._carrying.add(task)
        task.add_done_callback(self._carried)

    def _carried(self, task: asyncio.Task[int]) -> None:
        self._carrying.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("letters were not carried", exc_info=error)

    async def idle(self) -> None:
        """Wait until what was begun in the background is done."""
        while self._carrying:
            await asyncio.wait(self._carrying)

    def _letters_wait(self) -> bool:
        return look(self.sessions, lambda session: outbox.is_due(session, self.channels, self.clock.now()))

    def prepare(self) -> None:
        """At start: plan what the rules ask for today, which a new version may have changed."""
        now = self.clock.now()

        def plan(session: Session) -> None:
            campaign = schools.campaign(session, now.date())
            if campaign is not None:
                planning.replan_all(session, self.shelf.catalogue, campaign, now)

        unit(self.sessions, plan)

    async def tick(self) -> int:
        """Turn what is due into letters and carry them; return how many arrived."""
        await self._remind()
        return await self._carry()

    async def beat(self) -> None:
        """Do as `tick` does, but without waiting for the letters: a slow platform must not hold up the next beat."""
        await self._remind()
        self._in_background(self._carry())

    async def _carry(self) -> int:
        """Carry letters, and keep the messages that speak of them up to date meanwhile."""
        carrying = asyncio.ensure_future(self.delivery.deliver())
        while not carrying.done():
            await asyncio.wait([carrying], timeout=LIVING_SECONDS)
            await self._keep_current()
        arrived = await carrying
        await leave_unwanted(self.sessions, self.channels, self.clock.now())
        await self._wake_for_the_next()
        return arrived

    async def _keep_current(self) -> int:
        """Change the messages that are out of date, and come back for those that were changed a moment ago."""
        if await self._keeper.refresh() and self._refreshing is None:
            loop = asyncio.get_running_loop()
            self._refreshing = loop.call_later(PAUSE.total_seconds(), self._refresh_again)
        return 0

    def _refresh_again(self) -> None:
        self._refreshing = None
        self._in_background(self._keep_current())

    async def _wake_for_the_next(self) -> None:
        """Carry again as soon as a letter may go out that was put off for less than a beat."""
        pause = await asyncio.to_thread(self.delivery.next_try, BEAT)
        if pause is None:
            return
        if self._waking is not None:
            self._waking.cancel()
        loop = asyncio.get_running_loop()
        self._waking = loop.call_later(pause.total_seconds(), self._wake)

    def _wake(self) -> None:
        self._waking = None
        self._in_background(self._carry())

    async def _remind(self) -> None:
        async with self._ticking:
            now = self.clock.now()
            await asyncio.to_thread(unit, self.sessions, lambda session: self._write_due(session, now))

    def _write_due(self, session: Session, now: datetime) -> None:
        catalogue, left = self.shelf.catalogue, leavable(self.channels)
        steps: tuple[Callable[[], object], ...] = (
            lambda: self._speaker.say_forgotten(session, now),
            lambda: clockwork.freshen(session, catalogue, now),
            lambda: clockwork.remind(session, catalogue, now),
            lambda: occasion_letters.remind(session, now),
            lambda: broadcast_sending.start_due(session, catalogue, now),
            lambda: broadcast_chasing.chase(session, now),
            lambda: digest.write(session, catalogue, now),
            lambda: groups.part(session, left, now),
            lambda: self._tidy(session, now),
        )
        for step in steps:
            _guarded(session, step)

    def _tidy(self, session: Session, now: datetime) -> None:
        if self._tidied != now.date():
            heard.forget_old(session, now)
            files.forget_old(session, now)
            self._tidied = now.date()

    async def move_to(self, moment: datetime) -> None:
        """Move the clock on, stopping wherever something is due, so that it goes out at its own time; never back."""
        async with self._moving:
            while (due := await asyncio.to_thread(self.next_stop)) is not None and due <= moment:
                self.clock.move_to(max(due, self.clock.now()))
                await self.tick()
            self.clock.move_to(max(moment, self.clock.now()))
            await asyncio.to_thread(self.keep_clock)

    def next_due(self) -> datetime | None:
        """Say when the next reminder is due after now."""
        return look(self.sessions, lambda session: reminders.next_due(session, after=self.clock.now()))

    def next_stop(self) -> datetime | None:
        """Say where a clock that is moved on must stop: at a reminder, an occasion's eve, the letter of the week."""
        now = self.clock.now()
        officers = look(self.sessions, lambda session: bool(people.officers(session)))
        event = look(self.sessions, lambda session: occasion_letters.next_due(session, now))
        told = look(self.sessions, lambda session: broadcast_chasing.next_due(session, now))
        group = look(self.sessions, lambda session: groups.next_due(session, leavable(self.channels), now))
        moments = (self.next_due(), event, told, group, next_digest(now) if officers else None)
        return min((one for one in moments if one), default=None)

    def keep_clock(self) -> None:
        """Remember the clock of a demonstration, so that a restart goes on from there."""
        if self.clock.is_set:
            unit(self.sessions, lambda session: notes.keep(session, CLOCK_NOTE, self.clock.now().isoformat()))

    def leave(self, channel: str, address: str) -> None:
        """Close an address that listens no longer, such as a terminal: letters go to the person's other one."""
        now = self.clock.now()

        def close(session: Session) -> None:
            person = people.person_at(session, channel, address)
            known = [one for one in (person.addresses if person else []) if one.gone_at is None]
            others = [one for one in known if (one.channel, one.address) != (channel, address)]
            if not others:  # Nowhere else to go: the letters wait for the next time.
                return
            people.lose(session, channel, address, now)
            other = max(others, key=lambda one: one.heard_at)
            for letter in outbox.waiting_at(session, channel, address):
                letter.channel, letter.address = other.channel, other.address

        unit(self.sessions, close)
