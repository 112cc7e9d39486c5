"""The one page of commands."""

from __future__ import annotations

import re

import pytest

from handlers import menu
from knowledge.language.meaning import INTENTS
from knowledge.rules.permissions import PERMISSIONS, ROLES
from tests.conftest import Chat


def test_names_are_unique() -> None:
    assert len(menu.BY_NAME) == len(menu.COMMANDS)


@pytest.mark.parametrize("command", menu.COMMANDS, ids=lambda command: command.name)
def test_a_name_is_what_telegram_takes(command: menu.Command) -> None:
    assert re.fullmatch(r"[a-z]{1,32}", command.name)


@pytest.mark.parametrize("command", menu.COMMANDS, ids=lambda command: command.name)
def test_a_help_line_fits_a_phone(command: menu.Command) -> None:
    assert len(command.help) <= 42
    assert not command.help.endswith(".")


def test_every_intent_leads_somewhere() -> None:
    assert set(INTENTS) - set(menu.BY_INTENT) == {"unknown"}


def test_no_two_commands_hear_one_intent() -> None:
    named = [command.intent for command in menu.COMMANDS if command.intent]
    assert sorted(named) == sorted(set(named))


@pytest.mark.parametrize("role", ROLES)
def test_help_lists_what_a_role_may_do(role: str) -> None:
    names = [name for name, _ in menu.listed(role)]
    assert ("capnhat" in names) is (role in {"principal", "deputy"})
    assert ("tiendo" in names) is (role == "officer")
    assert "trogiup" in names


@pytest.mark.parametrize("command", [one for one in menu.COMMANDS if one.help], ids=lambda command: command.name)
def test_every_listed_command_answers_a_principal_or_an_officer(
    chat: Chat, officer: Chat, command: menu.Command
) -> None:
    answers = [who.say(f"/{command.name}").text for who in (chat, officer)]
    assert any(answer and "dành cho" not in answer for answer in answers)


@pytest.mark.parametrize("fixture", ["chat", "officer", "stranger"])
def test_help_shows_examples_that_work(request: pytest.FixtureRequest, fixture: str) -> None:
    who: Chat = request.getfixturevalue(fixture)
    examples = re.findall(r"\*([^*]+)\*", who.say("/trogiup").text)
    assert examples
    for example in examples:
        said = who.say(example).text
        assert not re.search(r"chưa có câu trả lời|dành cho|Chưa ghi gì|chưa rõ|cần mã", said), (example, said)


def test_a_listed_command_is_in_the_help_page(officer: Chat) -> None:
    said = officer.say("/trogiup").text
    assert all(f"/{name}: {line}" in said for name, line in menu.listed("officer"))


@pytest.mark.parametrize("command", menu.COMMANDS, ids=lambda command: command.name)
def test_every_command_stands_for_an_action(command: menu.Command) -> None:
    assert command.action in PERMISSIONS
