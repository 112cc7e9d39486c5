"""Which words ask for a picture."""

from __future__ import annotations

import pytest

from knowledge.language.drawings import drawing_asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bản đồ tiến độ", "state"),
        ("bản đồ", "state"),
        ("lịch năm nay dạng hình", "year"),
        ("ban do tien do cac truong", "state"),
        ("cho xem hình tiến độ các trường tiểu học", "state"),
        ("vẽ biểu đồ tiến độ TH Tứ Cường", "state"),
        ("ve bieeur ddoof tieens ddooj", "state"),
        ("gửi sơ đồ tình hình toàn huyện", "state"),
        ("cho xem hình cả năm", "year"),
        ("vẽ lịch đánh giá ngoài", None),
        ("vẽ sơ đồ năm học", "year"),
        ("tiến độ các trường tiểu học", None),
        ("tc 3.2 cần hình ảnh minh chứng gì", None),
        ("sơ đồ phòng học cần những gì", None),
        ("xong tc 1.1", None),
    ],
)
def test_a_picture_is_drawn_only_where_one_is_asked_for(text: str, asked: str | None) -> None:
    assert drawing_asked(text) == asked
