"""Load everything that the product knows from its own files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.asked_file import OUTSIDE, agreeing, known, of_framework, of_topics, read_asked, read_outside
from knowledge.catalogue import Catalogue
from knowledge.circular_file import read_circular
from knowledge.crosswalk import load_crosswalk
from knowledge.errors import BadKnowledge
from knowledge.topic_file import read_topics

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.asked_file import Asked
    from knowledge.catalogue import Entry, Framework, Topic

HERE = Path(__file__).parent
PLANS = HERE / "plans"


def load(folder: Path | None = None) -> Catalogue:
    """Read circulars, topics, plans and the crosswalk; refuse a bad file by its name and line."""
    folder = folder or HERE
    asked = _asked(folder)
    lines = {entry: found for _, each in asked for entry, found in each.items()}
    frameworks = [(path, of_framework(read_circular(path), lines)) for path in sorted(folder.glob("circulars/*.md"))]
    topics = [(path, of_topics(read_topics(path), lines)) for path in _topic_files(folder)]
    if not frameworks:
        raise BadKnowledge("circulars", 1, f"Không có tệp thông tư nào trong {folder}.")
    by_id: dict[str, Entry] = {}
    for path, framework in frameworks:
        _enter(by_id, path, _entries(framework))
    for path, several in topics:
        _check_circulars(path, several, [framework for _, framework in frameworks])
        _enter(by_id, path, several)
    for path, each in asked:
        known(path, each, by_id)
    every = tuple(topic for _, several in topics for topic in several)
    listed = tuple(framework for _, framework in frameworks)
    return Catalogue(listed, every, by_id, load_crosswalk(folder, by_id), _outside(folder, lines))


def _topic_files(folder: Path) -> list[Path]:
    return [*sorted(folder.glob("topics/*.md")), *sorted(folder.glob("plans/*.md"))]


def _asked(folder: Path) -> list[tuple[Path, Asked]]:
    return [(path, read_asked(path)) for path in sorted(folder.glob("asked/*.md")) if path.stem != OUTSIDE]


def _outside(folder: Path, asked: Asked) -> tuple[tuple[str, ...], ...]:
    """Read what people ask about other things; there may be no such file."""
    path = folder / "asked" / f"{OUTSIDE}.md"
    return tuple(agreeing(path, read_outside(path), asked).values()) if path.exists() else ()


def _entries(framework: Framework) -> Iterable[Entry]:
    """List the standards and criteria; indicators are found through their criterion."""
    for standard in framework.standards:
        yield standard
        yield from standard.criteria


def _enter(by_id: dict[str, Entry], path: Path, entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.id in by_id:
            raise BadKnowledge(path.name, _line_of(path, entry), f"Mã “{entry.id}” đã có ở một tệp khác.")
        by_id[entry.id] = entry


def _check_circulars(path: Path, topics: Iterable[Topic], frameworks: list[Framework]) -> None:
    known = {framework.circular for framework in frameworks}
    for topic in topics:
        if topic.circular and topic.circular not in known:
            raise BadKnowledge(path.name, 1, f"Thông tư “{topic.circular}” không có tệp nào trong circulars.")


def _line_of(path: Path, entry: Entry) -> int:
    """Find the heading that *entry* stands under; 1 where it cannot be told."""
    start = "## " + entry.id.rsplit("/", 1)[1] + " "
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(start)), 1)
