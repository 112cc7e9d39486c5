"""What the reviews found: recorded, told, reminded of, kept over the years."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.app import App
from bot.rehearsal import rehearse
from db import reminders, results, schools
from db.session import Session
from db.tables import Audit, Campaign, Review
from tests.conftest import ZONE, Chat, Phone, TestClock, seat


@pytest.fixture
def kindergarten(app: App, phone: Phone) -> Chat:
    """Talk as the principal of MN Đoàn Kết."""
    return seat(app, phone, "doan-ket", "principal", "MN Đoàn Kết")


def of_school(session: Session, name: str) -> Review:
    """Find a school's part in 2017-2018."""
    campaign, school = schools.of_year(session, "2017-2018"), schools.named(session, name)
    assert campaign is not None
    assert school is not None
    found = schools.review(session, campaign, school)
    assert found is not None
    return found


def test_a_result_is_shown_before_it_is_recorded(app: App, officer: Chat, chat: Chat) -> None:
    assert officer.say("TH Tứ Cường đạt cấp độ 2").text.splitlines() == [
        "Ghi kết quả đánh giá ngoài năm học 2017-2018 của **TH Tứ Cường**: **cấp độ 2**?",
        "Lưu ý: lịch đánh giá ngoài là 11/2017, chưa đến.",
        "Khi xác nhận: dừng nhắc đánh giá ngoài, bắt đầu nhắc kế hoạch cải tiến; gửi thư báo kết quả cho trường.",
    ]
    with app.sessions.begin() as session:
        assert of_school(session, "TH Tứ Cường").result is None


def test_a_confirmed_result_is_kept_and_congratulated(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    assert officer.press("Xác nhận").text == "Đã ghi **TH Tứ Cường**: **cấp độ 2**. Đã báo cho trường."
    assert phone.at(chat.address)[-1].text.splitlines() == [
        "Chúc mừng **TH Tứ Cường**: đánh giá ngoài năm học 2017-2018 đạt **cấp độ 2**.",
        "Phòng GD&ĐT Thanh Miện cảm ơn thầy/cô và nhà trường. Việc tiếp theo là kế hoạch cải tiến chất lượng, "
        "mỗi học kỳ tôi nhắc một lần.",
    ]
    with app.sessions.begin() as session:
        review = of_school(session, "TH Tứ Cường")
        assert (review.result, review.result_at) == ("cấp độ 2", app.clock.now())
        trail = session.scalars(select(Audit).filter_by(action="record-result")).one()
        assert (trail.subject, trail.before, trail.after) == ("TH Tứ Cường", "", "cấp độ 2")
        assert trail.person_id == review.result_by


def test_a_recorded_result_ends_the_reminders_of_the_review(app: App, officer: Chat) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    with app.sessions.begin() as session:
        review = of_school(session, "TH Tứ Cường")
        rows = reminders.of_school(session, review.campaign, review.school_id)
        assert [(one.kind, one.day) for one in rows if one.state == "waiting"] == [
            ("improvement", date(2017, 12, 1)),
            ("improvement", date(2018, 4, 2)),
        ]


def test_a_school_that_did_not_make_it_is_told_calmly(officer: Chat, kindergarten: Chat, phone: Phone) -> None:
    officer.say("MN Đoàn Kết không đạt")
    officer.press("Xác nhận")
    said = phone.at(kindergarten.address)[-1].text
    assert said.startswith("Kết quả đánh giá ngoài năm học 2017-2018 của **MN Đoàn Kết**: **không đạt**.")
    assert "Chúc mừng" not in said


def test_a_result_is_corrected_by_saying_the_right_one(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    assert "**TH Tứ Cường**: cấp độ 2 → **cấp độ 3**?" in officer.say("TH Tứ Cường đạt cấp độ 3").text
    officer.press("Xác nhận")
    assert "đã sửa kết quả đánh giá ngoài năm học 2017-2018 của **TH Tứ Cường**: cấp độ 2 → **cấp độ 3**" in (
        phone.at(chat.address)[-1].text
    )
    assert "đã ghi là cấp độ 3 rồi" in officer.say("TH Tứ Cường đạt cấp độ 3").text


def test_a_result_put_in_by_mistake_can_be_dropped(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    assert "chưa có kết quả nào" in officer.say("bỏ kết quả TH Tứ Cường").text
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    officer.say("bỏ kết quả TH Tứ Cường")
    assert "Đã bỏ kết quả" in officer.press("Xác nhận").text
    assert "ghi nhầm" in phone.at(chat.address)[-1].text
    with app.sessions.begin() as session:
        review = of_school(session, "TH Tứ Cường")
        assert (review.result, review.result_at, review.result_by) == (None, None, None)
        rows = reminders.of_school(session, review.campaign, review.school_id)
        kinds = {one.kind for one in rows if one.state == "waiting"}
    assert "improvement" not in kinds
    assert "review-month" in kinds


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("TH Tứ Cường đạt cấp độ 4", "TT 42/2012 chỉ có cấp độ 1 đến 3, không có cấp độ 4"),
        ("TH Tứ Cường đạt mức 2", "TT 42/2012 chỉ có cấp độ 1 đến 3, không có mức 2"),
        ("TH Tứ Cường đạt cấp độ 2, chuẩn quốc gia mức độ 1", "TT 42/2012 không xét chuẩn quốc gia"),
        ("MN Đoàn Kết đạt chuẩn quốc gia mức độ 1", "cần ghi cả cấp độ 1 đến 3 theo TT 25/2014"),
    ],
)
def test_a_result_that_the_circular_does_not_know_is_refused(officer: Chat, said: str, why: str) -> None:
    assert why in officer.say(said).text
    assert officer.labels == []


def test_the_circular_of_2018_has_levels_and_grades(app: App, officer: Chat) -> None:
    with app.sessions.begin() as session:
        campaign = schools.of_year(session, "2017-2018")
        assert campaign is not None
        campaign.circulars = {**campaign.circulars, "TH": "tt17-2018"}
    assert "**mức 3, chuẩn quốc gia mức độ 1**?" in officer.say("TH Tứ Cường đạt mức 3, chuẩn quốc gia mức độ 1").text
    assert "chuẩn quốc gia mức độ 2 cần mức 3 trở lên" in officer.say("TH Tứ Cường đạt mức 2, cqg mức độ 2").text


def test_a_name_of_two_schools_is_asked_about(officer: Chat) -> None:
    assert officer.say("thanh giang đạt cấp độ 1").text == "Thầy/cô ghi cho trường nào?"
    assert "của **TH Thanh Giang**: **cấp độ 1**?" in officer.press("TH Thanh Giang").text


@pytest.mark.parametrize("said", ["trường em đạt cấp độ 2", "TH Tứ Cường đạt cấp độ 2", "trường tôi không đạt"])
def test_a_principal_records_no_result(app: App, chat: Chat, said: str) -> None:
    assert "Ghi kết quả" not in chat.say(said).text
    with app.sessions.begin() as session:
        assert session.scalars(select(Review).where(Review.result.is_not(None))).all() == []


def test_a_principal_may_not_by_command_either(chat: Chat) -> None:
    assert "dành cho chuyên viên" in chat.say("/ghiketqua TH Tứ Cường đạt cấp độ 2").text


@pytest.mark.parametrize(
    "said", ["TH Tứ Cường đạt cấp độ 2 chưa", "TH Tứ Cường có đạt cấp độ 2 không?", "TH Tứ Cường không đạt tc 1.1"]
)
def test_a_question_records_nothing(officer: Chat, said: str) -> None:
    assert "Ghi kết quả" not in officer.say(said).text


def test_a_confirmation_is_stale_once_a_colleague_recorded(app: App, officer: Chat, phone: Phone) -> None:
    colleague = seat(app, phone, "dong-nghiep", "officer")
    officer.say("TH Tứ Cường đạt cấp độ 2")
    colleague.say("TH Tứ Cường đạt cấp độ 1")
    colleague.press("Xác nhận")
    assert "đã cũ" in officer.press("Xác nhận").text


def test_who_has_a_result_is_listed_by_month(officer: Chat) -> None:
    for said in ("TH Tứ Cường đạt cấp độ 2", "MN Đoàn Kết không đạt", "THCS Cao Thắng đạt cấp độ 3"):
        officer.say(said)
        officer.press("Xác nhận")
    assert officer.say("những trường nào đã có kết quả").text.splitlines() == [
        "**Năm học 2017-2018: 3 trường đã có kết quả, 16 trường trong lịch đánh giá ngoài.**",
        "10/2017 · THCS Cao Thắng: cấp độ 3",
        "11/2017 · MN Đoàn Kết: không đạt · TH Tứ Cường: cấp độ 2",
    ]


def earlier(app: App) -> None:
    """Keep a year before in which TH Tứ Cường was reviewed too."""
    with app.sessions.begin() as session:
        past = Campaign(
            school_year="2012-2013", office_name="Phòng", office_rank="district", circulars={"TH": "tt42-2012"},
            begins=date(2012, 8, 1), ends=date(2013, 7, 31), known_since=date(2012, 9, 1),
        )  # fmt: skip
        school = schools.named(session, "TH Tứ Cường")
        assert school is not None
        review = Review(campaign=past, school=school, month=date(2013, 3, 1))
        session.add_all([past, review])
        results.record(review, "cấp độ 1", None, datetime(2013, 3, 20, 9, tzinfo=ZONE))


def test_the_results_of_all_years_are_kept(app: App, officer: Chat, chat: Chat) -> None:
    earlier(app)
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    expected = [
        "**Kết quả đánh giá ngoài của TH Tứ Cường:**",
        "· 2017-2018: cấp độ 2 (ghi ngày 02/10/2017)",
        "· 2012-2013: cấp độ 1 (ghi ngày 20/03/2013)",
    ]
    assert officer.say("kết quả các năm của TH Tứ Cường").text.splitlines() == expected
    assert chat.say("kết quả các năm của trường em").text.splitlines() == expected
    assert "Chưa ghi kết quả" in officer.say("kết quả các năm của TH Đoàn Tùng").text


def test_the_improvement_plan_is_reminded_of_once_a_term(
    app: App, officer: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    clock.move_to(datetime(2017, 12, 1, 7, 30, tzinfo=ZONE))
    chat.say("chào")
    told = len(phone.at(chat.address))
    tick(app)
    assert [one.text.splitlines()[0] for one in phone.at(chat.address)[told:]] == [
        "⏰ Kế hoạch cải tiến chất lượng của **TH Tứ Cường** (kết quả cấp độ 2, năm học 2017-2018)."
    ]
    chat.last = phone.at(chat.address)[-1]
    assert "(ghi ngày 02/10/2017), mỗi học kỳ tôi nhắc kế hoạch cải tiến một lần" in chat.press("Vì sao").text


def tick(app: App) -> None:
    """Let the clock take its turn."""
    import asyncio

    asyncio.run(app.tick())


def test_a_rehearsal_shows_the_improvement_plan(app: App, officer: Chat) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    first = app.clock.now().date()
    pushes = rehearse(app.sessions, app.shelf, first, first + timedelta(days=200), ZONE)
    found = [(one.kind, one.at.date()) for one in pushes if one.school == "TH Tứ Cường"]
    assert found == [("improvement", date(2017, 12, 1)), ("improvement", date(2018, 4, 2))]


def test_who_has_no_result_yet_is_listed_too(officer: Chat) -> None:
    officer.say("THCS Cao Thắng đạt cấp độ 3")
    officer.press("Xác nhận")
    said = officer.say("trường nào chưa có kết quả").text.splitlines()
    assert said[:2] == ["**Năm học 2017-2018: 15 trường trong lịch chưa có kết quả.**", "10/2017 · THCS Ngô Quyền"]


def test_the_improvement_plan_can_be_asked_for_again(
    app: App, officer: Chat, chat: Chat, phone: Phone, clock: TestClock
) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    clock.move_to(datetime(2017, 12, 1, 7, 30, tzinfo=ZONE))
    tick(app)
    chat.last = phone.at(chat.address)[-1]
    chat.press("Nhắc lại")
    clock.move_to(datetime(2017, 12, 4, 7, 30, tzinfo=ZONE))
    tick(app)
    assert phone.at(chat.address)[-1].text.startswith("⏰ Kế hoạch cải tiến chất lượng của **TH Tứ Cường**")


def test_the_result_stands_where_the_school_is_asked_for(officer: Chat, chat: Chat) -> None:
    officer.say("TH Tứ Cường đạt cấp độ 2")
    officer.press("Xác nhận")
    assert "Kết quả đánh giá ngoài: **cấp độ 2**." in officer.say("tiến độ TH Tứ Cường").text
    assert chat.say("bao giờ trường tôi đánh giá ngoài").text == (
        "**TH Tứ Cường**: đánh giá ngoài tháng **11/2017**, kết quả **cấp độ 2**."
    )
