"""A Bot API server of the tests' own, over real HTTP: strict where Telegram is strict, and faulty on demand.

What people do: `say`, `edit`, `press`, `upload`, `add_to_group`, `migrate`. What came back: `messages`, `calls`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.bot.telegram_html import HtmlError, parse, units

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

Json = dict[str, Any]

TOKEN = "7000000001:AAtestTokenOfTheTests_0123456789"
BOT = {"id": 7000000001, "is_bot": True, "first_name": "Kiểm định", "username": "KiemDinhBot"}
DATE = 1506902400
CALLBACK_BYTES = 64
DOWNLOAD_LIMIT = 20 * 1024 * 1024
REQUIRED = {
    "setWebhook": ["url"],
    "sendMessage": ["chat_id", "text"],
    "editMessageText": ["text"],
    "answerCallbackQuery": ["callback_query_id"],
    "sendChatAction": ["chat_id", "action"],
    "setMyCommands": ["commands"],
    "getFile": ["file_id"],
    "sendDocument": ["chat_id", "document"],
    "sendPhoto": ["chat_id", "photo"],
    "leaveChat": ["chat_id"],
    "getChat": ["chat_id"],
}


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.parameters = parameters

    def answer(self) -> JSONResponse:
        """Say it as Telegram does."""
        body: Json = {"ok": False, "error_code": self.status, "description": str(self)}
        if self.parameters:
            body["parameters"] = self.parameters
        return JSONResponse(body, status_code=self.status)


def bad(description: str, **parameters: int) -> ApiError:
    """A 400."""
    return ApiError(400, f"Bad Request: {description}", **parameters)


@dataclass
class Call:
    """One call that the product made."""

    method: str
    params: Json
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass
class Fault:
    """What goes wrong with the next calls of a method."""

    refused: ApiError | None = None
    seconds: float = 0


class QuickServer(uvicorn.Server):
    """Notices within milliseconds that it is to stop; the library's own looks ten times a second."""

    async def main_loop(self) -> None:
        """Run until told to stop."""
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            await asyncio.sleep(0.005)


class TelegramServer:
    """Telegram, small."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.calls: list[Call] = []
        self.messages: dict[tuple[int, int], Json] = {}
        self.chats: dict[int, Json] = {}
        self.commands: list[Json] = []
        self.descriptions: dict[str, str] = {}
        self.answered: list[str] = []
        self.webhook: Json = {}
        self.missing: set[str] = set()
        self.oddities: dict[str, Callable[[Any], Any]] = {}
        """How the results of some methods differ from Telegram's, as those of other people's servers do."""
        self.deliveries: list[int] = []
        self.topics: set[tuple[int, int]] = set()
        """The open topics of forums."""
        self._refusals: dict[int, ApiError] = {}
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        self._files: dict[str, tuple[str, bytes, int]] = {}
        self._queries: set[str] = set()
        self._updates: list[Json] = []
        self._numbers: dict[str, int] = defaultdict(lambda: 100)
        self._poller = 0
        self._port = 0
        self._is_stopping = False
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    # Running

    @property
    def url(self) -> str:
        """What `TELEGRAM_BASE_URL` is set to."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> TelegramServer:
        """Listen, on the same port as before."""
        self._is_stopping = False
        self._listening = listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", self._port))
        self._port = listening.getsockname()[1]
        api = Route("/bot{token}/{method}", self._api, methods=["GET", "POST"])
        file = Route("/file/bot{token}/{path:path}", self._file)
        config = uvicorn.Config(Starlette(routes=[api, file]), log_level="critical", lifespan="off", ws="none")
        self._server = QuickServer(config)
        self._thread = threading.Thread(target=self._server.run, args=([listening],), daemon=True)
        self._thread.start()
        self.wait(lambda: self._server is not None and self._server.started)
        return self

    def stop(self) -> None:
        """Stop listening; what is known is kept."""
        self._is_stopping = True
        if self._server and self._thread:
            self._server.should_exit = self._server.force_exit = True
            self._thread.join(5)
            self._listening.close()

    def wait(self, condition: Callable[[], object], seconds: float = 60) -> None:
        """Wait, in a thread of one's own, until *condition* holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it did not come to pass"
            time.sleep(0.005)

    async def until(self, condition: Callable[[], object], seconds: float = 10) -> None:
        """Wait in an event loop until *condition* holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it did not come to pass"
            await asyncio.sleep(0.005)

    # What people do

    def say(self, text: str, *, user: int = 11, chat: int | None = None, **more: Any) -> Json:
        """Have a person write; `reply_to_message`, `entities`, `sticker` and the like go in *more*."""
        message = self._written(user, chat, {"text": text} if text else {}, **more)
        self._put({"message": message})
        return message

    def edit(self, message: Json, text: str) -> Json:
        """Have a person change a message of theirs."""
        changed = {**message, "text": text, "edit_date": DATE + self._next("edit")}
        self.messages[message["chat"]["id"], message["message_id"]] = changed
        self._put({"edited_message": changed})
        return changed

    def press(self, message: Json, words: str, *, user: int = 11) -> str:
        """Have a person press a button of *message*."""
        buttons = [b for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]
        assert words in [button["callback_data"] for button in buttons], f"no such button among {buttons}"
        number = str(self._next("query"))
        self._queries.add(number)
        query = {"id": number, "from": _user(user), "message": message, "chat_instance": "1", "data": words}
        self._put({"callback_query": query})
        return number

    def upload(self, name: str, content: bytes, *, size: int | None = None, caption: str = "", **more: Any) -> Json:
        """Have a person send a document; *size* pretends to another size than that of *content*."""
        number, size = f"file{self._next('file')}", len(content) if size is None else size
        self._files[number] = (f"documents/{number}", content, size)
        document = {"file_id": number, "file_unique_id": number, "file_name": name, "file_size": size}
        return self.say("", document=document, **_if_any(caption=caption), **more)

    def photograph(self, content: bytes, *, caption: str = "", **more: Any) -> Json:
        """Have a person send a picture, in two sizes as Telegram keeps it."""
        photos = []
        for width, kept in ((90, b"small"), (1280, content)):
            number = f"photo{self._next('file')}"
            self._files[number] = (f"photos/{number}.jpg", kept, len(kept))
            size = {"width": width, "height": width, "file_size": len(kept)}
            photos.append({"file_id": number, "file_unique_id": number, **size})
        return self.say("", photo=photos, **_if_any(caption=caption), **more)

    def add_to_group(self, chat: int, *, user: int = 11, was: str = "left", now: str = "member") -> None:
        """Have a person change what we are in a group."""
        member: Json = {"user": BOT, "until_date": 0}
        change = {"old_chat_member": {**member, "status": was}, "new_chat_member": {**member, "status": now}}
        self._put({"my_chat_member": {"chat": self._chat(chat, user), "from": _user(user), "date": DATE, **change}})

    def migrate(self, chat: int, to: int, *, user: int = 11) -> None:
        """Turn a group into a supergroup."""
        self.say("", chat=chat, user=user, migrate_to_chat_id=to)
        self._chat(to, user)
        self._refusals[chat] = bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=to)

    def block(self, chat: int, why: str = "bot was blocked by the user") -> None:
        """Have a person block the bot."""
        self._refusals[chat] = ApiError(403, f"Forbidden: {why}")

    def unblock(self, chat: int) -> None:
        """Have a person let the bot write again."""
        del self._refusals[chat]

    def know(self, chat: int) -> None:
        """Make a chat known without a word said in it."""
        self._chat(chat, chat)

    def put(self, **update: Any) -> None:
        """Add any update, as odd as wanted."""
        self._put(update)

    # What goes wrong

    def fail(self, method: str, refused: ApiError, times: int = 1) -> None:
        """Refuse the next calls of a method."""
        self._faults[method] += [Fault(refused=refused)] * times

    def hang(self, method: str, seconds: float, times: int = 1) -> None:
        """Be slow with the next calls of a method, and then do them."""
        self._faults[method] += [Fault(seconds=seconds)] * times

    # What came of it

    def said(self, chat: int) -> list[Json]:
        """Return what the bot has said in a chat, as it stands there now."""
        return [m for (where, _), m in sorted(self.messages.items()) if where == chat and m["from"] == BOT]

    def count_sent(self) -> int:
        """Count the messages that the bot has sent, in all chats."""
        return sum(message["from"] == BOT for message in list(self.messages.values()))

    def called(self, method: str) -> list[Json]:
        """Return the parameters of every call of a method."""
        return [call.params for call in list(self.calls) if call.method == method]

    @property
    def unconfirmed(self) -> list[int]:
        """The updates that would be delivered again."""
        return [update["update_id"] for update in self._updates]

    # The machinery

    def _next(self, what: str) -> int:
        self._numbers[what] += 1
        return self._numbers[what]

    def _chat(self, chat: int, user: int) -> Json:
        private = {"id": chat, "type": "private", "first_name": _user(user)["first_name"]}
        group = {"id": chat, "type": "supergroup" if chat < -(10**12) else "group", "title": "Tổ chuyên môn"}
        return self.chats.setdefault(chat, private if chat > 0 else group)

    def _written(self, user: int, chat: int | None, words: Json, **more: Any) -> Json:
        where = self._chat(user if chat is None else chat, user)
        number = self._next(f"message {where['id']}")
        message = {"message_id": number, "date": DATE, "chat": where, "from": _user(user), **words, **more}
        if message.get("is_topic_message"):
            self.topics.add((where["id"], message["message_thread_id"]))
        self.messages[where["id"], number] = message
        return message

    def _put(self, update: Json) -> None:
        numbered = {"update_id": self._next("update"), **update}
        self._updates.append(numbered)
        if self.webhook.get("url"):
            threading.Thread(target=self._deliver, args=(numbered,), daemon=True).start()

    def _deliver(self, update: Json) -> None:
        headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": self.webhook["secret_token"]}
        for _ in range(200):
            self.deliveries.append(update["update_id"])
            post = urllib.request.Request(self.webhook["url"], json.dumps(update).encode(), headers)
            with contextlib.suppress(urllib.error.URLError, OSError), urllib.request.urlopen(post, timeout=5):
                self._updates.remove(update)
                return
            time.sleep(0.05)

    async def _api(self, request: Request) -> Response:
        method, token = request.path_params["method"], request.path_params["token"]
        params, files = await _params(request)
        self.calls.append(Call(method, params, files))
        try:
            return JSONResponse({"ok": True, "result": await self._done(token, method, params, files)})
        except ApiError as refused:
            return refused.answer()

    async def _done(self, token: str, method: str, params: Json, files: dict[str, bytes]) -> Any:
        if token != self.token:
            raise ApiError(401, "Unauthorized")
        act = getattr(self, "_do_" + re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", method), None)
        if act is None or method in self.missing:
            raise ApiError(404, "Not Found")
        await self._be_faulty(method)
        for name in REQUIRED.get(method, []):
            if not params.get(name) and name not in files:
                raise bad(f"{name} is empty")
        result = act(params, files)
        result = await result if asyncio.iscoroutine(result) else result
        return self.oddities.get(method, lambda usual: usual)(result)

    async def _be_faulty(self, method: str) -> None:
        faults = self._faults[method]
        fault = faults.pop(0) if faults else Fault()
        await asyncio.sleep(fault.seconds)
        if fault.refused:
            raise fault.refused

    async def _file(self, request: Request) -> Response:
        kept = {path: content for path, content, _ in self._files.values()}
        path = request.path_params["path"]
        if request.path_params["token"] != self.token or path not in kept:
            return Response(status_code=404)
        return Response(kept[path], media_type="application/octet-stream")

    # The methods

    def _do_get_me(self, params: Json, files: Json) -> Json:
        return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    async def _do_get_updates(self, params: Json, files: Json) -> list[Json]:
        if self.webhook.get("url"):
            raise ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
        self._poller += 1
        me, end = self._poller, time.monotonic() + float(params.get("timeout", 0))
        offset = int(params.get("offset", 0))
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        while not self._updates and time.monotonic() < end and me == self._poller and not self._is_stopping:
            await asyncio.sleep(0.005)
        if self._is_stopping:
            raise ApiError(502, "Bad Gateway")
        if me != self._poller:
            raise ApiError(409, "Conflict: terminated by other getUpdates request")
        batch = self._updates[: int(params.get("limit", 100))]
        self.deliveries += [update["update_id"] for update in batch]
        return batch

    def _do_set_webhook(self, params: Json, files: Json) -> bool:
        if not re.fullmatch(r"(https://.+|http://127\.0\.0\.1.*)", params["url"]):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", params.get("secret_token", "")):
            raise bad("secret token contains unallowed characters")
        self.webhook = {"secret_token": "", **params}
        return True

    def _do_delete_webhook(self, params: Json, files: Json) -> bool:
        self.webhook = {}
        return True

    def _do_send_message(self, params: Json, files: Json) -> Json:
        return self._spoken(params, {**self._text(params), **_markup(params)})

    def _do_send_document(self, params: Json, files: dict[str, bytes]) -> Json:
        return self._spoken(params, {"document": self._kept(files, "document"), **_caption(params), **_markup(params)})

    def _do_send_photo(self, params: Json, files: dict[str, bytes]) -> Json:
        photo = {**self._kept(files, "photo"), "width": 1, "height": 1}
        return self._spoken(params, {"photo": [photo], **_caption(params), **_markup(params)})

    def _do_edit_message_text(self, params: Json, files: Json) -> Json:
        chat = self._reachable(params)
        message = self.messages.get((chat["id"], int(params.get("message_id", 0))))
        if message is None:
            raise bad("message to edit not found")
        if message["from"] != BOT:
            raise bad("message can't be edited")
        if "text" not in message:
            raise bad("there is no text in the message to edit")
        bare = {name: value for name, value in message.items() if name not in ("text", "entities", "reply_markup")}
        changed = {**bare, **self._text(params), **_markup(params), "edit_date": DATE + 60}
        if {**changed, "edit_date": 0} == {**message, "edit_date": 0}:
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same as a "
                "current content and reply markup of the message"
            )
        self.messages[chat["id"], message["message_id"]] = changed
        return changed

    def _do_answer_callback_query(self, params: Json, files: Json) -> bool:
        number = params["callback_query_id"]
        if number not in self._queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self.answered.append(number)
        return True

    def _do_send_chat_action(self, params: Json, files: Json) -> bool:
        self._reachable(params)
        if params["action"] not in ("typing", "upload_photo", "upload_document"):
            raise bad("wrong parameter action in request")
        return True

    def _do_set_my_commands(self, params: Json, files: Json) -> bool:
        commands = json.loads(params["commands"])
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands = commands
        return True

    def _do_set_my_description(self, params: Json, files: Json) -> bool:
        return self._describe("description", params, 512)

    def _do_set_my_short_description(self, params: Json, files: Json) -> bool:
        return self._describe("short_description", params, 120)

    def _do_get_file(self, params: Json, files: Json) -> Json:
        number = params["file_id"]
        if number not in self._files:
            raise bad("invalid file_id")
        path, _, size = self._files[number]
        if size > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        return {"file_id": number, "file_unique_id": number, "file_size": size, "file_path": path}

    def _do_leave_chat(self, params: Json, files: Json) -> bool:
        self._refusals[self._reachable(params)["id"]] = ApiError(
            403, "Forbidden: bot is not a member of the group chat"
        )
        return True

    def _do_get_chat(self, params: Json, files: Json) -> Json:
        gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), True)
        more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
        return {**self._reachable(params), **more}

    def _describe(self, name: str, params: Json, limit: int) -> bool:
        if len(params.get(name, "")) > limit:
            raise bad(f"{name} is too long")
        self.descriptions[name] = params.get(name, "")
        return True

    def _reachable(self, params: Json) -> Json:
        chat = int(params["chat_id"]) if re.fullmatch(r"-?\d+", str(params["chat_id"])) else 0
        if chat in self._refusals:
            raise self._refusals[chat]
        if chat not in self.chats:
            raise bad("chat not found")
        return self.chats[chat]

    def _topic(self, chat: int, params: Json) -> Json:
        if "message_thread_id" not in params:
            return {}
        topic = int(params["message_thread_id"])
        if (chat, topic) not in self.topics:
            raise bad("message thread not found")
        return {"message_thread_id": topic, "is_topic_message": True}

    def _text(self, params: Json) -> Json:
        text, entities = _parsed(params, "text")
        if not text:
            raise bad("message text is empty")
        if units(text) > 4096:
            raise bad("message is too long")
        return {"text": text, **({"entities": entities} if entities else {})}

    def _spoken(self, params: Json, content: Json) -> Json:
        chat = self._reachable(params)
        topic = self._topic(chat["id"], params)
        number = self._next(f"message {chat['id']}")
        message = {"message_id": number, "date": DATE, "chat": chat, "from": BOT, **topic, **content}
        self.messages[chat["id"], number] = message
        return message

    def _kept(self, files: dict[str, bytes], name: str) -> Json:
        if name not in files:
            raise bad(f"there is no {name} in the request")
        number = f"sent{self._next('file')}"
        self._files[number] = (f"sent/{number}", files[name], len(files[name]))
        return {"file_id": number, "file_unique_id": number, "file_size": len(files[name])}


def _if_any(**words: str) -> Json:
    return {name: value for name, value in words.items() if value}


def _user(number: int) -> Json:
    return {"id": number, "is_bot": False, "first_name": "Nguyễn Thị", "last_name": f"Hoa {number}"}


def _parsed(params: Json, name: str) -> tuple[str, list[Json]]:
    mode, raw = params.get("parse_mode"), params.get(name, "")
    if mode not in (None, "HTML"):
        raise bad("unsupported parse_mode")
    try:
        text, entities = parse(raw) if mode else (raw, [])
    except HtmlError as error:
        raise bad(str(error)) from None
    return text.strip(), entities


def _caption(params: Json) -> Json:
    text, entities = _parsed(params, "caption")
    if units(text) > 1024:
        raise bad("message caption is too long")
    return {"caption": text, "caption_entities": entities} if text else {}


def _markup(params: Json) -> Json:
    if "reply_markup" not in params:
        return {}
    markup = json.loads(params["reply_markup"])
    for button in (button for row in markup["inline_keyboard"] for button in row):
        if not button["text"].strip():
            raise bad("inline keyboard button text is empty")
        if not 1 <= len(button["callback_data"].encode()) <= CALLBACK_BYTES:
            raise bad("BUTTON_DATA_INVALID")
    return {"reply_markup": markup}


async def _params(request: Request) -> tuple[Json, dict[str, bytes]]:
    """Take parameters in every way that Telegram takes them: query, form, multipart, JSON."""
    params: Json = dict(request.query_params)
    files: dict[str, bytes] = {}
    if request.headers.get("content-type", "").startswith("application/json"):
        body = json.loads(await request.body() or b"{}")
        return {**params, **{k: v if isinstance(v, str) else json.dumps(v) for k, v in body.items()}}, files
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, str):
                params[name] = value
            else:
                files[name] = await value.read()
    return params, files
