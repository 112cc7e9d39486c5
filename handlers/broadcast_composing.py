"""Composing an announcement: whom, what, when, with what; shown before anything is sent."""

from __future__ import annotations

import re
from datetime import datetime

from db import broadcasts, files, schools
from db.tables import Broadcast, Person
from handlers import broadcast_audience, wording
from handlers.campaigns import running
from handlers.turn import Attachment, Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.announcement import Announcement, read_announcement
from knowledge.language.fold import clean, fold
from knowledge.language.send_times import SendTime, is_send_time
from knowledge.rules.working_days import next_good_moment

MOST_FILES = 5
LARGEST = 5 * 1024 * 1024
WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_LEADS = ("gửi thông báo cho ", "gửi thông báo ")
_SAY_WHOM = "Ví dụ: *các trường mầm non*, *TH Tứ Cường và MN Đoàn Kết*, *các trường tháng 11 chưa nộp báo cáo*."


def begin(turn: Turn) -> Reply:
    """Take an order as far as it goes, and ask for what it leaves open."""
    campaign, officer = running(turn), _officer(turn)
    said = _said(turn)
    broadcast = broadcasts.draft(turn.session, campaign, officer, turn.now)
    return _filled(turn, broadcast, said) if said else _ask_whom(turn, broadcast)


def asks(turn: Turn) -> bool:
    """Tell an order that begins with its time or is for groups, which is none of the usual ones."""
    if turn.role != "officer" or turn.heard.room or turn.understood().intent not in {"ask", "unknown", "progress"}:
        return False
    said = _read(turn, turn.words)
    return said is not None and (said.names_somebody or said.rooms_only or bool(_BARE_ORDER.search(turn.words.lower())))


_BARE_ORDER = re.compile(
    r"^(?:(?:soạn|gửi|làm|ra|tạo) thông báo|(?:soan|gui|lam|ra|tao) thong bao|thông báo:|thong bao:)"
)


_OTHER_ERRANDS = {"export", "broadcast_status", "reschedule", "help", "greeting", "undo"}
_QUESTION = re.compile(r"\?\s*$|\b(?:khi nao|bao gio|the nao|bao nhieu|den dau|la ai|truong nao)\b")
_DROPPED = re.compile(r"(?:thoi |ok )?(?:khong|dung|ko|huy|bo) (?:gui|thong bao)(?: \w+){0,3}")


def sets_time(turn: Turn) -> bool:
    """Tell "hẹn 7h sáng mai" from an officer who was just shown an announcement."""
    said = fold(clean(turn.words)).strip()
    return said.startswith(("hen ", "de ", "gui luc ", "gui vao ")) and _has_draft(turn) and bool(_time_said(turn))


def set_time(turn: Turn) -> Reply:
    """Take the time that the words say."""
    broadcast, found = draft(turn), _time_said(turn)
    if found is not None:
        _set_time(broadcast, found.at, found.error)
    return preview(turn, broadcast)


def drops(turn: Turn) -> bool:
    """Tell "thôi không gửi nữa" from an officer who was just shown an announcement."""
    said = " ".join(re.sub(r"[^a-z ]", " ", fold(clean(turn.words))).split())
    return _has_draft(turn) and _DROPPED.fullmatch(said) is not None


def _has_draft(turn: Turn) -> bool:
    if turn.role != "officer" or turn.heard.room or turn.person is None:
        return False
    return broadcasts.draft_of(turn.session, turn.person) is not None


def _time_said(turn: Turn) -> SendTime | None:
    said = re.sub(r"(?i)^\s*(?:hẹn|hen|để|de)\s+(?:giờ |gio |gửi |gui |lúc |luc |vào |vao )*", "", turn.words)
    return is_send_time(said, turn.now)


def _said(turn: Turn) -> Announcement | None:
    """Read the order; behind a command it begins with whom."""
    if not turn.words:
        return None
    tries = (turn.words, *(lead + turn.words for lead in _LEADS))
    read = [one for text in tries if (one := _read(turn, text)) is not None]
    return next((one for one in read if one.names_somebody or one.rooms_only), read[0] if read else None)


def _read(turn: Turn, text: str) -> Announcement | None:
    year = turn.campaign.school_year if turn.campaign else None
    return read_announcement(text, schools.names(turn.session), year, turn.now)


def _filled(turn: Turn, broadcast: Broadcast, said: Announcement) -> Reply:
    """Put what was said into the draft, and go on to what is missing."""
    broadcast.text = said.body or broadcast.text
    if said.when is not None:
        _set_time(broadcast, said.when.at, said.when.error)
    if said.unknown:
        broadcast.audience = {}
        return _ask_whom(turn, broadcast, f"Tôi chưa rõ “{wording.shortened(said.unknown, 60)}” là trường nào.")
    if not (said.names_somebody or said.rooms_only):
        return _ask_whom(turn, broadcast)
    broadcast.audience = broadcast_audience.as_kept(said)
    if said.doubtful:
        return _which_school(broadcast, said)
    reply = preview(turn, broadcast)
    return _ask_file(broadcast) if said.attach and not broadcast.files and broadcast.text else reply


def _set_time(broadcast: Broadcast, at: datetime | None, error: str) -> None:
    if at is None:
        raise Refusal(f"Giờ gửi chưa được: {error}. Thầy/cô viết lại giúp, ví dụ: *lúc 15h chiều mai*, *7h30 thứ hai*.")
    broadcast.send_at = at


def _ask_whom(turn: Turn, broadcast: Broadcast, why: str = "") -> Reply:
    every = schools.every(turn.session)
    levels = [level for level in LEVEL_NAMES if any(one.level == level for one in every)]
    choices = [Choice(f"Tất cả {len(every)} trường", "/chotb tat ca cac truong")]
    choices += [Choice(f"Các trường {LEVEL_NAMES[one]}", f"/chotb cac truong {one.lower()}") for one in levels]
    choices += [
        Choice("Trường chưa xong báo cáo", "/chotb cac truong chua nop bao cao"),
        Choice("Trường chưa bắt đầu", "/chotb cac truong chua bat dau"),
        Choice("Thôi", f"/thoitb {broadcast.id}"),
    ]
    question = "Thầy/cô gửi thông báo cho ai? Chọn, hoặc gõ."
    return Reply("\n".join(part for part in (why, question, _SAY_WHOM) if part), tuple(choices), then="broadcast_whom")


def _which_school(broadcast: Broadcast, said: Announcement) -> Reply:
    ids = tuple(Choice(name, f"/chotb = {at}") for at, name in enumerate(said.doubtful))
    choices = (*ids, Choice("Tất cả các trường này", "/chotb = *"), Choice("Thôi", f"/thoitb {broadcast.id}"))
    broadcast.audience = {**broadcast.audience, "doubtful": list(said.doubtful)}
    return Reply("Thầy/cô gửi trường nào?", choices)


def whom(turn: Turn) -> Reply:
    """Hear whom it is for: tapped, or typed when it was asked."""
    broadcast = _begun(turn)
    doubtful = broadcast.audience.get("doubtful") or []
    if turn.words.startswith("= ") and doubtful:
        picked = turn.words[2:]
        kept = doubtful if picked == "*" else [name for at, name in enumerate(doubtful) if str(at) == picked]
        others = [one for one in broadcast.audience["schools"] if one not in doubtful]
        broadcast.audience = {**broadcast.audience, "schools": [*others, *kept], "doubtful": []}
        return preview(turn, broadcast)
    said = _said(turn)
    if not turn.heard.text.startswith("/") and turn.words == turn.heard.text and _is_another_errand(turn):
        return Reply("")  # Whoever says something else now isn't held to the question.
    return _filled(turn, broadcast, said) if said else _ask_whom(turn, broadcast)


def _is_another_errand(turn: Turn) -> bool:
    """Tell a question or order of another kind from a bare list of schools."""
    return turn.understood().intent in _OTHER_ERRANDS or _QUESTION.search(fold(clean(turn.words))) is not None


def _ask_text(broadcast: Broadcast, why: str) -> Reply:
    choices = (Choice("Thôi", f"/thoitb {broadcast.id}"),)
    return Reply(why, choices, then="broadcast_text")


def text(turn: Turn) -> Reply:
    """Hear the text of the announcement."""
    broadcast = _begun(turn)
    broadcast.text = turn.words
    return preview(turn, broadcast)


def reword(turn: Turn) -> Reply:
    """Ask for the text anew."""
    broadcast = draft(turn)
    now = f" Đang là:\n{broadcast.text}" if broadcast.text else ""
    return _ask_text(broadcast, f"Thầy/cô gửi lại nội dung giúp.{now}")


def ask_time(turn: Turn) -> Reply:
    """Ask when it is to be sent."""
    broadcast = draft(turn)
    choices = (Choice("Gửi ngay", f"/gioguitb {broadcast.id}"), Choice("Thôi", f"/thoitb {broadcast.id}"))
    return Reply(
        "Gửi lúc nào? Ví dụ: *15h chiều mai*, *7h30 thứ hai*, *8h ngày 25/11*.", choices, then="broadcast_time"
    )


def at_once(turn: Turn) -> Reply:
    """Take the time away again."""
    broadcast = draft(turn)
    broadcast.send_at = broadcast.made_at
    return preview(turn, broadcast)


def time(turn: Turn) -> Reply:
    """Hear when it is to be sent; an empty reply where the words are something else."""
    found = is_send_time(turn.words, turn.now)
    if found is None:
        return Reply("")
    broadcast = _begun(turn)
    if found.at is None:
        return Reply(f"{wording.sentence(found.error)} Thầy/cô chọn giờ khác giúp.", then="broadcast_time")
    broadcast.send_at = found.at
    return preview(turn, broadcast)


def ask_file(turn: Turn) -> Reply:
    """Ask for a file that goes with it."""
    return _ask_file(draft(turn))


def _ask_file(broadcast: Broadcast) -> Reply:
    choices = (Choice("Xem lại", f"/xemtb {broadcast.id}"), Choice("Thôi", f"/thoitb {broadcast.id}"))
    return Reply("Thầy/cô gửi ảnh hoặc tệp vào đây (tối đa 5 MB).", choices, then="broadcast_file")


def receive(turn: Turn, words: str) -> Reply | None:
    """Take a file for an announcement: with the order beside it, or while one is being composed."""
    if turn.role != "officer":
        return None
    turn.words = words
    ordered = bool(words) and (turn.understood().intent == "broadcast" or asks(turn))
    if not ordered and not _is_awaited(turn):
        return None
    reply = begin(turn) if ordered else None
    broadcast = broadcasts.draft_of(turn.session, _officer(turn))
    if broadcast is None:
        return None
    _attach(turn, broadcast)
    if reply is not None and reply.then == "broadcast_whom":
        return reply
    broadcast.text = broadcast.text or words
    turn.address.then = None
    return preview(turn, broadcast)


def _is_awaited(turn: Turn) -> bool:
    waiting = (turn.address.then or "").startswith("broadcast_")
    shown = any(str(words).startswith(("/guitb", "/xemtb")) for words in turn.address.offered)
    return (waiting or shown) and broadcasts.draft_of(turn.session, _officer(turn)) is not None


def _attach(turn: Turn, broadcast: Broadcast) -> None:
    file = turn.heard.file
    if file is not None and file.content == b"":
        raise Refusal("Tệp này rỗng, không có gì để gửi. Thầy/cô xem lại tệp giúp.")
    if file is None or file.content is None or len(file.content) > LARGEST:
        raise Refusal("Tệp này lớn quá 5 MB hoặc tôi không tải được. Thầy/cô gửi tệp nhỏ hơn giúp.")
    if len(broadcast.files) >= MOST_FILES:
        raise Refusal(f"Mỗi thông báo kèm được tối đa {MOST_FILES} tệp.")
    kept = turn.attach(file.name, file.media_type, file.content, kept=True)
    broadcast.files = [*broadcast.files, kept.id]


def toggle_rooms(turn: Turn) -> Reply:
    """Leave the groups out, or take them in again."""
    broadcast = draft(turn)
    if not broadcast.audience:  # Whom it is for has not been said yet.
        return _ask_whom(turn, broadcast)
    broadcast.audience = {**broadcast.audience, "rooms": not broadcast.audience.get("rooms")}
    return preview(turn, broadcast)


def change_whom(turn: Turn) -> Reply:
    """Ask anew whom it is for."""
    return _ask_whom(turn, draft(turn))


def show(turn: Turn) -> Reply:
    """Show the draft again."""
    return preview(turn, draft(turn))


def drop(turn: Turn) -> Reply:
    """Lay the draft aside."""
    broadcasts.drop(turn.session, draft(turn))
    turn.address.then = None
    return Reply("Vâng, không gửi gì.", in_place=True)


def preview(turn: Turn, broadcast: Broadcast) -> Reply:
    """Show exactly who gets what, when; or ask for what is missing."""
    if not broadcast.audience:
        return _ask_whom(turn, broadcast)
    found = broadcast_audience.recipients(turn.session, turn.shelf.catalogue, running(turn), broadcast.audience)
    rooms = broadcast.audience["rooms_only"]
    if not (found.reached or found.rooms or found.missed):
        return _ask_whom(turn, broadcast, _nobody(rooms=rooms))
    if not broadcast.text:
        return _ask_text(broadcast, f"Gửi {counted(found) or 'cho các trường'}. Thầy/cô viết nội dung thông báo giúp.")
    if not found.reached and not found.rooms:
        return _to_nobody(turn, broadcast, found)
    described = broadcast_audience.described(broadcast.audience)
    lines = [f"**Gửi {counted(found)}{f' ({described})' if described else ''}{_when(broadcast)}?**"]
    lines += broadcast_audience.by_level(school for school, _ in found.reached)
    lines += [f"Nhóm: {', '.join(room.title or 'chưa có tên' for room in found.rooms)}"] if found.rooms else []
    lines += _missed(found)
    attached = files.read(turn.session, broadcast.files)
    lines += [f"📎 {', '.join(one.name for one in attached)}"] if attached else []
    lines += ["", broadcast_audience.headed(running(turn), broadcast)]
    return Reply("\n".join(lines), _buttons(turn, broadcast, found))


def _nobody(*, rooms: bool) -> str:
    if rooms:
        return "Chưa có nhóm nào được gắn với các trường này. Trong nhóm, chuyên viên gắn nhóm trước."
    return "Không có trường nào như vậy."


def _to_nobody(turn: Turn, broadcast: Broadcast, found: broadcast_audience.Recipients) -> Reply:
    """Show an announcement that nobody would get: what is left is to invite, or to paste it elsewhere."""
    lines = [
        "**Chưa gửi được cho trường nào.**",
        *_missed(found),
        "",
        broadcast_audience.headed(running(turn), broadcast),
    ]
    choices = (
        Choice("Mời trường tham gia", "/maimoi"),
        Choice("Chữ để dán vào nhóm Zalo", f"/zalo {broadcast.id}"),
        Choice("Đổi người nhận", f"/doinguoi {broadcast.id}"),
        Choice("Thôi", f"/thoitb {broadcast.id}"),
    )
    return Reply("\n".join(lines), choices)


def counted(found: broadcast_audience.Recipients) -> str:
    """`13 trường, 1 nhóm`."""
    parts = [f"{len(found.reached)} trường"] if found.reached else []
    return ", ".join([*parts, *([f"{len(found.rooms)} nhóm"] if found.rooms else [])])


def _when(broadcast: Broadcast) -> str:
    return "" if broadcast.send_at == broadcast.made_at else f" lúc {moment(broadcast.send_at)}"


def moment(at: datetime) -> str:
    """`15:00 thứ ba 03/10/2017`; *at* is in the zone of the product."""
    return f"{at:%H:%M} {WEEKDAYS[at.weekday()]} {wording.day(at.date())}"


def _missed(found: broadcast_audience.Recipients) -> list[str]:
    lines = []
    for why in dict.fromkeys(why for _, why in found.missed):
        names = [school.name for school, reason in found.missed if reason == why]
        lines.append(f"{len(names)} trường {why}, sẽ không nhận được: {', '.join(names)}.")
    return lines


def _buttons(turn: Turn, broadcast: Broadcast, found: broadcast_audience.Recipients) -> tuple[Choice, ...]:
    number, now = broadcast.id, broadcast.send_at == broadcast.made_at
    morning = next_good_moment(turn.now)
    choices = [Choice("Gửi ngay" if now and morning != turn.now else "Gửi", f"/guitb {number}")]
    if now and morning != turn.now:  # At this hour most are asleep: the next good one stands first.
        choices.insert(0, Choice(f"Gửi lúc {morning:%H:%M} {WEEKDAYS[morning.weekday()]}", f"/guitb {number} sang"))
    choices += [Choice("Sửa chữ", f"/suatb {number}"), Choice("Hẹn giờ", f"/hentb {number}")]
    choices += [Choice("Kèm tệp", f"/keptep {number}"), Choice("Đổi người nhận", f"/doinguoi {number}")]
    tied = found.rooms or not broadcast.audience["rooms"]
    if tied and not broadcast.audience["rooms_only"]:
        choices.append(Choice("Bỏ nhóm" if broadcast.audience["rooms"] else "Cả nhóm", f"/nhomtb {number}"))
    choices.append(Choice("Chữ để dán vào nhóm Zalo", f"/zalo {number}"))
    return (*choices, Choice("Thôi", f"/thoitb {number}"))


def attachments(turn: Turn, broadcast: Broadcast) -> tuple[Attachment, ...]:
    """Give the files of an announcement, to go with a reply."""
    return tuple(Attachment(one.id, one.name, one.media_type) for one in files.read(turn.session, broadcast.files))


def draft(turn: Turn) -> Broadcast:
    """Find the officer's draft that a button means; the button of an older one is refused, pressed or its number typed."""
    number = turn.words.partition(" ")[0]
    return _begun(turn, int(number) if number.isdecimal() else None)


def _begun(turn: Turn, number: int | None = None) -> Broadcast:
    broadcast = broadcasts.draft_of(turn.session, _officer(turn))
    if broadcast is None or (number is not None and number != broadcast.id):
        raise Refusal("Thông báo này đã gửi, đã bỏ, hoặc đã có bản mới hơn.", (Choice("Soạn thông báo", "/thongbao"),))
    broadcast.made_at, broadcast.send_at = (
        broadcast.made_at.astimezone(turn.now.tzinfo),
        broadcast.send_at.astimezone(turn.now.tzinfo),
    )
    return broadcast


def _officer(turn: Turn) -> Person:
    if turn.person is None:  # The permissions table has refused strangers before.
        raise Refusal("Phần này dành cho chuyên viên của cơ quan quản lý.")
    return turn.person
