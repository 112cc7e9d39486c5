"""Read the lines of a circular's file, and its head: which circular, for which levels, how much of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import yaml

from knowledge import circular_rating
from knowledge.catalogue import LEVELS
from knowledge.errors import BadKnowledge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FENCE = "---"
TO_REVIEW = "# KIỂM TRA: "
"""How a draft begins a line about what a person has to look at; as long as one stands there, the file is no good."""
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
GENERATIONS = {2012: 0, 2018: 4, 2026: 2}
"""The generations of the rules, and the highest level (mức) of each."""
REQUIRED: dict[str, tuple[type, str]] = {
    "circular": (str, "một mã như tt42-2012, gồm chữ thường không dấu, số và gạch nối"),
    "number": (str, "số hiệu như 42/2012/TT-BGDĐT"),
    "levels": (list, f"danh sách như [TH], mỗi cấp một lần, chọn trong {', '.join(LEVELS)}"),
    "issued": (date, "một ngày viết như 2012-11-23"),
    "effective": (date, "một ngày viết như 2013-01-07"),
    "verified": (bool, "true (đã đối chiếu văn bản gốc) hoặc false"),
    "source": (str, "một câu nói nội dung lấy từ đâu"),
    "standards": (int, "số tiêu chuẩn, viết bằng chữ số"),
    "criteria": (int, "số tiêu chí, viết bằng chữ số"),
    "indicators": (int, "số chỉ số (chỉ báo, yêu cầu) của mọi mức, viết bằng chữ số"),
    "generation": (int, "một trong " + ", ".join(map(str, GENERATIONS))),
    "rating": (str, circular_rating.RATING),
    "compulsory": (object, circular_rating.COMPULSORY),
}
OPTIONAL: dict[str, tuple[type, str]] = {
    "replaced_by": (str, "số hiệu của thông tư thay thế"),
    "replaced_on": (date, "một ngày viết như 2018-10-10"),
    "amended_by": (str, "số hiệu của thông tư sửa đổi"),
    "amended_on": (date, "một ngày viết như 2025-01-25"),
    "part": (str, "phần cuối của mã khi khác cấp đầu tiên, như pt"),
    "level4_incomplete": (bool, "true khi tệp chưa ghi đủ các yêu cầu của Mức 4"),
    "level_requirements": (int, "số cặp tiêu chí và mức, viết bằng chữ số"),
}
FITS: dict[str, Callable[[Any], bool]] = {
    "circular": lambda value: _CODE.fullmatch(value) is not None,
    "part": lambda value: _CODE.fullmatch(value) is not None,
    "levels": lambda value: all(level in LEVELS for level in value) and len(set(value)) == len(value),
    "generation": GENERATIONS.__contains__,
    "rating": circular_rating.is_rating,
    "compulsory": circular_rating.is_compulsory,
}


class _Loader(yaml.SafeLoader):
    """Reads 1.10 as it is written: as a number it would be criterion 1.1."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML reads it from the class
        first: [(tag, pattern) for tag, pattern in several if tag != "tag:yaml.org,2002:float"]
        for first, several in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A line that knows where it stands."""

    file: str
    number: int
    text: str

    def bad(self, fault: str) -> BadKnowledge:
        """Say what is wrong with this line."""
        return BadKnowledge(self.file, self.number, fault)


@dataclass(frozen=True, slots=True)
class Front:
    """The fields between the fences, and where each one stands."""

    values: dict[str, Any]
    where: dict[str, Line]


def read_lines(path: Path) -> list[Line]:
    """Cut *path* into lines, composed (NFC) and without trailing blanks."""
    content = path.read_bytes()
    try:
        text = unicodedata.normalize("NFC", content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        number = content[: error.start].count(b"\n") + 1
        raise BadKnowledge(path.name, number, "Có chữ không phải UTF-8; lưu lại tệp với bảng mã UTF-8.") from error
    if not text.strip():
        raise BadKnowledge(path.name, 1, "Tệp trống; viết nội dung theo mẫu các tệp khác, hoặc xóa tệp.")
    rows = text.replace("\r\n", "\n").split("\n")
    return [Line(path.name, number, row.rstrip()) for number, row in enumerate(rows, start=1)]


def to_review(lines: Iterable[Line]) -> list[Line]:
    """List the lines of a draft that nobody has settled yet."""
    return [line for line in lines if line.text.lstrip().upper().startswith(TO_REVIEW.rstrip(" :"))]


def split_front(lines: list[Line]) -> tuple[Front, list[Line]]:
    """Read what stands between the fences; give it, and the lines below."""
    end = next((n for n, line in enumerate(lines) if n and line.text == FENCE), None)
    if lines[0].text != FENCE or end is None:
        raise lines[0].bad(f"Tệp phải mở đầu bằng phần khai báo đặt giữa hai dòng “{FENCE}”.")
    front = _front(lines[1:end])
    for name, (_, wanted) in REQUIRED.items():
        if name not in front.values:
            raise lines[0].bad(f"Phần khai báo thiếu “{name}”; thêm dòng “{name}: ...”, giá trị là {wanted}.")
    return front, lines[end + 1 :]


def _front(lines: list[Line]) -> Front:
    front = Front({}, {})
    for line in lines:
        for name, value in _load(line).items():
            if name in front.where:
                raise line.bad(f"“{name}” đã có ở dòng {front.where[name].number}; bỏ bớt một dòng.")
            _check(line, name, value)
            front.values[name], front.where[name] = value, line
    return front


def _load(line: Line) -> dict[Any, Any]:
    """Read one line as YAML: line by line, so that every fault has its line and no field hides another."""
    try:
        loaded = yaml.load(line.text, _Loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2012-13-45
        fault = 'Không đọc được dòng này; viết “tên: giá trị”, giá trị có dấu hai chấm thì đặt trong "...".'
        raise line.bad(fault) from error
    if loaded is not None and not isinstance(loaded, dict):
        raise line.bad("Dòng khai báo phải có dạng “tên: giá trị”.")
    return loaded or {}


def _check(line: Line, name: Any, value: Any) -> None:
    fields = REQUIRED | OPTIONAL
    if name not in fields:
        raise line.bad(f"Không có mục “{name}”; chỉ dùng {', '.join(fields)}.")
    kind, wanted = fields[name]
    fits = kind is object or (type(value) is kind and value not in ("", []))  # true is an int, a moment is a date
    if fits and name in FITS:
        fits = FITS[name](value)
    if not fits:
        raise line.bad(f"“{name}” phải là {wanted}.")
