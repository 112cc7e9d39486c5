"""The Excel file of `kiemdinh export`."""

from __future__ import annotations

from pathlib import Path

from bot.setup import Product
from db.session import look
from handlers.exporting import all_sheets
from handlers.sheets import workbook


def write(product: Product, file: Path) -> None:
    """Write the campaign of today to *file*, complete or not at all."""
    now = product.app.clock.now()
    made = look(product.sessions, lambda session: all_sheets(session, product.shelf.catalogue, now))
    unfinished = file.with_name(file.name + ".part")
    try:
        unfinished.write_bytes(workbook(made))
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
