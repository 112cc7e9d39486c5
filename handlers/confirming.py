""" "Xác nhận", whatever it was that was asked."""

from __future__ import annotations

from handlers import communes, departing, importing, moving, new_year, occasions, office, results
from handlers.turn import Handler, Reply, Turn

CONFIRMED: dict[str, Handler] = {
    "kehoach": importing.confirmed,
    "ketqua": results.confirmed,
    "sukien": occasions.confirmed,
    "coquan": office.confirmed,
    "xa": communes.confirmed,
    "namhoc": new_year.confirmed,
    "bonguoi": departing.confirmed,
}
"""What stands first behind `/xacnhan`, and who does it then; a button of a move begins with a number."""


def confirm(turn: Turn) -> Reply:
    """Do what was shown."""
    what, _, rest = turn.words.partition(" ")
    handler = CONFIRMED.get(what)
    if handler is None:
        return moving.confirm(turn)
    turn.words = rest.strip()
    return handler(turn)
