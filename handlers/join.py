"""Joining: codes, roles, further channels, invitations."""

from __future__ import annotations

import hmac
import re

from db import audit, invites, notes, people, schools
from db.tables import Invite, Person, School
from handlers import naming, terms
from handlers.turn import Choice, Refusal, Reply, Turn
from handlers.wording import ROLE_NAMES, day, shortened
from knowledge.language.fold import fold
from knowledge.language.members import DEPUTY, read_member_order
from knowledge.language.school_names import find_schools

BOOTSTRAP_USED = "bootstrap-used"
_OUR_CODE = re.compile(rf"[{invites.ALPHABET}]{{{invites.LENGTH}}}")
_CODE_SHAPED = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+|(?=.*\d)(?=.*[A-Z])[A-Z0-9]{6,64}")
_CODE_LIKE = re.compile(r"(?=.*[\d-]|[A-Z]+$)[\w-]{4,64}", re.ASCII)
_LED = re.compile(r"(?:nhap ma|ma tham gia|ma moi|ma|code|tham gia)\s*[:=]?\s+(.+)")
_LED_CODE = re.compile(r"(?=\S*\d)\S{6,64}(?: \S{2,10}){0,2}")
_INVITATION = re.compile(
    r"\b(?:tao|cap|lay|xin|gui|lam)(?: \w+){0,4} ma(?= (?:moi|tham gia|cho|truong|mn|th|thcs)\b|$)"
    r"|\b(?:them|moi)(?: them)?(?: mot)? chuyen vien\b|\bcho\b.*\bma (?:moi|tham gia)\b|^ma (?:moi|tham gia)\b|^moi (?:mn|th|thcs|truong|hieu truong|pho)\b"
)
_INVITING = re.compile(r"^(?:gui )?(?:loi moi|giay moi)(?: \w+)* tham gia\b(?! (?:danh gia|hoi|tap))")
_NOT_JOINED = re.compile(
    r"\b(?:ai|truong|don vi)\b.*\bchua (?:co ai )?(?:tham gia(?! danh gia)|vao(?: he thong)?$|dang ky|ket noi|nhap ma)\b"
)
_JOINING = re.compile(
    r"\bma (?:tham gia|moi)\b|\bdang (?:nhap|ky tham gia)\b|^(?:toi|em|minh) la (?:hieu truong|pho|chuyen vien)\b|^(?:cach )?tham gia$"
)
_THANKS = re.compile(r"\b(?:cam on|thanks?|tks|tam biet|bye)\b")


def start(turn: Turn) -> Reply:
    """Welcome somebody, or take the code of a deep link."""
    if turn.words:
        return code(turn)
    if turn.heard.room:
        return greet(turn)
    return welcome(turn.person, turn) if turn.person else stranger()


def stranger() -> Reply:
    """Say who we are to somebody who has not joined."""
    return Reply(
        "Tôi là trợ lý kiểm định chất lượng giáo dục. Thầy/cô có thể hỏi ngay về tiêu chuẩn, tiêu chí.\n"
        "Để ghi tiến độ cho trường, gửi mã tham gia do cơ quan quản lý cấp.",
        (Choice("Xem các tiêu chuẩn", "/tieuchuan"), Choice("Hỏi như thế nào", "/trogiup")),
    )


def welcome(person: Person, turn: Turn) -> Reply:
    """Greet somebody who has joined."""
    if person.role == "officer":
        office = turn.campaign.office_name if turn.campaign else "cơ quan quản lý"
        text = f"Chào thầy/cô, chuyên viên **{office}**. Thầy/cô xem tiến độ, gửi thông báo, hỏi nhanh các trường, dời lịch, và mời hiệu trưởng tham gia."
        return Reply(
            text,
            (
                Choice("Tiến độ các trường", "/tiendo"),
                Choice("Mời trường tham gia", "/maimoi"),
                Choice("Lịch", "/lich"),
            ),
        )
    if person.school is None:
        review = terms.review_now(turn)
        return Reply(
            f"Chào thầy/cô. Thầy/cô hỏi được về tiêu chuẩn, tiêu chí và xem lịch {review}.",
            (Choice("Xem các tiêu chuẩn", "/tieuchuan"), Choice("Lịch", "/lich")),
        )
    text = f"Chào thầy/cô, **{ROLE_NAMES[person.role]} {person.school.name}**. Thầy/cô hỏi về tiêu chí, hoặc báo việc đã làm, ví dụ: *xong tc 1.1, 1.2 được 80%*."
    return Reply(
        text,
        (
            Choice("Trường mình còn thiếu gì", "/thieu"),
            Choice("Xem tiêu chuẩn", "/tieuchuan"),
            Choice("Hỏi như thế nào", "/trogiup"),
        ),
    )


def greet(turn: Turn) -> Reply:
    """Answer a greeting, or thanks."""
    if turn.heard.room:
        return Reply("Chào thầy/cô. Trong nhóm, thầy/cô nhắc tên tôi rồi hỏi về tiêu chuẩn, tiêu chí.")
    if _THANKS.search(fold(turn.words)) and "chao" not in fold(turn.words):
        return Reply("Vâng, thầy/cô cần gì cứ nhắn.")
    return welcome(turn.person, turn) if turn.person else stranger()


def looks_like_code(turn: Turn) -> bool:
    """Tell a join code from a question."""
    return bool(_code_in(turn.words, turn))


def _code_in(text: str, turn: Turn) -> str:
    said = " ".join(text.split())
    led = _LED.fullmatch(fold(said))
    candidate = said[-len(led[1]) :] if led else said
    if _bootstraps(turn, candidate) or _OUR_CODE.fullmatch(invites.bare(candidate)):
        return candidate
    if led and _LED_CODE.fullmatch(candidate):
        return candidate
    return candidate if turn.person is None and _CODE_SHAPED.fullmatch(candidate) else ""


def awaited_code(turn: Turn) -> Reply:
    """Hear the code asked for again; an empty reply where the words are something else."""
    return code(turn) if _CODE_LIKE.fullmatch(turn.words) else Reply("")


def code(turn: Turn) -> Reply:
    """Take a join code: an invitation, or the first officer's."""
    if turn.heard.room:
        raise Refusal("Mã tham gia là của riêng thầy/cô, xin gửi riêng cho tôi, đừng gửi trong nhóm.")
    if invites.wrong(turn.session, turn.heard.channel, turn.heard.address, turn.now) >= invites.WRONG_ALLOWED:
        return Reply("Thầy/cô đã nhập sai nhiều lần. Thầy/cô chờ 10 phút rồi gửi lại mã giúp.")
    said = _code_in(turn.words, turn) or turn.words
    if _bootstraps(turn, said):
        return _first_officer(turn)
    invite = invites.use(turn.session, said, turn.now)
    return _admit(turn, invite) if invite else _wrong(turn, said)


def _bootstraps(turn: Turn, said: str) -> bool:
    wanted = turn.settings.bootstrap_code.strip()
    return bool(wanted) and hmac.compare_digest(said.strip().encode(), wanted.encode())


def _first_officer(turn: Turn) -> Reply:
    if notes.read(turn.session, BOOTSTRAP_USED):
        return _wrong(turn, turn.words)
    notes.keep(turn.session, BOOTSTRAP_USED, turn.now.isoformat())
    person = people.join(turn.session, turn.address, "officer", None, turn.heard.name or "Chuyên viên", turn.now)
    audit.note(turn.session, person, "join", "officer", "", person.name, turn.now)
    return welcome(person, turn)


def _admit(turn: Turn, invite: Invite) -> Reply:
    if (
        turn.role == "officer"
        and (invite.role != "officer" or invite.person)
        and len(people.officers(turn.session, held=True)) == 1
    ):
        raise Refusal(
            f"Mã này dành cho {ROLE_NAMES[invite.role]}, còn thầy/cô là chuyên viên duy nhất. Thầy/cô chuyển mã cho người được mời."
        )
    person = _who(turn, invite)
    people.speak_for(turn.session, turn.address, person, turn.now)
    invite.used_by = person.id
    audit.note(turn.session, person, "join", invite.role, "", invite.school.name if invite.school else "", turn.now)
    return welcome(person, turn)


def _who(turn: Turn, invite: Invite) -> Person:
    if invite.person is not None:
        return invite.person
    name = turn.heard.name or ROLE_NAMES[invite.role]
    return people.join(turn.session, turn.address, invite.role, invite.school, name, turn.now)


def _wrong(turn: Turn, said: str) -> Reply:
    count = invites.note_wrong(turn.session, turn.heard.channel, turn.heard.address, turn.now)
    if count >= invites.WRONG_ALLOWED:
        return Reply("Mã chưa đúng, và đây là lần thứ năm. Thầy/cô chờ 10 phút rồi gửi lại giúp.")
    known = invites.state(turn.session, said)
    why = "Mã này không đúng."
    if known is not None:
        why = "Mã này đã được dùng." if known.used_at else "Mã này đã hết hạn."
    return Reply(f"{why} Thầy/cô xem lại mã, hoặc xin cơ quan quản lý cấp mã mới.", then="code")


def add_channel(turn: Turn) -> Reply:
    """Make a code with which the same person speaks from one more channel."""
    person = _joined(turn)
    made = invites.make(turn.session, person.role, person.school, person, turn.now, person=person)
    until = day((turn.now + invites.LIFETIME).date())
    return Reply(
        f"Trên kênh kia, thầy/cô gửi mã này cho tôi:\n**{made}**\nMã chỉ cho chính thầy/cô, dùng một lần, hết hạn ngày {until}."
    )


def asks_to_join(turn: Turn) -> bool:
    """Tell whether somebody who has not joined speaks of joining."""
    return turn.role == "stranger" and bool(_JOINING.search(fold(turn.words)))


_OF_THE_OFFICE = (
    ("officer", re.compile(r"\b(?:chuyen vien|officer|can bo)\b")),
    ("viewer", re.compile(r"\b(?:nguoi xem|viewer)\b")),
)
"""Who is invited to the office itself, and not to a school."""


def sends_invitations(turn: Turn) -> bool:
    """Tell `gửi lời mời cho các trường chưa tham gia` from an announcement of those words."""
    return turn.role == "officer" and bool(_INVITING.search(fold(turn.words)))


def asks_for_invite(turn: Turn) -> bool:
    """Tell whether plain words ask for a join code, or who has not joined."""
    said = fold(turn.words)
    return turn.role == "officer" and bool(_INVITATION.search(said) or _NOT_JOINED.search(said))


def invite(turn: Turn) -> Reply:
    """Make a join code for the principal of a school, or list who has not joined."""
    officer = _joined(turn)
    wanted = fold(turn.words)
    office = next((role for role, called in _OF_THE_OFFICE if called.search(wanted)), None)
    if office is not None:
        return _invitation(turn, officer, office, None)
    found = find_schools(turn.words, schools.names(turn.session)) if turn.words else ()
    for name in found:  # "Phổ thông" in a school's name is no deputy.
        wanted = wanted.replace(fold(name), " ")
    role = "deputy" if re.search(r"\bpho\b(?! thong\b)", wanted) else "principal"
    if len(found) == 1:
        return _invitation(turn, officer, role, schools.named(turn.session, found[0]))
    return _which_school(turn, found, "pho " if role == "deputy" else "")


def invites_deputy(turn: Turn) -> bool:
    """Tell whether a principal wants the deputy to record too."""
    order = read_member_order(turn.words) if turn.role == "principal" else None
    return order is not None and order.what == DEPUTY


def invite_deputy(turn: Turn) -> Reply:
    """Make a join code for the deputy of one's own school."""
    return _invitation(turn, _joined(turn), "deputy", turn.school)


def _invitation(turn: Turn, officer: Person, role: str, school: School | None) -> Reply:
    made = invites.make(turn.session, role, school, officer, turn.now)
    whom = ROLE_NAMES[role] + (f" {school.name}" if school else "")
    audit.note(turn.session, officer, "invite", whom, "", "", turn.now)
    link = turn.settings.join_link.format(code=made) if turn.settings.join_link else ""
    lines = [
        f"Mã tham gia của **{whom}**:",
        f"**{made}**",
        link,
        f"Dùng một lần, hết hạn ngày {day((turn.now + invites.LIFETIME).date())}.",
        "Thầy/cô chuyển riêng mã này cho người được mời; họ gửi nó cho tôi là tham gia.",
    ]
    return Reply("\n".join(line for line in lines if line), _who_is_there(turn, role, school))


def _who_is_there(turn: Turn, role: str, school: School | None) -> tuple[Choice, ...]:
    """Where the school has a principal already, lead to where that one's part may be ended."""
    there = people.members(turn.session, school.id) if school and role == "principal" else []
    if any(one.role == "principal" for one in there) and school:
        return (Choice("Ai đang tham gia", naming.about("/thanhvien", school.name)),)
    return ()


def _which_school(turn: Turn, found: tuple[str, ...], role: str) -> Reply:
    joined = people.joined_schools(turn.session)
    waiting = [one for one in schools.every(turn.session) if one.id not in joined]
    shown = [one for one in schools.every(turn.session) if one.name in found] or waiting
    if not shown:
        return Reply(
            "Mọi trường đã có người tham gia. Để mời thêm, gõ: *tạo mã cho TH Tứ Cường*, *mã mời chuyên viên* hoặc *mã mời người xem*."
        )
    title = (
        "Thầy/cô mời trường nào?"
        if found
        else f"**Còn {len(waiting)} trường chưa có ai tham gia.** Chọn trường để tạo mã:"
    )
    return Reply(
        title,
        tuple(Choice(shortened(one.name, 60), naming.about(f"/maimoi {role}".strip(), one.name)) for one in shown[:20]),
    )


def _joined(turn: Turn) -> Person:
    if turn.person is None:  # The permissions table has refused strangers before.
        raise Refusal("Phần này cần mã tham gia.")
    return turn.person
