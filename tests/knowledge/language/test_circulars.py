"""Circulars, years and levels are heard however they are typed, and nothing else is taken for them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.language.circulars import Named, read_named


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("theo thông tư 18 tiêu chí 1.1", Named("tiêu chí 1.1", ((18, None),))),
        ("tc 3.5 theo tt 42/2012/TT-BGDĐT", Named("tc 3.5", ((42, 2012),))),
        ("theo thoong tuw 57 hooij ddoongf", Named("hội đồng", ((57, None),))),
        ("thông tư mới", Named("", ages=("new",))),
        ("hoi dong theo tt cu", Named("hoi dong", ages=("old",))),
        ("năm 2027 hội đồng", Named("hội đồng", day=date(2027, 12, 31), years=(2027,))),
        ("nh 2026-2027 hội đồng", Named("hội đồng", day=date(2027, 1, 1), years=(2026, 2027))),
        ("so sánh 3.5 với thông tư 57", Named("3.5", ((57, None),), compares=True)),
        ("tiêu chí 3.5 cũ nay ở đâu", Named("tiêu chí 3.5", ages=("old",), leads=True)),
        ("tc 3.5 tương ứng tiêu chí nào", Named("tc 3.5", leads=True)),
        ("chỉ báo b mức 2 tiêu chí 1.1", Named("chỉ số b tiêu chí 1.1", level=2)),
    ],
)
def test_what_is_named_is_heard(said: str, heard: Named) -> None:
    assert read_named(said) == heard


@pytest.mark.parametrize(
    "said",
    [
        "minh chứng cụ thể tiêu chí 3.5",
        "căn cứ xác định mức đạt",
        "phòng học cũ có được không",
        "tiêu chí 3.6 thiết bị dạy học cũ có được không",
        "thiết bị mới mua",
        "chu kỳ 5 năm",
        "tc 1.1 được 40%",
        "trường đạt mức 2 khi nào",
        "đánh giá ngoài khác gì tự đánh giá",
        "hồ sơ lấy ở đâu",
    ],
)
def test_what_is_not_named_is_left_alone(said: str) -> None:
    assert read_named(said) == Named(said)
