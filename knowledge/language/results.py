"""What an external review found, as an officer says it: `TH Tứ Cường đạt cấp độ 2`, `MN Đoàn Kết không đạt`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.fold import fold
from knowledge.language.heard import hear
from knowledge.language.patterns import with_old_name
from knowledge.language.school_kinds import split_name

_NUMBER = r"(?P<{}>[1-9]|i{{1,3}}|iv|mot|hai|ba|bon)(?![\w%./]| %)"
_FIGURES = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4}
_GRADE = re.compile(r" (?:chuan )?(?:quoc gia|cqg|cgq)(?: (?:muc do|muc|md) " + _NUMBER.format("grade") + ")?")
_LEVEL = re.compile(r" (?P<word>cap do|cd|muc(?: do)?) " + _NUMBER.format("level"))
_FAILED = re.compile(
    r" (?:khong|chua|ko|k) dat(?: (?:kiem dinh(?: chat luong)?(?: giao duc)?|yeu cau|danh gia ngoai))*"
    r"(?: nam hoc <date>)? (?:[.] )*$"
)
_SAID = re.compile(r" (?:dat|ket qua|cong nhan|xep) ")
_WITHDRAWN = re.compile(r"^ (?:bo|xoa|huy|go) (?:bo )?ket qua ")
_ASKED = re.compile(
    r" (?:[?]|nao|may|bao nhieu|bao gio|sao|gi|ai|the nao|ha|bao lau) "
    r"| (?:chua|khong|ko|chang) (?:[?.] )*$| (?:da|co) .*(?:chua|khong) "
)
_UNCERTAIN = re.compile(
    r" (?:neu|dieu kien|"
    r"muon|can|phai|se|du kien|phan dau|dang ky|quyet tam|de dat|co the|hay|nen|muc tieu|de nghi|yeu cau dat"
    r"|thong bao|gui|nhac|toi|em|minh|tu danh gia|tdg) "
)
_CRITERION = re.compile(r" (?:tieu chi|tc|chi so|chi bao|tieu chuan|tchuan) | [1-9]\.\d")
_ALL_RESULTS = re.compile(
    r"(?:truong|don vi) nao .*(?:co|da) .*ket qua|(?:nhung|cac|danh sach|bao nhieu) (?:truong )?.*da co ket qua"
    r"|ket qua (?:danh gia ngoai )?(?:cua )?(?:cac|nhung|tat ca) (?:cac )?truong"
    r"|(?:truong|don vi) nao (?:da )?dat (?:cap do|muc|chuan)"
    r"|bao nhieu truong (?:da )?dat (?:cap do|muc|chuan)"
    r"|^ (?:xem )?ket qua danh gia ngoai (?:nam nay )?[?.]? ?$"
)
_HISTORY = re.compile(
    r" ket qua (?:danh gia ngoai |kiem dinh )?(?:cua )?(?:cac|nhung|qua cac|moi) nam "
    r"| ket qua (?:danh gia ngoai|kiem dinh) (?:cua |nam )"
    r"| ket qua (?:cac|qua cac|nhung) nam "
    r"|^ (?:xem )?ket qua (?:\w+ ){1,6}(?:qua )?(?:cac|nhung|moi) nam "
    r"|^ (?:xem )?ket qua danh gia ngoai (?:(?:cua )?(?:nha )?truong(?: (?:minh|toi|em|ta))? )?[?.]? ?$"
)


@dataclass(frozen=True, slots=True)
class SpokenResult:
    """A result as said, not yet held against the circular."""

    level: int | None = None
    word: str = ""
    """`cấp độ` or `mức`: which of the two was said."""
    grade: int | None = None
    """The national-standard grade (chuẩn quốc gia mức độ)."""
    withdrawn: bool = False
    """What was recorded is to be dropped."""

    @property
    def said(self) -> str:
        """`cấp độ 2`, `mức 3, chuẩn quốc gia mức độ 1`, `không đạt`."""
        parts = [f"{self.word} {self.level}"] if self.level else []
        parts += [f"chuẩn quốc gia mức độ {self.grade}"] if self.grade else []
        return ", ".join(parts) or "không đạt"


def read_result(text: str, schools: Sequence[str] = ()) -> SpokenResult | None:
    """Read the result that *text* states; None for a question, a wish, or something else.

    The names of the *schools* in it are set aside: Sao Mai asks nothing, and Bình Minh does not speak of itself.
    """
    plain = with_old_name(f"{hear(text).plain.rstrip(' .')} ")
    for name in schools:
        plain = re.sub(rf" {re.escape(fold(split_name(name)[1]))} ", " x ", plain)
    if _WITHDRAWN.match(plain):
        return SpokenResult(withdrawn=True)
    failed = _FAILED.search(plain)
    rest = f"{plain[: failed.start()]} " if failed else plain
    if _ASKED.search(rest) or _UNCERTAIN.search(plain.replace("'", "")) or _CRITERION.search(plain):
        return None
    return SpokenResult() if failed else _achieved(plain)


def _achieved(plain: str) -> SpokenResult | None:
    grade = _GRADE.search(plain)
    without = plain[: grade.start()] + plain[grade.end() :] if grade else plain
    level = _LEVEL.search(without)
    if not _SAID.search(plain) or (level is None and (grade is None or not grade["grade"])):
        return None
    word = "" if level is None else "cấp độ" if level["word"] in {"cap do", "cd"} else "mức"
    return SpokenResult(
        _figure(level["level"]) if level else None, word, _figure(grade["grade"]) if grade and grade["grade"] else None
    )


def _figure(written: str) -> int:
    return _FIGURES.get(written) or int(written)


def asks_for_results(text: str) -> bool:
    """Tell whether the results of all schools are asked for."""
    return _ALL_RESULTS.search(with_old_name(hear(text).plain)) is not None


def asks_for_history(text: str) -> bool:
    """Tell whether a school's results over the years are asked for."""
    return _HISTORY.search(with_old_name(hear(text).plain)) is not None
