"""Taking a report back, or putting it right: by asking, by answering it, by editing it."""

from __future__ import annotations

import re

from db import planning
from db import progress as kept
from db.tables import Recording
from handlers import wording
from handlers.recording import changes, own, placed, write
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.fold import fold
from knowledge.language.meaning import Meaning, Update

LAST = 20
"""How many reports back can be taken back."""
LAST_ONES = Choice("Các lần ghi khác", "/hoantac ds")
_CORRECTS = re.compile(r"\b(?:nham|sai|lon|sua|chu khong|khong phai|a khong|dung ra|phai la|thuc ra|moi dung)\b")

_DROPS = re.compile(r"(?:bo|xoa|huy|thu hoi)(?: (?:di|no|lan|ghi|nay|do|giup|em|toi|cho|a|nhe)){0,5}[.]?")


def undo(turn: Turn) -> Reply:
    """Take back the last report, or the last one about a place that is named; "ds" lists the last ones."""
    campaign, _, school, _ = own(turn)
    found = kept.recent(turn.session, campaign, school, LAST)
    if turn.words == "ds":
        return _recent(turn, found)
    if not found:
        return Reply("Trường mình chưa có lần ghi nào để bỏ.")
    numbers = [one.number for one in turn.understood().references] if turn.words else []
    about = [one for one in found if not numbers or any(event.target in numbers for event in one.events)]
    if not about:
        return Reply(f"{LAST} lần ghi gần nhất không có lần nào về {numbers[0]}.", (LAST_ONES,))
    return _put_right(turn, about[0]) or _take_back(turn, about[0])


def _put_right(turn: Turn, recording: Recording) -> Reply | None:
    """Hear "nhầm, 70%" as the right figure of the last report, where that was about one place."""
    figure = re.search(r"(?<![\d.])(\d{1,3}) ?%", turn.words)
    if figure is None:
        return None
    if len(recording.events) > 1:
        example = wording.label(recording.events[0].target, turn.framework)
        return Reply(
            f"Chưa sửa gì: lần ghi gần nhất có {len(recording.events)} mục. Thầy/cô nói rõ mục nào, ví dụ: *{example} được {figure[1]}%*.",
            (Choice("Bỏ cả lần ghi đó", f"/bo {recording.id}"),),
        )
    if int(figure[1]) > 100:
        raise Refusal(f"{figure[1]} % là quá 100 %. Thầy/cô gửi lại số từ 0 đến 100 giúp.")
    return write(turn, [Update(recording.events[0].target, percent=int(figure[1]))], turn.words, recording)


def take_back(turn: Turn) -> Reply:
    """Take back the report whose button was pressed."""
    recording = kept.recording(turn.session, turn.number) if turn.number else None
    if recording is None:
        raise Refusal("Không tìm thấy lần ghi đó. Gõ *hoàn tác* để bỏ lần ghi gần nhất.")
    return _take_back(turn, recording)


def _take_back(turn: Turn, recording: Recording) -> Reply:
    refused = _not_to_be_changed(turn, recording)
    if recording.taken_back_at:
        return Reply("Lần ghi đó đã được bỏ trước đó, không có gì thay đổi.", (LAST_ONES,))
    if refused:
        raise Refusal(refused)
    campaign, person, school, framework = own(turn)
    before, _ = planning.school_state(turn.session, campaign, school, framework)
    kept.take_back(recording, person, turn.now)
    turn.session.flush()
    after, _ = planning.school_state(turn.session, campaign, school, framework)
    planning.replan_school(turn.session, turn.shelf.catalogue, campaign, school, turn.now)
    lines = changes([Update(event.target) for event in recording.events], before, after, framework)
    return Reply("\n".join([f"Đã bỏ lần ghi “{wording.shortened(recording.said, 60)}”:", *lines]), (LAST_ONES,))


def _not_to_be_changed(turn: Turn, recording: Recording) -> str:
    """Say why a report can be neither taken back nor corrected; empty where it can."""
    campaign, _, school, _ = own(turn)
    if recording.school_id != school.id or recording.campaign_id != campaign.id:
        raise Refusal("Lần ghi đó không phải của trường mình trong năm học này.")
    if recording.id not in {one.id for one in kept.recent(turn.session, campaign, school, LAST)}:
        return f"Lần ghi đó đã quá cũ: chỉ bỏ được {LAST} lần gần nhất. Thầy/cô ghi lại số đúng giúp."
    return ""


def _recent(turn: Turn, found: list[Recording]) -> Reply:
    if not found:
        return Reply("Trường mình chưa có lần ghi nào để bỏ.")
    lines = [
        f"{number}. {_when(turn, one)}: {wording.shortened(one.said, 60)}" for number, one in enumerate(found, start=1)
    ]
    buttons = tuple(Choice(f"Bỏ lần {number}", f"/bo {one.id}") for number, one in enumerate(found, start=1))
    return Reply("\n".join(["**Các lần ghi gần đây**, mới nhất trước:", *lines]), buttons)


def _when(turn: Turn, recording: Recording) -> str:
    return f"{recording.at.astimezone(turn.now.tzinfo):%d/%m %H:%M}"


def correct(turn: Turn) -> Reply | None:
    """Hear an edited message, or an answer to one, as a correction; None where it is neither."""
    recording = kept.about(turn.session, turn.heard.channel, turn.heard.edits or turn.heard.replies_to or "")
    if recording is None or turn.school is None or recording.school_id != turn.school.id:
        return None
    meaning = _correction(turn, recording)
    if meaning.intent == "undo" or (turn.heard.replies_to and _DROPS.fullmatch(fold(turn.words))):
        return _take_back(turn, recording)
    if meaning.intent != "progress":
        return _take_back(turn, recording) if turn.heard.edits and recording.taken_back_at is None else None
    if meaning.error or not meaning.updates:
        return Reply(
            wording.sentence(f"chưa sửa gì: {meaning.error or 'tôi chưa rõ số đúng'}") + " Lần ghi cũ vẫn giữ nguyên."
        )
    if not _replaces(turn, meaning, recording):
        return write(turn, meaning.updates, turn.words)
    if recording.taken_back_at is None and (refused := _not_to_be_changed(turn, recording)):
        raise Refusal(refused)
    return write(turn, meaning.updates, turn.words, recording)


def _replaces(turn: Turn, meaning: Meaning, recording: Recording) -> bool:
    """Tell a correction of the whole report from one of a part, and from news told in an answer."""
    if turn.heard.edits:
        return True
    targets, before = {one.target for one in meaning.updates}, {event.target for event in recording.events}
    return targets == before or (bool(_CORRECTS.search(fold(turn.words))) and not targets < before)


def _correction(turn: Turn, recording: Recording) -> Meaning:
    """Read the words; where they name no place ("nhầm, 70%"), the place is that of the one report answered."""
    meaning = turn.understood()
    targets = {event.target for event in recording.events}
    if meaning.updates or meaning.references or turn.heard.edits or len(targets) > 1:
        return meaning
    figure = re.search(r"(?<![\d.])(\d{1,3}) ?%", turn.words)
    if figure and int(figure[1]) <= 100:
        return Meaning("progress", updates=(Update(next(iter(targets)), percent=int(figure[1])),))
    about_it = placed(turn, next(iter(targets)))
    return about_it if about_it and about_it.updates else meaning
