"""Backup and restore: the whole of the data in one file, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.output import Refused
from bot.settings import Settings
from bot.setup import Product, database_file, open_product
from db import copies
from db.schema import NewerDatabase
from db.trouble import Trouble, is_broken

LOGS = ("-wal", "-shm", "")
"""What belongs to a SQLite file, itself last."""


def write_file(file: Path, work: Callable[[], None]) -> None:
    """Let *work* write *file*; refuse in one line where that cannot be."""
    if not file.parent.is_dir():
        raise Refused(f"Không có thư mục {file.parent}.")
    if file.is_dir():
        raise Refused(f"{file} là một thư mục, cần tên tệp.")
    try:
        work()
    except OSError as error:
        raise Refused(f"Không ghi được {file} ({error.strerror or error}).") from None
    except Trouble as error:
        if "unable to open" not in str(error):
            raise
        raise Refused(f"Không ghi được {file}; kiểm tra quyền của thư mục.") from None


def back_up(settings: Settings, file: Path) -> None:
    """Copy everything into *file*; the database may be in use."""
    live = database_file(settings)
    if live is not None and file.resolve() == live.resolve():
        raise Refused(f"{file} chính là tệp dữ liệu đang dùng; chọn tên khác cho bản sao lưu.")
    with open_product(settings) as product:
        write_file(file, lambda: copies.back_up(product.sessions, file))


def restore(settings: Settings, file: Path) -> Path:
    """Replace the data by what *file* holds; return where the former data is kept."""
    if not file.is_file():
        raise Refused(f"Không có tệp {file}." if not file.exists() else f"{file} không phải là tệp.")
    try:
        with open_product(settings) as product:
            kept = _unused(settings, f"{product.app.clock.now():%Y%m%d-%H%M%S}")
            copies.back_up(product.sessions, kept)
    except (Trouble, NewerDatabase) as error:
        return _restore_over_wreck(settings, file, error)
    try:
        with open_product(settings) as product:
            _restore(product, file)
    except BaseException:
        kept.unlink(missing_ok=True)  # Nothing was changed, so there is nothing to go back to.
        raise
    return kept


def _restore(product: Product, file: Path) -> None:
    try:
        copies.restore(file, product.sessions)
    except copies.NotABackup as error:
        raise Refused(str(error)) from None
    except OSError as error:
        raise Refused(f"Không đọc được {file} ({error.strerror or error}).") from None


def _restore_over_wreck(settings: Settings, file: Path, error: Exception) -> Path:
    """Put the file that cannot be opened aside, and begin with an empty one."""
    live = database_file(settings)
    if live is None or (isinstance(error, Trouble) and not is_broken(error)):
        raise error
    fresh = live.with_name(live.name + ".new")
    _remove(fresh)
    try:
        with open_product(settings.model_copy(update={"kiemdinh_database_url": f"sqlite:///{fresh}"})) as product:
            _restore(product, file)
        kept = _unused(settings, "hong")
        for rest in LOGS:
            if (part := live.with_name(live.name + rest)).exists():
                part.rename(kept.with_name(kept.name + rest))
        fresh.rename(live)
    finally:
        _remove(fresh)
    return kept


def _remove(file: Path) -> None:
    for rest in LOGS:
        file.with_name(file.name + rest).unlink(missing_ok=True)


def _unused(settings: Settings, name: str) -> Path:
    """Name a file that is not there: the clock of a demonstration begins anew, and must not overwrite."""
    folder, number = settings.kiemdinh_data_dir, 1
    while (file := folder / f"truoc-khi-khoi-phuc-{name}{f'-{number}' if number > 1 else ''}.db").exists():
        number += 1
    return file
