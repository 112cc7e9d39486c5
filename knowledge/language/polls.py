"""A quick question of the office: what is asked, of whom, what an answer looks like, and whether a text is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.language.fold import clean, fold
from knowledge.language.heard import hear

NUMBER, YES_NO, CHOICE, WORD = "number", "yes_no", "choice", "word"
LONGEST_OPTION = 40
MOST_OPTIONS = 8

_ORDER = re.compile(r"^ (?:nho |giup |em |toi |cho )*(?:hoi nhanh|khao sat nhanh|tham do(?: nhanh)?|hoi y kien)(?= )")
_HOW_MANY = re.compile(r" (?:bao nhieu|may|so luong|tong so)(?= )")
_CLOSED = re.compile(r" (?P<end>chua|khong)(?: (?:a|nhi|vay|the|nhe))*(?: \?)? $")
_OPTIONS = re.compile(r"[(\[]([^()\[\]]*[^()\[\]\d\s]\s*/[^()\[\]]+)[)\]]\s*\??\s*$")
_YES = re.compile(r"(?:da |vang |roi |truong (?:em|minh|toi) )*(?:co|roi|da|xong|vang|dung|du)(?: (?:roi|a|nhe|em))*")
_NO = re.compile(r"(?:da |vang |truong (?:em|minh|toi) )*(?:khong|chua|chua co|khong co)(?: (?:a|nhe|em|dau|xong))*")
_WHO_ANSWERED = re.compile(
    r"^ (?:xem )?(?:ket qua|cau tra loi)(?: cua)? (?:hoi nhanh|khao sat)(?: nhanh)? "
    r"|^ (?:nhung )?(?:ai|(?:cac )?truong nao|don vi nao) (?:da |con )?(?:chua )?tra loi(?: hoi nhanh| cau hoi)?"
    r"(?: roi| vay| the)? [?.]? ?$"
)
_FIGURE = re.compile(r"(?<![\d.,/])\d{1,9}(?:[.,]\d{1,2})?(?![\d.,/%])")
_BARE = re.compile(
    r"(?:da|vang|bao cao|tra loi|truong (?:em|minh|toi)|co|khoang|la|:|,| )*\d{1,9}(?: ?[.,] ?\d{1,2})?"
    r"(?: (?:nguoi|giao vien|gv|hoc sinh|hs|lop|phong|cai|bo|em|chau|may|ban|a|nhe)){0,3}"
)
_REPLY = re.compile(
    r"^(?:em |toi |truong (?:em|minh|toi) )?(?:xin )?(?:tra loi|tl|dap)(?: (?:nhanh|la|:|cau hoi))*[ :]+"
)


@dataclass(frozen=True, slots=True)
class PollOrder:
    """What is to be asked."""

    head: str
    """The words before the question: whom it is for."""
    question: str
    kind: str
    options: tuple[str, ...] = ()


def read_poll(text: str) -> PollOrder | None:
    """Read "hỏi nhanh các trường mầm non: đã họp hội đồng chưa?"; None where nothing is to be asked."""
    heard = hear(text)
    order = _ORDER.match(heard.plain)
    if order is None:
        return None
    head, colon, question = heard.text.partition(":")
    if not colon:
        words = [word for word in heard.words if word.plain]
        at = len(order[0].split())
        head, question = "", heard.text[words[at].start :] if at < len(words) else ""
    return PollOrder(head, question.strip(), *kind_of(question.strip()))


def kind_of(question: str) -> tuple[str, tuple[str, ...]]:
    """Tell what an answer to *question* looks like, and between what it chooses."""
    listed = _OPTIONS.search(question)
    options = tuple(each.strip() for each in listed[1].split("/") if each.strip()) if listed else ()
    if 2 <= len(options) <= MOST_OPTIONS and all(len(each) <= LONGEST_OPTION for each in options):
        return CHOICE, options
    plain = f" {hear(question).plain.strip()} "
    closed = _CLOSED.search(plain)
    if closed:
        return YES_NO, ("Rồi", "Chưa") if closed["end"] == "chua" else ("Có", "Không")
    return (NUMBER if _HOW_MANY.search(plain) else WORD), ()


def answer_in(kind: str, options: tuple[str, ...], text: str) -> str | None:
    """Read the answer that *text* gives when somebody was asked for one; None where it is none of that kind."""
    said = clean(text).strip()
    plain = _said(text)
    if kind == NUMBER:
        found = _FIGURE.findall(fold(said))
        return found[0].replace(".", ",") if len(found) == 1 else None
    if kind == YES_NO:
        if _NO.fullmatch(plain):
            return options[1]
        return options[0] if _YES.fullmatch(plain) else None
    if kind == CHOICE:
        return next((each for each in options if fold(each) == fold(said)), None)
    return _without_lead(said) or None


def asks_who_answered(text: str) -> bool:
    """Tell whether *text* asks what came back: `kết quả hỏi nhanh`, `ai chưa trả lời`."""
    return _WHO_ANSWERED.search(f" {_said(text)} ") is not None


def offered(kind: str, options: tuple[str, ...], text: str) -> str | None:
    """Read an answer in words said out of nothing, while a question waits: only what can hardly be anything else."""
    plain = _said(text)
    lead = _REPLY.match(plain)
    if lead:
        return answer_in(kind, options, _without_lead(clean(text).strip()))
    if kind == NUMBER:
        return answer_in(kind, options, text) if _BARE.fullmatch(plain) else None
    return None if kind == WORD else answer_in(kind, options, text)


def _said(text: str) -> str:
    return " ".join(hear(text).plain.replace(" . ", " ").rstrip(" .").split())


def _without_lead(text: str) -> str:
    """Drop "trả lời:" before the answer itself."""
    lead = _REPLY.match(fold(text))
    return text[lead.end() :].strip() if lead else text
