"""What must never be recorded: questions, whatever is typed around them, and what is said of another school."""

from __future__ import annotations

import json
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.messages import OF_OTHERS, OWN, SCHOOLS, TODAY, YEAR, meant
from benchmarks.questions import FRAMEWORKS, QUESTIONS
from knowledge.language.meaning import INTENTS, Meaning
from knowledge.language.understand import understand

LEADS = ("", "em", "trường em", "thầy ơi", "cho hỏi", "đã")
PLACES = (
    "1.1",
    "tiêu chí 1.2",
    "1.1 và 1.2",
    "tc 1.3",
    "tiêu chuẩn 2",
    "báo cáo",
    "hội đồng tự đánh giá",
    "chỉ số a 1.1",
)
STATES = ("", "xong", "làm xong", "đã xong hết", "đạt", "được 80%", "hoàn thành rồi hay", "nộp", "đang làm", "bắt đầu")
ENDS = ("chưa", "chưa ạ", "chưa vậy thầy", "chưa nhỉ", "chưa em ơi", "chưa hả bạn", "chưa?", "cưa", "chua")
ASKED_FIRST = (
    "khi nào|bao giờ|tại sao|vì sao|ai|bao nhiêu|thế nào|làm sao|có phải|liệu|mấy tiêu chí|sao|gì|đâu|như thế nào|"
    "làm thế nào để|phải chăng|ai đã|cái nào|trường nào|bao lâu|tieu chi nao|vi sao|bao gio"
)
PIECES = (
    "1.1 1.2 2.3 tc tiêu-chí tiêu-chuẩn 4 xong chưa đạt được 80% còn đến và hội-đồng báo-cáo minh-chứng đã đang rồi em "
    "trường-em làm hoàn-thành nộp , ."
)
SENTENCES = st.lists(st.sampled_from(PIECES.split()), max_size=10).map(lambda words: " ".join(words).replace("-", " "))
REPORTS = (
    "1.1 xong",
    "xong 1.1 rồi ạ",
    "2.3 được 80%",
    "đã nộp báo cáo",
    "chưa đạt 1.5",
    "1.1 đến 1.4 xong",
    "bc tđg 60%",
)


def heard(text: str, role: str = "principal", own: str | None = None) -> Meaning:
    return understand(text, role, FRAMEWORKS["tt42-2012/th"], SCHOOLS, YEAR, TODAY, own)


def recorded(texts: list[str]) -> list[str]:
    return [text for text in texts if heard(text).updates]


@pytest.mark.parametrize("end", ENDS)
def test_what_ends_in_chua_asks(end: str) -> None:
    assert recorded([" ".join(each) for each in product(LEADS, PLACES, STATES[1:], (end,))]) == []


@pytest.mark.parametrize("end", ENDS[:-2])
def test_what_ends_in_chua_asks_wherever_the_place_stands(end: str) -> None:
    said = [
        " ".join((state, end, place)) for state, place in product(("xong", "đạt", "làm xong", "hoàn thành"), PLACES)
    ]
    assert recorded(said + [f"{state} {place} {end}" for state, place in product(("xong", "đã đạt"), PLACES)]) == []


@settings(max_examples=300)
@given(st.sampled_from(ASKED_FIRST.split("|")), SENTENCES)
def test_what_begins_with_a_word_of_asking_asks(first: str, rest: str) -> None:
    assert heard(f"{first} {rest}").updates == ()


@settings(max_examples=300)
@given(
    SENTENCES, st.sampled_from(["?", " ?", "??", "?!", "? ạ", "？", " hả", " không ạ?", " phải không", " đúng không"])
)
def test_what_ends_in_a_question_mark_asks(text: str, end: str) -> None:
    assert heard(f"{text}{end}").updates == ()


def test_no_question_of_the_evaluation_is_recorded() -> None:
    lines = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    asked = ((row, FRAMEWORKS[row["framework"]]) for row in lines)
    assert [
        row["id"] for row, each in asked if understand(row["q"], "principal", each, SCHOOLS, YEAR, TODAY).updates
    ] == []


@pytest.mark.parametrize("form", OF_OTHERS)
def test_what_is_said_of_another_school_is_not_recorded(form: str) -> None:
    rows = [{"text": form.format(text), "role": "principal", "own": OWN} for text in REPORTS]
    assert [row["text"] for row in rows if meant(row).updates] == []


@given(st.text(max_size=200), st.sampled_from(["principal", "officer"]), st.sampled_from([None, OWN]))
def test_any_unicode_has_a_meaning(text: str, role: str, own: str | None) -> None:
    assert heard(text, role, own).intent in INTENTS
    assert understand(text, role, None, (), None, TODAY).intent in INTENTS
