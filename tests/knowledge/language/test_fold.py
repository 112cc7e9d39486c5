"""Text made comparable."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.fold import clean, fold


def test_marks_and_capitals_are_folded_away() -> None:
    assert fold("Tiêu chí ĐẠT, hoà/hòa") == "tieu chi dat, hoa/hoa"


def test_decomposed_text_folds_like_composed() -> None:
    assert fold(unicodedata.normalize("NFD", "Trường Đoàn Kết")) == fold("Trường Đoàn Kết")


def test_what_cannot_be_seen_is_cleaned_away() -> None:
    assert clean("\u200b1.1\u202e xong\ufeff\u00a0 nhé\r\n“1.2”—80%") == '1.1 xong nhé\n"1.2"-80%'


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
