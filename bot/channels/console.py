"""The terminal as a channel: lines in, text with numbered choices out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from bot.channels.base import Hear
    from handlers.turn import Reply

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*(?=\S)([^*\n]+?)(?<=\S)\*(?!\*)")


class ConsoleChannel:
    """Speaks to standard output; see `Channel`."""

    name = "console"
    has_buttons = False

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False, soft_wrap=True)
        self._spoken = 0

    async def start(self, hear: Hear) -> None:
        """Nothing to begin: the command reads the lines."""

    async def stop(self) -> None:
        """Nothing to end."""

    async def send(self, address: str, reply: Reply, *, replaces: str | None = None) -> str:
        """Print *reply*, its choices numbered: the number typed is the press."""
        del replaces  # What is printed stays.
        choices = [f"[dim] {number}.[/dim] {escape(choice.label)}" for number, choice in enumerate(reply.choices, start=1)]
        self._console.print("\n".join([_render(reply.text), *choices, ""]))
        self._spoken += 1
        return f"{address}:{self._spoken}"


def _render(text: str) -> str:
    return _ITALIC.sub(r"[italic]\1[/italic]", _BOLD.sub(r"[bold]\1[/bold]", escape(text)))
