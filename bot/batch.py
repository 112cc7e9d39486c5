"""Questions and messages in batches, as the contract describes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.output import BadInput, text_of
from bot.setup import Product
from db import schools, taught
from db.plans import Change, Difference
from db.session import Session, look
from handlers import ask
from handlers.ask import Answer
from handlers.wording import day, month
from knowledge.catalogue import LEVELS, Framework
from knowledge.language.meaning import Meaning, Update
from knowledge.language.understand import understand
from knowledge.plan_document import Plan
from knowledge.scope import Scope
from knowledge.shelf import Shelf


class Asker:
    """Answers questions without a person: the level and the day come with each."""

    def __init__(self, product: Product) -> None:
        self._today = product.app.clock.now().date()
        self._shelf = product.shelf
        self._shelves: dict[str | None, Shelf] = {}
        look(product.sessions, lambda session: self._learn(session, product))

    def _learn(self, session: Session, product: Product) -> None:
        """Read the plan of the year, and for each level what the office taught."""
        campaign = schools.campaign(session, self._today)
        running = campaign if campaign and self._today <= campaign.ends else None
        self._circulars = dict(running.circulars) if running else {}
        self._year = campaign.school_year if campaign else None
        self._span = (campaign.begins, campaign.ends) if campaign else None
        for level in (None, *LEVELS):
            topics = taught.topics(session, level, product.settings.zone)
            self._shelves[level] = product.shelf.teach(topics)

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Answer one `{"id", "q", "level", "as_of"}`."""
        question, level = text_of(asked, "q"), _level(asked)
        scope = self._scope(level, asked.get("as_of"))
        framework = scope.frameworks[0] if len(scope.frameworks) == 1 else None

        def read(text: str) -> Meaning:
            return understand(text, "principal", framework, (), scope.school_year, scope.day)

        shelf = self._shelves[level]
        found = ask.answer_to(question, read(question), shelf, scope, read)
        return {
            "id": asked["id"],
            "kind": found.kind,
            "refs": list(found.refs[:5]),
            "text": _text(found, shelf, scope),
            "citation": ask.cited(shelf, found) if found.kind == "answer" else "",
        }

    def _scope(self, level: str | None, as_of: object) -> Scope:
        wanted = (level,) if level else LEVELS
        found = {one.id: one for each in wanted if (one := self._framework(each, as_of))}
        moment = _date(as_of) if as_of else self._today
        planned = self._span is not None and (not as_of or self._span[0] <= moment <= self._span[1])
        return Scope(tuple(found.values()), wanted, moment, self._year if planned else None)

    def _framework(self, level: str, as_of: object) -> Framework | None:
        catalogue = self._shelf.catalogue
        day = _date(as_of) if as_of else self._today
        circular = None if as_of else self._circulars.get(level)
        framework = (catalogue.framework(circular, level) if circular else None) or catalogue.in_force(level, day)
        return framework.as_of(self._span[1] if circular and self._span else day) if framework else None


def _text(found: Answer, shelf: Shelf, scope: Scope) -> str:
    if found.kind == "answer":
        return ask.show(shelf, found, scope.day).text
    if not scope.frameworks and not found.refs:
        return f"Ngày {day(scope.day)} chưa có thông tư nào cho cấp học này trong kho."
    names = [ask.choice(shelf, one).label for one in found.refs[: 4 if found.kind == "clarify" else ask.NEAREST]]
    if found.kind == "clarify":
        return "Thầy/cô hỏi về phần nào? " + "; ".join(names)
    if found.text:
        return f"Tôi chưa tra được: {found.text}."
    return "Câu này nằm ngoài phần tôi nắm (kiểm định chất lượng)." + (
        f" Gần nhất có: {'; '.join(names)}" if names else ""
    )


def _level(asked: dict[str, Any]) -> str | None:
    level = asked.get("level")
    if level is not None and (not isinstance(level, str) or level not in LEVELS):
        raise BadInput(f"có cấp học {level!r}, chỉ có {', '.join(LEVELS)}")
    return level


def _date(text: Any) -> date:
    try:
        return date.fromisoformat(text)
    except (ValueError, TypeError):
        raise BadInput(f"có ngày {text!r}, viết như 2017-10-01") from None


def plain(answer: dict[str, Any]) -> str:
    """Show an answer on a terminal."""
    return bare(str(answer["text"]))


def bare(text: str) -> str:
    """Take the marking out of a text."""
    return text.replace("**", "").replace("*", "")


class Reader:
    """Says how messages are understood."""

    def __init__(self, product: Product) -> None:
        self._shelf, self._today = product.shelf, product.app.clock.now().date()
        with product.sessions.begin() as session:
            campaign = schools.campaign(session, self._today)
            self._schools = schools.names(session)
            self._circulars = dict(campaign.circulars) if campaign else {}
            self._year = campaign.school_year if campaign else None
            self._ends = campaign.ends if campaign else self._today

    def read(self, line: dict[str, Any]) -> dict[str, Any]:
        """Understand one `{"id", "text", "role", "level"}`."""
        level = _level(line)
        text, role = text_of(line, "text"), "officer" if line.get("role") == "officer" else "principal"
        meaning = understand(text, role, self._framework(level), self._schools, self._year, self._today)
        return {
            "id": line["id"],
            "intent": self._intent(text, meaning, level),
            "updates": [_update(one) for one in meaning.updates],
            "error": meaning.error,
            "school": meaning.school,
            "month": meaning.month,
            "audience": _audience(meaning),
        }

    def _framework(self, level: str | None) -> Framework | None:
        if level is None:
            return None
        circular = self._circulars.get(level)
        catalogue = self._shelf.catalogue
        framework = (catalogue.framework(circular, level) if circular else None) or catalogue.in_force(
            level, self._today
        )
        return framework.as_of(self._ends if circular else self._today) if framework else None

    def _intent(self, text: str, meaning: Meaning, level: str | None) -> str:
        """A question that nothing is known about is none of ours; one about a criterion is not about a state."""
        frameworks = [one for each in ((level,) if level else LEVELS) if (one := self._framework(each))]
        meaning = self._shelf.settle(meaning, text, list(dict.fromkeys(frameworks)), self._year)
        if meaning.intent != "ask" or meaning.references or (meaning.aspect and not meaning.subject) or meaning.error:
            return meaning.intent
        scope = Scope(tuple(dict.fromkeys(frameworks)), (level,) if level else LEVELS, self._today, self._year)
        found = ask.answer_to(text, meaning, self._shelf, scope, lambda _: meaning)
        return "unknown" if found.kind == "unknown" else "ask"


def _update(one: Update) -> dict[str, Any]:
    return {name: value for name, value in asdict(one).items() if value is not None}


def _audience(meaning: Meaning) -> dict[str, Any] | None:
    if meaning.audience is None:
        return None
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(meaning.audience).items()
    }


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """Give a plan as the contract describes it."""
    return {
        "school_year": plan.school_year,
        "report_deadline": plan.report_deadline.isoformat() if plan.report_deadline else None,
        "circulars": list(dict.fromkeys(plan.circulars.values())),
        "schools": [
            {"name": one.name, "level": one.level, "review_month": one.review_month, "note": one.note}
            for one in plan.schools
        ],
        "problems": list(plan.problems),
    }


def plan_as_text(plan: Plan, change: Difference | None, *, done: bool, review: str) -> str:
    """Show a plan and what it changes, for a person; *review* is what its circulars call a review."""
    lines = [f"Năm học {plan.school_year or 'chưa rõ'}: {len(plan.schools)} trường, {len(plan.problems)} dòng sai."]
    if plan.report_deadline:
        lines.append(f"Hạn báo cáo tự đánh giá: {day(plan.report_deadline)}")
    lines += [f"  SAI  {problem}" for problem in plan.problems]
    if change is not None:
        lines += [f"  thêm {_change(one, review)}" for one in change.added]
        lines += [f"  dời  {_change(one, review)}" for one in change.moved]
        lines += [f"  bỏ   {_change(one, review)}" for one in change.gone]
        lines += [f"  lạ   {one.school}{_near(one.near)}" for one in change.unknown]
        lines += [f"  hạn  {day(change.deadline[1])}"] if change.deadline and change.deadline[1] else []
        lines += [f"  thông tư {level}: {now}" for level, _, now in change.circulars]
        lines += [f"  xã   {school}: {commune}" for school, _, commune in change.communes]
        lines += ["Không có gì thay đổi."] if change.empty else []
    return "\n".join([*lines, "Đã nhập." if done else "Chưa nhập gì."])


def _near(near: Sequence[str]) -> str:
    return f" (gần giống {', '.join(near)}, xem lại tên)" if near else ""


def _change(one: Change, review: str) -> str:
    before, after = (month(each) if each else f"không {review}" for each in (one.before, one.after))
    return f"{one.school}: {after}" if one.before is None else f"{one.school}: {before} → {after}"
