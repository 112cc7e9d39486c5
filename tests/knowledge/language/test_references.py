"""Places of a framework, in every way that people name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.circular_file import read_circular
from knowledge.language.heard import hear
from knowledge.language.numbers import in_figures
from knowledge.language.references import Reader

CIRCULARS = Path(__file__).parents[3] / "knowledge" / "circulars"
FRAMEWORK = read_circular(CIRCULARS / "tt42-2012-th.md")


def read(text: str) -> Reader:
    reader = Reader(in_figures(hear(text).plain).split(), FRAMEWORK)
    reader.read()
    return reader


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("tc 2.3", ["2.3"]),
        ("tc2.3", ["2.3"]),
        ("tc 2,3 xong", ["2.3"]),
        ("tchuan 2 tchi 3", ["2.3"]),
        ("tiêu chí 3 tiêu chuẩn 2", ["2.3"]),
        ("tiêu chí 3 của tiêu chuẩn 2", ["2.3"]),
        ("tchuan 2 tchi 3 và 4", ["2.3", "2.4"]),
        ("tiêu chuẩn 5 tiêu chí 1,2,3", ["5.1", "5.2", "5.3"]),
        ("tiêu chuẩn 5 tiêu chí 1,2", ["5.1", "5.2"]),
        ("tiêu chí 1, 2 và 3 của tiêu chuẩn 5", ["5.1", "5.2", "5.3"]),
        ("tiêu chí một chấm hai", ["1.2"]),
        ("2.1 đến 2.3", ["2.1", "2.2", "2.3"]),
        ("2.1-2.3", ["2.1", "2.2", "2.3"]),
        ("từ 1.6 đến 2.2", ["1.6", "1.7", "2.1", "2.2"]),
        ("tc 1 đến 3 tiêu chuẩn 2", ["2.1", "2.2", "2.3"]),
        ("tiêu chuẩn 4", ["4"]),
        ("tiêu chuẩn 1, 2 và 3", ["1", "2", "3"]),
        ("chỉ số b tiêu chí 1.4", ["1.4/b"]),
        ("1.4b", ["1.4/b"]),
        ("1.4/b", ["1.4/b"]),
        ("1.4.b", ["1.4/b"]),
        ("1.4 chỉ số a và c", ["1.4/a", "1.4/c"]),
        ("chỉ số a, b tc 1.4", ["1.4/a", "1.4/b"]),
        ("1.4a đạt, c đạt", ["1.4/a", "1.4/c"]),
        ("xong 1.1 ạ", ["1.1"]),
        ("xong 1.1 a", ["1.1"]),
        ("tchuan 4 tchi 2 xong, tchi 3 50%", ["4.2", "4.3"]),
        ("tiêu chuẩn 2 xong, trừ tiêu chí 4", ["2", "2.4"]),
        ("1.1~1.4 xong", ["1.1", "1.2", "1.3", "1.4"]),
        ("4.1 chưa đạt chỉ số b", ["4.1", "4.1/b"]),
        ("4.1 đạt a, b", ["4.1", "4.1/a", "4.1/b"]),
        ("4.1 đạt a", ["4.1"]),
        ("4.1 chưa đạt chỉ số b, 4.2 đạt", ["4.1", "4.1/b", "4.2"]),
    ],
)
def test_a_place_is_read(text: str, numbers: list[str]) -> None:
    found = read(text).found
    assert [place.number for one in found for place in one.places] == numbers
    assert [one.error for one in found if one.error] == []


@pytest.mark.parametrize(
    "text",
    [
        "ngày 15/10/2017",
        "ngày 5.9",
        "tháng 1.2018",
        "42/2012/TT-BGDĐT",
        "8h30",
        "1.5 triệu",
        "80.5 %",
        "bước 1,2",
        "được 3 phòng",
        "4 tiêu chí",
        "chỉ số b",
    ],
)
def test_other_numbers_are_no_places(text: str) -> None:
    assert read(text).found == []


@pytest.mark.parametrize(
    "text", ["5.9", "6.1", "tiêu chuẩn 6", "1.1/d", "1.1.2", "2.3 đến 2.1", "2.1 đến 2.9", "tc 4", "1.1, 2 và 3"]
)
def test_what_cannot_be_a_place_is_an_error(text: str) -> None:
    assert [bool(one.error) for one in read(text).found] == [True]
