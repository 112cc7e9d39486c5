"""Names of schools, as they are written in plans and typed in chat."""

from __future__ import annotations

import unicodedata

import pytest

from knowledge.language.school_names import canonical, find_schools

NAMES = (
    "MN Đoàn Kết",
    "MN Thanh Giang",
    "MN Ngũ Hùng",
    "TH Tứ Cường",
    "TH Đoàn Tùng",
    "TH Thanh Giang",
    "TH Hồng Quang",
    "TH Chi Lăng Bắc",
    "TH Phạm Kha",
    "TH Diên Hồng",
    "THCS Cao Thắng",
    "THCS Ngô Quyền",
    "THCS Tiền Phong",
    "THCS Hùng Sơn",
    "THCS Lam Sơn",
    "THCS Lê Hồng",
)


@pytest.mark.parametrize(
    ("written", "name", "level"),
    [
        ("TH Tứ Cường", "TH Tứ Cường", "TH"),
        ("Trường TH Tứ Cường", "TH Tứ Cường", "TH"),
        ("Trường Tiểu học Tứ Cường", "TH Tứ Cường", "TH"),
        ("TRƯỜNG TIỂU HỌC TỨ CƯỜNG", "TH Tứ Cường", "TH"),
        ("th tứ cường", "TH Tứ Cường", "TH"),
        ("TH.Tứ Cường", "TH Tứ Cường", "TH"),
        ("TH - Tứ Cường", "TH Tứ Cường", "TH"),
        ("Tứ Cường (TH)", "TH Tứ Cường", "TH"),
        ("Trường Mầm non Đoàn Kết", "MN Đoàn Kết", "MN"),
        ("MN\nĐoàn  Kết", "MN Đoàn Kết", "MN"),
        ("MN\u00a0Ngũ\u200b Hùng", "MN Ngũ Hùng", "MN"),
        ("Mẫu giáo Hoa Sen", "MG Hoa Sen", "MN"),
        ("MN 19/5", "MN 19/5", "MN"),
        ("Trường Mầm non tư thục Ánh Dương", "MN tư thục Ánh Dương", "MN"),
        ("Trường Trung học cơ sở Ngô Quyền", "THCS Ngô Quyền", "THCS"),
        ("TH CS Cao Thắng", "THCS Cao Thắng", "THCS"),
        ("Trường THCS Lê Hồng Phong, xã Thanh Giang", "THCS Lê Hồng Phong", "THCS"),
        ("TH&THCS Hoa Lư", "TH&THCS Hoa Lư", "THCS"),
        ("Trường TH và THCS Hoa Lư", "TH&THCS Hoa Lư", "THCS"),
        ("TH-THCS Hoa Lư", "TH&THCS Hoa Lư", "THCS"),
        ("PTDTBT TH Na Ngoi", "PTDTBT TH Na Ngoi", "TH"),
        ("Trường Phổ thông dân tộc bán trú Tiểu học Na Ngoi", "PTDTBT TH Na Ngoi", "TH"),
        ("THPT chuyên Nguyễn Trãi", "THPT chuyên Nguyễn Trãi", "THPT"),
        ("Trung tâm GDNN-GDTX Thanh Miện", "GDNN-GDTX Thanh Miện", "GDTX"),
        ("TH Trường Sơn", "TH Trường Sơn", "TH"),
        ("TH THANH GIANG II", "TH Thanh Giang II", "TH"),
        ("MN Trên Sông", "MN Trên Sông", "MN"),
        ("TH Đạt Tiến", "TH Đạt Tiến", "TH"),
    ],
)
def test_a_name_is_brought_into_the_form_of_the_product(written: str, name: str, level: str) -> None:
    assert canonical(written) == (name, level)


def test_a_name_with_parted_marks_is_composed() -> None:
    assert canonical(unicodedata.normalize("NFD", "Trường Tiểu học Tứ Cường")) == ("TH Tứ Cường", "TH")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Tứ Cường", "TH Tứ Cường"),
        ("Trường Tứ Cường", "TH Tứ Cường"),
        ("Trường Sơn", "TH Trường Sơn"),
        ("PTDTBT Na Ngoi", "PTDTBT TH Na Ngoi"),
    ],
)
def test_a_name_without_a_level_takes_the_one_beside_it(written: str, name: str) -> None:
    assert canonical(written, "TH") == (name, "TH")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Tứ Cường",
        "Mầm non",
        "Trường TH&THCS",
        "Tiểu học (3 trường)",
        "Các trường Mầm non, Tiểu học",
        "Trường Mầm non đánh giá theo thông tư 25/2014",
    ],
)
def test_what_names_no_single_school_of_a_known_level_is_none(written: str) -> None:
    assert canonical(written) is None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("tu cuong", ("TH Tứ Cường",)),
        ("tucuong", ("TH Tứ Cường",)),
        ("tứ cường làm đến đâu rồi", ("TH Tứ Cường",)),
        ("TIỂU HỌC TỨ CƯỜNG", ("TH Tứ Cường",)),
        ("trường tiểu học tứ cườg", ("TH Tứ Cường",)),
        ("tieu hoc tu cuog", ("TH Tứ Cường",)),
        ("hiệu trưởng tứ cường hỏi", ("TH Tứ Cường",)),
        ("tứ cường (th)", ("TH Tứ Cường",)),
        ("dời lịch TH Chi Lăng Bắc sang 1/2018", ("TH Chi Lăng Bắc",)),
        ("lịch trường chi lăng", ("TH Chi Lăng Bắc",)),
        ("doi mn doan ket sang 12/2017", ("MN Đoàn Kết",)),
        ("dời đoàn kết sang tháng 12", ("MN Đoàn Kết",)),
        ("đoàn kết", ("MN Đoàn Kết",)),
        ("thcs tien phong bao gio", ("THCS Tiền Phong",)),
        ("pham kha con thieu gi", ("TH Phạm Kha",)),
        ("cấp 2 lam sơn", ("THCS Lam Sơn",)),
        ("thanh giang", ("MN Thanh Giang", "TH Thanh Giang")),
        ("trường thanh giang", ("MN Thanh Giang", "TH Thanh Giang")),
        ("mn thanh giang", ("MN Thanh Giang",)),
        ("mầm non thanh giang đến đâu rồi", ("MN Thanh Giang",)),
        ("TH Thanh Giang và MN Thanh Giang", ("TH Thanh Giang", "MN Thanh Giang")),
        ("các trường th tứ cường, đoàn tùng, thanh giang", ("TH Tứ Cường", "TH Đoàn Tùng", "TH Thanh Giang")),
        ("tứ cường và đoàn tùng tiến độ", ("TH Tứ Cường", "TH Đoàn Tùng")),
    ],
)
def test_a_school_is_found_in_a_sentence(said: str, found: tuple[str, ...]) -> None:
    assert find_schools(said, NAMES) == found


@pytest.mark.parametrize(
    "said",
    [
        "",
        "đội thiếu niên tiền phong",
        "doi thieu nien tien phong can minh chung gi",
        "đoàn kết nội bộ",
        "xây dựng khối đại đoàn kết",
        "trưởng đoàn kết luận",
        "điểm cao tháng này",
        "hội nghị diên hồng",
        "cô Hồng Quang hỏi tiêu chí 1.1",
        "đường ngô quyền",
        "hồng",
        "hùng",
        "trường mình xong 1.1",
        "nhắc các trường mầm non",
        "THCS Lê Hồng Phong",
        "thcs thanh giang",
        "th đoàn kết",
    ],
)
def test_ordinary_words_are_not_taken_for_a_school(said: str) -> None:
    assert find_schools(said, NAMES) == ()


def test_of_two_names_the_longer_one_is_meant() -> None:
    assert find_schools("trường thcs lê hồng phong", ("THCS Lê Hồng", "THCS Lê Hồng Phong")) == ("THCS Lê Hồng Phong",)


def test_tones_tell_names_apart_where_they_are_typed() -> None:
    assert find_schools("trường th tân hưng", ("TH Tân Hưng", "TH Tân Hùng")) == ("TH Tân Hưng",)
    assert find_schools("truong th tan hung", ("TH Tân Hưng", "TH Tân Hùng")) == ("TH Tân Hưng", "TH Tân Hùng")
