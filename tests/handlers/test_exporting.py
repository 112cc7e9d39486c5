"""The workbook and the office's report."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from bot.app import App
from db import files
from db.session import look
from handlers.sheets import Sheet, workbook
from handlers.turn import Reply
from tests.conftest import Chat


def content(app: App, reply: Reply) -> bytes:
    return look(app.sessions, lambda session: files.read(session, [reply.files[0].id]))[0].content


def book(app: App, officer: Chat) -> Workbook:
    return load_workbook(io.BytesIO(content(app, officer.say("xuất bảng excel tiến độ các trường"))))


def rows(made: Workbook, title: str) -> list[tuple[Any, ...]]:
    return list(made[title].iter_rows(values_only=True))


def test_the_workbook_has_every_table(app: App, officer: Chat) -> None:
    assert book(app, officer).sheetnames == [
        "Tiến độ",
        "Câu trả lời của Phòng",
        "Kế hoạch",
        "Ai báo gì",
        "Thông báo",
        "Hỏi nhanh",
        "Câu hỏi",
    ]


def test_every_figure_says_who_said_it_and_when(app: App, officer: Chat, chat: Chat) -> None:
    chat.say("xong tc 1.1, 1.2 được 80%, chưa đạt 1.5")
    made = book(app, officer)
    told = [row[:3] + row[5:] for row in rows(made, "Ai báo gì")[1:]]
    progress = next(row for row in rows(made, "Tiến độ") if row[0] == "TH Tứ Cường")

    said = "xong tc 1.1, 1.2 được 80%, chưa đạt 1.5"
    assert told == [
        ("TH Tứ Cường", "1.1", "xong", said),
        ("TH Tứ Cường", "1.2", "80 %", said),
        ("TH Tứ Cường", "1.5", "không đạt", said),
    ]
    assert rows(made, "Ai báo gì")[1][3] == "Người tu-cuong"
    assert progress[3:5] == (1, 28)
    assert str(progress[-1])[:16] == "2017-10-02 07:30"


def test_what_was_taken_back_is_not_in_it(app: App, officer: Chat, chat: Chat) -> None:
    chat.say("xong tc 1.1")
    chat.say("hoàn tác")

    assert rows(book(app, officer), "Ai báo gì")[1:] == []


def test_months_are_months_and_heads_stay(app: App, officer: Chat) -> None:
    sheet = book(app, officer)["Kế hoạch"]
    month = next(row[3] for row in sheet.iter_rows(min_row=2) if row[0].value == "TH Tứ Cường")

    assert (str(month.value)[:10], month.number_format) == ("2017-11-01", "mm/yyyy")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:F17")


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    made = load_workbook(io.BytesIO(workbook([Sheet("Một", ("A", "B"), [("=1+1", 2)])])))

    assert (made["Một"]["A2"].value, made["Một"]["A2"].data_type) == ("=1+1", "s")


def test_the_report_has_the_form_of_an_office_letter(app: App, officer: Chat, chat: Chat) -> None:
    chat.say("xong tc 1.1")
    letter = Document(io.BytesIO(content(app, officer.say("xuất báo cáo word"))))
    head = [cell.text for cell in letter.tables[0].rows[0].cells]
    text = "\n".join(one.text for one in letter.paragraphs)

    assert "PHÒNG GD&ĐT THANH MIỆN" in head[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in head[1]
    assert "Tổng số trường: 16" in text
    assert len(letter.tables[1].rows) == 17
    assert [cell.text for cell in letter.tables[2].rows[1].cells] == [
        "TH Tứ Cường",
        "Người tu-cuong",
        "02/10/2017 07:30",
        "xong tc 1.1",
    ]


@pytest.mark.parametrize("words", ["xuất excel", "/xuat bao cao word"])
def test_a_principal_gets_no_file_of_all_schools(chat: Chat, words: str) -> None:
    reply = chat.say(words)

    assert reply.files == ()
    assert "chuyên viên" in reply.text


def test_what_no_document_holds_is_left_out_of_a_table() -> None:
    made = load_workbook(io.BytesIO(workbook([Sheet("Bảng", ("Lời",), [("a\x0bb\ufffe\ud83d",)])])))
    assert rows(made, "Bảng") == [("Lời",), ("ab",)]


def test_words_that_no_document_holds_stop_no_export(app: App, chat: Chat, stranger: Chat, officer: Chat) -> None:
    chat.say("xong 1.1 \ufffe")
    stranger.say("học phí bao nhiêu \uffff")

    assert rows(book(app, officer), "Ai báo gì")[1][-1] == "xong 1.1"
    assert officer.say("xuất báo cáo word").files != ()
