"""`kiemdinh knowledge`: what an officer needs to mend a knowledge file: look at it, and begin a new one."""

from __future__ import annotations

import argparse
from pathlib import Path

from bot.keeping import write_file
from bot.output import Refused, print_json
from bot.settings import Settings
from knowledge.check import Checked, check_all, check_file
from knowledge.circular_draft import Draft, draft_circular
from knowledge.plan_model import UnreadablePlan


def check(settings: Settings, options: argparse.Namespace) -> int:
    """Look at one file, or at all of them; 1 if anything is wrong."""
    if options.file:
        _must_be_file(options.file)
    found = [check_file(options.file)] if options.file else list(check_all())
    # A bad circular is met again where another file speaks of it.
    faults = list(dict.fromkeys(str(fault) for each in found for fault in each.faults))
    for each in found:
        if options.json:
            print_json(_as_json(each))
        elif not each.faults:
            print(f"ĐẠT  {each.name}: {each.read}")
    for fault in faults if len(faults) > 1 and not options.json else ():
        print(f"HỎNG {fault}")
    if faults:
        more = f" (và {len(faults) - 1} chỗ nữa)" if len(faults) > 1 else ""
        raise Refused(f"{faults[0]}{more}")
    return 0


def _as_json(each: Checked) -> dict[str, object]:
    problems = [{"file": fault.file, "line": fault.line, "fault": fault.fault} for fault in each.faults]
    ok = not each.faults
    return {"file": each.name, "ok": ok, "kind": each.kind or None, "counts": each.counts, "problems": problems}


def draft(settings: Settings, options: argparse.Namespace) -> int:
    """Make a draft of a circular's file out of an official text."""
    _must_be_file(options.file)
    if options.output and options.output.exists():
        raise Refused(f"Đã có {options.output}, có thể thầy/cô đang sửa dở; chọn tên khác sau -o.")
    try:
        made = draft_circular(options.file.name, options.file.read_bytes())
    except UnreadablePlan as error:
        raise Refused(str(error)) from None
    if not options.output:
        print(made.text, end="")
        return 0
    write_file(options.output, lambda: _write(options.output, made))
    print(
        f"Đã ghi {options.output}: {made.standards} tiêu chuẩn, {made.criteria} tiêu chí, {made.requirements} yêu cầu.\n"
        f"Còn {made.doubts} dòng “# KIỂM TRA”: xem từng dòng, sửa cho đúng rồi bỏ dòng đó đi; "
        f"xong thì chạy kiemdinh knowledge check {options.output}"
    )
    return 0


def _write(file: Path, made: Draft) -> None:
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(made.text)


def _must_be_file(file: Path) -> None:
    if not file.is_file():
        reason = "không có tệp này" if not file.exists() else "đó không phải là tệp"
        raise Refused(f"Không đọc được {file}: {reason}.")
