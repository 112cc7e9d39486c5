"""`kiemdinh knowledge`: an officer mends a file and is told what is wrong with it; a bad one stops the start only."""

from __future__ import annotations

import io
import shutil
import socket
import sys
from pathlib import Path

import pytest

from bot.settings import read_settings
from bot.setup import open_product
from bot.terminal import converse
from knowledge import library
from knowledge.check import check_all, check_file
from tests.bot.command_line import CommandLine, kiemdinh
from tests.bot.test_commands import refused
from tests.knowledge.test_circular_draft import BACK, BODY, FRONT, settled, word
from tests.knowledge.test_circular_draft import draft_circular as drafted

__all__ = ["kiemdinh"]

FOLDERS = ("circulars", "topics", "plans", "crosswalk", "asked")
FILES = [path for folder in FOLDERS for path in sorted((library.HERE / folder).glob("*.md"))]
A_CIRCULAR = library.HERE / "circulars" / "tt17-2018-th.md"


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the product's knowledge, used in its place."""
    for name in FOLDERS:
        shutil.copytree(library.HERE / name, tmp_path / "knowledge" / name)
    monkeypatch.setattr(library, "HERE", tmp_path / "knowledge")
    return tmp_path / "knowledge"


def a_free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def spoil(path: Path, old: str, new: str) -> int:
    """Put *new* where *old* stands first; give the line."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_of_the_product_is_found_good(path: Path) -> None:
    checked = check_file(path)
    assert (checked.name, checked.faults) == (path.name, ())
    assert sum(checked.counts.values()) > 0


def test_says_what_was_read(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("knowledge", "check", A_CIRCULAR)
    assert (ran.code, ran.out, ran.err) == (
        0,
        "ĐẠT  tt17-2018-th.md: 5 tiêu chuẩn, 27 tiêu chí, 157 chỉ báo\n",
        "",
    )


def test_says_it_as_json(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("knowledge", "check", A_CIRCULAR, "--json")
    assert ran.objects == [
        {
            "file": "tt17-2018-th.md",
            "ok": True,
            "kind": "circular",
            "counts": {"standards": 5, "criteria": 27, "requirements": 157},
            "problems": [],
        }
    ]


def test_checks_every_file(kiemdinh: CommandLine) -> None:
    ran = kiemdinh("knowledge", "check")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[1] for line in ran.out.splitlines()] == [f"{path.name}:" for path in FILES]


@pytest.mark.parametrize(
    ("folder", "name", "old", "new", "about"),
    [
        ("circulars", "tt17-2018-th.md", "b) Được ghi", "c) Được ghi", "phải là chỉ số “b)”"),
        ("topics", "2018.md", "Hỏi bằng:", "Hỏi bàng:", "Dòng lạ: “Hỏi bàng"),
        ("crosswalk", "2012-2018.md", "| tt42-2012/th/1.1 |", "| tt42-2012/th/1.99 |", "Không có tiêu chí"),
        ("asked", "tt42-2012-th.md", "## 1.2", "## 1.99", "Không có mục nào mang mã “tt42-2012/th/1.99”"),
    ],
    ids=["a circular", "topics", "a crosswalk", "ways of asking"],
)
def test_names_the_file_the_line_and_the_fault(
    kiemdinh: CommandLine, shelf: Path, folder: str, name: str, old: str, new: str, about: str
) -> None:
    line = spoil(shelf / folder / name, old, new)
    ran = kiemdinh("knowledge", "check", shelf / folder / name, "--json")
    (found,) = ran.objects
    (problem,) = found["problems"]
    assert (found["ok"], problem["file"], about in problem["fault"]) == (False, name, True)
    assert problem["line"] == line
    refused(ran, f"{name}, dòng {line}: {problem['fault']}")


def test_two_bad_files_are_both_named(shelf: Path) -> None:
    spoil(shelf / "circulars" / "tt17-2018-th.md", "b) Được ghi", "c) Được ghi")
    spoil(shelf / "circulars" / "tt19-2018-mn.md", "Tin cậy: cao", "Tin cậy: chắc")
    bad = {fault.file for each in check_all(shelf) for fault in each.faults}
    assert bad == {"tt17-2018-th.md", "tt19-2018-mn.md"}


def test_two_files_of_one_circular_are_a_fault(shelf: Path) -> None:
    shutil.copy(shelf / "circulars" / "tt17-2018-th.md", shelf / "circulars" / "tt17-2018-th-2.md")
    (fault,) = {str(fault) for each in check_all(shelf) for fault in each.faults}
    assert "đã có ở một tệp khác" in fault


def test_a_topic_of_an_unknown_circular_is_a_fault(shelf: Path) -> None:
    for path in (shelf / "circulars").glob("tt57-*"):
        path.unlink()
    (fault,) = check_file(shelf / "topics" / "2026.md", shelf).faults
    assert "tt57-2026" in fault.fault


@pytest.mark.parametrize(
    ("content", "about"),
    [
        (b"", "Tệp trống"),
        (b"xin chao\n", "Không rõ đây là tệp gì"),
        (b"---\nname: x\n---\n", "Không rõ đây là tệp gì"),
        (b"---\ncircular: tt1-2001\n", "Không rõ đây là tệp gì"),
        (b"---\ncircular: tt1-2001\n---\n", "thiếu “number”"),
        (b"---\nfrom: 2012-13-45\nto: [tt1-2001]\nnature: x\n---\n", "Phần khai báo"),
        (b"\xff\xfe\x00\x01", "UTF-8"),
    ],
    ids=["empty", "prose", "unknown head", "open head", "bare head", "impossible day", "bytes"],
)
def test_anything_else_is_refused_in_one_line(kiemdinh: CommandLine, content: bytes, about: str) -> None:
    (kiemdinh.folder / "la.md").write_bytes(content)
    refused(kiemdinh("knowledge", "check", kiemdinh.folder / "la.md"), about)


@pytest.mark.parametrize("what", ["check", "draft"])
def test_a_file_that_is_not_there_is_refused(kiemdinh: CommandLine, what: str) -> None:
    refused(kiemdinh("knowledge", what, "khong-co.docx"), "không có tệp này")
    refused(kiemdinh("knowledge", what, "."), "không phải là tệp")


def test_wrong_usage_is_told(kiemdinh: CommandLine) -> None:
    refused(kiemdinh("knowledge"), "thiếu VIỆC", code=2)
    refused(kiemdinh("knowledge", "draft"), "thiếu TỆP.docx", code=2)


def test_checking_makes_no_database(kiemdinh: CommandLine) -> None:
    kiemdinh("knowledge", "check")
    assert not kiemdinh.database.exists()


def test_a_draft_is_written_and_then_checked(kiemdinh: CommandLine) -> None:
    source, out = kiemdinh.folder / "tt7.docx", kiemdinh.folder / "tt7-2030-th.md"
    source.write_bytes(word(*FRONT, *BODY, *BACK))
    ran = kiemdinh("knowledge", "draft", source, "-o", out)
    assert (ran.code, ran.err) == (0, "")
    assert "2 tiêu chuẩn, 3 tiêu chí, 6 yêu cầu" in ran.out
    waiting = kiemdinh("knowledge", "check", out)
    refused(waiting, "KIỂM TRA")
    assert waiting.out.count("HỎNG") == drafted("tt7.docx", source.read_bytes()).doubts
    text = settled(drafted("tt7.docx", source.read_bytes()), "rating: every").replace("unknown", "none")
    out.write_text(text, encoding="utf-8")
    done = kiemdinh("knowledge", "check", out)
    assert (done.code, done.out) == (0, "ĐẠT  tt7-2030-th.md: 2 tiêu chuẩn, 3 tiêu chí, 6 yêu cầu\n")


def test_a_draft_without_a_name_is_printed(kiemdinh: CommandLine) -> None:
    (kiemdinh.folder / "tt7.docx").write_bytes(word(*FRONT, *BODY))
    ran = kiemdinh("knowledge", "draft", kiemdinh.folder / "tt7.docx")
    assert (ran.code, ran.out) == (0, drafted("tt7.docx", word(*FRONT, *BODY)).text)


def test_a_draft_never_writes_over_a_file(kiemdinh: CommandLine) -> None:
    source, out = kiemdinh.folder / "tt7.docx", kiemdinh.folder / "sua-do.md"
    source.write_bytes(word(*BODY))
    out.write_text("đang sửa", encoding="utf-8")
    refused(kiemdinh("knowledge", "draft", source, "-o", out), "Đã có")
    assert out.read_text(encoding="utf-8") == "đang sửa"


def test_a_draft_of_something_else_is_refused(kiemdinh: CommandLine) -> None:
    (kiemdinh.folder / "kh.docx").write_bytes(word("Kế hoạch năm học"))
    refused(kiemdinh("knowledge", "draft", kiemdinh.folder / "kh.docx", "-o", "x.md"), "Tiêu chuẩn 1")
    assert not Path("x.md").exists()


@pytest.mark.parametrize("command", [("run",), ("ask", "thư viện cần gì"), ("chat", "--as", "officer")])
def test_a_bad_file_stops_the_start_with_its_name_and_line(
    kiemdinh: CommandLine, shelf: Path, command: tuple[str, ...]
) -> None:
    kiemdinh.variables["KIEMDINH_HTTP_PORT"] = str(a_free_port())
    line = spoil(shelf / "circulars" / "tt17-2018-th.md", "b) Được ghi", "c) Được ghi")
    ran = kiemdinh(*command)
    refused(ran, f"tt17-2018-th.md, dòng {line}: ")
    assert ran.out == ""


def test_a_draft_among_the_circulars_stops_the_start(kiemdinh: CommandLine, shelf: Path) -> None:
    draft = drafted("tt7.docx", word(*FRONT, *BODY, *BACK))
    (shelf / "circulars" / "tt7-2030-th.md").write_text(draft.text, encoding="utf-8")
    refused(kiemdinh("ask", "thư viện cần gì"), "KIỂM TRA")


def test_a_file_that_goes_bad_does_not_touch_a_running_service(
    kiemdinh: CommandLine, shelf: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in kiemdinh.variables.items():
        monkeypatch.setenv(name, value)
    with open_product(read_settings()) as product:
        for path in [each for name in FOLDERS for each in (shelf / name).glob("*.md")]:
            path.write_bytes(b"\xff hong")
        monkeypatch.setattr(sys, "stdin", io.StringIO("thư viện cần gì\nxong tiêu chí 1.1\n"))
        converse(product, "TH Tứ Cường")
    said = capsys.readouterr().out
    assert ("Tiêu chí 3.5" in said, "Đã ghi cho" in said) == (True, True)
