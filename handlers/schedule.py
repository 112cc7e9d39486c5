"""The year's plan: which school in which month, and moving one to another month."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from db import audit, outbox, people, planning, schools
from db.tables import Campaign, Person, Review
from handlers import wording
from handlers.turn import Choice, Refusal, Reply, Turn


def show(turn: Turn) -> Reply:
    """Say which schools are reviewed in a month, when one school is, or the whole year by month."""
    campaign = _campaign(turn)
    meaning = turn.understood() if turn.words else None
    reviews = [one for one in schools.reviews(turn.session, campaign) if one.month]
    if meaning and meaning.month:
        return _month(reviews, date.fromisoformat(f"{meaning.month}-01"))
    named = meaning.schools if meaning else ()
    own = turn.school.name if turn.school and meaning and not named and not turn.heard.room else None
    if named or own:
        return Reply(
            "\n".join(_school(turn, campaign, name) for name in named or (str(own),)), (Choice("Lịch cả năm", "/lich"),)
        )
    return _year(campaign, reviews)


def _month(reviews: list[Review], first: date) -> Reply:
    found = [one.school.name for one in reviews if one.month == first]
    if not found:
        return Reply(
            f"Tháng {wording.month(first)} không có trường nào được đánh giá ngoài.", (Choice("Lịch cả năm", "/lich"),)
        )
    return Reply(f"**Tháng {wording.month(first)} có {len(found)} trường:** {', '.join(found)}.")


def _school(turn: Turn, campaign: Campaign, name: str) -> str:
    school = schools.named(turn.session, name)
    review = schools.review(turn.session, campaign, school) if school else None
    if review is None or review.month is None:
        return f"**{name}** không có trong lịch đánh giá ngoài năm học {campaign.school_year}."
    return f"**{name}**: đánh giá ngoài tháng **{wording.month(review.month)}** ({wording.until(review.month, turn.now.date())})."


def _year(campaign: Campaign, reviews: list[Review]) -> Reply:
    lines = [f"**Năm học {campaign.school_year}: {len(reviews)} trường được đánh giá ngoài.**"]
    for first, group in groupby(reviews, key=lambda one: one.month or date.max):
        lines.append(f"{wording.month(first)} · " + ", ".join(one.school.name for one in group))
    if campaign.report_deadline:
        lines.append(f"Mọi trường: xong báo cáo tự đánh giá trước {wording.day(campaign.report_deadline)}.")
    return Reply("\n".join(lines))


def move(turn: Turn) -> Reply:
    """Show what moving a school would change, and ask."""
    review, first = _wanted(turn)
    if review.month == first:
        return Reply(f"**{review.school.name}** đã ở tháng {wording.month(first)} rồi, không có gì thay đổi.")
    turn.address.draft = {"review": review.id, "month": first.isoformat(), "before": str(review.month or "")}
    others = sum(one.month == first for one in schools.reviews(turn.session, review.campaign))
    before = wording.month(review.month) if review.month else "chưa có"
    lines = [
        f"**{review.school.name}**: {before} → **{wording.month(first)}**. Khi xác nhận:",
        "· Các lời nhắc chưa gửi được lập lại; hiệu trưởng được báo",
        f"· Tháng {wording.month(first)} sẽ có {others + 1} trường",
    ]
    return Reply("\n".join(lines), (Choice("Xác nhận", "/xacnhan"), Choice("Thôi", "/thoi")))


def _wanted(turn: Turn) -> tuple[Review, date]:
    campaign, meaning = _campaign(turn), turn.understood()
    if len(meaning.schools) > 1:
        buttons = tuple(Choice(name, _ascii_move(name, meaning.month)) for name in meaning.schools)
        raise Refusal("Thầy/cô dời trường nào?", buttons)
    school = schools.named(turn.session, meaning.school) if meaning.school else turn.school
    review = schools.review(turn.session, campaign, school) if school else None
    if review is None:
        raise Refusal("Tôi chưa rõ dời trường nào. Thầy/cô viết giúp, ví dụ: *dời MN Đoàn Kết sang 12/2017*.")
    if meaning.month is None:
        raise Refusal(f"Dời **{review.school.name}** sang tháng nào? Ví dụ: *dời {review.school.name} sang 12/2017*.")
    return review, _in_year(campaign, date.fromisoformat(f"{meaning.month}-01"))


def _ascii_move(name: str, month: str | None) -> str:
    from knowledge.language.fold import fold

    return f"/doilich doi {fold(name)} sang {month[5:]}/{month[:4]}" if month else f"/doilich doi {fold(name)}"


def _in_year(campaign: Campaign, first: date) -> date:
    if not campaign.begins <= first <= campaign.ends:
        raise Refusal(
            f"Tháng {wording.month(first)} nằm ngoài năm học {campaign.school_year} (từ {wording.month(campaign.begins)} đến {wording.month(campaign.ends)})."
        )
    return first


def confirm(turn: Turn) -> Reply:
    """Move the school that the officer was shown."""
    draft, turn.address.draft = turn.address.draft, {}
    campaign, officer = _campaign(turn), turn.person
    review = next((one for one in schools.reviews(turn.session, campaign) if one.id == draft.get("review")), None)
    if review is None or officer is None or str(review.month or "") != draft["before"]:
        raise Refusal("Việc này đã cũ hoặc đã làm rồi. Thầy/cô gửi lại yêu cầu dời lịch giúp.")
    before, first = review.month, date.fromisoformat(draft["month"])
    came, gone = planning.move_review(turn.session, turn.shelf.catalogue, review, first, turn.now)
    audit.note(turn.session, officer, "move-review", review.school.name, str(before or ""), str(first), turn.now)
    told = _tell(turn, review, before)
    return Reply(
        f"Đã dời **{review.school.name}** sang **{wording.month(first)}**. Bỏ {gone} lời nhắc cũ, lập {came} lời nhắc mới. {told}",
        in_place=True,
    )


def _tell(turn: Turn, review: Review, before: date | None) -> str:
    text = f"Lịch đánh giá ngoài của **{review.school.name}** đã đổi: {wording.month(before) if before else 'chưa có'} → **{wording.month(review.month or date.max)}**."
    reached = [
        (person, place) for person in people.speakers(turn.session, review.school_id) if (place := people.reach(person))
    ]
    for person, place in reached:
        outbox.write(
            turn.session,
            key=f"moved:{review.id}:{turn.heard.channel}:{turn.heard.key}:{person.id}",
            kind="moved",
            to=place,
            text=text,
            now=turn.now,
            choices=[("Xem còn thiếu", "/thieu")],
            school_id=review.school_id,
        )
    return "Đã báo cho trường." if reached else "Trường chưa có ai tham gia nên chưa báo được."


def request_move(turn: Turn) -> Reply:
    """Pass a principal's wish for another month on to the officers."""
    review, first = _wanted(turn)
    if turn.school is None or review.school_id != turn.school.id:
        raise Refusal("Thầy/cô chỉ xin dời lịch cho trường mình.")
    officers = [place for one in people.officers(turn.session) if (place := people.reach(one))]
    if not officers:
        raise Refusal(
            "Chưa có chuyên viên nào tham gia để nhận đề nghị. Thầy/cô liên hệ trực tiếp với cơ quan quản lý giúp."
        )
    for place in officers:
        _ask_officer(turn, review, first, place.person)
    before = wording.month(review.month) if review.month else "chưa có"
    return Reply(
        f"Đã gửi đề nghị dời **{review.school.name}** từ {before} sang **{wording.month(first)}** tới cơ quan quản lý. Lịch chưa đổi cho đến khi được chấp thuận."
    )


def _ask_officer(turn: Turn, review: Review, first: date, officer: Person | None) -> None:
    place = people.reach(officer) if officer else None
    if officer is None or place is None or turn.person is None:
        return
    text = f"**{review.school.name}** xin dời đánh giá ngoài sang **{wording.month(first)}** ({turn.person.name})."
    outbox.write(
        turn.session,
        key=f"asks-move:{turn.heard.channel}:{turn.heard.key}:{officer.id}",
        kind="asks-move",
        to=place,
        text=text,
        now=turn.now,
        choices=[("Xem và dời", _ascii_move(review.school.name, f"{first:%Y-%m}"))],
    )


def _campaign(turn: Turn) -> Campaign:
    if turn.campaign is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước.")
    return turn.campaign
