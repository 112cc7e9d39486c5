"""Each generation of the rules speaks in its own words: level, part, review, evidence code, council, deadline."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import delete

from bot import demo
from bot.app import App
from db import files, planning, schools
from db.session import Session
from db.tables import Audit, Campaign, Review
from handlers import ask, menu, pages, terms
from handlers.turn import Reply
from knowledge.catalogue import Criterion, Framework, Topic
from knowledge.language.meaning import Meaning
from knowledge.language.understand import understand
from knowledge.rules.permissions import may
from knowledge.scope import Scope
from knowledge.shelf import Shelf
from tests.conftest import ZONE, Chat, Phone, TestClock, seat

FOREIGN = {
    2012: {
        "level": r"\b[Mm]ức [1-4]\b",
        "national standard": r"chuẩn quốc gia mức|mức độ [12]\b",
        "part": r"[Cc]hỉ báo|yêu cầu của [Mm]ức",
        "review": r"[Tt]hẩm định",
        "evidence code": r"\(MC\.|\[H\d+-\d+\.",
        "council": r"(?:ít nhất|tối thiểu|từ) 5 (?:thành viên|người)|số lẻ",
        "deadline": r"15/0?6|15 tháng 0?6",
    },
    2018: {
        "part": r"[Cc]hỉ số",
        "review": r"[Tt]hẩm định",
        "evidence code": r"\(MC\.|\[H\d+-\d+-",
        "council": r"(?:ít nhất|tối thiểu|từ) 5 (?:thành viên|người)|số lẻ",
        "deadline": r"15/0?6|15 tháng 0?6",
    },
    2026: {
        "level": r"[Cc]ấp độ|\b[Mm]ức [34]\b",
        "part": r"[Cc]hỉ số\b|[Cc]hỉ báo",
        "review": r"[Đđ]ánh giá ngoài",
        "evidence code": r"\[H\d",
        "council": r"(?:ít nhất|tối thiểu) 7 (?:thành viên|người)",
    },
}
"""What only the other generations say."""

ALLOWED = {
    ("tt57-2026/topic/cap-do", "level"): "answers who asks for the old levels: says that there are none any more",
    (
        "tt57-2026/topic/danh-gia-ngoai",
        "review",
    ): "answers who asks for the old word: says that it is not used any more",
}
"""Entries that hold their own generation against another one, and why they may name both."""

DAYS = {2012: date(2017, 10, 1), 2018: date(2020, 1, 1), 2026: date(2026, 11, 1)}
LEVELS = ("MN", "TH", "THCS", "THPT", "GDTX")


def strange(generation: int, entry: str, text: str) -> list[str]:
    """Find the words of another generation in a text of *entry*."""
    return [
        f"{entry}: {what}: {found[0]}"
        for what, pattern in FOREIGN[generation].items()
        if (found := re.search(pattern, text)) and (entry, what) not in ALLOWED
    ]


def texts(one: Criterion | Topic) -> str:
    if isinstance(one, Topic):
        return "\n".join((one.title, one.text, one.more, one.source))
    parts = (part.text for part in one.indicators)
    return "\n".join((one.title, one.short, one.note, one.amendment, *parts, *one.evidence, *one.quantitative))


def test_no_entry_speaks_with_the_words_of_another_generation(shelf: Shelf) -> None:
    generations = {one.circular: one.generation for one in shelf.catalogue.frameworks}
    found = [
        line for f in shelf.catalogue.frameworks for c in f.criteria for line in strange(f.generation, c.id, texts(c))
    ]
    for topic in shelf.catalogue.topics:
        if topic.circular:
            found += strange(generations[topic.circular], topic.id, texts(topic))
    assert found == []


def test_every_exception_is_needed(shelf: Shelf) -> None:
    needed = {
        (id_, what)
        for (id_, what) in ALLOWED
        if isinstance(topic := shelf.catalogue.by_id[id_], Topic) and re.search(FOREIGN[2026][what], texts(topic))
    }
    assert needed == set(ALLOWED)


@pytest.mark.parametrize(
    ("generation", "text"),
    [
        (2012, "đạt Mức 2"),
        (2012, "chỉ báo a"),
        (2012, "hội đồng thẩm định"),
        (2012, "[H1-1.1-01]"),
        (2012, "ít nhất 5 người, số lẻ"),
        (2012, "trước ngày 15/6"),
        (2018, "chỉ số b"),
        (2018, "[H1-1-01-01]"),
        (2018, "(MC.1.1.01)"),
        (2026, "cấp độ 1"),
        (2026, "Mức 3"),
        (2026, "đoàn đánh giá ngoài"),
        (2026, "hội đồng có ít nhất 7 thành viên"),
    ],
)
def test_a_foreign_word_is_found(generation: int, text: str) -> None:
    assert strange(generation, "x", text) != []


def rendered(shelf: Shelf, framework: Framework, day: date) -> Iterator[tuple[str, str]]:
    """Give every page of a circular as it is shown on a day: text and buttons."""
    catalogue = shelf.catalogue
    for one in framework.criteria:
        several = [pages.page(catalogue, one, day, level=level) for level in (None, *one.levels)]
        several += [pages.page(catalogue, one, day, letter=part.letter) for part in one.indicators]
        several += [pages.evidence(framework, one, day), pages.figures(framework, one, day)]
        for reply in several:
            yield one.id, "\n".join([reply.text, *(choice.label for choice in reply.choices)])
    for standard in framework.standards:
        yield standard.id, pages.page(catalogue, standard, day).text
    for topic in catalogue.topics:
        if topic.circular == framework.circular:
            yield topic.id, pages.topic(catalogue, topic, day, whole=True).text


@pytest.mark.parametrize("generation", FOREIGN)
def test_no_page_speaks_with_the_words_of_another_generation(shelf: Shelf, generation: int) -> None:
    for framework in shelf.catalogue.frameworks:
        if framework.generation == generation:
            for day in (DAYS[generation], date(2025, 9, 1), date(2026, 11, 1)):
                found = [
                    line for id_, text in rendered(shelf, framework, day) for line in strange(generation, id_, text)
                ]
                assert found == []


def asked_for(topic: Topic) -> tuple[str, ...]:
    return (topic.title, *topic.asked_as)


@pytest.mark.parametrize("generation", FOREIGN)
@pytest.mark.parametrize("level", LEVELS)
def test_every_topic_asked_by_every_phrase_is_found_under_its_own_circular(
    shelf: Shelf, generation: int, level: str
) -> None:
    """All of its phrases, not the first alone; of a hundred at least ninety-seven find their own entry first."""
    day = DAYS[generation]
    force = shelf.catalogue.in_force(level, day)
    if force is None:
        assert (generation, level) in {(2012, "GDTX"), (2018, "GDTX")}
        return
    held = force.as_of(day)

    def read(text: str) -> Meaning:
        return understand(text, "principal", held, (), None, day)

    def first(question: str) -> str:
        found = ask.answer_to(question, read(question), shelf, Scope((held,), (level,), day), read)
        return found.refs[0] if found.refs else ""

    topics = [
        one for one in shelf.catalogue.topics if one.circular == held.circular and level in (one.levels or LEVELS)
    ]
    asked = [(one, phrase, first(phrase)) for one in topics for phrase in asked_for(one)]
    missed = [f"{one.id}: {phrase} -> {found}" for one, phrase, found in asked if found != one.id]
    assert (len(topics) >= 25, len(missed) <= 0.03 * len(asked)) == (True, True), missed


@pytest.mark.parametrize(
    ("generation", "circular", "told"),
    [
        (2012, "tt42-2012", ["1.1 chỉ số a xong", "1.1, 1.2 đạt"]),
        (2018, "tt17-2018", ["1.1 chỉ báo a xong", "1.1 đạt mức 2, 1.2 đạt"]),
        (2026, "tt57-2026", ["1.1 xong 40%", "1.1 đạt mức 2, 1.2 đạt mức 1"]),
    ],
)
def test_what_a_school_is_told_of_itself_is_in_the_words_of_its_circular(
    app: App, chat: Chat, generation: int, circular: str, told: list[str]
) -> None:
    with app.sessions.begin() as session:
        campaign = schools.campaign(session, app.clock.now().date())
        assert campaign is not None
        campaign.circulars = {**campaign.circulars, "TH": circular}
    asked = (
        "trường mình đạt mức mấy",
        "cần gì để đạt mức 2",
        "nếu 1.3 đạt thì sao",
        "1.1 xong chưa",
        "/capnhat 1",
        "/ghi 1.1",
    )
    for said in (*told, *asked):
        reply = chat.say(said)
        text = "\n".join([reply.text, *(choice.label for choice in reply.choices)])
        assert (said, strange(generation, circular, text)) == (said, [])


SAID = {
    2012: FOREIGN[2012],
    2018: FOREIGN[2018],
    2026: FOREIGN[2026] | {"regime": r"[Kk]iểm định", "team": r"\bđoàn\b"},
}
"""What nobody is told in conversation: it names no older generation beside its own, as an entry may."""
BEGUN = {2012: "2017-10-02T07:30", 2018: "2020-10-02T07:30", 2026: "2026-10-02T07:30"}
"""30 days before a November's reviews: the first reminder."""
CITED = {
    2012: {"MN": "tt25-2014", "TH": "tt42-2012", "THCS": "tt42-2012"},
    2018: {"MN": "tt19-2018", "TH": "tt17-2018", "THCS": "tt18-2018"},
    2026: {"MN": "tt57-2026", "TH": "tt57-2026", "THCS": "tt57-2026"},
}
RESULT = {2012: "cấp độ 2", 2018: "mức 2", 2026: "mức 2"}
OLDEST = "2017-2018"


class Office:
    """A school year under the circulars of one generation, and everything that was said in it."""

    def __init__(self, app: App, phone: Phone, generation: int) -> None:
        self.app, self.phone, self.generation = app, phone, generation
        self.officer = seat(app, phone, "phong", "officer")
        self.principal = seat(app, phone, "tu-cuong", "principal", "TH Tứ Cường")

    def strange(self) -> list[str]:
        """Find what was said, or stood in a file, in the words of another generation."""
        said = [(where, text) for where, reply in self.phone.shown + self.phone.edited for text in self._read(reply)]
        wanted = SAID[self.generation].items()
        return [f"{where}: {what}: {text}" for where, text in said for what, one in wanted if re.search(one, text)]

    def _read(self, reply: Reply) -> Iterator[str]:
        yield "\n".join([reply.text, *(choice.label for choice in reply.choices)])
        with self.app.sessions.begin() as session:
            for kept in files.read(session, [one.id for one in reply.files]):
                yield from in_file(kept.name, kept.content)

    def said(self) -> str:
        """Give all that was said, as one text."""
        return "\n".join(text for _, reply in self.phone.shown + self.phone.edited for text in self._read(reply))

    def strike(self, moment: str) -> None:
        """Let the clock strike whenever something is due, up to *moment*."""
        asyncio.run(self.app.tick())
        asyncio.run(self.app.move_to(datetime.fromisoformat(moment).replace(tzinfo=ZONE)))


def in_file(name: str, content: bytes) -> Iterator[str]:
    """Read what stands in a workbook or a letter; nothing of a picture."""
    if name.endswith(".xlsx"):
        book = load_workbook(io.BytesIO(content))
        yield from (str(cell) for sheet in book for row in sheet.values for cell in row if cell)
    if name.endswith(".docx"):
        letter = Document(io.BytesIO(content))
        yield from (one.text for one in letter.paragraphs)
        yield from (cell.text for table in letter.tables for row in table.rows for cell in row.cells)


def hold_year(session: Session, shelf: Shelf, moment: datetime, circulars: dict[str, str]) -> None:
    """Let the schools of 2017-2018 be reviewed in the same months of the year that *moment* begins."""
    old = schools.of_year(session, OLDEST)
    assert old is not None
    later = moment.year - 2017
    campaign = Campaign(
        school_year=f"{moment.year}-{moment.year + 1}",
        office_name=old.office_name,
        office_rank=old.office_rank,
        circulars=circulars,
        report_deadline=date(moment.year + 1, 5, 31),
        begins=date(moment.year, 8, 1),
        ends=date(moment.year + 1, 7, 31),
        known_since=moment.date(),
    )
    session.add(campaign)
    for one in old.reviews:
        month = one.month.replace(year=one.month.year + later) if one.month else None
        session.add(Review(campaign=campaign, school=one.school, month=month))
    planning.replan_all(session, shelf.catalogue, campaign, moment)
    session.execute(delete(Audit))  # The log of the old year keeps the old year's words.


Held = Callable[[int], Office]


@pytest.fixture
def held(app: App, phone: Phone, clock: TestClock, shelf: Shelf) -> Held:
    """Give the office in a school year under the circulars of a generation."""

    def hold(generation: int) -> Office:
        clock.move_to(datetime.fromisoformat(BEGUN[generation]).replace(tzinfo=ZONE))
        if generation != 2012:
            with app.sessions.begin() as session:
                hold_year(session, shelf, clock.now(), CITED[generation])
        return Office(app, phone, generation)

    return hold


def go_through(chat: Chat, role: str) -> int:
    """Give every command that *role* may, without a word behind it; return how many."""
    allowed = [one.name for one in menu.COMMANDS if may(role, one.action)]
    for name in allowed:
        chat.say(f"/{name}")
    return len(allowed)


@pytest.mark.parametrize("generation", CITED)
def test_every_command_answers_in_the_words_of_the_campaign(held: Held, generation: int) -> None:
    office = held(generation)
    office.principal.say("1.1 đạt, 1.2 không đạt")
    counted = go_through(office.principal, "principal"), go_through(office.officer, "officer")
    heard = [where for where, _ in office.phone.shown]
    assert (min(counted) > 20, heard.count("phong") >= counted[1] / 2, office.strange()) == (True, True, [])


@pytest.mark.parametrize("generation", CITED)
def test_a_year_of_conversation_keeps_to_the_words_of_the_campaign(held: Held, generation: int) -> None:
    office = held(generation)
    office.strike(BEGUN[generation])
    year = int(BEGUN[generation][:4])
    for said in ("/visao", "trường mình còn thiếu gì", "bao giờ đánh giá ngoài", "xin dời sang tháng 12"):
        office.principal.say(said)
    for said in (
        "TH Tứ Cường đến đâu rồi",
        "/tiendo cac truong thang 11",
        "tháng 10 có trường nào",
        "TH Tứ Cường đánh giá ngoài khi nào",
        "/hinh TH Tứ Cường",
        "/hinh",
        "/xuat bao cao word",
        f"dời TH Tứ Cường sang 12/{year}",
    ):
        office.officer.say(said)
    office.officer.press("Xác nhận")
    office.officer.say(f"TH Tứ Cường đạt {RESULT[generation]}")
    office.officer.press("Xác nhận")
    office.officer.say("MN Đoàn Kết không đạt")
    office.officer.press("Xác nhận")
    for said in ("/ketqua", "/ketqua TH Tứ Cường", "/xuat", f"tạo năm học {year + 1}-{year + 2}"):
        office.officer.say(said)
    office.strike(f"{year + 1}-05-04T08:00")
    office.principal.say("/visao")
    assert office.strange() == []


@pytest.mark.parametrize(
    ("generation", "word"), [(2012, "đánh giá ngoài"), (2018, "đánh giá ngoài"), (2026, "thẩm định")]
)
def test_each_place_says_the_word_of_its_generation(held: Held, generation: int, word: str) -> None:
    office, month = held(generation), f"11/{BEGUN[generation][:4]}"
    office.strike(BEGUN[generation])
    (reminder,) = (reply for where, reply in office.phone.shown if where == "tu-cuong")
    assert reminder.text.startswith(f"⏰ Còn **30 ngày** đến tháng {word} ({month}) của **TH Tứ Cường**.")
    assert f"tháng {word} của trường mình" in office.principal.say("/visao").text
    assert f"{word.capitalize()} **{month}**: còn" in office.principal.say("/thieu").text
    assert f"**TH Tứ Cường**: {word} tháng **{month}**" in office.principal.say("/lich TH Tứ Cường").text
    assert f"trường được {word}.**" in office.officer.say("/lich").text
    assert f"{word.capitalize()} {month}: còn" in office.officer.say("TH Tứ Cường đến đâu rồi").text
    assert f"/lich: Lịch {word}" in office.officer.say("/trogiup").text
    office.officer.say("/xuat bao cao word")
    office.officer.say("/xuat")
    assert f"(theo thứ tự tháng {word})" in office.said()
    assert f"\nTháng {word}\n" in office.said()


@pytest.mark.parametrize(("generation", "word"), [(2012, "đánh giá ngoài"), (2026, "thẩm định")])
def test_the_letter_of_the_week_says_the_word_of_the_school(held: Held, generation: int, word: str) -> None:
    office, year = held(generation), BEGUN[generation][:4]
    office.strike(f"{year}-10-13T07:30")
    assert f"TH Tứ Cường: {word} 11/{year}, mới 0 %" in office.said()


@pytest.mark.parametrize(("generation", "word"), [(2012, "Đánh giá ngoài"), (2026, "Thẩm định")])
def test_the_seats_of_a_demonstration_say_it_too(held: Held, generation: int, word: str) -> None:
    desk = demo.WebDesk(held(generation).app, demo=True)
    assert f"{word} 11/{BEGUN[generation][:4]}" in {one.detail for one in desk.seats()}


@pytest.mark.parametrize(
    ("circulars", "expected"),
    [
        (
            {"MN": "tt19-2018", "TH": "tt17-2018", "THCS": "tt57-2026"},
            ("đánh giá ngoài", "đánh giá ngoài", "thẩm định"),
        ),
        ({"MN": "tt19-2018", "TH": "tt57-2026", "THCS": "tt57-2026"}, ("thẩm định", "thẩm định", "thẩm định")),
        ({"MN": "tt19-2018", "THCS": "tt57-2026"}, ("thẩm định", "thẩm định", "thẩm định")),
        ({"TH": "tt17-2018", "THCS": "tt99-2030"}, ("đánh giá ngoài", "đánh giá ngoài", "đánh giá ngoài")),
        ({}, ("đánh giá ngoài", "đánh giá ngoài", "đánh giá ngoài")),
    ],
)
def test_a_campaign_of_several_generations_takes_the_word_of_most_and_a_school_its_own(
    app: App, shelf: Shelf, circulars: dict[str, str], expected: tuple[str, str, str]
) -> None:
    with app.sessions.begin() as session:
        campaign, pupils = schools.of_year(session, OLDEST), schools.named(session, "TH Tứ Cường")
        older = next(one.school for one in campaign.reviews if one.school.level == "THCS") if campaign else None
        assert campaign is not None
        campaign.circulars = circulars
        found = tuple(terms.review_in(shelf.catalogue, campaign, one) for one in (None, pupils, older))
    assert found == expected


SCHOOL_ON = "**TH Tứ Cường**: thẩm định tháng **11/2026** (còn 30 ngày)."


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("principal", "bao giờ trường mình thẩm định", SCHOOL_ON),
        ("principal", "lich tham dinh", SCHOOL_ON),
        ("principal", "còn mấy ngày nữa thẩm định", SCHOOL_ON),
        ("principal", "kết quả thẩm định các năm", "Chưa ghi kết quả thẩm định nào của **TH Tứ Cường**."),
        ("principal", "hội đồng thẩm định gồm những ai", "**Hội đồng thẩm định**"),
        ("principal", "thẩm định là gì", "**Thẩm định**"),
        ("principal", "hiệu trưởng trường khác có trong hội đồng thẩm định", "**Hội đồng thẩm định**"),
        ("officer", "lịch thẩm định", "**Năm học 2026-2027: 16 trường được thẩm định.**"),
        ("officer", "tháng 11 trường nào thẩm định", "**Tháng 11/2026 có 4 trường:** MN Đoàn Kết"),
        ("officer", "các trường thẩm định tháng 11 làm đến đâu rồi", "**4 trường thẩm định 11/2026: 0 xong báo cáo"),
        ("officer", "kết quả thẩm định của các trường", "**Năm học 2026-2027: 0 trường đã có kết quả"),
        ("officer", "dời thẩm định TH Tứ Cường sang 12/2026", "**TH Tứ Cường**: 11/2026 → **12/2026**."),
    ],
)
def test_the_word_of_2026_is_heard_as_a_review(held: Held, who: str, said: str, answer: str) -> None:
    office = held(2026)
    chat = office.officer if who == "officer" else office.principal
    assert chat.say(said).text[: len(answer)] == answer
