"""From words to the handler that answers them."""

from __future__ import annotations

from handlers import join, menu, progress
from handlers.turn import Choice, Refusal, Reply, Turn
from knowledge.language.fold import clean, fold
from knowledge.rules.permissions import may

LONGEST = 4096
OTHER_KINDS = {
    "voice": "Tôi chưa nghe được tin thoại. Thầy/cô gõ giúp câu hỏi, hoặc dùng bàn phím đọc chính tả.",
    "sticker": "Thầy/cô cần hỏi tiêu chí nào, hay ghi tiến độ cho trường? Gõ /trogiup để xem ví dụ.",
    "photo": "Tôi chưa lưu ảnh. Thầy/cô gõ giúp nội dung, ví dụ: *xong tc 1.1*.",
    "file": "Tôi chưa lưu tệp gửi trong trò chuyện. Thầy/cô gõ giúp nội dung cần hỏi hoặc cần ghi.",
}


def dispatch(turn: Turn) -> Reply:
    """Answer one message by exactly one handler."""
    text = clean(turn.heard.text).strip()
    if turn.heard.kind not in {"text", "press"} and not text:
        return Reply(OTHER_KINDS.get(turn.heard.kind, OTHER_KINDS["sticker"]))
    if len(text) > LONGEST:
        raise Refusal(f"Tin dài {len(text)} ký tự, tôi đọc được tối đa {LONGEST}. Thầy/cô gửi lại ngắn hơn giúp.")
    if text.startswith("/"):
        return _command(turn, text)
    return _words(turn, _chosen(turn, text))


def _command(turn: Turn, text: str) -> Reply:
    name, _, words = text[1:].partition(" ")
    command = menu.BY_NAME.get(fold(name.partition("@")[0]))
    if command is None:
        raise Refusal(f"Không có lệnh “/{name[:30]}”. Gõ /trogiup để xem các lệnh.")
    turn.words = words.strip()
    turn.address.then = None
    return _run(turn, command)


def _chosen(turn: Turn, text: str) -> str:
    """Take a number for the press of that button, where the channel has none."""
    offered = turn.address.offered
    if text.isascii() and text.isdigit() and 0 < int(text) <= len(offered):
        return str(offered[int(text) - 1])
    return text


def _words(turn: Turn, text: str) -> Reply:
    if text.startswith("/"):
        return _command(turn, text)
    turn.words = text
    if turn.heard.edits or turn.heard.replies_to:
        corrected = progress.correct(turn)
        if corrected is not None:
            return corrected
    if join.looks_like_code(turn):
        turn.address.then = None
        return join.code(turn)
    if turn.address.then:
        awaited, turn.address.then = menu.AWAITED.get(turn.address.then), None
        answer = awaited(turn) if awaited else None
        if answer is not None and answer.text:
            return answer
    if join.asks_for_invite(turn):
        return _run(turn, menu.BY_NAME["maimoi"])
    meaning = turn.understood()
    command = menu.BY_INTENT.get(meaning.intent)
    if command is None:
        return menu.BY_NAME["hoi"].handler(turn)
    return _run(turn, command)


def _run(turn: Turn, command: menu.Command) -> Reply:
    if turn.heard.room and not command.in_group:
        raise Refusal(
            "Việc riêng của trường, thầy/cô nhắn riêng cho tôi giúp. Trong nhóm tôi chỉ trả lời chuyện chung."
        )
    if not may(turn.role, command.action):
        raise Refusal(_not_allowed(turn, command.action), (Choice("Trợ giúp", "/trogiup"),))
    return command.handler(turn)


def _not_allowed(turn: Turn, action: str) -> str:
    if turn.role == "stranger":
        return "Phần này cần mã tham gia do cơ quan quản lý cấp. Thầy/cô gửi mã vào đây, hoặc cứ hỏi về tiêu chuẩn, tiêu chí."
    if may("officer", action):
        return "Phần này dành cho chuyên viên của cơ quan quản lý."
    return "Phần này dành cho hiệu trưởng, phó hiệu trưởng của trường. Để xem các trường, gõ /tiendo."
