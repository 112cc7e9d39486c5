"""Patterns that stay quick on any text."""

from __future__ import annotations

import re

MOST = 6
"""How often words of one kind stand in a row in what people write."""


def bounded(pattern: str) -> re.Pattern[str]:
    """Compile *pattern* with an end to its repeats: one word typed a thousand times would take a million steps."""
    return re.compile(pattern.replace(")*", f"){{0,{MOST}}}"))
