"""What the reviews found: recorded by the officer, told to the school, kept over the years."""

from __future__ import annotations

import re
from itertools import groupby

from db import audit, planning, results, schools
from db.tables import Campaign, Review, School
from handlers import drafting, telling, terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.fold import fold
from knowledge.language.results import SpokenResult, asks_for_history, asks_for_results, read_result
from knowledge.language.school_names import find_schools
from knowledge.rules.review_result import why_not

_CHOSEN = re.compile(r"(\d{1,9}) (.+)", re.ASCII)


def records(turn: Turn) -> bool:
    """Tell whether an officer states what a review found; a principal who says so reports something else."""
    if turn.role != "officer" or turn.heard.room:
        return False
    found = find_schools(turn.words, schools.names(turn.session))
    return bool(found) and read_result(turn.words, found) is not None


def _example(turn: Turn) -> str:
    level = "mức 2" if terms.is_renamed(turn) else "cấp độ 2"
    return f"ví dụ: *TH Tứ Cường đạt {level}*, *MN Đoàn Kết không đạt*"


def _called(turn: Turn, review: Review) -> str:
    return terms.review_in(turn.shelf.catalogue, review.campaign, review.school)


def record(turn: Turn) -> Reply:
    """Show what recording a result would do, and ask."""
    campaign, chosen = _campaign(turn), _CHOSEN.fullmatch(turn.words)
    named = () if chosen else find_schools(turn.words, schools.names(turn.session))
    spoken = read_result(chosen[2] if chosen else turn.words, named)
    if spoken is None:
        raise Refusal(f"Tôi chưa rõ kết quả của trường nào. Thầy/cô viết giúp, {_example(turn)}.")
    found = _reviews(turn, campaign, int(chosen[1]) if chosen else None)
    if len(found) > 1:
        said = (
            "bo ket qua"
            if spoken.withdrawn
            else "dat " + _plain(spoken)
            if spoken.level or spoken.grade
            else "khong dat"
        )
        return Reply(
            "Thầy/cô ghi cho trường nào?",
            tuple(Choice(one.school.name, f"/ghiketqua {one.id} {said}") for one in found),
        )
    return _withdrawal(turn, found[0]) if spoken.withdrawn else _preview(turn, found[0], spoken)


def _plain(spoken: SpokenResult) -> str:
    level = f"{'muc' if spoken.word == 'mức' else 'cap do'} {spoken.level}" if spoken.level else ""
    return " ".join(part for part in (level, f"cqg muc do {spoken.grade}" if spoken.grade else "") if part)


def _reviews(turn: Turn, campaign: Campaign, number: int | None) -> list[Review]:
    names = () if number else find_schools(turn.words, schools.names(turn.session))
    found = [one for one in schools.reviews(turn.session, campaign) if one.id == number or one.school.name in names]
    if not found and names:
        raise Refusal(f"**{names[0]}** không có trong kế hoạch năm học {campaign.school_year}.")
    if not found:
        raise Refusal(f"Tôi chưa rõ trường nào. Thầy/cô viết giúp, {_example(turn)}.")
    return found


def _preview(turn: Turn, review: Review, spoken: SpokenResult) -> Reply:
    framework = planning.framework_of(turn.shelf.catalogue, review.campaign, review.school)
    failed = spoken.level is None and spoken.grade is None
    wrong = "" if failed else why_not(framework.generation, framework.short, spoken.word, spoken.level, spoken.grade)
    if wrong:
        raise Refusal(f"Chưa ghi kết quả của **{review.school.name}**: {wrong}.")
    if review.result == spoken.said:
        return Reply(f"Kết quả của **{review.school.name}** đã ghi là {spoken.said} rồi, không có gì thay đổi.")
    was = f"{review.result} → " if review.result else ""
    told = (
        "gửi thư báo kết quả cho trường"
        if telling.can_hear(turn, review.school_id)
        else "trường chưa có ai tham gia để báo"
    )
    lines = [
        f"Ghi kết quả {_called(turn, review)} năm học {review.campaign.school_year} của **{review.school.name}**: {was}**{spoken.said}**?",
        *_caution(turn, review),
        f"Khi xác nhận: dừng nhắc {_called(turn, review)}, bắt đầu nhắc kế hoạch cải tiến; {told}.",
    ]
    return drafting.ask(turn, "ketqua", "\n".join(lines), review=review.id, was=review.result, result=spoken.said)


def _caution(turn: Turn, review: Review) -> list[str]:
    """Say what makes a result unlikely: no month in the plan, or one that is still to come."""
    if review.month is None:
        return [f"Lưu ý: kế hoạch năm học này không xếp lịch {_called(turn, review)} cho trường."]
    if review.month > turn.now.date():
        return [f"Lưu ý: lịch {_called(turn, review)} là {wording.month(review.month)}, chưa đến."]
    return []


def _withdrawal(turn: Turn, review: Review) -> Reply:
    if review.result is None:
        return Reply(f"**{review.school.name}** chưa có kết quả nào trong năm học {review.campaign.school_year}.")
    text = f"Bỏ kết quả **{review.result}** của **{review.school.name}**? Các lời nhắc {_called(turn, review)} còn lại sẽ chạy tiếp."
    return drafting.ask(turn, "ketqua", text, review=review.id, was=review.result, result=None)


def confirmed(turn: Turn) -> Reply:
    """Record what was shown, stop the reminders of the review, and tell the school."""
    draft = drafting.settle(turn, "ketqua")
    review = schools.review_by_number(turn.session, int(draft["review"]))
    if review is None or review.result != draft["was"]:
        raise Refusal(drafting.STALE)
    before, after = review.result, draft["result"]
    results.record(review, after, turn.person, turn.now)
    audit.note(turn.session, turn.person, "record-result", review.school.name, before or "", after or "", turn.now)
    planning.replan_school(turn.session, turn.shelf.catalogue, review.campaign, review.school, turn.now)
    told = telling.tell(
        turn, review.school_id, "result", f"{review.id}:{telling.cause(turn)}", _letter(review, before, _called(turn, review)),
        (("Kết quả các năm", "/ketqua"),) if after != "không đạt" else (("Xem còn thiếu", "/thieu"),),
    )  # fmt: skip
    heard = "Đã báo cho trường." if told else "Trường chưa có ai tham gia nên chưa báo được."
    what = f"Đã ghi **{review.school.name}**: **{after}**." if after else f"Đã bỏ kết quả của **{review.school.name}**."
    return Reply(f"{what} {heard}", (Choice("Các trường có kết quả", "/ketqua"),), in_place=True)


def _letter(review: Review, before: str | None, called: str) -> str:
    name, year, office = review.school.name, review.campaign.school_year, review.campaign.office_name
    if review.result is None:
        return f"{office} đã bỏ kết quả {called} ghi nhầm của **{name}** (năm học {year}: {before})."
    if before is not None:
        return f"{office} đã sửa kết quả {called} năm học {year} của **{name}**: {before} → **{review.result}**."
    if review.result == "không đạt":
        return (
            f"Kết quả {called} năm học {year} của **{name}**: **không đạt**.\n"
            "Những phần còn thiếu nay đưa vào kế hoạch cải tiến chất lượng. Mỗi học kỳ tôi nhắc một lần; thầy/cô cần gì cứ hỏi."
        )
    return (
        f"Chúc mừng **{name}**: {called} năm học {year} đạt **{review.result}**.\n"
        f"{office} cảm ơn thầy/cô và nhà trường. Việc tiếp theo là kế hoạch cải tiến chất lượng, mỗi học kỳ tôi nhắc một lần."
    )


def asks(turn: Turn) -> bool:
    """Tell whether results are asked for: an officer about any school, a school about itself."""
    if turn.heard.room or turn.role not in {"officer", "principal", "deputy"}:
        return False
    history = asks_for_history(turn.words)
    if history and (turn.role != "officer" or find_schools(turn.words, schools.names(turn.session))):
        return True
    return turn.role == "officer" and asks_for_results(turn.words)


def show(turn: Turn) -> Reply:
    """List a school's results over the years, or who has one this year; never ranked."""
    if turn.school is not None:
        return _history(turn, turn.school)
    found = find_schools(turn.words, schools.names(turn.session)) if turn.words else ()
    if found:
        known = [school for name in found if (school := schools.named(turn.session, name))]
        return Reply("\n".join(_history(turn, school).text for school in known))
    return _year(turn, turn.asked_campaign or _campaign(turn))


def _history(turn: Turn, school: School) -> Reply:
    found = results.history(turn.session, school)
    called = terms.review_now(turn, school)
    if not found:
        return Reply(f"Chưa ghi kết quả {called} nào của **{school.name}**.")
    lines = [f"· {one.campaign.school_year}: {one.result}" + _when(turn, one) for one in found]
    return Reply("\n".join([f"**Kết quả {called} của {school.name}:**", *lines]))


def _when(turn: Turn, review: Review) -> str:
    at = review.result_at
    return f" (ghi ngày {wording.day(at.astimezone(turn.now.tzinfo).date())})" if at else ""


def _year(turn: Turn, campaign: Campaign) -> Reply:
    if re.search(r"\b(?:chua|thieu)\b", fold(turn.words)):
        return _without(turn, campaign)
    found, called = results.of_year(turn.session, campaign), terms.review_in(turn.shelf.catalogue, campaign)
    reviewed = sum(one.month is not None for one in schools.reviews(turn.session, campaign))
    lines = [
        f"**Năm học {campaign.school_year}: {len(found)} trường đã có kết quả, {reviewed} trường trong lịch {called}.**"
    ]
    for first, group in groupby(found, key=lambda one: one.month):
        shown = " · ".join(f"{one.school.name}: {one.result}" for one in group)
        lines.append(f"{wording.month(first) if first else 'Ngoài lịch'} · {shown}")
    return Reply("\n".join(lines), (Choice("Lịch cả năm", f"/lich {campaign.school_year}"),))


def _without(turn: Turn, campaign: Campaign) -> Reply:
    """List the reviewed schools that have no result yet, by month."""
    found = [one for one in schools.reviews(turn.session, campaign) if one.month and not one.result]
    lines = [f"**Năm học {campaign.school_year}: {len(found)} trường trong lịch chưa có kết quả.**"]
    for first, group in groupby(found, key=lambda one: one.month):
        lines.append(f"{wording.month(first or campaign.begins)} · " + ", ".join(one.school.name for one in group))
    return Reply("\n".join(lines), (Choice("Trường đã có kết quả", "/ketqua"),))


def _campaign(turn: Turn) -> Campaign:
    campaign = turn.asked_campaign or turn.campaign
    if campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Thầy/cô gửi tệp kế hoạch vào đây trước.")
    return campaign
