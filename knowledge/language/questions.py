"""What is asked, wished, planned or heard said, told apart from what is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

CALLED = (
    r"(?:a|em|anh|chi|thay|co'?|ban|oi|nhi|vay|the|ha|ta|nhe|nha|hen|day'?|do|bot|nao|e|c|ad|admin|cac|troi|gi|"
    r"nua|bac|chu|voi|i|z|v)"
)
END = rf"(?: {CALLED})* $"
SPLIT = re.compile(
    r" (?P<sep>[,;¶.?]|nhung|tuy nhien|con(?= (?:lai )?(?:thi )?(?:R\d|M\d|truong|tieu chi|phan|rieng|viec))) "
)
SIGN = re.compile(r" ([,;.?¶])(?= )")
NO_GI = re.compile(
    r"(?<= )(?:chua|khong|chang|cha|ko)(?: (?!nao|gi|sao|dau|biet|ro|hieu)\w+'?){0,4} (?:gi|nao)(?: (?:ca|het|"
    r"nua|sat|ngoai|khac))*(?= )"
)
ASKING = re.compile(
    r" (?:gi|sao(?! (?:cho|luu|y|chep))|nao|bao nhieu|bao gio|bao lau|bao xa|the nao|nhu nao|ra sao|tai sao|"
    r"vi sao|may gio|(?<! chua )(?<! khong )(?<! chang )(?<! chua co )(?<! khong co )ai (?:bao|noi|la|lam|"
    r"chua|cha|da|dang|"
    r"phu|se|chiu|duoc|co|can|nhan|ky)|"
    r"may (?:tieu|truong|phan|%|thang(?! truoc| nay)|nguoi|buoc|muc|cap|chi|nam(?! nay)|minh|phieu|ngay(?! nua|"
    r" qua| nay)|loai|dieu|thanh|cai|don|lan)|(?:thang|duoc|con|lop|bac|ngay|cap|muc|buoc|xong|nhung|lam|dat|"
    r"khoang) may|"
    r"(?:o|den|toi|tu|lay|tim|xem|duoc|nop|gui|cho) dau|phai khong|dung khong|duoc khong|co duoc|hay chua|"
    r"hay khong|chua hay|phai chang|lieu|la gi|"
    r"(?:cho|xin|muon|can|em|toi|minh|xin phep) (?:em |toi |minh |phep )?hoi(?! dong| nghi)|hoi (?:ve|la|chut|"
    r"them|ti|thay|anh|chi)|"
    r"giai thich|noi ro|noi them|huong dan|chi giup|chi cho|giai dap|tu van|liet ke|trinh bay|so sanh|"
    r"phan biet|dinh nghia|y nghia|noi dung|yeu cau cua|khai niem|truoc hay sau|hay (?:la|chi|chon|lay|phai|thoi|ca)|"
    r"(?:xong|hoan thanh|hoan tat|lam|dat|viet|nop|lap|roi|du|ok|on) (?:roi )?(?:hay )?"
    r"(?:chua|cha|chia|cia|cau|chau)(?= (?:[RMX]\d+|truong|"
    r"tieu chi|tieu chuan|phan|cai|viec|vay|the|ta|ban|em|thay|co'?|anh|chi) |"
    r" \w+ (?:oi|a|nhi|vay|the) | (?:nhi|ha|vay|a|ban|em) (?:(?:ban|em|thay|oi|a) )*[RM]\d)) "
)
TELL = re.compile(
    r" (?:cho (?:em |toi |minh |hoi )?(?:biet|xem)|muon biet|can biet|xem lai) "
    r"|^ (?:(?:em|toi|minh|cho|muon|can|xin|giup|da|hay|duoc|bot|ban|thay|oi) )*(?:xem|tra cuu|tim hieu|tim|"
    r"doc|mo|hien(?! (?:tai\b|nay|gio|dang|da|chua))) "
)
CHUA_END = re.compile(rf" (?P<before>\S+)(?: (?:hay|ma))? (?:chua|chua hay|hay chua)(?: (?:duoc|xong|lam|co))?{END}")
ASKED_FIRST = re.compile(
    r"^ (?:ai|gi|nao|lieu|dau(?! (?:nam|thang|tuan|ky|hoc|tien|quy))|may(?! (?:tinh|moc|chieu|in|man|vi|anh)))(?= )"
)
"""Words that ask where they stand first, whatever comes then."""
CHUA_SLIP = re.compile(
    rf" (?:xong|hoan thanh|hoan tat|dat|lam|lap|nop|viet|het|du|ok|on|duoc|%|bat dau|hay|[RM]\d+) (?:cha|cua|chia|"
    rf"chau|hua|chu){END}"
)
"""`xong cha`, `xong cưa`: a `chưa` with a slip that made it another word."""
KHONG_END = re.compile(rf" (?:khong|k){END}")
HA_END = re.compile(
    r" (?:ha|nhi|u|chang|chu nhi|phai khong|dung khong|dung chua|chua nhi|a nhi)(?: (?:a|em|anh|chi|thay|co'?|"
    r"ban|nhi|bot|oi))* $"
)
NO_AFTER_ALL = re.compile(r" (?:a|ha|o|oi|y|um) khong(?: phai)? ")
"""`à không`, which corrects what was just said."""
AFFIRM = re.compile(r"(?:R|M)\d+ (?:chua|thi chua)")

WISH = re.compile(
    r" (?:(?:co'?|thay|anh|chi|ban|nguoi ta|ho|thu ky|hieu pho|pho hieu truong|giao vien|nhan vien)(?: (?!em|"
    r"toi|minh|truong|xin)\w+){0,2} (?:bao|noi|ke)(?= (?:la |rang |R|M|da |xong))|neu|gia su|gia nhu|gia ma|"
    r"vi du|chang han|nghe (?:noi|bao|dau|thay|tin|ke|don|phong|thay|co'?|anh|chi|ban)|bao'(?: la)?|co'? noi|"
    r"noi la|noi rang|ho noi|hinh nhu|khong (?:biet|ro|chac|nho|hieu)|chua (?:ro|chac|biet|hieu)|co le|co the|"
    r"chac(?! chan)|muon(?! (?:ghi|cap nhat|bao|sua|nhap|dieu chinh))|mong|hy vong|hi vong|uoc|du kien|du dinh|"
    r"du tinh|tinh (?:xong|lam|den)|dinh (?:lam|xong|hoan|nop|viet|tuan|thang|ngay|mai|se|cuoi)|co gang|gang|"
    r"co (?:lam|hoan thanh|xong) (?:som|kip|cho|truoc|trong)|"
    r"phan dau'?|quyet tam|se|(?<!khong )phai(?! khong)|can(?= (?:phai|xong|lam|hoan|bo|dat|thuc|co|R|M|duoc|"
    r"som|thiet|hoan thanh))|nen(?= (?:lam|hoan|xong|dat|co|bat|uu|tap|de))|"
    r"hay(?= (?:lam|hoan|xong|co|nop|bat|day))|nhac(?! (?:hoc|cu|vien|truong chua))|nho'?(?= (?:lam|hoan|xong|"
    r"nop|toi|em|nhac|R|M|truoc|minh))|de'? nghi(?! (?:ghi|cap nhat))|yeu cau(?= (?:cac|truong|lam|hoan|xong|"
    r"phai|nop|R))|"
    r"khong phai(?: la)?(?= [RM]\d)|xin phep|cach|lam the nao|de (?:xong|hoan|dat|lam|duoc|chuan|som|kip|co)|"
    r"khi(?= (?:R|M|xong|hoan|lam|dat|"
    r"da|cac|truong|toi|co|nop))|sau khi|truoc khi|muc tieu|chi tieu|"
    r"thoi han|han (?:nop|chot|xong|hoan|la|cuoi|cua|chot)|deadline|giup (?:toi|em|minh|truong) (?:xong|hoan|"
    r"lam)|dung'? (?:ghi|tinh|cap nhat|xoa|cho la|nghi)|khoan (?:ghi|hay)|tuong'|cu tuong|tuong(?= (?:la|R|da|"
    r"M|rang|moi))|le ra|dang le|dang' le|suyt|"
    r"the nao|thu'|mien la|mien sao|ke hoach la|ke hoach lam|chi dao|(?<!da )phan cong|giao (?:cho|viec)|mong muon|"
    r"can (?:duoc )?huong dan|tranh thu|toi uu|uu tien|tap trung|du phong|thi moi|coi la|coi nhu|"
    r"(?<!chua )xong dau(?! tien)|dau ma|tinh la|doi den khi|cho den khi|chung nao|ngay xong) "
)
SELF = re.compile(r"(?<= )(?:chi|anh|co'?|thay|bac|chu) (?=(?:xin |muon )?bao )")
TO_YOUNGER = re.compile(r" (?:chao em|em oi|(?:nhe|nha|roi|a) em) |^ em ,")
"""Who says `em` to whom it is told means the own self by `chị báo 3.5 xong`, and no hearsay."""
SOFT = re.compile(r" (?:muon|mong|hy|hi|du|dinh|co gang|gang|phan|quyet|se|phai|can|nen|tranh|toi uu|uu) ?")
"""What is planned of one place says nothing of the next that `đã xong`."""
LATER = re.compile(
    r" (?:mai|mot(?= (?:em|toi|minh|truong|se|moi|thi|nop|lam|xong|hoan|$))|ngay kia|tuan (?:sau|toi|tiep)|"
    r"thang (?:sau|toi)|nam (?:sau|toi)|sang'? (?:tuan|"
    r"thang|nam|ky|hoc ky|dau)|hom sau|bua sau|(?:\d+|may|vai|it|hai|ba|mot|vai ba|nam|doi) (?:hom|ngay|tuan|"
    r"thang|bua) nua|"
    r"it nua|lat nua|chut nua|ti nua|lat|sap toi|thoi gian toi|ky toi|dot toi|lan toi|ngay toi|nay mai|"
    r"dau'? (?:tuan|thang|nam) (?:sau|toi)) "
)
BY = re.compile(
    r" (?:(?:truoc|trong|den|vao|kip|het|cham nhat)(?: (?:khoang|dip|het))? (?:ngay|tet|tuan|thang|cuoi|dau'?|"
    r"giua|<date>|<phan>|nam|hoc ky|ky|hom nay|chieu|quy|thu)|toi nay|chieu nay|cuoi (?:tuan|thang|nam|ky|quy|"
    r"hoc)|"
    r"het (?:tuan|thang|nam)|giua (?:thang|tuan)|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|ngay (?:<phan>|"
    r"<date>|\d+)|thang \d+) "
)
PAST = re.compile(
    r" (?:da|roi|vua|hom qua|hom kia|moi xong|moi lam|tuan truoc|thang truoc|hom truoc|tuan qua|thang qua|qua) "
)

PERIODS = {
    "tuan nay": "tuần này",
    "thang nay": "tháng này",
    "quy nay": "quý này",
    "hoc ky nay": "học kỳ này",
    "ky nay": "kỳ này",
    "dot nay": "đợt này",
    "nam nay": "năm nay",
    "nam hoc nay": "năm học này",
}
PERIOD = re.compile(rf" (?P<period>{'|'.join(PERIODS)}) ")


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
    period: str = ""
    """A time not over yet that it names, as `tuần này`: what is `xong` in it may be so, or may be hoped for."""

    @property
    def names(self) -> bool:
        """Say whether it names a place or a step."""
        return bool(re.search(r" [RM]\d", self.text))


def as_oneself(text: str) -> str:
    """Say `em báo` for the `chị báo` of somebody who speaks to a younger one."""
    return SELF.sub("em ", text) if TO_YOUNGER.search(text) else text


def clauses(text: str) -> list[Clause]:
    """Cut *text* (references and steps already named) into clauses and judge each."""
    spread = SIGN.sub(r"  \1  ", text)
    cut: list[Clause] = []
    before, at = "", 0
    for match in SPLIT.finditer(spread):
        cut.append(Clause(f" {spread[at : match.start()].strip()} ", before, after=match["sep"]))
        before, at = match["sep"], match.end()
    cut.append(Clause(f" {spread[at:].strip()} ", before))
    return _judge([clause for clause in cut if clause.text.strip() or clause.after == "?"])


def _judge(cut: list[Clause]) -> list[Clause]:
    judged: list[Clause] = []
    wished = later = soft = reported = False
    period = ""
    for clause in cut:
        if clause.before in (";", "¶", ".", "?", "nhung", "con"):
            wished = later = False
            period = ""
        text = NO_GI.sub(" chua lam", clause.text)
        shown = bool(TELL.search(text)) and (clause.names or not reported)
        question = clause.after == "?" or shown or asks(text, reported=reported)
        wished = wished and not (soft and PAST.search(text))
        if wish := WISH.search(text):
            wished, soft = True, bool(SOFT.match(wish.group()))
        soon = bool(LATER.search(text)) or (
            bool(BY.search(text.rpartition(" : ")[2].join("  "))) and not PAST.search(text)
        )
        reported = reported or (clause.names and not question)
        spoken = _period(text)
        judged.append(replace(clause, question=question, unreal=wished or later or soon, period=spoken or period))
        later = soon and not clause.names and not PAST.search(text)
        period = spoken if not clause.names else ""
    return judged


def _period(text: str) -> str:
    """Find a period that is not over; not one that heads a report (`tuần này: …`) or has a word of the past with it."""
    match = PERIOD.search(text.rpartition(" : ")[2].join("  "))
    return "" if match is None or PAST.search(text) else PERIODS[match["period"]]


def asks(text: str, *, reported: bool = False) -> bool:
    """Say whether one clause asks; *reported*: something was reported before it, so `1.2 chưa` answers."""
    text = text.replace(" : ", " ")
    if NO_AFTER_ALL.fullmatch(text):
        return False
    if any(sign.search(text) for sign in (ASKING, HA_END, CHUA_SLIP, ASKED_FIRST)):
        return True
    if KHONG_END.search(text) and " khong " in text[1:]:
        return True
    return _ends_with_chua(text, reported=reported)


def _ends_with_chua(text: str, *, reported: bool) -> bool:
    match = CHUA_END.search(text)
    if not match:
        return False
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
