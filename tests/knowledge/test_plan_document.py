"""Plans of districts as they come: Word, Excel and text, in the layouts that offices use."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest

from knowledge.plan_document import Plan, PlannedSchool, UnreadablePlan, read_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

Rows = list[list[str]]
Merge = tuple[int, int, int, int]
YEAR = "Kế hoạch kiểm định chất lượng giáo dục năm học 2017-2018"


class Word:
    """A Word file in the making."""

    def __init__(self, *paragraphs: str) -> None:
        self.document = docx.Document()
        self.say(*paragraphs)

    def say(self, *paragraphs: str) -> Word:
        for paragraph in paragraphs:
            self.document.add_paragraph(paragraph)
        return self

    def table(self, rows: Rows, merged: Sequence[Merge] = ()) -> Word:
        table = self.document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
        for top, left, bottom, right in merged:
            text = table.cell(top, left).text
            table.cell(top, left).merge(table.cell(bottom, right)).text = text
        return self

    def plan(self) -> Plan:
        return read_plan("kế hoạch.docx", self.content())

    def content(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def excel(sheets: dict[str, list[list[object]]], merged: Sequence[str] = (), name: str = "kh.xlsx") -> Plan:
    return read_plan(name, workbook(sheets, merged))


def workbook(sheets: dict[str, list[list[object]]], merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for reference in merged:
            sheet.merge_cells(reference)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def text(body: str, heading: str = YEAR, code: str = "utf-8") -> Plan:
    return read_plan("kh.txt", f"{heading}\n{body}\n".encode(code))


def months(plan: Plan) -> dict[str, str | None]:
    return {school.name: school.review_month for school in plan.schools}


HEADER = ["STT", "Tên trường", "Đề nghị đánh giá ngoài vào tháng/năm", "Ghi chú"]
FLATTENED = (
    " KẾ HOẠCH\n\nTriển khai công tác kiểm định chất lượng giáo dục\nNăm học 2017-2018\n\n"
    "Căn cứ công văn số 921/SGDĐT-KT-KĐCLGD ngày 08/8/2017 của Sở Giáo dục và Đào tạo Hải Dương về"
    " Kế hoạch đánh giá ngoài CSGD mầm non, phổ thông, thường xuyên năm học 2017-2018;\n"
    "Phòng Giáo dục và Đào tạo Thanh Miện triển khai công tác kiểm định trong năm học qua, như sau:\n"
    "Trường Mầm non đánh giá theo thông tư  25/2014/TT-BGDĐT ngày 07 tháng 8 năm 2014.\n\n"
    "Trường Tiểu học, THCS theo bộ tiêu chuẩn ban hành tại Thông tư số 42/2012/TT-BGDĐT ngày 23/11/2012.\n"
    "- Chỉ đạo 100% các trường Mầm non, TH, THCS hoàn thành báo cáo  tự đánh giá vào cuối năm học 2017-2018."
    " Có 01 trường MN, 01 trường TH và 01 trường THCS được đánh giá ngoài; cụ thể:\n"
    "\tSTT\n\tTên trường\n\tĐề nghị đánh giá ngoài vào tháng/năm\n\tGhi chú\n\n"
    "\t1\n\tMN Đoàn Kết\n\t11/2017\n\t\n\n\t2\n\tTH Tứ Cường\n\t\n\tđiểm lẻ\n\n\t3\n\tTHCS Lam Sơn\n\t3/2018\n\t\n\n\n"
    "Phòng Giáo dục và Đào tạo yêu cầu Hiệu trưởng các trường thực hiện nghiêm túc./.\n\n"
    "\tNơi nhận:   \n\n - Các trường MN,TH,THCS (để thực hiện);\n - Lưu: VT.   \n\n\tTRƯỞNG PHÒNG\n(Đã ký)\n"
)


def test_a_plan_flattened_to_a_cell_a_line_is_read_whole() -> None:
    assert read_plan("kh.txt", FLATTENED.encode()) == Plan(
        school_year="2017-2018",
        report_deadline=date(2018, 5, 31),
        circulars={"MN": "tt25-2014", "TH": "tt42-2012", "THCS": "tt42-2012"},
        schools=(
            PlannedSchool("MN Đoàn Kết", "MN", "2017-11", "", 1),
            PlannedSchool("TH Tứ Cường", "TH", None, "điểm lẻ", 2),
            PlannedSchool("THCS Lam Sơn", "THCS", "2018-03", "", 3),
        ),
        problems=(),
        office="Phòng GD&ĐT Thanh Miện",
    )


# --- Word


def test_the_right_table_is_found_among_others() -> None:
    plan = (
        Word()
        .table([["UBND HUYỆN GIA LỘC\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
        .say(YEAR, "Danh sách đoàn:")
        .table([["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác"], ["1", "Trần Văn A", "Trưởng đoàn", "TH Gia Tân"]])
        .say("Lịch công tác:")
        .table([["Thời gian", "Nội dung", "Đơn vị thực hiện"], ["9/2017", "Thành lập hội đồng", "Các trường"]])
        .say("Lịch nộp báo cáo tự đánh giá:")
        .table([["TT", "Tên trường", "Thời gian"], ["1", "TH Gia Tân", "9/2017"], ["2", "MN Gia Xuyên", "9/2017"]])
        .say("Lịch đánh giá ngoài:")
        .table([HEADER, ["1", "TH Gia Tân", "11/2017", "điểm lẻ"], ["2", "MN Gia Xuyên", "-", ""]])
        .table([["Nơi nhận:\n- Các trường MN, TH, THCS", "TRƯỞNG PHÒNG"]])
        .plan()
    )
    assert plan.schools == (
        PlannedSchool("TH Gia Tân", "TH", "2017-11", "điểm lẻ", 1),
        PlannedSchool("MN Gia Xuyên", "MN", None, "", 2),
    )
    assert (plan.problems, plan.office) == ((), "Phòng GD&ĐT Gia Lộc")


def test_a_header_of_two_rows_keeps_its_columns_apart() -> None:
    plan = (
        Word(YEAR)
        .table(
            [
                ["TT", "Cơ sở giáo dục", "Cấp học", "Thời gian", "", "Ghi chú"],
                ["", "", "", "Hoàn thành TĐG", "ĐGN", ""],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
                ["1", "Trường Mầm non Gia Tân", "Mầm non", "9/2017", "T11/2017", ""],
                ["2", "Gia Khánh", "Tiểu học", "9/2017", "Tháng 3", "mới"],
                ["3", "TRƯỜNG THCS GIA LƯƠNG", "THCS", "10/2017", "", ""],
            ],
            merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 1, 2), (0, 3, 0, 4), (0, 5, 1, 5)],
        )
        .plan()
    )
    assert months(plan) == {"MN Gia Tân": "2017-11", "TH Gia Khánh": "2018-03", "THCS Gia Lương": None}
    assert plan.problems == ()


def test_levels_stand_as_rows_and_months_are_merged_over_several() -> None:
    plan = (
        Word(YEAR)
        .table(
            [
                ["STT", "Đơn vị", "Thời điểm đánh giá ngoài"],
                ["I", "Mầm non", ""],
                ["1", "Đoàn Kết", "Tháng 11 năm 2017"],
                ["2", "Thanh Giang", ""],
                ["II. Cấp tiểu học", "", ""],
                ["1", "Tứ Cường", "12/2017"],
                ["2", "Thanh Giang", ""],
                ["STT", "Đơn vị", "Thời điểm đánh giá ngoài"],
                ["Trường THCS", "", ""],
                ["1", "Trường Cao Thắng", "Tuần 2 tháng 10/2017"],
                ["", "Tổng cộng: 5 trường", ""],
            ],
            merged=[(2, 2, 3, 2), (4, 0, 4, 2), (5, 2, 6, 2), (8, 0, 8, 2)],
        )
        .plan()
    )
    assert months(plan) == {
        "MN Đoàn Kết": "2017-11",
        "MN Thanh Giang": "2017-11",
        "TH Tứ Cường": "2017-12",
        "TH Thanh Giang": "2017-12",
        "THCS Cao Thắng": "2017-10",
    }
    assert plan.problems == ()


def test_levels_stand_as_paragraphs_before_several_tables() -> None:
    word = Word(YEAR)
    for heading, school in (
        ("1. Cấp mầm non", "Đoàn Kết"),
        ("2. Khối Tiểu học:", "Tứ Cường"),
        ("III. THCS", "Cao Thắng"),
    ):
        word.say(heading).table([["TT", "Tên trường", "Tháng ĐGN"], ["1", school, "11/2017"]])
    assert [school.name for school in word.plan().schools] == ["MN Đoàn Kết", "TH Tứ Cường", "THCS Cao Thắng"]


def test_a_table_cut_by_a_page_is_read_on() -> None:
    word = Word(YEAR).table([HEADER, ["1", "TH Tứ Cường", "11/2017", ""]]).say("")
    word.table([["2", "MN Đoàn Kết", "12/2017", ""], ["3", "THCS Lam Sơn", "1/2018", ""]])
    assert months(word.plan()) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-12", "THCS Lam Sơn": "2018-01"}


def test_a_table_without_a_header_is_known_by_what_it_holds() -> None:
    plan = Word(YEAR).table([["1", "TH Tứ Cường", "11/2017"], ["2", "MN Đoàn Kết", "12/2017"]]).plan()
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-12"}


def test_months_stand_as_rows_over_their_schools() -> None:
    plan = (
        Word(YEAR)
        .table(
            [
                ["STT", "Tên trường", "Ghi chú", "Tháng ĐGN"],
                ["Tháng 11/2017", "", "", ""],
                ["1", "TH Tứ Cường", "", ""],
                ["2", "MN Đoàn Kết", "", ""],
                ["Đợt 2: tháng 12/2017", "", "", ""],
                ["3", "THCS Cao Thắng", "", ""],
            ],
            merged=[(1, 0, 1, 3), (4, 0, 4, 3)],
        )
        .plan()
    )
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-11", "THCS Cao Thắng": "2017-12"}


def test_schools_stand_in_columns_of_levels_beside_their_month() -> None:
    plan = (
        Word(YEAR)
        .table(
            [
                ["Tháng", "Mầm non", "Tiểu học", "THCS"],
                ["11/2017", "Đoàn Kết, Thanh Giang", "TH Tứ Cường\nTH Đoàn Tùng", ""],
                ["12/2017", "-", "Thanh Giang", "Cao Thắng"],
            ]
        )
        .plan()
    )
    assert months(plan) == {
        "MN Đoàn Kết": "2017-11",
        "MN Thanh Giang": "2017-11",
        "TH Tứ Cường": "2017-11",
        "TH Đoàn Tùng": "2017-11",
        "TH Thanh Giang": "2017-12",
        "THCS Cao Thắng": "2017-12",
    }


def test_a_cell_may_hold_several_schools() -> None:
    plan = (
        Word(YEAR)
        .table(
            [
                ["Thời gian ĐGN", "Các trường được đánh giá ngoài"],
                ["11/2017", "TH Tứ Cường; MN Đoàn Kết"],
                ["12/2017", "Trường THCS\nCao Thắng"],
            ]
        )
        .plan()
    )
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-11", "THCS Cao Thắng": "2017-12"}


def test_tracked_changes_are_read_as_they_show() -> None:
    content = Word(YEAR).table([HEADER, ["1", "TH Tứ Cường", "11/2017", ""]]).content()
    changed = _with_part(
        content,
        "word/document.xml",
        lambda xml: xml.replace(
            b"<w:r><w:t>11/2017</w:t></w:r>",
            b'<w:del w:id="1"><w:r><w:delText>11/2017</w:delText></w:r></w:del>'
            b'<w:ins w:id="2"><w:r><w:t>12/2017</w:t></w:r></w:ins>',
        ),
    )
    assert months(read_plan("kh.docx", changed)) == {"TH Tứ Cường": "2017-12"}


def test_only_the_month_of_this_review_counts_among_many_columns() -> None:
    plan = (
        Word(YEAR)
        .table(
            [
                [
                    "TT",
                    "Tên\ntrường",
                    "Địa chỉ",
                    "Năm ĐGN gần nhất",
                    "Kết quả ĐGN",
                    "Tháng\nĐGN",
                    "Trưởng đoàn",
                    "Ghi chú",
                ],
                ["1", "TH A Bình", "Xã A", "2012", "Cấp độ 2", "11/2017", "Trần C", ""],
                ["2", "TH&THCS B Hòa", "Xã B", "11/2011", "Cấp độ 1", "Đợt 2, tháng 12/2017", "Trần C", "x"],
                ["3", "THCS C Sơn", "", "", "", "29/11 - 01/12/2017", "", ""],
                ["4", "THCS D Sơn", "", "", "", "từ 16/10/2017 đến 18/10/2017", "", ""],
            ]
        )
        .plan()
    )
    assert months(plan) == {
        "TH A Bình": "2017-11",
        "TH&THCS B Hòa": "2017-12",
        "THCS C Sơn": "2017-11",
        "THCS D Sơn": "2017-10",
    }
    assert plan.schools[1] == PlannedSchool("TH&THCS B Hòa", "THCS", "2017-12", "x", 2)


def test_a_column_that_word_numbers_by_itself_is_counted() -> None:
    numbered = b'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:p>'
    content = Word(YEAR).table([HEADER, ["#", "TH A", "11/2017", ""], ["#", "TH B", "13/2017", ""]]).content()
    counted = _with_part(
        content, "word/document.xml", lambda xml: xml.replace(b"<w:p><w:r><w:t>#</w:t></w:r></w:p>", numbered)
    )
    plan = read_plan("kh.docx", counted)
    assert plan.schools == (PlannedSchool("TH A", "TH", "2017-11", "", 1),)
    assert [problem[:14] for problem in plan.problems] == ["Dòng 2 (TH B):"]


# --- Excel


def test_an_excel_sheet_with_dates_levels_and_a_signature_is_read() -> None:
    plan = excel(
        {
            "Sheet1": [
                ["LỊCH ĐÁNH GIÁ NGOÀI NĂM HỌC 2026–2027"],
                [],
                ["TT", "Bậc học", "Trường", "Tháng đánh giá ngoài", "Ghi chú"],
                [1, "MN", "Sao Mai", datetime(2026, 11, 1), None],
                [2, None, "Hoa Sen", date(2026, 11, 15), None],
                [3, "TH", "TH Lê Lợi", "2027-03", "điểm lẻ"],
                [4, None, "Nguyễn Trãi", 3.2027, None],
                [5, None, "Trần Phú", 5, None],
                [6, "THCS", "Lê Lợi", 46357, None],
                [None, "Tổng số", "6 trường"],
                [None, None, None, "Ngày 10 tháng 9 năm 2026"],
                [None, None, None, "NGƯỜI LẬP"],
            ]
        },
        merged=["A1:E1", "B4:B5", "B6:B8"],
    )
    assert months(plan) == {
        "MN Sao Mai": "2026-11",
        "MN Hoa Sen": "2026-11",
        "TH Lê Lợi": "2027-03",
        "TH Nguyễn Trãi": "2027-03",
        "TH Trần Phú": "2027-05",
        "THCS Lê Lợi": "2026-12",
    }
    assert (plan.school_year, plan.problems) == ("2026-2027", ())


def test_months_may_be_columns_with_a_mark_for_each_school() -> None:
    plan = excel(
        {
            "KH": [
                ["PHÒNG GD&ĐT HUYỆN NINH GIANG"],
                ["Lịch ĐGN năm học 2017-2018"],
                ["STT", "Tên trường", "Thời gian đánh giá ngoài", None, None, None, None],
                [None, None, "T9", "T10", "T11", "T12", "T1"],
                [1, "MN Ứng Hòe", "x"],
                [2, "TH Hồng Đức", None, None, "X"],
                [3, "THCS Tân Hương", None, None, None, None, "✓"],
                [4, "THCS Vạn Phúc"],
            ]
        },
        merged=["C3:G3", "A3:A4", "B3:B4"],
    )
    assert months(plan) == {
        "MN Ứng Hòe": "2017-09",
        "TH Hồng Đức": "2017-11",
        "THCS Tân Hương": "2018-01",
        "THCS Vạn Phúc": None,
    }
    assert (plan.office, plan.problems) == ("Phòng GD&ĐT Ninh Giang", ())


def test_each_level_may_have_a_sheet_and_the_year_a_column() -> None:
    header: list[object] = ["STT", "Tên đơn vị", "Tháng", "Năm"]
    plan = excel(
        {
            "Mầm non": [header, [1, "Hoa Sen", 11, 2017], [2, "Hoa Mai", 1, 2018]],
            "Tiểu học": [header, [1, "Kim Đồng", 12, 2017]],
        },
        name="kehoach_2017-2018.xlsx",
    )
    assert months(plan) == {"MN Hoa Sen": "2017-11", "MN Hoa Mai": "2018-01", "TH Kim Đồng": "2017-12"}
    assert plan.school_year == "2017-2018"


def test_a_level_named_once_holds_for_the_rows_under_it() -> None:
    plan = excel(
        {
            "S": [
                [YEAR],
                ["TT", "Cấp học", "Tên trường", "Tháng ĐGN"],
                [1, "Mầm non", "Hoa Sen", "11/2017"],
                [2, None, "Hoa Mai", "nt"],
                [3, None, "Hoa Hồng", "12/2017"],
                [4, "Tiểu học", "Kim Đồng", "12/2017"],
                [5, None, "Lê Lợi", "12/2017"],
            ]
        }
    )
    assert months(plan) == {
        "MN Hoa Sen": "2017-11",
        "MN Hoa Mai": "2017-11",
        "MN Hoa Hồng": "2017-12",
        "TH Kim Đồng": "2017-12",
        "TH Lê Lợi": "2017-12",
    }


def test_a_summary_beside_the_list_is_no_repetition() -> None:
    rows: list[list[object]] = [[YEAR], ["STT", "Tên trường", "Tháng ĐGN"], [1, "TH Tứ Cường", "11/2017"]]
    plan = excel({"Danh sách": rows, "Tổng hợp": rows})
    assert (months(plan), plan.problems) == ({"TH Tứ Cường": "2017-11"}, ())


# --- text


@pytest.mark.parametrize(
    "body",
    [
        "STT\tTên trường\tTháng ĐGN\tGhi chú\n1\tTH Tứ Cường\t11/2017\t\n2\tMN Đoàn Kết\t\t\n3\tTHCS Lam Sơn\t3/2018\t",
        "| TT | Trường | Tháng |\n|---|---|---|\n| 1 | TH Tứ Cường | 11/2017 |\n"
        "| 2 | MN Đoàn Kết | - |\n| 3 | THCS Lam Sơn | T3 |",
        "+---+---+\n| Trường | Tháng |\n+---+---+\n"
        "| TH Tứ Cường | 11-2017 |\n| MN Đoàn Kết | |\n| THCS Lam Sơn | 3.2018 |",
        "STT;Tên trường;Tháng ĐGN\n1;TH Tứ Cường;11/17\n2;MN Đoàn Kết;\n3;THCS Lam Sơn;3/18",
        "STT,Tên trường,Tháng ĐGN\n1,TH Tứ Cường,11/2017\n2,MN Đoàn Kết,không\n3,THCS Lam Sơn,3/2018",
        "STT   Tên trường        Tháng ĐGN\n"
        "1     TH Tứ Cường       11/2017\n2     MN Đoàn Kết       -\n3     THCS Lam Sơn      3/2018",
        "1. TH Tứ Cường: 11/2017\n2. MN Đoàn Kết: không\n3. THCS Lam Sơn: 3/2018",
        "- Trường Tiểu học Tứ Cường - tháng 11/2017\n- Trường MN Đoàn Kết - không\n- THCS Lam Sơn (tháng 3/2018)",
        "I. Mầm non\n1. Đoàn Kết: -\nII. Tiểu học\n1. Tứ Cường: 11/2017\nIII. THCS\n1. Lam Sơn: Tháng 3",
        "\tSTT\n\tTên trường\n\tTháng ĐGN\n"
        "\t1\n\tTH Tứ Cường\n\t11/2017\n\t2\n\tMN Đoàn Kết\n\t\n\t3\n\tTHCS Lam Sơn\n\t3/2018",
        "STT\nTên trường\nTháng ĐGN\nGhi chú\n"
        "1\nTH Tứ Cường\n11/2017\n2\nMN Đoàn Kết\n-\n3\nTHCS Lam Sơn\n3/2018\n\nHết",
    ],
)
def test_the_same_plan_is_read_from_every_shape_of_text(body: str) -> None:
    plan = text(body)
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": None, "THCS Lam Sơn": "2018-03"}
    assert plan.problems == ()


@pytest.mark.parametrize(
    "body",
    [
        "Tháng 11/2017: TH Tứ Cường, TH Đoàn Tùng; MN Đoàn Kết.\nTháng 12/2017: TH Thanh Giang",
        "Tháng 11/2017:\n- TH Tứ Cường\n- TH Đoàn Tùng\n- MN Đoàn Kết\nTháng 12/2017\n- TH Thanh Giang",
        "- T11/2017: Tiểu học: Tứ Cường, Đoàn Tùng; Mầm non: Đoàn Kết\n- T12/2017: Tiểu học: Thanh Giang",
    ],
)
def test_schools_may_be_listed_under_their_months(body: str) -> None:
    assert months(text(body)) == {
        "TH Tứ Cường": "2017-11",
        "TH Đoàn Tùng": "2017-11",
        "MN Đoàn Kết": "2017-11",
        "TH Thanh Giang": "2017-12",
    }


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_is_read_in_the_encodings_that_notepad_writes(code: str) -> None:
    plan = text("STT\tTên trường\tTháng ĐGN\n1\tTH Tứ Cường\t11/2017\n2\tMN Đoàn Kết\t12/2017", code=code)
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-12"}


def test_parted_marks_and_invisible_letters_do_not_matter() -> None:
    body = "STT\tTên trường\tTháng ĐGN\n1\tTrường\u00a0Tiểu học Tứ\u200b Cường\t\u200e11/2017\n2\tMN Đoàn Kết\t12/2017"
    plan = text(unicodedata.normalize("NFD", body))
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-12"}


def test_a_word_file_named_as_text_is_read_as_what_it_is() -> None:
    content = Word(YEAR).table([HEADER, ["1", "TH Tứ Cường", "11/2017", ""]]).content()
    assert months(read_plan("kh.txt", content)) == {"TH Tứ Cường": "2017-11"}


def test_prose_about_schools_is_no_plan_of_months() -> None:
    with pytest.raises(UnreadablePlan):
        text("- Trường THCS Cao Thắng họp trong tháng 10/2017.\nTrường Mầm non đánh giá theo thông tư 25/2014.")


# --- what is said around the table

ROWS = "STT\tTên trường\tTháng ĐGN\n1\tMN Đoàn Kết\t11/2017\n2\tTH Tứ Cường\t11/2017\n3\tTHCS Lam Sơn\t11/2017"


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("Năm học 2017-2018", "2017-2018"),
        ("KẾ HOẠCH NĂM HỌC 2017 – 2018", "2017-2018"),
        ("năm học: 2017—2018", "2017-2018"),
        ("Năm học 2017/2018", "2017-2018"),
        ("Căn cứ báo cáo tổng kết năm học 2016-2017;\nKế hoạch năm học 2017-2018", "2017-2018"),
        ("Chiến lược giai đoạn 2015-2020", "2017-2018"),
        ("", "2017-2018"),
    ],
)
def test_the_school_year_is_found_or_told_by_the_months(heading: str, year: str) -> None:
    assert text(ROWS, heading=heading).school_year == year


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Các trường hoàn thành báo cáo tự đánh giá vào cuối năm học 2017-2018.", date(2018, 5, 31)),
        ("Nộp báo cáo tự đánh giá trước ngày 15/6/2018.", date(2018, 6, 15)),
        ("Hoàn thành báo cáo TĐG chậm nhất ngày 20 tháng 5 năm 2018.", date(2018, 5, 20)),
        ("Trước 15/6, các trường nộp báo cáo tự đánh giá về Phòng.", date(2018, 6, 15)),
        ("Hạn nộp báo cáo tự đánh giá: 30-4-2018", date(2018, 4, 30)),
        ("Hoàn thành báo cáo tự đánh giá trong tháng 4/2018.", date(2018, 4, 30)),
        ("Hoàn thành báo cáo tự đánh giá trước tháng 4/2018.", date(2018, 3, 31)),
        ("Theo Kế hoạch số 12/KH-PGD ngày 10/9/2017 về báo cáo tự đánh giá.", date(2018, 5, 31)),
        ("Nộp báo cáo tổng kết trước ngày 20/6/2018.", date(2018, 5, 31)),
        (
            "Trường được ĐGN nộp báo cáo tự đánh giá trước 30/10/2017, trường khác nộp trước 15/5/2018.",
            date(2018, 5, 15),
        ),
        ("Nộp báo cáo tự đánh giá trước ngày 15/6/2016.", date(2018, 5, 31)),
    ],
)
def test_the_report_deadline_is_the_day_said_or_the_end_of_the_year(sentence: str, day: date) -> None:
    assert text(f"{sentence}\n{ROWS}").report_deadline == day


def test_a_deadline_that_is_no_day_is_a_problem() -> None:
    plan = text(f"Nộp báo cáo tự đánh giá trước ngày 31/6/2018.\n{ROWS}")
    assert plan.problems == ("Hạn báo cáo tự đánh giá “31/6/2018” không có trên lịch; thầy/cô sửa lại ngày.",)


OLD = {"MN": "tt25-2014", "TH": "tt42-2012", "THCS": "tt42-2012"}
MIDDLE = {"MN": "tt19-2018", "TH": "tt17-2018", "THCS": "tt18-2018"}
NEW = {"MN": "tt57-2026", "TH": "tt57-2026", "THCS": "tt57-2026"}


@pytest.mark.parametrize(
    ("sentences", "circulars"),
    [
        ("Mầm non theo TT 25/2014/TT-BGDĐT; Tiểu học, THCS theo Thông tư 42/2012.", OLD),
        ("Thông tư 17/2018/TT-BGDĐT, 18/2018/TT-BGDĐT và 19/2018/TT-BGDĐT ngày 22/8/2018", MIDDLE),
        ("Căn cứ Thông tư số 17, 18, 19 là sai; theo Thông tư số 17/2018, 18/2018, 19/2018.", MIDDLE),
        (
            "Thông tư 19/2018/TT-BGDĐT về trường mầm non, 17/2018/TT-BGDĐT về trường tiểu học, 18/2018/TT-BGDĐT",
            MIDDLE,
        ),
        ("Các trường tự đánh giá theo Thông tư 57/2026/TT-BGDĐT, thay thế Thông tư 17/2018/TT-BGDĐT.", NEW),
        ("Căn cứ Thông tư 42/2012/TT-BGDĐT;\nCác trường thực hiện theo Thông tư 57/2026/TT-BGDĐT.", NEW),
        ("Căn cứ công văn 57/2026/SGDĐT, Quyết định 42/2012/QĐ-UBND, công văn số 25/2014 và họp tháng 17/2018.", {}),
    ],
)
def test_circulars_are_found_with_the_levels_they_are_for(sentences: str, circulars: dict[str, str]) -> None:
    assert text(f"{sentences}\n{ROWS}").circulars == circulars


@pytest.mark.parametrize(
    ("heading", "office"),
    [
        ("UBND XÃ THANH MIỆN\nPHÒNG VĂN HÓA - XÃ HỘI", "UBND xã Thanh Miện"),
        ("Ủy ban nhân dân phường Tứ Minh", "UBND phường Tứ Minh"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO HẢI DƯƠNG", "Sở GD&ĐT Hải Dương"),
        ("", ""),
    ],
)
def test_the_office_is_called_what_the_plan_calls_it(heading: str, office: str) -> None:
    assert text(f"{YEAR}\n{ROWS}", heading=heading).office == office


# --- problems


def test_every_bad_row_is_named_and_the_good_ones_stay() -> None:
    plan = text(
        "STT\tTên trường\tCấp học\tTháng ĐGN\n"
        "1\tTH Tứ Cường\tTH\t11/2017\n"
        "2\tTH Phạm Kha\tTH\t13/2017\n"
        "3\tTH Hồng Quang\tTH\tsau Tết\n"
        "4\tTH Diên Hồng\tTH\t10/2018\n"
        "5\tHùng Sơn\t\t11/2017\n"
        "6\t\tTH\t11/2017\n"
        "7\tTHCS Lam Sơn\tTH\t3/2018\n"
        "8\tMN Đoàn Kết\tMN\t11/2017\n"
        "9\tTrường Mầm non ĐOÀN KẾT\tMN\t12/2017\n"
        "10\tTHCS Lê Hồng\tTHCS\t10-11/2017"
    )
    assert months(plan) == {"TH Tứ Cường": "2017-11"}
    assert plan.problems == (
        "Dòng 2 (TH Phạm Kha): tháng “13/2017” không có trong lịch (chỉ từ 1 đến 12); thầy/cô sửa lại tháng.",
        "Dòng 3 (TH Hồng Quang): không đọc được tháng “sau Tết”; thầy/cô ghi dạng tháng/năm, ví dụ 11/2017.",
        "Dòng 4 (TH Diên Hồng): tháng “10/2018” nằm ngoài năm học 2017-2018 (từ 8/2017 đến 8/2018); thầy/cô sửa lại.",
        "Dòng 5 (Hùng Sơn): không rõ cấp học; thầy/cô ghi MN, TH hoặc THCS trước tên, ví dụ TH Tứ Cường.",
        "Dòng 6: thiếu tên trường (ô tháng ghi “11/2017”); thầy/cô điền tên trường hoặc xóa dòng này.",
        "Dòng 7 (THCS Lam Sơn): tên trường là THCS nhưng cột cấp học ghi “TH”; thầy/cô sửa cho hai ô khớp nhau.",
        "Dòng 10 (THCS Lê Hồng): ghi nhiều tháng “10-11/2017”; mỗi trường một tháng, thầy/cô chọn một.",
        "Dòng 8 và 9 (MN Đoàn Kết): trường ghi 2 lần với các tháng khác nhau (11/2017, 12/2017);"
        " thầy/cô giữ lại một dòng.",
    )


def test_of_a_school_written_twice_alike_the_first_stays() -> None:
    plan = text("STT\tTên trường\tTháng ĐGN\n1\tTH Tứ Cường\t11/2017\n2\tTrường TH Tứ Cường\tTháng 11")
    assert plan.schools == (PlannedSchool("TH Tứ Cường", "TH", "2017-11", "", 1),)
    assert plan.problems == (
        "Dòng 1 và 2 (TH Tứ Cường): trường ghi 2 lần (cùng ghi 11/2017); thầy/cô giữ lại một dòng.",
    )


def test_schools_that_differ_by_a_tone_are_two() -> None:
    plan = text(
        "STT\tTên trường\tTháng ĐGN\n1\tTH Tân Hưng\t11/2017\n2\tTH Tân Hùng\t12/2017\n3\tMN Hoà An\t\n4\tMN Hòa An\t"
    )
    assert months(plan) == {"TH Tân Hưng": "2017-11", "TH Tân Hùng": "2017-12", "MN Hoà An": None}
    assert plan.problems == (
        "Dòng 3 và 4 (MN Hoà An): trường ghi 2 lần (cùng ghi không có tháng); thầy/cô giữ lại một dòng.",
    )


def test_a_plan_without_any_year_asks_for_one() -> None:
    plan = text("STT\tTên trường\tTháng ĐGN\n1\tTH Tứ Cường\tTháng 11\n2\tMN Đoàn Kết\t", heading="Kế hoạch")
    assert (plan.school_year, plan.report_deadline, months(plan)) == (None, None, {"MN Đoàn Kết": None})
    assert plan.problems == (
        "Tệp không ghi năm học; thầy/cô thêm một dòng, ví dụ “Năm học 2017-2018”.",
        "Dòng 1 (TH Tứ Cường): tháng “Tháng 11” chưa rõ năm; thầy/cô ghi cả năm, ví dụ 11/2017.",
    )


def test_a_formula_never_computed_is_no_empty_month() -> None:
    plan = excel(
        {"S": [[YEAR], ["STT", "Tên trường", "Tháng ĐGN"], [1, "TH Tứ Cường", "=TODAY()"], [2, "MN A", "11/2017"]]}
    )
    assert plan.problems == (
        "Dòng 1 (TH Tứ Cường): không đọc được tháng “=TODAY()”; thầy/cô ghi dạng tháng/năm, ví dụ 11/2017.",
    )


# --- files that cannot be read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600


def _with_part(content: bytes, part: str, change: object = None, new: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in old.namelist():
            data = old.read(name)
            package.writestr(name, change(data) if name == part and callable(change) else data)
        if new:
            package.writestr(part, new)
    return buffer.getvalue()


def _a_docx() -> bytes:
    return Word(YEAR).table([HEADER, ["1", "TH Tứ Cường", "11/2017", ""]]).content()


def _entities(xml: bytes) -> bytes:
    return xml.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document', 1)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kh.txt", b"", "Tệp trống"),
        ("kh.docx", b"", "Tệp trống"),
        ("kh.txt", b"\xef\xbb\xbf \n", "Tệp trống"),
        ("kh.docx", b"PK\x03\x04xxxx", "bị hỏng"),
        ("kh.xlsx", b"PK\x03\x04xxxx", "bị hỏng"),
        ("kh.docx", b"\x00\x01\x02", "bị hỏng"),
        ("kh.docx", _a_docx()[:-400], "bị hỏng"),
        ("kh.docx", _with_part(_a_docx(), "word/document.xml", _entities), "bị hỏng"),
        ("kh.docx", _with_part(_a_docx(), "word/document.xml", lambda xml: xml[:-20]), "bị hỏng"),
        ("kh.doc", OLE, ".docx"),
        ("kh.xls", OLE, ".xlsx"),
        ("kh.docx", OLE, "mật khẩu"),
        ("kh.docm", _a_docx(), "macro"),
        ("kh.docx", _with_part(_a_docx(), "word/vbaProject.bin", new=b"x"), "macro"),
        ("kh.pdf", b"%PDF-1.7", ".docx"),
        ("kh.txt", b"%PDF-1.7", ".docx"),
        ("kh.png", b"\x89PNG\r\n\x1a\n\x00", "“.png”"),
        ("kh", b"TH", "không có đuôi"),
        ("kh.txt", b"a" * (5 * 1024 * 1024 + 1), "5 MB"),
        ("kh.txt", b"\xff\xfe\xff\xff\x00", "UTF-8"),
        ("kh.txt", b"ch\xe0o \xff", "UTF-8"),
        ("kh.txt", "Kế hoạch ".encode() * 50_000, "150 trang"),
        ("kh.txt", "Xin chào thầy cô".encode(), "Không thấy bảng"),
        ("kh.docx", Word("Xin chào").content(), "Không thấy bảng"),
        ("kh.xlsx", workbook({"S": [["Xin chào"]]}), "Không thấy bảng"),
        ("kh.docx", _with_part(_a_docx(), "word/media/a.xml", new=b" " * 20_000_000), "nén quá nhiều"),
        ("kh.docx", _with_part(_a_docx(), "word/media/a.bin", new=b" " * 60_000_000), "nén quá nhiều"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_a_sentence(name: str, content: bytes, said: str) -> None:
    with pytest.raises(UnreadablePlan) as refusal:
        read_plan(name, content)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_merge_over_a_whole_sheet_is_refused_before_it_is_opened() -> None:
    content = workbook({"S": [["STT", "Tên trường"], [1, "TH A"]]}, merged=["A1:B1"])
    huge = _with_part(content, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'"A1:B1"', b'"A1:XFD1048576"'))
    with pytest.raises(UnreadablePlan, match="ô gộp quá lớn"):
        read_plan("kh.xlsx", huge)


@pytest.mark.parametrize("written", ["", "-", "–", "—", "- -", "...", "/", "0", "không", "Không ĐGN", "chưa đăng ký"])
def test_a_school_without_a_month_is_not_reviewed_this_year(written: str) -> None:
    plan = text(f"STT\tTên trường\tTháng ĐGN\n1\tTH Tứ Cường\t11/2017\n2\tMN Đoàn Kết\t{written}")
    assert (months(plan), plan.problems) == ({"TH Tứ Cường": "2017-11", "MN Đoàn Kết": None}, ())


def communes(plan: Plan) -> dict[str, str]:
    return {school.name: school.commune for school in plan.schools}


@pytest.mark.parametrize("heading", ["Xã", "Xã/phường", "Thuộc xã", "Địa bàn"])
def test_a_column_may_name_the_communes(heading: str) -> None:
    rows = [
        [YEAR],
        ["STT", heading, "Tên trường", "Tháng đánh giá ngoài"],
        [1, "xã Thanh Miện", "TH Tứ Cường", "11/2017"],
        [2, None, "MN Đoàn Kết", "12/2017"],
        [3, "-", "THCS Lam Sơn", "không"],
    ]
    plan = excel({"KH": rows}, merged=["B3:B4"])
    assert communes(plan) == {"TH Tứ Cường": "Xã Thanh Miện", "MN Đoàn Kết": "Xã Thanh Miện", "THCS Lam Sơn": ""}
    assert months(plan) == {"TH Tứ Cường": "2017-11", "MN Đoàn Kết": "2017-12", "THCS Lam Sơn": None}


def test_communes_may_stand_as_rows_over_their_schools() -> None:
    rows = [
        HEADER,
        ["I", "Xã Thanh Miện", "", ""],
        ["1", "TH Tứ Cường", "11/2017", ""],
        ["II", "PHƯỜNG HẢI TÂN (2 trường)", "", ""],
        ["2", "MN Đoàn Kết", "12/2017", ""],
        ["3", "THCS Lam Sơn", "3/2018", ""],
    ]
    assert communes(Word(YEAR).table(rows).plan()) == {
        "TH Tứ Cường": "Xã Thanh Miện",
        "MN Đoàn Kết": "Phường Hải Tân",
        "THCS Lam Sơn": "Phường Hải Tân",
    }


@pytest.mark.parametrize(
    "written", ["T11/2017", "Tháng 11 năm 2017", "11/2017", "11-2017", "tháng 11", "T11", "15/11/2017"]
)
def test_a_month_may_be_written_in_many_ways(written: str) -> None:
    assert months(Word(YEAR).table([HEADER, ["1", "Trường TH Tứ Cường", written, ""]]).plan()) == {
        "TH Tứ Cường": "2017-11"
    }
