from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from knowledge.catalogue import Criterion, Standard, Topic
from knowledge.errors import BadKnowledge
from knowledge.library import HERE, PLANS, load

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.catalogue import Entry, Framework

CATALOGUE = load()
OLD = [framework for framework in CATALOGUE.frameworks if framework.circular in ("tt42-2012", "tt25-2014")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("circulars", "topics", "plans", "asked"):
        shutil.copytree(HERE / name, tmp_path / name)
    return tmp_path


def test_loads_every_file() -> None:
    assert len(CATALOGUE.frameworks) == len(list(HERE.glob("circulars/*.md")))
    assert {topic.circular for topic in CATALOGUE.topics} >= {"tt42-2012", "tt25-2014", None}


def test_finds_each_kind_of_entry_by_its_id() -> None:
    kinds = {
        "tt42-2012/th/3": Standard,
        "tt42-2012/th/3.5": Criterion,
        "tt42-2012/thcs/5.12": Criterion,
        "tt25-2014/mn/1.2": Criterion,
        "tt42-2012/topic/hoi-dong": Topic,
        "tt25-2014/topic/ma-minh-chung": Topic,
        "plan/han-bao-cao": Topic,
    }
    assert {id_: type(CATALOGUE.by_id[id_]) for id_ in kinds} == kinds


def test_every_entry_is_found_by_its_own_id_and_nothing_else_is() -> None:
    standards = [standard for framework in CATALOGUE.frameworks for standard in framework.standards]
    criteria = [criterion for framework in CATALOGUE.frameworks for criterion in framework.criteria]
    entries: list[Entry] = [*standards, *criteria, *CATALOGUE.topics]
    assert {entry.id: entry for entry in entries} == CATALOGUE.by_id
    assert len(entries) == len(CATALOGUE.by_id)


def test_loads_another_folder(folder: Path) -> None:
    assert load(folder) == CATALOGUE


def test_a_year_without_a_plan_can_be_loaded(folder: Path) -> None:
    shutil.rmtree(folder / "plans")
    assert [topic for topic in load(folder).topics if topic.circular is None] == []


@pytest.mark.parametrize(
    ("kind", "id_"), [("circulars", "/1"), ("topics", "tt42-2012/topic/quy-trinh"), ("plans", "plan/muc-dich")]
)
def test_refuses_an_id_that_two_files_have(folder: Path, kind: str, id_: str) -> None:
    first = min((folder / kind).glob("*.md"))
    shutil.copy(first, first.with_name("zz.md"))
    with pytest.raises(BadKnowledge, match="đã có ở một tệp khác") as refused:
        load(folder)
    assert refused.value.file == "zz.md"
    assert id_ in refused.value.fault
    assert refused.value.line == 1 or refused.value.line > 5


def test_refuses_topics_of_a_circular_that_is_not_there(folder: Path) -> None:
    for path in (folder / "circulars").glob("tt25-2014*.md"):
        path.unlink()
    with pytest.raises(BadKnowledge, match=r"“tt25-2014” không có tệp nào"):
        load(folder)


def test_refuses_a_folder_without_circulars(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="Không có tệp thông tư nào"):
        load(tmp_path)


@pytest.mark.parametrize("found", OLD, ids=lambda framework: framework.id)
def test_the_numbers_that_are_told_are_those_of_the_circular(found: Framework) -> None:
    told = CATALOGUE.by_id[f"{found.circular}/topic/so-tieu-chi"]
    assert isinstance(told, Topic)
    indicators = sum(len(criterion.indicators) for criterion in found.criteria)
    assert f"{len(found.criteria)} tiêu chí, {indicators} chỉ số" in told.text
    assert " + ".join(str(len(standard.criteria)) for standard in found.standards) in told.text


@pytest.mark.parametrize("found", OLD, ids=lambda framework: framework.id)
def test_a_school_of_each_level_has_topics(found: Framework) -> None:
    for level in found.levels:
        theirs = [t for t in CATALOGUE.topics if t.circular == found.circular and level in t.levels]
        assert len(theirs) >= 18


def test_the_plan_lies_where_the_importer_looks() -> None:
    assert [path.name for path in PLANS.glob("*.txt")] == ["thanh-mien-2017-2018.txt"]
