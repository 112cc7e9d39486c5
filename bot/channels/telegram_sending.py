"""Speaking on Telegram: one reply, in as many messages as it needs, and what its refusals mean."""

from __future__ import annotations

import asyncio
import logging
import re
from typing import TYPE_CHECKING, Any

from telegram import InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.base import Gone, Moved, TryLater
from bot.channels.telegram_polling import seconds_in
from bot.channels.telegram_request import UNREADABLE
from bot.channels.telegram_rooms import chat_in, is_closed, topic_in
from bot.channels.telegram_text import fits_caption, keyboard, parts, to_html, without_marks

if TYPE_CHECKING:
    from telegram import Bot, InlineKeyboardMarkup, Message

    from handlers.turn import Attachment, Reply

log = logging.getLogger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
CONTINUED_TRIES = 3
LONGEST_WAIT = 30.0
TOKEN_PAUSE = 60.0
NEVER_AGAIN = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "group chat was deactivated",
    "group is deactivated",
    "chat_write_forbidden",
    "not enough rights",
    "have no rights",
    "bot is not a member",
)
NO_PICTURE = re.compile("photo_|image_|too big|invalid_dimensions")


class Speaker:
    """Says a reply in a room, or in the place of a message that is there."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def say(self, room: str, reply: Reply, replaces: str | None) -> str:
        """Say the whole reply and return the key of its last message."""
        first, *others = parts(reply.text) or [""]
        if not first:
            raise ValueError("a reply needs text")
        board = keyboard(reply.choices)
        if replaces and reply.files and await self._captioned(room, reply.text, board, replaces):
            return replaces
        if len(reply.files) == 1 and not replaces and fits_caption(reply.text):
            return await self._shown(room, reply.files[0], first, board)
        for attached in () if replaces else reply.files:  # Those of a message in place stand above it.
            await self._shown(room, attached, "", None)
        key = await self._first(room, first, None if others else board, replaces)
        for place, part in enumerate(others, start=1):
            key = await self._continued(room, part, board if place == len(others) else None)
        return key

    async def leave(self, room: str) -> None:
        """Leave a group, with all its topics."""
        try:
            await self._bot.leave_chat(_number(chat_in(room)))
        except TelegramError as error:
            raise meaning(error) from None

    async def _first(self, room: str, part: str, board: InlineKeyboardMarkup | None, replaces: str | None) -> str:
        try:
            if replaces and await self._changed(room, part, board, replaces):
                return replaces
            return await self._sent(room, part, board)
        except TelegramError as error:
            raise meaning(error) from None

    async def _continued(self, room: str, part: str, board: InlineKeyboardMarkup | None) -> str:
        # Given up here, the whole reply would be said again from its first message.
        for _ in range(CONTINUED_TRIES):
            try:
                return await self._first(room, part, board, None)
            except TryLater as later:
                if later.after > LONGEST_WAIT:
                    raise
                await asyncio.sleep(later.after or 1)
        return await self._first(room, part, board, None)

    async def _shown(self, room: str, attached: Attachment, words: str, board: InlineKeyboardMarkup | None) -> str:
        """Send a picture or a document, with *words* under it."""
        try:
            return await self._upload(room, attached, words, board)
        except BadRequest as error:
            if topic_in(room) and is_closed(error):
                return await self._shown(chat_in(room), attached, words, board)
            raise meaning(error) from None
        except TelegramError as error:
            raise meaning(error) from None

    async def _upload(self, room: str, attached: Attachment, words: str, board: InlineKeyboardMarkup | None) -> str:
        chat = chat_in(room)
        place: dict[str, Any] = {"chat_id": _number(chat), "message_thread_id": topic_in(room), "reply_markup": board}
        if words:
            place |= {"caption": to_html(words), "parse_mode": ParseMode.HTML}
        try:
            message = await self._as_picture_or_file(attached, place)
        except UNREADABLE as error:
            log.warning("Telegram took a file, but its answer cannot be read: %s", error)
            return f"{chat}:"
        return f"{chat}:{message.message_id}"

    async def _as_picture_or_file(self, attached: Attachment, place: dict[str, Any]) -> Message:
        """Show a picture; one that Telegram cannot show goes as a file, like any other."""
        if attached.is_picture:
            try:
                return await self._bot.send_photo(photo=InputFile(attached.content, attached.name), **place)
            except BadRequest as error:
                if not NO_PICTURE.search(error.message.lower()):
                    raise
        return await self._bot.send_document(document=InputFile(attached.content, attached.name), **place)

    async def _sent(self, room: str, part: str, board: InlineKeyboardMarkup | None) -> str:
        try:
            return await self._send(room, part, board, marked=True)
        except BadRequest as error:
            if topic_in(room) and is_closed(error):
                return await self._sent(chat_in(room), part, board)
            if not _is_about_marks(error):
                raise
            return await self._send(room, part, board, marked=False)

    async def _send(self, room: str, part: str, board: InlineKeyboardMarkup | None, *, marked: bool) -> str:
        chat = chat_in(room)
        try:
            message = await self._bot.send_message(
                chat_id=_number(chat),
                message_thread_id=topic_in(room),
                text=to_html(part) if marked else without_marks(part),
                parse_mode=ParseMode.HTML if marked else None,
                reply_markup=board,
                link_preview_options=NO_PREVIEW,
            )
        except UNREADABLE as error:
            # The server took the message and described it badly: trying again would say it twice.
            log.warning("Telegram took a message, but its answer cannot be read: %s", error)
            return f"{chat}:"
        return f"{chat}:{message.message_id}"

    async def _changed(self, room: str, part: str, board: InlineKeyboardMarkup | None, key: str) -> bool:
        """Change the message in place; False where it must be said anew."""
        where, _, number = key.rpartition(":")
        if where != chat_in(room) or not number.isdecimal():
            return False
        try:
            await self._change(where, int(number), part, board)
        except BadRequest as error:
            if _means_gone(error):
                raise
            return "not modified" in error.message.lower()
        except InvalidToken:
            return False
        return True

    async def _captioned(self, room: str, words: str, board: InlineKeyboardMarkup | None, key: str) -> bool:
        """Change the words under a picture or a document; False where there are none, or they would be too long."""
        where, _, number = key.rpartition(":")
        if where != chat_in(room) or not number.isdecimal() or not fits_caption(words):
            return False
        place: dict[str, Any] = {"chat_id": _number(where), "message_id": int(number), "reply_markup": board}
        try:
            await self._bot.edit_message_caption(caption=to_html(words), parse_mode=ParseMode.HTML, **place)
        except UNREADABLE as error:
            log.warning("Telegram changed a caption, but its answer cannot be read: %s", error)
        except BadRequest as error:
            return "not modified" in error.message.lower()
        except InvalidToken:
            return False
        except TelegramError as error:
            raise meaning(error) from None
        return True

    async def _change(self, chat: str, number: int, part: str, board: InlineKeyboardMarkup | None) -> None:
        try:
            await self._bot.edit_message_text(
                text=to_html(part),
                chat_id=_number(chat),
                message_id=number,
                parse_mode=ParseMode.HTML,
                reply_markup=board,
                link_preview_options=NO_PREVIEW,
            )
        except UNREADABLE as error:
            log.warning("Telegram changed a message, but its answer cannot be read: %s", error)


def meaning(error: TelegramError) -> Exception:
    """Say in the words of every channel what a refusal of Telegram means."""
    if isinstance(error, ChatMigrated):
        return Moved(str(error.new_chat_id))
    if isinstance(error, RetryAfter):
        return TryLater(seconds_in(error.retry_after), "too many messages")
    if isinstance(error, Forbidden) or _means_gone(error):
        return Gone(error.message)
    if isinstance(error, BadRequest):
        return ValueError(f"Telegram refuses the message: {error.message}")
    if isinstance(error, InvalidToken):
        return TryLater(TOKEN_PAUSE, "Telegram refuses the token")
    return TryLater(0, error.message)


def _means_gone(error: TelegramError) -> bool:
    return any(words in error.message.lower() for words in NEVER_AGAIN)


def _is_about_marks(error: BadRequest) -> bool:
    return "parse entities" in error.message.lower()


def _number(chat: str) -> int | str:
    return int(chat) if chat.lstrip("-").isdecimal() else chat
