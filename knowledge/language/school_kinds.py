"""The name of a school in the product's form (`TH Tứ Cường`), out of any spelling of it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from knowledge.language.fold import fold

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0e-\x1f]")
_SPACES = re.compile(r"[^\S\n]+")

_MN = r"(?P<MN>mam\s*non|mntt|mn)"
_MG = r"(?P<MG>mau\s*giao|mg)"
_PARTS = (
    ("THCS", r"trung\s*hoc\s*co\s*so|trung\s*hoc\s*cs|th\.?\s*cs|t\.h\.c\.s|cap\s*(?:2|ii)(?!\w)"),
    ("THPT", r"trung\s*hoc\s*pho\s*thong|th\.?\s*pt|cap\s*(?:3|iii)(?!\w)"),
    ("TH", r"tieu\s*hoc|cap\s*(?:1|i)(?!\w)|th"),
)
_PART = "|".join(f"(?:{pattern})" for _, pattern in _PARTS)
_JOIN = r"\s*(?:&|,|-|\+|/|\bva\b)\s*"
_SCHOOLING = rf"(?P<parts>(?:{_PART})(?![a-z])(?:{_JOIN}(?:{_PART})(?![a-z]))*)"
_GDTX = (
    r"(?P<GDNN>(?:trung\s*tam\s*|tt\.?\s*)?(?:giao\s*duc\s*nghe\s*nghiep|gdnn)\s*(?:-|&|,|va|/)?\s*"
    r"(?:giao\s*duc\s*thuong\s*xuyen|gdtx))"
    r"|(?P<GDTX>(?:trung\s*tam\s*|tt\.?\s*)?(?:giao\s*duc\s*thuong\s*xuyen|gdtx))"
)
_BOARDING = (
    r"(?P<boarding>ptdt\s*bt|ptdt\s*nt|(?:pho\s*thong\s*|pt)\s*(?:dan\s*toc|dt)\s*"
    r"(?:ban\s*tru|noi\s*tru)|dtbt|dtnt)(?![a-z])"
)
_KIND = (
    rf"(?:(?:cac\s+)?(?:nha\s+)?(?:truong|trg|tr)\b\.?\s*)?"
    rf"(?:{_MN}(?![a-z])|{_MG}(?![a-z])|(?:{_GDTX})(?![a-z])|(?:{_BOARDING}\s*[-&.]?\s*)?(?:{_SCHOOLING})?)"
)
# May match nothing at all: whether a kind was read is asked of `kind_of`.
_PREFIX = re.compile(rf"^\s*{_KIND}(?=$|[^a-z0-9]|\d)[\s.:\-]*")
_SUFFIX = re.compile(r"^(?P<base>.+?)\s*(?:\(\s*(?P<inside>[^()]+?)\s*\)|\s-\s+(?P<after>[^-]+?))\s*$")
_TRUONG = re.compile(r"^\s*(?:truong|trg\.?|tr\.)\s+")
_ADDRESS = re.compile(r"\s*[,\-(]\s*(?:xa|phuong|thi tran|tt|huyen|quan|thi xa|thanh pho|tp|tinh)\.?\s+.*$")
_NO_NAME = re.compile(
    r"^(?:$|\(?\d+\s*(?:truong|don vi|co so)\b|(?:tren dia|trong|toan|thuoc|va|theo|danh gia|hoan thanh|thuc hien|duoc"
    r"|dat chuan|da|phai|can)(?:\s.*\s|$)|[^a-z0-9]+$|(?:cong lap|tu thuc|dan lap|ngoai cong lap|tong so|cong)$)"
)
_ROMAN = re.compile(r"^[IVX]+$")
_LONGEST_NAME = 60
_BARE_LEVEL = re.compile(
    r"^\s*(?:(?:cac|khoi|cap|bac|nganh|he|nhom|hoc|truong)\s*(?:hoc|truong|truong hoc)?\s*)*"
    rf"{_KIND}\s*(?:cong lap|\(.*\)|:?\s*\d+\s*(?:truong|don vi|co so).*)?[\s:.;]*$"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of school the words before a name say it is."""

    short: str
    """How the product writes it: `TH`, `TH&THCS`, `PTDTBT THCS`; empty where nothing was said."""
    levels: tuple[str, ...]
    """Every level that is taught there, the lowest first."""

    @property
    def level(self) -> str | None:
        """The level whose standards hold: a school of several levels is assessed by those of its highest."""
        return self.levels[-1] if self.levels else None


def tidy(text: str) -> str:
    """Compose the marks, drop what cannot be seen, and make every space a plain one; line ends stay."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\r\n", "\n").replace("\r", "\n")
    return _SPACES.sub(" ", text).strip()


def canonical(name: str, level: str | None = None) -> tuple[str, str] | None:
    """Give a school's name and level; what the name itself says comes before *level*. None where either is missing."""
    kind, base = split_name(name)
    if not base:
        return None
    if kind.level:
        return f"{kind.short} {base}", kind.level
    if level is None:
        return None
    return " ".join(part for part in (kind.short, level, base) if part), level


def split_name(name: str) -> tuple[Kind, str]:
    """Split a name as written into the kind of school and the name proper (empty where there is none)."""
    written = " ".join(tidy(name).split())
    folded = aligned(written)
    match = _PREFIX.match(folded)
    if match and kind_of(match).short:
        many = match.group().lstrip().startswith("cac ") or "," in written[match.end() : match.end() + 1]
        return kind_of(match), "" if many else _proper(written[match.end() :], written)
    match = _SUFFIX.match(folded)
    if match:
        kind = read_kind(match["inside"] or match["after"])
        if kind:
            return kind, _proper(_without_truong(written[: match.end("base")]), written)
    return Kind("", ()), _proper(_without_truong(written), written)


def read_kind(text: str) -> Kind | None:
    """Read the words for a kind of school (`Cấp tiểu học`, `Khối THCS`, `MN`, `TH&THCS`); None where there is more."""
    match = _BARE_LEVEL.match(aligned(" ".join(tidy(text).split())))
    kind = kind_of(match) if match else None
    return kind if kind and kind.levels else None


def kind_of(match: re.Match[str]) -> Kind:
    """Tell the kind of school from the groups of a match."""
    groups = match.groupdict()
    if groups.get("MN") or groups.get("MG"):
        return Kind("MN" if groups.get("MN") else "MG", ("MN",))
    if groups.get("GDNN") or groups.get("GDTX"):
        return Kind("GDNN-GDTX" if groups.get("GDNN") else "GDTX", ("GDTX",))
    levels = _levels(groups.get("parts") or "")
    boarding = groups.get("boarding")
    prefix = ("PTDTNT" if re.search(r"nt$|noi", boarding) else "PTDTBT") if boarding else ""
    return Kind(" ".join(part for part in (prefix, "&".join(levels)) if part), levels)


def aligned(text: str) -> str:
    """Fold *text* letter by letter, so that places in the result are places in *text*."""
    return "".join(map(_folded_letter, text))


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    folded = "-" if letter in "–—‑‐−" else fold(letter)
    return folded if len(folded) == 1 else letter


def name_key(name: str) -> str:
    """Give what is equal in every spelling of one school's name: `Hoà` and `Hòa` are, `Hưng` and `Hùng` are not."""
    kind, base = split_name(name)
    words = re.sub(r"^(?:xã|phường|thị trấn)\s+", "", base.lower())
    letters = ("".join(sorted(unicodedata.normalize("NFD", word))) for word in re.findall(r"\w+", words))
    return f"{kind.level or ''}:{' '.join(letters)}"


def _levels(parts: str) -> tuple[str, ...]:
    found = set()
    rest = parts
    for short, pattern in _PARTS:
        rest, count = re.subn(rf"(?<![a-z])(?:{pattern})(?![a-z])", " ", rest)
        if count:
            found.add(short)
    return tuple(short for short in ("TH", "THCS", "THPT") if short in found)


def _without_truong(written: str) -> str:
    """Take off `Trường`, but not of `Trường Sơn`: there it is the name."""
    match = _TRUONG.match(aligned(written))
    if match and len(written[match.end() :].split()) >= 2:
        return written[match.end() :]
    return written


def _proper(base: str, written: str) -> str:
    base = base.strip(" .,:;-–—\"'“”*")
    address = _ADDRESS.search(aligned(base))
    if address and address.start() > 0:
        base = base[: address.start()]
    if not base or len(base) > _LONGEST_NAME or _NO_NAME.match(aligned(base)):
        return ""
    return _capitals(base, written)


def _capitals(base: str, written: str) -> str:
    """Write a name typed in capitals, or with none, with a capital a word."""
    short_code = base.isascii() and " " not in base and len(base) <= 4
    if base.islower() or (base.isupper() and not (short_code and not written.isupper())):
        return re.sub(r"[^\W\d_]+", lambda word: _capital(word.group()), base)
    return base


def _capital(word: str) -> str:
    return word if _ROMAN.match(word) else word[0].upper() + word[1:].lower()
