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
lúc nào, thế nào, như thế nào, làm sao, tại sao, vì sao, như nào, ntn, thì sao, có được không, được không,
có đạt không, có phải, có bắt buộc không, bắt buộc không, có cần không, có không, không, chưa, rồi, xong, hết, nữa,
cũng, còn, chỉ, mọi, đều, rất, quá, lại, ra, vào, lên, xuống, đi, đến, từ, trong, trên, dưới, và, hay, hoặc, với, cho,
của, về, theo, tại, bởi, do, nên, nếu, để, sẽ, đang, đã, vẫn, hơn, nhất, cũng như, như, khi, ở, này, đó, kia, ấy, em,
anh, chị, tôi, mình, thầy, cô, thầy cô, bạn, chúng tôi, bên em, bên mình, trường em, trường mình, trường tôi,
nhà mình, nhà em, hỏi, xin, xin hỏi, cho hỏi, cho em hỏi, cho tôi hỏi, cho mình hỏi, làm ơn, giúp, giúp em, giúp tôi,
vui lòng, nói, nói về, nói gì, biết, muốn, muốn biết, cho biết, xem, tìm, tra, tra cứu, cần gì, cần những gì, gồm gì,
gồm những gì, bao gồm, gồm, những gì, gồm có, là gì, gồm những ai, yêu cầu gì, yêu cầu những gì, yêu cầu, quy định,
theo quy định, quy định thế nào, điều kiện, điều kiện gì, nội dung, nội dung gì, chuẩn bị, chuẩn bị gì, thì đạt,
mới đạt, đạt gì, cần đạt, cần đạt gì, phải đạt, thuộc, nằm ở, nằm trong, xét ở, được xét, tính vào, nộp cho, xét,
tiêu chí nào, tiêu chuẩn nào, chỉ số nào, ở đâu, chỗ nào, phần nào, mục nào, liên quan, về việc, việc, phần, mục,
cụ thể, chi tiết, mấy tiêu chí, tc, của trường, nhà trường, trong trường, các trường, trường học, k, ko, kg, khg, hok,
dc, dk, j, z, v, r, tn, bn, nhg, trg, ng, vs, vd, nhiu, bnhieu, hả, hở, đấy, chứ, thôi, luôn, chẳng, chả, cứ, thật,
hẳn, liền, bèn, khỏi, à thế, hay sao, anh chị, các anh, các chị, các bác, tụi em, bọn em, chúng em, bọn mình,
tụi mình, trường tụi em, trường chúng tôi, bên tôi, đơn vị em, kiểu gì, cách nào, hay ngược lại, ngược lại,
có sao không, có ổn không, ổn không, được tính không, có được tính không, biết tính sao, có bị gì không, thế có,
thế thì, vậy thì, như vậy, như thế, thì phải, xếp vào đâu, xếp vào, ghi vào đâu, ghi vào, ghi ở đâu, đưa vào đâu,
viết vào đâu, tính vào đâu, cho vào đâu, để vào đâu, để vào, gom vào, cho vào, rơi vào, xếp đâu, tính đâu, ghi đâu,
nằm đâu, nằm gọn, xem đâu, xem ở đâu, xem chỗ nào, trình bày ở đâu, kẹt ở, kẹt, vướng, vướng ở, mắc ở, chạm, đụng,
đụng tới, bị soi, soi, bị chê, chê, bắt lỗi, bị bắt lỗi, bắt bẻ, bị bắt bẻ, bị trừ, chết không, đòi, đòi gì, đòi hỏi,
bị coi là, coi là, bị tính là, tính là, chấp nhận không, có chấp nhận không, chấp nhận được không, mấy bận,
ngày trước, hồi trước, lúc trước, vừa rồi, mới rồi, lên nổi, đạt nổi, nổi không, nhắc tới, nói tới, thế nào cho đúng,
cho đúng, làm sao cho, lo quá, lo, khổ quá, rối quá, chưa rõ, không rõ, không hiểu, chưa hiểu, hiểu sao, nghĩa là sao,
giải thích, giải thích giúp, hướng dẫn giúp, chỉ giúp, chỉ tôi, nhờ, nhờ chỉ, mục mấy, điều mấy, tiêu chí mấy,
tiêu chuẩn mấy, là tiêu chí mấy, cái ấy, cái này, cái đó, chuyện này, vụ này, lm, ntn z, ra sao
"""
"""Words of asking, politeness and grammar: they neither help nor harm."""

SOFT = """
trường, trung tâm, tiêu chí, tiêu chuẩn, chỉ số, chỉ báo, minh chứng, hồ sơ, giấy tờ, thông tư, đạt, đạt chuẩn,
đúng chuẩn, chuẩn, cấp học, số, mầm non, tiểu học, trung học cơ sở, thcs, th, mn, thpt, gdtx, trung học, cấp 1, cấp 2,
năm học, hằng năm, hàng năm, hoạt động, công tác, thực hiện, tổ chức, đảm bảo, bảo đảm, phục vụ, sử dụng, tỷ lệ,
phần trăm, số lượng, đầy đủ, đủ, đúng, phù hợp, quy trình, bước, các bước, lần, năm, một, hai, ba, bốn, sáu, bảy, nay,
năm nay, năm ngoái, hôm nay, ngày, tháng, tuần, lúc, hiện nay, hiện hành, tính, loại, mức, bộ, cách, người, riêng,
chung, mới, tốt, khác nhau, giống nhau, chính, đáp ứng, viết, làm, bắt đầu, bắt đầu từ đâu, thiếu, tính sao, rộng,
nhiều, ít, lớn, nhỏ, phụ trách, giờ, bây giờ, tối, sáng, chiều, trưa, mai, hôm qua, hôm, tối nay, cả, tự, giải quyết,
nhận, đưa, nộp, gửi, ghi, lấy, lập, thường xuyên, tất cả, toàn bộ, mỗi, từng, đoàn hỏi, đoàn về, đoàn kiểm,
đoàn kiểm tra, đoàn đòi, đoàn xem, đoàn bắt, đoàn đến, đoàn chấm, đoàn bảo, đoàn nói, làm minh chứng,
lấy làm minh chứng, chưa có, không có, chỉ có, có mỗi, trường nhỏ, trường làng, phải làm sao, cần làm gì, gần, xa,
hợp, hợp lý, tạm bợ
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
gieng khoan, nuoc phen, nuoc binh, nuoc dong binh, loc nuoc, may loc nuoc, nuoc dong chai -> nuoc sach
nha tieu, nha xi, ho xi, di ve sinh, cau tieu -> nha ve sinh
nha tieu, nha xi, khu wc -> khu ve sinh
lan xe, nha de xe dap, dung xe -> nha de xe
lan xe -> nha xe
thu thu, can bo thu vien, phu trach thu vien -> nhan vien thu vien
y si, y ta, can bo y te, co y te, nvyt, phu trach y te -> nhan vien y te
lao cong, tap vu, bao mau, phuc vu -> nhan vien
van thu, thu quy -> nhan vien van thu
sep, thu truong, nguoi dung dau -> hieu truong
sep, giam doc -> can bo quan ly
bang gi, bang cap gi, hoc van -> trinh do dao tao
so cap, trung cap, cao dang, dai hoc -> trinh do dao tao
mo coi, ho ngheo, nha ngheo, con nha ngheo -> hoan canh kho khan
tu ky, tang dong, cham phat trien, khiem thinh, khiem thi, cham noi -> khuyet tat
hoc duoi, mat goc, hoc cham, cham tien -> hoc sinh yeu
nhuom toc, noi tuc, chui the, chui bay, vo le, hut thuoc -> hanh vi khong duoc lam
khoi to, cong an bat, di tu, trai giao duong -> vi pham phap luat
sang che, che tao, stem, khkt -> nghien cuu khoa hoc
tat, danh tre, danh dap, bao hanh, phat vao tay, cau xe -> bao luc
lua dao, hack, lo thong tin, ke xau -> bao mat thong tin
lua dao, hack, tren mang, len mang -> an toan so
cong ty, cty, xi nghiep, nha may, doanh nghiep tu nhan -> doanh nghiep
bao lu, mua lu, lut loi, sat lo, lu quet -> thien tai
day cham, cham chuong trinh, cham tien do, troi bai, don tiet -> tien do chuong trinh
day trai mon, trai ban, day cheo mon -> phan cong chuyen mon
sap nhap, nhap truong, nhap lam mot -> dieu chinh ke hoach
nghi mua lu, nghi bao, nghi dich -> dieu chinh ke hoach
thap hon, binh quan tinh, dem so, so voi tinh -> so sanh
diem le, diem ban, lop cam ban -> diem truong
cach trung tam, cay so -> dia diem
met vuong, dat chat -> dien tich
bong mat, cay coi -> cay xanh
du quay, bap benh, nha bong -> do choi ngoai troi
bup be, vo chai, tai che -> do choi tu lam
boc bao ve, chot bao ve, phong truc -> phong bao ve
moi xong, muc nat, that lac, cat giu -> luu tru ho so
hoc ba, so dau bai, so sach -> ho so
day gioi, hoi giang, thi giang -> giao vien day gioi
don lop, dong qua, lop dong, vuot si so -> si so
don lop, dong qua, lop dong -> so hoc sinh trong mot lop
tieng thai, tieng mong, tieng tay, tieng hmong -> tieng dan toc
cam truot, khong duoc truot, nhat dinh phai dat, phai dat het -> tieu chi bat buoc
truc thuoc, cap tren, bo phong giao duc -> co quan quan ly
ky hieu minh chung, danh so minh chung -> ma minh chung
chang, khau, cong doan, tuan tu, lan luot -> cac buoc
cho yeu, diem yeu, khac phuc -> cai tien
thac mac, hop thu, y kien dong gop -> tiep nhan phan hoi
dan thong tin, bang tin -> cong khai
dun day, ai lam, viec ai nay lam, ai phu trach -> phan cong nhiem vu
nguoi thay, thay nguoi, nghi sinh -> phan cong nhiem vu
khuyet hieu pho, khuyet pho hieu truong, thieu hieu pho -> pho hieu truong
bo hoc, nghi hoc dai, nghi hoc ca thang -> nghi hoc keo dai
hoc chung, hoc cung ban -> hoa nhap
nghi hoc nhieu, hay nghi, di hoc deu -> chuyen can
lien doi, chi doi -> doi thieu nien
cuu chien binh, nghia trang, dang huong -> giao duc truyen thong
cai san, lat san, xin duoc, cho tien, gop cong -> huy dong nguon luc
tho quy, tien quy -> quy phu huynh
trinh chieu, slide, bai giang dien tu -> ung dung cong nghe thong tin
phan mem nganh, csdl, csdl nganh -> co so du lieu
con so, thong ke, so lieu -> du lieu
drive, google drive, ban mem, ban scan, file -> minh chung dien tu
truong tu lam -> tu danh gia
doan so, so xuong, so ve -> danh gia ngoai
doan so, so xuong, so ve -> tham dinh
cn -> cong nhan
hv -> hoc vien
ttgdtx -> giao duc thuong xuyen
gvcn -> giao vien chu nhiem
vp -> van phong
bv -> bao ve
khgd -> ke hoach giao duc
hdtn, tnhn -> hoat dong trai nghiem
tv tam ly, tvtl, tu van tl -> tu van tam ly
xmc -> xoa mu chu
sgk -> sach giao khoa
ktnb -> kiem tra noi bo
pa -> phuong an
p -> phong
d truong, d trg -> diem truong
hdt -> hoi dong truong
hckk, hc kho khan -> hoan canh kho khan
sk, skhoe -> suc khoe
mg -> mau giao
nt -> nha tre
dtn -> doan thanh nien
cdoan -> cong doan
yte -> y te
ca xa, cax -> cong an xa
tyt -> tram y te
giao duc xh, gd xh, gia dinh xh -> gia dinh va xa hoi
ptvd -> phat trien van dong
mtxq -> moi truong xung quanh
gvmn -> giao vien mam non
cbgvnv -> can bo giao vien nhan vien
hdsp -> hoi dong
ts -> tuyen sinh
tn -> tot nghiep
dgia -> danh gia
hsss -> ho so so sach
pcct -> phan cong
bch, tc dang -> to chuc dang
"""
"""Each line: ways of saying -> the words that the entries use."""

TRADE = """

kiểm định chất lượng giáo dục, kiểm định chất lượng, kiểm định, chất lượng giáo dục, chất lượng, giáo dục
"""
"""What the whole knowledge base is about: said out of habit."""

FOREIGN = """
lương, tăng lương, lương cơ sở, bậc lương, hệ số lương, nâng lương, tiền lương, bảng lương, quỹ lương, lương hưu,
lương tháng, trả lương, thời trả lương, hưởng lương, phụ cấp, thâm niên, trợ cấp, tiền, tiền thưởng, thưởng tết,
tiền công, thu nhập, công tác phí, thừa giờ, thêm giờ, dạy thay, số tiết, tiết dạy, định mức tiết, tạm ứng, hoàn ứng,
tiền ăn, suất ăn bao nhiêu tiền, bao nhiêu tiền, bảo hiểm, bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp, bhxh,
bhyt, bhtn, thai sản, sinh con, vợ sinh, ốm đau, ốm, dưỡng sức, nghỉ hưu, hưu trí, về hưu, nghỉ ốm, nghỉ phép,
nghỉ thai sản, nghỉ việc, thôi việc, nghỉ tết, nghỉ hè, nghỉ lễ, nghỉ học, nghỉ bù, xin nghỉ, lịch nghỉ, kỳ nghỉ,
được nghỉ, ngày phép, phép năm, nghỉ không lương, không lương, đơn xin, làm đơn, mẫu đơn, học phí, miễn giảm,
miễn học phí, thu phí, lệ phí, mức phí, phí, quỹ lớp, quỹ phụ huynh, khoản thu, mức thu, đóng tiền, thu tiền,
hoàn tiền, lạm thu, học bổng, tuyển sinh, chỉ tiêu tuyển sinh, trái tuyến, đúng tuyến, nhập học, xét tuyển,
trúng tuyển, nguyện vọng, điểm chuẩn, điểm sàn, học bạ, rút hồ sơ, vào lớp 10, vào 10, trường chuyên, trường điểm,
thi, kỳ thi, lịch thi, đề thi, đáp án, ôn thi, phòng thi, thí sinh, thi cử, thi thử, coi thi, chấm thi, thi vào,
điểm thi, điểm số, chấm điểm, điểm trung bình, kiểm tra giữa kỳ, kiểm tra cuối kỳ, bài kiểm tra, ma trận đề,
đề kiểm tra, đề cương ôn tập, thi tuyển, thi đấu, thi tốt nghiệp, bằng tốt nghiệp, văn bằng hai, điểm kiểm tra,
điểm tổng kết, bảng điểm, sổ điểm điện tử, biên chế, tinh giản, hợp đồng lao động, thăng hạng, giữ hạng,
hạng chức danh, chức danh nghề nghiệp, chuyển ngạch, luân chuyển, thuyên chuyển, biệt phái, điều động, bổ nhiệm lại,
nhiệm kỳ, từ chức, miễn nhiệm, cách chức, chuyển công tác, xin việc, giải thể, tòa án, kết nạp, kỷ luật đảng,
tiêu chuẩn đảng viên, đảng phí, đảng viên dự bị, phiếu đảng viên, bồi dưỡng thường xuyên, chứng chỉ chức danh,
chứng chỉ tiếng anh, chứng chỉ tin học, chứng chỉ ngoại ngữ, nghị định, luật giáo dục, luật viên chức, luật lao động,
luật nhà giáo, luật trẻ em, luật đất đai, bộ luật, hiến pháp, hiệu lực, kỷ luật giáo viên, xử lý giáo viên, xử phạt,
mức phạt, phạt nguội, bị phạt, thông tư 08, thông tư 16, thông tư 20, thông tư 22, thông tư 26, thông tư 27,
thông tư 28, thông tư 29, thông tư 30, thông tư 32, thông tư 58, thông tư 41, thông tư 47, thông tư 05, thông tư 52,
thông tư 36, thông tư 01, thông tư 02, thông tư 03, sách giáo khoa mới, chọn sách, bộ sách,
chương trình phổ thông mới, chương trình mới, giáo dục phổ thông mới, sáng kiến kinh nghiệm, powerpoint, mẫu giấy mời,
giấy mời, bài phát biểu, kịch bản, lời chúc, nông thôn mới, hộ nghèo, chuẩn nghèo, hộ cận nghèo, xóa nghèo,
gia đình văn hóa, làng văn hóa, đại học, thạc sĩ, tiến sĩ, du học, đại học từ xa, tại chức, aun, iso, ielts, toeic,
tiếng trung, dịch sang, dịch câu, thời tiết, trời mưa, trời nắng, bão số, cơn bão, nhiệt độ, dự báo, nóng quá,
lạnh quá, giá, giá vàng, tỷ giá, chứng khoán, xăng, xăng dầu, đô la, giá đất, mua nhà, vay, vay tiền, cho vay,
lãi suất, ngân hàng, đặt cọc, bán, mua bán, mua hàng, bán hàng, khuyến mại, trả góp, trận đấu, đội tuyển, xổ số,
lô đề, số đề, cá cược, đánh bài, vé số, phim, xem phim, ca sĩ, karaoke, nấu phở, nấu ăn ngon, công thức, món ăn,
món ngon, nhà hàng, ăn gì, uống gì, chơi gì, mặc gì, du lịch, vé máy bay, khách sạn, đặt vé, đặt phòng, xe buýt,
tàu hỏa, taxi, ô tô, xe máy, đăng kiểm, bằng lái, biển số, đường đi, chỉ đường, bản đồ, xe đưa đón, phí gửi xe,
thang máy, đồng hồ, đồng hồ điện, công trình xây dựng, nước sinh hoạt ở nhà, mật khẩu, đăng nhập, zalo, facebook,
tiktok, youtube, gmail, vnedu, smas, cơ sở dữ liệu ngành, cài đặt, cài win, excel, laptop, email, kẹt giấy, sửa máy,
sửa mạng, bị lỗi, virus, mạng yếu, bóng đèn, chữa bệnh, bệnh viện, khám thai, đau đầu, đau bụng, đau lưng, bị ốm,
bị sốt, bị ho, uống thuốc, bác sĩ, sữa học đường, sinh nhật, đám cưới, đám ma, kết hôn, ly hôn, hộ khẩu, căn cước,
hộ chiếu, khai sinh, thuế, nộp thuế, cưới, người yêu, yêu đương, tử vi, bói, phong thủy, lịch âm, con gì,
phương trình, bài văn, bài tập, văn mẫu, làm thơ, viết văn, viết thư, truyện cười, tiểu thuyết, tả con, tả cây,
nhân chia, thủ đô, dân số, chủ tịch huyện, chủ tịch nước, tổng thống, quốc hội, bầu cử, chiến tranh, con tôi,
con em tôi, cháu nhà tôi, nói xấu, cãi nhau, buồn quá, chúc ngủ ngon, hi, tạm biệt, mấy giờ, bị hỏng, thi nghề,
xin học, chế độ cho, đóng bảo hiểm, phí gửi, làm bánh, khỏe không, kiểm định xe, kiểm định ô tô, bánh, ngày mai,
tối qua, tối nay, thuê phòng, mượn phòng, đặt cơm, nghỉ đẻ, thi viên chức, xét tuyển viên chức, tuyển viên chức,
tuyển dụng viên chức, cấu trúc đề, cánh diều, kết nối tri thức, chân trời sáng tạo, chọn bộ nào, mấy tiết,
bao nhiêu tiết, giảm tiết, giảm mấy tiết, tiết một tuần, tiết trên tuần, dạy thừa giờ, tiền thừa giờ, lên hạng,
hạng ii, hạng iii, xuống hạng, chứng chỉ hành nghề, nghỉ mấy tuần, mấy ngày nghỉ, lịch nghỉ tết, làm tròn,
làm tròn điểm, cộng điểm, điểm ưu tiên, điểm liệt, bản kiểm điểm, kiểm điểm đảng viên, viết hộ, soạn hộ, soạn giúp,
làm hộ, viết giúp, tiền quỹ, quỹ lớp tối đa, thu tối đa, được trả bao nhiêu, trả bao nhiêu, tiền ăn bán trú,
thu bao nhiêu, đóng bao nhiêu, bao nhiêu một tháng, bao nhiêu một tiết, nghỉ hưu sớm, tinh giản biên chế,
sinh con thứ ba, con ốm, xin chuyển, thủ tục chuyển, thủ tục xin, đăng ký trực tuyến, nộp hồ sơ nhập học, đau dạ dày,
sốt, uống lá, thuốc nam, cảm cúm, mất ngủ, giảm cân, huyết áp, tiểu đường, mụn, uống hạ sốt, khám bệnh, chữa mẹo,
chia đất, thừa kế, di chúc, sang tên, đứng tên, tranh chấp, kiện, tòa, hai vợ chồng, vợ chồng, nuôi con, ở với ai,
tạm trú, thường trú, cccd, cmnd, định danh, vneid, lý lịch tư pháp, đèn đỏ, vượt đèn đỏ, nồng độ cồn, phạt bao nhiêu,
bằng lái xe, đá mấy giờ, tỷ số, world cup, v league, bóng đá tối nay, đội tuyển việt nam, xem bóng đá, kể chuyện cười,
đố vui, hát một bài, bài hát, bài thơ, tiếu lâm, người yêu chưa, bạn là ai, bạn tên gì, bạn bao nhiêu tuổi,
bạn mấy tuổi, tên bạn, tình yêu, thất tình, tán gái, buồn ngủ, thuê xe, xe khách, vé tàu, vé xe, vé tết, đặt tour,
đi hạ long, đi đà lạt, hạ long, homestay, visa, luộc gà, luộc, rán, xào, kho cá, nấu canh, món canh, gói bánh,
bánh chưng, muối dưa, nấu xôi, ướp, ăn kiêng, loto, số mấy, kiêng, âm lịch, mồng mấy, ngày rằm, ngày tốt, xem ngày,
hợp tuổi, cung hoàng đạo, mơ thấy, treo logo, treo máy, khôi phục ảnh, khôi phục, xóa ảnh, lấy lại, mật khẩu wifi,
kết nối máy in, sạc pin, pin, màn hình, loại nào bền, loại nào tốt, nên mua, mua loại, mua xe, mua điện thoại,
máy giặt, tivi, bón phân, trồng hoa, cây cảnh, nuôi chó, nuôi mèo, nuôi gà, thuốc trừ sâu, giá lúa, giá lợn, giá heo,
giá cà phê, bitcoin, chuyển khoản, thẻ atm, vay ngân hàng, lãi suất ngân hàng, sổ tiết kiệm, xây nhà, sơn nhà,
thuê nhà, bài phát biểu đám cưới, thôi nôi, đầy tháng, giỗ, cúng, cúng rằm, cúng ông công, chùa, lễ chùa,
ngày mai mưa, có mưa không, mưa không, mấy độ, trời rét, thủ tướng, tổng bí thư, chiến sự, giá xăng, lịch chiếu, rạp,
xin vào lớp, kể chuyện ma, kể chuyện vui, địa chỉ sở, địa chỉ trường, địa chỉ phòng, địa chỉ của, số điện thoại của,
số điện thoại sở, số điện thoại phòng, số điện thoại hiệu trưởng, điện thoại của tôi, thủ tục chuyển trường,
xin chuyển trường, giấy chuyển trường, chuyển trường cho con, chuyển trường giữa năm, đổi sách giáo khoa,
sách giáo khoa thống nhất, sách giáo khoa lớp, dịch giúp, dịch hộ, đăng ký thi, đăng ký dự thi, đăng ký khi nào,
tiền điện, giáo án bài, giáo án mẫu, đề cương, tuyển sinh lớp, tuyển sinh trực tuyến, điểm tuyển sinh,
tuyển sinh đại học, mua ở đâu, bán ở đâu, giá bao nhiêu, bao nhiêu tiền một, đặt hàng, cộng bằng mấy, 1 cộng 1,
được lên lớp khi nào, thông tư mới về, bồi dưỡng chức danh, chứng chỉ bồi dưỡng, tiêu chuẩn chức danh giáo viên,
học thạc sĩ, học phí đại học, xếp lương, chuyển xếp lương, nâng bậc, bậc mấy, hệ số mấy, phụ cấp ưu đãi,
phụ cấp khu vực, phụ cấp thu hút, phụ cấp chức vụ, phụ cấp trách nhiệm, phụ cấp đứng lớp, thưởng tết bao nhiêu,
tiền thưởng tết, tháng lương thứ, truy lĩnh, truy thu, lĩnh lương, chậm lương, nợ lương, lương mới, lương khởi điểm,
mức lương, lương thử việc, tiền dạy thêm, tiền trực, tiền ăn ca, thuế thu nhập, thuế tncn, giảm trừ gia cảnh,
mã số thuế, sổ bảo hiểm, rút bảo hiểm, bảo hiểm một lần, thẻ bảo hiểm, chế độ thai sản, chế độ ốm đau, con mấy tuổi,
nghỉ chăm con, tuổi nghỉ hưu, tuổi về hưu, bao nhiêu tuổi được nghỉ, về hưu trước tuổi, nghỉ mấy ngày, được nghỉ mấy,
nghỉ tết mấy, nghỉ tết dương, nghỉ lễ mấy, lịch tựu trường, ngày tựu trường, mấy giờ vào học, giờ tan học,
mấy giờ tan, khai giảng ngày nào, bế giảng ngày nào, tổng kết ngày nào, bao giờ nghỉ hè, kỳ thi tốt nghiệp,
thi tốt nghiệp môn, môn thi, mấy môn thi, thi môn gì, lịch thi học kỳ, đề cương ôn, ôn tập học kỳ, đề thi thử,
đáp án đề, điểm chuẩn đại học, điểm chuẩn lớp 10, xét học bạ, tuyển thẳng, điểm cộng, điểm khuyến khích,
cộng điểm nghề, khối thi, chọn trường đại học, ngành học, trường đại học nào, học ngành gì, chọn ngành,
học thêm ở đâu, trung tâm tiếng anh, gia sư, lớp học thêm toán, dạy kèm, sách nâng cao, giải bài, giải toán, bài toán,
giải giúp, phương trình bậc hai, tính diện tích hình, đạo hàm, tích phân, văn tả, tả mẹ, cảm nghĩ, thuyết minh về,
nghị luận, tập làm văn, thi công chức, thi tuyển giáo viên, hồ sơ thi viên chức, chỉ tiêu biên chế,
hợp đồng có thời hạn, hợp đồng 111, nghị định 111, hợp đồng không xác định, chấm dứt hợp đồng, thử việc, tập sự,
hết tập sự, đơn xin việc, sơ yếu lý lịch, xin thôi việc, bồi thường đào tạo, xin về gần nhà, xin đi biệt phái,
chuyển vùng, chuyển trường cho giáo viên, thuyên chuyển giáo viên, kỷ luật đảng viên, xếp loại đảng viên, bản tự kiểm,
kết nạp đảng, hồ sơ kết nạp, chuyển sinh hoạt đảng, huân chương, danh hiệu nhà giáo ưu tú, nhà giáo nhân dân,
chiến sĩ thi đua, lao động tiên tiến, viết sáng kiến, mẫu sáng kiến, tên đề tài sáng kiến, mẫu biên bản,
mẫu quyết định, mẫu tờ trình, mẫu công văn, thể thức văn bản, nghị định 30, căn lề, phông chữ, viết bài phát biểu,
bài diễn văn, lời dẫn chương trình, soạn bài phát biểu, viết thư mời, viết thông báo, slogan, khẩu hiệu hay,
học phí bao nhiêu, mức học phí, miễn học phí cho, giảm học phí, hỗ trợ chi phí học tập, hỗ trợ gạo, tiền đồng phục,
tiền bảo hiểm, tiền nước uống, tiền học thêm, khoản thu đầu năm, thu thỏa thuận, quỹ lớp bao nhiêu, nộp tiền,
đóng quỹ, trường tư bao nhiêu, cấp lại bằng, mất bằng tốt nghiệp, bản sao bằng, xin lại học bạ, in học bạ, sửa họ tên,
cải chính, đổi tên trong học bạ, trường nào tốt, học trường nào, tư vấn chọn trường, xin học cho con, cho con học,
con tôi học, hộ khẩu nơi khác, tạm trú dài hạn, cháu bị ốm, bé bị sốt, con bị ho, trẻ sốt cao, hạ sốt nhanh,
uống thuốc gì, thuốc gì, kháng sinh, vitamin, sữa nào, bỉm, ăn dặm, biếng ăn uống gì, đau răng, đau mắt đỏ uống,
đau bụng uống, đau họng, viêm họng, ho có đờm, sổ mũi, dị ứng, nổi mẩn, ngứa, mẩn ngứa, bong gân, chuột rút,
mất ngủ uống, tăng cân, giảm mỡ, tập gym, yoga, chạy bộ giảm, triệu chứng, xét nghiệm máu, bảo hiểm nhân thọ,
bệnh tiểu đường, cao huyết áp, dạ dày, gan nhiễm mỡ, viêm xoang, bệnh gì, khám ở đâu, bệnh viện nào, đỡ đau, chữa ho,
trị ho, trị mụn, rụng tóc, cách trị, cách chữa, cách nấu, cách làm bánh, cách kho, cách hầm, cách muối, cách ngâm,
cách nuôi, cách trồng, cách sửa, cách cài, cách tải, cách xóa, cách vẽ, cách đan, cách may, cách gấp, cách tẩy,
cách giặt, cách cắm hoa, nấu gì, ăn món gì, món gì ngon, nấu phở bò, thịt kho, canh chua, lẩu, gà rán, bún chả,
bún bò, phở, chè, xôi gấc, rượu, bia, cà phê, trà sữa, trà đá, quán nào, quán ăn, nhà hàng nào, đặc sản, khuyến mãi,
siêu thị, chợ nào, shopee, lazada, tiki, đơn hàng, giao hàng, ship, điện thoại nào, iphone, samsung, oppo, xiaomi,
mua máy, laptop nào, máy tính nào, máy tính bị chậm, máy bị đơ, bị đơ, bị treo, hết pin, sạc không vào, quên mật khẩu,
đổi mật khẩu, lấy lại mật khẩu, mất nick, hack nick, bị khóa tài khoản, facebook bị, zalo bị, nhắn tin zalo, tải zalo,
tải phim, tải nhạc, word bị, lỗi word, lỗi excel, hàm excel, hàm vlookup, file pdf, chuyển pdf, in hai mặt,
máy in không, máy in bị, không in được, máy chiếu không lên, mạng chậm, wifi chậm, đổi pass, cài office, crack,
windows, diệt virus, chụp màn hình, chat gpt, chatgpt, ai tạo ảnh, ô tô nào, xe nào, xe máy nào, đổi bằng lái,
thi bằng lái, bằng lái hạng, giấy phép lái xe, đăng ký xe, biển số xe, phạt tiền, không đội mũ phạt, phạt nguội tra,
quá tốc độ, đăng kiểm xe, giá xe, thay dầu, lốp xe, xe điện vinfast, vinfast, thời tiết mai, thời tiết hôm nay,
ngày mai nắng, mai mưa, hôm nay mưa, hôm nay nóng, hôm nay lạnh, gió mùa, bão khi nào, bão về, áp thấp,
nhiệt độ hôm nay, hôm nay thứ mấy, hôm nay ngày, mấy giờ rồi, bây giờ mấy giờ, ngày âm, lịch âm hôm nay, tết năm nay,
tết vào ngày, tết ngày nào, trung thu ngày nào, vàng hôm nay, giá vàng nhẫn, vàng sjc, đô la hôm nay, tỷ giá đô,
gửi tiết kiệm, lãi ngân hàng, vay mua nhà, vay thế chấp, vay tiêu dùng, nợ xấu, thẻ tín dụng, chuyển tiền,
mở tài khoản, cổ phiếu, chứng khoán hôm, tiền ảo, đầu tư gì, làm giàu, việc làm thêm, kinh doanh gì, bán online,
thuê trọ, phòng trọ, mua đất, bán đất, sang tên sổ, tách thửa, thổ cư, chuyển nhượng, công chứng, thừa kế đất,
di chúc miệng, bồi thường đất, tranh chấp đất, hàng xóm, kiện ra, luật sư, ly dị, chia tài sản, quyền nuôi con,
cấp dưỡng nuôi con, đăng ký kết hôn, giấy khai sinh, làm căn cước, làm hộ chiếu, hộ chiếu mất, nhập khẩu cho con,
cắt khẩu, nghĩa vụ quân sự, đi bộ đội, đội tuyển nào, tuyển việt nam, bóng đá hôm, trận tối, lịch bóng đá, ngoại hạng,
messi, ronaldo, sea games, kết quả xổ số, xổ số miền, lô hôm nay, con số may mắn, đánh con gì, mơ thấy rắn, giải mộng,
coi bói, xem bói, xem tuổi, tuổi gì hợp, hợp mệnh, mệnh gì, hướng nhà, cúng gì, văn khấn, lễ vật, đi chùa,
ngày tốt cưới, ngày khai trương, hát cho, kể cho, chuyện ma, truyện ma, phim gì, phim hay, xem phim gì, nhạc gì,
bài hát nào, ca sĩ nào, diễn viên, hoa hậu, game, liên quân, chơi game, đố bạn, bạn có biết hát, bạn có vợ,
bạn có người yêu, bạn ở đâu, bạn quê, ai tạo ra bạn, bạn là người hay, bạn là robot, bạn khỏe, bạn ăn cơm, chúc bạn,
yêu bạn, em yêu, buồn chán, cô đơn, chồng tôi, vợ tôi, chồng em, vợ em, mẹ chồng, người yêu cũ, ngoại tình, tỏ tình,
quà sinh nhật, tặng quà gì, quà gì, hoa gì, đặt tên con, tên hay cho, sinh năm, cao bao nhiêu, xa bao nhiêu,
bao nhiêu km, đi mất mấy, đường nào, đi đường nào, đi taxi, xe ôm, vé bay, chuyến bay, tàu hỏa mấy giờ, khách sạn nào,
đi biển, đi sa pa, sapa, đà nẵng, phú quốc, nha trang, du lịch ở, tour, trồng rau gì, sâu bệnh, phân bón, giống lúa,
cây ăn quả, nuôi lợn, nuôi cá, dịch tả lợn, giá gạo, giá phân, phun thuốc, cỏ dại, thủ đô của, nước nào,
dân số việt nam, nước mỹ, chiến tranh thế giới, ai là vua, vua nào, năm bao nhiêu, tổng thống mỹ, chủ tịch nước là ai,
dịch sang tiếng, tiếng anh là gì, nghĩa tiếng anh, dịch đoạn, viết email, viết đơn, viết cv, thơ tặng, thơ về,
caption, stt hay, status hay, ny, có ny, ts lớp, đk online, dk trực tuyến, mk wifi, quên mk, gplx, cdnn, thi vc,
tnthpt, thi thpt, thi tn thpt, bao nhiêu ngày nghỉ, nghỉ bao nhiêu, phạt bao, lương bao nhiêu, lương mấy,
bao nhiêu tuổi nghỉ, lương giáo viên, cách tính lương, tính lương, vào lớp 1 sớm, học sớm một năm,
nhận xét học sinh theo thông tư, thông tư 27 nhận xét, thi giáo viên giỏi cấp tỉnh, đăng ký thế nào,
thi giáo viên dạy giỏi đăng ký, wifi trường yếu, mạng trường yếu, máy tính bị hỏng, danh sách học sinh lớp
"""
"""Words of neighbouring fields (pay, leave, enrolment, exams, other laws, daily life): they count against an entry."""

FRAME = """
tiêu chí, tiêu chuẩn, chỉ báo, chỉ số, minh chứng, mc, kiểm định, tự đánh giá, đánh giá ngoài, thẩm định,
chuẩn quốc gia, báo cáo, cấp độ, mức một, mức hai, mức ba, mức bốn, mức mấy, mức nào, lên mức, đoàn hỏi, đoàn về,
đoàn kiểm, đoàn đòi, đoàn xem, đoàn bắt, đoàn chấm, trượt, bắt lỗi, bị soi, bị chê, bắt bẻ, bị trừ, hỏng mức, có đạt,
chưa đạt, không đạt, mới đạt, đạt nổi, đạt không, đủ chưa, có thiếu, bị coi là, bị tính, được tính, xếp vào, ghi vào,
đưa vào, viết vào, tính vào, để vào, xếp đâu, ghi đâu, tính ở, nằm ở, nằm trong, xem ở, xem chỗ, xếp hồ sơ,
trình bày ở, thuộc tiêu, mục nào, chứng minh
"""
"""What a question says of itself when it asks what the standards want, or where something belongs."""

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
FRAME_PHRASES = _phrases(FRAME)
SAME_PHRASES = _same(SAME)
SAME_SPELLED = _phrases(",".join(line.split("->")[0] for line in SAME.strip().splitlines()))
TABLES = (COUNT_PHRASES, EMPTY_PHRASES, SOFT_PHRASES, TRADE_PHRASES, FOREIGN_PHRASES, SAME_PHRASES)
GENERAL = frozenset(syllable for table in TABLES for phrase in table for syllable in phrase) | LINKS
"""Every syllable of the tables above: known, though it may stand in no entry."""
