"""Ending somebody's part: an officer's, a principal's, one's own; the last officer stays."""

from __future__ import annotations

from db import audit, outbox, people
from db.tables import Person
from handlers import drafting, naming
from handlers.turn import Choice, Refusal, Reply, Turn
from handlers.wording import ROLE_NAMES
from knowledge.language.fold import fold

LAST = (
    "Đây là chuyên viên duy nhất nên chưa thể thôi. "
    "Thầy/cô mời một chuyên viên khác tham gia trước: gõ *thêm chuyên viên*."
)


def part_of(person: Person) -> str:
    """Name somebody's part: `Hiệu trưởng TH Tứ Cường`."""
    return ROLE_NAMES[person.role] + (f" {person.school.name}" if person.school else "")


def ask(turn: Turn, person: Person) -> Reply:
    """Show whose part is to end, and ask."""
    _keep_the_last(turn, person)
    own = turn.person is not None and person.id == turn.person.id
    whom = "Thầy/cô" if own else f"**{person.name}**"
    after = (
        "Những gì đã ghi cho trường được giữ nguyên." if person.school else "Người này không còn xem và đổi được gì."
    )
    if own:
        after = "Muốn trở lại thì cần mã mới của một chuyên viên khác."
    return drafting.ask(turn, "bonguoi", f"{whom} thôi làm **{part_of(person)}**? {after}", person=person.id)


def confirmed(turn: Turn) -> Reply:
    """End the part that was shown."""
    draft = drafting.settle(turn, "bonguoi")
    person = people.get(turn.session, int(draft["person"]))
    if person is None:
        raise Refusal(drafting.STALE)
    _keep_the_last(turn, person)
    part, own, place = part_of(person), person is turn.person, people.reach(person)
    audit.note(turn.session, turn.person, "remove-person", part, person.name, "", turn.now)
    people.leave(turn.session, person, turn.now)
    if own:
        return Reply("Thầy/cô đã thôi làm chuyên viên. Cảm ơn thầy/cô.", in_place=True)
    if place is not None:
        text = f"Cơ quan quản lý cho biết thầy/cô đã thôi làm {part}. Thầy/cô vẫn hỏi được về tiêu chuẩn, tiêu chí. Cảm ơn thầy/cô."
        outbox.write(turn.session, key=f"removed:{person.id}", kind="removed", to=place, text=text, now=turn.now)
    words = (
        naming.about(f"/maimoi {fold(ROLE_NAMES[person.role])}", person.school.name)
        if person.school
        else "/maimoi chuyen vien"
    )
    return Reply(f"**{person.name}** đã thôi làm {part}.", (Choice("Cấp mã cho người mới", words),), in_place=True)


def _keep_the_last(turn: Turn, person: Person) -> None:
    if person.role == "officer" and len(people.officers(turn.session, held=True)) <= 1:
        raise Refusal(LAST)
