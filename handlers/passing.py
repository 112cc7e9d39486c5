"""Questions passed on to the office: what comes within a short while reaches each officer as one notice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from db import outbox, people, questions
from db.tables import Address, Question
from handlers import wording
from handlers.turn import Choice, Refusal, Reply, Turn

QUIET = timedelta(minutes=10)
"""A notice goes out once nobody has passed anything on for so long."""
AT_THE_LATEST = timedelta(minutes=30)
"""So long, and no longer, the first question of a notice waits for others."""
AT_MOST = 5
"""Questions of one notice that fit a small screen; the rest are behind the button."""


def pass_on(turn: Turn) -> Reply:
    """Pass a kept question on to the officers."""
    question = questions.get(turn.session, turn.number) if turn.number else None
    if question is None or (question.channel, question.address) != (turn.address.channel, turn.address.address):
        raise Refusal("Không tìm thấy câu hỏi đó. Thầy/cô gửi lại câu hỏi giúp.")
    question.passed_on_at = question.passed_on_at or turn.now
    reached = [place for one in people.officers(turn.session) if (place := people.reach(one))]
    for place in reached:
        if question.id not in questions.told(turn.session, place.person_id):
            _gather(turn, place, [question])
    if not reached:
        return Reply(
            "Đã giữ câu hỏi lại, nhưng chưa có chuyên viên nào tham gia để chuyển. Thầy/cô hỏi trực tiếp giúp."
        )
    return Reply("Đã chuyển câu hỏi. Có trả lời, tôi gửi thầy/cô ngay tại đây.")


def _gather(turn: Turn, place: Address, more: Sequence[Question]) -> None:
    """Write one notice in place of those that have not gone out to an officer yet."""
    told = [*_withdraw(turn, place.person_id), *more]
    if not told:
        return
    first = min(one.passed_on_at.astimezone(turn.now.tzinfo) for one in told if one.passed_on_at)
    ids = "+".join(str(one.id) for one in told)
    outbox.write(
        turn.session,
        key=f"question:{ids}:{place.person_id}:{outbox.last_number(turn.session)}",
        kind="question",
        to=place,
        now=turn.now,
        not_before=min(turn.now + QUIET, max(first + AT_THE_LATEST, turn.now)),
        text=_one(told[0]) if len(told) == 1 else _several(told),
        choices=[(one.label, one.words) for one in (_buttons(told[0]) if len(told) == 1 else _numbers(told))],
    )
    turn.session.flush()


def _withdraw(turn: Turn, person_id: int | None) -> list[Question]:
    """Take back the notices that have not gone out; give the questions in them that still wait."""
    told: list[Question] = []
    for letter in questions.notices(turn.session, person_id):
        letter.state = "replaced"
        told += questions.in_notice(turn.session, letter.key)
    return told


def settled(turn: Turn, group: Sequence[Question]) -> None:
    """Leave out of the notices that have not gone out what was answered or laid aside meanwhile."""
    gone = {one.id for one in group}
    for officer in people.officers(turn.session):
        waiting = questions.notices(turn.session, officer.id)
        place = people.reach(officer)
        if place and any(gone & set(questions.ids_in(letter.key)) for letter in waiting):
            _gather(turn, place, ())


def _one(question: Question) -> str:
    asked = wording.shortened(question.asked, 1000)
    return f"**Câu hỏi từ {who(question)}**:\n{asked}\nThầy/cô trả lời ngay tin này, hoặc bấm nút."


def _several(told: Sequence[Question]) -> str:
    lines = [f"**{len(told)} câu hỏi mới**:"]
    lines += [
        f"{number}. {wording.shortened(one.asked, 200)} ({who(one)})"
        for number, one in enumerate(told[:AT_MOST], start=1)
    ]
    lines += [f"và {len(told) - AT_MOST} câu nữa ở câu hỏi chờ."] if len(told) > AT_MOST else []
    return "\n".join([*lines, "Thầy/cô chọn câu, hoặc trả lời tin này, mở đầu bằng số câu: *1. …*"])


def who(question: Question) -> str:
    """`Người hỏi, TH Tứ Cường`; `khách` for somebody who has not joined."""
    person = question.person
    if person is None:
        return "khách"
    return f"{person.name}, {person.school.name}" if person.school else person.name


def _buttons(question: Question) -> tuple[Choice, ...]:
    return Choice("Trả lời", f"/traloi {question.id}"), Choice("Bỏ qua", f"/boqua {question.id}")


def _numbers(told: Sequence[Question]) -> tuple[Choice, ...]:
    numbered = [Choice(f"Câu {number}", f"/cauhoi {one.id}") for number, one in enumerate(told[:AT_MOST], start=1)]
    return (*numbered, Choice("Câu hỏi chờ", "/cauhoi"))
