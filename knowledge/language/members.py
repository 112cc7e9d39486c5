"""What an officer says about people: the office's own, and who speaks for a school."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.language.heard import Heard, hear

OFFICERS, REMOVE_OFFICER, LEAVE = "officers", "remove-officer", "leave"
WHO, REMOVE_MEMBER, DEPUTY = "who", "remove-member", "deputy"

_REMOVE = r"(?:xoa|bo|go|loai|rut|thoi|cho thoi|cho nghi)(?: bo)?(?: (?:ten|quyen|cua))*"
_LEAVE = re.compile(
    r" (?:toi|minh|em)(?: xin| muon)* (?:thoi|nghi|rut|khong con|khong|ngung)(?: lam| la| khoi)* (?:vai )?chuyen vien "
)
_REMOVE_OFFICER = re.compile(rf"^ (?:hay |nho |giup )*{_REMOVE} (?:chuyen vien|can bo)(?= )")
_GONE_OFFICER = re.compile(
    r"^ chuyen vien (?P<who>.{2,60}?) (?:da |vua |moi )*(?:nghi|chuyen cong tac|thoi viec|khong con)"
)
_OFFICERS = re.compile(
    r"^ (?:xem |cho xem |cho toi xem )*(?:danh sach|ds|liet ke|cac|nhung|co nhung|co may|bao nhieu)(?: cac)?"
    r" chuyen vien"
    r"(?: (?:nao|gom|hien nay|la|nhung|ai|dang|co|cua|phong))* $"
    r"| ai (?:la|dang la|lam|dang lam) chuyen vien |^ chuyen vien (?:gom |co |la )*(?:nhung )?ai "
)
_REMOVE_MEMBER = re.compile(
    rf"^ (?:hay |nho |giup )*{_REMOVE} (?:hieu truong|pho hieu truong|hieu pho|nguoi|thanh vien) "
)
_WHO = re.compile(
    r" ai (?:da |dang |duoc )*(?:tham gia|phu trach|noi thay|noi cho|"
    r"dai dien|dung ten|la hieu truong|la pho hieu truong) "
    r"| (?:nguoi|thanh vien|nhung ai|ai) (?:tham gia|cua|trong|o)(?: \w+)? truong | co (?:nhung )?ai tham gia "
    r"| (?:co|doi|thay|bo nhiem)(?: sang)? hieu truong(?: moi)? | hieu truong moi "
)
_DEPUTY = re.compile(
    r"^ (?:toi |em |minh |xin |muon |cho )*(?:moi|them|tao ma cho|lay ma cho|cap ma cho|ma cho|ma moi)"
    r"(?: them)? (?:pho hieu truong|hieu pho)"
    r"(?: (?:cung|ghi|tham gia|vao|truong|em|toi|minh|cua|lam|giup|a|nhe))* $"
)


@dataclass(frozen=True, slots=True)
class MemberOrder:
    """What is asked about people."""

    what: str
    """officers, remove-officer, leave, who, remove-member or deputy."""
    who: str = ""
    """The name as typed, where one is given."""


def read_member_order(text: str) -> MemberOrder | None:
    """Read "bỏ chuyên viên Nguyễn Văn A"; None where no people are spoken of."""
    heard = hear(text)
    plain = f" {' '.join(heard.plain.rstrip(' .?').split())} "
    if _LEAVE.search(plain):
        return MemberOrder(LEAVE)
    removed = _REMOVE_OFFICER.match(plain)
    if removed:
        return MemberOrder(REMOVE_OFFICER, _typed(heard, plain, removed.end()))
    gone = _GONE_OFFICER.match(plain)
    if gone:
        return MemberOrder(REMOVE_OFFICER, _typed(heard, plain, gone.start("who"), gone.end("who")))
    patterns = ((OFFICERS, _OFFICERS), (DEPUTY, _DEPUTY), (REMOVE_MEMBER, _REMOVE_MEMBER), (WHO, _WHO))
    return next((MemberOrder(what) for what, pattern in patterns if pattern.search(plain)), None)


def _typed(heard: Heard, plain: str, begin: int, end: int | None = None) -> str:
    """Give the words between two places of *plain* as they were typed."""
    words = [word for word in heard.words if word.plain]
    first, last = len(plain[:begin].split()), len(plain[:end].split())
    chosen = words[first:last]
    return heard.text[chosen[0].start : chosen[-1].end] if chosen else ""
