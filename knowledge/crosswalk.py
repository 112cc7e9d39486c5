"""Find what became of an old criterion in a newer circular: guidance for readers, not law."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from knowledge.catalogue import Criterion
from knowledge.circular_front import FENCE, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from knowledge.catalogue import Entry
    from knowledge.circular_front import Line

NONE = "không có"
HEADING = ("Tiêu chí cũ", "Tiêu chí mới", "Lý do")
PARTLY = "chỉ "


@dataclass(frozen=True, slots=True)
class Heir:
    """A newer criterion about the same thing, and in what way it is."""

    id: str
    note: str

    @property
    def partial(self) -> bool:
        """Tell whether the two have only a part in common."""
        return self.note.startswith(PARTLY)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The lines of every file, by the id of the old criterion."""

    rows: dict[str, tuple[Heir, ...]] = field(default_factory=dict)
    without: dict[str, str] = field(default_factory=dict)
    """Why a criterion has no heir in the next circular."""

    def heirs(self, id: str, circular: str) -> tuple[Heir, ...]:  # noqa: A002 - the field of every entry
        """List the heirs of criterion *id* in *circular*, nearest first; through the circular between where needed."""
        known = self.rows.get(id, ())
        found = {heir.id: heir for heir in known if _circular(heir.id) == circular}
        for between in known:
            if between.id not in found:
                for heir in self._followed(between, circular):
                    found.setdefault(heir.id, heir)
        return tuple(found.values())

    def why_none(self, id: str, circular: str) -> str:  # noqa: A002 - the field of every entry
        """Say why criterion *id* has no heir in *circular*; nothing where it has one, or where no file tells."""
        if self.heirs(id, circular):
            return ""
        passed = (id, *(heir.id for heir in self.rows.get(id, ())))
        return next((self.without[each] for each in passed if each in self.without), "")

    def _followed(self, between: Heir, circular: str) -> Iterator[Heir]:
        """Follow *between*; a part in common leads to the nearest heir only, the others would be about the rest."""
        heirs = self.heirs(between.id, circular)
        for heir in heirs[:1] if between.partial else heirs:
            yield Heir(heir.id, f"{between.note}; qua {_cited(between.id)}, rồi {heir.note}")


def load_crosswalk(folder: Path, by_id: Mapping[str, Entry]) -> Crosswalk:
    """Read every file in `crosswalk` under *folder*, or one file; refuse a bad line by its file and number."""
    rows: dict[str, dict[str, Heir]] = {}
    without: dict[str, str] = {}
    for path in [folder] if folder.is_file() else sorted(folder.glob("crosswalk/*.md")):
        file = _File(path, by_id)
        for line, old, new, note in file.read():
            if new == NONE:
                _enter_none(file, line, old, note, without)
            elif new in rows.setdefault(old, {}):
                raise line.bad(f"“{old}” đã nối với “{new}” ở trên; bỏ bớt một dòng.")
            else:
                rows[old][new] = Heir(new, note)
    return Crosswalk({old: tuple(heirs.values()) for old, heirs in rows.items()}, without)


def _enter_none(file: _File, line: Line, old: str, note: str, without: dict[str, str]) -> None:
    if old in without or old in file.linked:
        raise line.bad(f"“{old}” vừa ghi “{NONE}” vừa có dòng khác; chỉ giữ một cách.")
    without[old] = note


class _File:
    """One file: its head, and the rows of its tables."""

    def __init__(self, path: Path, by_id: Mapping[str, Entry]) -> None:
        self.by_id = by_id
        self.linked: set[str] = set()
        """The old criteria that have an heir anywhere in this file."""
        lines = read_lines(path)
        end = next((n for n, line in enumerate(lines) if n and line.text == FENCE), None)
        if lines[0].text != FENCE or end is None:
            raise lines[0].bad(f"Tệp phải mở đầu bằng phần khai báo đặt giữa hai dòng “{FENCE}”.")
        self.old, self.new = _read_head(lines[:end])
        self.body = lines[end + 1 :]

    def read(self) -> list[tuple[Line, str, str, str]]:
        """Give every row with its line: the old criterion, the new one or none, and why."""
        rows = [(line, *cells) for line in self.body if (cells := _cells(line))]
        for line, old, new, _ in rows:
            self._check(line, old, self.old)
            if new != NONE:
                self._check(line, new, self.new)
                self.linked.add(old)
        return rows

    def _check(self, line: Line, id_: str, circulars: tuple[str, ...]) -> None:
        if not isinstance(self.by_id.get(id_), Criterion):
            raise line.bad(f"Không có tiêu chí “{id_}”; viết như tt42-2012/th/3.5, hoặc “{NONE}” ở cột giữa.")
        if _circular(id_) not in circulars:
            raise line.bad(f"“{id_}” không thuộc {', '.join(circulars)} như phần khai báo nói.")


def _read_head(lines: list[Line]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read which circulars the file leads from and to, always a newer one; a reader must be told it is no law."""
    try:
        head = yaml.safe_load("\n".join(line.text for line in lines[1:]))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2012-13-45
        raise lines[0].bad("Phần khai báo không đọc được; mỗi dòng viết “tên: giá trị”.") from error
    if not isinstance(head, dict) or set(head) != {"from", "to", "nature"} or not isinstance(head["nature"], str):
        raise lines[0].bad("Phần khai báo phải có đúng ba dòng from, to và nature (nói rõ đây là hướng dẫn).")
    old, new = (_circulars(lines[0], head[name]) for name in ("from", "to"))
    if max(map(_year, old)) >= min(map(_year, new)):
        raise lines[0].bad("Thông tư ở “to” phải mới hơn mọi thông tư ở “from”.")
    return old, new


def _circulars(line: Line, listed: object) -> tuple[str, ...]:
    circulars = tuple(map(str, listed)) if isinstance(listed, list) else ()
    if not circulars or not all(_year(circular) for circular in circulars):
        raise line.bad("“from” và “to” phải là danh sách thông tư như [tt42-2012, tt25-2014].")
    return circulars


def _cells(line: Line) -> tuple[str, str, str] | None:
    """Cut a row of a table; nothing for prose, headings and the rows that only dress the table."""
    if "|" not in line.text:
        return None
    cells = tuple(cell.strip() for cell in line.text.split("|"))
    if len(cells) != 5 or cells[0] or cells[4] or not all(cells[1:4]):
        raise line.bad("Mỗi dòng của bảng phải có ba ô: “| tiêu chí cũ | tiêu chí mới | lý do |”.")
    old, new, note = cells[1:4]
    dressing = (old, new, note) == HEADING or not (old + new + note).strip("-: ")
    return None if dressing else (old, new, note)


def _circular(id_: str) -> str:
    return id_.split("/", maxsplit=1)[0]


def _year(circular: str) -> int:
    year = circular.rsplit("-", 1)[-1]
    return int(year) if len(year) == 4 and year.isdecimal() else 0


def _cited(id_: str) -> str:
    """Name a criterion to a reader: `tiêu chí 3.6 (TT 17/2018)`."""
    return f"tiêu chí {id_.rsplit('/', 1)[1]} (TT {_circular(id_).removeprefix('tt').replace('-', '/')})"
