"""Progress told in a sentence."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace

from handlers import recording, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.meaning import Meaning, Update
from knowledge.rules.permissions import may


def report(turn: Turn) -> Reply:
    """Record what a sentence reports, or say which part cannot be."""
    meaning = turn.understood()
    if meaning.error or not meaning.updates:
        return _nothing_recorded(turn, meaning)
    return recording.write(turn, meaning.updates, turn.words)


def _nothing_recorded(turn: Turn, meaning: Meaning) -> Reply:
    error = meaning.error or "tôi chưa rõ thầy/cô báo tiêu chí nào"
    said = wording.sentence(f"chưa ghi gì: {error}")
    by_button = Choice("Chọn bằng nút", "/capnhat")
    if meaning.possible:
        only = _offer(turn, meaning.possible, "Chỉ ghi")
        return Reply(f"{said}\nThầy/cô gửi lại cả tin giúp, hoặc ghi phần đúng.", (only, Choice("Thôi", "/thoi")))
    helped = "ví dụ" in error or "trường mình" in error
    return Reply(said if helped else f"{said}\nThầy/cô gửi lại giúp, ví dụ: *xong tc 1.1, 1.2 được 80%*.", (by_button,))


def _offer(turn: Turn, updates: tuple[Update, ...], verb: str) -> Choice:
    """Keep *updates* for the press of a button that names them."""
    turn.address.draft = {"updates": [asdict(one) for one in updates], "said": turn.words}
    targets = ", ".join(wording.label(one.target, turn.framework) for one in updates)
    return Choice(wording.shortened(f"{verb} {targets}", 40), f"/chighi {_mark(turn.words)}")


def beside(turn: Turn, answer: Reply) -> Reply:
    """Under the answer to a question, offer to record what the same message reported: a question records nothing."""
    meaning = turn.understood()
    if meaning.intent == "progress" or not meaning.possible or turn.heard.room or not may(turn.role, "record"):
        return answer
    return replace(answer, choices=(_offer(turn, meaning.possible, "Ghi"), *answer.choices))


def _mark(said: str) -> str:
    """Tell one message from another on a button, so that an old button is known as such."""
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def record_possible(turn: Turn) -> Reply:
    """Record only the parts of the last message that can be."""
    draft = turn.address.draft
    if not draft.get("updates") or _mark(draft["said"]) != turn.words:
        raise Refusal("Tin đó đã cũ. Thầy/cô gửi lại phần cần ghi giúp.")
    turn.address.draft = {}
    return recording.write(turn, [Update(**one) for one in draft["updates"]], draft["said"])
