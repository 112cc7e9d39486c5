"""Whatever a test of the handlers makes the product say is held against the manners of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from handlers.turn import Reply
from tests.conftest import Phone

SIGNS = set("✅◐○⏰📎■□→·•‹›…“”–")
"""The signs that may be said, beside letters and what is on a keyboard."""


@pytest.fixture(autouse=True)
def _manners(phone: Phone) -> Iterator[None]:
    """Check every reply that a test has seen."""
    yield
    for _, reply in phone.shown + phone.edited:
        check(reply)


def check(reply: Reply) -> None:
    """Fail for a button that no platform carries, a heap of text, or a tone that is not ours."""
    for choice in reply.choices:
        assert choice.words.isascii(), choice
        assert len(choice.words) <= 64, choice
        assert 0 < len(choice.label) <= 60, choice
    assert len(reply.text) <= 2000, reply.text
    assert "!" not in reply.text, reply.text
    assert reply.text == reply.text.strip(), reply.text
    assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|\{|\}|  ", reply.text), reply.text
    strange = {one for one in reply.text if not (one.isalnum() or one.isascii() or one in SIGNS)}
    assert strange == set(), reply.text
