"""From a message to its meaning: what is wanted, of which place, and what is reported of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from knowledge.catalogue import Framework
from knowledge.language import orders, overviews, requests, undoing
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning, Update
from knowledge.language.message import Message, read_message
from knowledge.language.overviews import OTHER_SCHOOL
from knowledge.language.questions import Clause
from knowledge.language.subjects import is_meant, is_status_only, subject

CONTENT = re.compile(
    r" (?:la gi|can(?! (?:lam gi (?:tiep|nua)|thiet))|nhu the nao|the nao(?! roi)|khi nao|lam sao|bao gio|cach|"
    r"tai'? sao|vi sao|lam the nao|neu|yeu cau|noi dung|quy dinh|gom|"
    r"bat buoc|giai thich|huong dan|may (?:chi so|nguoi|muc|buoc|tieu chi|tieu chuan|cap)|ai (?:la|lam|phu|ky|"
    r"chiu)|sao(?! roi)|thi sao|truoc ngay|o dau|lay dau|bao lau|phai|thi (?:co|duoc|bi|lam)|mau|bieu mau) "
)
STATE = re.compile(
    r" (?:xong|hoan thanh|hoan tat|hoan thien|lam|viet|dat|du|nop|thanh lap|cong bo|bat dau|trien khai|duoc|"
    r"ghi|thu thap|lap|xay dung|cap nhat|ok|on|roi|[RM]\d+|phe duyet|ky|thu|gui|chua|dang|\d+ %) "
)
EXPLICIT = re.compile(r" (?:\d+ %|xong|hoan thanh|hoan tat|dang lam|chua lam) ")
LEVEL_ASKED = re.compile(r" dat (?:cap do|muc|muc do|cap|chuan)(?: quoc gia)?(?: muc do)? (?:may|nao|bao nhieu) ")


def understand(
    text: str,
    role: str,
    framework: Framework | None,
    schools: Sequence[str],
    school_year: str | None,
    today: date,
    own_school: str | None = None,
) -> Meaning:
    """Tell what *text* means when somebody of *role* says it."""
    message = read_message(hear(text), role, framework, schools, school_year, today, own_school)
    if not re.search(r"\w", message.heard.plain):
        return Meaning("unknown")
    for wanted in ROUTES:
        meaning = wanted(message)
        if meaning is not None:
            return meaning
    return _asked(message)


def _small(message: Message) -> Meaning | None:
    """Hear greetings, thanks, help, and the words that only go on or back."""
    plain = message.heard.plain
    if requests.GREETING.match(plain):
        return Meaning("greeting")
    plain = requests.GREETING_FIRST.sub(" ", plain)
    if requests.HELP_ALONE.match(plain) or requests.WHO.match(plain):
        return Meaning("help")
    for aspect, pattern in (("next", requests.NEXT), ("previous", requests.PREVIOUS), ("standard", requests.WHOLE)):
        if pattern.match(plain):
            return Meaning("ask", aspect=aspect)
    return Meaning("unknown") if requests.SMALL_TALK.match(plain) else None


def _progress(message: Message) -> Meaning | None:
    """Hear a report; whoever speaks for a school speaks for no other."""
    said = message.report
    if message.question or not (said.updates or said.error):
        return _unplaced(message)
    if not message.officer and _of_another(message):
        error = "chỉ ghi được tiến độ của trường mình"
        return message.meaning("progress", error=error)
    if said.error:
        return message.meaning("progress", error=said.error, possible=said.fine)
    return message.meaning("progress", updates=said.updates)


def _of_another(message: Message) -> bool:
    if message.schools:
        return message.own_school is not None and message.own_school not in message.schools
    return bool(OTHER_SCHOOL.search(message.text)) and not requests.OWN_WORD.search(message.text)


def _unplaced(message: Message) -> Meaning | None:
    """Hear `xong rồi ạ`, which does not say what."""
    if message.question or requests.LISTED.match(message.text):
        return None
    if not message.report.stated or not is_status_only(message.clauses):
        return None
    error = "chưa rõ tiêu chí nào; thầy/cô nói thêm số, ví dụ: xong 1.1"
    return message.meaning("progress", error=error)


def _own_status(message: Message) -> Meaning | None:
    text = message.text
    if message.officer and message.schools:
        return None
    error = message.wrong_reference()
    found = requests.OWN.search(text) or requests.LISTED.match(text)
    status = message.question and _asks_state(message)
    if LEVEL_ASKED.search(text) and requests.OWN_WORD.search(text):
        found = found or LEVEL_ASKED.search(text)
    if not (status or (found and not _about_content(message))):
        return None
    if error:
        return message.meaning("ask", error=error, references=message.references(), subject=subject(message.heard))
    return message.meaning("own_status", **message.asked_places(), possible=message.report.updates)


def _about_content(message: Message) -> bool:
    own = requests.OWN_WORD.search(message.text)
    if re.search(r" (?:can (?:dat|co)|phai (?:dat|co)|toi thieu|it nhat|yeu cau) ", message.text):
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
    asks_yes_no = not re.search(r" (?:gi|nao|bao nhieu|may|dau|ai|sao) ", text)
    named = re.search(r" [RM]\d+", text) or EXPLICIT.search(text) or requests.OWN_WORD.search(text)
    bare = re.fullmatch(r" (?:con |the |vay |thi )*[RM]\d+ ", text)
    return bool(
        asks_yes_no and named and not bare and STATE.search(re.sub(r" [RM]\d+(?= )", "", text)) and not _shows(text)
    )


def _shows(text: str) -> bool:
    return bool(re.search(r" (?:giai thich|huong dan|hoi ve|noi ro|noi them|tim hieu|tra cuu|noi ve) ", text))


def _help(message: Message) -> Meaning | None:
    if re.search(r" [RM]\d+", message.text):
        return None
    return message.meaning("help") if requests.HELP.search(message.text) else None


def _how_to(message: Message) -> Meaning | None:
    if re.search(r" [RM]\d+", message.text):
        return None
    return message.meaning("help") if requests.HELP_HOW.search(message.text) else None


def _asked(message: Message) -> Meaning:
    """Take what is left for a question about the circular, where it means anything."""
    references, error = message.references(), message.wrong_reference()
    if not references and not error and not message.named.steps and not is_meant(message.heard):
        return Meaning("unknown")
    aspect = _aspect(message)
    return message.meaning(
        "ask",
        references=references,
        error=error,
        milestones=message.named.steps,
        aspect=aspect,
        subject=subject(message.heard),
        possible=_possible(message),
    )


def _possible(message: Message) -> tuple[Update, ...]:
    return message.report.updates if message.question else ()


def _aspect(message: Message) -> str | None:
    if requests.EVIDENCE.search(message.heard.plain):
        return "evidence"
    if message.references() and requests.NEXT_OF.search(message.text):
        return "next"
    return None


ROUTES = (
    _small,
    orders.broadcast,
    orders.broadcast_status,
    undoing.undo,
    orders.move,
    orders.export,
    orders.evidence,
    overviews.schedule,
    overviews.district,
    _progress,
    _how_to,
    _own_status,
    _help,
)
"""Asked in this order; the first that knows the message answers, and a question about a circular is what is left."""
