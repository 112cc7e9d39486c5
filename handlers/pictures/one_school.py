"""One school's standards: a bar for each, and below it every criterion by its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.pictures.paper import LINE, MARGIN, SMALL, SOFT, TEXT, TITLE, WIDTH, Paper, fitting, shade

HEAD, BAR, CHIP, FOOT = 150, 96, 74, 66
"""Heights in pixels."""
CHIPS = 10
"""Criteria in a line."""
HALF = 50
"""How dark a criterion is that was begun without a figure."""


@dataclass(frozen=True, slots=True)
class Part:
    """One standard."""

    title: str
    """`1. Tổ chức và quản lý nhà trường`."""
    percent: int
    criteria: tuple[tuple[str, int], ...]
    """Number and percent of each criterion."""


def draw(title: str, subtitle: str, parts: Sequence[Part]) -> bytes:
    """Draw the school's sheet."""
    lines = [-(-len(part.criteria) // CHIPS) for part in parts]
    paper = Paper(HEAD + sum(BAR + CHIP * count for count in lines) + FOOT)
    paper.text((MARGIN, 66), fitting(title, WIDTH - 2 * MARGIN, size=TITLE, bold=True), size=TITLE, bold=True)
    paper.text((MARGIN, 112), fitting(subtitle, WIDTH - 2 * MARGIN, size=SMALL), size=SMALL, ink=SOFT)
    y = float(HEAD)
    for part, count in zip(parts, lines, strict=True):
        _bar(paper, y, part)
        _chips(paper, y + BAR, part.criteria)
        y += BAR + CHIP * count
    paper.text((MARGIN, y + 40), "Càng đậm càng gần xong; dấu tích là đã xong.", size=SMALL, ink=SOFT)
    return paper.png()


def _bar(paper: Paper, y: float, part: Part) -> None:
    right = WIDTH - MARGIN
    paper.text((MARGIN, y + 44), fitting(part.title, WIDTH - 2 * MARGIN - 120), size=TEXT, bold=True)
    paper.text((right, y + 44), f"{part.percent} %", size=TEXT, bold=True, to="rs")
    paper.box((MARGIN, y + 58, right, y + 78), "#eef3fa", edge=LINE, round_by=10)
    if part.percent:
        end = MARGIN + max(20.0, (right - MARGIN) * part.percent / 100)
        paper.box((MARGIN, y + 58, end, y + 78), "#2f6cb5", round_by=10)


def _chips(paper: Paper, y: float, criteria: Sequence[tuple[str, int]]) -> None:
    width = (WIDTH - 2 * MARGIN) / CHIPS
    for at, (number, percent) in enumerate(criteria):
        x, top = MARGIN + at % CHIPS * width, y + at // CHIPS * CHIP
        fill, ink = shade(percent)
        paper.box((x + 3, top + 4, x + width - 3, top + CHIP - 8), fill, edge=LINE)
        lift = 9 if percent >= 100 else 0
        paper.text((x + width / 2, top + CHIP / 2 - 2 - lift), number, size=SMALL, ink=ink, to="mm")
        if percent >= 100:
            paper.tick((x + width / 2, top + CHIP - 22), ink, 7)
