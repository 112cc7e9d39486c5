"""The conversation in the terminal: a seat is taken, lines are read, answers are printed."""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections.abc import Iterator

from rapidfuzz import process

from bot.channels.console import ConsoleChannel
from bot.output import Refused, prompt
from bot.setup import Product
from db import people, schools
from db.session import Session, unit
from db.tables import Person, School
from handlers.turn import Incoming
from knowledge.language.fold import fold
from knowledge.language.school_names import find_schools

CHANNEL = "console"
OFFICER = {"officer", "chuyen vien"}
SHOWN = 5


def converse(product: Product, wanted: str) -> None:
    """Talk as *wanted* until the input ends."""
    app = product.app
    app.prepare()
    seat = _take_seat(product, wanted)
    app.add(ConsoleChannel(folder=product.settings.kiemdinh_data_dir / "tep"))
    # The lines are read between the runs of the loop: a thread that waits for a key cannot be interrupted by Ctrl-C.
    with asyncio.Runner() as loop:
        try:
            loop.run(app.tick())
            for line in _lines():
                loop.run(app.hear(Incoming(CHANNEL, seat, line, uuid.uuid4().hex)))
                loop.run(app.idle())
        finally:
            app.leave(CHANNEL, seat)


def _lines() -> Iterator[str]:
    asked = sys.stdin.isatty()
    if asked:
        prompt("Gõ câu hỏi hoặc việc đã làm; số để chọn nút; Ctrl-D để thôi.\n\n> ")
    for line in sys.stdin:
        if line.strip():
            yield line.rstrip("\r\n")
        if asked:
            prompt("> ")


def _take_seat(product: Product, wanted: str) -> str:
    """Let the terminal speak for a school's principal, or for an officer."""
    now = product.app.clock.now()

    def take(session: Session) -> str:
        school = None if fold(wanted).strip() in OFFICER else school_called(session, wanted)
        role = "principal" if school else "officer"
        address = people.address(session, CHANNEL, f"{role}:{school.id if school else 0}", "", now)
        if address.person is None or address.person.left_at is not None:
            found = people.speakers(session, school.id) if school else people.officers(session)
            name = f"Hiệu trưởng {school.name}" if school else "Chuyên viên"
            address.person = found[0] if found else Person(name=name, role=role, school=school, joined_at=now)
        return address.address

    return unit(product.sessions, take)


def school_called(session: Session, wanted: str) -> School:
    """Find the one school that *wanted* names; refuse otherwise, with those that it may have meant."""
    names = schools.names(session)
    if not names:
        raise Refused("Chưa có trường nào. Nhập kế hoạch trước: kiemdinh import-plan TỆP.")
    exact = schools.named(session, wanted.strip())
    found = [exact.name] if exact else list(find_schools(wanted, names))
    school = schools.named(session, found[0]) if len(found) == 1 else None
    if school is None:
        near = found or [names[number] for _, _, number in process.extract(fold(wanted), map(fold, names), limit=SHOWN)]
        raise Refused(f"Không có trường “{wanted}” trong kế hoạch. Có phải: {', '.join(near)}?")
    return school
