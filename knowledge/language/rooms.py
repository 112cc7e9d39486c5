"""What is said about a group itself: whom it stands for, that it stands for nobody any more, which there are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.language.audience import LEVELS
from knowledge.language.heard import hear

TIE, UNTIE, LIST = "tie", "untie", "list"

_ABOUT = re.compile(r"\bnhom nay (?:la|danh cho|danh rieng cho|cua|gom|dai dien|chi co|co)\b")
_TIE = re.compile(r"\b(?:gan|noi|dat|buoc|doi) (?:lai )?nhom(?: nay)? (?:voi|cho|la|vao|thanh|sang)\b")
_UNTIE = re.compile(
    r"\b(?:bo|thoi|huy|go|khong)(?: bo)? (?:gan|noi|buoc|lien ket)(?: voi)? nhom\b|\b(?:bo|huy|go) nhom nay\b"
)
_LIST = re.compile(
    r"(?:xem|cho|toi|liet ke|danh sach|ds|co|tro ly|dang|o|trong|tat ca| )*"
    r"(?:(?:cac|nhung|may|bao nhieu) nhom|^(?:danh sach|ds) nhom)"
    r"(?: (?:nao|gi|chat|telegram|da|dang|chua|duoc|gan|o|tham gia|roi))*"
)
_EVERYONE = re.compile(
    r"\b(?:tat ca|toan bo|moi|ca|toan)(?: \w+){0,2} (?:truong|don vi|hieu truong|huyen|nganh|xa|tinh|quan)\b"
    r"|\bca huyen\b"
)


@dataclass(frozen=True, slots=True)
class RoomOrder:
    """What is to become of a group."""

    what: str
    """tie, untie or list."""
    levels: tuple[str, ...] = ()
    everyone: bool = False


def read_room_order(text: str) -> RoomOrder | None:
    """Read "nhóm này là các trường mầm non"; None where no group is spoken of."""
    plain = _plain(text)
    if _UNTIE.search(plain):
        return RoomOrder(UNTIE)
    levels, everyone = read_audience(text)
    if _TIE.search(plain) or (_ABOUT.search(plain) and (levels or everyone)):
        return RoomOrder(TIE, levels, everyone)
    return RoomOrder(LIST) if _LIST.fullmatch(plain) else None


def read_audience(text: str) -> tuple[tuple[str, ...], bool]:
    """Find the levels that a group stands for, or that it stands for every school."""
    plain = f" {_plain(text)} "
    levels = tuple(level for level, pattern in LEVELS.items() if re.search(rf" (?:{pattern}) ", plain))
    return levels, not levels and _EVERYONE.search(plain) is not None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", hear(text).plain).split())
