"""Telegram's own reading of HTML, as strict as it is there: what it refuses, and how long the text is."""

from __future__ import annotations

import re
from html import unescape

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}
TOKEN = re.compile(
    r"<(?P<close>/)?(?P<tag>[a-z-]+)(?P<rest>[^<>]*)>|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);", re.IGNORECASE
)


class HtmlError(Exception):
    """What Telegram says about it."""


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram does."""
    return len(text.encode("utf-16-le")) // 2


def parse(html: str) -> tuple[str, list[dict[str, object]]]:
    """Return the text and its entities."""
    text, place = "", 0
    entities: list[dict[str, object]] = []
    opened: list[tuple[str, int]] = []
    while place < len(html):
        match = TOKEN.match(html, place)
        if not match:
            if html[place] == "<":
                raise HtmlError(f"can't parse entities: Unsupported start tag at byte offset {place}")
            text += html[place]
            place += 1
            continue
        place = match.end()
        if not match["tag"]:
            text += unescape(match[0])
        elif match["close"]:
            entities.append(_closed(opened, match["tag"].lower(), text, place))
        else:
            opened.append((_known(match["tag"].lower(), place), units(text)))
    if opened:
        raise HtmlError(f"can't parse entities: Can't find end tag corresponding to start tag {opened[-1][0]}")
    return text, [entity for entity in entities if entity["length"]]


def _known(tag: str, place: int) -> str:
    if tag not in KINDS:
        raise HtmlError(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {place}')
    return tag


def _closed(opened: list[tuple[str, int]], tag: str, text: str, place: int) -> dict[str, object]:
    if not opened or opened[-1][0] != tag:
        raise HtmlError(f"can't parse entities: Unmatched end tag at byte offset {place}")
    start = opened.pop()[1]
    return {"type": KINDS[tag], "offset": start, "length": units(text) - start}
