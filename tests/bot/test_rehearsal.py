"""A rehearsal is what the real clock then sends, and touches nothing."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from bot.demo import load_seed
from bot.rehearsal import Push, rehearse
from db import planning, reminders, schools
from db.session import Sessions, engine_of, open_database
from db.tables import Base, Letter, Person
from handlers.turn import Incoming
from knowledge.rules.working_days import next_good_moment
from knowledge.shelf import Shelf
from tests.conftest import START, ZONE, Phone, TestClock, assemble, seat

LAST = date(2018, 7, 31)
Sent = tuple[str, str, str, str]
"""Day and hour, kind, school, text."""


@pytest.fixture
def app(sessions: Sessions, shelf: Shelf, clock: TestClock, phone: Phone) -> App:
    """Give the product with the plan of 2017-2018, every school having joined."""
    with sessions.begin() as session:
        load_seed(session, shelf, START)
    made = assemble(sessions, shelf, clock, phone)
    for name in names(made):
        seat(made, phone, name, "principal", name)
    return made


def names(app: App) -> list[str]:
    with app.sessions.begin() as session:
        return schools.names(session)


def rehearsed(app: App, first: date, last: date = LAST) -> list[Sent]:
    return sorted(_sent(push) for push in rehearse(app.sessions, app.shelf, first, last, ZONE))


def _sent(push: Push) -> Sent:
    return f"{push.at.astimezone(ZONE):%Y-%m-%d %H}", push.kind, push.school, push.text


def really_sent(app: App, since: datetime) -> list[Sent]:
    """Read what arrived, from the outbox: the phone does not know at what time."""
    with app.sessions.begin() as session:
        rows = session.execute(
            select(Letter, Person).join(Person, Letter.person_id == Person.id).where(Letter.sent_at >= since)
        )
        found = [
            (
                f"{letter.sent_at.astimezone(ZONE):%Y-%m-%d %H}",
                letter.kind,
                str(person.school and person.school.name),
                letter.text,
            )
            for letter, person in rows
            if letter.sent_at
        ]
    return sorted(found)


def every_20_minutes(start: datetime, end: datetime, minutes: int = 20) -> Iterator[datetime]:
    """List the beats of a year; at night nothing can be sent, so that those are left out."""
    moment = start
    while moment < end:
        if 6 <= moment.hour < 21:
            yield moment
        moment += timedelta(minutes=minutes)


def every_hour(start: datetime, end: datetime) -> Iterator[datetime]:
    """List fewer beats, where another test has tried them all."""
    return every_20_minutes(start.replace(minute=50), end, 60)


def at_odd_times(start: datetime, end: datetime) -> Iterator[datetime]:
    """List beats that keep to no grid, some at night, some on Sundays."""
    moment, step = start, 0
    while moment < end:
        yield moment
        step += 1
        moment += timedelta(minutes=(3, 17, 29, 11, 23)[step % 5], seconds=step % 59)
        if moment.hour >= 9 and step % 3:
            moment = (moment + timedelta(days=1)).replace(hour=6, minute=step % 50)


def at_each_due(start: datetime, end: datetime) -> Iterator[datetime]:
    """List the hours at which anything can be due."""
    day = start.date()
    while day < end.date():
        yield next_good_moment(datetime(day.year, day.month, day.day, 7, 30, tzinfo=ZONE))
        day += timedelta(days=1)


def live(app: App, moments: Iterator[datetime]) -> None:
    """Let the real product live through *moments*."""

    async def run() -> None:
        for moment in moments:
            app.clock.move_to(max(moment, app.clock.now()))
            await app.tick()

    asyncio.run(run())


def end() -> datetime:
    return datetime.combine(LAST + timedelta(days=1), datetime.min.time(), ZONE)


# What it says


def test_is_the_same_twice_and_covers_the_year_of_all_16_schools(app: App) -> None:
    once, twice = (rehearse(app.sessions, app.shelf, START.date(), LAST, ZONE) for _ in range(2))

    assert once == twice
    assert Counter(push.school for push in once).keys() == set(names(app))
    assert [push.at for push in once] == sorted(push.at for push in once)
    assert {push.at for push in once} == {next_good_moment(push.at) for push in once}


def test_touches_nothing(app: App) -> None:
    before = everything(app.sessions)
    rehearse(app.sessions, app.shelf, START.date(), LAST, ZONE)

    assert everything(app.sessions) == before


def everything(sessions: Sessions) -> list[list[tuple[object, ...]]]:
    with engine_of(sessions).begin() as reading:
        return [[tuple(row) for row in reading.execute(select(one))] for one in Base.metadata.sorted_tables]


def test_a_school_that_nobody_joined_for_counts_as_if_its_principal_had(tmp_path: Path, shelf: Shelf, app: App) -> None:
    alone = open_database(f"sqlite:///{tmp_path / 'alone.db'}")
    with alone.begin() as session:
        load_seed(session, shelf, START)
    found = rehearse(alone, shelf, START.date(), LAST, ZONE)
    engine_of(alone).dispose()

    assert sorted(_sent(push) for push in found) == rehearsed(app, START.date())
    assert {push.to for push in found if push.school == "TH Tứ Cường"} == {"Hiệu trưởng TH Tứ Cường"}


def test_a_stretch_is_a_part_of_the_year(app: App) -> None:
    whole = rehearsed(app, START.date())
    part = rehearsed(app, date(2017, 12, 1), date(2017, 12, 31))

    assert part == [one for one in whole if one[0].startswith("2017-12")]
    assert part != []


def test_an_hour_that_is_not_good_is_waited_out_and_not_for_ever(app: App) -> None:
    night = datetime(2017, 10, 11, 0, 5, tzinfo=ZONE)
    with app.sessions.begin() as session:
        school, campaign = schools.named(session, "TH Tứ Cường"), schools.campaign(session, START.date())
        assert school is not None
        assert campaign is not None
        reminders.again(session, reminders.of_school(session, campaign, school.id)[0], night.date(), night)
    found = rehearse(app.sessions, app.shelf, date(2017, 10, 10), date(2017, 10, 12), ZONE)

    assert [(push.at, push.kind) for push in found] == [(datetime(2017, 10, 11, 7, 30, tzinfo=ZONE), "again")]


def test_an_empty_database_sends_nothing(sessions: Sessions, shelf: Shelf) -> None:
    assert rehearse(sessions, shelf, START.date(), LAST, ZONE) == []


# Against the real clock


@pytest.mark.parametrize("beats", [every_20_minutes, at_odd_times, at_each_due])
def test_equals_what_the_real_clock_then_sends(app: App, beats: object) -> None:
    wanted = rehearsed(app, START.date())
    live(app, beats(START, end()))

    assert really_sent(app, START) == wanted
    assert len(wanted) > 200


def test_a_demonstration_that_is_moved_along_sends_the_same(app: App) -> None:
    wanted = rehearsed(app, START.date())

    async def move() -> None:
        await app.tick()
        for weeks in range(1, 44):
            await app.move_to(START + timedelta(weeks=weeks))
        await app.move_to(end())

    asyncio.run(move())

    assert really_sent(app, START) == wanted


def test_after_reports_and_a_move_a_new_rehearsal_equals_the_rest_of_the_year(app: App, shelf: Shelf) -> None:
    midway = datetime(2017, 11, 20, 21, 0, tzinfo=ZONE)
    live(app, every_hour(START, midway))
    app.clock.move_to(midway)
    before = rehearsed(app, date(2017, 11, 21))
    report(app, "TH Hồng Quang", "xong tc 1.1, 1.2, xong hội đồng")
    report(app, "THCS Lam Sơn", "tiêu chuẩn 1 xong")
    with app.sessions.begin() as session:
        campaign, school = schools.campaign(session, midway.date()), schools.named(session, "TH Diên Hồng")
        assert campaign is not None
        assert school is not None
        review = schools.review(session, campaign, school)
        assert review is not None
        planning.move_review(session, shelf.catalogue, review, date(2018, 4, 1), midway)
    wanted = rehearsed(app, date(2017, 11, 21))
    live(app, every_hour(datetime(2017, 11, 21, 6, 0, tzinfo=ZONE), end()))

    assert really_sent(app, midway + timedelta(hours=1)) == wanted
    assert wanted != before


def report(app: App, school: str, words: str) -> None:
    async def say() -> None:
        await app.hear(Incoming("phone", school, words, f"{school}-{words}", "Hiệu trưởng"))
        await app.idle()

    asyncio.run(say())


# Restarts and outages


def test_a_restart_in_the_middle_of_the_year_loses_nothing_and_repeats_nothing(
    app: App, shelf: Shelf, clock: TestClock, phone: Phone
) -> None:
    wanted = rehearsed(app, START.date())
    for month in (11, 12, 1, 2, 3, 5):
        year = 2017 if month > 9 else 2018
        live(app, every_hour(clock.now(), datetime(year, month, 8, 7, 45, tzinfo=ZONE)))
        app = assemble(open_database(str(engine_of(app.sessions).url)), shelf, clock, phone)
        app.prepare()
    live(app, every_hour(clock.now(), end()))

    assert really_sent(app, START) == wanted


def test_after_an_outage_of_four_days_each_school_gets_one_message(app: App, clock: TestClock) -> None:
    whole = rehearsed(app, START.date())
    gap, back = datetime(2017, 10, 30, 12, 0, tzinfo=ZONE), datetime(2017, 11, 3, 12, 0, tzinfo=ZONE)
    live(app, every_hour(START, gap))
    clock.move_to(back)
    app.prepare()
    live(app, every_20_minutes(back, back + timedelta(hours=3)))
    missed = Counter(one[2] for one in whole if "2017-10-30 12" < one[0] < "2017-11-03 12")
    came = Counter(one[2] for one in really_sent(app, back))

    assert max(missed.values()) > 1
    assert set(came.values()) == {1}
    assert came.keys() <= missed.keys()
    assert {"TH Tứ Cường", "MN Đoàn Kết"} <= came.keys()
    live(app, every_hour(back + timedelta(hours=3), end()))
    assert [one for one in really_sent(app, back) if one[0] > "2017-11-03 15"] == [
        one for one in whole if one[0] > "2017-11-03 15"
    ]
