"""The year's occasions: put into the calendar, moved, dropped, asked about."""

from __future__ import annotations

from datetime import date

from db import audit, occasions
from db.tables import Campaign, Occasion
from handlers import drafting, wording
from handlers.campaigns import SEND_FILE, running
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.occasions import SpokenOccasion, asked_about, asks_for_calendar, fits, read_occasion

_EXAMPLE = "*thêm hội nghị sơ kết ngày 15/1/2018 tại Phòng GD*"


def asks(turn: Turn) -> bool:
    """Tell whether an officer orders something about an occasion."""
    if turn.role != "officer" or turn.heard.room or turn.campaign is None:
        return False
    return asks_for_calendar(turn.words) or read_occasion(turn.words, turn.campaign.school_year) is not None


def asks_when(turn: Turn) -> bool:
    """Tell whether the day of an occasion is asked for that stands in the calendar."""
    return turn.person is not None and bool(_asked(turn))


def _asked(turn: Turn) -> list[Occasion]:
    kinds = asked_about(turn.words)
    if not kinds or turn.campaign is None:
        return []
    every = occasions.of_year(turn.session, turn.campaign)
    return [one for one in every if all(fits(kind, one.name) for kind in kinds)]


def when(turn: Turn) -> Reply:
    """Say when the occasions asked for are."""
    found = _asked(turn)
    if not found:
        return Reply("Lịch chưa có sự kiện nào như vậy.", (Choice("Lịch cả năm", "/lich"),))
    lines = [f"**{one.name}**: {wording.weekday(one.day)}{f', {one.place}' if one.place else ''}." for one in found]
    return Reply("\n".join(lines), (Choice("Lịch cả năm", "/lich"),))


def change(turn: Turn) -> Reply:
    """Show what an order would do to the calendar, and ask; without one, list what stands in it."""
    campaign = running(turn, SEND_FILE)
    spoken = read_occasion(turn.words, campaign.school_year)
    if spoken is None:
        return _calendar(turn, campaign)
    if spoken.impossible:
        raise Refusal(f"Ngày {spoken.impossible} không có trên lịch. Thầy/cô xem lại ngày giúp.")
    if spoken.what == "add":
        return _adding(turn, campaign, spoken)
    return _changing(turn, _meant(turn, campaign, spoken), spoken)


def _calendar(turn: Turn, campaign: Campaign) -> Reply:
    found = occasions.of_year(turn.session, campaign)
    if not found:
        return Reply(f"Năm học {campaign.school_year} chưa có sự kiện nào. Để thêm, gõ: {_EXAMPLE}.")
    lines = [f"· {line(one)}" for one in found]
    ahead = [one for one in found if one.day >= turn.now.date()]
    return Reply(
        "\n".join([f"**Sự kiện năm học {campaign.school_year}:**", *lines]),
        tuple(Choice(f"Báo: {wording.shortened(one.name, 40)}", f"/baosukien {one.id}") for one in ahead[:8]),
    )


def line(one: Occasion) -> str:
    """`15/01/2018 · Hội nghị sơ kết (Phòng GD)`."""
    place = f" ({one.place})" if one.place else ""
    return f"{wording.day(one.day)} · {one.name}{place}"


def _adding(turn: Turn, campaign: Campaign, spoken: SpokenOccasion) -> Reply:
    if spoken.day is None:
        raise Refusal(f"“{spoken.name}” vào ngày nào? Thầy/cô ghi cả ngày giúp, ví dụ: {_EXAMPLE}.")
    day = _in_year(campaign, spoken.day)
    twin = next((o for o in occasions.of_year(turn.session, campaign) if (o.name, o.day) == (spoken.name, day)), None)
    if twin is not None:
        return Reply(f"Lịch đã có: {line(twin)}. Không có gì thay đổi.", (_announcing(twin),))
    place = f", {spoken.place}" if spoken.place else ""
    text = f"Thêm vào lịch năm học {campaign.school_year}:\n**{spoken.name}**, {wording.weekday(day)}{place}?{_past(turn, day)}"
    return drafting.ask(
        turn, "sukien", text, act="add", name=spoken.name[:200], day=day.isoformat(), place=spoken.place[:200]
    )


def _past(turn: Turn, day: date) -> str:
    return "\nLưu ý: ngày này đã qua." if day < turn.now.date() else ""


def _in_year(campaign: Campaign, day: date) -> date:
    if not campaign.begins <= day <= campaign.ends:
        raise Refusal(
            f"Ngày {wording.day(day)} nằm ngoài năm học {campaign.school_year} (từ {wording.day(campaign.begins)} đến {wording.day(campaign.ends)})."
        )
    return day


def _meant(turn: Turn, campaign: Campaign, spoken: SpokenOccasion) -> Occasion:
    every = occasions.of_year(turn.session, campaign)
    found = [one for one in every if fits(spoken.name, one.name)]
    if spoken.what == "remove" and spoken.day is not None:
        found = [one for one in found if one.day == spoken.day]
    if len(found) == 1:
        return found[0]
    several = found or every
    if not several:
        raise Refusal(f"Lịch năm học {campaign.school_year} chưa có sự kiện nào. Để thêm, gõ: {_EXAMPLE}.")
    head = "Có nhiều sự kiện như vậy" if found else f"Lịch không có “{spoken.name}”"
    listed = "\n".join(f"· {line(one)}" for one in several[:8])
    raise Refusal(f"{head}. Thầy/cô ghi rõ tên và ngày giúp:\n{listed}")


def _changing(turn: Turn, one: Occasion, spoken: SpokenOccasion) -> Reply:
    if spoken.what == "remove":
        return drafting.ask(
            turn,
            "sukien",
            f"Bỏ khỏi lịch: **{one.name}**, {wording.weekday(one.day)}?",
            act="remove",
            id=one.id,
            was=one.day.isoformat(),
        )
    if spoken.day is None:
        raise Refusal(
            f"Dời **{one.name}** (đang {wording.day(one.day)}) sang ngày nào? Ví dụ: *dời {one.name.lower()} sang 20/1/2018*."
        )
    day = _in_year(running(turn, SEND_FILE), spoken.day)
    if day == one.day and spoken.place in {"", one.place}:
        return Reply(f"**{one.name}** đã ở ngày {wording.day(day)} rồi, không có gì thay đổi.")
    place = f", {spoken.place}" if spoken.place else ""
    text = f"Dời **{one.name}**: {wording.day(one.day)} → **{wording.weekday(day)}**{place}?{_past(turn, day)}"
    return drafting.ask(
        turn,
        "sukien",
        text,
        act="move",
        id=one.id,
        was=one.day.isoformat(),
        day=day.isoformat(),
        place=spoken.place[:200],
    )


def confirmed(turn: Turn) -> Reply:
    """Do what was shown, and offer to tell the schools."""
    draft = drafting.settle(turn, "sukien")
    if draft["act"] == "add":
        return _add(turn, str(draft["name"]), date.fromisoformat(str(draft["day"])), str(draft["place"]))
    one = occasions.get(turn.session, int(draft["id"]))
    if one is None or one.removed_at is not None or one.day.isoformat() != draft["was"]:
        raise Refusal(drafting.STALE)
    if draft["act"] == "remove":
        return _remove(turn, one)
    return _move(turn, one, date.fromisoformat(str(draft["day"])), str(draft["place"]))


def _add(turn: Turn, name: str, day: date, place: str) -> Reply:
    one = occasions.add(turn.session, running(turn, SEND_FILE), name, day, place, turn.person, turn.now)
    audit.note(turn.session, turn.person, "add-occasion", name, "", line(one), turn.now)
    return Reply(f"Đã thêm vào lịch: {line(one)}.", (_announcing(one), Choice("Lịch cả năm", "/lich")), in_place=True)


def _remove(turn: Turn, one: Occasion) -> Reply:
    one.removed_at = turn.now
    audit.note(turn.session, turn.person, "remove-occasion", one.name, line(one), "", turn.now)
    return Reply(f"Đã bỏ khỏi lịch: {line(one)}.", (_announcing(one, "Báo các trường: không tổ chức"),), in_place=True)


def _move(turn: Turn, one: Occasion, day: date, place: str) -> Reply:
    before, one.day, one.place = line(one), day, place or one.place
    audit.note(turn.session, turn.person, "move-occasion", one.name, before, line(one), turn.now)
    return Reply(
        f"Đã dời: {line(one)}.",
        (_announcing(one, "Báo các trường lịch mới"), Choice("Lịch cả năm", "/lich")),
        in_place=True,
    )


def _announcing(one: Occasion, label: str = "Báo cho các trường") -> Choice:
    return Choice(label, f"/baosukien {one.id}")
