"""The page of the web chat, driven in a real browser."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from handlers.turn import Choice, Reply
from tests.bot.web_stage import DOAN_TUNG, OFFICER, TU_CUONG, Stage, running

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PHONE = {"width": 375, "height": 812}
WIDE = {"width": 1280, "height": 800}
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        absent = f"chromium is not installed at {CHROMIUM}: the page is not tested in a browser"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(absent)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        yield browser
        browser.close()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with running(tmp_path) as stage:
        yield stage


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Stage]:
    with running(tmp_path, demo=False) as stage:
        yield stage


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    expect.set_options(timeout=10_000)
    yield context
    context.close()


@pytest.fixture
def phone(visitor: BrowserContext, stage: Stage) -> Page:
    return opened(visitor, stage, PHONE)


@pytest.fixture
def desktop(visitor: BrowserContext, stage: Stage) -> Page:
    return opened(visitor, stage, WIDE)


def opened(visitor: BrowserContext, stage: Stage, size: dict[str, int]) -> Page:
    page = visitor.new_page()
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(stage.url)
    return page


def sit(page: Page, seat: str) -> None:
    page.locator(f'[data-seat="{seat}"]').click()
    expect(page.locator(f'[data-lane="{seat}"] .log')).to_have_attribute("aria-busy", "false")


def say(page: Page, text: str) -> None:
    page.locator("textarea[name=text]:visible").fill(text)
    page.locator("button[name=send]:visible").click()


def words(page: Page) -> list[str]:
    return page.locator(".lane:visible .message .words").all_inner_texts()


def menu(page: Page, message: str, entry: str) -> None:
    page.locator(".message", has_text=message).first.locator(".bubble").dispatch_event("contextmenu")
    page.locator("dialog.menu").get_by_text(entry, exact=True).click()


def test_what_is_said_is_shown_and_answered(phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "xong 1.1")
    expect(phone.locator(".message:not(.mine) .words")).to_have_text("Đã nghe: xong 1.1")
    assert words(phone) == ["xong 1.1", "Đã nghe: xong 1.1"]
    expect(phone.locator(".message.mine .meta")).to_have_text("07:30")
    expect(phone.locator(".day")).to_have_text("Hôm nay")


def test_enter_sends_but_not_while_an_input_method_composes(desktop: Page) -> None:
    sit(desktop, TU_CUONG)
    box = desktop.locator("textarea[name=text]")
    box.fill("xong 1.1")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    assert box.input_value() == "xong 1.1"
    box.press("Shift+Enter")
    assert box.input_value() == "xong 1.1\n"
    box.press("Enter")
    expect(desktop.locator(".message.mine .words")).to_have_text("xong 1.1")


def test_a_conversation_survives_a_reload(phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "xong 1.1")
    expect(phone.locator(".message")).to_have_count(2)
    phone.reload()
    expect(phone.locator(".message")).to_have_count(2)
    assert words(phone) == ["xong 1.1", "Đã nghe: xong 1.1"]


def test_light_marking_is_shown_as_it_is_meant(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    stage.push(TU_CUONG, Reply("**Đậm** và *nghiêng*, 2 * 3 * 4\n• một\n- **hai**\n\nHết"))
    bubble = phone.locator(".message .words")
    expect(bubble.locator("p").first).to_have_text("Đậm và nghiêng, 2 * 3 * 4")
    assert bubble.locator("strong").all_inner_texts() == ["Đậm", "hai"]
    assert bubble.locator("em").all_inner_texts() == ["nghiêng"]
    assert bubble.locator("li").all_inner_texts() == ["một", "hai"]


def test_html_in_words_and_buttons_is_inert(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    stage.push(TU_CUONG, Reply(f"**{HOSTILE}**", (Choice(HOSTILE, "x"),)))
    say(phone, HOSTILE)
    expect(phone.locator(".message")).to_have_count(3)
    assert words(phone)[1] == HOSTILE
    expect(phone.locator(".choice")).to_have_text(HOSTILE)
    assert phone.locator(".lane img, .lane script, .seats img").count() == 0
    assert phone.evaluate("window.hacked") is None


def test_a_pressed_button_is_echoed_by_its_label(phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "menu")
    phone.locator(".choice", has_text="Hoàn tác").click()
    expect(phone.locator(".message.mine .words").last).to_have_text("Hoàn tác")
    expect(phone.locator(".message .words").last).to_have_text("Đã nghe: undo 7")


def test_an_answer_in_place_changes_the_message_under_the_finger(phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "menu")
    phone.locator(".choice", has_text="Tiêu chuẩn 2").click()
    expect(phone.locator(".message:not(.mine) .words")).to_have_text(re.compile("Đã mở tại chỗ"))
    expect(phone.locator(".message")).to_have_count(2)
    assert phone.locator(".choice").all_inner_texts() == ["‹ Trở lại"]


def test_buttons_are_large_enough_for_a_thumb(phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "menu")
    expect(phone.locator(".choice")).to_have_count(3)
    buttons = phone.locator(".choice, [data-clock], button[name=send]:visible, .attach, .back:visible").all()
    boxes = [button.bounding_box() for button in buttons]
    assert len(boxes) == 9
    assert [box for box in boxes if box is None or box["height"] < 44 or box["x"] + box["width"] > PHONE["width"]] == []


def test_an_own_message_can_be_edited(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "xong 1.1")
    expect(phone.locator(".message")).to_have_count(2)
    menu(phone, "xong 1.1", "Sửa")
    say(phone, "xong 1.2")
    expect(phone.locator(".message.mine .words")).to_have_text("xong 1.2")
    expect(phone.locator(".message.mine .meta")).to_have_text("07:30 · đã sửa")
    expect(phone.locator(".message .words").last).to_have_text("Đã ghi lại theo tin sửa: xong 1.2")
    assert stage.heard[1].edits == stage.heard[0].key


def test_an_answer_of_ours_can_be_replied_to_but_not_edited(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    key = stage.push(TU_CUONG, Reply("Đã ghi 1.1"))
    menu(phone, "Đã ghi 1.1", "Trả lời")
    say(phone, "bỏ")
    expect(phone.locator(".message .words").last).to_have_text("Đã bỏ theo tin trả lời.")
    assert stage.heard[0].replies_to == key
    phone.locator(".message").first.locator(".bubble").dispatch_event("contextmenu")
    assert phone.locator("dialog.menu button").all_inner_texts() == ["Trả lời", "Sao chép", "Đóng"]


def test_a_file_can_be_sent(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    file = {"name": "Biên bản.docx", "mimeType": "application/msword", "buffer": b"abc"}
    phone.locator("input[type=file]").set_input_files(file)
    expect(phone.locator(".message .words").last).to_have_text("Đã nhận tệp Biên bản.docx, 3 byte.")
    assert words(phone)[0] == "📎 Biên bản.docx (1 KB)"


def test_a_message_that_is_too_long_is_kept_and_said_to_be(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "a" * 4097)
    expect(phone.locator(".composer .error")).to_have_text(re.compile("Tin nhắn dài 4097 ký tự"))
    assert len(phone.locator("textarea[name=text]").input_value()) == 4097
    assert stage.heard == []


def test_a_lost_server_is_waited_for_and_nothing_is_lost_or_doubled(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    say(phone, "trước")
    expect(phone.locator(".message")).to_have_count(2)
    stage.stop()
    expect(phone.locator(".notice")).to_have_text("Đang kết nối lại…")
    say(phone, "trong lúc mất mạng")
    expect(phone.locator(".pending .meta")).to_have_text("Chưa gửi được, đang gửi lại…")
    stage.start()
    stage.push(TU_CUONG, Reply("⏰ nhắc"))
    expect(phone.locator(".notice")).to_be_hidden(timeout=20_000)
    expect(phone.locator(".message:not(.pending)")).to_have_count(5, timeout=20_000)
    expect(phone.locator(".pending")).to_have_count(0)
    assert [heard.text for heard in stage.heard] == ["trước", "trong lúc mất mạng"]
    assert sorted(words(phone)[2:]) == ["trong lúc mất mạng", "Đã nghe: trong lúc mất mạng", "⏰ nhắc"]


def test_an_answer_lost_on_the_way_back_does_not_double_the_message(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if lost:
            return route.continue_()
        route.fetch()
        lost.append(route.request.url)
        return route.abort()

    phone.route("**/api/say", lose_the_first)
    with phone.expect_response("**/api/say"):
        say(phone, "xong 1.1")
    expect(phone.locator(".message")).to_have_count(2)
    assert (len(lost), len(stage.heard)) == (1, 1)
    assert words(phone) == ["xong 1.1", "Đã nghe: xong 1.1"]


def test_unsent_words_survive_a_reload(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    phone.route("**/api/say", lambda route: route.abort())
    say(phone, "xong 1.1")
    expect(phone.locator(".pending .meta")).to_have_text("Chưa gửi được, đang gửi lại…")
    phone.unroute_all(behavior="wait")
    phone.reload()
    expect(phone.locator(".message .words").last).to_have_text("Đã nghe: xong 1.1")
    assert words(phone) == ["xong 1.1", "Đã nghe: xong 1.1"]


def test_a_refused_message_says_why_and_can_be_dropped(phone: Page) -> None:
    sit(phone, TU_CUONG)
    refusal = '{"error": "Không còn tin nhắn cần sửa."}'
    phone.route("**/api/say", lambda route: route.fulfill(status=404, content_type="application/json", body=refusal))
    say(phone, "xong 1.1")
    expect(phone.locator(".failed .meta")).to_have_text("Không còn tin nhắn cần sửa. Bỏ tin này")
    phone.get_by_text("Bỏ tin này").click()
    expect(phone.locator(".message")).to_have_count(0)


def test_a_phone_shows_one_seat_at_a_time_and_counts_the_unread(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    expect(phone.locator(".seats")).to_be_hidden()
    stage.push(DOAN_TUNG, Reply("một"))
    stage.push(DOAN_TUNG, Reply("hai"))
    stage.push(TU_CUONG, Reply("đang xem"))
    expect(phone.locator(".back .badge")).to_have_text("2")
    phone.locator(".back").click()
    expect(phone.locator(f'[data-seat="{DOAN_TUNG}"] .badge')).to_have_text("2")
    expect(phone.locator(f'[data-seat="{TU_CUONG}"] .badge')).to_be_hidden()
    expect(phone.locator(f'[data-seat="{DOAN_TUNG}"] .preview')).to_have_text("hai")
    sit(phone, DOAN_TUNG)
    phone.go_back()
    expect(phone.locator(f'[data-seat="{DOAN_TUNG}"] .badge')).to_be_hidden()


def test_the_unread_are_still_unread_after_a_reload(stage: Stage, phone: Page) -> None:
    sit(phone, TU_CUONG)
    phone.locator(".back").click()
    stage.push(TU_CUONG, Reply("một"))
    expect(phone.locator(f'[data-seat="{TU_CUONG}"] .badge')).to_have_text("1")
    phone.reload()
    expect(phone.locator(f'[data-seat="{TU_CUONG}"] .badge')).to_have_text("1")


def test_a_wide_screen_shows_several_seats_side_by_side(stage: Stage, desktop: Page) -> None:
    sit(desktop, TU_CUONG)
    sit(desktop, OFFICER)
    stage.push(TU_CUONG, Reply("cho trường"))
    stage.push(OFFICER, Reply("cho phòng"))
    expect(desktop.locator(f'[data-lane="{TU_CUONG}"] .message .words')).to_have_text("cho trường")
    expect(desktop.locator(f'[data-lane="{OFFICER}"] .message .words')).to_have_text("cho phòng")
    desktop.reload()
    expect(desktop.locator(".lane:visible")).to_have_count(2)
    desktop.locator(f'[data-lane="{TU_CUONG}"] .close').click()
    expect(desktop.locator(".lane:visible")).to_have_count(1)


def test_the_search_ignores_tone_marks(phone: Page) -> None:
    expect(phone.locator(".seat:visible")).to_have_count(18)
    phone.locator("input[type=search]").fill("tu cuong")
    assert phone.locator(".seat:visible .label").all_inner_texts() == ["Hiệu trưởng TH Tứ Cường"]
    phone.locator("input[type=search]").fill("DOAN KÊT")
    assert phone.locator(".seat:visible .label").all_inner_texts() == ["Hiệu trưởng MN Đoàn Kết"]
    phone.locator("input[type=search]").fill("không có")
    expect(phone.locator(".none")).to_be_visible()


def test_schools_are_listed_by_level_with_their_month(phone: Page) -> None:
    expect(phone.locator(".seats h2")).to_have_count(4)
    titles = ["Cơ quan quản lý và nhóm", "Mầm non", "Tiểu học", "Trung học cơ sở"]
    assert phone.locator(".seats h2").all_inner_texts() == titles
    expect(phone.locator(f'[data-seat="{TU_CUONG}"] .detail')).to_have_text("Đánh giá ngoài 11/2017")


def test_the_clock_moves_on_and_reminders_arrive(phone: Page) -> None:
    expect(phone.locator(".clock time")).to_have_text("Thứ Hai 02/10/2017 07:30")
    phone.locator("[data-clock=day]").click()
    expect(phone.locator(".clock time")).to_have_text("Thứ Ba 03/10/2017 07:30")
    phone.locator("[data-clock=week]").click()
    expect(phone.locator(".clock time")).to_have_text("Thứ Ba 10/10/2017 07:30")
    phone.locator("[data-clock=next]").click()
    expect(phone.locator(f'[data-seat="{TU_CUONG}"] .badge')).to_have_text("1")
    sit(phone, TU_CUONG)
    assert words(phone) == ["⏰ Còn 30 ngày đến tháng đánh giá ngoài."]


def test_the_clock_moved_in_one_window_moves_in_the_other(visitor: BrowserContext, stage: Stage, phone: Page) -> None:
    other = opened(visitor, stage, WIDE)
    phone.locator("[data-clock=day]").click()
    expect(other.locator(".clock time")).to_have_text("Thứ Ba 03/10/2017 07:30")


@pytest.mark.parametrize("width", [320, 375, 414, 768, 899, 900, 1280, 1600])
def test_nothing_is_wider_than_the_screen(visitor: BrowserContext, stage: Stage, width: int) -> None:
    page = opened(visitor, stage, {"width": width, "height": 700})
    sit(page, TU_CUONG)
    stage.push(TU_CUONG, Reply("dài" * 200, (Choice("Một nút có nhãn rất dài " * 5, "a"), Choice("Ngắn", "b"))))
    say(page, "https://vi.example/" + "x" * 300)
    expect(page.locator(".message")).to_have_count(3)
    page.locator(".log:visible").evaluate("log => log.scrollTop = 0")
    sizes = page.evaluate(
        "[document.documentElement, document.querySelector('.log'), document.querySelector('.clock')]"
        ".filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.className)"
    )
    assert sizes == []
    assert page.evaluate("innerWidth") == width


def test_the_page_speaks_to_no_other_host_and_complains_of_nothing(visitor: BrowserContext, stage: Stage) -> None:
    page = visitor.new_page()
    hosts: set[str] = set()
    complaints: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(stage.url)
    sit(page, TU_CUONG)
    say(page, "menu")
    expect(page.locator(".choice")).to_have_count(3)
    assert (hosts, complaints) == ({urlsplit(stage.url).netloc}, [])


def test_an_office_asks_for_a_join_code_until_one_is_accepted(visitor: BrowserContext, office: Stage) -> None:
    page = opened(visitor, office, PHONE)
    expect(page.locator(".join")).to_be_visible()
    expect(page.locator(".seats")).to_be_hidden()
    expect(page.locator(".clock")).to_be_hidden()
    say(page, "hội đồng gồm ai")
    expect(page.locator(".message")).to_have_count(2)
    expect(page.locator(".join")).to_be_visible()
    office.desk.members.add(office.heard[0].address)
    page.locator("input[name=code]").fill("ABCD-EFGH")
    page.locator(".join button").click()
    expect(page.locator(".join")).to_be_hidden()
    assert office.heard[1].text == "ABCD-EFGH"
    page.reload()
    expect(page.locator(".message")).to_have_count(4)
    expect(page.locator(".join")).to_be_hidden()


def test_a_browser_whose_seat_was_given_up_gets_a_new_one(visitor: BrowserContext, office: Stage) -> None:
    page = opened(visitor, office, PHONE)
    expect(page.locator(".join")).to_be_visible()
    with page.expect_response("**/api/state"):  # which renews the cookie
        say(page, "một")
    expect(page.locator(".message")).to_have_count(2)
    visitor.clear_cookies()
    office.stop()
    office.start()
    expect(page.locator(".message")).to_have_count(0, timeout=20_000)
    say(page, "hai")
    expect(page.locator(".message")).to_have_count(2)
    assert words(page) == ["hai", "Đã nghe: hai"]


def test_controls_have_names_and_answers_are_announced(phone: Page) -> None:
    sit(phone, TU_CUONG)
    expect(phone.get_by_role("textbox", name="Tin nhắn")).to_be_visible()
    for name in ("Gửi", "Gửi tệp", "Về danh sách vai"):
        expect(phone.get_by_role("button", name=name, exact=True)).to_be_visible()
    expect(phone.get_by_role("log", name="Tin nhắn")).to_have_attribute("aria-live", "polite")
