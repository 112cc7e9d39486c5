"""Questions on how far the own school is, told from those on what a circular asks."""

from __future__ import annotations

import re

from knowledge.language import requests, state_requests
from knowledge.language.meaning import Meaning
from knowledge.language.message import Message
from knowledge.language.questions import Clause
from knowledge.language.subjects import subject

CONTENT = re.compile(
    r" (?:la gi|can(?! (?:lam gi (?:tiep|nua)|thiet))|nhu the nao|the nao(?! roi)|khi nao|lam sao|bao gio|cach|"
    r"tai'? sao|vi sao|lam the nao|neu|yeu cau|noi dung|quy dinh|gom|"
    r"bat buoc|giai thich|huong dan|may (?:chi so|nguoi|muc|buoc|tieu chi|tieu chuan|cap)|ai (?:la|lam|phu|ky|"
    r"chiu)|sao(?! roi)|thi sao|truoc ngay|o dau|lay dau|bao lau|(?<!co )phai(?! khong)|thi (?:co|duoc|bi|lam)|mau|"
    r"bieu mau) "
)
STATE = re.compile(
    r" (?:xong|hoan thanh|hoan tat|hoan thien|lam|viet|dat|du|nop|thanh lap|cong bo|bat dau|trien khai|duoc|"
    r"ghi|thu thap|lap|xay dung|cap nhat|ok|on|roi|[RM]\d+|phe duyet|ky|thu|gui|chua|dang|\d+ %) "
)
EXPLICIT = re.compile(r" (?:\d+ %|xong|hoan thanh|hoan tat|dang lam|chua lam) ")
_LEVEL = r"(?:cap do|muc|muc do|cap|chuan)(?: quoc gia)?(?: muc do)?"
LEVEL_ASKED = re.compile(
    rf" (?:dat|duoc|o|len|xep|la)(?: \w+)? {_LEVEL} (?:may|nao|bao nhieu) "
    rf"| (?:da|du|dat|len|duoc|toi)(?: (?:du|dat|len|duoc|toi|dieu kien))* {_LEVEL} \d (?:chua|duoc chua) "
)
SUPPOSED = re.compile(r" (?:neu|gia su|\d+ tren \d+) | thi (?:len|dat|duoc|xep|la) ")


def own_status(message: Message) -> Meaning | None:
    """Hear that somebody asks how far the own school is."""
    text = message.text
    if message.officer and message.schools:
        return None
    error = message.wrong_reference()
    found = state_requests.OWN.search(text) or state_requests.LISTED.match(text)
    if requests.OWN_WORD.search(text):
        found = found or state_requests.OWN_ONLY.search(text)
    status = message.question and _asks_state(message)
    if LEVEL_ASKED.search(text) and requests.OWN_WORD.search(text) and not SUPPOSED.search(text):
        found = found or LEVEL_ASKED.search(text)
    if not (status or (found and not _about_content(message))):
        return None
    if error:
        return message.meaning("ask", error=error, references=message.references(), subject=subject(message.heard))
    return message.meaning("own_status", **message.asked_places(), possible=message.report.updates)


def _about_content(message: Message) -> bool:
    own = requests.OWN_WORD.search(message.text)
    if re.search(
        r" (?:can (?:dat|co)|phai (?:dat|co)|thi (?:duoc|moi duoc|la dat)|cong nhan|toi thieu|it nhat|yeu cau|"
        r"can bao nhieu(?!.* nua )|(?:cap do|muc(?: do)?) \d (?:la|can|phai)) ",
        message.text,
    ):
        return True
    strong = re.search(
        r" (?:thieu (?:gi|nhung)|den dau|toi dau|bao nhieu (?:%|phan)|may phan tram|tien do|roi|con (?:thieu|"
        r"lai|may|bao)) ",
        message.text,
    )
    return bool(CONTENT.search(message.text)) and not own and not strong


def _asks_state(message: Message) -> bool:
    """Say whether how things stand is asked, rather than what a circular says."""
    asked = [clause for clause in message.clauses if clause.question]
    return any(_is_state(clause) for clause in asked)


def _is_state(clause: Clause) -> bool:
    text = clause.text
    if CONTENT.search(text) or (" minh chung " in text and re.search(r" (?:gi|nao) ", text)):
        return False
    asks_yes_no = not re.search(r" (?:gi|nao|bao nhieu|may|(?<!bat )dau|ai|sao) ", text)
    named = re.search(r" [RM]\d+", text) or EXPLICIT.search(text) or requests.OWN_WORD.search(text)
    bare = re.fullmatch(r" (?:con |the |vay |thi )*[RM]\d+ ", text)
    return bool(
        asks_yes_no and named and not bare and STATE.search(re.sub(r" [RM]\d+(?= )", "", text)) and not _shows(text)
    )


def _shows(text: str) -> bool:
    return bool(re.search(r" (?:giai thich|huong dan|hoi ve|noi ro|noi them|tim hieu|tra cuu|noi ve) ", text))
