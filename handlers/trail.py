"""Who changed what and when, in words."""

from __future__ import annotations

import re

from db import audit, schools
from db.tables import Audit
from handlers.office import RANKS
from handlers.sheets import XLSX, Sheet, workbook
from handlers.turn import Choice, Refusal, Reply, Turn
from handlers.wording import ROLE_NAMES, shortened
from knowledge.language.school_names import find_schools
from knowledge.language.trail import read_trail_order
from knowledge.rules.permissions import may

PHRASES = {
    "join": ("nguoi", "tham gia"),
    "invite": ("nguoi", "tạo mã mời"),
    "remove-person": ("nguoi", "cho thôi vai"),
    "move-review": ("lich", "dời lịch"),
    "asks-move": ("lich", "xin dời lịch"),
    "decline-move": ("lich", "không chấp thuận dời lịch"),
    "import-plan": ("lich", "nhập kế hoạch, tháng của"),
    "report-deadline": ("kehoach", "đổi hạn nộp báo cáo"),
    "circular": ("kehoach", "đổi thông tư áp dụng"),
    "commune": ("kehoach", "ghi xã của"),
    "open-year": ("kehoach", "mở năm học"),
    "add-occasion": ("kehoach", "thêm sự kiện"),
    "move-occasion": ("kehoach", "đổi sự kiện"),
    "remove-occasion": ("kehoach", "bỏ sự kiện"),
    "office-rank": ("kehoach", "đổi cấp của cơ quan"),
    "office-name": ("kehoach", "đổi tên cơ quan"),
    "office-signature": ("kehoach", "đổi dòng ký của cơ quan"),
    "office-contact": ("kehoach", "đổi liên hệ của cơ quan"),
    "record-result": ("ketqua", "ghi kết quả của"),
    "send-broadcast": ("tin", "gửi thông báo"),
    "nudge-broadcast": ("tin", "nhắc người chưa xác nhận thông báo"),
    "stop-broadcast": ("tin", "dừng thông báo"),
    "poll": ("tin", "hỏi nhanh"),
    "close_poll": ("tin", "đóng câu hỏi nhanh"),
    "teach": ("caudap", "thêm câu trả lời"),
    "edit-taught-question": ("caudap", "sửa câu hỏi của câu trả lời"),
    "edit-taught": ("caudap", "sửa câu trả lời"),
    "widen-taught": ("caudap", "mở câu trả lời cho mọi cấp"),
    "remove-taught": ("caudap", "xóa câu trả lời"),
    "dismiss-question": ("caudap", "bỏ qua câu hỏi"),
    "tie-group": ("nhom", "gắn nhóm"),
    "untie-group": ("nhom", "bỏ gắn nhóm"),
}
"""Action to what it belongs to (a topic of `knowledge.language.trail`) and how it is said."""
PAGE = 8
_PAGED = re.compile(r"trang (\d{1,9}) (\d{1,9}) ([a-z]+|-)", re.ASCII)
_SPOKEN = (
    (re.compile(r"\bbroadcast:(\d+)"), r"số \1"),
    (re.compile(r"\btt(\d+)-(\d{4})\b"), r"TT \1/\2"),
    (re.compile(r"^(\d+) schools$"), r"\1 trường"),
)
"""How rows name what people call otherwise."""
_MONTH = re.compile(r"(\d{4})-(\d\d)-01")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def asks(turn: Turn) -> bool:
    """Tell whether an officer asks who changed what; "ai đã đổi …" of a school, or of one of our own things."""
    return may(turn.role, "trail") and read_trail_order(turn.words) is not None


def show(turn: Turn) -> Reply:
    """Show the last entries: all, of a school, or of a kind; older ones by a button."""
    if turn.words == "excel":
        return _table(turn)
    paged = _PAGED.fullmatch(turn.words)
    if paged:
        names = {one.id: one.name for one in schools.every(turn.session)}
        return _page(turn, names.get(int(paged[2]), ""), paged[3].strip("-"), int(paged[1]))
    found = find_schools(turn.words, schools.names(turn.session)) if turn.words else ()
    if len(found) > 1:
        ids = [one for one in schools.every(turn.session) if one.name in found]
        return Reply(
            "Nhật ký của trường nào?", tuple(Choice(one.name, f"/nhatky trang 999999999 {one.id} -") for one in ids)
        )
    return _page(turn, found[0] if found else "", read_trail_order(turn.words) or "", None)


def _page(turn: Turn, school: str, topic: str, before: int | None) -> Reply:
    actions = [action for action, (kind, _) in PHRASES.items() if kind == topic] if topic else None
    rows = audit.entries(turn.session, actions, school, before, PAGE + 1)
    about = f" · {school}" if school else ""
    if not rows:
        return Reply(f"Nhật ký{about}: chưa có thay đổi nào.")
    lines = [f"**Nhật ký{about}**, mới nhất trước:", *(f"• {_line(turn, row)}" for row in rows[:PAGE])]
    buttons = [Choice("Tải Excel", "/nhatky excel")]
    if len(rows) > PAGE:
        found = schools.named(turn.session, school) if school else None
        older = f"/nhatky trang {rows[PAGE - 1].id} {found.id if found else 0} {topic or '-'}"
        buttons.insert(0, Choice("Cũ hơn", older))
    return Reply("\n".join(lines), tuple(buttons))


def _line(turn: Turn, row: Audit) -> str:
    at = row.at.astimezone(turn.now.tzinfo)
    changed = " → ".join(shortened(said(one), 50) for one in (row.before, row.after) if one)
    change = f": {changed}" if changed else ""
    return f"{at:%d/%m/%Y %H:%M} {_who(row)} {phrase(row.action)} **{shortened(said(row.subject), 60)}**{change}"


def _who(row: Audit) -> str:
    return row.person.name if row.person else "Máy chủ"


def phrase(action: str) -> str:
    """Say an action."""
    return PHRASES[action][1] if action in PHRASES else action


def said(value: str) -> str:
    """Say a value that was kept for the machine: `2017-11-01` is `11/2017`."""
    if value in ROLE_NAMES or value in RANKS:
        return ROLE_NAMES.get(value) or RANKS[value]
    for pattern, spoken in _SPOKEN:
        value = pattern.sub(spoken, value)
    value = re.sub(r"[*{}!_]|\s+", " ", value)
    months = _MONTH.sub(r"\2/\1", value)
    return " ".join(_DAY.sub(r"\3/\2/\1", months).split())


def _table(turn: Turn) -> Reply:
    rows = audit.entries(turn.session)
    if not rows:
        raise Refusal("Nhật ký chưa có thay đổi nào.")
    zone = turn.now.tzinfo
    lines = [
        (
            row.at.astimezone(zone).replace(tzinfo=None),
            _who(row),
            phrase(row.action),
            said(row.subject),
            said(row.before),
            said(row.after),
        )
        for row in rows
    ]
    sheet = Sheet("Nhật ký", ("Lúc", "Ai", "Việc", "Về", "Trước", "Sau"), lines, "dd/mm/yyyy hh:mm")
    name = f"nhat-ky-{turn.now:%Y-%m-%d}.xlsx"
    return Reply(f"Nhật ký: {len(rows)} thay đổi.", files=(turn.attach(name, XLSX, workbook([sheet])),))
