"""Which results a review can have under its circular."""

from __future__ import annotations

import pytest

from knowledge.rules.review_result import why_not


@pytest.mark.parametrize(
    ("generation", "word", "level", "grade"),
    [
        *[(2012, "cấp độ", level, None) for level in (1, 2, 3)],
        *[(2018, word, level, None) for word in ("mức", "cấp độ") for level in (1, 2, 3, 4)],
        *[(2018, "mức", level, 1) for level in (2, 3, 4)],
        *[(2018, "mức", level, 2) for level in (3, 4)],
        *[(2026, "mức", level, None) for level in (1, 2)],
        (2026, "mức", 1, 1),
        (2026, "mức", 2, 2),
    ],
)
def test_what_the_circular_has_can_be(generation: int, word: str, level: int, grade: int | None) -> None:
    assert why_not(generation, "TT", word, level, grade) == ""


@pytest.mark.parametrize(
    ("generation", "word", "level", "grade", "why"),
    [
        (2012, "cấp độ", 4, None, "TT chỉ có cấp độ 1 đến 3, không có cấp độ 4"),
        (2012, "cấp độ", 0, None, "TT chỉ có cấp độ 1 đến 3, không có cấp độ 0"),
        (2012, "mức", 2, None, "TT chỉ có cấp độ 1 đến 3, không có mức 2"),
        (2012, "cấp độ", 2, 1, "TT không xét chuẩn quốc gia, chỉ có cấp độ 1 đến 3"),
        (2018, "mức", 5, None, "TT chỉ có mức 1 đến 4, không có mức 5"),
        (2018, "mức", 1, 1, "theo TT, chuẩn quốc gia mức độ 1 cần mức 2 trở lên"),
        (2018, "mức", 2, 2, "theo TT, chuẩn quốc gia mức độ 2 cần mức 3 trở lên"),
        (2018, "mức", 4, 3, "chuẩn quốc gia chỉ có mức độ 1 và 2, không có mức độ 3"),
        (2018, "", None, 1, "cần ghi cả mức 1 đến 4 theo TT"),
        (2026, "cấp độ", 1, None, "TT chỉ có mức 1 đến 2, không có cấp độ 1"),
        (2026, "mức", 3, None, "TT chỉ có mức 1 đến 2, không có mức 3"),
        (2026, "mức", 1, 2, "theo TT, chuẩn quốc gia mức độ 2 cần mức 2 trở lên"),
    ],
)
def test_what_it_has_not_is_refused_with_why(
    generation: int, word: str, level: int | None, grade: int | None, why: str
) -> None:
    assert why_not(generation, "TT", word, level, grade) == why
