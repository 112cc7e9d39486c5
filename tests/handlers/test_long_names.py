"""A school may have a name that no button holds."""

from __future__ import annotations

import pytest

from bot.app import App
from db import schools
from tests.conftest import Chat, Phone, seat

LONG = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Trà Don"
TWIN = f"{LONG} II"


@pytest.fixture(autouse=True)
def _renamed(app: App) -> None:
    """Give two schools names of more than 64 letters."""
    with app.sessions.begin() as session:
        for old, new in (("TH Tứ Cường", LONG), ("TH Đoàn Tùng", TWIN)):
            found = schools.named(session, old)
            assert found is not None
            found.name = new


def test_the_buttons_of_its_standing_lead_to_it(officer: Chat) -> None:
    officer.say(f"tiến độ {TWIN}")
    drawn = officer.press("Hình")
    again = officer.press("Chi tiết")

    assert (drawn.text.splitlines()[0].split(":")[0], len(drawn.files)) == (f"**{TWIN}**", 1)
    assert again.text.startswith(f"**{TWIN}**")


def test_a_code_for_its_principal_is_a_button_away(officer: Chat) -> None:
    officer.say("/maimoi")
    officer.press(LONG[:50])

    assert officer.last.text.startswith(f"Mã tham gia của **Hiệu trưởng {LONG}**:")


def test_whoever_speaks_for_it_is_found(app: App, officer: Chat, phone: Phone) -> None:
    seat(app, phone, "tra-don", "principal", LONG)
    officer.say(f"/thanhvien {LONG}")
    officer.press("Đã thôi việc")
    officer.press("Xác nhận")

    assert f"Hiệu trưởng {LONG}" in officer.press("Cấp mã").text


def test_a_mark_that_means_no_school_is_no_school(officer: Chat) -> None:
    assert officer.say("/thanhvien truong-00000000").text.startswith("Thầy/cô xem trường nào?")
