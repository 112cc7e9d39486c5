"""A plan sent as a file: read, shown as what it would change, put in once that is confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import PurePath
from zlib import crc32

from db import files, plans, schools
from db.plans import Change, Difference
from db.session import Session
from db.tables import Campaign
from handlers import drafting, telling, terms, wording
from handlers.turn import Choice, File, Refusal, Reply, Turn
from knowledge.catalogue import Catalogue
from knowledge.plan_document import Plan, UnreadablePlan, read_plan

LARGEST = 5 * 1024 * 1024
SHOWN = 12
"""How many schools of a kind one message lists."""
PROBLEMS = 8
_DOCUMENTS = {".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xls", ".txt", ".pdf"}
_ACCEPTED = "Tôi đọc được kế hoạch năm học ở tệp .docx, .xlsx hoặc .txt, tối đa 5 MB."
_SCHOOL = (
    "Tệp gửi ở đây tôi chỉ nhận của cơ quan quản lý. Thầy/cô cần hỏi hay ghi gì thì gõ giúp, ví dụ: *xong tc 1.1*."
)


def receive(turn: Turn, words: str) -> Reply | None:
    """Take a file that an officer sends as the year's plan; leave photos, and what words were said beside, to others."""
    file = turn.heard.file
    if file is None or file.media_type.startswith("image/"):
        return None
    if turn.role != "officer":
        return Reply(_SCHOOL) if turn.school is not None and not words and _is_document(file) else None
    if not _is_document(file):
        return None if words else Reply(f"Tệp “{_shown(file.name)}” không phải kế hoạch. {_ACCEPTED}")
    turn.address.then = None
    plan = _read(file)
    stored = files.keep(turn.session, file.name, file.media_type, file.content or b"", turn.now)
    return _preview(turn, plan, file.name, stored.id)


def _is_document(file: File) -> bool:
    return PurePath(file.name.strip()).suffix.lower() in _DOCUMENTS


def _shown(name: str) -> str:
    return wording.shortened(name, 60)


def _read(file: File) -> Plan:
    """Read the plan in a file, or say in a line why that can't be."""
    if file.size > LARGEST or (file.content is not None and len(file.content) > LARGEST):
        raise Refusal("Tệp lớn hơn 5 MB. Thầy/cô chỉ gửi phần kế hoạch, bỏ bớt hình ảnh.")
    if file.content is None:
        raise Refusal("Tôi chưa tải được tệp này. Thầy/cô gửi lại giúp.")
    try:
        plan = read_plan(file.name, file.content)
    except UnreadablePlan as error:
        raise Refusal(str(error)) from None
    if plan.problems:
        raise Refusal(_wrong(plan))
    return plan


def _wrong(plan: Plan) -> str:
    """List the rows that can't be, a line each."""
    shown = [f"• {wording.shortened(one, 200)}" for one in plan.problems[:PROBLEMS]]
    more = [f"• và {len(plan.problems) - PROBLEMS} chỗ nữa"] if len(plan.problems) > PROBLEMS else []
    head = f"**Chưa nhập được: {len(plan.problems)} chỗ cần sửa trong tệp.**"
    return "\n".join([head, *shown, *more, "Thầy/cô sửa rồi gửi lại tệp; hiện chưa có gì thay đổi."])


def _preview(turn: Turn, plan: Plan, name: str, number: int, lead: str = "") -> Reply:
    change = plans.difference(turn.session, plan)
    if change.empty:
        return Reply(
            f"Kế hoạch năm học {plan.school_year} trong tệp trùng với kế hoạch đang dùng ({len(plan.schools)} trường). Không có gì thay đổi.",
            (Choice("Lịch cả năm", f"/lich {plan.school_year}"),),
        )
    told, untold = _told(turn, change)
    lines = [*([lead] if lead else []), *_lines(turn, plan, change), *_consequences(untold)]
    text = "\n".join(lines)
    label = f"Nhập kế hoạch, báo {told} trường" if told else "Nhập kế hoạch"
    return drafting.ask(turn, "kehoach", text, label, file=number, name=name, shown=_mark(change))


def _mark(change: Difference) -> int:
    """Tell one difference from another, so that only what was shown is done."""
    return crc32(repr(change).encode())


def _told(turn: Turn, change: Difference) -> tuple[int, int]:
    """Count the schools that can be told, and those for which nobody has joined."""
    found = [school for one in change.told if (school := schools.named(turn.session, one.school))]
    told = sum(telling.can_hear(turn, school.id) for school in found)
    return told, len(found) - told


def _lines(turn: Turn, plan: Plan, change: Difference) -> list[str]:
    reviewed = sum(one.review_month is not None for one in plan.schools)
    year = " (năm học mới)" if change.new else ""
    placed = [one for one in change.moved if one.before is None]
    moved = [one for one in change.moved if one.before is not None]
    called = terms.review_word(turn.shelf.catalogue, plans.circulars(turn.session, turn.shelf.catalogue, plan))
    return [
        f"**Kế hoạch năm học {plan.school_year}{year}: {len(plan.schools)} trường, {reviewed} {called}.**",
        *_listed("Thêm", [_at(one, called) for one in change.added]),
        *_listed("Xếp tháng", [_at(one, called) for one in placed]),
        *_listed(
            "Dời",
            [f"{one.school} {wording.month(one.before or date.max)} → {_month(one.after, called)}" for one in moved],
        ),
        *_listed(
            "Không còn trong kế hoạch", [f"{one.school} (đang {_month(one.before, called)})" for one in change.gone]
        ),
        *_listed("Trường lạ, sẽ thêm mới", [_near(one.school, one.near) for one in change.unknown]),
        *_of_the_year(turn, change, called),
    ]


def _listed(head: str, shown: Sequence[str]) -> Iterable[str]:
    if shown:
        more = f"; và {len(shown) - SHOWN} trường nữa" if len(shown) > SHOWN else ""
        yield f"{head} ({len(shown)}): {'; '.join(shown[:SHOWN])}{more}"


def _at(one: Change, called: str) -> str:
    return f"{one.school} {_month(one.after, called)}"


def _month(first: date | None, called: str) -> str:
    return wording.month(first) if first else f"không {called}"


def _near(name: str, near: Sequence[str]) -> str:
    return f"{name} (gần giống {', '.join(near[:2])}, thầy/cô xem lại tên)" if near else name


def _of_the_year(turn: Turn, change: Difference, called: str) -> Iterable[str]:
    if change.kept:
        yield f"{change.kept} trường khác của năm trước vẫn trong danh sách, không {called}"
    if change.deadline:
        before, after = change.deadline
        was = f"{wording.day(before)} → " if before else ""
        yield f"Hạn báo cáo tự đánh giá: {was}{wording.day(after or date.max)}"
    if change.circulars:
        known = {one.circular: one.short for one in turn.shelf.catalogue.frameworks}
        shown = [
            f"{level} {f'{known.get(was, was)} → ' if was else ''}{known.get(now, now)}"
            for level, was, now in change.circulars
        ]
        yield f"Thông tư: {'; '.join(shown)}"
    yield from _listed("Xã", [f"{school}: {commune}" for school, _, commune in change.communes])


def _consequences(untold: int) -> Iterable[str]:
    yield "Khi nhập, lời nhắc của các trường được lập lại theo kế hoạch."
    if untold:
        yield f"{untold} trường đổi lịch chưa có ai tham gia nên chưa báo được."


def confirmed(turn: Turn) -> Reply:
    """Put the plan in as it was shown; show it anew where something changed meanwhile."""
    draft = drafting.settle(turn, "kehoach")
    kept = files.read(turn.session, [int(draft["file"])])
    if not kept:
        raise Refusal("Tệp kế hoạch không còn được giữ. Thầy/cô gửi lại tệp giúp.")
    name = str(draft["name"])
    plan = _read(File(name, len(kept[0].content), kept[0].media_type, kept[0].content))
    change = plans.difference(turn.session, plan)
    if _mark(change) != draft["shown"]:
        return _preview(turn, plan, name, kept[0].id, "Từ lúc xem đến nay lịch đã có thay đổi, thầy/cô xem lại:")
    return _put_in(turn, plan, change)


def _put_in(turn: Turn, plan: Plan, change: Difference) -> Reply:
    campaign = plans.put_in(turn.session, turn.shelf.catalogue, plan, turn.person, turn.now)
    told = tell_moved(turn.session, turn.shelf.catalogue, turn.now, campaign, change, telling.cause(turn))
    counted = [(len(change.added), "thêm"), (len(change.moved), "đổi tháng"), (len(change.gone), "bỏ")]
    what = ", ".join(f"{what} {count}" for count, what in counted if count)
    lines = [
        f"Đã nhập kế hoạch năm học **{plan.school_year}**" + (f": {what} trường." if what else "."),
        "Lời nhắc đã lập lại." + (f" Đã báo {told} trường đổi lịch." if told else ""),
    ]
    return Reply("\n".join(lines), (Choice("Lịch cả năm", f"/lich {plan.school_year}"),), in_place=True)


def tell_moved(
    session: Session, catalogue: Catalogue, now: datetime, campaign: Campaign, change: Difference, cause: str
) -> int:
    """Write to every school whose month the plan changed; return how many could be told."""
    return sum(_tell(session, catalogue, now, campaign, one, cause) for one in change.told)


def _tell(session: Session, catalogue: Catalogue, now: datetime, campaign: Campaign, one: Change, cause: str) -> bool:
    school = schools.named(session, one.school)
    if school is None:
        return False
    called = terms.review_in(catalogue, campaign, school)
    if one.after is None:
        year, was = campaign.school_year, _month(one.before, called)
        what = f"không còn trong lịch {called} năm học {year} (trước đây: {was})."
    elif one.before is None:
        what = f"được xếp lịch {called} tháng **{_month(one.after, called)}**."
    else:
        what = f"đổi lịch {called}: {_month(one.before, called)} → **{_month(one.after, called)}**."
    text = f"**{school.name}** {what}\nTheo kế hoạch mới của {campaign.office_name}."
    choices = (("Xem còn thiếu", "/thieu"),)
    return telling.write(session, now, school.id, "moved", f"{school.id}:{cause}", text, choices)
