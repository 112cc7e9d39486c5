"""The questions that wait for the office: listed, looked at, laid aside."""

from __future__ import annotations

from itertools import islice

from db import audit, questions, taught
from db.tables import Question
from handlers import wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.alike import gist
from knowledge.catalogue import LEVEL_NAMES, Topic

PAGE = 6
BACK = Choice("‹ Câu hỏi chờ", "/cauhoi")


def show(turn: Turn) -> Reply:
    """List the waiting questions, a page of them, or what was answered; with a number show one."""
    if turn.number:
        return _one(turn, turn.number)
    what, _, page = turn.words.partition(" ")
    at = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1
    return _answered(turn, max(at, 1)) if what == "da" else _list(turn, max(at, 1))


def _list(turn: Turn, page: int) -> Reply:
    groups = questions.groups(turn.session)
    answered = [Choice("Đã trả lời", "/cauhoi da")] if taught.in_force(turn.session) else []
    if not groups:
        return Reply("Không có câu hỏi nào đang chờ.", tuple(answered), in_place=True)
    first = (page - 1) * PAGE
    shown = groups[first : first + PAGE]
    asked = sum(len(one) for one in groups)
    lines = [f"**Câu hỏi chờ**: {len(groups)} câu, {asked} lượt hỏi. Hỏi nhiều xếp trước."]
    lines += [f"{number}. {_line(one)}" for number, one in enumerate(shown, start=first + 1)]
    buttons = [Choice(f"Câu {number}", f"/cauhoi {one[0].id}") for number, one in enumerate(shown, start=first + 1)]
    more = [Choice("Xem tiếp ›", f"/cauhoi trang {page + 1}")] if len(groups) > first + PAGE else []
    return Reply("\n".join(lines), (*buttons, *more, *answered), in_place=True)


def _line(group: list[Question]) -> str:
    marks = [f"{len(group)} lượt", _level(group[0].level)]
    marks += ["chờ trả lời"] if any(one.passed_on_at for one in group) else []
    marks += ["chưa đúng ý"] if any(one.shown for one in group) else []
    return f"{wording.shortened(group[-1].asked, 120)} ({', '.join(marks)})"


def _level(level: str | None) -> str:
    return LEVEL_NAMES[level] if level else "chưa rõ cấp"


def _one(turn: Turn, number: int) -> Reply:
    group = found(turn, number)
    lines = [f"**{wording.shortened(group[-1].asked, 600)}**", f"{_level(group[0].level)} · {len(group)} lượt hỏi"]
    others = {gist(one.asked): one.asked for one in group[:-1] if gist(one.asked) != gist(group[-1].asked)}
    lines += [f"• {wording.shortened(one, 150)}" for one in islice(others.values(), 4)]
    names = list(dict.fromkeys(_who(one) for one in group))
    lines.append(f"Từ: {', '.join(names[:6])}" + (f" và {len(names) - 6} nơi khác" if len(names) > 6 else ""))
    shown = list(dict.fromkeys(title for one in group if (title := _title(turn, one))))
    lines += [f"Đã thấy mà chưa đúng ý: {', '.join(shown[:3])}"] if shown else []
    buttons = (Choice("Trả lời", f"/traloi {number}"), Choice("Bỏ qua", f"/boqua {number}"), BACK)
    return Reply("\n".join(lines), buttons, in_place=True)


def _who(question: Question) -> str:
    person = question.person
    if person is None:
        return "khách"
    return person.school.name if person.school else "cơ quan quản lý" if person.role == "officer" else "người xem"


def _title(turn: Turn, question: Question) -> str | None:
    entry = turn.shelf.catalogue.by_id.get(question.shown or "")
    if entry is None:
        return None
    return entry.title if isinstance(entry, Topic) else f"{entry.number} {entry.short}"


def found(turn: Turn, number: int) -> list[Question]:
    """Find the waiting questions that *number* stands for, all alike."""
    question = questions.get(turn.session, number)
    if question is None or question.settled_at is not None:
        raise Refusal("Câu hỏi này không còn chờ nữa.", (BACK,))
    return questions.group_of(turn.session, question)


def lay_aside(turn: Turn) -> Reply:
    """Take a question, and those alike, off the list without an answer."""
    group = found(turn, turn.number or 0)
    questions.settle(group, turn.now)
    audit.note(turn.session, turn.person, "dismiss-question", f"question:{group[0].id}", group[-1].asked, "", turn.now)
    return Reply(
        f"Đã bỏ qua câu “{wording.shortened(group[-1].asked, 150)}” ({len(group)} lượt).", (BACK,), in_place=True
    )


def _answered(turn: Turn, page: int) -> Reply:
    rows = taught.in_force(turn.session)
    if not rows:
        return Reply("Chưa có câu trả lời nào.", (BACK,), in_place=True)
    first = (page - 1) * PAGE
    shown = rows[first : first + PAGE]
    lines = [f"**Câu trả lời của cơ quan quản lý**: {len(rows)}."]
    levels = {one.number: LEVEL_NAMES[one.level] if one.level else "mọi cấp" for one in shown}
    lines += [f"taught/{one.number} · {levels[one.number]} · {wording.shortened(one.question, 120)}" for one in shown]
    buttons = [Choice(f"Mục {one.number}", f"/muc {one.number}") for one in shown]
    more = [Choice("Xem tiếp ›", f"/cauhoi da {page + 1}")] if len(rows) > first + PAGE else []
    return Reply("\n".join(lines), (*buttons, *more, BACK), in_place=True)
