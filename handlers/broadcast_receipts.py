"""Who has an announcement: acknowledged by schools, listed and reminded by the office."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from db import audit, broadcasts, outbox, people, schools
from db.session import Session
from db.tables import Broadcast, Person, Receipt, School
from handlers import broadcast_audience, broadcast_composing, wording
from handlers.broadcast_counts import counts, is_missed, silent
from handlers.broadcast_sending import KIND, sent, unmarked
from handlers.sheets import XLSX, Sheet, workbook
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.fold import clean, fold
from knowledge.rules.working_days import next_good_moment

PAGE = 6
REMEMBERED = timedelta(days=7)
NOT_AGAIN = timedelta(minutes=10)
STATES = {
    "waiting": "đang chờ gửi",
    "sent": "đã gửi",
    "acknowledged": "đã nhận",
    "failed": "lỗi",
    "cancelled": "đã dừng",
}
_WE = r"(?:(?:da|vang|toi|em|minh|truong(?: em| toi| minh)?|ben em|thua) )*"
_GOT = re.compile(
    rf"{_WE}(?:xac nhan )?(?:nhan|doc|nam|xem)(?: duoc| ro)?(?: (?:thong bao|tin|tin nhan))?(?: roi)?(?: (?:a|nhe|roi))*"
)
_YES = re.compile(r"(?:ok|oke|okay|da|vang|ro|da ro|nhat tri|da vang|vang a)(?: (?:a|nhe|roi|em|anh|chi|thay|co))*")
_OWN = re.compile(
    r"(?:xem |cho xem |cho toi xem )*(?:co )?(?:nhung |cac )?thong bao"
    r"(?: (?:gi|nao|moi|moi nhat|gan day|gan nhat|cua phong|cua co quan|tu phong|hom nay|chua xac nhan|chua nhan))*"
    r"(?: khong| chua)?(?: a)?"
)
SHOWN = 5
_NUDGE = re.compile(
    r"(?:gui )?nhac(?: lai| nho)?(?: (?:nhung|cac|moi|tat ca))*(?: (?:truong|ai|nguoi|don vi))?(?: nao)?"
    r" (?:chua|khong) (?:xac nhan|nhan|phan hoi|doc|bam)(?: \w+){0,3}"
)
_PAST = re.compile(
    r"\b(?:(?:cac|nhung|danh sach|lich su|xem lai) (?:cac )?thong bao(?: (?:da gui|cu|truoc|da))?|thong bao da gui)\b\W*$"
    r"|^\W*(?:toi |minh )?da gui (?:nhung |cac )?thong bao (?:gi|nao)\b\W*$"
)


def acknowledges(turn: Turn) -> bool:
    """Tell "đã nhận" from what else is said, and "ok" where it follows on the announcement."""
    if turn.person is None or turn.school is None or turn.heard.room:
        return False
    said = " ".join(re.sub(r"[^a-z ]", " ", fold(clean(turn.words))).split())
    got, yes = _GOT.fullmatch(said), _YES.fullmatch(said)
    if not (got or yes):
        return False
    receipt = broadcasts.unanswered(turn.session, turn.person, turn.now - REMEMBERED)
    if receipt is None or receipt.sent_at is None:
        return bool(got) and "nhan" in said
    heard = turn.heard
    return bool(got) or not broadcasts.was_answered_after(turn.session, heard.channel, heard.address, receipt.sent_at)


def acknowledge(turn: Turn) -> Reply:
    """Note that the school has it, once, in the place of the announcement."""
    if turn.person is None or turn.school is None:
        raise Refusal("Phần này dành cho hiệu trưởng, phó hiệu trưởng.")
    number = turn.number
    if number is None:
        receipt = broadcasts.unanswered(turn.session, turn.person, turn.now - REMEMBERED)
        if receipt is None:
            return Reply("Hiện không có thông báo nào chờ trường mình xác nhận.")
        number = receipt.broadcast_id
    done = broadcasts.acknowledge(turn.session, number, turn.person, turn.now)
    if done is None or done.acknowledged_at is None:
        raise Refusal("Thông báo này không gửi cho trường mình, hoặc đã cũ.")
    at = done.acknowledged_at.astimezone(turn.now.tzinfo)
    mark = f"✅ **{turn.school.name}** đã nhận lúc {at:%H:%M} ngày {wording.day(at.date())}."
    if not turn.heard.pressed:
        return Reply(mark)
    broadcast, campaign = done.broadcast, turn.campaign
    head = broadcast_audience.headed(campaign, broadcast) + "\n" if campaign else ""
    attached = broadcast_composing.attachments(turn, broadcast)
    return Reply(f"{head}{mark}", in_place=True, files=attached)


def asks_for_own(turn: Turn) -> bool:
    """Tell whether a school asks what the office announced: `có thông báo gì không`."""
    said = " ".join(re.sub(r"[^a-z ]", " ", fold(clean(turn.words))).split())
    return turn.school is not None and not turn.heard.room and _OWN.fullmatch(said) is not None


def own(turn: Turn) -> Reply:
    """Show a school the last announcements, and whether it has acknowledged them."""
    if turn.school is None:
        raise Refusal("Phần này dành cho hiệu trưởng, phó hiệu trưởng.")
    found = broadcasts.told(turn.session, turn.school.id, SHOWN)
    if not found:
        return Reply("Trường mình chưa nhận thông báo nào.")
    lines = [f"{'✅' if one.state == 'acknowledged' else '○'} {_told(turn, one)}" for one in found]
    waiting = [one.broadcast_id for one in found if one.state == "sent"]
    choices = (Choice("Đã nhận", f"/nhantin {waiting[0]}"),) if len(waiting) == 1 else ()
    return Reply("\n".join(["**Thông báo gần đây** (✅ đã xác nhận):", *lines]), choices)


def _told(turn: Turn, one: Receipt) -> str:
    at = one.sent_at.astimezone(turn.now.tzinfo) if one.sent_at else turn.now
    return f"{wording.day(at.date())}: {wording.shortened(unmarked(one.broadcast.text), 150)}"


def show(turn: Turn) -> Reply:
    """List who has not acknowledged an announcement, with one tap to remind only those."""
    broadcast = sent(turn)
    if broadcast.state == "waiting":
        due = broadcast_composing.moment(broadcast.send_at.astimezone(turn.now.tzinfo))
        return Reply(f"Thông báo này sẽ gửi lúc **{due}**.", (Choice("Dừng gửi", f"/dungtb {broadcast.id}"), PAST))
    rows, tally = broadcasts.receipts(turn.session, broadcast.id), counts(turn.session, broadcast)
    quiet = silent(rows)
    head = f"**{len(quiet)}/{tally.schools} trường chưa xác nhận.**"
    if not quiet:
        head = "**Các trường nhận được đều đã xác nhận.**" if tally.sent else "**Chưa trường nào nhận được thông báo.**"
    at = broadcast.send_at.astimezone(turn.now.tzinfo)
    lines = [head, *broadcast_audience.by_level(quiet), *tally.troubles]
    lines += [f"{tally.acknowledged} trường đã nhận · gửi {at:%H:%M} ngày {wording.day(at.date())}", _title(broadcast)]
    choices = [Choice(f"Nhắc {len(quiet)} trường này", f"/nhactb {broadcast.id}")] if quiet else []
    choices += [Choice("Bảng Excel", f"/bangtb {broadcast.id}")]
    choices += [Choice("Chữ để dán vào nhóm Zalo", f"/zalo {broadcast.id}"), PAST]
    return Reply("\n".join(lines), tuple(choices))


PAST = Choice("Các thông báo đã gửi", "/cactb")


def _title(broadcast: Broadcast) -> str:
    return f"“{wording.shortened(unmarked(broadcast.text), 100)}”"


def asks_to_nudge(turn: Turn) -> bool:
    """Tell `nhắc lại những trường chưa xác nhận` from an announcement to them."""
    said = " ".join(re.sub(r"[^a-z ]", " ", fold(clean(turn.words))).split())
    return turn.role == "officer" and not turn.heard.room and _NUDGE.fullmatch(said) is not None


def nudge(turn: Turn) -> Reply:
    """Remind only those who are silent; at night the letters wait for the morning."""
    broadcast = sent(turn)
    rows = broadcasts.receipts(turn.session, broadcast.id)
    quiet = silent(rows)
    if not quiet:
        return Reply("Các trường nhận được đều đã xác nhận, không còn ai để nhắc.", (PAST,))
    last = max((one.nudged_at for one in rows if one.nudged_at), default=None)
    if last is not None and turn.now - last < NOT_AGAIN:
        raise Refusal(f"Vừa nhắc lúc {last.astimezone(turn.now.tzinfo):%H:%M}. Chờ các trường ít phút rồi nhắc lại.")
    at = next_good_moment(turn.now)
    told = sum(remind_school(turn.session, broadcast, rows, school, at) for school in quiet)
    audit.note(turn.session, turn.person, "nudge-broadcast", f"broadcast:{broadcast.id}", "", str(told), turn.now)
    when = "" if at == turn.now else f" Tin đi lúc {broadcast_composing.moment(at)}."
    return Reply(f"Đã nhắc **{told} trường**: {', '.join(school.name for school in quiet)}.{when}", (PAST,))


def remind_school(session: Session, broadcast: Broadcast, rows: list[Receipt], school: School, at: datetime) -> bool:
    """Write to those who speak for a silent school; False where nobody can be reached."""
    own = [one for one in rows if one.school_id == school.id]
    nudges = max(one.nudges for one in own) + 1
    for one in own:
        one.nudges, one.nudged_at = nudges, at
    head = f"Nhắc lại: **{school.name}** chưa xác nhận thông báo này."
    return write_again(session, broadcast, school, people.speakers(session, school.id), f"{nudges}", head, at)


def write_again(
    session: Session, broadcast: Broadcast, school: School, to: list[Person], mark: str, head: str, at: datetime
) -> bool:
    """Send an announcement once more, with a line above it, to some of a school."""
    campaign = schools.campaign(session, at.date())
    text = broadcast_audience.headed(campaign, broadcast) if campaign else broadcast.text
    written = False
    for person in to:
        place = people.reach(person)
        if place is not None:
            outbox.write(
                session,
                key=f"nudge:{broadcast.id}:{school.id}:{mark}:{person.id}",
                kind=KIND,
                to=place,
                text=f"{head}\n{text}",
                now=at,
                choices=[("Đã nhận", f"/nhantin {broadcast.id}")],
                school_id=school.id,
            )
            written = True
    return written


def table(turn: Turn) -> Reply:
    """Give the receipts as an Excel file."""
    broadcast = sent(turn)
    rows = [_row(turn, one) for one in broadcasts.receipts(turn.session, broadcast.id)]
    made = workbook([Sheet(f"Thông báo {broadcast.id}", HEAD, rows)])
    at = broadcast.send_at.astimezone(turn.now.tzinfo)
    attached = turn.attach(f"thong-bao-{broadcast.id}-{at:%Y-%m-%d}.xlsx", XLSX, made)
    return Reply(f"Bảng xác nhận thông báo gửi ngày {wording.day(at.date())}.", files=(attached,))


HEAD = (
    "Trường",
    "Cấp học",
    "Người nhận",
    "Vai trò",
    "Trạng thái",
    "Gửi lúc",
    "Nhận lúc",
    "Người xác nhận",
    "Số lần nhắc",
    "Nhắc gần nhất",
    "Lý do lỗi",
)


def _row(turn: Turn, one: Receipt) -> tuple[str | int | datetime | None, ...]:
    def local(at: datetime | None) -> datetime | None:
        return at.astimezone(turn.now.tzinfo) if at else None

    by = people.get(turn.session, one.acknowledged_by) if one.acknowledged_by else None
    group = f"Nhóm {one.room.title}".strip() if one.room else None
    return (
        one.school.name if one.school else group,
        LEVEL_NAMES.get(one.school.level, one.school.level) if one.school else None,
        one.person.name if one.person else None,
        wording.ROLE_NAMES.get(one.person.role) if one.person else None,
        "không gửi được" if is_missed(one) else STATES[one.state],
        local(one.sent_at),
        local(one.acknowledged_at),
        by.name if by else None,
        one.nudges,
        local(one.nudged_at),
        one.why or None,
    )


def asks_for_past(turn: Turn) -> bool:
    """Tell whether an officer asks for the announcements of before."""
    return turn.role == "officer" and bool(_PAST.search(fold(clean(turn.words))))


def past(turn: Turn) -> Reply:
    """List what was announced, the newest first."""
    page = max(turn.number or 1, 1)
    found = broadcasts.confirmed(turn.session, (page - 1) * PAGE, PAGE + 1)
    if not found:
        return Reply("Chưa có thông báo nào được gửi.", (Choice("Soạn thông báo", "/thongbao"),))
    lines = ["**Các thông báo đã gửi**, mới nhất trước:"]
    lines += [f"{at}. {_line(turn, one)}" for at, one in enumerate(found[:PAGE], start=(page - 1) * PAGE + 1)]
    choices = [
        Choice(f"Xem {at}", f"/danhan {one.id}") for at, one in enumerate(found[:PAGE], start=(page - 1) * PAGE + 1)
    ]
    more = [Choice("Cũ hơn ›", f"/cactb {page + 1}")] if len(found) > PAGE else []
    return Reply("\n".join(lines), (*choices, *more), in_place=True)


def _line(turn: Turn, broadcast: Broadcast) -> str:
    at, tally = broadcast.send_at.astimezone(turn.now.tzinfo), counts(turn.session, broadcast)
    state = {"waiting": "chờ gửi", "cancelled": "đã dừng"}.get(
        broadcast.state, f"{tally.acknowledged}/{tally.schools} trường đã nhận"
    )
    return f"{at:%H:%M} {wording.day(at.date())} · {state} · “{wording.shortened(unmarked(broadcast.text), 60)}”"
