"""A new school year: opened from the one before, which stays readable."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.app import App
from db import schools
from tests.conftest import ZONE, Chat, TestClock


def open_year(officer: Chat, said: str = "tạo năm học 2018-2019") -> None:
    """Open the year."""
    officer.say(said)
    officer.press("Xác nhận")


@pytest.mark.parametrize("said", ["tạo năm học 2018-2019", "/nammoi", "mở năm học mới", "tao nam hoc 2018-2019"])
def test_a_new_year_is_shown_before_it_is_opened(app: App, officer: Chat, said: str) -> None:
    assert officer.say(said).text.splitlines() == [
        "**Mở năm học 2018-2019?**",
        "· 16 trường và mọi người đã tham gia chuyển sang từ 2017-2018; cơ quan: Phòng GD&ĐT Thanh Miện",
        "· Thông tư: MN TT 25/2014; TH, THCS TT 42/2012",
        "· Trong năm có hiệu lực: TT 19/2018 (từ 10/10/2018), TT 17/2018 (từ 10/10/2018), TT 18/2018 (từ 10/10/2018); "
        "kế hoạch dẫn thông tư nào thì dùng thông tư đó",
        "· Chưa có tháng đánh giá ngoài, đến khi thầy/cô gửi kế hoạch",
        "· Hạn báo cáo tự đánh giá tạm đặt 31/05/2019, kế hoạch sẽ thay",
        "Năm mới dùng từ 01/08/2018; năm học 2017-2018 vẫn xem được.",
    ]
    with app.sessions.begin() as session:
        assert schools.of_year(session, "2018-2019") is None


def test_an_opened_year_has_the_schools_and_no_months(app: App, officer: Chat) -> None:
    open_year(officer)
    with app.sessions.begin() as session:
        campaign = schools.of_year(session, "2018-2019")
        assert campaign is not None
        assert [one.month for one in schools.reviews(session, campaign)] == [None] * 16
        assert campaign.office_name == "Phòng GD&ĐT Thanh Miện"
    assert "0 trường được đánh giá ngoài" in officer.say("/lich 2018-2019").text
    assert "16 trường được đánh giá ngoài" in officer.say("/lich").text


def test_a_year_is_opened_once(officer: Chat) -> None:
    open_year(officer)
    assert officer.say("tạo năm học 2018-2019").text == "Năm học 2018-2019 đã có rồi."
    assert "cách hôm nay quá xa" in officer.say("tạo năm học 2030-2031").text


def test_people_go_on_and_begin_anew_when_the_year_begins(officer: Chat, chat: Chat, clock: TestClock) -> None:
    chat.say("xong tc 1.1")
    open_year(officer)
    clock.move_to(datetime(2018, 9, 5, 8, tzinfo=ZONE))
    assert "0 trường được đánh giá ngoài" in officer.say("/lich").text
    assert "16 trường: 0 xong báo cáo, 0 đang làm, 16 chưa bắt đầu" in officer.say("tiến độ các trường").text
    assert "1.1" in chat.say("xong tc 1.1").text


def test_an_old_year_stays_readable(officer: Chat, chat: Chat, clock: TestClock) -> None:
    chat.say("xong tc 1.1")
    open_year(officer)
    clock.move_to(datetime(2018, 9, 5, 8, tzinfo=ZONE))
    assert "15 chưa bắt đầu" in officer.say("tiến độ năm học 2017-2018").text
    assert officer.say("/lich 2017-2018").text.startswith("**Năm học 2017-2018: 16 trường được đánh giá ngoài.**")
    assert chat.say("/lich 2017-2018").text.startswith("**Năm học 2017-2018: 16 trường")
    assert "Năm học 2011-2012 chưa có trong hệ thống." in officer.say("/lich 2011-2012").text


def test_a_principal_opens_no_year(app: App, chat: Chat) -> None:
    chat.say("tạo năm học 2018-2019")
    assert "dành cho chuyên viên" in chat.say("/nammoi").text
    with app.sessions.begin() as session:
        assert schools.of_year(session, "2018-2019") is None
