"""What is done at the start and may fail: learning our name, setting the menu and the descriptions."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from telegram import BotCommand
from telegram.error import TelegramError

from bot.channels.telegram_request import UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from telegram import Bot

    from bot.channels.telegram_updates import Me

log = logging.getLogger(__name__)

UNASKED_SECONDS = 5.0
DESCRIPTION = (
    "Trợ lý kiểm định chất lượng giáo dục: hỏi về tiêu chuẩn, tiêu chí, minh chứng; ghi tiến độ tự đánh giá "
    "của trường mình; nhận lời nhắc trước tháng đánh giá ngoài. Thầy/cô bấm Bắt đầu rồi nhắn như nhắn cho đồng nghiệp."
)
SHORT_DESCRIPTION = "Trợ lý kiểm định chất lượng giáo dục: tra cứu tiêu chí, ghi tiến độ, nhắc việc."


async def attempt(what: str, call: Callable[[], Awaitable[bool]]) -> bool:
    """Do what may fail; say whether it did not."""
    try:
        await call()
    except (TelegramError, *UNREADABLE) as error:
        log.info("Telegram did not do %s: %s: %s", what, type(error).__name__, error)
        return False
    return True


async def introduce(bot: Bot, me: Me) -> None:
    """Learn what we are called, which mentions in groups and deep links need."""
    try:
        user = await bot.get_me(read_timeout=UNASKED_SECONDS)
    except (TelegramError, *UNREADABLE) as error:
        log.warning("Telegram does not say who we are: %s: %s", type(error).__name__, error)
    else:
        me.number, me.username = user.id, user.username or ""


async def dress(bot: Bot, commands: Sequence[tuple[str, str]]) -> bool:
    """Set the menu of commands and the descriptions; a server that has no such thing is none the worse."""
    menu = [BotCommand(name, text) for name, text in commands]
    done = [
        await attempt("setMyCommands", partial(bot.set_my_commands, menu)),
        await attempt("setMyDescription", partial(bot.set_my_description, DESCRIPTION)),
        await attempt("setMyShortDescription", partial(bot.set_my_short_description, SHORT_DESCRIPTION)),
    ]
    return all(done)
