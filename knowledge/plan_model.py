"""What a plan file holds: as blocks when it is opened, as schools and months when it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class UnreadablePlan(Exception):
    """Say in one Vietnamese sentence why a file cannot be read as a plan, and what to do."""


@dataclass(frozen=True, slots=True)
class PlannedSchool:
    """One school of the plan."""

    name: str
    """In the product's form: `TH Tứ Cường`."""
    level: str
    review_month: str | None
    """`2017-11`; None: not reviewed this year."""
    note: str
    row: int
    """The number that a person sees: the STT where there is one, else the row of the table."""
    commune: str = ""
    """`Xã Thanh Miện`; empty where the plan does not say."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A managing office's plan for one school year."""

    school_year: str | None
    """`2017-2018`."""
    report_deadline: date | None
    circulars: dict[str, str]
    """Level to circular (`tt42-2012`), in the order found."""
    schools: tuple[PlannedSchool, ...]
    problems: tuple[str, ...]
    """A Vietnamese sentence each; a row with a problem is not among the schools."""
    office: str = ""
    """`Phòng GD&ĐT Thanh Miện`; empty where the file does not say."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, every merged cell filled in."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """Give the text of a column, on one line; empty where the row is shorter or there is no such column."""
        return " ".join(self.lines(column).split())

    def lines(self, column: int | None) -> str:
        """Give the text of a column with its line ends."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""

    @property
    def distinct(self) -> list[str]:
        """The different texts of the row, in order, without the empty ones."""
        return list(dict.fromkeys(text for text in (self.cell(n) for n in range(len(self.cells))) if text))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in order; *title* is what stands over it by itself, as the name of a sheet."""

    rows: tuple[Row, ...]
    title: str = ""


Block = str | Table


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that is about a school, as written."""

    row: int
    name: str
    month: str
    """The words in the column of months; the heading's, where the rows stand under months."""
    level: str = ""
    """The words in the column of levels."""
    heading: str | None = None
    """The level that a heading above gives."""
    note: str = ""
    explicit: bool = True
    """The column of months says that it is about the external review."""
    table: int = 0
    """Which table of the file it stands in."""
    commune: str = ""
    """The words in the column of communes, or of the heading above."""


def table_of(rows: Sequence[Sequence[str]], title: str = "") -> Table:
    """Make a table of plain texts, its rows numbered from 1."""
    return Table(tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)), title)
