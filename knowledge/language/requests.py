"""What people want done that is neither a report nor a question about a circular."""

from __future__ import annotations

import re

from knowledge.language.patterns import bounded

SCHOOL_WORDS = (
    r"(?:truong (?:toi|em|minh|ta|chung toi|chung em|nha|con|tui|chau|mih)|nha truong|don vi (?:toi|em|minh)|"
    r"ben (?:em|toi|minh)|(?:cua )?(?:toi|em|minh|chung toi|chung em))"
)
LEVEL = r"(?:mam non|tieu hoc|trung hoc co so|trung hoc pho thong|mn|th|thcs|thpt|gdtx|cap \d|mau giao)"
SCHOOLS = (
    rf"(?:(?:tat ca |toan bo |ca |het |nhung |moi )*(?:cac )?(?:don vi|co'? so|truong)(?: {LEVEL})*|"
    rf"toan (?:huyen|nganh|quan|xa)|(?:ca )?huyen|cac {LEVEL}|khoi {LEVEL}|moi nguoi|tat ca)"
)

MANY = (
    rf"(?:(?:tat ca |toan bo |ca |het |nhung |moi )*(?:cac|nhung|moi|tat ca|toan bo|tung|\d+) (?:don vi|"
    rf"co'? so|truong|{LEVEL})(?: {LEVEL})*|(?:truong )?{LEVEL}|toan (?:huyen|nganh|quan|xa)|ca huyen|huyen|"
    rf"khoi {LEVEL})"
)

BROADCAST = re.compile(
    rf" (?:(?:gui|phat|soan|ra|lam|ban)(?: (?:giup|ho|cho|em|toi|minh|di|mot|1|ngay|lai))* (?:thong bao|"
    rf"tin nhan|tin|loi nhac|nhac nho|nhac viec|thong diep|loi nhan)(?: (?:nhac|moi|khan))*(?=.* (?:{SCHOOLS}|"
    rf"cho|den|toi|nhung|:|MN|truong) )"
    rf"|(?:gui|nhan|nhan tin|thong bao|bao|nhac|nhac nho|bao tin|truyen dat|thong tin|don doc|giuc|moi|yeu cau|"
    rf"de'? nghi)(?: (?:tin|giup|cho|toi|den|voi|rang|lai|ho|em|nho|ngay))*(?= (?:{SCHOOLS} |"
    rf"hieu truong (?:cac|truong|X\d)|cac hieu truong|nhung truong|X\d))|thong bao (?:chung|khan|toi toan|"
    rf"den toan|cho toan)) "
)
BROADCAST_STATUS = re.compile(
    r" (?:da gui (?:thong bao|tin)(?: \w+)? (?:cho|den|toi)? ?(?:nhung )?(?:ai|truong nao|bao nhieu|may)|"
    r"(?:(?:con )?(?:nhung |cac )?(?:ai|truong nao|don vi nao|bao nhieu truong|may truong|nhung truong|"
    r"cac truong|nguoi nao|bao nhieu nguoi|may nguoi|so truong|danh sach(?: cac)? truong|hieu truong nao|"
    r"danh sach)(?: (?:thi|van|con|da|dang|ma|hien|tin|gui|la|truong|nhung))*"
    r" (?:chua|da|khong|co)?(?: (?:he|co|duoc|bam))* ?(?:xac nhan|doc|nhan(?! xet)|xem|phan hoi|tra loi|hoi am|"
    r"nam duoc))"
    r"|(?:da|chua) (?:xac nhan|doc) (?:thong bao|tin)|thong bao(?: (?:vua|hom|gan|so|nay|do|ve|sang|chieu|qua|"
    r"nay|roi|lan|cuoi|truoc|gui|hop|moi|\w+))*? (?:da )?(?:co )?(?:ai|may truong|bao nhieu truong|den dau|"
    r"toi dau|truong nao|may nguoi|bao nhieu nguoi)|tinh hinh (?:nhan|doc|xac nhan) (?:thong bao|tin)|"
    r"ket qua (?:gui|nhan) (?:thong bao|tin)|(?:trang thai|tien do) (?:cua )?thong bao) "
)
MOVE = re.compile(
    r" (?:doi(?! (?:ngu|moi|tac|chieu|tuong|voi|song|khi))|roi(?= (?:lich|thang|sang|TH))|lui(?! toi)|hoan'|"
    r"hoan(?! (?:thanh|tat|tac|thien|toan|chinh|canh|cong|nghenh))|day(?= (?:lich|lui|som|sang|len|thang|X|"
    r"truong))|chuyen(?! (?:mon|vien|de|can|doi|nghiep|tiep|giao|bien|gia))|thay doi|dieu chinh|sua|xep lai|"
    r"sap lai|cho lui|di doi|dat lai|xep|bo tri lai|bo tri|xin) "
)
MOVE_TO = re.compile(r" (?:sang'?|den|toi|thanh|qua|vao|xuong|len|ve|tu) ")
MOVED = re.compile(r" (?:lich|thang|danh gia ngoai|dot|ke hoach danh gia ngoai) | X\d+ |<date>| truong ")
HOW = re.compile(
    r" (?:the nao|lam sao|ra sao|cach|nhu nao|thu tuc|quy trinh|co duoc|duoc phep|tai sao|vi sao|khi nao|"
    r"lam gi|can gi|la gi|nhung gi) "
)
EXPORT = bounded(
    r" (?:xuat(?! (?:sac|xu|phat|hien|ban|than))|export|xlsx|(?:tai|keo|download)(?= (?:bao cao|file|bang|"
    r"danh sach|du lieu|ket qua|ve|xuong|excel|so lieu|tien do|tong hop|giup|cho|ban))|in (?:bao cao|ra|"
    r"danh sach|bang|tong hop)|"
    r"(?:cho|gui|xin|lay|can|muon|tao|lap|lam|ket)(?: (?:toi|em|minh|giup|xin|ra|cho|lay|cai|mot|1|ban|them|"
    r"thay|co'?|anh|chi))* (?:file|bang|ban)? ?(?:excel|tong hop|word|pdf|file|bang tong hop|bang tien do|"
    r"bang theo doi|ban tong hop)|(?:file|bang|ban) (?:excel|tong hop)|excel) "
)
NOT_EXPORT = re.compile(r" (?:mau|bieu mau|huong dan|cach viet) ")
SCHEDULE = re.compile(
    rf" (?:lich(?! (?:su|hoc|day|truc|tiep|cong tac))|lich trinh|(?:thang (?:\d+|nay|sau|toi|nao|may|<date>)|"
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
    rf"(?:bao nhieu|may) (?:ngay|tuan|thang|hom)(?: (?:nua|la|thi|moi|den|toi|truoc))* ?(?:{SCHOOL_WORDS} |"
    rf"X\d+ )*(?:duoc |den |toi |ky |dot |bi |ngay )*danh gia ngoai|ke hoach (?:thang|danh gia ngoai)|"
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
DISTRICT = re.compile(
    rf" (?:(?:tien do|tinh hinh|(?:ti le|ty le|muc do) hoan thanh|ket qua|trang thai|bao cao tien do|tong hop|"
    rf"thong ke|so lieu|bang tien do|"
    rf"so sanh)(?: (?:cua|chung|thuc hien|lam|tu danh gia|ve|o|hien nay|kiem dinh|tong hop|"
    rf"tien do))* (?:{MANY}|chung|chung cua huyen)|"
    rf"(?:nhung |cac )?(?:truong|don vi|co so)(?: {LEVEL})* (?:nao|gi)|(?:bao nhieu|may|"
    rf"so)(?: phan tram)? (?:truong|don vi|{LEVEL})|{MANY}(?: (?:da|dang|con|lam|thi|hien|viet|tu danh gia|nop|"
    rf"den|bao cao|xong|M\d+|R\d+|chua|cham|duoc|tieu hoc|tien do|toi|tong|trong huyen))* (?:den dau|the nao|"
    rf"ra sao|bao nhieu|toi dau|chua|may phan tram|thieu gi|nhu nao)|"
    rf"(?:nhung|cac|danh sach|liet ke)(?: cac| nhung)? truong(?: {LEVEL})* (?:da|chua|dang|con|cham|tre|xong)|"
    rf"ai (?:chua|da|con|cham) (?:nop|xong|lam|bat|bao cao|hoan|gui|M|bat dau|co)|truong (?:ban|khac)|"
    rf"toan huyen|trong huyen|ca huyen) "
)
OWN = re.compile(
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
    rf"cua toi|cua em|phai lam|con lai)|can lam gi (?:tiep|nua|truoc)|lam gi (?:tiep|nua) ) "
)
OWN_WORD = re.compile(rf" {SCHOOL_WORDS} ")
LISTED = re.compile(
    rf"^ (?:(?:xem|cho|em|toi|minh|biet|liet ke|danh sach|cac|nhung|tat ca|con) )*(?:viec|phan|muc|tieu chi|tieu chuan|"
    rf"cai|buoc|noi dung|chi so)(?: nao| gi)?(?: ma)?(?: {SCHOOL_WORDS})? (?:chua|con|dang|da|can|phai)(?: (?:con|chua|"
    rf"duoc|phai|can))* (?:lam|xong|hoan thanh|hoan tat|bat dau|lai|dat|thieu|ghi|bao cao|do dang)(?: xong)?"
    rf"(?: (?:cua )?{SCHOOL_WORDS})?(?: (?:roi|a|nhe|em))* (?:[?.] )?$"
)
"""A list asked for by its name alone: `những việc chưa làm của trường tôi`."""
EVIDENCE_ADD = re.compile(
    r" (?<! chua )(?<! khong )(?:them|ghi(?: nhan)?|nop|bo sung|dinh kem|luu|cap nhat|dang'?|dua|gui|khai bao|"
    r"nhap|tai len|up|upload|"
    r"day'? la|co|ghi them|gan)(?: (?:giup|cho|em|toi|minh|ho|mot|1|cac|cai|nhung|lai|them|vao|file|anh|hinh|"
    r"ban|luon|moi|day du|xin))* minh chung"
)
EVIDENCE_OWN = re.compile(
    rf" (?:danh sach (?:cac )?minh chung(?! (?:can|cua R|theo|R|cho|goi|bat|tieu))|danh sach minh chung (?:da|"
    rf"hien|cua (?:truong|toi|em|minh))|minh chung (?:cua )?(?:ma )?(?:R\d+ )?(?:cua |ma )?{SCHOOL_WORDS}|"
    rf"minh chung(?: (?:cua|cho|o|"
    rf"R\d+|nao|gi|tieu chi|nhung))* (?:da (?:co|nop|them|gui|ghi|luu|bo sung|thu|khai|dinh)|hien co|"
    rf"vua (?:them|nop|gui))|"
    rf"{SCHOOL_WORDS}(?: (?:da|co|hien|dang|nop|them|duoc|gui|nhung|luu|ghi|cac|may|bao nhieu))+ minh chung|"
    rf"(?:da|vua) (?:nop|them|gui|ghi|luu|co)(?: (?:duoc|nhung|cac|may|bao nhieu))* minh chung|kho minh chung|"
    rf"(?:xem|mo|liet ke)(?: (?:lai|cac|nhung|het|toan bo))* minh chung(?: (?:da|cua (?:truong|toi|em|minh)|"
    rf"truong|R\d+ da))) "
)
EVIDENCE_FACT = re.compile(
    r" (?:minh chung (?:cua |cho |tieu chi )*R\d+ (?::|la|gom|co|-) (?!(?:gi|nhung|nao|the|ai|bao|sao|"
    r"may) )\S+|R\d+ (?:: |- )?(?:co |them )?minh chung (?::|la|-) (?!(?:gi|nhung|nao|the|ai|bao|sao) )\S+|"
    r"R\d+ (?:minh chung )?co (?:quyet dinh|so|anh|bien ban|ke hoach so|bao cao so) )"
)
EVIDENCE = re.compile(r" minh chung ")
NEEDS = re.compile(
    r" (?:can|phai|nen|gom|nhung gi|goi y|bat buoc|yeu cau|thuong|the nao|ra sao|la gi|mau|vi du|ma hoa|cach|"
    r"sao|huong dan|du chua|tai sao|luu tru|quy dinh|gi|nao) "
)
HELP = re.compile(
    r" (?:huong dan(?: toi| em| minh)? (?:su dung'?|dung'?|cach (?:su )?dung)|(?:ban|bot|em|tro ly|may|"
    r"he thong|chatbot|phan mem|minh|day) (?:co the |biet |giup (?:duoc )?|ho tro (?:duoc )?)?(?:lam|giup|"
    r"tra loi|ho tro|lam duoc|biet)?(?: duoc| toi| em| minh| cho)* ?(?:nhung |cac )?(?:gi|viec gi|chuc nang gi|"
    r"tinh nang)|cach (?:su )?dung'?|(?:su )?dung'? (?:the nao|nhu the nao|lam sao|ra sao|kieu gi)|tro giup|"
    r"help|menu|danh sach lenh|cac lenh|lenh|tinh nang|chuc nang cua (?:ban|bot|em|tro ly)|"
    r"(?:co )?(?:nhung )?chuc nang (?:gi|nao)|hoi duoc (?:nhung )?gi|toi (?:co the|nen|phai) (?:hoi|lam|noi|"
    r"nhan)(?: nhung)? (?:gi|the nao)(?: (?:o day|voi ban))?|bat dau (?:tu dau|the nao|nhu the nao)|"
    r"(?:cap nhat|bao cao|bao|ghi|gui|nhap) (?:tien do |minh chung |ket qua )?(?:the nao|nhu the nao|lam sao|"
    r"bang cach nao|kieu gi|ra sao)|(?:lam sao|lam the nao|cach|lam cach nao)(?: de)? (?:cap nhat|bao tien do|"
    r"bao cao tien do|ghi tien do|hoan tac|sua lai|them minh chung|nhap|gui)) "
)
HELP_HOW = re.compile(
    r" (?:cap nhat|bao cao|bao|ghi|gui|nhap|sua|them)(?: (?:tien do|minh chung|ket qua|thong tin|"
    r"so lieu))? (?:the nao|nhu the nao|lam sao|bang cach nao|kieu gi|ra sao) "
    r"| (?:lam sao|lam the nao|cach|lam cach nao)(?: de)? (?:cap nhat|bao tien do|bao cao tien do|ghi tien do|"
    r"hoan tac|sua lai|them minh chung|nhap|gui) "
)
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
