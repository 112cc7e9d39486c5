"""Groups: whom each stands for, said by an officer inside it; one that nobody wants is left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from db import audit, people, rooms, schools
from db.session import Session
from db.tables import Room
from handlers.turn import Choice, Reply, Turn
from handlers.wording import day
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.rooms import LIST, TIE, UNTIE, read_audience, read_room_order

LONGEST = 6
"""Lines that a group reads."""
MORE = "Còn nữa, thầy/cô nhắn riêng cho tôi để xem đủ."
GOODBYE = (
    "Nhóm này chưa được gắn với các trường nào nên tôi xin phép rời nhóm. "
    "Khi cần, thầy/cô thêm lại tôi vào nhóm, rồi chuyên viên gõ /nhom."
)


def ties(turn: Turn) -> bool:
    """Tell whether somebody says whom a group stands for, or an officer asks which groups there are."""
    order = read_room_order(turn.words)
    return order is not None and (order.what == TIE or (order.what == LIST and _asks_in_private(turn)))


def unties(turn: Turn) -> bool:
    """Tell whether somebody says that this group stands for nobody any more."""
    order = read_room_order(turn.words)
    return order is not None and order.what == UNTIE


def _asks_in_private(turn: Turn) -> bool:
    return turn.role == "officer" and not turn.heard.room


def tie(turn: Turn) -> Reply:
    """Tie the group that this is said in; in private, list the groups."""
    if not turn.heard.room:
        return _list(turn)
    room = _here(turn)
    wanted = _wanted(turn)
    if wanted is None:
        return Reply(f"{_standing(room)} Nhóm này là của các trường nào?", _offered(turn))
    if turn.person is not None and wanted != room.audience:
        audit.note(turn.session, turn.person, "tie-group", _title(room), named(room.audience), named(wanted), turn.now)
        rooms.tie(room, wanted, turn.person, turn.now)
        rooms.take_goodbye_back(turn.session, rooms.stays(turn.session, room))
    return Reply(f"Đã gắn nhóm này với **{named(wanted)}**. Đổi: /nhom, bỏ: /bonhom.", in_place=True)


def untie(turn: Turn) -> Reply:
    """Let a group stand for nobody: the one that this is said in, or from the list in private."""
    room = _here(turn) if turn.heard.room else rooms.get(turn.session, turn.number or 0)
    if room is None:
        return _list(turn)
    if room.audience is None:
        return Reply("Nhóm này chưa gắn với trường nào.")
    audit.note(turn.session, turn.person, "untie-group", _title(room), named(room.audience), "", turn.now)
    rooms.untie(room, turn.now)
    return Reply(f"Đã bỏ gắn **{_title(room)}**. Sau một ngày chưa gắn lại, tôi sẽ rời nhóm.", in_place=True)


def _here(turn: Turn) -> Room:
    return people.room(turn.session, turn.heard.channel, str(turn.heard.room), turn.now)


def _wanted(turn: Turn) -> dict[str, Any] | None:
    levels, everyone = read_audience(turn.words)
    if levels:
        return {"levels": list(levels)}
    return {"everyone": True} if everyone or turn.words == "tat ca" else None


def _offered(turn: Turn) -> tuple[Choice, ...]:
    there = {one.level for one in schools.every(turn.session)}
    found = [
        Choice(LEVEL_NAMES[level][:1].upper() + LEVEL_NAMES[level][1:], f"/nhom {level}")
        for level in LEVEL_NAMES
        if level in there
    ]
    return (*found, Choice("Tất cả các trường", "/nhom tat ca"))


def named(audience: dict[str, Any] | None) -> str:
    """Name whom a group stands for: `các trường mầm non, tiểu học`; empty where nobody said."""
    if not audience:
        return ""
    levels = audience.get("levels") or ()
    return "tất cả các trường" if not levels else "các trường " + ", ".join(LEVEL_NAMES[one] for one in levels)


def _standing(room: Room) -> str:
    return f"Nhóm đang gắn với **{named(room.audience)}**." if room.audience else "Nhóm chưa gắn với trường nào."


def _title(room: Room) -> str:
    return room.title or f"Nhóm {room.id}"


def _list(turn: Turn) -> Reply:
    found = rooms.known(turn.session)
    how = "Vào nhóm, nhắc tên tôi rồi viết: *nhóm này là các trường mầm non*."
    if not found:
        return Reply(f"Tôi chưa ở trong nhóm nào. Thầy/cô thêm tôi vào nhóm trước. {how}")
    lines = [f"• **{_title(one)}**: {named(one.audience) or 'chưa gắn'}" for one in found]
    tied = [one for one in found if one.audience][:10]
    buttons = tuple(Choice(f"Bỏ gắn {_title(one)}"[:60], f"/bonhom {one.id}") for one in tied)
    return Reply("\n".join([f"**{len(found)} nhóm:**", *lines[:30], how]), buttons)


def welcome(room: Room, now: datetime) -> Reply:
    """Greet a group, and say how an officer ties it."""
    greeting = (
        "Chào thầy/cô. Nhắc tên tôi rồi hỏi về tiêu chuẩn, tiêu chí. Tiến độ của từng trường xin nhắn riêng cho tôi."
    )
    if room.audience:
        return Reply(f"{greeting}\nNhóm này đã gắn với {named(room.audience)}.")
    until = day((now + rooms.PATIENCE).date())
    return Reply(
        f"{greeting}\nChuyên viên gõ /nhom để gắn nhóm với các trường; sau ngày {until} chưa gắn, tôi xin rời nhóm."
    )


def brief(reply: Reply) -> Reply:
    """Shorten what a group reads; where the law is from stays under it."""
    lines = [line for line in reply.text.split("\n") if line.strip()]
    if len(lines) <= LONGEST:
        return reply
    source = [lines[-1]] if re.fullmatch(r"\*[^*].*\*", lines[-1]) else []
    return replace(reply, text="\n".join([*lines[: LONGEST - 1 - len(source)], *source, MORE]))


def part(session: Session, channels: Iterable[str], now: datetime) -> int:
    """Say goodbye to the groups that nobody tied within a day; return how many."""
    due = [found for found in rooms.unwanted(session, channels) if rooms.grace_ends(found) <= now]
    return sum(rooms.say_goodbye(session, found[0], GOODBYE, now) for found in due)


def next_due(session: Session, channels: Iterable[str], now: datetime) -> datetime | None:
    """Say when the next group is to be left."""
    moments = [rooms.grace_ends(found) for found in rooms.unwanted(session, channels)]
    return min((one for one in moments if one > now), default=None)
