"""The office's view: where the schools stand, in the order of their months, never ranked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from db import planning, progress, schools
from db.tables import Campaign, Review
from handlers import wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES
from knowledge.language.fold import fold
from knowledge.rules.progress import Lacking, first_things, lacking, states


@dataclass(frozen=True, slots=True)
class Standing:
    """One school of the campaign, and what it still lacks."""

    review: Review
    gaps: Lacking
    begun: bool


def overview(turn: Turn) -> Reply:
    """Say where the schools stand: one, those of a level or a month, or those that a question singles out."""
    campaign = _campaign(turn)
    meaning = turn.understood() if turn.words else None
    if meaning and meaning.schools:
        return _named(turn, campaign, meaning.schools)
    levels = meaning.audience.levels if meaning and meaning.audience else ()
    month = date.fromisoformat(f"{meaning.month}-01") if meaning and meaning.month else None
    found = [one for one in standings(turn, campaign) if not levels or one.review.school.level in levels]
    found = [one for one in found if month is None or one.review.month == month]
    chosen = _singled_out(fold(turn.words))
    whom = " và ".join(LEVEL_NAMES[level] for level in levels)
    return _listed(found, whom, chosen) if chosen else _counted(found, whom)


def standings(turn: Turn, campaign: Campaign) -> list[Standing]:
    """Read where every school of the campaign stands, by month."""
    reviews = schools.reviews(turn.session, campaign)
    events = progress.all_events(turn.session, campaign, [one.school_id for one in reviews])
    return [_standing(turn, campaign, one, events.get(one.school_id, [])) for one in reviews]


def _standing(turn: Turn, campaign: Campaign, review: Review, events: list[progress.Event]) -> Standing:
    framework = planning.framework_of(turn.shelf.catalogue, campaign, review.school)
    return Standing(review, lacking(states(events, framework), framework), bool(events))


def _singled_out(asked: str) -> tuple[str, Callable[[Standing], bool]] | None:
    """Find which schools a question singles out, and how to say so."""
    if "bao cao" in asked and any(word in asked for word in ("chua", "con thieu", "thieu bao cao")):
        return "chưa xong báo cáo", lambda one: not one.gaps.report_done
    if "bao cao" in asked and any(word in asked for word in ("xong", "nop", "hoan thanh")):
        return "đã xong báo cáo", lambda one: one.gaps.report_done
    if any(word in asked for word in ("chua bat dau", "chua lam", "chua ghi", "chua bao cao gi", "im lang")):
        return "chưa bắt đầu", lambda one: not one.begun
    return None


def _listed(found: list[Standing], whom: str, chosen: tuple[str, Callable[[Standing], bool]]) -> Reply:
    what, fits = chosen
    schools_ = [one for one in found if fits(one)]
    head = f"**{len(schools_)}/{len(found)} trường{_of(whom)} {what}.**"
    return Reply("\n".join([head, *_by_month(schools_)]), (Choice("Tiến độ các trường", "/tiendo"),))


def _counted(found: list[Standing], whom: str) -> Reply:
    done = sum(one.gaps.report_done for one in found)
    idle = sum(not one.begun for one in found)
    head = f"**{len(found)} trường{_of(whom)}: {done} xong báo cáo, {len(found) - done - idle} đang làm, {idle} chưa bắt đầu.**"
    levels = list(dict.fromkeys(one.review.school.level for one in found))
    buttons = (
        [Choice(f"Các trường {level}", f"/tiendo cac truong {level.lower()}") for level in levels]
        if len(levels) > 1
        else []
    )
    return Reply(
        "\n".join([head, *_by_month(found)]), (*buttons, Choice("Chưa bắt đầu", "/tiendo truong nao chua bat dau"))
    )


def _of(whom: str) -> str:
    return f" {whom}" if whom else ""


def _by_month(found: list[Standing]) -> list[str]:
    lines = []
    for first, group in groupby(found, key=lambda one: one.review.month):
        names = " · ".join(f"{one.review.school.name} {one.gaps.percent} %" for one in group)
        lines.append(f"{wording.month(first) if first else 'Không đánh giá ngoài'} · {names}")
    return lines


def _named(turn: Turn, campaign: Campaign, names: tuple[str, ...]) -> Reply:
    if len(names) > 1:
        return Reply("Thầy/cô hỏi trường nào?", tuple(Choice(name, f"/tiendo {fold(name)}") for name in names))
    one = next((each for each in standings(turn, campaign) if each.review.school.name == names[0]), None)
    if one is None:
        raise Refusal(f"**{names[0]}** không có trong kế hoạch năm học {campaign.school_year}.")
    return Reply("\n".join(_one(turn, campaign, one)), (Choice("Tiến độ các trường", "/tiendo"),))


def _one(turn: Turn, campaign: Campaign, one: Standing) -> list[str]:
    framework = planning.framework_of(turn.shelf.catalogue, campaign, one.review.school)
    done = len(framework.criteria) - len(one.gaps.criteria)
    lines = [f"**{one.review.school.name}**: xong {done}/{len(framework.criteria)} tiêu chí ({one.gaps.percent} %)."]
    if one.review.month:
        lines.append(
            f"Đánh giá ngoài {wording.month(one.review.month)}: {wording.until(one.review.month, turn.now.date())}."
        )
    last = progress.last_report(turn.session, campaign, one.review.school_id)
    lines.append(
        f"Cập nhật gần nhất: {wording.day(last.astimezone(turn.now.tzinfo).date())}."
        if last
        else "Chưa có cập nhật nào."
    )
    lines += [f"TC{part.number} {wording.bar(part.percent)} {part.done}/{part.total}" for part in one.gaps.standards]
    steps = ", ".join(wording.STEPS[step] for step in one.gaps.milestones)
    lines.append(f"Các bước còn lại: {steps}." if steps else "✅ Đủ sáu bước tự đánh giá.")
    first = ", ".join(first_things(one.gaps, 5))
    return [*lines, f"Tiêu chí nên làm trước: {first}."] if first else lines


def broadcast(turn: Turn) -> Reply:
    """Say that announcements to schools are not sent from here yet, and what can be done instead."""
    return Reply(
        "Tôi chưa gửi thông báo tới các trường được; hiện chỉ tự nhắc từng trường theo lịch. Thầy/cô xem tiến độ ở /tiendo."
    )


def export(turn: Turn) -> Reply:
    """Say how to get the table: files are not sent in chat yet."""
    return Reply(
        "Tôi chưa gửi tệp trong trò chuyện. Trên máy chủ, lệnh *kiemdinh export tien-do.xlsx* xuất bảng Excel."
    )


def _campaign(turn: Turn) -> Campaign:
    if turn.campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Nhập bằng lệnh *kiemdinh import-plan* trên máy chủ.")
    return turn.campaign
