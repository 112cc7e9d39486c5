"""The command `kiemdinh`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from bot import commands, logs
from bot.settings import BadSetting, Settings, read_settings
from db.schema import NewerDatabase
from knowledge.errors import BadKnowledge

Command = Callable[[Settings, argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line of Vietnamese, and exits 2."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong with the call."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: lệnh chưa đúng: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 refused, 2 wrong usage or a wrong setting."""
    options = parser().parse_args(arguments)
    logs.set_up()
    try:
        return int(options.run(read_settings(), options))
    except BadSetting as error:
        return _say(str(error), 2)
    except (commands.Refused, NewerDatabase, BadKnowledge) as error:
        return _say(str(error), 1)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _say(line: str, code: int) -> int:
    print(line, file=sys.stderr)
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
    return top


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"ngày {text!r} chưa đúng, viết như 2017-10-02") from None
