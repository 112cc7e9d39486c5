"""Which questions ask the same."""

from __future__ import annotations

import pytest

from knowledge.alike import alike, grouped


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lương giáo viên hợp đồng năm nay", "cho em hoi luong giao vien hop dong nam nay a"),
        ("lương giáo viên hợp đồng", "giáo viên hợp đồng lương thế nào"),
        ("học phí lớp 3", "hoc phis lopws 3"),
        ("giá vàng", "gia vang"),
        ("bảo hiểm y tế học sinh", "bao hiem y te hocj sinh nam nay"),
    ],
)
def test_the_same_in_other_words(one: str, other: str) -> None:
    assert (alike(one, other), alike(other, one)) == (True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("học phí lớp 3", "học phí lớp 4"),
        ("lương giáo viên hợp đồng", "thưởng giáo viên hợp đồng"),
        ("lương giáo viên hợp đồng", "lương giáo viên biên chế"),
        ("học phí nhà trẻ", "học phí mẫu giáo"),
        ("lương", "bóng đá"),
        ("giá vàng hôm nay bao nhiêu tiền", "giá xăng hôm nay bao nhiêu tiền"),
        ("", "lương"),
        ("???", "???"),
    ],
)
def test_what_only_looks_the_same(one: str, other: str) -> None:
    assert (alike(one, other), alike(other, one)) == (False, False)


def test_groups_keep_levels_apart() -> None:
    asked = [("TH", "học phí lớp 3"), ("MN", "học phí lớp 3"), ("TH", "hoc phi lop 3"), ("TH", "học phí lớp 4")]
    assert grouped(asked) == [[0, 2], [1], [3]]
