"""An answer that was not what was meant: kept for the office, and the next readings offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from db import questions
from handlers.turn import Choice, Refusal, Reply, Turn


def offer(turn: Turn, reply: Reply, refs: Sequence[str], others: Sequence[Choice]) -> Reply:
    """Add one quiet button to an answer that search found; *others* are the next readings. Not where others read along."""
    if turn.heard.room or not refs:
        return reply
    turn.address.draft = {
        "asked": turn.words,
        "refs": list(refs),
        "others": [[one.label, one.words] for one in others],
    }
    return replace(reply, choices=(*reply.choices, Choice("Chưa đúng ý", f"/chuadung {_mark(turn.words)}")))


def _mark(asked: str) -> str:
    """Tell the answer last given from older ones, whose buttons are still there."""
    return f"{crc32(asked.encode()):08x}"


def doubted(turn: Turn) -> Reply:
    """Keep the question whose answer was not meant, once, and offer the next readings."""
    draft = turn.address.draft
    asked = str(draft.get("asked", ""))
    if not asked or turn.words != _mark(asked):
        raise Refusal("Câu đó đã qua rồi. Thầy/cô gửi lại câu hỏi giúp.")
    level = turn.school.level if turn.school else None
    refs = list(draft.get("refs", []))
    known = questions.get(turn.session, int(draft.get("question", 0)))
    kept = known or questions.keep(turn.session, turn.address, asked, level, refs[:3], turn.now, shown=refs[0])
    turn.address.draft = {**draft, "question": kept.id}
    others = tuple(Choice(*one) for one in draft.get("others", []))
    text = "Đã ghi lại để cơ quan quản lý xem câu này."
    return Reply(f"{text} Hay thầy/cô hỏi về:" if others else text, (*others, *to_office(turn, kept.id)))


def to_office(turn: Turn, question: int) -> list[Choice]:
    """Give the button behind a question without an answer: to ask the office, or for an officer to answer it."""
    if turn.role == "officer":
        return [Choice("Trả lời câu này", f"/traloi {question}")] if not turn.heard.room else []
    return [Choice("Hỏi cơ quan quản lý", f"/chuyen {question}")] if turn.person and not turn.heard.room else []
