"""Join codes: one use, kept as a hash, expiring; and the codes that did not fit."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, func, select, update

from db.session import Session
from db.tables import Invite, Person, School, WrongCode

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so that no code is a word, and nothing that looks like something else."""
LENGTH = 10
"""27 letters, ten places: 47 bits."""
LIFETIME = timedelta(days=30)
PATIENCE = timedelta(minutes=10)
WRONG_ALLOWED = 5


def make(
    session: Session, role: str, school: School | None, by: Person | None, now: datetime, person: Person | None = None
) -> str:
    """Make a code and return it; only its hash is kept."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    session.add(
        Invite(
            code_hash=fingerprint(code),
            role=role,
            school_id=school.id if school else None,
            made_at=now,
            made_by=by.id if by else None,
            expires_at=now + LIFETIME,
            person_id=person.id if person else None,
        )
    )
    return f"{code[:5]}-{code[5:]}"


def fingerprint(code: str) -> str:
    """Hash a code as it is kept. The code is 47 random bits, so a slow hash would add nothing."""
    return hashlib.sha256(bare(code).encode()).hexdigest()


def bare(code: str) -> str:
    """Take away what people add when they copy a code: spaces, dashes, small letters."""
    return "".join(code.upper().replace("-", "").split())


def use(session: Session, code: str, now: datetime) -> Invite | None:
    """Spend the code and return its invite; None where it is unknown, used or expired."""
    found = session.scalar(select(Invite).filter_by(code_hash=fingerprint(code)))
    if found is None:
        return None
    spent = session.execute(
        update(Invite)
        .where(Invite.id == found.id, Invite.used_at.is_(None), Invite.expires_at > now)
        .values(used_at=now)
    )
    return found if isinstance(spent, CursorResult) and spent.rowcount == 1 else None


def state(session: Session, code: str) -> Invite | None:
    """Find the invite of a code, spent or not, to say what is the matter with it."""
    return session.scalar(select(Invite).filter_by(code_hash=fingerprint(code)))


def note_wrong(session: Session, channel: str, address: str, now: datetime) -> int:
    """Count one more wrong code; return how many there were in the last ten minutes."""
    session.add(WrongCode(channel=channel, address=address, at=now))
    session.flush()
    return wrong(session, channel, address, now)


def wrong(session: Session, channel: str, address: str, now: datetime) -> int:
    """Count the wrong codes of an address in the last ten minutes."""
    chosen = select(func.count()).select_from(WrongCode).filter_by(channel=channel, address=address)
    return session.scalar(chosen.where(WrongCode.at > now - PATIENCE)) or 0
