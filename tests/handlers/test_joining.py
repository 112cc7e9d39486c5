"""Joining: the first officer, invitations made in chat, codes as people type them, a second channel."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.app import App
from db import people
from tests.conftest import BOOTSTRAP, Chat, Phone, TestClock

WRONG = "BBBBB-22222"


def code_in(text: str) -> str:
    """Find the join code in an answer."""
    found = re.search(r"[2-9B-Z]{5}-[2-9B-Z]{5}", text)
    assert found is not None, text
    return found.group()


@pytest.fixture
def code(officer: Chat) -> str:
    """Give a code for the principal of TH Đoàn Tùng."""
    return code_in(officer.say("tạo mã cho TH Đoàn Tùng").text)


def test_the_first_officer_joins_with_the_bootstrap_code(stranger: Chat) -> None:
    assert "chuyên viên **Phòng GD&ĐT Thanh Miện**" in stranger.say(BOOTSTRAP).text


def test_the_bootstrap_code_works_once(app: App, phone: Phone, stranger: Chat) -> None:
    stranger.say(BOOTSTRAP)
    second = Chat(app, phone, "nguoi-thu-hai")
    assert "Mã này không đúng" in second.say(BOOTSTRAP).text
    assert "cần mã tham gia" in second.say("/tiendo").text


def test_an_invitation_names_its_school_and_its_last_day(officer: Chat) -> None:
    said = officer.say("tạo mã cho TH Đoàn Tùng").text
    assert "Hiệu trưởng TH Đoàn Tùng" in said
    assert "01/11/2017" in said


def test_a_deep_link_joins(code: str, stranger: Chat) -> None:
    assert "Hiệu trưởng TH Đoàn Tùng" in stranger.say(f"/start {code}").text
    assert "TH Đoàn Tùng" in stranger.say("trường tôi còn thiếu gì").text


@pytest.mark.parametrize("typed", ["{}", " {} ", "mã {}", "mã tham gia: {}", "nhập mã {}"])
def test_a_code_is_known_however_it_is_copied(code: str, stranger: Chat, typed: str) -> None:
    assert "Hiệu trưởng TH Đoàn Tùng" in stranger.say(typed.format(code)).text


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")])
def test_a_code_is_known_in_small_letters_and_with_spaces(code: str, stranger: Chat, change: type[str]) -> None:
    assert "Hiệu trưởng TH Đoàn Tùng" in stranger.say(change(code)).text


def test_a_used_code_says_so(app: App, phone: Phone, code: str, stranger: Chat) -> None:
    stranger.say(code)
    assert "Mã này đã được dùng" in Chat(app, phone, "nguoi-khac").say(code).text


def test_an_expired_code_says_so(clock: TestClock, code: str, stranger: Chat) -> None:
    clock.move_to(clock.now() + timedelta(days=31))
    assert "Mã này đã hết hạn" in stranger.say(code).text


def test_an_unknown_code_says_so(stranger: Chat) -> None:
    assert "Mã này không đúng" in stranger.say(WRONG).text


def test_after_five_wrong_codes_a_right_one_waits_ten_minutes(clock: TestClock, code: str, stranger: Chat) -> None:
    for _ in range(5):
        said = stranger.say(WRONG).text
    assert "chờ 10 phút" in said
    assert "chờ 10 phút" in stranger.say(code).text
    clock.move_to(clock.now() + timedelta(minutes=10))
    assert "Hiệu trưởng TH Đoàn Tùng" in stranger.say(code).text


def test_wrong_codes_hold_up_only_who_typed_them(app: App, phone: Phone, code: str, stranger: Chat) -> None:
    for _ in range(5):
        stranger.say(WRONG)
    assert "Hiệu trưởng TH Đoàn Tùng" in Chat(app, phone, "nguoi-khac").say(code).text


def test_a_question_after_a_wrong_code_is_a_question(stranger: Chat) -> None:
    stranger.say(WRONG)
    assert "Tiêu chí 1.1" in stranger.say("tiêu chí 1.1 tiểu học cần gì").text


def test_a_code_typed_wrong_once_more_is_a_code(stranger: Chat) -> None:
    stranger.say(WRONG)
    assert "Mã này không đúng" in stranger.say("BCDFG-HJK").text


def test_a_code_is_not_taken_in_a_group(app: App, phone: Phone, code: str, stranger: Chat) -> None:
    in_group = Chat(app, phone, stranger.address, room="nhom")
    assert "gửi riêng cho tôi" in in_group.say(code).text
    assert "Hiệu trưởng TH Đoàn Tùng" in stranger.say(code).text


@pytest.mark.parametrize("said", ["mã tham gia", "tôi là hiệu trưởng TH Tứ Cường", "tham gia", "lấy mã mời ở đâu"])
def test_a_stranger_who_speaks_of_joining_hears_how(stranger: Chat, said: str) -> None:
    assert "gửi mã tham gia do cơ quan quản lý cấp" in stranger.say(said).text


def test_a_stranger_asks_about_the_circulars(stranger: Chat) -> None:
    assert "Tiêu chí 3.5 · Thư viện" in stranger.say("tiêu chí 3.5 tiểu học").text


@pytest.mark.parametrize(
    "asked",
    [
        "xong 1.1",
        "trường tôi còn thiếu gì",
        "tiến độ các trường",
        "TH Tứ Cường đến đâu rồi",
        "/lich",
        "/maimoi",
        "/kenh",
    ],
)
def test_a_stranger_learns_nothing_about_a_school(chat: Chat, stranger: Chat, asked: str) -> None:
    chat.say("1.1 được 37%")
    said = stranger.say(asked).text
    assert "mã tham gia" in said
    assert "37" not in said


def test_a_second_channel_is_the_same_person(app: App, chat: Chat) -> None:
    code = code_in(chat.say("/kenh").text)
    other = Phone("laptop")
    app.add(other)
    laptop = Chat(app, other, "may-tinh")
    assert "Hiệu trưởng TH Tứ Cường" in laptop.say(code).text
    laptop.say("xong 1.1")
    assert "1.1: xong → chưa ghi" in chat.say("hoàn tác").text


def test_a_deputy_is_invited_as_one(officer: Chat, stranger: Chat) -> None:
    code = code_in(officer.say("tạo mã cho phó hiệu trưởng TH Đoàn Tùng").text)
    assert "Phó hiệu trưởng TH Đoàn Tùng" in stranger.say(code).text


def test_a_further_officer_is_invited(officer: Chat, stranger: Chat) -> None:
    code = code_in(officer.say("tạo mã cho chuyên viên").text)
    stranger.say(code)
    assert "16 trường" in stranger.say("/tiendo").text


def test_a_name_that_two_schools_have_is_asked_about(officer: Chat) -> None:
    officer.say("tạo mã cho thanh giang")
    assert officer.labels == ["MN Thanh Giang", "TH Thanh Giang"]
    assert "Hiệu trưởng MN Thanh Giang" in officer.press("MN").text


def test_an_invitation_for_a_deputy_stays_one_when_the_school_is_asked(officer: Chat) -> None:
    officer.say("tạo mã cho phó hiệu trưởng thanh giang")
    assert "Phó hiệu trưởng TH Thanh Giang" in officer.press("TH").text


@pytest.mark.parametrize("asked", ["/maimoi", "trường nào chưa tham gia", "tạo mã"])
def test_an_officer_lists_who_has_not_joined(chat: Chat, officer: Chat, asked: str) -> None:
    assert "Còn 15 trường chưa có ai tham gia" in officer.say(asked).text
    assert "TH Tứ Cường" not in officer.labels


def test_a_principal_invites_nobody(chat: Chat) -> None:
    assert "dành cho chuyên viên" in chat.say("/maimoi TH Tứ Cường").text


def test_who_has_left_is_a_stranger(app: App, chat: Chat) -> None:
    with app.sessions.begin() as session:
        place = people.address(session, chat.phone.name, chat.address, "", app.clock.now())
        assert place.person is not None
        place.person.left_at = app.clock.now()

    assert "mã tham gia" in chat.say("trường tôi còn thiếu gì").text


@pytest.mark.parametrize(
    ("words", "whom", "role"),
    [
        ("mã mời chuyên viên", "Chuyên viên", "officer"),
        ("tao ma cho chuyen vien", "Chuyên viên", "officer"),
        ("cho tôi mã mời người xem", "Người xem", "viewer"),
    ],
)
def test_who_works_at_the_office_is_invited_by_their_role(
    app: App, officer: Chat, stranger: Chat, words: str, whom: str, role: str
) -> None:
    answer = officer.say(words).text
    assert f"Mã tham gia của **{whom}**" in answer
    stranger.say(re.findall(r"\*\*([0-9A-Z]{5}-[0-9A-Z]{5})\*\*", answer)[0])
    with app.sessions.begin() as session:
        joined = people.person_at(session, stranger.phone.name, stranger.address)
        assert joined is not None
        assert joined.role == role


def test_a_viewer_sees_the_schedule_and_no_schools_gaps(officer: Chat, stranger: Chat) -> None:
    code = re.findall(r"\*\*([0-9A-Z]{5}-[0-9A-Z]{5})\*\*", officer.say("mã mời người xem").text)[0]
    stranger.say(code)
    assert "4 trường" in stranger.say("tháng 11 có trường nào").text
    assert "chuyên viên của cơ quan quản lý" in stranger.say("TH Tứ Cường đến đâu rồi").text
