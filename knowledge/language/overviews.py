"""What people ask about the plan of the year and about schools: when, and how far."""

from __future__ import annotations

import re

from knowledge.language import requests
from knowledge.language.meaning import Meaning
from knowledge.language.message import Message

OTHER_SCHOOL = re.compile(
    r" (?:truong (?:ban|khac|ho|kia|do|ay|lang gieng|nguoi ta)|cac truong(?: khac)?|ben (?:ban|ho|truong)|X\d+) "
)


def schedule(message: Message) -> Meaning | None:
    """Hear that somebody asks when schools are reviewed."""
    text = re.sub(r"(?<= )M\d+(?= )", "ke hoach", message.text) if "plan" in message.named.steps else message.text
    if message.report.updates or not requests.SCHEDULE.search(text) or " R0 " in text:
        return None
    if re.search(r" (?:co duoc|duoc phep) | truong nao (?:da|chua|con|van|cham) (?!(?:duoc|bi|co) )", text):
        return None
    if requests.CONTENT_REVIEW.search(text) and not re.search(
        r" (?:lich|thang|ngay|khi nao|bao gio|truong nao|X\d+) ", text
    ):
        return None
    return message.meaning("schedule", month=message.month)


def district(message: Message) -> Meaning | None:
    """Hear that somebody asks how far schools are, other than the own one."""
    if message.officer and message.schools and not message.text.strip().startswith("neu"):
        return _of_schools(message)
    many = requests.DISTRICT.search(message.text)
    if many and message.officer and message.report.updates:
        return message.meaning("district_status", **message.asked_places(), month=message.month)
    own = requests.OWN_WORD.search(message.text) and not re.search(
        r" (?:cac|nhung) truong | truong (?:nao|khac|ban) ", message.text
    )
    if own or (message.report.updates and not OTHER_SCHOOL.search(message.text) and not message.question):
        return None
    if message.others and message.question:
        return _of_schools(message)
    if many and not _reports_other(message):
        return message.meaning("district_status", **message.asked_places(), month=message.month)
    if message.others and requests.OWN.search(message.text) and not message.report.updates:
        return _of_schools(message)
    if message.officer and not message.references() and requests.OWN.search(message.text):
        return message.meaning("district_status", **message.asked_places())
    return None


def _of_schools(message: Message) -> Meaning:
    return message.meaning("district_status", **message.asked_places(), month=message.month)


def _reports_other(message: Message) -> bool:
    return bool(message.report.updates) and not message.question
