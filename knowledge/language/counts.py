"""How many criteria are said to be done where it is not said which: `tiêu chuẩn 1 xong 5 tiêu chí`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.catalogue import Framework
from knowledge.language.exceptions import holds, opened, parts
from knowledge.language.heard import Word
from knowledge.language.meaning import Reference
from knowledge.language.numbers import ONE, ONES
from knowledge.language.references import Found
from knowledge.language.statuses import DONE, HOW_MUCH

SOME = (
    r"mot so|mot vai|vai ba|vai|mot it|it|nhieu|phan lon|da so|hau het|gan het|mot phan|nua'?|mot nua'?|phan nua'?|"
    r"mot nua'? so"
)
COUNT = re.compile(
    rf"(?<= )(?:(?P<number>\d{{1,2}}|{ONE})(?: (?:tren|trong)(?: (?:so|tong so))? \d{{1,2}})?|{SOME})"
    rf"(?: (?:so|cac|trong so))* (?P<unit>tieu chi|chi so)(?= )(?! (?:nao|gi|bao nhieu))"
    rf"|(?<= )(?P<partly>{DONE}(?: (?:duoc|khoang|moi))* (?:{SOME})(?= (?:[,;¶.?]|roi|thoi|R\d|$)))|(?<= )"
    rf"tieu chi <may>(?= )"
)
"""Folded text with its places named: a number that counts, not one that names."""
WHOLE = re.compile(r"(?:^| )(?P<name>R\d+)(?= )")
PARTS = re.compile(r"[,;¶.?]")
SENTENCES = re.compile(r"(?<= )[;¶.?](?= )")
DATE_BEFORE = frozenset(["ngay", "hom", "den", "toi", "truoc", "sau", "tu", "sang", "chieu", "lich"])
WORK_AFTER = frozenset(["cong viec", "khoi luong"])


def with_shares(words: Sequence[Word]) -> str:
    """Join the folded words; `3/7 tiêu chí` is `3 tieu chi`, `2/3 công việc` is `67 %`, a bare share is `<may>`."""
    shown = [word for word in words if word.plain]
    return f" {' '.join(_share(shown, at) if one.plain == '<phan>' else one.plain for at, one in enumerate(shown))} "


def _share(words: Sequence[Word], at: int) -> str:
    part, whole = (int(figure) for figure in words[at].marked.split("/"))
    before = words[at - 1].plain if at else ""
    after = " ".join(word.plain for word in words[at + 1 : at + 3])
    if after in ("tieu chi", "chi so"):
        return str(part)
    if before in DATE_BEFORE or not 0 < part < whole:
        return "<phan>"
    return f"{round(100 * part / whole)} %" if after in WORK_AFTER else "<may>"


def check_counts(text: str, places: dict[str, Found], framework: Framework | None) -> str:
    """Hold what is counted in *text* against what is named: a whole is only done if all of it is counted.

    Where the parts are named beside the whole, the whole only heads them, and its name is taken out of the text.
    """
    out, at = [], 0
    for end in [*(match.start() for match in SENTENCES.finditer(text)), len(text)]:
        out.append(_checked(text[at:end], places, framework))
        at = end
    return "".join(out)


def _checked(sentence: str, places: dict[str, Found], framework: Framework | None) -> str:
    for match in list(COUNT.finditer(sentence)):
        whole = _whole_of(sentence, match, places)
        if whole is None and match["unit"] == "tieu chi":
            _leave_step_open(sentence, match, places, framework)
        if whole is not None and _only_heads(whole, match, sentence, places, framework):
            sentence = re.sub(rf"(?<= ){whole} ", "", sentence)
    return sentence


def _leave_step_open(
    sentence: str, match: re.Match[str], places: dict[str, Found], framework: Framework | None
) -> None:
    """Take a step that is done for some criteria for no step done: `phiếu đánh giá xong 20 tiêu chí`."""
    if framework and _number(match) == len(framework.criteria):
        return
    for name in re.findall(r" (M\d+)(?= )", sentence[: match.start()])[-1:]:
        places[name] = replace(places[name], error=places[name].error or HOW_MUCH, vague=True)


def _whole_of(sentence: str, match: re.Match[str], places: dict[str, Found]) -> str | None:
    """Find what is counted of: named in the same part of the sentence, else the last before, else the next."""
    depth = 1 if match["unit"] == "chi so" else 0
    names = [(one.start(), one["name"]) for one in WHOLE.finditer(sentence) if _depth(places[one["name"]]) == depth]
    bounds = [one.start() for one in PARTS.finditer(sentence)]
    first = max((bound for bound in bounds if bound < match.start()), default=-1)
    last = min((bound for bound in bounds if bound > match.start()), default=len(sentence))
    inside = [name for at, name in names if first < at < last]
    if match["unit"] is None:
        return inside[0] if inside else None
    before = [name for at, name in names if at < match.start()]
    return next(iter([*inside[:1], *before[-1:], *(name for _, name in names)]), None)


def _depth(found: Found) -> int:
    """Tell a whole standard (0, also one that was opened) from a criterion (1) and an indicator."""
    if found.whole is not None or (len(found.places) == 1 and found.places[0].criterion is None):
        return 0
    return 1 if len(found.places) == 1 and found.places[0].indicator is None else 2


def _only_heads(
    name: str, match: re.Match[str], sentence: str, places: dict[str, Found], framework: Framework | None
) -> bool:
    """Say whether the whole only heads the parts named beside it; else see that the count is its own."""
    found = places[name]
    if found.error or not found.places:
        return False
    whole = found.whole or found.places[0]
    number = _number(match)
    inner = [(one, places[one["name"]]) for one in WHOLE.finditer(sentence)]
    named = {place for _, other in inner for place in other.places if other is not found and holds(whole, place)}
    if named and number in (len(named), None):
        return True
    every = parts(whole, framework) if framework else ()
    if number is not None and number == (len(found.places) if found.whole else len(every)):
        return False
    if number is not None and named and framework and number == len(every) - len(named):
        places[name] = replace(found, places=opened((whole,), named, framework), whole=whole)
        return False
    places[name] = replace(found, error=_which(whole), vague=True)
    return False


def _number(match: re.Match[str]) -> int | None:
    said = match["number"]
    if said is None:
        return None
    return int(said) if said.isdigit() else ONES[said]


def _which(whole: Reference) -> str:
    if whole.criterion is None:
        return (
            f"chưa rõ những tiêu chí nào của tiêu chuẩn {whole.number}, ví dụ: xong {whole.number}.1, {whole.number}.2"
        )
    return f"chưa rõ những chỉ số nào của tiêu chí {whole.number}, ví dụ: {whole.number}a đạt, {whole.number}b chưa đạt"
