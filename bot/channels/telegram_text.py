"""How a reply looks on Telegram: marking as HTML, cut to the limit, buttons laid out for a phone."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handlers.turn import Choice

MESSAGE_UNITS = 4096
CAPTION_UNITS = 1024
WORDS_BYTES = 64
ROW_LETTERS = 32
ROW_BUTTONS = 3

MARKED = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*(?!\*)"
    r"|(?<![*\w])\*(?=[^\s*])(?P<italic>(?:\*\*[^*\n]+\*\*|[^*\n])+?)(?<=\S)\*(?![*\w])"
)


def to_html(text: str) -> str:
    """Render `**bold**` and `*italic*` as HTML; marks without a partner stay as they are."""
    pieces, end = [], 0
    for match in MARKED.finditer(text):
        pieces += [escape(text[end : match.start()], quote=False), _tagged(match)]
        end = match.end()
    return "".join([*pieces, escape(text[end:], quote=False)])


def _tagged(match: re.Match[str]) -> str:
    bold, italic = match["bold"], match["italic"]
    return f"<b>{to_html(bold)}</b>" if bold else f"<i>{to_html(italic)}</i>"


def without_marks(text: str) -> str:
    """Leave the words alone, for when Telegram does not like the HTML."""
    return MARKED.sub(lambda match: without_marks(match["bold"] or match["italic"]), text)


def fits_caption(text: str) -> bool:
    """Tell whether *text* can stand under a picture."""
    return _units(text) <= CAPTION_UNITS


def parts(text: str) -> list[str]:
    """Cut marked text at line ends into parts that each fit a message once rendered."""
    found, room = [""], MESSAGE_UNITS
    for line in _short_lines(text):
        cost = _units(line) + 1
        if cost > room:
            found.append("")
            room = MESSAGE_UNITS
        found[-1] += f"{line}\n"
        room -= cost
    return [part.strip() for part in found if part.strip()]


def _short_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        rest = line
        while (fits := _fitting(rest)) < len(rest):
            yield rest[:fits]
            rest = rest[fits:].lstrip()
        yield rest


def _fitting(line: str) -> int:
    """Count the letters of *line* that fit a message, up to the end of a word where there is one."""
    room = MESSAGE_UNITS - 1
    for place, letter in enumerate(line):
        room -= _units(letter)
        if room < 0:
            return line.rfind(" ", 1, place) if " " in line[1:place] else place
    return len(line)


def _units(text: str) -> int:
    # Telegram counts UTF-16 units. An asterisk counts as the longest tag that it can become.
    rendered = escape(text, quote=False).replace("*", "</i>")
    return len(rendered.encode("utf-16-le")) // 2


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """Lay the buttons out in rows that a phone shows whole."""
    if not choices:
        return None
    return InlineKeyboardMarkup([[_button(choice) for choice in row] for row in _rows(choices)])


def _rows(choices: Sequence[Choice]) -> list[list[Choice]]:
    rows: list[list[Choice]] = []
    for choice in choices:
        if rows and _fits(rows[-1], choice):
            rows[-1].append(choice)
        else:
            rows.append([choice])
    return rows


def _fits(row: Sequence[Choice], choice: Choice) -> bool:
    letters = sum(len(other.label) for other in [*row, choice])
    return len(row) < ROW_BUTTONS and letters <= ROW_LETTERS


def _button(choice: Choice) -> InlineKeyboardButton:
    if not 1 <= len(choice.words.encode()) <= WORDS_BYTES:
        raise ValueError(f"a button's words must be 1 to {WORDS_BYTES} bytes: {choice.words!r}")
    return InlineKeyboardButton(choice.label, callback_data=choice.words)
