"""How people ask about the plan of the year, about schools, and about their own: patterns over folded, named text."""

from __future__ import annotations

import re

from knowledge.language.patterns import bounded
from knowledge.language.requests import LEVEL, MANY, SCHOOL_WORDS

SCHEDULE = bounded(
    rf" (?:(?:{SCHOOL_WORDS}|X\d+)(?: (?:se|duoc|bi|co|phai|di|thi|lich|vao))* danh gia ngoai(?: (?:vao|trong|la|"
    rf"luc))* "
    rf"(?:thang \d+|<date>|nam nay|dot nay|nam hoc nay|ky nay)(?: (?:dung|phai|co|roi|la|a))* (?:khong|chua|ha|nhi)|"
    rf"(?:bao nhieu|may) (?:truong|don vi)(?: {LEVEL})?(?: (?:se|duoc|phai|co|trong|nam|nay|bi|ky|dot|lich|huyen))* "
    rf"danh gia ngoai|"
    rf"(?:khi nao|bao gio|luc nao)(?: (?:thi|moi|se))* (?:den|toi)(?: luot)? (?:X\d+|{SCHOOL_WORDS})|"
    rf"lich(?! (?:su|hoc|day|truc|tiep|cong tac))|lich trinh|(?:(?:thang (?:\d+|nay|sau|toi|nao|may|<date>)|"
    rf"dot (?:nay|sau|toi))|"
    rf"<date>)(?: (?:thi|nay|nam|<date>|co|gom|co nhung|se|la|den luot|danh gia ngoai|danh gia))* (?:co |gom |"
    rf"la |nhung |den )*(?:truong nao|nhung truong|cac truong nao|bao nhieu truong|may truong|ai)|"
    rf"truong nao(?: (?:se|duoc|phai|se duoc|den luot|co lich|nam|danh gia|danh gia ngoai|trong|vao|o|"
    rf"dgn))* (?:thang|trong thang|<date>|nam nay|som nhat|dau'? tien|cuoi cung|truoc tien|tiep theo|sap)|"
    rf"danh gia ngoai(?: (?:{SCHOOL_WORDS}|cua|vao|cho|la|luc|o|truong|X\d+|duoc|dien ra|thi|roi|se|du kien|"
    rf"to chuc))* (?:thang may|khi nao|bao gio|luc nao|ngay nao|thang nao|may|hom nao|ngay may|tuan nao|"
    rf"thang bao nhieu)|"
    rf"(?:khi nao|bao gio|thang may|luc nao|thang nao|ngay nao|hom nao|ngay may)(?: (?:thi|den luot|den|doan|"
    rf"{SCHOOL_WORDS}|X\d+|truong|duoc|se|bi|cac|{LEVEL}|la|co|phai|ve|toi))* (?:danh gia ngoai|dgn|"
    rf"(?:duoc|bi) danh gia(?! (?:cac|tieu|muc))|den luot|doan (?:ve|den|xuong)|co doan)|"
    rf"(?:(?:bao nhieu|may) (?:ngay|tuan|thang|hom|bua)|bao lau nua)(?: (?:nua|la|thi|moi|den|toi|"
    rf"truoc))* ?(?:{SCHOOL_WORDS} |"
    rf"X\d+ )*(?:duoc |den |toi |ky |dot |bi |ngay |doan |se |lich )*(?:danh gia ngoai|doan (?:ve|den|xuong|toi))|"
    rf"ke hoach (?:thang|danh gia ngoai)|"
    rf"ke hoach (?:cua )?(?:phong|huyen)? ?(?:thang|dot) |doan(?: danh gia ngoai)? (?:ve|den|xuong|"
    rf"toi)(?: truong)?(?: (?:{SCHOOL_WORDS}|X\d+))? (?:khi nao|thang may|luc nao|bao gio|ngay nao|thang nao|"
    rf"hom nao)|"
    rf"(?:tuan|thang|dot|ngay|hom) (?:nay|sau|toi|mai)(?: (?:thi|co|nhung|se|la))* truong nao(?: (?:se|duoc|bi|phai))* "
    rf"(?:danh gia|den luot)|"
    rf"(?:danh sach|nhung|cac) (?:cac )?truong (?:duoc |se |phai |{LEVEL} )*(?:danh gia ngoai|dgn)|"
    rf"(?:{SCHOOL_WORDS}|X\d+)(?: (?:duoc|thi|se|nam|o|vao|trong|den luot|bi|danh gia|ngoai|"
    rf"dgn))* (?:thang may|thang nao|dot nao)) "
)
CONTENT_REVIEW = re.compile(
    r" (?:la gi|quy trinh|gom nhung|cac buoc|thanh phan|buoc|lam gi|can gi|chuan bi|bao nhieu nguoi|may nguoi|"
    r"ket qua|the nao|ra sao) "
)
DISTRICT = bounded(
    rf" (?:(?:tien do|tinh hinh|(?:ti le|ty le|muc do) hoan thanh|ket qua|trang thai|bao cao tien do|tong hop|"
    rf"thong ke|so lieu|bang tien do|"
    rf"so sanh)(?: (?:cua|chung|thuc hien|lam|tu danh gia|ve|o|hien nay|kiem dinh|tong hop|"
    rf"tien do))* (?:{MANY}|chung|chung cua huyen)|"
    rf"(?:tieu chi|tieu chuan|buoc|phan|viec)(?: \w+){{0,2}} (?:nhieu|cac|da so|phan lon|hau het|it) (?:truong|don vi)|"
    rf"(?:nhung |cac )?(?:truong|don vi|co so)(?: {LEVEL})* (?:nao|gi)|(?:bao nhieu|may|"
    rf"so)(?: phan tram)? (?:truong|don vi|{LEVEL})|{MANY}(?: (?:da|dang|con|lam|thi|hien|viet|tu danh gia|nop|"
    rf"den|bao cao|xong|M\d+|R\d+|chua|cham|duoc|tieu hoc|tien do|toi|tong|trong huyen|co lich|lich|se|vao|trong|dot|"
    rf"danh gia ngoai(?: (?:vao|trong))?(?: (?:thang \d+|thang (?:nay|sau|toi|truoc)|<date>))*))* (?:den dau|the nao|"
    rf"ra sao|bao nhieu|toi dau|chua|may phan tram|thieu gi|nhu nao)|"
    rf"(?:nhung|cac|danh sach|liet ke)(?: cac| nhung)? truong(?: {LEVEL})* (?:da|chua|dang|con|cham|tre|xong)|"
    rf"ai (?:chua|da|con|cham) (?:nop|xong|lam|bat|bao cao|hoan|gui|M|bat dau|co)|truong (?:ban|khac)|"
    rf"toan huyen|trong huyen|ca huyen) "
)
OWN = bounded(
    rf" (?:da (?:xong|lam|hoan thanh|dat)(?: duoc)? (?:nhung |cac )?(?:gi|tieu chi nao|tieu chuan nao|phan nao|"
    rf"cai nao)|"
    rf"con (?:thieu|lai|no|ton|vuong)(?: (?:nhung|cac|bao nhieu|may|gi|tieu|nao|chi))*|thieu (?:gi|"
    rf"nhung gi|cai gi|tieu chi nao|nhung tieu|cac tieu|may)|(?:lam|hoan thanh|xong|dat|ghi|thuc hien|nop|"
    rf"viet)?(?: duoc)? (?:bao nhieu|may) (?:%|phan tram|tieu chi|tieu chuan|chi so)|(?:den|toi) (?:dau|"
    rf"muc nao|buoc nao|giai doan nao|phan nao)|o (?:buoc|giai doan) nao|(?:dang|gio|hien|nay) o dau|o dau roi|"
    rf"duoc (?:bao nhieu|may|den dau|toi dau|"
    rf"may phan)|bao nhieu phan|bao nhieu %|may phan tram|con (?:may|bao nhieu|nhieu|gi|nhung)|"
    rf"tien do(?! (?:cac|quy dinh|la gi|de ra))|(?:the nao|ra sao|sao) roi|tinh hinh(?: cua)? {SCHOOL_WORDS}|"
    rf"(?:nhung |cac |danh sach )?(?:tieu chi|tieu chuan|phan|muc|viec|chi so|buoc|cai)(?: (?:nao|gi|ma|"
    rf"{SCHOOL_WORDS}|thi|con|van))* (?:chua|da|dang|con)(?: (?:chua|duoc|lam|dat|thuc hien))* (?:xong|lam|dat|"
    rf"hoan|dang|co|ghi|thieu|bat dau|hoan thanh|do|bao cao|cap nhat|trien khai|lai)|"
    rf"(?:xong|lam|hoan thanh|dat|ghi|bao|cap nhat|chua lam|chua xong|chua dat|bo sung|can lam|"
    rf"phai lam)(?: duoc)? (?:nhung )?(?:gi|tieu chi nao|tieu chuan nao|cai gi|cai nao|phan nao|may)(?: (?:roi|"
    rf"tiep|nua|truoc))|(?:ghi|bao|cap nhat|nhap|lam)(?: duoc)?(?: nhung)? gi (?:roi|hom qua)|chua (?:xong|lam|"
    rf"dat|hoan thanh) (?:nhung )?(?:gi|tieu chi nao|tieu chuan nao|cai nao|phan nao|may)|viec (?:can lam|"
    rf"cua toi|cua em|phai lam|con lai)|can lam gi (?:tiep|nua|truoc)|lam gi (?:tiep|nua)|"
    rf"gi (?:ma )?(?:(?:{SCHOOL_WORDS}|truong) )?(?:da|vua|moi) (?:ghi|bao|nhap|nop|lam|cap nhat|khai|bao cao)|(?:xem|kiem tra|coi)(?: (?:giup|lai|thu|cho|ho|ca|em|toi|"
    rf"minh))* "
    rf"R\d+(?: (?:cua|o))? {SCHOOL_WORDS}|con (?:(?:can|phai) )+lam|(?:gio|hom nay|tuan nay|thang nay|con|"
    rf"{SCHOOL_WORDS})"
    rf"(?: (?:thi|con|{SCHOOL_WORDS}))* (?:viec gi|(?:can|phai|nen) lam (?:nhung )?(?:gi|viec gi))|"
    rf"(?:vuong|ket|tac|mac)(?: (?:o|tai|mac|lai))* (?:(?:cho|tieu chi|phan|cai|viec) )?(?:nao|dau|gi)|"
    rf"tinh hinh(?: (?:lam|thuc hien|tu danh gia|kiem dinh|hien nay|chung|cong viec|bao cao))*(?: cua)? (?:truong|"
    rf"{SCHOOL_WORDS})(?= (?:the nao|ra sao|sao|roi|hien|gio|a|[?.]|$))) "
)
RULED = bounded(
    r" (?:phai(?! (?:nop|lam gi|danh gia ngoai|nhac))|ap dung|duoc phep|duoc (?:cong nhan|cap|mien|dang ky)|dieu kien|"
    r"quy dinh|toi thieu|toi da|it nhat|thong tu|van ban|mot lan|bao lau|chu ky|cong nhan|chung nhan|danh hieu|"
    r"tu thuc|cong lap|lien cap|nhieu cap|dung'? cho|danh cho|danh' cho|thuoc dien|doi tuong|co duoc|duoc mien|"
    r"the nao thi|thi (?:co|duoc|phai|dung'?|theo)) "
)
"""Words of a rule about schools, not of how they stand."""
OWN_ONLY = bounded(
    rf" (?:(?:lam|xong|hoan thanh|ghi|nop) duoc (?:nhung )?gi|(?:bao nhieu|may) (?:tieu chi|tieu chuan|chi so)"
    rf"(?: (?:la|da|dang|duoc|con|chua|cho))* (?:dat|xong|hoan thanh|hoan tat|lam|do dang)(?! (?:la|thi|moi) )|(?:tong cong|tinh chung|tong|"
    rf"chung)(?: \w+){{0,5}} (?:bao nhieu|may)|"
    rf"lan (?:cuoi|gan nhat|truoc|gan day)(?: \w+){{0,5}} (?:ghi|bao|bao cao|cap nhat|nhap|la|vao|luc|khi nao|"
    rf"bao gio|hom nao)|"
    rf"(?:ghi|bao|bao cao|cap nhat|nhap)(?: \w+){{0,5}} (?:lan cuoi|gan nhat|khi nao|hom nao|luc nao|ngay nao|bao gio|"
    rf"bao nhieu|may %|(?:nhung )?gi)|(?:cham|yeu|kem|thap|cao|tot|nhanh|it|nhieu|do|lau) nhat|"
    rf"(?:tieu chi|tieu chuan|phan|chi so|cai) nao(?: (?:cua )?{SCHOOL_WORDS})? (?:ma )?(?:khong|chua|chang) (?:dat|"
    rf"xong)) "
)
"""What is asked about the own school, where it is named as such."""
LISTED = re.compile(
    rf"^ (?:(?:xem|cho|em|toi|minh|biet|liet ke|danh sach|cac|nhung|tat ca|con) )*(?:viec|phan|muc|tieu chi|tieu chuan|"
    rf"cai|buoc|noi dung|chi so)(?: nao| gi)?(?: ma)?(?: {SCHOOL_WORDS})? (?:chua|con|dang|da|can|phai)(?: (?:con|chua|"
    rf"duoc|phai|can))* (?:lam|xong|hoan thanh|hoan tat|bat dau|lai|dat|thieu|ghi|bao cao|do dang)(?: xong)?"
    rf"(?: (?:cua )?{SCHOOL_WORDS})?(?: (?:roi|a|nhe|em))* (?:[?.] )?$"
)
"""A list asked for by its name alone: `những việc chưa làm của trường tôi`."""
