"""Telex and VNI slips, and what must be left alone."""

from __future__ import annotations

import pytest

from knowledge.language.syllables import is_syllable
from knowledge.language.telex import decode


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tieeu chis", "tiêu chí"),
        ("thu7 vien65", "thư viện"),
        ("ddats", "đạt"),
        ("ddatj", "đạt"),
        ("hoanf thanhf", "hoàn thành"),
        ("chuwa lamf", "chưa làm"),
        ("dduowcj", "được"),
        ("truwowngf", "trường"),
        ("trwongf", "trường"),
        ("truongwf", "trường"),
        ("tieuchuaanr", "tieuchuaanr"),
        ("khoong", "không"),
        ("tie6u chi1 d9a5t", "tiêu chí đạt"),
        ("hoan2 thanh2", "hoàn thành"),
        ("TIEEU CHIS", "TIÊU CHÍ"),
        ("Ddoanf Keets", "Đoàn Kết"),
        ("xoas", "xoá"),
        ("phieesu", "phiếu"),
    ],
)
def test_keystrokes_become_words(typed: str, meant: str) -> None:
    assert decode(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "tc1.1 xong 80%",
        "tc2 tchi3 t11",
        "tieu chuan3 xong",
        "wc excel form file test post list",
        "tiêu chí đạt",
        "tieu chi dat",
        "thang11",
        "TH THCS MN gv hs",
        "12/QĐ-TH",
        "xong80%",
    ],
)
def test_words_codes_english_and_numbers_are_left_alone(text: str) -> None:
    assert decode(text) == text


def test_syllables_are_told_from_other_words() -> None:
    assert [is_syllable(word) for word in ("nghiêng", "nghieng", "giếng", "quyển", "oái", "chis", "xog", "đặt")] == [
        True,
        True,
        True,
        True,
        True,
        False,
        False,
        True,
    ]
    assert not is_syllable("tiềp")
