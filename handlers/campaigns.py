"""The campaign that a handler needs, or the refusal that says what is missing."""

from __future__ import annotations

from db.tables import Campaign
from handlers.turn import Refusal, Turn

ASK_OFFICE = "Chưa có kế hoạch năm học nào. Cơ quan quản lý cần nhập kế hoạch trước."
SEND_FILE = "Chưa có kế hoạch năm học nào. Thầy/cô gửi tệp kế hoạch vào đây trước."
"""To an officer, who can do it."""


def running(turn: Turn, otherwise: str = ASK_OFFICE) -> Campaign:
    """Give the campaign of today; refuse with *otherwise* where there is none."""
    if turn.campaign is None:
        raise Refusal(otherwise)
    return turn.campaign
