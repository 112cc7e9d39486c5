"""Files and pictures on their way out: kept, carried, shown by each channel, and forgotten in time."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from rich.console import Console

from bot.app import App
from bot.channels.base import Gone
from bot.channels.console import ConsoleChannel
from bot.channels.telegram import TelegramChannel
from db import files, heard, outbox
from db.session import look, unit
from db.tables import Address
from handlers.turn import Attachment, Choice, Reply
from tests.bot.telegram_server import TOKEN, TelegramServer
from tests.bot.web_stage import DOAN_TUNG, TU_CUONG, Stage, running
from tests.conftest import START, Chat, Phone, TestClock

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "dccc59e70000000049454e44ae426082"
)
PICTURE = Attachment(1, "tien-do.png", "image/png", PNG)
TABLE = Attachment(2, "bảng tiến độ.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK")


# Telegram


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    server = TelegramServer().start()
    yield server
    server.stop()


@pytest.fixture
async def telegram(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    channel = TelegramChannel(TOKEN, server.url, poll_seconds=1, first_pause=0.02, answer_seconds=5)

    async def hear(_incoming: object) -> None:
        return

    await channel.start(hear)
    server.know(11)
    yield channel
    await channel.stop()


async def test_a_picture_carries_its_words_and_buttons(server: TelegramServer, telegram: TelegramChannel) -> None:
    key = await telegram.send("11", Reply("**16 trường**", (Choice("Thôi", "/thoi"),), files=(PICTURE,)))
    said = server.said(11)

    assert [(one["caption"], [entity["type"] for entity in one["caption_entities"]]) for one in said] == [
        ("16 trường", ["bold"])
    ]
    assert said[0]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Thôi"
    assert key == f"11:{said[0]['message_id']}"
    assert [one.files for one in server.calls if one.method == "sendPhoto"] == [{"photo": PNG}]


async def test_a_table_is_sent_as_a_document_with_its_name(server: TelegramServer, telegram: TelegramChannel) -> None:
    await telegram.send("11", Reply("Bảng.", files=(TABLE,)))

    assert [one["caption"] for one in server.said(11)] == ["Bảng."]
    assert len(server.called("sendDocument")) == 1


async def test_words_too_long_for_a_caption_follow_the_picture(
    server: TelegramServer, telegram: TelegramChannel
) -> None:
    await telegram.send("11", Reply("dài " * 400, (Choice("Thôi", "/thoi"),), files=(PICTURE,)))
    first, second = server.said(11)

    assert ("photo" in first, "reply_markup" in first) == (True, False)
    assert (second["text"][:3], "reply_markup" in second) == ("dài", True)


async def test_a_message_with_a_picture_is_said_anew_not_changed(
    server: TelegramServer, telegram: TelegramChannel
) -> None:
    key = await telegram.send("11", Reply("Một", files=(PICTURE,)))
    other = await telegram.send("11", Reply("Hai"), replaces=key)

    assert other != key
    assert [one.get("text") or one.get("caption") for one in server.said(11)] == ["Một", "Hai"]


async def test_a_picture_to_somebody_who_blocked_us_is_gone(server: TelegramServer, telegram: TelegramChannel) -> None:
    server.block(11)

    with pytest.raises(Gone):
        await telegram.send("11", Reply("Một", files=(PICTURE,)))


# The web page


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with running(tmp_path) as stage:
        yield stage


def keep(stage: Stage, attached: Attachment) -> Attachment:
    stored = unit(
        stage.sessions, lambda session: files.keep(session, attached.name, attached.media_type, attached.content, START)
    )
    return Attachment(stored.id, stored.name, stored.media_type)


def test_a_picture_is_shown_and_a_table_is_to_be_saved(stage: Stage) -> None:
    kept = (keep(stage, PICTURE), keep(stage, TABLE))
    stage.push(TU_CUONG, Reply("Hai tệp.", files=kept))
    with httpx.Client(base_url=stage.url) as browser:
        message = browser.get("/api/messages", params={"seat": TU_CUONG}).json()["messages"][-1]
        answers = [browser.get(f"/api/files/{one['id']}") for one in message["files"]]

    assert [one["name"] for one in message["files"]] == ["tien-do.png", "bảng tiến độ.xlsx"]
    assert [one.content for one in answers] == [PNG, b"PK"]
    assert [one.headers["content-disposition"].split(";")[0] for one in answers] == ["inline", "attachment"]
    assert answers[0].headers["content-type"] == "image/png"


def test_another_browser_gets_no_file_of_a_conversation_that_is_not_its_own(tmp_path: Path) -> None:
    with running(tmp_path, demo=False) as stage:
        kept = keep(stage, PICTURE)
        with httpx.Client(base_url=stage.url) as mine, httpx.Client(base_url=stage.url) as other:
            seat = str(mine.get("/api/state").json()["seats"][0]["address"])
            other.get("/api/state")
            stage.push(seat, Reply("Hình.", files=(kept,)))

            assert mine.get(f"/api/files/{kept.id}").status_code == 200
            assert other.get(f"/api/files/{kept.id}").status_code == 404


def test_a_file_that_nobody_was_sent_is_not_given(stage: Stage) -> None:
    kept = keep(stage, PICTURE)
    stage.push(DOAN_TUNG, Reply("Không kèm gì."))

    with httpx.Client(base_url=stage.url) as browser:
        assert [browser.get(f"/api/files/{one}").status_code for one in (kept.id, 999, "x", "-1")] == [404] * 4


def test_a_file_that_could_run_in_a_page_is_only_to_be_saved(stage: Stage) -> None:
    kept = keep(stage, Attachment(0, "a.html", "text/html", b"<script>1</script>"))
    stage.push(TU_CUONG, Reply("Tệp.", files=(kept,)))

    with httpx.Client(base_url=stage.url) as browser:
        answer = browser.get(f"/api/files/{kept.id}")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment;")


# The terminal


async def test_the_terminal_saves_a_file_and_says_where(tmp_path: Path) -> None:
    shown = io.StringIO()
    await ConsoleChannel(Console(file=shown, width=300), tmp_path / "tep").send("x", Reply("Bảng.", files=(TABLE,)))
    saved = tmp_path / "tep" / "2-bảng tiến độ.xlsx"

    assert saved.read_bytes() == b"PK"
    assert f"📎 {saved}" in shown.getvalue()


async def test_a_name_with_a_path_in_it_stays_in_the_folder(tmp_path: Path) -> None:
    hostile = Attachment(3, "../../etc/passwd", "text/plain", b"x")
    await ConsoleChannel(Console(file=io.StringIO()), tmp_path / "tep").send("x", Reply("Tệp.", files=(hostile,)))

    assert [one.name for one in (tmp_path / "tep").iterdir()] == ["3-passwd"]


# Through the product


def test_an_answer_that_was_not_spoken_keeps_its_picture(
    app: App, officer: Chat, phone: Phone, clock: TestClock
) -> None:
    phone.later[officer.address] = 5
    officer.say("/hinh")
    phone.later.clear()
    clock.move_to(START + timedelta(seconds=6))
    asyncio.run(app.tick())
    late = phone.at(officer.address)[-1]

    assert [one.media_type for one in late.files] == ["image/png"]
    assert late.files[0].content.startswith(b"\x89PNG")


def test_what_was_drawn_is_forgotten_after_a_month_but_not_what_is_to_be_sent(app: App) -> None:
    def old(name: str, *, kept: bool = False) -> int:
        return unit(app.sessions, lambda session: files.keep(session, name, "image/png", PNG, START, kept=kept).id)

    drawn, attached, carried = old("cũ.png"), old("đính kèm.png", kept=True), old("chờ gửi.png")
    to = Address(channel="phone", address="x")
    unit(
        app.sessions,
        lambda session: outbox.write(session, key="k", kind="x", to=to, text="x", now=START, files=[carried]),
    )
    unit(app.sessions, lambda session: files.forget_old(session, START + timedelta(days=40)))

    left = look(app.sessions, lambda session: files.read(session, [drawn, attached, carried]))
    assert [one.id for one in left] == [attached, carried]


def test_an_answer_whose_file_is_gone_is_still_given(app: App, officer: Chat, phone: Phone, clock: TestClock) -> None:
    phone.later[officer.address] = 5
    officer.say("/hinh")
    phone.later.clear()
    unit(app.sessions, lambda session: [session.delete(one) for one in files.read(session, range(10))])
    clock.move_to(START + timedelta(seconds=6))
    asyncio.run(app.tick())

    assert phone.at(officer.address)[-1].files == ()
    assert phone.at(officer.address)[-1].text.startswith("**16 trường")
    assert look(app.sessions, lambda session: heard.unspoken(session, clock.now())) == []
