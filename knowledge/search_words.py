"""The words of the field for searching: what says nothing, what means the same, and what belongs to another field."""

from __future__ import annotations

from knowledge.search_text import words

COUNTS = """
bao nhiêu tiêu chí, mấy tiêu chí, bao nhiêu tiêu chuẩn, mấy tiêu chuẩn, bao nhiêu chỉ báo, mấy chỉ báo, tổng số tiêu
chí, số tiêu chí, số lượng tiêu chí
"""
"""Words of asking that are a subject of their own: how many criteria there are."""
COUNTED = ("so", "tieu", "chuan", "tieu", "chi")
"""What the entries call it."""
NOT_COUNTED = frozenset({"dat", "buoc", "thieu", "cap", "quyet", "xong"})
"""Beside one of these words, how many criteria must be met is asked, not how many there are."""

EMPTY = """
ok, oke, tên gì, xin chào, chào, hello, hi, tạm biệt, cảm ơn, ạ, à, vậy, thế, nhỉ, nhé, nha, những, các, cái, là, thì,
mà, ơi, ừ, ừm, dạ, vâng, phải, có, cần, được, bị, gì, nào, sao, đâu, ai, mấy, bao nhiêu, bao lâu, khi nào, bao giờ,
lúc nào, thế nào, như thế nào, ra sao, làm sao, tại sao, vì sao, như nào, ntn, thì sao, có được không, được không, có
đạt không, có phải, có bắt buộc không, bắt buộc không, có cần không, có không, không, chưa, rồi, xong, hết, nữa, cũng,
còn, chỉ, mọi, đều, rất, quá, lại, ra, vào, lên, xuống, đi, đến, từ, trong, trên, dưới, và, hay, hoặc, với, cho, của,
về, theo, tại, bởi, do, nên, nếu, để, sẽ, đang, đã, vẫn, hơn, nhất, cũng như, như, khi, ở, này, đó, kia, ấy, em, anh,
chị, tôi, mình, thầy, cô, thầy cô, bạn, chúng tôi, bên em, bên mình, trường em, trường mình, trường tôi, nhà mình, nhà
em, hỏi, xin, xin hỏi, cho hỏi, cho em hỏi, cho tôi hỏi, cho mình hỏi, làm ơn, giúp, giúp em, giúp tôi, vui lòng, nói,
nói về, nói gì, biết, muốn, muốn biết, cho biết, xem, tìm, tra, tra cứu, cần gì, cần những gì, gồm gì, gồm những gì,
bao gồm, gồm, những gì, gồm có, là gì, gồm những ai, yêu cầu gì, yêu cầu những gì, yêu cầu, quy định, theo quy định,
quy định thế nào, điều kiện, điều kiện gì, nội dung, nội dung gì, chuẩn bị, chuẩn bị gì, thì đạt, mới đạt, đạt gì, cần
đạt, cần đạt gì, phải đạt, thuộc, nằm ở, nằm trong, xét ở, được xét, tính vào, nộp cho, xét, tiêu chí nào, tiêu chuẩn
nào, chỉ số nào, ở đâu, chỗ nào, phần nào, mục nào, liên quan, về việc, việc, phần, mục, cụ thể, chi tiết, mấy tiêu
chí, tc, của trường, nhà trường, trong trường, các trường, trường học, k, ko, kg, khg, hok, dc, dk, j, z, v, r, tn,
bn, nhg, trg, ng, vs, vd, nhiu, bnhieu
"""
"""Words of asking, politeness and grammar: they neither help nor harm."""

SOFT = """
trường, trung tâm, tiêu chí, tiêu chuẩn, chỉ số, chỉ báo, minh chứng, hồ sơ, giấy tờ, thông tư, đạt, đạt chuẩn, đúng
chuẩn, chuẩn, cấp học, số, mầm non, tiểu học, trung học cơ sở, thcs, th, mn, thpt, gdtx, trung học, cấp 1, cấp 2, năm
học, hằng năm, hàng năm, hoạt động, công tác, thực hiện, tổ chức, đảm bảo, bảo đảm, phục vụ, sử dụng, tỷ lệ, phần
trăm, số lượng, đầy đủ, đủ, đúng, phù hợp, quy trình, bước, các bước, lần, năm, một, hai, ba, bốn, sáu, bảy, nay, năm
nay, năm ngoái, hôm nay, ngày, tháng, tuần, lúc, hiện nay, hiện hành, tính, loại, mức, bộ, cách, người, riêng, chung,
mới, tốt, khác nhau, giống nhau, chính, đáp ứng, viết, làm, bắt đầu, bắt đầu từ đâu, thiếu, tính sao, rộng, nhiều, ít,
lớn, nhỏ, phụ trách, giờ, bây giờ, tối, sáng, chiều, trưa, mai, hôm qua, hôm, tối nay, cả, tự, giải quyết, nhận, đưa,
nộp, gửi, ghi, lấy, lập, thường xuyên, tất cả, toàn bộ, mỗi, từng
"""
"""Words that half of the entries share: they decide only among themselves."""

SAME = """
hoi phu huynh, hoi cha me, ban phu huynh, phu huynh, phhs -> ban dai dien cha me hoc sinh
chi hoi phu huynh, hoi cmhs, cmhs, ban dai dien cmhs, bdd cmhs, bdd -> ban dai dien cha me hoc sinh
hop phu huynh, hop cmhs -> hop cha me hoc sinh
phu huynh -> cha me
bo me, ba me, gia dinh tre -> cha me tre
wc, toilet, toa let, nha ve sinh, khu ve sinh, nha cau, ho xi, ct ve sinh, ctvs, nvs -> cong trinh ve sinh
wc, toilet, toa let, khu ve sinh, nvs -> nha ve sinh
nha xe, bai xe, gui xe, de xe, cho de xe, khu de xe, nha gui xe -> nha de xe
nuoc uong, nuoc may, nuoc gieng, nuoc sinh hoat -> nuoc sach
rac thai, xu ly rac, do rac, gom rac -> thu gom rac
csvc, cs vat chat, co so vc -> co so vat chat
gv, thay giao, co giao, thay co giao -> giao vien
doi ngu giao vien -> giao vien
hs, hoc tro, cac em, cac chau -> hoc sinh
nv -> nhan vien
cbql, cb quan ly, ban giam hieu, bgh, lanh dao truong, ban lanh dao -> can bo quan ly
bgh, ban giam hieu, lanh dao truong -> hieu truong pho hieu truong
ht -> hieu truong
pht, hieu pho, hp, p ht -> pho hieu truong
tdg, tu dg, t danh gia -> tu danh gia
dgn, dg ngoai -> danh gia ngoai
mc, mchung, m chung, bang chung -> minh chung
hd tdg -> hoi dong tu danh gia
hd, hdong -> hoi dong
hd, hdg -> hoat dong
kh, khoach -> ke hoach
bc, bcao -> bao cao
qd -> quyet dinh
pccc, chua chay, phong chay -> phong chay chua chay
chay no -> phong chay chua chay
antt -> an ninh trat tu
atgt, luat giao thong -> an toan giao thong
atgt, giao thong -> tai nan giao thong
attp, vsattp, an toan thuc pham, ve sinh an toan thuc pham, ngo doc -> ngo doc thuc pham
tntt, tai nan -> tai nan thuong tich
tnxh, ma tuy -> te nan xa hoi
bao luc, danh nhau, bat nat, bhhd -> bao luc hoc duong
cntt, cong nghe tt, tin hoc -> cong nghe thong tin
may vi tinh -> may tinh
mang internet, wifi, noi mang -> internet
tbdh, tb day hoc, thiet bi day -> thiet bi day hoc
dddh, dd day hoc -> do dung day hoc
do dung tu lam -> tu lam do dung day hoc
tv, tvien, phong doc, sach bao -> thu vien
tv -> thu vien
ngll, hdngll, ngoai gio, hoat dong ngoai khoa, ngoai khoa -> ngoai gio len lop
kns, ky nang mem -> ky nang song
gdtc, the chat -> giao duc the chat
hd nghe, day nghe, hoc nghe, nghe pho thong -> nghe pho thong
chon nghe, phan luong, dinh huong nghe -> huong nghiep
hsg, hoc sinh gioi -> boi duong hoc sinh gioi
phu dao, yeu kem, hoc sinh kem, hs yeu -> giup do hoc sinh yeu
hoc them, day them -> day them hoc them
pc, pcgd, pc giao duc -> pho cap giao duc
ra lop, den truong -> huy dong tre trong do tuoi di hoc
dong phuc, quan ao -> trang phuc
mu bao hiem, di duong -> an toan giao thong
bang dai hoc, bang cao dang -> trinh do dao tao
tu bao ve -> ky nang song
hoc luc, kqht, ket qua hoc tap -> xep loai hoc luc
kha gioi -> xep loai kha gioi
hanh kiem, dao duc hoc sinh, duoi hoc -> xep loai hanh kiem
bo hoc, ở lại lớp, đúp -> luu ban
len lop -> ty le hoc sinh len lop
si so -> so hoc sinh trong mot lop
số trẻ, si so -> so tre trong mot nhom
số trẻ, moi lop may chau -> so tre
diem le, phan hieu, diem truong le, khu le -> diem truong
so do to chuc, co cau -> co cau to chuc bo may
chi bo, dang bo, dang vien -> to chuc dang cong san viet nam
cong doan, cd -> to chuc cong doan
doan thanh nien, chi doan, doan doi, doan the, doi tntp -> doan thanh nien cong san ho chi minh
tong phu trach, tpt, tpt doi -> tong phu trach doi
to cm, to chuyen mon, to khoi, shcm, sinh hoat chuyen mon, to truong -> to chuyen mon
to vp -> to van phong
dan chu, qcdc -> quy che dan chu
thi dua, khen thuong, ptrao -> phong trao thi dua
so sach, luu tru, van thu -> luu tru ho so
tai chinh, thu chi, ngan sach, kinh phi, tien nong, ke toan thu chi, minh bach thu chi -> quan ly tai chinh
qcctnb, chi tieu -> quy che chi tieu noi bo
dat dai, sổ đỏ -> giay chung nhan quyen su dung dat
tam nhin, chien luoc, dinh huong phat trien, phuong huong phat trien -> chien luoc phat trien nha truong
bằng cấp, bằng, trinh do, tren chuan, dat chuan trinh do -> trinh do dao tao
gvg, gvdg, gv gioi, giao vien gioi -> giao vien day gioi
quyen loi -> dam bao cac quyen
che do -> che do chinh sach
cap duong, nau an, dau bep, nha bep nv -> nhan vien nau an
y te, phong y te, y te hoc duong, tu thuoc, thuoc men -> trang thiet bi y te
suc khoe, kham benh -> kham suc khoe dinh ky
tiem phong, tiem vac xin, chich ngua -> tiem chung
moi truong, trong cay -> bao ve moi truong
lao dong, truc nhat, quet don -> giu gin ve sinh moi truong
xanh sach dep, canh quan -> khuon vien xanh sach dep
hang rao, tuong bao -> tuong rao
tường rào, tường bao -> hang rao bao quanh
san truong, san choi, san tap, san bong, san bai -> san choi bai tap
bien ten truong, bang ten truong -> bien truong
ban ghe, ban hoc -> ban ghe hoc sinh
phong bo mon, phong thi nghiem, phong thuc hanh -> phong hoc bo mon
bếp, nhà bếp, bếp ăn -> bep an
mau thuc an, luu mau -> luu mau thuc an
bé, cháu, các bé, các cháu, tre em, tre nho -> tre
an trua, ban tru, ngu trua -> ban tru
phong ngu -> phong sinh hoat chung phong ngu
choi ngoai troi, cau truot, xich du -> do choi ngoai troi
vuon rau, vuon truong -> vuon cay
le hoi, ngay le, su kien -> le hoi van nghe
da ngoai, tham quan, trai nghiem -> tham quan
le phep, chao hoi, tu tin -> manh dan trong giao tiep
noi nang, ngon ngu, phat am, chu cai -> phat trien ngon ngu
vẽ tranh, tô màu, hát múa, am nhac, tao hinh -> am nhac tao hinh
can nang, can do, chieu cao -> chieu cao can nang
thap coi, nhe can, sdd, suy dd, thua can -> suy dinh duong
béo, thua can -> beo phi
khuyet tat, hoa nhap, ktat -> tre khuyet tat hoc hoa nhap
di hoc deu, di hoc chuyen can -> chuyen can
xhh, xa hoi hoa, tai tro, quyen gop, ung ho, manh thuong quan, van dong tai tro -> huy dong nguon luc
chinh quyen, ubnd, uy ban, cq dp, dia phuong, ubnd xa -> chinh quyen dia phuong
tham muu -> tham muu voi cap uy dang chinh quyen
di tich, den on dap nghia, liet si, thuong binh, me viet nam anh hung, mvnah -> cham soc di tich lich su
lich su dia phuong, truyen thong -> truyen thong lich su van hoa dan toc
ppdh, pp day hoc, pp, doi moi pp -> phuong phap day hoc
hkpd, phu dong -> hoi khoe phu dong
tdtt, the duc the thao, the thao -> van nghe the thao
tkb, thoi khoa bieu -> chuong trinh giao duc ke hoach day hoc
giao an, soan bai, day du mon -> chuong trinh ke hoach day hoc
gddp, tai lieu dia phuong -> giao duc dia phuong
kdcl, kdclgd, kd, kd clgd -> kiem dinh chat luong
cl -> chat luong
ctcl, khct, khctcl, cai tien -> ke hoach cai tien chat luong
nhom truong, nhom thu ky, nhom cong tac -> hoi dong
chung nhan, bang cong nhan, gcn -> giay chung nhan
han nop, han cuoi, deadline, thoi han nop, bao gio nop -> han bao cao
hinh thuc cong khai, dang web, niem yet -> cong bo
muc do dat, cap do -> cap do
cqg, chuan qg, truong chuan, dat chuan quoc gia -> chuan quoc gia
nuoi day -> nuoi duong cham soc giao duc
bao hanh -> bao luc
nguoi hoc -> hoc vien
hao tam, nha hao tam, mtq -> huy dong nguon luc
khao sat, so bo -> danh gia ngoai
tchuan, tchuan -> tieu chuan
tchi -> tieu chi
ptgd -> phuong tien
kt -> khuyet tat
gd -> giao duc
ql -> quan ly
cm -> chuyen mon
tb -> thiet bi
ht -> hoan thanh
sl -> so luong
tl -> ty le
dp -> dia phuong
cq -> chinh quyen
"""
"""Each line: ways of saying -> the words that the entries use."""

TRADE = """

kiểm định chất lượng giáo dục, kiểm định chất lượng, kiểm định, chất lượng giáo dục, chất lượng, giáo dục
"""
"""What the whole knowledge base is about: said out of habit."""

FOREIGN = """
lương, tăng lương, lương cơ sở, bậc lương, hệ số lương, nâng lương, tiền lương, bảng lương, quỹ lương, lương hưu,
lương tháng, trả lương, thời trả lương, hưởng lương, phụ cấp, thâm niên, trợ cấp, tiền, tiền thưởng, thưởng tết, tiền
công, thu nhập, công tác phí, thừa giờ, thêm giờ, dạy thay, số tiết, tiết dạy, định mức tiết, tạm ứng, hoàn ứng, tiền
ăn, suất ăn bao nhiêu tiền, bao nhiêu tiền, bảo hiểm, bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp, bhxh,
bhyt, bhtn, thai sản, sinh con, vợ sinh, ốm đau, ốm, dưỡng sức, nghỉ hưu, hưu trí, về hưu, nghỉ ốm, nghỉ phép, nghỉ
thai sản, nghỉ việc, thôi việc, nghỉ tết, nghỉ hè, nghỉ lễ, nghỉ học, nghỉ bù, xin nghỉ, lịch nghỉ, kỳ nghỉ, được
nghỉ, ngày phép, phép năm, nghỉ không lương, không lương, đơn xin, làm đơn, mẫu đơn, học phí, miễn giảm, miễn học phí,
thu phí, lệ phí, mức phí, phí, quỹ lớp, quỹ phụ huynh, khoản thu, mức thu, đóng tiền, thu tiền, hoàn tiền, lạm thu,
học bổng, tuyển sinh, chỉ tiêu tuyển sinh, trái tuyến, đúng tuyến, nhập học, xét tuyển, trúng tuyển, nguyện vọng, điểm
chuẩn, điểm sàn, chuyển trường, học bạ, rút hồ sơ, vào lớp 1, vào lớp 6, vào lớp 10, vào 10, trường chuyên, trường
điểm, thi, kỳ thi, lịch thi, đề thi, đáp án, ôn thi, phòng thi, thí sinh, thi cử, thi thử, coi thi, chấm thi, thi vào,
điểm thi, điểm số, chấm điểm, điểm trung bình, kiểm tra giữa kỳ, kiểm tra cuối kỳ, bài kiểm tra, ma trận đề, đề kiểm
tra, đề cương ôn tập, thi tuyển, thi đấu, thi tốt nghiệp, bằng tốt nghiệp, văn bằng hai, điểm kiểm tra, điểm tổng kết,
bảng điểm, sổ điểm điện tử, biên chế, tinh giản, hợp đồng lao động, thăng hạng, giữ hạng, hạng chức danh, chức danh
nghề nghiệp, chuyển ngạch, luân chuyển, thuyên chuyển, biệt phái, điều động, bổ nhiệm lại, nhiệm kỳ, từ chức, miễn
nhiệm, cách chức, chuyển công tác, xin việc, sáp nhập, giải thể, tòa án, kết nạp, kỷ luật đảng, tiêu chuẩn đảng viên,
đảng phí, đảng viên dự bị, phiếu đảng viên, bồi dưỡng thường xuyên, chứng chỉ chức danh, chứng chỉ tiếng anh, chứng
chỉ tin học, chứng chỉ ngoại ngữ, nghị định, luật giáo dục, luật viên chức, luật lao động, luật nhà giáo, luật trẻ em,
luật đất đai, bộ luật, hiến pháp, hiệu lực, kỷ luật giáo viên, xử lý giáo viên, xử phạt, mức phạt, phạt nguội, bị
phạt, thông tư 08, thông tư 16, thông tư 20, thông tư 22, thông tư 26, thông tư 27, thông tư 28, thông tư 29, thông tư
30, thông tư 32, thông tư 58, thông tư 41, thông tư 47, thông tư 05, thông tư 52, thông tư 36, thông tư 01, thông tư
02, thông tư 03, sách giáo khoa mới, chọn sách, mua sách, bộ sách, chương trình phổ thông mới, chương trình mới, giáo
dục phổ thông mới, sáng kiến kinh nghiệm, powerpoint, mẫu giấy mời, giấy mời, bài phát biểu, kịch bản, lời chúc, nông
thôn mới, hộ nghèo, chuẩn nghèo, hộ cận nghèo, xóa nghèo, gia đình văn hóa, làng văn hóa, đại học, cao đẳng, thạc sĩ,
tiến sĩ, du học, đại học từ xa, tại chức, aun, iso, ielts, toeic, tiếng anh, tiếng trung, dịch sang, dịch câu, thời
tiết, trời mưa, trời nắng, mưa, nắng, bão số, cơn bão, nhiệt độ, dự báo, nóng quá, lạnh quá, giá, giá vàng, tỷ giá,
chứng khoán, xăng, xăng dầu, đô la, giá đất, mua nhà, vay, vay tiền, cho vay, lãi suất, ngân hàng, đặt cọc, mua, bán,
mua bán, mua hàng, bán hàng, khuyến mại, trả góp, bóng đá, trận đấu, đội tuyển, xổ số, lô đề, số đề, cá cược, đánh
bài, vé số, phim, xem phim, ca sĩ, karaoke, nấu phở, nấu ăn ngon, công thức, món ăn, món ngon, nhà hàng, ăn gì, uống
gì, chơi gì, mặc gì, du lịch, vé máy bay, khách sạn, đặt vé, đặt phòng, xe buýt, tàu hỏa, taxi, ô tô, xe máy, đăng
kiểm, bằng lái, biển số, đường đi, chỉ đường, bản đồ, xe đưa đón, phí gửi xe, thang máy, đồng hồ, đồng hồ điện, công
trình xây dựng, nước sinh hoạt ở nhà, mật khẩu, tài khoản, đăng nhập, zalo, facebook, tiktok, youtube, gmail, vnedu,
smas, cơ sở dữ liệu ngành, cài đặt, cài win, excel, laptop, điện thoại, số điện thoại, địa chỉ, email, kẹt giấy, sửa
máy, sửa mạng, bị lỗi, virus, mạng yếu, bóng đèn, chữa bệnh, chữa, bệnh viện, khám thai, đau đầu, đau bụng, đau lưng,
bị ốm, bị sốt, bị ho, uống thuốc, bác sĩ, sữa học đường, sinh nhật, đám cưới, đám ma, kết hôn, ly hôn, hộ khẩu, căn
cước, hộ chiếu, khai sinh, thuế, nộp thuế, cưới, người yêu, yêu đương, tử vi, bói, phong thủy, lịch âm, con gì, phương
trình, bài văn, bài tập, văn mẫu, làm thơ, viết văn, viết thư, truyện cười, tiểu thuyết, tả con, tả cây, nhân chia,
thủ đô, dân số, chủ tịch huyện, chủ tịch nước, bí thư, tổng thống, quốc hội, bầu cử, chiến tranh, con tôi, con em tôi,
cháu nhà tôi, nói xấu, cãi nhau, buồn quá, chúc ngủ ngon, hi, tạm biệt, mấy giờ, bị hỏng, thi nghề, xin học, chế độ
cho, đóng bảo hiểm, phí gửi, làm bánh, khỏe không, kiểm định xe, kiểm định ô tô, bánh, ngày mai, tối qua, tối nay,
thuê phòng, mượn phòng, đặt cơm
"""
"""Words of neighbouring fields (pay, leave, enrolment, exams, other laws, daily life): they count against an entry."""

LINKS = frozenset({"va", "cua", "cac", "nhung"})
"""Small words between two that belong together: left out before neighbours are looked at."""


Phrase = tuple[str, ...]
Table = dict[Phrase, set[Phrase]]
"""Folded phrases, each with the ways it is spelled."""


def _phrases(text: str) -> Table:
    table: Table = {}
    for phrase in text.replace("\n", " ").split(","):
        split = words(phrase)
        if split:
            table.setdefault(tuple(each.plain for each in split), set()).add(tuple(each.toned for each in split))
    return table


def _same(text: str) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Map each way of saying to the folded words that the entries use."""
    meanings: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for line in text.strip().splitlines():
        said, meant = line.split("->")
        for phrase in _phrases(said):
            meanings.setdefault(phrase, []).append(tuple(each.plain for each in words(meant)))
    return meanings


LEVELS = {
    ("mam", "non"): ("mn",),
    ("mn",): ("mn",),
    ("mau", "giao"): ("mn",),
    ("tieu", "hoc"): ("th", "pt"),
    ("th",): ("th", "pt"),
    ("thcs",): ("thcs", "pt"),
    ("trung", "hoc"): ("thcs", "pt"),
    ("thpt",): ("thcs", "pt"),
    ("gdtx",): ("gdtx",),
}
"""School levels as they are named, and the ids of the frameworks that hold for them."""

AMBIGUOUS = frozenset({"hd", "hđ", "tb", "ht", "tv", "pc"})
"""Shorthand with more readings than one: each is looked for."""

STRICT = frozenset({"luong", "tien", "thue", "om"})
"""Single words of FOREIGN that stay foreign beside a neighbour that some entry has."""

COUNT_PHRASES = _phrases(COUNTS)
EMPTY_PHRASES = _phrases(EMPTY)
SOFT_PHRASES = _phrases(SOFT)
TRADE_PHRASES = _phrases(TRADE)
FOREIGN_PHRASES = _phrases(FOREIGN)
SAME_PHRASES = _same(SAME)
SAME_SPELLED = _phrases(",".join(line.split("->")[0] for line in SAME.strip().splitlines()))
TABLES = (COUNT_PHRASES, EMPTY_PHRASES, SOFT_PHRASES, TRADE_PHRASES, FOREIGN_PHRASES, SAME_PHRASES)
GENERAL = frozenset(syllable for table in TABLES for phrase in table for syllable in phrase) | LINKS
"""Every syllable of the tables above: known, though it may stand in no entry."""
