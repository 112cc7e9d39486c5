"""The office answers: in a reply to the question, or after "Trả lời"; edited and removed as easily."""

from __future__ import annotations

import re

from db import audit, outbox, people, questions, schools, taught
from db.tables import Address, Question, Taught
from handlers import waiting, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.fold import fold
from knowledge.language.heard import hear
from knowledge.language.nameless import without_schools
from knowledge.language.requests import SMALL_TALK

LONGEST = 1500
"""Letters of an answer: with its question it fits one message."""
PRIVATE = "Câu hỏi riêng của một trường"
"""What stands for a question whose school cannot be cut out of it."""
_DROPS = re.compile(r"(?:da |vang )?(?:thoi|huy|bo|khong|dung lai)(?: a| nhe| vay)?[.]?")
_LAYS_ASIDE = re.compile(r"bo qua(?: (?:cau|cau hoi))?(?: nay)?(?: di| nhe)?[.]?")
_LIST = re.compile(
    r"(?:xem |cho xem |danh sach |co )*(?:cac |nhung )?cau hoi (?:nao )?(?:dang )?cho(?: tra loi)?(?: khong| chua)?[?.]?"
)
_EDITS = re.compile(r"\s*(sửa|sua)( câu hỏi| cau hoi)?\s+taught/(\d{1,9})\s*[:;-]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_REMOVES = re.compile(r"(?:xoa|go|rut) taught/(\d{1,9})[.]?")
_ORDERS = {"district_status", "help", "schedule", "reschedule", "broadcast", "broadcast_status", "export"}
"""What an officer asks of us, and seldom tells a principal."""


def heard(turn: Turn) -> Reply | None:
    """Hear an officer's answer to a question passed on, an edit, or "câu hỏi chờ"; None where it is none of these."""
    if turn.role != "officer" or turn.heard.room:
        return None
    if turn.heard.edits and (row := taught.told_in(turn.session, turn.heard.channel, turn.heard.edits)):
        return _edit(turn, row, turn.words)
    if turn.heard.replies_to:
        question = questions.passed_on_by(turn.session, turn.heard.channel, turn.heard.replies_to)
        if question is not None:
            return _reply_to(turn, question)
    plain, typed = fold(turn.words).strip(), _EDITS.fullmatch(turn.words)
    if typed:
        return _edit_typed(turn, int(typed[3]), typed[4].strip(), question=bool(typed[2]))
    if removed := _REMOVES.fullmatch(plain):
        return _confirm_removal(_entry(turn, int(removed[1])))
    if _LIST.fullmatch(plain):
        turn.address.then, turn.words = None, ""
        return waiting.show(turn)
    return None


def _reply_to(turn: Turn, question: Question) -> Reply:
    if _LAYS_ASIDE.fullmatch(fold(turn.words).strip()):
        turn.words = str(question.id)
        return waiting.lay_aside(turn)
    if turn.understood().intent == "greeting" or SMALL_TALK.match(hear(turn.words).plain):
        return Reply("Tôi chưa gửi gì. Thầy/cô trả lời tin đó bằng nội dung cần gửi.", (_answer_choice(question),))
    return _teach(turn, question, turn.words)


def _answer_choice(question: Question) -> Choice:
    return Choice("Trả lời", f"/traloi {question.id}")


def begin(turn: Turn) -> Reply:
    """Wait for the answer to a question as the next message; with `gui` take the one already written."""
    number, _, send = turn.words.partition(" ")
    turn.words = number
    question = _question(turn)
    if send == "gui" and turn.address.draft.get("question") == question.id and turn.address.draft.get("answer"):
        return _teach(turn, question, str(turn.address.draft["answer"]))
    _refuse_answered(turn, question)
    turn.address.draft = {"question": question.id}
    asked = wording.shortened(question.asked, 300)
    return Reply(f"“{asked}”\nThầy/cô gõ câu trả lời ở tin sau (*thôi* để dừng).", then="answer")


def _question(turn: Turn) -> Question:
    question = questions.get(turn.session, turn.number or 0)
    if question is None:
        raise Refusal("Không tìm thấy câu hỏi đó.", (waiting.BACK,))
    return question


def awaited_answer(turn: Turn) -> Reply:
    """Hear the answer that was waited for; an empty reply where nothing is waited for."""
    question = questions.get(turn.session, int(turn.address.draft.get("question", 0)))
    if question is None or turn.role != "officer":
        return Reply("")
    if _DROPS.fullmatch(fold(turn.words).strip()):
        return Reply("Vâng, câu hỏi vẫn ở danh sách chờ.", (waiting.BACK,))
    if turn.understood().intent in _ORDERS:
        turn.address.draft = {"question": question.id, "answer": turn.words}
        sends = Choice("Gửi làm câu trả lời", f"/traloi {question.id} gui")
        asked = wording.shortened(question.asked, 150)
        return Reply(f"Tin này là câu trả lời cho “{asked}” phải không?", (sends, Choice("Không phải", "/thoi")))
    return _teach(turn, question, turn.words)


def _refuse_answered(turn: Turn, question: Question) -> None:
    row = taught.get(turn.session, question.taught) if question.taught else None
    if row is not None:
        signed = taught.signature(row, turn.now.tzinfo)
        raise Refusal(
            f"Câu này đã có câu trả lời **taught/{row.number}** ({signed}):\n{row.answer}", _around(row, removable=True)
        )


def _teach(turn: Turn, question: Question, text: str) -> Reply:
    """Keep an answer, settle every question alike, and write to all who asked."""
    _refuse_answered(turn, question)
    group = questions.group_of(turn.session, question)
    names = schools.names(turn.session)
    said = [plain for one in group if (plain := without_schools(one.asked, names))]
    title = without_schools(question.asked, names) or (said[0] if said else PRIVATE)
    row = taught.add(
        turn.session,
        Taught(
            number=0,
            question=wording.shortened(title.replace("*", ""), 200),
            asked_as=list(dict.fromkeys(said)),
            answer=_checked(text),
            level=question.level,
            office=turn.campaign.office_name if turn.campaign else "Cơ quan quản lý",
            person_id=turn.person.id if turn.person else None,
            channel=turn.heard.channel,
            key=turn.heard.key,
            at=turn.now,
        ),
    )
    questions.settle(group, turn.now, row.number)
    turn.address.draft = {}
    _audit(turn, "teach", row, "", row.answer)
    reached = _write(turn, row, "Trả lời câu hỏi của thầy/cô", row.answer)
    return Reply("\n".join([f"Đã lưu thành **taught/{row.number}**{_sent(reached)}.", _seen(row)]), _around(row))


def _checked(text: str) -> str:
    if len(text) > LONGEST:
        raise Refusal(
            f"Câu trả lời dài {len(text)} ký tự, xin tối đa {LONGEST}. Chưa gửi gì; thầy/cô viết gọn lại giúp."
        )
    return text


def _sent(reached: int) -> str:
    return f" và gửi cho {reached} người đã hỏi" if reached else ""


def _seen(row: Taught) -> str:
    whom = f"các trường {LEVEL_NAMES[row.level]}" if row.level else "mọi trường"
    return f"Từ nay {whom} hỏi “{row.question}” sẽ thấy, ghi là lời của {row.office}."


def _around(row: Taught, *, removable: bool = True) -> tuple[Choice, ...]:
    buttons = [Choice("Sửa", f"/muc {row.number} sua")]
    buttons += [Choice("Cho mọi cấp học", f"/muc {row.number} chung")] if row.level else []
    buttons += [Choice("Xóa", f"/muc {row.number} xoa")] if removable else []
    return (*buttons, waiting.BACK)


def _write(turn: Turn, row: Taught, head: str, text: str) -> int:
    """Write a letter to each who asked what *row* answers; say how many."""
    asked = {
        place.id: (place, one)
        for one in questions.answered_by(turn.session, row.number)
        if (place := _reach(turn, one)) and (turn.person is None or place.person_id != turn.person.id)
    }
    for place, question in asked.values():
        outbox.write(
            turn.session,
            key=f"taught:{row.id}:{'told' if row.ended_at is None else 'ended'}:{place.id}",
            kind="taught",
            to=place,
            now=turn.now,
            text=f"**{head}** “{wording.shortened(question.asked, 200)}”:\n{text}\n"
            f"*{row.office}, ngày {wording.day(turn.now)} · trả lời của cơ quan quản lý, không phải lời thông tư*",
        )
    return len(asked)


def _reach(turn: Turn, question: Question) -> Address | None:
    """Find where the asker is reached; a stranger who asked in a group has no conversation of their own."""
    if question.person is not None:
        return people.reach(question.person) if question.person.left_at is None else None
    place = questions.asker(turn.session, question)
    return place if place and place.gone_at is None and question.room is None else None


def entry(turn: Turn) -> Reply:
    """Show an entry, wait for its new wording, widen it to all levels, or remove it."""
    number, _, what = turn.words.partition(" ")
    row = _entry(turn, int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0)
    if what == "sua":
        turn.address.draft = {"taught": row.number}
        return Reply(f"**{row.question}**\n{row.answer}\nThầy/cô gõ câu trả lời mới (*thôi* để dừng).", then="wording")
    if what == "xoa":
        return _confirm_removal(row)
    if what == "bo":
        return _remove(turn, row)
    if what == "chung":
        return _widen(turn, row)
    level = LEVEL_NAMES[row.level] if row.level else "mọi cấp học"
    lines = [f"**taught/{row.number}** ({level}) · **{row.question}**", row.answer]
    return Reply("\n".join([*lines, f"*{taught.signature(row, turn.now.tzinfo)}*"]), _around(row))


def _entry(turn: Turn, number: int) -> Taught:
    row = taught.get(turn.session, number)
    if row is None:
        raise Refusal(f"Không có mục taught/{number}, hoặc mục đã xóa.", (Choice("Đã trả lời", "/cauhoi da"),))
    return row


def awaited_wording(turn: Turn) -> Reply:
    """Hear the new wording that was waited for; an empty reply where nothing is waited for."""
    row = taught.get(turn.session, int(turn.address.draft.get("taught", 0)))
    if row is None or turn.role != "officer":
        return Reply("")
    if _DROPS.fullmatch(fold(turn.words).strip()):
        return Reply("Vâng, giữ nguyên câu trả lời cũ.", (waiting.BACK,))
    return _edit(turn, row, turn.words)


def _edit_typed(turn: Turn, number: int, text: str, *, question: bool) -> Reply:
    row = _entry(turn, number)
    if not text:
        turn.words = f"{number} sua"
        return entry(turn)
    if not question:
        return _edit(turn, row, text)
    following = taught.change(turn.session, row, turn.person, turn.now, question=wording.shortened(text, 200))
    _audit(turn, "edit-taught-question", following, row.question, following.question)
    return Reply(f"Đã sửa câu hỏi của **taught/{number}**: “{following.question}”.", _around(following))


def _edit(turn: Turn, row: Taught, text: str) -> Reply:
    """Give an entry a new answer, and tell those who had the old one."""
    if text == row.answer:
        return Reply(f"**taught/{row.number}** giữ nguyên, không có gì thay đổi.")
    following = taught.change(turn.session, row, turn.person, turn.now, answer=_checked(text))
    turn.address.draft, turn.address.then = {}, None
    _audit(turn, "edit-taught", following, row.answer, following.answer)
    reached = _write(turn, following, "Câu trả lời được sửa lại cho câu hỏi", following.answer)
    return Reply(f"Đã sửa **taught/{row.number}**{_sent(reached)}.", _around(following))


def _widen(turn: Turn, row: Taught) -> Reply:
    if row.level is None:
        return Reply(f"**taught/{row.number}** đã dùng cho mọi cấp học.")
    following = taught.change(turn.session, row, turn.person, turn.now, level=None)
    _audit(turn, "widen-taught", following, row.level, "all")
    return Reply(f"**taught/{row.number}** nay dùng cho mọi cấp học.", _around(following), in_place=True)


def _confirm_removal(row: Taught) -> Reply:
    buttons = (Choice("Xóa và báo người đã hỏi", f"/muc {row.number} bo"), Choice("Thôi", "/thoi"))
    return Reply(f"Xóa **taught/{row.number}** · “{row.question}”?\n{row.answer}", buttons)


def _remove(turn: Turn, row: Taught) -> Reply:
    taught.end(row, turn.person, turn.now)
    _audit(turn, "remove-taught", row, row.answer, "")
    reached = _write(
        turn, row, "Đã rút lại câu trả lời cho câu hỏi", "Thầy/cô chờ hướng dẫn mới, hoặc hỏi lại cơ quan quản lý giúp."
    )
    told = f" Đã báo cho {reached} người đã hỏi." if reached else ""
    return Reply(f"Đã xóa **taught/{row.number}**.{told}", (waiting.BACK,), in_place=True)


def _audit(turn: Turn, action: str, row: Taught, before: str, after: str) -> None:
    audit.note(turn.session, turn.person, action, f"taught/{row.number}", before, after, turn.now)
