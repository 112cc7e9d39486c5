"""A backup holds everything, of a database in use too; a restore replaces everything or nothing."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.demo import load_seed
from db import copies, notes, schools
from db.copies import NotABackup
from db.session import Sessions, engine_of, make_engine, open_database, unit
from db.tables import Base, Broadcast, Occasion, Receipt, School
from handlers.turn import Incoming
from knowledge.shelf import Shelf
from tests.conftest import START, Phone, TestClock, assemble, seat

Rows = dict[str, list[tuple[Any, ...]]]


def everything(sessions: Sessions) -> Rows:
    with engine_of(sessions).begin() as reading:
        return {
            table.name: [tuple(row) for row in reading.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


def live_a_little(sessions: Sessions, shelf: Shelf) -> None:
    """Fill every kind of table: a plan, a person, a report, its taking back, reminders, letters."""
    with sessions.begin() as session:
        load_seed(session, shelf, START)
    phone = Phone()
    app = assemble(sessions, shelf, TestClock(), phone)
    seat(app, phone, "a", "principal", "TH Tứ Cường")
    seat(app, phone, "b", "officer")

    async def talk() -> None:
        said = ["xong tc 1.1", "hoàn tác", "tc 3.5", "lương giáo viên hợp đồng năm nay", "xin dời lịch sang 12/2017"]
        for number, words in enumerate(said):
            await app.hear(Incoming("phone", "a", words, f"a{number}"))
        await app.hear(Incoming("phone", "b", "tạo mã mời TH Đoàn Tùng", "b1"))
        await app.hear(Incoming("phone", "b", "/traloi 1", "b2"))
        await app.hear(Incoming("phone", "b", "Theo hợp đồng đã ký.", "b3"))
        for number, words in enumerate(["/hinh", "hỏi nhanh: trường có mấy lớp?", "/guihoi"]):
            await app.hear(Incoming("phone", "b", words, f"b{number + 4}"))
        await app.hear(Incoming("phone", "khach", "ABCDE-23456", "c1"))
        await app.tick()
        await app.idle()

    asyncio.run(talk())
    with sessions.begin() as session:
        told = Broadcast(
            campaign_id=1, person_id=2, text="Họp", audience={"everyone": True}, made_at=START, send_at=START
        )
        told.receipts = [Receipt(school_id=1), Receipt(school_id=2, person_id=1)]
        session.add_all([told, Occasion(campaign_id=1, name="Sơ kết", day=START.date(), made_at=START)])


@pytest.fixture
def lived(any_sessions: Sessions, shelf: Shelf) -> Sessions:
    """Give a database that has been lived in, once of each kind."""
    live_a_little(any_sessions, shelf)
    return any_sessions


@pytest.fixture
def backup(lived: Sessions, tmp_path: Path) -> Path:
    """Give its backup."""
    file = tmp_path / "a b?c#d.db"
    copies.back_up(lived, file)
    return file


def test_a_backup_is_one_whole_file(lived: Sessions, backup: Path, tmp_path: Path) -> None:
    with sqlite3.connect(backup) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("SELECT count(*) FROM schools").fetchone() == (16,)
    opened.close()
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("a b")] == ["a b?c#d.db"]


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_everything_comes_back_on_either_kind_of_database(
    lived: Sessions, backup: Path, tmp_path: Path, kind: str, request: pytest.FixtureRequest, shelf: Shelf
) -> None:
    before = everything(lived)
    assert {name for name, rows in before.items() if not rows} <= {"rooms", "web_messages", "notes"}
    other = "postgresql" if kind == "postgresql" else "sqlite"
    url = request.getfixturevalue("second_postgres") if other == "postgresql" else f"sqlite:///{tmp_path / 'new.db'}"
    target = open_database(url)
    with target.begin() as session:
        session.add(School(name="TH Cũ", level="TH"))
    copies.restore(backup, target)
    after = everything(target)

    assert after == before
    with target.begin() as session:  # The counters go on behind the rows that came.
        session.add(School(name="TH Mới", level="TH"))
    assert unit(target, schools.names)[-1] == "TH Mới"
    engine_of(target).dispose()


@pytest.fixture
def second_postgres(postgres: str) -> Any:
    """Give one more empty database on the server."""
    from tests.db.postgres import fresh

    with fresh(postgres) as url:
        yield url


def test_a_backup_of_a_database_in_use_is_of_one_moment(lived: Sessions, tmp_path: Path) -> None:
    """Somebody writes pairs all the while; no backup has half of one."""
    stop = threading.Event()

    def write() -> None:
        for number in range(100_000):
            if stop.is_set():
                return
            with lived.begin() as session:
                session.add(School(name=f"TH {number}", level="TH"))
                session.flush()
                notes.keep(session, "last", f"TH {number}")

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    try:
        for number in range(5):
            file = tmp_path / f"copy-{number}.db"
            copies.back_up(lived, file)
            with sqlite3.connect(file) as opened:
                newest = opened.execute("SELECT name FROM schools ORDER BY id DESC LIMIT 1").fetchone()
                last = opened.execute("SELECT value FROM notes WHERE name = 'last'").fetchone()
            opened.close()
            seen.append(newest == last or last is None)
    finally:
        stop.set()
        writer.join()

    assert seen == [True] * 5


@pytest.mark.parametrize("damage", ["text", "empty", "other", "cut", "scrambled", "newer", "orphan", "lacking"])
def test_a_file_that_cannot_be_restored_changes_nothing(
    lived: Sessions, backup: Path, tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "damaged.db"
    shutil.copyfile(backup, file)
    DAMAGES[damage](file)
    before, bytes_before = everything(lived), file.read_bytes()
    with pytest.raises(NotABackup):
        copies.restore(file, lived)

    assert everything(lived) == before
    assert file.read_bytes() == bytes_before


def _sql(*statements: str) -> Any:
    def run(file: Path) -> None:
        opened = sqlite3.connect(file)
        for statement in statements:
            opened.execute(statement)
        opened.commit()
        opened.close()

    return run


def _other(file: Path) -> None:
    file.unlink()
    _sql("CREATE TABLE contacts (name TEXT)")(file)


def _scramble(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 64] = b"\x5a" * 64
    file.write_bytes(content)


DAMAGES: dict[str, Any] = {
    "text": lambda file: file.write_text("Kính gửi"),
    "empty": lambda file: file.write_bytes(b""),
    "other": _other,
    "cut": lambda file: file.write_bytes(file.read_bytes()[: 5 * 4096 + 100]),
    "scrambled": _scramble,
    "newer": _sql("UPDATE alembic_version SET version_num = '9999'"),
    "orphan": _sql("UPDATE people SET school_id = 4711"),
    "lacking": _sql("DROP TABLE reminders"),
}


def test_a_backup_is_restored_from_where_nothing_can_be_written(lived: Sessions, backup: Path) -> None:
    before = backup.read_bytes()
    copies.restore(backup, lived)

    assert backup.read_bytes() == before
    assert sorted(one.name for one in backup.parent.iterdir() if one.name.startswith("a b")) == [backup.name]


def test_a_backup_that_cannot_be_written_leaves_the_earlier_one(
    lived: Sessions, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backup.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(copies, "copy_rows", full)
    with pytest.raises(OSError, match="disk full"):
        copies.back_up(lived, backup)

    assert backup.read_bytes() == before
    assert [one.name for one in backup.parent.iterdir() if one.name.startswith("a b")] == [backup.name]


def test_a_copy_for_a_rehearsal_is_a_copy(lived: Sessions) -> None:
    before = everything(lived)
    copy = copies.rehearsal(lived)
    with copy.begin() as session:
        session.execute(text("DELETE FROM reminders"))

    assert everything(lived) == before
    assert everything(copy)["letters"] == before["letters"]
    engine_of(copy).dispose()


def test_a_database_is_opened_with_a_log_and_every_care(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.connect() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30000}
