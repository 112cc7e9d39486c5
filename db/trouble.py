"""Says in one line of Vietnamese why the database cannot be used."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

__all__ = ["Trouble", "explain", "is_broken"]

Trouble = SQLAlchemyError

_BROKEN = ("file is not a database", "malformed", "disk image")
_REASONS = {
    "database is locked": "đang bị một chương trình khác khóa; đóng chương trình đó rồi thử lại",
    "readonly database": "chỉ đọc được, không ghi được; kiểm tra quyền của tệp và thư mục",
    "unable to open database file": "không mở được tệp; kiểm tra đường dẫn và quyền của thư mục",
    "disk is full": "ổ đĩa đã đầy",
    "password authentication failed": "máy chủ không nhận tên hoặc mật khẩu này",
    "connection refused": "không kết nối được với máy chủ; máy chủ có đang chạy không",
    "does not exist": "máy chủ không có cơ sở dữ liệu hoặc người dùng này",
    "could not translate host name": "không tìm thấy máy chủ có tên này",
    "failed to resolve host": "không tìm thấy máy chủ có tên này",
}


def is_broken(error: SQLAlchemyError) -> bool:
    """Tell whether the file is none of ours or damaged, and nothing but a backup helps."""
    return any(words in _cause(error).lower() for words in _BROKEN)


def explain(error: SQLAlchemyError) -> str:
    """Give the reason, and the driver's own words where there is no better one."""
    cause = _cause(error)
    if is_broken(error):
        return "tệp không phải cơ sở dữ liệu của chương trình này, hoặc đã hỏng; khôi phục bằng: kiemdinh restore TỆP"
    known = next((reason for words, reason in _REASONS.items() if words in cause.lower()), None)
    return known or " ".join(cause.split())[:200]


def _cause(error: SQLAlchemyError) -> str:
    return str(error.orig) if isinstance(error, DBAPIError) and error.orig else str(error)
