"""The web chat as a channel: what browsers say is heard, and answers are pushed to them."""

from __future__ import annotations

import asyncio
import re
import uuid
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from bot.channels.web_board import Board
from bot.channels.web_desk import Desk, Seat
from bot.channels.web_guard import Cookies, Refused
from bot.channels.web_routes import Routes
from db import transcript
from db.transcript import Line
from knowledge.language.fold import clean

if TYPE_CHECKING:
    from starlette.routing import Route

    from bot.channels.base import Hear
    from db.session import Session, Sessions
    from handlers.turn import Incoming, Reply

__all__ = ["Desk", "Seat", "WebChannel"]

MENTION = re.compile(r"@\s*tr[oợ]\s*l[yý]\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Echo:
    """A button that was pressed, to be shown as the person's words once the answer comes."""

    pressed: str
    line: Line


class WebChannel:
    """Speaks with browsers; see `Channel`."""

    name = "web"
    has_buttons = True

    def __init__(self, desk: Desk, sessions: Sessions, secret: str) -> None:
        self._desk = desk
        self._board = Board(sessions)
        self._pages = Routes(desk, self._board, Cookies(secret), self._heard)
        self._hear: Hear | None = None
        self._turns: set[asyncio.Task[None]] = set()
        self._echoes: dict[str, Echo] = {}

    @property
    def routes(self) -> list[Route]:
        """List what the server answers."""
        return self._pages.routes

    async def start(self, hear: Hear) -> None:
        """Begin to listen."""
        self._hear = hear

    async def stop(self) -> None:
        """Stop listening, after what is being heard has been answered, and end the streams."""
        self._hear = None
        await asyncio.gather(*self._turns, return_exceptions=True)
        self.hang_up()

    def hang_up(self) -> None:
        """End the open streams: a server that is told to stop would wait for them first."""
        self._board.close()

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        """Put *reply* in the transcript and wake the pages that show it."""
        echo = self._echoes.pop(address, None)
        if replaces and echo and echo.pressed == replaces:
            echo = None  # The message changes under the finger; an echo below would push it off the screen.
        choices = [(choice.label, choice.words) for choice in reply.choices]
        attached = [one.id for one in reply.files]
        line = Line(address, "out", replaces or uuid.uuid4().hex, reply.text, self._desk.now(), choices, attached)
        await self._board.write(partial(_speak, line=line, echo=echo.line if echo else None))
        return line.key

    async def _heard(self, heard: Incoming, shown: str) -> None:
        """Put *shown* in the transcript, and take the turn."""
        if self._hear is None:
            raise Refused(503, "Trợ lý đang khởi động lại, xin chờ giây lát.")
        line = Line(heard.room or heard.address, "in", heard.key, shown, self._desk.now())
        if heard.pressed:
            await self._hold_echo(heard.pressed, line)
        elif heard.edits:
            await self._correct(heard.edits, line)
        else:
            await self._board.write(partial(transcript.add, line=line))
        spoken_to_us = await self._board.read(partial(_to_us, heard=heard))
        if spoken_to_us is None:
            return
        turn = asyncio.ensure_future(_turn(self._hear, spoken_to_us))
        self._turns.add(turn)
        turn.add_done_callback(self._turns.discard)
        await asyncio.shield(turn)  # A page that goes away does not interrupt the turn.
        self._echoes.pop(line.address, None)

    async def _hold_echo(self, pressed: str, line: Line) -> None:
        find = partial(transcript.label, address=line.address, key=pressed, words=line.text)
        label = await self._board.read(find)
        self._echoes[line.address] = Echo(pressed, Line(line.address, "in", line.key, label or line.text, line.at))

    async def _correct(self, edits: str, line: Line) -> None:
        corrected = Line(line.address, "in", edits, line.text, line.at)
        if not await self._board.write(partial(transcript.change, line=corrected)):
            raise Refused(404, "Không còn tin nhắn cần sửa.")


async def _turn(hear: Hear, heard: Incoming) -> None:
    await hear(heard)


def _to_us(session: Session, heard: Incoming) -> Incoming | None:
    """Hear in a group only what is meant for us: a button, a command, a mention, an answer to our own message."""
    if heard.room is None or heard.pressed or heard.text.startswith("/"):
        return heard
    text, mentions = MENTION.subn(" ", clean(heard.text))
    answered = transcript.find(session, heard.replies_to) if heard.replies_to else None
    ours = answered is not None and answered.address == heard.room and answered.kind == "out"
    return replace(heard, text=text.strip()) if mentions or ours else None


def _speak(session: Session, line: Line, echo: Line | None) -> None:
    if echo is not None:
        transcript.add(session, echo)
    if not transcript.change(session, line):
        transcript.add(session, line)
