"""What people want done or shown by the product itself: sent, taken back, moved, exported, kept as evidence."""

from __future__ import annotations

import re

from knowledge.language import requests
from knowledge.language.audience import read_broadcast
from knowledge.language.meaning import Meaning
from knowledge.language.message import Message
from knowledge.language.months import impossible_month
from knowledge.language.questions import LATER, WISH, asks

ORDER_FIRST = re.compile(
    r"^ (?:(?:hay|giup|nho'?|em|toi|minh|muon|can|xin|ban|bot|cho|da|vui long|lam on|thay|co'?|anh|chi|va|oi|,|"
    r"phong|tro ly|de'? nghi|[.:;¶-]|duoc|hom nay|bay gio|gio|chao|xin chao|hello|kinh|gui|thua|quy) )*$"
)


ASKED_ELSE = re.compile(r" (?:dau|gi|sao|bao nhieu|the nao|(?<!thang )nao)(?: \w+){0,2} (?:[?.] )?$")
"""What ends a question that is no `được không`."""
HOW_FAR = re.compile(
    r" (?:den|toi) dau | (?:bao nhieu|may)(?: %| phan tram)? roi | xong (?:het )?chua | (?:the nao|ra sao) roi |"
    r" may phan "
)
"""How far the collecting is, not what was collected."""


def broadcast(message: Message) -> Meaning | None:
    """Hear that something is to be sent to schools."""
    match = requests.BROADCAST.search(message.order)
    if match is None or not ORDER_FIRST.match(message.order[: match.start() + 1]):
        return None
    if not message.officer and not re.search(
        r" (?:truong|thong bao|hieu truong|nguoi|X\d+) ", message.order[match.start() :]
    ):
        return None
    if not message.officer and requests.OWN_WORD.search(message.order[match.start() :]):
        return None
    if asks(message.order.replace(" ? ", " ")) and " : " not in message.order and requests.HOW.search(message.order):
        return None
    if re.search(
        r" da (?:gui|thong bao|nhan|nhac)(?: \w+)* (?:ai|nao|bao nhieu|may|chua) ",
        message.order.partition(" : ")[0] + " ",
    ):
        return None
    audience, body = read_broadcast(
        message.heard, message.schools, message.school_year, message.today, match, message.order
    )
    return message.meaning("broadcast", audience=audience, body=body, month=audience.month)


def broadcast_status(message: Message) -> Meaning | None:
    """Hear that somebody asks who read what was sent."""
    return message.meaning("broadcast_status") if requests.BROADCAST_STATUS.search(message.text) else None


def move(message: Message) -> Meaning | None:
    """Hear that a review is to be moved: ordered by an officer, asked for by a principal."""
    match = requests.MOVE.search(message.text)
    if match is None or not requests.MOVED.search(message.text):
        return None
    month, wrong = message.month, impossible_month(message.heard.marked)
    placed = message.schools or re.search(r" (?:lich|danh gia ngoai|thang) ", message.text)
    if month is None and wrong is None and not placed:
        return None
    if message.question and (month is None or ASKED_ELSE.search(message.text)):
        return None
    if requests.HOW.search(message.text) and not (month and re.search(r" duoc khong ", message.text)):
        return None
    if re.search(r" truong nao | [RM]\d+ (?!.*thang)", message.text) or (
        message.report.updates and not re.search(r" lich ", message.text)
    ):
        return None
    intent = "reschedule" if message.officer else "reschedule_request"
    error = f"không có {_month_said(wrong)}" if wrong and month is None else None
    return message.meaning(intent, month=month, error=error)


def _month_said(written: str) -> str:
    figures = re.sub(r"^\D+", "", written)
    return f"tháng {figures or written}"


def export(message: Message) -> Meaning | None:
    """Hear that a table or a file is wanted."""
    if not requests.EXPORT.search(message.text) and not requests.EXPORT.search(message.heard.plain):
        return None
    return None if requests.NOT_EXPORT.search(message.heard.plain) else message.meaning("export", month=message.month)


def evidence(message: Message) -> Meaning | None:
    """Hear evidence being recorded or listed; what evidence is needed is a question about the circular."""
    plain = message.heard.plain
    if not requests.EVIDENCE.search(plain):
        return None
    flat = re.sub(r"(?<= )M\d+(?= )", "minh chung", message.text) if "evidence" in message.named.steps else message.text
    added = requests.EVIDENCE_ADD.search(flat)
    fact = requests.EVIDENCE_FACT.search(flat)
    if _finishes(message, flat) or HOW_FAR.search(flat):
        return None
    brought = fact or (added and (ORDER_FIRST.match(flat[: added.start() + 1]) or " R0 " in flat))
    kept = requests.EVIDENCE_OWN.search(flat) and not _of_rule(flat)
    if kept or (brought and not message.question and not _plans(flat)):
        return message.meaning("evidence", references=message.references())
    return None


def _of_rule(flat: str) -> bool:
    """Say whether it is asked what evidence there must be, or how it is kept."""
    return bool(re.search(r" (?:con )?thieu | can (?:co|nhung|gi|phai) ", flat) or requests.EVIDENCE_RULE.search(flat))


def _plans(flat: str) -> bool:
    """Say whether adding is only wished or planned; a date inside what is added plans nothing."""
    head = f"{flat.partition(' : ')[0]} "
    return bool(WISH.search(head) or LATER.search(head))


def _finishes(message: Message, flat: str) -> bool:
    """Say whether the collecting itself is reported: `đã nộp đủ minh chứng, xong`."""
    return (
        bool(message.report.updates)
        and bool(re.search(r" (?:xong|hoan thanh|hoan tat|\d+ %|dang) ", flat))
        and " : " not in flat
    )
