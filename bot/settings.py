"""Settings from the environment or `.env`, checked once at start."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEMO_START = "2017-10-02T07:30:00"


class BadSetting(Exception):
    """A variable has a value that cannot be used; the message names it."""


def _empty_is_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


class Settings(BaseSettings):
    """Every variable that the product reads; `.env.example` names the same ones."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    kiemdinh_data_dir: Path = Path("data")
    kiemdinh_database_url: str = ""
    kiemdinh_http_host: str = "127.0.0.1"
    kiemdinh_http_port: int = Field(8080, ge=1, le=65535)
    kiemdinh_timezone: str = "Asia/Ho_Chi_Minh"
    kiemdinh_now: Annotated[datetime | None, BeforeValidator(_empty_is_none)] = None
    kiemdinh_demo: Annotated[bool | None, BeforeValidator(_empty_is_none)] = None
    kiemdinh_bootstrap_code: str = Field("", max_length=64)
    telegram_bot_token: str = ""
    telegram_base_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: str = ""
    zalo_bot_token: str = ""
    zalo_base_url: str = "https://bot-api.zaloplatforms.com"
    zalo_webhook_url: str = ""
    zalo_webhook_secret: str = ""

    @field_validator("kiemdinh_timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError):
            raise ValueError("không có múi giờ này; ví dụ Asia/Ho_Chi_Minh") from None
        return value

    @field_validator("telegram_base_url", "telegram_webhook_url", "zalo_base_url", "zalo_webhook_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("phải bắt đầu bằng http:// hoặc https://")
        return value.rstrip("/")

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


def read_settings() -> Settings:
    """Read the settings; raise `BadSetting` with one line that names the variable."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSetting(_line(error)) from None


def _line(error: ValidationError) -> str:
    first = error.errors()[0]
    name = str(first["loc"][0]).upper() if first["loc"] else ""
    message = str(first["msg"]).removeprefix("Value error, ")
    given = f" (đang là {first['input']!r})" if name else ""
    return f"{name}: {message}{given}" if name else message
