"""What the clock brings: one fault keeps nothing else from going out."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.app import App
from db import people, schools
from db.tables import Broadcast
from tests.conftest import START, Chat, Phone, TestClock


def test_an_announcement_that_cannot_be_sent_stops_no_letter_of_the_week(
    app: App, officer: Chat, chat: Chat, phone: Phone, clock: TestClock, caplog: pytest.LogCaptureFixture
) -> None:
    with app.sessions.begin() as session:
        campaign = schools.campaign(session, START.date())
        person = people.person_at(session, "phone", officer.address)
        assert campaign is not None
        assert person is not None
        broken = Broadcast(campaign_id=campaign.id, person_id=person.id, text="Họp", audience={"rooms": True})
        broken.made_at, broken.send_at, broken.state = START, START, "waiting"
        session.add(broken)
    clock.move_to(START + timedelta(days=7))
    asyncio.run(app.tick())

    assert [one.text.splitlines()[0] for one in phone.at(officer.address)] == ["**Tuần 09/10–15/10**"]
    assert "a step of the clock failed" in caplog.text
