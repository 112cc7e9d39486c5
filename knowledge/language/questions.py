"""What is asked, wished, planned or heard said, told apart from what is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

CALLED = r"(?:a|em|anh|chi|thay|co'?|ban|oi|nhi|vay|the|ha|ta|nhe|nha|hen|day'?|do|bot|nao|e|c|ad|admin|cac|troi|gi|nua|bac|chu|voi|i|ai)"
END = rf"(?: {CALLED})* $"
SPLIT = re.compile(
    r" (?P<sep>[,;¶.?]|nhung|tuy nhien|con(?= (?:lai )?(?:thi )?(?:R\d|M\d|truong|tieu chi|phan|rieng|viec))) "
)
NO_GI = re.compile(r"(?<= )(?:chua|khong|chang|cha|ko)(?: (?!nao|gi|sao|dau|biet|ro|hieu)\w+'?){0,4} (?:gi|nao)(?: (?:ca|het|nua|sat|ngoai|khac))*(?= )")
ASKING = re.compile(
    r" (?:gi|sao(?! (?:cho|luu|y|chep))|nao|bao nhieu|bao gio|bao lau|bao xa|the nao|nhu nao|ra sao|tai sao|vi sao|may gio|ai (?:la|lam|chua|da|dang|phu|se|chiu|duoc|co|can|nhan|ky)|"
    r"may (?:tieu|truong|phan|%|thang(?! truoc| nay)|nguoi|buoc|muc|cap|chi|nam(?! nay)|minh|phieu|ngay(?! nua| qua| nay)|loai|dieu|thanh|cai|don|lan)|(?:thang|duoc|con|lop|bac|ngay|cap|muc|buoc|xong|nhung|lam|dat|khoang) may|"
    r"(?:o|den|toi|tu|lay|tim|xem|duoc|nop|gui|cho) dau|phai khong|dung khong|duoc khong|co duoc|hay chua|hay khong|chua hay|phai chang|lieu|la gi|"
    r"(?:cho|xin|muon|can|em|toi|minh|xin phep) (?:em |toi |minh |phep )?hoi(?! dong| nghi)|hoi (?:ve|la|chut|them|ti|thay|anh|chi)|"
    r"giai thich|noi ro|noi them|huong dan|chi giup|chi cho|giai dap|tu van|liet ke|trinh bay|so sanh|phan biet|dinh nghia|y nghia|noi dung|yeu cau cua|khai niem) "
)
TELL = re.compile(r" (?:cho (?:em |toi |minh )?(?:biet|xem)|xem|tra cuu|tim hieu|doc|mo|hien|xem lai|muon biet|can biet|tim) ")
CHUA_END = re.compile(rf" (?P<before>\S+)(?: (?:hay|ma))? (?:chua|chua hay|hay chua)(?: (?:duoc|xong|lam|co))?{END}")
KHONG_END = re.compile(rf" (?:khong|k){END}")
HA_END = re.compile(r" (?:ha|nhi|u|chang|chu nhi|phai khong|dung khong|dung chua|chua nhi|a nhi)(?: (?:a|em|anh|chi|thay|co'?|ban|nhi|bot|oi))* $")
AFFIRM = re.compile(r"(?:R|M)\d+ (?:chua|thi chua)")

WISH = re.compile(
    r" (?:neu|gia su|gia nhu|gia ma|vi du|chang han|nghe (?:noi|bao|dau|thay|tin|ke|don|phong|thay|co'?|anh|chi|ban)|bao'(?: la)?|co'? noi|noi la|noi rang|ho noi|hinh nhu|khong (?:biet|ro|chac|nho|hieu)|chua (?:ro|chac|biet|hieu)|co le|co the|"
    r"chac(?! chan)|muon(?! (?:ghi|cap nhat|bao|sua|nhap|dieu chinh))|mong|hy vong|hi vong|uoc|du kien|du dinh|du tinh|tinh (?:xong|lam|den)|dinh (?:lam|xong|hoan|nop|viet|tuan|thang|ngay|mai|se|cuoi)|co gang|gang|co (?:lam|hoan thanh|xong) (?:som|kip|cho|truoc|trong)|"
    r"phan dau'?|quyet tam|se|(?<!khong )phai(?! khong)|can(?= (?:phai|xong|lam|hoan|bo|dat|thuc|co|R|M|duoc|som|thiet|hoan thanh))|nen(?= (?:lam|hoan|xong|dat|co|bat|uu|tap|de))|"
    r"hay(?= (?:lam|hoan|xong|co|nop|bat|day))|nhac(?! (?:hoc|cu|vien|truong chua))|nho'?(?= (?:lam|hoan|xong|nop|toi|em|nhac|R|M|truoc|minh))|de'? nghi(?! (?:ghi|cap nhat))|yeu cau(?= (?:cac|truong|lam|hoan|xong|phai|nop|R))|"
    r"xin phep|cach|lam the nao|de (?:xong|hoan|dat|lam|duoc|chuan|som|kip|co)|khi(?= (?:R|M|xong|hoan|lam|dat|da|cac|truong|toi|co|nop))|sau khi|truoc khi|muc tieu|chi tieu|"
    r"thoi han|han (?:nop|chot|xong|hoan|la|cuoi|cua|chot)|deadline|giup (?:toi|em|minh|truong) (?:xong|hoan|lam)|dung' (?:ghi|tinh|cap|xoa|cho|nghi)|khoan (?:ghi|hay)|tuong'|cu tuong|tuong (?:la|R|da|M|rang)|le ra|dang le|dang' le|suyt|"
    r"the nao|thu'|mien la|mien sao|ke hoach la|ke hoach lam|chi dao|phan cong|giao (?:cho|viec)|mong muon|can (?:duoc )?huong dan|tranh thu|toi uu|uu tien|tap trung|du phong|thi moi|coi la|coi nhu la|tinh la|doi den khi|cho den khi|chung nao|ngay xong) "
)
LATER = re.compile(
    r" (?:mai|mot|ngay kia|ngay kia|tuan (?:sau|toi|tiep)|thang (?:sau|toi)|nam (?:sau|toi)|sang'? (?:tuan|thang|nam|ky|hoc ky|dau)|hom sau|bua sau|(?:\d+|may|vai|it|hai|ba|mot|vai ba|nam|doi) (?:hom|ngay|tuan|thang|bua) nua|"
    r"it nua|lat nua|chut nua|ti nua|lat|sap toi|thoi gian toi|ky toi|dot toi|lan toi|ngay toi|nay mai|dau'? (?:tuan|thang|nam) (?:sau|toi)) "
)
BY = re.compile(
    r" (?:(?:truoc|trong|den|vao|kip|het|cham nhat)(?: (?:khoang|dip|het))? (?:ngay|tet|tuan|thang|cuoi|dau'?|giua|<date>|<phan>|nam|hoc ky|ky|hom nay|chieu|quy|thu)|toi nay|chieu nay|cuoi (?:tuan|thang|nam|ky|quy|hoc)|"
    r"het (?:tuan|thang|nam)|giua (?:thang|tuan)|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|ngay (?:<phan>|<date>|\d+)|thang \d+) "
)
PAST = re.compile(r" (?:da|roi|vua|hom qua|hom kia|moi xong|moi lam|tuan truoc|thang truoc|hom truoc|tuan qua|thang qua|qua) ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a message between two commas, and how it is meant."""

    text: str
    before: str
    """The sign or word that parts it from what stands before."""
    question: bool = False
    unreal: bool = False
    """Wished, planned, feared, ordered or heard: not reported."""
    after: str = ""

    @property
    def names(self) -> bool:
        return bool(re.search(r" [RM]\d", self.text))


def clauses(text: str) -> list[Clause]:
    """Cut *text* (references and steps already named) into clauses and judge each."""
    pieces, before, at = [], "", 0
    for match in SPLIT.finditer(text.replace(" , ", "  ,  ").replace(" ; ", "  ;  ").replace(" . ", "  .  ").replace(" ? ", "  ?  ").replace(" ¶ ", "  ¶  ")):
        pieces.append((match.start(), match.end(), match["sep"]))
    spread = text.replace(" , ", "  ,  ").replace(" ; ", "  ;  ").replace(" . ", "  .  ").replace(" ? ", "  ?  ").replace(" ¶ ", "  ¶  ")
    cut: list[Clause] = []
    for start, end, sep in pieces:
        cut.append(Clause(f" {spread[at:start].strip()} ", before, after=sep))
        before, at = sep, end
    cut.append(Clause(f" {spread[at:].strip()} ", before))
    return _judge([clause for clause in cut if clause.text.strip() or clause.after == "?"])


def _judge(cut: list[Clause]) -> list[Clause]:
    judged: list[Clause] = []
    wished = later = False
    for clause in cut:
        if clause.before in (";", "¶", ".", "?", "nhung", "con"):
            wished = later = False
        text = NO_GI.sub(" chua lam", clause.text)
        question = clause.after == "?" or asks(text, reported=any(c.names and not c.question for c in judged))
        wished = wished or bool(WISH.search(text))
        soon = bool(LATER.search(text)) or (bool(BY.search(text)) and not PAST.search(text))
        judged.append(replace(clause, question=question, unreal=wished or later or soon))
        later = soon and not clause.names and not PAST.search(text)
    return judged


def asks(text: str, *, reported: bool = False) -> bool:
    """Say whether one clause asks; *reported*: something was reported before it, so `1.2 chưa` answers."""
    if ASKING.search(text.replace(" ", "  ").replace("  ", " ")) or HA_END.search(text) or TELL.search(text):
        return True
    if KHONG_END.search(text) and " khong " in text[1:]:
        return True
    return _ends_with_chua(text, reported=reported)


def _ends_with_chua(text: str, *, reported: bool) -> bool:
    match = CHUA_END.search(text)
    if not match:
        return text.strip() in ("chua", "chua nhi", "chua em", "chua vay") and False
    if match.group(0).rstrip().endswith((" lam", " co", " duoc", " xong")):
        return False
    if not re.fullmatch(r"[RM]\d+|thi|van|cung|va|deu|hien|con|nay", match["before"]):
        return True
    head = text[: match.start()]
    first = re.search(r"[RM]\d+", text)
    stated = re.search(r" (?:da|xong|hoan thanh|hoan tat|lam|dat|co|viet|nop|duoc|bat dau|trien khai) ", f"{head} ")
    if stated and first and stated.start() < first.start():
        return True
    return not reported and not stated and match["before"] != "thi"
