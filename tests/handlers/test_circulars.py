"""Which circular answers: by the day, by the school, by the question; and two circulars held against each other."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from handlers import ask
from handlers.ask import Answer
from knowledge.catalogue import Topic
from knowledge.language.meaning import Meaning
from knowledge.language.understand import understand
from knowledge.scope import Scope
from knowledge.shelf import Shelf
from tests.conftest import ZONE, Chat, TestClock
from tests.handlers.conftest import check

NOW = date(2026, 11, 1)


def answer(shelf: Shelf, question: str, level: str = "TH", on: date = NOW) -> Answer:
    """Answer as a school of *level* is answered on a day."""
    force = shelf.catalogue.in_force(level, on)
    scope = Scope((force,) if force else (), (level,), on)

    def read(text: str) -> Meaning:
        return understand(text, "principal", force, (), None, on)

    return ask.answer_to(question, read(question), shelf, scope, read)


def shown(shelf: Shelf, question: str, level: str = "TH", on: date = NOW) -> str:
    """Say what is shown for a question, held against the manners."""
    reply = ask.show(shelf, answer(shelf, question, level, on), on)
    check(reply)
    return reply.text


@pytest.mark.parametrize(
    ("level", "on", "id_"),
    [
        ("TH", date(2017, 10, 1), "tt42-2012/th/1.1"),
        ("TH", date(2018, 10, 9), "tt42-2012/th/1.1"),
        ("TH", date(2018, 10, 10), "tt17-2018/th/1.1"),
        ("TH", date(2026, 7, 6), "tt17-2018/th/1.1"),
        ("TH", date(2026, 7, 7), "tt57-2026/pt/1.1"),
        ("THCS", date(2018, 10, 9), "tt42-2012/thcs/1.1"),
        ("THCS", date(2018, 10, 10), "tt18-2018/thcs/1.1"),
        ("THPT", date(2026, 7, 6), "tt18-2018/thcs/1.1"),
        ("MN", date(2018, 10, 9), "tt25-2014/mn/1.1"),
        ("MN", date(2018, 10, 10), "tt19-2018/mn/1.1"),
        ("MN", date(2026, 7, 7), "tt57-2026/mn/1.1"),
        ("GDTX", date(2026, 7, 7), "tt57-2026/gdtx/1.1"),
    ],
)
def test_the_day_decides_the_circular(shelf: Shelf, level: str, on: date, id_: str) -> None:
    found = answer(shelf, "tiêu chí 1.1", level, on)
    assert (found.kind, found.refs[0]) == ("answer", id_)
    framework = next(one for one in shelf.catalogue.frameworks if id_.startswith(f"{one.id}/"))
    assert f"{framework.short}, tiêu chuẩn 1, tiêu chí 1.1 · hiệu lực từ {framework.effective:%d/%m/%Y}" in ask.cited(
        shelf, found
    )


def test_nothing_is_in_force_before_the_first_file(shelf: Shelf) -> None:
    assert shelf.catalogue.in_force("GDTX", date(2017, 10, 1)) is None
    assert answer(shelf, "hội đồng tự đánh giá", "GDTX", date(2017, 10, 1)).kind == "unknown"


COUNCIL = {
    "tt42-2012": "ít nhất 7",
    "tt25-2014": "ít nhất 7",
    "tt17-2018": "ít nhất 7",
    "tt18-2018": "ít nhất 7",
    "tt19-2018": "ít nhất 7",
    "tt57-2026": "từ 5 thành viên trở lên",
}
ERAS = [
    (level, on) for on in (date(2017, 10, 1), date(2020, 1, 1), date(2026, 11, 1)) for level in ("MN", "TH", "THCS")
]


@pytest.mark.parametrize(("level", "on"), ERAS)
def test_each_generation_answers_from_its_own_entry(shelf: Shelf, level: str, on: date) -> None:
    framework = shelf.catalogue.in_force(level, on)
    assert framework is not None
    found = answer(shelf, "hội đồng tự đánh giá có mấy người", level, on)
    assert found.refs[0] == f"{framework.circular}/topic/hoi-dong"
    assert COUNCIL[framework.circular] in shown(shelf, "hội đồng tự đánh giá có mấy người", level, on)


@pytest.mark.parametrize(("level", "on"), ERAS)
def test_every_topic_asked_by_its_own_words_is_found_under_its_own_circular(shelf: Shelf, level: str, on: date) -> None:
    framework = shelf.catalogue.in_force(level, on)
    assert framework is not None
    topics = [one for one in shelf.catalogue.topics if one.circular == framework.circular and level in one.levels]
    found = {one.id: answer(shelf, one.asked_as[0], level, on).refs[:1] for one in topics}
    circulars = {ref.split("/")[0] for refs in found.values() for ref in refs}
    assert circulars == {framework.circular}
    assert len([id_ for id_, refs in found.items() if refs == (id_,)]) >= 0.9 * len(topics)


FOREIGN = {
    2012: ("chỉ báo", "**Mức 1**", "thẩm định"),
    2018: ("chỉ số", "(MC."),
    2026: ("chỉ số", "chỉ báo", "[H1"),
}


@pytest.mark.parametrize(("level", "on"), ERAS)
def test_a_page_speaks_in_the_words_of_its_generation(shelf: Shelf, level: str, on: date) -> None:
    framework = shelf.catalogue.in_force(level, on)
    assert framework is not None
    for number in ("1.1", "2.2", "3.1"):
        said = shown(shelf, f"tiêu chí {number}", level, on).split("Lưu ý")[0]
        assert [word for word in FOREIGN[framework.generation] if word in said] == []


@pytest.mark.parametrize(
    ("asked", "id_"),
    [
        ("theo thông tư 57 tiêu chí 3.1 cần gì", "tt57-2026/pt/3.1"),
        ("tt 17/2018 tc 3.5", "tt17-2018/th/3.5"),
        ("tc 5.6 theo thông tư 18", "tt18-2018/thcs/5.6"),
        ("năm 2027 hội đồng tự đánh giá có mấy người", "tt57-2026/topic/hoi-dong"),
        ("năm học 2026-2027 hội đồng tự đánh giá có mấy người", "tt57-2026/topic/hoi-dong"),
        ("năm học 2017-2018 hội đồng tự đánh giá có mấy người", "tt42-2012/topic/hoi-dong"),
        ("thong tu 57 co hieu luc tu khi nao", "tt57-2026/topic/thong-tu-ap-dung"),
        ("thông tư 22/2024 sửa gì", "tt17-2018/topic/sua-doi-22-2024"),
        ("theo thông tư 17 trường đạt mức 2 khi nào", "tt17-2018/topic/muc-dat"),
    ],
)
def test_a_circular_or_year_in_the_question_overrides(shelf: Shelf, asked: str, id_: str) -> None:
    for on in (date(2017, 10, 1), NOW):
        assert answer(shelf, asked, "TH", on).refs[0] == id_


def test_what_another_circular_lacks_is_said_of_that_circular(shelf: Shelf) -> None:
    found = answer(shelf, "tc 5.12 theo thông tư 18", "THCS", date(2017, 10, 1))
    assert found.text == "trường THCS, THPT không có tiêu chí 5.12 (tiêu chuẩn 5 có 5.1–5.6)"


def test_what_was_replaced_says_so_from_that_day_on(shelf: Shelf) -> None:
    asked = "theo thông tư 17 tiêu chí 1.1"
    assert "thay bằng" not in shown(shelf, asked, on=date(2026, 7, 6))
    assert shown(shelf, asked).splitlines()[-1] == "Từ 07/07/2026 thay bằng TT 57/2026."
    old = shown(shelf, "theo thông tư 42 tiêu chí 1.1")
    assert old.splitlines()[-1] == "Từ 10/10/2018 thay bằng TT 17/2018, nay là TT 57/2026."


def test_a_school_keeps_the_circular_of_its_campaign(chat: Chat, clock: TestClock) -> None:
    clock.move_to(datetime(2018, 11, 1, 8, tzinfo=ZONE))
    said = chat.say("tiêu chí 1.1").text.splitlines()
    assert said[-2].startswith("*TT 42/2012, ")
    assert said[-1] == "Từ 10/10/2018 thay bằng TT 17/2018."


def test_without_a_school_the_day_decides_once_the_campaign_is_over(stranger: Chat, clock: TestClock) -> None:
    clock.move_to(datetime(2026, 11, 1, 8, tzinfo=ZONE))
    stranger.say("/tieuchuan")
    assert stranger.labels == ["Mầm non (TT 57/2026)", "Phổ thông (TT 57/2026)", "GDTX (TT 57/2026)"]


def test_the_levels_and_figures_of_a_criterion_are_buttons(chat: Chat) -> None:
    said = chat.say("theo thông tư 57 tiêu chí 1.3").text
    assert said.splitlines()[0] == "**Tiêu chí 1.3 · Quản lý nguồn lực, dữ liệu** (phổ thông) · **bắt buộc**"
    assert "**Mức 1**" in said
    assert "**Mức 2**" not in said
    assert "**Mức 2**" in chat.press("Mức 2").text
    assert "**Mức 1**" in chat.press("Mức 1").text
    assert chat.press("Dữ liệu định lượng").text.startswith("**Dữ liệu định lượng · 1.3 ")


def test_a_part_of_a_level_is_shown_alone(shelf: Shelf) -> None:
    found = answer(shelf, "chỉ báo b mức 2 tiêu chí 3.5", on=date(2020, 1, 1))
    assert found.refs == ("tt17-2018/th/3.5/m2.b",)
    said = shown(shelf, "chỉ báo b mức 2 tiêu chí 3.5", on=date(2020, 1, 1))
    assert "\nb) " in said
    assert "\na) " not in said


def test_an_amendment_is_told_from_its_day_on(shelf: Shelf) -> None:
    assert "Thay đổi (TT 22/2024" not in shown(shelf, "tiêu chí 3.1", on=date(2025, 1, 24))
    assert "Thay đổi (TT 22/2024, từ 25/01/2025): " in shown(shelf, "tiêu chí 3.1", on=date(2025, 1, 25))


@pytest.mark.parametrize(
    ("asked", "on", "refs"),
    [
        ("tiêu chí 3.5 thư viện cũ nay ở đâu", NOW, ("tt57-2026/pt/4.1", "tt42-2012/th/3.5")),
        ("tieu chi 3.5 thu vien cu nay o dau", NOW, ("tt57-2026/pt/4.1", "tt42-2012/th/3.5")),
        ("thư viện cũ nay ở đâu", NOW, ("tt57-2026/pt/4.1", "tt17-2018/th/3.6")),
        ("tc 3.5 thông tư 42 tương ứng tiêu chí nào", date(2020, 1, 1), ("tt17-2018/th/3.6", "tt42-2012/th/3.5")),
        ("tc 3.5 tương ứng tiêu chí nào ở thông tư 57", date(2017, 10, 1), ("tt57-2026/pt/4.1", "tt42-2012/th/3.5")),
    ],
)
def test_an_old_criterion_is_led_to_its_heir(shelf: Shelf, asked: str, on: date, refs: tuple[str, ...]) -> None:
    assert answer(shelf, asked, on=on).refs == refs
    assert "*Chỉ để tham khảo, không phải quy định.*" in shown(shelf, asked, on=on)


def test_a_new_criterion_is_led_back(shelf: Shelf) -> None:
    said = shown(shelf, "tiêu chí 4.1 trước đây là tiêu chí nào")
    assert "(TT 57/2026) trước đây ở **TT 17/2018**:" in said
    assert "\n• 3.2 Phòng học: " in said


def test_the_same_number_of_an_older_circular_is_a_button_away(chat: Chat, clock: TestClock) -> None:
    clock.move_to(datetime(2026, 11, 1, 8, tzinfo=ZONE))
    assert "(TT 42/2012) nay ở **TT 57/2026**" in chat.say("tiêu chí 3.5 cũ nay ở đâu").text
    chat.say("tiêu chí 3.5 thông tư 17 tương ứng tiêu chí nào thông tư 57")
    assert "(TT 17/2018) nay ở **TT 57/2026**" in chat.last.text


def test_two_criteria_stand_side_by_side(chat: Chat) -> None:
    said = chat.say("So sánh 3.5 với thông tư mới").text
    assert "**TT 42/2012 · 3.5 Thư viện**" in said
    assert "**TT 57/2026 · 4.1 Cơ sở vật chất, thiết bị, học liệu**" in said
    assert "không phải quy định" in said
    assert "TT 42/2012 hiệu lực từ 07/01/2013; TT 57/2026 hiệu lực từ 07/07/2026" in said


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("hội đồng theo thông tư cũ và mới khác gì", "hoi-dong"),
        ("so sánh mã minh chứng tt 17 và tt57", "ma-minh-chung"),
        ("thông tư 17 và 57 khác nhau gì về chu kỳ", "chu-ky"),
    ],
)
def test_two_answers_stand_side_by_side(shelf: Shelf, asked: str, slug: str) -> None:
    found = answer(shelf, asked)
    assert found.refs == (f"tt57-2026/topic/{slug}", f"tt17-2018/topic/{slug}")
    said = shown(shelf, asked)
    for ref in found.refs:
        topic = shelf.catalogue.by_id[ref]
        assert isinstance(topic, Topic)
        assert topic.text in said
    assert ask.cited(shelf, found).count("hiệu lực từ") == 2


@pytest.mark.parametrize(
    ("level", "kind"), [("TH", "tiểu học"), ("THCS", "THCS, THPT"), ("THPT", "THCS, THPT"), ("MN", "mầm non")]
)
@pytest.mark.parametrize("on", [date(2017, 10, 1), date(2020, 1, 1)])
def test_a_page_names_all_the_schools_that_it_is_for(shelf: Shelf, level: str, kind: str, on: date) -> None:
    for asked in ("tiêu chí 1.1", "tiêu chuẩn 1"):
        assert f" ({kind})" in shown(shelf, asked, level, on).splitlines()[0]


def test_a_past_campaign_is_answered_under_its_circular_with_what_replaced_it(chat: Chat, clock: TestClock) -> None:
    clock.move_to(datetime(2026, 11, 1, 8, tzinfo=ZONE))
    said = chat.say("thư viện cần gì").text.splitlines()
    assert said[0] == "**Tiêu chí 3.5 · Thư viện** (tiểu học)"
    assert said[-2].startswith("*TT 42/2012, tiêu chuẩn 3, tiêu chí 3.5 · hiệu lực từ 07/01/2013")
    assert said[-1] == "Từ 10/10/2018 thay bằng TT 17/2018, nay là TT 57/2026."
