"""Who may do what, cell by cell."""

from __future__ import annotations

import pytest

from knowledge.rules.permissions import PERMISSIONS, ROLES, may

TABLE = """
                 stranger viewer deputy principal officer
ask              yes      yes    yes    yes       yes
help             yes      yes    yes    yes       yes
join             yes      yes    yes    yes       yes
schedule         -        yes    yes    yes       yes
add_channel      -        yes    yes    yes       yes
record           -        -      yes    yes       -
undo             -        -      yes    yes       -
own_status       -        -      yes    yes       -
answer_reminder  -        -      yes    yes       -
acknowledge      -        -      yes    yes       -
request_move     -        -      yes    yes       -
results          -        -      yes    yes       yes
office           -        yes    yes    yes       yes
plan             -        -      -      -         yes
draw             -        -      yes    yes       yes
district_status  -        -      -      -         yes
move_review      -        -      -      -         yes
invite           -        -      -      -         yes
invite_deputy    -        -      -      yes       -
people           -        -      -      -         yes
tie_group        -        -      -      -         yes
trail            -        -      -      -         yes
broadcast        -        -      -      -         yes
poll             -        -      -      -         yes
answer_poll      -        -      yes    yes       -
export           -        -      -      -         yes
teach            -        -      -      -         yes
"""


def cells() -> list[tuple[str, str, bool]]:
    """Read the table above."""
    head, *rows = [line.split() for line in TABLE.strip().splitlines()]
    return [(row[0], role, word == "yes") for row in rows for role, word in zip(head, row[1:], strict=True)]


@pytest.mark.parametrize(("action", "role", "allowed"), cells())
def test_the_table_holds(action: str, role: str, allowed: bool) -> None:
    assert may(role, action) is allowed


def test_the_table_is_whole() -> None:
    assert {(action, role) for action, role, _ in cells()} == {
        (action, role) for action in PERMISSIONS for role in ROLES
    }


def test_an_action_that_is_not_in_the_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        may("officer", "fly")
