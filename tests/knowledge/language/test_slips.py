"""Slips in the words of asking, which would make a report of a question."""

from __future__ import annotations

import pytest

from knowledge.language.heard import hear
from knowledge.language.slips import mended
from knowledge.language.state_words import beyond_state


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("duoc bao nieu roi", "duoc bao nhieu roi"),
        ("bao nheiutruong xong", "bao nhieu truong xong"),
        ("can nhunggi vay", "can nhung gi vay"),
        ("roi phaikhong", "roi phai khong"),
        ("xongko", "xong khong"),
        ("xong chuanhi", "xong chua nhi"),
        ("nge noi xong", "nghe noi xong"),
        ("hnih nhu xong", "hinh nhu xong"),
        ("munon xong", "muon xong"),
        ("xong chuwwa", "xong chua"),
    ],
)
def test_a_slip_in_a_word_of_asking_is_mended(typed: str, meant: str) -> None:
    assert " ".join(mended(typed.split())) == meant


@pytest.mark.parametrize(
    "text", ["bao cao xong", "noi dung R0", "1.1 80 % , xong", "cung nhu vay", "thu vien dep", "x" * 40]
)
def test_what_can_be_read_stays(text: str) -> None:
    assert mended(text.split()) == text.split()


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("nội dng 4.2", " noi dung 4.2 "),
        ("hoạt dng", " hoat dong "),
        ("dng bỏ 1.1", " dung' bo 1.1 "),
        ("dng làm", " dang lam "),
    ],
)
def test_a_vowel_lost_is_found_by_the_word_beside_it(typed: str, plain: str) -> None:
    assert hear(typed).plain == plain


def test_half_is_told_from_also_by_its_mark() -> None:
    assert (hear("nửa").plain, hear("nữa").plain) == (" nua' ", " nua ")


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("tỉ lệ hoàn thành của các trường", ()),
        ("trường em được bao nhiêu phần trăm rồi ạ", ()),
        ("mỗi lớp được bao nhiêu cháu", ("lop", "chau")),
        ("theo dõi tiến độ dạy các môn học", ("mon", "hoc")),
    ],
)
def test_words_of_a_rule_are_beyond_those_of_a_state(text: str, beyond: tuple[str, ...]) -> None:
    assert beyond_state(hear(text)) == beyond
