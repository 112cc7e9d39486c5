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
        ("3.5 cần gì", "tiêu chí 3.5 cần những gì"),
        ("tc 3.5 cần gì", "tieu chi 3.5 can gi vay"),
        ("lương gv hợp đồng", "lương giáo viên hợp đồng"),
        ("phụ cấp thâm niên giáo viên", "phụ cấp thâm niên của gv tính thế nào"),
        ("mức đóng quỹ phụ huynh năm nay", "mức đóng quỹ hội phụ huynh năm nay là bao nhiêu"),
        ("tuyển sinh lớp 1 khi nào", "bao giờ tuyển sinh lớp 1"),
        ("xin kinh phí sửa nhà vệ sinh ở đâu", "xin kinh phí sửa chữa nhà vệ sinh ở đâu ạ"),
        ("mẫu biên bản họp hội đồng", "mẫu biên bản cuộc họp hội đồng trường"),
        ("ai ký báo cáo tự đánh giá", "người ký bctđg là ai"),
        ("trường chưa có nhà đa năng thì sao", "trường không có nhà đa năng thì sao"),
        ("csvc thiếu phòng học", "cơ sở vật chất thiếu phòng học"),
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
        ("3.5 cần gì", "3.6 cần gì"),
        ("3.5 cần gì", "5.3 cần gì"),
        ("mức 3 tiêu chí 3.5", "mức 5 tiêu chí 3.5"),
        ("tiêu chí 3.5 cần gì", "tiêu chuẩn 3 cần gì"),
        ("tiêu chí 3.5 cần gì", "minh chứng tiêu chí 3.5"),
        ("tieu chi 3.5 can gi", "minh chung tieu chi 3.5"),
        ("tuyển sinh lớp 1 khi nào", "tuyển sinh lớp 6 khi nào"),
        ("hạn nộp báo cáo tháng 10", "hạn nộp báo cáo tháng 11"),
        ("xin kinh phí sửa nhà vệ sinh", "xin kinh phí sửa thư viện"),
        ("ai ký báo cáo tự đánh giá", "ai viết báo cáo tự đánh giá"),
        ("minh chứng scan có được không", "minh chứng phô tô có được không"),
        ("có nhà đa năng thì sao", "không có nhà đa năng thì sao"),
        ("", "lương"),
        ("???", "???"),
    ],
)
def test_what_only_looks_the_same(one: str, other: str) -> None:
    assert (alike(one, other), alike(other, one)) == (False, False)


def test_groups_keep_levels_apart() -> None:
    asked = [("TH", "học phí lớp 3"), ("MN", "học phí lớp 3"), ("TH", "hoc phi lop 3"), ("TH", "học phí lớp 4")]
    assert grouped(asked) == [[0, 2], [1], [3]]
