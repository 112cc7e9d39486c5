"""The circulars of 2018 and 2026 are read with their levels, and refused where these cannot be right."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from knowledge import circular_file
from knowledge.catalogue import RatingRule
from knowledge.circular_file import read_circular
from knowledge.errors import BadKnowledge
from knowledge.library import load

if TYPE_CHECKING:
    from knowledge.catalogue import Framework

FOLDER = Path(circular_file.__file__).parent / "circulars"

GOOD = """---
circular: tt2-2002
number: 2/2002/TT-BGDĐT
part: pt
levels: [TH, THCS]
issued: 2002-02-03
effective: 2002-04-05
amended_by: 3/2003/TT-BGDĐT
amended_on: 2003-01-02
generation: 2018
rating: every
compulsory: none
verified: false
source: bản công khai
standards: 1
criteria: 2
indicators: 12
level_requirements: 6
---
# Tiêu chuẩn 1. Tổ chức
Gọi tắt: Tổ chức
Hỏi bằng: quản lý; tổ chức

## 1.1 Bộ máy của trường
Gọi tắt: Bộ máy
Tin cậy: cao
Hỏi bằng: ban giám hiệu
Thay đổi: đổi tên tiêu chí
### Mức 1
a) Có hiệu trưởng
b) Có tổ
### Mức 2
a) Có tổ trưởng
b) Có tổ phó
### Mức 4
- Có chuyên gia
Minh chứng:
- Quyết định
Dữ liệu định lượng:
- Số tổ
- Tỷ lệ tổ trưởng

## 1.2 Lớp học
Gọi tắt: Lớp học
Tin cậy: vừa
Hỏi bằng: sĩ số
Lưu ý: sĩ số cần đối chiếu
### Mức 1
- Đủ lớp
### Mức 2
- Đủ bàn
- Đủ ghế
### Mức 3
a) Có quạt
b) Có đèn
c) Có rèm
d) Có tủ
Minh chứng:
- Danh sách
"""

COMPULSORY = (
    GOOD.replace("generation: 2018\nrating: every\ncompulsory: none", "generation: 2026\nrating: compulsory 1/1")
    .replace("verified", "compulsory: [1.1]\nverified")
    .replace("### Mức 4\n- Có chuyên gia\n", "")
    .replace("### Mức 3\na) Có quạt\nb) Có đèn\nc) Có rèm\nd) Có tủ\n", "")
    .replace("indicators: 12\nlevel_requirements: 6", "indicators: 7\nlevel_requirements: 4")
    .replace("Thay đổi: đổi tên tiêu chí", "Bắt buộc: có")
)


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "tt2-2002-pt.md"
    path.write_bytes(text.encode())
    return path


def test_reads_the_head(tmp_path: Path) -> None:
    framework = read_circular(written(tmp_path, GOOD))
    assert (framework.id, framework.levels, framework.generation) == ("tt2-2002/pt", ("TH", "THCS"), 2018)
    assert (framework.amended_by, framework.amended_on) == ("3/2003/TT-BGDĐT", date(2003, 1, 2))


def test_names_the_requirements_by_level_and_letter(tmp_path: Path) -> None:
    one, two = read_circular(written(tmp_path, GOOD)).criteria
    assert [(i.letter, i.level, i.text) for i in one.indicators] == [
        ("a", 1, "Có hiệu trưởng"),
        ("b", 1, "Có tổ"),
        ("m2.a", 2, "Có tổ trưởng"),
        ("m2.b", 2, "Có tổ phó"),
        ("m4", 4, "Có chuyên gia"),
    ]
    assert [i.letter for i in two.indicators] == ["m1", "m2.1", "m2.2", "m3.a", "m3.b", "m3.c", "m3.d"]
    assert [i.id for i in two.indicators][:2] == ["tt2-2002/pt/1.2/m1", "tt2-2002/pt/1.2/m2.1"]


def test_reads_several_lines_of_the_first_level_without_letters(tmp_path: Path) -> None:
    text = GOOD.replace("a) Có hiệu trưởng\nb) Có tổ\n", "- Có hiệu trưởng\n- Có tổ\n")
    one = read_circular(written(tmp_path, text)).criteria[0]
    assert [i.letter for i in one.asked_at(1)] == ["m1.1", "m1.2"]


def test_tells_the_levels_apart(tmp_path: Path) -> None:
    one, two = read_circular(written(tmp_path, GOOD)).criteria
    assert (one.levels, two.levels) == ((1, 2, 4), (1, 2, 3))
    assert [i.text for i in two.asked_at(2)] == ["Đủ bàn", "Đủ ghế"]
    assert one.asked_at(3) == ()


def test_reads_the_figures_and_the_change(tmp_path: Path) -> None:
    one, two = read_circular(written(tmp_path, GOOD)).criteria
    assert (one.quantitative, two.quantitative) == (("Số tổ", "Tỷ lệ tổ trưởng"), ())
    assert (one.evidence, two.evidence) == (("Quyết định",), ("Danh sách",))
    assert (one.amendment, two.amendment) == ("đổi tên tiêu chí", "")


def test_a_requirement_goes_on_in_lines_set_in(tmp_path: Path) -> None:
    text = GOOD.replace("a) Có hiệu trưởng\n", "a) Có ban giám hiệu\n  - hiệu trưởng\n\n   - phó hiệu trưởng\n")
    text = text.replace("- Đủ bàn\n", "- Đủ bàn\n\t- và ghế cho thầy cô\n")
    one, two = read_circular(written(tmp_path, text)).criteria
    assert one.asked_at(1)[0].text == "Có ban giám hiệu\n- hiệu trưởng\n- phó hiệu trưởng"
    assert [(i.letter, i.text) for i in two.asked_at(2)] == [
        ("m2.1", "Đủ bàn\n- và ghế cho thầy cô"),
        ("m2.2", "Đủ ghế"),
    ]


BEFORE, FROM = date(2003, 1, 1), date(2003, 1, 2)
AMENDED = (
    GOOD.replace("b) Có tổ\n", "b) [bỏ từ 2003-01-02] Có tổ\n")
    .replace("- Có chuyên gia", "- [từ 2003-01-02] Có chuyên gia")
    .replace("a) Có quạt", "a) [từ 2003-01-02] [bỏ từ 2004-01-02] Có quạt")
    .replace("Lưu ý: sĩ số", "Bỏ từ: 2004-01-02\nLưu ý: sĩ số")
    .replace("Thay đổi: đổi tên", "Viết lại từ: 2003-01-02\nThay đổi: đổi tên")
)


def test_reads_from_and_until_when_something_is_asked_for(tmp_path: Path) -> None:
    one, two = read_circular(written(tmp_path, AMENDED)).criteria
    days = {i.letter: (i.text, i.since, i.until) for i in (*one.indicators, *two.indicators)}
    assert (days["a"], days["b"]) == (("Có hiệu trưởng", None, None), ("Có tổ", None, FROM))
    assert (days["m4"], days["m3.a"]) == (("Có chuyên gia", FROM, None), ("Có quạt", FROM, date(2004, 1, 2)))
    assert (one.until, two.until) == (None, date(2004, 1, 2))
    assert (one.reworded, two.reworded) == (FROM, None)


def test_a_framework_is_read_as_of_a_day(tmp_path: Path) -> None:
    """Whatever was left out is kept beside it; the last change until then tells two readings apart."""
    whole = read_circular(written(tmp_path, AMENDED))
    read = [whole.as_of(day) for day in (BEFORE, FROM, date(2005, 1, 1))]
    assert [[one.number for one in each.criteria] for each in read] == [["1.1", "1.2"], ["1.1", "1.2"], ["1.1"]]
    assert [[one.number for one in each.left_out] for each in read] == [[], [], ["1.2"]]
    assert [each.held_since for each in (whole, *read)] == [None, date.min, FROM, date(2004, 1, 2)]


def test_a_framework_that_nothing_changed_is_the_same_on_every_day(tmp_path: Path) -> None:
    whole = read_circular(written(tmp_path, GOOD))
    assert whole.as_of(date(2030, 1, 1)) is whole


@pytest.mark.parametrize(
    ("day", "letters"),
    [
        (BEFORE, {"1.1": "a b m2.a m2.b", "1.2": "m1 m2.1 m2.2 m3.b m3.c m3.d"}),
        (FROM, {"1.1": "a m2.a m2.b m4", "1.2": "m1 m2.1 m2.2 m3.a m3.b m3.c m3.d"}),
        (date(2004, 1, 1), {"1.1": "a m2.a m2.b m4", "1.2": "m1 m2.1 m2.2 m3.a m3.b m3.c m3.d"}),
        (date(2004, 1, 2), {"1.1": "a m2.a m2.b m4"}),
    ],
)
def test_gives_what_holds_on_a_day(tmp_path: Path, day: date, letters: dict[str, str]) -> None:
    found = read_circular(written(tmp_path, AMENDED))
    assert {c.number: " ".join(i.letter for i in c.indicators) for c in found.as_of(day).criteria} == letters
    assert found.left_out_since(day) == {"1.1", "1.2"} - set(letters)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (GOOD, RatingRule("every", (), (), 0)),
        (GOOD.replace("compulsory: none", "compulsory: unknown"), RatingRule("every", (), None, 0)),
        (GOOD.replace("rating: every", "rating: share 5 10 99"), RatingRule("share", (5, 10, 99), (), 0)),
        (COMPULSORY, RatingRule("compulsory", (), ("1.1",), 1)),
        (
            COMPULSORY.replace("compulsory: [1.1]", "compulsory: unknown").replace("Bắt buộc: có\n", ""),
            RatingRule("compulsory", (), None, 1),
        ),
    ],
    ids=["every", "every, not known", "shares", "compulsory", "compulsory, not known"],
)
def test_reads_the_rule_of_rating(tmp_path: Path, text: str, rule: RatingRule) -> None:
    assert read_circular(written(tmp_path, text)).rating == rule


def test_keeps_the_tenth_criterion_apart_from_the_first(tmp_path: Path) -> None:
    more = "".join(
        f"\n## 1.{n} Lớp {n}\nGọi tắt: Lớp {n}\nTin cậy: cao\nHỏi bằng: lớp {n}\n### Mức 1\n- Đủ\n"
        + ("Bắt buộc: có\n" if n == 10 else "")
        + "Minh chứng:\n- Sổ\n"
        for n in range(3, 11)
    )
    text = COMPULSORY.replace("[1.1]", "[1.1, 1.10]").replace("rating: compulsory 1/1", "rating: compulsory 5/8")
    text = text.replace("criteria: 2", "criteria: 10").replace("indicators: 7", "indicators: 15")
    text = text.replace("level_requirements: 4", "level_requirements: 12") + more
    assert read_circular(written(tmp_path, text)).rating.compulsory == ("1.1", "1.10")


# What is changed in the good file, the text where the fault is then (or its line), and what it is about
BAD: dict[str, tuple[str, str, str | int, str]] = {
    "levels out of order": ("### Mức 4\n", "### Mức 1\n", 35, "Mức 1 đứng sau mức 2"),
    "a level twice": ("### Mức 4\n", "### Mức 2\n", 35, "Mức 2 đứng sau mức 2"),
    "no first level": ("### Mức 1\na)", "### Mức 2\na)", 29, "phải là “### Mức 1”"),
    "a malformed level": ("### Mức 4", "### Mức bốn", "### Mức bốn", "“### Mức 1”"),
    "a level that is none": ("### Mức 4", "### Mức 5", "### Mức 5", "chỉ có đến Mức 4"),
    "an empty level": ("- Có chuyên gia\n", "", "### Mức 4", "Mức 4 chưa có yêu cầu"),
    "a level under a standard": ("Hỏi bằng: quản lý", "### Mức 1\nHỏi bằng: quản lý", 22, "dưới một tiêu chí"),
    "a level before everything": ("# Tiêu chuẩn 1. Tổ chức\n", "### Mức 1\n", 20, "Đề mục"),
    "a requirement without a level": ("### Mức 1\na) Có hiệu", "a) Có hiệu", 31, "phải đứng trước mọi yêu cầu"),
    "an item without a level": ("### Mức 1\n- Đủ lớp", "- Đủ lớp", "- Đủ lớp", "Không hiểu dòng này"),
    "letters beside none": ("- Đủ ghế", "a) Đủ ghế", "a) Đủ ghế", "Trong một mức"),
    "a letter skipped": ("b) Có tổ phó", "c) Có tổ phó", "c) Có tổ phó", "phải là chỉ số “b)”"),
    "letters after the evidence": ("- Quyết định", "- Quyết định\nb) Sai chỗ", "b) Sai chỗ", "“Minh chứng:”"),
    "figures that are none": ("- Số tổ\n- Tỷ lệ tổ trưởng\n", "", "Dữ liệu", "chưa có dòng nào"),
    "figures under a standard": ("Hỏi bằng: quản lý", "Dữ liệu định lượng:\nHỏi bằng: quản lý", 22, "một tiêu chí"),
    "evidence twice": ("- Số tổ\n", "Minh chứng:\n- Số tổ\n", 40, "đã có ở dòng 37"),
    "a change under a standard": ("Hỏi bằng: quản lý", "Thay đổi: bỏ", "Thay đổi: bỏ", "dưới tiêu chuẩn"),
    "a change twice": (
        "Thay đổi: đổi tên tiêu chí",
        "Thay đổi: một\nThay đổi: hai",
        "Thay đổi: hai",
        "đã có ở dòng 28",
    ),
    "no levels in a generation with them": (
        "### Mức 1\n- Đủ lớp\n### Mức 2\n- Đủ bàn\n- Đủ ghế\n### Mức 3\na) Có quạt",
        "a) Có quạt",
        "a) Có quạt",
        "thêm dòng “### Mức 1”",
    ),
    "levels in a generation without": ("generation: 2018", "generation: 2012", "### Mức 1", "không chia mức"),
    "levels above the generation": ("generation: 2018", "generation: 2026", "### Mức 4", "chỉ có đến Mức 2"),
    "an unknown generation": ("generation: 2018", "generation: 2020", "generation", "2012, 2018, 2026"),
    "a generation in words": ("generation: 2018", "generation: mới", "generation", "2012, 2018, 2026"),
    "an unknown rating": ("rating: every", "rating: half", "rating", "“share 60 70 85”"),
    "shares that do not rise": ("rating: every", "rating: share 60 85 70", "rating", "tăng dần"),
    "two shares": ("rating: every", "rating: share 60 70", "rating", "“rating” phải là"),
    "compulsory ones without any": ("rating: every", "rating: compulsory 1/2", "compulsory: none", "cần danh sách"),
    "compulsory in other words": ("compulsory: none", "compulsory: không", "compulsory", "none (không có)"),
    "an empty list of compulsory": ("compulsory: none", "compulsory: []", "compulsory", "none (không có)"),
    "compulsory ones where every one counts": ("compulsory: none", "compulsory: [1.1]", "compulsory", "phải là none"),
    "a compulsory line the head denies": ("Lưu ý: sĩ", "Bắt buộc: có\nLưu ý: sĩ", "Bắt buộc", "không có trong"),
    "a compulsory line that says no": ("Lưu ý: sĩ", "Bắt buộc: không\nLưu ý: sĩ", "Bắt buộc", "Chỉ viết"),
    "a wrong count of requirements": ("indicators: 12", "indicators: 11", "indicators", "11 chỉ báo nhưng tệp có 12"),
    "a wrong count of levels": ("requirements: 6", "requirements: 5", "level_req", "5 cặp tiêu chí và mức nhưng"),
    "a part with capitals": ("part: pt", "part: PT", "part", "“part” phải là"),
    "a line set in under nothing": ("- Quyết định\n", "- Quyết định\n  - số 1\n", "  - số 1", "ngay dưới yêu cầu"),
    "a line set in after another": ("Gọi tắt: Bộ máy\n", "Gọi tắt: Bộ máy\n  - x\n", "  - x", "ngay dưới yêu cầu"),
    "a day that is none": ("a) Có quạt", "a) [từ 2003-02-30] Có quạt", "a) [từ", "“2003-02-30” không phải ngày"),
    "a day in another order": ("a) Có quạt", "a) [từ 1/2/2003] Có quạt", "a) [từ", "“[từ 2025-01-25] ”"),
    "an unknown mark": ("a) Có quạt", "a) [sau 2003-01-02] Có quạt", "a) [sau", "“[từ 2025-01-25] ”"),
    "a mark without text": ("a) Có quạt", "a) [từ 2003-01-02]", "a) [từ", "“[từ 2025-01-25] ”"),
    "an end before the begin": (
        "a) Có quạt",
        "a) [từ 2003-01-02] [bỏ từ 2003-01-02] Có quạt",
        "a) [từ",
        "Ngày bỏ phải sau ngày bắt đầu",
    ),
    "a change before the circular": (
        "a) Có quạt",
        "a) [từ 2002-04-05] Có quạt",
        "a) [từ",
        "không sau ngày có hiệu lực",
    ),
    "a criterion dropped before it": (
        "Lưu ý: sĩ",
        "Bỏ từ: 2001-01-01\nLưu ý: sĩ",
        "Bỏ từ",
        "không sau ngày có hiệu lực",
    ),
    "a criterion reworded before it": (
        "Lưu ý: sĩ",
        "Viết lại từ: 2001-01-01\nLưu ý: sĩ",
        "Viết lại từ",
        "không sau ngày có hiệu lực",
    ),
    "a criterion dropped some day": ("Lưu ý: sĩ", "Bỏ từ: năm 2003\nLưu ý: sĩ", "Bỏ từ", "“năm 2003” không phải ngày"),
    "a standard dropped": ("Hỏi bằng: quản lý", "Bỏ từ: 2003-01-02", "Bỏ từ", "dưới tiêu chuẩn"),
    "a line to look at": ("- Danh sách", "# KIỂM TRA: tên sổ?\n- Danh sách", "# KIỂM TRA", "KIỂM TRA: tên sổ?"),
    "a line to look at in the head": ("part: pt", "# KIỂM TRA: mã?\npart: pt", "# KIỂM TRA", "KIỂM TRA: mã?"),
    "level 4 half known in words": (
        "part: pt",
        "level4_incomplete: có\npart: pt",
        "level4",
        "“level4_incomplete” phải là",
    ),
    "an amendment without a day": ("amended_on: 2003-01-02", "amended_on: 2003", "amended_on", "một ngày"),
}


@pytest.mark.parametrize(("old", "new", "where", "about"), BAD.values(), ids=BAD.keys())
def test_refuses(tmp_path: Path, old: str, new: str, where: str | int, about: str) -> None:
    check_refusal(tmp_path, GOOD, (old, new), where, about)


CONTRADICTORY: dict[str, tuple[str, str, str, str]] = {
    "a level 4 half known that is not": ("part: pt", "level4_incomplete: true\npart: pt", "level4", "không có Mức 4"),
    "a compulsory criterion that is not there": ("[1.1]", "[1.3]", "compulsory: [", "Không có tiêu chí 1.3"),
    "a compulsory criterion twice": ("[1.1]", "[1.1, 1.1]", "compulsory: [", "danh sách số tiêu chí"),
    "a compulsory standard": ("[1.1]", "[1]", "compulsory: [", "danh sách số tiêu chí"),
    "a compulsory criterion that does not say so": ("Bắt buộc: có\n", "", "## 1.1", "thiếu dòng “Bắt buộc: có”"),
    "another one that says so": ("Lưu ý: sĩ", "Bắt buộc: có\nLưu ý: sĩ", "Bắt buộc: có\nLưu", "1.2 ghi “Bắt buộc: có”"),
    "a list not known but a line": ("compulsory: [1.1]", "compulsory: unknown", "Bắt buộc", "1.1 ghi “Bắt buộc: có”"),
    "others that do not add up": ("compulsory 1/1", "compulsory 1/2", "rating", "còn 2 tiêu chí ngoài danh sách"),
    "more needed than there are": ("compulsory 1/1", "compulsory 2/1", "rating", "Không thể cần 2 trong 1"),
}


@pytest.mark.parametrize(("old", "new", "where", "about"), CONTRADICTORY.values(), ids=CONTRADICTORY.keys())
def test_refuses_what_is_contradictory(tmp_path: Path, old: str, new: str, where: str, about: str) -> None:
    check_refusal(tmp_path, COMPULSORY, (old, new), where, about)


def check_refusal(tmp_path: Path, good: str, change: tuple[str, str], where: str | int, about: str) -> None:
    assert good.count(change[0]) == 1
    text = good.replace(*change)
    with pytest.raises(BadKnowledge) as refused:
        read_circular(written(tmp_path, text))
    line = where if isinstance(where, int) else text[: text.index(where)].count("\n") + 1
    assert (refused.value.line, refused.value.file) == (line, "tt2-2002-pt.md")
    assert about in refused.value.fault


OF_2018 = {"tt17-2018-th": 24, "tt18-2018-thcs": 25, "tt19-2018-mn": 22}
AMENDED_ON = date(2025, 1, 25)


@pytest.mark.parametrize("name", OF_2018)
def test_the_amendment_of_2024_takes_three_criteria_away(name: str) -> None:
    found = read_circular(FOLDER / f"{name}.md")
    assert found.amended_on == AMENDED_ON
    assert found.left_out_since(date(2025, 1, 24)) == frozenset()
    assert found.left_out_since(AMENDED_ON) == {"3.4", "3.5", "3.6"}
    assert len(found.as_of(AMENDED_ON).criteria) == OF_2018[name]


def test_the_amendment_of_2024_adds_and_takes_away_requirements() -> None:
    changed = {}
    for name in OF_2018:
        found = read_circular(FOLDER / f"{name}.md")
        changed[name] = [(i.id.split("/", 2)[2], i.since, i.until) for c in found.criteria for i in c.indicators]
    assert {name: [one for one in several if one[1] or one[2]] for name, several in changed.items()} == {
        "tt17-2018-th": [("2.2/m4", AMENDED_ON, None), ("5.5/m4", AMENDED_ON, None)],
        "tt18-2018-thcs": [],
        "tt19-2018-mn": [("2.2/m2.a", None, AMENDED_ON), ("2.2/m3.a", None, AMENDED_ON)],
    }


@pytest.mark.parametrize(
    ("name", "counts", "incomplete"),
    [
        ("tt17-2018-th", (81, 48, 24, 4), True),
        ("tt18-2018-thcs", (84, 45, 25, 4), True),
        ("tt19-2018-mn", (75, 46, 25, 6), False),
    ],
)
def test_the_circulars_of_2018_ask_for_so_much_at_each_level(
    name: str, counts: tuple[int, ...], incomplete: bool
) -> None:
    """Where some of Điều 22 stands only in notes, the file says that its level 4 is not whole."""
    found = read_circular(FOLDER / f"{name}.md")
    assert tuple(sum(len(c.asked_at(level)) for c in found.criteria) for level in (1, 2, 3, 4)) == counts
    assert found.level4_incomplete is incomplete
    noted = [c.number for c in found.criteria if "Mức 4 (Điều 22" in c.note and 4 not in c.levels]
    assert bool(noted) is incomplete


IN_FORCE = {
    "mn": (("MN",), 70, 31),
    "pt": (("TH", "THCS", "THPT"), 98, 37),
    "gdtx": (("GDTX",), 79, 34),
}
COMPULSORY_OF_2026 = ("1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2")
in_force = pytest.mark.parametrize("part", IN_FORCE)


def of_2026(part: str) -> Framework:
    return read_circular(FOLDER / f"tt57-2026-{part}.md")


@in_force
def test_the_circular_of_2026_says_what_it_is(part: str) -> None:
    found = of_2026(part)
    assert (found.id, found.number, found.levels) == (f"tt57-2026/{part}", "57/2026/TT-BGDĐT", IN_FORCE[part][0])
    assert (found.generation, found.effective, found.replaced_by) == (2026, date(2026, 7, 7), None)
    assert (found.verified, "chưa đối chiếu văn bản gốc" in found.source) == (False, True)


@in_force
def test_the_circular_of_2026_rates_by_eight_compulsory_criteria_and_five_of_seven(part: str) -> None:
    found = of_2026(part)
    assert found.rating == RatingRule("compulsory", (), COMPULSORY_OF_2026, 5)
    assert len(found.criteria) - len(COMPULSORY_OF_2026) == 7


@in_force
def test_the_circular_of_2026_is_complete(part: str) -> None:
    found = of_2026(part)
    assert [len(standard.criteria) for standard in found.standards] == [4, 3, 5, 3]
    assert {criterion.levels for criterion in found.criteria} == {(1, 2)}
    assert {criterion.confidence for criterion in found.criteria} == {"high"}
    requirements = sum(len(criterion.indicators) for criterion in found.criteria)
    figures = sum(len(criterion.quantitative) for criterion in found.criteria)
    assert (requirements, figures) == IN_FORCE[part][1:]


@in_force
def test_the_first_criteria_of_2026_and_those_without_figures_have_none(part: str) -> None:
    without = {criterion.number for criterion in of_2026(part).criteria if not criterion.quantitative}
    assert without == {"mn": {"1.1", "1.2", "4.3"}, "pt": {"1.1", "1.2", "3.4", "4.3"}, "gdtx": {"1.1", "1.2"}}[part]


@in_force
def test_the_circular_of_2026_speaks_of_its_own_pupils(part: str) -> None:
    """Three appendices are alike; a line copied from another one gives itself away."""
    strangers = {"mn": ("học sinh", "học viên"), "pt": ("trẻ", "học viên"), "gdtx": ("trẻ", "học sinh")}[part]
    lines = [i.text for c in of_2026(part).criteria for i in c.indicators]
    lines += [line for c in of_2026(part).criteria for line in (*c.evidence, *c.quantitative)]
    assert [line for line in lines if any(f" {word} " in f" {line} " for word in strangers)] == []


@pytest.mark.parametrize(
    ("level", "day", "id_"),
    [
        ("MN", date(2026, 7, 6), "tt19-2018/mn"),
        ("MN", date(2026, 7, 7), "tt57-2026/mn"),
        ("TH", date(2027, 1, 1), "tt57-2026/pt"),
        ("THPT", date(2026, 11, 1), "tt57-2026/pt"),
        ("GDTX", date(2026, 11, 1), "tt57-2026/gdtx"),
    ],
)
def test_a_circular_is_in_force_from_its_day(level: str, day: date, id_: str) -> None:
    found = load().in_force(level, day)
    assert found is not None
    assert found.id == id_
