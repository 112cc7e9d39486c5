"""The command `kiemdinh`, in this process for speed, or as a process of its own where that is the point."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Read the JSON lines of the output."""
        return [json.loads(line) for line in self.out.splitlines()]


class CommandLine:
    """Runs commands on a data folder of their own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._patch = monkeypatch
        self.variables = {"KIEMDINH_DATA_DIR": str(folder / "data"), "KIEMDINH_DEMO": "1"}

    @property
    def database(self) -> Path:
        """Where the data is."""
        return Path(self.variables["KIEMDINH_DATA_DIR"]) / "kiemdinh.db"

    def __call__(self, *arguments: object, typed: str | bytes = b"") -> Ran:
        """Run a command in this process."""
        content = typed.encode() if isinstance(typed, str) else typed
        out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
        with self._patch.context() as patch, _logging_kept():
            for name, value in self.variables.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = _exit_code([str(one) for one in arguments])
        return Ran(code, _read(out), _read(err))

    def process(self, *arguments: str, typed: bytes = b"", **more: str) -> Ran:
        """Run a command as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=typed,
            capture_output=True,
            env=self.environment(**more),
            cwd=ROOT,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def environment(self, **more: str) -> dict[str, str]:
        """Give the variables of a process, without those of this machine."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("KIEMDINH", "TELEGRAM", "ZALO"))
        }
        return {**kept, "PYTHONWARNINGS": "error", **self.variables, **more}


def _exit_code(arguments: list[str]) -> int:
    try:
        return main(arguments)
    except SystemExit as ended:
        return int(ended.code or 0)


def _read(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


@contextlib.contextmanager
def _logging_kept() -> Iterator[None]:
    handlers, level = logging.root.handlers[:], logging.root.level
    try:
        yield
    finally:
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)


@pytest.fixture
def kiemdinh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """Give the command, in an empty folder, with no variable set but these."""
    for name in [one for one in os.environ if one.startswith(("KIEMDINH", "TELEGRAM", "ZALO"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return CommandLine(tmp_path, monkeypatch)
