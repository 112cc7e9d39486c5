"""The office's view: where the schools stand, in the order of their months, never ranked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from db import planning, progress, schools
from db.session import Session
from db.tables import Campaign, Review
from handlers import grading, naming, terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES, Catalogue, Framework
from knowledge.language.fold import clean, fold
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning
from knowledge.language.months import find_month
from knowledge.rules.progress import Event, Lacking, State, first_things, lacking, states

_MISSING = re.compile(r"\b(?:chua|thieu|no|cham|tre|khong)\b(?! *$)")
_IDLE = re.compile(
    r"\b(?:chua|khong)\b(?: \w+)? (?:bat dau|lam gi|lam$|ghi|cap nhat|bao cao gi|trien khai|khoi dong)|\bim lang\b"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One school of the campaign, and what it still lacks."""

    review: Review
    framework: Framework
    states: dict[str, State]
    gaps: Lacking
    begun: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which schools a question singles out, and how to say so."""

    what: str
    fits: Callable[[Standing], bool]


def overview(turn: Turn) -> Reply:
    """Say where the schools stand: one, those of a level or a month, or those that a question singles out."""
    campaign = _campaign(turn)
    meaning = turn.understood() if turn.words else Meaning("district_status")
    if meaning.schools:
        return _named(turn, campaign, meaning.schools)
    found, whom = narrowed(turn, campaign)
    chosen = _singled_out(fold(clean(turn.words)), meaning)
    review = terms.review_in(turn.shelf.catalogue, campaign)
    return _listed(found, whom, chosen, review) if chosen else _counted(found, whom, review)


def narrowed(turn: Turn, campaign: Campaign) -> tuple[list[Standing], str]:
    """Read the standings of the level and month that the words name, and say whose they are: ` tiểu học`."""
    meaning = turn.understood() if turn.words else Meaning("district_status")
    levels, month = wording.levels_named(turn.words), _month(turn, campaign, meaning)
    found = [
        one
        for one in standings(turn, campaign)
        if (not levels or one.review.school.level in levels) and month in {None, one.review.month}
    ]
    return found, _whom(levels, month, terms.review_in(turn.shelf.catalogue, campaign))


def _month(turn: Turn, campaign: Campaign, meaning: Meaning) -> date | None:
    """Find the month asked about, in whatever words the schools were asked for."""
    found = meaning.month or find_month(hear(turn.words).marked, campaign.school_year, turn.now.date())
    return date.fromisoformat(f"{found}-01") if found else None


def _whom(levels: Iterable[str], month: date | None, review: str) -> str:
    level = " và ".join(LEVEL_NAMES[one] for one in levels)
    return (f" {level}" if level else "") + (f" {review} {wording.month(month)}" if month else "")


def standings(turn: Turn, campaign: Campaign) -> list[Standing]:
    """Read where every school of the campaign stands, by month."""
    return standings_of(turn.session, turn.shelf.catalogue, campaign)


def standings_of(session: Session, catalogue: Catalogue, campaign: Campaign) -> list[Standing]:
    """Read the same without a turn, for what the clock writes."""
    reviews = schools.reviews(session, campaign)
    events = progress.all_events(session, campaign, [one.school_id for one in reviews])
    return [_standing(catalogue, campaign, one, events.get(one.school_id, [])) for one in reviews]


def _standing(catalogue: Catalogue, campaign: Campaign, review: Review, events: list[Event]) -> Standing:
    framework = planning.framework_of(catalogue, campaign, review.school)
    now = states(events, framework)
    return Standing(review, framework, now, lacking(now, framework), bool(events))


def _singled_out(asked: str, meaning: Meaning) -> Chosen | None:
    """Find which schools a question singles out."""
    if _IDLE.search(asked):
        return Chosen("chưa bắt đầu", lambda one: not one.begun)
    targets = [f"milestone:{step}" for step in meaning.milestones]
    targets += [one.number for one in meaning.references if one.criterion]
    if not targets:
        return None
    target = targets[0]
    what = wording.label(target) if target.startswith("milestone:") else f"tiêu chí {wording.label(target)}"
    what = what[0].lower() + what[1:]
    if _MISSING.search(asked):
        return Chosen(f"chưa xong {what}", lambda one: not _has_done(one, target))
    return Chosen(f"đã xong {what}", lambda one: _has_done(one, target))


def _has_done(one: Standing, target: str) -> bool:
    return target in one.states and one.states[target].status == "done"


def _listed(found: list[Standing], whom: str, chosen: Chosen, review: str) -> Reply:
    schools_ = [one for one in found if chosen.fits(one)]
    head = f"**{len(schools_)}/{len(found)} trường{whom} {chosen.what}.**"
    return Reply("\n".join([head, *_by_month(schools_, review)]), (Choice("Tiến độ các trường", "/tiendo"),))


def _counted(found: list[Standing], whom: str, review: str) -> Reply:
    if not found:
        return Reply(f"Không có trường nào{whom}.", (Choice("Tiến độ các trường", "/tiendo"),))
    idle = Choice("Trường chưa bắt đầu", "/tiendo truong nao chua bat dau")
    return Reply(
        "\n".join([counted(found, whom), *_by_month(found, review)]), (*narrower(found), idle, Choice("Hình", "/hinh"))
    )


def counted(found: list[Standing], whom: str) -> str:
    """Say in a line how many have finished, are at work, have not begun."""
    done = sum(one.gaps.report_done for one in found)
    idle = sum(not one.begun for one in found)
    at_work = sum(one.begun and not one.gaps.report_done for one in found)
    return f"**{len(found)} trường{whom}: {done} xong báo cáo, {at_work} đang làm, {idle} chưa bắt đầu.**"


def narrower(found: list[Standing], command: str = "/tiendo") -> list[Choice]:
    """Offer the levels one by one, or all of them where one was chosen."""
    levels = [level for level in LEVEL_NAMES if any(one.review.school.level == level for one in found)]
    if len(levels) == 1:
        return [Choice("Tất cả các trường", command)]
    return [Choice(f"Các trường {level}", f"{command} cac truong {level.lower()}") for level in levels]


def _by_month(found: list[Standing], review: str) -> list[str]:
    """List the schools by month; where all are of one level their names need not say it."""
    alike = len({one.review.school.level for one in found}) == 1
    lines = []
    for first, group in groupby(found, key=lambda one: one.review.month):
        names = " · ".join(f"{_short(one, alike=alike)} {one.gaps.percent} %" for one in group)
        lines.append(f"{wording.month(first) if first else f'Không {review}'} · {names}")
    return lines


def _short(one: Standing, *, alike: bool) -> str:
    name = one.review.school.name
    return name.removeprefix(f"{one.review.school.level} ") if alike else name


def _named(turn: Turn, campaign: Campaign, names: tuple[str, ...]) -> Reply:
    if len(names) > 1:
        return Reply(
            "Thầy/cô hỏi trường nào?",
            tuple(Choice(wording.shortened(name, 60), naming.about("/tiendo", name)) for name in names),
        )
    one = standing(turn, campaign, names[0])
    buttons = (
        Choice("Hình", naming.about("/hinh", names[0])),
        Choice("Dời lịch", f"/doilich {one.review.id}"),
        Choice("Tiến độ các trường", "/tiendo"),
    )
    return Reply("\n".join(_one(turn, campaign, one)), buttons)


def standing(turn: Turn, campaign: Campaign, name: str) -> Standing:
    """Read where one school stands; refuse where it has no part in this year."""
    found = next((each for each in standings(turn, campaign) if each.review.school.name == name), None)
    if found is None:
        raise Refusal(f"**{name}** không có trong kế hoạch năm học {campaign.school_year}.")
    return found


def _one(turn: Turn, campaign: Campaign, one: Standing) -> list[str]:
    total, name, month = len(one.framework.criteria), one.review.school.name, one.review.month
    counted = (
        f": xong {total - len(one.gaps.criteria)}/{total} tiêu chí, tiến độ chung {one.gaps.percent} %" if total else ""
    )
    review = terms.review_in(turn.shelf.catalogue, campaign, one.review.school)
    lines = [f"**{name}**{counted}."]
    if month and not one.review.result:
        lines.append(f"{grading.capital(review)} {wording.month(month)}: {wording.to_month(month, turn.now.date())}.")
    if one.review.result:
        lines.append(f"Kết quả {review}: **{one.review.result}**.")
    last = progress.last_report(turn.session, campaign, one.review.school_id)
    lines.append(f"Cập nhật gần nhất: {_day(turn, last)}." if last else "Chưa có cập nhật nào.")
    lines += grading.overview(grading.standing(one.framework, one.states))
    lines.append(wording.steps_line(one.states, one.gaps))
    lines += [wording.standard_line(part) for part in one.gaps.standards]
    first = ", ".join(first_things(one.gaps, 5)) if one.begun else ""
    return [*lines, f"Nên làm trước: {first}."] if first else lines


def _day(turn: Turn, moment: datetime) -> str:
    return wording.day(moment.astimezone(turn.now.tzinfo).date())


def _campaign(turn: Turn) -> Campaign:
    campaign = turn.asked_campaign
    if campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Thầy/cô gửi tệp kế hoạch (.docx, .xlsx, .txt) vào đây.")
    return campaign
