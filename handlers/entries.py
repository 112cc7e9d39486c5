"""What the office taught, entry by entry: shown, edited, removed, restored, and told to those who asked."""

from __future__ import annotations

import re

from db import audit, outbox, questions, taught
from db.tables import Taught
from handlers import waiting, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.fold import fold

LONGEST = 1500
"""Letters of an answer: with its question it fits one message."""
DROPS = re.compile(r"(?:da |vang )?(?:thoi|huy|bo|khong|dung lai)(?: a| nhe| vay)?[.]?")
"""What leaves unsaid what was waited for."""


def entry(turn: Turn) -> Reply:
    """Show an entry, wait for its new wording, widen it to all levels, or remove it."""
    said, _, what = turn.words.partition(" ")
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 10 else 0
    if what == "laylai":
        return restore(turn, number)
    if not what and taught.get(turn.session, number) is None and (gone := taught.last(turn.session, number)):
        return _page(turn, gone)
    row = find(turn, number)
    if what == "sua":
        turn.address.draft = {"taught": row.number}
        return Reply(f"**{row.question}**\n{row.answer}\nThầy/cô gõ câu trả lời mới (*thôi* để dừng).", then="wording")
    if what == "xoa":
        return confirm_removal(row)
    if what == "bo":
        return _remove(turn, row)
    if what == "chung":
        return _widen(turn, row)
    return _page(turn, row)


def _page(turn: Turn, row: Taught) -> Reply:
    """Show an entry as it is, or as it was when it was removed."""
    level = LEVEL_NAMES[row.level] if row.level else "mọi cấp học"
    lines = [f"**taught/{row.number}** ({level}) · **{row.question}**", row.answer]
    lines.append(f"*{taught.signature(row, turn.now.tzinfo)}*")
    if row.ended_at is None:
        return Reply("\n".join(lines), around(row))
    lines.append(f"Đã xóa ngày {wording.day(row.ended_at.astimezone(turn.now.tzinfo))}, không ai tìm thấy nữa.")
    return Reply("\n".join(lines), (_restoring(row), waiting.BACK))


def _restoring(row: Taught) -> Choice:
    return Choice("Khôi phục", f"/muc {row.number} laylai")


def restore(turn: Turn, number: int) -> Reply:
    """Put a removed entry back in force, and tell those who had heard that it was withdrawn."""
    if taught.get(turn.session, number):
        return Reply(f"**taught/{number}** đang dùng, không cần khôi phục.")
    row = taught.last(turn.session, number)
    if row is None:
        raise Refusal(f"Không có mục taught/{number}.", (Choice("Đã trả lời", "/cauhoi da"),))
    following = taught.restore(turn.session, row, turn.person, turn.now)
    note(turn, "restore-taught", following, "", following.answer)
    reached = write(turn, following, "Dùng lại câu trả lời cho câu hỏi", following.answer)
    told = f" Đã báo cho {reached} người đã hỏi." if reached else ""
    return Reply(f"Đã khôi phục **taught/{number}**.{told}", around(following), in_place=True)


def find(turn: Turn, number: int) -> Taught:
    row = taught.get(turn.session, number)
    if row is None:
        raise Refusal(f"Không có mục taught/{number}, hoặc mục đã xóa.", (Choice("Đã trả lời", "/cauhoi da"),))
    return row


def awaited_wording(turn: Turn) -> Reply:
    """Hear the new wording that was waited for; an empty reply where nothing is waited for."""
    row = taught.get(turn.session, int(turn.address.draft.get("taught", 0)))
    if row is None or turn.role != "officer":
        return Reply("")
    if DROPS.fullmatch(fold(turn.words).strip()):
        return Reply("Vâng, giữ nguyên câu trả lời cũ.", (waiting.BACK,))
    return edit(turn, row, turn.words)


def edit_typed(turn: Turn, number: int, text: str, *, question: bool) -> Reply:
    row = find(turn, number)
    if not text:
        turn.words = f"{number} sua"
        return entry(turn)
    if not question:
        return edit(turn, row, text)
    following = taught.change(turn.session, row, turn.person, turn.now, question=wording.shortened(text, 200))
    note(turn, "edit-taught-question", following, row.question, following.question)
    return Reply(f"Đã sửa câu hỏi của **taught/{number}**: “{following.question}”.", around(following))


def edit(turn: Turn, row: Taught, text: str) -> Reply:
    """Give an entry a new answer, and tell those who had the old one."""
    if text == row.answer:
        return Reply(f"**taught/{row.number}** giữ nguyên, không có gì thay đổi.")
    following = taught.change(turn.session, row, turn.person, turn.now, answer=checked(text))
    turn.address.draft, turn.address.then = {}, None
    note(turn, "edit-taught", following, row.answer, following.answer)
    reached = write(turn, following, "Câu trả lời được sửa lại cho câu hỏi", following.answer)
    return Reply(f"Đã sửa **taught/{row.number}**{sent(reached)}.", around(following))


def _widen(turn: Turn, row: Taught) -> Reply:
    if row.level is None:
        return Reply(f"**taught/{row.number}** đã dùng cho mọi cấp học.")
    following = taught.change(turn.session, row, turn.person, turn.now, level=None)
    note(turn, "widen-taught", following, row.level, "all")
    return Reply(f"**taught/{row.number}** nay dùng cho mọi cấp học.", around(following), in_place=True)


def confirm_removal(row: Taught) -> Reply:
    buttons = (Choice("Xóa và báo người đã hỏi", f"/muc {row.number} bo"), Choice("Thôi", "/thoi"))
    return Reply(f"Xóa **taught/{row.number}** · “{row.question}”?\n{row.answer}", buttons)


def _remove(turn: Turn, row: Taught) -> Reply:
    taught.end(row, turn.person, turn.now)
    note(turn, "remove-taught", row, row.answer, "")
    reached = write(
        turn, row, "Đã rút lại câu trả lời cho câu hỏi", "Thầy/cô chờ hướng dẫn mới, hoặc hỏi lại cơ quan quản lý giúp."
    )
    told = f" Đã báo cho {reached} người đã hỏi." if reached else ""
    return Reply(f"Đã xóa **taught/{row.number}**.{told}", (_restoring(row), waiting.BACK), in_place=True)


def checked(text: str) -> str:
    if len(text) > LONGEST:
        raise Refusal(
            f"Câu trả lời dài {len(text)} ký tự, xin tối đa {LONGEST}. Chưa gửi gì; thầy/cô viết gọn lại giúp."
        )
    return text


def sent(reached: int) -> str:
    return f" và gửi cho {reached} người đã hỏi" if reached else ""


def around(row: Taught, *, removable: bool = True) -> tuple[Choice, ...]:
    buttons = [Choice("Sửa", f"/muc {row.number} sua")]
    buttons += [Choice("Cho mọi cấp học", f"/muc {row.number} chung")] if row.level else []
    buttons += [Choice("Xóa", f"/muc {row.number} xoa")] if removable else []
    return (*buttons, waiting.BACK)


def write(turn: Turn, row: Taught, head: str, text: str) -> int:
    """Write a letter to each who asked what *row* answers; say how many."""
    asked = waiting.askers(turn, questions.answered_by(turn.session, row.number))
    for place, question in asked:
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


def note(turn: Turn, action: str, row: Taught, before: str, after: str) -> None:
    audit.note(turn.session, turn.person, action, f"taught/{row.number}", before, after, turn.now)
