"""Sending an announcement: confirmed, started when its time comes, watched, called off."""

from __future__ import annotations

import logging
import re
from datetime import datetime

from db import audit, broadcasts, outbox, people, schools
from db.session import Session
from db.tables import Address, Broadcast, Campaign
from handlers import broadcast_audience, broadcast_composing, naming, wording
from handlers.broadcast_audience import Recipients
from handlers.broadcast_counts import Counts, counts
from handlers.campaigns import running
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Catalogue
from knowledge.rules.working_days import next_good_moment
from knowledge.shelf import Shelf

log = logging.getLogger(__name__)

KIND = "broadcast"
IN_GROUP = "*Các trường xác nhận bằng nút “Đã nhận” trong tin tôi gửi riêng.*"
_MARKS = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![*\w])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![*\w])")


def send(turn: Turn) -> Reply:
    """Send what was shown, now or at its time; once, however often the button is pressed."""
    broadcast = broadcast_composing.draft(turn)
    planned = broadcast.send_at != broadcast.made_at
    if turn.words.endswith(" sang"):
        broadcast.send_at, planned = next_good_moment(turn.now), True
    elif not planned:
        broadcast.send_at = turn.now
    elif broadcast.send_at <= turn.now:
        raise Refusal("Giờ gửi đã qua.", (Choice("Chọn giờ khác", f"/hentb {broadcast.id}"),))
    campaign = running(turn)
    found = broadcast_audience.recipients(turn.session, turn.shelf.catalogue, campaign, broadcast.audience)
    if not broadcast.text or not (found.reached or found.rooms):
        return broadcast_composing.preview(turn, broadcast)
    return _confirmed(turn, broadcast, campaign, found, later=planned)


def asks_to_send(turn: Turn) -> bool:
    """Tell "gửi đi" from an officer who was just shown an announcement."""
    said = re.fullmatch(
        r"\W*(?:ok |xác nhận |đồng ý |xac nhan |dong y )?(?:gửi|gui)(?: (?:đi|luôn|ngay|nhé|di|luon|nhe))*\W*",
        turn.words.lower(),
    )
    return (
        said is not None
        and turn.role == "officer"
        and turn.person is not None
        and (broadcasts.draft_of(turn.session, turn.person) is not None)
    )


def _confirmed(turn: Turn, broadcast: Broadcast, campaign: Campaign, found: Recipients, *, later: bool) -> Reply:
    if not broadcasts.claim(turn.session, broadcast, "draft", "waiting" if later else "sending"):
        raise Refusal("Thông báo này đã gửi rồi.")
    everybody = [school.id for school, _ in found.reached] + [school.id for school, _ in found.missed]
    broadcast.audience = {**broadcast.audience, "chosen": everybody}
    whom = broadcast_composing.counted(found)
    said = f"{whom}: {broadcast.text}"
    audit.note(turn.session, turn.person, "send-broadcast", f"broadcast:{broadcast.id}", "", said, turn.now)
    turn.address.then = None
    if not later:
        _write(turn.session, broadcast, campaign, found, turn.now)
    return standing(turn.session, broadcast, turn.now)


def start_due(session: Session, catalogue: Catalogue, now: datetime) -> int:
    """Send what was put off to a time that has come; return how many announcements."""
    started = 0
    for broadcast in broadcasts.due(session, now):
        if not broadcasts.claim(session, broadcast, "waiting", "sending"):
            continue
        campaign = session.get_one(Campaign, broadcast.campaign_id)
        found = broadcast_audience.recipients(session, catalogue, campaign, broadcast.audience)
        _write(session, broadcast, campaign, found, now)
        started += 1
    broadcasts.stop_left_over(session, now)
    return started


def _write(session: Session, broadcast: Broadcast, campaign: Campaign, found: Recipients, now: datetime) -> None:
    """Write every recipient down, and a letter for each that can be reached, in one transaction."""
    text = broadcast_audience.headed(campaign, broadcast)
    acknowledge = [("Đã nhận", f"/nhantin {broadcast.id}")]
    for school, places in found.reached:
        for person, place in places:
            receipt = broadcasts.add_receipt(session, broadcast, school_id=school.id, person_id=person.id)
            _letter(session, broadcast, broadcasts.key_of(receipt), place, text, acknowledge, now, school.id)
    for school, why in found.missed:
        broadcasts.add_receipt(session, broadcast, school_id=school.id, state="failed", why=why)
    for room in found.rooms:
        receipt = broadcasts.add_receipt(session, broadcast, room_id=room.id)
        in_group = f"{text}\n{IN_GROUP}" if found.reached else text
        _letter(session, broadcast, broadcasts.key_of(receipt), broadcasts.place_of(room), in_group, [], now, None)
    broadcasts.finish(session, broadcast, now)


def _letter(
    session: Session,
    broadcast: Broadcast,
    key: str,
    place: Address,
    text: str,
    choices: list[tuple[str, str]],
    now: datetime,
    school_id: int | None,
) -> None:
    outbox.write(
        session,
        key=key,
        kind=KIND,
        to=place,
        text=text,
        now=now,
        choices=choices,
        school_id=school_id,
        files=broadcast.files,
    )


def call_off(turn: Turn) -> Reply:
    """Stop an announcement: what has not gone out never will."""
    broadcast = sent(turn)
    if broadcast.state not in {"waiting", "sending"}:
        raise Refusal(
            "Thông báo này đã gửi xong hoặc đã dừng.", (Choice("Ai chưa xác nhận", f"/danhan {broadcast.id}"),)
        )
    spared = broadcasts.call_off(turn.session, broadcast, turn.now)
    audit.note(turn.session, turn.person, "stop-broadcast", f"broadcast:{broadcast.id}", "", str(spared), turn.now)
    turn.session.flush()
    return standing(turn.session, broadcast, turn.now)


def render(session: Session, _shelf: Shelf, number: int, now: datetime) -> Reply | None:
    """Say how an announcement stands, for the message that is kept up to date."""
    broadcast = broadcasts.get(session, number)
    return standing(session, broadcast, now) if broadcast is not None else None


def standing(session: Session, broadcast: Broadcast, now: datetime) -> Reply:
    """Say how an announcement stands: counts first, then what went wrong."""
    number, title = broadcast.id, f"“{wording.shortened(unmarked(broadcast.text), 80)}”"
    if broadcast.state == "waiting":
        at = broadcast_composing.moment(broadcast.send_at.astimezone(now.tzinfo))
        text = f"**Sẽ gửi lúc {at}**\n{title}"
        return Reply(text, (Choice("Dừng gửi", f"/dungtb {number}"),), in_place=True, living=f"broadcast:{number}")
    tally = counts(session, broadcast)
    lines = [f"{_head(broadcast, tally)}", title, *tally.troubles]
    choices = [Choice("Dừng gửi", f"/dungtb {number}")] if broadcast.state == "sending" else []
    choices += [Choice("Ai chưa xác nhận", f"/danhan {number}")] if tally.schools else []
    choices += [Choice("Bảng Excel", f"/bangtb {number}"), Choice("Chữ để dán vào nhóm Zalo", f"/zalo {number}")]
    return Reply("\n".join(lines), tuple(choices), in_place=True, living=f"broadcast:{number}")


def _head(broadcast: Broadcast, tally: Counts) -> str:
    if broadcast.state == "cancelled" and not tally.sent and not tally.rooms_sent:
        return "**Đã dừng, chưa gửi cho trường nào.**"
    begins = {"cancelled": "Đã dừng. Đã gửi", "sending": "Đang gửi"}.get(broadcast.state, "Đã gửi")
    parts = [f"{tally.sent}/{tally.schools} trường"] if tally.schools else []
    parts += [f"{tally.rooms_sent}/{tally.rooms} nhóm"] if tally.rooms else []
    figures = [f"**{begins} {', '.join(parts)}**"]
    figures += [f"{tally.acknowledged} đã nhận"] if tally.schools else []
    figures += [f"{tally.failed} lỗi"] if tally.failed else []
    return " · ".join(figures)


def paste(turn: Turn) -> Reply:
    """Give the text alone, to be pasted into a group elsewhere."""
    number = turn.number
    broadcast = broadcasts.get(turn.session, number) if number else None
    campaign = schools.campaign(turn.session, turn.now.date())
    if broadcast is None or campaign is None or not broadcast.text:
        raise Refusal("Tôi không tìm thấy thông báo này.")
    lines = [campaign.office_name, broadcast.text, campaign.signature]
    ask = f"Trường đã dùng trợ lý: bấm “Đã nhận” trong tin của trợ lý. Trường chưa dùng: báo lại {campaign.office_name} giúp."
    return Reply("\n".join(unmarked(line) for line in (*lines, ask) if line))


def unmarked(text: str) -> str:
    """Take the marks out, for where they would stand as stars."""
    return _MARKS.sub(lambda match: match[1] or match[2], text)


def sent(turn: Turn) -> Broadcast:
    """Find the announcement that a button or a number means, or the last one."""
    if turn.number:
        found = broadcasts.get(turn.session, turn.number)
    else:
        found = next(iter(broadcasts.confirmed(turn.session, limit=1)), None)
    if found is None or found.state not in broadcasts.CONFIRMED:
        raise Refusal("Chưa có thông báo nào được gửi.", (Choice("Soạn thông báo", "/thongbao"),))
    return found


def unreachable(session: Session, channel: str, address: str, now: datetime) -> None:
    """Tell the officers once that somebody of a school, or a group, gets nothing any more."""
    who = people.person_at(session, channel, address)
    room = next((one for one in broadcasts.tied_rooms(session) if (one.channel, one.room) == (channel, address)), None)
    if room is not None:
        text = f"Nhóm **{room.title or 'chưa có tên'}** không nhận được tin nữa: tôi không còn ở trong nhóm."
        choices: list[tuple[str, str]] = []
    elif who is not None and who.school is not None and who.left_at is None:
        text = f"**{who.school.name}**: {who.name} không nhận được tin nữa (đã chặn trợ lý hoặc xóa tài khoản)."
        choices = [("Tạo mã mời mới", naming.about("/maimoi", who.school.name))]
    else:
        return
    for officer in people.officers(session):
        place = people.reach(officer)
        if place is not None:
            key = f"lost:{channel}:{address}:{now:%Y%m%d%H%M%S}:{officer.id}"
            outbox.write(session, key=key[:300], kind="lost", to=place, text=text, now=now, choices=choices)
