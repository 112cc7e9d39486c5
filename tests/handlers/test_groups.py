"""In a group others read along: what is everybody's is answered, what is a school's is not."""

from __future__ import annotations

import pytest

from bot.app import App
from tests.conftest import Chat, Phone


@pytest.mark.parametrize(
    "said",
    [
        "trường tôi còn thiếu gì",
        "2.1 xong chưa",
        "xong 1.1",
        "hoàn tác",
        "/capnhat",
        "/thieu",
        "/ghi 1.1 xong",
        "/kenh",
        "xin dời lịch sang 12/2017",
        "trường tôi đã nộp minh chứng gì",
    ],
)
def test_a_schools_own_things_are_not_spoken_of(chat: Chat, group: Chat, said: str) -> None:
    chat.say("1.1 được 37%")
    answer = group.say(said)
    assert answer.text == "Việc này thầy/cô nhắn riêng cho tôi giúp. Trong nhóm tôi chỉ trả lời chuyện chung."
    assert answer.choices == ()


@pytest.mark.parametrize("said", ["tiến độ các trường", "TH Tứ Cường đến đâu rồi", "tạo mã cho TH Tứ Cường", "/xuat"])
def test_an_officer_shows_no_schools_progress_there_either(app: App, phone: Phone, officer: Chat, said: str) -> None:
    assert "nhắn riêng" in Chat(app, phone, officer.address, room="nhom").say(said).text


def test_a_criterion_is_answered_without_the_schools_state(chat: Chat, group: Chat) -> None:
    chat.say("3.5 được 37%")
    said = group.say("tiêu chí 3.5 cần gì").text
    assert "Tiêu chí 3.5" in said
    assert "37" not in said
    assert "Trường mình" not in said
    assert "Cập nhật" not in group.labels


def test_a_standard_is_shown_without_signs(chat: Chat, group: Chat) -> None:
    chat.say("xong tiêu chuẩn 3")
    assert "✅" not in group.say("tiêu chuẩn 3 gồm gì").text


def test_the_calendar_is_everybodys(group: Chat) -> None:
    assert "4 trường" in group.say("tháng 11 có trường nào").text
    assert "16 trường" in group.say("/lich").text


def test_a_question_without_an_answer_is_not_passed_on_from_there(group: Chat) -> None:
    group.say("lương giáo viên hợp đồng năm nay")
    assert not any(label.startswith("Hỏi cơ quan") for label in group.labels)


def test_help_there_is_short(group: Chat) -> None:
    assert "nhắn riêng cho tôi" in group.say("/trogiup").text
    assert "/" not in group.last.text.replace("thầy/cô", "").replace("Thầy/cô", "")


def test_a_greeting_there_names_nobody(group: Chat) -> None:
    assert "Hiệu trưởng" not in group.say("chào cả nhà").text


def test_somebody_who_has_not_joined_is_not_asked_for_a_code_there(app: App, phone: Phone, stranger: Chat) -> None:
    said = Chat(app, phone, stranger.address, room="nhom").say("/lich").text
    assert said == "Phần này dành cho người đã tham gia. Thầy/cô nhắn riêng cho tôi để tham gia."


def test_a_number_there_presses_no_private_button(chat: Chat, group: Chat) -> None:
    chat.say("xong 1.1")
    group.say("1")
    assert chat.say("1.1 xong chưa").text.startswith("✅")


def test_an_answer_there_to_a_private_message_takes_nothing_back(chat: Chat, group: Chat) -> None:
    chat.say("xong 1.1")
    group.answer(chat.key, "hoàn tác")
    assert chat.say("1.1 xong chưa").text.startswith("✅")


def test_the_buttons_of_a_group_are_not_pressed_in_private(chat: Chat, group: Chat) -> None:
    chat.phone.has_buttons = False
    chat.say("xong 1.1")
    group.say("tiêu chí 3.5")
    assert "Đã bỏ" in chat.say("1").text
