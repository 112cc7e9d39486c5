"""Questions about standards, criteria and the process, in people's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db import questions
from handlers import amendments, comparison, doubts, pages, terms, wording
from handlers.turn import Choice, Reply, Turn
from knowledge.alike import likest
from knowledge.catalogue import LEVELS, Criterion, Entry, Framework, Standard, Topic
from knowledge.language.circulars import Named, read_named
from knowledge.language.existence import missing
from knowledge.language.fold import fold
from knowledge.language.heard import hear
from knowledge.language.meaning import Meaning, Reference
from knowledge.language.requests import SMALL_TALK
from knowledge.scope import Scope, frameworks_named
from knowledge.search import judge, rank
from knowledge.shelf import Shelf

NEAREST = 3
LONGEST_LABEL = 48
"""Letters of a button that a phone shows on one or two lines."""


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
    searched: bool = False
    """Whether it was found by what it is about, and so may be another than was meant."""
    level: int | None = None
    """The level (mức) of a criterion that was asked for."""
    reply: Reply | None = None
    """What is said of two circulars at once, in place of a page."""


def answer_to(
    question: str,
    meaning: Meaning,
    shelf: Shelf,
    scope: Scope,
    read: Callable[[str], Meaning],
    subject: str | None = None,
) -> Answer:
    """Answer under what holds for the asker, or under the circular or the year that *question* names."""
    named = read_named(question)
    if named.compares or named.leads or len(named.ages) > 1:
        held = comparison.find(named, read(named.text).references, shelf, scope)
        if held is not None:
            return Answer("answer", held.refs, reply=held.reply)
    others = frameworks_named(shelf.catalogue, named, scope)
    elsewhere = {one.id for one in others} - {one.id for one in scope.frameworks} or _amended(others, named)
    here = not named.numbers and bool(elsewhere or named.years) and _told_here(question, shelf, scope)
    if elsewhere and not here:
        return _under(others, question, named, shelf, read)
    if named.years and not here:  # The year is the asker's own, and says nothing of what is asked.
        question = named.text or question
    if named.level or "chỉ số" in named.text:
        meaning = read(named.text)
    return find(question, meaning, shelf, scope.frameworks, scope.school_year, subject, named.level)


def _told_here(question: str, shelf: Shelf, scope: Scope) -> bool:
    """Tell whether what holds now has an entry on the old: "đang làm dở theo thông tư cũ thì sao" asks of today."""
    hits = rank(question, shelf.index(scope.frameworks, scope.school_year), 1)
    entry = shelf.catalogue.by_id.get(hits[0].id) if hits else None
    return isinstance(entry, Topic) and likest(question, (entry.title, *entry.asked_as)) > 0


def _under(
    frameworks: Sequence[Framework], question: str, named: Named, shelf: Shelf, read: Callable[[str], Meaning]
) -> Answer:
    """Answer under the circulars named: without the words that name them, or with them where they are all there is."""
    for text in (question, named.text) if _amended(frameworks, named) else (named.text, question):
        answer = find(text, read(text), shelf, frameworks, None, None, named.level)
        if answer.kind != "unknown" or answer.text:
            break
    return answer


def _amended(frameworks: Sequence[Framework], named: Named) -> bool:
    """Tell whether it is an amendment that was named: the words that name it are what is asked about."""
    amendments = {(one.amended_by or "").split("/")[0] for one in frameworks}
    return any(str(number) in amendments for number, _ in named.numbers)


def find(
    question: str,
    meaning: Meaning,
    shelf: Shelf,
    frameworks: Sequence[Framework],
    school_year: str | None,
    subject: str | None = None,
    level: int | None = None,
) -> Answer:
    """Find what answers *question*: by number, as a follow-up to *subject*, or by what it is about."""
    if meaning.references:
        return _by_number(meaning, _of_level(frameworks, wording.levels_named(question)), level)
    if meaning.aspect and (not meaning.subject or (subject and _only_evidence(meaning.subject))):
        return _follow_up(meaning.aspect, shelf, subject)
    hits = rank(question, shelf.index(frameworks, school_year))
    if told := shelf.told(question):
        return Answer("answer", (told, *(hit.id for hit in hits if hit.id != told))[:5], searched=True)
    if gone := _left_out(question, shelf, frameworks, school_year):
        return gone
    kind = judge(hits)
    if kind == "unknown" and meaning.aspect and subject:
        return _follow_up(meaning.aspect, shelf, subject)
    aspect = "evidence" if meaning.aspect == "evidence" else None
    return Answer(kind, tuple(hit.id for hit in hits), aspect=aspect, searched=True)


def _left_out(question: str, shelf: Shelf, frameworks: Sequence[Framework], school_year: str | None) -> Answer | None:
    """Lead from what an amendment took away to where it is asked for now; None where nothing of that is meant."""
    gone = {one.id: (one, framework) for framework in frameworks for one in framework.left_out}
    if not gone:
        return None
    whole = [shelf.catalogue.framework(one.circular, one.levels[0]) or one for one in frameworks]
    hits = rank(question, shelf.index(whole, school_year))
    if judge(hits) == "unknown" or hits[0].id not in gone:
        return None
    one, framework = gone[hits[0].id]
    heir = amendments.heir(framework, one)
    reply = pages.left_out(framework, one, (choice(shelf, heir, framework),))
    return Answer("answer", (heir, one.id), searched=True, reply=reply)


def _only_evidence(asked: str) -> bool:
    """Tell "minh chứng của nó", said of what was last talked about, from a question about evidence."""
    return re.fullmatch(r"minh chung(?: (?:cua )?(?:no|nay|do|tieu chi nay|tieu chi do))?", fold(asked)) is not None


def _of_level(frameworks: Sequence[Framework], levels: Sequence[str]) -> Sequence[Framework]:
    return [one for one in frameworks if set(one.levels) & set(levels)] or frameworks


def _by_number(meaning: Meaning, frameworks: Sequence[Framework], level: int | None = None) -> Answer:
    places = meaning.references
    found = [entry for framework in frameworks for one in places if (entry := resolve(one, framework, level))]
    if not found:
        error = missing(places[0], frameworks[0]) if len(frameworks) == 1 else None
        return Answer("unknown", (), error or meaning.error or f"không có tiêu chí {places[0].number}", meaning.aspect)
    several_levels = len(frameworks) > 1 and len(found) > 1
    kind = "clarify" if several_levels else "answer"
    return Answer(kind, tuple(found[:5]), aspect=meaning.aspect, level=level)


def resolve(reference: Reference, framework: Framework, level: int | None = None) -> str | None:
    """Find the id of a place in *framework*; None where it has no such place."""
    if reference.criterion is None:
        standard = framework.standard(reference.standard or 0)
        return standard.id if standard else None
    number = f"{reference.standard}.{reference.criterion}"
    gone = (one for one in framework.left_out if one.number == number)
    criterion = framework.criterion(number) or next(gone, None)
    if criterion is None or reference.indicator is None:
        return criterion.id if criterion else None
    letter = reference.indicator if level in (None, 0, 1) else f"m{level}.{reference.indicator}"
    found = next((part.id for part in criterion.indicators if part.letter == letter), None)
    return found or (criterion.id if level in criterion.levels else None)


def _follow_up(aspect: str, shelf: Shelf, subject: str | None) -> Answer:
    framework = pages.framework_of(shelf.catalogue, subject or "")
    number = (subject or "").rpartition("/")[2]
    numbers = [one.number for one in framework.criteria] if framework else []
    if framework is None or number not in numbers:
        return Answer("unknown", (), "tôi chưa rõ thầy/cô đang hỏi tiêu chí nào; thầy/cô nói thêm số, ví dụ: 3.5")
    if aspect in {"next", "previous"}:
        at = numbers.index(number) + (1 if aspect == "next" else -1)
        if not 0 <= at < len(numbers):
            return Answer("unknown", (), "đây đã là tiêu chí " + ("cuối cùng" if aspect == "next" else "đầu tiên"))
        return Answer("answer", (f"{framework.id}/{numbers[at]}",))
    place = number.split(".")[0] if aspect == "standard" else number
    return Answer("answer", (f"{framework.id}/{place}",), aspect=aspect)


def ask(turn: Turn) -> Reply:
    """Answer a question, offer the readings it may have, or say that it is beyond us and keep it."""
    if not turn.words:  # The bare command asks nothing that could be kept.
        return Reply("Thầy/cô cần hỏi gì?", (Choice("Hỏi như thế nào", "/trogiup"),))
    meaning = turn.understood()
    if meaning.intent == "unknown" and SMALL_TALK.match(hear(turn.words).plain):
        return Reply("Vâng, thầy/cô cần gì cứ nhắn.")
    if turn.number and turn.framework and turn.framework.standard(turn.number):
        meaning = turn.read(f"tiêu chuẩn {turn.number}")
    subject = turn.address.subject
    answer = answer_to(turn.words, meaning, turn.shelf, _scope(turn, meaning), turn.read, subject)
    if answer.kind == "answer":
        return _answered(turn, answer)
    if answer.kind == "clarify":
        return Reply(_which(turn, meaning, answer), tuple(_apart(turn, answer.refs)[:4]))
    return _unknown(turn, answer)


def _scope(turn: Turn, meaning: Meaning) -> Scope:
    frameworks = _frameworks(turn, meaning)
    levels = wording.levels_named(turn.words) or LEVELS
    if turn.school and turn.framework and [one.id for one in frameworks] == [turn.framework.id]:
        levels = (turn.school.level,)
    return Scope(tuple(frameworks), levels, turn.now.date(), _year(turn))


def _frameworks(turn: Turn, meaning: Meaning) -> list[Framework]:
    """Take the own school's standards, unless a number is asked of another level by its full name."""
    if turn.framework is None or not turn.framework.standards:
        return turn.frameworks()
    others = set(wording.levels_named(turn.words)) - set(turn.framework.levels)
    if not re.search(r"tieu hoc|cap 1", fold(turn.words)):
        others -= {"TH"}  # "th" alone is short for other things too.
    if meaning.references and others:
        return [one for one in turn.frameworks() if set(one.levels) & others] or [turn.framework]
    return [turn.framework]


def _which(turn: Turn, meaning: Meaning, answer: Answer) -> str:
    if len(meaning.references) == 1:
        reference = meaning.references[0]
        kind = "Tiêu chuẩn" if reference.criterion is None else "Tiêu chí"
        framework = pages.framework_of(turn.shelf.catalogue, answer.refs[0])
        part = framework.part_name if framework else "chỉ số"
        return f"{kind} {reference.number.replace('/', f' {part} ')} của cấp học nào?"
    return "Thầy/cô hỏi về phần nào?"


def _apart(turn: Turn, refs: Sequence[str]) -> list[Choice]:
    """Make a button for each entry; what looks alike is offered once."""
    buttons = {one.label: one for one in reversed([choice(turn.shelf, ref, turn.framework) for ref in refs])}
    return list(reversed(buttons.values()))


def _year(turn: Turn) -> str | None:
    """The plan's own entries are for those who belong to the office."""
    return turn.campaign.school_year if turn.campaign and turn.person else None


def _answered(turn: Turn, answer: Answer) -> Reply:
    reply = show(turn.shelf, answer, turn.now.date(), turn.own_states(answer.refs[0]))
    entry, _ = entry_of(turn.shelf, answer.refs[0])
    turn.address.subject = entry.id
    if answer.searched:
        reply = doubts.offer(turn, reply, answer.refs, _apart(turn, answer.refs[1:])[:NEAREST])
    return replace(reply, in_place=False)


def show(shelf: Shelf, answer: Answer, day: date, states: pages.States | None = None) -> Reply:
    """Show the best entry of *answer* as it is read on *day*."""
    if answer.reply is not None:
        return answer.reply
    entry, letter = entry_of(shelf, answer.refs[0])
    framework = pages.framework_of(shelf.catalogue, entry.id)
    if answer.aspect == "evidence" and isinstance(entry, Criterion) and framework:
        return pages.evidence(framework, entry, day)
    level = answer.level if isinstance(entry, Criterion) and answer.level in entry.levels else None
    return pages.page(shelf.catalogue, entry, day, states, letter, level)


def entry_of(shelf: Shelf, entry_id: str) -> tuple[Entry, str | None]:
    """Find an entry; for an indicator the criterion that it belongs to, and its letter."""
    if entry_id in shelf.catalogue.by_id:
        return shelf.catalogue.by_id[entry_id], None
    criterion_id, _, letter = entry_id.rpartition("/")
    return shelf.catalogue.by_id[criterion_id], letter


def cited(shelf: Shelf, answer: Answer) -> str:
    """Cite what answers: of a comparison the place in each circular."""
    every = {ref.split("/", maxsplit=1)[0]: citation(shelf, ref) for ref in reversed(answer.refs)}
    return "; ".join(reversed(every.values())) if answer.reply else citation(shelf, answer.refs[0])


def citation(shelf: Shelf, entry_id: str) -> str:
    """Cite the circular and place of an entry, without marking."""
    entry, _ = entry_of(shelf, entry_id)
    framework = pages.framework_of(shelf.catalogue, entry.id)
    if isinstance(entry, Topic) or framework is None:
        return pages.topic_citation(shelf.catalogue, entry).strip("*") if isinstance(entry, Topic) else ""
    return pages.citation(framework, entry).strip("*")


def choice(shelf: Shelf, entry_id: str, own: Framework | None = None) -> Choice:
    """Make the button that leads to an entry; it names the level where the level is not the asker's own."""
    entry, _ = entry_of(shelf, entry_id)
    framework = pages.framework_of(shelf.catalogue, entry.id)
    level = f" ({pages.kind(framework)})" if framework and (own is None or framework.id != own.id) else ""
    return Choice(wording.shortened(name(entry), LONGEST_LABEL - len(level)) + level, f"/xem {entry.id}")


def name(entry: Entry) -> str:
    """`3.5 Thư viện`, `Tiêu chuẩn 3 Cơ sở vật chất`, `Hội đồng tự đánh giá`."""
    if isinstance(entry, Criterion):
        return f"{entry.number} {entry.short}"
    return f"Tiêu chuẩn {entry.number} {entry.short}" if isinstance(entry, Standard) else entry.title


def _unknown(turn: Turn, answer: Answer) -> Reply:
    browsing = Choice("Xem các tiêu chuẩn", "/tieuchuan")
    if answer.text:
        return Reply(wording.sentence(answer.text), (browsing,))
    near = answer.refs
    level = turn.school.level if turn.school else None
    kept = questions.keep(turn.session, turn.address, turn.words, level, near[:NEAREST], turn.now, room=turn.heard.room)
    buttons = _apart(turn, near)[:NEAREST] or [browsing]
    buttons += doubts.to_office(turn, kept.id)
    ours = "bảo đảm chất lượng" if terms.is_renamed(turn) else "kiểm định chất lượng"
    text = f"Câu này tôi chưa có câu trả lời chắc chắn (tôi chỉ nắm phần {ours})."
    return Reply(f"{text} Gần nhất có:" if near else text, tuple(buttons))
