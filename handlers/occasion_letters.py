"""Letters about the year's occasions: the announcement, and the reminder on the eve."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from db import occasions, outbox, schools
from db.session import Session
from db.tables import Campaign, Occasion
from handlers import telling, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.occasions import announced, fits
from knowledge.rules.working_days import FIRST_LETTER, is_open, next_good_moment

_CALENDAR = (("Lịch", "/lich"),)


def asks(turn: Turn) -> bool:
    """Tell whether an officer wants to announce an occasion that stands in the calendar."""
    return turn.role == "officer" and not turn.heard.room and bool(_named(turn))


def _named(turn: Turn) -> list[Occasion]:
    said = announced(turn.words)
    if not said or turn.campaign is None:
        return []
    ahead = [one for one in occasions.of_year(turn.session, turn.campaign) if one.day >= turn.now.date()]
    return [one for one in ahead if fits(said, one.name)]


def _offer(turn: Turn) -> Reply:
    """Show the occasions that the words name: each goes out with a tap."""
    found = _named(turn)
    lines = [f"· {wording.day(one.day)} · {one.name}{f' ({one.place})' if one.place else ''}" for one in found]
    choices = [Choice(f"Báo: {wording.shortened(one.name, 40)}", f"/baosukien {one.id}") for one in found[:8]]
    return Reply("\n".join(["**Báo cho mọi trường?**", *lines]), (*choices, Choice("Thôi", "/thoi")))


def announce(turn: Turn) -> Reply:
    """Write to every school of the year about an occasion, once for each state of it."""
    if turn.number is None and _named(turn):
        return _offer(turn)
    one = occasions.get(turn.session, turn.number) if turn.number else None
    campaign = turn.campaign
    if one is None or campaign is None or one.campaign_id != campaign.id:
        raise Refusal("Sự kiện này không còn trong lịch năm học.")
    if one.day < turn.now.date():
        raise Refusal(f"**{one.name}** đã qua ngày {wording.day(one.day)}, nên tôi không gửi báo nữa.")
    before = outbox.last_number(turn.session)
    state = _state(turn.session, one)
    text = _announcement(campaign, one)
    told = [
        review.school.name
        for review in schools.reviews(turn.session, campaign)
        if telling.tell(
            turn, review.school_id, "occasion", f"{one.id}:{state}:{review.school_id}", text, (("Lịch", "/lich"),)
        )
    ]
    turn.session.flush()
    if told and outbox.last_number(turn.session) == before:
        return Reply(f"Đã báo **{one.name}** cho {len(told)} trường từ trước rồi, không gửi lại.", in_place=True)
    missing = len(schools.reviews(turn.session, campaign)) - len(told)
    untold = f" {missing} trường chưa có ai tham gia." if missing else ""
    return Reply(f"Đang báo **{one.name}** cho {len(told)} trường.{untold}", in_place=True)


def _state(session: Session, one: Occasion) -> str:
    """Name what is to be told; what was told, changed and changed back is another state, to be told again."""
    now = "removed" if one.removed_at else f"{one.day}:{one.place[:60]}"
    _, _, told = outbox.last_key(session, f"occasion:{one.id}:").partition(f":{one.id}:")
    round_told, _, last = told.partition(":")
    return f"{int(round_told or 0) + bool(told and not last.startswith(f'{now}:'))}:{now}"


def _announcement(campaign: Campaign, one: Occasion) -> str:
    place = f", {one.place}" if one.place else ""
    if one.removed_at:
        return f"{campaign.office_name} báo: **{one.name}** ngày {wording.day(one.day)} không tổ chức nữa."
    return f"{campaign.office_name} mời dự **{one.name}**: **{wording.weekday(one.day)}**{place}."


def remind(session: Session, now: datetime) -> int:
    """Write once to every school on the last working day before an occasion; return how many letters that are."""
    if now.tzinfo is None or next_good_moment(now) != now:
        return 0
    before = outbox.last_number(session)
    for one in occasions.from_day(session, now.date() + timedelta(days=1)):
        # Who puts it in on the eve itself announces it, or means to keep it quiet.
        if one.made_at < _eve(one.day, now.tzinfo) <= now:
            _remind_of(session, one, now)
    session.flush()
    return len(outbox.written_after(session, before))


def _eve(day: date, zone: tzinfo) -> datetime:
    """Find the first good hour of the last working day before *day*."""
    eve = next(one for one in (day - timedelta(days=back) for back in range(1, 15)) if is_open(one))
    return datetime.combine(eve, FIRST_LETTER, zone)


def _remind_of(session: Session, one: Occasion, now: datetime) -> None:
    campaign = schools.campaign(session, one.day)
    if campaign is None or campaign.id != one.campaign_id:
        return
    where = f", {one.place}" if one.place else ""
    when = "Ngày mai" if one.day == now.date() + timedelta(days=1) else "Sắp tới"
    text = f"⏰ {when}: **{one.name}**, {wording.weekday(one.day)}{where}."
    for review in schools.reviews(session, campaign):
        telling.write(session, now, review.school_id, "occasion", f"eve:{one.id}:{one.day}", text, _CALENDAR)


def next_due(session: Session, after: datetime) -> datetime | None:
    """Say when the next occasion is to be reminded of."""
    zone = after.tzinfo
    if zone is None:
        return None
    moments = (_eve(one.day, zone) for one in occasions.from_day(session, after.date()))
    return min((moment for moment in moments if moment > after), default=None)
