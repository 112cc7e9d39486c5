"""Questions about standards, criteria and the process, in people's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db import outbox, people, questions
from handlers import pages
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import LEVEL_NAMES, Criterion, Entry, Framework, Standard, Topic
from knowledge.language.meaning import Meaning, Reference
from knowledge.search import judge, rank
from knowledge.shelf import Shelf

NEAREST = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a question."""

    kind: str
    """answer, clarify or unknown."""
    refs: tuple[str, ...]
    """Ids, best first, at most five; an indicator's id where one was asked for."""
    text: str = ""
    """Why nothing was found, where that can be said."""
    aspect: str | None = None


def find(
    question: str,
    meaning: Meaning,
    shelf: Shelf,
    frameworks: Sequence[Framework],
    school_year: str | None,
    subject: str | None = None,
) -> Answer:
    """Find what answers *question*: by number, as a follow-up to *subject*, or by what it is about."""
    if meaning.references:
        return _by_number(meaning, frameworks)
    if meaning.aspect and not meaning.subject:
        return _follow_up(meaning.aspect, shelf, subject)
    hits = rank(question, shelf.index(frameworks, school_year))
    kind = judge(hits)
    if kind == "unknown" and meaning.aspect and subject:
        return _follow_up(meaning.aspect, shelf, subject)
    return Answer(kind, tuple(hit.id for hit in hits), aspect="evidence" if meaning.aspect == "evidence" else None)


def _by_number(meaning: Meaning, frameworks: Sequence[Framework]) -> Answer:
    found = [entry for framework in frameworks for one in meaning.references if (entry := resolve(one, framework))]
    if not found:
        return Answer(
            "unknown", (), meaning.error or f"không có tiêu chí {meaning.references[0].number}", meaning.aspect
        )
    several_levels = len(frameworks) > 1 and len(found) > 1
    return Answer("clarify" if several_levels else "answer", tuple(found[:5]), aspect=meaning.aspect)


def resolve(reference: Reference, framework: Framework) -> str | None:
    """Find the id of a place in *framework*; None where it has no such place."""
    if reference.criterion is None:
        standard = framework.standard(reference.standard or 0)
        return standard.id if standard else None
    criterion = framework.criterion(f"{reference.standard}.{reference.criterion}")
    if criterion is None or reference.indicator is None:
        return criterion.id if criterion else None
    return next((part.id for part in criterion.indicators if part.letter == reference.indicator), None)


def _follow_up(aspect: str, shelf: Shelf, subject: str | None) -> Answer:
    framework = pages.framework_of(shelf.catalogue, subject or "")
    number = (subject or "").rpartition("/")[2]
    numbers = [one.number for one in framework.criteria] if framework else []
    if framework is None or number not in numbers:
        return Answer("unknown", (), "tôi chưa rõ thầy/cô đang hỏi tiếp tiêu chí nào")
    if aspect in {"next", "previous"}:
        at = numbers.index(number) + (1 if aspect == "next" else -1)
        if not 0 <= at < len(numbers):
            return Answer("unknown", (), "đây đã là tiêu chí " + ("cuối cùng" if aspect == "next" else "đầu tiên"))
        return Answer("answer", (f"{framework.id}/{numbers[at]}",))
    place = number.split(".")[0] if aspect == "standard" else number
    return Answer("answer", (f"{framework.id}/{place}",), aspect=aspect)


def ask(turn: Turn) -> Reply:
    """Answer a question, offer the readings it may have, or say that it is beyond us and keep it."""
    meaning = turn.understood()
    subject = turn.address.subject
    answer = find(turn.words, meaning, turn.shelf, _frameworks(turn), _year(turn), subject)
    if answer.kind == "answer":
        return _answered(turn, answer)
    if answer.kind == "clarify":
        return Reply("Thầy/cô hỏi về phần nào?", tuple(choice(turn.shelf, one) for one in answer.refs[:4]))
    return _unknown(turn, answer)


def _frameworks(turn: Turn) -> list[Framework]:
    if turn.framework is not None and turn.framework.standards:
        return [turn.framework]
    return turn.frameworks()


def _year(turn: Turn) -> str | None:
    """The plan's own entries are for those who belong to the office."""
    return turn.campaign.school_year if turn.campaign and turn.person else None


def _answered(turn: Turn, answer: Answer) -> Reply:
    reply = show(turn.shelf, answer, turn.own_states(answer.refs[0]))
    entry, _ = entry_of(turn.shelf, answer.refs[0])
    turn.address.subject = entry.id
    return replace(reply, in_place=False)


def show(shelf: Shelf, answer: Answer, states: pages.States | None = None) -> Reply:
    """Show the best entry of *answer*."""
    entry, letter = entry_of(shelf, answer.refs[0])
    framework = pages.framework_of(shelf.catalogue, entry.id)
    if answer.aspect == "evidence" and isinstance(entry, Criterion) and framework:
        return pages.evidence(framework, entry)
    return pages.page(shelf.catalogue, entry, states, letter)


def entry_of(shelf: Shelf, entry_id: str) -> tuple[Entry, str | None]:
    """Find an entry; for an indicator the criterion that it belongs to, and its letter."""
    if entry_id in shelf.catalogue.by_id:
        return shelf.catalogue.by_id[entry_id], None
    criterion_id, _, letter = entry_id.rpartition("/")
    return shelf.catalogue.by_id[criterion_id], letter


def citation(shelf: Shelf, entry_id: str) -> str:
    """Cite the circular and place of an entry, without marking."""
    entry, _ = entry_of(shelf, entry_id)
    framework = pages.framework_of(shelf.catalogue, entry.id)
    if isinstance(entry, Topic) or framework is None:
        return pages.topic_citation(shelf.catalogue, entry).strip("*") if isinstance(entry, Topic) else ""
    return pages.citation(framework, entry).strip("*")


def choice(shelf: Shelf, entry_id: str) -> Choice:
    """Make the button that leads to an entry; it names the level where the level is not the asker's own."""
    entry, _ = entry_of(shelf, entry_id)
    framework = pages.framework_of(shelf.catalogue, entry.id)
    level = f" ({LEVEL_NAMES[framework.levels[0]]})" if framework else ""
    return Choice((f"{name(entry)}{level}")[:60], f"/xem {entry.id}")


def name(entry: Entry) -> str:
    """`3.5 Thư viện`, `Tiêu chuẩn 3 Cơ sở vật chất`, `Hội đồng tự đánh giá`."""
    if isinstance(entry, Criterion):
        return f"{entry.number} {entry.short}"
    return f"Tiêu chuẩn {entry.number} {entry.short}" if isinstance(entry, Standard) else entry.title


def _unknown(turn: Turn, answer: Answer) -> Reply:
    if answer.text:
        return Reply(f"Tôi chưa tra được: {answer.text}.", (Choice("Xem các tiêu chuẩn", "/tieuchuan"),))
    near = answer.refs[:NEAREST]
    kept = questions.keep(
        turn.session, turn.address, turn.words, turn.school.level if turn.school else None, near, turn.now
    )
    buttons = tuple(choice(turn.shelf, one) for one in near)
    passing = (Choice("Hỏi cơ quan quản lý", f"/chuyen {kept.id}"),) if turn.person and turn.role != "officer" else ()
    text = "Câu này tôi chưa có câu trả lời chắc chắn; tôi chỉ nắm kiểm định chất lượng giáo dục."
    return Reply(f"{text} Gần nhất có:" if near else text, (*buttons, *passing))


def pass_on(turn: Turn) -> Reply:
    """Pass a kept question on to the officers."""
    question = questions.get(turn.session, int(turn.words)) if turn.words.isdigit() else None
    if question is None or (question.channel, question.address) != (turn.address.channel, turn.address.address):
        raise Refusal("Không tìm thấy câu hỏi đó. Thầy/cô gửi lại câu hỏi giúp.")
    who = f"{turn.person.name}, {turn.school.name}" if turn.person and turn.school else turn.address.name
    reached = [place for one in people.officers(turn.session) if (place := people.reach(one))]
    for place in reached:
        outbox.write(
            turn.session,
            key=f"question:{question.id}:{place.person_id}",
            kind="question",
            to=place,
            now=turn.now,
            text=f"**Câu hỏi từ {who}:**\n{question.asked[:1000]}",
        )
    question.passed_on_at = question.passed_on_at or turn.now
    told = "Đã chuyển câu hỏi." if reached else "Đã giữ câu hỏi lại; chưa có chuyên viên nào tham gia để chuyển ngay."
    return Reply(f"{told} Cơ quan quản lý sẽ trả lời thầy/cô trực tiếp.")
