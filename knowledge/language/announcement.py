"""An officer's order to announce something: whom to, except whom, when, and in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.language import requests
from knowledge.language.audience import EXCEPT, LACKING, LEVELS, audience_end, typed_from
from knowledge.language.fold import fold
from knowledge.language.heard import hear
from knowledge.language.message import Message, read_message
from knowledge.language.months import settle, spoken_months
from knowledge.language.school_names import find_schools
from knowledge.language.send_times import SendTime, find_send_time, is_send_time

_ORDER = re.compile(
    r" (?:(?:gui|dang|ban|phat)(?: (?:thong bao|tin|tin nhan|loi nhan))?(?: (?:vao|cho|den|toi|len))?"
    r"(?: cac)?(?= nhom )"
    r"|(?:gui|soan|ra|lam|tao|phat) (?:thong bao|tin nhan|thong diep)|thong bao) "
)
_EVERYONE = re.compile(
    r" (?:tat ca|toan bo|toan the|toan (?:huyen|nganh|xa|quan)|het|moi truong|cac (?:truong|don vi|co so|hieu truong)|"
    r"ca huyen|thong bao chung|moi nguoi) "
)
_ATTACH = re.compile(r"\b(?:kem|dinh kem)(?: theo)?(?: (?:tep|file|anh|hinh|van ban|cong van|tai lieu))?\b")
_FILLER = re.compile(
    r"\b(?:nhu sau|voi|noi dung|rang|la|khan|gap|moi|nhe|giup|thong bao|tin nhan|hop|ve|viec|luc|vao|hen|gui|giup|a|"
    r"\d+|truong|cac|va|thang|nhom|mam non|tieu hoc|hieu truong)\b"
)
_SCHOOLLIKE = re.compile(r"(?:truong|thay|co|mn|th|thcs|thpt|cho|den|toi|X\d+|,|va) $")
_LATER = re.compile(r"[\s.,;(]+(?:hen gio gui|hen gui|hen gio|hen|gui luc|gui vao luc|gui vao)\s+")
_AND = r" (?:va|,|cung|voi)(?: (?:va|ca|cac|them|truong|khoi))*"
_LONGEST_UNKNOWN = 5


@dataclass(frozen=True, slots=True)
class Announcement:
    """What an order says; whatever it leaves open is empty."""

    everyone: bool = False
    """Whether all were named, in so many words."""
    levels: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    lacking: str | None = None
    schools: tuple[str, ...] = ()
    """Named, and added to those that the other parts single out."""
    doubtful: tuple[str, ...] = ()
    """Schools of one name, of which it was not said which."""
    excepted: tuple[str, ...] = ()
    rooms_only: bool = False
    """Whether it is for groups, and not for each school's own conversation."""
    unknown: str = ""
    """What was named and is known to nobody."""
    when: SendTime | None = None
    attach: bool = False
    """Whether a file is to go with it."""
    body: str = ""

    @property
    def names_somebody(self) -> bool:
        """Whether it says whom it is for."""
        return bool(self.everyone or self.levels or self.months or self.lacking or self.schools)


def read_announcement(text: str, schools: Sequence[str], school_year: str | None, now: datetime) -> Announcement | None:
    """Read an order; None where *text* is none."""
    early = _before_the_order(text, now)
    if early is not None:
        found = read_announcement(text[early.end :].lstrip(" ,.:"), schools, school_year, now)
        return replace(found, when=found.when or early) if found else None
    message = read_message(hear(text), "officer", None, schools, school_year, now.date(), None)
    verb = requests.BROADCAST.search(message.order) or _ORDER.search(message.order)
    return _read(message, verb, schools, school_year, now) if verb else None


def _before_the_order(text: str, now: datetime) -> SendTime | None:
    """Find `15h chiều mai` where it stands before the order: `15h chiều mai gửi các trường: …`."""
    found = find_send_time(text, now)
    if found is None or not re.match(
        r"[ ,.:]*(?:thi |hay |giup |nho )*(?:gui|nhac|thong bao|bao)\b", fold(text[found.end :])
    ):
        return None
    return found if re.fullmatch(r"(?:\W|hay|giup|nho|em|hen|luc|vao|ngay|den)*", fold(text[: found.start])) else None


def _read(
    message: Message, verb: re.Match[str], schools: Sequence[str], school_year: str | None, now: datetime
) -> Announcement:
    plain = message.order
    end = audience_end(plain, verb.end() - 1)
    colon = re.search(r" (?::|¶) ", plain[verb.start() :])
    gap = _marked(message, plain, end, verb.start() + colon.start()) if colon else ""
    when = find_send_time(gap, now)
    rest = _without(gap, when)
    separates = colon is not None and (not rest or _is_name(plain[: end + 1], rest))
    if separates and colon is not None:
        end = max(end, verb.start() + colon.start())
    body, later = _without_later(typed_from(message.heard, plain, end), now)
    head = plain[verb.start() : end] + " "
    known = Announcement(unknown=rest if separates else "", when=later or (when if separates else None), body=body)
    marked = _marked(message, plain, 0, end)
    return _with_audience(known, head, _without_time(marked, now), schools, school_year, now)


def _is_name(before: str, rest: str) -> bool:
    """Tell a name that nobody knows from the beginning of a text that has a colon further on."""
    return len(rest.split()) <= _LONGEST_UNKNOWN and bool(_SCHOOLLIKE.search(before))


def _marked(message: Message, plain: str, start: int, end: int) -> str:
    """Give the words between two places of *plain* in good Vietnamese."""
    words = [word for word in message.heard.words if word.plain]
    return " ".join(word.marked for word in words[len(plain[:start].split()) : len(plain[:end].split())])


def _without(gap: str, when: SendTime | None) -> str:
    """Take out of *gap* what is understood."""
    if when is not None:
        gap = gap[: when.start] + gap[when.end :]
    unsaid = _FILLER.sub(" ", _ATTACH.sub(" ", fold(gap)))
    return "" if not re.search(r"\w", unsaid) else gap.strip(" ,.-")


def _without_time(marked: str, now: datetime) -> str:
    found = find_send_time(marked, now)
    return marked if found is None else f"{marked[: found.start]} {marked[found.end :]}"


def _without_later(body: str, now: datetime) -> tuple[str, SendTime | None]:
    """Take `hẹn gửi lúc 7h30 thứ hai` off the end of a text."""
    for lead in reversed(list(_LATER.finditer(fold(body)))):
        found = is_send_time(body[lead.start() :].strip(" .,;()"), now)
        if found is not None:
            return body[: lead.start()].rstrip(" ,;("), found
    return body, None


def _with_audience(
    known: Announcement, head: str, marked: str, schools: Sequence[str], school_year: str | None, now: datetime
) -> Announcement:
    parts = EXCEPT.split(head, maxsplit=1)
    whom = f" {parts[0].strip()} "
    said, left_out = _split_marked(marked)
    named = find_schools(said, schools) if " X" in whom else ()
    levels = _levels(whom, named=bool(named))
    lacking = next((lack for lack, pattern in LACKING.items() if re.search(rf" (?:{pattern}) ", whom)), None)
    spoken = (settle(one, school_year, now.date()) for one in spoken_months(_each_month(said), school_year))
    months = tuple(dict.fromkeys(month for month in spoken if month))
    return replace(
        known,
        everyone=bool(_EVERYONE.search(whom)) and not (named or levels or months or lacking),
        levels=levels,
        months=months,
        lacking=lacking,
        schools=named,
        doubtful=_doubtful(whom, named),
        excepted=find_schools(left_out, schools) if left_out else (),
        rooms_only=" nhom " in whom and not re.search(r" (?:cac|tat ca|toan bo) truong ", whom),
        attach=bool(_ATTACH.search(fold(marked))),
    )


def _each_month(said: str) -> str:
    """Write `tháng 11, 12` as `tháng 11, tháng 12`."""
    return re.sub(r"(?i)(?<=\d)( ?(?:,|và|va) ?)(?=\d{1,2}\b)", r"\1tháng ", said) if "thang" in fold(said) else said


def _split_marked(marked: str) -> tuple[str, str]:
    match = EXCEPT.search(fold(f" {marked} "))
    return (marked[: match.start()], marked[match.end() :].strip()) if match else (marked, "")


def _levels(whom: str, *, named: bool) -> tuple[str, ...]:
    """Find the levels named; beside schools only those joined to them: `các trường mầm non và TH Tứ Cường`."""
    if not named:
        return tuple(level for level, pattern in LEVELS.items() if re.search(rf" (?:{pattern}) ", whom))
    return tuple(
        level
        for level, pattern in LEVELS.items()
        if re.search(rf" (?:{pattern}){_AND} X\d| X\d+{_AND} (?:{pattern}) ", whom)
    )


def _doubtful(whom: str, named: tuple[str, ...]) -> tuple[str, ...]:
    """Find the schools that share a name which was said once."""
    bare: dict[str, list[str]] = {}
    for name in named:
        bare.setdefault(fold(name.partition(" ")[2]), []).append(name)
    mentions = len(re.findall(r"(?<!X)(?: X\d+)+(?! X)", whom))
    shared = [name for names in bare.values() if len(names) > 1 for name in names]
    return tuple(shared) if shared and mentions < len(named) else ()
