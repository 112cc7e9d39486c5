"""Every command on one page: its name, who may, where, what it is for, and the intent that leads to it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import (
    ask,
    browse,
    correcting,
    district,
    doubts,
    entries,
    join,
    moving,
    orientation,
    passing,
    progress,
    rating,
    reminders,
    schedule,
    status,
    tapping,
    teach,
    waiting,
)
from handlers.turn import Handler, Turn
from knowledge.rules.permissions import may


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be asked for."""

    name: str
    """As typed after the slash; a button says it too."""
    handler: Handler
    action: str
    """The line of the permissions table."""
    help: str = ""
    """What the command menu shows; empty for what only buttons say."""
    intent: str = ""
    """The meaning of plain words that leads here."""
    in_group: bool = False
    """Whether it may be answered where others read along."""


COMMANDS = (
    Command("start", join.start, "join", "Bắt đầu, hoặc nhập mã tham gia", in_group=True),
    Command("tieuchuan", browse.standards, "ask", "Xem các tiêu chuẩn, tiêu chí", in_group=True),
    Command("thieu", status.lacking, "own_status", "Trường mình còn thiếu gì", intent="own_status"),
    Command("capdo", rating.show, "own_status", "Trường mình đạt cấp độ, mức nào"),
    Command("capnhat", tapping.pick, "record", "Cập nhật tiến độ bằng nút bấm"),
    Command("hoantac", correcting.undo, "undo", "Bỏ lần ghi vừa rồi", intent="undo"),
    Command("lich", schedule.show, "schedule", "Lịch đánh giá ngoài", intent="schedule", in_group=True),
    Command("tiendo", district.overview, "district_status", "Tiến độ các trường", intent="district_status"),
    Command("cauhoi", waiting.show, "teach", "Câu hỏi chờ trả lời"),
    Command("maimoi", join.invite, "invite", "Tạo mã tham gia cho một trường"),
    Command("kenh", join.add_channel, "add_channel", "Dùng thêm trên điện thoại hoặc kênh khác"),
    Command("trogiup", orientation.help_page, "help", "Hỏi và ghi như thế nào", intent="help", in_group=True),
    Command("chao", join.greet, "help", intent="greeting", in_group=True),
    Command("hoi", ask.ask, "ask", intent="ask", in_group=True),
    Command("xem", browse.show, "ask", in_group=True),
    Command("chuyen", passing.pass_on, "ask"),
    Command("chuadung", doubts.doubted, "ask"),
    Command("traloi", teach.begin, "teach"),
    Command("boqua", waiting.lay_aside, "teach"),
    Command("muc", entries.entry, "teach"),
    Command("baocao", progress.report, "record", intent="progress"),
    Command("ghi", tapping.tap, "record"),
    Command("chighi", progress.record_possible, "record"),
    Command("bo", correcting.take_back, "undo"),
    Command("nho", reminders.noted, "answer_reminder"),
    Command("nhaclai", reminders.again, "answer_reminder"),
    Command("visao", reminders.why, "answer_reminder"),
    Command("doilich", moving.move, "move_review", intent="reschedule"),
    Command("xacnhan", moving.confirm, "move_review"),
    Command("khongdoi", moving.decline, "move_review"),
    Command("xindoi", moving.request_move, "request_move", intent="reschedule_request"),
    Command("thoi", orientation.never_mind, "help", in_group=True),
    Command("thongbao", district.broadcast, "broadcast", intent="broadcast"),
    Command("danhan", district.broadcast, "broadcast", intent="broadcast_status"),
    Command("minhchung", status.evidence, "own_status", intent="evidence"),
    Command("xuat", district.export, "export", intent="export"),
)

BY_NAME = {command.name: command for command in COMMANDS}
BY_INTENT = {command.intent: command for command in COMMANDS if command.intent}
AWAITED: dict[str, Handler] = {
    "code": join.awaited_code,
    "value": tapping.value,
    "answer": teach.awaited_answer,
    "wording": entries.awaited_wording,
}
"""What `Reply.then` may name."""


def listed(role: str | None = None) -> list[tuple[str, str]]:
    """List the commands with a help line: for a role, or all of them for a channel's own menu."""
    return [(one.name, one.help) for one in COMMANDS if one.help and (role is None or may(role, one.action))]


def help_lines(turn: Turn) -> list[str]:
    """List what the person may ask for, a line each."""
    return [f"/{name}: {text}" for name, text in listed(turn.role)]
