"""The command `kiemdinh`."""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from bot import commands, knowledge_commands, logs
from bot.output import BadInput, Refused
from bot.settings import YEARS, BadSetting, Settings, read_settings
from db.schema import NewerDatabase
from db.trouble import Trouble, explain
from knowledge.errors import BadKnowledge

Command = Callable[[Settings, argparse.Namespace], int]


_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"thiếu \1"),
    (r"one of the arguments (.*) is required", r"cần một trong \1"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 không đi cùng \2"),
    (r"argument (.*): expected one argument", r"\1 cần một giá trị"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 không có \2, chỉ có \3"),
    (r"unrecognized arguments: (.*)", r"không hiểu \1"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 có thể là \2"),
    (r"argument (.*?): (.*)", r"\1: \2"),
)
"""What argparse says, and what we say."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line of Vietnamese, and exits 2."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong with the call."""
        said = next((re.sub(its, ours, message) for its, ours in _COMPLAINTS if re.fullmatch(its, message)), message)
        self.exit(2, f"{self.prog}: {said}. Xem {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused, 2 wrong usage or a wrong setting."""
    _speak_utf8()
    try:
        options = parser().parse_args(arguments)
        logs.set_up()
        code = int(options.run(read_settings(), options))
        sys.stdout.flush()
    except BadSetting as error:
        return _say(str(error), 2)
    except (Refused, BadInput, NewerDatabase, BadKnowledge) as error:
        return _say(str(error), 1)
    except Trouble as error:
        return _say(f"Không dùng được cơ sở dữ liệu: {explain(error)}.", 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has gone; the rest of it has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _say(f"Không làm được: {error.strerror or error}.", 1)
    return code


def _speak_utf8() -> None:
    """Read and write UTF-8 whatever the machine's locale; a byte that is none becomes a question mark."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _say(line: str, code: int) -> int:
    print(" ".join(line.split()), file=sys.stderr)
    return code


def parser() -> Parser:
    """Describe every command."""
    top = Parser(prog="kiemdinh", description="Trợ lý kiểm định chất lượng giáo dục")
    sub = top.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=Parser)

    def add(name: str, run: Command, help_line: str) -> argparse.ArgumentParser:
        made = sub.add_parser(name, help=help_line, description=help_line)
        made.set_defaults(run=run)
        return made

    add("run", commands.run, "chạy trợ lý: trò chuyện trên web, Telegram, lịch nhắc")
    chat = add("chat", commands.chat, "trò chuyện ngay tại đây")
    chat.add_argument(
        "--as", dest="seat", required=True, metavar="AI", help='tên trường, ví dụ "TH Tứ Cường", hoặc officer'
    )
    ask = add("ask", commands.ask, "hỏi một câu")
    ask.add_argument("question", nargs="?", metavar="CÂU HỎI")
    ask.add_argument("--batch", action="store_true", help="đọc các dòng JSON từ đầu vào chuẩn")
    ask.add_argument("--level", choices=["MN", "TH", "THCS", "THPT", "GDTX"])
    ask.add_argument("--json", action="store_true")
    understand = add("understand", commands.understand, "cho biết một tin được hiểu thế nào; không ghi gì")
    understand.add_argument("--batch", action="store_true", required=True)
    plan = add("import-plan", commands.import_plan, "nhập kế hoạch năm học từ .docx, .xlsx hoặc .txt")
    plan.add_argument("file", type=Path, metavar="TỆP")
    plan.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi")
    plan.add_argument("--skip-bad-rows", action="store_true", help="bỏ qua dòng sai, nhập các dòng đúng")
    plan.add_argument("--json", action="store_true")
    simulate = add("simulate", commands.simulate, "diễn tập: những tin nhắc sẽ gửi giữa hai ngày")
    simulate.add_argument("--from", dest="first", type=_day, required=True, metavar="NGÀY")
    simulate.add_argument("--to", dest="last", type=_day, required=True, metavar="NGÀY")
    simulate.add_argument("--json", action="store_true")
    invite = add("invite", commands.invite, "tạo mã tham gia dùng một lần")
    whom = invite.add_mutually_exclusive_group(required=True)
    whom.add_argument("--school", metavar="TÊN")
    whom.add_argument("--all", action="store_true", help="mỗi trường một mã")
    whom.add_argument("--officer", action="store_true")
    invite.add_argument("--json", action="store_true")
    export = add("export", commands.export, "xuất bảng Excel: kế hoạch và tiến độ")
    export.add_argument("file", type=Path, metavar="TỆP.xlsx")
    backup = add("backup", commands.backup, "sao lưu toàn bộ dữ liệu vào một tệp")
    backup.add_argument("file", type=Path, metavar="TỆP")
    restore = add("restore", commands.restore, "thay dữ liệu hiện có bằng một bản sao lưu")
    restore.add_argument("file", type=Path, metavar="TỆP")
    doctor = add("doctor", commands.doctor, "kiểm tra cấu hình, dữ liệu, kho kiến thức, các kênh")
    doctor.add_argument("--json", action="store_true")
    _add_knowledge(sub)
    return top


def _add_knowledge(commands_: argparse._SubParsersAction[Parser]) -> None:
    """Describe `knowledge check` and `knowledge draft`."""
    line = "kiểm tra tệp kiến thức, hoặc làm bản nháp từ văn bản .docx"
    sub = commands_.add_parser("knowledge", help=line, description=line).add_subparsers(
        dest="knowledge", required=True, metavar="VIỆC", parser_class=Parser
    )
    line = "kiểm tra một tệp, hoặc mọi tệp: sai ở dòng nào, sửa thế nào"
    check = sub.add_parser("check", help=line, description=line)
    check.set_defaults(run=knowledge_commands.check)
    check.add_argument("file", nargs="?", type=Path, metavar="TỆP.md")
    check.add_argument("--json", action="store_true")
    line = "từ văn bản .docx của thông tư, làm bản nháp để người xem lại"
    draft = sub.add_parser("draft", help=line, description=line)
    draft.set_defaults(run=knowledge_commands.draft)
    draft.add_argument("file", type=Path, metavar="TỆP.docx")
    draft.add_argument("-o", dest="output", type=Path, metavar="TỆP.md", help="ghi vào tệp mới này; không có thì in ra")


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"ngày {text!r} chưa đúng, viết như 2017-10-02") from None
    if day.year not in YEARS:
        raise argparse.ArgumentTypeError(f"năm phải từ {YEARS[0]} đến {YEARS[-1]}")
    return day
