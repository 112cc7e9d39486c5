"""One file of circulars is read as written; a bad one is refused by its line, saying what to do."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest

from knowledge.catalogue import RatingRule
from knowledge.circular_file import read_circular
from knowledge.errors import BadKnowledge

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """---
circular: tt1-2001
number: 1/2001/TT-BGDĐT
levels: [TH, THCS]
issued: 2001-02-03
effective: 2001-04-05
generation: 2012
rating: share 50 60 75
compulsory: unknown
verified: true
source: văn bản gốc
standards: 2
criteria: 3
indicators: 5
---
# Tiêu chuẩn 1. Tổ chức
Gọi tắt: Tổ chức
Hỏi bằng: quản lý; tổ chức

## 1.1 Bộ máy của trường
Gọi tắt: Bộ máy
Tin cậy: cao
Hỏi bằng: ban giám hiệu; hội đồng
a) Có hiệu trưởng
b) Có tổ
Minh chứng:
- Quyết định
- Biên bản

## 1.2 Lớp học
Gọi tắt: Lớp học
Tin cậy: vừa
Hỏi bằng: sĩ số
Lưu ý: sĩ số cần đối chiếu
a) Đủ lớp
Minh chứng:
- Danh sách

# Tiêu chuẩn 2. Thư viện
Gọi tắt: Sách và thư viện
Hỏi bằng: sách

## 2.1 Thư viện
Gọi tắt: Thư viện
Tin cậy: thấp
Hỏi bằng: tủ sách
a) Có sách
b) Có báo
Minh chứng:
- Sổ
"""
"""A small file with everything in it; the bad ones below differ from it in one place."""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "tt1-2001-th.md"
    path.write_bytes(text.encode())
    return path


def line_of(text: str, start: str) -> int:
    """Find the only line that starts with *start*."""
    (number,) = (number for number, line in enumerate(text.split("\n"), start=1) if line.startswith(start))
    return number


def test_reads_the_head(tmp_path: Path) -> None:
    framework = read_circular(written(tmp_path, GOOD))
    actual = (framework.id, framework.circular, framework.number, framework.levels, framework.issued)
    assert actual == ("tt1-2001/th", "tt1-2001", "1/2001/TT-BGDĐT", ("TH", "THCS"), date(2001, 2, 3))
    assert (framework.effective, framework.verified, framework.source) == (date(2001, 4, 5), True, "văn bản gốc")
    assert (framework.replaced_by, framework.replaced_on) == (None, None)
    assert (framework.generation, framework.amended_by, framework.amended_on) == (2012, None, None)
    assert framework.rating == RatingRule("share", (50, 60, 75), None, 0)


def test_reads_what_replaces_it(tmp_path: Path) -> None:
    text = GOOD.replace("verified:", "replaced_by: 2/2002/TT-BGDĐT\nreplaced_on: 2002-01-02\nverified:")
    framework = read_circular(written(tmp_path, text))
    assert (framework.replaced_by, framework.replaced_on) == ("2/2002/TT-BGDĐT", date(2002, 1, 2))


def test_reads_the_parts(tmp_path: Path) -> None:
    framework = read_circular(written(tmp_path, GOOD))
    first, second = framework.standards
    assert (first.id, first.number, first.title, first.short) == ("tt1-2001/th/1", 1, "Tổ chức", "Tổ chức")
    assert (first.asked_as, [c.number for c in second.criteria]) == (("quản lý", "tổ chức"), ["2.1"])
    one, two = first.criteria
    assert (one.id, one.title, one.short, one.note) == ("tt1-2001/th/1.1", "Bộ máy của trường", "Bộ máy", "")
    assert (one.evidence, one.asked_as) == (("Quyết định", "Biên bản"), ("ban giám hiệu", "hội đồng"))
    assert [(i.id, i.letter, i.text) for i in one.indicators] == [
        ("tt1-2001/th/1.1/a", "a", "Có hiệu trưởng"),
        ("tt1-2001/th/1.1/b", "b", "Có tổ"),
    ]
    assert two.note == "sĩ số cần đối chiếu"
    assert [c.confidence for c in framework.criteria] == ["high", "medium", "low"]


@pytest.mark.parametrize(
    "saved",
    [
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        unicodedata.normalize("NFD", GOOD),
        GOOD.replace("Gọi tắt: Lớp học", "Gọi tắt: Lớp học  "),
        GOOD.rstrip("\n"),
    ],
    ids=["windows line ends", "byte order mark", "decomposed letters", "trailing blanks", "no last line end"],
)
def test_reads_what_other_editors_save(tmp_path: Path, saved: str) -> None:
    assert read_circular(written(tmp_path, saved)) == read_circular(written(tmp_path, GOOD))


# What is changed in the good file, where the fault is then (the text there, or its line), and what it is about
BAD: dict[str, tuple[str, str, str | int, str]] = {
    "an unknown line": ("a) Đủ lớp", "Ghi chú: đủ lớp", "Ghi chú", "Không hiểu dòng này"),
    "a field without its tones": ("Tin cậy: vừa", "Tin cay: vừa", "Tin cay", "Không hiểu dòng này"),
    "an empty field": ("Gọi tắt: Bộ máy", "Gọi tắt:", "Gọi tắt:\n", "Không hiểu dòng này"),
    "evidence beside its label": ("Minh chứng:\n- Sổ", "Minh chứng: Sổ", "Minh chứng: Sổ", "Không hiểu dòng này"),
    "an item outside a list": ("a) Đủ lớp", "- Đủ lớp", "- Đủ lớp", "Không hiểu dòng này"),
    "text before the first heading": ("# Tiêu chuẩn 1. Tổ chức\n", "", "Gọi tắt: Tổ chức", "Trước dòng này"),
    "a malformed standard": ("# Tiêu chuẩn 2. Thư", "# Tiêu chuẩn 2: Thư", "# Tiêu chuẩn 2: Thư", "Đề mục"),
    "a malformed criterion": ("## 1.2 Lớp", "## 1,2 Lớp", "## 1,2", "Đề mục"),
    "a criterion out of order": ("## 1.2 Lớp", "## 1.3 Lớp", "## 1.3", "ở đây phải là “## 1.2 ”"),
    "a criterion of another standard": ("## 2.1 Thư", "## 3.1 Thư", "## 3.1", "ở đây phải là “## 2.1 ”"),
    "a criterion twice": ("## 1.2 Lớp", "## 1.1 Lớp", "## 1.1 Lớp", "Tiêu chí 1.1 đã có ở dòng 20"),
    "a standard twice": ("# Tiêu chuẩn 2.", "# Tiêu chuẩn 1.", "# Tiêu chuẩn 1. Thư", "đã có ở dòng 16"),
    "a standard missing": ("# Tiêu chuẩn 2.", "# Tiêu chuẩn 3.", "# Tiêu chuẩn 3.", "“# Tiêu chuẩn 2. ”"),
    "no first standard": ("# Tiêu chuẩn 1. Tổ chức", "## 1.9 Tổ chức", "## 1.9", "“# Tiêu chuẩn 1. ”"),
    "an indicator skipped": ("b) Có báo", "c) Có báo", "c) Có báo", "phải là chỉ số “b)”"),
    "an indicator twice": ("b) Có tổ", "a) Có tổ", "a) Có tổ", "phải là chỉ số “b)”"),
    "an indicator under a standard": ("Hỏi bằng: sách", "a) Sách", "a) Sách", "Chỉ số phải đứng dưới một tiêu chí"),
    "a confidence under a standard": ("Hỏi bằng: sách", "Tin cậy: cao", 41, "không đứng dưới tiêu chuẩn"),
    "a field twice": ("Lưu ý: sĩ số", "Tin cậy: cao\nLưu ý: sĩ số", "Tin cậy: cao\nLưu ý", "đã có ở dòng 32"),
    "a short title too long": ("Gọi tắt: Lớp học", "Gọi tắt: " + "ố" * 41, "Gọi tắt: ố", "dài 41 ký tự"),
    "a short title used twice": ("Gọi tắt: Lớp học", "Gọi tắt: Tổ chức", 31, "đã dùng cho Tiêu chuẩn 1"),
    "no short title": ("Gọi tắt: Lớp học\n", "", "## 1.2", "thiếu dòng “Gọi tắt: ...”"),
    "a strange confidence": ("Tin cậy: vừa", "Tin cậy: chắc", "Tin cậy: chắc", "cao, vừa, thấp"),
    "no confidence": ("Tin cậy: vừa\n", "", "## 1.2", "thiếu dòng “Tin cậy: ...”"),
    "nothing to ask by": ("Hỏi bằng: sĩ số\n", "", "## 1.2", "thiếu dòng “Hỏi bằng: ...”"),
    "only semicolons to ask by": ("Hỏi bằng: sĩ số", "Hỏi bằng: ; ;", "Hỏi bằng: ;", "chưa có cụm từ nào"),
    "a standard without criteria": (GOOD[GOOD.index("## 2.1") :], "", "# Tiêu chuẩn 2", "chưa có tiêu chí nào"),
    "no indicators": ("a) Đủ lớp\n", "", "## 1.2", "chưa có yêu cầu nào"),
    "no evidence": ("Minh chứng:\n- Danh sách\n", "", "## 1.2", "chưa có minh chứng"),
    "an empty list of evidence": ("- Danh sách\n", "", 36, "chưa có dòng nào"),
    "a wrong count of standards": ("standards: 2", "standards: 3", "standards", "3 tiêu chuẩn nhưng tệp có 2"),
    "a wrong count of criteria": ("criteria: 3", "criteria: 4", "criteria", "4 tiêu chí nhưng tệp có 3"),
    "a wrong count of indicators": ("indicators: 5", "indicators: 6", "indicators", "6 chỉ số nhưng tệp có 5"),
    "no front matter": ("---\ncircular", "circular", "circular", "phần khai báo"),
    "an open front matter": ("indicators: 5\n---", "indicators: 5", "---", "phần khai báo"),
    "a colon inside a value": ("source: văn bản gốc", "source: theo: sách", "source", "Không đọc được"),
    "a day that is none": ("issued: 2001-02-03", "issued: 2001-13-03", "issued", "Không đọc được"),
    "a day in another style": ("issued: 2001-02-03", "issued: 3/2/2001", "issued", "một ngày viết như"),
    "front matter that is no field": ("source: văn bản gốc", "văn bản gốc", "văn bản", "“tên: giá trị”"),
    "an unknown front field": ("verified: true", "verifed: true", "verifed", "Không có mục “verifed”"),
    "a front field twice": ("criteria: 3", "standards: 2", 13, "đã có ở dòng 12"),
    "an empty front field": ("source: văn bản gốc", "source:", "source", "“source” phải là"),
    "an unknown level": ("levels: [TH, THCS]", "levels: [TH, cấp 2]", "levels", "MN, TH, THCS"),
    "a level twice": ("levels: [TH, THCS]", "levels: [TH, TH]", "levels", "mỗi cấp một lần"),
    "no level": ("levels: [TH, THCS]", "levels: []", "levels", "“levels” phải là"),
    "a code with capitals": ("circular: tt1-2001", "circular: TT1/2001", "circular", "“circular” phải là"),
    "a count that is yes": ("standards: 2", "standards: true", "standards", "“standards” phải là"),
    "verified in words": ("verified: true", "verified: chưa", "verified", "“verified” phải là"),
}


@pytest.mark.parametrize(("old", "new", "where", "about"), BAD.values(), ids=BAD.keys())
def test_refuses(tmp_path: Path, old: str, new: str, where: str | int, about: str) -> None:
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    with pytest.raises(BadKnowledge) as refused:
        read_circular(written(tmp_path, text))
    line = where if isinstance(where, int) else text[: text.index(where)].count("\n") + 1
    assert (refused.value.file, refused.value.line) == ("tt1-2001-th.md", line)
    assert about in refused.value.fault
    assert str(refused.value) == f"tt1-2001-th.md, dòng {line}: {refused.value.fault}"


REQUIRED_FIELDS = [line.split(":")[0] for line in GOOD.split("---")[1].strip().split("\n")]


@pytest.mark.parametrize("name", REQUIRED_FIELDS)
def test_refuses_a_head_without(tmp_path: Path, name: str) -> None:
    kept = [line for line in GOOD.split("\n") if not line.startswith(f"{name}:")]
    with pytest.raises(BadKnowledge, match=f"thiếu “{name}”") as refused:
        read_circular(written(tmp_path, "\n".join(kept)))
    assert refused.value.line == 1


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"], ids=["no bytes", "blank lines", "only a mark"])
def test_refuses_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rong.md"
    path.write_bytes(content)
    with pytest.raises(BadKnowledge, match=r"rong\.md, dòng 1: Tệp trống"):
        read_circular(path)


def test_refuses_another_encoding_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "cu.md"
    path.write_bytes(GOOD.encode().replace("Đủ lớp".encode(), "Đủ lớp".encode("utf-16-le")))
    with pytest.raises(BadKnowledge, match="UTF-8") as refused:
        read_circular(path)
    assert refused.value.line == line_of(GOOD, "a) Đủ lớp")
