"""Writing a report down and saying it back, for whatever way it was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db import planning
from db import progress as kept
from db.tables import Campaign, Person, Recording, School
from handlers import wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Framework, Standard
from knowledge.language.meaning import MILESTONES, Meaning, Update
from knowledge.rules.progress import Lacking, State

LONG = 6
"""More lines than this are put together where they say the same."""


def own(turn: Turn) -> tuple[Campaign, Person, School, Framework]:
    if turn.campaign is None or turn.person is None or turn.school is None or turn.framework is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước.")
    return turn.campaign, turn.person, turn.school, turn.framework


def write(turn: Turn, updates: Sequence[Update], said: str, instead: Recording | None = None) -> Reply:
    """Write a report; one that it stands *instead* of is taken back first."""
    campaign, person, school, framework = own(turn)
    before, _ = planning.school_state(turn.session, campaign, school, framework)
    replaced = instead is not None and instead.taken_back_at is None
    if instead is not None and replaced:
        kept.take_back(instead, person, turn.now)
    key = turn.heard.edits or turn.heard.key  # A message edited twice corrects what its first edit recorded.
    recording = kept.record(
        turn.session, campaign, person, updates, said=said, channel=turn.heard.channel, key=key, now=turn.now
    )
    after, gaps = planning.school_state(turn.session, campaign, school, framework)
    planning.replan_school(turn.session, turn.shelf.catalogue, campaign, school, turn.now)
    if "." in updates[0].target:
        turn.address.subject = f"{framework.id}/{updates[0].target.split('/')[0]}"
    spoken_of = [*updates, *(Update(event.target) for event in (instead.events if instead and replaced else ()))]
    lines = [
        f"{'Đã sửa' if replaced else 'Đã ghi'} cho **{school.name}**:",
        *changes(spoken_of, before, after, framework),
        *_sum(spoken_of, gaps),
    ]
    return Reply("\n".join(lines), _afterwards(recording), recording=recording.id)


def _afterwards(recording: Recording) -> tuple[Choice, ...]:
    return (Choice("Hoàn tác", f"/bo {recording.id}"), Choice("Xem còn thiếu", "/thieu"))


@dataclass(frozen=True, slots=True)
class _Change:
    """How one place, or a whole standard, stood and stands."""

    mark: str
    label: str
    step: str

    @property
    def line(self) -> str:
        """`✅ 1.1: 60 % → xong`."""
        return f"{self.mark} {self.label}: {self.step}"


def changes(
    updates: Sequence[Update], before: dict[str, State], after: dict[str, State], framework: Framework
) -> list[str]:
    """Say what changed, before and after, a line each; what changed alike shares a line where there is much of it."""
    found: list[_Change] = []
    told = dict.fromkeys(one.target for one in updates)
    levelled = {number for number in told if (one := framework.criterion(number)) and one.levels}
    for target in (one for one in told if one in levelled or one.split("/")[0] not in levelled):
        standard = framework.standard(int(target)) if target.isdigit() else None
        found += _whole(standard, before, after) if standard else [_change(target, before, after, framework)]
        found += _of_indicator(target, before, after)
    found = list(dict.fromkeys(found))
    return [one.line for one in found] if len(found) <= LONG else _together(found)


def _of_indicator(target: str, before: dict[str, State], after: dict[str, State]) -> list[_Change]:
    """An indicator moves its criterion: that is said too."""
    number, _, letter = target.partition("/")
    if not letter or wording.progress(before[number]) == wording.progress(after[number]):
        return []
    return [_change(number, before, after)]


def _together(found: list[_Change]) -> list[str]:
    """`✅ 1.1, 1.2, 1.3: chưa ghi → xong`."""
    heaps: dict[tuple[str, str], list[str]] = {}
    for one in found:
        heaps.setdefault((one.mark, one.step), []).append(one.label)
    return [f"{mark} {', '.join(labels)}: {step}" for (mark, step), labels in heaps.items()]


def _whole(standard: Standard, before: dict[str, State], after: dict[str, State]) -> list[_Change]:
    """Say how a whole standard changed: in one line, or else by its criteria."""
    numbers = [one.number for one in standard.criteria]
    was, now = [[wording.progress(each[number]) for number in numbers] for each in (before, after)]
    if len(set(now)) > 1:
        return [_change(number, before, after) for number in numbers]
    step = _step(was[0], now[0]) if len(set(was)) == 1 else f"→ {now[0]}"
    label = f"Tiêu chuẩn {standard.number} ({len(numbers)} tiêu chí)"
    return [_Change(wording.sign(after[numbers[0]]), label, step)]


def _change(
    target: str, before: dict[str, State], after: dict[str, State], framework: Framework | None = None
) -> _Change:
    was, now = [wording.progress(each[target]) if target in each else "chưa ghi" for each in (before, after)]
    mark = wording.sign(after[target]) if target in after else wording.SIGNS["not_started"]
    return _Change(mark, wording.label(target, framework), _step(was, now))


def _step(was: str, now: str) -> str:
    if (was, now) == ("chưa ghi", "chưa làm"):
        return now
    return f"{now} (không đổi)" if was == now else f"{was} → {now}"


def _sum(updates: Sequence[Update], gaps: Lacking) -> list[str]:
    """Say how far that brings the standards touched; what was recorded as a whole has said it."""
    touched = {one.target.split(".")[0] for one in updates if "." in one.target}
    lines = [
        f"Tiêu chuẩn {one.number}: {one.done}/{one.total} xong." for one in gaps.standards if str(one.number) in touched
    ]
    whole = any(one.target.isdigit() for one in updates)
    if len(lines) > 2 or whole:
        done, total = sum(one.done for one in gaps.standards), sum(one.total for one in gaps.standards)
        lines = [f"Cả trường: {done}/{total} tiêu chí xong."]
    if any(one.target.startswith("milestone") for one in updates):
        lines.append(f"Các bước tự đánh giá: {len(MILESTONES) - len(gaps.milestones)}/{len(MILESTONES)} xong.")
    return lines


def placed(turn: Turn, target: str) -> Meaning | None:
    """Read words that name no place as words about *target*."""
    return turn.read(f"tiêu chí {target} {turn.words}") if "." in target else None
