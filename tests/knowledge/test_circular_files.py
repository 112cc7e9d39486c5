"""Every file of circulars that the product carries loads, counts right, and can be shown and searched."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from knowledge import circular_file
from knowledge.circular_file import read_circular
from knowledge.circular_part import SHORT_LIMIT

if TYPE_CHECKING:
    from knowledge.catalogue import Criterion, Framework, Standard

FILES = sorted((Path(circular_file.__file__).parent / "circulars").glob("*.md"))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def folded(text: str) -> str:
    """Take case and tone marks off: people type without."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def entries(framework: Framework) -> list[Standard | Criterion]:
    return [*framework.standards, *framework.criteria]


def test_the_circulars_of_2012_and_2014_are_complete() -> None:
    found = {framework.id: framework for framework in map(read_circular, FILES)}
    shape = {
        "tt25-2014/mn": ([8, 5, 6, 2, 8], ("MN",)),
        "tt42-2012/th": ([7, 5, 6, 3, 7], ("TH",)),
        "tt42-2012/thcs": ([10, 5, 6, 3, 12], ("THCS", "THPT")),
    }
    actual = {id_: ([len(s.criteria) for s in found[id_].standards], found[id_].levels) for id_ in shape}
    assert actual == shape
    indicators = {"".join(i.letter for i in c.indicators) for id_ in shape for c in found[id_].criteria}
    assert indicators == {"abc"}


@every_file
def test_a_file_holds_as_much_as_it_says(path: Path) -> None:
    framework = read_circular(path)
    front = yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1])
    actual = {
        "standards": len(framework.standards),
        "criteria": len(framework.criteria),
        "indicators": sum(len(criterion.indicators) for criterion in framework.criteria),
    }
    assert actual == {name: front[name] for name in actual}


@every_file
def test_a_file_is_named_after_its_framework(path: Path) -> None:
    assert path.stem == read_circular(path).id.replace("/", "-")


@every_file
def test_every_criterion_can_be_shown_and_found(path: Path) -> None:
    for criterion in read_circular(path).criteria:
        assert all((criterion.title, criterion.indicators, criterion.evidence)), criterion.id
        assert 0 < len(criterion.short) <= SHORT_LIMIT, criterion.id
        assert 6 <= len(criterion.asked_as) <= 20, criterion.id
        assert criterion.confidence in ("high", "medium", "low"), criterion.id


@every_file
def test_what_is_hardly_sure_says_what_is_missing(path: Path) -> None:
    silent = [c.id for c in read_circular(path).criteria if c.confidence == "low" and not c.note]
    assert silent == []


@every_file
def test_no_two_buttons_read_the_same(path: Path) -> None:
    shorts = Counter(folded(entry.short) for entry in entries(read_circular(path)))
    assert [short for short, times in shorts.items() if times > 1] == []


@every_file
def test_no_phrase_asks_for_two_entries(path: Path) -> None:
    wanted: dict[str, set[str]] = {}
    for entry in entries(read_circular(path)):
        for phrase in (*entry.asked_as, entry.short):
            wanted.setdefault(folded(phrase), set()).add(entry.id)
    assert {phrase: ids for phrase, ids in wanted.items() if len(ids) > 1} == {}


@every_file
def test_no_phrase_stands_twice_under_one_entry(path: Path) -> None:
    twice = [e.id for e in entries(read_circular(path)) if len({folded(p) for p in e.asked_as}) < len(e.asked_as)]
    assert twice == []


@every_file
def test_an_indicator_fits_a_phone(path: Path) -> None:
    """About 160 characters are aimed at; what has thresholds for several regions, or many parts, may be longer."""
    asked = [indicator for criterion in read_circular(path).criteria for indicator in criterion.indicators]
    assert [(one.id, line) for one in asked for line in one.text.split("\n") if len(line) > 220] == []


@every_file
def test_the_text_is_composed_and_clean(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    odd = {c for c in text if c != "\n" and unicodedata.category(c)[0] in "CZ" and c != " "}
    assert odd == set()
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


@every_file
def test_no_text_hides_a_field_behind_a_colon(path: Path) -> None:
    framework = read_circular(path)
    texts = [text for e in entries(framework) for text in (e.title, e.short, *e.asked_as)]
    texts += [t for c in framework.criteria for t in (c.note, c.amendment, *c.evidence, *c.quantitative)]
    texts += [i.text for c in framework.criteria for i in c.indicators]
    assert [text for text in texts if ":" in text] == []
