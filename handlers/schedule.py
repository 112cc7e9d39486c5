"""The year's plan: which school is reviewed in which month."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby

from db import occasions, schools
from db.tables import Campaign, Occasion, Review
from handlers import terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.fold import fold

_SEVERAL = re.compile(r"\b(?:(?:cac|nhung|tat ca|toan bo) (?:cac )?truong|truong nao|ca nam|toan huyen|ca huyen)\b")


def show(turn: Turn) -> Reply:
    """Say which schools are reviewed in a month, when one school is, or the whole year by month."""
    campaign = _campaign(turn)
    meaning = turn.understood() if turn.words else None
    named = meaning.schools if meaning else ()
    levels = () if named else wording.levels_named(turn.words)
    reviews = [
        one
        for one in schools.reviews(turn.session, campaign)
        if one.month and (not levels or one.school.level in levels)
    ]
    whom, review = (
        "".join(f" {LEVEL_NAMES[level]}" for level in levels),
        terms.review_in(turn.shelf.catalogue, campaign),
    )
    if meaning and meaning.month:
        first = date.fromisoformat(f"{meaning.month}-01")
        return _month(reviews, first, whom, review, [] if levels else _events(turn, campaign, first))
    only_a_year = re.search(r"[^\W\d]", turn.words) is None
    several = bool(levels) or only_a_year or _SEVERAL.search(fold(turn.words)) is not None
    own = turn.school.name if turn.school and meaning and not (several or turn.heard.room) else None
    if named or own:
        return Reply(
            "\n".join(_school(turn, campaign, name) for name in named or (str(own),)), (Choice("Lịch cả năm", "/lich"),)
        )
    return _year(campaign, reviews, whom, review, [] if levels else occasions.of_year(turn.session, campaign))


def _events(turn: Turn, campaign: Campaign, first: date) -> list[Occasion]:
    """List the occasions of a month."""
    found = occasions.of_year(turn.session, campaign)
    return [one for one in found if (one.day.year, one.day.month) == (first.year, first.month)]


def _event(one: Occasion) -> str:
    """`Hội nghị sơ kết 15/01 (Phòng GD)`: an occasion in a line of its month."""
    return f"{one.name} {one.day:%d/%m}" + (f" ({one.place})" if one.place else "")


def _month(reviews: list[Review], first: date, whom: str, called: str, events: list[Occasion]) -> Reply:
    found = [one.school.name for one in reviews if one.month == first]
    if not found:
        return Reply(
            "\n".join(
                [
                    f"Tháng {wording.month(first)} không có trường{whom} nào được {called}.",
                    *(f"· {_event(one)}" for one in events),
                ]
            ),
            (Choice("Lịch cả năm", "/lich"),),
        )
    head = f"**Tháng {wording.month(first)} có {len(found)} trường{whom}:** {', '.join(found)}."
    return Reply("\n".join([head, *(f"· {_event(one)}" for one in events)]))


def _school(turn: Turn, campaign: Campaign, name: str) -> str:
    school = schools.named(turn.session, name)
    review = schools.review(turn.session, campaign, school) if school else None
    called = terms.review_in(turn.shelf.catalogue, campaign, school)
    if review is None or review.month is None:
        return f"**{name}** không có trong lịch {called} năm học {campaign.school_year}."
    if review.result:
        return f"**{name}**: {called} tháng **{wording.month(review.month)}**, kết quả **{review.result}**."
    return f"**{name}**: {called} tháng **{wording.month(review.month)}** ({wording.to_month(review.month, turn.now.date())})."


def _year(campaign: Campaign, reviews: list[Review], whom: str, called: str, events: list[Occasion]) -> Reply:
    lines = [f"**Năm học {campaign.school_year}: {len(reviews)} trường{whom} được {called}.**"]
    dated = [
        (first, f"{wording.month(first)} · " + ", ".join(one.school.name for one in group))
        for first, group in groupby(reviews, key=lambda one: one.month or date.max)
    ]
    dated += [
        (one.day, f"{wording.day(one.day)} · {one.name}{f' ({one.place})' if one.place else ''}") for one in events
    ]
    lines += [line for _, line in sorted(dated, key=lambda each: each[0])]
    if campaign.report_deadline:
        lines.append(f"Mọi trường: xong báo cáo tự đánh giá trước {wording.day(campaign.report_deadline)}.")
    return Reply("\n".join(lines))


def _campaign(turn: Turn) -> Campaign:
    campaign = turn.asked_campaign
    if campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước.")
    return campaign
