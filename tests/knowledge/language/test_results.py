"""What an external review found, as an officer says it."""

from __future__ import annotations

import pytest

from knowledge.language.results import SpokenResult, asks_for_history, asks_for_results, read_result


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("TH Tứ Cường đạt cấp độ 2", "cấp độ 2"),
        ("th tu cuong dat cap do 2", "cấp độ 2"),
        ("TH Tứ Cường ddatj caaps ddooj 2", "cấp độ 2"),
        ("th tu cuong dat cd 3", "cấp độ 3"),
        ("TH Tứ Cường đã đạt cấp độ II.", "cấp độ 2"),
        ("kết quả TH Tứ Cường: cấp độ ba", "cấp độ 3"),
        ("TH Tứ Cường được công nhận đạt kiểm định chất lượng giáo dục cấp độ 1", "cấp độ 1"),
        ("TH Tứ Cường đạt cấp độ 2 năm học 2016-2017", "cấp độ 2"),
        ("TH X đạt mức 3, chuẩn quốc gia mức độ 1", "mức 3, chuẩn quốc gia mức độ 1"),
        ("tu cuong dat muc 3 cqg muc do 1", "mức 3, chuẩn quốc gia mức độ 1"),
        ("TH X đạt chuẩn quốc gia mức độ 2 và mức 4", "mức 4, chuẩn quốc gia mức độ 2"),
        ("TH X đạt chuẩn quốc gia mức độ 2", "chuẩn quốc gia mức độ 2"),
        ("MN Đoàn Kết không đạt", "không đạt"),
        ("mn doan ket ko dat", "không đạt"),
        ("MN Đoàn Kết chưa đạt.", "không đạt"),
        ("kết quả đánh giá ngoài MN Đoàn Kết: không đạt", "không đạt"),
        ("MN Đoàn Kết không đạt kiểm định chất lượng", "không đạt"),
    ],
)
def test_a_result_is_read(text: str, said: str) -> None:
    found = read_result(text)
    assert found is not None
    assert found.said == said


@pytest.mark.parametrize(
    "text",
    [
        "TH Tứ Cường đạt cấp độ 2 chưa",
        "TH Tứ Cường có đạt cấp độ 2 không?",
        "TH Tứ Cường đạt cấp độ mấy",
        "trường nào đạt cấp độ 2",
        "trường nào không đạt",
        "TH Tứ Cường muốn đạt cấp độ 2",
        "TH Tứ Cường phấn đấu đạt cấp độ 2",
        "TH Tứ Cường không đạt tc 1.1",
        "TH Tứ Cường đạt tiêu chí 1.2",
        "trường em đạt cấp độ 2",
        "tự đánh giá TH Tứ Cường đạt cấp độ 2",
        "muốn đạt cấp độ 2 cần gì",
        "gửi thông báo cho TH Tứ Cường: đạt cấp độ 2",
        "TH Tứ Cường",
        "TH Tứ Cường đạt 80%",
    ],
)
def test_what_is_no_statement_of_a_result_is_left_alone(text: str) -> None:
    assert read_result(text) is None


def test_a_result_can_be_withdrawn() -> None:
    assert read_result("bỏ kết quả TH Tứ Cường") == SpokenResult(withdrawn=True)


@pytest.mark.parametrize(
    "text",
    ["kết quả các năm của TH Tứ Cường", "ket qua cac nam cua truong em", "kết quả đánh giá ngoài của trường mình"],
)
def test_the_years_are_asked_for(text: str) -> None:
    assert asks_for_history(text)


@pytest.mark.parametrize(
    "text",
    [
        "những trường nào đã có kết quả",
        "trường nào đạt cấp độ 2",
        "kết quả đánh giá ngoài của các trường",
        "bao nhiêu trường đạt mức 2",
    ],
)
def test_the_results_of_all_are_asked_for(text: str) -> None:
    assert asks_for_results(text)


@pytest.mark.parametrize(
    "text", ["kết quả đánh giá ngoài gồm những gì", "kết quả xếp loại học sinh", "tiến độ các trường"]
)
def test_other_questions_are_left_alone(text: str) -> None:
    assert not asks_for_history(text)
    assert not asks_for_results(text)


@pytest.mark.parametrize("school", ["MN Sao Mai", "TH Bình Minh", "THCS Ngọc Hà", "TH Hòa Hải"])
def test_the_words_of_a_name_are_no_question(school: str) -> None:
    found = read_result(f"{school} đạt cấp độ 2", [school])
    assert found is not None
    assert found.said == "cấp độ 2"
    assert read_result(f"{school} đạt cấp độ 2 chưa", [school]) is None
