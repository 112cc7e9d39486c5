"""Fetching what was sent with a message, up to a size."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.channels.telegram_request import UNREADABLE
from handlers.turn import File

if TYPE_CHECKING:
    from telegram import Bot, Document, Message, PhotoSize

log = logging.getLogger(__name__)

FETCHED_BYTES = 5 * 1024 * 1024


async def attached(bot: Bot, message: Message) -> File | None:
    """Fetch the photo or the document of a message; None where it has none."""
    if message.photo:
        largest = max(message.photo, key=lambda photo: photo.width * photo.height)
        return await _fetched(bot, largest, f"anh-{message.message_id}.jpg", "image/jpeg")
    if message.document and not message.animation:
        document = message.document
        name = document.file_name or f"tep-{message.message_id}"
        return await _fetched(bot, document, name, document.mime_type or "application/octet-stream")
    return None


async def _fetched(bot: Bot, item: PhotoSize | Document, name: str, media_type: str) -> File:
    size = item.file_size or 0
    content = await _content(bot, item.file_id) if size <= FETCHED_BYTES else None
    return File(name, size or len(content or b""), media_type, content)


async def _content(bot: Bot, number: str) -> bytes | None:
    """Fetch the bytes; None where they are too many or Telegram does not give them."""
    try:
        found = await bot.get_file(number)
        if (found.file_size or 0) > FETCHED_BYTES or not found.file_path:
            return None
        content = bytes(await found.download_as_bytearray())
    except (TelegramError, OSError, *UNREADABLE) as error:
        log.warning("a file could not be fetched from Telegram: %s: %s", type(error).__name__, error)
        return None
    return content if len(content) <= FETCHED_BYTES else None
