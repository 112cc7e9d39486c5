"""An announcement: ordered, shown, sent, acknowledged, chased, stopped, listed."""

from __future__ import annotations

import asyncio
import io
from datetime import datetime, timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.app import App
from db import people
from db.tables import Broadcast, Letter, Person, Receipt, Room, StoredFile
from handlers.turn import File, Reply
from tests.conftest import START, ZONE, Chat, Phone, TestClock, seat

TEXT = "Họp hiệu trưởng 8h thứ hai."


@pytest.fixture
def nursery(app: App, phone: Phone) -> Chat:
    """Talk as the principal of MN Đoàn Kết."""
    return seat(app, phone, "doan-ket", "principal", "MN Đoàn Kết")


@pytest.fixture
def deputy(app: App, phone: Phone) -> Chat:
    """Talk as the deputy of TH Tứ Cường."""
    return seat(app, phone, "pho-tu-cuong", "deputy", "TH Tứ Cường")


def announce(officer: Chat, whom: str = "tất cả các trường") -> Reply:
    officer.say(f"gửi thông báo cho {whom}: {TEXT}")
    return officer.press("Gửi")


def states(app: App) -> dict[str, str]:
    with app.sessions.begin() as session:
        rows = session.scalars(select(Receipt).where(Receipt.person_id.is_not(None))).all()
        return {row.person.name: row.state for row in rows if row.person}


def pass_to(app: App, clock: TestClock, moment: datetime) -> None:
    asyncio.run(app.move_to(moment))
    assert clock.now() == moment


# Composing


def test_an_order_in_a_sentence_is_shown_before_anything_goes_out(
    officer: Chat, chat: Chat, nursery: Chat, phone: Phone
) -> None:
    shown = officer.say(f"gui thong bao cho cac truong mam non: {TEXT}").text.splitlines()
    assert shown[0] == "**Gửi 1 trường (mầm non)?**"
    assert shown[1] == "Mầm non (1): MN Đoàn Kết"
    assert shown[2] == "2 trường chưa có ai tham gia, sẽ không nhận được: MN Thanh Giang, MN Ngũ Hùng."
    assert shown[-1] == TEXT
    assert officer.labels[:2] == ["Gửi", "Sửa chữ"]
    assert officer.labels[-1] == "Thôi"
    assert phone.at(nursery.address) == []


def test_where_nobody_has_joined_the_text_can_still_be_pasted_elsewhere(officer: Chat) -> None:
    shown = officer.say(f"gửi các trường mầm non: {TEXT}").text.splitlines()
    assert shown[:2] == [
        "**Chưa gửi được cho trường nào.**",
        "3 trường chưa có ai tham gia, sẽ không nhận được: MN Đoàn Kết, MN Thanh Giang, MN Ngũ Hùng.",
    ]
    assert officer.labels == ["Mời trường tham gia", "Chữ để dán vào nhóm Zalo", "Đổi người nhận", "Thôi"]


def test_step_by_step_it_asks_whom_then_what_then_shows_it(officer: Chat, chat: Chat) -> None:
    assert "cho ai?" in officer.say("/thongbao").text
    assert officer.press("Các trường tiểu học").text == "Gửi 1 trường. Thầy/cô viết nội dung thông báo giúp."
    assert officer.say("Mai họp").text.splitlines()[0] == "**Gửi 1 trường (tiểu học)?**"


@pytest.mark.parametrize(
    ("whom", "first"),
    [
        ("TH Tứ Cường và MN Đoàn Kết", "**Gửi 2 trường?**"),
        ("tất cả các trường trừ TH Tứ Cường", "**Gửi 1 trường?**"),
        ("các trường tháng 11", "**Gửi 2 trường (có lịch 11/2017)?**"),
        (
            "các trường tiểu học tháng 11 chưa bắt đầu",
            "**Gửi 1 trường (tiểu học, có lịch 11/2017, chưa bắt đầu)?**",
        ),
        ("các trường mầm non và TH Tứ Cường", "**Gửi 2 trường (mầm non)?**"),
        ("các trường chưa nộp báo cáo", "**Gửi 2 trường (chưa xong báo cáo tự đánh giá)?**"),
    ],
)
def test_every_way_to_say_whom_is_taken(officer: Chat, chat: Chat, nursery: Chat, whom: str, first: str) -> None:
    assert officer.say(f"gửi thông báo cho {whom}: {TEXT}").text.splitlines()[0] == first


def test_what_a_school_no_longer_lacks_leaves_it_out(officer: Chat, chat: Chat, nursery: Chat) -> None:
    chat.say("xong báo cáo")
    shown = officer.say(f"gửi thông báo cho các trường chưa nộp báo cáo: {TEXT}").text
    assert "TH Tứ Cường" not in shown


def test_a_name_that_nobody_knows_is_asked_about_and_the_text_is_kept(officer: Chat, chat: Chat) -> None:
    assert officer.say(f"gửi thông báo cho trường Lê Lợi: {TEXT}").text.startswith("Tôi chưa rõ “lê lợi”")
    assert officer.say("TH Tứ Cường").text.endswith(TEXT)


def test_a_name_of_two_schools_is_asked_about(app: App, phone: Phone, officer: Chat) -> None:
    seat(app, phone, "tg", "principal", "TH Thanh Giang")
    assert officer.say(f"gửi thanh giang: {TEXT}").text == "Thầy/cô gửi trường nào?"
    assert "TH Thanh Giang" in officer.press("TH Thanh Giang").text.splitlines()[1]


def test_the_words_are_changed_before_it_goes(officer: Chat, chat: Chat) -> None:
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    officer.press("Sửa chữ")
    assert officer.say("Họp 9h").text.endswith("\nHọp 9h")


def test_never_mind_sends_nothing(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    first = officer.last
    assert officer.press("Thôi").text == "Vâng, không gửi gì."
    officer.last = first
    assert "đã bỏ" in officer.press("Gửi").text
    assert phone.at(chat.address) == []


def test_an_old_preview_does_not_send_a_newer_one(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    first = officer.last
    officer.say("gửi thông báo cho tất cả các trường: Bản mới")
    officer.last = first
    officer.press("Gửi")
    assert phone.at(chat.address) == []


def test_a_principal_announces_nothing(chat: Chat, app: App) -> None:
    assert "chuyên viên" in chat.say(f"gửi thông báo cho các trường mầm non: {TEXT}").text
    assert "chuyên viên" in chat.say("/guitb 1").text


def test_a_photo_with_the_order_under_it_goes_with_the_text(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    shown = officer.send_file("mau.jpg", "photo", f"gửi thông báo cho tất cả các trường: {TEXT}")
    assert "📎 mau.jpg" in shown.text.splitlines()
    officer.press("Gửi")
    assert [one.name for one in phone.at(chat.address)[-1].files] == ["mau.jpg"]
    with app.sessions.begin() as session:
        assert session.scalars(select(StoredFile.kept)).all() == [True]


def test_a_file_sent_while_it_is_shown_goes_with_it(officer: Chat, chat: Chat, phone: Phone) -> None:
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    officer.press("Kèm tệp")
    assert "📎 mau.docx" in officer.send_file("mau.docx").text
    officer.press("Gửi")
    assert [one.content for one in phone.at(chat.address)[-1].files] == [b"1234"]


@pytest.mark.parametrize(("content", "said"), [(b"", "rỗng"), (b"x" * (5 * 1024 * 1024 + 1), "lớn quá 5 MB")])
def test_a_file_that_nobody_could_open_is_not_taken(
    officer: Chat, chat: Chat, app: App, content: bytes, said: str
) -> None:
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    officer.press("Kèm tệp")
    sent = File("mau.docx", len(content), "application/msword", content)
    assert said in officer.hear("", kind="file", file=sent).text
    with app.sessions.begin() as session:
        assert session.scalars(select(StoredFile.id)).all() == []


def test_the_files_of_a_draft_that_was_dropped_are_forgotten(
    app: App, officer: Chat, chat: Chat, clock: TestClock
) -> None:
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    officer.press("Kèm tệp")
    officer.send_file("mau.docx")
    officer.press("Thôi")
    clock.move_to(START + timedelta(days=32))
    asyncio.run(app.tick())
    with app.sessions.begin() as session:
        assert session.scalars(select(StoredFile.id)).all() == []


def test_a_number_typed_for_an_old_button_does_not_send_a_newer_text(
    app: App, officer: Chat, chat: Chat, phone: Phone
) -> None:
    phone.has_buttons = False
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    with app.sessions.begin() as session:  # Begun anew on another channel of the same officer.
        person = people.person_at(session, "phone", officer.address)
        place = people.address(session, "phone", "noi-khac", "", START)
        place.person = person
    other = Chat(app, phone, "noi-khac")
    other.say("gửi thông báo cho tất cả các trường: Bản mới")
    assert officer.say("1").text.startswith("Thông báo này đã gửi, đã bỏ, hoặc đã có bản mới hơn.")
    assert phone.at(chat.address) == []


# Sending and acknowledging


def test_somebody_who_leaves_before_it_arrives_is_not_waited_for(
    app: App, clock: TestClock, officer: Chat, chat: Chat, nursery: Chat, phone: Phone
) -> None:
    phone.later[chat.address] = 60
    announce(officer)
    with app.sessions.begin() as session:
        person = people.person_at(session, "phone", chat.address)
        assert person is not None
        people.leave(session, person, clock.now())
    clock.move_to(START + timedelta(minutes=10))
    asyncio.run(app.tick())

    assert "Đã thôi tham gia (1): TH Tứ Cường" in officer.say("/danhan").text.splitlines()
    with app.sessions.begin() as session:
        assert session.scalars(select(Broadcast.state)).all() == ["sent"]


def test_what_a_school_reads_begins_with_the_office(officer: Chat, chat: Chat, phone: Phone) -> None:
    announce(officer)
    (letter,) = phone.at(chat.address)
    assert letter.text == f"**Phòng GD&ĐT Thanh Miện**\n{TEXT}"
    assert [one.label for one in letter.choices] == ["Đã nhận"]


def test_the_status_message_counts_schools_and_changes_in_place(
    app: App, clock: TestClock, officer: Chat, chat: Chat, nursery: Chat, deputy: Chat, phone: Phone
) -> None:
    assert announce(officer).text.splitlines()[0] == "**Đang gửi 0/2 trường** · 0 đã nhận"
    assert "Dừng gửi" in officer.labels
    clock.move_to(START + timedelta(seconds=10))
    deputy.hear("/nhantin 1", kind="press")
    assert phone.edited[-1][1].text.splitlines()[0] == "**Đã gửi 2/2 trường** · 1 đã nhận"
    assert "Chưa có ai tham gia (14)" in phone.edited[-1][1].text


def test_a_school_acknowledges_once_whoever_presses(app: App, officer: Chat, chat: Chat, deputy: Chat) -> None:
    announce(officer)
    assert chat.hear("/nhantin 1", kind="press", pressed="tu-cuong:1").text.endswith(
        "✅ **TH Tứ Cường** đã nhận lúc 07:30 ngày 02/10/2017."
    )
    deputy.hear("/nhantin 1", kind="press")
    assert states(app) == {"Người tu-cuong": "acknowledged", "Người pho-tu-cuong": "sent"}


@pytest.mark.parametrize("words", ["đã nhận", "ok", "em nhan roi a", "Dạ em đã nhận được thông báo rồi ạ", "vâng ạ"])
def test_plain_words_right_after_it_acknowledge(app: App, officer: Chat, chat: Chat, words: str) -> None:
    announce(officer)
    assert "đã nhận lúc" in chat.say(words).text
    assert states(app) == {"Người tu-cuong": "acknowledged"}


def test_ok_after_something_else_acknowledges_nothing(app: App, clock: TestClock, officer: Chat, chat: Chat) -> None:
    announce(officer)
    clock.move_to(START + timedelta(minutes=1))
    chat.say("tc 1.1 cần gì")
    chat.say("ok")
    assert states(app) == {"Người tu-cuong": "sent"}


def test_nobody_acknowledges_for_a_school_that_did_not_get_it(officer: Chat, chat: Chat, nursery: Chat) -> None:
    announce(officer, "các trường mầm non")
    assert "không gửi cho trường mình" in chat.say("/nhantin 1").text


def test_it_goes_out_at_its_time(app: App, clock: TestClock, officer: Chat, chat: Chat, phone: Phone) -> None:
    shown = officer.say(f"gửi các trường tiểu học lúc 15h chiều mai: {TEXT}").text
    assert shown.splitlines()[0] == "**Gửi 1 trường (tiểu học) lúc 15:00 thứ ba 03/10/2017?**"
    assert officer.press("Gửi").text.startswith("**Sẽ gửi lúc 15:00 thứ ba 03/10/2017**")
    pass_to(app, clock, datetime(2017, 10, 3, 14, 59, tzinfo=ZONE))
    assert phone.at(chat.address) == []
    pass_to(app, clock, datetime(2017, 10, 3, 15, 1, tzinfo=ZONE))
    assert phone.at(chat.address)[-1].text.endswith(TEXT)
    with app.sessions.begin() as session:
        assert session.scalars(select(Receipt.sent_at).where(Receipt.sent_at.is_not(None))).all() == [
            datetime(2017, 10, 3, 15, 0, tzinfo=ZONE)
        ]


def test_one_called_off_before_its_time_never_goes(
    app: App, clock: TestClock, officer: Chat, chat: Chat, phone: Phone
) -> None:
    officer.say(f"gửi các trường tiểu học lúc 15h chiều mai: {TEXT}")
    officer.press("Gửi")
    assert officer.press("Dừng gửi").text.startswith("**Đã dừng, chưa gửi cho trường nào.**")
    pass_to(app, clock, datetime(2017, 10, 3, 16, 0, tzinfo=ZONE))
    assert phone.at(chat.address) == []


def test_at_night_the_morning_is_offered_first(clock: TestClock, officer: Chat, chat: Chat, phone: Phone) -> None:
    clock.move_to(datetime(2017, 10, 2, 22, 0, tzinfo=ZONE))
    officer.say(f"gửi thông báo cho tất cả các trường: {TEXT}")
    assert officer.labels[:2] == ["Gửi lúc 07:30 thứ ba", "Gửi ngay"]
    assert officer.press("Gửi lúc").text.startswith("**Sẽ gửi lúc 07:30 thứ ba 03/10/2017**")
    assert phone.at(chat.address) == []


def test_a_group_gets_it_where_everybody_in_it_is_meant(
    app: App, officer: Chat, chat: Chat, nursery: Chat, phone: Phone
) -> None:
    with app.sessions.begin() as session:
        for name, audience in (("mn", {"levels": ["MN"]}), ("all", {"everyone": True}), ("none", None)):
            session.add(Room(channel="phone", room=name, title=name, entered_at=START, audience=audience))
    assert "Nhóm: mn" in officer.say(f"gửi các trường mầm non: {TEXT}").text.splitlines()
    officer.press("Gửi")
    (in_group,) = phone.at("mn")
    assert in_group.choices == ()
    assert TEXT in in_group.text
    assert (phone.at("all"), phone.at("none")) == ([], [])


def test_the_groups_can_be_left_out(app: App, officer: Chat, nursery: Chat, phone: Phone) -> None:
    with app.sessions.begin() as session:
        session.add(Room(channel="phone", room="mn", title="mn", entered_at=START, audience={"levels": ["MN"]}))
    officer.say(f"gửi các trường mầm non: {TEXT}")
    assert "Nhóm" not in officer.press("Bỏ nhóm").text
    officer.press("Gửi")
    assert phone.at("mn") == []


def test_the_text_for_zalo_stands_alone(officer: Chat, chat: Chat) -> None:
    officer.say("gửi thông báo cho tất cả các trường: **Họp** lúc 8h")
    said = officer.press("Chữ để dán")
    assert said.text.splitlines()[:2] == ["Phòng GD&ĐT Thanh Miện", "Họp lúc 8h"]
    assert "Đã nhận" in said.text
    assert said.choices == ()


# Who has not


def test_the_silent_are_listed_and_only_they_are_reminded(
    app: App, officer: Chat, chat: Chat, nursery: Chat, phone: Phone
) -> None:
    announce(officer)
    chat.say("đã nhận")
    listed = officer.say("ai chưa xác nhận").text.splitlines()
    assert listed[:2] == ["**1/2 trường chưa xác nhận.**", "Mầm non (1): MN Đoàn Kết"]
    assert officer.press("Nhắc 1 trường này").text == "Đã nhắc **1 trường**: MN Đoàn Kết."
    assert [one.text.splitlines()[0] for one in phone.at(nursery.address)][-1].startswith("Nhắc lại: **MN Đoàn Kết**")
    assert len([one for one in phone.at(chat.address) if "Nhắc lại" in one.text]) == 0
    assert "Vừa nhắc" in officer.say("/nhactb 1").text


def test_a_silence_is_reminded_twice_then_told_to_the_deputy_then_to_the_officer(
    app: App, clock: TestClock, officer: Chat, chat: Chat, deputy: Chat, nursery: Chat, phone: Phone
) -> None:
    announce(officer)
    nursery.say("đã nhận")
    pass_to(app, clock, datetime(2017, 10, 7, 12, 0, tzinfo=ZONE))
    with app.sessions.begin() as session:
        rows = session.scalars(select(Letter).where(Letter.key.like("nudge:%")).order_by(Letter.id)).all()
        sent = [(row.address, row.sent_at.astimezone(ZONE).day if row.sent_at else 0) for row in rows]
    assert sent == [("tu-cuong", 3), ("tu-cuong", 4), ("pho-tu-cuong", 5), ("phong", 6)]
    assert "**1 trường vẫn chưa xác nhận** sau 2 lần nhắc: TH Tứ Cường." in [
        one.text.splitlines()[0] for one in phone.at(officer.address)
    ]


def test_whoever_acknowledges_is_chased_no_more(
    app: App, clock: TestClock, officer: Chat, chat: Chat, phone: Phone
) -> None:
    announce(officer)
    chat.say("đã nhận")
    pass_to(app, clock, datetime(2017, 10, 9, 12, 0, tzinfo=ZONE))
    with app.sessions.begin() as session:
        assert session.scalars(select(Letter).where(Letter.key.like("nudge:%"))).all() == []


def test_the_receipts_are_an_excel_file(officer: Chat, chat: Chat) -> None:
    announce(officer)
    chat.say("đã nhận")
    officer.say("/danhan")
    (file,) = officer.press("Bảng Excel").files
    sheet = load_workbook(io.BytesIO(file.content)).active
    assert sheet is not None
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "TH Tứ Cường")
    assert row[2:8] == (
        "Người tu-cuong",
        "Hiệu trưởng",
        "đã nhận",
        datetime(2017, 10, 2, 7, 30),
        datetime(2017, 10, 2, 7, 30),
        "Người tu-cuong",
    )
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:K17")


def test_past_announcements_are_listed_the_newest_first(officer: Chat, chat: Chat) -> None:
    assert officer.say("các thông báo đã gửi").text == "Chưa có thông báo nào được gửi."
    announce(officer)
    announce(officer, "TH Tứ Cường")
    assert len(officer.say("các thông báo đã gửi").text.splitlines()) == 3
    assert officer.press("Xem 2").text.splitlines()[0] == "**1/1 trường chưa xác nhận.**"


def test_somebody_with_no_working_address_is_not_counted_on(app: App, officer: Chat, chat: Chat, nursery: Chat) -> None:
    with app.sessions.begin() as session:
        people.lose(session, "phone", nursery.address, START)
    shown = officer.say(f"gửi các trường tháng 11: {TEXT}").text
    assert "1 trường không còn nơi nào nhận được tin, sẽ không nhận được: MN Đoàn Kết." in shown


def test_a_person_who_left_is_sent_nothing(app: App, officer: Chat, chat: Chat, deputy: Chat, phone: Phone) -> None:
    with app.sessions.begin() as session:
        session.scalars(select(Person).filter_by(name="Người pho-tu-cuong")).one().left_at = START
    announce(officer)
    assert (len(phone.at(chat.address)), len(phone.at(deputy.address))) == (1, 0)
