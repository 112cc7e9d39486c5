"""Whatever people send, they get a short, polite word, and nothing is recorded by accident."""

from __future__ import annotations

import pytest

from tests.conftest import Chat

APOLOGY = "tôi gặp lỗi"


@pytest.mark.parametrize("said", ["/khongco", "/", "/ ", "//", "/" + "x" * 300, "/TIENDO_X", "/<b>"])
def test_an_unknown_command_leads_to_the_list(chat: Chat, said: str) -> None:
    answer = chat.say(said)
    assert APOLOGY not in answer.text
    assert "/trogiup" in [choice.words for choice in answer.choices]


@pytest.mark.parametrize("said", ["/THIEU", "/thiếu", "/thieu@tro_ly_bot"])
def test_a_command_is_known_however_it_is_typed(chat: Chat, said: str) -> None:
    assert chat.say(said).text.startswith("**TH Tứ Cường**")


@pytest.mark.parametrize("said", ["", " ", "\n", "😀", "👍👍", "...", "?", "\u200f\u202e", "\x00"])
def test_a_message_without_words_is_answered_by_an_example(chat: Chat, said: str) -> None:
    assert chat.say(said).text == "Thầy/cô cần hỏi tiêu chí nào, hay ghi tiến độ cho trường?"
    assert chat.labels == ["Xem ví dụ"]


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("voice", "Tôi chưa nghe được tin thoại."),
        ("sticker", "Thầy/cô cần hỏi"),
        ("photo", "Tôi chưa lưu ảnh."),
        ("file", "Tôi chưa lưu tệp"),
        ("other", "Thầy/cô cần hỏi"),
    ],
)
def test_what_is_not_text_is_answered_by_kind(chat: Chat, kind: str, first: str) -> None:
    assert chat.hear("", kind=kind).text.startswith(first)


def test_a_file_with_words_is_answered_by_its_words(chat: Chat) -> None:
    assert "Đã ghi cho" in chat.send_file("qd.docx", text="xong tc 1.1").text


def test_a_message_that_is_too_long_is_refused_with_the_limit(chat: Chat) -> None:
    said = chat.say("xong 1.1 " * 600).text
    assert "tối đa 4096" in said


def test_a_long_message_is_read(chat: Chat) -> None:
    answer = chat.say("tiêu chí 3.5 cần gì " + "ạ " * 2000)
    assert APOLOGY not in answer.text
    assert answer.text


@pytest.mark.parametrize(
    "said",
    [
        "<b>xong</b> <script>alert(1)</script>",
        "'; DROP TABLE schools; --",
        "{person} %s %(x)s",
        "**xong** *1.1* _x_ `y`",
        "\u202e1.1 gnox",
        "ＸＯＮＧ １．１",
        "x\ud83dy",
        "9" * 400,
        "1." * 300,
        "tiêu chí 999999999999.999999999999",
        "xong " + ", ".join(f"{a}.{b}" for a in range(1, 30) for b in range(1, 20)),
        "á" * 4000,
        "🏫" * 1000,
        "\n".join("xong" for _ in range(500)),
    ],
)
def test_strange_words_are_survived(chat: Chat, said: str) -> None:
    answer = chat.say(said)
    assert answer.text
    assert APOLOGY not in answer.text


def test_right_to_left_marks_do_not_hide_a_number(chat: Chat) -> None:
    assert "✅ 1.1: chưa ghi → xong" in chat.say("xong \u200f1.1\u202c").text


def test_an_emoji_beside_a_report_is_no_trouble(chat: Chat) -> None:
    assert "✅ 1.1: chưa ghi → xong" in chat.say("xong 1.1 👍").text


def test_a_persons_name_is_said_as_written(chat: Chat, officer: Chat) -> None:
    chat.hear("xin dời lịch sang 12/2017", key="ten")
    assert "(Người tu-cuong)" in officer.phone.at(officer.address)[-1].text


@pytest.mark.parametrize(
    "said", ["xong 5.9", "1.8 xong", "2.1 180%", "2.1 được -5%", "tiêu chuẩn 9 xong", "xong 1.1/z"]
)
def test_what_cannot_be_is_not_recorded(chat: Chat, said: str) -> None:
    assert "Đã ghi" not in chat.say(said).text
    assert "chưa có lần ghi nào" in chat.say("hoàn tác").text


@pytest.mark.parametrize(
    "words",
    [
        "/bo",
        "/bo x",
        "/nho",
        "/nho 0",
        "/nhaclai x",
        "/visao 99",
        "/chuyen",
        "/chuyen x",
        "/xem",
        "/capnhat 99",
        "/chighi x",
    ],
)
def test_a_button_without_its_number_is_refused_politely(chat: Chat, words: str) -> None:
    answer = chat.say(words)
    assert answer.text
    assert APOLOGY not in answer.text


@pytest.mark.parametrize("number", ["²", "١", "9" * 30])
@pytest.mark.parametrize("command", ["/bo", "/nho", "/chuyen", "/capnhat", "/hoantac", "/doilich", "/tieuchuan"])
def test_figures_of_other_scripts_are_no_numbers(chat: Chat, command: str, number: str) -> None:
    assert APOLOGY not in chat.say(f"{command} {number}").text


@pytest.mark.parametrize("forged", ["/ghi ²", "/ghi ٣ xong", "/capnhat ²"])
def test_a_figure_of_another_script_is_no_number(chat: Chat, forged: str) -> None:
    said = chat.say(forged).text
    assert said.startswith(("Không có mục", "**TH Tứ Cường** cập nhật phần nào?")), said
