"""The paragraphs and tables of a Word file, read from its XML: merged cells filled, numbering counted."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from defusedxml.ElementTree import fromstring

from knowledge.language.school_kinds import tidy
from knowledge.plan_model import Block, Row, Table, UnreadablePlan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "hyperlink"}
_UNSEEN = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "sdtPr", "sectPr"}
_WIDEST = 200


def docx_blocks(parts: dict[str, bytes]) -> list[Block]:
    """Read the body of a document in its order."""
    root = fromstring(_main_part(parts).replace(_STRICT.encode(), _W[1:-1].encode()))
    counted: Counter[str] = Counter()
    body = root.find(f"{_W}body")
    blocks: list[Block] = []
    for element in _flow(body) if body is not None else ():
        if _tag(element) == "tbl":
            blocks += _tables(element, counted)
        else:
            blocks += [line for line in tidy(_text(element)).split("\n") if line.strip()]
    return blocks


def _main_part(parts: dict[str, bytes]) -> bytes:
    """Find the document; some editors name it `document2.xml` and say so only in the relations."""
    found = re.search(
        rb'Target="/?([^"]+)"[^>]*officeDocument"|officeDocument"[^>]*Target="/?([^"]+)"', parts.get("_rels/.rels", b"")
    )
    name = (found[1] or found[2]).decode() if found else "word/document.xml"
    content = parts.get(name) or parts.get("word/document.xml")
    if content is None:
        raise UnreadablePlan("Tệp Word thiếu phần nội dung; thầy/cô mở bằng Word, lưu lại rồi gửi giúp.")
    return content


def _tag(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]


def _flow(parent: Element) -> Iterator[Element]:
    """Walk paragraphs and tables, through content controls and tracked insertions."""
    for child in parent:
        tag = _tag(child)
        if tag in {"p", "tbl", "tr", "tc"}:
            yield child
        elif tag in _WRAPPERS:
            yield from _flow(child)


def _text(element: Element) -> str:
    """Give the text that a reader sees: without what a tracked change has taken out."""
    pieces = []
    for child in element:
        tag = _tag(child)
        if tag == "t":
            pieces.append(child.text or "")
        elif tag in {"tab", "br", "cr"}:
            pieces.append("\t" if tag == "tab" else "\n")
        elif tag == "noBreakHyphen":
            pieces.append("-")
        elif tag not in _UNSEEN:
            pieces.append(_text(child) + ("\n" if tag == "p" else ""))
    return "".join(pieces)


def _tables(table: Element, counted: Counter[str]) -> list[Block]:
    """Give a table, and after it those that stand inside its cells (a frame drawn as a table)."""
    rows: list[Row] = []
    above: list[str] = []
    for number, row in enumerate((e for e in _flow(table) if _tag(e) == "tr"), start=1):
        above = _cells(row, above, counted)
        rows.append(Row(number, tuple(above)))
    inner = [deep for row in _flow(table) for cell in _flow(row) for deep in _flow(cell) if _tag(deep) == "tbl"]
    return [Table(tuple(rows)), *(block for deep in inner for block in _tables(deep, counted))]


def _cells(row: Element, above: list[str], counted: Counter[str]) -> list[str]:
    cells: list[str] = [""] * _before(row)
    for cell in (element for element in _flow(row) if _tag(element) == "tc"):
        width = _span(cell)
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val") != "restart" and len(cells) < len(above):
            text = above[len(cells)]
        else:
            text = _cell_text(cell, counted)
        cells += [text] * width
        if len(cells) > _WIDEST:
            raise UnreadablePlan("Bảng trong tệp quá nhiều cột; thầy/cô gửi giúp bảng chỉ gồm các trường và tháng.")
    return cells


def _cell_text(cell: Element, counted: Counter[str]) -> str:
    lines = []
    for paragraph in (element for element in _flow(cell) if _tag(element) == "p"):
        text = tidy(_text(paragraph))
        number = paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None and not text:  # a column of STT that Word counts by itself
            counted[number.get(f"{_W}val", "")] += 1
            text = str(counted[number.get(f"{_W}val", "")])
        lines.append(text)
    return "\n".join(line for line in lines if line)


def _span(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return min(max(int(span.get(f"{_W}val", "1")), 1), _WIDEST) if span is not None else 1


def _before(row: Element) -> int:
    skipped = row.find(f"{_W}trPr/{_W}gridBefore")
    return min(int(skipped.get(f"{_W}val", "0")), _WIDEST) if skipped is not None else 0
