"""Every old criterion is led to its heirs, or told why it has none; and a bad file is refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from knowledge.crosswalk import Crosswalk, Heir, load_crosswalk
from knowledge.errors import BadKnowledge
from knowledge.library import HERE, load

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = load()
CROSSWALK = load_crosswalk(HERE, CATALOGUE.by_id)

# From which framework to which, one generation at a time, and over both
STEPS = [
    ("tt25-2014/mn", "tt19-2018/mn"),
    ("tt42-2012/th", "tt17-2018/th"),
    ("tt42-2012/thcs", "tt18-2018/thcs"),
    ("tt19-2018/mn", "tt57-2026/mn"),
    ("tt17-2018/th", "tt57-2026/pt"),
    ("tt18-2018/thcs", "tt57-2026/pt"),
]
LEAPS = [("tt25-2014/mn", "tt57-2026/mn"), ("tt42-2012/th", "tt57-2026/pt"), ("tt42-2012/thcs", "tt57-2026/pt")]

HEAD = "---\nfrom: [tt42-2012]\nto: [tt17-2018]\nnature: hướng dẫn\n---\n\n"
TABLE = "| Tiêu chí cũ | Tiêu chí mới | Lý do |\n| --- | --- | --- |\n"
ROW = "| tt42-2012/th/3.5 | tt17-2018/th/3.6 | thư viện |\n"
GOOD = HEAD + "## Tiểu học\n\n" + TABLE + ROW


def criteria(framework: str) -> list[str]:
    found = next(each for each in CATALOGUE.frameworks if each.id == framework)
    return [criterion.id for criterion in found.criteria]


def heirs(id_: str, circular: str) -> list[str]:
    return [heir.id.removeprefix(circular + "/") for heir in CROSSWALK.heirs(id_, circular)]


def write(folder: Path, text: str, name: str = "a.md") -> Path:
    (folder / "crosswalk").mkdir(exist_ok=True)
    (folder / "crosswalk" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("old", "new"), [*STEPS, *LEAPS], ids="-".join)
def test_every_old_criterion_has_an_heir_or_a_reason(old: str, new: str) -> None:
    circular = new.split("/")[0]
    silent = [c for c in criteria(old) if not CROSSWALK.heirs(c, circular) and not CROSSWALK.why_none(c, circular)]
    assert silent == []


@pytest.mark.parametrize(("old", "new"), [*STEPS, *LEAPS], ids="-".join)
def test_every_heir_is_a_criterion_of_the_same_kind_of_school(old: str, new: str) -> None:
    found = [heir for criterion in criteria(old) for heir in CROSSWALK.heirs(criterion, new.split("/")[0])]
    assert {heir.id for heir in found} <= set(criteria(new))
    assert [heir for heir in found if not heir.note] == []


@pytest.mark.parametrize(("old", "new"), STEPS, ids="-".join)
def test_the_nearest_heir_stands_first(old: str, new: str) -> None:
    """A line that says "only a part" is never the first of several."""
    ranked = [CROSSWALK.heirs(criterion, new.split("/")[0]) for criterion in criteria(old)]
    assert [several for several in ranked if len(several) > 1 and several[0].partial and not several[1].partial] == []


def test_every_file_says_that_it_is_guidance() -> None:
    files = sorted((HERE / "crosswalk").glob("*.md"))
    assert [path.stem for path in files] == ["2012-2018", "2012-2026", "2018-2026"]
    assert [path for path in files if "không phải quy định" not in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(
    ("id_", "circular", "wanted"),
    [
        ("tt42-2012/th/3.5", "tt17-2018", ["th/3.6"]),
        ("tt42-2012/th/3.5", "tt57-2026", ["pt/4.1"]),
        ("tt42-2012/thcs/1.5", "tt18-2018", ["thcs/1.1"]),
        ("tt42-2012/thcs/1.5", "tt57-2026", ["pt/1.1"]),
        ("tt42-2012/thcs/4.1", "tt57-2026", ["pt/4.3"]),
        ("tt42-2012/th/1.7", "tt57-2026", ["pt/4.2"]),
        ("tt42-2012/th/5.4", "tt57-2026", ["pt/3.5"]),
        ("tt25-2014/mn/5.8", "tt19-2018", ["mn/5.3", "mn/5.4"]),
        ("tt25-2014/mn/5.3", "tt57-2026", ["mn/3.5", "mn/3.3"]),
        ("tt42-2012/thcs/5.2", "tt57-2026", ["pt/3.2", "pt/3.1"]),
        ("tt25-2014/mn/3.6", "tt57-2026", ["mn/4.1"]),
        ("tt42-2012/th/3.5", "tt19-2018", []),
        ("tt42-2012/th/9.9", "tt57-2026", []),
        ("tt57-2026/pt/1.1", "tt17-2018", []),
    ],
)
def test_finds_the_heirs(id_: str, circular: str, wanted: list[str]) -> None:
    assert heirs(id_, circular) == wanted


def test_says_through_which_criterion_it_went() -> None:
    (heir,) = CROSSWALK.heirs("tt42-2012/th/3.5", "tt57-2026")
    assert heir.note.startswith("thư viện; qua tiêu chí 3.6 (TT 17/2018), rồi thư viện")


def test_follows_a_part_in_common_to_its_nearest_heir_only() -> None:
    """The rights of teachers went into the care for all staff; what became of the others there is not theirs."""
    assert heirs("tt42-2012/th/2.3", "tt17-2018") == ["th/2.2", "th/1.7"]
    assert heirs("tt17-2018/th/1.7", "tt57-2026") == ["pt/1.2", "pt/2.2", "pt/2.3"]
    assert heirs("tt42-2012/th/2.3", "tt57-2026") == ["pt/2.2", "pt/1.2"]
    assert heirs("tt42-2012/th/1.3", "tt57-2026") == ["pt/1.2"]


def test_an_heir_is_told_once_though_two_ways_lead_to_it() -> None:
    assert heirs("tt42-2012/th/1.1", "tt57-2026") == ["pt/1.2", "pt/2.1"]


def test_what_was_dropped_says_why_and_may_come_back_later() -> None:
    assert CROSSWALK.heirs("tt42-2012/thcs/5.3", "tt18-2018") == ()
    assert "phổ cập" in CROSSWALK.why_none("tt42-2012/thcs/5.3", "tt18-2018")
    assert heirs("tt42-2012/thcs/5.3", "tt57-2026") == ["pt/3.4"]
    assert CROSSWALK.why_none("tt42-2012/thcs/5.3", "tt57-2026") == ""


def test_what_was_dropped_on_the_way_says_why() -> None:
    crosswalk = Crosswalk({"tt1-2001/th/1.1": (Heir("tt2-2002/th/1.2", "như cũ"),)}, {"tt2-2002/th/1.2": "đã bỏ"})
    assert crosswalk.heirs("tt1-2001/th/1.1", "tt3-2003") == ()
    assert crosswalk.why_none("tt1-2001/th/1.1", "tt3-2003") == "đã bỏ"


def test_reads_a_table_with_prose_around_it(tmp_path: Path) -> None:
    folder = write(tmp_path, GOOD + "| tt42-2012/th/1.1 | không có | đã bỏ |\n\nHết.\n")
    assert load_crosswalk(folder, CATALOGUE.by_id) == Crosswalk(
        {"tt42-2012/th/3.5": (Heir("tt17-2018/th/3.6", "thư viện"),)}, {"tt42-2012/th/1.1": "đã bỏ"}
    )


def test_a_folder_without_a_crosswalk_has_none(tmp_path: Path) -> None:
    assert load_crosswalk(tmp_path, CATALOGUE.by_id) == Crosswalk()


def test_loads_a_copy_like_the_original(tmp_path: Path) -> None:
    shutil.copytree(HERE / "crosswalk", tmp_path / "crosswalk")
    assert load_crosswalk(tmp_path, CATALOGUE.by_id) == CROSSWALK


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("", 1, "Tệp trống"),
        (TABLE + ROW, 1, "phải mở đầu bằng phần khai báo"),
        (GOOD.replace("from: [", "from: [["), 1, "không đọc được"),
        (GOOD.replace("nature: hướng dẫn\n", ""), 1, "from, to và nature"),
        (GOOD.replace("nature: hướng dẫn", "nature: 1"), 1, "from, to và nature"),
        (GOOD.replace("nature:", "loai: x\nnature:"), 1, "from, to và nature"),
        (GOOD.replace("[tt42-2012]", "tt42-2012"), 1, "danh sách thông tư"),
        (GOOD.replace("[tt42-2012]", "[tt42]"), 1, "danh sách thông tư"),
        (GOOD.replace("[tt42-2012]", "[tt42-2012, tt19-2018]"), 1, "phải mới hơn"),
        (GOOD.replace("| thư viện |", "|"), 11, "ba ô"),
        (GOOD.replace("| thư viện |", "| |"), 11, "ba ô"),
        (GOOD.replace("| thư viện |", "| thư viện"), 11, "ba ô"),
        (GOOD.replace("| thư viện |", "| thư | viện |"), 11, "ba ô"),
        (GOOD.replace("| tt42-2012/th/3.5", "tt42-2012/th/3.5"), 11, "ba ô"),
        (GOOD.replace("th/3.5", "th/3.9"), 11, "Không có tiêu chí “tt42-2012/th/3.9”"),
        (GOOD.replace("th/3.6", "th/3"), 11, "Không có tiêu chí “tt17-2018/th/3”"),
        (GOOD.replace("tt42-2012/th/3.5", "không có"), 11, "Không có tiêu chí “không có”"),
        (GOOD.replace("tt17-2018/th/3.6", "tt19-2018/mn/3.6"), 11, "không thuộc tt17-2018"),
        (GOOD.replace("tt42-2012/th/3.5", "tt25-2014/mn/3.5"), 11, "không thuộc tt42-2012"),
        (GOOD + ROW, 12, "đã nối với “tt17-2018/th/3.6”"),
        (GOOD + "| tt42-2012/th/3.5 | không có | đã bỏ |\n", 12, "vừa ghi “không có”"),
        (HEAD + "| tt42-2012/th/3.5 | không có | đã bỏ |\n" + ROW, 7, "vừa ghi “không có”"),
        (HEAD + "| tt42-2012/th/3.5 | không có | đã bỏ |\n" * 2, 8, "vừa ghi “không có”"),
    ],
)
def test_refuses_a_bad_file_by_name_and_line(tmp_path: Path, text: str, line: int, fault: str) -> None:
    with pytest.raises(BadKnowledge) as refused:
        load_crosswalk(write(tmp_path, text), CATALOGUE.by_id)
    assert (refused.value.file, refused.value.line) == ("a.md", line)
    assert fault in refused.value.fault
