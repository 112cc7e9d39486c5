"""Progress told by tapping."""

from __future__ import annotations

import re

from db import planning
from handlers import recording, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Framework
from knowledge.language.meaning import MILESTONES, Update
from knowledge.rules.progress import State

TAPS = {
    "xong": ("Xong", Update("", status="done")),
    "25": ("25 %", Update("", percent=25)),
    "50": ("50 %", Update("", percent=50)),
    "75": ("75 %", Update("", percent=75)),
    "chua": ("Chưa làm", Update("", status="not_started")),
    "dat": ("Đạt", Update("", rating="met")),
    "kdat": ("Không đạt", Update("", rating="not_met")),
}


def pick(turn: Turn) -> Reply:
    """Begin the tapping: the steps and the standards, each with its state."""
    campaign, _, school, framework = recording.own(turn)
    states, gaps = planning.school_state(turn.session, campaign, school, framework)
    if turn.number:
        return _pick_criterion(framework, states, turn.number)
    standards = [
        Choice(f"{one.number}. {framework.standards[at].short} {one.done}/{one.total}", f"/capnhat {one.number}")
        for at, one in enumerate(gaps.standards)
    ]
    steps = [
        Choice(f"{wording.sign(states[f'milestone:{one}'])} {wording.STEPS[one]}", f"/ghi milestone:{one}")
        for one in MILESTONES
    ]
    return Reply(f"**{school.name}** cập nhật phần nào?", (*standards, *steps), in_place=True)


def _pick_criterion(framework: Framework, states: dict[str, State], number: int) -> Reply:
    standard = framework.standard(number)
    if standard is None:
        raise Refusal(f"Không có tiêu chuẩn {number}.")
    buttons = [
        Choice(f"{wording.sign(states[one.number])} {one.number} {one.short}", f"/ghi {one.number}")
        for one in standard.criteria
    ]
    return Reply(
        f"**Tiêu chuẩn {number} · {standard.title}**\nChọn tiêu chí:",
        (*buttons, Choice(f"Xong cả tiêu chuẩn {number}", f"/ghi {number} xong"), Choice("‹ Quay lại", "/capnhat")),
        in_place=True,
    )


def tap(turn: Turn) -> Reply:
    """Record a tapped state, or show what can be tapped for a target."""
    target, _, said = turn.words.partition(" ")
    _, _, _, framework = recording.own(turn)
    if not target.isascii() or not _exists(target, framework):
        raise Refusal(f"Không có mục “{target[:30]}” ở trường mình. Gõ /capnhat để chọn.")
    if target.isdigit() and said != "xong":
        raise Refusal("Thầy/cô chọn từng tiêu chí giúp.", (Choice("Chọn tiêu chí", f"/capnhat {target}"),))
    if said in TAPS:
        one = TAPS[said][1]
        return recording.write(
            turn,
            [Update(target, one.status, one.percent, one.rating)],
            f"{wording.label(target, framework)}: {TAPS[said][0]}",
        )
    return _offer(turn, target, framework)


def _exists(target: str, framework: Framework) -> bool:
    number, _, letter = target.partition("/")
    if target.isdigit():
        return framework.standard(int(target)) is not None
    criterion = framework.criterion(number)
    if criterion is not None:
        return not letter or letter in {one.letter for one in criterion.indicators}
    return target.removeprefix("milestone:") in MILESTONES and target.startswith("milestone:")


def _offer(turn: Turn, target: str, framework: Framework) -> Reply:
    campaign, _, school, _ = recording.own(turn)
    states, _ = planning.school_state(turn.session, campaign, school, framework)
    criterion = framework.criterion(target.split("/", maxsplit=1)[0])
    now = wording.progress(states[target]) if target in states else "chưa ghi"
    taps = [
        Choice(label, f"/ghi {target} {said}") for said, (label, one) in TAPS.items() if criterion or not one.rating
    ]
    turn.address.draft = {"target": target}
    title = f"**{wording.label(target, framework)}**" + (f" {criterion.short}" if criterion else "")
    return Reply(
        f"{title}: {now}.\nChọn, hoặc gõ phần trăm, ví dụ *60%*.",
        (*taps, Choice("‹ Quay lại", f"/capnhat {target.split('.', maxsplit=1)[0]}" if "." in target else "/capnhat")),
        then="value",
    )


def value(turn: Turn) -> Reply:
    """Hear a bare percentage after a target was tapped; an empty reply where the words are something else."""
    target = str(turn.address.draft.get("target", ""))
    figure = re.fullmatch(r"(\d{1,9}) ?(?:%|phần trăm|phan tram)?", turn.words.strip(), re.ASCII)
    if not target or turn.school is None:
        return Reply("")
    if figure is None:
        return _status_of(turn, target)
    if int(figure[1]) > 100:
        return Reply(f"{figure[1]} % là quá 100 %. Thầy/cô gửi lại số từ 0 đến 100 giúp.", then="value")
    return recording.write(
        turn, [Update(target, percent=int(figure[1]))], f"{wording.label(target, turn.framework)}: {figure[1]} %"
    )


def _status_of(turn: Turn, target: str) -> Reply:
    """Hear "xong rồi" after a criterion was tapped."""
    meaning = turn.understood()
    unplaced = meaning.intent == "progress" and not meaning.updates and not meaning.references
    placed = recording.placed(turn, target) if unplaced else None
    return recording.write(turn, placed.updates, turn.words) if placed and placed.updates else Reply("")
