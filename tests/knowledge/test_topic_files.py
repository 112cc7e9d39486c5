from __future__ import annotations

import math
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from knowledge.catalogue import Topic
from knowledge.errors import BadKnowledge
from knowledge.library import HERE, PLANS, load
from knowledge.topic_file import read_topics
from knowledge.topic_front import RANKS, read_plan_facts

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.catalogue import Framework

TOPIC_FILES = sorted((HERE / "topics").glob("*.md"))
PLAN_FILES = sorted(PLANS.glob("*.md"))
TOPICS = [topic for path in [*TOPIC_FILES, *PLAN_FILES] for topic in read_topics(path)]
CIRCULARS = sorted({topic.circular for topic in TOPICS if topic.circular})
OLD_TOPICS = [topic for topic in TOPICS if topic.circular in (None, "tt42-2012", "tt25-2014")]
LATER_WORDS = ("chỉ báo", "thẩm định", "mức 1", "mức 2", "mức 3", "mc.1.1", "[h1-1.1", "bảo đảm chất lượng", "số lẻ")
COUNTS = {"tt42-2012": (28, 36), "tt25-2014": (29,)}
LATER = [framework for framework in load().frameworks if framework.generation > 2012]

GENERATIONS = {
    2012: ("tt42-2012", "tt25-2014"),
    2018: ("tt17-2018", "tt18-2018", "tt19-2018"),
    2026: ("tt57-2026",),
}
FOREIGN = {
    2018: (
        *("chỉ số", "yêu cầu của mức", "bảo đảm chất lượng", "thẩm định", "số lẻ", "15/6", "biểu 1", "biểu 2"),
        *("mc.1", "[h1-1-01", "ngoặc tròn", "3 năm học", "60 %", "6 bước tự đánh giá"),
    ),
    2026: (
        *("chỉ số", "chỉ báo", "nội hàm", "đánh giá ngoài", "đoàn", "cấp độ", "mức 3", "mức 4", "giấy chứng nhận"),
        *("[h1", "ngoặc vuông", "ít nhất 7", "điểm yếu", "phiếu đánh giá"),
    ),
}
"""What only another generation says."""
OF_OTHERS = ("các thông tư trước", "bộ tiêu chuẩn trước", "không còn cấp độ", "thông tư mới", "toàn văn", "đoạn đã đọc")
"""A sentence with one of these speaks of another generation, or of what we have read, and says so."""

# What each generation says of a subject, then what it must not say (in small letters; `title. text more`).
# None: the generation has no such subject.
Said = tuple[tuple[str, ...], tuple[str, ...]] | None
TERMS: dict[str, tuple[Said, Said, Said]] = {
    "quy-trinh": (
        (("4 bước", "đăng ký đánh giá ngoài"), ("mức độ", "15/6")),
        (("7 bước", "6 bước", "mức độ chuẩn quốc gia"), ("đăng ký",)),
        (("năm học", "ít nhất 2 lần", "thẩm định"), ("kiểm định", "7 bước")),
    ),
    "sau-buoc": (
        (("6 bước",), ("7 bước", "triển khai")),
        (("7 bước", "các mức đạt được", "triển khai các hoạt động"), ("8.",)),
        (("đối chiếu yêu cầu từng mức", "biểu 2", "hằng năm"), ("7.",)),
    ),
    "hoi-dong": (
        (("ít nhất 7 thành viên",), ("lẻ", "từ 5")),
        (("ít nhất 7 thành viên", "hiệu trưởng"), ("lẻ", "từ 5")),
        (("từ 5 thành viên", "số lẻ", "01 thư ký"), ("7 thành viên",)),
    ),
    "ke-hoach-tu-danh-gia": (
        (("bước 2", "tháng đánh giá ngoài"), ("15/6",)),
        (("bước 2", "chưa có"), ("15/6",)),
        (("trước 15/6", "chưa có"), ("bước 2",)),
    ),
    "thu-thap-minh-chung": (
        (("chỉ số", "[h1-1-01-01]"), ("mc.1.1.01",)),
        (("chỉ báo", "[h1-1.1-01]"), ("mc.1.1.01", "chỉ số")),
        (("(mc.1.1.01)", "5 cột", "liên kết điện tử"), ("hộp",)),
    ),
    "noi-ham": (None, (("từ khóa", "5932"), ("chỉ số",)), None),
    "danh-gia-tieu-chi": (
        (("chỉ số a, b, c", "không đạt"), ("mức 1",)),
        (("chỉ báo của mức 1", "mức 4 (điều 22)"), ("a, b, c",)),
        (("mức 1 đã đạt mới xét mức 2", "xếp hạng"), ("phiếu",)),
    ),
    "bao-cao": (
        (("số liệu 5 năm", "bước 5"), ("biểu 1", "15/6")),
        (("số liệu 5 năm", "4 phần", "đặt vấn đề"), ("biểu 1", "15/6")),
        (("biểu 1", "trước 15/6", "tách ra biểu 2"), ("5 năm", "cơ sở dữ liệu, số liệu")),
    ),
    "cong-bo": (
        (("bước 6, bước cuối",), ("bước 7",)),
        (("bước 6", "bước 7"), ("bước cuối",)),
        (("công khai, giải trình", "1.4"), ("bước 6",)),
    ),
    "thoi-gian-tu-danh-gia": (
        (("theo kế hoạch của cơ quan quản lý",), ("15/6",)),
        (("theo kế hoạch", "chưa có"), ("15/6", "20 tuần")),
        (("hằng năm", "trước 15/6"), ("tháng đánh giá ngoài", "20 tuần")),
    ),
    "ma-minh-chung": (
        (("[hn-a-bc-de]", "[h1-1-01-01]"), ("mc.", "[h1-1.1-01]")),
        (("[hn-a.b-c]", "[h1-1.1-01]", "dấu chấm phẩy", "ngoặc vuông"), ("dấu phẩy", "bc-de")),
        (("(mc.1.1.01)", "dấu phẩy", "ngoặc tròn", "một mã"), ("dấu chấm phẩy", "[h")),
    ),
    "khi-nao-dat": (
        (("cả ba chỉ số a, b, c",), ("mức 1",)),
        (("mọi chỉ báo của mức đó", "nội hàm"), ("chỉ số",)),
        (("yêu cầu", "mức 2", "cải tiến"), ("a, b, c",)),
    ),
    "muc-dat": (
        None,
        (("mức 4", "mọi tiêu chí", "điều 22"), ("5 trong 7", "bắt buộc")),
        (("8 tiêu chí bắt buộc", "5 trong 7", "tối thiểu mức 1"), ("điều 22",)),
    ),
    "cap-do": (
        (("3 cấp độ", "60 %", "tiêu chí bắt buộc"), ("cấp độ 4",)),
        (("4 cấp độ", "mọi tiêu chí", "mức 4"), ("60", "85", "5 trong 7")),
        (("mức 1, mức 2", "5 trong 7"), ("cấp độ 1", "60 %")),
    ),
    "chuan-quoc-gia": (
        None,
        (("từ **mức 2**", "từ **mức 3**", "các nguồn ghi khác nhau", "trí nhớ", "ubnd tỉnh"), ("bảo đảm",)),
        (("mức 1** bảo đảm chất lượng", "mức độ 2", "ít nhất 2 năm"), ("mức 4", "khác nhau")),
    ),
    "tieu-chi-bat-buoc": (
        (("chưa có trong bản tóm lược",), ("1.3, 1.4",)),
        (("không có danh sách", "mọi tiêu chí"), ("1.3, 1.4", "8 tiêu chí")),
        (("1.3, 1.4, 2.1, 2.2, 3.1, 3.2, 4.1, 4.2",), ("chưa có",)),
    ),
    "chu-ky": (
        (("giấy chứng nhận", "5 năm"), ("ngày ký",)),
        (("giấy chứng nhận", "5 năm", "ít nhất 2 năm", "trí nhớ"), ("hằng năm",)),
        (("5 năm** kể từ ngày ký", "hằng năm"), ("chu kỳ **5 năm",)),
    ),
    "dang-ky-danh-gia-ngoai": (
        (("phòng gd&đt",), ("3 năm học", "điều kiện khác")),
        (("giám đốc sở gd&đt", "chưa có", "01/7/2025"), ("3 năm học",)),
        (("4 điều kiện", "3 năm học liên tiếp", "sở gd&đt"), ("phòng gd&đt", "đăng ký")),
    ),
    "danh-gia-ngoai": (
        (("bước 3 của kiểm định",), ("thẩm định", "khảo sát sơ bộ")),
        (("6 bước", "khảo sát sơ bộ", "giám đốc sở gd&đt"), ("thẩm định", "hội đồng")),
        (("thẩm định", "ubnd xã", "suy ra"), ("khảo sát", "6 bước")),
    ),
    "hoi-dong-tham-dinh": (None, None, (("sở gd&đt", "mẫu số 5", "chưa có"), ("đoàn",))),
    "cong-nhan": (
        (("giám đốc sở gd&đt", "giấy chứng nhận"), ("bằng",)),
        (("giám đốc sở gd&đt", "chủ tịch ubnd tỉnh", "cấp độ 1-4", "mức độ 1-2"), ("thẩm định",)),
        (("sở gd&đt", "chuẩn quốc gia"), ("giám đốc", "ubnd tỉnh")),
    ),
    "ke-hoach-cai-tien": (
        (("theo từng tiêu chí",), ("biểu 2", "ưu tiên")),
        (("theo từng tiêu chí", "bước 7"), ("biểu 2", "ưu tiên")),
        (("biểu 2", "vấn đề ưu tiên", "10 cột"), ("mục 4 của phiếu",)),
    ),
    "giam-sat-noi-bo": (None, None, (("ít nhất 2 lần", "cuối học kỳ i", "cuối năm học"), ("bước 7",))),
    "so-tieu-chi": (
        (("5 tiêu chuẩn", "3 chỉ số"), ("4 tiêu chuẩn", "mức")),
        (("5 tiêu chuẩn", "chỉ báo theo mức 1", "22/2024"), ("4 tiêu chuẩn", "chỉ số")),
        (("4 tiêu chuẩn, 15 tiêu chí", "2 mức"), ("5 tiêu chuẩn",)),
    ),
    "sua-doi-22-2024": (None, (("25/01/2025", "tiêu chuẩn 3", "bản gốc 2018"), ("57/2026",)), None),
    "phieu-danh-gia": (
        (("5 mục", "từng tiêu chí"), ("cấp tiêu chuẩn", "mức")),
        (("5 mục", "chỉ báo", "từng tiêu chí"), ("biểu 2",)),
        (("cấp **tiêu chuẩn**", "điểm hạn chế", "biểu 2"), ("điểm yếu",)),
    ),
    "so-lieu": (
        (("5 năm",), ("3 năm",)),
        (("5 năm",), ("3 năm",)),
        (("3 năm học", "các thông tư trước lấy 5 năm"), ("của **5 năm",)),
    ),
    "du-lieu-dinh-luong": (None, None, (("31/12/2028", "ngưỡng loại trừ", "**không** là"), ("bắt buộc",))),
    "chuyen-tiep": (None, None, (("31/12/2028", "07/7/2026", "thời hạn ghi trên bằng"), ("thay thế",))),
    "bang-cu": (None, None, (("trước 07/7/2026", "đến hết thời hạn ghi trên bằng"), ("hết giá trị",))),
    "thong-tu-ap-dung": (
        (("hiệu lực từ", "2018"), ("57/2026",)),
        (("22/8/2018", "07/7/2026", "57/2026", "22/2024"), ("gdtx",)),
        (("57/2026/tt-bgdđt", "07/7/2026", "17, 18, 19/2018"), ("được thay", "hết hiệu lực")),
    ),
    "cong-van-huong-dan": (
        (("1988/ktkđclgd",), ("5932",)),
        (("5932", "5942"), ("8987", "1988")),
        (("chưa có", "15/2026"), ("8987", "1988")),
    ),
    "ai-quan-ly": (
        None,
        (("01/7/2025", "ubnd xã", "sở gd&đt"), ("bảo đảm",)),
        (("01/7/2025", "ubnd xã", "phòng văn hóa - xã hội"), ("kiểm định",)),
    ),
    "tu-danh-gia-va-danh-gia-ngoai": (
        (("đánh giá ngoài", "đăng ký"), ("thẩm định",)),
        (("đánh giá ngoài", "7 bước", "6 bước"), ("thẩm định",)),
        (("thẩm định", "hằng năm", "3 năm học liên tiếp"), ("giám đốc",)),
    ),
    "muc-dich": (
        (("kiểm định", "4 bước"), ("chuẩn quốc gia", "bảo đảm chất lượng")),
        (("kiểm định", "chuẩn quốc gia"), ("bảo đảm chất lượng",)),
        (("bảo đảm chất lượng", "không nhằm chấm điểm"), ("giấy",)),
    ),
}

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


def answered(topic: Topic) -> str:
    """Give what the asker reads; how people ask is theirs, in the words of whatever generation."""
    return f"{topic.title}. {topic.text}\n{topic.more}".lower()


def of_its_own(topic: Topic) -> str:
    """Give what the asker reads, without what speaks of another generation by saying so."""
    sentences = re.split(r"(?<=[.;:])\s|\n", answered(topic))
    return "\n".join(sentence for sentence in sentences if not any(other in sentence for other in OF_OTHERS))


def slugs(circular: str) -> set[str]:
    return {topic.id.rsplit("/", 1)[1] for topic in TOPICS if topic.circular == circular}


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


@pytest.mark.parametrize("topic", [t for t in TOPICS if t.circular in GENERATIONS[2018]], ids=lambda topic: topic.id)
def test_every_topic_of_2018_speaks_in_its_own_terms(topic: Topic) -> None:
    assert [word for word in FOREIGN[2018] if word in of_its_own(topic)] == []


@pytest.mark.parametrize("topic", [t for t in TOPICS if t.circular in GENERATIONS[2026]], ids=lambda topic: topic.id)
def test_every_topic_of_2026_speaks_in_its_own_terms(topic: Topic) -> None:
    assert [word for word in FOREIGN[2026] if word in of_its_own(topic)] == []


@pytest.mark.parametrize("slug", TERMS)
@pytest.mark.parametrize(("place", "circulars"), list(enumerate(GENERATIONS.values())), ids=[*map(str, GENERATIONS)])
def test_a_subject_is_told_as_its_generation_tells_it(slug: str, place: int, circulars: tuple[str, ...]) -> None:
    said = TERMS[slug][place]
    for circular in circulars:
        if said is None:
            assert slug not in slugs(circular)
            continue
        told = answered(topic_of(f"{circular}/topic/{slug}"))
        assert ([word for word in said[0] if word not in told], [word for word in said[1] if word in told]) == ([], [])


@pytest.mark.parametrize("circular", CIRCULARS)
def test_the_table_of_terms_holds_every_topic(circular: str) -> None:
    assert slugs(circular) <= set(TERMS)


@pytest.mark.parametrize("circular", CIRCULARS)
def test_what_was_told_in_2012_is_told_of_every_circular(circular: str) -> None:
    assert slugs("tt42-2012") <= slugs(circular)


@pytest.mark.parametrize("framework", LATER, ids=lambda framework: framework.id)
def test_the_numbers_that_are_told_are_those_of_the_later_circulars(framework: Framework) -> None:
    told = topic_of(f"{framework.circular}/topic/so-tieu-chi").text
    counts = [len(standard.criteria) for standard in framework.standards]
    assert f"**{len(counts)} tiêu chuẩn, {sum(counts)} tiêu chí** ({' + '.join(map(str, counts))})" in told


@pytest.mark.parametrize("framework", [f for f in LATER if f.generation == 2026], ids=lambda framework: framework.id)
def test_the_compulsory_criteria_and_the_figures_that_are_told_are_those_of_the_circular(framework: Framework) -> None:
    assert ", ".join(framework.rating.compulsory or ()) in topic_of("tt57-2026/topic/tieu-chi-bat-buoc").text
    figures = sum(len(criterion.quantitative) for criterion in framework.criteria)
    place = {"MN": 0, "TH": 1, "GDTX": 2}[framework.levels[0]]
    told = topic_of("tt57-2026/topic/du-lieu-dinh-luong").more
    assert int(re.findall(r"\d+", told)[place]) == figures


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
