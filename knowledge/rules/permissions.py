"""Who may do what: one table, read cell by cell."""

from __future__ import annotations

ROLES = ("stranger", "viewer", "deputy", "principal", "officer")

_EVERYONE = frozenset(ROLES)
_JOINED = _EVERYONE - {"stranger"}
_SCHOOL = frozenset({"deputy", "principal"})
_OFFICE = frozenset({"officer"})

PERMISSIONS: dict[str, frozenset[str]] = {
    "ask": _EVERYONE,
    "help": _EVERYONE,
    "join": _EVERYONE,
    "schedule": _JOINED,
    "add_channel": _JOINED,
    "record": _SCHOOL,
    "undo": _SCHOOL,
    "own_status": _SCHOOL,
    "answer_reminder": _SCHOOL,
    "acknowledge": _SCHOOL,
    "request_move": _SCHOOL,
    "draw": _SCHOOL | _OFFICE,
    "results": _SCHOOL | _OFFICE,
    "office": _JOINED,
    "plan": _OFFICE,
    "district_status": _OFFICE,
    "move_review": _OFFICE,
    "invite": _OFFICE,
    "invite_deputy": frozenset({"principal"}),
    "people": _OFFICE,
    "tie_group": _OFFICE,
    "trail": _OFFICE,
    "broadcast": _OFFICE,
    "poll": _OFFICE,
    "answer_poll": _SCHOOL,
    "export": _OFFICE,
    "teach": _OFFICE,
}
"""Action to the roles that may; principals and deputies always for their own school only."""


def may(role: str, action: str) -> bool:
    """Say whether *role* may do *action*; KeyError for an action that is not in the table."""
    return role in PERMISSIONS[action]
