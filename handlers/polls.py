"""Quick questions: the office asks every school one thing, and the answers land in one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zlib import crc32

from db import audit, outbox, people, polls, schools
from db.session import Session
from db.tables import Campaign, Letter, Poll, PollAnswer, Review
from handlers import telling, wording
from handlers.campaigns import running
from handlers.sheets import XLSX, Sheet, workbook
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.polls import (
    CHOICE,
    NUMBER,
    WORD,
    YES_NO,
    answer_in,
    asks_who_answered,
    kind_of,
    offered,
    read_poll,
)
from knowledge.language.school_names import find_schools
from knowledge.rules.permissions import may
from knowledge.shelf import Shelf

LONGEST = 500
SHOWN = 25
"""Answers in words on one screen; the rest is in the table."""
KINDS = {NUMBER: "một số", YES_NO: "có hoặc không", CHOICE: "chọn một", WORD: "vài chữ"}
TOLD = {
    NUMBER: "Thầy/cô trả lời bằng một số vào đây, ví dụ *12*.",
    WORD: "Thầy/cô bấm Trả lời, rồi gõ vài chữ.",
}
EXAMPLE = "Thầy/cô viết giúp, ví dụ: *hỏi nhanh các trường mầm non: đã họp hội đồng chưa?*"


def asks(turn: Turn) -> bool:
    """Tell whether an officer wants to ask the schools something."""
    return may(turn.role, "poll") and read_poll(turn.words) is not None


def begin(turn: Turn) -> Reply:
    """Show what would be asked of whom; without words, the questions asked so far."""
    if not turn.words:
        return _all(turn)
    order = read_poll(turn.words) or read_poll(f"hỏi nhanh: {turn.words}")
    if order is None or not order.question:
        raise Refusal(f"Hỏi các trường điều gì? {EXAMPLE}")
    if len(order.question) > LONGEST:
        raise Refusal(f"Câu hỏi dài quá {LONGEST} chữ. Thầy/cô rút gọn giúp; việc dài thì gửi thông báo.")
    draft = {"what": "poll", "question": order.question, "kind": order.kind, "options": list(order.options)}
    turn.address.draft = {**draft, "head": order.head}
    return _preview(turn)


def change_kind(turn: Turn) -> Reply:
    """Take another form of answer for the question that is being written."""
    draft = _draft(turn)
    if turn.words not in (NUMBER, YES_NO, WORD):
        raise Refusal("Câu trả lời có thể là số, có/không, hoặc chữ.")
    _, options = kind_of(str(draft["question"])) if turn.words == YES_NO else ("", ())
    turn.address.draft = {**draft, "kind": turn.words, "options": list(options or ("Có", "Không"))}
    return _preview(turn, in_place=True)


def _preview(turn: Turn, *, in_place: bool = False) -> Reply:
    draft = _draft(turn)
    found, whom = _asked(turn, str(draft["head"]))
    deaf = [one.school.name for one in found if not people.speakers(turn.session, one.school_id)]
    kind, options = str(draft["kind"]), [str(one) for one in draft["options"]]
    how = " / ".join(options) if kind in (YES_NO, CHOICE) else KINDS[kind]
    lines = [f"**Hỏi {len(found)} trường{whom}:** {draft['question']}", f"Trả lời bằng: {how}."]
    if deaf:
        lines.append(f"{len(deaf)} trường chưa có ai tham gia nên không nhận được: {_some(deaf)}.")
    others = [
        Choice(f"Đổi: {KINDS[one]}", f"/kieudap {one}") for one in (NUMBER, YES_NO, WORD) if one != kind != CHOICE
    ]
    return Reply(
        "\n".join(lines),
        (Choice("Gửi", f"/guihoi {_mark(draft)}"), *others, Choice("Thôi", "/thoi")),
        in_place=in_place,
    )


def _mark(draft: dict[str, Any]) -> str:
    """Tell one question from another, so that the button of an older one never sends a newer."""
    return f"{crc32(repr((draft['question'], draft['kind'], draft['head'])).encode()):08x}"


def _some(names: list[str], most: int = 6) -> str:
    more = f" và {len(names) - most} trường nữa" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _draft(turn: Turn) -> dict[str, Any]:
    draft = turn.address.draft or {}
    if draft.get("what") != "poll":
        raise Refusal(f"Câu hỏi này không còn chờ gửi. {EXAMPLE}")
    return dict(draft)


def _asked(turn: Turn, head: str) -> tuple[list[Review], str]:
    """List the schools that *head* names: some by name, a level, a month, or all."""
    campaign = running(turn)
    every = schools.reviews(turn.session, campaign)
    named = find_schools(head, [one.school.name for one in every])
    if named:
        return [one for one in every if one.school.name in named], ""
    levels = wording.levels_named(head)
    month = turn.read(f"lịch {head}").month if head else None
    found = [
        one
        for one in every
        if (not levels or one.school.level in levels) and (not month or (one.month and f"{one.month:%Y-%m}" == month))
    ]
    if not found:
        raise Refusal("Không có trường nào như vậy trong kế hoạch năm nay.")
    whom = "".join(f" {level}" for level in levels) + (f" tháng {month[5:]}/{month[:4]}" if month else "")
    return found, whom


def send(turn: Turn) -> Reply:
    """Ask: a row for every school, a letter to each of its people."""
    draft, campaign = _draft(turn), running(turn)
    if turn.words and turn.words != _mark(draft):
        raise Refusal("Câu hỏi này đã có bản mới hơn. Thầy/cô bấm Gửi ở bản mới nhất giúp.")
    found, _ = _asked(turn, str(draft["head"]))
    if turn.person is None:
        raise Refusal("Phần này dành cho chuyên viên của cơ quan quản lý.")
    question, kind = str(draft["question"]), str(draft["kind"])
    options = [str(one) for one in draft["options"]] if kind in (YES_NO, CHOICE) else []
    audience: dict[str, object] = {"head": draft["head"]}
    ids = [one.school_id for one in found]
    poll = polls.ask(turn.session, campaign, turn.person, question, kind, options, audience, ids, turn.now)
    turn.address.draft = {}
    _write_all(turn, campaign, poll, poll.answers, "ask")
    audit.note(turn.session, turn.person, "poll", question, "", f"{len(found)} trường", turn.now)
    turn.session.flush()
    return _standing(poll, living=True)


def _write_all(turn: Turn, campaign: Campaign, poll: Poll, rows: Iterable[PollAnswer], why: str) -> int:
    """Write to everybody who speaks for the schools of *rows*; return how many schools that reaches."""
    lead = f"**{campaign.office_name} hỏi nhanh:**" if why == "ask" else f"**{campaign.office_name} nhắc trả lời:**"
    text = "\n".join([f"{lead} {poll.question}", *([TOLD[poll.kind]] if poll.kind in TOLD else [])])
    reached = 0
    for row in rows:
        reached += telling.tell(turn, row.school_id, "poll", f"{poll.id}:{why}", text, _buttons(poll))
    return reached


def _buttons(poll: Poll) -> list[tuple[str, str]]:
    if poll.kind in (YES_NO, CHOICE):
        return [(str(one), f"/dap {poll.id} {at}") for at, one in enumerate(poll.options)]
    return [("Trả lời", f"/dap {poll.id}")]


# Answering


def answers_in_words(turn: Turn) -> bool:
    """Tell whether the words answer the question that the school has open, and can hardly be anything else."""
    return _offered(turn) is not None


def _offered(turn: Turn) -> tuple[Poll, str] | None:
    if turn.school is None or turn.heard.room or not may(turn.role, "answer_poll"):
        return None
    waiting = polls.open_to(turn.session, turn.school.id)
    replied = _replied_to(turn, waiting)
    if replied is not None:
        value = answer_in(replied.kind, _options(replied), turn.words)
        return (replied, value) if value else None
    silent = [one for one in waiting if (row := polls.answer_of(one, turn.school.id)) and row.value is None]
    fitting = [(one, value) for one in silent if (value := offered(one.kind, _options(one), turn.words))]
    return fitting[0] if len(fitting) == 1 else None


def _replied_to(turn: Turn, waiting: list[Poll]) -> Poll | None:
    """Find the question whose letter the message answers, as messengers let people do."""
    if not turn.heard.replies_to:
        return None
    letter = outbox.letter_at(turn.session, turn.heard.channel, turn.heard.replies_to)
    parts = letter.key.split(":") if isinstance(letter, Letter) and letter.kind == "poll" else []
    return next((one for one in waiting if len(parts) > 1 and str(one.id) == parts[1]), None)


def _options(poll: Poll) -> tuple[str, ...]:
    return tuple(str(one) for one in poll.options)


def answer(turn: Turn) -> Reply:
    """Take the answer that a button gives, or ask for the words of one."""
    number, _, choice = turn.words.partition(" ")
    poll = _open(turn, number)
    if choice.isascii() and choice.isdigit() and int(choice) < len(poll.options):
        return _recorded(turn, poll, str(poll.options[int(choice)]))
    turn.address.draft = {"what": "poll_answer", "poll": poll.id}
    return _waiting(turn, poll, f"{poll.question}\nThầy/cô gõ câu trả lời ({KINDS[poll.kind]}).")


def _waiting(turn: Turn, poll: Poll, text: str) -> Reply:
    """Wait for the words of an answer; where a number is the press of a button, no button takes the figure away."""
    if turn.settings.numbered and poll.kind == NUMBER:
        return Reply(f"{text} Thôi không trả lời: gõ /thoi.", then="poll")
    return Reply(text, (Choice("Thôi", "/thoi"),), then="poll")


def answer_said(turn: Turn) -> Reply:
    """Take an answer in words."""
    found = _offered(turn)
    if found is None:
        raise Refusal("Hiện không có câu hỏi nào chờ trường trả lời.")
    return _recorded(turn, *found)


def awaited(turn: Turn) -> Reply:
    """Take the words that follow "Trả lời"."""
    draft, turn.address.draft = turn.address.draft or {}, {}
    poll = _open(turn, str(draft.get("poll", "")))
    value = answer_in(poll.kind, _options(poll), turn.words)
    if value is None:
        turn.address.draft = draft
        return _waiting(turn, poll, f"Câu này cần {KINDS[poll.kind]}. Thầy/cô gõ lại giúp.")
    return _recorded(turn, poll, value)


def _open(turn: Turn, number: str) -> Poll:
    poll = polls.get(turn.session, int(number)) if number.isdecimal() and len(number) < 10 else None
    if poll is None or turn.school is None or polls.answer_of(poll, turn.school.id) is None:
        raise Refusal("Câu hỏi này không gửi cho trường thầy/cô.")
    if poll.closed_at is not None:
        raise Refusal("Câu hỏi này đã đóng. Nếu cần sửa câu trả lời, thầy/cô nhắn chuyên viên giúp.")
    return poll


def _recorded(turn: Turn, poll: Poll, value: str) -> Reply:
    row = polls.answer_of(poll, turn.school.id) if turn.school else None
    if row is None or turn.person is None:
        raise Refusal("Câu hỏi này không gửi cho trường thầy/cô.")
    polls.answer(row, wording.shortened(value, LONGEST), turn.person, turn.now)
    school = turn.school.name if turn.school else ""
    again = (Choice("Sửa", f"/dap {poll.id}"),) if poll.kind in (NUMBER, WORD) else ()
    return Reply(f"✅ Đã ghi **{row.value}** cho {school}: {poll.question}", again, in_place=bool(turn.heard.pressed))


# What came back


def asks_for_answers(turn: Turn) -> bool:
    """Tell whether an officer who has asked something wants to know who answered."""
    return (
        may(turn.role, "poll")
        and asks_who_answered(turn.words)
        and turn.campaign is not None
        and bool(polls.recent(turn.session, turn.campaign))
    )


def show(turn: Turn) -> Reply:
    """Show where a question stands, remind the silent, close it, or give the table."""
    number, _, what = turn.words.partition(" ")
    poll = polls.get(turn.session, int(number)) if number.isdecimal() and len(number) < 10 else None
    if poll is None and turn.words:
        poll = next(iter(polls.recent(turn.session, running(turn))), None)
    if poll is None:
        return _all(turn)
    if what == "nhac":
        return _remind(turn, poll)
    if what == "dong":
        poll.closed_at = poll.closed_at or turn.now
        audit.note(turn.session, turn.person, "close_poll", poll.question, "", "", turn.now)
    if what == "bang":
        return _table(turn, poll)
    return _standing(poll, living=True)


def _remind(turn: Turn, poll: Poll) -> Reply:
    silent = [one for one in poll.answers if one.value is None]
    if poll.closed_at or not silent:
        raise Refusal("Câu hỏi này đã đóng." if poll.closed_at else "Trường nào cũng đã trả lời.")
    before = outbox.last_number(turn.session)
    reached = _write_all(turn, running(turn), poll, silent, f"remind-{turn.now:%Y-%m-%d}")
    turn.session.flush()
    if reached and outbox.last_number(turn.session) == before:
        raise Refusal("Hôm nay đã nhắc các trường này rồi, mai thầy/cô nhắc tiếp giúp.")
    return Reply(f"Đã nhắc {reached} trường chưa trả lời.", (Choice("Xem trả lời", f"/xemhoi {poll.id}"),))


def _all(turn: Turn) -> Reply:
    known = polls.recent(turn.session, running(turn))
    if not known:
        return Reply(f"Chưa hỏi nhanh lần nào. {EXAMPLE}")
    lines = [
        f"{at}. {wording.shortened(one.question, 60)} · {_answered(one)}/{len(one.answers)} trường"
        for at, one in enumerate(known, start=1)
    ]
    buttons = tuple(Choice(f"Câu {at}", f"/xemhoi {one.id}") for at, one in enumerate(known[:6], start=1))
    return Reply("\n".join(["**Các câu đã hỏi**", *lines]), buttons)


def _answered(poll: Poll) -> int:
    return sum(one.value is not None for one in poll.answers)


def render(session: Session, _shelf: Shelf, number: int, _now: datetime) -> Reply | None:
    """Say where a question stands, for the message that changes in place."""
    poll = polls.get(session, number)
    return _standing(poll, living=False) if poll else None


def _standing(poll: Poll, *, living: bool) -> Reply:
    silent = [one.school.name for one in poll.answers if one.value is None]
    closed = " Đã đóng." if poll.closed_at else ""
    lines = [f"**{_answered(poll)}/{len(poll.answers)} trường đã trả lời:** {poll.question}{closed}", *_told(poll)]
    if silent:
        lines.append(f"○ Chưa trả lời: {_some(silent, 16)}.")
    buttons = [Choice("Bảng Excel", f"/xemhoi {poll.id} bang")]
    if not poll.closed_at:
        buttons.append(Choice("Đóng", f"/xemhoi {poll.id} dong"))
        if silent:
            buttons.insert(0, Choice(f"Nhắc {len(silent)} trường", f"/xemhoi {poll.id} nhac"))
    return Reply("\n".join(lines), tuple(buttons), living=f"poll:{poll.id}" if living else None)


def _told(poll: Poll) -> list[str]:
    """Say what was answered: counted where it can be, and in the order of the plan, never by size."""
    said = [one for one in poll.answers if one.value is not None]
    if poll.kind in (YES_NO, CHOICE):
        count = Counter(one.value for one in said)
        return [f"{option}: {_names(said, option)}" for option in _options(poll) if count[option]]
    lines = [f"{one.school.name}: {wording.shortened(str(one.value), 80)}" for one in said[:SHOWN]]
    if len(said) > SHOWN:
        lines.append(f"… và {len(said) - SHOWN} trường nữa, xem bảng Excel.")
    if poll.kind == NUMBER and said:
        total = sum(float(str(one.value).replace(",", ".")) for one in said)
        lines.insert(0, f"Cộng: {total:g}".replace(".", ","))
    return lines


def _names(said: list[PollAnswer], option: str) -> str:
    names = [one.school.name for one in said if one.value == option]
    return f"{len(names)} trường ({_some(names)})"


def _table(turn: Turn, poll: Poll) -> Reply:
    zone = turn.now.tzinfo
    rows = [
        (one.school.name, one.school.level, _value(poll, one), one.at.astimezone(zone) if one.at else None)
        for one in poll.answers
    ]
    content = workbook([Sheet("Hỏi nhanh", ("Trường", "Cấp học", wording.shortened(poll.question, 80), "Lúc"), rows)])
    kept = turn.attach(f"hoi-nhanh-{poll.id}.xlsx", XLSX, content)
    return Reply(f"Bảng trả lời của {_answered(poll)}/{len(poll.answers)} trường.", files=(kept,))


def _value(poll: Poll, row: PollAnswer) -> str | float | None:
    if poll.kind == NUMBER and row.value is not None:
        return float(row.value.replace(",", "."))
    return row.value
