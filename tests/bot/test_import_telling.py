"""A plan put in from the command line tells the schools that it moves, as one sent in chat does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from knowledge.library import PLANS
from tests.bot.command_line import CommandLine, kiemdinh

__all__ = ["kiemdinh"]

SEED = PLANS / "thanh-mien-2017-2018.txt"


def letters(kiemdinh: CommandLine) -> list[str]:
    """List what was written to schools about their month."""
    with closing(sqlite3.connect(kiemdinh.database)) as rows:
        return [text for (text,) in rows.execute("SELECT text FROM letters WHERE kind = 'moved'")]


def test_a_moved_school_is_told_once(kiemdinh: CommandLine, tmp_path: Path) -> None:
    moved = tmp_path / "ke-hoach.txt"
    moved.write_bytes(SEED.read_bytes().replace(b"03/2018", b"04/2018").replace(b"3/2018", b"4/2018"))
    for _ in range(2):
        assert kiemdinh("import-plan", moved).code == 0
    assert sorted(letters(kiemdinh)) == [
        f"**THCS {name}** đổi lịch đánh giá ngoài: 03/2018 → **04/2018**.\n"
        "Theo kế hoạch mới của Phòng GD&ĐT Thanh Miện."
        for name in ("Lam Sơn", "Lê Hồng")
    ]


def test_a_rehearsed_import_tells_nobody(kiemdinh: CommandLine, tmp_path: Path) -> None:
    moved = tmp_path / "ke-hoach.txt"
    moved.write_bytes(SEED.read_bytes().replace(b"3/2018", b"4/2018"))
    assert kiemdinh("import-plan", moved, "--dry-run").code == 0
    assert letters(kiemdinh) == []
