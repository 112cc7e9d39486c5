"""How people ask for each entry: read from files, and a wrong line is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.asked_file import OUTSIDE, read_asked, read_outside
from knowledge.check import check_file
from knowledge.errors import BadKnowledge
from knowledge.library import HERE, load
from knowledge.search import build, judge, rank

CATALOGUE = load()
HEAD = "# Cách hỏi: Thông tư 42/2012, tiểu học\n\nMỗi dòng là một cách hỏi.\n\n"


def written(folder: Path, text: str, name: str = "tt42-2012-th.md") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_lines_belong_to_the_entry_above_them(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + "## 1.1\n- tổ ghép được không\n- chi bộ\n\n## 1\n- phần tổ chức\n")

    assert read_asked(file) == {
        "tt42-2012/th/1.1": ("tổ ghép được không", "chi bộ"),
        "tt42-2012/th/1": ("phần tổ chức",),
    }


def test_a_file_of_topics_is_about_topics(tmp_path: Path) -> None:
    file = written(tmp_path, HEAD + "## hoi-dong\n- ai làm chủ tịch\n", "tt42-2012-topics.md")

    assert read_asked(file) == {"tt42-2012/topic/hoi-dong": ("ai làm chủ tịch",)}


@pytest.mark.parametrize(
    ("body", "line", "fault"),
    [
        ("- trước mục\n", 5, "trước mục đầu tiên"),
        ("## 1.1\nkhông có gạch\n", 6, "bắt đầu bằng “- ”"),
        ("## 1.1\n- chi bộ\n## 1.2\n- Chi bộ\n", 8, "Trùng với dòng 6"),
        ("## 1.1\n- chi bộ\n## 1.1\n- khác\n", 7, "đã có ở trên"),
        ("## 1.1\n- " + "dài" * 90 + "\n", 6, "dài từ 1 đến 200"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, body: str, line: int, fault: str) -> None:
    with pytest.raises(BadKnowledge) as raised:
        read_asked(written(tmp_path, HEAD + body))

    assert (raised.value.line, fault in raised.value.fault) == (line, True)


def test_a_name_that_says_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="Tên tệp"):
        read_asked(written(tmp_path, HEAD, "hoi.md"))


def test_every_criterion_and_topic_of_a_circular_has_its_lines() -> None:
    files = {path.stem for path in HERE.glob("asked/*.md")} - {OUTSIDE}
    silent = [
        entry.id
        for entry in CATALOGUE.by_id.values()
        if not entry.heard_as and not entry.id.startswith("plan/") and _file_of(entry.id) in files
    ]

    assert {_file_of(entry) for entry in CATALOGUE.by_id if not entry.startswith("plan/")} == files
    assert silent == []


def _file_of(entry: str) -> str:
    circular, kind = entry.split("/")[:2]
    return f"{circular}-{'topics' if kind == 'topic' else kind}"


@pytest.mark.parametrize("framework", CATALOGUE.frameworks, ids=lambda one: one.id)
def test_most_lines_lead_to_their_own_entry(framework: object) -> None:
    from knowledge.catalogue import Framework

    assert isinstance(framework, Framework)
    index = build(CATALOGUE, [framework])
    asked = [(line, one.id) for one in framework.criteria for line in one.heard_as]
    found = sum(bool(hits := rank(line, index, 1)) and hits[0].id == entry for line, entry in asked)

    assert found / len(asked) >= 0.97


# What people ask about other things

OTHER = "# Cách hỏi: ngoài kiểm định\n\nMỗi dòng là một câu hỏi.\n\n"


def test_lines_of_other_things_stand_under_their_fields(tmp_path: Path) -> None:
    file = written(tmp_path, OTHER + "## thời tiết và thiên tai\n- mai có mưa không\n", f"{OUTSIDE}.md")

    assert read_outside(file) == {"thời tiết và thiên tai": ("mai có mưa không",)}


def test_the_catalogue_keeps_what_is_asked_about_other_things() -> None:
    assert CATALOGUE.outside == tuple(read_outside(HERE / "asked" / f"{OUTSIDE}.md").values())


def test_the_check_counts_lines_of_other_things(tmp_path: Path) -> None:
    file = written(tmp_path, OTHER + "## thời tiết\n- mai có mưa không\n- bão về chưa\n", f"{OUTSIDE}.md")

    assert (check_file(file).read, check_file(file).faults) == ("2 cách hỏi", ())


def test_the_check_names_a_line_that_leads_to_an_entry_too(tmp_path: Path) -> None:
    ours = CATALOGUE.frameworks[0].criteria[0]
    file = written(tmp_path, OTHER + f"## thời tiết\n- {ours.heard_as[0].upper()}\n", f"{OUTSIDE}.md")
    (fault,) = check_file(file).faults

    assert (fault.line, f"dẫn tới mục “{ours.id}”" in fault.fault) == (6, True)


def test_most_lines_of_other_things_are_refused() -> None:
    index = build(CATALOGUE, CATALOGUE.frameworks[:1])
    lines = [line for field in CATALOGUE.outside for line in field]
    refused = sum(judge(rank(line, index)) == "unknown" for line in lines)

    assert refused / len(lines) >= 0.97


def test_a_line_more_refuses_what_is_like_it() -> None:
    asked, chosen = "phụ huynh vu khống tôi trên nhóm zalo lớp", CATALOGUE.frameworks[:1]
    without, taught = (build(replace(CATALOGUE, outside=each), chosen) for each in ((), ((asked,),)))

    assert rank(asked, taught)[0].score < rank(asked, without)[0].score


def test_every_index_shares_the_lines_of_other_things() -> None:
    first, second = (build(CATALOGUE, [one]) for one in CATALOGUE.frameworks[:2])

    assert first.outside is second.outside
