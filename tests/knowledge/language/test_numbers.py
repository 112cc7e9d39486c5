"""Numbers said in words."""

from __future__ import annotations

import pytest

from knowledge.language.numbers import in_figures, percent, spoken_number


@pytest.mark.parametrize(
    ("words", "number"),
    [("muoi", 10), ("muoi lam", 15), ("hai muoi", 20), ("tam muoi lam", 85), ("bay", 7), ("mot tram", 100)],
)
def test_spoken_numbers_are_read(words: str, number: int) -> None:
    assert spoken_number(words) == number


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (" tam muoi phan tram ", " 80 % "),
        (" tieu chi mot cham hai ", " tieu chi 1.2 "),
        (" tieu chuan bon ", " tieu chuan 4 "),
        (" tieu chi nam hoc ", " tieu chi nam hoc "),
        (" duoc mot nua ", " duoc 50 % "),
        (" duoc hai phan ba ", " duoc 67 % "),
        (" am 5 % ", " -5 % "),
        (" duoc 80 ", " duoc 80 % "),
        (" duoc 3 minh chung ", " duoc 3 minh chung "),
    ],
)
def test_only_counting_words_become_figures(said: str, written: str) -> None:
    assert in_figures(said) == written


def test_only_a_whole_percentage_is_a_number() -> None:
    assert [percent(figure) for figure in ("37,5", "37.4", "80,0", "80", "-5")] == [None, None, 80, 80, -5]
