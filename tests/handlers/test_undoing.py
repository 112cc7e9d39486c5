"""Taking back and putting right: by asking, by a button, by answering, by editing."""

from __future__ import annotations

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, seat


@pytest.fixture
def other(app: App, phone: Phone) -> Chat:
    """Talk as the principal of another school."""
    return seat(app, phone, "doan-tung", "principal", "TH Đoàn Tùng")


def confirmation(chat: Chat) -> str:
    """Give the key of the product's last message to *chat*."""
    return f"{chat.address}:{len(chat.phone.shown)}"


def state(chat: Chat, number: str) -> str:
    """Ask where a criterion stands."""
    return chat.say(f"{number} xong chưa").text.partition(": ")[2].partition(",")[0].rstrip(".")


def test_the_last_report_is_taken_back(chat: Chat) -> None:
    chat.say("xong tiêu chí 1.1")
    assert "1.1" not in chat.say("trường tôi còn thiếu gì").text
    assert chat.say("hoàn tác").text.splitlines() == ["Đã bỏ lần ghi “xong tiêu chí 1.1”:", "○ 1.1: xong → chưa ghi"]
    assert "1.1" in chat.say("trường tôi còn thiếu gì").text


def test_the_state_before_comes_back(chat: Chat) -> None:
    chat.say("1.1 được 40%")
    chat.say("xong 1.1")
    assert "◐ 1.1: xong → 40 %" in chat.say("hoàn tác").text


def test_the_button_under_a_report_takes_that_one_back(chat: Chat) -> None:
    first = chat.say("xong 1.1")
    chat.say("xong 1.2")
    chat.last = first
    assert "1.1: xong → chưa ghi" in chat.press("Hoàn tác").text
    assert state(chat, "1.2") == "xong"


def test_an_older_report_is_taken_back_from_the_list(chat: Chat) -> None:
    chat.say("xong 1.1")
    chat.say("xong 1.2")
    chat.say("/hoantac ds")
    assert chat.last.text.splitlines()[1:] == ["1. 02/10 07:30: xong 1.2", "2. 02/10 07:30: xong 1.1"]
    assert "1.1: xong → chưa ghi" in chat.press("Bỏ lần 2").text


def test_a_report_is_taken_back_by_the_place_it_was_about(chat: Chat) -> None:
    chat.say("xong 1.1")
    chat.say("xong 1.2")
    assert "1.1: xong → chưa ghi" in chat.say("hoàn tác 1.1").text
    assert "không có lần nào về 2.1" in chat.say("hoàn tác 2.1").text


def test_taking_back_twice_is_harmless(chat: Chat) -> None:
    chat.say("1.1 được 40%")
    answer = chat.say("xong 1.1")
    chat.press("Hoàn tác")
    chat.last = answer
    assert "đã được bỏ trước đó" in chat.press("Hoàn tác").text
    assert state(chat, "1.1") == "40 %"


def test_nothing_to_take_back_is_said(chat: Chat) -> None:
    assert chat.say("hoàn tác").text == "Trường mình chưa có lần ghi nào để bỏ."


def test_an_edited_message_is_recorded_anew(chat: Chat) -> None:
    chat.say("1.1 được 60%")
    assert chat.edit(chat.key, "1.1 được 70%").text.splitlines()[:2] == [
        "Đã sửa cho **TH Tứ Cường**:",
        "◐ 1.1: 60 % → 70 %",
    ]


def test_an_edit_takes_the_earlier_place_back(chat: Chat) -> None:
    chat.say("xong 1.1")
    key = chat.key
    assert "○ 1.1: xong → chưa ghi" in chat.edit(key, "xong 1.2").text
    assert "○ 1.2: xong → chưa ghi" in chat.edit(key, "xong 1.3").text
    assert [state(chat, number) for number in ("1.1", "1.2", "1.3")] == ["chưa ghi", "chưa ghi", "xong"]


def test_an_edit_that_cannot_be_leaves_the_earlier_report(chat: Chat) -> None:
    chat.say("xong 1.1")
    said = chat.edit(chat.key, "xong 5.9").text
    assert said.startswith("Chưa sửa gì: trường tiểu học không có tiêu chí 5.9")
    assert said.endswith("Lần ghi cũ vẫn giữ nguyên.")
    assert state(chat, "1.1") == "xong"


def test_an_edit_into_a_question_takes_the_report_back(chat: Chat) -> None:
    chat.say("xong 1.1")
    assert "1.1: xong → chưa ghi" in chat.edit(chat.key, "1.1 xong chưa").text


def test_an_edit_of_a_message_that_recorded_nothing_is_a_new_message(chat: Chat) -> None:
    chat.say("1.1 xong, 5.9 xong")
    assert "Đã ghi cho" in chat.edit(chat.key, "1.1 xong, 5.7 xong").text


@pytest.mark.parametrize("said", ["nhầm", "hoàn tác", "bỏ lần ghi này"])
def test_an_answer_to_the_own_message_takes_it_back(chat: Chat, said: str) -> None:
    chat.say("xong 1.1")
    first = chat.key
    chat.say("xong 1.2")
    assert "1.1: xong → chưa ghi" in chat.answer(first, said).text
    assert state(chat, "1.2") == "xong"


def test_an_answer_to_the_confirmation_takes_it_back(chat: Chat) -> None:
    chat.say("xong 1.1")
    confirmed = confirmation(chat)
    chat.say("xong 1.2")
    assert "1.1: xong → chưa ghi" in chat.answer(confirmed, "nhầm").text


@pytest.mark.parametrize("said", ["nhầm, 70%", "70%", "sửa thành 70%"])
def test_a_correction_by_answer_needs_only_the_figure(chat: Chat, said: str) -> None:
    chat.say("1.2 được 80%")
    first = chat.key
    chat.say("xong 2.1")
    assert "◐ 1.2: 80 % → 70 %" in chat.answer(first, said).text
    assert state(chat, "2.1") == "xong"


def test_a_correction_right_after_needs_no_answer(chat: Chat) -> None:
    chat.say("1.2 được 80%")
    assert "◐ 1.2: 80 % → 70 %" in chat.say("nhầm, 70%").text


def test_a_figure_for_a_report_of_several_places_asks_which(chat: Chat) -> None:
    chat.say("xong 1.1, 1.2")
    said = chat.say("nhầm, 70%").text
    assert said.startswith("Chưa sửa gì: lần ghi gần nhất có 2 mục.")
    assert state(chat, "1.1") == "xong"


def test_correcting_one_place_of_several_keeps_the_others(chat: Chat) -> None:
    chat.say("1.1 xong, 1.2 được 80%")
    chat.answer(chat.key, "nhầm, 1.2 được 70%")
    assert [state(chat, number) for number in ("1.1", "1.2")] == ["xong", "70 %"]


def test_news_told_in_an_answer_keeps_what_was_answered(chat: Chat) -> None:
    chat.say("xong 1.1")
    chat.answer(confirmation(chat), "xong 1.2")
    assert [state(chat, number) for number in ("1.1", "1.2")] == ["xong", "xong"]


def test_only_the_last_twenty_are_taken_back(chat: Chat) -> None:
    first = chat.say("xong 1.1")
    for percent in range(20):
        chat.say(f"1.2 được {percent + 1}%")
    chat.last = first
    assert "chỉ bỏ được 20 lần gần nhất" in chat.press("Hoàn tác").text
    chat.say("/hoantac ds")
    assert len(chat.labels) == 20


def test_another_schools_report_is_never_taken_back(chat: Chat, other: Chat) -> None:
    chat.say("xong 1.1")
    words = chat.last.choices[0].words
    assert "không phải của trường mình" in other.say(words).text
    assert "chưa có lần ghi nào" in other.answer(chat.key, "hoàn tác").text
    assert state(chat, "1.1") == "xong"


def test_a_report_that_does_not_exist_is_not_found(chat: Chat) -> None:
    assert "Không tìm thấy lần ghi đó" in chat.say("/bo 999").text
    assert "Không tìm thấy lần ghi đó" in chat.say("/bo abc").text


def test_what_was_taken_back_no_longer_counts_for_the_office(chat: Chat, officer: Chat) -> None:
    chat.say("xong tiêu chuẩn 1")
    chat.say("hoàn tác")
    assert "xong 0/28 tiêu chí" in officer.say("tiến độ TH Tứ Cường").text
