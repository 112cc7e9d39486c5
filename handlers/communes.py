"""The communes that the schools of an office lie in."""

from __future__ import annotations

from itertools import groupby

from db import audit, schools
from db.tables import School
from handlers import drafting, terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.offices import commune_asked, commune_said
from knowledge.language.school_names import find_schools


def places(turn: Turn) -> bool:
    """Tell whether an officer says in which commune a school lies."""
    if turn.role != "officer" or turn.heard.room or commune_said(turn.words) is None:
        return False
    return bool(_placed(turn))


def _placed(turn: Turn) -> list[School]:
    """Find the schools before the words for the commune, which may bear the name of one."""
    said = turn.words[: -len(str(commune_said(turn.words)))]
    names = find_schools(said, schools.names(turn.session))
    return [school for name in names if (school := schools.named(turn.session, name))]


def place(turn: Turn) -> Reply:
    """Show which school is put into which commune, and ask."""
    commune, found = commune_said(turn.words), _placed(turn)
    if commune is None or not found:
        raise Refusal("Thầy/cô viết giúp trường nào thuộc xã nào, ví dụ: *TH Tứ Cường thuộc xã Thanh Miện*.")
    moving = [one for one in found if one.commune != commune]
    names = ", ".join(one.name for one in found)
    if not moving:
        return Reply(f"**{names}** đã thuộc {commune} rồi, không có gì thay đổi.")
    return drafting.ask(
        turn, "xa", f"Ghi **{names}** thuộc **{commune}**?", schools=[one.id for one in moving], commune=commune
    )


def confirmed(turn: Turn) -> Reply:
    """Put the schools into the commune."""
    draft = drafting.settle(turn, "xa")
    commune, chosen = str(draft["commune"]), set(draft["schools"])
    for one in [each for each in schools.every(turn.session) if each.id in chosen]:
        audit.note(turn.session, turn.person, "commune", one.name, one.commune, commune, turn.now)
        one.commune = commune
    return Reply(
        f"Đã ghi {len(chosen)} trường thuộc **{commune}**.", (Choice("Xem cơ quan", "/coquan"),), in_place=True
    )


def asks(turn: Turn) -> bool:
    """Tell whether the schools of one commune are asked for."""
    if turn.role not in {"officer", "viewer"} or turn.heard.room:
        return False
    return commune_asked(turn.words, schools.communes(turn.session)) is not None


def of_commune(turn: Turn) -> Reply:
    """List the schools of a commune by review month; without one, the communes and how many schools each has."""
    communes = schools.communes(turn.session)
    asked = commune_asked(f"truong {turn.words}", communes)
    reviews = schools.reviews(turn.session, turn.campaign) if turn.campaign else []
    if asked is None:
        counts = [f"· {one}: {sum(each.school.commune == one for each in reviews)} trường" for one in communes]
        if not counts:
            return Reply(
                "Chưa ghi trường nào thuộc xã nào. Thầy/cô viết: *TH Tứ Cường thuộc xã Thanh Miện*, hoặc thêm cột “Xã” trong kế hoạch."
            )
        return Reply("\n".join(["**Các trường theo xã:**", *counts]))
    found = [one for one in reviews if one.school.commune == asked]
    lines = [f"**{asked}: {len(found)} trường.**"]
    called = terms.review_now(turn)
    for first, group in groupby(found, key=lambda one: one.month):
        month = wording.month(first) if first else f"Không {called}"
        lines.append(f"{month} · " + ", ".join(one.school.name for one in group))
    return Reply("\n".join(lines))
