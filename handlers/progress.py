"""Progress: reported in a sentence or by tapping, said back, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from db import planning
from db import progress as kept
from db.tables import Campaign, Person, Recording, School
from handlers import wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Framework
from knowledge.language.meaning import MILESTONES, Meaning, Update
from knowledge.rules.progress import Lacking, State

TAPS = {
    "xong": ("Xong", Update("", status="done")),
    "25": ("25 %", Update("", percent=25)),
    "50": ("50 %", Update("", percent=50)),
    "75": ("75 %", Update("", percent=75)),
    "chua": ("Chưa làm", Update("", status="not_started")),
    "dat": ("Đạt", Update("", rating="met")),
    "kdat": ("Không đạt", Update("", rating="not_met")),
}
LAST = 20
"""How many reports back can be taken back."""


def report(turn: Turn) -> Reply:
    """Record what a sentence reports, or say which part cannot be."""
    meaning = turn.understood()
    if meaning.error or not meaning.updates:
        return _nothing_recorded(turn, meaning)
    return _record(turn, meaning.updates, turn.words)


def _nothing_recorded(turn: Turn, meaning: Meaning) -> Reply:
    error = meaning.error or "tôi chưa rõ thầy/cô báo tiêu chí nào"
    lines = [f"Chưa ghi gì: {error}."]
    if not meaning.possible:
        return Reply("\n".join([*lines, "Thầy/cô gửi lại giúp, ví dụ: *xong tc 1.1, 1.2 được 80%*."]))
    turn.address.draft = {"updates": [asdict(one) for one in meaning.possible], "said": turn.words}
    targets = ", ".join(wording.label(one.target) for one in meaning.possible)
    lines.append("Thầy/cô gửi lại giúp, hoặc ghi phần đúng.")
    return Reply("\n".join(lines), (Choice(f"Chỉ ghi {targets}"[:60], "/chighi"), Choice("Thôi", "/thoi")))


def record_possible(turn: Turn) -> Reply:
    """Record only the parts of the last message that can be."""
    draft, turn.address.draft = turn.address.draft, {}
    if not draft.get("updates"):
        raise Refusal("Tin đó đã cũ. Thầy/cô gửi lại phần cần ghi giúp.")
    return _record(turn, [Update(**one) for one in draft["updates"]], draft["said"])


def _record(turn: Turn, updates: Sequence[Update], said: str) -> Reply:
    campaign, person, school, framework = _own(turn)
    before, _ = planning.school_state(turn.session, campaign, school, framework)
    recording = kept.record(
        turn.session, campaign, person, updates, said=said, channel=turn.heard.channel, key=turn.heard.key, now=turn.now
    )
    after, gaps = planning.school_state(turn.session, campaign, school, framework)
    planning.replan_school(turn.session, turn.shelf.catalogue, campaign, school, turn.now)
    if "." in updates[0].target:
        turn.address.subject = f"{framework.id}/{updates[0].target.split('/')[0]}"
    lines = [f"Đã ghi cho **{school.name}**:", *changes(updates, before, after, framework), *_sum(updates, gaps)]
    return Reply("\n".join(lines), _afterwards(recording), recording=recording.id)


def _afterwards(recording: Recording) -> tuple[Choice, ...]:
    return (Choice("Hoàn tác", f"/bo {recording.id}"), Choice("Xem còn thiếu", "/thieu"))


def changes(
    updates: Sequence[Update], before: dict[str, State], after: dict[str, State], framework: Framework
) -> list[str]:
    """Say what changed, before and after, a line each; each target once."""
    targets = list(dict.fromkeys(target for one in updates for target in _spread(one.target, framework)))
    return [_change(target, before.get(target), after.get(target)) for target in targets]


def _spread(target: str, framework: Framework) -> list[str]:
    """A standard's change shows at each of its criteria."""
    standard = framework.standard(int(target)) if target.isdigit() else None
    return [one.number for one in standard.criteria] if standard else [target]


def _change(target: str, before: State | None, after: State | None) -> str:
    was = wording.progress(before) if before else "chưa ghi"
    now = wording.progress(after) if after else "chưa ghi"
    mark = wording.sign(after) if after else wording.SIGNS["not_started"]
    step = f"{now} (không đổi)" if was == now else f"{was} → {now}"
    return f"{mark} {wording.label(target)}: {step}"


def _sum(updates: Sequence[Update], gaps: Lacking) -> list[str]:
    touched = {one.target.split(".")[0] for one in updates if not one.target.startswith("milestone")}
    if not touched:
        return [f"Các bước tự đánh giá: {len(MILESTONES) - len(gaps.milestones)}/{len(MILESTONES)} xong."]
    return [
        f"Tiêu chuẩn {one.number}: {one.done}/{one.total} xong." for one in gaps.standards if str(one.number) in touched
    ]


def undo(turn: Turn) -> Reply:
    """Take back the last report; with "các lần ghi", list the last ones."""
    campaign, _, school, _ = _own(turn)
    if turn.words == "ds":
        return _recent(turn, campaign, school)
    answered = kept.about(turn.session, turn.heard.channel, turn.heard.replies_to) if turn.heard.replies_to else None
    last = [answered] if answered else kept.recent(turn.session, campaign, school, 1)
    if not last:
        return Reply("Trường mình chưa có lần ghi nào để bỏ.")
    return _take_back(turn, last[0])


def take_back(turn: Turn) -> Reply:
    """Take back the report whose button was pressed."""
    recording = kept.recording(turn.session, int(turn.words)) if turn.words.isdigit() else None
    if recording is None:
        raise Refusal("Không tìm thấy lần ghi đó. Gõ *hoàn tác* để bỏ lần ghi gần nhất.")
    return _take_back(turn, recording)


def _take_back(turn: Turn, recording: Recording) -> Reply:
    campaign, person, school, framework = _own(turn)
    if recording.school_id != school.id or recording.campaign_id != campaign.id:
        raise Refusal("Lần ghi đó không phải của trường mình trong năm học này.")
    if recording.taken_back_at:
        return Reply("Lần ghi đó đã được bỏ trước đó, không có gì thay đổi.")
    if recording.id not in {one.id for one in kept.recent(turn.session, campaign, school, LAST)}:
        raise Refusal(f"Lần ghi đó đã quá cũ: chỉ bỏ được {LAST} lần gần nhất. Thầy/cô ghi lại số đúng giúp.")
    lines = _taken_back(turn, recording, campaign, person, school, framework)
    return Reply("\n".join(["Đã bỏ lần ghi này:", *lines]), (Choice("Các lần ghi khác", "/hoantac ds"),))


def _taken_back(
    turn: Turn, recording: Recording, campaign: Campaign, person: Person, school: School, framework: Framework
) -> list[str]:
    before, _ = planning.school_state(turn.session, campaign, school, framework)
    kept.take_back(recording, person, turn.now)
    turn.session.flush()
    after, _ = planning.school_state(turn.session, campaign, school, framework)
    planning.replan_school(turn.session, turn.shelf.catalogue, campaign, school, turn.now)
    updates = [Update(event.target) for event in recording.events]
    return changes(updates, before, after, framework)


def _recent(turn: Turn, campaign: Campaign, school: School) -> Reply:
    found = kept.recent(turn.session, campaign, school, LAST)
    if not found:
        return Reply("Trường mình chưa có lần ghi nào để bỏ.")
    lines = [f"{number}. {_when(turn, one)}: {_short(one)}" for number, one in enumerate(found, start=1)]
    buttons = tuple(Choice(f"Bỏ lần {number}", f"/bo {one.id}") for number, one in enumerate(found, start=1))
    return Reply("\n".join(["**Các lần ghi gần đây**, mới nhất trước:", *lines]), buttons)


def _when(turn: Turn, recording: Recording) -> str:
    return f"{recording.at.astimezone(turn.now.tzinfo):%d/%m %H:%M}"


def _short(recording: Recording) -> str:
    said = " ".join(recording.said.split())
    return said if len(said) <= 60 else said[:57] + "…"


def correct(turn: Turn) -> Reply | None:
    """Hear an edited message, or an answer to one, as a correction; None where it is neither."""
    key = turn.heard.edits or turn.heard.replies_to or ""
    recording = kept.about(turn.session, turn.heard.channel, key)
    if recording is None or turn.school is None or recording.school_id != turn.school.id or turn.heard.room:
        return None
    meaning = _correction(turn, recording)
    if meaning.intent == "undo":
        return _take_back(turn, recording)
    if meaning.intent != "progress":
        return _take_back(turn, recording) if turn.heard.edits else None
    if meaning.error or not meaning.updates:
        return Reply(f"Chưa sửa gì: {meaning.error or 'tôi chưa rõ số đúng'}. Lần ghi cũ vẫn giữ nguyên.")
    if recording.taken_back_at is None:
        _taken_back(turn, recording, *_own(turn))
    return _record(turn, meaning.updates, turn.words)


def _correction(turn: Turn, recording: Recording) -> Meaning:
    """Read the words; where they name no place ("nhầm, 70%"), the place is that of the one report answered."""
    meaning = turn.understood()
    targets = {event.target for event in recording.events}
    if meaning.intent in {"progress", "undo"} and (meaning.updates or meaning.intent == "undo"):
        return meaning
    if turn.heard.replies_to and len(targets) == 1 and next(iter(targets))[0].isdigit():
        placed = turn.read(f"tiêu chí {next(iter(targets))} {turn.words}")
        return placed if placed.updates else meaning
    return meaning


def pick(turn: Turn) -> Reply:
    """Begin the tapping: the steps and the standards, each with its state."""
    campaign, _, school, framework = _own(turn)
    states, gaps = planning.school_state(turn.session, campaign, school, framework)
    if turn.words.isdigit():
        return _pick_criterion(framework, states, int(turn.words))
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
        (*buttons, Choice("‹ Quay lại", "/capnhat")),
        in_place=True,
    )


def tap(turn: Turn) -> Reply:
    """Record a tapped state, or show what can be tapped for a target."""
    target, _, said = turn.words.partition(" ")
    _, _, _, framework = _own(turn)
    if not _exists(target, framework):
        raise Refusal(f"Không có mục “{target[:30]}” ở trường mình. Gõ /capnhat để chọn.")
    if said in TAPS:
        one = TAPS[said][1]
        return _record(
            turn, [Update(target, one.status, one.percent, one.rating)], f"{wording.label(target)}: {TAPS[said][0]}"
        )
    return _offer(turn, target, framework)


def _exists(target: str, framework: Framework) -> bool:
    number, _, letter = target.partition("/")
    criterion = framework.criterion(number)
    if criterion is not None:
        return not letter or letter in {one.letter for one in criterion.indicators}
    return target.removeprefix("milestone:") in MILESTONES and target.startswith("milestone:")


def _offer(turn: Turn, target: str, framework: Framework) -> Reply:
    campaign, _, school, _ = _own(turn)
    states, _ = planning.school_state(turn.session, campaign, school, framework)
    criterion = framework.criterion(target.split("/", maxsplit=1)[0])
    now = wording.progress(states[target]) if target in states else "chưa ghi"
    taps = [
        Choice(label, f"/ghi {target} {said}") for said, (label, one) in TAPS.items() if criterion or not one.rating
    ]
    turn.address.draft = {"target": target}
    title = f"**{wording.label(target)}**" + (f" {criterion.short}" if criterion else "")
    return Reply(
        f"{title}: {now}.\nChọn, hoặc gõ phần trăm, ví dụ *60*.",
        (*taps, Choice("‹ Quay lại", "/capnhat")),
        then="value",
    )


def value(turn: Turn) -> Reply:
    """Hear a bare percentage after a target was tapped; an empty reply where the words are something else."""
    target = str(turn.address.draft.get("target", ""))
    digits = turn.words.replace("%", "").strip()
    if not target or not digits.isdecimal():
        return Reply("")
    if int(digits) > 100:
        raise Refusal(f"{digits} % là quá 100 %. Thầy/cô gửi lại số từ 0 đến 100 giúp.")
    return _record(turn, [Update(target, percent=int(digits))], turn.words)


def _own(turn: Turn) -> tuple[Campaign, Person, School, Framework]:
    if turn.campaign is None or turn.person is None or turn.school is None or turn.framework is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước.")
    return turn.campaign, turn.person, turn.school, turn.framework
