"""The questions that wait for the office: listed, looked at, laid aside."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from db import audit, outbox, people, questions, taught
from db.tables import Address, Question, Taught
from handlers import passing, wording
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
    lists = {"da": _answered, "xoa": _removed}
    return lists.get(what, _list)(turn, max(at, 1))


def _list(turn: Turn, page: int) -> Reply:
    groups = questions.groups(turn.session)
    answered = [Choice("Đã trả lời", "/cauhoi da")] if taught.history(turn.session) else []
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
    passing.settled(turn, group)
    audit.note(turn.session, turn.person, "dismiss-question", f"question:{group[0].id}", group[-1].asked, "", turn.now)
    told = _tell(turn, [one for one in group if one.passed_on_at])
    asked = wording.shortened(group[-1].asked, 150)
    reached = f" Đã báo cho {told} người đã chuyển câu này." if told else ""
    return Reply(f"Đã bỏ qua câu “{asked}” ({len(group)} lượt).{reached}", (BACK,), in_place=True)


def _tell(turn: Turn, passed_on: list[Question]) -> int:
    """Write to each who was promised an answer that there will be none here; say how many."""
    asked = askers(turn, passed_on)
    for place, question in asked:
        outbox.write(
            turn.session,
            key=f"aside:{question.id}:{place.id}",
            kind="aside",
            to=place,
            now=turn.now,
            text=f"Câu hỏi thầy/cô đã chuyển: “{wording.shortened(question.asked, 200)}”\n"
            "Cơ quan quản lý đã xem, nhưng không trả lời câu này ở đây. "
            "Nếu vẫn cần, thầy/cô liên hệ trực tiếp cơ quan quản lý giúp.",
        )
    return len(asked)


def askers(turn: Turn, several: Iterable[Question]) -> list[tuple[Address, Question]]:
    """Find where each who asked is reached, once each, with the last of their questions; not the speaker."""
    found = {place.id: (place, one) for one in several if (place := _reach(turn, one))}
    own = turn.person.id if turn.person else None
    return [(place, one) for place, one in found.values() if own is None or place.person_id != own]


def _reach(turn: Turn, question: Question) -> Address | None:
    """Find where the asker is reached; a stranger who asked in a group has no conversation of their own."""
    if question.person is not None:
        return people.reach(question.person) if question.person.left_at is None else None
    place = questions.asker(turn.session, question)
    return place if place and place.gone_at is None and question.room is None else None


def _answered(turn: Turn, page: int) -> Reply:
    rows, removed = taught.in_force(turn.session), taught.removed(turn.session)
    gone = (Choice(f"Đã xóa ({len(removed)})", "/cauhoi xoa"),) if removed else ()
    if not rows:
        return Reply(
            "Chưa có câu trả lời nào." if not gone else "Không còn câu trả lời nào.", (*gone, BACK), in_place=True
        )
    return _entries("Câu trả lời của cơ quan quản lý", rows, page, "da", gone)


def _removed(turn: Turn, page: int) -> Reply:
    rows = taught.removed(turn.session)
    return _entries("Câu trả lời đã xóa", rows, page, "xoa", ()) if rows else _answered(turn, 1)


def _entries(head: str, rows: list[Taught], page: int, which: str, after: tuple[Choice, ...]) -> Reply:
    first = (page - 1) * PAGE
    shown = rows[first : first + PAGE]
    lines = [f"**{head}**: {len(rows)}."]
    levels = {one.number: LEVEL_NAMES[one.level] if one.level else "mọi cấp" for one in shown}
    lines += [f"taught/{one.number} · {levels[one.number]} · {wording.shortened(one.question, 120)}" for one in shown]
    buttons = [Choice(f"Mục {one.number}", f"/muc {one.number}") for one in shown]
    more = [Choice("Xem tiếp ›", f"/cauhoi {which} {page + 1}")] if len(rows) > first + PAGE else []
    return Reply("\n".join(lines), (*buttons, *more, *after, BACK), in_place=True)
