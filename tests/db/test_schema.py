"""Migrations make the tables of `db/tables.py`, and a database from the future is refused."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from db import schema
from db.schema import NewerDatabase, head, migrate, version
from db.session import make_engine, open_database
from db.tables import Base, Room


def test_the_migrations_make_exactly_the_tables_of_the_code(any_url: str) -> None:
    engine = make_engine(any_url)
    migrate(engine)
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata)
    engine.dispose()

    assert found == []


def test_the_migrations_go_down_to_nothing_and_up_again(any_url: str) -> None:
    from alembic import command

    engine = make_engine(any_url)
    migrate(engine)
    with engine.begin() as connection:
        config = schema._config()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    left = inspect(engine).get_table_names()
    migrate(engine)
    engine.dispose()

    assert left == ["alembic_version"]


def test_an_empty_file_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "old.db").touch()
    engine = make_engine(f"sqlite:///{tmp_path / 'old.db'}")
    before = version(engine)
    migrate(engine)
    migrate(engine)
    after = version(engine)
    engine.dispose()

    assert (before, after) == (None, head())


def test_a_migration_that_breaks_leaves_nothing_behind(any_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import command

    upgrade = command.upgrade

    def break_at_the_end(*arguments: object) -> None:
        upgrade(*arguments)
        raise RuntimeError("power cut")

    engine = make_engine(any_url)
    with monkeypatch.context() as broken:
        broken.setattr(schema.command, "upgrade", break_at_the_end)
        with pytest.raises(RuntimeError):
            migrate(engine)
    left = inspect(engine).get_table_names()
    engine.dispose()

    assert left == []


def test_a_newer_database_is_refused_in_one_sentence(any_url: str) -> None:
    engine = make_engine(any_url)
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NewerDatabase) as refused:
        open_database(any_url)

    assert str(refused.value) == (
        "Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình (bản 9999). "
        "Hãy cập nhật chương trình, hoặc mở bản sao lưu cũ."
    )


def test_processes_that_start_at_once_migrate_once(any_url: str) -> None:
    engines = [make_engine(any_url) for _ in range(4)]

    async def all_at_once() -> None:
        await asyncio.gather(*(asyncio.to_thread(migrate, engine) for engine in engines))

    asyncio.run(all_at_once())
    found = [version(engine) for engine in engines]
    for engine in engines:
        engine.dispose()

    assert found == [head()] * 4


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Kính gửi các trường, " * 100)
    before = file.read_bytes()
    with pytest.raises(Exception, match="file is not a database"):
        open_database(f"sqlite:///{file}")

    assert file.read_bytes() == before
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(file).execute("SELECT 1 FROM sqlite_master")


def test_a_lived_in_database_of_the_first_version_keeps_every_row(any_url: str) -> None:
    from alembic import command

    engine = make_engine(any_url)
    with engine.begin() as connection:
        config = schema._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    with engine.begin() as connection:
        for statement in FIRST_ROWS:
            connection.execute(text(statement))
    migrate(engine)
    with engine.connect() as connection:
        kept = connection.execute(
            text(
                "SELECT s.name, s.commune, c.signature, r.result_at FROM reviews r JOIN schools s ON s.id = r.school_id"
                " JOIN campaigns c ON c.id = r.campaign_id"
            )
        ).fetchall()
        letters = connection.execute(text("SELECT text, files FROM letters")).fetchall()
        entered = connection.execute(select(Room.entered_at)).scalar_one()
    with pytest.raises(IntegrityError), engine.begin() as connection:  # Foreign keys are watched again.
        connection.execute(text("DELETE FROM schools"))
    engine.dispose()

    assert entered.year > 2017  # The day of grace of a group begins with the new version.
    assert [tuple(row) for row in kept] == [("TH Tứ Cường", "", "", None)]
    assert [(row[0], row[1] in ("[]", [])) for row in letters] == [("Chào", True)]


FIRST_ROWS = (
    "INSERT INTO rooms (id, channel, room, title, entered_at) VALUES (1, 'telegram', '-5', '', '2017-10-02')",
    "INSERT INTO schools (id, name, level) VALUES (1, 'TH Tứ Cường', 'TH')",
    "INSERT INTO campaigns (id, school_year, office_name, office_rank, circulars, begins, ends, known_since)"
    " VALUES (1, '2017-2018', 'Phòng', 'district', '{}', '2017-08-01', '2018-07-31', '2017-10-02')",
    "INSERT INTO reviews (id, campaign_id, school_id, note) VALUES (1, 1, 1, '')",
    "INSERT INTO people (id, name, role, school_id, joined_at) VALUES (1, 'A', 'principal', 1, '2017-10-02')",
    "INSERT INTO letters (id, key, kind, channel, address, person_id, school_id, text, choices, written_at, not_before,"
    " state, attempts, error) VALUES (1, 'k', 'x', 'web', 'a', 1, 1, 'Chào', '[]', '2017-10-02', '2017-10-02',"
    " 'waiting', 0, '')",
)
