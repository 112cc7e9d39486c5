"""Lines of other fields, and how much of a question they hold."""

from __future__ import annotations

import pytest

from knowledge.search_lines import Lines, phrase
from knowledge.search_outside import NOTHING, Outside, outside

RAIN, PAY = [("mai", "co", "mua")], [("luong", "bac", "ba"), ("luong", "thang", "nay")]
OTHERS = Outside([RAIN, PAY])
OWN = Lines([(0, ("thu", "vien")), (1, ("bac", "thang"))])


def near(*words: str) -> float:
    return OTHERS.nearness([[(word, 1.0)] for word in words])


def test_is_nearer_to_words_of_a_line_than_to_part_of_them() -> None:
    assert near("mai", "co", "mua") > near("mai", "xyz", "mua") > near("xyz") == 0.0


def test_counts_two_lines_of_one_field_and_not_of_two() -> None:
    assert near("luong", "bac", "ba", "thang", "nay") > 1
    assert near("mai", "co", "mua") <= 1


@pytest.mark.parametrize(("word", "away"), [("mua", True), ("vien", False)])
def test_words_pull_to_the_side_that_says_them(word: str, away: bool) -> None:
    assert (OTHERS.pull([word], OWN) > 0) == away


def test_words_that_nobody_says_pull_nowhere() -> None:
    assert (OTHERS.pull(["xyz"], OWN), OTHERS.pull([], OWN)) == (0.0, 0.0)


def test_no_lines_are_near_to_nothing() -> None:
    assert NOTHING.nearness([[("mua", 1.0)]]) == 0.0


def test_lines_are_read_once() -> None:
    fields = (("Mai có mưa",),)

    assert outside(fields) is outside(fields)
    assert outside(fields).nearness([[(word, 1.0)] for word in phrase("mai co mua")]) > 0
