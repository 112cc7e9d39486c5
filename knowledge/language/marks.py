"""Marks that a list is written with: `1.1 Đ, 1.2 K` for met and not met, `1.1~1.4` for a range."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.language.telex import decode_word

Token = tuple[str, str, int, int]
"""Kind, lower-case value, start and end."""

MET = frozenset(["đ", "đạt", "dat"])
NOT_MET = frozenset(["kđ", "cđ"])
UNSURE = {"d": True, "k": False, "kd": False, "cd": False}
"""What is a mark only in a list of marks: a bare `d` is an indicator too, a bare `k` a `không?`."""
HEADS = (":", "-", "=", "(")
ENDS = (",", ";", ".", "|", ")", "•")


def spelt_out(tokens: Sequence[Token]) -> list[Token]:
    """Write the marks of a list in words: `1.1 Đ` as `1.1 đạt`."""
    ranged = _with_ranges(tokens)
    marks = [mark for at, token in enumerate(ranged) if token[0] == "place" and (mark := _mark_after(ranged, at))]
    sure = len(marks) > 1 or any(certain for *_, certain in marks)
    replaced = {start: (end, met) for start, end, met, _ in marks if sure}
    return _rewritten(ranged, replaced)


def _with_ranges(tokens: Sequence[Token]) -> list[Token]:
    """Read the `~` of `1.1~1.4`, and dots that touch both sides, as a dash."""
    ranged = list(tokens)
    for at in range(1, len(ranged) - 1):
        (before, _, _, left), (kind, sign, start, end), (after, _, right, _) = ranged[at - 1 : at + 2]
        touching = left == start and end == right
        if (before, kind, after) == ("place", "sign", "place") and (sign == "~" or (touching and sign[:2] == "..")):
            ranged[at] = (kind, "-", start, end)
    return ranged


def _mark_after(tokens: Sequence[Token], at: int) -> tuple[int, int, bool, bool] | None:
    """Find the mark of the place at *at*: where it starts and ends, whether it says met, whether it is one for sure."""
    headed = _value(tokens, at + 1) in HEADS
    start = at + 1 + headed
    word, end = _value(tokens, start), start + 1
    if word == "k":
        end += _value(tokens, end) == "."
        end = end + 1 if _value(tokens, end) in (*MET, "d") else start + 1
    if not _closes(tokens, end):
        return None
    if word in MET:
        return start, end, True, True
    if word in NOT_MET or end > start + 1:
        return start, end, False, True
    return (start, end, UNSURE[word], headed) if word in UNSURE else None


def _value(tokens: Sequence[Token], at: int) -> str:
    """Read a token; a `đ` may be in keystrokes."""
    value = tokens[at][1] if at < len(tokens) else ""
    return decode_word(value).replace("dd", "đ").replace("d9", "đ") if value[-1:].isalnum() else value


def _closes(tokens: Sequence[Token], at: int) -> bool:
    value = _value(tokens, at)
    return not value or value in ENDS or "\n" in value or tokens[at][0] == "place"


def _rewritten(tokens: Sequence[Token], replaced: dict[int, tuple[int, bool]]) -> list[Token]:
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        end, met = replaced.get(at, (at, True))
        if end > at:
            first, last = tokens[at][2], tokens[end - 1][3]
            out += [("word", word, first, last) for word in (("đạt",) if met else ("không", "đạt"))]
        else:
            out.append(tokens[at])
        at = max(end, at + 1)
    return out
