"""Runs everything: channels, web server, scheduler, until told to stop."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import secrets
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager

import uvicorn
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.app import App
from bot.channels.base import Channel
from bot.channels.telegram import TelegramChannel
from bot.channels.web import WebChannel
from bot.demo import WebDesk
from bot.output import Refused
from bot.settings import BadSetting, Settings
from db import notes
from db.session import Session, unit
from handlers.menu import listed

log = logging.getLogger(__name__)

TICK_SECONDS = 20
RESTART_SECONDS = 60
PATIENCE = 5
"""Seconds that requests and letters in hand get at the end."""
COOKIE_SECRET = "cookie-secret"  # noqa: S105 - the name of a note


@contextmanager
def listen(settings: Settings) -> Iterator[socket.socket]:
    """Take the port, before anything else is begun; raise `BadSetting` where that cannot be."""
    host, port = settings.kiemdinh_http_host, settings.kiemdinh_http_port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.create_server((host, port), family=family, backlog=2048) as listening:
            yield listening
    except socket.gaierror:
        raise BadSetting(f"KIEMDINH_HTTP_HOST: không có địa chỉ {host!r}; ví dụ 127.0.0.1 hoặc 0.0.0.0") from None
    except OSError as error:
        raise _not_bound(host, port, error) from None


def _not_bound(host: str, port: int, error: OSError) -> Exception:
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        return BadSetting(
            f"KIEMDINH_HTTP_PORT: không mở được cổng {port} ({os.strerror(error.errno or 0)}). "
            "Chương trình có đang chạy ở cửa sổ khác không? Chọn cổng khác, ví dụ KIEMDINH_HTTP_PORT=8081."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return BadSetting(f"KIEMDINH_HTTP_HOST: máy này không có địa chỉ {host!r}; ví dụ 127.0.0.1 hoặc 0.0.0.0")
    return error


def run(site: Starlette, app: App, listening: socket.socket) -> None:
    """Serve until a signal comes."""
    asyncio.run(_serve(site, app, listening))


class Server(uvicorn.Server):
    """Leaves the signals to us: uvicorn would raise them once more at the end, and the process would not exit 0."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture nothing."""
        yield


async def _serve(site: Starlette, app: App, listening: socket.socket) -> None:
    config = uvicorn.Config(
        site, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=PATIENCE
    )
    server = Server(config)
    closing: set[asyncio.Task[None]] = set()

    def stop() -> None:
        server.force_exit = server.should_exit  # Whoever presses Ctrl-C twice does not want to wait.
        server.should_exit = True
        web = app.channels.get("web")
        if web is not None:  # Its open streams would hold the server up.
            closing.add(asyncio.ensure_future(web.stop()))

    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(each, stop)
    await server.serve([listening])
    if not server.started:
        raise Refused("Không khởi động được; lý do nằm ở dòng nhật ký ngay trên.")


def make_site(app: App, settings: Settings) -> Starlette:
    """Build the web application: the chat, the webhooks, and what runs beside them."""
    web = WebChannel(WebDesk(app, demo=settings.demo), app.sessions, _cookie_secret(app))
    app.add(web)
    routes = [Route("/health", _health), *web.routes]
    if settings.telegram_bot_token:
        telegram = TelegramChannel(
            settings.telegram_bot_token,
            settings.telegram_base_url,
            settings.telegram_webhook_url,
            settings.telegram_webhook_secret,
            listed(),
        )
        app.add(telegram)
        routes += telegram.routes
    return Starlette(routes=routes, lifespan=lifespan(app))


async def _health(_request: Request) -> JSONResponse:
    return JSONResponse({"ok": True})


def lifespan(app: App) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Say what begins with the server and ends with it."""

    @asynccontextmanager
    async def live(_site: Starlette) -> AsyncIterator[None]:
        await asyncio.to_thread(app.prepare)
        waiting = list(app.channels.values())
        await _start(app, waiting)
        metronome = AsyncIOScheduler(timezone="UTC")
        # One run at a time, late ones folded into one: the rows say what is due, not the beat.
        often = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        metronome.add_job(app.beat, "interval", seconds=TICK_SECONDS, **often)
        metronome.add_job(_start, "interval", [app, waiting], seconds=RESTART_SECONDS, **often)
        metronome.start()
        try:
            await app.beat()
        except Exception:
            log.exception("the first beat failed")
        yield
        metronome.shutdown(wait=False)
        await _end(app)

    return live


async def _start(app: App, waiting: list[Channel]) -> None:
    """Start the channels that wait; one that cannot be started now waits on and holds nobody up."""
    for channel in list(waiting):
        try:
            await channel.start(app.hear)
        except Exception:
            log.exception("%s could not be started, again in %s s", channel.name, RESTART_SECONDS)
        else:
            waiting.remove(channel)


async def _end(app: App) -> None:
    app.delivery.stop()
    for channel in app.channels.values():
        try:
            await channel.stop()
        except Exception:
            log.exception("%s could not be stopped", channel.name)
    try:
        await asyncio.wait_for(app.idle(), PATIENCE)
    except TimeoutError:
        log.warning("a letter was still in flight at the end")
    await asyncio.to_thread(app.keep_clock)


def _cookie_secret(app: App) -> str:
    """Read the secret of the seats' cookies, made once and kept."""

    def read(session: Session) -> str:
        secret = notes.read(session, COOKIE_SECRET)
        if secret is None:
            secret = secrets.token_urlsafe(32)
            notes.keep(session, COOKIE_SECRET, secret)
        return secret

    return unit(app.sessions, read)
