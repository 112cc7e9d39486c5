"""Opens the data folder, the database and the knowledge base for every command."""

from __future__ import annotations

import os
from dataclasses import dataclass

from bot.app import CLOCK_NOTE, App
from bot.clock import Clock
from bot.demo import load_seed, seat_everyone
from bot.settings import BadSetting, Settings
from db import notes, schools
from db.session import Sessions, open_database
from handlers.turn import TurnSettings
from knowledge.library import load
from knowledge.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Product:
    """What a command works with."""

    settings: Settings
    sessions: Sessions
    shelf: Shelf
    app: App


def open_product(settings: Settings) -> Product:
    """Open everything; make and migrate the database where that is needed, and load the seed plan in a demonstration."""
    _make_folder(settings)
    shelf = Shelf(load())
    sessions = open_database(settings.database_url)
    clock = Clock(settings.zone, settings.starts_at)
    app = App(sessions, shelf, clock, TurnSettings(bootstrap_code=settings.kiemdinh_bootstrap_code))
    if settings.demo:
        _prepare_demo(app, settings)
    return Product(settings, sessions, shelf, app)


def _make_folder(settings: Settings) -> None:
    folder = settings.kiemdinh_data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"KIEMDINH_DATA_DIR: không tạo được thư mục {folder} ({error.strerror})") from None
    if not os.access(folder, os.W_OK):
        raise BadSetting(f"KIEMDINH_DATA_DIR: không ghi được vào thư mục {folder}")


def _prepare_demo(app: App, settings: Settings) -> None:
    with app.sessions.begin() as session:
        kept = notes.read(session, CLOCK_NOTE)
        if kept and settings.kiemdinh_now is None:
            app.clock.move_to(max(app.clock.now(), app.clock.now().fromisoformat(kept)))
        if not schools.every(session):
            load_seed(session, app.shelf, app.clock.now())
            seat_everyone(session, app.clock.now())
