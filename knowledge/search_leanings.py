"""Which words lean towards our field, and which away from it: by benchmarks/fit.py from the tuning half."""

LEANINGS = """
1 som: -0.4; 10: -0.9; 10 truong: -0.5; 18: 0.3; 19: 0.4; 20: -0.4; 20 2018: -0.5; 2018: -0.7; 2018 khi: -0.4
2018 la: -0.4; 2026: -0.4; 22: -0.7; 27 nhan: -0.4; 29: -0.5; 29 day: -0.4; 30: -0.5; 30 danh: -0.5; 5: -0.6
5 lop: -0.3; 5a: -0.4; 6 truong: -0.6; 6 tuoi: 0.3; 9: 0.4; a: 0.4; ai day: -0.6; am nhac: 0.4; an bai: -0.3
an ban: -0.7; an powerpoint: -0.5; an toan: 0.4; antt: -0.3; antt chon: -0.3; aun: -0.6; aun qa: -0.3; b: -0.4
b may: -0.4; ba: 0.4; bai 5: -0.3; bai phat: -0.4; ban ban: -0.5; ban can: -0.6; ban co: -0.5; ban ghe: 0.4
ban khoe: -0.5; bang: 0.4; bang lai: -0.7; bang luong: -0.5; banh: -0.4; banh trung: -0.5; bao cao: 0.8; bao dam: 0.3
bao gio: -0.4; bao hiem: -0.6; bao khong: -0.8; bao luc: 0.3; bao nhieu: -0.5; bao ve: 0.4; bat buoc: -0.4; be: 1.0
bep: 0.7; bep an: 0.4; bhtn: -0.3; bhtn khong: -0.3; bi chay: -0.5; bi day: 0.3; bi phat: -0.4; bi xu: -0.4
bien che: -0.6; biet: 0.6; bo: 0.7; bo giao: 0.4; bo hoc: 0.4; bo me: -0.4; bo nao: -0.5; bo nhiem: -0.4; boi do: -0.4
boi duong: 0.4; bon: -0.5; bon phan: -0.7; bong: -0.6; bong den: -0.5; buoc khong: -0.6; buoi: 0.3; buon: -0.5
buon di: -0.5; ca hai: -0.3; cach: -1.0; cach dung: -0.7; cach lam: -0.5; cai tien: 0.4; cai win: -0.4; cai zalo: -0.5
can: 0.3; can bo: 0.5; can ca: -0.3; can cuoc: -0.5; can gi: 0.6; can giay: -0.5; cao: 0.5; cap: 0.4; cap cho: -0.8
cap do: 0.7; cap tham: -0.4; cau: 0.4; cau nay: -0.3; cau truc: -0.4; cay: 0.4; cd: -0.3; cd voi: -0.3; cha: 0.4
cha me: 0.3; cham: 0.9; chao: -0.5; chao ban: -0.5; chat luong: -0.4; chau: 0.5; chau bon: -0.6; che: -0.8
che do: -0.6; chi: 0.7; chi boi: -0.3; chi ho: -1.2; chi nao: 0.7; chi so: 0.5; chi tin: -0.6; chi truong: -0.7
chia khong: -0.5; chieu: 0.4; chinh: 0.6; cho con: -0.6; cho de: 0.4; cho giao: -0.6; cho may: -0.4; cho nhan: 0.5
cho sai: -0.4; cho truong: 0.3; choi: 0.6; chon bo: -0.4; chong thi: -0.3; chu: 0.7; chua: 0.4; chuan: 1.1
chuan khong: 0.5; chuc: -0.6; chuc dam: -0.6; chung: 0.4; chung chi: -1.1; chuyen cuiocho: -0.4; chuyen mon: 0.7
chuyen nguyen: -0.3; chuyen tam: -0.5; chuyen truong: -0.7; cntt: 0.4; cntt soan: 0.4; co: 0.7; co bang: 0.6
co bat: -0.5; co diem: -0.4; co dung: -0.5; co duoc: -0.8; co giao: 0.5; co hieu: -0.4; co mua: -0.3; co ngui: -0.6
co ni: -0.4; co phai: -0.4; con: -0.4; con gi: -0.4; con mat: -0.3; con toi: -0.6; con vao: -0.3; cong: 0.7
cong dan: -0.5; cong khai: 0.3; cong truong: 0.3; cu: 0.6; cuiocho: -0.4; cuiocho do: -0.4; cung: 0.3; cuoc: -0.4
cuoc cong: -0.5; cuoi: -1.3; cuoi di: -0.4; cuong: -0.7; da: -0.5; da vang: -0.4; dai: -0.7; dai hoc: -1.0
dam cuoi: -0.7; dang: -0.4; dang ki: -0.4; dang vien: -0.7; danh: -0.4; danh gia: 0.8; danh giao: -0.4; danh so: -0.4
dao: 0.6; dat: 0.4; dat bo: -0.5; dat hom: -0.4; dat khong: 0.3; dat thanh: -0.5; dau tot: -0.4; day: 0.7
day thay: -0.5; de: 0.6; de hom: -0.4; de kiem: -0.3; de lam: 0.3; de thi: -0.4; de xe: 0.7; den lop: -0.5
di kham: -0.4; di muon: -0.4; dia chi: -0.7; dia phuong: 0.4; dich giup: -0.3; diem: -1.0; diem con: -0.4
diem thi: -0.4; dien thoai: -0.6; dinh: 0.7; dinh chat: -0.7; dinh ki: 0.5; dinh tuyen: -0.4; do: 0.3; do buon: -0.5
do cho: -0.9; do nghi: -0.3; do nuoc: -0.5; do thi: -0.4; do tuoi: 0.3; do ung: -0.4; doan: 0.8; doc: 0.5; doi: 0.6
doi bang: -0.7; doi sach: -0.4; don: 0.4; don hoc: -0.4; dong: 0.4; dong bhtn: -0.3; dong co: -0.3; dong nghiep: -0.8
du: 0.9; dua: 0.6; dua don: -0.4; dua giao: 0.3; duc: 0.9; duc co: -0.5; duc o: -0.5; dung: 0.5; dung cntt: 0.4
dung excel: -0.7; dung khong: -0.4; dung ten: -0.3; dung vien: -0.4; duoc bao: 0.4; duoc cong: -0.5; duoc giup: 0.3
duoc huong: -0.3; duoc khong: 0.6; duoc thu: -0.4; duoc tra: -0.5; duoc vao: -0.4; duoi: 0.3; duong hoc: 0.3
duong suc: -0.3; em: 0.9; excel: -0.7; ga: -0.4; gao: -0.6; gao khoa: -0.4; ghe: 0.4; ghi: 0.6; gi: -0.4; gi cho: -0.3
gia bao: -0.4; gia dat: -0.5; gia hoc: -0.8; gia ngoai: 0.5; giai: 0.4; giam may: -0.3; gian: -0.4; gian bien: -0.5
giang nam: -0.3; giao: -0.8; giao an: -0.6; giao duc: 0.4; giao khoa: -0.5; giao tinh: -0.3; giao vien: -0.8
giay moi: -0.3; giay to: -0.4; gio co: -0.4; gioi: 0.5; gion: -0.3; giua: -0.5; giua ki: -0.3; giua nam: -0.7
giup cau: -0.3; giup do: 0.3; gmail: -0.6; gom: 0.8; gop: 0.4; gui: -0.3; gui xe: -0.5; ha: -0.3; ha sot: -0.4
hai duong: -0.4; hai vo: -0.3; han nop: -0.5; hang: -0.7; hang 2: -0.4; hang giao: -0.3; hang nam: 0.4
hang truong: -0.6; hanh: 0.6; hat: 0.4; hay: 0.5; hay doi: 0.3; hd dong: -0.3; he may: -0.4; he thong: 0.5
het pin: -0.5; hiem: -0.5; hiem y: -0.5; hien: 0.7; hieu: 0.4; hieu luc: -0.4; ho: -0.6; ho bai: -0.4; ho ngheo: -1.1
ho tro: 0.6; hoa hong: -0.3; hoa khong: -0.4; hoach: 0.8; hoach tuyen: -0.4; hoan: 0.3; hoat: 0.5; hoat dong: 0.4
hoat o: -0.7; hoc bi: -0.3; hoc cho: -0.3; hoc co: -0.5; hoc duong: -0.4; hoc moi: -0.3; hoc phi: -0.6; hoc sinh: 0.5
hoc thac: -0.5; hoc them: -0.3; hoc theo: -0.3; hoc tinh: 0.4; hoc trai: -0.4; hoc tu: -0.3; hoc vien: 0.5; hoi: 1.3
hoi dong: 0.5; hom: -1.0; hom nao: -0.3; hom nay: -0.8; hon: -0.6; hon thi: -0.7; hong trong: -0.3; huong: 0.4
huong nghiep: 0.4; huong phu: -0.4; huu truoc: -0.3; huyen: 0.5; huynh: 0.4; huynh danh: -0.4; ke chuyen: -0.3
ke cuoi: -0.4; ke hoach: 0.8; ke toi: -0.5; kem: 0.4; ket nap: -0.4; ket noi: -0.5; ket qua: 0.3; kha: 0.5
khai giang: -0.6; kham mat: -0.4; khi: -0.9; khi nao: -0.9; khoa hoc: 0.5; khoa lop: -0.4; khoa thong: -0.4
khoan: -0.5; khoan gmail: -0.6; khoe khong: -0.5; khong: -0.4; khong co: 0.4; khong hay: 0.4; khong qua: 0.3; ki: -0.6
ki khong: -0.6; ki luat: -0.8; ki mon: -0.9; ki nang: 0.3; ki the: -0.5; kiem diem: -0.3; kien hoc: -0.4
kien nghi: 0.3; kieu: -0.5; la co: -0.3; la nam: -0.4; lai: -0.4; lai hieu: -0.7; lai xe: -0.7; lam: 0.9
lam banh: -0.5; lam can: -0.5; lam gi: 0.5; lam tron: -0.3; lap: 0.4; laptop: -0.5; laptop loai: -0.3; lau: 0.4
lay bao: -0.3; le: 0.8; li: -0.3; li giao: -0.5; li hon: -1.0; li sao: -0.4; lieu: 0.4; loai giao: 0.6; loai nao: -1.0
logo: -0.4; logo sua: -0.4; loi: 0.4; lop 1: -0.3; lop 10: -0.3; lop 3: -0.4; lop 4: -0.3; lop 5: -0.3; lop 5a: -0.4
lop 6: -0.5; lop 9: 0.3; lop co: -0.4; lop duoc: 0.4; luat: -0.9; luat dang: -0.3; luat giao: -0.7; luc: 0.5
luc hoc: 0.4; luc khi: -0.5; luoc ga: -0.4; luong: -0.6; luong cao: -0.4; luong dai: -0.5; luong nuoc: -0.7
luong thang: -0.5; luu: 0.5; ma: 0.5; mai son: -0.3; mang: 1.0; mat o: -0.4; mau giay: -0.3; may: -0.5; may lan: 0.5
may ngay: -0.3; may tiet: -0.6; may tinh: -0.5; may tuan: -0.3; may tuoi: -0.3; me: -0.4; me cho: -0.5; me hoc: 0.4
men: -0.3; men nui: -0.3; mien: -1.4; mien nui: -0.4; minh: 0.9; minh chung: 0.5; mo: 0.3; moi 2018: -0.4
moi can: -0.4; moi hop: -0.3; moi lop: 0.5; mon toan: -0.7; mon van: -0.3; mot: -0.3; mot lan: -0.5; mot tuan: -0.6
mua: -0.9; mua bao: -0.5; mua khong: -0.6; mua laptop: -0.5; mua o: -0.5; muc: 1.7; muc 2: 0.3; muon: -0.7
muon bi: -0.4; muon phong: -1.0; muon tra: 0.4; nam 2018: -0.3; nam 2026: -0.4; nam can: -0.5; nam con: -0.4
nam giao: -0.3; nam mot: -0.6; nam nay: -0.6; nam o: 0.3; nang: 0.7; nao ap: -0.4; nao khai: -0.3; nap: -0.4
nap dang: -0.4; nay: -1.6; nay am: -0.4; nay bao: -0.4; nay sang: -0.3; nghe chuyen: -0.5; ngheo: -0.8; nghi: -1.1
nghi dinh: -0.4; nghi duong: -0.4; nghi thai: -0.4; nghiem: 0.6; nghiep: -0.6; nghiep noi: -0.8; nghiep theo: -0.5
ngoai: 1.0; ngu: 0.4; ngui: -0.6; ngui yeu: -0.6; nguoi: 0.6; nguyen: -0.5; nguyen trai: -0.3; nha: 0.3; nhac: 0.6
nhan: 0.6; nhan khong: -0.5; nhan online: -0.3; nhan vien: 0.9; nhan xet: -0.3; nhap: -0.7; nhap ca: -0.3
nhap hoc: -0.6; nhat nam: -0.4; nhau: 0.3; nhi thai: -0.3; nhiem lai: -0.7; nhieu chau: 0.4; nhieu diem: -0.3
nhieu mot: -0.4; nhieu tieu: 0.5; nhu the: -0.3; ni: -0.4; ni chua: -0.4; nien: -0.3; nien nha: -0.4; noi: 0.6
noi mang: 0.4; noi may: -0.4; noi qui: 0.4; noi xau: -0.8; non duoc: -0.4; non nam: -0.4; nop: -0.3; nop ho: -0.5
nop thue: -0.3; nua: 0.4; nua khong: 0.3; nui: -0.6; nuoc: 0.3; nuoc phap: -0.5; nuoc sach: 0.4; nuoc sinh: -0.4
nuoc uong: 0.3; nuoi: 0.4; o: -0.6; o dau: -0.6; o nha: -0.6; om: -0.4; online: -0.4; phai: 1.3; phai chia: -0.3
pham: 0.6; phan: 0.7; phan gi: -0.7; phan tram: 0.3; phap la: -0.5; phat: -0.3; phat bieu: -0.5; phat the: -0.4
phat trien: 0.5; phep nam: -0.3; phi: -0.8; phi gui: -0.5; pho: 0.5; pho hieu: 0.4; pho thong: -0.3; phong: 0.8
phong hop: -1.0; phu cap: -0.9; phu huynh: 0.3; phuc mua: -0.5; phuong: 0.7; pin: -0.5; powerpoint: -0.4
powerpoint lop: -0.5; qa: -0.3; qua: 0.3; quan: 0.8; quan li: 0.4; qui hoc: 0.4; qui lop: -0.7; quyen: 0.6; quyet: 0.4
quyet kien: 0.3; ra: 0.4; rac: 0.3; rao: 0.4; rieng: 0.3; roi: 0.5; sach gao: -0.4; sach giao: -0.5; sach hoc: -0.4
sach tinh: -0.4; sai: -0.3; sai bong: -0.4; san ai: -0.6; sang: -0.5; sang ten: -0.4; sang tieng: -0.3; sau: 0.3
sau sinh: -0.4; sgk: -0.3; sgk cd: -0.3; si quan: -0.5; sinh ban: -0.7; sinh chuyen: -0.7; sinh gia: -0.4
sinh gioi: 0.5; sinh lop: -0.9; sinh mam: -0.4; sinh may: -0.3; sinh tieu: -0.7; sinh yeu: 0.5; so: 1.1; so do: -0.9
so nhap: -0.5; so tuyen: 0.4; so xin: -0.3; soan giang: 0.4; soan giao: -0.3; som khong: -0.4; son: -0.3; son la: -0.3
song: 0.3; sot: -0.3; sot do: -0.5; sot loai: -0.5; sua: -0.8; sua hoc: -0.7; sua sao: -0.4; suc sau: -0.4; tach: 0.3
tai chinh: 0.3; tai khoan: -0.6; tam cam: -0.5; tao tai: -0.6; tap: 0.4; tat: -0.4; tat truyen: -0.5; tau: -0.4
tau tet: -0.4; tay: 0.4; tbdh: 0.4; te cho: -0.5; ten: -0.4; ten hai: -0.3; ten so: -0.4; tet: -0.9; th: -0.7
th tu: -0.7; thac: -0.5; thac si: -0.5; thai: -0.3; thai san: -0.7; tham: 0.5; tham nien: -0.4; thang: -0.4
thang 10: -0.5; thang hang: -0.6; thanh lap: 0.3; thanh mien: -1.1; thap: 0.3; thay: 0.5; the nao: -0.7; them co: -0.4
them hoc: -0.3; theo: 0.5; theo aun: -0.3; theo thong: -0.8; thi cho: -0.4; thi co: 0.3; thi dat: -0.3; thi dua: 0.7
thi giao: -0.4; thi hoc: -0.5; thi sao: 0.3; thi tieng: -0.3; thi vao: -0.4; thiet: 0.6; thiet bi: 0.6; thieu: 0.9
tho: -0.7; tho ve: -0.8; thoai: -0.6; thoai het: -0.5; thoat: 0.3; thong: -0.5; thong moi: -0.4; thong nhat: -0.4
thong tu: -1.0; thu: -0.6; thu do: -0.5; thu nhap: -0.3; thu qui: -0.5; thu tien: -0.3; thu tuc: -0.6; thu vien: 0.9
thuc: 0.8; thuc hien: 0.5; thue: -0.6; thue thu: -0.3; thuoc: 0.4; ti: 0.5; ti le: 0.4; tich: 0.4; tien: -0.4
tien an: -0.7; tien do: 0.4; tieng: -0.4; tieng anh: -0.5; tiet: -1.0; tiet day: -0.5; tieu: 0.7; tieu chi: 0.8
tieu hoc: -0.5; tin hoc: -0.3; tin tuc: -0.4; tinh: -0.5; tinh dang: -0.3; tinh gian: -0.5; tinh the: -0.4
tinh tren: 0.4; tl: 0.4; tn: 0.3; to: 0.6; to chuyen: 0.3; to gi: -0.7; toan: 0.4; toan giao: 0.4; toi: -0.9
toi bi: -0.6; toi nay: -0.3; toi nghe: -0.5; toi thieu: 0.3; tom: -0.5; tom tat: -0.5; tot: -0.5; tra bao: -0.5
tra giua: -0.3; trai lay: -0.3; trai nghiem: 0.3; trai tuyen: -0.4; tram: 0.4; trang: 0.3; tre: 1.4; tre sot: -0.5
tren chuan: 0.5; tren may: -0.5; treo logo: -0.4; trien: 0.5; trinh: 0.8; trinh do: 0.6; trinh sua: -0.7; tro: 0.6
tro cap: -0.7; tro hoc: 0.5; troi: -0.6; troi co: -0.8; trong: 0.7; trong hoa: -0.4; tru men: -0.3; tru mien: -0.4
tru mot: -0.7; trung tam: 0.7; trung thu: -0.4; truoc tuoi: -0.3; truong: 0.9; truong chat: -0.4; truong dai: -0.6
truong dau: -0.5; truong giua: -0.7; truong mam: 0.5; truong may: -0.7; truong nao: 0.3; truong th: -0.5
truong thcs: 0.3; truong yeu: -0.8; truyen kieu: -0.5; tu: 0.5; tu 19: 0.3; tu 20: -0.5; tu 22: -0.8; tu 30: -0.5
tu cuong: -0.7; tu danh: 0.6; tu xa: -0.5; tuan: -0.6; tuan giao: -0.5; tuc: -0.8; tuc bong: -0.4; tuc lam: -0.5
tuoi co: -0.7; tuyen: -0.8; tuyen sinh: -0.9; ung: 0.3; ung chuc: -0.4; uong nuoc: 0.3; van: 1.0; vang: -0.3
vang gion: -0.3; vao dau: 0.3; vao lop: -0.4; vao mam: -0.3; vc: -0.3; vc giao: -0.3; ve: 0.3; ve me: -0.8
ve sinh: 0.5; ve tau: -0.4; vi: 0.7; viec: 0.4; vien bi: -0.4; vien can: 0.3; vien chuc: -0.3; vien day: -0.9
vien hang: -0.4; vien hd: -0.3; vien hop: -0.3; vien khong: 0.4; vien moi: -0.4; vien nghi: -0.3; vien nhi: -0.3
viet ho: -0.5; vo: -0.3; vo chong: -0.4; voi antt: -0.3; vu: 0.6; wifi: -1.1; wifi truong: -0.8; win: -0.4
win cho: -0.4; xa co: -0.5; xanh: 0.4; xau: -0.6; xe: -0.9; xe cho: 0.6; xe dua: -0.4; xep: 0.6; xep hang: -0.6
xep loai: 0.9; xet hoc: -0.4; xin hoc: -0.3; xong: 0.4; y: 0.5; yeu cau: 0.5; yeu chua: -0.6; yeu qua: -0.8
zalo: -0.6; zalo tren: -0.5
"""
"""Folded words and pairs of neighbours, each with its weight."""
