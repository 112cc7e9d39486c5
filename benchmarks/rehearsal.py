"""How long the rehearsal of a whole year takes, for the 16 schools of the seed plan."""

from __future__ import annotations

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.demo import load_seed
from bot.rehearsal import rehearse
from db.session import open_database
from knowledge.library import load
from knowledge.shelf import Shelf

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
ROUNDS = 5


def main() -> None:
    """Print the table."""
    shelf, sessions = Shelf(load()), open_database("sqlite://")
    with sessions.begin() as session:
        load_seed(session, shelf, datetime(2017, 10, 2, 7, 30, tzinfo=ZONE))
    seconds, count = [], 0
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        count = len(rehearse(sessions, shelf, date(2017, 10, 2), date(2018, 7, 31), ZONE))
        seconds.append(time.perf_counter() - begun)
    print("rehearsal of a year, 16 schools     best s   worst s   letters")
    print(f"{'':35} {min(seconds):6.2f} {max(seconds):9.2f} {count:9d}")


if __name__ == "__main__":
    main()
