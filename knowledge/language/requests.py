"""What people want done that is neither a report nor a question about a circular."""

from __future__ import annotations

import re

from knowledge.language.patterns import bounded

SCHOOL_WORDS = (
    r"(?:truong (?:toi|em|minh|ta|chung toi|chung em|nha|con|tui|chau|mih)|nha truong|don vi (?:toi|em|minh)|"
    r"ben (?:em|toi|minh)|(?:cua )?(?:toi|em|minh|chung toi|chung em))"
)
LEVEL = r"(?:mam non|tieu hoc|trung hoc co so|trung hoc pho thong|mn|th|thcs|thpt|gdtx|cap \d|mau giao)"
NUMBER = r"(?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|may)"
SCHOOLS = (
    rf"(?:(?:tat ca |toan bo |ca |het |nhung |moi )*(?:cac )?(?:{NUMBER} )?(?:don vi|co'? so|truong)(?: {LEVEL})*|"
    rf"toan (?:huyen|nganh|quan|xa)|(?:ca )?huyen|cac {LEVEL}|khoi {LEVEL}|moi nguoi|tat ca)"
)

MANY = (
    rf"(?:(?:tat ca |toan bo |ca |het |nhung |moi )*(?:cac|nhung|moi|tat ca|toan bo|tung|\d+) (?:don vi|"
    rf"co'? so|truong|{LEVEL})(?: {LEVEL})*|(?:truong )?{LEVEL}|toan (?:huyen|nganh|quan|xa)|ca huyen|huyen|"
    rf"khoi {LEVEL})"
)

BROADCAST = bounded(
    rf" (?:(?:gui|phat|soan|ra|lam|ban|dang'?)(?: (?:giup|ho|cho|em|toi|minh|di|mot|1|ngay|lai))* (?:thong bao|"
    rf"tin nhan|tin|loi nhac|nhac nho|nhac viec|thong diep|loi nhan)(?: (?:nhac|moi|khan))*(?=.* (?:{SCHOOLS}|"
    rf"cho|den|toi|nhung|:|MN|truong) )"
    rf"|(?:gui|nhan|nhan tin|thong bao|bao'?|nhac|nhac nho|bao tin|truyen dat|thong tin|don doc|giuc|moi|yeu cau|"
    rf"de'? nghi)(?: (?:tin|giup|cho|toi|den|voi|rang|lai|ho|em|nho|ngay))*(?= (?:{SCHOOLS} |"
    rf"hieu truong (?:cac|truong|khoi|toan|{LEVEL}|X\d)|cac hieu truong|nhung truong|X\d))|thong bao (?:chung|khan|"
    rf"toi toan|"
    rf"den toan|cho toan)) "
)
BROADCAST_STATUS = bounded(
    r" (?:da gui (?:thong bao|tin)(?: \w+)? (?:cho|den|toi)? ?(?:nhung )?(?:ai|truong nao|bao nhieu|may)|"
    r"(?:(?:con )?(?:nhung |cac )?(?:ai|truong nao|don vi nao|bao nhieu truong|may truong|nhung truong|"
    r"cac truong|nguoi nao|bao nhieu nguoi|may nguoi|so truong|danh sach(?: cac)? truong|hieu truong nao|"
    r"danh sach)(?: (?:thi|van|con|da|dang|ma|hien|tin|gui|la|truong|nhung))*"
    r" (?:chua|da|khong|co)?(?: (?:he|co|duoc|bam|an|nhan|nut|chu|vao|da))* ?(?:xac nhan|doc|nhan(?! xet)|"
    r"xem|phan hoi|tra loi|hoi am|"
    r"nam duoc))"
    r"|(?:da|chua) (?:xac nhan|doc) (?:thong bao|tin)|(?:da |co )?(?:nhan|doc|xem|xac nhan)(?: duoc)? (?:thong bao|"
    r"tin(?: nhan)?)(?: (?!chua )\S+){0,4} chua|thong bao(?: \S+){0,6}? (?:da )?(?:den|toi)(?: tay)?(?: het)? "
    r"(?:cac truong|truong|X\d+|hieu truong)(?: \S+){0,3} chua|thong bao(?: (?:vua|hom|gan|so|nay|do|ve|sang|chieu|qua|"
    r"nay|roi|lan|cuoi|truoc|gui|hop|moi|\w+))*? (?:da )?(?:co )?(?:ai|may truong|bao nhieu truong|den dau|"
    r"toi dau|truong nao|may nguoi|bao nhieu nguoi)|tinh hinh (?:nhan|doc|xac nhan) (?:thong bao|tin)|"
    r"ket qua (?:gui|nhan) (?:thong bao|tin)|(?:trang thai|tien do) (?:cua )?thong bao) "
)
MOVE = bounded(
    r" (?:doi(?! (?:ngu|bong|tuyen|thieu nien|moi|tac|chieu|tuong|voi|song|khi))|roi(?= (?:lich|thang|sang|TH))|"
    r"lui(?! toi)|hoan'|"
    r"hoan(?! (?:thanh|tat|tac|thien|toan|chinh|canh|cong|nghenh))|day(?= (?:lich|lui|som|sang|len|thang|X|"
    r"truong))|chuyen(?! (?:mon|vien|de|can|doi|nghiep|tiep|giao|bien|gia))|thay doi|dieu chinh|sua|xep lai|"
    r"sap lai|cho lui|di doi|dat lai|xep(?= (?:(?:lai|cho|giup|ho) )*(?:lich|truong|X|vao thang|sang|qua|thang))|"
    r"bo tri lai|bo tri|xin|(?:cho|dua|de|keo|dich)(?= "
    r"(?:(?:lich|X\d+|truong (?:em|minh|toi)|danh gia ngoai|cua) )+(?:sang'?|vao|qua|len|xuong|toi|den|thang))) "
)
MOVED = re.compile(r" (?:lich|thang|danh gia ngoai|dot|ke hoach danh gia ngoai) | X\d+ |<date>| truong ")
HOW = re.compile(
    r" (?:the nao|lam sao|ra sao|cach|nhu nao|thu tuc|quy trinh|co duoc|duoc phep|tai sao|vi sao|khi nao|"
    r"lam gi|can gi|la gi|nhung gi) "
)
EXPORT = bounded(
    r" (?:xuat(?! (?:sac|xu|phat|hien|ban|than))|export|xlsx|(?:tai|keo|download)(?= (?:bao cao|file|bang|"
    r"danh sach|du lieu|ket qua|ve|xuong|excel|so lieu|tien do|tong hop|giup|cho|ban))|in (?:(?:giup|cho|ho|em|toi|"
    r"minh|thay) )*(?:bao cao|ra|"
    r"danh sach|bang|tong hop)|"
    r"(?:cho|gui|xin|lay|can|muon|tao|lap|lam|ket)(?: (?:toi|em|minh|giup|xin|ra|cho|lay|cai|mot|1|ban|them|"
    r"thay|co'?|anh|chi))* (?:file|bang|ban)? ?(?:excel|tong hop|word|pdf|file|bang tong hop|bang tien do|"
    r"bang theo doi|ban tong hop)|(?:file|bang|ban) (?:excel|tong hop)|excel) "
)
MADE_HOW = (
    r"(?:lap|lam|viet|ghi|trinh bay|dat|sap xep|luu(?: tru)?|gom|co)(?: \w+){0,2} (?:the nao|nhu the nao|ra sao|"
    r"lam sao|"
    r"nhung gi|may (?:cot|phan|muc)|nhung (?:cot|phan|muc))"
)
NOT_EXPORT = re.compile(rf" (?:mau|bieu mau|huong dan|cach viet|{MADE_HOW}) ")
OWN_WORD = re.compile(rf" {SCHOOL_WORDS} ")
OWN_SCHOOL = re.compile(
    r" (?:truong (?:toi|em|minh|ta|chung toi|chung em|nha|con|tui|chau|mih)|(?<!bao )nha truong|don vi (?:toi|em|minh)|"
    r"ben (?:em|toi|minh)) "
)
"""The own school by name; a mere `em` may be the friend in `trường bạn em`."""
EVIDENCE_ADD = bounded(
    r" (?<! chua )(?<! khong )(?:them|ghi(?: nhan)?|nop|bo sung|dinh kem|luu|cap nhat|dang'?|dua|gui|khai bao|"
    r"nhap|tai len|up|upload|"
    r"day'? la|co|ghi them|gan)(?: (?:giup|cho|em|toi|minh|ho|mot|1|cac|cai|nhung|lai|them|vao|file|anh|hinh|"
    r"ban|luon|moi|day du|xin))* minh chung"
)
EVIDENCE_OWN = bounded(
    rf" (?:danh sach (?:cac )?minh chung(?! (?:can|cua R|theo|R|cho|goi|bat|tieu))|danh sach minh chung (?:da|"
    rf"hien|cua (?:truong|toi|em|minh))|danh muc (?:cac )?minh chung (?:(?:ma )?{SCHOOL_WORDS} da|cua {SCHOOL_WORDS}|"
    rf"cua truong(?= (?:(?:da co|hien co|dau|a|nhe|[?.]) )*$)|(?:da|hien) (?:co|nop|luu|them|thu)(?! (?:the|nhu)))|"
    rf"minh chung (?:cua )?(?:ma )?(?:R\d+ )?(?:cua |ma )?{SCHOOL_WORDS}|"
    rf"minh chung(?: (?:cua|cho|o|"
    rf"R\d+|nao|gi|tieu chi|nhung))* (?:da (?:co|nop|them|gui|ghi|luu|bo sung|thu|khai|dinh)|hien co|"
    rf"vua (?:them|nop|gui))|"
    rf"{SCHOOL_WORDS}(?: (?:da|co|hien|dang|nop|them|duoc|gui|nhung|luu|ghi|cac|may|bao nhieu))+ minh chung|"
    rf"(?:da|vua) (?:nop|them|gui|ghi|luu|co)(?: (?:duoc|nhung|cac|may|bao nhieu))* minh chung|kho minh chung|"
    rf"(?:xem|mo|liet ke)(?: (?:lai|cac|nhung|het|toan bo))* minh chung(?: (?:da|cua (?:truong|toi|em|minh)|"
    rf"truong|R\d+ da))) "
)
EVIDENCE_RULE = bounded(rf" minh chung (?:duoc |phai |can |nen )*{MADE_HOW} ")
EVIDENCE_FACT = bounded(
    r" (?:minh chung (?:cua |cho |tieu chi )*R\d+ (?::|la|gom|co|-) (?!(?:gi|nhung|nao|the|ai|bao|sao|"
    r"may) )\S+|R\d+ (?:: |- )?(?:co |them )?minh chung (?::|la|-) (?!(?:gi|nhung|nao|the|ai|bao|sao) )\S+|"
    r"R\d+ (?:minh chung )?co (?:quyet dinh|so|anh|bien ban|ke hoach so|bao cao so) )"
)
EVIDENCE = re.compile(r" minh chung ")
HELP = bounded(
    r" (?:huong dan(?: toi| em| minh)? (?:su dung'?|dung'?|cach (?:su )?dung)|(?:ban|bot|em|tro ly|may|"
    r"he thong|chatbot|phan mem|(?<!chung )minh|day) (?:co the |biet |giup (?:duoc )?|ho tro (?:duoc )?)?(?:lam|giup|"
    r"tra loi|ho tro|lam duoc|biet)?(?: duoc| toi| em| minh| cho)* ?(?:nhung |cac )?(?:gi|viec gi|chuc nang gi|"
    r"tinh nang)|(?:tro ly|bot|he thong|phan mem|ung dung)(?: nay)? (?:co |dung |de )*(?:tac dung|lam|giup|dung'?|de|"
    r"ich)(?: duoc)?"
    r"(?: lam)? gi|cach (?:su )?dung'?|(?:su )?dung'? (?:the nao|nhu the nao|lam sao|ra sao|kieu gi)|tro giup|"
    r"help|menu|danh sach lenh|cac lenh|lenh|tinh nang|chuc nang cua (?:ban|bot|em|tro ly)|"
    r"(?:co )?(?:nhung )?chuc nang (?:gi|nao)|hoi duoc (?:nhung )?gi|toi (?:co the|nen|phai) (?:hoi|lam|noi|"
    r"nhan)(?: nhung)? (?:gi|the nao)(?: (?:o day|voi ban))?|bat dau (?:tu dau|the nao|nhu the nao)|"
    r"(?:cap nhat|bao cao|bao|ghi|gui|nhap) (?:tien do |minh chung |ket qua )?(?:the nao|nhu the nao|lam sao|"
    r"bang cach nao|kieu gi|ra sao)|(?:lam sao|lam the nao|cach|lam cach nao)(?: de)? (?:cap nhat|bao tien do|"
    r"bao cao tien do|ghi tien do|hoan tac|sua lai|them minh chung|nhap|gui)) "
)
HOW_SAID = r"(?:the nao|nhu the nao|lam sao|bang cach nao|kieu gi|ra sao|sao|cach nao|nhu nao)"
HELP_HOW = bounded(
    rf" (?:ghi|bao|cap nhat|nhap|bao cao)(?: tien do| ket qua| xong)* thi (?:phai )?(?:nhan|go|lam|viet|noi|bam|gui|"
    rf"nhap) "
    rf"{HOW_SAID} | (?:nhan|go|noi|bam) {HOW_SAID} (?:de|thi|khi) | huong dan (?:\w+ )?(?:cap nhat|ghi|bao tien do|"
    rf"nhap) |"
    rf" (?:bao cao |bao |ghi |cap nhat )tien do (?:thi )?(?:\w+ )?{HOW_SAID} "
    r"| (?:cap nhat|bao cao|bao|ghi|gui|nhap|sua|them)(?: (?:tien do|minh chung|ket qua|thong tin|"
    r"so lieu))? (?:the nao|nhu the nao|lam sao|bang cach nao|kieu gi|ra sao) "
    r"| (?:lam sao|lam the nao|cach|lam cach nao)(?: de)? (?:cap nhat|bao tien do|bao cao tien do|ghi tien do|"
    r"hoan tac|sua lai|them minh chung|nhap|gui) "
)
HELP_TOLD = re.compile(rf" bao cao tien do (?:thi )?{HOW_SAID} ")
HELP_ALONE = re.compile(
    r"^ (?:(?:em|toi|minh|can|duoc|xin|nho'?) )*(?:(?:giup do'?|giup|huong dan|ho tro|tro giup|help|cuu|sos|"
    r"start|bat dau)(?: (?:toi|em|minh|voi|minh voi|do|a|nhe|di|thay|co'?|anh|chi|ban))*) [.?;]* ?$"
)
WHO = re.compile(
    r"^ (?:(?:xin|cho|hoi|chao|oi|em|toi|minh|alo|,|vay|the) )*(?:(?:ban|bot|em|tro ly|day'?|may|he thong|ad|"
    r"admin|ben kia) "
    r"(?:la|ten)(?: la)? (?:ai|gi|bot|may|nguoi|robot)(?: (?:hay|that|ao|la|nguoi|may|bot))*|ai day'?|ai do)"
    r"(?: (?:vay|the|a|do|nhi|day'?|em|ban|oi|khong|dung khong|phai khong))* (?:[?.] )?$"
)
ABLE = re.compile(
    r"^ (?:(?:vay|the|a|alo|,|oi|nay|chao|va) )*(?:em|ban|bot|tro ly|may|ad|day')(?: (?:oi|,|em|thi|nay|co))* "
    r"(?:(?:co the|biet)(?: (?:lam|giup|ho tro|tra loi))?|(?:lam|giup|ho tro|tra loi)(?: (?:toi|minh|thay|co'?|chi|anh|"
    r"cho|truong))* duoc)(?: (?:toi|minh|thay|co'?|chi|anh|cho|duoc|truong))* (?:nhung |cac )?(?:gi|viec gi|cau hoi gi|"
    r"nhung gi)(?: (?:a|vay|the|nhi|ha|em|ban|oi|do|nhe|cho|toi|minh|thay|co'?|chi|anh|truong))* (?:[?.] )*$"
)
"""`em làm được những gì`, said to the assistant; `rồi` behind it would make it the speaker's own work."""
PARTICLE = (
    r"(?:a|ah|em|anh|chi|thay|co'?|ban|oi|nhe|nha|ne|nhi|vay|the|do|day'?|bot|ad|admin|moi nguoi|ca nha|tro ly|"
    r"quy thay co|cac|quy|kinh|toi|minh|va|nhieu|lam'?|rat|that|su|buoi|sang'?|chieu|toi|trua|ngay|tot lanh|"
    r"lanh|dong nghiep|xin|duoc|gui|loi|den|bac|chu|phong|giao duc|lanh dao|chuyen vien|da|vang|u|ok|roi|"
    r"[.,;:?])"
)
HELLO = (
    r"(?:chao(?: buoi sang'?)?|xin chao|hello|helo|hi|hii|alo|hey|he lo|chuc|cam on|camon|cam on nhieu|thank|"
    r"thanks|thankyou|thank you|tks|thanks you|cam ta|biet on|good morning|kinh chao|2|xin cam on|vui ve|"
    r"suc khoe|ngu ngon|tam biet|bye|tot lanh|hen gap lai)"
)
GREETING = re.compile(rf"^ (?:{PARTICLE} )*{HELLO} (?:(?:{PARTICLE}|{HELLO}) )*$")
GREETING_FIRST = re.compile(
    r"^ (?:(?:da|em|toi|minh|kinh|xin|va|thua) )*(?:chao|xin chao|hello|hi|alo|hey|kinh chao|kinh gui|"
    r"kinh thua|thua)(?: (?:buoi sang'?|sang'?|a|ah|em|anh|chi|thay|co'?|ban|oi|bot|ad|admin|moi nguoi|tro ly|"
    r"quy thay co|cac|quy|va|lanh dao|phong(?: giao duc(?: va dao tao| dao tao)?)?|chuyen vien|bac|"
    r"chu))*(?: [,.;:¶])* "
)
SMALL_TALK = re.compile(
    r"^ (?:(?:ok|da|vang|u|um|uh|uhm|duoc|roi|dung|thoi|khong|co|co a|ha|haha|hihi|hehe|kkk|kk|k|chua|the a|"
    r"vay a|the|vay|a|nhe|nha|em|anh|chi|thay|co'?|biet roi|hieu roi|nam roi|da ro|ro|hieu|biet|da nam|tot|hay|"
    r"hay qua|tuyet|gioi|nhat tri|dong y|sao|gi|ua|oi|troi|huhu|chan|met|buon|vui|dep|ngon|yeu|ban|oke|yes|no|"
    r"hmm|hm|test|alo|do|day'?|qua|that|huy|[.,;?]) )+$"
)
NEXT = re.compile(
    r"^ (?:con |xem |cho xem |den |sang'? |the |vay )*(?:tiep(?: (?:tuc|theo|di))?|ke tiep|"
    r"tieu chi (?:tiep(?: theo)?|sau|ke tiep|ke)|cai tiep(?: theo)?|muc (?:tiep theo|sau)|next)(?: (?:thi|sao|"
    r"di|nhe|a|la gi|la|nua|the nao|nao|gi))*(?: [?.])? $"
)
PREVIOUS = re.compile(
    r"^ (?:con |xem |cho xem |ve |lui |quay lai |the )*(?:tieu chi (?:truoc(?: do)?|lien truoc|phia truoc|"
    r"ben tren)|truoc do|cai truoc|muc truoc|truoc)(?: (?:thi|sao|di|nhe|a|la gi|do|nao))*(?: [?.])? $"
)
WHOLE = re.compile(
    r"^ (?:con |xem |cho xem |the )*(?:ca|toan bo|het|nguyen|xem) tieu chuan(?: (?:nay|do|di|nhe|a|luon|"
    r"thi sao|sao))*(?: [?.])? $"
)
NEXT_OF = re.compile(r" (?:tieu chi )?(?:tiep theo|ke tiep|lien sau|sau)(?: (?:cua|sau))? R0 ")
"""All of them for folded text, references as `R0`, steps as `M0`, schools as `X0`."""
