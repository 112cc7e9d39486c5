"""The engine and the unit of work: SQLite with a write-ahead log by default, PostgreSQL where asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from db.schema import migrate

T = TypeVar("T")
Sessions = sessionmaker[Session]

__all__ = [
    "Session",
    "Sessions",
    "engine_of",
    "look",
    "make_engine",
    "make_sessions",
    "open_database",
    "read_url",
    "unit",
]

BUSY_SECONDS = 30
"""How long to wait for another writer of the same SQLite file."""
TRIES = 4
_SQLITE_SUFFIXES = ("", ":memory:")
_CLASHES = {"40001", "40P01"}
"""PostgreSQL: could not serialize, deadlock."""


def read_url(text: str) -> str:
    """Check a database address and name the driver that we ship; raise ValueError in Vietnamese."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise ValueError(
            "chưa đúng; ví dụ postgresql://tên:mậtkhẩu@máy/kiemdinh hoặc sqlite:////thư/mục/tệp.db"
        ) from None
    family = url.get_backend_name()
    if family not in {"sqlite", "postgresql", "postgres"}:
        raise ValueError(f"chỉ dùng được sqlite hoặc postgresql, không dùng được {family}")
    driver = "sqlite" if family == "sqlite" else "postgresql+psycopg"
    return url.set(drivername=driver).render_as_string(hide_password=False)


def make_engine(url: str | URL) -> Engine:
    """Open the database at *url*, SQLite being set up for several threads."""
    url = make_url(url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=20, max_overflow=20)
    options: dict[str, Any] = {"poolclass": StaticPool} if (url.database or "") in _SQLITE_SUFFIXES else {}
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS}, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own BEGIN comes too late to take the write lock first, hence isolation_level None.
    connection.isolation_level = None
    # FULL, not NORMAL: after a power cut in an office, what was acknowledged must still be there.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Any) -> None:
    # A reader that turns writer midway cannot wait for the lock: SQLite refuses it at once.
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def make_sessions(engine: Engine) -> Sessions:
    """Make the factory whose `begin()` is the unit of work."""
    return sessionmaker(engine, expire_on_commit=False)


def engine_of(sessions: Sessions) -> Engine:
    """Give the engine behind *sessions*."""
    bound = sessions.kw["bind"]
    if not isinstance(bound, Engine):
        raise TypeError("the sessions are not bound to an engine")
    return bound


def open_database(url: str) -> Sessions:
    """Open the database at *url* and bring its tables up to date; raise `NewerDatabase` where that cannot be."""
    engine = make_engine(url)
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return make_sessions(engine)


def unit(sessions: Sessions, work: Callable[[Session], T]) -> T:
    """Run *work* in one transaction; anew where another process wrote the same row first."""
    for _ in range(TRIES - 1):
        try:
            with sessions.begin() as session:
                return work(session)
        except DBAPIError as error:
            if not _clashed(error):
                raise
    with sessions.begin() as session:
        return work(session)


def look(sessions: Sessions, question: Callable[[Session], T]) -> T:
    """Ask *question*, which writes nothing, without waiting for those who write."""
    with sessions.begin() as session:
        session.connection(execution_options={"reading": True})
        return question(session)


def _clashed(error: DBAPIError) -> bool:
    return isinstance(error, IntegrityError) or getattr(error.orig, "sqlstate", None) in _CLASHES
