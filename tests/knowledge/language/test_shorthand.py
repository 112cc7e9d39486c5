"""Office shorthand."""

from __future__ import annotations

import pytest

from knowledge.language.shorthand import expand


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tc 1.1 chx xong", "tiêu chí 1.1 chưa xong"),
        ("tđg đgn mc csvc", "tự đánh giá đánh giá ngoài minh chứng cơ sở vật chất"),
        ("hđ tdg", "hội đồng tự đánh giá"),
        ("hd su dung", "hướng dẫn su dung"),
        ("1.1 ht r", "1.1 hoàn thành rồi"),
        ("ht pht gv hs cbql", "hiệu trưởng phó hiệu trưởng giáo viên học sinh cán bộ quản lý"),
        ("kh tdg", "kế hoạch tự đánh giá"),
        ("kh đạt", "không đạt"),
        ("cs b tc 1.4", "chỉ số b tiêu chí 1.4"),
        ("t 11", "tháng 11"),
        ("ko k hok dc đc", "không không không được được"),
        (
            "bđdcmhs ubnd pgd kđclgd",
            "ban đại diện cha mẹ học sinh ủy ban nhân dân phòng giáo dục kiểm định chất lượng giáo dục",
        ),
        ("xong rồi", "xong rồi"),
    ],
)
def test_short_forms_are_expanded(typed: str, meant: str) -> None:
    assert " ".join(expand(typed.split())) == meant
