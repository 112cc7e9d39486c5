"""The office's own people, and who speaks for which school."""

from __future__ import annotations

from db import people, schools
from db.tables import Person, School
from handlers import departing, naming
from handlers.turn import Choice, Refusal, Reply, Turn
from handlers.wording import ROLE_NAMES, day
from knowledge.language.fold import fold
from knowledge.language.members import (
    LEAVE,
    OFFICERS,
    REMOVE_MEMBER,
    REMOVE_OFFICER,
    WHO,
    read_member_order,
)
from knowledge.language.school_names import find_schools
from knowledge.rules.permissions import may

CHANNELS = {"telegram": "Telegram", "web": "trang web", "console": "máy tính", "zalo": "Zalo"}
MOST = 20


def asks_for_officers(turn: Turn) -> bool:
    """Tell whether an officer asks who the officers are."""
    return _order(turn) == OFFICERS


def removes(turn: Turn) -> bool:
    """Tell whether an officer is to be removed."""
    return _order(turn) == REMOVE_OFFICER


def leaves(turn: Turn) -> bool:
    """Tell whether an officer wants to be one no more."""
    return _order(turn) == LEAVE


def asks_for_members(turn: Turn) -> bool:
    """Tell whether an officer asks who speaks for a school."""
    return _order(turn) in (WHO, REMOVE_MEMBER) and bool(find_schools(turn.words, schools.names(turn.session)))


def _order(turn: Turn) -> str:
    order = read_member_order(turn.words) if may(turn.role, "people") else None
    return order.what if order else ""


def show(turn: Turn) -> Reply:
    """List the officers with where and when each was last heard."""
    found = people.officers(turn.session)
    lines = [f"**{len(found)} chuyên viên:**", *(_line(turn, one) for one in found[:MOST])]
    others = [one for one in found if one is not turn.person][: MOST - 1]
    buttons = [Choice(f"Bỏ {one.name}"[:60], f"/bonguoi {one.id}") for one in others]
    return Reply("\n".join(lines), (Choice("Thêm chuyên viên", "/maimoi chuyen vien"), *buttons))


def _line(turn: Turn, person: Person) -> str:
    places = sorted(person.addresses, key=lambda one: one.heard_at)
    if not places:
        return f"• {person.name}: chưa nhắn lần nào"
    last = places[-1]
    heard = last.heard_at.astimezone(turn.now.tzinfo)
    lost = "" if people.reach(person) else ", không nhắn tới được"
    return f"• {person.name}: {CHANNELS.get(last.channel, last.channel)}, nhắn lần cuối {day(heard.date())} {heard:%H:%M}{lost}"


def remove(turn: Turn) -> Reply:
    """Ask whether somebody's part shall end: from a button, or an officer by name."""
    person = people.get(turn.session, turn.number) if turn.number else None
    if person is not None:
        return departing.ask(turn, person)
    order = read_member_order(turn.words)
    wanted = fold(order.who if order and order.who else "" if order else turn.words)
    officers = people.officers(turn.session)
    found = [one for one in officers if fold(one.name) == wanted] or [one for one in officers if _fits(one, wanted)]
    if len(found) == 1:
        return departing.ask(turn, found[0])
    if wanted and not found:
        raise Refusal("Không có chuyên viên nào tên như vậy.", (Choice("Danh sách chuyên viên", "/chuyenvien"),))
    buttons = tuple(Choice(one.name[:60], f"/bonguoi {one.id}") for one in (found or officers)[:MOST])
    return Reply("Thầy/cô bỏ chuyên viên nào?", buttons)


def _fits(person: Person, wanted: str) -> bool:
    return bool(wanted) and set(wanted.split()) <= set(fold(person.name).split())


def leave(turn: Turn) -> Reply:
    """Ask whether the officer really wants to go."""
    if turn.person is None:
        raise Refusal("Phần này cần mã tham gia.")
    return departing.ask(turn, turn.person)


def members(turn: Turn) -> Reply:
    """List who speaks for a school, with a button to end a part and one for a new code."""
    found = find_schools(turn.words, schools.names(turn.session))
    if len(found) != 1:
        return Reply(
            "Thầy/cô xem trường nào? Ví dụ: *ai tham gia trường TH Tứ Cường*.",
            tuple(Choice(name[:60], naming.about("/thanhvien", name)) for name in found[:MOST]),
        )
    school = schools.named(turn.session, found[0])
    return _of(turn, school) if school else Reply(f"Không có trường {found[0]}.")


def _of(turn: Turn, school: School) -> Reply:
    there = people.members(turn.session, school.id)
    new = Choice("Cấp mã hiệu trưởng", naming.about("/maimoi", school.name))
    if not there:
        return Reply(f"**{school.name}** chưa có ai tham gia.", (new,))
    lines = [f"**{school.name}**: {len(there)} người tham gia"]
    lines += [f"{_line(turn, one)} ({ROLE_NAMES[one.role].lower()})" for one in there[:MOST]]
    buttons = [Choice(f"Đã thôi việc: {one.name}"[:60], f"/bonguoi {one.id}") for one in there[: MOST - 1]]
    return Reply("\n".join(lines), (*buttons, new))
