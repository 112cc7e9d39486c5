"""A room on Telegram: a group, or one topic of a forum, written `chat/topic` so that an answer stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Message
from telegram.constants import ChatType

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage
    from telegram.error import BadRequest

CLOSED = ("thread not found", "topic_closed", "topic_deleted")


def room_of(message: MaybeInaccessibleMessage) -> str | None:
    """Name the room that a message stands in; None for a private chat."""
    if message.chat.type == ChatType.PRIVATE:
        return None
    # Outside forums a thread is only a chain of answers, and the general topic takes no number.
    if isinstance(message, Message) and message.is_topic_message and message.message_thread_id:
        return f"{message.chat.id}/{message.message_thread_id}"
    return str(message.chat.id)


def chat_in(room: str) -> str:
    """Name the chat of a room."""
    return room.partition("/")[0]


def topic_in(room: str) -> int | None:
    """Give the topic of a room, where it is one of a forum."""
    topic = room.partition("/")[2]
    return int(topic) if topic.isdecimal() else None


def is_closed(error: BadRequest) -> bool:
    """Tell whether a topic takes no messages any more."""
    return any(words in error.message.lower() for words in CLOSED)
