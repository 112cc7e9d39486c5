"""What is said of the office, of communes and of school years."""

from __future__ import annotations

import pytest

from knowledge.language.offices import OfficeChange, commune_asked, commune_said, read_office_change
from knowledge.language.years import following, school_year_named


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("đổi tên cơ quan thành UBND xã Thanh Miện", "name", "UBND xã Thanh Miện"),
        ("doi ten co quan thanh UBND xã Thanh Miện", "name", "UBND xã Thanh Miện"),
        ("đổi cơ quan quản lý thành Sở GD&ĐT Hải Dương", "name", "Sở GD&ĐT Hải Dương"),
        ("đổi dòng ký thành Trưởng phòng Nguyễn Văn A", None, None),
        ("đổi chữ ký thành KT. Trưởng phòng", "signature", "KT. Trưởng phòng"),
        ("sửa người ký là Nguyễn Văn A", "signature", "Nguyễn Văn A"),
        ("đổi liên hệ thành cô B, 0912 345 678", "contact", "cô B, 0912 345 678"),
        ("đổi tên cơ quan", None, None),
        ("dời TH Tứ Cường sang 12/2017", None, None),
    ],
)
def test_a_change_of_the_office_is_read(text: str, field: str | None, value: str | None) -> None:
    assert read_office_change(text) == (OfficeChange(field, str(value)) if field else None)


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        ("TH Tứ Cường thuộc xã Tứ Cường", "Xã Tứ Cường"),
        ("TH Tứ Cường ở thị trấn thanh miện.", "Thị trấn Thanh Miện"),
        ("TH Tứ Cường thuộc xã nào", None),
        ("TH Tứ Cường đến đâu rồi", None),
    ],
)
def test_the_commune_of_a_school_is_read(text: str, commune: str | None) -> None:
    assert commune_said(text) == commune


def test_the_schools_of_a_commune_are_asked_for() -> None:
    communes = ["Xã Thanh Miện", "Xã Tứ Cường"]
    assert commune_asked("các trường xã tứ cường?", communes) == "Xã Tứ Cường"
    assert commune_asked("cac truong xa thanh mien", communes) == "Xã Thanh Miện"
    assert commune_asked("các trường xã Khác", communes) is None
    assert commune_asked("xã Thanh Miện", communes) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("tiến độ năm học 2017-2018", "2017-2018"),
        ("2017 – 18", "2017-2018"),
        ("/lich 2018/2019", "2018-2019"),
        ("giai đoạn 2015-2020", None),
        ("tháng 11/2017", None),
        ("15-11-2017", None),
        ("2017-11", None),
    ],
)
def test_a_school_year_is_read(text: str, year: str | None) -> None:
    assert school_year_named(text) == year


def test_a_year_follows_a_year() -> None:
    assert following("2019-2020") == "2020-2021"
