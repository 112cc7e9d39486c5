"""Help, and "never mind"."""

from __future__ import annotations

import re

from handlers import terms
from handlers.turn import Choice, Reply, Turn
from knowledge.language.heard import hear

EXAMPLES = {
    "principal": "• Hỏi: *tc 3.5 cần gì*, *hội đồng gồm những ai*\n• Ghi: *xong tc 1.1, 1.2 được 80%*\n"
    "• Xem: *trường tôi còn thiếu gì*\n• Ghi nhầm: *hoàn tác*",
    "officer": "• Xem: *tiến độ các trường tiểu học*, *TH Tứ Cường đến đâu rồi*\n• Lịch: *tháng 11 có trường nào*\n"
    "• Thông báo: *gửi thông báo cho các trường mầm non: …*, *ai chưa xác nhận*\n"
    "• Hỏi nhanh: *hỏi nhanh các trường: đã lập hội đồng chưa?*\n"
    "• Dời: *dời MN Đoàn Kết sang 12/2017*\n• Mời: *tạo mã cho TH Tứ Cường*\n"
    "• Kế hoạch: gửi tệp .docx, .xlsx vào đây; *thêm hội nghị sơ kết ngày 15/1/2018*\n"
    "• Kết quả: *TH Tứ Cường đạt {level} 2*",
    "viewer": "• Hỏi: *thư viện tiểu học cần gì*, *tiêu chí 1.2 mầm non*\n• Lịch: *tháng 11 có trường nào*",
    "stranger": "• Hỏi: *thư viện tiểu học cần gì*, *tiêu chí 1.2 mầm non*\n• Tham gia: gửi mã do cơ quan quản lý cấp",
}
IN_GROUP = (
    "Trong nhóm, thầy/cô nhắc tên tôi rồi hỏi chuyện chung, ví dụ: *thư viện tiểu học cần gì*, *tháng 11 có trường nào*.\n"
    "Tiến độ của từng trường xin nhắn riêng cho tôi."
)


_WHAT_I_MAY = re.compile(
    r"^ (?:(?:toi|em|minh|o day|vay|ban|bot|tro ly) )*(?:co the )?(?:lam|giup|dung|hoi) (?:duoc |toi )*(?:nhung )?(?:viec )?(?:gi|sao)"
    r"(?: duoc)?(?: (?:o day|cho toi|toi|em|vay|the|a))* $"
)


def asks_what_one_may(turn: Turn) -> bool:
    """Tell whether somebody asks what can be done here at all."""
    plain = re.sub(r"[^a-z ]", " ", hear(turn.words).plain)
    return turn.person is not None and _WHAT_I_MAY.match(f" {' '.join(plain.split())} ") is not None


def help_page(turn: Turn) -> Reply:
    """Show by examples what can be said."""
    from handlers.menu import help_lines  # the menu names this handler, so it is read when asked

    browsing = (Choice("Xem các tiêu chuẩn", "/tieuchuan"),)
    if turn.heard.room:
        return Reply(IN_GROUP, browsing)
    role = "principal" if turn.role == "deputy" else turn.role
    examples = EXAMPLES[role].format(level="mức" if terms.is_renamed(turn) else "cấp độ")
    text = f"Thầy/cô cứ viết như nói, có dấu hay không đều được:\n{examples}\n\n" + "\n".join(help_lines(turn))
    return Reply(text, browsing)


def never_mind(turn: Turn) -> Reply:
    """Drop what waited for a confirmation."""
    if not turn.heard.room:  # What waits in somebody's own conversation is no matter of a group.
        turn.address.draft, turn.address.then = {}, None
    return Reply("Vâng, không thay đổi gì.", in_place=True)
