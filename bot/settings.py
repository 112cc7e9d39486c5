"""Settings from the environment or `.env`, checked once at start."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from db.session import read_url

DEMO_START = "2017-10-02T07:30:00"
YEARS = range(1990, 2201)
"""Nobody plans reminders outside of these, and the calendar of holidays ends."""
SECRETS = {"telegram_bot_token", "telegram_webhook_secret", "zalo_bot_token", "zalo_webhook_secret"} | {
    "kiemdinh_bootstrap_code",
    "kiemdinh_database_url",
}
"""What must not be repeated on a screen."""
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_WORDS = {
    "int_parsing": "phải là một số nguyên",
    "int_from_float": "phải là một số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "phải từ {le} trở xuống",
    "bool_parsing": "phải là 1 hoặc 0",
    "string_too_long": "dài quá {max_length} ký tự",
}


class BadSetting(Exception):
    """A variable has a value that cannot be used; the message names it."""


def _moment(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ValueError("phải là ngày giờ, ví dụ 2017-10-02T07:30") from None
    if moment.year not in YEARS:
        raise ValueError(f"năm phải từ {YEARS[0]} đến {YEARS[-1]}")
    return moment


class Settings(BaseSettings):
    """Every variable that the product reads; `.env.example` names the same ones."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True, str_strip_whitespace=True
    )

    kiemdinh_data_dir: Path = Path("data")
    kiemdinh_database_url: str = ""
    kiemdinh_http_host: str = "127.0.0.1"
    kiemdinh_http_port: int = Field(default=8080, ge=1, le=65535)
    kiemdinh_timezone: str = "Asia/Ho_Chi_Minh"
    kiemdinh_now: Annotated[datetime | None, BeforeValidator(_moment)] = None
    kiemdinh_demo: bool | None = None
    kiemdinh_bootstrap_code: str = Field(default="", max_length=64)
    telegram_bot_token: str = ""
    telegram_base_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: str = ""
    zalo_bot_token: str = ""
    zalo_base_url: str = "https://bot-api.zaloplatforms.com"
    zalo_webhook_url: str = ""
    zalo_webhook_secret: str = ""

    @field_validator("kiemdinh_database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        return read_url(value) if value else value

    @field_validator("kiemdinh_timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("không có múi giờ này; ví dụ Asia/Ho_Chi_Minh") from None
        return value

    @field_validator("telegram_bot_token", "zalo_bot_token")
    @classmethod
    def _one_word(cls, value: str) -> str:
        if re.search(r"[\s/?#]", value):
            raise ValueError("có khoảng trắng hoặc dấu không thể có trong token; chép lại token")
        return value

    @field_validator("telegram_base_url", "telegram_webhook_url", "zalo_base_url", "zalo_webhook_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not _is_web_address(value):
            raise ValueError("phải là địa chỉ bắt đầu bằng http:// hoặc https://")
        return value.rstrip("/")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: str) -> str:
        if value and not _WEBHOOK_SECRET.fullmatch(value):
            raise ValueError("phải gồm 1 đến 256 ký tự trong A-Z a-z 0-9 _ -")
        return value

    @model_validator(mode="after")
    def _secret_for_webhook(self) -> Settings:
        if self.telegram_webhook_url and not self.telegram_webhook_secret:
            raise ValueError("TELEGRAM_WEBHOOK_SECRET: cần có khi đặt TELEGRAM_WEBHOOK_URL")
        return self

    @property
    def zone(self) -> ZoneInfo:
        """The zone that people live in."""
        return ZoneInfo(self.kiemdinh_timezone)

    @property
    def demo(self) -> bool:
        """Whether this is a demonstration: by default where no messenger is set."""
        if self.kiemdinh_demo is not None:
            return self.kiemdinh_demo
        return not (self.telegram_bot_token or self.zalo_bot_token)

    @property
    def starts_at(self) -> datetime | None:
        """Where the clock starts; None for the real time."""
        chosen = self.kiemdinh_now or (datetime.fromisoformat(DEMO_START) if self.demo else None)
        if chosen is None:
            return None
        return chosen.astimezone(self.zone) if chosen.tzinfo else chosen.replace(tzinfo=self.zone)

    @property
    def database_url(self) -> str:
        """Where the data is: a SQLite file in the data folder unless said otherwise."""
        return self.kiemdinh_database_url or f"sqlite:///{self.kiemdinh_data_dir / 'kiemdinh.db'}"


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # A port that is no number, a bracket that is not closed.
        return False


def read_settings() -> Settings:
    """Read the settings; raise `BadSetting` with one line that names the variable."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSetting(_line(error)) from None
    except UnicodeDecodeError:
        raise BadSetting(".env: không phải văn bản UTF-8; lưu lại tệp với bảng mã UTF-8") from None


def _line(error: ValidationError) -> str:
    first = error.errors()[0]
    field = str(first["loc"][0]).lower() if first["loc"] else ""
    words = _WORDS.get(first["type"], "")
    message = words.format(**first.get("ctx", {})) if words else str(first["msg"]).removeprefix("Value error, ")
    if not field:
        return message
    given = "" if field in SECRETS else f" (đang là {str(first['input'])[:100]!r})"
    return f"{field.upper()}: {message}{given}"
