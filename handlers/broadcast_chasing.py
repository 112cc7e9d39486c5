"""What the clock does about silence: reminds twice, then tells the deputy, then the officer."""

from __future__ import annotations

from datetime import datetime, timedelta

from db import broadcasts, outbox, people
from db.session import Session
from db.tables import Broadcast, Person, Receipt, School
from handlers import wording
from handlers.broadcast_counts import silent
from handlers.broadcast_receipts import remind_school, write_again
from knowledge.rules.chasing import REMINDERS, Step, next_step
from knowledge.rules.working_days import next_good_moment

TOGETHER = timedelta(minutes=30)
"""An announcement takes its time to go out, so silences of one announcement fall due one after the other."""


def chase(session: Session, now: datetime) -> int:
    """Take the step that is due about each silent school; return how many. Nothing outside the good hours."""
    if next_good_moment(now) != now:
        return 0
    steps = 0
    for number, rows in broadcasts.silent(session, now).items():
        broadcast = broadcasts.get(session, number)
        if broadcast is not None:
            steps += _chase_one(session, broadcast, rows, now)
    return steps


def _chase_one(session: Session, broadcast: Broadcast, rows: list[Receipt], now: datetime) -> int:
    untold: list[School] = []
    steps = 0
    for school, step in _due(session, rows, now):
        steps += 1
        if step.what == "remind":
            remind_school(session, broadcast, rows, school, now)
        elif step.what == "deputy":
            _tell_deputy(session, broadcast, rows, school, now)
        else:
            untold.append(school)
            _mark(rows, school, "officer", now)
    if untold:
        _tell_officer(session, broadcast, untold, now)
    return steps


def _due(session: Session, rows: list[Receipt], now: datetime) -> list[tuple[School, Step]]:
    """List the steps that are due; the officer hears of those due in a moment, too, and so once and not school by school."""
    every = [(school, step) for school in silent(rows) if (step := _step(session, rows, school, now)) is not None]
    telling = any(step.what == "officer" and step.at <= now for _, step in every)
    until = {"officer": now + TOGETHER} if telling else {}
    return [(school, step) for school, step in every if step.at <= until.get(step.what, now)]


def next_due(session: Session, now: datetime) -> datetime | None:
    """Find when the clock next has something to do for an announcement: to send it, or to chase."""
    moments = [broadcasts.next_due(session, now)]
    for rows in broadcasts.silent(session, now).values():
        steps = (_step(session, rows, school, now) for school in silent(rows))
        moments += [step.at for step in steps if step is not None and step.at > now]
    return min((one for one in moments if one is not None), default=None)


def _step(session: Session, rows: list[Receipt], school: School, now: datetime) -> Step | None:
    own = [one for one in rows if one.school_id == school.id]
    spoken = [at for one in own for at in (one.sent_at, one.nudged_at) if at is not None]
    if not spoken:
        return None
    return next_step(
        spoken_to=max(spoken).astimezone(now.tzinfo),
        nudges=max(one.nudges for one in own),
        told=max((one.escalated for one in own), key=("", "deputy", "officer").index),
        has_deputy=bool(_deputies(session, school)),
    )


def _deputies(session: Session, school: School) -> list[Person]:
    """List the deputies who are not those reminded already, the school having no principal."""
    reminded = people.speakers(session, school.id)
    members = people.members(session, school.id)
    return [one for one in members if one.role == "deputy" and one not in reminded and people.reach(one)]


def _mark(rows: list[Receipt], school: School, told: str, now: datetime) -> None:
    for one in rows:
        if one.school_id == school.id:
            one.escalated, one.nudged_at = told, now


def _tell_deputy(session: Session, broadcast: Broadcast, rows: list[Receipt], school: School, now: datetime) -> None:
    head = f"**{school.name}** chưa xác nhận thông báo này sau {REMINDERS} lần nhắc. Thầy/cô xem và xác nhận giúp."
    write_again(session, broadcast, school, _deputies(session, school), "deputy", head, now)
    _mark(rows, school, "deputy", now)


def _tell_officer(session: Session, broadcast: Broadcast, untold: list[School], now: datetime) -> None:
    officer = session.get(Person, broadcast.person_id)
    reached = [officer] if officer is not None and officer.left_at is None and people.reach(officer) else []
    names = ", ".join(school.name for school in untold)
    text = (
        f"**{len(untold)} trường vẫn chưa xác nhận** sau {REMINDERS} lần nhắc: {names}.\n"
        f"“{wording.shortened(broadcast.text, 100)}”\nThầy/cô gọi điện giúp."
    )
    for person in reached or people.officers(session):
        place = people.reach(person)
        if place is not None:
            outbox.write(
                session,
                key=f"nudge:{broadcast.id}:officer:{untold[0].id}:{person.id}",
                kind="silent",
                to=place,
                text=text,
                now=now,
                choices=[("Xem", f"/danhan {broadcast.id}")],
            )
