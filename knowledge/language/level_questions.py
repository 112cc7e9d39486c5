"""Questions on a school's level, by their words: "đạt cấp độ mấy", "để lên mức 2 cần gì", "nếu 3.2 đạt thì sao"."""

from __future__ import annotations

import re

from knowledge.language.heard import Heard

_FIGURES = {"mot": "1", "hai": "2", "ba": "3", "bon": "4"}
_WORD = r"(?:cap do|muc do|muc)"
_N = rf"{_WORD} (?P<level>\d|mot|hai|ba|bon)(?! ?%|\w)"
_NEXT = rf"(?:{_WORD}|cap) (?:tiep theo|ke tiep|cao hon|nua)"
_WHICH = rf"(?:{_WORD} (?:may|nao|bao nhieu)|cap may)"
_NOW = re.compile(rf" (?:dat|o|duoc|xep|hien|dang|len|thanh)(?: \w+){{0,2}} {_WHICH} ")
_TOWARD = tuple(
    pattern.replace("LEVEL", each)
    for each in (_N, _NEXT)
    for pattern in (
        r" (?:de|muon|lam sao|lam gi|co the)(?: \w+){0,3} (?:len|dat|duoc|toi|vao) LEVEL ",
        r" (?:can|thieu|con|bao nhieu|may)(?: \w+){0,6} (?:len|dat|duoc|toi|vao|du|den) LEVEL ",
        r" LEVEL (?:thi )?(?:can|con thieu|thieu|con can) ",
        r" (?:len|dat|duoc|du)(?: \w+){0,2} LEVEL (?:chua|khong|ko|duoc khong|duoc chua) ",
    )
)
_LAW = re.compile(r" (?:la gi|duoc gi|nghia la|bao gio) ")
_ASKED_OF_ALL = re.compile(r" (?:phai dat|can dat|toi thieu|ty le|tieu chi (?:nay|do|dat|phai)) ")
_WORDS = """
    truong minh em toi ta chung don vi nha co so thay oi da thua a ah ha nhe nhi vay the xin cho hoi biet voi di giup
    hien nay dang gio bay tai luc roi ra se da vua hom nam hoc
    dat len toi duoc vao du xep loai thanh o la co khong ko chua con thieu can phai them nua muon de lam nhu sao nao
    cap do muc may bao nhieu gi nhung tieu chi chuan so phan tram ty le it nhat thieu mot hai ba bon
    tu danh gia kiem dinh chat luong ket qua theo cua va thi neu nay tiep ke cao hon cuoi dieu kien yeu cau
    viec kha nang
"""
_KNOWN = frozenset(_WORDS.split())
"""A question on a school's level has no other words; "thư viện cần gì để đạt mức 2" is one about a criterion."""
_IF = re.compile(r" (?:neu(?: nhu)?|gia su|gia du|gia nhu) ")
_THEN = re.compile(
    rf" thi (?=.)| (?:(?:truong (?:minh|em|toi)|co|se) )*(?:duoc|len|dat|la|con|o|xep)(?: \w+)? {_WHICH} |"
    rf" (?:(?:truong (?:minh|em|toi)|co|se) )*(?:len|du)(?: duoc)? {_N} "
)
_WHAT = re.compile(
    r"^ (?:thi )?(?:(?:truong|minh|em|toi|se|no|ket qua|co|bi|cung|nhu) )*(?:sao|the nao|ra sao|anh huong \w+|"
    r"duoc (?:gi|may|bao nhieu)|may|bao nhieu)(?: (?:khong|a|nhi|vay|ha|nao|roi))* $| (?:cap do|muc|xep) "
)


def asks_level(heard: Heard) -> bool:
    """Tell whether it is asked what level the school reaches."""
    plain = _without_signs(heard.plain)
    return _is_all_known(plain) and bool(_NOW.search(plain)) and not _ASKED_OF_ALL.search(plain)


def level_asked(heard: Heard) -> int | None:
    """Find the level that the school wants to get to: 0 for the next one, None where that is not asked."""
    plain = _without_signs(heard.plain)
    found = next((match for one in _TOWARD if (match := re.search(one, plain))), None)
    if found is None or not _is_all_known(plain):
        return None
    level = found.groupdict().get("level")
    return int(_FIGURES.get(level, level)) if level else 0


def supposes(heard: Heard) -> bool:
    """Tell whether something is said to be only supposed."""
    return bool(_IF.search(heard.plain))


def condition(heard: Heard) -> str:
    """Cut "3.2 và 3.4 đạt" out of "nếu 3.2 và 3.4 đạt thì sao", as typed; empty where nothing is supposed."""
    plain = heard.plain
    lead = _IF.search(plain)
    begin = lead.end() - 1 if lead else 0
    then = next((one for one in _THEN.finditer(plain, begin) if one[0] == " thi "), _THEN.search(plain, begin))
    end = then.start() if then else len(plain)
    if not (lead or then) or (then and not _WHAT.search(_without_signs(plain[end:]))):
        return ""
    at, taken = 1, []
    for one in heard.words:
        if one.plain:
            taken += [one] if begin < at <= end else []
            at += len(one.plain) + 1
    return heard.text[taken[0].start : taken[-1].end] if taken else ""


def _is_all_known(plain: str) -> bool:
    return not _LAW.search(plain) and all(one in _KNOWN or one.isdigit() for one in plain.split())


def _without_signs(plain: str) -> str:
    return re.sub(r" (?:[^\w ]+ )+", " ", plain)
