"""How a button names a school: by its name, or by a mark of it where the name is too long for a platform."""

from __future__ import annotations

import re
from zlib import crc32

from db import schools
from db.session import Session
from knowledge.language.fold import fold

LONGEST = 64
_MARK = re.compile(r"\btruong-[0-9a-f]{8}\b")


def about(command: str, name: str) -> str:
    """Write what a button about a school says: `/tiendo th tu cuong`."""
    words = f"{command} {fold(name)}"
    return words if words.isascii() and len(words) <= LONGEST else f"{command} {_mark(name)}"


def _mark(name: str) -> str:
    return f"truong-{crc32(name.encode()):08x}"


def spelled_out(session: Session, words: str) -> str:
    """Put the names back where a button had to leave them out."""
    if not _MARK.search(words):
        return words
    known = {_mark(name): name for name in schools.names(session)}
    return _MARK.sub(lambda found: known.get(found[0], found[0]), words)
