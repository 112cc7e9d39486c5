"""Every command, every role, in private and in a group: refused exactly where the table says so."""

from __future__ import annotations

import pytest

from bot.app import App
from handlers import menu
from knowledge.rules.permissions import ROLES, may
from tests.conftest import Chat, Phone, seat

REFUSALS = (
    "Phần này dành cho chuyên viên của cơ quan quản lý.",
    "Phần này dành cho hiệu trưởng, phó hiệu trưởng: mỗi trường tự ghi tiến độ của mình.",
    "Phần này dành cho người đã tham gia. Thầy/cô nhắn riêng cho tôi để tham gia.",
    "Phần này cần mã tham gia do cơ quan quản lý cấp. Thầy/cô gửi mã vào đây, hoặc cứ hỏi về tiêu chuẩn, tiêu chí.",
)
IN_PRIVATE = "Việc này thầy/cô nhắn riêng cho tôi giúp. Trong nhóm tôi chỉ trả lời chuyện chung."


def person(app: App, phone: Phone, role: str) -> Chat:
    """Seat somebody of a role."""
    if role == "stranger":
        return Chat(app, phone, "khach")
    return seat(app, phone, role, role, "TH Tứ Cường" if role in ("principal", "deputy") else None)


@pytest.mark.parametrize("role", ROLES)
def test_in_private_a_command_is_refused_exactly_where_the_table_says(app: App, phone: Phone, role: str) -> None:
    who = person(app, phone, role)
    refused = {one.name: who.say(f"/{one.name}").text in REFUSALS for one in menu.COMMANDS}
    assert refused == {one.name: not may(role, one.action) for one in menu.COMMANDS}


@pytest.mark.parametrize("role", ROLES)
def test_in_a_group_only_what_is_everybodys_is_answered(app: App, phone: Phone, role: str) -> None:
    who = Chat(app, phone, person(app, phone, role).address, room="nhom")
    said = {one.name: who.say(f"/{one.name}").text for one in menu.COMMANDS}
    sent_away = {name for name, text in said.items() if text == IN_PRIVATE}
    assert sent_away == {one.name for one in menu.COMMANDS if not one.in_group}
    refused = {name for name, text in said.items() if text in REFUSALS}
    assert refused == {one.name for one in menu.COMMANDS if one.in_group and not may(role, one.action)}
