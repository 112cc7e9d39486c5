"""The engine and the unit of work: SQLite with a write-ahead log by default, PostgreSQL where asked."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from db.schema import migrate

Sessions = sessionmaker[Session]

__all__ = ["Session", "Sessions", "make_engine", "make_sessions", "open_database"]


def make_engine(url: str) -> Engine:
    """Open the database at *url*, SQLite being set up for several threads."""
    if not url.startswith("sqlite"):
        return create_engine(url, pool_pre_ping=True)
    in_memory = url in {"sqlite://", "sqlite:///:memory:"}
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": 30}, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN comes too late to take the write lock first, hence isolation_level None.
    connection.isolation_level = None
    # FULL, not NORMAL: after a power cut in an office, what was acknowledged must still be there.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Any) -> None:
    # A reader that turns writer midway cannot wait for the lock: SQLite refuses it at once.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def make_sessions(engine: Engine) -> Sessions:
    """Make the factory whose `begin()` is the unit of work."""
    return sessionmaker(engine, expire_on_commit=False)


def open_database(url: str) -> Sessions:
    """Open the database at *url* and bring its tables up to date; raise `NewerDatabase` where that cannot be."""
    engine = make_engine(url)
    migrate(engine)
    return make_sessions(engine)
