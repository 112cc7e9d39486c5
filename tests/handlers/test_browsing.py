"""Browsing by buttons: standards, criteria, evidence, and the way back."""

from __future__ import annotations

from tests.conftest import Chat


def test_the_standards_of_the_own_level_come_first(chat: Chat) -> None:
    assert chat.say("/tieuchuan").text == "**TT 42/2012 · tiểu học**: 5 tiêu chuẩn, 28 tiêu chí. Chọn tiêu chuẩn:"
    assert [label[:2] for label in chat.labels] == ["1.", "2.", "3.", "4.", "5."]


def test_who_has_no_school_picks_the_level(stranger: Chat) -> None:
    stranger.say("/tieuchuan")
    assert stranger.labels == ["Mầm non (TT 25/2014)", "Tiểu học (TT 42/2012)", "THCS, THPT (TT 42/2012)"]
    assert "mầm non" in stranger.press("Mầm non").text


def test_from_standard_to_criterion_to_evidence_and_back(chat: Chat) -> None:
    chat.say("/tieuchuan")
    assert "Tiêu chuẩn 3" in chat.press("3.").text
    assert "Tiêu chí 3.5" in chat.press("3.5").text
    assert "Minh chứng thường dùng" in chat.press("Minh chứng").text
    assert "Tiêu chí 3.5" in chat.press("‹").text
    assert "Tiêu chuẩn 3" in chat.press("Tiêu chuẩn 3").text
    assert "Chọn tiêu chuẩn" in chat.press("‹ Các tiêu chuẩn").text


def test_the_next_criterion_is_a_button_away(chat: Chat) -> None:
    chat.say("tiêu chí 3.6")
    assert "Tiêu chí 4.1" in chat.press("4.1 ›").text


def test_the_last_criterion_has_no_next(chat: Chat) -> None:
    chat.say("tiêu chí 5.7")
    assert not any("›" in label for label in chat.labels)


def test_signs_show_what_is_done(chat: Chat) -> None:
    chat.say("3.1 xong, 3.2 được 30%")
    said = chat.say("tiêu chuẩn 3").text
    assert "✅ 3.1" in said
    assert "◐ 3.2" in said
    assert "○ 3.3" in said


def test_a_topic_opens_in_full(chat: Chat) -> None:
    short = chat.say("hạn hoàn thành báo cáo tự đánh giá là bao giờ").text
    assert len(chat.press("Xem thêm").text) > len(short)


def test_what_is_gone_from_the_catalogue_is_said(chat: Chat) -> None:
    assert "không còn trong kho" in chat.say("/xem tt1-1999/th/1.1").text


def test_a_stranger_sees_no_button_to_record(stranger: Chat) -> None:
    stranger.say("tiêu chí 3.5 tiểu học")
    assert "Cập nhật" not in stranger.labels
