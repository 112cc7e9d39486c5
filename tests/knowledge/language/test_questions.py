"""Questions, wishes, plans and hearsay told apart from reports."""

from __future__ import annotations

import pytest

from knowledge.language.questions import asks, clauses


@pytest.mark.parametrize(
    "text",
    [
        " R0 xong chua ",
        " da xong R0 chua a ",
        " R0 xong roi ha ",
        " R0 xong khong ",
        " R0 can gi ",
        " khi nao xong R0 ",
        " cho em hoi R0 ",
    ],
)
def test_a_question_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [" R0 chua xong ", " R0 chua lam ", " R0 khong dat ", " R0 xong roi a ", " chua dat R0 ", " da xong R0 "],
)
def test_a_report_does_not_ask(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    ("text", "unreal"),
    [
        (" mai xong R0 ", [True]),
        (" hom nay xong R0 ", [False]),
        (" R0 xong , R1 mai xong ", [False, True]),
        (" du kien R0 xong , R1 xong ", [True, True]),
        (" du kien R0 xong , R1 da xong roi ", [True, False]),
        (" neu R0 dat , R1 da dat ", [True, True]),
        (" nghe noi R0 xong roi ", [True]),
        (" da xong R0 truoc ngay <date> ", [False]),
        (" xong R0 truoc ngay <date> ", [True]),
    ],
)
def test_what_is_not_so_yet_is_unreal(text: str, unreal: list[bool]) -> None:
    assert [clause.unreal for clause in clauses(text)] == unreal
