"""The composition root: what is heard becomes a turn, what is due becomes letters."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Coroutine
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.channels.base import Channel, Gone, Moved, TryLater
from bot.clock import Clock
from bot.delivery import Delivery
from db import heard, notes, outbox, people, planning, progress, reminders, schools
from db.session import Session, Sessions
from db.tables import Address
from handlers import clockwork
from handlers.dispatch import dispatch
from handlers.turn import Choice, Incoming, Refusal, Reply, Turn, TurnSettings
from knowledge.shelf import Shelf

log = logging.getLogger(__name__)

APOLOGY = Reply(
    "Xin lỗi thầy/cô, tôi gặp lỗi khi xử lý tin này và chưa ghi gì. Lỗi đã được lưu lại; thầy/cô thử lại sau ít phút giúp."
)
CLOCK_NOTE = "demo-clock"


class App:
    """The product without its platforms: `hear` takes one message, `tick` what the clock brings."""

    def __init__(self, sessions: Sessions, shelf: Shelf, clock: Clock, settings: TurnSettings | None = None) -> None:
        self.sessions, self.shelf, self.clock = sessions, shelf, clock
        self.channels: dict[str, Channel] = {}
        self._settings = settings or TurnSettings()
        self.delivery = Delivery(sessions, self.channels, clock)
        self._speaking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._ticking = asyncio.Lock()
        self._carrying: set[asyncio.Task[int]] = set()

    def add(self, channel: Channel) -> None:
        """Let the product speak on *channel*."""
        self.channels[channel.name] = channel

    async def hear(self, incoming: Incoming) -> None:
        """Take one message from its words to the answer spoken; messages of one address one after another."""
        async with self._speaking[f"{incoming.channel}:{incoming.address}"]:
            reply = await asyncio.to_thread(self.receive, incoming)
            if reply is not None:
                await self._speak(incoming, reply)
        if await asyncio.to_thread(self._letters_wait):
            self._in_background(self.delivery.deliver())

    def _in_background(self, work: Coroutine[Any, Any, int]) -> None:
        """Carry letters without holding up whoever caused them."""
        task = asyncio.ensure_future(work)
        self._carrying.add(task)
        task.add_done_callback(self._carrying.discard)

    async def idle(self) -> None:
        """Wait until what was begun in the background is done."""
        await asyncio.gather(*self._carrying)

    def receive(self, incoming: Incoming) -> Reply | None:
        """Act on one message in one transaction; None where there is nothing to say."""
        now = self.clock.now()
        incoming = replace(incoming, text=_storable(incoming.text), name=_storable(incoming.name))
        try:
            with self.sessions.begin() as session:
                known = heard.before(session, incoming.channel, incoming.key)
                if known is not None:
                    return _unpack(known.reply)
                return self._act(session, incoming, now)
        except Refusal as refusal:
            return self._refuse(incoming, refusal.reply, now)
        except Exception:
            log.exception("a turn failed on %s", incoming.channel)
            return self._refuse(incoming, APOLOGY, now)

    def _act(self, session: Session, incoming: Incoming, now: datetime) -> Reply | None:
        if incoming.kind in {"added", "removed", "moved"}:
            return _room_changed(session, incoming, now)
        turn = self._turn(session, incoming, now)
        reply = dispatch(turn)
        _remember(session, turn.address, incoming, reply, now)
        return reply

    def _turn(self, session: Session, incoming: Incoming, now: datetime) -> Turn:
        address = people.address(session, incoming.channel, incoming.address, incoming.name, now)
        if incoming.room:
            people.room(session, incoming.channel, incoming.room, now)
        session.flush()
        links = [str(getattr(one, "join_link", "")) for one in self.channels.values()]
        settings = TurnSettings(self._settings.bootstrap_code, next((link for link in links if link), ""))
        return Turn(incoming, address, schools.campaign(session, now.date()), now, session, self.shelf, settings)

    def _refuse(self, incoming: Incoming, reply: Reply, now: datetime) -> Reply:
        """Remember a refused message, its own transaction having been rolled back."""
        with self.sessions.begin() as session:
            address = people.address(session, incoming.channel, incoming.address, incoming.name, now)
            if incoming.kind != "press":
                address.then = reply.then
            _remember(session, address, incoming, reply, now)
        return reply

    async def _speak(self, incoming: Incoming, reply: Reply) -> None:
        channel, where = self.channels[incoming.channel], incoming.room or incoming.address
        replaces = incoming.pressed if reply.in_place else None
        try:
            key = await channel.send(where, reply, replaces=replaces)
        except Gone:
            await asyncio.to_thread(self._settle, incoming, None, None, lost=True)
        except (TryLater, Moved):
            await asyncio.to_thread(self._send_later, incoming, where, reply)
        except ValueError:
            log.exception("%s refuses an answer", incoming.channel)
            await asyncio.to_thread(self._settle, incoming, None, None, lost=False)
        else:
            await asyncio.to_thread(self._settle, incoming, key, reply.recording, lost=False)

    def _settle(self, incoming: Incoming, key: str | None, recording: int | None, *, lost: bool) -> None:
        now = self.clock.now()
        with self.sessions.begin() as session:
            heard.spoken(session, incoming.channel, incoming.key, now)
            if key and recording:
                progress.confirm(session, incoming.channel, key, recording)
            if lost:
                people.lose(session, incoming.channel, incoming.address, now)

    def _send_later(self, incoming: Incoming, where: str, reply: Reply) -> None:
        """An answer that could not be spoken now becomes a letter: what was done must be said."""
        now = self.clock.now()
        with self.sessions.begin() as session:
            to = Address(channel=incoming.channel, address=where)
            choices = [(one.label, one.words) for one in reply.choices]
            outbox.write(
                session,
                key=f"reply:{incoming.channel}:{incoming.key}",
                kind="reply",
                to=to,
                text=reply.text,
                now=now,
                choices=choices,
            )
            heard.spoken(session, incoming.channel, incoming.key, now)

    def _letters_wait(self) -> bool:
        with self.sessions.begin() as session:
            due = outbox.next_due(session)
            return due is not None and due <= self.clock.now()

    def prepare(self) -> None:
        """At start: plan what the rules ask for today, which a new version may have changed."""
        now = self.clock.now()
        with self.sessions.begin() as session:
            campaign = schools.campaign(session, now.date())
            if campaign is not None:
                planning.replan_all(session, self.shelf.catalogue, campaign, now)
            heard.forget_old(session, now)

    async def tick(self) -> int:
        """Turn what is due into letters and carry them; return how many arrived."""
        async with self._ticking:
            await asyncio.to_thread(self._remind, self.clock.now())
        return await self.delivery.deliver()

    def _remind(self, now: datetime) -> None:
        with self.sessions.begin() as session:
            clockwork.freshen(session, self.shelf.catalogue, now)
            clockwork.remind(session, self.shelf.catalogue, now)

    async def move_to(self, moment: datetime) -> None:
        """Move the clock on, stopping wherever something is due, so that it goes out at its own time."""
        while (due := await asyncio.to_thread(self.next_due)) is not None and due <= moment:
            self.clock.move_to(max(due, self.clock.now()))
            await self.tick()
        self.clock.move_to(moment)
        await asyncio.to_thread(self.keep_clock)

    def next_due(self) -> datetime | None:
        """Say when the next reminder is due after now."""
        with self.sessions.begin() as session:
            return reminders.next_due(session, after=self.clock.now())

    def keep_clock(self) -> None:
        """Remember the clock of a demonstration, so that a restart goes on from there."""
        with self.sessions.begin() as session:
            notes.keep(session, CLOCK_NOTE, self.clock.now().isoformat())


def _storable(text: str) -> str:
    """Drop what no database keeps: NUL, and halves of a letter."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def _remember(session: Session, address: Address, incoming: Incoming, reply: Reply | None, now: datetime) -> None:
    if reply is not None:
        if reply.then:
            address.then = reply.then
        if reply.choices:
            address.offered = [choice.words for choice in reply.choices]
    heard.note(session, incoming.channel, incoming.key, _pack(reply), now)


def _room_changed(session: Session, incoming: Incoming, now: datetime) -> Reply | None:
    if incoming.kind == "moved" and incoming.room:
        people.move(session, incoming.channel, incoming.room, incoming.text)
        return None
    room = people.room(session, incoming.channel, incoming.room or incoming.address, now)
    if incoming.kind == "removed":
        room.left_at = now
        return None
    return Reply(
        "Chào thầy/cô. Nhắc tên tôi rồi hỏi về tiêu chuẩn, tiêu chí. Tiến độ của từng trường xin nhắn riêng cho tôi."
    )


def _pack(reply: Reply | None) -> dict[str, Any] | None:
    return asdict(reply) if reply else None


def _unpack(kept: dict[str, Any] | None) -> Reply | None:
    if kept is None:
        return None
    return Reply(**{**kept, "choices": tuple(Choice(**one) for one in kept["choices"])})
