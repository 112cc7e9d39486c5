"""The year: a line for each month with the schools reviewed in it, other dates, and where today is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.pictures.paper import (
    GROUND,
    INK,
    LINE,
    MARGIN,
    SMALL,
    SOFT,
    TEXT,
    TITLE,
    TODAY,
    WIDTH,
    Paper,
    fitting,
    shade,
    width_of,
)

HEAD, LEAST, CHIP, NOW, FOOT = 150, 76, 60, 56, 40
"""Heights in pixels: of the head, of a month with nothing in it, of a line of schools, of today's line, of the foot."""
MONTHS = 180
"""The room for a month's name."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A school's review."""

    name: str
    month: date
    percent: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that matters to all: the report deadline, a conference."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Band:
    """One month, laid out: its lines of schools, its marks, its height."""

    first: date
    lines: tuple[tuple[Visit, ...], ...]
    marks: tuple[Mark, ...]
    today: date | None
    """Where it is this month: its line stands below the schools, so that it strikes none of them out."""

    @property
    def height(self) -> int:
        """In pixels."""
        return max(LEAST, CHIP * (len(self.lines) + len(self.marks)) + 16) + (NOW if self.today else 0)


def draw(
    title: str, subtitle: str, months: Sequence[date], visits: Sequence[Visit], marks: Sequence[Mark], today: date
) -> bytes:
    """Draw the months given, each by its first day."""
    bands = [_band(first, visits, marks, today) for first in months]
    paper = Paper(HEAD + sum(band.height for band in bands) + FOOT)
    paper.text((MARGIN, 66), fitting(title, WIDTH - 2 * MARGIN, size=TITLE, bold=True), size=TITLE, bold=True)
    paper.text((MARGIN, 112), fitting(subtitle, WIDTH - 2 * MARGIN, size=SMALL), size=SMALL, ink=SOFT)
    y = float(HEAD)
    for band in bands:
        _draw_band(paper, y, band)
        y += band.height
        if band.today is not None:
            _today(paper, y - NOW / 2, band.today)
    return paper.png()


def _band(first: date, visits: Sequence[Visit], marks: Sequence[Mark], today: date) -> Band:
    here = [one for one in visits if one.month == first]
    lines, room = list[list[Visit]](), 0.0
    for one in here:
        width = _chip_width(one.name)
        if not lines or width > room:
            lines.append([])
            room = WIDTH - 2 * MARGIN - MONTHS
        lines[-1].append(one)
        room -= width + 10
    same = sorted((one for one in marks if (one.day.year, one.day.month) == (first.year, first.month)), key=_day_of)
    now = today if (today.year, today.month) == (first.year, first.month) else None
    return Band(first, tuple(tuple(line) for line in lines), tuple(same), now)


def _day_of(mark: Mark) -> date:
    return mark.day


def _chip_width(name: str) -> float:
    return width_of(fitting(name, 420, size=SMALL), size=SMALL) + 36


def _draw_band(paper: Paper, y: float, band: Band) -> None:
    paper.line((MARGIN, y), (WIDTH - MARGIN, y))
    busy = bool(band.lines or band.marks)
    paper.text((MARGIN, y + 48), f"{band.first:%m/%Y}", size=TEXT, bold=busy, ink=INK if busy else SOFT)
    top = y + 10
    for line in band.lines:
        x = float(MARGIN + MONTHS)
        for one in line:
            x = _chip(paper, x, top, one)
        top += CHIP
    for mark in band.marks:
        words = fitting(f"{mark.day:%d/%m}  {mark.words}", WIDTH - 2 * MARGIN - MONTHS, size=SMALL)
        paper.text((MARGIN + MONTHS, top + 38), words, size=SMALL, ink=SOFT)
        top += CHIP


def _chip(paper: Paper, x: float, y: float, one: Visit) -> float:
    width = _chip_width(one.name)
    fill, ink = shade(one.percent)
    paper.box((x, y, x + width, y + CHIP - 10), fill, edge=LINE)
    paper.text((x + width / 2, y + (CHIP - 10) / 2), fitting(one.name, 420, size=SMALL), size=SMALL, ink=ink, to="mm")
    return x + width + 10


def _today(paper: Paper, y: float, today: date) -> None:
    words = f"hôm nay {today:%d/%m}"
    width = width_of(words, size=SMALL, bold=True) + 28
    paper.line((MARGIN, y), (WIDTH - MARGIN - width, y), TODAY, 4)
    paper.box((WIDTH - MARGIN - width, y - 20, WIDTH - MARGIN, y + 20), TODAY, round_by=10)
    paper.text((WIDTH - MARGIN - width / 2, y), words, size=SMALL, bold=True, ink=GROUND, to="mm")
