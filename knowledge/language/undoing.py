"""Reports taken back: the last one, or that of a place."""

from __future__ import annotations

import re

from knowledge.language import requests
from knowledge.language.meaning import Meaning
from knowledge.language.message import Message

UNDO = re.compile(
    r" (?:hoan tac|undo|thu hoi(?= (?:di |a |giup |\. )*$)|(?:bo|xoa|huy|thu hoi|rut|go|rut lai)(?: (?:di|lai|"
    r"giup|cho|em|toi|minh|cai|ban ghi|lan|phan|muc|cap nhat|ghi nhan|tien do|thong tin|du lieu|so lieu|viec|"
    r"dong|nhung gi|het|thao tac|lan ghi))* "
    r"(?:vua|cuoi|moi (?:ghi|nhap|bao|cap)|gan nhat|truoc do|nham|do di|nay di)|(?:bo|xoa|huy)(?: (?:giup|ho|"
    r"cho|em|toi|minh|di))* (?:cap nhat|"
    r"ban ghi|ghi nhan)|(?:ghi|nhap|bao|bam|an|cap nhat|go|gui) (?:nham|sai|lon)|nham (?:roi|mat|cho|tieu chi|"
    r"truong)|nham|khong phai vay|(?:bo|xoa|huy) (?:no )?(?:di|no)|(?:quay|quay tro|tro|tra|dua|lui|khoi phuc|"
    r"lay)(?: (?:lai|ve|no|cho|giup|em|toi|minh|het))* (?:(?:nhu|luc|hoi|ban) (?:cu|truoc|luc truoc|"
    r"luc dau'?|ban dau'?|"
    r"hoi nay|dau'?)|truoc do|trang thai (?:cu|truoc)|buoc truoc|(?:nhu |luc )*truoc khi|nhu khi chua)) "
)
UNDO_PLACE = re.compile(
    r"^ (?:(?:thoi|em|toi|minh|xin|cho|nho'?|giup|nham|oi|a|,|hay|muon|can|vui long) )*(?:bo|xoa|huy|thu hoi|rut)"
    r"(?: (?:di|"
    r"giup|ho|cho|em|toi|minh|lai|cai|lan|ban|muc|phan|viec|ghi|ghi nhan|cap nhat|bao|tien do|cua|o|ve|ket qua))* "
    r"(?P<places>R\d+(?: (?:,|va) R\d+)*)(?P<rest> .*)"
)
UNDO_REST = re.compile(
    r" ?(?:(?:di|vua|ghi|moi|nhap|bao|roi|cap nhat|nay|do|em|giup|toi|minh|voi|a|nhe|nha|ho|cho|luc nay|hom qua|"
    r"hom nay|"
    r"thay|co'?|anh|chi|khoi danh sach|da(?= (?:ghi|bao|nhap))|lam'?|no|[.,;]) ?)*"
)
"""`bỏ 1.1 vừa ghi`; with a report behind it, it is two things in one message."""
UNDO_ALONE = re.compile(r"^ (?:thoi )?(?:bo|xoa)(?: (?:a|nhe|nha|em|giup|ho|cho|toi|minh|thay|co'?|[.]))* $")


def undo(message: Message) -> Meaning | None:
    """Hear that a report is to be taken back: the last one, or that of a place."""
    if UNDO_ALONE.match(message.text):
        return message.meaning("undo")
    placed = UNDO_PLACE.match(message.text)
    if placed and not message.question:
        return _undo_of_place(message, placed["rest"])
    match = UNDO.search(message.text)
    if match is None or (message.question and requests.HOW.search(message.text)):
        return None
    if " nham " in match.group() and (message.report.updates or message.report.error):
        return None
    if message.question and not re.search(r" (?:duoc khong|dum|giup) ", message.text):
        return None
    return message.meaning("undo", references=message.references())


def _undo_of_place(message: Message, rest: str) -> Meaning | None:
    """Tell `bỏ 1.1 vừa ghi` from `bỏ 1.1, 1.2 xong`, which is two things at once."""
    if UNDO_REST.fullmatch(rest):
        return message.meaning("undo", references=message.references())
    if not message.report.updates:
        return None
    return message.meaning("progress", error="tin này vừa bỏ vừa ghi; thầy/cô gửi riêng từng việc giúp")
