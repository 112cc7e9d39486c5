"""Pictures: what is on them, how large they are, and who may have which."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image

from bot.app import App
from db import files
from db.session import look
from handlers.pictures import one_school, paper, status_map, year
from handlers.turn import Reply
from tests.conftest import Chat, Phone, seat

LONGEST = 200_000


def picture(app: App, reply: Reply) -> Image.Image:
    """Open the one picture of a reply."""
    stored = look(app.sessions, lambda session: files.read(session, [one.id for one in reply.files]))
    assert [one.media_type for one in stored] == ["image/png"]
    assert len(stored[0].content) < LONGEST
    return Image.open(io.BytesIO(stored[0].content))


def colours(drawn: Image.Image) -> set[tuple[int, ...]]:
    found = drawn.convert("RGB").getcolors(1 << 24) or []
    return {colour for count, colour in found if isinstance(colour, tuple) and count > 200}


def dark(drawn: Image.Image) -> int:
    """Count the pixels that say "done"."""
    found = drawn.convert("RGB").getcolors(1 << 24) or []
    return sum(count for count, colour in found if near(paper.STEPS[-1][0], {colour}))


def near(colour: str, among: set[tuple[int, ...]]) -> bool:
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return any(all(abs(a - b) <= 8 for a, b in zip(wanted, each, strict=True)) for each in among)


def test_the_map_shows_every_school_and_what_is_done_is_dark(app: App, officer: Chat, chat: Chat) -> None:
    before = dark(picture(app, officer.say("bản đồ tiến độ")))
    chat.say("xong tiêu chuẩn 1, 2")
    reply = officer.say("bản đồ tiến độ")
    drawn = picture(app, reply)

    assert drawn.width == 1080
    assert reply.text.startswith("**16 trường: 0 xong báo cáo, 1 đang làm, 15 chưa bắt đầu.**")
    assert dark(drawn) > before + 8_000  # Two cells; the legend has the colour too.


def test_the_map_of_one_level_is_shorter(app: App, officer: Chat) -> None:
    whole = picture(app, officer.say("/hinh"))
    part = picture(app, officer.press("Các trường MN"))

    assert part.height < whole.height
    assert officer.last.text.startswith("**3 trường mầm non:")


def test_an_officer_sees_one_school(app: App, officer: Chat) -> None:
    reply = officer.say("vẽ biểu đồ tiến độ TH Tứ Cường")

    assert reply.text.startswith("**TH Tứ Cường**: xong 0/28 tiêu chí")
    assert picture(app, reply).width == 1080


def test_a_name_that_fits_two_schools_is_asked_about(officer: Chat) -> None:
    reply = officer.say("hình tiến độ trường Thanh Giang")

    assert officer.labels == ["MN Thanh Giang", "THCS Thanh Giang"] or len(officer.labels) > 1
    assert reply.files == ()


def test_a_principal_sees_the_own_school_whatever_school_is_named(app: App, chat: Chat) -> None:
    reply = chat.say("cho xem hình tiến độ các trường")

    assert reply.text.startswith("**TH Tứ Cường**")
    assert picture(app, reply).width == 1080


def test_the_year_tells_a_principal_nothing_of_other_schools_progress(app: App, chat: Chat, phone: Phone) -> None:
    other = seat(app, phone, "khac", "principal", "TH Đoàn Tùng")
    before = picture(app, chat.say("/hinhnam"))
    other.say("xong tiêu chuẩn 1, 2, 3, 4, 5")
    after = picture(app, chat.say("/hinhnam"))

    assert before.tobytes() == after.tobytes()


def test_today_has_its_line(app: App, officer: Chat) -> None:
    assert near(paper.TODAY, colours(picture(app, officer.say("/hinhnam"))))


def test_a_group_gets_no_picture_of_schools(group: Chat) -> None:
    assert "nhắn riêng" in group.say("@trợ lý bản đồ tiến độ").text


# Drawing itself


def test_forty_long_names_stay_within_the_size() -> None:
    rows = [
        status_map.Row(f"THCS Nguyễn Lương Bằng số {at}", "Tháng 11/2017", (0, 20, 50, 99, 100), 40) for at in range(40)
    ]

    assert len(status_map.draw("Tiến độ các trường", "UBND xã Thanh Miện", rows)) < LONGEST


@pytest.mark.parametrize(("percent", "step"), [(0, 0), (1, 1), (24, 1), (25, 2), (74, 3), (75, 4), (99, 4), (100, 5)])
def test_only_what_is_done_has_the_darkest_colour(percent: int, step: int) -> None:
    assert paper.shade(percent) == paper.STEPS[step]


def test_ink_and_ground_differ_enough_to_be_read() -> None:
    assert min(contrast(*step) for step in paper.STEPS) >= 4.5


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_letters_of_vietnamese_are_all_in_the_font() -> None:
    blank = paper.width_of("\uffff")
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ·…–%"
    missing = [letter for letter in letters if glyph(letter) == glyph("\uffff")]

    assert blank > 0
    assert missing == []


def glyph(letter: str) -> bytes:
    return bytes(paper._font(40, bold=False).getmask(letter))


def test_what_is_too_long_is_cut_with_dots() -> None:
    cut = paper.fitting("Trường Tiểu học Nguyễn Lương Bằng", 200)

    assert cut.endswith("…")
    assert paper.width_of(cut) <= 200


def test_a_year_without_reviews_is_still_a_year() -> None:
    drawn = year.draw("Năm học 2018-2019", "", [date(2018, 8, 1)], [], [], date(2020, 1, 1))

    assert Image.open(io.BytesIO(drawn)).width == 1080


def test_a_standard_of_twelve_criteria_takes_two_lines() -> None:
    def height(count: int) -> int:
        criteria = tuple((f"5.{at}", 0) for at in range(count))
        return Image.open(io.BytesIO(one_school.draw("TH", "", [one_school.Part("5", 0, criteria)]))).height

    assert height(12) - height(10) == one_school.CHIP
