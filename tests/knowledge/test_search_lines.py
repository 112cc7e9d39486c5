"""Whole lines that people ask with, compared with a question."""

from __future__ import annotations

import pytest

from benchmarks.questions import index
from knowledge.search_known import leaning, likelihood
from knowledge.search_lines import Lines
from knowledge.search_query import read
from knowledge.search_score import fitted

ROOF, YARD, COOK = 0, 1, 2
LINES = Lines(
    [
        (ROOF, ("mai", "nha", "dot")),
        (YARD, ("san", "truong", "lay", "loi")),
        (YARD, ("san", "choi", "lay", "loi")),
        (COOK, ("co", "nuoi", "nghi", "sinh")),
    ]
)


def near(*words: str) -> dict[int, float]:
    return LINES.nearness([[(word, 1.0)] for word in words])


def test_finds_the_entry_that_is_asked_for_in_the_same_words() -> None:
    assert near("mai", "nha", "dot").keys() == {ROOF}


def test_counts_the_two_nearest_lines_of_an_entry() -> None:
    assert near("lay", "loi")[YARD] > 1


def test_is_less_sure_where_a_word_stands_in_no_line() -> None:
    assert near("mai", "nha", "dot", "xyz")[ROOF] < near("mai", "nha", "dot")[ROOF]


def test_finds_nothing_near_words_that_no_line_holds() -> None:
    assert near("xyz") == {}


def likely(question: str) -> float:
    searched = index("tt42-2012/th")
    return likelihood(fitted(read(question, searched), searched)[1])


def test_takes_a_story_that_asks_for_its_criterion_for_one_of_the_field() -> None:
    assert likely("mái phòng học dột thì kẹt tiêu chí nào") > likely("mái nhà tôi dột gọi thợ nào sửa rẻ")


def test_finds_nothing_to_judge_where_no_entry_has_a_word() -> None:
    searched = index("tt42-2012/th")
    assert fitted(read("qwrtzx", searched), searched) == ({}, {})


@pytest.mark.parametrize(("words", "ours"), [(["tieu", "chi"], True), (["luong", "thang"], False)])
def test_knows_which_words_lean_towards_the_field(words: list[str], ours: bool) -> None:
    assert (leaning(words) > 0) == ours
