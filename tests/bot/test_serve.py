"""`kiemdinh run`: it starts whatever its channels do, and ends when it is told to."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from starlette.applications import Starlette

from bot import serve
from bot.app import App
from bot.channels.base import Hear
from bot.settings import BadSetting, Settings
from tests.bot.command_line import ROOT, CommandLine, kiemdinh
from tests.conftest import Chat, Phone

__all__ = ["kiemdinh"]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def running(command: CommandLine, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Start the product and wait until it answers."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=command.environment(KIEMDINH_HTTP_PORT=str(port)),
        cwd=ROOT,
    )
    try:
        _wait(process, port)
        yield process
    finally:
        process.kill()
        process.communicate()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"ended with {process.communicate()}")
        try:
            assert json.loads(get(port, "/health")) == {"ok": True}
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("does not answer")


def get(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return bytes(answer.read())


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_starts_answers_and_ends_cleanly(kiemdinh: CommandLine, how: signal.Signals) -> None:
    port = free_port()
    with running(kiemdinh, port) as process:
        page = get(port, "/")
        process.send_signal(how)
        out, err = process.communicate(timeout=15)

    assert (process.returncode, err.decode()) == (0, "")
    assert b"<html" in page
    assert f"http://127.0.0.1:{port}" in out.decode()
    assert "bản chạy thử" in out.decode()
    assert not (kiemdinh.database.parent / "kiemdinh.db-wal").exists()


def test_ends_though_a_page_is_open(kiemdinh: CommandLine) -> None:
    port = free_port()
    with running(kiemdinh, port) as process, closing(socket.create_connection(("127.0.0.1", port))) as page:
        page.sendall(f"GET /api/stream?seats=demo:officer&after=0 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        heard = b""
        while b"event: clock" not in heard:
            heard += page.recv(10_000)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=15)

    assert (process.returncode, err.decode()) == (0, "")


def test_a_second_one_on_the_same_port_is_refused_before_it_does_anything(kiemdinh: CommandLine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = kiemdinh.process("run", KIEMDINH_HTTP_PORT=str(port))

    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"KIEMDINH_HTTP_PORT: không mở được cổng {port} (Address already in use). "
        "Chương trình có đang chạy ở cửa sổ khác không? Chọn cổng khác, ví dụ KIEMDINH_HTTP_PORT=8081.\n"
    )
    assert not kiemdinh.database.exists()


@pytest.mark.parametrize("host", ["no such host", "192.0.2.1", "máy-chủ.invalid"])
def test_an_address_that_is_none_of_this_machine_is_named(host: str) -> None:
    settings = Settings(kiemdinh_http_host=host, kiemdinh_http_port=free_port())
    with pytest.raises(BadSetting, match=r"^KIEMDINH_HTTP_HOST: "), serve.listen(settings):
        pass


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])
def test_an_address_of_this_machine_is_taken(host: str) -> None:
    settings = Settings(kiemdinh_http_host=host, kiemdinh_http_port=free_port())
    with serve.listen(settings) as listening:
        assert listening.getsockname()[1] == settings.kiemdinh_http_port


# What runs beside the server


class Stubborn(Phone):
    """A channel that cannot be started at first, nor stopped ever."""

    tries = 0

    async def start(self, hear: Hear | object) -> None:
        self.tries += 1
        if self.tries == 1:
            raise ConnectionError("no network")

    async def stop(self) -> None:
        raise ConnectionError("no network")


def live(app: App) -> None:
    async def run() -> None:
        async with serve.lifespan(app)(Starlette()):
            await app.idle()

    asyncio.run(run())


def test_a_channel_that_cannot_be_started_holds_nobody_up(
    app: App, chat: Chat, phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    app.channels.clear()
    app.add(Stubborn(name="stubborn"))
    app.add(phone)
    live(app)

    assert [one.text[:1] for one in phone.at("tu-cuong")] == ["⏰"]
    assert [one.getMessage() for one in caplog.records] == [
        "stubborn could not be started, again in 60 s",
        "stubborn could not be stopped",
    ]


def test_a_channel_that_could_not_be_started_is_tried_again(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "RESTART_SECONDS", 0.01)
    stubborn = Stubborn(name="stubborn")
    app.add(stubborn)

    async def run() -> None:
        async with serve.lifespan(app)(Starlette()):
            while stubborn.tries < 2:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)

    asyncio.run(run())

    assert stubborn.tries == 2


def test_a_first_beat_that_fails_does_not_end_the_product(
    app: App, chat: Chat, phone: Phone, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(App, "_write_due", fail)
    live(app)

    assert [one.getMessage() for one in caplog.records] == ["the first beat failed"]


def test_the_metronome_beats(app: App, chat: Chat, phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "TICK_SECONDS", 0.01)
    beats = 0
    beat = app.beat

    async def count() -> None:
        nonlocal beats
        beats += 1
        await beat()

    monkeypatch.setattr(app, "beat", count)

    async def run() -> None:
        async with serve.lifespan(app)(Starlette()):
            while beats < 4:
                await asyncio.sleep(0.01)

    asyncio.run(run())

    assert len(phone.at("tu-cuong")) == 1
