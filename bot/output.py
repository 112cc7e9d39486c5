"""JSON lines in and out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NoReturn

SHOWN = 5
"""How many of the wrong lines are named."""


class Refused(Exception):
    """The command cannot be carried out; one line says why, in Vietnamese."""


class BadInput(Exception):
    """A line of the input is not what it should be; the message says what, in Vietnamese."""


def answer_lines(
    source: Iterable[bytes], needed: Sequence[str], answer: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """Print the answer to each line; the wrong ones are left out and named in one `BadInput` at the end."""
    wrong = []
    for number, line in _lines(source):
        try:
            print_json(answer(_object(line, needed)))
        except BadInput as error:
            wrong.append(f"dòng {number} {error}")
    if wrong:
        rest = f"; và {len(wrong) - SHOWN} dòng nữa" if len(wrong) > SHOWN else ""
        raise BadInput(f"Bỏ qua {len(wrong)} dòng sai: {'; '.join(wrong[:SHOWN])}{rest}.")


def _lines(source: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(source, start=1):
        bare = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line  # Windows begins a text file so.
        if bare.strip():
            yield number, bare


def _object(line: bytes, needed: Sequence[str]) -> dict[str, Any]:
    try:
        found = json.loads(line.decode(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadInput("không phải JSON (văn bản UTF-8)") from None
    if not isinstance(found, dict):
        raise BadInput("không phải một đối tượng JSON {…}")
    if missing := [name for name in needed if name not in found]:
        raise BadInput(f"thiếu {', '.join(missing)}")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's own; nobody else could read the answer.


def text_of(line: dict[str, Any], field: str) -> str:
    """Read a field that must be text."""
    value = line[field]
    if not isinstance(value, str):
        raise BadInput(f"có {field} không phải là chữ")
    return value.replace("\0", "").encode("utf-8", "ignore").decode()


def print_json(value: dict[str, Any]) -> None:
    """Print one object on one line, at once."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # Half a letter, as an id may hold: only JSON's own escapes can say it.
        line = json.dumps(value)
    print(line, flush=True)


def prompt(text: str) -> None:
    """Print *text* and stay on its line."""
    print(text, end="", flush=True)
