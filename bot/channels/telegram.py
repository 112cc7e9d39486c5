"""Telegram: private chats and groups, by long polling or by webhook."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
import os
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.channels.telegram_introduction import UNASKED_SECONDS, attempt, dress, introduce
from bot.channels.telegram_lanes import Lanes
from bot.channels.telegram_polling import Poller
from bot.channels.telegram_request import Request, UpdatesRequest, complete, object_in, read_update
from bot.channels.telegram_sending import Speaker
from bot.channels.telegram_updates import ALLOWED_UPDATES, Me, Reader, lane_of

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence
    from typing import Any

    from starlette.requests import Request as HttpRequest

    from bot.channels.base import Hear
    from handlers.turn import Reply

# Without it python-telegram-bot warns at every "too many requests".
os.environ.setdefault("PTB_TIMEDELTA", "true")

log = logging.getLogger(__name__)

PUBLIC_API = "https://api.telegram.org"
NEAR = ("127.0.0.1", "localhost", "::1")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
HEARD_TRIES = 3
WEBHOOK_PATIENCE = 25.0
STOP_GRACE = 10.0


class TelegramChannel:
    """The channel; nothing outside `bot/channels/telegram*.py` knows python-telegram-bot."""

    name = "telegram"
    has_buttons = True

    def __init__(
        self,
        token: str,
        base_url: str = PUBLIC_API,
        webhook_url: str = "",
        webhook_secret: str = "",
        commands: Sequence[tuple[str, str]] = (),
        *,
        poll_seconds: int = 25,
        first_pause: float = 1.0,
        answer_seconds: float = 20.0,
    ) -> None:
        for name in ("httpx", "httpcore", "telegram"):
            # Below this they write every address, and the token is part of it.
            logging.getLogger(name).setLevel(logging.WARNING)
        root = base_url.rstrip("/").removesuffix("/bot") or PUBLIC_API
        near = urlsplit(root).hostname in NEAR
        polled, request = UpdatesRequest(2, 5.0, near=near), Request(64, answer_seconds, near=near)
        self._bot = Bot(token, f"{root}/bot", f"{root}/file/bot", request=request, get_updates_request=polled)
        self._requests = (polled, request)
        self._webhook_url = webhook_url
        # Never open to all: where no secret is set, one is made of what only the two sides know.
        self._secret = webhook_secret or hashlib.sha256(token.encode()).hexdigest()
        self._commands = commands
        self._first_pause = first_pause
        number = token.partition(":")[0]
        self._me = Me(int(number) if number.isdecimal() else 0)
        self._reader = Reader(self._bot, self._me)
        self._speaker = Speaker(self._bot)
        self._lanes = Lanes()
        self._poller = Poller(
            self._bot, polled, self._take, self._reached, poll_seconds=poll_seconds, first_pause=first_pause
        )
        self._hear: Hear | None = None
        self._is_dressed = False
        self._listening: asyncio.Task[None] | None = None
        self._asides: set[asyncio.Task[None]] = set()

    @property
    def routes(self) -> list[Route]:
        """The webhook's route; none when polling."""
        path = urlsplit(self._webhook_url).path or "/"
        return [Route(path, self._webhook, methods=["POST"])] if self._webhook_url else []

    @property
    def join_link(self) -> str:
        """A deep link with `{code}` in it; empty until Telegram has said what we are called."""
        return f"https://t.me/{self._me.username}?start={{code}}" if self._me.username else ""

    async def start(self, hear: Hear) -> None:
        """Begin to listen; returns at once, whatever state Telegram is in."""
        self._hear = hear
        for request in self._requests:
            await request.initialize()
        self._listening = asyncio.create_task(self._hook() if self._webhook_url else self._poll())

    async def stop(self) -> None:
        """Stop listening, after what is being heard has been answered."""
        if self._listening:
            self._listening.cancel()
            await asyncio.wait([self._listening])
        await (self._poller.in_hand.settle(STOP_GRACE) if self._webhook_url else self._poller.stop(STOP_GRACE))
        for aside in self._asides:
            aside.cancel()
        await asyncio.gather(*self._asides, return_exceptions=True)
        for request in self._requests:
            await request.shutdown()

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        """Speak *reply*; a `ValueError` says that the reply itself is one that Telegram never takes."""
        return await self._speaker.say(address, reply, replaces)

    async def leave(self, address: str) -> None:
        """Leave a group; raise as `send` does."""
        await self._speaker.leave(address)

    async def _poll(self) -> None:
        await introduce(self._bot, self._me)
        await attempt("deleteWebhook", partial(self._bot.delete_webhook, read_timeout=UNASKED_SECONDS))
        await self._poller.run()

    async def _hook(self) -> None:
        await introduce(self._bot, self._me)
        pause = self._first_pause
        while not await attempt("setWebhook", self._set_webhook):
            log.warning("Telegram does not take the webhook %s, again in %.0f s", self._webhook_url, pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 60.0)
        self._reached()

    async def _set_webhook(self) -> bool:
        return await self._bot.set_webhook(
            self._webhook_url, secret_token=self._secret, allowed_updates=list(ALLOWED_UPDATES)
        )

    def _reached(self) -> None:
        self._aside(self._dress())

    async def _dress(self) -> None:
        if not self._me.username:
            await introduce(self._bot, self._me)
        if not self._is_dressed:
            self._is_dressed = await dress(self._bot, self._commands)

    def _aside(self, work: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.create_task(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    def _take(self, update: Update) -> asyncio.Task[None]:
        if update.callback_query:
            # At once, or the button keeps turning; whether it works concerns nobody.
            answer = partial(self._bot.answer_callback_query, update.callback_query.id)
            self._aside(attempt("answerCallbackQuery", answer))
        return self._lanes.put(lane_of(update), partial(self._heard, update))

    async def _heard(self, update: Update) -> None:
        """Have an update heard; one that fails every time is given up, or it would come back for ever."""
        for trial in range(1, HEARD_TRIES + 1):
            try:
                incoming = await self._reader.read(update)
                if incoming and self._hear:
                    await self._hear(incoming)
            except Exception:
                log.exception("Telegram update %s was not heard, trial %s", update.update_id, trial)
                await asyncio.sleep(self._first_pause * trial if trial < HEARD_TRIES else 0)
            else:
                return

    async def _webhook(self, request: HttpRequest) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        content = object_in(await request.body())
        if content is None or not isinstance(content.get("update_id"), int):
            return Response(status_code=400)
        if self._hear is None:
            return Response(status_code=503)
        complete(content)
        await self._take_once(read_update(content))
        return Response()

    async def _take_once(self, update: Update | None) -> None:
        """Answer when the update has been heard, so that one that was not comes again."""
        if update is None:
            return
        in_hand = self._poller.in_hand
        if not in_hand.has(update.update_id):
            in_hand.take(update.update_id, self._take(update))
        task = in_hand.running.get(update.update_id)
        if task:
            await asyncio.wait([task], timeout=WEBHOOK_PATIENCE)
