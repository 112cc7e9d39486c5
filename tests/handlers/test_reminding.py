"""What the clock sends: from what a school lacks today, at good hours, merged, and stopped when done."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from bot.app import App
from db import schools
from db.tables import Reminder
from handlers.turn import Reply
from tests.conftest import ZONE, Chat, Phone, TestClock, day, seat

MONDAY_2_OCTOBER = "2017-10-02T07:30"
"""30 days before 1 November: the first reminder of a school that is reviewed in November."""


class Days:
    """The clock as a test moves it, and what arrived at one address."""

    def __init__(self, app: App, clock: TestClock, phone: Phone) -> None:
        self.app, self.clock, self.phone = app, clock, phone

    def at(self, moment: str, chat: Chat) -> list[Reply]:
        """Let the clock strike once at *moment*; list what then arrived."""
        before = len(self.phone.at(chat.address))
        self.clock.move_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE))
        asyncio.run(self.app.tick())
        return self.phone.at(chat.address)[before:]

    def until(self, moment: str, chat: Chat) -> list[Reply]:
        """Let the clock strike whenever something is due; list what arrived by *moment*."""
        before = len(self.phone.at(chat.address))
        asyncio.run(self.app.tick())
        asyncio.run(self.app.move_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE)))
        return self.phone.at(chat.address)[before:]


@pytest.fixture
def days(app: App, clock: TestClock, phone: Phone) -> Days:
    """Give the clock of the product."""
    return Days(app, clock, phone)


def finish(chat: Chat) -> None:
    """Report everything done."""
    chat.say("xong tiêu chuẩn 1, 2, 3, 4, 5")
    for step in ("council", "plan", "evidence", "rating", "report", "publication"):
        chat.say(f"/ghi milestone:{step} xong")


def test_a_reminder_says_what_this_school_lacks_today(chat: Chat, days: Days) -> None:
    chat.say("xong 1.1, 1.2. 3.4 không đạt")
    chat.say("xong hội đồng tự đánh giá")
    chat.say("báo cáo được 50%")
    (letter,) = days.at(MONDAY_2_OCTOBER, chat)
    assert letter.text.splitlines() == [
        "⏰ Còn **30 ngày** đến tháng đánh giá ngoài (11/2017) của **TH Tứ Cường**.",
        "Còn **26 tiêu chí**; nên làm trước:",
        "◐ 3.4 Nhà vệ sinh, nhà xe, nước sạch (không đạt)",
        "○ 1.3 Tổ chuyên môn, tổ văn phòng",
        "○ 1.4 Chấp hành chỉ đạo, quy chế dân chủ",
        "Các bước: 1/6 xong, đang làm ◐ Báo cáo tự đánh giá 50 %",
    ]
    assert [one.label for one in letter.choices] == [
        "Cập nhật",
        "Đã nắm",
        "Nhắc lại sau 3 ngày",
        "Vì sao tôi nhận tin này",
    ]


def test_the_same_reminder_is_not_sent_twice(chat: Chat, days: Days) -> None:
    assert len(days.at(MONDAY_2_OCTOBER, chat)) == 1
    assert days.at("2017-10-02T07:31", chat) == []
    assert days.at("2017-10-03T07:30", chat) == []


def test_the_next_reminder_comes_fourteen_days_before(chat: Chat, days: Days) -> None:
    days.until("2017-10-17T12:00", chat)
    (letter,) = days.until("2017-10-20T12:00", chat)
    assert letter.text.startswith("⏰ Còn **14 ngày** đến tháng đánh giá ngoài (11/2017)")


def test_a_school_that_is_done_is_not_reminded(chat: Chat, days: Days) -> None:
    finish(chat)
    assert days.until("2017-10-31T20:00", chat) == []


def test_a_school_that_is_done_hears_of_its_month(chat: Chat, days: Days) -> None:
    finish(chat)
    (letter,) = days.until("2017-11-02T12:00", chat)
    assert letter.text.splitlines() == [
        "⏰ **Tháng 11/2017** là tháng đánh giá ngoài của **TH Tứ Cường**.",
        "Trường mình đã xong mọi tiêu chí và các bước. Chuẩn bị hồ sơ, phòng làm việc cho đoàn.",
    ]


def test_what_is_taken_back_is_reminded_of_again(chat: Chat, days: Days) -> None:
    finish(chat)
    chat.say("hoàn tác")
    (letter,) = days.at(MONDAY_2_OCTOBER, chat)
    assert letter.text.splitlines()[1:] == ["Các bước: 5/6 xong, tiếp theo ○ Công bố báo cáo"]


@pytest.mark.parametrize("moment", ["2017-10-18T03:00", "2017-10-18T06:59", "2017-10-18T20:00", "2017-10-22T09:00"])
def test_nothing_is_sent_in_the_quiet_hours_and_on_a_sunday(chat: Chat, days: Days, moment: str) -> None:
    days.at(MONDAY_2_OCTOBER, chat)
    assert days.at(moment, chat) == []


def test_what_fell_into_the_night_comes_in_the_morning(chat: Chat, days: Days) -> None:
    days.at(MONDAY_2_OCTOBER, chat)
    assert days.at("2017-10-18T21:00", chat) == []
    (letter,) = days.at("2017-10-19T07:30", chat)
    assert "Còn **13 ngày**" in letter.text


def test_nothing_is_sent_at_tet(app: App, phone: Phone, days: Days) -> None:
    principal = seat(app, phone, "lam-son", "principal", "THCS Lam Sơn")
    days.until("2018-02-13T20:00", principal)
    assert days.until("2018-02-20T20:00", principal) == []


def test_an_outage_of_days_ends_in_one_message(chat: Chat, days: Days) -> None:
    days.at(MONDAY_2_OCTOBER, chat)
    (letter,) = days.at("2017-10-31T09:00", chat)
    assert "Ngày mai bắt đầu tháng đánh giá ngoài" in letter.text


def test_an_outage_over_the_review_month_speaks_no_longer_of_it(chat: Chat, days: Days) -> None:
    (letter,) = days.at("2018-05-02T09:00", chat)
    assert (
        letter.text.splitlines()[0]
        == "⏰ Báo cáo tự đánh giá của **TH Tứ Cường** còn **29 ngày** đến hạn (31/05/2018)."
    )


def test_two_reminders_that_meet_are_one_message(app: App, phone: Phone, officer: Chat, days: Days) -> None:
    principal = seat(app, phone, "lam-son", "principal", "THCS Lam Sơn")
    officer.say("dời THCS Lam Sơn sang 5/2018")
    officer.press("Xác nhận")
    days.until("2018-03-31T12:00", principal)
    (letter,) = days.at("2018-04-02T07:30", principal)
    assert letter.text.splitlines()[0] == "⏰ Còn **29 ngày** đến tháng đánh giá ngoài (05/2018) của **THCS Lam Sơn**."
    assert "Hạn báo cáo tự đánh giá 31/05/2018: còn 59 ngày." in letter.text


def test_noted_is_noted(chat: Chat, days: Days) -> None:
    (chat.last,) = days.at(MONDAY_2_OCTOBER, chat)
    assert chat.press("Đã nắm").text.startswith("Đã ghi nhận.")
    assert days.until("2017-10-15T12:00", chat) == []


def test_again_comes_in_three_days_and_the_series_goes_on(chat: Chat, days: Days) -> None:
    (letter,) = days.at(MONDAY_2_OCTOBER, chat)
    chat.last = letter
    assert chat.press("Nhắc lại").text == "Tôi sẽ nhắc lại ngày 05/10/2017. Các lời nhắc khác vẫn theo lịch."
    chat.last = letter
    chat.press("Nhắc lại")
    later = [one.text.split("**")[1] for one in days.until("2017-10-20T12:00", chat)]
    assert [later[0], later[-1]] == ["27 ngày", "14 ngày"]
    assert later.count("27 ngày") == 1


def test_again_is_dropped_when_all_is_done(chat: Chat, days: Days) -> None:
    (chat.last,) = days.at(MONDAY_2_OCTOBER, chat)
    chat.press("Nhắc lại")
    finish(chat)
    assert days.until("2017-10-20T12:00", chat) == []


def test_why_names_the_rule_and_its_date(chat: Chat, days: Days) -> None:
    (chat.last,) = days.at(MONDAY_2_OCTOBER, chat)
    said = chat.press("Vì sao").text.splitlines()
    assert said[0] == "Thầy/cô nhận tin này vì:"
    assert "30 ngày trước tháng đánh giá ngoài" in said[1]
    assert "01/11/2017" in said[1]


def test_why_of_one_asked_for_again_says_so(chat: Chat, days: Days) -> None:
    (chat.last,) = days.at(MONDAY_2_OCTOBER, chat)
    chat.press("Nhắc lại")
    (chat.last,) = days.until("2017-10-06T12:00", chat)
    assert "Thầy/cô đã bấm “Nhắc lại sau 3 ngày”." in chat.press("Vì sao").text


def test_another_schools_reminder_is_not_answered(app: App, phone: Phone, chat: Chat, days: Days) -> None:
    other = seat(app, phone, "doan-tung", "principal", "TH Đoàn Tùng")
    (other.last,) = days.at(MONDAY_2_OCTOBER, other)
    theirs = [one.words for one in other.last.choices if one.label != "Cập nhật"]
    for words in theirs:
        assert "không phải của trường mình" in chat.say(words).text


def test_a_moved_review_replaces_its_reminders(chat: Chat, officer: Chat, days: Days) -> None:
    days.at(MONDAY_2_OCTOBER, chat)
    officer.say("dời TH Tứ Cường sang 1/2018")
    officer.press("Xác nhận")
    letters = days.until("2017-12-04T12:00", chat)
    heads = [one.text.splitlines()[0] for one in letters if one.text.startswith("⏰")]
    assert heads
    assert not any("11/2017" in head for head in heads)
    assert "⏰ Còn **30 ngày** đến tháng đánh giá ngoài (01/2018) của **TH Tứ Cường**." in heads


def test_an_overdue_report_is_reminded_of_weekly_until_done(chat: Chat, days: Days) -> None:
    days.until("2018-05-31T20:00", chat)
    heads = [one.text.splitlines()[0] for one in days.until("2018-06-15T12:00", chat)]
    assert heads == [
        "⏰ Báo cáo tự đánh giá của **TH Tứ Cường** đã quá hạn **7 ngày** (31/05/2018).",
        "⏰ Báo cáo tự đánh giá của **TH Tứ Cường** đã quá hạn **14 ngày** (31/05/2018).",
    ]
    chat.say("xong báo cáo")
    assert days.until("2018-07-30T12:00", chat) == []


def test_a_report_reminder_says_how_to_end_it(chat: Chat, days: Days) -> None:
    days.until("2018-05-29T20:00", chat)
    (letter,) = days.at("2018-05-30T07:30", chat)
    assert letter.text.splitlines()[-1] == "Nếu báo cáo đã xong, thầy/cô nhắn: *xong báo cáo*."


def test_silence_is_asked_about_before_the_month(app: App, phone: Phone, days: Days) -> None:
    deputy = seat(app, phone, "hong-quang", "deputy", "TH Hồng Quang")
    days.until("2017-10-14T12:00", deputy)
    (letter,) = days.until("2017-10-16T12:00", deputy)
    assert letter.text.splitlines()[1].startswith("Hai tuần nay chưa có cập nhật nào.")


def test_who_reports_is_not_asked_about_silence(app: App, phone: Phone, days: Days) -> None:
    deputy = seat(app, phone, "hong-quang", "deputy", "TH Hồng Quang")
    days.until("2017-10-12T12:00", deputy)
    deputy.say("xong 1.1")
    assert days.until("2017-10-20T12:00", deputy) == []


def test_the_principal_is_reminded_and_the_deputy_only_without_one(
    app: App, phone: Phone, chat: Chat, days: Days
) -> None:
    deputy = seat(app, phone, "pho", "deputy", "TH Tứ Cường")
    assert days.at(MONDAY_2_OCTOBER, deputy) == []
    assert len(phone.at(chat.address)) == 1


def test_a_letter_that_could_not_go_out_on_its_day_is_written_anew(chat: Chat, days: Days, phone: Phone) -> None:
    phone.later[chat.address] = 3600.0
    assert days.at(MONDAY_2_OCTOBER, chat) == []
    phone.later.clear()
    (letter,) = days.at("2017-10-04T08:00", chat)
    assert letter.text.splitlines()[0] == "⏰ Còn **28 ngày** đến tháng đánh giá ngoài (11/2017) của **TH Tứ Cường**."


def test_a_letter_that_waited_is_dropped_when_all_was_done_meanwhile(chat: Chat, days: Days, phone: Phone) -> None:
    phone.later[chat.address] = 3600.0
    days.at(MONDAY_2_OCTOBER, chat)
    phone.later.clear()
    finish(chat)
    before = len(phone.at(chat.address))
    assert days.at("2017-10-04T08:00", chat) == []
    assert len(phone.at(chat.address)) == before


def test_letters_that_piled_up_become_one(chat: Chat, days: Days, phone: Phone) -> None:
    phone.later[chat.address] = 3600.0
    for moment in (MONDAY_2_OCTOBER, "2017-10-18T07:30", "2017-10-25T07:30"):
        assert days.at(moment, chat) == []
    phone.later.clear()
    (letter,) = days.at("2017-10-26T09:00", chat)
    assert "Còn **6 ngày**" in letter.text


def test_the_next_year_is_left_in_peace(chat: Chat, days: Days) -> None:
    days.until("2018-07-31T20:00", chat)
    assert days.until("2018-09-30T12:00", chat) == []


@pytest.mark.parametrize("words", ["vì sao tôi nhận tin này", "vi sao toi nhan tin nay?", "tại sao lại nhắc tôi"])
def test_why_can_be_asked_in_words(chat: Chat, days: Days, words: str) -> None:
    days.at(MONDAY_2_OCTOBER, chat)
    assert "30 ngày trước tháng đánh giá ngoài" in chat.say(words).text


def test_why_in_words_with_nothing_sent_says_so(chat: Chat) -> None:
    assert chat.say("vì sao tôi nhận tin này").text == "Chưa có lời nhắc nào gửi cho trường mình."


def test_what_waited_and_what_is_due_today_are_one_message(chat: Chat, days: Days, phone: Phone) -> None:
    phone.later[chat.address] = 3600.0
    assert days.at(MONDAY_2_OCTOBER, chat) == []
    phone.later.clear()
    (letter,) = days.at("2017-10-18T07:30", chat)
    assert "Còn **14 ngày**" in letter.text
    assert days.at("2017-10-18T09:30", chat) == []


def test_a_fault_at_one_school_keeps_no_other_from_its_reminder(
    app: App, chat: Chat, days: Days, caplog: pytest.LogCaptureFixture
) -> None:
    with app.sessions.begin() as session:
        campaign, broken = schools.campaign(session, day("2017-10-02")), schools.named(session, "TH Đoàn Tùng")
        assert campaign is not None
        assert broken is not None
        at = datetime.fromisoformat(MONDAY_2_OCTOBER).replace(tzinfo=ZONE)
        session.add(Reminder(campaign_id=campaign.id, school_id=broken.id, kind="không có", day=at.date(), due_at=at))

    assert len(days.at(MONDAY_2_OCTOBER, chat)) == 1
    assert "could not be reminded" in caplog.text
