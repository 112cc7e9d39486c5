"""From an update of Telegram to an `Incoming`, or to nothing where it is not for us."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import ChatMember, MessageEntity
from telegram.constants import ChatType

from bot.channels.telegram_files import attached
from bot.channels.telegram_rooms import room_of
from handlers.turn import Incoming

if TYPE_CHECKING:
    from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update, User

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
COMMAND = re.compile(r"(?P<command>/\w+)(?:@(?P<bot>\w+))?(?=\s|$)")


@dataclass(slots=True)
class Me:
    """Who we are on Telegram; *username* is empty until Telegram has said it."""

    number: int
    username: str = ""


def lane_of(update: Update) -> str:
    """Name the conversation: what is said in one is heard in order."""
    chat, user = update.effective_chat, update.effective_user
    return str(chat.id if chat else user.id if user else "")


class Reader:
    """Reads updates: who speaks, where, and whether it is meant for us."""

    def __init__(self, bot: Bot, me: Me) -> None:
        self._bot = bot
        self._me = me

    async def read(self, update: Update) -> Incoming | None:
        """Read one update, its file fetched; None where there is nothing to answer."""
        if update.callback_query:
            return _press(update.callback_query)
        if update.my_chat_member:
            return _membership(update.my_chat_member)
        message = update.message or update.edited_message
        if message is None or message.from_user is None:
            return None
        if message.migrate_to_chat_id:
            return _moved(message, message.from_user)
        return await self._said(message, message.from_user, edited=update.edited_message is not None)

    async def _said(self, message: Message, user: User, *, edited: bool) -> Incoming | None:
        kind = _kind(message)
        text = None if user.is_bot or message.sender_chat else self._for_us(message)
        if text is None or kind is None or (edited and kind not in ("text", "file", "photo")):
            return None
        key = _key(message)
        return Incoming(
            channel="telegram",
            address=_speaker(message, user),
            text=text if kind in ("text", "file", "photo") else "",
            key=f"{key}:e{int(message.edit_date.timestamp()) if message.edit_date else 0}" if edited else key,
            name=user.full_name,
            room=room_of(message),
            room_title=message.chat.title or "",
            file=await attached(self._bot, message),
            kind=kind,
            edits=key if edited else None,
            replies_to=_key(answered) if (answered := _answered(message)) else None,
        )

    def _for_us(self, message: Message) -> str | None:
        """Return the words without our name; None where, in a group, somebody else is meant."""
        text = (message.text or message.caption or "").strip()
        private = message.chat.type == ChatType.PRIVATE
        command = COMMAND.match(text)
        if command and (private or self._is_us(command["bot"])):
            return command["command"] + text[command.end() :]
        if private:
            return text
        bare = self._without_mention(message, text)
        meant = not command and (bare != text or self._answers_us(message))
        return bare if meant else None

    def _is_us(self, name: str | None) -> bool:
        return name is None or name.casefold() == self._me.username.casefold()

    def _without_mention(self, message: Message, text: str) -> str:
        entities = message.parse_entities() if message.text else message.parse_caption_entities() if text else {}
        ours = [named for entity, named in entities.items() if self._mentions_us(entity)]
        if self._me.username:
            ours += re.findall(rf"(?<![\w@])@{self._me.username}\b[,:]?", text, flags=re.IGNORECASE)
        for named in ours:
            text = re.sub(rf"[ \t]*{re.escape(named)}[ \t]*", " ", text, count=1).strip()
        return text

    def _mentions_us(self, entity: MessageEntity) -> bool:
        return entity.type == MessageEntity.TEXT_MENTION and entity.user is not None and self._is_me(entity.user)

    def _is_me(self, user: User) -> bool:
        return user.id == self._me.number

    def _answers_us(self, message: Message) -> bool:
        answered = _answered(message)
        return bool(answered and answered.from_user and self._is_me(answered.from_user))


def _kind(message: Message) -> str | None:
    """Say what was sent; None for what Telegram itself writes, such as a pinned message."""
    if message.text:
        return "text"
    if message.photo:
        return "photo"
    if message.document and not message.animation:
        return "file"
    if message.voice or message.audio:
        return "voice"
    if message.sticker:
        return "sticker"
    return "other" if message.effective_attachment else None


def _key(message: Message) -> str:
    return f"{message.chat.id}:{message.message_id}"


def _speaker(message: Message, user: User) -> str:
    return str(message.chat.id if message.chat.type == ChatType.PRIVATE else user.id)


def _answered(message: Message) -> Message | None:
    # In a forum every message "answers" the one that opened its topic.
    answered = message.reply_to_message
    return answered if answered and not answered.forum_topic_created else None


def _press(query: CallbackQuery) -> Incoming | None:
    message, user = query.message, query.from_user
    if message is None or not query.data or user.is_bot:
        return None
    private = message.chat.type == ChatType.PRIVATE
    return Incoming(
        channel="telegram",
        address=str(message.chat.id if private else user.id),
        text=query.data,
        key=f"cb:{query.id}",
        name=user.full_name,
        room=room_of(message),
        kind="press",
        pressed=f"{message.chat.id}:{message.message_id}",
    )


def _membership(change: ChatMemberUpdated) -> Incoming | None:
    """Say that we were taken into a group or out of it; a private chat shows that when we send."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    if change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP) or was == now:
        return None
    kind = "added" if now == ChatMember.MEMBER else "removed"
    return Incoming(
        channel="telegram",
        address=str(change.from_user.id),
        text="",
        key=f"{change.chat.id}:{kind}:{int(change.date.timestamp())}",
        name=change.from_user.full_name,
        room=str(change.chat.id),
        room_title=change.chat.title or "",
        kind=kind,
    )


def _moved(message: Message, user: User) -> Incoming:
    return Incoming(
        channel="telegram",
        address=str(user.id),
        text=str(message.migrate_to_chat_id),
        key=_key(message),
        name=user.full_name,
        room=str(message.chat.id),
        kind="moved",
    )
