"""Whom a broadcast is for, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.language.heard import Heard
from knowledge.language.meaning import Audience
from knowledge.language.months import find_month

LEVELS = {
    "MN": r"mam non|mn|mau giao",
    "TH": r"tieu hoc|th|cap 1",
    "THCS": r"thcs|trung hoc co so|cap 2",
    "THPT": r"thpt|trung hoc pho thong|cap 3",
    "GDTX": r"gdtx|giao duc thuong xuyen",
}
LACKING = {
    "report": (
        r"(?:chua|cham|no|con thieu|thieu|tre|khong)(?: (?:nop|xong|hoan thanh|hoan tat|co|viet|lam|gui|"
        r"viet xong|lam xong))* (?:ban )?bao cao(?: tu danh gia)?"
    ),
    "acknowledgement": (
        r"(?:chua|khong)(?: (?:he|bam|co))* (?:xac nhan|doc|nhan|phan hoi|tra loi|xem|hoi am)(?: (?:thong bao|"
        r"tin|tin nhan|duoc tin))?"
    ),
    "start": (
        r"(?:chua|khong)(?: (?:he|co))* (?:bat dau|lam gi|khoi dong|trien khai|lam|cap nhat|co gi|bao cao gi|"
        r"dong den|thuc hien)(?: (?:gi|ca|tu danh gia|tien do))*"
    ),
}
GROUP = re.compile(
    r"(?:tat ca|toan bo|toan|ca|het|nhung|moi|cac|truong|don vi|co so|huyen|nganh|quan|xa|khoi|hieu truong|nhom|"
    r"vao(?= (?:cac )?nhom )|"
    r"ngoai tru|tru|khong ke|khong tinh|tru ra|"
    r"dong chi|thay co'?|nguoi|bac|cap hoc|"
    r"mam non|tieu hoc|trung hoc co so|trung hoc pho thong|mau giao|giao duc thuong xuyen|mn|thcs|thpt|th|gdtx|"
    r"cap \d|(?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|may)(?= (?:truong|don vi|co so|thay|"
    r"hieu truong) )|va|,|cho|den|toi|voi|trong|cua|quan ly|ma|dang|con|nao)(?= )"
)
EXCEPT = re.compile(r" (?:ngoai tru|tru(?: ra)?|khong ke|khong tinh)(?= )")
"""What stands behind it is left out."""
MONTHLY = re.compile(
    r"(?:se |co lich |duoc |kiem dinh )*(?:danh gia ngoai |tham dinh |danh gia )?(?:vao |trong )?"
    r"(?:thang (?:\d+|nay|sau|toi)(?: (?:nam )?<date>|/ ?\d+)?|<date>)(?= )"
)
LEAD = re.compile(
    r"(?:[:,\-.¶;]|la|rang|ve viec|voi noi dung|noi dung|nhu sau|biet|hay|nhe|de|ve|viec|giup|thong bao|tin nhan)(?= )"
)
NAMED = re.compile(r"X\d+(?= )")


def read_broadcast(
    heard: Heard, schools: Sequence[str], school_year: str | None, today: date, verb: re.Match[str], plain: str
) -> tuple[Audience, str]:
    """Tell whom the broadcast in *plain* is for and what it says, *verb* being the order to send it."""
    colon = re.search(r" (?::|¶) ", plain[verb.start() :])
    at = verb.end() - 1
    end = audience_end(plain, at)
    if colon:
        end = max(end, min(verb.start() + colon.start(), len(plain)))
    head = plain[verb.start() : end] + " "
    body = typed_from(heard, plain, end)
    month = find_month(_marked_until(heard, plain, end), school_year, today) if MONTHLY.search(head) else None
    return _audience(EXCEPT.split(head)[0] + " ", schools, month), body


def audience_end(plain: str, at: int) -> int:
    """Walk over the words that say who, and stop where the message begins."""
    while True:
        place = at + 1
        match = next(
            (
                m
                for p in (*map(re.compile, LACKING.values()), NAMED, MONTHLY, GROUP)
                if (m := p.match(plain, place)) and m.end() > place
            ),
            None,
        )
        if match is None:
            return at
        at = match.end()


def _audience(head: str, schools: Sequence[str], month: str | None) -> Audience:
    lacking = next((lack for lack, pattern in LACKING.items() if re.search(rf" (?:{pattern}) ", head)), None)
    named = tuple(schools) if re.search(r" X\d+ ", head) else ()
    rest = re.sub(r" X\d+(?= )", "", head)
    levels = (
        tuple(level for level, pattern in LEVELS.items() if re.search(rf" (?:{pattern}) ", rest)) if not named else ()
    )
    everyone = not (named or levels or month or lacking)
    return Audience(everyone=everyone, levels=levels, month=month, lacking=lacking, schools=named)


def typed_from(heard: Heard, plain: str, end: int) -> str:
    """Give the body as it was typed: what stands after the audience, without the words that lead to it."""
    while match := LEAD.match(plain, end + 1):
        end = match.end()
    words = [word for word in heard.words if word.plain]
    start = len(plain[:end].split())
    if start >= len(words):
        return ""
    lead = re.search(r"[*\"'(\[]*$", heard.text[: words[start].start])
    return heard.text[lead.start() if lead else words[start].start :].strip()


def _marked_until(heard: Heard, plain: str, end: int) -> str:
    count = len(plain[:end].split())
    words = [word for word in heard.words if word.plain]
    return " ".join(word.marked for word in words[: count + 6])
