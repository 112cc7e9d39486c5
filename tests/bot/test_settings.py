"""Every variable is documented, and a wrong value is one line that names it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli import main
from bot.settings import BadSetting, Settings, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Begin with no variable set, in a folder with no `.env`."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def named_in_example() -> list[str]:
    return re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text("utf-8"), re.MULTILINE)


def test_the_example_names_exactly_the_variables_that_are_read() -> None:
    assert sorted(named_in_example()) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_as_it_stands_gives_the_defaults(tmp_path: Path) -> None:
    defaults = read_settings()
    (tmp_path / ".env").write_text(EXAMPLE.read_text("utf-8"), "utf-8")

    assert read_settings() == defaults


WRONG = {
    "KIEMDINH_HTTP_PORT": ["abc", "0", "65536", "80.5", "8080 8081"],
    "KIEMDINH_TIMEZONE": ["Hanoi", "Asia", "../etc/passwd", "Asia/Hà_Nội"],
    "KIEMDINH_NOW": ["hôm nay", "2017-13-01", "123", "0001-01-01T00:00", "9999-12-31"],
    "KIEMDINH_DEMO": ["maybe", "2", "có"],
    "KIEMDINH_DATABASE_URL": ["nonsense", "mysql://u:secret@h/d", "://", "postgresql://u:secret@h:x/d"],
    "KIEMDINH_BOOTSTRAP_CODE": ["x" * 65],
    "TELEGRAM_BOT_TOKEN": ["12:ab cd", "12:ab/cd"],
    "TELEGRAM_BASE_URL": ["api.telegram.org", "ftp://x", "http://", "http://h:port", "http://[::1"],
    "TELEGRAM_WEBHOOK_URL": ["example.org/hook"],
    "TELEGRAM_WEBHOOK_SECRET": ["a b", "bí-mật", "x" * 257, "a:b", "x\ny"],
    "ZALO_BOT_TOKEN": ["a b"],
    "ZALO_BASE_URL": ["zalo"],
    "ZALO_WEBHOOK_URL": ["zalo"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_value_is_one_line_that_names_the_variable_and_exits_2(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    code = main(["ask", "thư viện"])
    said = capsys.readouterr()

    assert (code, said.out) == (2, "")
    assert said.err.startswith(f"{name}: ")
    assert said.err.count("\n") == 1
    assert not re.search(r"\b(input|should|valid|error|value)\b", said.err)


@pytest.mark.parametrize("name", ["TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "KIEMDINH_DATABASE_URL"])
def test_a_secret_is_not_repeated(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "mysql://secret 1")
    with pytest.raises(BadSetting) as said:
        read_settings()

    assert "secret 1" not in str(said.value)


def test_a_webhook_needs_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(BadSetting, match=r"^TELEGRAM_WEBHOOK_SECRET: cần có khi đặt TELEGRAM_WEBHOOK_URL$"):
        read_settings()


@pytest.mark.parametrize("secret", ["a", "A-z_0", "x" * 256])
def test_every_secret_that_telegram_takes_is_taken(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", secret)

    assert read_settings().telegram_webhook_secret == secret


@pytest.mark.parametrize(
    ("variables", "demo"),
    [
        ({}, True),
        ({"TELEGRAM_BOT_TOKEN": "1:a"}, False),
        ({"ZALO_BOT_TOKEN": "1:a"}, False),
        ({"TELEGRAM_BOT_TOKEN": "1:a", "KIEMDINH_DEMO": "1"}, True),
        ({"KIEMDINH_DEMO": "0"}, False),
        ({"KIEMDINH_DEMO": ""}, True),
        ({"KIEMDINH_DEMO": "true", "ZALO_BOT_TOKEN": "1:a"}, True),
    ],
)
def test_it_is_a_demonstration_where_no_messenger_is_set(
    variables: dict[str, str], demo: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert read_settings().demo == demo


@pytest.mark.parametrize(
    ("now", "demo", "starts"),
    [
        ("", "1", datetime(2017, 10, 2, 7, 30, tzinfo=ZONE)),
        ("", "0", None),
        ("2018-01-05T09:00", "0", datetime(2018, 1, 5, 9, 0, tzinfo=ZONE)),
        ("2018-01-05T09:00", "1", datetime(2018, 1, 5, 9, 0, tzinfo=ZONE)),
        ("2018-01-05T09:00:00Z", "1", datetime(2018, 1, 5, 16, 0, tzinfo=ZONE)),
        ("2018-01-05T09:00:00+09:00", "1", datetime(2018, 1, 5, 7, 0, tzinfo=ZONE)),
        (" 2018-01-05 ", "1", datetime(2018, 1, 5, tzinfo=ZONE)),
    ],
)
def test_the_clock_starts_where_it_is_told_in_the_zone_of_the_product(
    now: str, demo: str, starts: datetime | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMDINH_NOW", now)
    monkeypatch.setenv("KIEMDINH_DEMO", demo)
    found = read_settings().starts_at

    assert found == starts
    assert found is None or found.utcoffset() == timedelta(hours=7)


def test_a_moment_without_a_zone_is_read_in_the_zone_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMDINH_NOW", "2018-01-05T09:00")
    monkeypatch.setenv("KIEMDINH_TIMEZONE", "Asia/Tokyo")

    assert read_settings().starts_at == datetime(2018, 1, 5, 9, 0, tzinfo=ZoneInfo("Asia/Tokyo"))


def test_a_data_folder_that_is_a_file_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").touch()

    assert main(["ask", "thư viện"]) == 2
    assert re.fullmatch(r"KIEMDINH_DATA_DIR: không tạo được thư mục data \(.+\)\n", capsys.readouterr().err)


@pytest.mark.parametrize("folder", ["/proc/kiemdinh", "/dev/null/x"])
def test_a_data_folder_that_cannot_be_made_is_one_line(
    folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIEMDINH_DATA_DIR", folder)

    assert main(["ask", "thư viện"]) == 2
    assert re.fullmatch(rf"KIEMDINH_DATA_DIR: không tạo được thư mục {folder} \(.+\)\n", capsys.readouterr().err)


def test_a_database_file_in_no_folder_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("KIEMDINH_DATABASE_URL", f"sqlite:///{tmp_path}/none/x.db")

    assert main(["ask", "thư viện"]) == 2
    assert capsys.readouterr().err == (f"KIEMDINH_DATABASE_URL: không có thư mục {tmp_path}/none để đặt tệp x.db\n")


def test_a_server_that_does_not_answer_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIEMDINH_DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/d")

    assert main(["ask", "thư viện"]) == 1
    assert capsys.readouterr().err == (
        "Không dùng được cơ sở dữ liệu: không kết nối được với máy chủ; máy chủ có đang chạy không.\n"
    )


def test_a_settings_file_in_another_encoding_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".env").write_bytes("# cổng\nKIEMDINH_HTTP_PORT=9000\n".encode("utf-16"))

    assert main(["ask", "thư viện"]) == 2
    assert capsys.readouterr().err == ".env: không phải văn bản UTF-8; lưu lại tệp với bảng mã UTF-8\n"
