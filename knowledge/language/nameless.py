"""A question as everybody may read it: without the names of schools, without telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.language.fold import clean, fold
from knowledge.language.school_kinds import split_name
from knowledge.language.school_names import find_schools

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_PHONE = re.compile(r"\+?\d(?:[ .-]?\d){8,}")
_KINDS = {"truong", "tieu", "hoc", "th", "thcs", "thpt", "mam", "non", "mn", "trung", "co", "so", "gdtx"}


def without_schools(question: str, names: Sequence[str]) -> str | None:
    """Put "trường" for each school of *names*; None where one is named in a way that cannot be cut out."""
    text = _PHONE.sub("…", clean(question))
    for school in find_schools(text, names):
        text = _without(text, tuple(_WORD.findall(fold(split_name(school)[1]))))
    return None if find_schools(text, names) else text


def _without(text: str, base: tuple[str, ...]) -> str:
    found = list(_WORD.finditer(text))
    said = [fold(one.group()) for one in found]
    for start in range(len(said) - len(base), -1, -1):
        if tuple(said[start : start + len(base)]) == base:
            first = start
            while first and said[first - 1] in _KINDS:
                first -= 1
            text = f"{text[: found[first].start()]}trường{text[found[start + len(base) - 1].end() :]}"
            return _without(text, base)
    return text
