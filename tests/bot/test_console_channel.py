"""The terminal as a channel: what is printed, on a screen and into a pipe."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from bot.channels.console import ConsoleChannel
from handlers.turn import Choice, Reply


async def printed(reply: Reply, *, screen: bool = False) -> str:
    """Give what the channel prints, 40 letters wide."""
    paper = io.StringIO()
    console = Console(
        file=paper, width=40, force_terminal=screen, highlight=False, color_system="standard" if screen else None
    )
    await ConsoleChannel(console).send("principal:1", reply)
    return paper.getvalue()


async def test_numbers_the_choices() -> None:
    choices = (Choice("1. Tổ chức, quản lý", "/xem 1"), Choice("‹ Quay lại", "/xem"))
    assert await printed(Reply("Chọn:", choices)) == "Chọn:\n  [1] 1. Tổ chức, quản lý\n  [2] ‹ Quay lại\n\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**TH Tứ Cường**: *xong*", "TH Tứ Cường: xong"),
        ("2*3*4, ** lẻ, * mục", "2*3*4, ** lẻ, * mục"),
        ("[bold]x[/bold] [/y] :smile: c\\", "[bold]x[/bold] [/y] :smile: c\\"),
        ("Hoa\x1b[2J\x9b1m Lan", "Hoa[2J1m Lan"),
    ],
)
async def test_prints_the_words_and_nothing_but_the_words(text: str, shown: str) -> None:
    assert await printed(Reply(text)) == f"{shown}\n\n"


async def test_marks_are_seen_on_a_screen() -> None:
    assert await printed(Reply("**TH** *xong*"), screen=True) == "\x1b[1mTH\x1b[0m \x1b[3mxong\x1b[0m\n\n"


async def test_a_long_line_is_cut_between_words_on_a_screen_and_left_whole_in_a_pipe() -> None:
    line = "Thư viện đạt tiêu chuẩn thư viện trường học của Bộ"
    assert await printed(Reply(line)) == f"{line}\n\n"
    on_screen = await printed(Reply(line), screen=True)
    assert on_screen.split() == line.split()
    assert max(len(part) for part in on_screen.splitlines()) <= 40


async def test_names_each_message_anew() -> None:
    channel = ConsoleChannel(Console(file=io.StringIO()))
    assert [await channel.send("officer:0", Reply("x")) for _ in range(2)] == ["officer:0:1", "officer:0:2"]
