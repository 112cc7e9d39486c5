"""The status map: schools by review month, a column for each standard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from handlers.pictures.paper import (
    LINE,
    MARGIN,
    SMALL,
    SOFT,
    TITLE,
    WIDTH,
    Paper,
    fitting,
    shade,
)

HEAD, GROUP, ROW, FOOT = 216, 60, 62, 84
"""Heights in pixels."""
NAMES = 400
"""The room for a school's name."""
REPORT = 110
GAP = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One school."""

    name: str
    group: str
    """What it stands under: `Tháng 11/2017`."""
    standards: tuple[int, ...]
    """Percent of each standard, in the circular's order."""
    report: int
    """Percent of the self-assessment report."""


def draw(title: str, subtitle: str, rows: Sequence[Row]) -> bytes:
    """Draw the map; *rows* stand in the order given, those of one group together."""
    groups = [(name, list(some)) for name, some in groupby(rows, key=lambda row: row.group)]
    paper = Paper(HEAD + len(groups) * GROUP + len(rows) * ROW + FOOT)
    columns = max((len(row.standards) for row in rows), default=1)
    width = (WIDTH - 2 * MARGIN - NAMES - REPORT) / columns
    _head(paper, title, subtitle, columns, width)
    y = float(HEAD)
    for name, some in groups:
        paper.text((MARGIN, y + GROUP - 16), name, size=SMALL, bold=True, ink=SOFT)
        y += GROUP
        for row in some:
            _row(paper, y, row, width)
            y += ROW
    _legend(paper, y + 22)
    return paper.png()


def _head(paper: Paper, title: str, subtitle: str, columns: int, width: float) -> None:
    paper.text((MARGIN, 66), fitting(title, WIDTH - 2 * MARGIN, size=TITLE, bold=True), size=TITLE, bold=True)
    paper.text((MARGIN, 112), fitting(subtitle, WIDTH - 2 * MARGIN, size=SMALL), size=SMALL, ink=SOFT)
    paper.text((MARGIN + NAMES + columns * width / 2, HEAD - 54), "Tiêu chuẩn", size=SMALL, ink=SOFT, to="ms")
    for number in range(columns):
        middle = MARGIN + NAMES + (number + 0.5) * width
        paper.text((middle, HEAD - 14), str(number + 1), size=SMALL, ink=SOFT, to="ms")
    paper.text((WIDTH - MARGIN - REPORT / 2, HEAD - 14), "Báo cáo", size=SMALL, ink=SOFT, to="ms")
    paper.line((MARGIN, HEAD), (WIDTH - MARGIN, HEAD))


def _row(paper: Paper, y: float, row: Row, width: float) -> None:
    paper.text((MARGIN, y + ROW - 20), fitting(row.name, NAMES - 16))
    for number, percent in enumerate(row.standards):
        _cell(paper, MARGIN + NAMES + number * width, y, width, percent)
    _cell(paper, WIDTH - MARGIN - REPORT, y, REPORT, row.report)


def _cell(paper: Paper, x: float, y: float, width: float, percent: int) -> None:
    fill, ink = shade(percent)
    paper.box((x + GAP / 2, y + GAP / 2, x + width - GAP / 2, y + ROW - GAP / 2), fill, edge=None if percent else LINE)
    middle = x + width / 2, y + ROW / 2
    if percent >= 100:
        paper.tick(middle, ink)
    else:
        paper.text(middle, str(percent) if percent else "–", size=SMALL, ink=ink if percent else SOFT, to="mm")


def _legend(paper: Paper, y: float) -> None:
    x = float(MARGIN)
    for percent, words in (
        (0, "chưa ghi"),
        (20, "dưới 25 %"),
        (45, "25–49"),
        (70, "50–74"),
        (90, "75–99"),
        (100, "xong"),
    ):
        fill, ink = shade(percent)
        paper.box((x, y, x + 30, y + 30), fill, edge=LINE, round_by=5)
        if percent == 100:
            paper.tick((x + 15, y + 15), ink, 8)
        paper.text((x + 40, y + 26), words, size=SMALL, ink=SOFT)
        x += 200 if percent < 25 else 150
