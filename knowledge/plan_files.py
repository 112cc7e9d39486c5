"""From the bytes of a file to its paragraphs and tables, judged by what is in it and not by its name."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePath

from knowledge.plan_docx import docx_blocks
from knowledge.plan_model import Block, Table, UnreadablePlan
from knowledge.plan_text_file import text_blocks
from knowledge.plan_xlsx import xlsx_blocks

_MEGABYTE = 1024 * 1024
_LARGEST_FILE = 5 * _MEGABYTE
_LARGEST_UNPACKED = 50 * _MEGABYTE
_LARGEST_XML = 10 * _MEGABYTE  # a plan of 500 schools has less than one; parsing takes about twenty times the size
_HIGHEST_RATIO = 150  # an honest sheet of empty rows comes near 100
_RATIO_FROM = _MEGABYTE
_MOST_PARTS = 2000
_LONGEST_TEXT = 400_000  # some 150 pages; read in about five seconds
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_DOCTYPES = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_NOT_OPENED = {
    ".doc": "Tệp .doc là định dạng Word cũ; thầy/cô mở bằng Word, lưu lại thành .docx rồi gửi giúp.",
    ".xls": "Tệp .xls là định dạng Excel cũ; thầy/cô mở bằng Excel, lưu lại thành .xlsx rồi gửi giúp.",
    ".docm": "Tệp .docm có macro nên không được mở; thầy/cô lưu lại thành .docx rồi gửi giúp.",
    ".xlsm": "Tệp .xlsm có macro nên không được mở; thầy/cô lưu lại thành .xlsx rồi gửi giúp.",
    ".pdf": "Tệp .pdf không đọc được bảng; thầy/cô gửi giúp bản .docx, .xlsx hoặc .txt.",
}
_MACRO = "Tệp có macro nên không được mở; thầy/cô lưu lại thành .docx hoặc .xlsx không có macro rồi gửi giúp."
_BOMB = "Tệp nén quá nhiều dữ liệu nên không được mở; thầy/cô kiểm tra lại và lưu thành tệp mới."
_BROKEN = "Tệp bị hỏng nên không mở được; thầy/cô mở bằng Word hoặc Excel, lưu lại thành tệp mới rồi gửi giúp."


def read_blocks(name: str, content: bytes) -> list[Block]:
    """Read the paragraphs and tables of a plan file, or say why that cannot be done."""
    _check_size(content)
    suffix = PurePath(name.strip()).suffix.lower()
    if content.startswith(_OLE):
        raise UnreadablePlan(_ole_advice(suffix))
    if suffix in _NOT_OPENED and not (suffix in {".doc", ".xls"} and content.startswith(_ZIP)):
        raise UnreadablePlan(_NOT_OPENED[suffix])
    if content.startswith(_ZIP):
        return _of_sane_length(_office_blocks(content))
    _check_text(suffix, content)
    return _of_sane_length(text_blocks(content))


def _of_sane_length(blocks: list[Block]) -> list[Block]:
    length = sum(len(block) if isinstance(block, str) else _length(block) for block in blocks)
    if length > _LONGEST_TEXT:
        raise UnreadablePlan("Tệp dài quá 150 trang; thầy/cô chỉ gửi phần kế hoạch có bảng các trường.")
    return blocks


def _length(table: Table) -> int:
    return sum(len(cell) + 1 for row in table.rows for cell in row.cells)


def _check_size(content: bytes) -> None:
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise UnreadablePlan("Tệp trống, không có nội dung nào; thầy/cô kiểm tra rồi gửi lại giúp.")
    if len(content) > _LARGEST_FILE:
        raise UnreadablePlan("Tệp lớn hơn 5 MB; thầy/cô chỉ gửi phần kế hoạch, bỏ bớt hình ảnh.")


def _ole_advice(suffix: str) -> str:
    if suffix in {".docx", ".xlsx"}:
        return f"Tệp có mật khẩu hoặc là định dạng Office cũ; thầy/cô bỏ mật khẩu, lưu lại thành {suffix} rồi gửi giúp."
    return _NOT_OPENED.get(suffix, "Tệp là định dạng Office cũ; thầy/cô lưu lại thành .docx hoặc .xlsx rồi gửi giúp.")


def _check_text(suffix: str, content: bytes) -> None:
    if content.startswith(b"%PDF"):
        raise UnreadablePlan(_NOT_OPENED[".pdf"])
    if suffix in {".docx", ".xlsx"} and b"\x00" in content[:4096]:
        raise UnreadablePlan(_BROKEN)
    if suffix in {".docx", ".xlsx"} and not _is_plain(content):
        raise UnreadablePlan(_BROKEN)
    if suffix not in {".docx", ".xlsx", ".txt"}:
        raise UnreadablePlan(
            f"Chưa đọc được tệp loại “{suffix or 'không có đuôi'}”; thầy/cô gửi .docx, .xlsx hoặc .txt."
        )


def _is_plain(content: bytes) -> bool:
    """Tell whether a file named as of Office is text after all: then at least its letters must be sound."""
    try:
        return content.decode("utf-8-sig").count("\n") >= 2
    except UnicodeDecodeError:
        return False


def _office_blocks(content: bytes) -> list[Block]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = _checked_parts(package, len(content))
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise UnreadablePlan(_BROKEN) from error
    except RuntimeError as error:  # what zipfile raises for a part with a password
        raise UnreadablePlan("Tệp có mật khẩu; thầy/cô bỏ mật khẩu rồi gửi lại giúp.") from error
    return _parsed(content, parts)


def _parsed(content: bytes, parts: dict[str, bytes]) -> list[Block]:
    try:
        if any(part.startswith("word/") for part in parts):
            return docx_blocks(parts)
        if any(part.startswith("xl/") for part in parts):
            return xlsx_blocks(content, parts)
    except UnreadablePlan:
        raise
    except Exception as error:  # a damaged file makes the parsers raise nearly anything
        raise UnreadablePlan(_BROKEN) from error
    raise UnreadablePlan("Tệp không phải Word hay Excel; thầy/cô gửi giúp bản .docx, .xlsx hoặc .txt.")


def _checked_parts(package: zipfile.ZipFile, packed: int) -> dict[str, bytes]:
    """Unpack the XML of a file whose declared sizes are sane; zipfile itself never unpacks more than declared."""
    members = package.infolist()
    names = [member.filename.lower() for member in members]
    if any(name.endswith("vbaproject.bin") for name in names):
        raise UnreadablePlan(_MACRO)
    total = sum(member.file_size for member in members)
    if len(members) > _MOST_PARTS or total > _LARGEST_UNPACKED or _too_dense(total, packed):
        raise UnreadablePlan(_BOMB)
    xml = [member for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    if sum(member.file_size for member in xml) > _LARGEST_XML:
        raise UnreadablePlan(_BOMB)
    return {member.filename: _checked_xml(package.read(member)) for member in xml}


def _too_dense(total: int, packed: int) -> bool:
    return total > _RATIO_FROM and total > packed * _HIGHEST_RATIO


def _checked_xml(content: bytes) -> bytes:
    if any(mark in content for mark in _DOCTYPES):
        raise UnreadablePlan(_BROKEN)  # Office never declares entities; only attacks do
    if b"macroEnabled" in content:
        raise UnreadablePlan(_MACRO)
    return content
