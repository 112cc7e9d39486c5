"""What a question sounds like settled by what the circulars speak of."""

from __future__ import annotations

import pytest

from benchmarks.messages import SCHOOLS, TODAY, YEAR
from benchmarks.questions import CATALOGUE, FRAMEWORKS
from knowledge.language.meaning import Meaning
from knowledge.language.understand import understand
from knowledge.shelf import Shelf

SHELF = Shelf(CATALOGUE)


def settled(text: str, role: str = "principal", framework: str = "tt42-2012/th") -> Meaning:
    one = FRAMEWORKS[framework]
    return SHELF.settle(understand(text, role, one, SCHOOLS, YEAR, TODAY), text, [one], YEAR)


@pytest.mark.parametrize("role", ["principal", "officer"])
@pytest.mark.parametrize(
    ("text", "framework"),
    [
        ("mỗi lớp được bao nhiêu cháu", "tt25-2014/mn"),
        ("thông tư 18/2018 áp dụng cho trường nào", "tt18-2018/thcs"),
        ("đạt cấp độ 3 cần bao nhiêu phần trăm tiêu chí", "tt42-2012/th"),
        ("chế độ báo cáo định kỳ, đột xuất với cấp trên", "tt42-2012/th"),
        ("cơ cấu tổ chức bộ máy trường thcs", "tt42-2012/thcs"),
        ("hội đồng tđg của trường em có 5 người được không", "tt42-2012/th"),
        ("bao lâu thì các trường đánh giá ngoài một lần", "tt42-2012/th"),
        ("khóa học bị chậm tiến độ vì mùa gặt", "tt57-2026/gdtx"),
        ("bantru", "tt25-2014/mn"),
    ],
)
def test_a_question_with_words_of_its_own_is_about_a_rule(text: str, framework: str, role: str) -> None:
    assert settled(text, role, framework).intent == "ask"


@pytest.mark.parametrize(
    ("text", "role", "intent"),
    [
        ("trường em được bao nhiêu tiêu chí rồi", "principal", "own_status"),
        ("hội đồng tự đánh giá trường mình lập chưa", "principal", "own_status"),
        ("trường tôi đạt cấp độ mấy", "principal", "own_status"),
        ("tỉ lệ hoàn thành của các trường", "officer", "district_status"),
        ("những trường nào chưa lập hội đồng tđg", "officer", "district_status"),
        ("gửi cho tôi bảng tổng hợp", "officer", "export"),
        ("lịch đánh giá ngoài tháng 12", "principal", "schedule"),
        ("trường tôi có những minh chứng gì", "principal", "evidence"),
        ("xoá cập nhật vừa rồi đi", "principal", "undo"),
        ("cách sử dụng", "principal", "help"),
        ("qwrtzxc", "principal", "unknown"),
    ],
)
def test_a_question_about_a_state_stays_one(text: str, role: str, intent: str) -> None:
    assert settled(text, role).intent == intent


def test_where_a_place_or_a_school_is_named_nothing_is_in_doubt() -> None:
    assert settled("1.1 của trường em về thư viện đã xong chưa").intent == "own_status"
    assert settled("TH Phạm Kha sửa nhà vệ sinh đến đâu rồi", "officer").intent == "district_status"


def test_without_a_circular_nothing_is_settled() -> None:
    meaning = understand("mỗi lớp được bao nhiêu cháu", "principal", None, (), None, TODAY)
    assert SHELF.settle(meaning, "mỗi lớp được bao nhiêu cháu", [], None) == meaning
