"""What each command does; the words of the command line end in `cli.py`."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

from bot import batch
from bot.output import Refused, answer_lines, print_json
from bot.settings import Settings
from bot.setup import open_product
from db import audit, invites, plans, schools
from db.session import Session, unit
from db.tables import School
from handlers import importing, terms
from knowledge.plan_document import Plan, UnreadablePlan, read_plan


def run(settings: Settings, options: argparse.Namespace) -> int:
    """Serve everything until told to stop."""
    from bot import banner, serve

    with serve.listen(settings) as listening, open_product(settings) as product:
        site = serve.make_site(product.app, settings)
        banner.show(product)
        serve.run(site, product.app, listening)
    return 0


def chat(settings: Settings, options: argparse.Namespace) -> int:
    """Talk in the terminal as one of the seats."""
    from bot.terminal import converse

    with open_product(settings) as product:
        converse(product, options.seat)
    return 0


def ask(settings: Settings, options: argparse.Namespace) -> int:
    """Answer one question, or a batch of them."""
    if not options.batch and not (options.question or "").strip():
        raise Refused('Thiếu câu hỏi. Ví dụ: kiemdinh ask "thư viện tiểu học cần gì"')
    with open_product(settings) as product:
        asker = batch.Asker(product)
    if options.batch:
        answer_lines(sys.stdin.buffer, ("id", "q"), asker.answer)
        return 0
    answer = asker.answer({"id": None, "q": options.question, "level": options.level})
    print_json(answer) if options.json else print(batch.plain(answer))
    return 0


def understand(settings: Settings, options: argparse.Namespace) -> int:
    """Say how each message of a batch is understood."""
    with open_product(settings) as product:
        reader = batch.Reader(product)
    answer_lines(sys.stdin.buffer, ("id", "text"), reader.read)
    return 0


def import_plan(settings: Settings, options: argparse.Namespace) -> int:
    """Read a plan, show what it changes, and put it in."""
    plan = _read(options.file)
    refusal = _why_not(plan, skip_bad_rows=options.skip_bad_rows)
    done = refusal is None and not options.dry_run
    with open_product(settings) as product:

        def put_in(session: Session) -> tuple[plans.Difference | None, str]:
            catalogue = product.shelf.catalogue
            change = plans.difference(session, plan) if plan.school_year else None
            if done:
                now = product.app.clock.now()
                campaign = plans.put_in(session, catalogue, plan, None, now)
                if change is not None:
                    importing.tell_moved(session, catalogue, now, campaign, change, f"import-plan:{now.isoformat()}")
            held = plans.circulars(session, catalogue, plan) if plan.school_year else plan.circulars
            return change, terms.review_word(catalogue, held)

        change, review = unit(product.sessions, put_in)
    shown = "" if options.json else batch.plan_as_text(plan, change, done=done, review=review)
    print_json(batch.plan_as_json(plan)) if options.json else print(shown)
    if refusal is not None:
        raise Refused(refusal)
    return 0


def _read(file: Path) -> Plan:
    try:
        return read_plan(file.name, file.read_bytes())
    except UnreadablePlan as error:
        raise Refused(str(error)) from None
    except OSError as error:
        reason = "đó là một thư mục" if file.is_dir() else "không có tệp này" if not file.exists() else error.strerror
        raise Refused(f"Không đọc được tệp {file}: {reason}.") from None


def _why_not(plan: Plan, *, skip_bad_rows: bool) -> str | None:
    if plan.school_year is None:
        return "Không thấy năm học trong kế hoạch (ví dụ: Năm học 2017-2018), nên chưa nhập gì."
    if not plan.schools:
        return "Không có dòng trường nào đúng trong kế hoạch, nên chưa nhập gì."
    if plan.problems and not skip_bad_rows:
        return (
            f"Có {len(plan.problems)} dòng sai nên chưa nhập gì. "
            "Sửa tệp, hoặc thêm --skip-bad-rows để nhập các dòng đúng."
        )
    return None


def simulate(settings: Settings, options: argparse.Namespace) -> int:
    """Rehearse a stretch of the year on a copy."""
    from bot.rehearsal import rehearse

    if options.last < options.first:
        raise Refused("Ngày cuối đứng trước ngày đầu: --from phải trước --to.")
    with open_product(settings) as product:
        pushes = rehearse(product.sessions, product.shelf, options.first, options.last, settings.zone)
    for push in pushes:
        if options.json:
            print_json(
                {"at": push.at.isoformat(), "kind": push.kind, "school": push.school, "to": push.to, "text": push.text}
            )
        else:
            print(f"{push.at:%d/%m/%Y %H:%M} · {push.to} · {push.kind}\n{batch.bare(push.text)}\n")
    if not options.json:
        print(f"{len(pushes)} tin nhắc.")
    return 0


def invite(settings: Settings, options: argparse.Namespace) -> int:
    """Make one-time join codes."""
    with open_product(settings) as product:
        now = product.app.clock.now()
        made = unit(product.sessions, lambda session: _invite(session, _invited(session, options), now))
    for school, code in made:
        role, expires = "principal" if school else "officer", (now + invites.LIFETIME).date()
        entry = {"school": school.name if school else None, "role": role, "code": code, "expires": expires.isoformat()}
        whom = f"Hiệu trưởng {school.name}" if school else "Chuyên viên"
        print_json(entry) if options.json else print(f"{whom}: {code} (dùng một lần, đến {expires:%d/%m/%Y})")
    return 0


def _invited(session: Session, options: argparse.Namespace) -> list[School | None]:
    from bot.terminal import school_called

    if options.officer:
        return [None]
    every: list[School | None] = [*schools.every(session)]
    if options.all and every:
        return every
    return [school_called(session, options.school or "")]


def _invite(session: Session, wanted: list[School | None], now: datetime) -> list[tuple[School | None, str]]:
    made = []
    for school in wanted:
        role = "principal" if school else "officer"
        audit.note(session, None, "invite", f"{role} {school.name}" if school else role, "", "", now)
        made.append((school, invites.make(session, role, school, None, now)))
    return made


def export(settings: Settings, options: argparse.Namespace) -> int:
    """Write plan and progress as an Excel table."""
    from bot import keeping, tables

    if options.file.suffix.lower() != ".xlsx":
        raise Refused(f"Tên tệp phải kết thúc bằng .xlsx (đang là {options.file.name}).")
    with open_product(settings) as product:
        keeping.write_file(options.file, lambda: tables.write(product, options.file))
    print(f"Đã ghi {options.file}.")
    return 0


def backup(settings: Settings, options: argparse.Namespace) -> int:
    """Copy everything into one file."""
    from bot import keeping

    keeping.back_up(settings, options.file)
    print(f"Đã ghi {options.file}.")
    return 0


def restore(settings: Settings, options: argparse.Namespace) -> int:
    """Replace the data by a backup; what was there is kept beside it."""
    from bot import keeping

    kept = keeping.restore(settings, options.file)
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
