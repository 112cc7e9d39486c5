"""Orders about the year's occasions, as typed."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.language.occasions import SpokenOccasion, fits, read_occasion

YEAR = "2017-2018"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "thêm hội nghị sơ kết ngày 15/1/2018 tại Phòng GD",
            SpokenOccasion("add", "Hội nghị sơ kết", date(2018, 1, 15), "Phòng GD"),
        ),
        (
            "Thêm tập huấn tự đánh giá 8h ngày 20/10 tại TH Tứ Cường",
            SpokenOccasion("add", "Tập huấn tự đánh giá", date(2017, 10, 20), "TH Tứ Cường, 8h00"),
        ),
        (
            "them hoi nghi tong ket ngay 25 thang 5 nam 2018",
            SpokenOccasion("add", "Hội nghị tổng kết", date(2018, 5, 25)),
        ),
        (
            "thêm họp hiệu trưởng lúc 14h30 chiều 3-11-2017 ở hội trường huyện",
            SpokenOccasion("add", "Họp hiệu trưởng", date(2017, 11, 3), "hội trường huyện, 14h30 chiều"),
        ),
        (
            "thêm hội nghị sơ kết tại Phòng GD vào ngày 15/1",
            SpokenOccasion("add", "Hội nghị sơ kết", date(2018, 1, 15), "Phòng GD"),
        ),
        ("thêm sự kiện: ngày hội đọc sách 3/3/2018", SpokenOccasion("add", "Ngày hội đọc sách", date(2018, 3, 3))),
        ("thêm hội nghị sơ kết ngày 31/2/2018", SpokenOccasion("add", "Hội nghị sơ kết", impossible="31/2/2018")),
        ("thêm hội nghị sơ kết ngày 15/13/2018", SpokenOccasion("add", "Hội nghị sơ kết", impossible="15/13/2018")),
        ("thêm hội nghị sơ kết", SpokenOccasion("add", "Hội nghị sơ kết")),
        ("bỏ hội nghị sơ kết", SpokenOccasion("remove", "Hội nghị sơ kết")),
        ("hủy tập huấn ngày 20/10", SpokenOccasion("remove", "Tập huấn", date(2017, 10, 20))),
        ("dời hội nghị sơ kết sang 20/1/2018", SpokenOccasion("move", "Hội nghị sơ kết", date(2018, 1, 20))),
        (
            "dời hội nghị sơ kết từ 15/1 sang 20/1/2018",
            SpokenOccasion("move", "Hội nghị sơ kết", date(2018, 1, 20)),
        ),
    ],
)
def test_an_order_is_read(text: str, expected: SpokenOccasion) -> None:
    assert read_occasion(text, YEAR) == expected


@pytest.mark.parametrize(
    "text",
    [
        "dời MN Đoàn Kết sang 12/2017",
        "bỏ tc 1.1",
        "thêm minh chứng họp hội đồng",
        "hội nghị sơ kết là gì",
        "xong họp hội đồng ngày 15/10",
        "thêm tiêu chí 1.1",
        "bao giờ họp",
        "thêm",
    ],
)
def test_what_is_no_order_about_an_occasion_is_left_alone(text: str) -> None:
    assert read_occasion(text, YEAR) is None


def test_a_day_without_a_year_needs_the_school_year() -> None:
    found = read_occasion("thêm hội nghị sơ kết ngày 15/1", None)
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize(
    ("said", "name", "expected"),
    [
        ("hội nghị sơ kết", "Hội nghị sơ kết học kỳ I", True),
        ("so ket", "Hội nghị sơ kết", True),
        ("hội nghị tổng kết", "Hội nghị sơ kết", False),
        ("", "Hội nghị sơ kết", False),
    ],
)
def test_an_occasion_is_meant_by_its_words(said: str, name: str, *, expected: bool) -> None:
    assert fits(said, name) is expected
