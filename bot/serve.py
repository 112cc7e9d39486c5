"""Runs everything: channels, web server, scheduler, until told to stop."""

from __future__ import annotations

import asyncio
import secrets
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.app import App
from bot.channels.telegram import TelegramChannel
from bot.channels.web import WebChannel
from bot.demo import WebDesk
from bot.settings import BadSetting, Settings
from db import notes
from handlers.menu import listed

TICK_SECONDS = 20
COOKIE_SECRET = "cookie-secret"  # noqa: S105 - the name of a note


def run(app: App, settings: Settings) -> None:
    """Serve until a signal comes."""
    _refuse_taken_port(settings)
    asyncio.run(_serve(app, settings))


def _refuse_taken_port(settings: Settings) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.kiemdinh_http_host, settings.kiemdinh_http_port))
        except OSError as error:
            raise BadSetting(
                f"KIEMDINH_HTTP_PORT: không mở được cổng {settings.kiemdinh_http_port} ({error.strerror}). "
                "Chương trình có đang chạy ở cửa sổ khác không? Chọn cổng khác, ví dụ KIEMDINH_HTTP_PORT=8081."
            ) from None


async def _serve(app: App, settings: Settings) -> None:
    site = make_site(app, settings)
    config = uvicorn.Config(
        site,
        settings.kiemdinh_http_host,
        settings.kiemdinh_http_port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    server = uvicorn.Server(config)
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, lambda: setattr(server, "should_exit", True))
    await server.serve()


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
    return Starlette(routes=routes, lifespan=_lifespan(app))


async def _health(_request: Request) -> JSONResponse:
    return JSONResponse({"ok": True})


def _lifespan(app: App):  # type: ignore[no-untyped-def]  # Starlette's own type for this is private.
    @asynccontextmanager
    async def lifespan(_site: Starlette) -> AsyncIterator[None]:
        await asyncio.to_thread(app.prepare)
        for channel in app.channels.values():
            await channel.start(app.hear)
        metronome = AsyncIOScheduler(timezone="UTC")
        # One run at a time, late ones folded into one: the rows say what is due, not the beat.
        metronome.add_job(app.tick, "interval", seconds=TICK_SECONDS, max_instances=1, coalesce=True)
        metronome.start()
        await app.tick()
        yield
        metronome.shutdown(wait=False)
        for channel in app.channels.values():
            await channel.stop()
        await asyncio.to_thread(app.keep_clock)

    return lifespan


def _cookie_secret(app: App) -> str:
    """Read the secret of the seats' cookies, made once and kept."""
    with app.sessions.begin() as session:
        secret = notes.read(session, COOKIE_SECRET)
        if secret is None:
            secret = secrets.token_urlsafe(32)
            notes.keep(session, COOKIE_SECRET, secret)
        return secret
