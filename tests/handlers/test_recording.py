"""Progress, told in a sentence or by tapping, and said back before -> after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app import App
from tests.conftest import Chat, Phone, TestClock, seat


def lines(text: str) -> list[str]:
    """Give the lines that say what changed."""
    return [line for line in text.splitlines() if line[0] in "✅◐○"]


def test_a_report_in_one_breath_is_said_back(chat: Chat) -> None:
    chat.say("1.1 được 60%, 1.2 được 40%, 2.3 chưa làm")
    assert chat.say("1.1 xong, 1.2 duoc 80%, 2.3 chua lam").text.splitlines() == [
        "Đã ghi cho **TH Tứ Cường**:",
        "✅ 1.1: 60 % → xong",
        "◐ 1.2: 40 % → 80 %",
        "○ 2.3: chưa làm (không đổi)",
        "Tiêu chuẩn 1: 1/7 xong.",
        "Tiêu chuẩn 2: 0/5 xong.",
    ]
    assert chat.labels == ["Hoàn tác", "Xem còn thiếu"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("xong tc 1.1", ["✅ 1.1: chưa ghi → xong"]),
        ("2.1 đến 2.3 xong", ["✅ 2.1: chưa ghi → xong", "✅ 2.2: chưa ghi → xong", "✅ 2.3: chưa ghi → xong"]),
        ("xong 1.1, 1.2", ["✅ 1.1: chưa ghi → xong", "✅ 1.2: chưa ghi → xong"]),
        ("còn 30% nữa là xong 2.4", ["◐ 2.4: chưa ghi → 70 %"]),
        ("1.5 đạt", ["◐ 1.5: chưa ghi → đang làm, đạt"]),
        ("chưa đạt 1.5", ["◐ 1.5: chưa ghi → đang làm, không đạt"]),
        ("đang làm 1.4", ["◐ 1.4: chưa ghi → đang làm"]),
        ("2.3 chưa làm", ["○ 2.3: chưa làm"]),
        ("xong báo cáo tự đánh giá", ["✅ Báo cáo tự đánh giá: chưa ghi → xong"]),
        ("báo cáo được 50%", ["◐ Báo cáo tự đánh giá: chưa ghi → 50 %"]),
        ("xong hội đồng tự đánh giá", ["✅ Hội đồng tự đánh giá: chưa ghi → xong"]),
    ],
)
def test_a_report_is_recorded_as_meant(chat: Chat, said: str, expected: list[str]) -> None:
    assert lines(chat.say(said).text) == expected


def test_a_whole_standard_is_one_line(chat: Chat) -> None:
    assert chat.say("xong tiêu chuẩn 4").text.splitlines() == [
        "Đã ghi cho **TH Tứ Cường**:",
        "✅ Tiêu chuẩn 4 (3 tiêu chí): chưa ghi → xong",
        "Cả trường: 3/28 tiêu chí xong.",
    ]


def test_a_whole_standard_that_began_unequal_is_one_line(chat: Chat) -> None:
    chat.say("4.1 xong, 4.2 được 50%")
    assert lines(chat.say("xong tiêu chuẩn 4").text) == ["✅ Tiêu chuẩn 4 (3 tiêu chí): → xong"]


def test_a_whole_standard_that_stays_unequal_is_told_by_its_criteria(chat: Chat, clock: TestClock) -> None:
    chat.say("xong 1.1, 1.2. 1.3 không đạt")
    clock.move_to(clock.now() + timedelta(hours=1))
    assert lines(chat.say("xong tiêu chuẩn 1").text) == [
        "✅ 1.1, 1.2: xong (không đổi)",
        "✅ 1.3: đang làm, không đạt → xong, không đạt",
        "✅ 1.4, 1.5, 1.6, 1.7: chưa ghi → xong",
    ]


def test_a_long_list_is_put_together(chat: Chat) -> None:
    said = "1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7 xong, 2.1 được 40%"
    assert lines(chat.say(said).text) == [
        "✅ 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7: chưa ghi → xong",
        "◐ 2.1: chưa ghi → 40 %",
    ]


def test_an_indicator_moves_its_criterion(chat: Chat) -> None:
    assert lines(chat.say("xong chỉ số a tiêu chí 1.1").text) == [
        "✅ 1.1 chỉ số a: chưa ghi → xong",
        "◐ 1.1: chưa ghi → 33 %",
    ]


def test_a_whole_standard_reported_twice_says_that_nothing_changed(chat: Chat) -> None:
    chat.say("xong tiêu chuẩn 4")
    assert lines(chat.say("xong tiêu chuẩn 4").text) == ["✅ Tiêu chuẩn 4 (3 tiêu chí): xong (không đổi)"]


def test_many_standards_are_summed_up_for_the_school(chat: Chat) -> None:
    assert chat.say("xong 1.1, 2.1, 3.1").text.splitlines()[-1] == "Cả trường: 3/28 tiêu chí xong."


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("1.1 xong, 5.9 xong", "trường tiểu học không có tiêu chí 5.9 (tiêu chuẩn 5 có 5.1–5.7)"),
        ("1.1 xong, 1.2 được 180%", "180 %"),
    ],
)
def test_one_impossible_part_records_nothing_and_is_named(chat: Chat, said: str, named: str) -> None:
    answer = chat.say(said).text
    assert answer.startswith("Chưa ghi gì: ")
    assert named in answer
    assert "chưa có lần ghi nào" in chat.say("hoàn tác").text


def test_only_the_possible_part_is_recorded_when_asked(chat: Chat) -> None:
    chat.say("1.1 xong, 5.9 xong")
    assert lines(chat.press("Chỉ ghi 1.1").text) == ["✅ 1.1: chưa ghi → xong"]


def test_only_record_pressed_twice_records_once(chat: Chat) -> None:
    chat.say("1.1 xong, 5.9 xong")
    question = chat.last
    chat.press("Chỉ ghi")
    chat.last = question
    assert "đã cũ" in chat.press("Chỉ ghi").text


def test_an_old_only_record_does_not_record_a_newer_message(chat: Chat) -> None:
    chat.say("1.1 xong, 5.9 xong")
    older = chat.last
    chat.say("1.2 xong, 5.8 xong")
    chat.last = older
    assert "đã cũ" in chat.press("Chỉ ghi 1.1").text


def test_never_mind_drops_the_possible_part(chat: Chat) -> None:
    chat.say("1.1 xong, 5.9 xong")
    question = chat.last
    assert chat.press("Thôi").text == "Vâng, không thay đổi gì."
    chat.last = question
    assert "đã cũ" in chat.press("Chỉ ghi").text


@pytest.mark.parametrize(
    "asked", ["2.1 xong chưa", "tc 2.1 cần gì", "bao giờ thì xong 2.1", "1.1 xong thì làm gì tiếp?"]
)
def test_a_question_is_never_recorded(chat: Chat, asked: str) -> None:
    assert "Đã ghi" not in chat.say(asked).text
    assert "chưa có lần ghi nào" in chat.say("hoàn tác").text


def test_another_schools_progress_is_never_recorded(chat: Chat, officer: Chat) -> None:
    said = chat.say("TH Đoàn Tùng xong 1.1").text
    assert said == "Chưa ghi gì: chỉ ghi được tiến độ của trường mình."
    assert "Chưa có cập nhật nào" in officer.say("tiến độ TH Đoàn Tùng").text


@pytest.mark.parametrize("fixture", ["officer", "stranger"])
def test_who_speaks_for_no_school_records_nothing(request: pytest.FixtureRequest, fixture: str) -> None:
    assert "Đã ghi" not in request.getfixturevalue(fixture).say("xong 1.1").text


def test_a_report_without_a_place_asks_for_the_number_once(chat: Chat) -> None:
    said = chat.say("xong rồi ạ").text
    assert said.count("ví dụ") == 1
    assert "tiêu chí nào" in said


def test_tapping_records(chat: Chat) -> None:
    chat.say("/capnhat")
    chat.press("1. Tổ chức")
    chat.press("○ 1.3")
    assert lines(chat.press("50 %").text) == ["◐ 1.3: chưa ghi → 50 %"]


def test_tapping_records_a_step(chat: Chat) -> None:
    chat.say("/capnhat")
    chat.press("○ Kế hoạch")
    assert "Đạt" not in chat.labels
    assert lines(chat.press("Xong").text) == ["✅ Kế hoạch tự đánh giá: chưa ghi → xong"]


def test_tapping_records_a_whole_standard(chat: Chat) -> None:
    chat.say("/capnhat 4")
    assert lines(chat.press("Xong cả tiêu chuẩn 4").text) == ["✅ Tiêu chuẩn 4 (3 tiêu chí): chưa ghi → xong"]


def test_tapping_goes_back_to_the_standard(chat: Chat) -> None:
    chat.say("/ghi 3.5")
    assert "Tiêu chuẩn 3" in chat.press("‹").text


def test_a_number_presses_where_there_are_no_buttons(chat: Chat, phone: Phone) -> None:
    phone.has_buttons = False
    chat.say("/capnhat")
    chat.say("1")
    chat.say("3")
    assert lines(chat.say("1").text) == ["✅ 1.3: chưa ghi → xong"]


def test_a_number_presses_no_button_of_an_older_message(chat: Chat, phone: Phone) -> None:
    phone.has_buttons = False
    chat.say("xong 1.1")
    chat.say("cảm ơn")
    assert "Đã bỏ" not in chat.say("1").text


@pytest.mark.parametrize(
    ("typed", "shown"), [("60", "60 %"), ("60%", "60 %"), ("60 %", "60 %"), ("100", "xong"), ("xong rồi", "xong")]
)
def test_what_is_typed_after_tapping_is_about_the_tapped(chat: Chat, typed: str, shown: str) -> None:
    chat.say("/ghi 3.5")
    assert f"3.5: chưa ghi → {shown}" in chat.say(typed).text


def test_too_much_after_tapping_is_asked_again(chat: Chat) -> None:
    chat.say("/ghi 3.5")
    assert "quá 100 %" in chat.say("180%").text
    assert lines(chat.say("80").text) == ["◐ 3.5: chưa ghi → 80 %"]


def test_a_question_after_tapping_is_a_question(chat: Chat) -> None:
    chat.say("/ghi 3.5")
    assert "Tiêu chí 1.1" in chat.say("tiêu chí 1.1 cần gì").text


def test_another_report_after_tapping_is_about_its_own_place(chat: Chat) -> None:
    chat.say("/ghi 3.5")
    assert lines(chat.say("1.1 xong").text) == ["✅ 1.1: chưa ghi → xong"]


@pytest.mark.parametrize("words", ["/ghi 5.9", "/ghi 1.1/z xong", "/ghi milestone:x", "/ghi 9 xong", "/ghi"])
def test_what_cannot_be_tapped_is_refused(chat: Chat, words: str) -> None:
    assert "Không có mục" in chat.say(words).text


def test_the_same_message_twice_is_recorded_once(chat: Chat) -> None:
    chat.hear("xong 1.1", key="cung-mot-tin")
    chat.hear("xong 1.1", key="cung-mot-tin")
    chat.say("hoàn tác")
    assert "chưa có lần ghi nào" in chat.say("hoàn tác").text


def test_principal_and_deputy_record_for_one_school(app: App, phone: Phone, chat: Chat) -> None:
    deputy = seat(app, phone, "pho", "deputy", "TH Tứ Cường")
    chat.say("1.1 được 40%")
    assert lines(deputy.say("1.1 xong").text) == ["✅ 1.1: 40 % → xong"]


def test_nothing_is_recorded_in_a_group(chat: Chat, group: Chat) -> None:
    assert "nhắn riêng" in group.say("xong 1.1").text
    assert "chưa có lần ghi nào" in chat.say("hoàn tác").text


def test_a_bare_figure_in_a_group_is_not_the_answer_to_a_private_question(chat: Chat, group: Chat) -> None:
    chat.say("/ghi 3.5")
    assert "Đã ghi" not in group.say("60").text
    assert lines(chat.say("60").text) == ["◐ 3.5: chưa ghi → 60 %"]


def test_a_number_after_a_tap_is_a_percentage_where_there_are_buttons(chat: Chat) -> None:
    chat.say("/ghi 3.5")
    assert "3.5: chưa ghi → 5 %" in chat.say("5").text


def test_a_report_beside_a_question_is_offered_not_recorded(chat: Chat) -> None:
    answer = chat.say("1.1 xong rồi, 1.2 cần gì")
    assert "Lớp học được tổ chức" in answer.text
    assert chat.say("1.1 xong chưa").text == "○ **1.1** Bộ máy tổ chức: chưa ghi."
    chat.last = answer
    assert "1.1: chưa ghi → xong" in chat.press("Ghi 1.1").text
