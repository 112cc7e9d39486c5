"""What people ask about the plan of the year and about schools: when, and how far."""

from __future__ import annotations

import re

from knowledge.language import requests, state_requests
from knowledge.language.meaning import Meaning
from knowledge.language.message import Message
from knowledge.language.patterns import with_old_name

OTHER_SCHOOL = re.compile(
    r" (?:truong (?:ban|khac|ho|kia|do|ay|lang gieng|nguoi ta)|cac truong(?: khac)?|ben (?:ban|ho|truong)|X\d+) "
)
KIND = re.compile(rf" {requests.LEVEL} ")
ASKED_OF_IT = re.compile(r" (?:the nao|ra sao|nhu nao|bao nhieu|may|gi) ")
OF_SEVERAL = re.compile(
    r" (?:cac|nhung|moi|khoi|toan|may truong|bao nhieu truong|tien do|tinh hinh|roi|xong|hoan thanh|hoan tat|nop|da|"
    r"chua|"
    r"dang|con|den dau|toi dau|phan tram|%|huyen|truong nao) "
)


HOW_FAR = re.compile(
    r" (?:(?:den|toi) (?:dau|buoc nao)|tien do|(?:bao nhieu|may) (?:%|phan tram)|(?:the nao|ra sao|sao) roi|"
    r"xong (?:\S+ ){0,2}chua|(?:chua|da) (?:nop|xong|lam|bat dau|hoan thanh|bao cao|cap nhat|lap|viet)|cham) "
)
STANDING = re.compile(r" (?:tinh hinh|tien do) (?:\S+ ){0,4}truong ")
WHEN = re.compile(r" (?:lich|thang (?:may|nao)|khi nao|bao gio|luc nao|ngay nao|ngay may|hom nao) ")
"""Of the schools of one month it may be asked how far they are, which is nothing of when."""


def schedule(message: Message) -> Meaning | None:
    """Hear that somebody asks when schools are reviewed."""
    text = with_old_name(message.text)
    text = re.sub(r"(?<= )M\d+(?= )", "ke hoach", text) if "plan" in message.named.steps else text
    if message.report.updates or not state_requests.SCHEDULE.search(text) or " R0 " in text:
        return None
    if _asks_how_far(text):
        return None
    if re.search(r" (?:co duoc|duoc phep) | truong nao (?:da|chua|con|van|cham) (?!(?:duoc|bi|co) )", text):
        return None
    if state_requests.CONTENT_REVIEW.search(text) and not re.search(
        r" (?:lich|thang|ngay|khi nao|bao gio|truong nao|X\d+) ", text
    ):
        return None
    return message.meaning("schedule", month=message.month)


def _asks_how_far(text: str) -> bool:
    """Tell `các trường đánh giá ngoài tháng 12 làm đến đâu rồi` from a question on when they are."""
    of_schools = f" {text.partition(' truong ')[2]}"
    return not WHEN.search(text) and bool(HOW_FAR.search(of_schools) or STANDING.search(text))


def district(message: Message) -> Meaning | None:
    """Hear that somebody asks how far schools are, other than the own one."""
    if message.officer and message.schools and not message.text.strip().startswith("neu"):
        return _of_schools(message)
    many = state_requests.DISTRICT.search(with_old_name(message.text))
    if many and message.officer and message.report.updates:
        return message.meaning("district_status", **message.asked_places(), month=message.month)
    own = requests.OWN_WORD.search(message.text) and not re.search(
        r" (?:cac|nhung) truong | truong (?:nao|khac|ban) ", message.text
    )
    if message.month is None and (state_requests.RULED.search(message.text) or _of_a_kind(message.text)):
        return None
    if own or (message.report.updates and not OTHER_SCHOOL.search(message.text) and not message.question):
        return None
    if message.others and message.question:
        return _of_schools(message)
    if many and not _reports_other(message):
        return message.meaning("district_status", **message.asked_places(), month=message.month)
    if message.others and state_requests.OWN.search(message.text) and not message.report.updates:
        return _of_schools(message)
    if message.officer and not message.references() and state_requests.OWN.search(message.text):
        return message.meaning("district_status", **message.asked_places())
    return None


def _of_a_kind(text: str) -> bool:
    """Tell `trường tiểu học tự đánh giá thế nào`, said of any such school, from `các trường tiểu học thế nào rồi`."""
    kind = KIND.search(text)
    return bool(kind and ASKED_OF_IT.search(text, kind.end() - 1)) and not OF_SEVERAL.search(text)


def _of_schools(message: Message) -> Meaning:
    return message.meaning("district_status", **message.asked_places(), month=message.month)


def _reports_other(message: Message) -> bool:
    return bool(message.report.updates) and not message.question
