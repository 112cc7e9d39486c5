"""What level the own school reaches, what the next takes, and what would be: in the words of each generation."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.app import App
from db import schools
from tests.conftest import Chat, Phone, TestClock, seat

MET_19 = "tiêu chuẩn 1 đạt, tiêu chuẩn 2 đạt, 3.1, 3.2, 3.3, 3.5, 3.6 đạt, 4.1 đạt, 5.1 không đạt"
"""18 criteria of TT 42/2012 met, one not."""
CIRCULARS = {"2012": "tt42-2012", "2018": "tt17-2018", "2026": "tt57-2026"}
OTHER_WORDS = {"2012": r"\b[Mm]ức \d", "2018": r"[Cc]ấp độ", "2026": r"[Cc]ấp độ"}
"""What the circulars of another generation would say."""
ONCE_MORE = "Chỉ tính thử, chưa ghi gì."


@pytest.fixture
def under(app: App) -> Under:
    """Put the primary schools of the campaign under another circular."""
    return Under(app)


class Under:
    """Changes the circular of the year."""

    def __init__(self, app: App) -> None:
        self.app = app

    def __call__(self, generation: str, **days: date) -> None:
        """Change it, and the days of the year."""
        with self.app.sessions.begin() as session:
            campaign = schools.campaign(session, self.app.clock.now().date())
            assert campaign is not None
            campaign.circulars = {**campaign.circulars, "TH": CIRCULARS[generation]}
            for name, day in days.items():
                setattr(campaign, name, day)


def lines(chat: Chat, words: str) -> list[str]:
    return chat.say(words).text.splitlines()


# What is asked


@pytest.mark.parametrize(
    "asked",
    [
        "trường mình đạt cấp độ mấy",
        "truong minh dat cap do may",
        "hiện trường em đang ở cấp độ mấy rồi ạ",
        "đạt cấp độ nào rồi",
        "trường mình đạt mức mấy",
        "/capdo",
    ],
)
def test_the_level_is_said_with_what_is_not_judged(chat: Chat, asked: str) -> None:
    chat.say(MET_19)
    assert lines(chat, asked)[:2] == [
        "**TH Tứ Cường**: 18/28 tiêu chí đạt (64 %), 9 chưa đánh giá; theo tỷ lệ đạt cấp độ 1, "
        "chưa xét tiêu chí bắt buộc (chưa có danh sách).",
        "Để lên cấp độ 2 còn thiếu 2 tiêu chí, gần nhất: 3.4, 4.2.",
    ]


@pytest.mark.parametrize(
    "asked",
    [
        "cần gì để đạt cấp độ 3",
        "để lên cấp độ 3 còn thiếu gì",
        "muốn lên cấp độ ba thì còn thiếu mấy tiêu chí",
        "cap do 3 can gi",
        "trường mình đủ cấp độ 3 chưa",
        "nếu muốn đạt cấp độ 3 thì cần gì",
    ],
)
def test_the_way_to_a_level_begins_with_its_rule(chat: Chat, asked: str) -> None:
    chat.say(MET_19)
    said = lines(chat, asked)
    assert said[0] == "**Cấp độ 3**: ít nhất 24/28 tiêu chí đạt (từ 85 %) và mọi tiêu chí bắt buộc (chưa có danh sách)."
    assert said[2] == "Để lên cấp độ 3 còn thiếu 6 tiêu chí, gần nhất: 3.4, 4.2, 4.3, 5.1, 5.2, …"


def test_the_next_level_need_not_be_numbered(chat: Chat) -> None:
    chat.say(MET_19)
    assert lines(chat, "làm sao để lên cấp độ cao hơn")[0].startswith("**Cấp độ 2**: ít nhất 20/28")


def test_a_level_already_reached_is_said_so(chat: Chat) -> None:
    chat.say(MET_19)
    assert lines(chat, "cần gì để đạt cấp độ 1")[1].startswith("Trường mình đã đủ: 18/28 tiêu chí đạt (64 %)")


def test_a_level_that_is_not_there_is_said_so(chat: Chat) -> None:
    assert lines(chat, "cấp độ 4 cần gì")[0] == "Cấp độ 3 là cao nhất của TT 42/2012."


@pytest.mark.parametrize("asked", ["trường mình đạt cấp độ mấy", "cần gì để đạt cấp độ 2"])
def test_done_is_not_yet_met(chat: Chat, asked: str) -> None:
    chat.say("xong tiêu chuẩn 1")
    said = chat.say(asked).text
    assert "chưa tính được cấp độ, vì chưa ghi tiêu chí nào đạt hay không đạt (xong việc chưa phải là đạt)" in said


def test_the_regulation_is_a_button_away(chat: Chat) -> None:
    chat.say("trường mình đạt cấp độ mấy")
    assert chat.press("Quy định").text.startswith("**Cấp độ 1, 2, 3**")


@pytest.mark.parametrize(
    "asked",
    [
        "có mấy cấp độ",
        "cấp độ 3 là gì",
        "nếu trường đạt cấp độ 2 thì được gì",
        "trường được cấp nào công nhận",
        "nếu 3.2 không đạt thì phải làm gì",
        "thư viện cần gì để đạt mức 2",
        "tiêu chí 3.2 cần gì",
        "giấy chứng nhận ghi cấp độ nào",
        "bao giờ trường đạt cấp độ 2",
        "học sinh đạt mức nào",
        "đạt chuẩn quốc gia mức độ 1 cần gì",
    ],
)
def test_what_the_circular_says_is_still_answered_from_it(chat: Chat, asked: str) -> None:
    chat.say(MET_19)
    assert not re.search(r"18/28|còn thiếu \d", chat.say(asked).text)


@pytest.mark.parametrize("fixture", ["stranger", "officer", "group"])
def test_who_has_no_school_here_gets_the_rule_of_the_circular(request: pytest.FixtureRequest, fixture: str) -> None:
    said = request.getfixturevalue(fixture).say("cần gì để đạt cấp độ 2").text
    assert "Trường mình" not in said
    assert "mã tham gia" not in said


def test_another_school_is_not_rated_for_a_principal(app: App, phone: Phone, chat: Chat) -> None:
    seat(app, phone, "doan-tung", "principal", "TH Đoàn Tùng").say(MET_19)
    assert "18/28" not in chat.say("TH Đoàn Tùng đạt cấp độ mấy").text


def test_the_officer_sees_the_level_of_a_school(chat: Chat, officer: Chat) -> None:
    assert "Tự đánh giá" not in officer.say("TH Tứ Cường đến đâu rồi").text
    chat.say(MET_19)
    assert "Tự đánh giá: 18/28 tiêu chí đạt (64 %)" in officer.say("TH Tứ Cường đến đâu rồi").text


# What is supposed


@pytest.mark.parametrize(
    ("asked", "begins", "today"),
    [
        ("Nếu 3.4 đạt thì sao", "Nếu **3.4** đạt: 19/28", "Hiện nay cũng đạt cấp độ 1."),
        ("neu 3.4 dat thi sao", "Nếu **3.4** đạt: 19/28", "Hiện nay cũng đạt cấp độ 1."),
        ("tieeu chis 3.4 ddatj thif sao", "Nếu **3.4** đạt: 19/28", "Hiện nay cũng đạt cấp độ 1."),
        ("giả sử 3.4 đạt", "Nếu **3.4** đạt: 19/28", "Hiện nay cũng đạt cấp độ 1."),
        ("nếu 3.4 và 4.2 đạt thì được cấp độ mấy", "Nếu **3.4, 4.2** đạt: 20/28", "Hiện nay đạt cấp độ 1."),
        ("3.4, 4.2 đạt thì lên được cấp độ 2 không", "Nếu **3.4, 4.2** đạt: 20/28", "Hiện nay đạt cấp độ 1."),
        ("trường em được cấp độ mấy nếu 3.4 đạt", "Nếu **3.4** đạt: 19/28", "Hiện nay cũng đạt cấp độ 1."),
        (
            "nếu 3.4 đạt nhưng 2.1, 2.2 không đạt thì sao",
            "Nếu **3.4** đạt, **2.1, 2.2** không đạt: 17/28",
            "Hiện nay cũng đạt cấp độ 1.",
        ),
        ("nếu tiêu chuẩn 5 đạt thì sao", "Nếu **Tiêu chuẩn 5** đạt: 25/28", "Hiện nay đạt cấp độ 1."),
        ("nếu 3.1, 3.2 không đạt thì còn cấp độ mấy", "Nếu **3.1, 3.2** không đạt: 16/28", "Hiện nay đạt cấp độ 1."),
    ],
)
def test_what_is_supposed_is_computed_and_not_recorded(chat: Chat, asked: str, begins: str, today: str) -> None:
    chat.say(MET_19)
    said = lines(chat, asked)
    assert said[0].startswith(begins)
    assert said[1] == today
    assert ONCE_MORE in said
    assert "18/28 tiêu chí đạt (64 %)" in chat.say("/capdo").text
    chat.say("hoàn tác")
    assert "chưa ghi tiêu chí nào" in chat.say("/capdo").text


@pytest.mark.parametrize(
    "told", ["1.1 đạt, còn 1.2 thì đạt", "1.1 đạt, 1.2 thì không đạt", "1.1 đạt rồi, 1.2 đạt luôn"]
)
def test_a_report_is_not_taken_for_a_supposition(chat: Chat, told: str) -> None:
    assert chat.say(told).text.startswith("Đã ghi cho")


def test_what_cannot_be_is_not_supposed(chat: Chat) -> None:
    assert chat.say("nếu 9.9 đạt thì sao").text.startswith("Chưa tính được: trường tiểu học không có tiêu chí 9.9")


def test_what_is_done_is_no_supposed_rating(chat: Chat) -> None:
    assert ONCE_MORE not in chat.say("nếu làm xong 3.4 thì sao").text


# Each generation in its own words


@pytest.mark.parametrize("generation", CIRCULARS)
@pytest.mark.parametrize(
    "asked",
    [
        "trường mình đạt cấp độ mấy",
        "trường mình đạt mức mấy",
        "cần gì để đạt cấp độ 2",
        "cần gì để đạt mức 2",
        "cấp độ 9 cần gì",
        "nếu 1.1 không đạt thì được cấp độ mấy",
        "/thieu",
    ],
)
@pytest.mark.parametrize("told", ["", "1.1 đạt, 1.2 không đạt"])
def test_no_generation_speaks_in_the_words_of_another(
    chat: Chat, under: Under, generation: str, asked: str, told: str
) -> None:
    under(generation)
    if told:
        chat.say(told)
    said = chat.say(asked).text
    assert not re.search(OTHER_WORDS[generation], said)


@pytest.mark.parametrize(
    ("generation", "level", "rule"),
    [
        ("2012", 1, "**Cấp độ 1**: ít nhất 17/28 tiêu chí đạt (từ 60 %) và mọi tiêu chí bắt buộc (chưa có danh sách)."),
        ("2012", 2, "**Cấp độ 2**: ít nhất 20/28 tiêu chí đạt (từ 70 %) và mọi tiêu chí bắt buộc (chưa có danh sách)."),
        ("2018", 1, "**Mức 1**: cả 27 tiêu chí đạt Mức 1."),
        ("2018", 3, "**Mức 3**: cả 27 tiêu chí đạt Mức 3 (tiêu chí không có Mức 3 thì mức cao nhất của nó)."),
        ("2026", 1, "**Mức 1**: cả 8 tiêu chí bắt buộc và ít nhất 5/7 tiêu chí khác đạt Mức 1."),
        (
            "2026",
            2,
            "**Mức 2**: cả 8 tiêu chí bắt buộc và ít nhất 5/7 tiêu chí khác đạt Mức 2, số còn lại ít nhất Mức 1.",
        ),
    ],
)
def test_the_rule_is_that_of_the_circular(chat: Chat, under: Under, generation: str, level: int, rule: str) -> None:
    under(generation)
    word = "cấp độ" if generation == "2012" else "mức"
    assert lines(chat, f"cần gì để đạt {word} {level}")[0] == rule


def test_in_2018_every_criterion_counts(chat: Chat, under: Under) -> None:
    under("2018")
    chat.say("tiêu chuẩn 1, 2, 3, 4 đạt, 5.1, 5.2 đạt")
    assert lines(chat, "/capdo")[:2] == [
        "**TH Tứ Cường**: **chưa đạt Mức 1**: 24/27 tiêu chí đủ, 3 chưa đánh giá.",
        "Để đạt Mức 1 còn thiếu 3 tiêu chí: 5.3, 5.4, 5.5.",
    ]
    chat.say("5.3, 5.4, 5.5 đạt mức 2")
    assert lines(chat, "/capdo")[:2] == [
        "**TH Tứ Cường**: **đạt Mức 1**; Mức 2: 3/27 tiêu chí đủ.",
        "Để lên Mức 2 còn thiếu 24 tiêu chí: 1.1, 1.2, 1.3, 1.4, 1.5, …",
    ]


def test_in_2018_the_highest_level_has_none_above(chat: Chat, under: Under) -> None:
    under("2018")
    said = lines(chat, "nếu tiêu chuẩn 1, 2, 3, 4, 5 đạt mức 4 thì sao")
    assert said[0].endswith(": **đạt Mức 4**, mức cao nhất (chưa xét hết yêu cầu của Mức 4).")
    assert not any(line.startswith("Để") for line in said)


def test_many_criteria_are_not_all_named(chat: Chat, under: Under) -> None:
    under("2018")
    said = lines(chat, "nếu tiêu chuẩn 1, 2, 3, 4, 5 đạt mức 2 thì sao")[0]
    assert said == "Nếu **1.1, 1.2, 1.3, … (27 tiêu chí)** đạt Mức 2: **đạt Mức 2**; Mức 3: 8/27 tiêu chí đủ."


def test_what_an_amendment_took_away_is_not_counted(chat: Chat, under: Under, clock: TestClock) -> None:
    under("2018", begins=date(2024, 8, 1), ends=date(2025, 7, 31))
    clock.move_to(clock.now().replace(year=2025, month=3))
    assert lines(chat, "cần gì để đạt mức 1")[0] == "**Mức 1**: cả 24 tiêu chí đạt Mức 1."


def test_a_year_that_ended_before_an_amendment_counts_what_it_took_away(
    chat: Chat, under: Under, clock: TestClock
) -> None:
    under("2018", begins=date(2023, 8, 1), ends=date(2024, 7, 31))
    clock.move_to(clock.now().replace(year=2025, month=3))
    assert lines(chat, "cần gì để đạt mức 1")[0] == "**Mức 1**: cả 27 tiêu chí đạt Mức 1."


def test_in_2018_what_we_lack_of_level_4_is_said(chat: Chat, under: Under) -> None:
    under("2018")
    assert "Yêu cầu của Mức 4 tôi chưa có đủ" in chat.say("cần gì để đạt mức 4").text


def test_in_2026_the_compulsory_ones_are_told_from_the_others(chat: Chat, under: Under) -> None:
    under("2026")
    chat.say("tiêu chuẩn 1, 2, 3, 4 đạt mức 2")
    chat.say("1.3 đạt mức 1, 1.1, 1.2 không đạt")
    assert lines(chat, "/capdo")[:2] == [
        "**TH Tứ Cường**: **đạt Mức 1**; Mức 2: bắt buộc 7/8, tiêu chí khác 5/7 (cần 5).",
        "Để lên Mức 2 còn thiếu 3 tiêu chí: bắt buộc 1.3; chỉ cần Mức 1: 1.1, 1.2.",
    ]


# Levels of a criterion, told in a report


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("1.1 đạt mức 2", ["◐ 1.1: chưa ghi → đang làm, đạt Mức 2"]),
        ("tc 1.1 dat muc 3", ["◐ 1.1: chưa ghi → đang làm, đạt Mức 3"]),
        ("1.1 đạt mức hai", ["◐ 1.1: chưa ghi → đang làm, đạt Mức 2"]),
        ("mức 2: 1.1, 1.2 đạt", [f"◐ {one}: chưa ghi → đang làm, đạt Mức 2" for one in ("1.1", "1.2")]),
        (
            "1.1 đạt, 1.2 đạt mức 2",
            ["◐ 1.1: chưa ghi → đang làm, đạt Mức 1", "◐ 1.2: chưa ghi → đang làm, đạt Mức 2"],
        ),
        ("1.1 chưa đạt mức 3", ["◐ 1.1 Mức 3: chưa ghi → đang làm, không đạt", "◐ 1.1: chưa ghi → đang làm"]),
        ("1.1 không đạt mức 1", ["◐ 1.1: chưa ghi → đang làm, không đạt"]),
    ],
)
def test_a_level_is_recorded_as_what_it_asks_for(chat: Chat, under: Under, told: str, said: list[str]) -> None:
    under("2018")
    assert lines(chat, told)[1:-1] == said


def test_a_lower_level_told_later_is_believed(chat: Chat, under: Under) -> None:
    under("2018")
    chat.say("1.1 đạt mức 3")
    assert lines(chat, "1.1 đạt mức 1")[1] == "◐ 1.1: đang làm, đạt Mức 3 → đang làm, đạt Mức 1"
    chat.say("hoàn tác")
    assert "đạt Mức 3" in chat.say("1.1 xong chưa").text


def test_an_edited_level_is_corrected(chat: Chat, under: Under) -> None:
    under("2018")
    chat.say("1.1 đạt mức 3")
    assert "1.1: đang làm, đạt Mức 3 → đang làm, đạt Mức 2" in chat.edit(chat.key, "1.1 đạt mức 2").text


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("1.1 đạt mức 5", "Chưa ghi gì: TT 17/2018 chỉ có Mức 1–4, không có Mức 5."),
        ("1.1 đạt mức 4", "Chưa ghi gì: tiêu chí 1.1 không có Mức 4 (chỉ có Mức 1, 2, 3)."),
    ],
)
def test_a_level_that_is_not_there_is_not_recorded(chat: Chat, under: Under, told: str, why: str) -> None:
    under("2018")
    assert lines(chat, told)[0] == why


def test_a_plain_met_says_how_to_tell_the_level(chat: Chat, under: Under) -> None:
    under("2026")
    chat.say("tiêu chuẩn 1, 2, 3, 4 đạt")
    assert "“Đạt” không kèm mức được tính là Mức 1." in chat.say("/capdo").text
