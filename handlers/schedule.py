"""The year's plan: which school is reviewed in which month."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby

from db import schools
from db.tables import Campaign, Review
from handlers import wording
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
    whom = "".join(f" {LEVEL_NAMES[level]}" for level in levels)
    if meaning and meaning.month:
        return _month(reviews, date.fromisoformat(f"{meaning.month}-01"), whom)
    several = bool(levels) or _SEVERAL.search(fold(turn.words)) is not None
    own = turn.school.name if turn.school and meaning and not (several or turn.heard.room) else None
    if named or own:
        return Reply(
            "\n".join(_school(turn, campaign, name) for name in named or (str(own),)), (Choice("Lịch cả năm", "/lich"),)
        )
    return _year(campaign, reviews, whom)


def _month(reviews: list[Review], first: date, whom: str) -> Reply:
    found = [one.school.name for one in reviews if one.month == first]
    if not found:
        return Reply(
            f"Tháng {wording.month(first)} không có trường{whom} nào được đánh giá ngoài.",
            (Choice("Lịch cả năm", "/lich"),),
        )
    return Reply(f"**Tháng {wording.month(first)} có {len(found)} trường{whom}:** {', '.join(found)}.")


def _school(turn: Turn, campaign: Campaign, name: str) -> str:
    school = schools.named(turn.session, name)
    review = schools.review(turn.session, campaign, school) if school else None
    if review is None or review.month is None:
        return f"**{name}** không có trong lịch đánh giá ngoài năm học {campaign.school_year}."
    return f"**{name}**: đánh giá ngoài tháng **{wording.month(review.month)}** ({wording.to_month(review.month, turn.now.date())})."


def _year(campaign: Campaign, reviews: list[Review], whom: str) -> Reply:
    lines = [f"**Năm học {campaign.school_year}: {len(reviews)} trường{whom} được đánh giá ngoài.**"]
    for first, group in groupby(reviews, key=lambda one: one.month or date.max):
        lines.append(f"{wording.month(first)} · " + ", ".join(one.school.name for one in group))
    if campaign.report_deadline:
        lines.append(f"Mọi trường: xong báo cáo tự đánh giá trước {wording.day(campaign.report_deadline)}.")
    return Reply("\n".join(lines))


def _campaign(turn: Turn) -> Campaign:
    if turn.campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước.")
    return turn.campaign
