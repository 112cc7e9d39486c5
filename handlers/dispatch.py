"""From words to the handler that answers them."""

from __future__ import annotations

import re

from handlers import attachments, correcting, groups, join, menu, naming, progress, teach
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.fold import clean, fold
from knowledge.rules.permissions import may

LONGEST = 4096
OTHER_KINDS = {
    "voice": "Tôi chưa nghe được tin thoại. Thầy/cô gõ giúp, hoặc dùng bàn phím đọc chính tả.",
    "sticker": "Thầy/cô cần hỏi tiêu chí nào, hay ghi tiến độ cho trường?",
    "photo": "Tôi chưa lưu ảnh. Thầy/cô gõ giúp nội dung, ví dụ: *xong tc 1.1*.",
    "file": "Tôi chưa lưu tệp gửi trong trò chuyện. Thầy/cô gõ giúp nội dung cần hỏi hoặc cần ghi.",
}
EXAMPLES = Choice("Xem ví dụ", "/trogiup")
SPOKEN_BUTTONS = (
    (re.compile(r"(?:da )?(?:xac nhan|dong y|duoc|ok|vang|co|u)(?: a| nhe| em| anh| chi)?"), "/xacnhan"),
    (re.compile(r"(?:thoi|huy|khong|bo qua|khoi)(?: a| nhe| can| doi)?"), "/thoi"),
    (re.compile(r"(?:vi|tai) sao .*(?:tin|nhac).*"), "/visao"),
    (re.compile(r"(?:da )?(?:xac nhan|dong y|ok)(?: a| nhe| em)?"), "/guitb"),
    (re.compile(r"(?:(?:ok|dong y|xac nhan) )?gui(?: (?:di|luon|ngay|nhe))?"), "/guitb"),
    (re.compile(r"(?:da )?(?:nam|ro|nhan|hieu)(?: roi)?(?: a| nhe)?"), "/nho"),
    (re.compile(r"nhac (?:lai )?(?:toi |minh |em )?sau (?:ba )?(?:3 )?ngay"), "/nhaclai"),
)
"""What people type instead of pressing a button that stands in front of them."""
ANY_TIME = ("/visao", "/nhaclai")
"""These speak of the last reminder, wherever its buttons are."""


def dispatch(turn: Turn) -> Reply:
    """Answer one message by exactly one handler."""
    text = clean(turn.heard.text).strip()
    if turn.heard.file is not None and not turn.heard.room:
        kept = attachments.received(turn, text)
        if kept is not None:
            return kept
    if not re.search(r"\w", text):
        return Reply(OTHER_KINDS.get(turn.heard.kind, OTHER_KINDS["sticker"]), (EXAMPLES,))
    if len(text) > LONGEST:
        raise Refusal(f"Tin dài {len(text)} ký tự, tôi đọc được tối đa {LONGEST}. Thầy/cô gửi lại ngắn hơn giúp.")
    if text.startswith("/"):
        return _command(turn, text)
    # A group shares nothing with somebody's own conversation: no numbered choice, no awaited answer, no correction.
    return _asked(turn, text) if turn.heard.room else _words(turn, _chosen(turn, text))


def _command(turn: Turn, text: str) -> Reply:
    name, _, words = text[1:].partition(" ")
    command = menu.BY_NAME.get(fold(name.partition("@")[0]))
    if command is None:
        raise Refusal(f"Không có lệnh “/{name[:30]}”.", (Choice("Xem các lệnh", "/trogiup"),))
    turn.words = naming.spelled_out(turn.session, words.strip())
    if not turn.heard.room:
        turn.address.then = None
    return _run(turn, command)


def _chosen(turn: Turn, text: str) -> str:
    """Take a number for the press of that button, where the channel has none; only the last message's count."""
    offered, turn.address.offered = turn.address.offered, []
    if turn.settings.numbered and text.isascii() and text.isdigit() and 0 < int(text) <= len(offered):
        return str(offered[int(text) - 1])
    return _pressed_in_words(text, [str(words) for words in offered])


def _pressed_in_words(text: str, offered: list[str]) -> str:
    """Take "xác nhận", "thôi" and "vì sao tôi nhận tin này" for the press of the button that says so."""
    said = " ".join(re.sub(r"[^a-z ]", " ", fold(text)).split())
    for begins in (begins for wanted, begins in SPOKEN_BUTTONS if wanted.fullmatch(said)):
        pressed = next((words for words in offered if words.startswith(begins)), None)
        if pressed or begins in ANY_TIME:
            return pressed or begins
    return text


def _words(turn: Turn, text: str) -> Reply:
    if text.startswith("/"):
        return _command(turn, text)
    turn.words = text
    if turn.heard.edits or turn.heard.replies_to:
        corrected = correcting.correct(turn)
        if corrected is not None:
            return corrected
    taught = teach.heard(turn)
    if taught is not None:
        return taught
    if join.looks_like_code(turn):
        turn.address.then = None
        return join.code(turn)
    if turn.address.then:
        awaited, turn.address.then = menu.AWAITED.get(turn.address.then), None
        answer = awaited(turn) if awaited else None
        if answer is not None and answer.text:
            return answer
    return _asked(turn, text)


def _asked(turn: Turn, text: str) -> Reply:
    turn.words = text
    if turn.heard.room and join.looks_like_code(turn):
        return join.code(turn)
    if join.asks_to_join(turn) and not turn.heard.room:
        return join.stranger()
    spoken = next((name for asks, name in menu.SPOKEN if asks(turn)), None)
    if spoken is not None:
        return _run(turn, menu.BY_NAME[spoken])
    command = menu.BY_INTENT.get(turn.understood().intent)
    return progress.beside(turn, _run(turn, command or menu.BY_NAME["hoi"]))


def _run(turn: Turn, command: menu.Command) -> Reply:
    if turn.heard.room and not command.in_group:
        raise Refusal("Việc này thầy/cô nhắn riêng cho tôi giúp. Trong nhóm tôi chỉ trả lời chuyện chung.")
    if not may(turn.role, command.action):
        raise Refusal(_not_allowed(turn, command.action), _instead(turn))
    return groups.brief(command.handler(turn)) if turn.heard.room else command.handler(turn)


def _not_allowed(turn: Turn, action: str) -> str:
    if turn.role == "stranger" and turn.heard.room:
        return "Phần này dành cho người đã tham gia. Thầy/cô nhắn riêng cho tôi để tham gia."
    if turn.role == "stranger":
        return "Phần này cần mã tham gia do cơ quan quản lý cấp. Thầy/cô gửi mã vào đây, hoặc cứ hỏi về tiêu chuẩn, tiêu chí."
    if may("officer", action):
        return "Phần này dành cho chuyên viên của cơ quan quản lý."
    return "Phần này dành cho hiệu trưởng, phó hiệu trưởng: mỗi trường tự ghi tiến độ của mình."


def _instead(turn: Turn) -> tuple[Choice, ...]:
    """Offer what the person may do; a group has no buttons for one's own things."""
    if turn.heard.room:
        return ()
    if turn.role == "officer":
        return (Choice("Tiến độ các trường", "/tiendo"),)
    if may(turn.role, "own_status"):
        return (Choice("Trường mình còn thiếu gì", "/thieu"),)
    return (Choice("Xem các tiêu chuẩn", "/tieuchuan"),)
