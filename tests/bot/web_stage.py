"""The real web chat on a real socket and database, with a small assistant behind it that repeats what it hears."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import uvicorn
from starlette.applications import Starlette

from bot.channels.web import Seat, WebChannel
from db.session import open_database
from handlers.turn import Choice, Incoming, Reply

T = TypeVar("T")

SCHOOLS = (
    ("MN Đoàn Kết", "MN", "11/2017"),
    ("MN Thanh Giang", "MN", "11/2017"),
    ("MN Ngũ Hùng", "MN", "01/2018"),
    ("TH Tứ Cường", "TH", "11/2017"),
    ("TH Đoàn Tùng", "TH", "11/2017"),
    ("TH Thanh Giang", "TH", "12/2017"),
    ("TH Hồng Quang", "TH", "12/2017"),
    ("TH Chi Lăng Bắc", "TH", "12/2017"),
    ("TH Phạm Kha", "TH", "12/2017"),
    ("TH Diên Hồng", "TH", "01/2018"),
    ("THCS Cao Thắng", "THCS", "10/2017"),
    ("THCS Ngô Quyền", "THCS", "10/2017"),
    ("THCS Tiền Phong", "THCS", "01/2018"),
    ("THCS Hùng Sơn", "THCS", "01/2018"),
    ("THCS Lam Sơn", "THCS", "3/2018"),
    ("THCS Lê Hồng", "THCS", "3/2018"),
)
OFFICER, GROUP, TU_CUONG, DOAN_TUNG = "officer", "group", "school:4", "school:5"
BEGIN = datetime(2017, 10, 2, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
STEPS = {"day": timedelta(days=1), "week": timedelta(days=7), "next": timedelta(days=3)}


class FakeDesk:
    """A district office whose clock stands still until it is moved."""

    def __init__(self, *, demo: bool) -> None:
        self.demo = demo
        self.time = BEGIN
        self.members: set[str] = set()
        self.reminded: WebChannel | None = None

    def now(self) -> datetime:
        return self.time

    def seats(self) -> list[Seat]:
        office = [
            Seat(OFFICER, "Chuyên viên Phòng GD&ĐT", "officer", "Phòng GD&ĐT Thanh Miện"),
            Seat(GROUP, "Nhóm các trường", "group", "Nhóm của hiệu trưởng 16 trường", speaker=OFFICER),
        ]
        return office + [
            Seat(f"school:{at}", f"Hiệu trưởng {name}", "principal", f"Đánh giá ngoài {month}", level)
            for at, (name, level, month) in enumerate(SCHOOLS, 1)
        ]

    def joined(self, address: str) -> bool:
        return address in self.members

    async def move_clock(self, to: str) -> datetime:
        self.time += STEPS[to]
        if to == "next" and self.reminded:
            reminder = Reply("⏰ Còn **30 ngày** đến tháng đánh giá ngoài.", (Choice("Đã nắm", "noted"),))
            await self.reminded.send(TU_CUONG, reminder)
        return self.time


class Stage:
    """A server that can be stopped and started again, as after a power cut."""

    def __init__(self, folder: Path, *, demo: bool = True) -> None:
        self.sessions = open_database(f"sqlite:///{folder / 'web.db'}")
        self.desk = FakeDesk(demo=demo)
        self.heard: list[Incoming] = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        ready = threading.Event()
        self.thread = threading.Thread(target=asyncio.run, args=(self._serve(ready),))
        self.thread.start()
        assert ready.wait(10)

    def stop(self) -> None:
        self.do(self.channel.stop())
        self.server.should_exit = True
        self.thread.join(10)
        assert not self.thread.is_alive()

    def push(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        return self.do(self.channel.send(address, reply, replaces=replaces))

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(10)

    async def _serve(self, ready: threading.Event) -> None:
        self.loop = asyncio.get_running_loop()
        self.channel = self.desk.reminded = WebChannel(self.desk, self.sessions, "a secret for tests")
        await self.channel.start(self._hear)
        app = Starlette(routes=self.channel.routes)
        config = uvicorn.Config(app, "127.0.0.1", self.port, ws="none", lifespan="off", log_level="warning")
        self.server = uvicorn.Server(config)
        serving = asyncio.create_task(self.server.serve())
        while not self.server.started and not serving.done():
            await asyncio.sleep(0.01)
        ready.set()
        await serving

    async def _hear(self, heard: Incoming) -> None:
        if heard.key in {before.key for before in self.heard}:
            return
        self.heard.append(heard)
        reply = _answer(heard)
        await self.channel.send(heard.room or heard.address, reply, replaces=heard.pressed if reply.in_place else None)


@contextmanager
def running(folder: Path, *, demo: bool = True) -> Iterator[Stage]:
    """Serve the web chat until the test is over."""
    stage = Stage(folder, demo=demo)
    stage.start()
    try:
        yield stage
    finally:
        stage.stop()


def _answer(heard: Incoming) -> Reply:
    if heard.file:
        return Reply(f"Đã nhận tệp **{heard.file.name}**, {heard.file.size} byte.")
    if heard.edits:
        return Reply(f"Đã ghi lại theo tin sửa: {heard.text}")
    if heard.replies_to:
        return Reply("Đã bỏ theo tin trả lời.")
    if heard.text == "menu 2":
        return Reply("**Tiêu chuẩn 2**\nĐã mở tại chỗ.", (Choice("‹ Trở lại", "menu 1"),), in_place=True)
    if heard.text == "menu":
        choices = (Choice("Tiêu chuẩn 2", "menu 2"), Choice("Hoàn tác", "undo 7"), Choice("Xem còn thiếu", "status"))
        return Reply("**Các tiêu chuẩn**\n• một\n• hai", choices)
    return Reply(f"Đã nghe: {heard.text}")
