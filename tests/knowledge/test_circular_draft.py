"""An official text in Word becomes a draft that says what it is not sure of, and is no good before a person looked."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import docx
import pytest

from knowledge.circular_draft import draft_circular
from knowledge.circular_file import read_circular
from knowledge.errors import BadKnowledge
from knowledge.plan_model import UnreadablePlan

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.catalogue import Framework
    from knowledge.circular_draft import Draft

TO_REVIEW = "# KIỂM TRA: "
FRONT = (
    "BỘ GIÁO DỤC VÀ ĐÀO TẠO",
    "Số: 7/2030/TT-BGDĐT",
    "Hà Nội, ngày 5 tháng 6 năm 2030",
    "Thông tư ban hành quy định về đánh giá trường tiểu học",
    "Căn cứ Thông tư số 57/2026/TT-BGDĐT;",
)
BODY = (
    "Chương II. CÁC TIÊU CHUẨN",
    "Điều 7. Tiêu chuẩn 1: Tổ chức và quản lý",
    "1. Tiêu chí 1.1: Bộ máy của trường",
    "Mức 1",
    "a) Có hiệu trưởng;",
    "b) Có các tổ, gồm:",
    "- tổ chuyên môn;",
    "- tổ văn phòng.",
    "Mức 2",
    "Bộ máy làm việc hiệu quả.",
    "Minh chứng:",
    "- Quyết định bổ nhiệm",
    "2. Tiêu chí 1.2: Lớp học",
    "Mức 1: Đủ lớp",
    "Gợi ý minh chứng",
    "- Danh sách lớp",
    "Điều 8. Tiêu chuẩn 2: Thư viện",
    "Tiêu chí 1. Sách",
    "Mức 1",
    "a) Có sách",
    "b) Có báo",
    "Các minh chứng:",
    "- Sổ thư viện",
    "Dữ liệu định lượng:",
    "- Số sách",
    "Điều 9. Tổ chức thực hiện",
    "Sở Giáo dục và Đào tạo chịu trách nhiệm.",
)
BACK = ("Điều 30. Thông tư này có hiệu lực thi hành kể từ ngày 20 tháng 7 năm 2030.",)


def word(*paragraphs: str, table: list[list[str]] | None = None, merged: int | None = None) -> bytes:
    """Write a Word file: paragraphs, then a table with the row *merged* as one cell."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for at, row in enumerate(table):
            for column, text in enumerate(row):
                made.cell(at, column).text = text
        if merged is not None:
            text = table[merged][0]
            made.cell(merged, 0).merge(made.cell(merged, len(table[0]) - 1)).text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def drafted(*paragraphs: str) -> Draft:
    return draft_circular("tt7.docx", word(*paragraphs))


def doubts(draft: Draft) -> list[str]:
    return [line.removeprefix(TO_REVIEW) for line in draft.text.split("\n") if line.startswith(TO_REVIEW)]


def settled(draft: Draft, *missing: str) -> str:
    """Do as a person would who agrees with everything: drop the doubts, add what is *missing* to the head."""
    kept = [line for line in draft.text.split("\n") if not line.startswith(TO_REVIEW)]
    return "\n".join([kept[0], *missing, *kept[1:]])


def read(tmp_path: Path, text: str) -> Framework:
    path = tmp_path / "tt7-2030-th.md"
    path.write_text(text, encoding="utf-8")
    return read_circular(path)


def test_a_draft_holds_what_the_text_says(tmp_path: Path) -> None:
    draft = drafted(*FRONT, *BODY, *BACK)
    found = read(tmp_path, settled(draft, "rating: every").replace("compulsory: unknown", "compulsory: none"))
    assert (found.id, found.number, found.levels) == ("tt7-2030/th", "7/2030/TT-BGDĐT", ("TH",))
    assert (found.issued, found.effective, found.generation) == (date(2030, 6, 5), date(2030, 7, 20), 2026)
    assert (found.verified, "tt7.docx" in found.source) == (False, True)
    assert [(s.title, [c.number for c in s.criteria]) for s in found.standards] == [
        ("Tổ chức và quản lý", ["1.1", "1.2"]),
        ("Thư viện", ["2.1"]),
    ]
    assert [(i.id.removeprefix("tt7-2030/th/"), i.text) for c in found.criteria for i in c.indicators] == [
        ("1.1/a", "Có hiệu trưởng"),
        ("1.1/b", "Có các tổ, gồm:\n- tổ chuyên môn\n- tổ văn phòng"),
        ("1.1/m2", "Bộ máy làm việc hiệu quả"),
        ("1.2/m1", "Đủ lớp"),
        ("2.1/a", "Có sách"),
        ("2.1/b", "Có báo"),
    ]
    assert [c.evidence for c in found.criteria] == [("Quyết định bổ nhiệm",), ("Danh sách lớp",), ("Sổ thư viện",)]
    assert found.criteria[2].quantitative == ("Số sách",)
    assert (draft.standards, draft.criteria, draft.requirements) == (2, 3, 6)


def test_a_draft_is_refused_until_its_doubts_are_settled(tmp_path: Path) -> None:
    draft = drafted(*FRONT, *BODY, *BACK)
    assert draft.doubts == len(doubts(draft)) > 0
    with pytest.raises(BadKnowledge, match="KIỂM TRA") as refused:
        read(tmp_path, draft.text)
    lines = draft.text.split("\n")
    assert refused.value.line == 1 + next(n for n, line in enumerate(lines) if line.startswith(TO_REVIEW))


def test_one_doubt_left_is_enough_to_refuse(tmp_path: Path) -> None:
    text = settled(drafted(*FRONT, *BODY, *BACK), "rating: every").replace("unknown", "none")
    with pytest.raises(BadKnowledge, match="chưa rõ") as refused:
        read(tmp_path, f"{text}\n  # Kiểm tra: chưa rõ\n")
    assert refused.value.line == text.count("\n") + 2


def test_a_draft_never_says_how_a_school_is_rated() -> None:
    draft = drafted(*FRONT, *BODY, *BACK)
    assert re.findall(r"^(?:rating|compulsory): .*", draft.text, re.MULTILINE) == ["compulsory: unknown"]
    assert any("“rating: ...”" in doubt for doubt in doubts(draft))


@pytest.mark.parametrize(
    ("left_out", "name"),
    [("Số: 7", "number"), ("Hà Nội", "issued"), ("Điều 30", "effective"), ("Thông tư ban hành", "levels")],
)
def test_a_field_that_the_text_does_not_have_is_asked_for(left_out: str, name: str) -> None:
    whole = (*FRONT[:-1], *BODY, *BACK)
    draft = drafted(*(line for line in whole if not line.startswith(left_out)))
    assert f"\n{name}: " not in draft.text
    assert any(f"“{name}: ...”" in doubt for doubt in doubts(draft))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Thông tư này có hiệu lực kể từ ngày 21/7/2030.", "effective"),
        ("Số: 8/2030/TT-BGDĐT", "number"),
        ("Hải Dương, ngày 6 tháng 6 năm 2030", "issued"),
    ],
)
def test_two_different_answers_are_a_doubt(line: str, name: str) -> None:
    assert f"\n{name}: " not in drafted(line, *FRONT, *BODY, *BACK).text


def test_a_day_that_is_none_is_a_doubt() -> None:
    draft = drafted(*FRONT, *BODY, "Thông tư có hiệu lực thi hành kể từ ngày 31/02/2030.")
    assert "\neffective: " not in draft.text


def test_a_number_without_its_line_is_only_a_proposal() -> None:
    draft = drafted("Thông tư 7/2030/TT-BGDĐT về trường mầm non", *BODY)
    assert any("đối chiếu" in doubt and "số hiệu" in doubt for doubt in doubts(draft))
    assert "\nnumber: 7/2030/TT-BGDĐT" in draft.text


CRITERION = ("Tiêu chuẩn 1: Tổ chức", "Tiêu chí 1.1: Bộ máy", "Mức 1")


@pytest.mark.parametrize(
    ("lines", "about"),
    [
        ((*CRITERION, "a) Một", "c) Ba"), "văn bản ghi “c)”, ở đây phải ghi “b)”"),
        ((*CRITERION, "a) Một", "Và thêm nữa"), "nối với yêu cầu ở trên"),
        ((*CRITERION, "a) Một", "- thêm"), "nối với yêu cầu ở trên"),
        ((*CRITERION, "Trường:", "a) Một"), "đứng trước điểm a"),
        ((*CRITERION, "Một", "Hai"), "một yêu cầu riêng"),
        (CRITERION, "chưa đọc được yêu cầu nào"),
        ((*CRITERION[:2], "Trường có bộ máy"), "chưa rõ “Trường có bộ máy” là điểm nào"),
        ((*CRITERION, "a) Một", "Tiêu chuẩn 2: Sách", "Lời dẫn"), "chưa xếp được dòng “Lời dẫn”"),
        ((*CRITERION, "a) Một", "Tiêu chí 2.1: Sách"), "chưa xếp được dòng “Tiêu chí 2.1. Sách”"),
        ((*CRITERION, "a) Một", "Tiêu chí 1.1: Tổ"), "chỗ khác trong văn bản ghi tên là “Tổ”"),
        ((*CRITERION, "a) Một", "Minh chứng", "- Sổ", "Nơi nhận"), "chưa xếp được dòng “Nơi nhận”"),
        ((*CRITERION, "a) Một"), "không ghi minh chứng"),
        ((CRITERION[0], "1. Bộ máy", "a) Một"), "không ghi chữ “Tiêu chí”"),
        ((CRITERION[0], "Tiêu chí 1.1: " + "Bộ máy " * 7, "a) Một"), "Gọi tắt"),
        ((*CRITERION, "a) Một", "Điều 22. Đánh giá trường Mức 4", "1. Vượt trội"), "“1. Vượt trội”"),
    ],
)
def test_what_it_is_not_sure_of_is_said(lines: tuple[str, ...], about: str) -> None:
    assert [doubt for doubt in doubts(drafted(*lines)) if about in doubt] != []


def test_levels_in_sections_of_their_own_come_together() -> None:
    """The circulars of 2018 go through all standards once for every level."""
    draft = drafted(
        "Mục 1. TIÊU CHUẨN ĐÁNH GIÁ TRƯỜNG TIỂU HỌC MỨC 1",
        "Điều 7. Tiêu chuẩn 1: Tổ chức",
        "1. Tiêu chí 1.1: Bộ máy",
        "a) Có hiệu trưởng",
        "Mục 2. TIÊU CHUẨN ĐÁNH GIÁ TRƯỜNG TIỂU HỌC MỨC 2",
        "Điều 12. Tiêu chuẩn 1: Tổ chức",
        "1. Tiêu chí 1.1: Bộ máy",
        "Hiệu quả",
    )
    criterion = draft.text[draft.text.index("## 1.1") :]
    assert [line for line in criterion.split("\n") if line.startswith(("##", "a)", "- "))] == [
        "## 1.1 Bộ máy",
        "### Mức 1",
        "a) Có hiệu trưởng",
        "### Mức 2",
        "- Hiệu quả",
    ]


APPENDIX = [
    ["TT", "Tiêu chí", "Mức 1", "Mức 2", "Gợi ý minh chứng", "Phụ trách"],
    ["Tiêu chuẩn 1. Tổ chức", "", "", "", "", ""],
    ["1", "Tiêu chí 1.1. Bộ máy", "a) Có hiệu trưởng;\nb) Có tổ.", "Hiệu quả.", "- Quyết định;\n- Biên bản.", "x"],
    ["2", "1.2. Lớp học", "- Đủ lớp\n- Đủ bàn", "a) Đẹp\nb) Sáng", "Danh sách", ""],
    ["3", "Ghi chú", "xem trên", "", "", ""],
]


def test_an_appendix_in_a_table_is_read_by_its_columns(tmp_path: Path) -> None:
    draft = draft_circular("tt7.docx", word(*FRONT, *BACK, table=APPENDIX, merged=1))
    found = read(tmp_path, settled(draft, "rating: every").replace("unknown", "none"))
    assert [[i.letter for i in c.indicators] for c in found.criteria] == [
        ["a", "b", "m2"],
        ["m1.1", "m1.2", "m2.a", "m2.b"],
    ]
    assert [c.evidence for c in found.criteria] == [("Quyết định", "Biên bản"), ("Danh sách",)]
    said = doubts(draft)
    assert any("cột “Phụ trách”" in doubt for doubt in said)
    assert any("Ghi chú | xem trên" in doubt for doubt in said)


def test_several_appendices_are_not_mixed() -> None:
    one = ("Tiêu chuẩn 1: Tổ chức", "Tiêu chí 1.1: Bộ máy", "a) Một")
    with pytest.raises(UnreadablePlan, match="2 phụ lục"):
        drafted("Phụ lục I", *one, "Phụ lục II", *one)


def test_a_text_without_standards_is_no_circular() -> None:
    with pytest.raises(UnreadablePlan, match="Tiêu chuẩn 1"):
        drafted("Kế hoạch năm học", "Tiêu chuẩn đánh giá")


def with_part(name: str, content: bytes) -> bytes:
    buffer = io.BytesIO(word(*BODY))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("tt7.doc", word(*BODY), ".docx"),
        ("tt7.txt", "\n".join(BODY).encode(), ".docx"),
        ("tt7.docx", b"", "trống"),
        ("tt7.docx", b"PK\x03\x04 broken", "hỏng"),
        ("tt7.docx", with_part("word/vbaProject.bin", b"x"), "macro"),
        ("tt7.docx", with_part("word/media/a.bin", b" " * 60_000_000), "nén quá nhiều"),
        ("tt7.docx", word(*BODY) + b"\x00" * 6_000_000, "MB"),
    ],
    ids=["old Word", "text", "empty", "broken", "macros", "bomb", "too big"],
)
def test_a_file_that_is_not_safe_is_refused(name: str, content: bytes, why: str) -> None:
    with pytest.raises(UnreadablePlan, match=why):
        draft_circular(name, content)
