from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from knowledge.catalogue import Topic
from knowledge.errors import BadKnowledge
from knowledge.library import HERE, PLANS
from knowledge.topic_file import read_topics
from knowledge.topic_front import RANKS, read_plan_facts

if TYPE_CHECKING:
    from pathlib import Path

TOPIC_FILES = sorted((HERE / "topics").glob("*.md"))
PLAN_FILES = sorted(PLANS.glob("*.md"))
TOPICS = [topic for path in [*TOPIC_FILES, *PLAN_FILES] for topic in read_topics(path)]
CIRCULARS = sorted({topic.circular for topic in TOPICS if topic.circular})
OLD_TOPICS = [topic for topic in TOPICS if topic.circular in (None, "tt42-2012", "tt25-2014")]
LATER_WORDS = ("chỉ báo", "thẩm định", "mức 1", "mức 2", "mức 3", "mc.1.1", "[h1-1.1", "bảo đảm chất lượng", "số lẻ")
COUNTS = {"tt42-2012": (28, 36), "tt25-2014": (29,)}

FRONT = "---\ncirculars: [tt42-2012, tt25-2014]\nlevels:\n  tt42-2012: [TH, THCS]\n  tt25-2014: [MN]\n---\n"
FIELDS = "Hỏi bằng: ai; mấy người\nNguồn: quy trình\nTin cậy: cao\n"
GOOD = FRONT + "\n## hoi-dong Hội đồng\n" + FIELDS + "\nÍt nhất 7 người.\nThêm:\nBước 1.\n"
PLAN_FRONT = "---\nschool_year: 2017-2018\noffice: Phòng\noffice_rank: district\nsource: Kế hoạch\nplan: a.txt\n---\n"
PLAN = PLAN_FRONT + "\n## lich Lịch\n" + FIELDS + "\n11/2017.\n"


def write(folder: Path, text: str) -> Path:
    (folder / "a.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    return path


def folded(phrase: str) -> str:
    letters = unicodedata.normalize("NFD", phrase.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def said(topic: Topic) -> str:
    return " ".join((topic.title, topic.text, topic.more, *topic.asked_as))


def topic_of(id_: str) -> Topic:
    return next(topic for topic in TOPICS if topic.id == id_)


def test_reads_a_topic_once_for_each_circular(tmp_path: Path) -> None:
    both = read_topics(write(tmp_path, GOOD))
    assert [topic.id for topic in both] == ["tt42-2012/topic/hoi-dong", "tt25-2014/topic/hoi-dong"]
    assert both[0] == Topic(
        id="tt42-2012/topic/hoi-dong",
        title="Hội đồng",
        text="Ít nhất 7 người.",
        more="Bước 1.",
        asked_as=("ai", "mấy người"),
        circular="tt42-2012",
        levels=("TH", "THCS"),
        confidence="high",
        source="TT 42/2012, quy trình",
    )


def test_reads_a_topic_of_one_circular_and_one_level(tmp_path: Path) -> None:
    text = GOOD.replace("Tin cậy: cao", "Tin cậy: thấp\nThông tư: tt42-2012\nCấp: TH")
    (topic,) = read_topics(write(tmp_path, text))
    assert (topic.id, topic.levels, topic.confidence) == ("tt42-2012/topic/hoi-dong", ("TH",), "low")


def test_reads_an_entry_of_a_plan(tmp_path: Path) -> None:
    (entry,) = read_topics(write(tmp_path, PLAN))
    assert (entry.id, entry.circular, entry.levels) == ("plan/lich", None, ())
    assert (entry.source, entry.school_year) == ("Kế hoạch, quy trình", "2017-2018")


def test_reads_a_file_saved_by_another_editor(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + unicodedata.normalize("NFD", GOOD).replace("\n", "\r\n").encode())
    assert read_topics(path) == read_topics(write(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("", 1, "Thiếu phần đầu tệp"),
        (FRONT.removesuffix("---\n"), 1, "Thiếu phần đầu tệp"),
        ("---\n---\n", 2, "tên: giá trị"),
        ("---\nlevels: {}\ncirculars: [\n---\n", 3, "YAML"),
        (GOOD.replace("levels:", "cap:"), 3, "dòng lạ “cap”"),
        (GOOD.replace("[tt42-2012, tt25-2014]", "tt42-2012"), 2, "danh sách"),
        (GOOD.replace("[tt42-2012, tt25-2014]", "[42-2012]"), 2, "Mã thông tư “42-2012” sai"),
        (GOOD.replace("[MN]", "[XX]"), 3, "cấp học của “tt25-2014”"),
        (GOOD.replace("  tt25-2014: [MN]\n", ""), 3, "cấp học của “tt25-2014”"),
        ("---\ncirculars: [tt42-2012]\n---\n", 1, "Thiếu “levels”"),
        (FRONT, 1, "không có mục nào"),
        (FRONT + "lời dẫn\n", 7, "Dòng lạ trước mục đầu tiên"),
        (GOOD.replace("## hoi-dong Hội đồng", "## hoi-dong"), 8, "Tiêu đề phải có dạng"),
        (GOOD.replace("## hoi-dong", "### hoi-dong"), 8, "Tiêu đề phải có dạng"),
        (GOOD.replace("hoi-dong", "hội-đồng"), 8, "“hội-đồng” chỉ được gồm"),
        (GOOD.replace("hoi-dong", "Hoi_dong"), 8, "“Hoi_dong” chỉ được gồm"),
        (GOOD + GOOD.removeprefix(FRONT), 17, "đã có ở trên (tt42-2012/topic/hoi-dong)"),
        (GOOD.replace("Hỏi bằng: ai; mấy người\n", ""), 8, "thiếu dòng “Hỏi bằng:”"),
        (GOOD.replace("Nguồn: quy trình\n", ""), 8, "thiếu dòng “Nguồn:”"),
        (GOOD.replace("Tin cậy: cao\n", ""), 8, "thiếu dòng “Tin cậy:”"),
        (GOOD.replace("cao", "khá"), 8, "độ tin cậy “khá”"),
        (GOOD.replace("Nguồn: quy trình", "Nguồn:"), 10, "“Nguồn” để trống"),
        (GOOD.replace("Nguồn: quy trình", "Nguồn: a\nNguồn: b"), 11, "ghi hai lần"),
        (GOOD.replace("Nguồn:", "Xuất xứ:"), 10, "Dòng lạ: “Xuất xứ: quy trình”"),
        (GOOD.replace("ai; mấy người", "ai; ai"), 8, "lặp lại"),
        (GOOD.replace("ai; mấy người", "ai;; ấy"), 8, "câu trống"),
        (GOOD.replace("Ít nhất 7 người.\n", ""), 8, "không có nội dung"),
        (GOOD.replace("Bước 1.\n", ""), 8, "không có gì ở dưới"),
        (GOOD + "Thêm:\n", 16, "“Thêm:” ghi hai lần"),
        (GOOD + "Nguồn: khác\n", 16, "phải đứng ngay dưới tiêu đề"),
        (GOOD.replace("Tin cậy: cao", "Tin cậy: cao\nThông tư: tt17-2018"), 8, "“tt17-2018” không có ở phần đầu"),
        (GOOD.replace("Tin cậy: cao", "Tin cậy: cao\nThông tư: tt25-2014\nCấp: TH"), 8, "trong số MN"),
        (PLAN.replace("2017-2018", "2017-2019"), 2, "Năm học phải có dạng"),
        (PLAN.replace("district", "village"), 4, "commune, district, province"),
        (PLAN.replace("office: Phòng\n", ""), 1, "“office”"),
        (PLAN.replace("a.txt", "b.txt"), 6, "Không có tệp kế hoạch “b.txt”"),
        (PLAN.replace("Tin cậy: cao", "Tin cậy: cao\nThông tư: tt42-2012"), 9, "không có ở phần đầu tệp"),
    ],
)
def test_refuses_a_bad_file_by_name_and_line(tmp_path: Path, text: str, line: int, fault: str) -> None:
    with pytest.raises(BadKnowledge) as refused:
        read_topics(write(tmp_path, text))
    assert (refused.value.file, refused.value.line) == ("a.md", line)
    assert fault in refused.value.fault


def test_refuses_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(BadKnowledge, match="UTF-8"):
        read_topics(path)


def test_a_file_of_topics_has_no_plan(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="không phải tệp của một kế hoạch"):
        read_plan_facts(write(tmp_path, GOOD))


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_topic_is_short_and_can_be_asked_in_many_ways(topic: Topic) -> None:
    assert len(topic.text) <= 350
    assert len(topic.more) <= 600
    assert len(topic.title) <= 45
    assert 6 <= len(topic.asked_as) <= 14
    assert "!" not in said(topic)


@pytest.mark.parametrize("topic", OLD_TOPICS, ids=lambda topic: topic.id)
def test_every_topic_of_the_old_circulars_speaks_in_its_own_terms(topic: Topic) -> None:
    assert [word for word in LATER_WORDS if word in said(topic).lower()] == []


@pytest.mark.parametrize("circular", CIRCULARS)
def test_no_two_topics_that_a_school_sees_are_asked_in_the_same_words(circular: str) -> None:
    seen = [topic for topic in TOPICS if topic.circular in (circular, None)]
    phrases = [folded(phrase) for topic in seen for phrase in topic.asked_as]
    assert sorted(phrases) == sorted(set(phrases))


@pytest.mark.parametrize("circular", ["tt42-2012", "tt25-2014"])
def test_what_is_unknown_is_said_to_be_missing(circular: str) -> None:
    levels = topic_of(f"{circular}/topic/cap-do")
    assert "danh sách này **chưa có**" in levels.text
    assert levels.confidence == "medium"
    assert "chưa có" in topic_of(f"{circular}/topic/tieu-chi-bat-buoc").text
    assert "Chưa có trong bản tóm lược" in topic_of(f"{circular}/topic/danh-gia-ngoai").more


@pytest.mark.parametrize("circular", ["tt42-2012", "tt25-2014"])
def test_the_levels_are_turned_into_the_right_numbers_of_criteria(circular: str) -> None:
    topic = topic_of(f"{circular}/topic/cap-do")
    shares = [int(share) for share in re.findall(r"từ (\d+) %", topic.text)]
    assert shares == [60, 70, 85]
    needed = [math.ceil(count * share / 100) for count in COUNTS[circular] for share in shares]
    assert [int(number) for number in re.findall(r"từ (\d+)", topic.more)] == needed


@pytest.mark.parametrize("path", PLAN_FILES, ids=lambda path: path.stem)
def test_every_plan_names_its_office_and_its_document(path: Path) -> None:
    facts = read_plan_facts(path)
    assert facts.office_rank in RANKS
    assert facts.school_year in facts.document.read_text(encoding="utf-8")


def test_the_schedule_that_is_told_is_the_table_of_the_document() -> None:
    document = (PLANS / "thanh-mien-2017-2018.txt").read_text(encoding="utf-8")
    rows = re.findall(r"^\t\d+\n\t(.+)\n\t(\d+/\d{4})$", document, re.MULTILINE)
    told = re.findall(r"\*\*(\d+/\d{4})\*\*: (.+)", topic_of("plan/lich").text)
    assert [(name, month) for month, names in told for name in names.split(", ")] == sorted(
        rows, key=lambda row: (row[1][-4:], int(row[1].split("/")[0]))
    )


def test_the_number_of_schools_that_is_told_is_that_of_the_document() -> None:
    document = (PLANS / "thanh-mien-2017-2018.txt").read_text(encoding="utf-8")
    count = [len(re.findall(rf"^\t{level} ", document, re.MULTILINE)) for level in ("MN", "TH", "THCS")]
    assert [int(n) for n in re.findall(r"\d+(?= trường|(?= mầm| tiểu| THCS))", topic_of("plan/so-truong").text)] == [
        sum(count),
        *count,
    ]
