"""From a message to its meaning: what is wanted, of which place, and what is reported of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.catalogue import Framework
from knowledge.language import requests
from knowledge.language.audience import read_broadcast
from knowledge.language.heard import Heard, hear
from knowledge.language.meaning import Meaning, Reference, Update
from knowledge.language.months import find_month, impossible_month
from knowledge.language.places import Named, name_places, without_schools
from knowledge.language.questions import LATER, WISH, Clause, asks, clauses
from knowledge.language.school_names import find_schools
from knowledge.language.statements import Report, report
from knowledge.language.subjects import is_meant, is_status_only, subject

ORDER_FIRST = re.compile(
    r"^ (?:(?:hay|giup|nho'?|em|toi|minh|muon|can|xin|ban|bot|cho|da|vui long|lam on|thay|co'?|anh|chi|va|oi|,|"
    r"phong|tro ly|de'? nghi|[.:;¶-]|duoc|hom nay|bay gio|gio|chao|xin chao|hello|kinh|gui|thua|quy) )*$"
)
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
PROGRESS_ORDER = re.compile(
    r" (?:ghi(?: nhan)?|cap nhat|danh dau|luu|nhap|tick|dieu chinh|sua)(?! (?:chua|the nao|nham)) "
)
EXPLICIT = re.compile(r" (?:\d+ %|xong|hoan thanh|hoan tat|dang lam|chua lam) ")
OTHER_SCHOOL = re.compile(
    r" (?:truong (?:ban|khac|ho|kia|do|ay|lang gieng|nguoi ta)|cac truong(?: khac)?|ben (?:ban|ho|truong)|X\d+) "
)
LEVEL_ASKED = re.compile(r" dat (?:cap do|muc|muc do|cap|chuan)(?: quoc gia)?(?: muc do)? (?:may|nao|bao nhieu) ")


@dataclass(frozen=True, slots=True)
class Message:
    """Everything known of a message while it is being understood."""

    heard: Heard
    named: Named
    clauses: list[Clause]
    report: Report
    role: str
    schools: tuple[str, ...]
    school_year: str | None
    today: date
    own_school: str | None
    order: str
    """The folded text with schools masked word by word, for what was typed to be found again."""

    @property
    def text(self) -> str:
        return self.named.text

    @property
    def officer(self) -> bool:
        return self.role == "officer"

    @property
    def question(self) -> bool:
        return any(clause.question for clause in self.clauses)

    @property
    def school(self) -> str | None:
        return self.schools[0] if len(self.schools) == 1 else None

    @property
    def month(self) -> str | None:
        return find_month(self.heard.marked, self.school_year, self.today)

    @property
    def others(self) -> bool:
        """A school is named that is not the speaker's own."""
        return bool(self.schools) and (self.own_school is None or self.own_school not in self.schools)

    def meaning(self, intent: str, **more: object) -> Meaning:
        """Fill what every meaning has."""
        return replace(Meaning(intent, school=self.school, schools=self.schools), **more)  # type: ignore[arg-type]

    def references(self) -> tuple[Reference, ...]:
        """Give the places asked about: those of the asking clauses, where there are any."""
        asked = [
            clause for clause in self.clauses if clause.question and re.search(r" R\d", clause.text)
        ] or self.clauses
        names = [name for clause in asked for name in re.findall(r"R\d+", clause.text)]
        return tuple(dict.fromkeys(place for name in names for place in self.named.places[name].places))

    def wrong_reference(self) -> str | None:
        found = (self.named.places[name] for name in re.findall(r"R\d+", self.text))
        return next((place.error for place in found if place.error and not place.counted), None)


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
    message = _read(hear(text), role, framework, schools, school_year, today, own_school)
    if not re.search(r"\w", message.heard.plain):
        return Meaning("unknown")
    for wanted in ROUTES:
        meaning = wanted(message)
        if meaning is not None:
            return meaning
    return _asked(message)


def _read(
    heard: Heard,
    role: str,
    framework: Framework | None,
    schools: Sequence[str],
    school_year: str | None,
    today: date,
    own_school: str | None,
) -> Message:
    named_schools = find_schools(heard.text[:1000], schools) or find_schools(heard.marked[:1000], schools)
    named = name_places(heard, framework, named_schools)
    parts = clauses(named.text)
    order = without_schools(heard.plain, named_schools)
    said = report(parts, named.places, named.excepted)
    return Message(heard, named, parts, said, role, named_schools, school_year, today, own_school, order)


def _small(message: Message) -> Meaning | None:
    """Hear greetings, thanks, help, and the words that only go on or back."""
    plain = message.heard.plain
    if requests.GREETING.match(plain):
        return Meaning("greeting")
    plain = requests.GREETING_FIRST.sub(" ", plain)
    if requests.HELP_ALONE.match(plain):
        return Meaning("help")
    for aspect, pattern in (("next", requests.NEXT), ("previous", requests.PREVIOUS), ("standard", requests.WHOLE)):
        if pattern.match(plain):
            return Meaning("ask", aspect=aspect)
    return Meaning("unknown") if requests.SMALL_TALK.match(plain) else None


def _broadcast(message: Message) -> Meaning | None:
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


def _broadcast_status(message: Message) -> Meaning | None:
    return message.meaning("broadcast_status") if requests.BROADCAST_STATUS.search(message.text) else None


def _undo(message: Message) -> Meaning | None:
    match = requests.UNDO.search(message.text)
    if match is None or (message.question and requests.HOW.search(message.text)):
        return None
    if " nham " in match.group() and (message.report.updates or message.report.error):
        return None
    if message.question and not re.search(r" (?:duoc khong|dum|giup) ", message.text):
        return None
    return message.meaning("undo", references=message.references())


def _move(message: Message) -> Meaning | None:
    """Hear that a review is to be moved: ordered by an officer, asked for by a principal."""
    match = requests.MOVE.search(message.text)
    if match is None or not requests.MOVED.search(message.text):
        return None
    month, wrong = message.month, impossible_month(message.heard.marked)
    if month is None and wrong is None and not re.search(r" (?:lich|danh gia ngoai|thang) ", message.text):
        return None
    if month is None and message.question:
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


def _export(message: Message) -> Meaning | None:
    if not requests.EXPORT.search(message.text) and not requests.EXPORT.search(message.heard.plain):
        return None
    return None if requests.NOT_EXPORT.search(message.heard.plain) else message.meaning("export", month=message.month)


def _evidence(message: Message) -> Meaning | None:
    """Hear evidence being recorded or listed; what evidence is needed is a question about the circular."""
    plain = message.heard.plain
    if not requests.EVIDENCE.search(plain):
        return None
    flat = re.sub(r"(?<= )M\d+(?= )", "minh chung", message.text) if "evidence" in message.named.steps else message.text
    added = requests.EVIDENCE_ADD.search(flat)
    fact = requests.EVIDENCE_FACT.search(flat)
    if (added or fact) and not message.question and not _plans(flat) and not _finishes(message, flat):
        if fact or ORDER_FIRST.match(flat[: added.start() + 1] if added else " ") or re.search(r" R\d+", flat):
            return message.meaning("evidence", references=message.references())
    if (
        requests.EVIDENCE_OWN.search(flat)
        and not _finishes(message, flat)
        and not re.search(r" (?:con )?thieu | can (?:co|nhung|gi|phai) ", flat)
    ):
        return message.meaning("evidence", references=message.references())
    return None


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


def _schedule(message: Message) -> Meaning | None:
    text = re.sub(r"(?<= )M\d+(?= )", "ke hoach", message.text) if "plan" in message.named.steps else message.text
    if message.report.updates or not requests.SCHEDULE.search(text) or " R0 " in text:
        return None
    if re.search(r" (?:co duoc|duoc phep) ", text):
        return None
    if requests.CONTENT_REVIEW.search(text) and not re.search(
        r" (?:lich|thang|ngay|khi nao|bao gio|truong nao|X\d+) ", text
    ):
        return None
    return message.meaning("schedule", month=message.month)


def _district(message: Message) -> Meaning | None:
    if message.officer and message.schools and not message.text.strip().startswith("neu"):
        return _of_schools(message)
    own = requests.OWN_WORD.search(message.text) and not re.search(
        r" (?:cac|nhung) truong | truong (?:nao|khac|ban) ", message.text
    )
    if own or (message.report.updates and not OTHER_SCHOOL.search(message.text) and not message.question):
        return None
    if message.others and message.question:
        return _of_schools(message)
    if requests.DISTRICT.search(message.text) and not _reports_other(message):
        return message.meaning("district_status", **_asked_places(message), month=message.month)
    if message.others and requests.OWN.search(message.text) and not message.report.updates:
        return _of_schools(message)
    if message.officer and not message.references() and requests.OWN.search(message.text):
        return message.meaning("district_status", **_asked_places(message))
    return None


def _of_schools(message: Message) -> Meaning:
    return message.meaning("district_status", **_asked_places(message), month=message.month)


def _asked_places(message: Message) -> dict[str, object]:
    return {"references": message.references(), "milestones": message.named.steps}


def _reports_other(message: Message) -> bool:
    return bool(message.report.updates) and not message.question


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
    if message.question or not message.report.stated or not is_status_only(message.clauses):
        return None
    error = "chưa rõ tiêu chí nào; thầy/cô nói thêm số, ví dụ: xong 1.1"
    return message.meaning("progress", error=error)


def _own_status(message: Message) -> Meaning | None:
    text = message.text
    if message.officer and message.schools:
        return None
    places = re.search(r" [RM]\d+", text)
    error = message.wrong_reference()
    found = requests.OWN.search(text)
    status = message.question and _asks_state(message)
    if LEVEL_ASKED.search(text) and requests.OWN_WORD.search(text):
        found = found or LEVEL_ASKED.search(text)
    if not (status or (found and not _about_content(message, bool(places)))):
        return None
    if error:
        return message.meaning("ask", error=error, references=message.references(), subject=subject(message.heard))
    return message.meaning("own_status", **_asked_places(message), possible=message.report.updates)


def _about_content(message: Message, places: bool) -> bool:
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
    return any(_is_state(clause, message) for clause in asked)


def _is_state(clause: Clause, message: Message) -> bool:
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
    _broadcast,
    _broadcast_status,
    _undo,
    _move,
    _export,
    _evidence,
    _schedule,
    _district,
    _progress,
    _how_to,
    _own_status,
    _help,
)
"""Asked in this order; the first that knows the message answers, and a question about a circular is what is left."""
