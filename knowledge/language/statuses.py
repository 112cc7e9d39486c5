"""What is said of a place: done, so many percent, not begun, met."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.language.numbers import percent
from knowledge.language.patterns import bounded

NO = r"(?:chua|khong|chang|cha|deo)(?: (?:he|co|kip|the|duoc|dc|phai|thay|tien hanh|ai))*"
WORK = (
    r"(?:lam|viet|thuc hien|trien khai|bat dau|khoi dong|tien hanh|dong den|dung den|dung toi|so den|thu thap|"
    r"gom|nop|lap|xay dung|"
    r"thanh lap|ra quyet dinh|ban hanh|cong bo|cong khai|dong vao|ra soat|trien|danh gia|tu danh gia|soan|"
    r"chuan bi|hop|to chuc)"
)
DONE = (
    r"(?:hoan thanh|hoan tat|hoan thien|hoan chinh|xong xuoi|xong|ket thuc|on thoa|(?<=lam )song|(?<=da )song|"
    r"song(?= (?:roi|R|M|[,.;¶]|$)))"
)
FINISHED = (
    rf"(?:(?:da|vua|moi|cung|deu|co|ban|hom nay|hom qua)? ?)(?:{WORK} )?{DONE}(?: (?:het|ca|tat ca|toan bo|day du))*"
)
SENT = r"(?!.* (?:xem|gop y|duyet|doc|sua|tham khao|nhan xet)(?: |$))"
"""What is sent to be looked at first is not handed in."""
ROUGHLY = (
    r"(?:duoc|dat|toi|den|len|khoang|tam|chung|co|gan|hon|tren|moi|chi|ti le|ty le|la|thanh|muc|tien do|o|vao|"
    r":|-|cai thien|xap xi|tang|xuong|nay|con)"
)
FIGURE = r"(?P<{}>-?\d+(?:[.,]\d+)?) %"
PATTERNS = (
    ("share", rf"(?:{FINISHED}|dat)(?: (?:duoc|khoang|tam|gan|hon|moi))* (?:<may>|\d{{1,2}}(?= (?:roi )?$| [,;¶.]))"),
    ("vague", rf"(?:{NO}|duoi)(?: (?:den|toi|duoc|dat|qua|day|du|len))* (?:-?\d+(?:[.,]\d+)?) %"),
    ("spread", r"\d+(?: %)? (?:-|den|toi|hoac|hay) \d+ %"),
    (
        "left",
        rf"(?:con lai|con thieu|con khoang|con tam|con chung|con co|con|thieu|chi con)(?: (?:lai|thieu|khoang|"
        rf"tam|chung|co|do|gan|lam))* {FIGURE.format('left_figure')}"
        r"(?: nua| viec| cong viec| khoi luong)*(?: (?:la|moi|chua|se|thi))*(?: (?:xong|hoan thanh|hoan tat|lam|het))?",
    ),
    ("left", rf"{FIGURE.format('more_figure')} nua(?: (?:la|moi|thi))*(?: (?:xong|hoan thanh|hoan tat|het))?"),
    (
        "percent",
        rf"(?:(?:da|vua|cung|deu|tang) ){{0,4}}(?:tu -?\d+ %? ?(?:len|den|sang|thanh|->|"
        rf"toi) )?(?:(?P<finished>{DONE}|lam xong|"
        rf"da lam) )?(?:{WORK} )?(?:{ROUGHLY} )*{FIGURE.format('figure')}"
        r"(?: (?:roi|cong viec|khoi luong|yeu cau|tien do))*",
    ),
    (
        "in_progress",
        rf"{NO} (?:that |thuc su )?(?:ok|on)|{DONE}(?: (?:duoc|khoang))* (?:gan het|phan lon|mot so|mot phan|vai phan)"
        rf"|{NO} (?:{WORK} )?(?:duoc )?{DONE}(?: (?:het|han'?|tat ca|ca))*|{NO} (?:day du|du)(?: (?:minh chung|"
        rf"M\d+))?|(?:sap|gan|gan nhu|suyt|chuan bi) (?:{WORK} )?{DONE}"
        r"|(?:(?:van|con|moi|da|hien|cung|deu) ){0,4}(?:dang|bat dau|do dang|lam do|viet do)(?: (?:bat dau|"
        r"trien khai|tien hanh|thuc hien|lam|viet|thu thap|tiep tuc|co|hoan thien|hoan thanh|hoan tat|"
        r"lap|thanh lap|xay dung|soan|ra soat|bo sung|do|do dang|trong qua trinh|to chuc|chuan bi|chinh sua|"
        r"sua|cho|vuong|xu ly|gom|cong bo|danh gia|nop))*"
        r"|(?:da|dang|moi|vua)(?: bat tay vao)? (?:trien khai|bat tay|khoi dong)(?: lam| thuc hien)?|(?:lam|"
        r"viet|dang) do dang|lam do|(?:con|van) do(?: dang)?|do dang"
        r"|(?:con |van |bi )+thieu(?: (?:minh chung|M\d+|nhieu|mot it|it|vai))?|(?:xong|lam|"
        r"hoan thanh)(?: duoc)? (?:mot|1) (?:phan|it)"
        r"|(?:gio|nay|chuyen sang|lam tiep|tiep tuc|quay sang)(?: (?:lam|sang|tiep))+",
    ),
    ("not_met", r"(?:chua|khong|chang)(?: (?:duoc|the|he|co))* dat(?: (?:yeu cau|chuan|muc \d|duoc))*"),
    (
        "not_started",
        rf"{NO} {WORK}(?: (?:lam|viet|thuc hien|trien khai|bat dau|duoc|den|toi|gi|ca|het|cai|mot ti|ti|chut|nao))*"
        rf"|{NO} (?:gi|co gi|ti gi|chut gi)(?: (?:ca|het))*|chua co(?: (?:gi|ca|het|minh chung|M\d+))*|"
        rf"chua(?= M\d)|con nguyen|chua(?: duoc)? (?:viet|soan|nop|lap)",
    ),
    (
        "done",
        rf"{FINISHED}|(?:da|vua) (?:lam|thuc hien|nop|viet|lap|thanh lap|cong bo|ban hanh|ky|ra|xay dung|soan|"
        rf"co du|day du|du|thu thap du|thu thap|gom du|gom)(?: (?:het|du|day du|ca|ra|duoc))*(?= )"
        rf"|(?<!phong )(?:da|vua|moi) gui(?= (?:(?:len|cho|phong|so|ubnd|huyen|cap tren|giao duc|xong) )*M\d){SENT}"
        rf"|(?:(?<=M\d )|(?<=M\d\d ))(?:cung )?(?:da|vua|moi) gui{SENT}",
    ),
    (
        "met",
        r"(?:(?:da|deu|cung|moi|tu danh gia(?: la)?|duoc danh gia(?: la)?|danh gia(?: la)?|duoc|"
        r"ket qua(?: la)?) )*dat(?: (?:yeu cau|chuan|het|duoc(?! \d)|roi))*(?! (?:dai|chuan bi|dich|van de|ma|ten))",
    ),
    ("same", r"(?:cung|nhu|y nhu) (?:vay|the|tren|nhau|voi)|tuong tu"),
)
WEAK = (
    (
        "done",
        r"ok|du(?! (?:kien|dinh|tinh|an|thao|phong|luat|toan|gio))(?: (?:minh chung|M\d+))?|roi|duoc roi|"
        r"day du|(?:da|co)(?: duoc)?(?= M\d)|lam het",
    ),
    ("not_started", r"chua|thi chua"),
)
STATUS = bounded(
    "(?<= )(?:"
    + "|".join(f"(?P<s{place}_{kind}>{pattern})" for place, (kind, pattern) in enumerate(PATTERNS))
    + ")(?= )"
)
WEAK_STATUS = re.compile("(?<= )(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in WEAK) + ")(?= )")
DENIED = re.compile(rf"{NO} (?:{WORK} )?(?:duoc )?{DONE}")
HOW_MUCH = "chưa rõ xong những phần nào, hay được bao nhiêu phần trăm, ví dụ: 1.1 xong, 1.2 được 60%"
TOGETHER = re.compile(rf"(?<= )da ((?:(?!da |va |chua )[a-z']+ ){{1,8}}?)va (?=(?:{WORK}) )")
"""`đã phân công và lập …`: what was done with one `đã`."""
KINDS = tuple(f"s{place}_{kind}" for place, (kind, _) in enumerate(PATTERNS))


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said; *kind* may also be `same`, or `wrong` with an error."""

    status: str | None = None
    percent: int | None = None
    rating: str | None = None
    error: str | None = None
    same: bool = False
    weak: bool = False
    denied: bool = False
    """Only said not to be done: `chưa xong`, which a percentage beside it says better."""
    real: bool = True
    doubt: str = ""
    """The period that it may only be hoped for in, as `tuần này`."""
    words: str = ""


def mark(text: str) -> tuple[str, list[Said]]:
    """Replace every status in *text* by `S0`, `S1` and so on; the weak ones (`rồi`, `chưa`, `đủ`) last."""
    said: list[Said] = []

    def strong(match: re.Match[str]) -> str:
        kind = next(name for name in KINDS if match.group(name) is not None)
        said.append(_said(kind.split("_", 1)[1], match))
        kept = re.findall(r"M\d+", match.group())
        return " ".join([f"S{len(said) - 1}", *kept])

    def weak(match: re.Match[str]) -> str:
        said.append(Said(status=str(match.lastgroup), weak=True, words=match.group()))
        kept = re.findall(r"M\d+", match.group())
        return " ".join([f"S{len(said) - 1}", *kept])

    marked = STATUS.sub(strong, TOGETHER.sub(r"da \1va da ", text))
    return WEAK_STATUS.sub(weak, marked), said


def _said(kind: str, match: re.Match[str]) -> Said:
    words = match.group()
    if kind == "vague":
        return Said(error=f"chưa rõ bao nhiêu phần trăm (“{_shown(words)}”)", words=words)
    if kind == "spread":
        return Said(error=f"chưa rõ là số nào trong “{_shown(words)}”", words=words)
    if kind == "share":
        return Said(error=HOW_MUCH, words=words)
    if kind == "percent":
        return _percent(match["figure"], words, finished=bool(match["finished"]))
    if kind == "left":
        return _left(match["left_figure"] or match["more_figure"], words)
    if kind in ("met", "not_met"):
        return Said(rating=kind, words=words)
    if kind == "same":
        return Said(same=True, words=words)
    return Said(status=kind, denied=kind == "in_progress" and bool(DENIED.match(words)), words=words)


def _shown(words: str) -> str:
    figures = re.findall(r"-?\d+(?:[.,]\d+)?", words)
    return " – ".join(figures) + " %"


def _impossible(figure: str) -> Said:
    value = percent(figure)
    if value is None and not figure.startswith("-"):
        return Said(error=f"không ghi được {figure} % (phần trăm là số nguyên từ 0 đến 100)", words=figure)
    return Said(error=f"không ghi được {figure} % (chỉ từ 0 đến 100 %)", words=figure)


def _percent(figure: str, words: str, *, finished: bool) -> Said:
    value = percent(figure)
    if value is None or not 0 <= value <= 100 or len(figure) > 6:
        return _impossible(figure)
    return Said(status="done" if finished and value == 100 else None, percent=value, words=words)


def _left(figure: str, words: str) -> Said:
    value = percent(figure)
    return Said(percent=100 - value, words=words) if value is not None and 0 <= value <= 100 else _impossible(figure)
