"""What waits for "Xác nhận": shown first, done only as it was shown."""

from __future__ import annotations

from typing import Any
from zlib import crc32

from handlers.turn import Choice, Refusal, Reply, Turn

STALE = "Việc này đã cũ hoặc đã làm rồi. Thầy/cô gửi lại yêu cầu giúp."


def ask(turn: Turn, what: str, text: str, label: str = "Xác nhận", **kept: Any) -> Reply:
    """Keep *kept* until the button is pressed; a newer question takes its place."""
    token = f"{crc32(turn.heard.key.encode()):08x}"
    turn.address.draft = {**kept, "what": what, "token": token}
    return Reply(text, (Choice(label, f"/xacnhan {what} {token}"), Choice("Thôi", "/thoi")))


def settle(turn: Turn, what: str) -> dict[str, Any]:
    """Give back what waited, once; refuse a button whose question is no longer the last."""
    draft = dict(turn.address.draft)
    if draft.get("what") != what or draft.get("token") != turn.words:
        raise Refusal(STALE)
    turn.address.draft = {}
    return draft
