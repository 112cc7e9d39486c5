"""What messages mean: every line of messages.jsonl, the same however it is typed, and what must hold of any text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.messages import DEADLINE, HELD, HELD_OUT, SCHOOLS, SECOND_HELD, TODAY, understood
from benchmarks.messages import messages as labelled
from knowledge.catalogue import Framework
from knowledge.circular_file import read_circular
from knowledge.language.heard import hear
from knowledge.language.meaning import INTENTS, Audience, Meaning, Reference, Update
from knowledge.language.understand import understand

CIRCULARS = Path(__file__).parents[3] / "knowledge" / "circulars"
FILES = {"TH": "tt42-2012-th.md", "MN": "tt25-2014-mn.md", "THCS": "tt42-2012-thcs.md"}
FRAMEWORKS: dict[str, Framework] = {level: read_circular(CIRCULARS / name) for level, name in FILES.items()}
MESSAGES = [row for row in labelled() if row["set"] not in HELD_OUT]
TELEX = dict(zip("ăâêôơưđ", ("aw", "aa", "ee", "oo", "ow", "uw", "dd"), strict=True))
VNI = dict(zip("ăâêôơưđ", ("a8", "a6", "e6", "o6", "o7", "u7", "d9"), strict=True))
TELEX_TONES = dict(zip("\u0300\u0301\u0303\u0309\u0323", "fsxrj", strict=True))
VNI_TONES = dict(zip("\u0300\u0301\u0303\u0309\u0323", "21435", strict=True))


def heard(
    text: str, role: str = "principal", level: str | None = "TH", own: str | None = None, year: str | None = "2017-2018"
) -> Meaning:
    framework = FRAMEWORKS[level] if level else None
    return understand(text, role, framework, SCHOOLS, year, TODAY, own)


def meaning_of(row: dict[str, Any], text: str) -> Meaning:
    return heard(text, row["role"], row.get("level", "TH"))


def updates_of(row: dict[str, Any]) -> set[Update]:
    return {Update(**update) for update in row["updates"]}


@pytest.mark.parametrize("row", MESSAGES, ids=lambda row: f"{row['set']}: {row['text'][:60]}")
def test_a_message_means_what_it_should(row: dict[str, Any]) -> None:
    meaning = meaning_of(row, row["text"])
    assert set(meaning.updates) == updates_of(row)
    assert bool(meaning.error) == row.get("error", False)
    if "intent" in row:
        assert row["intent"] in heard_as(meaning, row["text"])
    else:
        assert meaning.intent != row["not_intent"]
    for part in ("school", "month", "aspect", "body"):
        if part in row:
            assert getattr(meaning, part) == row[part]


def heard_as(meaning: Meaning, text: str) -> set[str]:
    """List what a label may say: whether anything is known of a question is the search's, evidence is asked for too.

    A deadline of the plan is a schedule to one who labels, and an entry that answers to the product.
    """
    if meaning.intent == "ask" and DEADLINE.search(hear(text).plain):
        return {"ask", "schedule", "unknown"}
    if meaning.intent == "ask" and meaning.aspect == "evidence":
        return {"ask", "evidence"}
    return {"ask", "unknown"} if meaning.intent == "ask" and not meaning.references else {meaning.intent}


@pytest.mark.parametrize("half", [HELD, SECOND_HELD])
def test_the_held_out_half_of_what_an_outsider_wrote_is_understood_as_measured(half: str) -> None:
    held = understood(row for row in labelled() if row["set"] == half)
    intents = sum(one.intent_near for one in held) / len(held)
    updates = sum(one.updates_right for one in held) / len(held)
    assert (intents >= 0.97, updates >= 0.97, sum(one.recorded for one in held)) == (True, True, 0)


def bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def keyed(text: str, marks: dict[str, str], tones: dict[str, str]) -> str:
    """Spell *text* in keystrokes, each tone after its syllable."""
    return " ".join(keyed_word(word, marks, tones) for word in text.split(" "))


def keyed_word(word: str, marks: dict[str, str], tones: dict[str, str]) -> str:
    tone, letters = "", ""
    for letter in unicodedata.normalize("NFC", word.lower()):
        apart = unicodedata.normalize("NFD", letter)
        tone = next((tones[sign] for sign in apart if sign in tones), tone)
        base = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in tones))
        letters += marks.get(base, base)
    end = len(letters.rstrip(".,;:?!\n"))
    return letters[:end] + tone + letters[end:]


def telex(text: str) -> str:
    return keyed(text, TELEX, TELEX_TONES)


def vni(text: str) -> str:
    return keyed(text, VNI, VNI_TONES)


def short(text: str) -> str:
    for word, form in (
        ("tiêu chí", "tc"),
        ("tiêu chuẩn", "tchuan"),
        ("được", "dc"),
        ("không", "ko"),
        ("minh chứng", "mc"),
        ("báo cáo", "bc"),
        ("tự đánh giá", "tđg"),
        ("rồi", "r"),
    ):
        text = text.replace(word, form)
    return text


TYPED: dict[str, Callable[[str], str]] = {
    "without marks": bare,
    "in capitals": str.upper,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "without spaces after commas": lambda text: text.replace(", ", ","),
    "in Telex": telex,
    "in VNI": vni,
    "in shorthand": short,
}
MARKED = [row for row in MESSAGES if row["text"] != bare(row["text"])]
TWO_READINGS = {"in Telex": {"tiêuchí1.1xong"}, "in VNI": {"tiêuchí1.1xong", "tiu chí 1.1 xong"}}
"""Slips that cannot be two at once: words run together, or misspelt, and then in keystrokes too."""


@pytest.mark.parametrize("way", TYPED)
def test_a_message_means_the_same_however_it_is_typed(way: str) -> None:
    rows = [row for row in MARKED if row["text"] not in TWO_READINGS.get(way, set())]
    changed = [row["text"] for row in rows if essence(meaning_of(row, TYPED[way](row["text"]))) != expected(row)]
    assert changed == []


def essence(meaning: Meaning) -> tuple[object, ...]:
    return (meaning.intent, meaning.updates, bool(meaning.error), meaning.school, meaning.month, meaning.aspect)


def expected(row: dict[str, Any]) -> tuple[object, ...]:
    return essence(meaning_of(row, row["text"]))


@given(st.text(max_size=300), st.sampled_from(["principal", "officer"]))
def test_any_text_has_a_meaning(text: str, role: str) -> None:
    assert heard(text, role).intent in INTENTS


PIECES = (
    "1.1 1.2 2.3 5.9 1.1/d tc tchuan tiêu-chí tiêu-chuẩn 4 , ; . : xong chưa đạt được 80% 180% -5% nhầm và còn đến "
    "- trừ chỉ-số a b hội-đồng báo-cáo minh-chứng TH-Tứ-Cường tháng 13 12 dời sang gửi-thông-báo cho các-trường "
    "không phải mai"
)
SENTENCES = st.lists(st.sampled_from(PIECES.split()), max_size=14).map(lambda words: " ".join(words).replace("-", " "))


@given(SENTENCES, st.sampled_from(["principal", "officer"]))
def test_any_sentence_either_records_or_says_what_is_wrong(text: str, role: str) -> None:
    meaning = heard(text, role)
    assert not (meaning.updates and meaning.error)
    assert [u for u in meaning.updates if u.percent is not None and not 0 <= u.percent <= 100] == []


@given(SENTENCES, SENTENCES)
def test_a_question_mark_never_records(before: str, after: str) -> None:
    assert heard(f"{before}? {after}").updates == ()


def test_four_thousand_characters_are_understood() -> None:
    assert heard("1.1 xong; " * 400).updates == (Update("1.1", "done"),)


def test_a_place_that_is_not_there_is_named_with_what_is() -> None:
    assert heard("5.9 xong").error == "trường tiểu học không có tiêu chí 5.9 (tiêu chuẩn 5 có 5.1–5.7)"
    assert heard("tiêu chuẩn 6 xong").error == "trường tiểu học không có tiêu chuẩn 6 (chỉ có tiêu chuẩn 1–5)"
    assert heard("1.1/d xong").error == "tiêu chí 1.1 không có chỉ số d (có a, b, c)"
    assert heard("2.3 đến 2.1 xong").error == "khoảng 2.3 đến 2.1 bị ngược (có phải 2.1 đến 2.3)"
    assert heard("1.1 được 180%").error == "không ghi được 180 % (chỉ từ 0 đến 100 %)"


def test_an_error_keeps_what_would_be_all_right() -> None:
    meaning = heard("1.1 xong, 5.9 xong, 1.2 80%")
    assert (meaning.updates, meaning.possible) == ((), (Update("1.1", "done"), Update("1.2", percent=80)))


def test_a_question_after_a_report_keeps_the_report_for_offering() -> None:
    meaning = heard("1.1 xong rồi, 1.2 cần minh chứng gì")
    assert (meaning.intent, meaning.updates, meaning.possible) == ("ask", (), (Update("1.1", "done"),))
    assert (meaning.references, meaning.aspect) == ((Reference(1, 2),), "evidence")


def test_a_question_about_a_place_that_is_not_there_says_so() -> None:
    meaning = heard("5.9 cần gì")
    assert (meaning.intent, bool(meaning.error)) == ("ask", True)


def test_nobody_speaks_for_another_school() -> None:
    own = heard("TH Tứ Cường xong 1.1", own="TH Tứ Cường")
    other = heard("TH Thanh Giang xong 1.1", own="TH Tứ Cường")
    unknown = heard("TH Thanh Giang xong 1.1")
    assert (own.updates, own.school) == ((Update("1.1", "done"),), "TH Tứ Cường")
    assert (other.updates, other.school, bool(other.error)) == ((), "TH Thanh Giang", True)
    assert (unknown.updates, unknown.school) == ((Update("1.1", "done"),), "TH Thanh Giang")
    assert (heard("trường bạn xong 1.1").updates, bool(heard("trường bạn xong 1.1").error)) == ((), True)
    assert heard("TH Thanh Giang xong 1.1", "officer").intent == "district_status"


def test_asking_about_the_own_school_by_name_is_asking_about_oneself() -> None:
    assert heard("TH Tứ Cường đến đâu rồi", own="TH Tứ Cường").intent == "own_status"
    assert heard("TH Tứ Cường đến đâu rồi", own="TH Phạm Kha").intent == "district_status"


def test_a_name_that_fits_several_schools_gives_them_all() -> None:
    meaning = heard("Trường Thanh Giang làm đến đâu rồi", "officer")
    assert (meaning.school, meaning.schools) == (None, ("MN Thanh Giang", "TH Thanh Giang", "THCS Thanh Giang"))


@pytest.mark.parametrize(
    ("text", "audience", "body"),
    [
        ("gửi thông báo cho các trường mầm non: mai họp lúc 8h", Audience(levels=("MN",)), "mai họp lúc 8h"),
        ("nhắn tất cả các trường nộp báo cáo", Audience(everyone=True), "nộp báo cáo"),
        ("nhắc các trường chưa nộp báo cáo: hạn cuối thứ 6", Audience(lacking="report"), "hạn cuối thứ 6"),
        ("nhắc trường chưa bắt đầu", Audience(lacking="start"), ""),
        ("nhắc các trường chưa xác nhận", Audience(lacking="acknowledgement"), ""),
        ("nhắn các trường tháng 11: chuẩn bị", Audience(month="2017-11"), "chuẩn bị"),
        ("thông báo các trường th và thcs: Họp 8:00", Audience(levels=("TH", "THCS")), "Họp 8:00"),
        ("thông báo TH Tứ Cường, TH Phạm Kha: gọi lại", Audience(schools=("TH Tứ Cường", "TH Phạm Kha")), "gọi lại"),
    ],
)
def test_a_broadcast_says_whom_it_is_for_and_what(text: str, audience: Audience, body: str) -> None:
    meaning = heard(text, "officer")
    assert (meaning.intent, meaning.audience, meaning.body) == ("broadcast", audience, body)


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("tc 2.1 cần gì", (Reference(2, 1),)),
        ("so sánh 2.1 và 2.2", (Reference(2, 1), Reference(2, 2))),
        ("tiêu chuẩn 3 gồm những gì", (Reference(3),)),
        ("chỉ số b tiêu chí 1.4 là gì", (Reference(1, 4, "b"),)),
        ("1.1 xong chưa", (Reference(1, 1),)),
    ],
)
def test_a_question_carries_its_references(text: str, references: tuple[Reference, ...]) -> None:
    assert heard(text).references == references


def test_a_question_about_a_step_carries_the_step() -> None:
    assert (heard("báo cáo xong chưa").intent, heard("báo cáo xong chưa").milestones) == ("own_status", ("report",))
    assert (heard("hội đồng gồm những ai").intent, heard("hội đồng gồm những ai").milestones) == ("ask", ("council",))


def test_the_subject_is_what_is_asked_about() -> None:
    assert [heard(text).subject for text in ("cần gì cho thư viện", "csvc cần gì ạ", "thuw vieenj thif sao")] == [
        "thư viện",
        "cơ sở vật chất",
        "thư viện",
    ]


def test_without_a_framework_places_are_taken_as_said() -> None:
    assert heard("5.9 xong", level=None).updates == (Update("5.9", "done"),)
    assert heard("2.1 đến 2.3 xong", level=None).updates == tuple(Update(f"2.{n}", "done") for n in (1, 2, 3))
    assert heard("1.6 đến 2.2 xong", level=None).error == "chưa rõ khoảng 1.6 đến 2.2 gồm những tiêu chí nào"


def test_a_month_without_its_year_is_the_school_years() -> None:
    said = [heard(f"dời TH Phạm Kha sang tháng {month}", "officer").month for month in (9, 12, 1, 5)]
    assert said == ["2017-09", "2017-12", "2018-01", "2018-05"]
    assert heard("dời TH Phạm Kha sang tháng 13", "officer").error == "không có tháng 13"


def test_what_is_counted_and_not_named_is_asked_back() -> None:
    asked = "chưa rõ những tiêu chí nào của tiêu chuẩn 1, ví dụ: xong 1.1, 1.2"
    assert [heard(text).error for text in ("tiêu chuẩn 1 xong 5 tiêu chí", "xong 3/7 tc của tchuan 1")] == [asked] * 2
    assert heard("1.1 đạt 2/3 chỉ số").error == (
        "chưa rõ những chỉ số nào của tiêu chí 1.1, ví dụ: 1.1a đạt, 1.1b chưa đạt"
    )


def test_a_period_that_is_not_over_is_asked_back() -> None:
    assert heard("4.1 tuần này xong").error == "chưa rõ 4.1 đã xong hay tuần này mới xong, ví dụ: đã xong 4.1"
    assert heard("tháng này xong báo cáo").error == (
        "chưa rõ báo cáo tự đánh giá đã xong hay tháng này mới xong, ví dụ: đã xong báo cáo tự đánh giá"
    )


@pytest.mark.parametrize("text", ["1.1 được 80.5%", "1.1 duoc 80,5 %", "80.5% 1.1", "1.1 dc 80.5 phần trăm"])
def test_a_broken_percentage_says_what_one_may_be(text: str) -> None:
    error = heard(text).error or ""
    assert error.endswith("(phần trăm là số nguyên từ 0 đến 100)")


def test_a_narrower_word_holds_wherever_it_stands() -> None:
    updates = (Update("2", "done"), Update("2.4", percent=60))
    assert heard("tiêu chuẩn 2 xong, 2.4 được 60%").updates == updates
    assert heard("2.4 được 60%, tiêu chuẩn 2 còn lại xong").updates == updates


def test_taking_back_and_reporting_are_two_messages() -> None:
    assert heard("bỏ 1.1, 1.2 xong").error == "tin này vừa bỏ vừa ghi; thầy/cô gửi riêng từng việc giúp"


@pytest.mark.parametrize("text", ["bỏ lần ghi 1.1", "bo 1.1 vua ghi", "xoá 1.1 đi", "thôi bỏ giúp em 1.1 ạ"])
def test_a_report_is_taken_back_by_its_place(text: str) -> None:
    assert (heard(text).intent, heard(text).references) == ("undo", (Reference(1, 1),))


@pytest.mark.parametrize("text", ["bỏ qua 1.1", "đừng bỏ 1.1", "sao bỏ 1.1", "bỏ 1.1 có sao không", "hủy", "thôi"])
def test_not_every_bo_takes_back(text: str) -> None:
    assert (heard(text).intent == "undo", heard(text).updates) == (False, ())


@pytest.mark.parametrize("text", ["1.1 K", "1.1 K?", "có phải làm 1.1 k", "minh chứng 1.1 k", "1.1 d"])
def test_a_single_letter_is_no_rating(text: str) -> None:
    assert heard(text).updates == ()


def test_evidence_alone_is_asked_of_what_was_last_talked_about() -> None:
    asked = [heard(text) for text in ("còn minh chứng?", "minh chứng?", "mc?", "minh chứng của nó", "mc cho thư viện")]
    assert [(one.aspect, one.subject) for one in asked] == [("evidence", "")] * 4 + [("evidence", "thư viện")]


def test_a_question_about_a_numbered_step_carries_the_step() -> None:
    assert (heard("bước 3 gồm những gì").intent, heard("bước 3 gồm những gì").milestones) == ("ask", ("evidence",))
    assert heard("bước 7 xong").error == "tự đánh giá chỉ có bước 1–6, không có bước 7"


NO_CONTENT = replace(FRAMEWORKS["TH"], standards=())


@pytest.mark.parametrize(
    "text",
    ["1.1 xong", "tiêu chuẩn 1 xong", "2.1 đến 2.3 xong", "tất cả tiêu chí xong", "chỉ số a 1.1 đạt", "1.1 cần gì"],
)
def test_a_circular_whose_file_nobody_wrote_has_no_places(text: str) -> None:
    meaning = understand(text, "principal", NO_CONTENT, SCHOOLS, "2017-2018", date(2017, 10, 2))
    assert (meaning.updates, meaning.error) == ((), "chưa có nội dung thông tư của cấp học này")


@pytest.mark.parametrize("text", ["báo cáo xong", "bước 5 xong", "đã gửi báo cáo lên phòng"])
def test_a_circular_whose_file_nobody_wrote_has_steps(text: str) -> None:
    meaning = understand(text, "principal", NO_CONTENT, SCHOOLS, "2017-2018", date(2017, 10, 2))
    assert (meaning.updates, meaning.error) == ((Update("milestone:report", "done"),), None)
