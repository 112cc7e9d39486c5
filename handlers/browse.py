"""Browsing by buttons: standards, criteria, evidence, topics."""

from __future__ import annotations

import re

from handlers import comparison, pages
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Criterion, Framework, Topic


def standards(turn: Turn) -> Reply:
    """List the standards of the own level, or ask for the level."""
    framework = _named(turn) or turn.framework
    if framework is None:
        return _levels(turn)
    if not framework.standards:
        raise Refusal("Chưa có nội dung thông tư của cấp học này.")
    buttons = tuple(Choice(f"{one.number}. {one.short}", f"/xem {one.id}") for one in framework.standards)
    ended = pages.replaced(turn.shelf.catalogue, [framework], turn.now.date())
    held = framework.as_of(turn.now.date())
    count = f"{len(held.standards)} tiêu chuẩn, {len(held.criteria)} tiêu chí"
    text = f"**{framework.short} · {pages.kind(framework)}**: {count}. Chọn tiêu chuẩn:"
    return Reply("\n".join([text, *ended]), buttons, in_place=True)


def _named(turn: Turn) -> Framework | None:
    return next((one for one in turn.shelf.catalogue.frameworks if one.id == turn.words), None)


def _levels(turn: Turn) -> Reply:
    return Reply(
        "Thầy/cô xem cấp học nào?",
        tuple(
            Choice(f"{_capital(pages.kind(one))} ({one.short})", f"/tieuchuan {one.id}") for one in turn.frameworks()
        ),
    )


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]


def show(turn: Turn) -> Reply:
    """Show one entry; behind its id a part: `mc` evidence, `dl` figures, `m2` a level, `nay` its heirs, `tt` all."""
    wanted, _, part = turn.words.partition(" ")
    entry = turn.shelf.catalogue.by_id.get(wanted)
    if entry is None:
        raise Refusal("Mục đó không còn trong kho. Gõ /tieuchuan để xem lại từ đầu.")
    turn.address.subject = entry.id
    if part == "tt" and isinstance(entry, Topic):
        return pages.topic(turn.shelf.catalogue, entry, turn.now.date(), whole=True)
    if part == "mc" and isinstance(entry, Criterion):
        return pages.evidence(_framework(turn, entry.id), entry, turn.now.date())
    if part == "dl" and isinstance(entry, Criterion):
        return pages.figures(_framework(turn, entry.id), entry, turn.now.date())
    if part == "td" and isinstance(entry, Criterion) and entry.amendment:
        return pages.amendment(_framework(turn, entry.id), entry)
    if part == "nay" and isinstance(entry, Criterion):
        return comparison.became(turn.shelf, _framework(turn, entry.id), entry, turn.now.date())
    level = int(part[1]) if re.fullmatch("m[1-4]", part) else None
    return pages.page(turn.shelf.catalogue, entry, turn.now.date(), turn.own_states(entry.id), level=level)


def _framework(turn: Turn, entry_id: str) -> Framework:
    framework = pages.framework_of(turn.shelf.catalogue, entry_id)
    if framework is None:
        raise Refusal("Mục đó không còn trong kho. Gõ /tieuchuan để xem lại từ đầu.")
    return framework
