"""The whole product as a process of its own, and people who talk to it over nothing but Telegram."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bot.telegram_server import TOKEN, Json, TelegramServer

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "knowledge" / "plans" / "thanh-mien-2017-2018.txt"
BOOTSTRAP = "MO-DAU-2017"
PATIENCE = 60.0
"""Generous: what fails here has failed long before."""


class Product:
    """`kiemdinh`, run as somebody who installed it would."""

    def __init__(self, folder: Path, server: TelegramServer, **variables: str) -> None:
        self.folder, self.server = folder, server
        self._log = folder / "log.txt"
        self._running: subprocess.Popen[bytes] | None = None
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT")}
        self._variables = {
            **kept,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "KIEMDINH_DATA_DIR": str(folder / "data"),
            "KIEMDINH_DEMO": "0",
            "KIEMDINH_NOW": "2017-10-02T07:40:00",
            "KIEMDINH_BOOTSTRAP_CODE": BOOTSTRAP,
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_BASE_URL": server.url,
            **variables,
        }

    def command(self, *words: str, **variables: str) -> str:
        """Run one command to its end."""
        env = {**self._variables, **variables}
        done = subprocess.run(self._words(words), env=env, cwd=self.folder, capture_output=True, check=True)
        return done.stdout.decode()

    def import_plan(self) -> None:
        """Put the plan of 2017-2018 in."""
        self.command("import-plan", str(PLAN))

    def start(self, **variables: str) -> Product:
        """Begin to serve; returns when Telegram is being asked for updates, or has the webhook."""
        env = {**self._variables, "KIEMDINH_HTTP_PORT": str(free_port()), **variables}
        asked = len(self.server.called("getUpdates"))
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(self._words(["run"]), env=env, cwd=self.folder, stdout=log, stderr=log)
        self.server.wait(lambda: self._listens(asked) or self._ended(), PATIENCE)
        assert not self._ended(), self.log
        return self

    def stop(self) -> int:
        """Ask it to end, and return its exit code."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Let it die where it stands."""
        self._end(signal.SIGKILL)

    @property
    def log(self) -> str:
        """All that it has printed."""
        return self._log.read_text(encoding="utf-8")

    def _words(self, words: Sequence[str]) -> list[str]:
        return [sys.executable, "-m", "bot", *words]

    def _listens(self, asked: int) -> bool:
        return len(self.server.called("getUpdates")) > asked or bool(self.server.webhook)

    def _ended(self) -> bool:
        return self._running is None or self._running.poll() is not None

    def _end(self, how: signal.Signals) -> int:
        if self._running is None:
            return 0
        self._running.send_signal(how)
        code, self._running = self._running.wait(PATIENCE), None
        return code


@dataclass
class Talker:
    """Somebody with a phone, in a private chat or in a group."""

    server: TelegramServer
    user: int
    chat: int = 0
    last: Json = field(default_factory=dict)
    """What was answered last."""
    own: Json = field(default_factory=dict)
    """What was said last."""

    def __post_init__(self) -> None:
        """A private chat has the number of the person."""
        self.chat = self.chat or self.user

    def say(self, text: str, **more: Any) -> str:
        """Say something and return the answer."""
        before = self._seen()
        self.own = self.server.say(text, user=self.user, chat=self.chat, **more)
        return self.answered(before)

    def answer(self, message: Json, text: str) -> str:
        """Answer a message."""
        return self.say(text, reply_to_message=message)

    def photograph(self, caption: str) -> str:
        """Send a picture and return the answer."""
        before = self._seen()
        self.server.photograph(b"picture", caption=caption, user=self.user, chat=self.chat)
        return self.answered(before)

    def upload(self, size: int, caption: str) -> str:
        """Send a document that is said to have *size* bytes, and return the answer."""
        before = self._seen()
        self.server.upload("bao cao.docx", b"x", size=size, caption=caption, user=self.user, chat=self.chat)
        return self.answered(before)

    def edit(self, message: Json, text: str) -> str:
        """Change a message of one's own."""
        before = self._seen()
        self.server.edit(message, text)
        return self.answered(before)

    def press(self, label: str, message: Json | None = None) -> str:
        """Press the button whose label begins with *label*, of the last answer or of another message."""
        shown = message or self.last
        words = next((words for name, words in buttons(shown) if name.startswith(label)), None)
        assert words, f"no button {label} among {buttons(shown)}"
        before = self._seen()
        self.server.press(shown, words, user=self.user)
        return self.answered(before)

    def answered(self, before: dict[int, Json]) -> str:
        """Wait for what is new or has changed since *before*."""
        self.server.wait(lambda: self._seen() != before, PATIENCE)
        self.last = next(self.message(number) for number, seen in self._seen().items() if before.get(number) != seen)
        return str(self.last["text"])

    def _seen(self) -> dict[int, Json]:
        return {message["message_id"]: dict(message) for message in self.server.said(self.chat)}

    def message(self, number: int) -> Json:
        """Show a message of the chat as it stands now."""
        return self.server.messages[self.chat, number]

    @property
    def texts(self) -> list[str]:
        """What the product has said in this chat."""
        return [str(message.get("text", "")) for message in self.server.said(self.chat)]

    @property
    def labels(self) -> list[str]:
        """The buttons of the last answer."""
        return [label for label, _ in buttons(self.last)]


def buttons(message: Json) -> list[tuple[str, str]]:
    """List label and words of a message's buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [(button["text"], button["callback_data"]) for row in rows for button in row]


def code_in(text: str) -> str:
    """Find the join code in an answer."""
    found = re.search(r"^[2-9B-Z]{5}-[2-9B-Z]{5}$", text, re.MULTILINE)
    assert found, text
    return found[0]


def post(url: str, update: Json, secret: str | None) -> int:
    """Deliver an update as whoever knows the address could; return the status."""
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    request = urllib.request.Request(url, json.dumps(update).encode(), headers)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
