"""Copies of the whole database: for a backup, for a rehearsal, and back again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, Connection, Engine, Table, func, insert, literal_column, select, text
from sqlalchemy.exc import DatabaseError

from db.schema import NewerDatabase, migrate, version
from db.session import Sessions, engine_of, make_engine, make_sessions
from db.tables import Base

BATCH = 500
TALK = {"heard", "confirmations", "web_messages", "questions", "taught", "audit", "wrong_codes", "invites", "notes"}
"""What a rehearsal does without."""


class NotABackup(Exception):
    """The file cannot be restored, and the message says why, in Vietnamese."""


def rehearsal(source: Sessions) -> Sessions:
    """Copy what reminders hang on into a database in memory, where a rehearsal may write."""
    target = make_engine("sqlite://")
    migrate(target)
    copy_rows(engine_of(source), target, [table for table in _tables() if table.name not in TALK])
    return make_sessions(target)


def back_up(source: Sessions, file: Path) -> None:
    """Write everything into one file, complete or not at all."""
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    target = make_engine(_sqlite(unfinished))
    try:
        migrate(target)
        copy_rows(engine_of(source), target, _tables())
        _fold_log(target)
        unfinished.replace(file)
    finally:
        target.dispose()
        unfinished.unlink(missing_ok=True)


def _sqlite(file: Path) -> URL:
    return URL.create("sqlite", database=str(file))


def _fold_log(target: Engine) -> None:
    """Put the write-ahead log into the file, so that one file is all."""
    with closing(target.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode=DELETE")


def restore(file: Path, into: Sessions) -> None:
    """Replace everything by what *file* holds, in one transaction; raise `NotABackup` and change nothing otherwise."""
    with TemporaryDirectory(prefix="kiemdinh-") as folder:
        # A copy, because bringing it up to date writes: the backup itself stays as it is, on a read-only disk too.
        copy = Path(folder) / "backup.db"
        shutil.copyfile(file, copy)
        source = make_engine(_sqlite(copy))
        try:
            _check(source, copy, file.name)
            copy_rows(source, engine_of(into), _tables(), replace=True)
        finally:
            source.dispose()


def _check(source: Engine, copy: Path, name: str) -> None:
    with copy.open("rb") as opened:
        if opened.read(16) != b"SQLite format 3\x00":
            raise NotABackup(f"{name} không phải tệp sao lưu của chương trình này.")
    try:
        if version(source) is None:
            raise NotABackup(f"{name} không phải tệp sao lưu của chương trình này.")
        migrate(source)
        _read_all(source)
        sound = _is_sound(copy)
    except NewerDatabase as error:
        raise NotABackup(str(error)) from None
    except (DatabaseError, sqlite3.DatabaseError):
        sound = False
    if not sound:
        raise NotABackup(f"{name} bị hỏng, không đọc được.")


def _read_all(source: Engine) -> None:
    with source.connect() as reading:
        for table in _tables():
            reading.execute(select(table)).fetchall()


def _is_sound(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as opened:
        whole = opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return whole and not opened.execute("PRAGMA foreign_key_check").fetchall()


def _tables() -> list[Table]:
    return Base.metadata.sorted_tables


def copy_rows(source: Engine, target: Engine, tables: Iterable[Table], *, replace: bool = False) -> None:
    """Copy every row of *tables*, in one transaction on each side."""
    tables = list(tables)
    with source.connect().execution_options(reading=True) as reading, target.begin() as writing:
        _hold_still(reading)
        for table in reversed(tables) if replace else ():
            writing.execute(table.delete())
        for table in tables:
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            for start in range(0, len(rows), BATCH):
                writing.execute(insert(table), rows[start : start + BATCH])
        _mend_sequences(writing)


def _hold_still(reading: Connection) -> None:
    """See one moment in all tables, whoever writes meanwhile; SQLite's transactions do so by themselves."""
    if reading.dialect.name == "postgresql":
        reading.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


def _mend_sequences(writing: Connection) -> None:
    """PostgreSQL's counters do not see rows that come with their numbers."""
    if writing.dialect.name != "postgresql":
        return
    for table in _tables():
        if "id" in table.columns:
            counter = func.pg_get_serial_sequence(table.name, "id")
            following = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
            writing.execute(select(func.setval(counter, following, literal_column("false"))))
