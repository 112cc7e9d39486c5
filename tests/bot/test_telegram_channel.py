"""The Telegram channel, against a strict Bot API server over real HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import socket
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from starlette.applications import Starlette
from telegram.error import RetryAfter

from bot.channels.base import Gone, Moved, TryLater
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_lanes import InHand
from bot.channels.telegram_sending import meaning
from bot.channels.telegram_text import WORDS_BYTES, keyboard, parts, to_html, without_marks
from handlers.turn import Attachment, Choice, Incoming, Reply
from tests.bot.telegram_html import units
from tests.bot.telegram_server import BOT, TOKEN, ApiError, QuickServer, TelegramServer, bad

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

HOA = 11
GROUP, FORUM = -4001, -1000000004001
TOPIC = {"message_thread_id": 7, "is_topic_message": True}


class Ear:
    """Remembers what was heard; may be slow, or fail, for one text."""

    def __init__(self) -> None:
        self.heard: list[Incoming] = []
        self.slow: dict[str, asyncio.Event] = {}
        self.failing: dict[str, int] = {}

    async def __call__(self, incoming: Incoming) -> None:
        if incoming.text in self.slow:
            await self.slow[incoming.text].wait()
        if self.failing.get(incoming.text):
            self.failing[incoming.text] -= 1
            raise RuntimeError("the database is away")
        self.heard.append(incoming)

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.heard]


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    server = TelegramServer().start()
    yield server
    server.stop()


@pytest.fixture
def ear() -> Ear:
    return Ear()


def channel_at(server: TelegramServer, **more: Any) -> TelegramChannel:
    options = {"commands": [("help", "Trợ giúp")], "poll_seconds": 1, "first_pause": 0.02, "answer_seconds": 0.5}
    return TelegramChannel(TOKEN, server.url, **{**options, **more})


@pytest.fixture
async def channel(server: TelegramServer, ear: Ear) -> AsyncIterator[TelegramChannel]:
    channel = channel_at(server)
    await channel.start(ear)
    yield channel
    await channel.stop()


# Hearing


async def test_hears_a_private_message_with_name_and_key(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    said = server.say("tc 3.5 cần những gì")
    await server.until(lambda: ear.heard)
    assert ear.heard == [
        Incoming(
            channel="telegram",
            address="11",
            text="tc 3.5 cần những gì",
            key=f"11:{said['message_id']}",
            name="Nguyễn Thị Hoa 11",
        )
    ]


async def test_leaves_a_start_code_as_it_was_sent(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.say("/start ABCD-2345")
    server.say("/start@KiemDinhBot ABCD-2345")
    await server.until(lambda: len(ear.heard) == 2)
    assert ear.texts == ["/start ABCD-2345", "/start ABCD-2345"]


async def test_hears_an_edit_as_a_replacement(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    said = server.say("1.1 được 80%")
    changed = server.edit(said, "1.1 được 70%")
    await server.until(lambda: len(ear.heard) == 2)
    key = f"11:{said['message_id']}"
    assert [(heard.text, heard.edits) for heard in ear.heard] == [("1.1 được 80%", None), ("1.1 được 70%", key)]
    assert ear.heard[1].key == f"{key}:e{changed['edit_date']}"


async def test_hears_which_message_is_answered(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    first = server.say("1.1 xong")
    server.say("nhầm, 1.2", reply_to_message=first)
    await server.until(lambda: len(ear.heard) == 2)
    assert ear.heard[1].replies_to == ear.heard[0].key


async def test_hears_a_press_and_stops_the_button_from_turning(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.know(HOA)
    key = await channel.send("11", Reply("Đã ghi.", (Choice("Hoàn tác", "undo 7"),)))
    number = server.press(server.said(HOA)[0], "undo 7")
    await server.until(lambda: ear.heard and server.answered)
    heard = ear.heard[0]
    assert (heard.kind, heard.text, heard.pressed, heard.key) == ("press", "undo 7", key, f"cb:{number}")
    assert (heard.address, heard.room, server.answered) == ("11", None, [number])


async def test_hears_a_press_even_if_it_cannot_be_acknowledged(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.missing.add("answerCallbackQuery")
    server.know(HOA)
    await channel.send("11", Reply("Chọn", (Choice("Có", "yes"),)))
    server.press(server.said(HOA)[0], "yes")
    await server.until(lambda: ear.heard)
    assert ear.texts == ["yes"]


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "voice"),
        ({"audio": {"file_id": "a", "file_unique_id": "a", "duration": 3}}, "voice"),
        ({"location": {"latitude": 20.8, "longitude": 106.2}}, "other"),
        ({"contact": {"phone_number": "0912", "first_name": "Hoa"}}, "other"),
        (
            {"video": {"file_id": "v", "file_unique_id": "v", "width": 1, "height": 1, "duration": 3}, "caption": "x"},
            "other",
        ),
        (
            {
                "sticker": {
                    "file_id": "s",
                    "file_unique_id": "s",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            "sticker",
        ),
    ],
)
async def test_hears_what_has_no_words_by_its_kind(
    server: TelegramServer, channel: TelegramChannel, ear: Ear, sent: dict[str, Any], kind: str
) -> None:
    server.say("", **sent)
    await server.until(lambda: ear.heard)
    assert [(heard.kind, heard.text, heard.file) for heard in ear.heard] == [(kind, "", None)]


async def test_hears_nothing_from_bots_channels_and_service_messages(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    bot = {"id": 5, "is_bot": True, "first_name": "Bot"}
    chat = {"id": 5, "type": "private"}
    server.put(message={"message_id": 1, "date": 1506902400, "chat": chat, "from": bot, "text": "xin chào"})
    server.put(
        channel_post={"message_id": 2, "date": 1506902400, "chat": {"id": -1009, "type": "channel"}, "text": "tin"}
    )
    server.say("", new_chat_title="Tổ 1", chat=GROUP)
    server.say("xong")
    await server.until(lambda: ear.heard)
    assert ear.texts == ["xong"]


# Files


async def test_fetches_a_document_with_its_caption(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.upload("kế hoạch.docx", b"\x50\x4b\x03\x04", caption="H1-1-01-01")
    await server.until(lambda: ear.heard)
    heard = ear.heard[0]
    assert (heard.kind, heard.text) == ("file", "H1-1-01-01")
    assert heard.file is not None
    assert (heard.file.name, heard.file.size, heard.file.content) == ("kế hoạch.docx", 4, b"\x50\x4b\x03\x04")


async def test_fetches_the_largest_size_of_a_photo(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.photograph(b"large enough", caption="1.1")
    await server.until(lambda: ear.heard)
    heard = ear.heard[0]
    assert heard.file is not None
    assert (heard.kind, heard.text, heard.file.media_type) == ("photo", "1.1", "image/jpeg")
    assert heard.file.content == b"large enough"


@pytest.mark.parametrize("size", [6_000_000, 30_000_000])
async def test_hears_a_large_file_without_its_bytes(
    server: TelegramServer, channel: TelegramChannel, ear: Ear, size: int
) -> None:
    server.upload("video.zip", b"x", size=size)
    await server.until(lambda: ear.heard)
    assert ear.heard[0].file is not None
    assert (ear.heard[0].file.size, ear.heard[0].file.content) == (size, None)
    assert server.called("getFile") == []


async def test_hears_a_file_that_telegram_does_not_give(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.fail("getFile", bad("file is too big"))
    server.upload("a.pdf", b"x")
    server.fail("getFile", ApiError(500, "Internal Server Error"))
    server.upload("b.pdf", b"x")
    await server.until(lambda: len(ear.heard) == 2)
    assert [(heard.file.name, heard.file.content) for heard in ear.heard if heard.file] == [
        ("a.pdf", None),
        ("b.pdf", None),
    ]


# Groups


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("/tiendo", "/tiendo"),
        ("/tiendo@KiemDinhBot th", "/tiendo th"),
        ("/tiendo@kiemdinhbot", "/tiendo"),
        ("@KiemDinhBot tc 1.1 cần gì", "tc 1.1 cần gì"),
        ("tc 1.1 cần gì @kiemdinhbot", "tc 1.1 cần gì"),
        ("chào @KiemDinhBot, tc 1.1", "chào tc 1.1"),
    ],
)
async def test_hears_in_a_group_what_is_meant_for_it(
    server: TelegramServer, channel: TelegramChannel, ear: Ear, said: str, heard: str
) -> None:
    server.say(said, chat=GROUP)
    await server.until(lambda: ear.heard)
    assert [(one.text, one.address, one.room) for one in ear.heard] == [(heard, "11", "-4001")]


async def test_leaves_the_rest_of_a_group_alone(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    for text in ("mai  họp nhé", "/tiendo@OtherBot", "@KiemDinhBotX ơi", "hoa@KiemDinhBot.vn gửi", "1.1 xong"):
        server.say(text, chat=GROUP)
    server.upload("a.docx", b"x", chat=GROUP)
    server.say("", chat=GROUP, location={"latitude": 20.8, "longitude": 106.2})
    server.say("/help", chat=GROUP)
    await server.until(lambda: ear.heard)
    assert ear.texts == ["/help"]
    assert server.called("getFile") == []


async def test_hears_in_a_group_an_answer_to_its_own_message_only(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.know(GROUP)
    key = await channel.send(str(GROUP), Reply("Ngày mai họp."))
    other = server.say("tôi bận", chat=GROUP)
    server.say("thôi vậy", chat=GROUP, user=12, reply_to_message=other)
    server.say("đã rõ", chat=GROUP, user=12, reply_to_message=server.said(GROUP)[0])
    await server.until(lambda: ear.heard)
    assert [(heard.text, heard.address, heard.replies_to) for heard in ear.heard] == [("đã rõ", "12", key)]


async def test_hears_a_mention_by_name_without_username(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    mention = {"type": "text_mention", "offset": 5, "length": 9, "user": BOT}
    server.say("😀 ơi Kiểm định tc 1.1", chat=GROUP, entities=[{**mention, "offset": 6}])
    await server.until(lambda: ear.heard)
    assert ear.texts == ["😀 ơi tc 1.1"]


async def test_stays_in_the_topic_of_a_forum(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.say("/lich", chat=FORUM, **TOPIC)
    await server.until(lambda: ear.heard)
    room = ear.heard[0].room or ""
    key = await channel.send(room, Reply("Chọn", (Choice("Có", "yes"),)))
    said = server.said(FORUM)[0]
    server.press(said, "yes")
    server.say("còn 1.2?", chat=FORUM, reply_to_message=said, **TOPIC)
    await server.until(lambda: len(ear.heard) == 3)
    assert await channel.send(room, Reply("Đã chọn"), replaces=ear.heard[1].pressed) == key
    assert [(heard.room, heard.replies_to) for heard in ear.heard] == [(room, None), (room, None), (room, key)]
    assert [(one["message_thread_id"], one["text"]) for one in server.said(FORUM)] == [(7, "Đã chọn")]


async def test_answers_in_the_general_topic_where_the_other_was_closed(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.say("/lich", chat=FORUM, **TOPIC)
    await server.until(lambda: ear.heard)
    server.topics.clear()
    await channel.send(ear.heard[0].room or "", Reply("Lịch"))
    assert ["message_thread_id" in one for one in server.said(FORUM)] == [False]


async def test_takes_the_opening_of_a_topic_for_no_answer_to_it(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    created = {"name": "Lịch", "icon_color": 7322096}
    opening = {"message_id": 7, "date": 1506902400, "chat": {"id": FORUM, "type": "supergroup"}, "from": BOT}
    server.say("mai họp", chat=FORUM, reply_to_message={**opening, "forum_topic_created": created}, **TOPIC)
    server.say("/lich", chat=FORUM, **TOPIC)
    await server.until(lambda: ear.heard)
    assert ear.texts == ["/lich"]


async def test_outside_forums_a_chain_of_answers_is_no_room_of_its_own(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.say("/lich", chat=FORUM, message_thread_id=7)
    await server.until(lambda: ear.heard)
    assert ear.heard[0].room == str(FORUM)


async def test_says_when_it_is_taken_into_a_group_and_out_of_it(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.add_to_group(GROUP)
    server.add_to_group(GROUP, was="member", now="administrator")
    server.add_to_group(GROUP, was="administrator", now="kicked")
    await server.until(lambda: len(ear.heard) == 2)
    assert [(heard.kind, heard.room, heard.address) for heard in ear.heard] == [
        ("added", "-4001", "11"),
        ("removed", "-4001", "11"),
    ]


async def test_leaves_a_group_with_its_topics(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.add_to_group(GROUP)
    await server.until(lambda: len(ear.heard) == 1)
    await channel.leave(f"{GROUP}/7")
    with pytest.raises(Gone, match="not a member"):
        await channel.send(str(GROUP), Reply("Xin chào"))


async def test_says_when_a_group_has_moved(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.migrate(GROUP, -1004001)
    await server.until(lambda: ear.heard)
    assert [(heard.kind, heard.room, heard.text) for heard in ear.heard] == [("moved", "-4001", "-1004001")]
    with pytest.raises(Moved) as moved:
        await channel.send(str(GROUP), Reply("Xin chào"))
    assert moved.value.address == "-1004001"


# Speaking


async def test_renders_marks_and_leaves_everything_else_as_written(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.know(HOA)
    key = await channel.send("11", Reply("**TH <Tứ> & Cường**\n- 1.1: *60 %*\n- 2*3 > 5 &amp; ** lẻ"))
    message = server.said(HOA)[0]
    assert message["text"] == "TH <Tứ> & Cường\n- 1.1: 60 %\n- 2*3 > 5 &amp; ** lẻ"
    assert [(entity["type"], entity["offset"]) for entity in message["entities"]] == [("bold", 0), ("italic", 23)]
    assert key == f"11:{message['message_id']}"
    assert json.loads(server.called("sendMessage")[0]["link_preview_options"]) == {"is_disabled": True}


async def test_cuts_a_long_reply_at_line_ends_with_the_buttons_last(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    lines = [f"{number}. Tiêu chí số {number} của **trường** 😀" for number in range(400)]
    server.know(HOA)
    key = await channel.send("11", Reply("\n".join(lines), (Choice("Tiếp", "next"),)))
    said = server.said(HOA)
    assert "\n".join(message["text"] for message in said) == "\n".join(lines).replace("**", "")
    assert ["reply_markup" in message for message in said] == [False] * (len(said) - 1) + [True]
    assert key == f"11:{said[-1]['message_id']}"


async def test_finishes_a_long_reply_that_is_held_up_in_the_middle(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.know(HOA)
    sending = asyncio.create_task(channel.send("11", Reply("\n".join(["x" * 99] * 60))))
    await server.until(lambda: server.said(HOA))
    server.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 1", retry_after=1))
    await sending
    assert "".join(message["text"] for message in server.said(HOA)).count("x") == 99 * 60


async def test_sends_plain_text_where_telegram_does_not_take_the_marks(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.know(HOA)
    server.fail("sendMessage", bad("can't parse entities: Unsupported start tag"))
    await channel.send("11", Reply("**Đậm** & thường"))
    assert server.said(HOA)[0]["text"] == "Đậm & thường"


async def test_sends_a_picture_that_telegram_cannot_show_as_a_file(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.know(HOA)
    server.fail("sendPhoto", bad("IMAGE_PROCESS_FAILED"))
    await channel.send("11", Reply("Hình", files=(Attachment(1, "hong.png", "image/png", b"no picture"),)))
    assert [len(server.called(one)) for one in ("sendPhoto", "sendDocument", "sendMessage")] == [1, 1, 0]


async def test_changes_a_message_in_place(server: TelegramServer, channel: TelegramChannel) -> None:
    server.know(HOA)
    key = await channel.send("11", Reply("Xác nhận?", (Choice("Xác nhận", "yes"),)))
    changed = await channel.send("11", Reply("Đã **xong**."), replaces=key)
    again = await channel.send("11", Reply("Đã **xong**."), replaces=key)
    said = server.said(HOA)
    assert [(message["text"], message.get("reply_markup")) for message in said] == [("Đã xong.", None)]
    assert (changed, again) == (key, key)


@pytest.mark.parametrize("replaced", ["11:99999", "12:101", "11:", "web:abc"])
async def test_says_anew_what_cannot_be_changed(
    server: TelegramServer, channel: TelegramChannel, replaced: str
) -> None:
    server.know(HOA)
    key = await channel.send("11", Reply("Đã xong."), replaces=replaced)
    assert key == f"11:{server.said(HOA)[0]['message_id']}"


async def test_says_anew_where_the_server_cannot_edit(server: TelegramServer, channel: TelegramChannel) -> None:
    server.missing.add("editMessageText")
    server.know(HOA)
    key = await channel.send("11", Reply("Một"))
    await channel.send("11", Reply("Hai"), replaces=key)
    assert [message["text"] for message in server.said(HOA)] == ["Một", "Hai"]


@pytest.mark.parametrize(
    "why",
    ["bot was blocked by the user", "user is deactivated", "bot was kicked from the group chat"],
)
async def test_is_told_that_a_person_is_gone(server: TelegramServer, channel: TelegramChannel, why: str) -> None:
    server.know(HOA)
    server.block(HOA, why)
    with pytest.raises(Gone, match=why):
        await channel.send("11", Reply("Xin chào"))


@pytest.mark.parametrize("address", ["404", "-404", "khong-phai-so"])
async def test_is_told_that_a_chat_does_not_exist(
    server: TelegramServer, channel: TelegramChannel, address: str
) -> None:
    with pytest.raises(Gone, match=r"(?i)chat not found"):
        await channel.send(address, Reply("Xin chào"))


async def test_is_told_how_long_to_wait(server: TelegramServer, channel: TelegramChannel) -> None:
    server.know(HOA)
    server.fail("sendMessage", ApiError(429, "Too Many Requests: retry after 17", retry_after=17))
    with pytest.raises(TryLater) as later:
        await channel.send("11", Reply("Xin chào"))
    assert later.value.after == 17


async def test_knows_a_wait_in_seconds_and_as_a_duration(monkeypatch: pytest.MonkeyPatch) -> None:
    as_duration = meaning(RetryAfter(17))
    monkeypatch.setenv("PTB_TIMEDELTA", "false")
    with pytest.warns(match="retry_after"):
        in_seconds = meaning(RetryAfter(17))
    assert [error.after for error in (as_duration, in_seconds) if isinstance(error, TryLater)] == [17, 17]


async def test_may_try_later_when_telegram_fails_or_is_silent(server: TelegramServer, channel: TelegramChannel) -> None:
    server.know(HOA)
    server.fail("sendMessage", ApiError(502, "Bad Gateway"))
    with pytest.raises(TryLater, match="Bad Gateway"):
        await channel.send("11", Reply("Xin chào"))
    server.hang("sendMessage", 2)
    with pytest.raises(TryLater, match="Timed out"):
        await channel.send("11", Reply("Xin chào"))


async def test_takes_a_refusal_under_status_200_for_a_refusal(server: TelegramServer, channel: TelegramChannel) -> None:
    server.fail("sendMessage", ApiError(200, "Bad Request: chat not found"))
    with pytest.raises(Gone):
        await channel.send("11", Reply("Xin chào"))


@pytest.mark.parametrize(
    "reply",
    [Reply(" \n "), Reply("Chọn", (Choice("Dài", "x" * 65),)), Reply("Chọn", (Choice("Rỗng", ""),))],
)
async def test_refuses_a_reply_that_telegram_would_never_take(
    server: TelegramServer, channel: TelegramChannel, reply: Reply
) -> None:
    with pytest.raises(ValueError, match=r"needs text|1 to 64 bytes"):
        await channel.send("11", reply)
    assert server.called("sendMessage") == []


# Marking


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a**", "<b>a</b>"),
        ("*a*", "<i>a</i>"),
        ("***a***", "<b><i>a</i></b>"),
        ("**a *b* c**", "<b>a <i>b</i> c</b>"),
        ("*a **b** c*", "<i>a <b>b</b> c</i>"),
        ("**a *b** c*", "<b>a *b</b> c*"),
        ("**a\nb**", "**a\nb**"),
        ("* mục\n* mục", "* mục\n* mục"),
        ("2*3*4 = 24", "2*3*4 = 24"),
        ("**", "**"),
        ("****", "****"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("(*TT 42/2012*)", "(<i>TT 42/2012</i>)"),
    ],
)
def test_marks_become_html(text: str, html: str) -> None:
    assert to_html(text) == html


def test_plain_text_loses_only_the_marks() -> None:
    assert without_marks("**a *b* c** & 2*3 **lẻ") == "a b c & 2*3 **lẻ"


@pytest.mark.parametrize("text", ["ắ" * 9000, "&" * 3000, "😀" * 3000, "từ " * 4000, "**đậm** " * 1500])
def test_every_part_fits_a_message_and_no_letter_is_lost(text: str) -> None:
    found = parts(text)
    assert max(units(to_html(part)) for part in found) <= 4096
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_line_is_cut_between_words() -> None:
    assert {len(word) for part in parts("tiêu " * 2000) for word in part.split()} == {4}


def test_buttons_are_laid_out_for_a_phone() -> None:
    labels = ["Minh chứng", "Cập nhật", "3.6 ›", "Một", "3.2 Phòng học, bảng, bàn ghế", "Nhắc lại sau 3 ngày", "Đã nắm"]
    board = keyboard([Choice(label, f"b{place}") for place, label in enumerate(labels)])
    assert board is not None
    assert [[button.text for button in row] for row in board.inline_keyboard] == [
        ["Minh chứng", "Cập nhật", "3.6 ›"],
        ["Một", "3.2 Phòng học, bảng, bàn ghế"],
        ["Nhắc lại sau 3 ngày", "Đã nắm"],
    ]


def test_a_button_may_carry_as_many_bytes_as_telegram_takes() -> None:
    board = keyboard([Choice("Dài", "x" * WORDS_BYTES)])
    assert board is not None
    assert board.inline_keyboard[0][0].callback_data == "x" * WORDS_BYTES


# Coming back


async def test_an_update_is_confirmed_only_when_it_has_been_heard(server: TelegramServer, ear: Ear) -> None:
    ear.slow["chậm"] = asyncio.Event()
    channel = channel_at(server)
    await channel.start(ear)
    server.say("nhanh", user=12)
    server.say("chậm")
    server.say("nhanh", user=13)
    await server.until(lambda: ear.texts == ["nhanh", "nhanh"])
    await server.until(lambda: len(server.unconfirmed) == 2)
    ear.slow["chậm"].set()
    await server.until(lambda: server.unconfirmed == [])
    await channel.stop()
    assert sorted(ear.texts) == ["chậm", "nhanh", "nhanh"]


async def test_what_was_not_heard_when_it_died_comes_again(server: TelegramServer, ear: Ear) -> None:
    ear.slow["dở dang"] = asyncio.Event()
    died = channel_at(server)
    await died.start(ear)
    server.say("dở dang")
    await server.until(lambda: server.deliveries)
    await crash(died)
    after = Ear()
    channel = channel_at(server)
    await channel.start(after)
    await server.until(lambda: after.heard)
    await channel.stop()
    assert (ear.texts, after.texts, server.unconfirmed) == ([], ["dở dang"], [])


async def crash(channel: TelegramChannel) -> None:
    """End as a killed process does: nothing is finished, nothing confirmed."""
    ours = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in ours:
        task.cancel()
    await asyncio.gather(*ours, return_exceptions=True)
    for request in channel._requests:
        await request.shutdown()


async def test_what_was_heard_is_confirmed_when_it_stops(server: TelegramServer, ear: Ear) -> None:
    channel = channel_at(server, poll_seconds=5)
    await channel.start(ear)
    server.say("xong")
    await server.until(lambda: ear.heard)
    await channel.stop()
    assert server.unconfirmed == []


async def test_one_chat_is_heard_in_order_and_holds_up_no_other(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    ear.slow["một"] = asyncio.Event()
    for text in ("một", "hai", "ba"):
        server.say(text)
    for user in range(20, 30):
        server.say("khác", user=user)
    await server.until(lambda: ear.texts == ["khác"] * 10)
    ear.slow["một"].set()
    await server.until(lambda: len(ear.heard) == 13)
    assert ear.texts[10:] == ["một", "hai", "ba"]


async def test_a_slow_chat_does_not_hide_those_behind_a_full_batch(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    ear.slow["chậm"] = asyncio.Event()
    server.say("chậm")
    for user in range(100, 250):
        server.say("sau", user=user)
    await server.until(lambda: len(ear.heard) == 150)
    ear.slow["chậm"].set()
    await server.until(lambda: len(ear.heard) == 151)
    assert sorted(set(ear.texts)) == ["chậm", "sau"]


async def test_a_failure_in_hearing_is_tried_again_and_then_given_up(
    server: TelegramServer, channel: TelegramChannel, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    ear.failing = {"hỏng một lần": 1, "hỏng mãi": 99}
    for text in ("hỏng một lần", "hỏng mãi", "sau đó"):
        server.say(text)
    await server.until(lambda: len(ear.heard) == 2)
    await server.until(lambda: server.unconfirmed == [])
    assert ear.texts == ["hỏng một lần", "sau đó"]
    assert ear.failing["hỏng mãi"] == 96


async def test_an_update_that_cannot_be_read_spoils_no_other(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.put(message={"message_id": "x", "chat": {"id": []}, "from": {}, "entities": [{"type": 3}], "text": "?"})
    server.put(message=[1])
    server.say("xong")
    await server.until(lambda: ear.heard)
    assert ear.texts == ["xong"]


async def test_understands_a_server_that_leaves_fields_out(
    server: TelegramServer, channel: TelegramChannel, ear: Ear
) -> None:
    server.put(message={"message_id": 1, "date": 1506902400123, "chat": {"id": 11}, "from": {"id": 11}, "text": "chào"})
    server.put(
        callback_query={"id": "q", "from": {"id": 11}, "data": "yes", "message": {"message_id": 1, "chat": {"id": 11}}}
    )
    await server.until(lambda: len(ear.heard) == 2)
    assert [(heard.text, heard.address, heard.pressed) for heard in ear.heard] == [
        ("chào", "11", None),
        ("yes", "11", "11:1"),
    ]


async def test_knows_its_messages_on_a_server_that_describes_them_badly(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    server.oddities["sendMessage"] = lambda message: {**message, "link_preview_options": '{"is_disabled": true}'}
    server.oddities["editMessageText"] = lambda _message: None
    server.know(HOA)
    key = await channel.send("11", Reply("Một"))
    assert key == f"11:{server.said(HOA)[0]['message_id']}"
    assert await channel.send("11", Reply("Hai"), replaces=key) == key
    assert [message["text"] for message in server.said(HOA)] == ["Hai"]


async def test_comes_back_after_an_outage(server: TelegramServer, channel: TelegramChannel, ear: Ear) -> None:
    server.say("trước")
    await server.until(lambda: ear.heard)
    server.stop()
    with pytest.raises(TryLater):
        await channel.send("11", Reply("Xin chào"))
    server.start()
    server.say("sau")
    await server.until(lambda: len(ear.heard) == 2)
    assert ear.texts == ["trước", "sau"]


@pytest.mark.parametrize(
    "refused",
    [
        ApiError(500, "Internal Server Error"),
        ApiError(429, "Too Many Requests", retry_after=1),
        ApiError(404, "Not Found"),
        ApiError(401, "Unauthorized"),
        ApiError(409, "Conflict: terminated by other getUpdates request"),
        ApiError(200, "odd"),
    ],
)
async def test_goes_on_polling_after_every_kind_of_error(
    server: TelegramServer, channel: TelegramChannel, ear: Ear, refused: ApiError
) -> None:
    server.fail("getUpdates", refused, times=1 if refused.parameters else 3)
    server.say("xong")
    await server.until(lambda: ear.heard)
    assert ear.texts == ["xong"]


# Starting


async def test_sets_menu_and_descriptions_in_vietnamese(server: TelegramServer, channel: TelegramChannel) -> None:
    await server.until(lambda: len(server.descriptions) == 2)
    assert server.commands == [{"command": "help", "description": "Trợ giúp"}]
    assert "kiểm định chất lượng giáo dục" in server.descriptions["description"]


async def test_makes_deep_links_once_it_knows_its_name(server: TelegramServer, channel: TelegramChannel) -> None:
    await server.until(lambda: channel.join_link)
    assert channel.join_link == "https://t.me/KiemDinhBot?start={code}"


@pytest.mark.parametrize("status", [404, 500, 400])
async def test_starts_where_every_optional_method_fails(server: TelegramServer, ear: Ear, status: int) -> None:
    optional = ("getMe", "deleteWebhook", "setMyCommands", "setMyDescription", "setMyShortDescription")
    for method in optional:
        server.fail(method, ApiError(status, "no"), times=99)
    channel = channel_at(server)
    await channel.start(ear)
    server.say("/help", chat=GROUP)
    server.say("xong")
    await server.until(lambda: len(ear.heard) == 2)
    await server.until(lambda: all(server.called(method) for method in optional))
    await channel.stop()
    assert sorted(ear.texts) == ["/help", "xong"]


async def test_starts_before_the_server_does(server: TelegramServer, ear: Ear) -> None:
    server.stop()
    channel = channel_at(server)
    await channel.start(ear)
    await asyncio.sleep(0.1)
    server.start()
    server.say("xin chào @KiemDinhBot", chat=GROUP)
    await server.until(lambda: server.commands and channel.join_link)
    server.say("xong")
    await server.until(lambda: "xong" in ear.texts)
    await channel.stop()
    assert server.unconfirmed == []


async def test_a_server_on_this_machine_is_not_sought_behind_a_proxy(
    server: TelegramServer, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    channel = channel_at(server)
    await channel.start(ear)
    server.say("xong")
    await server.until(lambda: ear.heard)
    await channel.stop()
    assert ear.texts == ["xong"]


async def test_stops_while_the_server_is_away(server: TelegramServer, ear: Ear) -> None:
    channel = channel_at(server)
    await channel.start(ear)
    await server.until(lambda: server.commands)
    server.stop()
    await channel.stop()
    assert ear.heard == []


async def test_drops_a_webhook_that_was_left_set(server: TelegramServer, ear: Ear) -> None:
    server.webhook = {"url": "https://example.org/old", "secret_token": ""}
    server.fail("deleteWebhook", ApiError(500, "Internal Server Error"))
    channel = channel_at(server)
    await channel.start(ear)
    await server.until(lambda: server.webhook == {})
    server.say("xong")
    await server.until(lambda: ear.heard)
    await channel.stop()
    assert ear.texts == ["xong"]


@pytest.mark.parametrize("ending", ["", "/", "/bot", "/bot/"])
async def test_takes_the_base_address_with_or_without_bot(server: TelegramServer, ear: Ear, ending: str) -> None:
    channel = TelegramChannel(TOKEN, server.url + ending, poll_seconds=1)
    await channel.start(ear)
    server.upload("a.txt", b"abc")
    await server.until(lambda: ear.heard)
    await channel.stop()
    assert ear.heard[0].file is not None
    assert ear.heard[0].file.content == b"abc"


async def test_never_logs_the_token(server: TelegramServer, ear: Ear, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    channel = channel_at(server)
    await channel.start(ear)
    server.fail("getUpdates", ApiError(401, "Unauthorized"))
    server.upload("a.txt", b"abc")
    await server.until(lambda: ear.heard)
    server.stop()
    with pytest.raises(TryLater):
        await channel.send("11", Reply("Xin chào"))
    await channel.stop()
    assert TOKEN.partition(":")[2] not in caplog.text
    assert caplog.records != []


# The webhook


@contextlib.asynccontextmanager
async def hooked(server: TelegramServer, ear: Ear) -> AsyncIterator[str]:
    """Run the channel behind a webhook; gives its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}/telegram/hook"
    channel = channel_at(server, webhook_url=url, webhook_secret="a-secret_1")
    app = Starlette(routes=channel.routes)
    web = QuickServer(uvicorn.Config(app, log_level="critical", lifespan="off", ws="none"))
    serving = asyncio.create_task(web.serve([listening]))
    await channel.start(ear)
    await server.until(lambda: web.started and server.webhook)
    yield url
    await channel.stop()
    web.should_exit = web.force_exit = True
    await serving
    listening.close()


def post(url: str, body: bytes, secret: str | None) -> int:
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    try:
        with urllib.request.urlopen(urllib.request.Request(url, body, headers), timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


async def test_hears_through_the_webhook(server: TelegramServer, ear: Ear) -> None:
    async with hooked(server, ear):
        server.say("xong")
        await server.until(lambda: ear.heard and not server.unconfirmed)
        await server.until(lambda: server.commands)
    assert ear.texts == ["xong"]
    assert json.loads(server.called("setWebhook")[0]["allowed_updates"]) == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]
    assert server.called("getUpdates") == []


async def test_refuses_a_webhook_call_without_the_secret(server: TelegramServer, ear: Ear) -> None:
    update = {"update_id": 5, "message": {"message_id": 1, "chat": {"id": 1}, "from": {"id": 1}, "text": "x"}}
    body = json.dumps(update).encode()
    async with hooked(server, ear) as url:
        codes = [await asyncio.to_thread(post, url, body, secret) for secret in (None, "", "a-secret_2", "é")]
    assert (codes, ear.heard) == ([403, 403, 403, 403], [])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"update_id": "1"}'])
async def test_refuses_a_webhook_call_that_is_no_update(server: TelegramServer, ear: Ear, body: bytes) -> None:
    async with hooked(server, ear) as url:
        assert await asyncio.to_thread(post, url, body, "a-secret_1") == 400


async def test_takes_one_update_once_however_often_it_is_delivered(server: TelegramServer, ear: Ear) -> None:
    update = {"update_id": 5, "message": {"message_id": 1, "chat": {"id": 1}, "from": {"id": 1}, "text": "x"}}
    async with hooked(server, ear) as url:
        codes = [await asyncio.to_thread(post, url, json.dumps(update).encode(), "a-secret_1") for _ in range(2)]
    assert (codes, ear.texts) == ([200, 200], ["x"])


def test_a_webhook_without_a_secret_of_its_own_is_not_open() -> None:
    channel = TelegramChannel(TOKEN, webhook_url="https://example.org/hook")
    assert len(channel._secret) == 64


def test_has_no_route_when_polling() -> None:
    assert TelegramChannel(TOKEN).routes == []


async def test_forgets_the_oldest_updates_it_took() -> None:
    in_hand, done = InHand(), asyncio.create_task(asyncio.sleep(0))
    for number in range(1, 5002):
        in_hand.take(number, done)
    await done
    assert (in_hand.has(1), in_hand.has(2), in_hand.offset) == (False, True, 5002)
