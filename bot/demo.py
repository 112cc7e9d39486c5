"""The demonstration: the plan of 2017-2018 in an empty database, and a seat for everyone in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.app import App
from bot.channels.web_desk import Seat
from db import people, plans, schools
from db.session import Session
from db.tables import Address, Campaign, Person, Review
from handlers import terms
from handlers.grading import capital
from handlers.wording import month
from knowledge.language.fold import fold
from knowledge.library import PLANS
from knowledge.plan_document import read_plan
from knowledge.shelf import Shelf
from knowledge.topic_front import read_plan_facts

SEED = PLANS / "thanh-mien-2017-2018.md"
SEAT = "demo:"
GROUP = f"{SEAT}nhom"
STEPS: Mapping[str, timedelta] = {"day": timedelta(days=1), "week": timedelta(weeks=1)}


def load_seed(session: Session, shelf: Shelf, now: datetime) -> Campaign:
    """Put the seed plan in, by the code that puts any plan in."""
    facts = read_plan_facts(SEED)
    plan = read_plan(facts.document.name, facts.document.read_bytes())
    campaign = plans.put_in(session, shelf.catalogue, plan, None, now)
    campaign.office_name, campaign.office_rank = facts.office, facts.office_rank
    return campaign


def seat_everyone(session: Session, now: datetime) -> None:
    """Make a principal for each school, an officer, and a member of the group, each with a seat on the web."""
    for school in schools.every(session):
        _seat(
            session,
            _seat_of(school.name),
            Person(name=f"Hiệu trưởng {school.name}", role="principal", school=school, joined_at=now),
        )
    _seat(session, "demo:officer", Person(name="Chuyên viên phụ trách", role="officer", joined_at=now))
    _seat(session, f"{GROUP}:thanh-vien", Person(name="Một thành viên nhóm", role="viewer", joined_at=now))


def leave_seats(session: Session, now: datetime) -> None:
    """Once it is in earnest, nobody who was only played speaks or is reminded: their schools count as not joined."""
    for person in people.seated(session, "web", SEAT):
        person.left_at = person.left_at or now


def take_seats(session: Session) -> None:
    """In a demonstration everybody who is played is there, also after the data was used in earnest."""
    for person in people.seated(session, "web", SEAT):
        person.left_at = None


def _seat(session: Session, address: str, person: Person) -> None:
    session.add(
        Address(
            channel="web",
            address=address,
            name=person.name,
            person=person,
            heard_at=person.joined_at,
            offered=[],
            draft={},
        )
    )


def _seat_of(name: str) -> str:
    return "demo:" + fold(name).replace(" ", "-")


class WebDesk:
    """What the web page asks of the product."""

    def __init__(self, app: App, *, demo: bool) -> None:
        self._app, self.demo = app, demo

    def now(self) -> datetime:
        """Give the product's time."""
        return self._app.clock.now()

    def seats(self) -> list[Seat]:
        """List the seats of a demonstration: each school's principal, the officer, the group."""
        with self._app.sessions.begin() as session:
            campaign = schools.campaign(session, self.now().date())
            if campaign is None:
                return []
            found = [
                Seat(
                    _seat_of(one.school.name),
                    f"Hiệu trưởng {one.school.name}",
                    "principal",
                    self._small(campaign, one),
                    one.school.level,
                )
                for one in sorted(campaign.reviews, key=lambda one: one.id)
            ]
            office = Seat("demo:officer", "Chuyên viên", "officer", campaign.office_name)
        group = Seat(
            GROUP, "Nhóm Hiệu trưởng", "group", "Nhắc @trợlý hoặc trả lời tin của trợ lý", speaker=f"{GROUP}:thanh-vien"
        )
        return [office, group, *found]

    def _small(self, campaign: Campaign, one: Review) -> str:
        called = terms.review_in(self._app.shelf.catalogue, campaign, one.school)
        return f"{capital(called)} {month(one.month)}" if one.month else f"Không {called} năm nay"

    def joined(self, address: str) -> bool:
        """Tell whether somebody who joined speaks from *address*."""
        with self._app.sessions.begin() as session:
            return people.person_at(session, "web", address) is not None

    async def move_clock(self, to: str) -> datetime:
        """Move the simulated time on by a day or a week, or to the next reminder."""
        now = self.now()
        target = now + STEPS[to] if to in STEPS else self._app.next_due()
        if target is not None:
            await self._app.move_to(target)
        return self.now()
