"""Copies of the whole database: for a backup, for a rehearsal, and back again."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, literal_column, select
from sqlalchemy.exc import DatabaseError

from db.schema import NewerDatabase, migrate, version
from db.session import Sessions, make_engine, make_sessions
from db.tables import Base

BATCH = 500


class NotABackup(Exception):
    """The file cannot be restored, and the message says why, in Vietnamese."""


def rehearsal(source: Sessions) -> Sessions:
    """Copy everything into a database in memory, where a rehearsal may write."""
    target = make_engine("sqlite://")
    migrate(target)
    copy_rows(_engine(source), target)
    return make_sessions(target)


def back_up(source: Sessions, file: Path) -> None:
    """Write everything into one file, complete or not at all."""
    unfinished = file.with_name(file.name + ".part")
    unfinished.unlink(missing_ok=True)
    target = make_engine(f"sqlite:///{unfinished}")
    migrate(target)
    copy_rows(_engine(source), target)
    _close(target)
    unfinished.replace(file)


def _close(target: Engine) -> None:
    """Fold the write-ahead log into the file, so that one file is all."""
    raw = target.raw_connection()
    raw.cursor().execute("PRAGMA journal_mode=DELETE")
    raw.close()
    target.dispose()


def restore(file: Path, into: Sessions) -> None:
    """Replace everything by what *file* holds, in one transaction; raise `NotABackup` and change nothing otherwise."""
    source = _open_backup(file)
    copy_rows(source, _engine(into), replace=True)
    source.dispose()


def _open_backup(file: Path) -> Engine:
    with file.open("rb") as opened:
        if opened.read(16) != b"SQLite format 3\x00":
            raise NotABackup(f"{file.name} không phải tệp sao lưu của chương trình này.")
    source = make_engine(f"sqlite:///{file}")
    try:
        if version(source) is None:
            raise NotABackup(f"{file.name} không phải tệp sao lưu của chương trình này.")
        migrate(source)
    except NewerDatabase as error:
        raise NotABackup(str(error)) from None
    except DatabaseError:
        raise NotABackup(f"{file.name} bị hỏng, không đọc được.") from None
    return source


def copy_rows(source: Engine, target: Engine, *, replace: bool = False) -> None:
    """Copy every row of every table, in one transaction on each side."""
    tables = Base.metadata.sorted_tables
    with source.begin() as reading, target.begin() as writing:
        for table in reversed(tables) if replace else ():
            writing.execute(table.delete())
        for table in tables:
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            for start in range(0, len(rows), BATCH):
                writing.execute(insert(table), rows[start : start + BATCH])
        _mend_sequences(writing)


def _mend_sequences(writing: Connection) -> None:
    """PostgreSQL's counters do not see rows that come with their numbers."""
    if writing.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        if "id" in table.columns:
            counter = func.pg_get_serial_sequence(table.name, "id")
            following = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
            writing.execute(select(func.setval(counter, following, literal_column("false"))))


def _engine(sessions: Sessions) -> Engine:
    bound = sessions.kw["bind"]
    if not isinstance(bound, Engine):
        raise TypeError("the sessions are not bound to an engine")
    return bound
