"""The HTTP under python-telegram-bot, made to bear the Bot API servers that people run themselves."""

from __future__ import annotations

import json
import logging
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import httpx
from telegram import Update
from telegram.request import HTTPXRequest

if TYPE_CHECKING:
    import ssl

log = logging.getLogger(__name__)

UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, OverflowError)
"""What python-telegram-bot raises over an answer that it does not expect."""
MILLISECONDS = 10**11
"""A date beyond this is in milliseconds, as one test server has it."""


@cache
def _certificates() -> ssl.SSLContext:
    """Load the certificates once, as that takes longer than all else at the start."""
    return httpx.create_ssl_context()


class Request(HTTPXRequest):
    """Take `{"ok": false}` for an error even under status 200, and fill in what a server left out."""

    def __init__(self, connections: int, answer_seconds: float, *, near: bool) -> None:
        super().__init__(
            connection_pool_size=connections,
            read_timeout=answer_seconds,
            connect_timeout=min(answer_seconds, 10),
            pool_timeout=10,
            # A server on this very machine is not to be looked for behind a proxy.
            httpx_kwargs={"verify": _certificates(), "trust_env": not near},
        )

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Speak HTTP, and put the answer right."""
        code, payload = await super().do_request(*args, **kwargs)
        answer = object_in(payload) if _is_call(*args, **kwargs) and code == HTTPStatus.OK else None
        if answer is None:
            return code, payload
        if not answer.get("ok", True):
            given = answer.get("error_code")
            return given if isinstance(given, int) and given >= HTTPStatus.BAD_REQUEST else 400, payload
        # One server says nothing at all of an edit that it has made.
        answer["result"] = True if answer.get("result") is None else answer["result"]
        complete(answer["result"])
        self._sort_out(answer)
        return code, json.dumps(answer).encode()

    def _sort_out(self, answer: dict[str, Any]) -> None:
        """Change nothing more."""


class UpdatesRequest(Request):
    """Pass on an update that cannot be read as an empty one, so that it spoils only itself."""

    def _sort_out(self, answer: dict[str, Any]) -> None:
        updates = answer.get("result")
        listed = updates if isinstance(updates, list) else []
        answer["result"] = [_readable(update) for update in listed if _has_number(update)]


def _is_call(*args: Any, **kwargs: Any) -> bool:
    # Files are fetched by GET through the same door; their bytes are nobody's to change.
    return "POST" in (kwargs.get("method"), *args)


def object_in(payload: bytes) -> dict[str, Any] | None:
    """Read a JSON object; None for anything else."""
    try:
        answer = json.loads(payload)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _has_number(update: object) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    return update if read_update(update) else {"update_id": update["update_id"]}


def read_update(update: dict[str, Any]) -> Update | None:
    """Read an update, or say in the log why it cannot be read."""
    try:
        return Update.de_json(update, None)
    except UNREADABLE as error:
        log.warning("Telegram update %s cannot be read: %s", update.get("update_id"), error)
        return None


def complete(value: object) -> None:
    """Fill in, all the way down, the fields without which python-telegram-bot reads nothing."""
    if isinstance(value, list):
        for item in value:
            complete(item)
    if isinstance(value, dict):
        _complete_object(value)
        for item in value.values():
            complete(item)


def _complete_object(value: dict[str, Any]) -> None:
    for name in ("from", "user"):
        _fill(value.get(name), is_bot=False, first_name="")
    chat = value.get("chat")
    _fill(chat, type="supergroup" if isinstance(chat, dict) and str(chat.get("id")).startswith("-") else "private")
    _fill(value.get("callback_query"), chat_instance="")
    for name in ("old_chat_member", "new_chat_member"):
        if isinstance(value.get(name), dict):
            value[name] = _presence(value[name])
    if "message_id" in value and "chat" in value:
        _fill(value, date=1)
    if "file_id" in value:
        _fill(value, file_unique_id=value["file_id"])
    if "username" in value:
        _fill(value, is_bot=True, first_name="")
    if isinstance(value.get("link_preview_options"), str):
        # One server says back, as the text that it got, what is an object.
        del value["link_preview_options"]
    if isinstance(value.get("date"), int) and value["date"] > MILLISECONDS:
        value["date"] //= 1000


def _presence(member: dict[str, Any]) -> dict[str, Any]:
    """Keep whether somebody is there; python-telegram-bot reads no administrator who lacks a single right's name."""
    is_there = member.get("is_member") or member.get("status") in ("member", "administrator", "creator")
    return {"user": member.get("user"), "status": "member" if is_there else "left"}


def _fill(value: object, **fields: object) -> None:
    if isinstance(value, dict):
        for name, content in fields.items():
            value.setdefault(name, content)
