"""Words around the names of schools: kinds of school, names that are ordinary words, and what is said of a school."""

from __future__ import annotations

# Kinds of school as they stand right before (or after) a name, longest first; folded words.
KIND_WORDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("trung", "hoc", "co", "so"), ("THCS",)),
    (("trung", "hoc", "pho", "thong"), ("THPT",)),
    (("th", "va", "thcs"), ("TH", "THCS")),
    (("thcs", "va", "thpt"), ("THCS", "THPT")),
    (("th", "thcs"), ("TH", "THCS")),
    (("thcs", "thpt"), ("THCS", "THPT")),
    (("mam", "non"), ("MN",)),
    (("mau", "giao"), ("MN",)),
    (("nha", "tre"), ("MN",)),
    (("tieu", "hoc"), ("TH",)),
    (("th", "cs"), ("THCS",)),
    (("th", "pt"), ("THPT",)),
    (("cap", "1"), ("TH",)),
    (("cap", "2"), ("THCS",)),
    (("cap", "3"), ("THPT",)),
    (("cap", "i"), ("TH",)),
    (("cap", "ii"), ("THCS",)),
    (("cap", "iii"), ("THPT",)),
    (("gdnn", "gdtx"), ("GDTX",)),
    (("mn",), ("MN",)),
    (("mg",), ("MN",)),
    (("mamnon",), ("MN",)),
    (("th",), ("TH",)),
    (("tieuhoc",), ("TH",)),
    (("c1",), ("TH",)),
    (("thcs",), ("THCS",)),
    (("c2",), ("THCS",)),
    (("thpt",), ("THPT",)),
    (("c3",), ("THPT",)),
    (("gdtx",), ("GDTX",)),
)

_ORDINARY = """
doan ket; tien phong; thong nhat; hoa binh; quyet tien; quyet thang; thanh cong; tan tien; doc lap; tu do; hanh phuc;
dan chu; cong hoa; hop tien; dong tam; huong duong; hoa hong; hoa sen; hoa mai; hoa mi; son ca; binh minh; anh duong;
tuoi tho; thanh nien; thang loi; tien bo; phat trien; lao dong; kien trung; nhan ai; binh an; hoi nhap; sang tao;
hy vong; tuong lai; dai thang; cong dong; trung thanh; an toan; quang trung; hop tac; tu lap; tien thang; chien thang;
toan thang; dong tien; thang long; xuan hoa; mang non; sao mai; be ngoan; thien than; hong ha; hop nhat; dai dong;
tan dan; nhan dan; minh duc; van hoa; tan lap; tien thanh; tan hung; phuc loc; an binh; tam phuc; thong thai;
hung thinh; thinh vuong; cao thang; hung son; lien ket; hoc tap; ky luat; trach nhiem; chat luong; thuc hanh;
kim dong; vo thi sau; ho chi minh; le hong phong; ngo quyen; lam son; dien hong; tran phu; nguyen trai; le loi"""
ORDINARY_NAMES = frozenset(" ".join(name.split()) for name in _ORDINARY.split(";"))
"""Names that are words of the language, or of its history, too: alone in a sentence they are taken for those."""

_ABOUT = """
doi chuyen sang qua vao thang nam nay sau truoc toi lich dgn danh gia ngoai khi nao bao gio may tien do the ra sao xem
cho biet hoi o roi chua xong lam den dau nhac gui tinh hinh hien bay hom cham tre som hon lui giup minh em thay co a u
ha nhe voi va hay trang thai con thieu gi dang ket qua moi nhat di nua duoc khong ko k t thi bao cao tdg tu day truong
cua ngay cap nhat"""
ABOUT_A_SCHOOL = frozenset(_ABOUT.split())
"""Words of a message that is about a school and nothing else: its name, and what is asked or done about its review."""

_OTHERS = "thay chi anh ong ba bac chu duong pho doi quan huyen giai quy thon lang quoc lo be ten"
NOT_A_SCHOOL_BEFORE = frozenset(_OTHERS.split())
"""Words that make a name after them a person's, a street's or a team's."""
