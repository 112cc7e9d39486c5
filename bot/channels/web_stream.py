"""One stream of server-sent events for all the seats that a page watches."""

from __future__ import annotations

import asyncio
import json
from functools import partial
from typing import TYPE_CHECKING, Any

from db import transcript

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Iterable
    from datetime import datetime

    from bot.channels.web_board import Board
    from db.tables import WebMessage

BEAT = 15.0
"""Seconds between two signs of life: a phone cannot tell a quiet line from a dead one."""
BATCH = 100

Names = dict[int, tuple[str, str]]
"""Id of a file to its name and type."""


async def stream(board: Board, seats: Collection[str], after: int, now: Callable[[], datetime]) -> AsyncIterator[str]:
    """Yield every message at *seats* after the cursor, for ever; the product's clock is the heartbeat."""
    with board.listening() as news:
        yield "retry: 1500\n\n"
        while not board.closed:
            news.clear()
            kept = await board.read(partial(transcript.after, addresses=seats, revision=after, limit=BATCH))
            shown = await names(board, kept)
            for message in kept:
                yield _event(message, now(), shown)
            if len(kept) == BATCH:
                after = kept[-1].revision
                continue
            after = kept[-1].revision if kept else after
            yield f"event: clock\ndata: {now().isoformat()}\n\n"
            await _until(news)


async def names(board: Board, kept: Iterable[WebMessage]) -> Names:
    """Read how the files of messages are called and what they are; those that are gone are missing."""
    ids = {each for message in kept for each in message.files}
    return await board.read(partial(transcript.about, ids=ids)) if ids else {}


def as_json(message: WebMessage, now: datetime, shown: Names) -> dict[str, Any]:
    """Say *message* as the page wants it, its time in the zone of *now*."""
    return {
        "id": message.id,
        "revision": message.revision,
        "seat": message.address,
        "kind": message.kind,
        "key": message.key,
        "text": message.text,
        "choices": message.choices,
        "files": [{"id": one, "name": shown[one][0], "type": shown[one][1]} for one in message.files if one in shown],
        "at": message.at.astimezone(now.tzinfo).isoformat(),
        "edited": message.kind == "in" and message.replaced_at is not None,
    }


def _event(message: WebMessage, now: datetime, shown: Names) -> str:
    # json.dumps escapes line ends, so that the data stays on its one line.
    return f"id: {message.revision}\nevent: message\ndata: {json.dumps(as_json(message, now, shown))}\n\n"


async def _until(news: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(news.wait(), BEAT)
    except TimeoutError:
        return
