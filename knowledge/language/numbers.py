"""Numbers said in words, and percentages: `tám mươi phần trăm`, `một chấm hai`, `một nửa`."""

from __future__ import annotations

import re

ONES = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "lam'": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9, "muoi": 10,
}  # fmt: skip
ONE = r"(?:mot|hai|ba|bon|tu|nam|lam'?|sau|bay|tam|chin)"
SPOKEN = rf"(?:mot tram|{ONE} (?:muoi|chuc) {ONE}|muoi {ONE}|{ONE} (?:muoi|chuc)|muoi|{ONE})"
IN_PERCENT = re.compile(rf"(?<= )(am )?({SPOKEN})(?= (?:%|phan tram))")
POINTED = re.compile(rf"(?<= )({ONE}|\d{{1,2}}) (?:cham|phay|\.) ({SPOKEN}|\d{{1,2}})(?= )")
NAMED = re.compile(
    rf"(?<= )(tieu chi|tieu chuan) (?:so |thu )?({SPOKEN})(?= )(?! (?:hoc|nay|sau|toi|ngoai|truoc|so|vai|cach|"
    rf"trong|<date>))"
)
LISTED = re.compile(
    rf"(?<= )(tieu chi|tieu chuan)((?: \d{{1,2}}(?: ,| va| den)?)+) ({ONE})(?= )(?! (?:hoc|nay|truong))"
)
SPACED = re.compile(r"(?<= )(tieu chi) (\d{1,2}) ?\. ?(\d{1,2})(?= )")
HALF = re.compile(
    r"(?<= )(?P<lead>(?:duoc|dat|con|lam|viet|khoang|gan|hon|xong|moi|thanh|lai|tam|den) )(?:mot nua'?|1 nua'?|"
    r"phan nua'?|nua'|(?<!xong )nua)(?P<tail> duong)?(?= )"
)
THIRDS = re.compile(
    rf"(?<= )(?P<lead>(?:duoc|dat|con|khoang|gan|hon|xong) )(?P<up>{ONE}|\d) phan (?P<down>ba|bon|tu|nam|[2-9])(?= )"
)
ROMAN = re.compile(r"(?<= )(tieu chi|tieu chuan) (i{1,3}|iv|v)(?= )")
ROMANS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}
NEGATIVE = re.compile(r"(?<= )am (\d+) (?=%|phan tram)")
PERCENT_WORD = re.compile(r"(?<=\d )phan tram(?= )")


BARE = re.compile(r"(?<= )(duoc|dat|len|khoang|tam|:) (0|[1-9]\d|1\d\d)(?= (?:[,;¶.]|roi |thoi |nhe |$))")
"""A percentage without its sign, as `1.2 được 80`."""


def spoken_number(words: str) -> int:
    """Read a number from one to a hundred: `tam muoi lam` is 85."""
    if words == "mot tram":
        return 100
    parts = words.replace("chuc", "muoi").split()
    if "muoi" not in parts:
        return ONES[parts[0]]
    at = parts.index("muoi")
    tens = ONES[parts[at - 1]] if at else 1
    return tens * 10 + (ONES[parts[at + 1]] if at + 1 < len(parts) else 0)


def _figure(words: str) -> str:
    return words if words.isdigit() else str(spoken_number(words))


def in_figures(plain: str) -> str:
    """Write the numbers of folded *plain* text in figures, where they count a percentage or name a place."""
    plain = IN_PERCENT.sub(lambda m: f"{'-' if m[1] else ''}{spoken_number(m[2])}", plain)
    plain = (
        POINTED.sub(lambda m: f"{_figure(m[1])}.{_figure(m[2])}", plain)
        if "cham" in plain or "phay" in plain
        else plain
    )
    plain = SPACED.sub(r"\1 \2.\3", plain)
    plain = ROMAN.sub(lambda m: f"{m[1]} {ROMANS[m[2]]}", plain)
    plain = NAMED.sub(lambda m: f"{m[1]} {spoken_number(m[2])}", plain)
    plain = LISTED.sub(lambda m: f"{m[1]}{m[2]} {_figure(m[3])}", plain)
    plain = NEGATIVE.sub(r"-\1 ", PERCENT_WORD.sub("%", plain))
    plain = BARE.sub(r"\1 \2 %", plain)
    plain = HALF.sub(lambda m: f"{m['lead']}50 %", plain)
    return THIRDS.sub(lambda m: f"{m['lead']}{_share(m)} %", plain)


def _share(match: re.Match[str]) -> int:
    up, down = int(_figure(match["up"])), int(_figure(match["down"]))
    return round(100 * up / down)


def percent(figure: str) -> int | None:
    """Read a percentage as written (`80`, `80,0`); None where it is no whole one."""
    value = float(figure.replace(",", "."))
    return int(value) if value.is_integer() else None
