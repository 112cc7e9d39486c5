"""What the web chat lets through: its own page only, bodies of a sensible size, and one seat per browser."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from itsdangerous import BadSignature, Signer
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self' data:; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer, which makes browsers hide the origin that is compared below.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
COOKIE = "kiemdinh_seat"
COOKIE_AGE = 400 * 24 * 3600
JSON_LIMIT = 64 * 1024
TEXT_LIMIT = 4096
KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")
UNSPEAKABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database takes: NUL, and halves of a character."""

Endpoint = Callable[[Request], Awaitable[Response]]


class Refused(Exception):
    """A request that cannot be: its status, and the reason in Vietnamese."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


def route(path: str, endpoint: Endpoint, method: str = "GET") -> Route:
    """Make a route whose refusals are JSON, and whose answers carry the protecting headers."""

    async def guarded(request: Request) -> Response:
        try:
            if method == "POST":
                _same_origin(request)
            response = await endpoint(request)
        except Refused as refused:
            response = JSONResponse({"error": refused.reason}, refused.status)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return Route(path, guarded, methods=[method])


def _same_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused(403, "Yêu cầu đến từ một trang khác nên không được nhận.")


async def json_body(request: Request) -> dict[str, Any]:
    """Read a JSON object of a sensible size."""
    _declared(request, "application/json")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > JSON_LIMIT:
            raise Refused(413, "Yêu cầu quá lớn.")
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refused(400, "Yêu cầu không đọc được.")
    return found


def form_body(request: Request, limit: int, too_large: str) -> None:
    """Refuse what is no form, or is larger than *limit*, before any of it is read."""
    _declared(request, "multipart/form-data")
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise Refused(411, "Tệp gửi lên phải cho biết độ lớn.")
    if int(length) > limit + JSON_LIMIT:
        raise Refused(413, too_large)


def _declared(request: Request, media_type: str) -> None:
    # Another site's form cannot send JSON without asking first; see also _same_origin.
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != media_type:
        raise Refused(415, f"Yêu cầu phải có kiểu {media_type}.")


def words(value: object, *, may_be_empty: bool = False) -> str:
    """Read a message's text."""
    text = UNSPEAKABLE.sub("", value) if isinstance(value, str) else ""
    if not text.strip() and not may_be_empty:
        raise Refused(400, "Tin nhắn chưa có chữ nào.")
    if len(text) > TEXT_LIMIT:
        raise Refused(400, f"Tin nhắn dài {len(text)} ký tự, tối đa là 4.096. Thầy/cô chia thành nhiều tin giúp.")
    return text


def key(value: object) -> str:
    """Read the key of a message."""
    if not isinstance(value, str) or not KEY.fullmatch(value):
        raise Refused(400, "Tin nhắn thiếu mã nhận dạng.")
    return value


def key_or_none(value: object) -> str | None:
    """Read the key of another message, where one is named."""
    return None if value is None else key(value)


class Cookies:
    """Gives each browser a seat of its own: a random address in a signed cookie."""

    def __init__(self, secret: str) -> None:
        self._signer = Signer(secret, salt="kiemdinh web seat")

    def address(self, request: Request) -> str | None:
        """Read the browser's address; None where it has none, or one that we did not sign."""
        try:
            return self._signer.unsign(request.cookies.get(COOKIE, "")).decode()
        except BadSignature:
            return None

    def fresh(self) -> str:
        """Make an address that nobody can guess."""
        return f"web-{secrets.token_urlsafe(18)}"

    def keep(self, request: Request, response: Response, address: str) -> None:
        """Have the browser keep *address*."""
        signed = self._signer.sign(address).decode()
        secure = request.url.scheme == "https"
        response.set_cookie(COOKIE, signed, COOKIE_AGE, httponly=True, samesite="lax", secure=secure)
