"""Asks Telegram who the token belongs to, for `kiemdinh doctor`."""

from __future__ import annotations

import asyncio

from telegram import Bot
from telegram.error import TelegramError


def who_am_i(token: str, base_url: str) -> tuple[str | None, str]:
    """Return the bot's user name, or None and what went wrong; the token is in neither."""
    return asyncio.run(_ask(token, base_url.rstrip("/").removesuffix("/bot")))


async def _ask(token: str, root: str) -> tuple[str | None, str]:
    try:
        async with Bot(token, f"{root}/bot") as bot:
            return bot.username, ""
    except TelegramError as error:
        return None, f"không hỏi được Telegram ({type(error).__name__}); kiểm tra TELEGRAM_BOT_TOKEN và mạng"
