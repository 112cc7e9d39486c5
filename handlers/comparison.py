"""Two generations side by side: where a criterion went or came from, and how an answer differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import amendments, pages, wording
from handlers.turn import Choice, Reply
from knowledge.catalogue import Catalogue, Criterion, Framework, Topic
from knowledge.crosswalk import Heir
from knowledge.language.circulars import Named
from knowledge.language.fold import fold
from knowledge.language.meaning import Reference
from knowledge.scope import Scope, compared
from knowledge.search import judge, rank
from knowledge.shelf import Shelf

GUIDANCE = "Chỉ để tham khảo, không phải quy định."
HEIRS = 4
"""How many heirs fit a small screen."""
LONGEST = 160
"""Letters of one requirement in a comparison."""
NEAR = 0.75
"""A topic whose score is at least this share of the best is meant: "hội đồng" is the one of self-assessment."""
LINES = 4
"""Requirements of each side in a comparison."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What is said of two circulars, and the entries that it is about, best first."""

    reply: Reply
    refs: tuple[str, ...]
    pair: tuple[Framework, Framework]


def find(named: Named, references: Sequence[Reference], shelf: Shelf, scope: Scope) -> Compared | None:
    """Answer a question that holds two circulars against each other; None where it is none that we can answer."""
    levels = ("TH", *scope.levels) if len(scope.levels) > 1 and not references else scope.levels
    for level in dict.fromkeys(levels):
        chosen = compared(shelf.catalogue, named, level, scope)
        if chosen is None:
            continue
        (old, new), newer_first = chosen
        pair = _whole(shelf.catalogue, old), _whole(shelf.catalogue, new)
        topics = None if references or named.leads else _topics(named, shelf, pair)
        found = topics or _criteria(named, references, shelf, level, pair, scope.day, newer_first=newer_first)
        if found:
            return _dated(found, shelf.catalogue, scope.day)
    return None


def _whole(catalogue: Catalogue, one: Framework) -> Framework:
    """Give the circular with what was left out of it too: that has heirs as well."""
    return catalogue.framework(one.circular, one.levels[0]) or one


def _dated(found: Compared, catalogue: Catalogue, day: date) -> Compared:
    """Say since when both circulars hold, and what has taken the place of the newer one."""
    since = "; ".join(f"{one.short} hiệu lực từ {wording.day(one.effective)}" for one in found.pair)
    ended = pages.replaced(catalogue, found.pair[1:], day)
    reply = Reply("\n".join([found.reply.text, f"*{since}*", *ended]), found.reply.choices)
    return Compared(reply, found.refs, found.pair)


def _criteria(
    named: Named,
    references: Sequence[Reference],
    shelf: Shelf,
    level: str,
    pair: tuple[Framework, Framework],
    day: date,
    *,
    newer_first: bool,
) -> Compared | None:
    """Compare or follow the criterion that a question names by its number, or by what it is about."""
    old, new = pair
    if newer_first:
        one = _named(named.text, references, shelf, [new])
        return _origin(shelf, old, new, one[1]) if one else None
    others = [each for each in shelf.catalogue.of_level(level) if each.effective < new.effective and each.id != old.id]
    exact = bool(named.numbers)
    one = _named(named.text, references, shelf, [old, *([] if exact else reversed(others))])
    if one is None:
        return None
    base, criterion = one
    heirs = shelf.crosswalk.heirs(criterion.id, new.circular)
    if named.compares and not named.leads and heirs:
        return _side_by_side(shelf, base, criterion, new, heirs, day)
    elder = [(each, also) for each in others if base == old and not exact and (also := _place(each, references))]
    return _heirs(shelf, base, criterion, new, elder)


def _named(
    asked: str, references: Sequence[Reference], shelf: Shelf, frameworks: Sequence[Framework]
) -> tuple[Framework, Criterion] | None:
    """Find the criterion: of several circulars that have the number the one whose title the words fit."""
    placed = [(each, found) for each in frameworks if (found := _place(each, references))]
    if references:
        fitting = [(each, found) for each, found in placed if _is_called(found, asked)]
        return next(iter(fitting or placed), None)
    hits = rank(asked, shelf.index(frameworks[:1], None))
    entry = shelf.catalogue.by_id.get(hits[0].id) if judge(hits) != "unknown" else None
    return (frameworks[0], entry) if isinstance(entry, Criterion) else None


def _place(framework: Framework, references: Sequence[Reference]) -> Criterion | None:
    if not references or references[0].criterion is None:
        return None
    return framework.criterion(f"{references[0].standard}.{references[0].criterion}")


def _is_called(one: Criterion, asked: str) -> bool:
    """Tell whether the words beside the number name *one*: "3.5 thư viện"."""
    words = [word for word in fold(asked).split() if word.isalpha() and word not in ("tieu", "chi", "tc", "chuan")]
    names = f" {' '.join(fold(name) for name in (one.title, one.short, *one.asked_as))} "
    return bool(words) and f" {' '.join(words)} " in names


def became(shelf: Shelf, framework: Framework, one: Criterion, day: date) -> Reply:
    """Say where a criterion is found in what is in force on *day*."""
    new = shelf.catalogue.in_force(framework.levels[0], day)
    if new is None or new.effective <= framework.effective:
        new = shelf.catalogue.of_level(framework.levels[0])[-1]
    found = _heirs(shelf, framework, one, new, ())
    return _dated(found, shelf.catalogue, day).reply


def _heirs(
    shelf: Shelf, old: Framework, one: Criterion, new: Framework, elder: Sequence[tuple[Framework, Criterion]]
) -> Compared:
    heirs = shelf.crosswalk.heirs(one.id, new.circular)
    head = f"**{one.number} {one.short}** ({old.short}) nay ở **{new.short}**:"
    lines = [f"• {_title(shelf, heir.id)}: {heir.note}" for heir in heirs[:HEIRS]]
    if not heirs:
        why = shelf.crosswalk.why_none(one.id, new.circular)
        head = f"**{one.number} {one.short}** ({old.short}) không có tiêu chí tương ứng ở **{new.short}**."
        lines = [wording.sentence(why)] if why else []
    buttons = [Choice(f"{_title(shelf, heir.id)}"[:48], f"/xem {heir.id}") for heir in heirs[:3]]
    buttons.append(Choice(f"{one.number} theo {old.short}", f"/xem {one.id}"))
    buttons += [Choice(f"Hay {also.number} của {each.short}", f"/xem {also.id} nay") for each, also in elder]
    refs = (*(heir.id for heir in heirs[:HEIRS]), one.id)
    return Compared(Reply("\n".join([head, *lines, f"*{GUIDANCE}*"]), tuple(buttons)), refs, (old, new))


def _origin(shelf: Shelf, old: Framework, new: Framework, one: Criterion) -> Compared:
    """Say which old criteria are led to *one*."""
    found = [
        (each, heir)
        for each in old.criteria
        for heir in shelf.crosswalk.heirs(each.id, new.circular)
        if heir.id == one.id
    ]
    head = f"**{one.number} {one.short}** ({new.short}) trước đây ở **{old.short}**:"
    lines = [f"• {each.number} {each.short}: {heir.note}" for each, heir in found[:6]]
    lines = lines or ["Không có tiêu chí cũ tương ứng."]
    buttons = tuple(Choice(f"{each.number} {each.short}", f"/xem {each.id}") for each, _ in found[:3])
    refs = (*(each.id for each, _ in found[:4]), one.id)
    return Compared(Reply("\n".join([head, *lines, f"*{GUIDANCE}*"]), buttons), refs, (old, new))


def _side_by_side(
    shelf: Shelf, old: Framework, one: Criterion, new: Framework, heirs: Sequence[Heir], day: date
) -> Compared:
    """Show what both ask for, the nearest heir's first level, and name the other heirs."""
    entry = shelf.catalogue.by_id[heirs[0].id]
    lines = [f"**{old.short} · {one.number} {one.short}**", *amendments.changed_by(old, one, day), *_asked(one, day)]
    if isinstance(entry, Criterion):
        changed = amendments.changed_by(new, entry, day)
        lines += [f"**{new.short} · {entry.number} {entry.short}**", *changed, *_asked(entry, day)]
    if len(heirs) > 1:
        lines.append("Còn liên quan: " + "; ".join(_title(shelf, heir.id) for heir in heirs[1:HEIRS]) + ".")
    lines.append(f"*Nối hai tiêu chí: {heirs[0].note}. {GUIDANCE}*")
    buttons = [Choice(f"{one.number} theo {old.short}", f"/xem {one.id}")]
    buttons += [Choice(f"{_title(shelf, heir.id)} · {new.short}"[:56], f"/xem {heir.id}") for heir in heirs[:2]]
    refs = (one.id, *(heir.id for heir in heirs[:HEIRS]))
    return Compared(Reply("\n".join(lines), tuple(buttons)), refs, (old, new))


def _asked(one: Criterion, day: date) -> list[str]:
    held = one.as_of(day)
    parts = held.asked_at(held.levels[0]) if held.levels else held.indicators
    return [wording.shortened(line, LONGEST) for line in pages.requirements(parts[:LINES])]


def _title(shelf: Shelf, entry_id: str) -> str:
    entry = shelf.catalogue.by_id[entry_id]
    return f"{entry.number} {entry.short}" if isinstance(entry, Criterion) else entry_id


def _topics(named: Named, shelf: Shelf, pair: tuple[Framework, Framework]) -> Compared | None:
    """Show the short answers of both circulars on one topic."""
    olds, news = (_near(named.text, shelf, framework) for framework in pair)
    if not olds or not news:
        return None
    alike = [(old, new) for new in news for old in olds if _slug(old) == _slug(new)]
    old, new = alike[0] if alike else (olds[0], news[0])
    parts = [f"**{at.short} · {one.title}**\n{one.text}" for at, one in zip(pair, (old, new), strict=True)]
    buttons = tuple(
        Choice(f"Xem thêm {at.short}", f"/xem {one.id} tt")
        for at, one in zip(pair, (old, new), strict=True)
        if one.more
    )
    doubt = "" if all(each.verified for each in pair) else "\n*Theo tóm lược, cần đối chiếu văn bản gốc*"
    return Compared(Reply("\n\n".join(parts) + doubt, buttons), (new.id, old.id), pair)


def _near(asked: str, shelf: Shelf, framework: Framework) -> list[Topic]:
    """List the topics of a circular that may be meant, best first; none where a criterion fits clearly better."""
    hits = rank(asked, shelf.index([framework], None))
    if judge(hits) == "unknown":
        return []
    near = [shelf.catalogue.by_id[hit.id] for hit in hits if hit.score >= hits[0].score * NEAR]
    return [entry for entry in near if isinstance(entry, Topic) and entry.circular]


def _slug(topic: Topic) -> str:
    return topic.id.rpartition("/")[2]
