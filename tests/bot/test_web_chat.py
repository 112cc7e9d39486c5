"""The server side of the web chat, over HTTP."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from handlers.turn import Choice, Reply
from tests.bot.web_stage import DOAN_TUNG, GROUP, OFFICER, TU_CUONG, Stage, running


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with running(tmp_path) as stage:
        yield stage


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Stage]:
    with running(tmp_path, demo=False) as stage:
        yield stage


@pytest.fixture
def browser(stage: Stage) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=stage.url) as client:
        yield client


def say(client: httpx.Client, seat: str, text: str, **more: Any) -> httpx.Response:
    body = {"seat": seat, "text": text, "key": str(uuid.uuid4()), **more}
    return client.post("/api/say", json=body)


def transcript(client: httpx.Client, seat: str) -> list[tuple[str, str]]:
    messages = client.get("/api/messages", params={"seat": seat}).json()["messages"]
    return [(message["kind"], message["text"]) for message in messages]


def events(client: httpx.Client, path: str, count: int, **headers: str) -> list[dict[str, Any]]:
    """Read *count* messages from the stream."""
    found: list[dict[str, Any]] = []
    with client.stream("GET", path, headers=headers, timeout=10) as response:
        name = ""
        for line in response.iter_lines():
            name = line.removeprefix("event: ") if line.startswith("event: ") else name
            if name == "message" and line.startswith("data: "):
                found.append(json.loads(line.removeprefix("data: ")))
            if len(found) == count:
                break
    return found


def own_seat(client: httpx.Client) -> str:
    return str(client.get("/api/state").json()["seats"][0]["address"])


def test_the_page_and_its_parts_come_with_protecting_headers(browser: httpx.Client) -> None:
    for path in ("/", "/static/chat.js", "/static/chat.css", "/static/icon.svg", "/api/state"):
        answer = browser.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-security-policy"].startswith("default-src 'self';")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


def test_only_the_page_is_served_from_its_folder(browser: httpx.Client) -> None:
    for path in ("/static/nothing.js", "/static/..%2Fapp.py", "/static/%2e%2e%2fchannels", "/static/index.html"):
        assert browser.get(path).status_code == 404


def test_the_page_names_no_other_host() -> None:
    page = Path(__file__).parents[2] / "bot" / "web"
    texts = {file.name: file.read_text("utf-8").replace("http://www.w3.org/2000/svg", "") for file in page.iterdir()}
    assert [name for name, text in texts.items() if "//" in text.replace("// ", "")] == []


def test_no_script_of_the_page_parses_html() -> None:
    scripts = (Path(__file__).parents[2] / "bot" / "web").glob("*.js")
    banned = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
    assert [(file.name, word) for file in scripts for word in banned if word in file.read_text("utf-8")] == []


def test_a_demonstration_offers_every_seat_and_its_clock(browser: httpx.Client) -> None:
    state = browser.get("/api/state").json()
    assert (state["demo"], state["now"], len(state["seats"])) == (True, "2017-10-02T07:30:00+07:00", 18)
    assert state["seats"][5]["label"] == "Hiệu trưởng TH Tứ Cường"


def test_what_is_said_is_heard_and_answered(stage: Stage, browser: httpx.Client) -> None:
    assert say(browser, TU_CUONG, "xong 1.1").status_code == 202
    assert transcript(browser, TU_CUONG) == [("in", "xong 1.1"), ("out", "Đã nghe: xong 1.1")]
    heard = stage.heard[0]
    assert (heard.channel, heard.address, heard.name) == ("web", TU_CUONG, "Hiệu trưởng TH Tứ Cường")


def test_words_in_a_group_are_said_there_by_a_member(stage: Stage, browser: httpx.Client) -> None:
    say(browser, GROUP, "@trợlý chào cả nhóm")
    assert (stage.heard[0].address, stage.heard[0].room, stage.heard[0].text) == (OFFICER, GROUP, "chào cả nhóm")
    assert transcript(browser, GROUP)[0] == ("in", "@trợlý chào cả nhóm")


def test_what_is_not_meant_for_the_assistant_is_shown_in_the_group_and_left_alone(
    stage: Stage, browser: httpx.Client
) -> None:
    say(browser, GROUP, "chiều nay họp nhé")
    assert transcript(browser, GROUP) == [("in", "chiều nay họp nhé")]
    assert stage.heard == []


@pytest.mark.parametrize("words", ["/lich", "@tro ly thư viện cần gì", "Thư viện cần gì @Trợ lý"])
def test_a_command_or_a_mention_is_meant_for_the_assistant(stage: Stage, browser: httpx.Client, words: str) -> None:
    say(browser, GROUP, words)
    assert len(stage.heard) == 1


def test_an_answer_to_the_assistant_in_a_group_is_meant_for_it(stage: Stage, browser: httpx.Client) -> None:
    say(browser, GROUP, "/lich")
    mine, answer = browser.get("/api/messages", params={"seat": GROUP}).json()["messages"]
    say(browser, GROUP, "còn tháng 12", replies_to=answer["key"])
    say(browser, GROUP, "đúng rồi", replies_to=mine["key"])
    assert [one.text for one in stage.heard] == ["/lich", "còn tháng 12"]


def test_a_message_sent_twice_is_acted_on_and_shown_once(stage: Stage, browser: httpx.Client) -> None:
    key = str(uuid.uuid4())
    assert [say(browser, TU_CUONG, "xong 1.1", key=key).status_code for _ in range(2)] == [202, 202]
    assert len(stage.heard) == 1
    assert len(transcript(browser, TU_CUONG)) == 2


def test_a_pressed_button_is_shown_by_its_label(stage: Stage, browser: httpx.Client) -> None:
    say(browser, TU_CUONG, "menu")
    shown = browser.get("/api/messages", params={"seat": TU_CUONG}).json()["messages"][-1]
    say(browser, TU_CUONG, "undo 7", pressed=shown["key"])
    assert (stage.heard[1].kind, stage.heard[1].text, stage.heard[1].pressed) == ("press", "undo 7", shown["key"])
    assert transcript(browser, TU_CUONG)[2:] == [("in", "Hoàn tác"), ("out", "Đã nghe: undo 7")]


def test_an_answer_in_place_changes_the_message_and_adds_none(browser: httpx.Client) -> None:
    say(browser, TU_CUONG, "menu")
    key = browser.get("/api/messages", params={"seat": TU_CUONG}).json()["messages"][-1]["key"]
    say(browser, TU_CUONG, "menu 2", pressed=key)
    messages = browser.get("/api/messages", params={"seat": TU_CUONG}).json()["messages"]
    assert [message["key"] for message in messages][1:] == [key]
    assert messages[-1]["choices"] == [["‹ Trở lại", "menu 1"]]


def test_an_edited_message_keeps_its_place_and_says_so(stage: Stage, browser: httpx.Client) -> None:
    key = str(uuid.uuid4())
    say(browser, TU_CUONG, "xong 1.1", key=key)
    say(browser, TU_CUONG, "xong 1.2", edits=key)
    first = browser.get("/api/messages", params={"seat": TU_CUONG}).json()["messages"][0]
    assert (first["key"], first["text"], first["edited"]) == (key, "xong 1.2", True)
    assert (stage.heard[1].edits, stage.heard[1].text) == (key, "xong 1.2")


def test_nobody_edits_the_message_of_another_seat(stage: Stage, browser: httpx.Client) -> None:
    key = str(uuid.uuid4())
    say(browser, TU_CUONG, "xong 1.1", key=key)
    assert say(browser, DOAN_TUNG, "xong 9.9", edits=key).status_code == 404
    assert transcript(browser, TU_CUONG)[0] == ("in", "xong 1.1")
    assert len(stage.heard) == 1


def test_an_answer_to_a_message_names_it(stage: Stage, browser: httpx.Client) -> None:
    key = str(uuid.uuid4())
    say(browser, TU_CUONG, "xong 1.1", key=key)
    say(browser, TU_CUONG, "bỏ", replies_to=key)
    assert stage.heard[1].replies_to == key


def test_a_file_is_heard_whole(stage: Stage, browser: httpx.Client) -> None:
    content = bytes(range(256)) * 40
    form = {"seat": TU_CUONG, "key": str(uuid.uuid4()), "text": "minh chứng 1.1"}
    files = {"file": ("Biên bản họp.docx", content, "application/msword")}
    assert browser.post("/api/file", data=form, files=files).status_code == 202
    heard = stage.heard[0]
    assert heard.file is not None
    assert (heard.kind, heard.text, heard.file.name, heard.file.content) == (
        "file",
        "minh chứng 1.1",
        "Biên bản họp.docx",
        content,
    )
    assert transcript(browser, TU_CUONG)[0] == ("in", "📎 Biên bản họp.docx (10 KB)\nminh chứng 1.1")


def test_an_image_is_heard_as_a_photo(stage: Stage, browser: httpx.Client) -> None:
    form = {"seat": TU_CUONG, "key": str(uuid.uuid4())}
    browser.post("/api/file", data=form, files={"file": ("anh.png", b"\x89PNG", "image/png")})
    assert stage.heard[0].kind == "photo"


def test_a_file_of_20_mb_passes_and_a_larger_one_is_refused(stage: Stage, browser: httpx.Client) -> None:
    limit = 20 * 1024 * 1024
    form = {"seat": TU_CUONG, "key": str(uuid.uuid4())}
    whole = browser.post("/api/file", data=form, files={"file": ("20.pdf", bytes(limit))}, timeout=60)
    assert whole.status_code == 202
    larger = browser.post("/api/file", data=form, files={"file": ("21.pdf", bytes(limit + 1))}, timeout=60)
    assert (larger.status_code, larger.json()["error"][:21]) == (413, "Tệp lớn hơn 20 MB. Th")
    assert len(stage.heard) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": ""}, 400),
        ({"text": " \n\t"}, 400),
        ({"text": "a" * 4097}, 400),
        ({"text": None}, 400),
        ({"text": 5}, 400),
        ({"key": ""}, 400),
        ({"key": None}, 400),
        ({"key": "không hợp lệ"}, 400),
        ({"pressed": 7}, 400),
        ({"edits": "x y"}, 400),
        ({"seat": "school:99"}, 403),
        ({"seat": None}, 403),
        ({"seat": ["officer"]}, 403),
    ],
)
def test_what_cannot_be_is_refused_in_vietnamese(
    stage: Stage, browser: httpx.Client, body: dict[str, Any], status: int
) -> None:
    answer = say(browser, **{"seat": TU_CUONG, "text": "xong 1.1", **body})
    assert answer.status_code == status
    assert answer.json()["error"].endswith(".")
    assert stage.heard == []


def test_4096_characters_pass(browser: httpx.Client) -> None:
    assert say(browser, TU_CUONG, "ệ" * 4096).status_code == 202


def test_characters_that_no_database_takes_are_left_out(stage: Stage, browser: httpx.Client) -> None:
    body = f'{{"seat": "{TU_CUONG}", "text": "a\\u0000b\\ud800c", "key": "{uuid.uuid4()}"}}'
    answer = browser.post("/api/say", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, stage.heard[0].text) == (202, "abc")


@pytest.mark.parametrize("content", [b"", b"[]", b"nonsense", b"\xff\xfe", b'"text"'])
def test_a_body_that_is_no_object_is_refused(browser: httpx.Client, content: bytes) -> None:
    answer = browser.post("/api/say", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_a_body_of_any_other_type_is_refused(browser: httpx.Client) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        assert browser.post("/api/say", content=b"{}", headers={"Content-Type": kind}).status_code == 415
    assert browser.post("/api/file", json={}).status_code == 415


def test_an_enormous_body_is_refused(browser: httpx.Client) -> None:
    assert say(browser, TU_CUONG, "a" * 100_000).status_code == 413


def test_another_site_cannot_speak(stage: Stage, browser: httpx.Client) -> None:
    for origin in ("https://evil.example", "null", "http://127.0.0.1.evil.example"):
        answer = browser.post("/api/say", json={}, headers={"Origin": origin})
        assert answer.status_code == 403
    assert browser.post("/api/clock", json={"to": "day"}, headers={"Origin": stage.url}).status_code == 200


def test_the_stream_brings_what_is_new_at_every_seat_it_watches(stage: Stage, browser: httpx.Client) -> None:
    for seat, text in ((TU_CUONG, "một"), (DOAN_TUNG, "hai"), (OFFICER, "ba")):
        stage.push(seat, Reply(text))
    found = events(browser, f"/api/stream?seats={TU_CUONG},{OFFICER}&after=0", 2)
    assert [(message["seat"], message["text"]) for message in found] == [(TU_CUONG, "một"), (OFFICER, "ba")]


def test_the_stream_goes_on_where_it_was_cut(stage: Stage, browser: httpx.Client) -> None:
    for text in ("một", "hai", "ba"):
        stage.push(TU_CUONG, Reply(text))
    first = events(browser, f"/api/stream?seats={TU_CUONG}&after=0", 1)[0]
    resumed = events(browser, f"/api/stream?seats={TU_CUONG}&after=0", 2, **{"Last-Event-ID": str(first["revision"])})
    assert [message["text"] for message in resumed] == ["hai", "ba"]


def test_the_stream_pushes_what_is_said_while_it_is_open(stage: Stage, browser: httpx.Client) -> None:
    with browser.stream("GET", f"/api/stream?seats={TU_CUONG}&after=0", timeout=10) as response:
        lines = response.iter_lines()
        while next(lines) != "event: clock":
            continue
        stage.push(TU_CUONG, Reply("⏰ đến giờ"))
        found = next(line for line in lines if line.startswith("data: {"))
    assert json.loads(found.removeprefix("data: "))["text"] == "⏰ đến giờ"


def test_the_stream_brings_more_than_a_batch(stage: Stage, browser: httpx.Client) -> None:
    for number in range(250):
        stage.push(TU_CUONG, Reply(str(number)))
    found = events(browser, f"/api/stream?seats={TU_CUONG}&after=0", 250)
    assert [message["text"] for message in found] == [str(number) for number in range(250)]


def test_a_change_in_place_reaches_the_stream_under_the_same_id(stage: Stage, browser: httpx.Client) -> None:
    key = stage.push(TU_CUONG, Reply("cũ", (Choice("Mở", "open"),)))
    before = events(browser, f"/api/stream?seats={TU_CUONG}&after=0", 1)[0]
    assert stage.push(TU_CUONG, Reply("mới"), replaces=key) == key
    after = events(browser, f"/api/stream?seats={TU_CUONG}&after={before['revision']}", 1)[0]
    assert (after["id"], after["text"], after["choices"]) == (before["id"], "mới", [])


def test_what_was_said_survives_a_restart(stage: Stage, browser: httpx.Client) -> None:
    say(browser, TU_CUONG, "xong 1.1")
    before = transcript(browser, TU_CUONG)
    stage.stop()
    stage.start()
    assert transcript(browser, TU_CUONG) == before


def test_times_are_shown_in_the_zone_of_the_product(stage: Stage, browser: httpx.Client) -> None:
    stage.push(TU_CUONG, Reply("một"))
    message = browser.get("/api/messages", params={"seat": TU_CUONG}).json()["messages"][0]
    assert message["at"] == "2017-10-02T07:30:00+07:00"


@pytest.mark.parametrize(("to", "day"), [("day", "03"), ("week", "09"), ("next", "05")])
def test_the_clock_of_a_demonstration_moves(browser: httpx.Client, to: str, day: str) -> None:
    assert browser.post("/api/clock", json={"to": to}).json() == {"now": f"2017-10-{day}T07:30:00+07:00"}


def test_the_clock_moves_by_known_steps_only(browser: httpx.Client) -> None:
    for to in ("year", None, ["day"], {"to": "day"}):
        assert browser.post("/api/clock", json={"to": to}).status_code == 400


def test_a_reminder_arrives_when_the_clock_reaches_it(browser: httpx.Client) -> None:
    browser.post("/api/clock", json={"to": "next"})
    assert transcript(browser, TU_CUONG) == [("out", "⏰ Còn **30 ngày** đến tháng đánh giá ngoài.")]


def test_a_browser_at_an_office_gets_one_seat_of_its_own(office: Stage) -> None:
    with httpx.Client(base_url=office.url) as first, httpx.Client(base_url=office.url) as second:
        state = first.get("/api/state").json()
        assert (state["demo"], state["joined"], len(state["seats"])) == (False, False, 1)
        assert own_seat(first) == state["seats"][0]["address"] != own_seat(second)


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(office: Stage) -> None:
    cookie = httpx.get(f"{office.url}/api/state").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_an_own_seat_speaks_and_remembers(office: Stage) -> None:
    with httpx.Client(base_url=office.url) as browser:
        seat = own_seat(browser)
        assert say(browser, seat, "ABCD-EFGH").status_code == 202
        assert transcript(browser, seat)[0] == ("in", "ABCD-EFGH")
        office.desk.members.add(seat)
        assert browser.get("/api/state").json()["joined"] is True


def test_no_other_address_can_be_read_or_spoken_for(office: Stage) -> None:
    with httpx.Client(base_url=office.url) as first, httpx.Client(base_url=office.url) as second:
        seat, other = own_seat(first), own_seat(second)
        assert seat != other
        for asked in (seat, TU_CUONG, f"{other},{seat}"):
            assert say(second, asked, "xong 1.1").status_code == 403
            assert second.get("/api/messages", params={"seat": asked}).status_code == 403
            assert second.get("/api/stream", params={"seats": asked}).status_code == 403
    assert office.heard == []


def test_a_cookie_that_was_not_signed_here_is_worth_nothing(office: Stage) -> None:
    with httpx.Client(base_url=office.url) as browser:
        seat = own_seat(browser)
    for forged in (seat, f"{seat}.AAAA", "", "é".encode().hex()):
        answer = httpx.get(f"{office.url}/api/messages?seat={seat}", headers={"Cookie": f"kiemdinh_seat={forged}"})
        assert answer.status_code == 403


def test_an_office_has_no_clock_to_move(office: Stage) -> None:
    assert httpx.post(f"{office.url}/api/clock", json={"to": "day"}).status_code == 403


def test_hanging_up_ends_the_open_streams(stage: Stage, browser: httpx.Client) -> None:
    with browser.stream("GET", f"/api/stream?seats={TU_CUONG}", timeout=10) as response:
        lines = response.iter_lines()
        next(lines)
        stage.loop.call_soon_threadsafe(stage.channel.hang_up)
        # The heartbeat is rarer than the client's patience: only an ended stream ends the loop.
        assert [line for line in lines if line.startswith("event: message")] == []
