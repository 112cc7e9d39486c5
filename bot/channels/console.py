"""The terminal as a channel: lines in, text with numbered choices out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from bot.channels.base import Hear
    from handlers.turn import Attachment, Reply

_MARKED = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*(?!\*)|(?<![*\w])\*(?=[^\s*])(?P<italic>[^*\n]+?)(?<=\S)\*(?![*\w])"
)
_ESCAPES = {0x1B: None, 0x9B: None}
"""What begins a command to the terminal; a name that somebody gave themselves must not give any."""


class ConsoleChannel:
    """Speaks to standard output; see `Channel`."""

    name = "console"
    has_buttons = False

    def __init__(self, console: Console | None = None, folder: Path | None = None) -> None:
        self._console = console or Console(highlight=False)
        self._folder = folder
        self._spoken = 0

    async def start(self, hear: Hear) -> None:
        """Nothing to begin: the command reads the lines."""

    async def stop(self) -> None:
        """Nothing to end."""

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        """Print *reply*, its choices numbered: the number typed is the press."""
        del replaces  # What is printed stays.
        kept = [Text(f"📎 {self._save(one)}") for one in reply.files]
        lines = [
            _styled(reply.text),
            *kept,
            *(_numbered(at, one.label) for at, one in enumerate(reply.choices, start=1)),
        ]
        # Whoever reads a pipe wants the lines as they were written; a screen wants them cut between words.
        self._console.print(Text("\n").join(lines), end="\n\n", soft_wrap=not self._console.is_terminal)
        self._spoken += 1
        return f"{address}:{self._spoken}"

    def _save(self, attached: Attachment) -> str:
        """Put a file where the person can open it, and say where; without a folder only its name is said."""
        if self._folder is None:
            return attached.name
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"{attached.id}-{Path(attached.name).name}"
        file.write_bytes(attached.content)
        return str(file)


def _numbered(number: int, label: str) -> Text:
    return Text.assemble((f"  [{number}] ", "dim"), _styled(label))


def _styled(text: str, style: str = "") -> Text:
    """Render `**bold**` and `*italic*`; marks without a partner stay as they are."""
    shown, end = Text(style=style), 0
    for match in _MARKED.finditer(text):
        shown.append(text[end : match.start()].translate(_ESCAPES))
        shown.append_text(_styled(match["bold"] or match["italic"], "bold" if match["bold"] else "italic"))
        end = match.end()
    return shown.append(text[end:].translate(_ESCAPES))
