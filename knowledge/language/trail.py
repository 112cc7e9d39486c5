"""Tell whether somebody asks who changed what."""

from __future__ import annotations

import re

from knowledge.language.heard import hear

TOPICS = {
    "lich": r"lich|thang danh gia|doi|thang|chuyen",
    "nguoi": r"nguoi|ma moi|ma tham gia|tham gia|chuyen vien|hieu truong|moi",
    "caudap": r"cau tra loi|tra loi|day|cau hoi",
    "tin": r"thong bao|hoi nhanh|tin",
    "kehoach": r"ke hoach|han nop|thong tu|co quan|su kien|nam hoc",
    "ketqua": r"ket qua|cap do",
    "nhom": r"nhom",
}
"""What a trail can be narrowed to, and the words for it."""
_TRAIL = re.compile(
    r"^ (?:xem |cho xem |cho toi xem |mo |xuat |tai |lay )*(?:file |tep |bang |excel )*"
    r"(?:nhat k[iy]|lich su (?:thay doi|sua doi|chinh sua)|(?:nhung|cac) thay doi|so theo doi thay doi) "
)
_WHO_DID = re.compile(
    r" ai (?:da |vua |la nguoi |moi )*"
    r"(?P<verb>doi|sua|thay doi|chuyen|xoa|moi|them|bo|nhap|dat|ghi|doi lai) (?!tham gia)"
)
_OTHER = re.compile(r" nhat k[iy] (?:thu tre|lop|cong viec|day hoc|cua tre|bep|do dung) | thong tu \d| minh chung ")


def read_trail_order(text: str) -> str | None:
    """Say what the trail is asked about: a key of `TOPICS`, "" for all; None where it is not asked for."""
    plain = f" {_plain(text)} "
    if _OTHER.search(plain):
        return None
    if _TRAIL.search(plain):
        return _topic(_TRAIL.sub(" ", plain))
    did = _WHO_DID.search(plain)
    # "Ai sửa" alone may be asked of anything: only with one of our own things behind it.
    return _topic(plain[did.end("verb") :]) or (_topic(plain[did.start("verb") :]) or None) if did else None


def _topic(words: str) -> str:
    return next((topic for topic, known in TOPICS.items() if re.search(rf"(?<!\w)(?:{known})(?!\w)", words)), "")


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", hear(text).plain).split())
