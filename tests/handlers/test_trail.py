"""The trail: who, when, what, before and after, in words."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import openpyxl
import pytest

from bot.app import App
from handlers.trail import PHRASES
from knowledge.language.trail import TOPICS
from tests.conftest import Chat

ROOT = Path(__file__).parents[2]


def move(officer: Chat, school: str = "TH Tứ Cường") -> None:
    """Move a school to December."""
    officer.say(f"dời {school} sang 12/2017")
    officer.press("Xác nhận")


@pytest.mark.parametrize("said", ["nhật ký", "ai đã đổi lịch TH Tứ Cường", "/nhatky TH Tứ Cường", "nhat ki"])
def test_a_move_is_said_with_who_when_before_and_after(officer: Chat, said: str) -> None:
    move(officer)
    line = "02/10/2017 07:30 Người phong dời lịch **TH Tứ Cường**: 11/2017 → 12/2017"
    assert line in officer.say(said).text


def test_the_trail_of_a_school_names_no_other(officer: Chat) -> None:
    move(officer)
    said = officer.say("nhật ký MN Đoàn Kết").text
    assert "nhập kế hoạch" in said
    assert "Tứ Cường" not in said


def test_older_entries_come_by_a_button(officer: Chat) -> None:
    for _ in range(9):
        officer.say("thêm chuyên viên")
    assert officer.say("nhật ký mời").text.count("•") == 8
    assert officer.press("Cũ hơn").text.count("tạo mã mời") == 1
    assert "Cũ hơn" not in officer.labels


def test_the_whole_trail_goes_out_as_a_table(app: App, officer: Chat) -> None:
    move(officer)
    officer.say("nhật ký")
    sent = officer.press("Tải Excel").files[0]
    sheet = openpyxl.load_workbook(io.BytesIO(sent.content)).active
    assert sheet is not None
    last = [cell.value for cell in sheet[2]]
    assert last[1:] == ["Người phong", "dời lịch", "TH Tứ Cường", "11/2017", "12/2017"]


def written() -> set[str]:
    """Find every action that the code writes; one handed to a helper of the same file is looked up at its calls."""
    found: set[str] = set()
    for path in [*ROOT.glob("handlers/*.py"), *ROOT.glob("db/*.py"), *ROOT.glob("bot/*.py")]:
        calls = [one for one in ast.walk(ast.parse(path.read_text())) if isinstance(one, ast.Call)]
        for call in calls:
            name = ast.unparse(call.func)
            if name == "audit.note":
                found |= said(call.args[2])
            elif name == "_audit":
                found |= said(call.args[1])
    return found


def said(action: ast.expr) -> set[str]:
    """Read the action of a call."""
    if isinstance(action, ast.Constant):
        return {str(action.value)}
    if isinstance(action, ast.JoinedStr):
        assert ast.unparse(action) == "f'office-{field}'"
        return {f"office-{field}" for field in ("name", "rank", "signature", "contact")}
    assert ast.unparse(action) == "action"
    return set()


def test_every_action_written_anywhere_has_a_phrase() -> None:
    assert written() - set(PHRASES) == set()


def test_every_phrase_belongs_to_something_that_can_be_asked_for() -> None:
    assert {topic for topic, _ in PHRASES.values()} == set(TOPICS)
