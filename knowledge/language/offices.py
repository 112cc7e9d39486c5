"""What an officer says of the managing office, and of the commune that a school lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.language.fold import clean, fold
from knowledge.language.heard import hear
from knowledge.language.school_kinds import aligned
from knowledge.plan_words import commune_name

_FIELDS = (
    ("name", r"ten (?:cua )?(?:co quan|don vi|phong)(?: quan ly)?|co quan(?: quan ly)?"),
    ("signature", r"(?:dong )?chu ky(?: cua)?(?: co quan)?|nguoi ky|dong ky ten"),
    ("contact", r"(?:dau moi |nguoi |so )?lien he(?: cua)?(?: co quan)?|dau moi"),
)
_CHANGE = (
    r"^\s*(?:(?:hay|giup|nho|em|toi|cho|vui long)\s+)*(?:doi|sua|dat|cap nhat|ghi)\s+(?:{})\s+(?:thanh|la|sang|:)\s*"
)
_IS = (
    ("signature", r"^\s*(?:nguoi ky|dong ky|dong ky ten|chu ky)(?: cua co quan)?\s*(?:la|:)\s*"),
    ("contact", r"^\s*(?:dau moi |nguoi |so |dia chi )?(?:lien he|dau moi)(?: cua co quan)?\s*(?:la\b|:|(?=\d))\s*"),
)
_NO_VALUE = re.compile(r"(?:ai|gi|so may|bao nhieu|the nao|o dau|dau)\b|.*\?\s*$")
_CONTACT = re.compile(
    r"^ (?:co quan quan ly|co quan chu quan) (?:la|cua minh la) (?:ai|gi|co quan nao|don vi nao) [?.]? ?$"
    r"|^ lien he (?:voi )?(?:phong|co quan)(?: giao duc| quan ly)? (?:the nao|ra sao|o dau|bang cach nao) [?.]? ?$"
    r"|^ (?:(?:cho|xin|toi|em|can|minh|hoi|biet|muon) )*"
    r"(?:thong tin |so )?(?:lien he|dien thoai|lien lac)(?: cua| voi)?"
    r" (?:phong(?: giao duc)?|co quan(?: quan ly)?|so giao duc|chuyen vien|ai)(?: o phong)? [?.]? ?$"
)
_BARE_CHANGE = re.compile(
    r"^ (?:doi|sua|cap nhat) (?:ten co quan|ten don vi|chu ky|dong ky|nguoi ky|lien he|co quan)(?: quan ly)? $"
)
_COMMUNE_OF = re.compile(r"\s(?:thuoc|nam o|o|ve)\s+(?:dia ban\s+)?((?:xa|phuong|thi tran|dac khu)\s+\S.*)$")


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """One field of the office, and what it is to be."""

    field: str
    """name, signature or contact."""
    value: str


def asks_for_office(text: str, *, officer: bool) -> bool:
    """Tell whether somebody asks whom to call at the office, or an officer wants to change a part of it."""
    plain = hear(text).plain.replace("'", "")
    return bool(_CONTACT.match(plain)) or (officer and bool(_BARE_CHANGE.match(plain)))


def read_office_change(text: str) -> OfficeChange | None:
    """Read `đổi tên cơ quan thành UBND xã Thanh Miện`; None where *text* changes no field."""
    for said in dict.fromkeys((clean(text).strip(), hear(text).marked)):
        flat = aligned(said)
        for field, words in _FIELDS:
            match = re.match(_CHANGE.format(words), flat)
            if match and said[match.end() :].strip():
                return OfficeChange(field, " ".join(said[match.end() :].split()))
        for field, words in _IS:
            match = re.match(words, flat)
            if match and said[match.end() :].strip() and not _NO_VALUE.match(flat[match.end() :]):
                return OfficeChange(field, " ".join(said[match.end() :].split()))
    return None


def commune_said(text: str) -> str | None:
    """Read the commune that a school is said to lie in: `TH Tứ Cường thuộc xã Tứ Cường`."""
    said = clean(text).strip().rstrip(".")
    match = _COMMUNE_OF.search(aligned(said))
    if match is None or re.search(r"\?|\b(?:nao|gi|khong|chua)\b", aligned(said[match.start() :])):
        return None
    return commune_name(said[match.start(1) :])


def commune_asked(text: str, communes: list[str]) -> str | None:
    """Find which of *communes* the schools are asked for by: `các trường xã Thanh Miện`."""
    flat = f" {' '.join(fold(clean(text)).split())} "
    if not re.search(r" (?:truong|don vi|co so) ", flat):
        return None
    return next((one for one in communes if f" {fold(one)} " in re.sub(r"[?.,;:]", " ", flat)), None)
