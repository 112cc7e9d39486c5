"""The office's people and the schools': added, listed, removed; the last officer stays."""

from __future__ import annotations

import re

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, seat

CODE = re.compile(r"[0-9A-Z]{5}-[0-9A-Z]{5}")


@pytest.mark.parametrize("said", ["thêm chuyên viên", "them chuyen vien", "mời thêm một chuyên viên"])
def test_an_officer_adds_another(officer: Chat, stranger: Chat, said: str) -> None:
    answer = officer.say(said).text
    assert "chuyển riêng mã này" in answer
    assert "chuyên viên" in stranger.say(CODE.findall(answer)[0]).text


def test_the_list_says_where_and_when_each_was_heard(officer: Chat) -> None:
    said = officer.say("danh sách chuyên viên").text
    assert said == "**1 chuyên viên:**\n• Người phong: phone, nhắn lần cuối 02/10/2017 07:30"


@pytest.mark.parametrize("said", ["tôi thôi làm chuyên viên", "bỏ chuyên viên Người phong"])
def test_the_last_officer_cannot_go(officer: Chat, said: str) -> None:
    assert "chuyên viên duy nhất" in officer.say(said).text
    assert "1 chuyên viên" in officer.say("danh sách chuyên viên").text


def test_an_officer_is_removed_by_name_after_a_confirmation(app: App, phone: Phone, officer: Chat) -> None:
    other = seat(app, phone, "hoa", "officer")
    officer.say("bỏ chuyên viên Người hoa")
    assert "2 chuyên viên" in other.say("danh sách chuyên viên").text
    officer.say("bỏ chuyên viên Người hoa")
    assert officer.press("Xác nhận").text == "**Người hoa** đã thôi làm Chuyên viên."
    assert "đã thôi làm Chuyên viên" in phone.at("hoa")[-1].text
    assert "cần mã tham gia" in other.say("/tiendo").text
    assert "Người phong cho thôi vai **Chuyên viên**: Người hoa" in officer.say("nhật ký").text


def test_an_officer_leaves(app: App, phone: Phone, officer: Chat) -> None:
    other = seat(app, phone, "hoa", "officer")
    other.say("tôi thôi làm chuyên viên")
    assert "đã thôi làm chuyên viên" in other.say("xác nhận").text
    assert "cần mã tham gia" in other.say("/tiendo").text
    assert "duy nhất" in officer.say("tôi thôi làm chuyên viên").text


def test_two_officers_who_remove_each_other_leave_one(app: App, phone: Phone, officer: Chat) -> None:
    other = seat(app, phone, "hoa", "officer")
    officer.say("bỏ chuyên viên Người hoa")
    other.say("bỏ chuyên viên Người phong")
    officer.press("Xác nhận")
    other.press("Xác nhận")
    assert "1 chuyên viên" in officer.say("danh sách chuyên viên").text


def test_the_last_officer_does_not_spend_a_principals_code(officer: Chat, stranger: Chat) -> None:
    code = CODE.findall(officer.say("tạo mã cho TH Đoàn Tùng").text)[0]
    assert "chuyên viên duy nhất" in officer.say(code).text
    assert "Hiệu trưởng TH Đoàn Tùng" in stranger.say(code).text


def test_a_new_principal_sees_what_the_one_before_recorded(chat: Chat, officer: Chat, stranger: Chat) -> None:
    chat.say("xong tc 1.1")
    assert "Người tu-cuong" in officer.say("TH Tứ Cường có hiệu trưởng mới").text
    officer.press("Đã thôi việc: Người tu-cuong")
    officer.press("Xác nhận")
    code = CODE.findall(officer.press("Cấp mã cho người mới").text)[0]
    stranger.say(code)
    assert "cần mã tham gia" in chat.say("/thieu").text
    assert stranger.say("1.1 xong chưa").text.startswith("✅")


def test_an_officer_sees_that_nobody_speaks_for_a_school(officer: Chat) -> None:
    assert officer.say("ai tham gia trường TH Đoàn Tùng").text == "**TH Đoàn Tùng** chưa có ai tham gia."


def test_a_principal_invites_the_deputy_of_the_own_school(chat: Chat, stranger: Chat) -> None:
    code = CODE.findall(chat.say("mời phó hiệu trưởng").text)[0]
    assert "Phó hiệu trưởng TH Tứ Cường" in stranger.say(code).text
    assert "dành cho hiệu trưởng" in stranger.say("/moipho").text
