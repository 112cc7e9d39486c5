"""The unit of work: what is kept, what is rolled back, what is tried anew."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError

from db import notes
from db.session import TRIES, Session, Sessions, read_url, unit
from db.tables import Heard, Note, School
from db.trouble import explain, is_broken


def test_an_error_rolls_back_everything(any_sessions: Sessions) -> None:
    def work(session: Session) -> None:
        notes.keep(session, "a", "1")
        session.flush()
        raise KeyError("x")

    with pytest.raises(KeyError):
        unit(any_sessions, work)
    assert unit(any_sessions, lambda session: notes.read(session, "a")) is None


def test_a_row_that_another_wrote_first_is_met_in_a_second_try(any_sessions: Sessions) -> None:
    tries = []

    def work(session: Session) -> str:
        tries.append(1)
        if len(tries) == 1:
            session.add_all([School(name="TH A", level="TH"), School(name="TH A", level="TH")])
            session.flush()
        return "done"

    assert (unit(any_sessions, work), len(tries)) == ("done", 2)


def test_a_row_that_never_fits_is_given_up(any_sessions: Sessions) -> None:
    tries = []

    def work(session: Session) -> None:
        tries.append(1)
        session.add_all([School(name="TH A", level="TH"), School(name="TH A", level="TH")])
        session.flush()

    with pytest.raises(IntegrityError):
        unit(any_sessions, work)
    assert len(tries) == TRIES


def test_a_deadlock_is_tried_anew(postgres_url: str) -> None:
    from db.session import engine_of, open_database

    sessions, meeting, tries = open_database(postgres_url), threading.Barrier(2, timeout=20), []
    with sessions.begin() as session:
        session.add_all([Note(name="a", value=""), Note(name="b", value="")])

    def swap(first: str, second: str) -> None:
        mine = []

        def work(session: Session) -> None:
            mine.append(1)
            tries.append(first)
            session.execute(text("UPDATE notes SET value = value || :me WHERE name = :it"), {"me": first, "it": first})
            if len(mine) == 1:
                meeting.wait()
            session.execute(text("UPDATE notes SET value = value || :me WHERE name = :it"), {"me": first, "it": second})

        unit(sessions, work)

    threads = [threading.Thread(target=swap, args=names) for names in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = unit(sessions, lambda session: sorted("".join(sorted(one.value)) for one in session.query(Note)))
    engine_of(sessions).dispose()

    assert (found, len(tries)) == (["ab", "ab"], 3)


def test_a_moment_without_a_zone_is_refused_and_one_with_it_comes_back_equal(any_sessions: Sessions) -> None:
    moment = datetime(2017, 10, 2, 0, 30, tzinfo=UTC)

    def write(session: Session, at: datetime) -> None:
        session.add(Heard(channel="a", key=str(at), at=at, goes_to="a"))
        session.flush()

    unit(any_sessions, lambda session: write(session, moment))
    with pytest.raises(StatementError, match="a moment needs its time zone"):
        unit(any_sessions, lambda session: write(session, moment.replace(tzinfo=None)))
    assert unit(any_sessions, lambda session: session.query(Heard).one().at) == moment


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("sqlite:////tmp/a b.db", "sqlite:////tmp/a b.db"),
        ("postgres://u:p%40x@h:5/d", "postgresql+psycopg://u:p%40x@h:5/d"),
        ("postgresql://u@h/d?sslmode=require", "postgresql+psycopg://u@h/d?sslmode=require"),
        ("postgresql+psycopg2://h/d", "postgresql+psycopg://h/d"),
    ],
)
def test_an_address_of_a_database_gets_the_driver_that_we_ship(given: str, read: str) -> None:
    assert read_url(given) == read


@pytest.mark.parametrize("given", ["nonsense", "mysql://u@h/d", "://", "postgresql://h:port/d", "sqlite"])
def test_an_address_of_another_kind_is_refused_in_vietnamese(given: str) -> None:
    with pytest.raises(ValueError, match=r"ví dụ postgresql://|chỉ dùng được sqlite hoặc postgresql"):
        read_url(given)


def test_trouble_is_explained_in_one_line(tmp_path: object) -> None:
    from db.session import open_database

    def reason(url: str) -> tuple[str, bool]:
        with pytest.raises(SQLAlchemyError) as trouble:
            open_database(url)
        return explain(trouble.value), is_broken(trouble.value)

    nowhere = reason(f"sqlite:///{tmp_path}/none/x.db")
    closed = reason("postgresql+psycopg://u@127.0.0.1:1/d")

    assert nowhere == ("không mở được tệp; kiểm tra đường dẫn và quyền của thư mục", False)
    assert closed == ("không kết nối được với máy chủ; máy chủ có đang chạy không", False)
