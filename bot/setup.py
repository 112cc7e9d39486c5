"""Opens the data folder, the database and the knowledge base for every command."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from bot.app import CLOCK_NOTE, App
from bot.clock import Clock
from bot.demo import leave_seats, load_seed, seat_everyone, take_seats
from bot.settings import BadSetting, Settings
from db import notes, schools
from db.session import Session, Sessions, engine_of, open_database, unit
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

    def __enter__(self) -> Product:
        """Begin to work with it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the database: the last one out folds SQLite's log into the file."""
        engine_of(self.sessions).dispose()


def open_product(settings: Settings) -> Product:
    """Open everything; make and migrate the database where that is needed, and load the seed plan in a demonstration."""
    make_folders(settings)
    shelf = Shelf(load())
    sessions = open_database(settings.database_url)
    clock = Clock(settings.zone, settings.starts_at)
    app = App(sessions, shelf, clock, TurnSettings(bootstrap_code=settings.kiemdinh_bootstrap_code))
    if settings.demo:
        _prepare_demo(app, settings)
    else:
        unit(sessions, lambda session: leave_seats(session, clock.now()))
    return Product(settings, sessions, shelf, app)


def make_folders(settings: Settings) -> None:
    """Make the data folder; raise `BadSetting` where it, or the one of the database file, cannot be used."""
    folder = settings.kiemdinh_data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"KIEMDINH_DATA_DIR: không tạo được thư mục {folder} ({error.strerror})") from None
    if not os.access(folder, os.W_OK):
        raise BadSetting(f"KIEMDINH_DATA_DIR: không ghi được vào thư mục {folder}")
    file = database_file(settings)
    if file is not None and (file.is_dir() or not file.parent.is_dir()):
        raise BadSetting(f"KIEMDINH_DATABASE_URL: không có thư mục {file.parent} để đặt tệp {file.name}")


def database_file(settings: Settings) -> Path | None:
    """Name the SQLite file; None where the database is a server's, or in memory."""
    url = make_url(settings.database_url)
    named = url.get_backend_name() == "sqlite" and url.database not in {None, "", ":memory:"}
    return Path(str(url.database)) if named else None


def _prepare_demo(app: App, settings: Settings) -> None:
    def prepare(session: Session) -> None:
        kept = notes.read(session, CLOCK_NOTE)
        if kept and settings.kiemdinh_now is None:
            now = app.clock.now()
            app.clock.move_to(max(now, now.fromisoformat(kept)))
        if not schools.every(session):
            load_seed(session, app.shelf, app.clock.now())
            seat_everyone(session, app.clock.now())
        take_seats(session)

    unit(app.sessions, prepare)
