"""The office's letter of the week: what moved, who is at risk, what goes out, what waits."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from db import outbox, people, progress, questions, reminders, schools
from db.session import Session
from db.tables import Campaign
from handlers import terms, wording
from handlers.campaigns import SEND_FILE, running
from handlers.district import Standing, standings_of
from handlers.turn import Choice, Reply, Turn
from knowledge.catalogue import Catalogue
from knowledge.language.heard import hear
from knowledge.rules.digest import WEEK, digest_moment, due_week
from knowledge.rules.permissions import may

NEAR, LITTLE = timedelta(days=45), 50
"""A review this near with less than this percent done is at risk."""
SILENT = timedelta(days=21)
SHOWN = 6
_OF_THE_WEEK = re.compile(
    r"(?:xem |cho xem |cho toi xem )?(?:ban tin|tom tat|tong hop|tinh hinh)(?: cua)?(?: (?:tuan|hang tuan|thu hai))(?: nay| qua)?"
    r"|(?:xem )?ban tin|tuan nay (?:the nao|ra sao|gui gi|nhac ai|co gi|co viec gi)"
)
CHOICES = (
    Choice("Tiến độ các trường", "/tiendo"),
    Choice("Hình", "/hinh"),
    Choice("Câu hỏi chờ", "/cauhoi"),
)


def write(session: Session, catalogue: Catalogue, now: datetime) -> int:
    """Write the letter of the week to each officer, once, when it is due; return how many were written."""
    monday = due_week(now)
    campaign = schools.campaign(session, now.date()) if monday else None
    if monday is None or campaign is None or campaign.ends < now.date():
        return 0
    # Who joins on the morning itself has just seen how things stand.
    officers = [one for one in people.officers(session) if one.joined_at < digest_moment(monday, now)]
    keys = {one.id: f"digest:{monday}:{one.id}" for one in officers}
    listeners = [
        (one, place)
        for one in officers
        if not outbox.is_written(session, keys[one.id]) and (place := people.reach(one))
    ]
    if not listeners:
        return 0
    text = compose(session, catalogue, campaign, monday, now)
    for person, place in listeners:
        outbox.write(
            session,
            key=keys[person.id],
            kind="digest",
            to=place,
            text=text,
            now=now,
            choices=[(one.label, one.words) for one in CHOICES],
        )
    return len(listeners)


def asks(turn: Turn) -> bool:
    """Tell whether an officer asks how the week stands."""
    plain = " ".join(re.sub(r"[^a-z ]", " ", hear(turn.words).plain).split())
    return may(turn.role, "district_status") and not turn.heard.room and _OF_THE_WEEK.fullmatch(plain) is not None


def show(turn: Turn) -> Reply:
    """Say what the letter of Monday would say now."""
    campaign = running(turn, SEND_FILE)
    monday = turn.now.date() - timedelta(days=turn.now.weekday())
    return Reply(compose(turn.session, turn.shelf.catalogue, campaign, monday, turn.now), CHOICES)


def compose(session: Session, catalogue: Catalogue, campaign: Campaign, monday: date, now: datetime) -> str:
    """Say the week on a small screen, the schools in the order of their months."""
    found = standings_of(session, catalogue, campaign)
    lines = [f"**Tuần {monday:%d/%m}–{monday + WEEK - timedelta(days=1):%d/%m}**", _moved(session, campaign, now)]
    risky = [(one, why) for one in found if (why := _risk(session, catalogue, campaign, one, now))]
    if risky:
        lines.append(f"**Cần để ý ({len(risky)} trường):**")
        lines += [f"• {one.review.school.name}: {why}" for one, why in risky[:SHOWN]]
        if len(risky) > SHOWN:
            lines.append(f"… và {len(risky) - SHOWN} trường nữa trong Tiến độ các trường.")
    return "\n".join([*lines, *_ahead(session, now)])


def _moved(session: Session, campaign: Campaign, now: datetime) -> str:
    """Say what the schools reported in the week that ended."""
    told = progress.since(session, campaign, now - WEEK)
    if not told:
        return "Tuần qua chưa trường nào cập nhật."
    done = sum(event.status == "done" for one in told for event in one.events)
    finished = f", thêm {done} mục xong" if done else ""
    return f"Tuần qua {len({one.school_id for one in told})} trường cập nhật{finished}."


def _risk(session: Session, catalogue: Catalogue, campaign: Campaign, one: Standing, now: datetime) -> str:
    """Say why a school needs a look: its month is near with little done, or nothing was heard of it for long."""
    month, today = one.review.month, now.date()
    if one.review.result or one.gaps.complete:
        return ""
    if month and month >= today.replace(day=1) and month - today <= NEAR and one.gaps.percent < LITTLE:
        called = terms.review_in(catalogue, campaign, one.review.school)
        return f"{called} {wording.month(month)}, mới {one.gaps.percent} %"
    heard = progress.last_report(session, campaign, one.review.school_id)
    since = heard.astimezone(now.tzinfo).date() if heard else campaign.known_since
    return f"{(today - since).days} ngày chưa cập nhật" if today - since >= SILENT else ""


def _ahead(session: Session, now: datetime) -> list[str]:
    """Say what goes out this week by itself, and which questions wait."""
    due = reminders.due_until(session, now + WEEK)
    lines = [f"Tuần này tôi nhắc {due} trường." if due else "Tuần này không có lời nhắc nào tới hạn."]
    waiting = len(questions.waiting(session))
    return [*lines, f"{waiting} câu hỏi chờ trả lời."] if waiting else lines
