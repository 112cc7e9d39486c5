"""JSON lines in and out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO


class BadInput(Exception):
    """A line of the input is not what it should be; the message names it, in Vietnamese."""


def read_json_lines(source: TextIO, needed: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Read an object a line; raise `BadInput` for a line that is none, or lacks one of the *needed* fields."""
    for number, line in enumerate(source, start=1):
        if line.strip():
            yield _object(line, number, needed)


def _object(line: str, number: int, needed: Sequence[str]) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        raise BadInput(f"Dòng {number} không phải JSON.") from None
    missing = [name for name in needed if not isinstance(found, dict) or name not in found]
    if missing:
        raise BadInput(f"Dòng {number} thiếu {', '.join(missing)}.")
    return dict(found)


def print_json(value: dict[str, Any]) -> None:
    """Print one object on one line, at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)
