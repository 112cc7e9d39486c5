"""Moving a review to another month: shown, confirmed, asked for, declined."""

from __future__ import annotations

import re
from datetime import date

from db import audit, outbox, people, planning, reminders, schools
from db.tables import Campaign, Person, Review, School
from handlers import telling, terms, wording
from handlers.campaigns import running
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.meaning import Meaning

_MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"
_PRESSED = re.compile(rf"(\d{{1,9}})(?: ({_MONTH}))?", re.ASCII)
"""A review, and the month that it is to go to."""
_CONFIRMED = re.compile(rf"(\d{{1,9}}) ({_MONTH}) ({_MONTH}|-)", re.ASCII)
"""The same, and the month that it was in when it was shown."""


def move(turn: Turn) -> Reply:
    """Show what moving a school would change, and ask."""
    wanted = _wanted(turn, "doilich")
    if isinstance(wanted, Reply):
        return wanted
    review, first = wanted
    if review.month == first:
        return _there_already(review, first)
    others = sum(one.month == first for one in schools.reviews(turn.session, review.campaign))
    lines = [
        f"**{review.school.name}**: {_named_month(review.month)} → **{wording.month(first)}**. Khi xác nhận:",
        f"· {_reminders(turn, review, first)}",
        f"· {_notice(turn, review)}",
        f"· Tháng {wording.month(first)} sẽ có {others + 1} trường",
    ]
    return Reply("\n".join(lines), (Choice("Xác nhận", _confirming(review, first)), Choice("Thôi", "/thoi")))


def _confirming(review: Review, first: date) -> str:
    return f"/xacnhan {review.id} {first:%Y-%m} {_as_word(review.month)}"


def _reminders(turn: Turn, review: Review, first: date) -> str:
    """Say which reminders go and which come, as the rule has it for the new month."""
    rows = reminders.of_school(turn.session, review.campaign, review.school_id)
    waiting = {(one.kind, one.day) for one in rows if one.state == "waiting"}
    sent = {(one.kind, one.day) for one in rows if one.state in {"sent", "needless"}}
    due = planning.due_for(turn.session, turn.shelf.catalogue, review, first, turn.now)
    wanted = {(one.kind, one.on): one.at for one in due if one.on >= turn.now.date()}
    gone = sum(kind != "again" for kind, _ in waiting - set(wanted))
    come = [wanted[key] for key in set(wanted) - waiting - sent]
    starts = f", từ {wording.day(min(come).astimezone(turn.now.tzinfo).date())}" if come else ""
    return f"Bỏ {gone} lời nhắc cũ, lập {len(come)} lời nhắc mới{starts}"


def _notice(turn: Turn, review: Review) -> str:
    reached = [person for person in people.speakers(turn.session, review.school_id) if people.reach(person)]
    if not reached:
        return "Trường chưa có ai tham gia để báo"
    return f"Báo cho {', '.join(dict.fromkeys(wording.ROLE_NAMES[one.role].lower() for one in reached))} ({len(reached)} người)"


def _there_already(review: Review, first: date) -> Reply:
    return Reply(f"**{review.school.name}** đã ở tháng {wording.month(first)} rồi, không có gì thay đổi.")


def _named_month(first: date | None) -> str:
    return wording.month(first) if first else "chưa có"


def _called(turn: Turn, review: Review) -> str:
    return terms.review_in(turn.shelf.catalogue, review.campaign, review.school)


def _as_word(first: date | None) -> str:
    return f"{first:%Y-%m}" if first else "-"


def _wanted(turn: Turn, command: str) -> tuple[Review, date] | Reply:
    """Read which school goes to which month, from a button or from plain words; else ask for what is missing."""
    campaign = running(turn)
    pressed = _PRESSED.fullmatch(turn.words)
    if pressed:
        review, month, error = _review(turn, campaign, int(pressed[1])), pressed[2], None
    else:
        meaning = turn.understood()
        if len(meaning.schools) > 1:
            return _which_school(turn, campaign, meaning, command)
        school = schools.named(turn.session, meaning.school) if meaning.school else turn.school
        review, month, error = _of(turn, campaign, school), meaning.month, meaning.error
    if review is None:
        raise Refusal("Tôi chưa rõ dời trường nào. Thầy/cô viết giúp, ví dụ: *dời MN Đoàn Kết sang 12/2017*.")
    if month is None:
        return _which_month(turn, campaign, review, command, error)
    return review, _in_year(campaign, date.fromisoformat(f"{month}-01"))


def _review(turn: Turn, campaign: Campaign, number: int) -> Review | None:
    return next((one for one in schools.reviews(turn.session, campaign) if one.id == number), None)


def _of(turn: Turn, campaign: Campaign, school: School | None) -> Review | None:
    return schools.review(turn.session, campaign, school) if school else None


def _which_school(turn: Turn, campaign: Campaign, meaning: Meaning, command: str) -> Reply:
    found = [one for one in schools.reviews(turn.session, campaign) if one.school.name in meaning.schools]
    words = f" {meaning.month}" if meaning.month else ""
    return Reply(
        "Thầy/cô dời trường nào?",
        tuple(Choice(one.school.name, f"/{command} {one.id}{words}") for one in found),
    )


def _which_month(turn: Turn, campaign: Campaign, review: Review, command: str, error: str | None) -> Reply:
    """Offer the months that are left of the year, the school's own one excepted."""
    asked = f"Dời **{review.school.name}** (đang ở {_named_month(review.month)}) sang tháng nào?"
    months = [one for one in _months(campaign, turn.now.date()) if one != review.month]
    lines = ([wording.sentence(error)] if error else []) + [asked]
    return Reply(
        "\n".join(lines),
        tuple(Choice(wording.month(one), f"/{command} {review.id} {one:%Y-%m}") for one in months),
    )


def _months(campaign: Campaign, today: date) -> list[date]:
    begins = max(campaign.begins, today).replace(day=1)
    count = (campaign.ends.year - begins.year) * 12 + campaign.ends.month - begins.month + 1
    return [
        date(begins.year + (begins.month - 1 + ahead) // 12, (begins.month - 1 + ahead) % 12 + 1, 1)
        for ahead in range(count)
    ]


def _in_year(campaign: Campaign, first: date) -> date:
    if not campaign.begins.replace(day=1) <= first <= campaign.ends:
        raise Refusal(
            f"Tháng {wording.month(first)} nằm ngoài năm học {campaign.school_year} (từ {wording.month(campaign.begins)} đến {wording.month(campaign.ends)})."
        )
    return first


def confirm(turn: Turn) -> Reply:
    """Move the school as the officer was shown; the button says from where to where, so that an old one is refused."""
    pressed = _CONFIRMED.fullmatch(turn.words)
    review = _review(turn, running(turn), int(pressed[1])) if pressed else None
    if pressed is None or review is None or _as_word(review.month) != pressed[3]:
        raise Refusal("Việc này đã cũ hoặc đã làm rồi. Thầy/cô gửi lại yêu cầu dời lịch giúp.")
    before, first = review.month, _in_year(review.campaign, date.fromisoformat(f"{pressed[2]}-01"))
    came, gone = planning.move_review(turn.session, turn.shelf.catalogue, review, first, turn.now)
    audit.note(turn.session, turn.person, "move-review", review.school.name, str(before or ""), str(first), turn.now)
    moved = (
        f"Lịch {_called(turn, review)} của **{review.school.name}** đã đổi: {_named_month(before)} → **{wording.month(first)}**.\n"
        f"{review.campaign.office_name} báo; các lời nhắc theo lịch mới."
    )
    told = (
        "Đã báo cho trường." if _tell(turn, review, "moved", moved) else "Trường chưa có ai tham gia nên chưa báo được."
    )
    return Reply(
        f"Đã dời **{review.school.name}**: {_named_month(before)} → **{wording.month(first)}**.\n"
        f"Bỏ {gone} lời nhắc cũ, lập {came} lời nhắc mới. {told}",
        (Choice("Lịch cả năm", "/lich"),),
        in_place=True,
    )


def _tell(turn: Turn, review: Review, kind: str, text: str) -> bool:
    """Write to whoever speaks for the school; False where nobody can be reached."""
    return telling.tell(turn, review.school_id, kind, f"{review.id}:{telling.cause(turn)}", text)


def request_move(turn: Turn) -> Reply:
    """Pass a principal's wish for another month on to the officers."""
    wanted = _wanted(turn, "xindoi")
    if isinstance(wanted, Reply):
        return wanted
    review, first = wanted
    if turn.school is None or review.school_id != turn.school.id:
        raise Refusal("Thầy/cô chỉ xin dời lịch cho trường mình.")
    if review.month == first:
        return _there_already(review, first)
    reached = [_ask_officer(turn, review, first, one) for one in people.officers(turn.session)]
    audit.note(
        turn.session, turn.person, "asks-move", review.school.name, str(review.month or ""), str(first), turn.now
    )
    if not any(reached):
        raise Refusal("Chưa có chuyên viên nào tham gia để nhận đề nghị. Thầy/cô liên hệ trực tiếp giúp.")
    return Reply(
        f"Đã gửi đề nghị dời **{review.school.name}** từ {_named_month(review.month)} sang **{wording.month(first)}**.\n"
        f"Lịch chưa đổi cho đến khi {review.campaign.office_name} chấp thuận."
    )


def _ask_officer(turn: Turn, review: Review, first: date, officer: Person) -> bool:
    """Write to one officer, once a day for the same wish; False where the officer can't be reached."""
    place = people.reach(officer)
    if place is None or turn.person is None:
        return False
    name, wish = review.school.name, f"{review.id} {first:%Y-%m}"
    change = _reminders(turn, review, first)
    text = (
        f"**{name}** xin dời {_called(turn, review)}: {_named_month(review.month)} → **{wording.month(first)}** ({turn.person.name}).\n"
        f"Nếu đồng ý: {change[:1].lower()}{change[1:]}; trường được báo."
    )
    outbox.write(
        turn.session,
        key=f"asks-move:{wish}:{turn.now.date()}:{officer.id}",
        kind="asks-move",
        to=place,
        text=text,
        now=turn.now,
        choices=[("Đồng ý dời", _confirming(review, first)), ("Không dời", f"/khongdoi {wish}")],
    )
    return True


def decline(turn: Turn) -> Reply:
    """Tell a school that its wish for another month is not granted."""
    pressed = _PRESSED.fullmatch(turn.words)
    review = _review(turn, running(turn), int(pressed[1])) if pressed else None
    if pressed is None or not pressed[2] or review is None or _as_word(review.month) == pressed[2]:
        raise Refusal("Đề nghị này đã cũ hoặc đã được giải quyết.")
    wanted = date.fromisoformat(f"{pressed[2]}-01")
    office = review.campaign.office_name
    text = f"{office} chưa chấp thuận dời **{review.school.name}** sang {wording.month(wanted)}. Lịch vẫn là **{_named_month(review.month)}**."
    audit.note(turn.session, turn.person, "decline-move", review.school.name, "", str(wanted), turn.now)
    told = (
        "Đã báo cho trường."
        if _tell(turn, review, "declined", text)
        else "Trường chưa có ai tham gia nên chưa báo được."
    )
    return Reply(f"**{review.school.name}** giữ nguyên tháng {_named_month(review.month)}. {told}", in_place=True)
