"""The six steps of self-assessment as people name them."""

from __future__ import annotations

import re

from knowledge.language.meaning import MILESTONES

STEPS = {
    "publication": (
        r"(?:cong bo|cong khai|niem yet|dang' tai)(?: cong khai| cong bo)?(?: rong rai)?(?! (?:tai chinh|"
        r"chat luong|thu chi|thong tin|R\d+))"
    )
    r"(?: (?:xong )?(?:ban |ve )?(?:bao cao|ket qua)(?: tu danh gia)?)?",
    "rating": r"(?:cac |bo |viet |lap |tat ca )*phieu(?: tu)? danh gia(?: cac)?(?: tieu chi(?! R\d+)(?: nao)?)?"
    r"|(?:cac |bo )?phieu tieu chi|(?:tu )?danh gia (?:cac )?muc(?: do)? dat(?: duoc)?(?: cua)?(?: (?:cac|"
    r"tung))?(?: tieu chi)?"
    r"|(?:tu )?danh gia (?:cac|tung|tat ca cac|het cac) tieu chi|(?:tu )?danh gia tieu chi(?! nao| R)",
    "report": (
        r"(?:du thao |viet |ban |quyen |cuon )*bao cao tu danh gia|(?:du thao |ban |"
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
        r"to chuc|hoc|tai chinh|trien khai|cong tac|<|\d)|$)"
    )
    r"|(?:ban )?ke hoach(?= (?:xong|hoan thanh|hoan tat)\b)",
    "evidence": (
        r"(?:viec |cong tac |qua trinh )?(?:(?:thu thap|xu ly|phan tich|ma hoa|sap xep|tap hop|gom|tim|"
        r"thu thap , xu ly|thu gom|di tim|luu)(?: xong)?(?: va (?:xu ly|sap xep|ma hoa))? )?(?:cac |bo |"
        r"day du |du |het |thong tin (?:va|,) )*minh chung"
    ),
}
PATTERN = re.compile("(?<= )(?:" + "|".join(f"(?P<{step}>{pattern})" for step, pattern in STEPS.items()) + ")(?= )")
DONE_INSIDE = re.compile(r" xong(?= )")
REPORTING = re.compile(
    r"(?<= )(?:(?:em|toi|minh|chung toi|chung em|nha truong|truong (?:em|toi|minh)|xin|kinh|xin phep|co|tui|e|"
    r"c|a|muon|can) )(?:duoc |xin |muon |can |phep |gui )*bao cao"
    r"(?= )(?! tu danh gia)(?=.*[RM]\d)"
    r"|(?<= )bao cao(?= (?:[,:] )?(?:(?:cac |chi tiet )?(?:anh|chi|thay|co'?|phong|lanh dao|cap tren|truong|"
    r"ban|tien do|tinh hinh|ket qua|nhanh|so)\b|tieu ch|R\d+|la |rang |[:,] ))(?! ket qua tu)"
)


def mark(text: str) -> tuple[str, list[str]]:
    """Replace every step in *text* by `M0`, `M1` and so on; give the steps in order."""
    steps: list[str] = []

    def name(match: re.Match[str]) -> str:
        step = str(match.lastgroup)
        assert step in MILESTONES
        steps.append(step)
        token = f"M{len(steps) - 1}"
        return f"xong {token}" if DONE_INSIDE.search(match.group()) else token

    return PATTERN.sub(name, REPORTING.sub("", text)), steps
