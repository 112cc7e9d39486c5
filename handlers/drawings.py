"""Pictures of where things stand: the schools by month, one school's standards, the year with today's line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db import occasions, schools
from db.tables import Campaign
from handlers import district, naming, terms, wording
from handlers.campaigns import running
from handlers.district import Standing
from handlers.pictures import one_school, status_map, year
from handlers.turn import Attachment, Choice, Refusal, Reply, Turn
from knowledge.language.drawings import drawing_asked
from knowledge.rules.permissions import may

PNG = "image/png"
ROWS = 40
"""Schools on one picture: more would be too small to read."""
PICTURES = 4


def asks_for_state(turn: Turn) -> bool:
    """Tell whether the words ask for a picture of where schools stand."""
    return turn.role != "stranger" and drawing_asked(turn.words) == "state"


def asks_for_year(turn: Turn) -> bool:
    """Tell whether the words ask for a picture of the year."""
    return turn.role != "stranger" and drawing_asked(turn.words) == "year"


def state(turn: Turn) -> Reply:
    """Draw the schools that the words name, or the own school; an officer who names none sees all of them."""
    campaign = running(turn)
    if not may(turn.role, "district_status"):
        if turn.school is None:
            raise Refusal("Hình tiến độ các trường dành cho chuyên viên của cơ quan quản lý.")
        return _school(turn, campaign, turn.school.name)
    named = turn.understood().schools if turn.words else ()
    if len(named) > 1:
        return Reply(
            "Thầy/cô cần hình của trường nào?",
            tuple(Choice(wording.shortened(one, 60), naming.about("/hinh", one)) for one in named),
        )
    return _school(turn, campaign, named[0]) if named else _map(turn, campaign)


def _map(turn: Turn, campaign: Campaign) -> Reply:
    found, whom = district.narrowed(turn, campaign)
    if not found:
        return Reply(f"Không có trường nào{whom}.", (Choice("Tiến độ các trường", "/tiendo"),))
    text = district.counted(found, whom)
    sheets = [found[at : at + ROWS] for at in range(0, len(found), ROWS)]
    pictures = tuple(_sheet(turn, campaign, sheet, whom) for sheet in sheets[:PICTURES])
    more = len(found) - ROWS * PICTURES
    if more > 0:
        text = f"{text}\nHình có {ROWS * PICTURES} trường đầu, còn {more} trường: chọn cấp học để xem tiếp."
    return Reply(text, (*district.narrower(found, "/hinh"), Choice("Hình cả năm", "/hinhnam")), files=pictures)


def _sheet(turn: Turn, campaign: Campaign, found: Sequence[Standing], whom: str) -> Attachment:
    called = terms.review_in(turn.shelf.catalogue, campaign)
    rows = [
        status_map.Row(
            one.review.school.name,
            f"Tháng {wording.month(one.review.month)}" if one.review.month else f"Không {called}",
            tuple(part.percent for part in one.gaps.standards),
            _report(one),
        )
        for one in found
    ]
    under = f"{campaign.office_name} · {campaign.school_year} · ngày {wording.day(turn.now.date())}"
    drawn = status_map.draw(f"Tiến độ các trường{whom}", under, rows)
    return turn.attach(f"tien-do-{turn.now:%Y-%m-%d}.png", PNG, drawn)


def _report(one: Standing) -> int:
    said = one.states["milestone:report"]
    return 100 if said.status == "done" else said.percent or 0


def _school(turn: Turn, campaign: Campaign, name: str) -> Reply:
    one = district.standing(turn, campaign, name)
    parts = [
        one_school.Part(
            f"{standard.number}. {standard.short or standard.title}",
            progress.percent,
            tuple((each.number, _percent(one, each.number)) for each in standard.criteria),
        )
        for standard, progress in zip(one.framework.standards, one.gaps.standards, strict=True)
    ]
    total = len(one.framework.criteria)
    said = f"Xong {total - len(one.gaps.criteria)}/{total} tiêu chí, tiến độ chung {one.gaps.percent} %"
    called = terms.review_in(turn.shelf.catalogue, campaign, one.review.school)
    month = f" · {called} {wording.month(one.review.month)}" if one.review.month else ""
    drawn = one_school.draw(name, f"{said}{month} · {wording.day(turn.now.date())}", parts)
    kept = turn.attach(f"tien-do-truong-{turn.now:%Y-%m-%d}.png", PNG, drawn)
    lines = [f"**{name}**: {said[0].lower()}{said[1:]}.", *(wording.standard_line(part) for part in one.gaps.standards)]
    return Reply("\n".join(lines), _after(turn, name), files=(kept,))


def _after(turn: Turn, name: str) -> tuple[Choice, ...]:
    if may(turn.role, "district_status"):
        return Choice("Chi tiết", naming.about("/tiendo", name)), Choice("Các trường", "/hinh")
    return (Choice("Xem còn thiếu", "/thieu"),)


def _percent(one: Standing, number: str) -> int:
    """How far a criterion is; one that was begun without a figure is drawn as half done."""
    state = one.states[number]
    if state.status == "done":
        return 100
    return (state.percent or one_school.HALF) if state.status == "in_progress" else 0


def of_year(turn: Turn) -> Reply:
    """Draw the year: who is reviewed in which month, the deadline, the conferences, today."""
    campaign = running(turn)
    reviews = [one for one in schools.reviews(turn.session, campaign) if one.month]
    # How far each school is concerns the office alone.
    known = {one.review.id: one.gaps.percent for one in district.standings(turn, campaign)} if _officer(turn) else {}
    visits = [year.Visit(one.school.name, one.month, known.get(one.id, 0)) for one in reviews if one.month]
    marks = [year.Mark(one.name, one.day) for one in occasions.of_year(turn.session, campaign)]
    if campaign.report_deadline:
        marks.append(year.Mark("Hạn xong báo cáo tự đánh giá", campaign.report_deadline))
    drawn = year.draw(
        f"Năm học {campaign.school_year}", campaign.office_name, _months(campaign), visits, marks, turn.now.date()
    )
    kept = turn.attach(f"nam-hoc-{campaign.school_year}.png", PNG, drawn)
    called = terms.review_in(turn.shelf.catalogue, campaign)
    text = f"**Năm học {campaign.school_year}: {len(visits)} trường được {called}.**"
    return Reply(text, (Choice("Lịch bằng chữ", "/lich"),), files=(kept,))


def _officer(turn: Turn) -> bool:
    return may(turn.role, "district_status") and not turn.heard.room


def _months(campaign: Campaign) -> list[date]:
    """List the months of the year, from the first day to the last."""
    found, first = [], campaign.begins.replace(day=1)
    while first <= campaign.ends:
        found.append(first)
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return found
