"""Reminder rows: replaced as a plan, claimed all or none."""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select, text

from bot.demo import load_seed
from db import planning, reminders, schools
from db.session import Session, Sessions, engine_of, open_database, unit
from db.tables import Campaign, Reminder
from handlers import clockwork
from knowledge.rules.reminder_plan import Due
from knowledge.shelf import Shelf
from tests.conftest import START, ZONE, Phone, TestClock, assemble, seat


@pytest.fixture
def seeded(any_sessions: Sessions, shelf: Shelf) -> Sessions:
    """Give the plan of 2017-2018 on each kind of database."""
    with any_sessions.begin() as session:
        load_seed(session, shelf, START)
    return any_sessions


def campaign(session: Session) -> Campaign:
    found = schools.campaign(session, START.date())
    assert found is not None
    return found


def rows(session: Session, school: str) -> list[tuple[str, str, str]]:
    found = schools.named(session, school)
    assert found is not None
    return [(one.kind, str(one.day), one.state) for one in reminders.of_school(session, campaign(session), found.id)]


def test_claims_all_rows_or_none(seeded: Sessions) -> None:
    with seeded.begin() as session:
        numbers = list(session.scalars(select(Reminder.id).order_by(Reminder.id).limit(3)))
        assert reminders.claim(session, [session.get_one(Reminder, numbers[1])], "sent", "k", START)
    with seeded.begin() as session:
        mine = [session.get_one(Reminder, one) for one in numbers]
        assert not reminders.claim(session, mine, "sent", "other", START)
    with seeded.begin() as session:
        found = [session.get_one(Reminder, one) for one in numbers]
        assert [(one.state, one.letter_key) for one in found] == [("waiting", None), ("sent", "k"), ("waiting", None)]


def test_waits_for_a_rival_in_the_middle_of_its_claim(postgres_url: str, shelf: Shelf) -> None:
    sessions = open_database(postgres_url)
    with sessions.begin() as session:
        load_seed(session, shelf, START)

    def claim(key: str) -> bool:
        with sessions.begin() as session:
            rows = session.scalars(select(Reminder).order_by(Reminder.id).limit(2)).all()
            return reminders.claim(session, list(rows), "sent", key, START)

    with ThreadPoolExecutor() as threads:
        with sessions.begin() as session:
            rows = session.scalars(select(Reminder).order_by(Reminder.id).limit(2)).all()
            mine = reminders.claim(session, list(rows), "sent", "mine", START)
            rival = threads.submit(claim, "rival")
            while not waits_for_a_lock(sessions):
                assert not rival.done()
        theirs = rival.result()
    with sessions.begin() as session:
        kept = session.scalars(select(Reminder.letter_key).order_by(Reminder.id).limit(2)).all()
    engine_of(sessions).dispose()

    assert (mine, theirs, kept) == (True, False, ["mine", "mine"])


def waits_for_a_lock(sessions: Sessions) -> bool:
    with sessions.begin() as session:
        waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        return bool(session.scalar(waiting))


def test_processes_that_tick_at_once_remind_each_school_once(seeded: Sessions, shelf: Shelf) -> None:
    clock, phone = TestClock(datetime(2018, 5, 25, 9, 0, tzinfo=ZONE)), Phone()
    twins = [assemble(seeded, shelf, clock, phone) for _ in range(3)]
    names = unit(seeded, schools.names)
    for name in names:
        seat(twins[0], phone, name, "principal", name)

    async def all_at_once() -> None:
        await asyncio.gather(*(twin.tick() for twin in twins))

    asyncio.run(all_at_once())

    assert Counter(where for where, _ in phone.shown) == dict.fromkeys(names, 1)
    with seeded.begin() as session:
        left = select(func.count()).where(Reminder.state == "waiting", Reminder.due_at <= clock.now())
        assert session.scalar(left) == 0


def test_a_rival_that_took_one_of_two_rows_leaves_the_other_for_the_next_tick(seeded: Sessions, shelf: Shelf) -> None:
    """Seen from one process: the rows were read, then another one claimed the first of them."""
    now = datetime(2017, 11, 1, 9, 0, tzinfo=ZONE)
    seat(assemble(seeded, shelf, TestClock(now), Phone()), Phone(), "a", "principal", "TH Tứ Cường")
    with seeded.begin() as session:
        ours = next(found for found in reminders.due(session, now).values() if found[0].school.name == "TH Tứ Cường")
        assert len(ours) > 1
        assert reminders.claim(session, ours[:1], "sent", "rival", now)
        assert not reminders.claim(session, ours, "sent", "mine", now)
    with seeded.begin() as session:
        clockwork.remind(session, shelf.catalogue, now)
        kept = [session.get_one(Reminder, one.id).letter_key for one in ours]

    assert kept[0] == "rival"
    assert all(key and key.startswith(f"reminder:{ours[1].id}:") for key in kept[1:])


def test_processes_that_start_at_once_plan_once(seeded: Sessions, shelf: Shelf) -> None:
    with seeded.begin() as session:
        before = session.scalar(select(func.count()).select_from(Reminder))
        session.query(Reminder).delete()
    twins = [assemble(seeded, shelf, TestClock(), Phone()) for _ in range(4)]

    async def all_at_once() -> None:
        await asyncio.gather(*(asyncio.to_thread(twin.prepare) for twin in twins))

    asyncio.run(all_at_once())

    with seeded.begin() as session:
        assert session.scalar(select(func.count()).select_from(Reminder)) == before


def test_moving_a_review_replaces_what_waits_and_leaves_what_was_sent(seeded: Sessions, shelf: Shelf) -> None:
    now = datetime(2017, 10, 20, 9, 0, tzinfo=ZONE)
    with seeded.begin() as session:
        school = schools.named(session, "TH Tứ Cường")
        assert school is not None
        review = schools.review(session, campaign(session), school)
        assert review is not None
        (sent,) = (one for one in reminders.of_school(session, campaign(session), school.id) if one.kind == "review-30")
        reminders.claim(session, [sent], "sent", "k", now)
        planning.move_review(session, shelf.catalogue, review, date(2018, 1, 1), now)
        moved = [one for one in rows(session, "TH Tứ Cường") if one[0].startswith("review")]
        planning.move_review(session, shelf.catalogue, review, date(2017, 11, 1), now)
        back = [one for one in rows(session, "TH Tứ Cường") if one[0].startswith("review") and one[2] == "waiting"]

    assert sorted(one for one in moved if one[2] == "waiting") == [
        ("review-1", "2017-12-31", "waiting"),
        ("review-14", "2017-12-18", "waiting"),
        ("review-30", "2017-12-02", "waiting"),
        ("review-60", "2017-11-02", "waiting"),
        ("review-7", "2017-12-25", "waiting"),
        ("review-month", "2018-01-02", "waiting"),
    ]
    assert ("review-30", "2017-10-02", "sent") in moved
    assert sorted(back) == [
        ("review-1", "2017-10-31", "waiting"),
        ("review-7", "2017-10-25", "waiting"),
        ("review-month", "2017-11-01", "waiting"),
    ]


def test_a_new_calendar_moves_the_hour_of_what_waits(seeded: Sessions) -> None:
    with seeded.begin() as session:
        school = schools.named(session, "TH Tứ Cường")
        assert school is not None
        waiting = [one for one in reminders.of_school(session, campaign(session), school.id) if one.state == "waiting"]
        later = [Due(one.kind, one.day, one.due_at + timedelta(hours=3)) for one in waiting]
        wanted = {one.id: one.due_at + timedelta(hours=3) for one in waiting}
        assert reminders.replan(session, campaign(session), school.id, later, START.date(), START) == (0, 0)
        session.flush()

        assert {one.id: one.due_at for one in reminders.of_school(session, campaign(session), school.id)} == wanted
