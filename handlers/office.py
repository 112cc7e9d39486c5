"""The managing office: its name, rank, signature and contact."""

from __future__ import annotations

from db import audit, schools, years
from db.tables import Campaign
from handlers import drafting
from handlers.campaigns import SEND_FILE, running
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.offices import asks_for_office, read_office_change

RANKS = {
    "district": "Phòng GD&ĐT cấp huyện (trước 7/2025)",
    "commune": "Một xã, phường",
    "communes": "Nhiều xã, phường",
    "province": "Sở GD&ĐT",
}
FIELDS = {"ten": "name", "chuky": "signature", "lienhe": "contact"}
LABELS = {"name": "Tên cơ quan", "signature": "Dòng ký", "contact": "Liên hệ", "rank": "Cấp"}
_EXAMPLES = {
    "name": "UBND xã Thanh Miện",
    "signature": "KT. Trưởng phòng, Phó Trưởng phòng Nguyễn Văn A",
    "contact": "Cô Nguyễn Thị B, 0912 345 678",
}
LONGEST = 200


def asks(turn: Turn) -> bool:
    """Tell whether an officer changes something about the office in words."""
    return turn.role == "officer" and not turn.heard.room and read_office_change(turn.words) is not None


def asks_for_it(turn: Turn) -> bool:
    """Tell whether somebody who joined asks for the office in words."""
    if turn.person is None or turn.heard.room:
        return False
    return asks_for_office(turn.words, officer=turn.role == "officer")


def show(turn: Turn) -> Reply:
    """Say who the managing office is and whom to call; an officer gets a button for each part."""
    campaign = running(turn, SEND_FILE)
    lines = [
        f"**{campaign.office_name}**",
        f"Năm học {campaign.school_year}: {len(schools.reviews(turn.session, campaign))} trường",
        f"{LABELS['contact']}: {campaign.contact or 'chưa ghi'}",
    ]
    if turn.role != "officer":
        return Reply("\n".join(lines))
    lines += [f"{LABELS['signature']}: {campaign.signature or 'chưa ghi'}", f"{LABELS['rank']}: {_rank(campaign)}"]
    communes = schools.communes(turn.session)
    lines += [f"Xã: {', '.join(communes)}"] if communes else []
    buttons = [Choice(f"Đổi {LABELS[field].lower()}", f"/doicoquan {word}") for word, field in FIELDS.items()]
    return Reply("\n".join(lines), (*buttons, Choice("Đổi cấp", "/doicoquan cap")))


def _rank(campaign: Campaign) -> str:
    return RANKS.get(campaign.office_rank, campaign.office_rank)


def change(turn: Turn) -> Reply:
    """Ask for a part's new words, or show what the words said would change."""
    campaign = running(turn, SEND_FILE)
    spoken = read_office_change(turn.words)
    if spoken is not None:
        return _preview(turn, campaign, spoken.field, spoken.value)
    if turn.words == "cap":
        return Reply(
            "Cơ quan quản lý thuộc cấp nào?", tuple(Choice(RANKS[rank], f"/doicoquan {rank}") for rank in RANKS)
        )
    if turn.words in RANKS:
        return _preview(turn, campaign, "rank", turn.words)
    field = FIELDS.get(turn.words)
    if field is None:
        return show(turn)
    turn.address.draft = {"what": "coquan-cho", "field": field}
    return Reply(
        f"Thầy/cô gửi {LABELS[field].lower()} mới, ví dụ: *{_EXAMPLES[field]}*.",
        (Choice("Thôi", "/thoi"),),
        then="office",
    )


def awaited(turn: Turn) -> Reply:
    """Hear the new words of a part; an empty reply where nothing waits for them."""
    draft = turn.address.draft
    if draft.get("what") != "coquan-cho" or turn.role != "officer" or turn.campaign is None:
        return Reply("")
    return _preview(turn, turn.campaign, str(draft["field"]), " ".join(turn.words.split()))


def _preview(turn: Turn, campaign: Campaign, field: str, value: str) -> Reply:
    before = _value(campaign, field)
    if len(value) > LONGEST:
        raise Refusal(f"{LABELS[field]} dài quá {LONGEST} ký tự. Thầy/cô viết ngắn hơn giúp.")
    if before == value:
        return Reply(f"{LABELS[field]} đã là **{_said(field, value)}** rồi, không có gì thay đổi.")
    was = f"{_said(field, before)} → " if before else ""
    text = f"{LABELS[field]} năm học {campaign.school_year}: {was}**{_said(field, value)}**?"
    return drafting.ask(turn, "coquan", text, field=field, value=value, was=before, campaign=campaign.id)


def _value(campaign: Campaign, field: str) -> str:
    return {
        "name": campaign.office_name,
        "signature": campaign.signature,
        "contact": campaign.contact,
        "rank": campaign.office_rank,
    }[field]


def _said(field: str, value: str) -> str:
    return RANKS.get(value, value) if field == "rank" else value


def confirmed(turn: Turn) -> Reply:
    """Change the part as it was shown; a new name may bring its rank."""
    draft, campaign = drafting.settle(turn, "coquan"), running(turn, SEND_FILE)
    field, value, before = str(draft["field"]), str(draft["value"]), str(draft["was"])
    if campaign.id != draft["campaign"] or _value(campaign, field) != before:
        raise Refusal(drafting.STALE)
    _set(campaign, field, value)
    audit.note(turn.session, turn.person, f"office-{field}", campaign.school_year, before, value, turn.now)
    lines = [f"Đã đổi {LABELS[field].lower()}: **{_said(field, value)}**."]
    rank = years.rank_of(value) if field == "name" else campaign.office_rank
    if rank != campaign.office_rank and not (rank == "commune" and campaign.office_rank == "communes"):
        audit.note(turn.session, turn.person, "office-rank", campaign.school_year, campaign.office_rank, rank, turn.now)
        campaign.office_rank = rank
        lines.append(f"{LABELS['rank']}: {_rank(campaign)}.")
    return Reply("\n".join(lines), (Choice("Xem cơ quan", "/coquan"),), in_place=True)


def _set(campaign: Campaign, field: str, value: str) -> None:
    if field == "name":
        campaign.office_name = value
    elif field == "signature":
        campaign.signature = value
    elif field == "contact":
        campaign.contact = value
    else:
        campaign.office_rank = value
