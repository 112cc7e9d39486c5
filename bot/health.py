"""Checks what the product needs before somebody relies on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine

from bot.settings import BadSetting, Settings
from bot.setup import make_folders
from db import schools
from db.schema import NewerDatabase, head, migrate, version
from db.session import make_engine, make_sessions
from db.trouble import Trouble, explain
from knowledge.errors import BadKnowledge
from knowledge.library import load


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str


def examine(settings: Settings) -> Iterator[Check]:
    """Look at configuration, database, schema version, knowledge base and channels."""
    yield Check("cấu hình", ok=True, detail="bản chạy thử" if settings.demo else "dùng thật")
    yield _check("cơ sở dữ liệu", lambda: _database(settings))
    yield _check("phiên bản dữ liệu", lambda: _schema(settings))
    yield _check("kho kiến thức", _knowledge)
    yield _check("kế hoạch", lambda: _plan(settings))
    yield from _channels(settings)


def _check(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, detail=look())
    except Trouble as error:
        return Check(name, ok=False, detail=explain(error))
    except (NewerDatabase, BadKnowledge, BadSetting, OSError) as error:
        return Check(name, ok=False, detail=" ".join(str(error).split())[:300])


def _database(settings: Settings) -> str:
    make_folders(settings)
    with _engine(settings) as engine:
        migrate(engine)
        kind = engine.dialect.name
        with engine.connect() as connection:
            broken = (
                _integrity(connection.exec_driver_sql("PRAGMA integrity_check").scalars().all())
                if kind == "sqlite"
                else []
            )
    if broken:
        raise OSError("tệp dữ liệu bị hỏng: " + "; ".join(broken))
    return f"mở được ({kind})"


@contextmanager
def _engine(settings: Settings) -> Iterator[Engine]:
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def _integrity(lines: object) -> list[str]:
    return [str(line) for line in lines if line != "ok"] if isinstance(lines, list | tuple) else []


def _schema(settings: Settings) -> str:
    with _engine(settings) as engine:
        found = version(engine)
    if found != head():
        raise OSError(f"đang ở bản {found}, chương trình cần bản {head()}")
    return f"bản {found}"


def _knowledge() -> str:
    catalogue = load()
    criteria = sum(len(framework.criteria) for framework in catalogue.frameworks)
    return f"{len(catalogue.frameworks)} bộ tiêu chuẩn, {criteria} tiêu chí, {len(catalogue.topics)} chủ đề"


def _plan(settings: Settings) -> str:
    with _engine(settings) as engine, make_sessions(engine).begin() as session:
        count = len(schools.every(session))
    return f"{count} trường" if count else "chưa có trường nào; nhập bằng kiemdinh import-plan"


def _channels(settings: Settings) -> Iterator[Check]:
    yield Check("web", ok=True, detail=f"http://{settings.kiemdinh_http_host}:{settings.kiemdinh_http_port}")
    if not settings.telegram_bot_token:
        yield Check("telegram", ok=True, detail="tắt")
        return
    from bot.channels.telegram_check import who_am_i

    name, error = who_am_i(settings.telegram_bot_token, settings.telegram_base_url)
    yield Check("telegram", ok=name is not None, detail=f"@{name}" if name else error)
