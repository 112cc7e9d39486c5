"""The office answers: in a reply to the question, by its number in a notice, or after "Trả lời"."""

from __future__ import annotations

import re

from db import questions, schools, taught
from db.tables import Question, Taught
from handlers import entries, passing, waiting, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.fold import fold
from knowledge.language.heard import hear
from knowledge.language.nameless import without_schools
from knowledge.language.requests import SMALL_TALK

PRIVATE = "Câu hỏi riêng của một trường"
"""What stands for a question whose school cannot be cut out of it."""
_LAYS_ASIDE = re.compile(r"bo qua(?: (?:cau|cau hoi))?(?: nay)?(?: di| nhe)?[.]?")
_LIST = re.compile(
    r"(?:xem |cho xem |danh sach |co )*(?:cac |nhung )?cau hoi (?:nao )?(?:dang )?cho(?: tra loi)?(?: khong| chua)?[?.]?"
)
_EDITS = re.compile(r"\s*(sửa|sua)( câu hỏi| cau hoi)?\s+taught/(\d{1,9})\s*[:;-]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_CALL = re.compile(r"[,;.]?\s*\b(?:gọi|goi|liên hệ|lien he|sđt|sdt|số|so)\b[^,;.…]*…", re.IGNORECASE)
"""What is left of "gọi 0912 …" once the number is cut out: nobody else asks with it."""
_RESTORES = re.compile(r"(?:khoi phuc|lay lai|dung lai) taught/(\d{1,9})[.]?")
_NUMBERED = re.compile(r"\s*(?:câu\s*)?(\d{1,2})\s*[.):,-](?!\d)\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_SHOWN = 5
"""Questions of a notice that are offered as buttons."""
_REMOVES = re.compile(r"(?:xoa|go|rut) taught/(\d{1,9})[.]?")
_ORDERS = {"district_status", "help", "schedule", "reschedule", "broadcast", "broadcast_status", "export"}
"""What an officer asks of us, and seldom tells a principal."""


def heard(turn: Turn) -> Reply | None:
    """Hear an officer's answer to a question passed on, an edit, or "câu hỏi chờ"; None where it is none of these."""
    if turn.role != "officer" or turn.heard.room:
        return None
    if turn.heard.edits and (row := taught.told_in(turn.session, turn.heard.channel, turn.heard.edits)):
        return entries.edit(turn, row, turn.words)
    if turn.heard.replies_to:
        told = questions.passed_on_by(turn.session, turn.heard.channel, turn.heard.replies_to)
        if told:
            return _reply_to(turn, told[0]) if len(told) == 1 else _reply_to_several(turn, told)
    plain, typed = fold(turn.words).strip(), _EDITS.fullmatch(turn.words)
    if typed:
        return entries.edit_typed(turn, int(typed[3]), typed[4].strip(), question=bool(typed[2]))
    if removed := _REMOVES.fullmatch(plain):
        return entries.confirm_removal(entries.find(turn, int(removed[1])))
    if restored := _RESTORES.fullmatch(plain):
        return entries.restore(turn, int(restored[1]))
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


def _reply_to_several(turn: Turn, told: list[Question]) -> Reply:
    """Hear an answer to a notice of several questions: by its number, or by the button that is pressed then."""
    numbered = _NUMBERED.fullmatch(turn.words)
    if numbered and 0 < int(numbered[1]) <= len(told):
        turn.words = numbered[2]
        return _reply_to(turn, told[int(numbered[1]) - 1])
    waiting_still = [(number, one) for number, one in enumerate(told, start=1) if one.settled_at is None]
    if not waiting_still:
        _refuse_answered(turn, told[-1])
        raise Refusal("Các câu hỏi này không còn chờ nữa.", (waiting.BACK,))
    aside = _LAYS_ASIDE.fullmatch(fold(turn.words).strip())
    turn.address.draft = {} if aside else {"questions": [one.id for _, one in waiting_still], "answer": turn.words}
    lines = [f"Thầy/cô {'bỏ qua' if aside else 'trả lời'} câu nào?"]
    lines += [f"{number}. {wording.shortened(one.asked, 120)}" for number, one in waiting_still[:_SHOWN]]
    command = "/boqua {}" if aside else "/traloi {} gui"
    buttons = [Choice(f"Câu {number}", command.format(one.id)) for number, one in waiting_still[:_SHOWN]]
    return Reply("\n".join(lines), (*buttons, waiting.BACK))


def _answer_choice(question: Question) -> Choice:
    return Choice("Trả lời", f"/traloi {question.id}")


def begin(turn: Turn) -> Reply:
    """Wait for the answer to a question as the next message; with `gui` take the one already written."""
    number, _, send = turn.words.partition(" ")
    turn.words = number
    question = _question(turn)
    draft = turn.address.draft
    offered = question.id in (draft.get("question"), *draft.get("questions", ()))
    if send == "gui" and offered and draft.get("answer"):
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
    if entries.DROPS.fullmatch(fold(turn.words).strip()):
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
            f"Câu này đã có câu trả lời **taught/{row.number}** ({signed}):\n{row.answer}",
            entries.around(row, removable=True),
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
            asked_as=list(dict.fromkeys(_CALL.sub("", one) for one in said)),
            answer=entries.checked(text),
            level=question.level,
            office=turn.campaign.office_name if turn.campaign else "Cơ quan quản lý",
            person_id=turn.person.id if turn.person else None,
            channel=turn.heard.channel,
            key=turn.heard.key,
            at=turn.now,
        ),
    )
    questions.settle(group, turn.now, row.number)
    passing.settled(turn, group)
    turn.address.draft = {}
    entries.note(turn, "teach", row, "", row.answer)
    reached = entries.write(turn, row, "Trả lời câu hỏi của thầy/cô", row.answer)
    return Reply(
        "\n".join([f"Đã lưu thành **taught/{row.number}**{entries.sent(reached)}.", _seen(row)]), entries.around(row)
    )


def _seen(row: Taught) -> str:
    whom = f"các trường {LEVEL_NAMES[row.level]}" if row.level else "mọi trường"
    return f"Từ nay {whom} hỏi “{row.question}” sẽ thấy, ghi là lời của {row.office}."
