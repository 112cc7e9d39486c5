"""A demonstration: the plan, a seat for everyone, a clock that is remembered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from bot.banner import lines
from bot.clock import Clock
from bot.demo import WebDesk
from bot.settings import Settings
from bot.setup import Product, open_product
from db import notes, people, schools
from db.tables import Person
from tests.conftest import START, ZONE, Chat, Phone, TestClock, seat


@contextmanager
def opened(folder: Path, now: str = "", **more: object) -> Iterator[Product]:
    moment = datetime.fromisoformat(now) if now else None
    with open_product(Settings(kiemdinh_data_dir=folder, kiemdinh_now=moment, **more)) as product:
        yield product


def about(moment: datetime, wanted: datetime) -> bool:
    """Tell whether the clock, which runs on, was set to *wanted*."""
    return timedelta() <= moment - wanted < timedelta(minutes=10)


def test_an_empty_database_gets_the_plan_and_everyone_a_seat(tmp_path: Path) -> None:
    with opened(tmp_path) as product:
        with product.sessions.begin() as session:
            found = [(one.role, one.school.name if one.school else "") for one in session.scalars(select(Person))]
            names = schools.names(session)
        seats = WebDesk(product.app, demo=True).seats()

    assert len(names) == 16
    assert sorted(found) == sorted([*[("principal", name) for name in names], ("officer", ""), ("viewer", "")])
    assert [one.label for one in seats] == ["Chuyên viên", "Nhóm Hiệu trưởng", *[f"Hiệu trưởng {one}" for one in names]]


def test_every_seat_speaks_for_its_person(tmp_path: Path) -> None:
    with opened(tmp_path) as product:
        desk = WebDesk(product.app, demo=True)
        with product.sessions.begin() as session:
            speaking = {one.label: people.person_at(session, "web", one.speaker or one.address) for one in desk.seats()}

    assert {label: person.name if person else None for label, person in speaking.items()} == {
        **{label: label for label in speaking if label.startswith("Hiệu trưởng")},
        "Chuyên viên": "Chuyên viên phụ trách",
        "Nhóm Hiệu trưởng": "Một thành viên nhóm",
    }


def test_is_loaded_once(tmp_path: Path) -> None:
    for _ in range(2):
        with opened(tmp_path) as product, product.sessions.begin() as session:
            assert len(schools.every(session)) == 16
            assert len(people.officers(session)) == 1


def test_processes_that_start_at_once_load_it_once(postgres_url: str, tmp_path: Path) -> None:
    settings = Settings(kiemdinh_data_dir=tmp_path, kiemdinh_database_url=postgres_url)

    async def all_at_once() -> list[Product]:
        return list(await asyncio.gather(*(asyncio.to_thread(open_product, settings) for _ in range(3))))

    products = asyncio.run(all_at_once())
    with products[0].sessions.begin() as session:
        found = len(schools.every(session)), len(people.officers(session))
    for product in products:
        product.__exit__()

    assert found == (16, 1)


# The clock


def test_the_clock_begins_on_2_october_2017(tmp_path: Path) -> None:
    with opened(tmp_path) as product:
        assert about(product.app.clock.now(), START)


def test_a_clock_that_was_moved_is_remembered(tmp_path: Path) -> None:
    with opened(tmp_path) as product:
        asyncio.run(product.app.move_to(START + timedelta(days=3)))
    with opened(tmp_path) as product:
        assert about(product.app.clock.now(), START + timedelta(days=3))


def test_a_clock_that_is_set_explicitly_wins(tmp_path: Path) -> None:
    with opened(tmp_path) as product:
        asyncio.run(product.app.move_to(START + timedelta(days=3)))
    for now in ("2017-10-03T08:00:00+07:00", "2018-03-01T08:00:00+07:00"):
        with opened(tmp_path, now) as product:
            assert about(product.app.clock.now(), datetime.fromisoformat(now))


def test_the_real_time_is_never_remembered_as_a_demonstrations(tmp_path: Path) -> None:
    with opened(tmp_path, kiemdinh_demo=False) as product:
        product.app.keep_clock()
        with product.sessions.begin() as session:
            assert notes.read(session, "demo-clock") is None
    with opened(tmp_path) as product:
        assert about(product.app.clock.now(), START)


def test_the_real_clock_is_the_one_outside_a_demonstration(tmp_path: Path) -> None:
    with opened(tmp_path, kiemdinh_demo=False) as product:
        assert abs(product.app.clock.now() - Clock(ZONE).now()) < timedelta(minutes=1)
        assert not product.app.clock.is_set


def test_a_clock_that_was_set_runs_on() -> None:
    clock = Clock(ZONE, START)
    first = clock.now()
    second = clock.now()

    assert START <= first <= second
    assert first.tzinfo == ZONE


# Moving it


def test_what_is_due_on_the_way_goes_out_at_its_own_time(app: App, chat: Chat, phone: Phone, clock: TestClock) -> None:
    desk, hours = WebDesk(app, demo=True), []
    speak = phone.send

    async def send(*arguments: object, **more: object) -> str:
        hours.append(clock.now())
        return await speak(*arguments, **more)

    phone.send = send
    for _ in range(5):
        asyncio.run(desk.move_clock("week"))

    assert clock.now() == START + timedelta(weeks=5)
    assert [str(one.date()) for one in hours] == [
        "2017-10-16",
        "2017-10-18",
        "2017-10-25",
        "2017-10-30",
        "2017-10-31",
        "2017-11-01",
    ]
    assert {(one.hour, one.minute) for one in hours} == {(7, 30)}


def test_goes_to_the_next_reminder_and_no_further(app: App, chat: Chat, phone: Phone, clock: TestClock) -> None:
    asyncio.run(app.tick())
    for _ in range(2):
        wanted = app.next_due()
        asyncio.run(WebDesk(app, demo=True).move_clock("next"))

        assert clock.now() == wanted

    assert clock.now() > START + timedelta(days=1)


def test_stays_where_it_is_when_nothing_is_due_any_more(app: App, clock: TestClock) -> None:
    clock.move_to(datetime(2019, 1, 1, tzinfo=ZONE))
    asyncio.run(app.tick())
    asyncio.run(WebDesk(app, demo=True).move_clock("next"))

    assert clock.now() == datetime(2019, 1, 1, tzinfo=ZONE)


def test_is_never_moved_back_by_two_fingers_at_once(app: App, clock: TestClock) -> None:
    desk = WebDesk(app, demo=True)

    async def both() -> None:
        await asyncio.gather(desk.move_clock("week"), desk.move_clock("day"), app.move_to(START - timedelta(days=1)))

    asyncio.run(both())

    assert clock.now() == START + timedelta(weeks=1)


# What it says at start


def test_the_banner_says_what_is_on_and_what_to_do(tmp_path: Path) -> None:
    with opened(tmp_path) as product:
        said = "\n".join(lines(product))

    assert "http://127.0.0.1:8080" in said
    assert "năm học 2017-2018, 16 trường đánh giá ngoài" in said
    assert "02/10/2017 07:3" in said
    assert "(mô phỏng)" in said
    assert "bản chạy thử" in said


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "kiemdinh invite --officer"),
        ({"kiemdinh_bootstrap_code": "MO-DAU"}, "KIEMDINH_BOOTSTRAP_CODE"),
        ({"telegram_bot_token": "1:a"}, "Telegram          bật"),
        ({"zalo_bot_token": "1:a"}, "ZALO_BOT_TOKEN được bỏ qua"),
        ({"kiemdinh_database_url": "sqlite:///{folder}/x.db"}, "x.db"),
    ],
)
def test_the_banner_of_an_empty_office_says_how_to_begin(tmp_path: Path, settings: dict[str, str], words: str) -> None:
    given = {name: value.format(folder=tmp_path) for name, value in settings.items()}
    with opened(tmp_path, kiemdinh_demo=False, **given) as product:
        said = "\n".join(lines(product))

    assert words in said
    assert "import-plan" in said


# The terminal


def test_a_terminal_that_is_closed_gets_no_letters_that_another_address_could_get(
    app: App, phone: Phone, clock: TestClock
) -> None:
    seat(app, phone, "a", "principal", "TH Tứ Cường")
    with app.sessions.begin() as session:
        person = people.person_at(session, "phone", "a")
        people.address(session, "console", "principal:4", "", clock.now() + timedelta(minutes=1)).person = person
    asyncio.run(app.tick())
    assert phone.shown == []  # The terminal spoke last.
    app.leave("console", "principal:4")
    asyncio.run(app.tick())

    assert len(phone.at("a")) == 1
    clock.move_to(datetime(2017, 10, 18, 7, 30, tzinfo=ZONE))
    asyncio.run(app.tick())
    assert len(phone.at("a")) == 2


def test_a_terminal_that_is_all_somebody_has_keeps_its_letters(app: App, phone: Phone, clock: TestClock) -> None:
    with app.sessions.begin() as session:
        school = schools.named(session, "TH Tứ Cường")
        person = Person(name="Cô Hoa", role="principal", school=school, joined_at=clock.now())
        people.address(session, "console", "principal:4", "", clock.now()).person = person
    asyncio.run(app.tick())
    app.leave("console", "principal:4")
    console = Phone(name="console", has_buttons=False)
    app.add(console)
    asyncio.run(app.tick())

    assert len(console.at("principal:4")) == 1


def test_once_it_is_in_earnest_those_who_were_played_are_gone_and_come_back_with_the_demonstration(
    tmp_path: Path,
) -> None:
    def joined(*, demo: bool) -> tuple[int, int]:
        with opened(tmp_path, kiemdinh_demo=demo) as product, product.sessions.begin() as session:
            return len(people.joined_schools(session)), len(people.officers(session))

    assert [joined(demo=True), joined(demo=False), joined(demo=True)] == [(16, 1), (0, 0), (16, 1)]
