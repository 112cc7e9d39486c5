"""Brings a database up to the version of the code, and refuses one that is ahead of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

MIGRATING = 20120042
"""The number of the lock that one migrating process holds."""


class NewerDatabase(Exception):
    """The database was written by a newer version of the program."""


def migrate(engine: Engine) -> None:
    """Apply every migration that is missing, in one transaction."""
    with _without_foreign_keys(engine) as connection, connection.begin():
        if connection.dialect.name == "postgresql":  # Two processes that start at once: the second finds it done.
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATING})")
        found = MigrationContext.configure(connection).get_current_revision()
        if found == head():
            return
        _refuse_newer(found)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _refuse_orphans(connection)


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    """Connect with foreign keys off on SQLite: a table that it must rebuild would count as its rows being deleted.

    The switch does nothing inside a transaction, so it is turned before one begins.
    """
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        if engine.dialect.name != "sqlite" or raw is None:
            yield connection
            return
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            yield connection
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _refuse_orphans(connection: Connection) -> None:
    """Take the migration back where it leaves a row that refers to nothing."""
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise RuntimeError(f"the migration leaves rows without what they refer to: {orphans[:3]}")


def version(engine: Engine) -> str | None:
    """Read which migration the database is at."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """Name the newest migration that the code has."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _refuse_newer(found: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found is not None and found not in known:
        raise NewerDatabase(
            f"Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình (bản {found}). "
            "Hãy cập nhật chương trình, hoặc mở bản sao lưu cũ."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
