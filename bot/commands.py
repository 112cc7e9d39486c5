"""What each command does; the words of the command line end in `cli.py`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

from bot import batch, tables
from bot.app import App
from bot.output import print_json, read_json_lines
from bot.settings import Settings
from bot.setup import Product, open_product
from db import copies, invites, people, plans, schools
from db.session import Session
from db.tables import Person, School
from handlers.turn import Incoming
from knowledge.language.fold import fold
from knowledge.language.school_names import find_schools
from knowledge.plan_document import Plan, UnreadablePlan, read_plan


class Refused(Exception):
    """The command cannot be carried out; one line says why, in Vietnamese."""


def run(settings: Settings, options: argparse.Namespace) -> int:
    """Serve everything until told to stop."""
    from bot import banner, serve

    product = open_product(settings)
    banner.show(product)
    serve.run(product.app, settings)
    return 0


def chat(settings: Settings, options: argparse.Namespace) -> int:
    """Talk in the terminal as one of the seats."""
    from bot.channels.console import ConsoleChannel

    product = open_product(settings)
    product.app.prepare()
    seat = _take_seat(product, options.seat)
    product.app.add(ConsoleChannel())
    asyncio.run(_converse(product.app, seat))
    return 0


def _take_seat(product: Product, wanted: str) -> str:
    """Let the terminal speak for a school's principal, or for an officer."""
    now = product.app.clock.now()
    with product.sessions.begin() as session:
        school = None if fold(wanted) == "officer" else _school(session, wanted)
        role = "principal" if school else "officer"
        address = people.address(session, "console", f"{role}:{school.id if school else 0}", "", now)
        if address.person is None:
            found = people.speakers(session, school.id) if school else people.officers(session)
            name = f"Hiệu trưởng {school.name}" if school else "Chuyên viên"
            address.person = found[0] if found else Person(name=name, role=role, school=school, joined_at=now)
        return address.address


async def _converse(app: App, seat: str) -> None:
    await app.tick()
    if sys.stdin.isatty():
        print("Gõ câu hỏi hoặc việc đã làm; số để chọn nút; Ctrl-D để thôi.\n")
    while line := await asyncio.to_thread(_read_line):
        if line.strip():
            await app.hear(Incoming("console", seat, line.rstrip("\r\n"), uuid.uuid4().hex))


def _read_line() -> str:
    if sys.stdin.isatty():
        print("> ", end="", flush=True)
    return sys.stdin.readline()


def ask(settings: Settings, options: argparse.Namespace) -> int:
    """Answer one question, or a batch of them."""
    if not options.batch and not (options.question or "").strip():
        raise Refused('Thiếu câu hỏi. Ví dụ: kiemdinh ask "thư viện tiểu học cần gì"')
    asker = batch.Asker(open_product(settings))
    if options.batch:
        for line in read_json_lines(sys.stdin, ("id", "q")):
            print_json(asker.answer(line))
        return 0
    answer = asker.answer({"id": None, "q": options.question, "level": options.level})
    print_json(answer) if options.json else print(batch.plain(answer))
    return 0


def understand(settings: Settings, options: argparse.Namespace) -> int:
    """Say how each message of a batch is understood."""
    reader = batch.Reader(open_product(settings))
    for line in read_json_lines(sys.stdin, ("id", "text")):
        print_json(reader.read(line))
    return 0


def import_plan(settings: Settings, options: argparse.Namespace) -> int:
    """Read a plan, show what it changes, and put it in."""
    plan = _read(options.file)
    product = open_product(settings)
    with product.sessions.begin() as session:
        change = plans.difference(session, plan) if plan.school_year else None
        usable = not plan.problems or options.skip_bad_rows
        wanted = usable and plan.school_year is not None
        if wanted and not options.dry_run:
            plans.put_in(session, product.shelf.catalogue, plan, None, product.app.clock.now())
    print_json(batch.plan_as_json(plan)) if options.json else print(
        batch.plan_as_text(plan, change, done=wanted and not options.dry_run)
    )
    if not wanted:
        raise Refused(_why_not(plan))
    return 0


def _read(file: Path) -> Plan:
    try:
        return read_plan(file.name, file.read_bytes())
    except UnreadablePlan as error:
        raise Refused(str(error)) from None
    except OSError as error:
        raise Refused(f"Không đọc được tệp {file} ({error.strerror}).") from None


def _why_not(plan: Plan) -> str:
    if plan.school_year is None:
        return "Không thấy năm học trong kế hoạch (ví dụ: Năm học 2017-2018), nên chưa nhập gì."
    return (
        f"Có {len(plan.problems)} dòng sai nên chưa nhập gì. Sửa tệp, hoặc thêm --skip-bad-rows để nhập các dòng đúng."
    )


def simulate(settings: Settings, options: argparse.Namespace) -> int:
    """Rehearse a stretch of the year on a copy."""
    from bot.rehearsal import rehearse

    if options.last < options.first:
        raise Refused("Ngày cuối đứng trước ngày đầu: --from phải trước --to.")
    product = open_product(settings)
    pushes = rehearse(product.sessions, product.shelf, options.first, options.last, settings.zone)
    for push in pushes:
        if options.json:
            print_json(
                {"at": push.at.isoformat(), "kind": push.kind, "school": push.school, "to": push.to, "text": push.text}
            )
        else:
            print(f"{push.at:%d/%m/%Y %H:%M} · {push.to} · {push.kind}\n{push.text}\n")
    if not options.json:
        print(f"{len(pushes)} tin nhắc.")
    return 0


def invite(settings: Settings, options: argparse.Namespace) -> int:
    """Make one-time join codes."""
    product = open_product(settings)
    now = product.app.clock.now()
    with product.sessions.begin() as session:
        wanted = (
            [None] if options.officer else schools.every(session) if options.all else [_school(session, options.school)]
        )
        made = [
            (one.name if one else None, invites.make(session, "principal" if one else "officer", one, None, now))
            for one in wanted
        ]
    for name, code in made:
        role, expires = "principal" if name else "officer", (now + invites.LIFETIME).date()
        whom = f"Hiệu trưởng {name}" if name else "Chuyên viên"
        entry = {"school": name, "role": role, "code": code, "expires": expires.isoformat()}
        print_json(entry) if options.json else print(f"{whom}: {code} (dùng một lần, đến {expires:%d/%m/%Y})")
    return 0


def _school(session: Session, wanted: str) -> School:
    exact = schools.named(session, wanted.strip())
    found = [exact.name] if exact else list(find_schools(wanted, schools.names(session)))
    school = schools.named(session, found[0]) if len(found) == 1 else None
    if school is None:
        several = f" Có phải: {', '.join(found)}?" if found else ""
        raise Refused(f"Không có trường “{wanted}” trong kế hoạch.{several}")
    return school


def export(settings: Settings, options: argparse.Namespace) -> int:
    """Write plan and progress as an Excel table."""
    if options.file.suffix.lower() != ".xlsx":
        raise Refused(f"Tên tệp phải kết thúc bằng .xlsx (đang là {options.file.name}).")
    product = open_product(settings)
    _write(options.file, lambda: tables.write(product, options.file))
    return 0


def backup(settings: Settings, options: argparse.Namespace) -> int:
    """Copy everything into one file."""
    product = open_product(settings)
    _write(options.file, lambda: copies.back_up(product.sessions, options.file))
    return 0


def _write(file: Path, work: Callable[[], None]) -> None:
    if not file.parent.is_dir():
        raise Refused(f"Không có thư mục {file.parent}.")
    try:
        work()
    except OSError as error:
        raise Refused(f"Không ghi được {file} ({error.strerror}).") from None
    print(f"Đã ghi {file}.")


def restore(settings: Settings, options: argparse.Namespace) -> int:
    """Replace the data by a backup; what was there is kept beside it."""
    if not options.file.is_file():
        raise Refused(f"Không có tệp {options.file}.")
    product = open_product(settings)
    kept = settings.kiemdinh_data_dir / f"truoc-khi-khoi-phuc-{product.app.clock.now():%Y%m%d-%H%M%S}.db"
    try:
        copies.back_up(product.sessions, kept)
        copies.restore(options.file, product.sessions)
    except copies.NotABackup as error:
        kept.unlink(missing_ok=True)
        raise Refused(str(error)) from None
    print(f"Đã khôi phục từ {options.file}. Dữ liệu trước đó nằm ở {kept}.")
    return 0


def doctor(settings: Settings, options: argparse.Namespace) -> int:
    """Check what the product needs, a line each; 1 if anything fails."""
    from bot.health import examine

    checks = list(examine(settings))
    for check in checks:
        entry = {"check": check.name, "ok": check.ok, "detail": check.detail}
        print_json(entry) if options.json else print(f"{'ĐẠT ' if check.ok else 'HỎNG'} {check.name}: {check.detail}")
    return 0 if all(check.ok for check in checks) else 1
