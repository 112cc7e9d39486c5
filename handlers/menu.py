"""Every command on one page: its name, who may, where, what it is for, and the intent that leads to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handlers import (
    ask,
    broadcast_composing,
    broadcast_receipts,
    broadcast_sending,
    browse,
    communes,
    confirming,
    correcting,
    digest,
    district,
    doubts,
    drawings,
    entries,
    exporting,
    groups,
    join,
    moving,
    new_year,
    occasion_letters,
    occasions,
    office,
    officers,
    orientation,
    passing,
    polls,
    progress,
    rating,
    reminders,
    results,
    schedule,
    status,
    tapping,
    teach,
    terms,
    trail,
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
    """What the command menu shows; empty for what only buttons say. `{review}` and `{level}` are the circular's words."""
    intent: str = ""
    """The meaning of plain words that leads here."""
    in_group: bool = False
    """Whether it may be answered where others read along."""


COMMANDS = (
    Command("start", join.start, "join", "Bắt đầu, hoặc nhập mã tham gia", in_group=True),
    Command("tieuchuan", browse.standards, "ask", "Xem các tiêu chuẩn, tiêu chí", in_group=True),
    Command("thieu", status.lacking, "own_status", "Trường mình còn thiếu gì", intent="own_status"),
    Command("capdo", rating.show, "own_status", "Trường mình đạt {level} nào"),
    Command("capnhat", tapping.pick, "record", "Cập nhật tiến độ bằng nút bấm"),
    Command("hoantac", correcting.undo, "undo", "Bỏ lần ghi vừa rồi", intent="undo"),
    Command("lich", schedule.show, "schedule", "Lịch {review}", intent="schedule", in_group=True),
    Command("tiendo", district.overview, "district_status", "Tiến độ các trường", intent="district_status"),
    Command("bantin", digest.show, "district_status", "Bản tin tuần: trường nào cần để ý"),
    Command("hinh", drawings.state, "draw", "Hình tiến độ"),
    Command("hinhnam", drawings.of_year, "schedule", "Hình cả năm học"),
    Command("hoinhanh", polls.begin, "poll", "Hỏi nhanh các trường một điều"),
    Command("xemhoi", polls.show, "poll"),
    Command("kieudap", polls.change_kind, "poll"),
    Command("guihoi", polls.send, "poll"),
    Command("dap", polls.answer, "answer_poll"),
    Command("dapchu", polls.answer_said, "answer_poll"),
    Command("ketqua", results.show, "results", "Kết quả {review} các năm"),
    Command("ghiketqua", results.record, "plan"),
    Command("sukien", occasions.change, "plan", "Sự kiện trong năm: tập huấn, hội nghị"),
    Command("baogio", occasions.when, "schedule", in_group=True),
    Command("baosukien", occasion_letters.announce, "plan"),
    Command("coquan", office.show, "office", "Cơ quan quản lý và liên hệ"),
    Command("doicoquan", office.change, "plan"),
    Command("ghixa", communes.place, "plan"),
    Command("xa", communes.of_commune, "schedule"),
    Command("nammoi", new_year.open_year, "plan", "Mở năm học mới"),
    Command("cauhoi", waiting.show, "teach", "Câu hỏi chờ trả lời"),
    Command("maimoi", join.invite, "invite", "Tạo mã tham gia cho một trường"),
    Command("chuyenvien", officers.show, "people", "Các chuyên viên của cơ quan"),
    Command("bonguoi", officers.remove, "people"),
    Command("thoichuyenvien", officers.leave, "people"),
    Command("thanhvien", officers.members, "people", "Ai tham gia cho một trường"),
    Command("moipho", join.invite_deputy, "invite_deputy", "Mời phó hiệu trưởng cùng ghi"),
    Command("nhatky", trail.show, "trail", "Nhật ký: ai đã đổi gì"),
    Command("nhom", groups.tie, "tie_group", "Các nhóm, và nhóm là của trường nào", in_group=True),
    Command("bonhom", groups.untie, "tie_group", in_group=True),
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
    Command("xacnhan", confirming.confirm, "move_review"),
    Command("khongdoi", moving.decline, "move_review"),
    Command("xindoi", moving.request_move, "request_move", intent="reschedule_request"),
    Command("thoi", orientation.never_mind, "help", in_group=True),
    Command("thongbao", broadcast_composing.begin, "broadcast", "Gửi thông báo cho các trường", intent="broadcast"),
    Command("chotb", broadcast_composing.whom, "broadcast"),
    Command("xemtb", broadcast_composing.show, "broadcast"),
    Command("suatb", broadcast_composing.reword, "broadcast"),
    Command("hentb", broadcast_composing.ask_time, "broadcast"),
    Command("gioguitb", broadcast_composing.at_once, "broadcast"),
    Command("datgiotb", broadcast_composing.set_time, "broadcast"),
    Command("keptep", broadcast_composing.ask_file, "broadcast"),
    Command("nhomtb", broadcast_composing.toggle_rooms, "broadcast"),
    Command("doinguoi", broadcast_composing.change_whom, "broadcast"),
    Command("thoitb", broadcast_composing.drop, "broadcast"),
    Command("guitb", broadcast_sending.send, "broadcast"),
    Command("dungtb", broadcast_sending.call_off, "broadcast"),
    Command("zalo", broadcast_sending.paste, "broadcast"),
    Command("danhan", broadcast_receipts.show, "broadcast", "Ai chưa xác nhận thông báo", intent="broadcast_status"),
    Command("nhactb", broadcast_receipts.nudge, "broadcast"),
    Command("bangtb", broadcast_receipts.table, "broadcast"),
    Command("cactb", broadcast_receipts.past, "broadcast"),
    Command("thongbaotruong", broadcast_receipts.own, "acknowledge", "Thông báo trường mình đã nhận"),
    Command("nhantin", broadcast_receipts.acknowledge, "acknowledge"),
    Command("minhchung", status.evidence, "own_status", intent="evidence"),
    Command("xuat", exporting.export, "export", intent="export"),
)

BY_NAME = {command.name: command for command in COMMANDS}
BY_INTENT = {command.intent: command for command in COMMANDS if command.intent}
SPOKEN: tuple[tuple[Callable[[Turn], bool], str], ...] = (
    (broadcast_receipts.acknowledges, "nhantin"),
    (broadcast_receipts.asks_for_past, "cactb"),
    (broadcast_receipts.asks_for_own, "thongbaotruong"),
    (broadcast_sending.asks_to_send, "guitb"),
    (occasion_letters.asks, "baosukien"),
    (join.sends_invitations, "maimoi"),
    (broadcast_composing.sets_time, "datgiotb"),
    (broadcast_composing.drops, "thoitb"),
    (broadcast_receipts.asks_to_nudge, "nhactb"),
    (broadcast_composing.asks, "thongbao"),
    (groups.unties, "bonhom"),
    (groups.ties, "nhom"),
    (officers.leaves, "thoichuyenvien"),
    (officers.removes, "bonguoi"),
    (officers.asks_for_officers, "chuyenvien"),
    (join.invites_deputy, "moipho"),
    (join.asks_for_invite, "maimoi"),
    (officers.asks_for_members, "thanhvien"),
    (trail.asks, "nhatky"),
    (rating.asks, "capdo"),
    (new_year.asks, "nammoi"),
    (occasions.asks, "sukien"),
    (occasions.asks_when, "baogio"),
    (office.asks_for_it, "coquan"),
    (office.asks, "doicoquan"),
    (results.records, "ghiketqua"),
    (results.asks, "ketqua"),
    (communes.places, "ghixa"),
    (communes.asks, "xa"),
    (polls.asks_for_answers, "xemhoi"),
    (polls.asks, "hoinhanh"),
    (polls.answers_in_words, "dapchu"),
    (digest.asks, "bantin"),
    (orientation.asks_what_one_may, "trogiup"),
    (drawings.asks_for_year, "hinhnam"),
    (drawings.asks_for_state, "hinh"),
)
"""What plain words ask for that is no intent of its own: who recognises it, and the command it leads to."""
AWAITED: dict[str, Handler] = {
    "code": join.awaited_code,
    "value": tapping.value,
    "broadcast_whom": broadcast_composing.whom,
    "broadcast_text": broadcast_composing.text,
    "broadcast_time": broadcast_composing.time,
    "office": office.awaited,
    "answer": teach.awaited_answer,
    "wording": entries.awaited_wording,
    "poll": polls.awaited,
}
"""What `Reply.then` may name."""


def listed(role: str | None = None, *, renamed: bool = False) -> list[tuple[str, str]]:
    """List the commands with a help line: for a role, or all of them for a channel's own menu."""
    words = {"review": "thẩm định", "level": "mức"} if renamed else {"review": "đánh giá ngoài", "level": "cấp độ, mức"}
    shown = (one for one in COMMANDS if one.help and (role is None or may(role, one.action)))
    return [(one.name, one.help.format(**words)) for one in shown]


def help_lines(turn: Turn) -> list[str]:
    """List what the person may ask for, a line each."""
    return [f"/{name}: {text}" for name, text in listed(turn.role, renamed=terms.is_renamed(turn))]
