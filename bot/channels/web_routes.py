"""What the web page asks for over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse

from bot.channels import web_guard as guard
from bot.channels.web_desk import Seat
from bot.channels.web_guard import Refused
from bot.channels.web_stream import as_json, names, stream
from db import transcript
from handlers.office_report import DOCX
from handlers.sheets import XLSX
from handlers.turn import File, Incoming

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.routing import Route

    from bot.channels.web_board import Board
    from bot.channels.web_desk import Desk

PRODUCT = "Trợ lý kiểm định chất lượng"
PAGE = Path(__file__).parent.parent / "web"
HISTORY = 200
FILE_LIMIT = 20 * 1024 * 1024
TOO_LARGE = "Tệp lớn hơn 20 MB. Thầy/cô gửi tệp nhỏ hơn giúp, hoặc chia thành nhiều tệp."
SHOWN = {"image/png", "image/jpeg"}
SENT = SHOWN | {"application/pdf", XLSX, DOCX}
"""What is sent under its own type; anything else is only to be saved."""
STEPS = ("day", "week", "next")

Take = Callable[[Incoming, str], Awaitable[None]]
"""Take the turn of a message, and show the words as the person's."""


class Routes:
    """Answers the page, each browser within its own seat."""

    def __init__(self, desk: Desk, board: Board, cookies: guard.Cookies, take: Take) -> None:
        self._desk = desk
        self._board = board
        self._cookies = cookies
        self._take = take

    @property
    def routes(self) -> list[Route]:
        """List what is answered."""
        return [
            guard.route("/", self._page),
            guard.route("/static/{name}", self._static),
            guard.route("/api/state", self._state),
            guard.route("/api/messages", self._messages),
            guard.route("/api/stream", self._stream),
            guard.route("/api/say", self._say, "POST"),
            guard.route("/api/file", self._file, "POST"),
            guard.route("/api/files/{number}", self._attached),
            guard.route("/api/clock", self._clock, "POST"),
        ]

    async def _page(self, _request: Request) -> Response:
        return FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def _static(self, request: Request) -> Response:
        found = PAGE / request.path_params["name"]
        if found.suffix not in {".css", ".js", ".svg"} or not await asyncio.to_thread(found.is_file):
            raise Refused(404, "Không có trang này.")
        return FileResponse(found, headers={"Cache-Control": "no-cache"})

    async def _state(self, request: Request) -> Response:
        if self._desk.demo:
            seats = await asyncio.to_thread(self._desk.seats)
            return JSONResponse(await self._state_of(seats, joined=True))
        address = self._cookies.address(request) or self._cookies.fresh()
        joined = await asyncio.to_thread(self._desk.joined, address)
        response = JSONResponse(await self._state_of([Seat(address, PRODUCT, "self")], joined=joined))
        self._cookies.keep(request, response, address)
        return response

    async def _state_of(self, seats: list[Seat], *, joined: bool) -> dict[str, Any]:
        addresses = [seat.address for seat in seats]
        cursor = await self._board.read(transcript.last_revision)
        last = await self._board.read(partial(transcript.last_words, addresses=addresses))
        now, shown = self._desk.now(), await names(self._board, last.values())
        said = {address: as_json(message, now, shown) for address, message in last.items()}
        return {
            "demo": self._desk.demo,
            "name": PRODUCT,
            "now": now.isoformat(),
            "joined": joined,
            "cursor": cursor,
            "seats": [{**asdict(seat), "last": said.get(seat.address)} for seat in seats],
        }

    async def _messages(self, request: Request) -> Response:
        seat = await self._seat(request, request.query_params.get("seat"))
        after = _cursor(request.query_params.get("after"))
        query = partial(transcript.recent, address=seat.address, limit=HISTORY)
        if after:
            query = partial(transcript.after, addresses=[seat.address], revision=after, limit=HISTORY)
        kept = await self._board.read(query)
        now, shown = self._desk.now(), await names(self._board, kept)
        return JSONResponse({"messages": [as_json(message, now, shown) for message in kept]})

    async def _stream(self, request: Request) -> Response:
        mine = {seat.address for seat in await self._seats(request)}
        asked = set(request.query_params.get("seats", "").split(","))
        if not asked <= mine:
            raise Refused(403, "Trình duyệt này không giữ cuộc trò chuyện đó.")
        # A browser that reconnects by itself repeats the address, but says how far it came.
        after = _cursor(request.headers.get("last-event-id") or request.query_params.get("after"))
        events = stream(self._board, asked, after, self._desk.now)
        return StreamingResponse(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    async def _say(self, request: Request) -> Response:
        body = await guard.json_body(request)
        seat = await self._seat(request, body.get("seat"))
        heard = replace(
            _incoming(seat, guard.words(body.get("text")), guard.key(body.get("key"))),
            kind="press" if body.get("pressed") else "text",
            pressed=guard.key_or_none(body.get("pressed")),
            edits=guard.key_or_none(body.get("edits")),
            replies_to=guard.key_or_none(body.get("replies_to")),
        )
        await self._take(heard, heard.text)
        return JSONResponse({"key": heard.key}, 202)

    async def _file(self, request: Request) -> Response:
        guard.form_body(request, FILE_LIMIT, TOO_LARGE)
        async with request.form(max_files=1, max_fields=8) as form:
            seat = await self._seat(request, form.get("seat"))
            text = guard.words(form.get("text"), may_be_empty=True)
            file = await _file_of(form.get("file"))
            kind = "photo" if file.media_type.startswith("image/") else "file"
            heard = replace(_incoming(seat, text, guard.key(form.get("key"))), file=file, kind=kind)
        await self._take(heard, f"📎 {file.name} ({_size(file.size)})\n{text}".strip())
        return JSONResponse({"key": heard.key}, 202)

    async def _attached(self, request: Request) -> Response:
        """Give a file to a browser that holds a conversation in which it was sent."""
        number = _cursor(request.path_params["number"])
        mine = [seat.address for seat in await self._seats(request)]
        kept = await self._board.read(partial(transcript.attached, addresses=mine, number=number))
        if kept is None:
            raise Refused(404, "Tệp không còn, hoặc không thuộc cuộc trò chuyện này.")
        how = "inline" if kept.media_type in SHOWN else "attachment"
        said = f"{how}; filename*=UTF-8''{quote(kept.name)}"
        kind = kept.media_type if kept.media_type in SENT else "application/octet-stream"
        return Response(kept.content, headers={"Content-Disposition": said, "Content-Type": kind})

    async def _clock(self, request: Request) -> Response:
        if not self._desk.demo:
            raise Refused(403, "Chỉ bản trình diễn mới chỉnh được đồng hồ.")
        to = (await guard.json_body(request)).get("to")
        if to not in STEPS:
            raise Refused(400, "Đồng hồ chỉ đi tới một ngày, một tuần, hoặc lời nhắc tới.")
        now = await self._desk.move_clock(str(to))
        self._board.wake()
        return JSONResponse({"now": now.isoformat()})

    async def _seats(self, request: Request) -> list[Seat]:
        if self._desk.demo:
            return await asyncio.to_thread(self._desk.seats)
        address = self._cookies.address(request)
        return [Seat(address, PRODUCT, "self")] if address else []

    async def _seat(self, request: Request, asked: object) -> Seat:
        seat = next((seat for seat in await self._seats(request) if seat.address == asked), None)
        if seat is None:
            raise Refused(403, "Trình duyệt này không giữ cuộc trò chuyện đó.")
        return seat


def _incoming(seat: Seat, text: str, key: str) -> Incoming:
    name = "" if seat.role == "self" else seat.label
    if seat.role == "group":
        return Incoming("web", seat.speaker, text, key, name, room=seat.address)
    return Incoming("web", seat.address, text, key, name)


async def _file_of(sent: object) -> File:
    if not isinstance(sent, UploadFile):
        raise Refused(400, "Chưa có tệp nào được gửi.")
    content = await sent.read()
    if len(content) > FILE_LIMIT:
        raise Refused(413, TOO_LARGE)
    name = "".join(c for c in Path(sent.filename or "").name if c.isprintable())[-200:] or "tep"
    return File(name, len(content), sent.content_type or "application/octet-stream", content)


def _cursor(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 18 else 0


def _size(size: int) -> str:
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
