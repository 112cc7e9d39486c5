"""Reports of the own school, and what only looks like one."""

from __future__ import annotations

import re

from knowledge.language import requests, state_requests
from knowledge.language.meaning import Meaning
from knowledge.language.message import Message
from knowledge.language.overviews import OTHER_SCHOOL
from knowledge.language.state_words import beyond_state
from knowledge.language.subjects import is_status_only

REPORTED = re.compile(
    r" (?:xong|hoan thanh|hoan tat|hoan thien|\d+ %|da (?:co |duoc )?(?:nop|gui|viet|lap|thanh lap|cong bo|ky|"
    r"ban hanh|ra|"
    r"thu thap|lam|xay dung)|(?:moi|dang|chua) (?:nop|gui|viet|lap|thanh lap|cong bo|thu thap|lam|xay dung|bat dau)|"
    r"trien khai) "
)
MANY_OTHERS = 3
"""So many words that no report of a step has, and none of `xong` or its like, are a question put as a sentence."""


def progress(message: Message) -> Meaning | None:
    """Hear a report; whoever speaks for a school speaks for no other."""
    said = message.report
    if message.question or not (said.updates or said.error):
        return _unplaced(message)
    if _tells_a_rule(message):
        return None
    if not message.officer and _of_another(message):
        error = "chỉ ghi được tiến độ của trường mình"
        return message.meaning("progress", error=error)
    if said.error:
        return message.meaning("progress", error=said.error, possible=said.fine)
    return message.meaning("progress", updates=said.updates)


def _tells_a_rule(message: Message) -> bool:
    """Say whether a step is only mentioned beside much else: `kế hoạch hoạt động của tổ theo tuần, tháng`."""
    if any(not one.target.startswith("milestone:") for one in message.report.updates) or message.report.error:
        return False
    return not REPORTED.search(message.heard.plain) and len(beyond_state(message.heard)) >= MANY_OTHERS


def _of_another(message: Message) -> bool:
    if message.schools:
        return message.own_school is not None and message.own_school not in message.schools
    told = OTHER_SCHOOL.search(message.text) or OTHER_SCHOOL.search(message.heard.plain)
    return bool(told) and not requests.OWN_SCHOOL.search(message.text)


def _unplaced(message: Message) -> Meaning | None:
    """Hear `xong rồi ạ`, which does not say what."""
    if message.question or state_requests.LISTED.match(message.text):
        return None
    if not message.report.stated or not is_status_only(message.clauses):
        return None
    error = "chưa rõ tiêu chí nào; thầy/cô nói thêm số, ví dụ: xong 1.1"
    return message.meaning("progress", error=error)
