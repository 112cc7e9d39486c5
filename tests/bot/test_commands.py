"""The command line as the contract has it: what it prints, how it ends, what it refuses."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from knowledge.library import PLANS
from tests.bot.command_line import ROOT, CommandLine, Ran, kiemdinh

__all__ = ["kiemdinh"]

SEED = PLANS / "thanh-mien-2017-2018.txt"
SCHOOLS = 16


def refused(ran: Ran, words: str, code: int = 1) -> None:
    """Check that a command was refused in one line of Vietnamese."""
    assert (ran.code, ran.err.count("\n")) == (code, 1), ran
    assert "Traceback" not in ran.err
    assert words in ran.err


def counts(command: CommandLine) -> dict[str, int]:
    with closing(sqlite3.connect(command.database)) as opened:
        names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: opened.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}


def batch(*lines: Any) -> str:
    return "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)


# Ask


def test_answers_a_question_for_people_to_read(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("ask", "tc 3.5 cần gì", "--level", "TH")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Tiêu chí 3.5 · Thư viện")
    assert "*" not in ran.out


def test_answers_a_question_as_one_json_object(kiemdinh: CommandLine) -> None:
    (found,) = kiemdinh("ask", "tc 3.5 cần gì", "--level", "TH", "--json").objects

    assert list(found) == ["id", "kind", "refs", "text", "citation"]
    assert (found["kind"], found["refs"][0]) == ("answer", "tt42-2012/th/3.5")


@pytest.mark.parametrize("arguments", [(), ("",), ("   ",)])
def test_a_question_is_needed(kiemdinh: CommandLine, arguments: tuple[str, ...]) -> None:
    refused(kiemdinh("ask", *arguments), "Thiếu câu hỏi.")


def test_answers_a_batch_in_order(kiemdinh: CommandLine) -> None:
    asked = [
        {"id": 1, "q": "tc 3.5 cần gì", "level": "TH", "as_of": None},
        {"id": "hai", "q": "tiêu chí 1.2", "level": "MN", "as_of": "2017-10-01"},
        {"id": None, "q": "", "level": None},
        {"id": [4], "q": "giá vàng hôm nay"},
    ]
    ran = kiemdinh("ask", "--batch", typed=batch(*asked))

    assert (ran.code, ran.err) == (0, "")
    assert [one["id"] for one in ran.objects] == [1, "hai", None, [4]]
    assert [one["refs"][:1] for one in ran.objects[:2]] == [["tt42-2012/th/3.5"], ["tt25-2014/mn/1.2"]]
    assert [one["kind"] for one in ran.objects[2:]] == ["unknown", "unknown"]
    assert {frozenset(one) for one in ran.objects} == {frozenset({"id", "kind", "refs", "text", "citation"})}


WRONG_LINES = [
    ("{", "không phải JSON"),
    ("[1, 2]", "không phải một đối tượng JSON"),
    ('"x"', "không phải một đối tượng JSON"),
    ('{"id": 1}', "thiếu q"),
    ("{}", "thiếu id, q"),
    ('{"id": 1, "q": null}', "có q không phải là chữ"),
    ('{"id": 1, "q": 35}', "có q không phải là chữ"),
    ('{"id": NaN, "q": "x"}', "không phải JSON"),
    ("[" * 100_000, "không phải JSON"),
    ('{"id": 1, "q": "x", "level": "ĐH"}', "có cấp học 'ĐH', chỉ có MN, TH, THCS, THPT, GDTX"),
    ('{"id": 1, "q": "x", "level": ["TH"]}', "có cấp học"),
    ('{"id": 1, "q": "x", "level": "TH", "as_of": "2017-13-01"}', "có ngày '2017-13-01', viết như 2017-10-01"),
    ('{"id": 1, "q": "x", "level": "TH", "as_of": 5}', "có ngày 5"),
]


def test_the_day_of_a_line_decides_its_circular(kiemdinh: CommandLine) -> None:
    days = ["2018-10-09", "2018-10-10", "2026-07-06", "2026-07-07"]
    asked = [{"id": day, "q": "tiêu chí 1.1", "level": "TH", "as_of": day} for day in days]
    asked.append({"id": "cũ", "q": "tiêu chí 3.5 thư viện cũ nay ở đâu", "level": "TH", "as_of": "2026-11-01"})
    asked.append({"id": "chưa", "q": "tiêu chí 1.1", "level": "GDTX", "as_of": "2017-10-01"})
    ran = kiemdinh("ask", "--batch", typed=batch(*asked))
    assert [one["refs"][:1] for one in ran.objects] == [
        ["tt42-2012/th/1.1"],
        ["tt17-2018/th/1.1"],
        ["tt17-2018/th/1.1"],
        ["tt57-2026/pt/1.1"],
        ["tt57-2026/pt/4.1"],
        [],
    ]
    assert ["hiệu lực từ" in one["citation"] for one in ran.objects] == [True] * 5 + [False]
    assert [one["kind"] for one in ran.objects] == ["answer"] * 5 + ["unknown"]


@pytest.mark.parametrize(("line", "why"), WRONG_LINES)
def test_a_wrong_line_of_a_batch_is_named_and_the_good_ones_are_answered(
    kiemdinh: CommandLine, line: str, why: str
) -> None:
    ran = kiemdinh("ask", "--batch", typed=batch({"id": "a", "q": "tc 1.1"}, "", line, {"id": "b", "q": "tc 1.2"}))

    refused(ran, f"Bỏ qua 1 dòng sai: dòng 3 {why}")
    assert [one["id"] for one in ran.objects] == ["a", "b"]


def test_many_wrong_lines_are_one_line(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("ask", "--batch", typed="x\n" * 100)

    refused(ran, "Bỏ qua 100 dòng sai: dòng 1 không phải JSON")
    assert ran.err.endswith("; và 95 dòng nữa.\n")


@pytest.mark.parametrize("command", ["ask", "understand"])
def test_bytes_that_are_no_text_are_a_wrong_line(kiemdinh: CommandLine, command: str) -> None:
    field = b'"q"' if command == "ask" else b'"text"'
    good = b'{"id": 1, ' + field + b': "xong tc 1.1"}\n'
    ran = kiemdinh(command, "--batch", typed=b"\xef\xbb\xbf" + good + b"\xff\xfe\x00\x01\x9f\n" + good)

    refused(ran, "Bỏ qua 1 dòng sai: dòng 2 không phải JSON (văn bản UTF-8).")
    assert len(ran.objects) == 2


@pytest.mark.parametrize("words", ["\\ud800", "tc 3.5 \\u0000", "\\u202e tc 3.5", "a" * 50_000])
def test_strange_letters_are_answered(kiemdinh: CommandLine, words: str) -> None:
    line = f'{{"id": "{words[-6:]}", "q": "{words}"}}'
    ran = kiemdinh("ask", "--batch", typed=line + "\n")

    assert (ran.code, ran.err, ran.objects[0]["id"]) == (0, "", json.loads(line)["id"])


def test_an_empty_batch_is_answered_with_nothing(kiemdinh: CommandLine) -> None:
    assert kiemdinh("ask", "--batch") == Ran(0, "", "")


# Understand


def test_says_how_messages_are_understood_and_changes_nothing(kiemdinh: CommandLine) -> None:
    kiemdinh("ask", "x")
    before = counts(kiemdinh)
    said = [
        {"id": 1, "text": "xong tc 2.1, 2.2 được 40%", "role": "principal", "level": "TH"},
        {"id": 2, "text": "tc 2.1 xong chưa", "role": "principal", "level": "TH"},
        {"id": 3, "text": "xong tc 5.9", "role": "principal", "level": "TH"},
        {"id": 4, "text": "dời lịch TH Chi Lăng Bắc sang 1/2018", "role": "officer", "level": None},
    ]
    ran = kiemdinh("understand", "--batch", typed=batch(*said))

    assert (ran.code, ran.err) == (0, "")
    assert {tuple(one) for one in ran.objects} == {("id", "intent", "updates", "error", "school", "month", "audience")}
    assert [(one["id"], one["intent"]) for one in ran.objects] == [
        (1, "progress"),
        (2, "own_status"),
        (3, "progress"),
        (4, "reschedule"),
    ]
    assert ran.objects[0]["updates"] == [{"target": "2.1", "status": "done"}, {"target": "2.2", "percent": 40}]
    assert (ran.objects[2]["updates"], "5.9" in ran.objects[2]["error"]) == ([], True)
    assert (ran.objects[3]["school"], ran.objects[3]["month"]) == ("TH Chi Lăng Bắc", "2018-01")
    assert counts(kiemdinh) == before


def test_wrong_messages_are_named(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("understand", "--batch", typed=batch({"id": 1}, {"id": 2, "text": "x", "level": "th"}))

    refused(ran, "Bỏ qua 2 dòng sai: dòng 1 thiếu text; dòng 2 có cấp học 'th'")


# Plans


def new_plan(folder: Path, *rows: tuple[object, ...], year: str = "Năm học 2018-2019") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([f"KẾ HOẠCH đánh giá ngoài {year}"])
    sheet.append(["STT", "Tên trường", "Tháng đánh giá ngoài"])
    for number, row in enumerate(rows, start=1):
        sheet.append([number, *row])
    book.save(folder / "plan.xlsx")
    return folder / "plan.xlsx"


def test_imports_a_plan_shows_the_difference_and_is_idempotent(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    first = kiemdinh("import-plan", new_plan(tmp_path, ("TH An Bình", "11/2018"), ("THCS Ba Đình", "12/2018")))
    after_first = counts(kiemdinh)
    again = kiemdinh("import-plan", tmp_path / "plan.xlsx")
    after_second = counts(kiemdinh)
    moved = kiemdinh("import-plan", new_plan(tmp_path, ("TH An Bình", "01/2019"), ("MN Hoa Mai", "03/2019")))

    assert (first.code, first.err) == (0, "")
    assert "thêm TH An Bình: 11/2018" in first.out
    assert first.out.endswith("Đã nhập.\n")
    assert (again.code, "Không có gì thay đổi." in again.out) == (0, True)
    assert after_second == after_first
    assert "thêm MN Hoa Mai: 03/2019" in moved.out
    assert "dời  TH An Bình: 11/2018 → 01/2019" in moved.out
    assert "bỏ   THCS Ba Đình: 12/2018 → không đánh giá ngoài" in moved.out


def test_a_dry_run_changes_nothing(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    kiemdinh("ask", "x")
    before = counts(kiemdinh)
    ran = kiemdinh("import-plan", new_plan(tmp_path, ("TH An Bình", "11/2018")), "--dry-run")

    assert (ran.code, ran.out.endswith("Chưa nhập gì.\n")) == (0, True)
    assert counts(kiemdinh) == before


def test_a_plan_as_json_is_as_the_contract_has_it(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("import-plan", SEED, "--dry-run", "--json")

    (found,) = ran.objects
    assert list(found) == ["school_year", "report_deadline", "circulars", "schools", "problems"]
    assert (found["school_year"], found["report_deadline"]) == ("2017-2018", "2018-05-31")
    assert sorted(found["circulars"]) == ["tt25-2014", "tt42-2012"]
    assert (len(found["schools"]), found["problems"]) == (SCHOOLS, [])
    assert {tuple(one) for one in found["schools"]} == {("name", "level", "review_month", "note")}


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_plan_with_problems_imports_nothing(kiemdinh: CommandLine, tmp_path: Path, dry: tuple[str, ...]) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    file = new_plan(tmp_path, ("TH An Bình", "11/2018"), ("THCS Ba Đình", "13/2018"))
    ran = kiemdinh("import-plan", file, "--json", *dry)

    refused(ran, "Có 1 dòng sai nên chưa nhập gì.")
    (found,) = ran.objects
    assert ([one["name"] for one in found["schools"]], len(found["problems"])) == (["TH An Bình"], 1)
    assert counts(kiemdinh)["schools"] == 0


def test_bad_rows_are_skipped_where_that_is_asked_for(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    file = new_plan(tmp_path, ("TH An Bình", "11/2018"), ("THCS Ba Đình", "13/2018"))

    assert kiemdinh("import-plan", file, "--skip-bad-rows").code == 0
    assert counts(kiemdinh)["schools"] == 1


def test_a_school_whose_row_could_not_be_read_is_not_taken_for_gone(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    kiemdinh("import-plan", new_plan(tmp_path, ("TH An Bình", "11/2018"), ("THCS Ba Đình", "12/2018")))
    ran = kiemdinh(
        "import-plan",
        new_plan(tmp_path, ("TH An Bình", "11/2018"), ("THCS Ba Đình", "13/2018")),
        "--skip-bad-rows",
    )

    assert (ran.code, "bỏ" in ran.out.replace("bỏ qua", "")) == (0, False)
    with closing(sqlite3.connect(kiemdinh.database)) as opened:
        assert opened.execute("SELECT count(*) FROM reviews WHERE month IS NOT NULL").fetchone() == (2,)


UNREADABLE: dict[str, bytes | None] = {
    "none.docx": None,
    "empty.docx": b"",
    "noise.docx": bytes(range(256)) * 50,
    "noise.xlsx": b"PK\x03\x04" + b"\x00" * 500,
    "noise.txt": b"\xff\xfe\x00\xd8" * 100,
    "words.txt": "Kính gửi các trường".encode(),
    "plan.pdf": b"%PDF-1.4",
    "year.txt": "Năm học 2017-2018\n".encode(),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_plan_that_cannot_be_read_is_one_line(kiemdinh: CommandLine, tmp_path: Path, name: str) -> None:
    content = UNREADABLE[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)

    refused(kiemdinh("import-plan", tmp_path / name), "")


def test_a_folder_is_no_plan(kiemdinh: CommandLine, tmp_path: Path) -> None:
    refused(kiemdinh("import-plan", tmp_path), "đó là một thư mục")


# Simulate


def test_rehearses_the_year_as_json_lines(kiemdinh: CommandLine) -> None:
    arguments = ("simulate", "--from", "2017-10-02", "--to", "2018-07-31", "--json")
    once, twice = kiemdinh(*arguments), kiemdinh(*arguments)

    assert once == twice
    assert (once.code, once.err) == (0, "")
    assert {tuple(one) for one in once.objects} == {("at", "kind", "school", "to", "text")}
    assert {datetime.fromisoformat(one["at"]).utcoffset().total_seconds() for one in once.objects} == {7 * 3600}
    assert len({one["school"] for one in once.objects}) == SCHOOLS


def test_rehearses_for_people_to_read(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("simulate", "--from", "2017-10-02", "--to", "2017-10-02")

    assert ran.out.startswith("02/10/2017 07:30 · Hiệu trưởng ")
    assert ran.out.endswith(" tin nhắc.\n")
    assert "**" not in ran.out


def test_dates_the_wrong_way_round_are_refused(kiemdinh: CommandLine) -> None:
    refused(kiemdinh("simulate", "--from", "2018-01-02", "--to", "2018-01-01"), "--from phải trước --to")


@pytest.mark.parametrize("day", ["2017-02-30", "mai", "0001-01-01", "9999-12-31", "", "2017"])
def test_a_date_that_is_none_is_wrong_usage(kiemdinh: CommandLine, day: str) -> None:
    refused(kiemdinh("simulate", "--from", day, "--to", "2018-01-01"), "--from", code=2)


# Invite


def test_makes_one_time_codes(kiemdinh: CommandLine) -> None:
    (one,) = kiemdinh("invite", "--school", "th tu cuong", "--json").objects
    every = kiemdinh("invite", "--all", "--json").objects
    officer = kiemdinh("invite", "--officer")

    assert list(one) == ["school", "role", "code", "expires"]
    assert (one["school"], one["role"], one["expires"]) == ("TH Tứ Cường", "principal", "2017-11-01")
    assert re.fullmatch(r"[A-Z0-9]{5}-[A-Z0-9]{5}", one["code"])
    assert (len(every), len({each["code"] for each in every})) == (SCHOOLS, SCHOOLS)
    assert re.fullmatch(r"Chuyên viên: \w{5}-\w{5} \(dùng một lần, đến 01/11/2017\)\n", officer.out)
    with closing(sqlite3.connect(kiemdinh.database)) as opened:
        assert opened.execute("SELECT count(*) FROM invites").fetchone() == (SCHOOLS + 2,)
        assert opened.execute("SELECT count(*) FROM audit WHERE action = 'invite'").fetchone() == (SCHOOLS + 2,)
        assert one["code"].replace("-", "") not in "\n".join(opened.iterdump())


def test_a_school_that_is_not_known_gets_no_code(kiemdinh: CommandLine) -> None:
    refused(kiemdinh("invite", "--school", "TH Xyz"), "Không có trường “TH Xyz” trong kế hoạch.")


@pytest.mark.parametrize("whom", [("--all",), ("--school", "TH Tứ Cường")])
def test_where_there_is_no_plan_there_is_no_school(kiemdinh: CommandLine, whom: tuple[str, ...]) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    refused(kiemdinh("invite", *whom), "Chưa có trường nào. Nhập kế hoạch trước: kiemdinh import-plan TỆP.")


# Chat


@pytest.mark.parametrize("demo", ["1", "0"])
@pytest.mark.parametrize("seat", ["TH Tứ Cường", "th tu cuong", "officer", "Officer"])
def test_talks_as_a_seat(kiemdinh: CommandLine, seat: str, demo: str) -> None:
    kiemdinh.variables |= {"KIEMDINH_DEMO": demo, "KIEMDINH_NOW": "2017-10-02T07:30"}
    kiemdinh("import-plan", SEED)
    ran = kiemdinh("chat", "--as", seat, typed="chào\n\nlịch\n")

    assert (ran.code, ran.err) == (0, "")
    whom = "chuyên viên" if seat.lower() == "officer" else "Hiệu trưởng TH Tứ Cường"
    assert f"Chào thầy/cô, {whom}" in ran.out
    assert "11/2017" in ran.out


def test_a_report_in_the_terminal_is_kept(kiemdinh: CommandLine) -> None:
    first = kiemdinh("chat", "--as", "TH Tứ Cường", typed=b"xong tc 1.1\n")
    second = kiemdinh("chat", "--as", "TH Tứ Cường", typed="hoàn tác\n1\n".encode())

    assert "✅ 1.1: chưa ghi → xong" in first.out
    assert "1.1" in second.out
    assert counts(kiemdinh)["recordings"] == 1


def test_bytes_that_are_no_text_do_not_end_a_conversation(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("chat", "--as", "officer", typed=b"\xff\x00\xfe\n" + "chào\n".encode())

    assert (ran.code, ran.err) == (0, "")
    assert "Chào thầy/cô" in ran.out


@pytest.mark.parametrize("demo", ["1", "0"])
@pytest.mark.parametrize(
    ("seat", "near"), [("TH Cưng", "TH Tứ Cường"), ("Thanh Giang", "MN Thanh Giang, TH Thanh Giang"), ("", "TH")]
)
def test_a_seat_that_is_not_known_is_refused_with_those_that_it_may_be(
    kiemdinh: CommandLine, seat: str, near: str, demo: str
) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = demo
    kiemdinh("import-plan", SEED)
    ran = kiemdinh("chat", "--as", seat, typed="chào\n")

    refused(ran, f"Không có trường “{seat}” trong kế hoạch. Có phải: ")
    assert near in ran.err
    assert ran.out == ""


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "thiếu LỆNH"),
        (("fly",), "không có 'fly'"),
        (("chat",), "thiếu --as"),
        (("chat", "--as"), "--as cần một giá trị"),
        (("ask", "--level", "ĐH", "x"), "--level không có 'ĐH'"),
        (("ask", "x", "y"), "không hiểu y"),
        (("understand",), "thiếu --batch"),
        (("invite",), "cần một trong --school --all --officer"),
        (("invite", "--all", "--officer"), "--officer không đi cùng"),
        (("import-plan",), "thiếu TỆP"),
        (("simulate", "--from", "2017-10-02"), "thiếu --to"),
    ],
)
def test_wrong_usage_is_one_line_and_exits_2(kiemdinh: CommandLine, arguments: tuple[str, ...], words: str) -> None:
    refused(kiemdinh(*arguments), words, code=2)


# Export


def test_exports_a_table_with_real_dates_and_numbers(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh("chat", "--as", "TH Tứ Cường", typed="xong tc 1.1\n")
    ran = kiemdinh("export", tmp_path / "bảng.xlsx")
    with closing(load_workbook(tmp_path / "bảng.xlsx")) as book:
        head, *rows = list(book.worksheets[0].iter_rows(values_only=True))

    assert ran == Ran(0, f"Đã ghi {tmp_path / 'bảng.xlsx'}.\n", "")
    assert head[:6] == ("Trường", "Cấp học", "Tháng đánh giá ngoài", "Tiêu chí xong", "Tổng số tiêu chí", "Tiến độ (%)")
    assert len(rows) == SCHOOLS
    found = next(row for row in rows if row[0] == "TH Tứ Cường")
    assert found[1:5] == ("TH", datetime(2017, 11, 1), 1, 28)
    assert {type(each) for row in rows for each in row[3:17]} == {int}
    assert [str(row[17])[:10] for row in rows if row[17]] == ["2017-10-02"]
    assert [one.name for one in tmp_path.iterdir() if "bảng" in one.name] == ["bảng.xlsx"]


def test_exports_what_the_office_answered(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh("chat", "--as", "TH Tứ Cường", typed="lương giáo viên hợp đồng năm nay\n")
    kiemdinh("chat", "--as", "officer", typed="/traloi 1\n=1+1 theo hợp đồng\nsửa taught/1: Theo hợp đồng đã ký\n")
    kiemdinh("export", tmp_path / "bảng.xlsx")
    with closing(load_workbook(tmp_path / "bảng.xlsx")) as book:
        head, *rows = list(book.worksheets[1].iter_rows(values_only=True))

    assert head[:4] == ("Mục", "Câu hỏi", "Câu trả lời", "Cấp học")
    assert [row[:4] for row in rows] == [
        (1, "lương giáo viên hợp đồng năm nay", "=1+1 theo hợp đồng", "TH"),
        (1, "lương giáo viên hợp đồng năm nay", "Theo hợp đồng đã ký", "TH"),
    ]
    assert [row[6] is None for row in rows] == [False, True]
    assert {row[7] for row in rows} == {"Chuyên viên phụ trách"}


def test_exports_the_questions_with_who_asked_and_what_became_of_them(kiemdinh: CommandLine, tmp_path: Path) -> None:
    asked = ("lương giáo viên hợp đồng năm nay", "=1+1 giá vàng hôm nay bao nhiêu tiền", "thời tiết hôm nay thế nào")
    kiemdinh("chat", "--as", "TH Tứ Cường", typed="\n".join(asked) + "\n")
    kiemdinh("chat", "--as", "officer", typed="/traloi 1\nTheo hợp đồng đã ký\n/boqua 2\n")
    kiemdinh("export", tmp_path / "bảng.xlsx")
    with closing(load_workbook(tmp_path / "bảng.xlsx")) as book:
        head, *rows = list(book["Câu hỏi"].iter_rows(values_only=True))

    assert head == (
        "Số",
        "Câu hỏi",
        "Người hỏi",
        "Cấp học",
        "Ngày hỏi",
        "Ngày chuyển",
        "Tình trạng",
        "Ngày xong",
        "Mục",
    )
    assert [(row[1], row[3], row[6], row[8]) for row in rows] == [
        (asked[0], "TH", "đã trả lời", "taught/1"),
        (asked[1], "TH", "bỏ qua", None),
        (asked[2], "TH", "đang chờ", None),
    ]
    assert {row[2].rpartition(", ")[2] for row in rows} == {"TH Tứ Cường"}
    assert [(isinstance(row[4], datetime), row[7] is None) for row in rows] == [
        (True, False),
        (True, False),
        (True, True),
    ]


def test_answers_of_the_office_are_found_and_asking_changes_nothing(kiemdinh: CommandLine) -> None:
    asked = "lương giáo viên hợp đồng năm nay"
    before = kiemdinh("ask", asked, "--level", "TH", "--json").objects[0]
    kiemdinh("chat", "--as", "TH Tứ Cường", typed=f"{asked}\n")
    kiemdinh("chat", "--as", "officer", typed="/traloi 1\nTheo hợp đồng đã ký\n")
    kept = counts(kiemdinh)
    lines = [{"id": level, "q": asked, "level": level} for level in ("TH", "MN", None)]
    ran = kiemdinh("ask", "--batch", typed=batch(*lines))
    one = kiemdinh("ask", asked, "--level", "TH", "--json").objects[0]

    assert before["kind"] == "unknown"
    assert (one["kind"], one["refs"][0]) == ("answer", "taught/1")
    assert "Theo hợp đồng đã ký" in one["text"]
    assert "không phải lời thông tư" in one["citation"]
    assert [found["refs"][:1] == ["taught/1"] for found in ran.objects] == [True, False, True]
    assert counts(kiemdinh) == kept


@pytest.mark.parametrize(
    ("file", "words"), [("x.csv", ".xlsx"), ("none/x.xlsx", "Không có thư mục"), ("d.xlsx", "thư mục")]
)
def test_a_table_that_cannot_be_written_is_one_line(
    kiemdinh: CommandLine, tmp_path: Path, file: str, words: str
) -> None:
    (tmp_path / "d.xlsx").mkdir()
    refused(kiemdinh("export", tmp_path / file), words)


# Backup and restore


def test_a_backup_is_restored_on_another_machine(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh("chat", "--as", "TH Tứ Cường", typed="xong tc 1.1\n")
    here = counts(kiemdinh)
    assert kiemdinh("backup", tmp_path / "b.db") == Ran(0, f"Đã ghi {tmp_path / 'b.db'}.\n", "")
    kiemdinh.variables |= {"KIEMDINH_DATA_DIR": str(tmp_path / "other"), "KIEMDINH_DEMO": "0"}
    ran = kiemdinh("restore", tmp_path / "b.db")

    assert (ran.code, ran.err, counts(kiemdinh)) == (0, "", here)
    kept = re.search(r"nằm ở (\S+\.db)\.", ran.out)
    assert kept
    assert Path(kept[1]).parent == tmp_path / "other"


def test_the_data_from_before_a_restore_can_be_had_back(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh("backup", tmp_path / "empty.db")
    kiemdinh("chat", "--as", "TH Tứ Cường", typed="xong tc 1.1\n")
    reported = counts(kiemdinh)
    kept = []
    for _ in range(2):
        found = re.search(r"nằm ở (\S+\.db)\.", kiemdinh("restore", tmp_path / "empty.db").out)
        assert found
        kept.append(found[1])

    assert counts(kiemdinh)["recordings"] == 0
    assert kept[0] != kept[1]
    assert kiemdinh("restore", kept[0]).code == 0
    assert counts(kiemdinh) == reported


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\x00" + b"\x00" * 5000, None])
def test_a_file_that_is_no_backup_changes_nothing(kiemdinh: CommandLine, tmp_path: Path, content: bytes | None) -> None:
    kiemdinh("ask", "x")
    before = counts(kiemdinh)
    if content is not None:
        (tmp_path / "b.db").write_bytes(content)

    refused(kiemdinh("restore", tmp_path / "b.db"), "")
    assert counts(kiemdinh) == before
    assert [one.name for one in kiemdinh.database.parent.iterdir() if "truoc" in one.name] == []


def test_a_folder_is_no_backup(kiemdinh: CommandLine, tmp_path: Path) -> None:
    refused(kiemdinh("restore", tmp_path), "không phải là tệp")


def test_a_wrecked_database_is_put_aside_when_a_backup_is_restored(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh("ask", "x")
    before = counts(kiemdinh)
    kiemdinh("backup", tmp_path / "b.db")
    kiemdinh.database.write_bytes(b"wreck" * 1000)
    refused(kiemdinh("ask", "x"), "khôi phục bằng: kiemdinh restore TỆP")
    ran = kiemdinh("restore", tmp_path / "b.db")

    assert (ran.code, ran.err, counts(kiemdinh)) == (0, "", before)
    assert (kiemdinh.database.parent / "truoc-khi-khoi-phuc-hong.db").read_bytes() == b"wreck" * 1000
    assert kiemdinh("ask", "tc 1.1").code == 0


def test_a_wreck_stays_where_it_is_when_the_backup_is_none(kiemdinh: CommandLine, tmp_path: Path) -> None:
    kiemdinh("ask", "x")
    kiemdinh.database.write_bytes(b"wreck" * 1000)
    (tmp_path / "b.db").write_bytes(b"hello")

    refused(kiemdinh("restore", tmp_path / "b.db"), "không phải tệp sao lưu")
    assert kiemdinh.database.read_bytes() == b"wreck" * 1000


@pytest.mark.parametrize("name", ["none/b.db", "data", "data/kiemdinh.db"])
def test_a_backup_that_cannot_be_written_is_one_line(kiemdinh: CommandLine, tmp_path: Path, name: str) -> None:
    kiemdinh("ask", "x")
    refused(kiemdinh("backup", tmp_path / name), "")
    assert kiemdinh("ask", "tc 1.1").code == 0


# Doctor


def test_a_sound_product_passes(kiemdinh: CommandLine) -> None:
    ran, lines = kiemdinh("doctor"), kiemdinh("doctor", "--json")

    assert (ran.code, ran.err, lines.code) == (0, "", 0)
    assert {line[:5] for line in ran.out.splitlines()} == {"ĐẠT  "}
    assert [one["check"] for one in lines.objects] == [
        "cấu hình",
        "cơ sở dữ liệu",
        "phiên bản dữ liệu",
        "kho kiến thức",
        "kế hoạch",
        "web",
        "telegram",
    ]


def test_a_database_that_is_none_fails(kiemdinh: CommandLine) -> None:
    kiemdinh("ask", "x")
    kiemdinh.database.write_bytes(b"wreck" * 1000)
    ran = kiemdinh("doctor")

    assert (ran.code, ran.err) == (1, "")
    assert [line.split(":")[0] for line in ran.out.splitlines() if line.startswith("HỎNG")] == [
        "HỎNG cơ sở dữ liệu",
        "HỎNG phiên bản dữ liệu",
        "HỎNG kế hoạch",
    ]


def test_a_telegram_that_does_not_answer_fails(kiemdinh: CommandLine) -> None:
    kiemdinh.variables |= {"TELEGRAM_BOT_TOKEN": "123:secret", "TELEGRAM_BASE_URL": "http://127.0.0.1:1"}
    ran = kiemdinh("doctor")

    assert ran.code == 1
    assert "HỎNG telegram" in ran.out
    assert "secret" not in ran.out + ran.err


# Databases


def test_without_a_demonstration_an_empty_database_stays_empty(kiemdinh: CommandLine) -> None:
    kiemdinh.variables["KIEMDINH_DEMO"] = "0"
    for arguments in (("ask", "tc 1.1"), ("doctor",), ("simulate", "--from", "2017-10-02", "--to", "2018-07-31")):
        assert kiemdinh(*arguments).code == 0

    assert {name for name, count in counts(kiemdinh).items() if count} == {"alembic_version"}


def test_an_empty_file_becomes_a_database(kiemdinh: CommandLine) -> None:
    kiemdinh.database.parent.mkdir()
    kiemdinh.database.touch()

    assert kiemdinh("ask", "tc 1.1").code == 0
    assert counts(kiemdinh)["schools"] == SCHOOLS


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "x"),
        ("chat", "--as", "officer"),
        ("run",),
        ("invite", "--all"),
        ("export", "x.xlsx"),
        ("backup", "x.db"),
    ],
)
def test_a_newer_database_is_refused_by_every_command(kiemdinh: CommandLine, arguments: tuple[str, ...]) -> None:
    kiemdinh("ask", "x")
    with closing(sqlite3.connect(kiemdinh.database)) as opened:
        opened.execute("UPDATE alembic_version SET version_num = '9999'")
        opened.commit()

    refused(kiemdinh(*arguments), "Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình (bản 9999).")


def test_a_locked_database_is_one_line(kiemdinh: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    kiemdinh("ask", "x")
    monkeypatch.setattr("db.session.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(kiemdinh.database, isolation_level=None)) as rival:
        rival.execute("BEGIN IMMEDIATE")

        refused(kiemdinh("ask", "x"), "đang bị một chương trình khác khóa")


# Pipes


def test_a_reader_that_goes_away_is_no_error(kiemdinh: CommandLine) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "bot", "simulate", "--from", "2017-10-02", "--to", "2018-07-31"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=kiemdinh.environment(),
        cwd=ROOT,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()

    assert (running.wait(60), said) == (0, b"")


@pytest.mark.parametrize(
    "arguments", [("simulate", "--from", "2017-10-02", "--to", "2017-10-20", "--json"), ("ask", "tc 3.5")]
)
def test_a_full_disk_is_one_line(kiemdinh: CommandLine, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env=kiemdinh.environment(),
            cwd=ROOT,
            check=False,
        )

    assert done.returncode == 1
    assert done.stderr.decode() == "Không làm được: No space left on device.\n"


def test_a_machine_that_speaks_no_utf8_is_spoken_to_in_utf8(kiemdinh: CommandLine) -> None:
    ran = kiemdinh.process("ask", "tc 3.5", "--level", "TH", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Tiêu chí 3.5 · Thư viện")


def test_the_command_is_a_program_of_its_own(kiemdinh: CommandLine) -> None:
    talked = kiemdinh.process("chat", "--as", "TH Tứ Cường", typed=b"xong tc 1.1\n")
    answered = kiemdinh.process("ask", "--batch", typed=batch({"id": 1, "q": "tc 3.5", "level": "TH"}).encode())
    refusal = kiemdinh.process("chat", "--as", "TH Xyz")

    assert (talked.code, talked.err, "✅ 1.1: chưa ghi → xong" in talked.out) == (0, "", True)
    assert (answered.code, answered.err, answered.objects[0]["refs"][0]) == (0, "", "tt42-2012/th/3.5")
    refused(refusal, "Không có trường “TH Xyz” trong kế hoạch.")


def test_a_day_in_the_plan_is_a_day_in_the_database(kiemdinh: CommandLine) -> None:
    kiemdinh("ask", "x")
    with closing(sqlite3.connect(kiemdinh.database)) as opened:
        (found,) = opened.execute("SELECT report_deadline FROM campaigns").fetchone()

    assert date.fromisoformat(found) == date(2018, 5, 31)
