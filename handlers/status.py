"""Where the own school stands, and what it still lacks."""

from __future__ import annotations

from db import planning, schools
from db.tables import Campaign, School
from handlers import grading, terms, wording
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.catalogue import Criterion, Framework
from knowledge.rules.progress import Lacking, State, first_things

FIRST = 5
"""How many of the missing criteria fit a small screen."""


def lacking(turn: Turn) -> Reply:
    """Say where the school stands: the criterion asked for, or all of it."""
    campaign, school, framework = _own(turn)
    states, gaps = planning.school_state(turn.session, campaign, school, framework)
    if turn.words == "het":
        return _everything(framework, states, gaps)
    meaning = turn.understood() if turn.words else None
    if meaning and meaning.error:
        return Reply(wording.sentence(meaning.error), (Choice("Xem còn thiếu", "/thieu"),))
    targets = [one.number for one in meaning.references] if meaning else []
    targets += [f"milestone:{one}" for one in meaning.milestones] if meaning else []
    if targets:
        return _asked(turn, framework, states, gaps, targets)
    return _overview(turn, campaign, school, framework, states, gaps)


def _asked(turn: Turn, framework: Framework, states: dict[str, State], gaps: Lacking, targets: list[str]) -> Reply:
    lines = [line for target in targets for line in _lines(turn, framework, states, gaps, target)]
    criterion = framework.criterion(targets[0].split("/")[0])
    if criterion:
        turn.address.subject = criterion.id
        return Reply(
            "\n".join(lines), (wording.update_choice(criterion.number), Choice("Yêu cầu", f"/xem {criterion.id}"))
        )
    updating = f"/capnhat {targets[0]}" if targets[0].isdigit() else f"/ghi {targets[0]}"
    return Reply("\n".join(lines), (Choice("Cập nhật", updating), Choice("Xem còn thiếu", "/thieu")))


def _lines(turn: Turn, framework: Framework, states: dict[str, State], gaps: Lacking, target: str) -> list[str]:
    standard = framework.standard(int(target)) if target.isdigit() else None
    if standard is not None:
        done = next(one for one in gaps.standards if one.number == standard.number)
        return [
            f"**Tiêu chuẩn {target}**: {done.done}/{done.total} tiêu chí xong.",
            *(wording.item(one, states[one.number]) for one in standard.criteria),
        ]
    state = states.get(target)
    when = f", ghi ngày {state.at.astimezone(turn.now.tzinfo):%d/%m}" if state and state.at else ""
    said = wording.progress(state) if state else "chưa ghi"
    mark = wording.sign(state) if state else wording.SIGNS["not_started"]
    return [
        f"{mark} **{wording.label(target, framework)}**{_short(framework.criterion(target.split('/', maxsplit=1)[0]))}: {said}{when}."
    ]


def _short(criterion: Criterion | None) -> str:
    return f" {criterion.short}" if criterion else ""


def _overview(
    turn: Turn, campaign: Campaign, school: School, framework: Framework, states: dict[str, State], gaps: Lacking
) -> Reply:
    done, total = len(framework.criteria) - len(gaps.criteria), len(framework.criteria)
    counted = f": xong {done}/{total} tiêu chí, tiến độ chung {gaps.percent} %" if total else ""
    lines = [
        f"**{school.name}**{counted}.",
        *_dates(turn, campaign, school, gaps),
        *grading.overview(grading.standing(framework, states)),
        "",
        *_first(framework, states, gaps),
        wording.steps_line(states, gaps),
        "",
        *(wording.standard_line(one) for one in gaps.standards),
    ]
    everything = () if len(gaps.criteria) <= FIRST and len(gaps.milestones) <= 1 else (Choice("Xem hết", "/thieu het"),)
    buttons = (Choice("Cập nhật", "/capnhat"), *everything, Choice("Các lần ghi", "/hoantac ds"))
    return Reply("\n".join(lines).strip(), buttons)


def _dates(turn: Turn, campaign: Campaign, school: School, gaps: Lacking) -> list[str]:
    review, today, lines = schools.review(turn.session, campaign, school), turn.now.date(), []
    if review and review.month and not review.result:
        called = grading.capital(terms.review_in(turn.shelf.catalogue, campaign, school))
        lines.append(f"{called} **{wording.month(review.month)}**: {wording.to_month(review.month, today)}.")
    if campaign.report_deadline and not gaps.report_done:
        deadline = campaign.report_deadline
        lines.append(f"Hạn báo cáo tự đánh giá {wording.day(deadline)}: {wording.until(deadline, today)}.")
    return lines


def _first(framework: Framework, states: dict[str, State], gaps: Lacking) -> list[str]:
    if not gaps.criteria:
        return ["✅ Xong hết các tiêu chí."] if framework.criteria else ["Chưa có nội dung thông tư của cấp học này."]
    found = [framework.criterion(number) for number in first_things(gaps, FIRST)]
    head = f"**Còn {len(gaps.criteria)} tiêu chí**" + (", nên làm trước:" if len(gaps.criteria) > FIRST else ":")
    return [head, *(wording.item(one, states[one.number]) for one in found if one)]


def _everything(framework: Framework, states: dict[str, State], gaps: Lacking) -> Reply:
    missing = [one for one in framework.criteria if one.number in gaps.criteria]
    lines = [wording.item(one, states[one.number]) for one in missing]
    steps = [wording.step(name, states[f"milestone:{name}"]) for name in gaps.milestones]
    parts = [
        [f"**Còn {len(missing)} tiêu chí:**" if missing else "✅ Xong hết các tiêu chí.", *lines],
        [f"**Còn {len(steps)} bước:**" if steps else "✅ Đủ sáu bước tự đánh giá.", *steps],
    ]
    return Reply("\n\n".join("\n".join(part) for part in parts), (Choice("Cập nhật", "/capnhat"),))


def evidence(turn: Turn) -> Reply:
    """Say what can be done about evidence: the list of a school's own evidence is not kept yet."""
    references = turn.understood().references
    known = turn.framework.criterion(references[0].number) if turn.framework and references else None
    choices = (
        (Choice(f"Minh chứng thường dùng {known.number}", f"/xem {known.id} mc"), wording.update_choice(known.number))
        if known
        else (Choice("Xem còn thiếu", "/thieu"),)
    )
    return Reply(
        "Tôi chưa lưu danh mục minh chứng của trường, chỉ ghi được tiến độ từng tiêu chí. Tôi gợi ý được minh chứng thường dùng.",
        choices,
    )


def _own(turn: Turn) -> tuple[Campaign, School, Framework]:
    if turn.campaign is None or turn.school is None or turn.framework is None:
        raise Refusal("Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước.")
    return turn.campaign, turn.school, turn.framework
