"""The six steps of self-assessment as people name them."""

from __future__ import annotations

import re

from knowledge.language.meaning import MILESTONES
from knowledge.language.references import Found

STEPS = {
    "publication": (
        r"(?:cong bo|cong khai|niem yet|dang' tai)(?: cong khai| cong bo)?(?: rong rai)?(?! (?:tai chinh|"
        r"chat luong|thu chi|thong tin|R\d+))"
        r"(?: (?:xong )?(?:ban |ve )?(?:bao cao|ket qua)(?: tu danh gia)?)?"
    ),
    "rating": (
        r"(?:cac |bo |viet |lap |tat ca ){0,4}phieu(?: tu)? danh gia(?: cac)?(?: tieu chi(?! R\d+)(?: nao)?)?"
        r"|(?:cac |bo )?phieu tieu chi|(?:tu )?danh gia (?:cac )?muc(?: do)? dat(?: duoc)?(?: cua)?(?: (?:cac|"
        r"tung))?(?: tieu chi)?"
        r"|(?:tu )?danh gia (?:cac|tung|tat ca cac|het cac) tieu chi|(?:tu )?danh gia tieu chi(?! nao| R)"
    ),
    "report": (
        r"(?:du thao |viet |ban |quyen |cuon ){0,3}bao cao tu danh gia|(?:du thao |ban |"
        r"quyen )?bao cao(?! (?:tien do|tinh hinh|nhanh|voi|phong|lanh dao|cap tren|anh|chi|thay|co'|so luong|"
        r"thang|tuan|quy|ket qua|cong khai|tai chinh|nam|cong viec|truong|rang|la|R\d+ (?!cua)))"
    ),
    "council": (
        r"(?:(?:quyet dinh )?(?:thanh lap|kien toan|lap) )?(?:quyet dinh )?hoi dong(?! (?:truong|thi dua|"
        r"quan tri|su pham|nhan dan|giao duc|khoa hoc|ki luat|ky luat|tu van|cham|coi thi|tuyen sinh|doi|"
        r"khen))(?: (?:tu danh gia|kiem dinh(?: chat luong)?(?: giao duc)?))?"
    ),
    "plan": (
        r"(?:ban )?ke hoach(?: thuc hien)? tu danh gia|(?:ban )?ke hoach(?! (?:R|cai tien|nam|thang|tuan|day|"
        r"giao|chuyen|chien|phat|danh gia ngoai|hoat|kiem|boi|tuyen|cua phong|phong|so|la|lam|xong|hoan|nay|"
        r"to chuc|hoc|tai chinh|trien khai|cong tac|<|\d(?!\d{0,2} %))|$)"
        r"|(?:ban )?ke hoach(?= (?:xong|hoan thanh|hoan tat)\b)"
    ),
    "evidence": (
        r"(?:viec |cong tac |qua trinh )?(?:(?:thu thap|xu ly|phan tich|ma hoa|sap xep|tap hop|gom|tim|"
        r"thu thap , xu ly|thu gom|di tim|luu)(?: xong)?(?: va (?:xu ly|sap xep|ma hoa))? )?(?:cac |bo |"
        r"day du |du |het |thong tin (?:va|,) ){0,4}minh chung"
    ),
}
NUMBERED = (
    r"buoc (?:so |thu )?\d(?:,\d)*(?: (?:,|va|den|toi|-) (?:buoc )?(?:so |thu )?\d(?:,\d)*(?! %| (?:tieu|chi|phan|"
    r"phieu|minh)))*"
    r"(?! (?:%|tieu|R\d))"
)
"""The steps by their number in the circular: `bước 3`, `bước 1, 2`."""
PATTERN = re.compile(
    "(?<= )(?:"
    + "|".join(f"(?P<{step}>{pattern})" for step, pattern in (*STEPS.items(), ("numbered", NUMBERED)))
    + ")(?= )"
)
PUBLISHED = re.compile(r"(?<= )M(\d+) ((?:(?:da|duoc|chua|dang|cung|thi|moi|van|se) ){0,4}M(\d+))(?= )")
DONE_INSIDE = re.compile(r" xong(?= )")
REPORTING = re.compile(
    r"(?<= )(?:(?:em|toi|minh|chung toi|chung em|nha truong|truong (?:em|toi|minh)|xin|kinh|xin phep|co|tui|e|"
    r"c|a|muon|can) )(?:duoc |xin |muon |can |phep |gui )*bao cao"
    r"(?= )(?! tu danh gia)(?=.*[RM]\d)"
    r"|(?<= )bao cao(?= (?:[,:] )?(?:(?:cac |chi tiet )?(?:anh|chi|thay|co'?|phong|lanh dao|cap tren|truong|"
    r"ban|tien do|tinh hinh|ket qua|nhanh|so)\b|tieu ch|R\d+|la |rang |[:,] ))(?! ket qua tu)"
)


def mark(text: str) -> tuple[str, list[Found]]:
    """Replace every step in *text* by `M0`, `M1` and so on; give the steps in order."""
    steps: list[Found] = []

    def name(match: re.Match[str]) -> str:
        if match.lastgroup == "numbered":
            return _numbered(match["numbered"], steps)
        steps.append(Found((), str(match.lastgroup), draft=" du thao " in f" {match.group()} "))
        token = f"M{len(steps) - 1}"
        return f"xong {token}" if DONE_INSIDE.search(match.group()) else token

    named = PATTERN.sub(name, REPORTING.sub("", text))
    return PUBLISHED.sub(lambda m: m[2] if _is_published(steps, m) else m[0], named), steps


def _numbered(said: str, steps: list[Found]) -> str:
    """Name the steps of `bước 1, 2` and `bước 1 đến bước 3`, each by itself."""
    ranged = re.sub(r" (?:buoc|so|thu)(?= )", "", said)
    numbers: list[int] = []
    for part in re.split(r" (?:,|va) |,", ranged.removeprefix("buoc ").removeprefix("so ").removeprefix("thu ")):
        first, _, last = re.sub(r" (?:den|toi|-) ", "-", part).partition("-")
        numbers += range(int(first), int(last or first) + 1)
    at = len(steps)
    steps += [_step(number) for number in numbers]
    return " , ".join(f"M{place}" for place in range(at, len(steps)))


def _step(number: int) -> Found:
    if 1 <= number <= len(MILESTONES):
        return Found((), MILESTONES[number - 1])
    return Found((), f"bước {number}", f"tự đánh giá chỉ có bước 1–{len(MILESTONES)}, không có bước {number}")


def _is_published(steps: list[Found], match: re.Match[str]) -> bool:
    """Say whether `báo cáo đã công bố` is what was said: one step, not two."""
    return (steps[int(match[1])].said, steps[int(match[3])].said) == ("report", "publication")
