"""What circular 22/2024 took away, put in other words or added: as of the day asked, and of the school's year."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.app import App
from db import planning, schools
from handlers import ask
from handlers.ask import Answer
from handlers.turn import Reply
from knowledge.language.meaning import Meaning
from knowledge.language.understand import understand
from knowledge.scope import Scope
from knowledge.shelf import Shelf
from tests.conftest import ZONE, Chat, TestClock
from tests.handlers.conftest import check

BEFORE, SINCE = date(2025, 1, 24), date(2025, 1, 25)
GONE = "Từ 25/01/2025 bỏ theo TT 22/2024"
REWORDED = "câu chữ mới sau TT 22/2024 chưa có ở đây"
LEVELS = ("TH", "THCS", "MN")


def asked(shelf: Shelf, question: str, level: str, on: date) -> tuple[Answer, Reply]:
    """Ask as a school of *level* on a day."""
    force = shelf.catalogue.in_force(level, on)
    assert force is not None
    held = force.as_of(on)

    def read(text: str) -> Meaning:
        return understand(text, "principal", held, (), None, on)

    found = ask.answer_to(question, read(question), shelf, Scope((held,), (level,), on), read)
    if found.kind != "answer":
        return found, Reply("")
    reply = ask.show(shelf, found, on)
    check(reply)
    return found, reply


def line(reply: Reply, at: int = 1) -> str:
    return reply.text.splitlines()[at]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("number", ["3.4", "3.5", "3.6"])
def test_a_criterion_named_by_its_number_is_said_to_be_left_out(shelf: Shelf, level: str, number: str) -> None:
    for question in (f"tiêu chí {number}", f"tc {number} cần gì", f"minh chứng tiêu chí {number}"):
        found, reply = asked(shelf, question, level, SINCE)
        assert found.refs[0].endswith(f"/{number}")
        assert line(reply) == f"{GONE}; đây là bản trước đó."
        assert GONE not in asked(shelf, question, level, BEFORE)[1].text


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("number", ["3.1", "3.2", "3.3"])
def test_a_criterion_put_in_other_words_says_that_these_are_not_here(shelf: Shelf, level: str, number: str) -> None:
    for question in (f"tiêu chí {number}", f"minh chứng tiêu chí {number}"):
        assert REWORDED in line(asked(shelf, question, level, SINCE)[1])
        assert REWORDED not in asked(shelf, question, level, BEFORE)[1].text


@pytest.mark.parametrize("level", LEVELS)
def test_a_standard_is_listed_without_what_was_left_out(shelf: Shelf, level: str) -> None:
    before, since = asked(shelf, "tiêu chuẩn 3", level, BEFORE)[1], asked(shelf, "tiêu chuẩn 3", level, SINCE)[1]
    assert (line(before, 0)[-10:], line(since, 0)[-10:]) == ("6 tiêu chí", "3 tiêu chí")
    assert line(since).startswith("Từ 25/01/2025 sửa theo TT 22/2024: bỏ 3.4, 3.5, 3.6; " + REWORDED)
    assert not any(one.startswith("3.6") for one in since.text.splitlines())


@pytest.mark.parametrize(
    ("level", "question", "heir", "gone"),
    [
        ("TH", "thư viện cần gì", "tt17-2018/th/3.2", "tt17-2018/th/3.6"),
        ("TH", "nhà vệ sinh học sinh", "tt17-2018/th/3.2", "tt17-2018/th/3.4"),
        ("TH", "thiết bị văn phòng", "tt17-2018/th/3.3", "tt17-2018/th/3.5"),
        ("THCS", "thư viện cần gì", "tt18-2018/thcs/3", "tt18-2018/thcs/3.6"),
        ("MN", "bếp ăn, kho thực phẩm", "tt19-2018/mn/3", "tt19-2018/mn/3.4"),
    ],
)
def test_what_was_left_out_is_not_the_answer_but_leads_to_what_is(
    shelf: Shelf, level: str, question: str, heir: str, gone: str
) -> None:
    assert asked(shelf, question, level, BEFORE)[0].refs[0] == gone
    found, reply = asked(shelf, question, level, SINCE)
    assert found.refs == (heir, gone)
    assert line(reply) == f"{GONE}; {REWORDED}."
    assert [choice.words for choice in reply.choices] == [f"/xem {heir}", f"/xem {gone}"]


@pytest.mark.parametrize("level", LEVELS)
def test_no_search_finds_what_was_left_out(shelf: Shelf, level: str) -> None:
    force = shelf.catalogue.in_force(level, SINCE)
    assert force is not None
    held = force.as_of(SINCE)
    gone = {one.id for one in held.left_out}
    assert len(gone) == 3
    assert gone & {one.id for one in shelf.index([held], None).documents} == set()
    assert gone <= {one.id for one in shelf.index([force.as_of(BEFORE)], None).documents}


def test_a_circular_asked_for_by_its_name_is_searched_as_a_whole(shelf: Shelf) -> None:
    found, reply = asked(shelf, "theo thông tư 17 thư viện cần gì", "TH", date(2026, 11, 1))
    assert found.refs[0] == "tt17-2018/th/3.6"
    assert line(reply).startswith(GONE)


def test_parts_left_out_and_parts_added_are_said(shelf: Shelf) -> None:
    reply = asked(shelf, "mức 2 tiêu chí 2.2", "MN", SINCE)[1]
    assert line(reply) == "Từ 25/01/2025 bỏ Mức 2 a, Mức 3 a theo TT 22/2024."
    assert "\na) " not in reply.text
    assert "\na) " in asked(shelf, "mức 2 tiêu chí 2.2", "MN", BEFORE)[1].text
    added = "Từ 25/01/2025 có thêm Mức 4 theo TT 22/2024."
    assert line(asked(shelf, "tiêu chí 5.5", "TH", SINCE)[1]) == added
    assert added not in asked(shelf, "tiêu chí 5.5", "TH", BEFORE)[1].text


def test_a_level_that_is_still_to_come_is_shown_with_its_day(shelf: Shelf) -> None:
    reply = asked(shelf, "mức 4 tiêu chí 2.2", "TH", BEFORE)[1]
    assert line(reply) == "Từ 25/01/2025 có thêm Mức 4 theo TT 22/2024."
    assert "\n**Mức 4**\n" in reply.text


def test_the_number_of_criteria_is_told_with_what_changed_it(shelf: Shelf) -> None:
    assert "24 tiêu chí" in asked(shelf, "có bao nhiêu tiêu chí", "TH", SINCE)[1].text
    assert "24 tiêu chí" not in asked(shelf, "có bao nhiêu tiêu chí", "TH", BEFORE)[1].text


def under_2018(app: App, clock: TestClock, begins: int) -> None:
    """Let the campaign be that of a later year, under TT 17/2018, and go to its spring."""
    with app.sessions.begin() as session:
        campaign = schools.campaign(session, clock.now().date())
        assert campaign is not None
        campaign.circulars = {**campaign.circulars, "TH": "tt17-2018"}
        campaign.begins, campaign.ends = date(begins, 8, 1), date(begins + 1, 7, 31)
    clock.move_to(datetime(begins + 1, 3, 3, 8, tzinfo=ZONE))


@pytest.mark.parametrize(("begins", "total"), [(2023, 27), (2024, 24), (2025, 24)])
def test_a_school_is_asked_for_what_its_year_asks_for(
    app: App, chat: Chat, clock: TestClock, shelf: Shelf, begins: int, total: int
) -> None:
    under_2018(app, clock, begins)
    assert f"xong 0/{total} tiêu chí" in chat.say("trường mình còn thiếu gì").text
    with app.sessions.begin() as session:
        campaign = schools.campaign(session, clock.now().date())
        school = schools.named(session, "TH Tứ Cường")
        assert campaign is not None
        assert school is not None
        framework = planning.framework_of(shelf.catalogue, campaign, school)
        states, gaps = planning.school_state(session, campaign, school, framework)
    assert ("3.6" in states, len(gaps.criteria)) == (total == 27, total)


def test_a_report_on_what_was_left_out_is_refused_with_the_day(app: App, chat: Chat, clock: TestClock) -> None:
    under_2018(app, clock, 2024)
    assert "tiêu chí 3.6 không còn từ 25/01/2025, theo TT 22/2024" in chat.say("tc 3.6 xong").text
    assert "xong 0/24" in chat.say("/thieu").text


def test_a_school_reads_its_pages_as_of_the_day(app: App, chat: Chat, clock: TestClock) -> None:
    under_2018(app, clock, 2024)
    assert chat.say("/tieuchuan").text == "**TT 17/2018 · tiểu học**: 5 tiêu chuẩn, 24 tiêu chí. Chọn tiêu chuẩn:"
    assert chat.press("3. ").text.splitlines()[0].endswith("3 tiêu chí")
    assert GONE in chat.press("3.6").text
    assert "Cập nhật" not in chat.labels
    assert "**Tiêu chí 3.6" in chat.say("tiêu chí 3.6 cần gì").text
    assert chat.say("thư viện cần gì").text.splitlines()[0] == "**3.6 Thư viện** (tiểu học)"
