"""The report on self-assessment and external assessment, in the form of an office's letter, as a Word file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from docx import Document
from docx.document import Document as Letter
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell

from db.tables import Campaign, Recording
from handlers import wording
from handlers.district import Standing
from knowledge.catalogue import LEVEL_NAMES

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FONT, SIZE = "Times New Roman", 13
"""What the rules for office letters ask for: Nghị định 30/2020/NĐ-CP, phụ lục I."""
SOURCES = 400
"""Reports in the appendix; the workbook has all."""


def write(
    campaign: Campaign, found: Sequence[Standing], reports: Iterable[Recording], now: datetime, review: str
) -> bytes:
    """Write the report of *now*: the figures, a table of the schools, and whose word each figure is.

    *review* is what the campaign's circulars call a review.
    """
    letter = Document()
    _dress(letter)
    _head(letter, campaign, now, review)
    _figures(letter, campaign, found, review)
    _schools(letter, found, now, review)
    _sign(letter, campaign)
    _sources(letter, list(reports), now)
    kept = io.BytesIO()
    letter.save(kept)
    return kept.getvalue()


def _dress(letter: Letter) -> None:
    style = letter.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    section = letter.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)


def _head(letter: Letter, campaign: Campaign, now: datetime, review: str) -> None:
    table = letter.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _lines(left, [(campaign.office_name.upper(), True), ("Số:       /BC-", False)])
    _lines(
        right,
        [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
            ("Độc lập - Tự do - Hạnh phúc", True),
            (f"ngày {now.day} tháng {now.month} năm {now.year}", False),
        ],
    )
    letter.add_paragraph()
    _centred(letter, "BÁO CÁO", bold=True)
    _centred(letter, f"Tiến độ tự đánh giá và {review} các trường, năm học {campaign.school_year}", bold=True)


def _lines(cell: _Cell, lines: Sequence[tuple[str, bool]]) -> None:
    for at, (words, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = bold


def _centred(letter: Letter, words: str, *, bold: bool) -> None:
    paragraph = letter.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(words).bold = bold


def _title(letter: Letter, words: str) -> None:
    letter.add_paragraph().add_run(words).bold = True


def _figures(letter: Letter, campaign: Campaign, found: Sequence[Standing], review: str) -> None:
    reviewed = [one for one in found if one.review.month]
    _title(letter, "I. Số liệu chung")
    lines = [
        f"Tổng số trường: {len(found)}, trong đó {len(reviewed)} trường được {review} trong năm học.",
        f"Đã hoàn thành báo cáo tự đánh giá: {sum(one.gaps.report_done for one in found)}/{len(found)} trường.",
        f"Chưa có cập nhật nào: {sum(not one.begun for one in found)} trường.",
        f"Đã có kết quả {review}: {sum(bool(one.review.result) for one in found)} trường.",
    ]
    if campaign.report_deadline:
        lines.append(f"Hạn hoàn thành báo cáo tự đánh giá: {wording.day(campaign.report_deadline)}.")
    for line in lines:
        letter.add_paragraph(f"- {line}")
    for level, group in groupby(sorted(found, key=_level), key=_level):
        some = list(group)
        done = sum(one.gaps.report_done for one in some)
        letter.add_paragraph(f"- Cấp {LEVEL_NAMES[level]}: {len(some)} trường, {done} trường xong báo cáo.")


def _level(one: Standing) -> str:
    return one.review.school.level


def _schools(letter: Letter, found: Sequence[Standing], now: datetime, review: str) -> None:
    _title(letter, f"II. Tiến độ từng trường (theo thứ tự tháng {review})")
    head = ("TT", "Trường", f"Tháng {review}", "Tiêu chí xong", "Tiến độ", "Báo cáo tự đánh giá", "Kết quả")
    rows = [
        (
            str(at),
            one.review.school.name,
            wording.month(one.review.month) if one.review.month else "không",
            f"{len(one.framework.criteria) - len(one.gaps.criteria)}/{len(one.framework.criteria)}",
            f"{one.gaps.percent} %",
            "xong" if one.gaps.report_done else wording.progress(one.states["milestone:report"]),
            one.review.result or "",
        )
        for at, one in enumerate(found, start=1)
    ]
    _table(letter, head, rows)
    letter.add_paragraph(
        f"Số liệu do các trường tự báo, tính đến {now:%H:%M} ngày {wording.day(now.date())}; nguồn ở phụ lục."
    )


def _table(letter: Letter, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = letter.add_table(rows=1, cols=len(head))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _sign(letter: Letter, campaign: Campaign) -> None:
    letter.add_paragraph()
    paragraph = letter.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(campaign.signature or campaign.office_name).bold = True
    if campaign.contact:
        letter.add_paragraph(f"Liên hệ: {campaign.contact}")


def _sources(letter: Letter, reports: Sequence[Recording], now: datetime) -> None:
    """List whose word each figure is, the newest first."""
    letter.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _title(letter, "Phụ lục. Nguồn của số liệu: trường nào, ai báo, lúc nào, bằng lời nào")
    newest = sorted(reports, key=lambda one: one.id, reverse=True)
    rows = [
        (
            one.person.school.name if one.person.school else "",
            one.person.name,
            f"{one.at.astimezone(now.tzinfo):%d/%m/%Y %H:%M}",
            wording.shortened(one.said, 200),
        )
        for one in newest[:SOURCES]
    ]
    _table(letter, ("Trường", "Người báo", "Lúc", "Lời báo"), rows)
    if len(newest) > SOURCES:
        letter.add_paragraph(f"Còn {len(newest) - SOURCES} lần báo nữa trong bảng Excel.")
