"""Tell whether a picture is asked for, and which."""

from __future__ import annotations

import re

from knowledge.language.heard import hear

_PICTURE = r"(?:hinh anh|hinh ve|hinh|anh|so do|bieu do|ban do|tranh|infographic)"
_ASKED = re.compile(
    rf"\b(?:ve|cho xem|xem|gui|xuat|lay|can|cho|lam|mo)\b(?: \w+){{0,4}} {_PICTURE}\b"
    rf"|^{_PICTURE}(?: \w+|$)|\b(?:dang'?|bang'?) {_PICTURE}\b|\bve (?:ra|len|lai)\b"
)
_YEAR = re.compile(r"\b(?:ca nam|nam hoc|lich|timeline|dong thoi gian|ke hoach nam|cac thang)\b")
_STATE = re.compile(r"\b(?:tien do|tinh hinh|cac truong|truong|tieu chuan|toan huyen|ca huyen|ban do|mn|th|thcs)\b")
_NOT_OURS = re.compile(r"\b(?:minh chung|tham dinh|ban do giao khoa|hinh thuc|tinh hinh hoc|hinh su|canh quan)\b")


def drawing_asked(text: str) -> str | None:
    """Say which picture *text* asks for: `year`, `state`, or None where it asks for none."""
    plain = " ".join(word.plain for word in hear(text).words if word.plain).strip(" .?")
    if not _ASKED.search(plain) or _NOT_OURS.search(plain):
        return None
    if re.fullmatch(_PICTURE, plain):
        return "state"
    if _YEAR.search(plain) and not re.search(r"\btien do\b", plain):
        return "year"
    return "state" if _STATE.search(plain) else None
