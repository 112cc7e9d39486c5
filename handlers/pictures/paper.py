"""The paper that pictures are drawn on: its width, its colours, its letters."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN = 1080, 40
"""In pixels: a phone of 375 points shows this at a third, so that nothing is written smaller than SMALL."""
TITLE, TEXT, SMALL = 44, 34, 28
INK, SOFT, LINE, GROUND = "#0b1b36", "#51607a", "#d5dce8", "#ffffff"
TODAY = "#b3261e"
STEPS = (
    ("#eef3fa", INK),
    ("#cfe0f4", INK),
    ("#9dc1ea", INK),
    ("#5b95d6", INK),
    ("#2f6cb5", GROUND),
    ("#123f7c", GROUND),
)
"""Nothing, then each quarter, then all: one hue growing darker, which every eye tells apart; the ink upon it."""
FONTS = Path(__file__).parent / "fonts"

Place = tuple[float, float]


@lru_cache(maxsize=32)
def _font(size: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf"), size)


def shade(percent: int) -> tuple[str, str]:
    """Give the colour of *percent* and of the ink upon it."""
    if percent <= 0:
        return STEPS[0]
    return STEPS[-1] if percent >= 100 else STEPS[1 + min(percent, 99) // 25]


class Paper:
    """A white sheet of a given height."""

    def __init__(self, height: int) -> None:
        self._image = Image.new("RGB", (WIDTH, height), GROUND)
        self._pen = ImageDraw.Draw(self._image)

    def text(
        self, at: Place, words: str, *, size: int = TEXT, bold: bool = False, ink: str = INK, to: str = "ls"
    ) -> None:
        """Write *words*; *to* tells which point of them stands at *at*, as Pillow's anchors do."""
        self._pen.text(at, words, font=_font(size, bold=bold), fill=ink, anchor=to)

    def box(
        self, at: tuple[float, float, float, float], fill: str, *, edge: str | None = None, round_by: int = 8
    ) -> None:
        """Draw a box with round corners."""
        self._pen.rounded_rectangle(at, round_by, fill=fill, outline=edge, width=2)

    def line(self, start: Place, end: Place, ink: str = LINE, width: int = 2) -> None:
        """Draw a straight line."""
        self._pen.line((*start, *end), fill=ink, width=width)

    def tick(self, middle: Place, ink: str, size: int = 12) -> None:
        """Draw a tick, which says "done" without words."""
        x, y = middle
        self._pen.line([(x - size, y), (x - size / 3, y + size * 0.7), (x + size, y - size * 0.8)], fill=ink, width=5)

    def png(self) -> bytes:
        """Give the picture as PNG, in a palette: a third of the size, and nothing that an eye would miss."""
        kept = io.BytesIO()
        self._image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
            kept, "PNG", optimize=True
        )
        return kept.getvalue()


def width_of(words: str, *, size: int = TEXT, bold: bool = False) -> float:
    """Measure *words* in pixels."""
    return _font(size, bold=bold).getlength(words)


def fitting(words: str, room: float, *, size: int = TEXT, bold: bool = False) -> str:
    """Cut *words* to *room* pixels, with "…" where something is lost."""
    if width_of(words, size=size, bold=bold) <= room:
        return words
    while words and width_of(f"{words}…", size=size, bold=bold) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"
