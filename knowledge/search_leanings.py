"""Which words lean towards our field, and which away from it: by benchmarks/fit.py."""

LEANINGS = """
0: -0.8; 0 2: -0.6; 01: 0.4; 05: -0.5; 05 2025: -0.5; 1 01: 0.4; 1 lop: 0.6; 1 som: -0.4; 1 tiet: -0.6; 10: -0.9
10 dung: 0.3; 11: -0.8; 11 11: -0.5; 11 di: -0.4; 111: -0.7; 112: -0.4; 12 nam: -0.4; 125: -0.7; 150: -0.6
150 cao: -0.4; 178: -0.4; 18 2018: 0.3; 19 nua: 0.3; 19 tiet: -0.8; 1998 tai: -0.3; 2 knd: -0.4; 2 phai: -0.3
20 11: 0.6; 20 2018: -0.7; 2018: -0.4; 2018 khi: -0.5; 2018 la: -0.4; 2020: -0.3; 2024: 0.6; 2025: -0.6; 2025 ve: -0.5
2026: -0.4; 22: -0.6; 27 nhan: -0.6; 289: -0.4; 289 bang: -0.4; 29: -1.0; 3 4: -0.4; 30: -0.8; 30 danh: -0.6; 4: -0.3
4 bai: -0.4; 4 cham: -0.3; 4 cong: -0.4; 40 phut: -0.4; 42: 0.4; 48: -0.7; 48 nhan: -0.7; 5: -1.0; 5 6: -0.4
5 nam: 0.3; 50 phan: -0.4; 57: 0.4; 5a: -0.8; 6: -0.3; 6 chuyen: -0.4; 6 lop: 0.3; 6 truong: -0.7; 6 tuoi: 0.6
7 phan: -0.4; 8: -0.3; 81: -0.4; 85: -0.3; 9999: -0.3; 9999 khac: -0.3; a: 0.4; accreditation: -0.4
accreditation doc: -0.4; ai day: -0.4; ai gioi: -0.4; ai hieu: -0.5; ai tra: -0.5; alexandria: -0.3
alexandria bi: -0.3; am guitar: -0.4; am nhac: 0.6; am the: -0.4; amsterdam: -0.3; an: -0.5; an ban: -0.6
an bao: -0.4; an com: -0.8; an do: -0.9; an lien: -0.4; an mam: -0.6; an ngan: -0.5; an ninh: 0.5; an phu: -0.5
an phuong: -0.9; an powerpoint: -0.3; an toan: 1.1; an treo: -0.5; anh: -0.4; anh co: -0.3; anh hung: 0.4; antt: -0.3
antt chon: -0.3; ao: -1.1; ao dai: -0.3; ao lop: -0.6; ao tre: -0.6; ap: -0.6; ap 150: -0.4; aun: -0.8; aun qa: -0.5
ay: 0.7; b: -0.5; b1: -0.6; ba bi: 0.4; ba cho: -0.5; ba chu: -0.3; ba co: 0.3; ba con: 0.5; ba so: 0.4; ba tay: -0.5
bac bao: 0.4; bac hai: -0.3; bac ho: -0.4; bac luong: -0.4; bac phu: -0.4; bac som: 0.3; bai: -1.0; bai bui: -0.4
bai nam: -0.4; bai phat: -0.3; bai tap: 0.5; bai thi: -0.4; bai thu: -0.5; bai trang: -0.5; ban: 0.5; ban ban: -0.4
ban dai: 0.5; ban dau: -0.5; ban dem: -0.9; ban ghe: 0.4; ban giam: 0.6; ban giao: 0.3; ban khoe: -0.5; ban kiem: -0.8
ban nha: -0.4; ban phu: 0.4; ban sao: -1.3; ban tap: -0.5; ban thanh: -0.4; ban tru: 0.4; bang: 0.3; bang chuan: 0.4
bang cu: 0.4; bang cuu: -0.8; bang dai: -0.4; bang hai: -0.9; bang khen: -0.8; bang lai: -0.7; bang loi: 0.3
bang luong: -0.7; bang mat: -0.3; bang size: -0.6; bang thi: -0.6; bang tieng: -0.4; bang truong: 0.3; banh: -0.9
banh sinh: -0.3; banh trung: -0.5; bao cao: 1.4; bao dam: 0.5; bao giang: 0.4; bao hiem: -1.3; bao ho: 0.3
bao khong: -0.8; bao lanh: -0.6; bao lau: 0.4; bao loi: -0.7; bao luc: 0.5; bao luu: -1.0; bao mai: -0.3
bao nhieu: -1.2; bao ra: -0.3; bao tang: 0.3; bao thi: -0.4; bao thieu: -0.4; bao thoi: -0.3; bao ve: 1.4; bat: 0.5
bat buoc: -0.3; bat nat: 0.3; bau: 0.4; bay: -0.7; bay ngay: -1.0; be: 1.0; be nha: -1.0; be o: -0.3; be phong: -0.4
ben: -0.8; ben khong: -0.4; benh: 0.3; benh ban: -0.5; beo: 0.6; beo phi: 0.5; bep: 1.5; bep an: 0.4; bhxh: -0.4
bi: -0.5; bi cat: -0.6; bi chay: -0.9; bi dam: -0.6; bi danh: 0.3; bi day: 0.6; bi giu: -0.4; bi hai: 0.3
bi hang: -0.4; bi khoa: -0.7; bi ki: 1.1; bi nen: -0.4; bi noi: -0.4; bi ong: -0.5; bi phat: -0.4; bi sep: -0.4
bi tham: -0.4; bi the: 0.3; bi thi: -0.4; bi troi: 0.4; bi vo: -0.4; bi zona: -0.4; bien: -0.6; bien ban: 0.6
bien cam: -0.4; bien che: -0.7; bien chet: -0.4; bien so: -1.1; bien ten: 0.5; biet on: -0.4; biet phai: -1.3
biet tieng: 0.6; biet yeu: -0.3; bieu 2: 0.3; bieu do: -0.5; bim: -0.4; bim nao: -0.4; binh dang: 0.4
binh khiem: -0.3; binh nen: -0.5; binh ngo: -0.8; bit: 0.3; bo: 0.9; bo 2018: 0.3; bo doi: -0.4; bo giao: 0.3
bo hang: -0.4; bo hoc: 0.5; bo nao: -0.3; bo nhiem: -0.3; bo phan: 0.3; bo sung: 0.4; bo tham: -0.6; bo tiet: 0.4
bo toi: -0.4; bo viec: -0.7; boi chong: 0.4; boi do: -0.3; boi duong: 0.7; boi he: -0.4; boi ngua: -0.4
boi thuoc: -0.4; bon: -0.4; bon phan: -0.8; bong da: -0.9; bong den: -0.5; bong mat: 0.5; bot: 0.3; bu: -0.3
bu le: -0.7; bui: -0.4; bui phan: -0.4; bung: -0.4; buoc: 0.9; buoc khong: -0.6; buoc may: 0.4; buoc mua: -0.4
buoc thoi: -0.6; buoi: 0.6; buon: -0.8; buon qua: -0.6; ca nam: 0.4; ca nhan: -0.6; ca vang: -0.4; ca vet: -0.4
cach: -0.8; cach chuc: -0.9; cach day: 0.8; cach dung: -0.7; cach lam: -0.4; cach ngam: -0.5; cai lai: -0.9
cai nao: 0.4; cai sua: -0.8; cai tien: 1.3; cai win: -0.6; cai zalo: -0.4; cam con: -0.3; cam do: -0.4; cam dung: -0.4
cam ket: 0.3; cam on: 0.3; cam tinh: -0.4; cam xe: -0.5; can bac: -0.4; can bao: 0.4; can bien: -0.4; can bo: 0.6
can cu: 0.3; can cuoc: -1.1; can dich: -0.3; can do: 0.4; can gi: 0.7; can giay: -0.6; can nang: -0.5; can sau: -0.4
can viet: -0.4; can vo: -0.4; canh cao: 0.4; canh mai: -0.7; cao: 0.4; cao dang: 1.0; cao hieu: -0.5; cao hoc: -0.4
cao khong: -0.4; cao kieu: -0.4; cao lop: -0.4; cao luoi: -0.4; cao nguoi: -0.5; cao nhat: -0.3; cao thanh: -0.4
cap ba: -0.7; cap bao: 0.3; cap cho: -0.6; cap do: 1.5; cap dung: -0.3; cap huyen: 0.4; cap in: -0.3; cap kiem: -0.4
cap lai: -0.6; cap lan: -0.7; cap mai: -0.3; cap mot: -0.5; cap nhat: 0.4; cap thu: -0.3; cap trach: -0.4
cap tren: 0.4; cat phu: -0.4; cau cho: -0.3; cay: 0.4; cay so: -0.4; cay xanh: 0.3; cd: -0.3; cd voi: -0.3
cha ai: -0.5; cha me: 0.7; chai: -0.5; cham: 0.9; cham chi: -0.7; cham con: -0.4; cham dut: -0.6; cham may: 0.3
cham nem: -0.7; chan qua: -0.7; chang: 1.0; chao: -1.0; chao ban: -0.5; chao em: -0.8; chap dat: -0.8; chap hanh: 0.5
chat: 1.0; chatgpt: -0.4; chatgpt ai: -0.4; chau: 1.1; chau bon: -0.7; chau duong: -0.4; chau nghi: 0.4; che do: -0.4
che thi: -0.5; chen: -0.4; cheo giao: -0.8; chep: 0.4; chet nguoi: -0.4; chi: 0.6; chi bao: 0.6; chi boi: -0.3
chi cong: -0.5; chi dinh: -0.3; chi em: -0.6; chi gi: 0.4; chi ho: -1.4; chi hoc: -0.5; chi mos: -0.8; chi nao: 0.9
chi so: 0.8; chi thi: 0.3; chi tieng: -0.6; chi tieu: 0.4; chi tin: -0.8; chi truong: -0.6; chia khong: -0.6
chia tay: -0.6; chia viec: 0.4; chien binh: 0.4; chien luoc: 0.6; chien si: -1.1; chieu cao: -0.6; chieu tan: -0.3
chin: 0.5; chinh dang: -0.6; chinh thi: 0.3; chinh van: -1.1; cho ai: 0.4; cho co: 0.6; cho con: -1.0; cho de: 0.4
cho diem: 0.4; cho em: 0.3; cho giao: -0.9; cho linh: -0.6; cho may: -0.5; cho nao: 0.4; cho nguoi: -0.6
cho nhan: 0.6; cho sai: -0.5; cho to: -1.2; cho toi: -0.5; cho tre: 0.4; cho vit: -0.3; cho xin: -0.4; cho yeu: 0.3
choi: 0.4; choi dieu: -0.5; choi hui: -0.4; choi kheo: -0.5; choi khoi: -0.4; chon bo: -0.4; chon nguoi: -0.5
chon nha: -0.3; chong: -1.3; chong bang: -0.4; chong bao: 0.3; chong cheo: 0.4; chong co: -0.7; chong duoi: 0.4
chong kho: -0.4; chot so: -0.5; chu accreditation: -0.4; chu cong: -0.4; chu nha: -0.4; chu nhiem: -0.4
chu tieng: -0.5; chu truong: 0.3; chu van: -0.5; chua: 0.6; chua benh: -0.5; chua chay: 0.3; chua co: 0.7
chua hoc: 0.3; chua nen: -0.4; chua sao: -0.5; chua thanh: 0.4; chua trong: -0.4; chuan: 0.7; chuan bi: -0.5
chuan chieu: -0.7; chuan chon: -0.5; chuan chuyen: -0.3; chuan gao: -0.3; chuan khong: 0.6; chuan ki: -0.4
chuan nao: -0.3; chuan quoc: 0.6; chuan y: -0.5; chuc: -1.1; chuc dam: -0.6; chuc gom: -0.3; chuc moi: -0.3
chuc pho: -0.9; chuc tu: -0.3; chuc viet: -0.6; chuc xa: -0.5; chung: 0.4; chung chi: -1.5; chung cu: -0.4
chung khoan: -0.3; chung minh: 0.3; chung qua: -0.3; chung tai: -0.4; chung tu: 0.6; chuong: -0.7; chuong vi: -0.4
chuot: -0.4; chuot khong: -0.5; chuyen: -0.7; chuyen amsterdam: -0.3; chuyen can: 0.5; chuyen de: 0.6; chuyen di: 0.5
chuyen gi: 0.3; chuyen hieu: -0.3; chuyen ke: -0.4; chuyen ma: -0.6; chuyen mon: 0.9; chuyen nam: -0.4
chuyen ngoai: -0.6; chuyen noi: -0.5; chuyen sinh: -0.6; chuyen tam: -0.3; chuyen truong: -1.8; chuyen tu: -0.7
cntt: 0.3; cntt soan: 0.3; co: 0.4; co bang: 0.7; co bat: -0.7; co cau: 0.3; co chu: -0.5; co con: 0.3; co dat: 0.4
co day: 0.4; co dong: -0.3; co dung: -0.3; co duoc: -0.3; co giao: -0.9; co giay: 0.3; co han: -0.3; co hieu: -0.5
co hop: 0.3; co loi: -0.5; co mam: -0.3; co may: -0.4; co minh: -0.3; co mua: -0.5; co nao: -0.4; co nghi: 0.5
co ngui: -0.6; co nguoi: -0.5; co nuoi: 0.9; co phai: -1.2; co phieu: -1.0; co qua: 0.3; co so: -0.6; co thu: 0.3
co tinh: 0.7; co to: 0.4; co tro: -0.3; co trong: -0.4; co tuyet: -0.5; co vua: -0.5; coi: 0.4; coi thi: -0.5
com: -0.7; com chua: -0.7; com hop: -0.5; con: -0.5; con be: -0.4; con co: -0.8; con dung: 0.4; con gai: -0.5
con gi: -0.4; con lam: 0.3; con lop: -0.6; con nguoi: 0.3; con om: -0.6; con so: 0.8; con tinh: 0.3; con toi: -0.6
cong: 0.4; cong 5: -0.4; cong an: -0.7; cong chung: -1.0; cong diem: -0.5; cong dong: 0.3; cong hoa: -0.4
cong khai: 1.2; cong lap: -0.4; cong nhan: 0.4; cong ong: -0.4; cong van: 0.4; cong vu: -0.3; cqg: 0.4; csdl: -0.9
ct07: -0.4; cu boi: -0.4; cu thi: 0.4; cu tru: -0.4; cu xu: -0.4; cung day: -0.6; cung nao: -0.3; cung ong: -0.4
cung to: -0.4; cung truong: -0.3; cung xu: -0.3; cuoc: -0.7; cuoc cong: -0.3; cuoc thi: 0.3; cuoi: -0.9; cuoi co: -0.4
cuoi cung: 0.4; cuoi di: -0.7; cuoi nam: 0.7; cuong: -1.3; cuong on: -0.5; cuu chien: 0.4; cuu chuong: -0.8
cuu diem: -0.4; da: -0.6; da lat: -0.5; da vang: -0.4; dai: -0.4; dai dien: 0.5; dai hoc: -1.2; dai tra: 0.5
dam: -0.3; dam chat: 0.5; dam cuoi: -0.9; dam hoi: -0.6; dan: 0.4; dan chu: -0.3; dan so: -0.9; dang: -1.2
dang bo: 0.4; dang mam: 0.4; dang nhap: -0.7; dang phi: -0.6; dang uy: 0.3; dang vien: -0.8; danh: 0.5; danh bac: -0.7
danh du: -0.5; danh gia: 1.4; danh giao: -0.3; danh hoc: -0.7; danh so: -0.4; dao: 0.6; dao duc: 0.4; dao tao: 0.3
dap an: -0.5; dap dien: -0.3; dat: 0.4; dat bo: -0.5; dat chuan: 0.5; dat coc: -0.4; dat com: -0.5; dat dai: -0.4
dat day: -0.3; dat khi: 0.3; dat khong: 0.4; dat mat: -0.4; dat sat: -0.5; dat ten: -0.7; dau bai: 0.3; dau giao: -0.4
dau len: -0.5; dau nam: 0.4; dau vai: -0.5; day bao: -0.8; day boi: 0.5; day cap: -0.5; day chan: -0.7; day cong: -0.4
day giao: -0.3; day hai: -0.6; day lien: -0.4; day mon: 0.4; day nghe: 0.3; day thang: -0.6; day thay: -0.5
day them: -0.7; day thi: 0.3; day trai: 0.3; de ban: -0.7; de cuoi: -0.6; de cuong: -0.5; de dung: -0.5; de hom: -0.4
de lam: 0.5; de mang: -0.3; de nghi: 0.6; de nguoi: -0.4; de nuoc: -0.5; de thi: -0.5; de xe: 0.9; dem: -0.6
dem uong: -0.4; dem vao: 0.3; den lop: -0.4; den tu: -0.4; dep: -0.6; deu: 0.5; di bo: -0.4; di chua: -0.4
di chuc: -0.6; di day: -0.9; di duong: 0.4; di hoc: 0.7; di lam: 0.4; di linh: -0.3; di ninh: -0.5; di tham: 0.5
dia: 0.5; dia chi: -0.6; dia phuong: 0.9; dich thuat: -0.5; diem: -1.0; diem ca: -0.4; diem chuan: -1.4
diem khong: -0.6; diem le: 0.9; diem liet: -0.8; diem manh: 0.4; diem yeu: 0.8; dien co: -0.4; dien dieu: -0.5
dien hong: -0.6; dien ra: -0.6; dien thoai: -0.8; dieu chinh: 0.4; dieu dong: -1.4; dieu tra: 0.3; dinh 112: -0.4
dinh 178: -0.4; dinh 81: -0.4; dinh chat: -1.0; dinh chi: -0.6; dinh co: 0.5; dinh dieu: -0.5; dinh duong: 0.4
dinh ki: 0.3; dinh muc: -0.9; dinh thau: -0.3; dinh tuyen: -0.4; do 2: 0.4; do 3: 0.3; do 4: 0.3; do an: 0.4
do bao: 0.4; do cho: -1.0; do choi: 1.0; do cu: -0.8; do day: 0.4; do dung: 0.6; do lam: -0.5; do may: 0.3
do mong: -0.5; do nao: -0.5; do ngoc: -0.9; do nuoc: -0.6; do om: -0.5; do tuoi: 0.7; do ung: -0.3; do vi: 0.3
doan: 1.8; doan the: 0.3; doan truong: -1.0; doan van: -0.4; doan ve: 0.6; doanh nghiep: 0.6; doc: 0.6
doc phien: -0.4; doc rap: -0.4; doi bang: -0.5; doi cach: 0.4; doi cheo: -0.8; doi ho: -0.4; doi inch: -0.5
doi mat: -0.4; doi moi: 0.4; doi mu: 0.5; doi ngay: -0.4; doi ngu: 0.5; doi no: -0.6; doi roi: 0.3; doi so: -0.8
doi tien: -0.5; doi tiet: -0.3; doi tra: -0.7; doi tuyen: 0.3; doi xu: 0.3; don cuoi: 0.3; don do: -0.7
don kien: -0.5; don lop: 0.4; don nghia: 0.3; don phuong: -0.6; don thuyen: -0.7; don tiet: 0.5; don to: -0.4
don ve: 0.3; don vi: -0.4; don xin: -0.8; dong: -0.5; dong 111: -0.7; dong bao: -0.3; dong cham: 0.3; dong day: 0.4
dong giam: -0.3; dong giao: 0.5; dong gop: 0.5; dong khoan: -0.9; dong ki: 0.4; dong nghia: -1.0; dong nghiep: -1.2
dong phuc: -0.5; dong thi: 0.5; dong thieu: -0.5; dong tien: -0.6; dong voi: -0.3; dong xet: -0.7; dot phao: -0.3
du: 1.1; du bao: -0.6; du bi: -0.4; du gio: 0.5; du so: 0.4; du thau: -0.6; du tuyen: -0.5; dua: 0.6; dua cap: -0.4
dua giao: 0.4; dua khen: 0.5; dua luoi: -0.5; duc: 0.4; duc co: -0.5; duc dia: 0.3; duc lop: -0.3; duc mot: -0.3
duc o: -0.4; duc pho: -0.5; duc thanh: -0.5; dun soi: -0.4; dung: 0.9; dung cho: 0.3; dung cntt: 0.3; dung do: 0.5
dung excel: -0.7; dung khac: -0.4; dung khong: -0.6; dung lop: -0.3; dung ten: -0.3; duoc coi: -0.3; duoc cong: -0.6
duoc dang: 0.4; duoc dong: 0.4; duoc he: -0.5; duoc kham: 0.4; duoc len: -0.5; duoc phep: 0.4; duoc thi: -0.7
duoc thuong: -0.3; duoc tien: -0.5; duoc tinh: 0.4; duoc toi: 0.5; duoc tru: -0.4; duoc vao: -0.6; duoc xoa: -0.4
duoi: 0.6; duoi nuoc: 0.6; duong den: -0.4; duong doi: 0.3; dut: -0.4; dut hop: -0.6; duyet: 0.7; em co: -0.6
em day: -0.7; em la: -0.7; em may: -0.7; em theo: -0.7; em thong: -0.5; em yeu: -0.4; email: -0.5; email bi: -0.5
ep: 0.5; excel: -0.9; file: -0.4; ga: -1.0; ga mo: -0.3; gan nha: -0.5; gan truong: -0.3; ganh: 0.4; gao: -0.6
gao st25: -0.3; gap: -0.5; gap may: -0.4; gay gat: -0.7; gay khi: -0.4; gdtx: 0.3; ghe: 0.4; ghe dau: -0.5
ghep canh: -0.7; ghet: -0.4; ghet thi: -0.4; ghi: 1.5; ghi sai: -0.3; gi cho: -0.7; gi duoc: -0.6; gi nhau: -0.3
gi ra: -0.4; gia: -1.3; gia bac: -0.4; gia dat: -0.5; gia dinh: 1.2; gia dong: -0.4; gia hoc: -0.9; gia khach: -0.4
gia lon: -0.4; gia may: -0.4; gia nang: -0.8; gia ngoai: 1.1; gia sach: -0.6; gia su: -0.4; gia tri: 0.6
gia vang: -0.5; gia yen: -0.4; giac mo: -0.4; giai bai: -0.3; giai ma: -0.4; giai quyet: 0.4; giai toan: -0.5
giam can: -0.7; giam doc: 0.6; giam hieu: 0.5; giam hoc: 0.4; giam khao: -0.3; giam khong: -0.3; giam may: -0.7
gian: -0.3; gian bien: -0.7; gian di: -0.3; giang day: 0.3; giang nam: -0.4; giang powerpoint: -0.5; giao: -0.4
giao cu: -0.4; giao di: -0.5; giao duc: 0.6; giao hay: -0.3; giao khoa: -0.3; giao nhiem: 0.3; giao tan: -0.5
giao thoi: 0.4; giao thong: 0.6; giao uu: -0.7; giao vien: -0.7; giao vu: 0.4; giau: 0.4; giay bao: -0.5
giay chuyen: -0.7; giay dat: -0.4; giay gioi: -0.7; giay khen: -0.3; giay ra: -0.6; giay the: -0.6; gieng: 0.5
gio: -0.5; gio bo: -0.5; gio chua: 0.4; gio hanh: -1.1; gio hoc: 0.3; gio mam: -0.6; gio muon: -0.4; gio phai: 0.4
gio tau: -0.5; gioi: 0.6; gioi dat: -0.3; gioi hon: -0.4; gioi thieu: -0.7; giong: -0.7; giu: 0.3; giu xe: -0.4
giup toi: -0.3; gmail: -0.5; go: -0.5; go unikey: -0.5; goi: -0.5; goi ai: -0.4; goi lua: 0.3; gom: 0.7; gop: 0.6
gop may: -0.3; gop y: 0.4; gui anh: -0.4; gui don: 0.5; guitar: -0.4; guitar bai: -0.4; h1: 0.3; h1 1: 0.3; ha: -1.4
ha noi: -0.5; hai: -0.5; hai 289: -0.4; hai ban: -0.4; hai cho: 0.3; hai chuc: 0.4; hai co: 0.4; hai dao: -0.4
hai duong: -0.4; hai lan: 0.3; hai nhiem: -0.4; hai thang: -0.7; hai truong: 0.4; hai tuan: 0.3; ham: -0.5
han bang: 0.3; han cho: -0.5; han ho: -0.4; han khong: 0.3; han may: -0.3; han muc: -0.3; han nop: -0.7
han quoc: -0.4; hang: -1.7; hang chuc: 0.3; hang giao: -0.6; hang hai: -0.3; hang ii: -0.3; hang iv: -0.4
hang nam: 1.2; hang ngay: 0.4; hang rao: 0.5; hang thang: 0.6; hang tren: -0.4; hang truong: -0.4; hanh: 0.8
hanh chinh: -0.5; hat: 0.4; hay cho: -0.4; hay doi: 0.4; hay tra: -0.4; hd: 0.3; he: -1.7; he cho: -0.7; he giao: -0.3
he may: -0.4; he so: -1.1; he thong: 1.0; het 40: -0.4; het bao: -0.3; het han: 0.6; het may: -0.3; het pin: -0.3
het tap: -0.4; hiem: -1.1; hiem thanh: -0.3; hiem xa: -0.4; hiem y: -0.8; hien: 1.1; hien nay: -0.5; hien trang: 0.4
hieu: 0.4; hieu minh: -0.4; hieu qua: 0.4; hieu theu: -0.5; hieu truong: -0.7; ho: -0.7; ho chieu: -0.4; ho cho: -0.4
ho day: -0.4; ho ngheo: -0.9; ho so: 0.5; ho tro: 0.8; hoa: -0.4; hoa hong: -0.4; hoa khong: -0.4; hoa nhap: 0.3
hoa ra: -0.4; hoa san: -0.3; hoa sinh: 0.4; hoach: 0.6; hoach cai: 0.5; hoach chuan: -0.6; hoach nghi: -0.5
hoach tuyen: -0.4; hoan: -0.4; hoan lop: -0.3; hoan thanh: 0.5; hoan thue: -0.4; hoan tien: -0.5; hoat: 1.0
hoat dang: -0.6; hoat dong: 1.0; hoat o: -0.5; hoc ai: -0.3; hoc aun: -0.3; hoc ba: -1.3; hoc bi: -0.3; hoc bo: -0.3
hoc bong: 0.3; hoc cao: -0.4; hoc co: -0.6; hoc cuoi: -0.4; hoc duoc: -0.3; hoc duong: -1.1; hoc he: -0.6
hoc ki: -0.5; hoc lai: -0.4; hoc len: -0.5; hoc luc: 0.4; hoc moi: -0.4; hoc nghe: -0.8; hoc phi: -0.6; hoc pho: -0.6
hoc sinh: 0.8; hoc thac: -0.8; hoc them: -0.6; hoc theo: -0.3; hoc tieng: 0.4; hoc tinh: 0.4; hoc trai: -0.9
hoc tro: 0.3; hoc truc: 0.3; hoc tu: -0.6; hoc van: -0.9; hoc ve: -0.4; hoc vien: 1.4; hoc xep: -0.5; hogwarts: -0.4
hogwarts co: -0.4; hoi: 1.2; hoi dong: 0.4; hoi hop: -0.8; hoi khoe: 0.4; hoi phu: 0.4; hoi trong: -0.6; hoi tu: -0.3
hom: -0.8; hom nay: -1.2; hom qua: -0.3; hom thu: 0.4; homestay: -0.9; homestay moc: -0.8; hon: -0.3; hon thi: -0.6
hong: 0.8; hong dien: -0.6; hong trong: -0.4; hop ai: -0.8; hop am: -0.4; hop nao: -0.5; hop van: -0.5; hue: -0.8
hui: -0.4; hui voi: -0.4; hung: 0.5; huong: 0.8; huong dan: 0.4; huong nghiep: 0.4; huong nua: -0.5; huong phu: -0.3
huu: -1.4; huu bi: -0.4; huu truoc: -0.5; huy: 0.4; huy dong: 0.4; huyen: 1.1; huyen gio: -0.3; huyet ap: -0.3
huynh: 0.6; huynh danh: -0.3; huynh no: -0.7; huynh tang: -0.4; idol: -0.3; idol nam: -0.3; ielts: -0.5; ielts o: -0.5
ii: -0.3; in: -0.6; in ket: -0.5; in logo: -0.3; inch: -0.5; inch sang: -0.5; internet: 0.5; it: 0.6; iv: -0.4
iv mam: -0.3; karaoke: -0.6; karaoke cho: -0.6; ke cuoi: -0.3; ke hoach: 0.8; ke toan: -0.6; ke toi: -0.3
ke truoc: -0.6; kem: 1.0; kep: -0.3; kep 7: -0.4; ket giay: -0.6; ket luan: 0.5; ket nap: -0.4; ket noi: -1.0
ket qua: 0.5; keu: 0.3; kha: 0.6; khac cam: -0.4; khac phuc: 0.4; khac xuc: -0.5; khach: -0.9; khach cu: -0.4
khach san: -1.0; khai: -0.5; khai cuoc: -0.6; khai giang: -0.4; kham chua: -0.5; kham nghia: -0.3; kham pha: 0.3
kham suc: 0.3; kham trai: -0.4; khao bai: -0.4; khao sat: 0.4; khao vietnam: -0.3; khau nao: 0.4; khen thuong: 0.8
kheo: -0.3; kheo loi: -0.5; khi: -0.8; khi cham: -0.4; khi nao: -0.5; khi ngu: -0.6; khi nop: -0.4; khi tuong: -0.3
khiem: -0.3; khiem la: -0.3; khien: -0.6; khien trach: -0.4; kho: 0.6; kho tinh: -0.4; khoa: -0.4; khoa hoc: 0.6
khoa nau: -0.5; khoa the: -0.6; khoa thong: -0.5; khoan: -0.7; khoan bao: -0.9; khoan chung: -0.3; khoan gmail: -0.4
khoan ssi: -0.3; khoan thu: 0.4; khoe: 0.4; khoe khong: -0.5; khoe phu: 0.4; khoi dong: -0.4; khoi khong: -0.4
khong ai: 0.5; khong chau: -0.4; khong co: 1.0; khong dat: 0.6; khong day: -0.3; khong de: -0.3; khong duoc: 1.1
khong gui: -0.4; khong ha: -0.4; khong nhan: -0.4; khong nhi: -0.6; khong nop: 0.3; khong qua: 0.4; khong vao: -0.4
khung: -0.6; khung 5: -0.3; khuon: 0.3; khuon vien: 0.3; khuyet: 0.4; ki cho: 0.3; ki danh: 0.6; ki du: -0.4
ki hieu: 0.4; ki khong: -0.6; ki lien: -0.4; ki lop: -0.6; ki luat: -0.9; ki mon: -0.8; ki nang: 0.6; ki ngay: 0.3
ki niem: -0.5; ki so: -0.5; ki thang: 0.4; ki the: -0.5; ki tuyen: -0.4; kiem: 0.8; kiem diem: -1.4; kiem dinh: 0.7
kien cap: -0.5; kien nghi: 0.5; kien vu: -0.5; kiet: -0.4; kiet la: -0.4; kieu: -0.5; kieu gi: -0.6; kinh boi: -0.4
kinh doanh: -0.4; kinh phi: 0.5; knd: -0.4; la ai: -0.4; la du: 0.3; la gi: -0.6; la giao: -0.3; la may: -0.4
la nam: -0.4; la nang: -0.7; la phong: -0.6; la thay: -0.5; lac: 0.7; lai: -0.5; lai bang: -0.4; lai hieu: -0.8
lai kep: -0.4; lai lop: 0.4; lai sh: -0.4; lai vssid: -0.6; lai xe: -1.0; lam: 0.8; lam banh: -0.6; lam can: -0.9
lam chung: -0.6; lam cong: -0.5; lam do: 0.3; lam gi: 0.6; lam ho: -0.5; lam nhan: -0.4; lam theo: 0.4; lam thu: -0.8
lam tron: -0.5; lan dau: -0.6; lan sinh: -0.3; lanh dao: 0.4; lanh du: -0.6; lao cong: 0.5; lap: 0.8; lap hoi: 0.5
laptop: -0.8; lat: -0.7; lat gach: -0.4; lau cho: -0.7; lau quay: -0.3; lay: 0.4; le: 0.3; le duoc: -0.3; le khai: 0.3
le loi: -0.9; le phi: -0.4; le vat: -0.4; lech: 0.4; len bac: 0.4; len day: -0.5; len muc: 0.6; len tinh: -0.5
len vien: -0.4; li giao: -0.5; li hoa: 0.3; li hon: -1.3; li lich: -0.8; li sao: -0.3; li thuong: -0.4; lich cam: -0.5
lich cong: -0.3; lich hoc: -0.3; lich mau: 0.4; lich nghi: -0.3; lich su: 0.4; lich thi: -0.6; lien doi: 0.4
lien lac: 0.3; lien thong: -0.8; lien truong: -0.4; liet si: 0.7; lieu: 1.1; linh: -0.8; linh moi: -0.6; loa: 0.6
loai giao: 0.4; loai nao: -1.0; logo: -0.6; logo khong: -0.3; loi: -0.7; loi csdl: -0.6; loi gi: 0.3; loi khong: -0.4
loi moi: -0.5; loi o: 0.3; loi phe: -0.5; loi phu: -0.6; loi tuyen: -0.5; lon giong: -0.4; lon nhat: -0.5
lon tuoi: 0.5; long: -0.8; long biet: -0.4; long nhau: -0.3; lop 1: -0.6; lop 10: -0.3; lop 11: -0.4; lop 2: -0.4
lop 3: -0.9; lop 4: -0.7; lop 40: 0.3; lop 5a: -0.8; lop 6: -0.7; lop 9: 0.7; lop ban: -0.9; lop bao: -0.5
lop cam: -0.4; lop co: -0.4; lop cu: -0.3; lop dat: -0.4; lop dep: -0.5; lop dong: 0.4; lop dot: 0.3; lop duoc: 0.4
lop khi: -0.6; lop luyen: -0.5; lop mau: 0.5; lop mot: 0.4; lop nam: 0.3; lop ozon: -0.6; lop toi: 0.6; lop vo: -0.3
lu yen: -0.4; luan chuyen: -0.6; luan sai: 0.3; luan ve: -0.4; luat: -0.8; luat giao: -0.7; luat moi: 0.3
luat thua: -0.6; luat vien: -0.5; luc hoc: 0.4; luc may: -0.4; luc quan: -0.3; lung: -0.6; luoc ga: -0.4; luoi: -0.7
luoi bong: -0.4; luoi trong: -0.5; luong: -1.9; luong 2026: -0.3; luong cam: -0.3; luong cao: -0.4; luong co: -0.3
luong dai: -0.4; luong dung: 0.3; luong giao: 0.4; luong huu: -0.3; luong ki: 0.4; luong nhan: 0.4; luong noi: -0.4
luong nuoc: -0.6; luong sau: 0.4; luong thang: -0.4; luong y: -0.4; luot: 0.6; lut: 0.4; luu: 0.9; luu ket: -1.1
luu mau: 0.4; luu tru: 0.6; luyen: -0.7; luyen chu: -0.6; luyen thi: -0.6; ma: -0.7; ma giac: -0.4; ma minh: 0.3
ma ngach: -0.5; ma o: -0.6; ma so: -0.7; ma tuy: 0.4; mac: 0.3; mac lon: -0.5; mai: -1.0; mai che: 0.3; mai tang: -0.3
mam: -0.4; mang: 0.7; mang ao: -0.3; mang dau: -0.5; mang internet: 0.3; mang ot: -0.5; manh: 0.3; mat: -0.7
mat bang: -0.9; mat chua: -0.4; mat dau: 0.3; mat do: -0.4; mat hai: 0.4; mat khau: -0.9; mat may: 0.3; mat o: -0.3
mat the: -0.7; mau: -1.4; mau 2: -0.4; mau ban: -0.4; mau bao: -0.4; mau bieu: 0.5; mau don: -0.8; mau giao: 1.0
mau giay: -0.7; mau phieu: 0.5; mau thuan: -0.7; mau tk1: -0.4; may: -0.4; may bay: -0.4; may chieu: 0.5; may co: 0.3
may dong: -0.4; may gio: -0.6; may moc: 0.6; may nam: 0.6; may ngay: -0.8; may phan: -0.4; may sao: -0.5
may tiet: -0.9; may tieu: 0.4; may tinh: 0.4; may trieu: -0.6; may tuoi: -0.6; may voi: -0.4; me: -0.6; me cho: -0.5
me chong: -0.5; me hoc: 0.4; me phai: -0.5; me thay: -0.8; meo: -0.6; meo rung: -0.4; met: -0.4; mi: 0.4
mi thuat: 0.4; micro: -0.3; mien: -0.7; mien giam: 0.6; mien hoc: -0.6; mieng: 0.4; minh chung: 1.1; minh co: -0.4
minh so: -0.4; mo: -0.5; mo long: -0.3; mo tai: -0.3; moc: -0.6; moc chau: -0.8; moc rang: -1.1; moi: 0.5
moi 2018: -0.5; moi can: -0.5; moi hop: -0.4; moi lop: 0.6; moi nam: 0.5; moi nguoi: -0.3; moi nhat: -0.4
moi ra: -0.4; mon duoc: -0.3; mon ngon: -0.4; mon tieng: -0.3; mon tin: -0.6; mon toan: -0.7; mong: -0.5
mong co: -0.5; mos: -0.8; mot cau: -0.4; mot lan: -0.5; mot lop: 0.5; mot nam: 0.6; mot ngay: -0.4; mot tiet: -0.4
mot tuan: -1.0; mu: 0.7; mu bao: 0.5; mua: -0.9; mua bao: -0.3; mua cap: -0.5; mua chuot: -0.5; mua dat: -0.5
mua dieu: 0.4; mua gat: 0.6; mua giay: -0.6; mua hat: 0.4; mua khong: -0.8; mua lu: 0.4; mua qua: -0.3; mua them: 0.4
muc: 1.7; muc 19: -0.8; muc 2: 0.6; muc 3: 0.4; muc 4: 0.4; muc chi: -0.3; muc do: 0.3; muc dong: -0.3; muc may: 0.3
muc nao: 0.3; muc phat: -0.3; muc tiet: -0.4; mung: -0.5; muoi: -0.5; muoi dua: -0.5; muoi nguoi: -0.3; muon: -0.9
muon bi: -0.4; muon lam: -0.6; muon phong: -0.7; muon tra: 0.7; muon xac: -0.3; muong: -0.3; muong thanh: -0.4
nai ki: -0.7; nam 1998: -0.3; nam 2018: -0.4; nam 2026: -0.5; nam binh: -0.8; nam can: -0.4; nam co: -0.6
nam con: -0.4; nam dan: -0.4; nam dong: -0.3; nam gap: -0.3; nam giay: -0.3; nam khong: 0.6; nam mot: -0.6
nam nam: 0.3; nam nay: -0.6; nam o: 0.4; nam sao: -0.4; nam thi: -0.3; nam tram: -0.6; nam truoc: 0.4; nan: 0.8
nang: 0.9; nang bac: -0.3; nang luc: -0.6; nang luong: 1.3; nang nong: -0.7; nao ap: -0.5; nao cung: 0.5; nao de: -0.5
nao goi: -0.7; nao hay: -0.3; nao khai: -0.4; nao nhe: -0.5; nao theo: -0.6; nao thi: 0.4; nao tot: -1.3; nat: 0.6
nau: -0.3; nau an: 0.5; nau o: -0.4; nay: -1.2; nay am: -0.3; nay bao: -0.3; nay gom: -0.3; nay mam: 0.3; nem: -0.6
nen: -0.8; nen cau: -0.4; nen ghe: -0.5; nen nhan: -0.4; ngach: -0.7; ngach nao: -0.5; ngam: -0.7; ngam mang: -0.5
ngang: 0.3; nganh gi: -0.4; ngay: -0.4; ngay chua: -0.5; ngay cuoi: -0.4; ngay thi: -0.4; nghe: 0.4; nghe cho: 0.3
nghe chuyen: -0.5; nghe ke: -0.8; nghe sua: -0.4; ngheo: 0.4; nghi: -0.8; nghi bu: -0.7; nghi cham: -0.5; nghi de: 0.4
nghi dien: -0.6; nghi dinh: -1.5; nghi duong: -0.4; nghi he: -0.3; nghi hoc: 0.6; nghi huu: -0.6; nghi khong: -0.4
nghi luan: -0.4; nghi mot: -0.3; nghi mua: 0.3; nghi phep: -0.4; nghi phu: 0.4; nghi sinh: 0.6; nghi tet: -0.3
nghi tranh: -0.3; nghia: -0.5; nghia cham: -0.7; nghia trang: 0.5; nghia vu: -0.7; nghiem: 1.0; nghiem co: -0.4
nghiem lop: -0.4; nghien: 0.6; nghiep: -0.5; nghiep tam: -0.4; nghiep theo: -0.7; nghiep trung: -0.4; nghin: -1.0
nghin co: -0.3; ngoai: 0.8; ngoai tinh: -1.6; ngoc: -0.9; ngoi: 0.8; ngon: -0.5; ngon cuoi: -0.4; ngon ngu: 0.4
ngon nhe: -0.6; ngot: -0.4; ngot hai: -0.4; ngu ngay: -0.5; ngu ngon: -0.6; ngua: -0.4; ngua bung: -0.4; ngui: -0.6
ngui yeu: -0.6; nguoi: 0.3; nguoi hoc: 0.5; nguoi khac: -0.7; nguoi moi: -0.4; nguoi noi: -0.4; nguoi qua: -0.3
nguoi yeu: -0.7; nguon: 0.4; nguyen: -1.2; nguyen binh: -0.3; nguyen dong: -0.3; nguyen trai: -0.3; nha an: 0.5
nha co: -0.7; nha de: 0.4; nha duoc: -0.3; nha giao: -0.3; nha mang: -0.5; nha may: 0.4; nha minh: -0.4
nha ngheo: 0.3; nha thau: -0.3; nha toi: -0.7; nha tro: -0.4; nha truong: 0.7; nha ve: 0.4; nha xe: 0.5; nha xi: 0.4
nhac: 0.7; nhan: 0.4; nhan 125: -0.7; nhan cu: -0.4; nhan hay: -0.4; nhan khong: -0.6; nhan sang: -0.4; nhan su: 0.4
nhan tot: -0.4; nhan vi: -0.3; nhan vien: 1.1; nhan xet: -1.0; nhap: -0.4; nhap bao: -0.3; nhap hoc: -0.8
nhap ngu: -0.4; nhat: -0.4; nhat khi: 0.3; nhat ki: 0.4; nhat nam: -0.5; nhat nhat: -0.6; nhat tang: -0.3
nhat tu: -0.3; nhau the: -0.3; nhau vi: -0.3; nhe: -0.6; nhe tay: 0.3; nhiem ke: -0.4; nhiem lai: -0.7
nhiem thu: -0.3; nhiem vu: 0.7; nhieu can: -0.6; nhieu chau: 0.5; nhieu em: 0.8; nhieu lop: 0.4; nhieu mot: -0.6
nhieu phan: 0.3; nhieu thi: 0.3; nhieu tien: -0.4; nhieu tieu: 0.5; nhin: 0.4; nho mat: -0.7; nhom: 0.9; nhot: -0.5
nhot xe: -0.5; nhu: 0.6; nhu giao: -0.4; nhu vay: 0.3; niem: -0.3; niem chuong: -0.4; nien: -0.7; nien 12: -0.3
nien giao: 0.4; ninh binh: -0.5; no: -0.6; no co: -0.4; no tien: -0.4; noi: 0.4; noi chung: 0.3; noi chuyen: 0.5
noi dang: 0.4; noi dung: 0.4; noi duoc: -0.3; noi kham: -0.5; noi pdf: -0.7; noi qui: 0.4; noi sunhouse: -0.4
noi tuc: 0.4; noi xau: -0.8; non chu: -0.5; non con: 0.4; non duoc: -0.3; non nam: -0.4; nong: 0.4; nong do: -0.3
nong gay: -0.7; nop ho: -0.7; nu hop: -0.3; nua luong: -0.5; nui: -0.8; nui cao: -0.6; nuoc cham: -0.7; nuoc mam: -0.4
nuoc mua: 0.3; nuoc ngot: -0.4; nuoc phap: -0.3; nuoc uong: 0.5; nuoi day: 0.3; nuoi de: -0.8; nuoi ong: -0.3
nuong: -0.5; o: -0.4; o dau: -0.5; o nao: 0.8; o nha: -1.0; o o: 0.3; o truong: -0.7; o vinh: -0.5; om: -0.5
om dau: -0.4; ong: -1.2; ong ba: 0.6; ong cong: -0.4; ong dot: -0.5; ong lay: -0.3; ong tao: -0.4; online: -1.1
online qua: -0.5; ot: -0.5; ozon: -0.6; ozon la: -0.6; pa: -0.5; pa co: -0.5; pdf: -0.9; pha: -0.4; pha nuoc: -0.7
phai: 1.0; phai chia: -0.4; phai co: 0.5; phai cu: -0.4; phai dat: 0.3; phai day: -0.5; phai giao: -0.8; phai lam: 0.5
phai nop: 0.4; phai ra: -0.3; phai uong: -0.5; pham danh: -0.5; pham ki: -0.3; pham tai: 0.3; phan: 1.0; phan bo: -1.1
phan cong: 0.6; phan gi: -0.8; phan khoi: -0.4; phan luong: 0.4; phan nao: 0.4; phan tong: -0.4; phao hoa: -0.3
phap la: -0.3; phap luat: 0.7; phap so: -0.4; phat bieu: -0.4; phat day: -0.3; phat hien: 0.4; phat sao: -0.8
phat the: -0.4; phat trien: 0.9; phe: -0.6; phe hoc: -0.4; phep bao: 0.3; phep nam: -1.1; phep xay: -0.6; phi: -1.3
phi cho: 0.4; phi giao: -0.3; phi gui: -0.4; phi su: -0.3; phi thi: -0.4; phien am: -0.4; phieu dang: -0.9
phieu vcb: -0.7; phim: -1.2; phim ve: -0.7; pho: 0.7; pho cap: 0.5; pho duoc: -0.4; pho thong: -0.5; phoi: 0.8
phoi hop: 0.6; phong: 1.0; phong bi: -0.6; phong chong: 0.3; phong giao: -0.3; phong hoc: 0.6; phong hop: -1.0
phong khach: -0.4; phong kham: -0.3; phong thi: 0.3; phong tro: -0.8; phong ve: -0.5; phu: -0.5; phu cap: -2.2
phu dao: 0.4; phu dong: 0.4; phu hieu: -0.5; phu huynh: 0.4; phu qui: -0.4; phu trach: 0.6; phuc khao: -0.5
phuc mua: -0.3; phuc vu: 0.6; phuong an: 0.7; phuong cham: -0.6; phuong huong: 0.4; phuong lam: -0.4; phuong phap: 0.4
phut: -0.6; pickleball: -0.4; pickleball tinh: -0.4; pin: -0.8; plugin: -0.5; powerpoint: -0.8; powerpoint lop: -0.3
python: -0.6; python ve: -0.6; qa: -0.5; ql: 0.4; qua 20: -0.4; qua bao: 0.3; qua bong: -0.7; qua cha: -0.5
qua cho: -0.6; qua dem: -0.4; qua di: -0.7; qua hoc: -0.8; qua nam: 0.3; qua tuoi: 0.3; qua zoom: -0.5; quan: 0.6
quan ao: -0.6; quan bi: -0.4; quan la: -0.3; quan li: 1.0; quan luc: -0.3; quang: -0.6; quang cao: -0.4; quat: 0.6
quay mot: -0.3; que minh: 0.3; que o: -0.3; quen: -0.6; quen giay: -0.5; quen mat: -0.3; quet: 0.6; qui dinh: 0.4
qui doi: -0.8; qui giu: 0.4; qui lop: -1.5; quoc can: -0.4; quoc gia: 0.6; quyen: 0.9; quyen ban: -0.4; quyen loi: 0.8
quyet: 0.6; quyet dinh: -0.6; quyet kien: 0.5; quyet moi: -0.4; ra doi: -0.4; ra khoi: -0.4; ra nam: -0.6
ra phuong: -0.4; ra soat: 0.7; ra truong: -0.3; ra vien: -0.6; rac: 0.9; rach: -0.5; rang: -0.6; rang nao: -0.3
ranh: 0.4; rao: 1.1; rap: -0.4; rap ve: -0.4; rau gi: -0.7; re: -0.3; ren: 0.7; ren luyen: 0.5; rep: -0.8
rep sap: -0.8; rieng: 0.4; rieng bao: -0.6; ro: 0.5; roi bao: -0.4; rong: 0.3; rot: 0.7; ru: -0.5; ru di: -0.5
rua: 0.5; rua tay: 0.3; rung: -0.8; rung long: -0.4; rung toc: -0.5; rut: -0.8; rut bhxh: -0.4; sa: -1.0; sa mac: -0.5
sa pa: -0.5; sach: 0.6; sach bi: 0.5; sach dun: -0.4; sach hoc: -0.5; sach ket: -0.7; sach lop: -0.5; sach tinh: -0.3
sach trung: -0.3; sai bong: -0.5; sai pham: 0.3; sai ten: -0.6; sale: -0.5; sale 11: -0.5; sam: -0.7; sam thuong: -0.3
san: 0.5; san ai: -0.7; san bai: 0.3; san muong: -0.4; san nang: 0.4; san nha: -0.4; san thuong: -0.4; sang: -1.0
sang cm: -0.5; sang day: 0.4; sang kien: -0.7; sao: -0.8; sao bien: -0.4; sao cho: 0.4; sao so: -0.6; sat cong: -0.3
sau: 0.3; sau hai: -0.4; sau khi: 0.4; sau lop: 0.4; sau lung: -0.4; sau muoi: -0.3; sau rieng: -0.6; sau sinh: -0.9
sau tet: -0.4; se3: -0.5; sep: 0.9; sep ghet: -0.4; sgk: -0.3; sgk cd: -0.3; sh: -0.4; sh phat: -0.4; shopee: -0.7
si: -0.6; si quan: -0.7; si so: 0.7; si thi: -1.1; sinh ban: -0.9; sinh chuyen: -0.8; sinh co: 0.6; sinh cu: -0.3
sinh gioi: 0.5; sinh hoc: 0.4; sinh kha: -0.4; sinh khuyet: -0.9; sinh lai: -0.4; sinh lop: -0.9; sinh mam: -0.4
sinh nhat: -0.5; sinh theo: -0.5; sinh tien: 0.3; sinh tieu: -0.9; sinh vi: 0.3; sinh vien: -0.6; sinh yeu: 0.5
size: -0.7; size quan: -0.6; sjc: -0.3; sjc voi: -0.3; smas: -0.6; smas o: -0.5; so: 0.7; so 0: -0.5; so an: -0.8
so bao: -0.5; so cap: 0.4; so chuyen: 0.3; so cong: -0.7; so dang: 0.6; so dat: 0.4; so dau: 0.3; so dep: -0.7
so diem: 0.7; so do: -1.1; so goc: -1.0; so hien: -0.5; so huu: -0.6; so ket: -0.5; so lien: 0.3; so lieu: 0.6
so luong: 0.9; so nha: -0.4; so nhap: -0.5; so tham: -0.7; so thue: -0.3; so tieng: -0.4; so tren: -0.5; so tuyen: 0.4
so xet: -0.3; so xin: -0.4; so yeu: -0.3; soan giang: 0.3; soat: 0.5; soi: 0.5; soi de: -0.4; som: -0.4
som khong: -0.6; som nhat: 0.3; son: -0.7; song: 0.4; sot do: -0.4; sot loai: -0.4; ssi: -0.3; ssi can: -0.3
st25: -0.3; st25 that: -0.3; status: -0.3; status chia: -0.3; su: -0.6; su can: -0.4; su nghiep: -0.4; sua chua: 0.3
sua dem: -0.8; sua hoc: -1.6; sua xe: -0.4; suat: -0.4; suat an: -0.4; suc khoe: 0.3; suc sau: -0.4; sung: 0.4
sunhouse: -0.4; sunhouse co: -0.4; suon: -0.5; suon nuong: -0.5; suot: -0.4; ta: -0.5; ta co: -0.6; tac huong: -0.5
tach: 0.5; tai chinh: 0.7; tai khoan: -0.8; tai lieu: 0.3; tai nan: 0.5; tai nha: -0.4; tai san: 0.5; tai smas: -0.5
tai tro: 0.3; tam: 0.5; tam boi: -0.3; tam cam: -0.3; tam dinh: -0.5; tam huyen: -0.3; tam li: 0.4; tam muoi: -0.3
tam thoi: -0.4; tan: -0.5; tan noi: -0.5; tan truong: -0.3; tang: -0.4; tang co: -0.4; tang phong: -0.4
tang thay: -0.3; tao tai: -0.4; tap hoa: -0.5; tap huan: 0.5; tap su: -0.6; tap trung: -0.4; tat truyen: -0.7
tau: -0.8; tau se3: -0.5; tay khong: -0.6; tay tuoi: -0.3; tbdh: 0.6; te cho: -0.3; te hoc: -0.6; ten: -0.9
ten bao: -0.3; ten trong: -0.4; ten truong: 0.5; tet: -1.1; tet giao: -0.4; th: -0.8; th tu: -0.7; thac: -0.5
thac si: -0.6; thai: -0.4; thai san: -0.7; tham: 0.5; tham chong: -0.4; tham co: -0.7; tham dinh: 0.4; tham gia: 0.6
tham me: 0.4; tham nien: -1.1; than: -0.5; than kinh: -0.4; thang: -1.0; thang chua: 0.4; thang hang: -1.0
thang sau: 0.7; thanh lap: 0.5; thanh lo: -0.4; thanh mien: -0.8; thanh nam: -0.5; thanh tra: 0.4; thanh vien: 0.4
thao: 0.5; thap: 1.2; thap hon: 0.5; that: -0.5; that buon: -0.3; that phan: -0.3; thau: -1.3; thau bao: -0.6
thau mua: -0.3; thay ai: -0.5; thay co: 1.2; thay giao: -1.4; thay hieu: -0.6; thay le: -0.9; thay nhot: -0.5
thay the: -0.4; thcs: 0.5; the: -0.4; the co: 0.4; the gap: -0.6; the thao: 0.3; them o: -0.4; them online: -0.5
them phu: 0.3; theo: 0.6; theo aun: -0.5; theo can: -0.6; theo doi: 0.8; theo thong: -0.8; theu: -0.4; theu ten: -0.5
thi: -0.4; thi ai: 0.5; thi bam: -0.3; thi ben: -0.4; thi bi: 0.5; thi can: 0.4; thi cho: -0.4; thi danh: -0.8
thi dinh: -0.5; thi dua: 0.6; thi gui: -0.4; thi hoc: -0.4; thi ielts: -0.5; thi khoa: 0.3; thi lai: -0.3
thi sao: 0.9; thi si: -0.3; thi tinh: 0.7; thi v: -0.6; thi vao: -0.7; thi vien: -0.6; thich: 0.4; thiet: 0.9
thiet bi: 0.9; thieu: 1.3; thieu chu: -0.4; thieu chuyen: -0.7; thieu giao: 0.5; thieu plugin: -0.5; thinh: 0.4
thinh giang: 0.4; thit: -0.3; tho: -1.0; tho ve: -0.5; thoai: -0.5; thoai het: -0.3; thoai o: -0.3; thoat: 0.7
thoat nuoc: 0.5; thoi: -0.5; thoi co: -0.4; thoi tiet: -0.3; thoi viec: -0.9; thong ke: 0.4; thong mam: -0.7
thong minh: -0.3; thong moi: -0.5; thong nhat: -0.7; thong nuoc: 0.5; thong tin: 0.6; thong tu: -0.5; thu bay: -0.7
thu chi: 0.6; thu do: -1.2; thu doan: -0.4; thu gom: 0.3; thu hut: -0.3; thu ki: 0.5; thu thu: 0.3; thu tien: 0.4
thu tuc: -0.6; thu vien: 0.7; thua: -0.4; thua ke: -0.7; thuan: -0.4; thuan voi: -0.7; thuat hoc: -0.5; thuc: 0.8
thuc an: 0.4; thuc hien: 0.5; thuc pham: 0.3; thue: -1.6; thue bao: -0.4; thue day: -0.4; thue ngoai: 0.3
thue phong: -1.0; thuoc: 0.5; thuoc gi: -0.4; thuoc nho: -0.7; thuong: -0.5; thuong bao: -0.4; thuong bi: -0.4
thuong kiet: -0.4; thuong tet: -0.5; ti: 0.9; ti gia: -0.4; ti le: 1.1; tich: 0.9; tich chien: -0.4; tien: -0.8
tien an: -0.8; tien bo: 0.3; tien chat: 0.4; tien dien: -0.5; tien do: 0.9; tien hoc: -0.5; tien khong: -0.3
tien nong: 0.5; tien nuoc: -0.5; tien rach: -0.6; tien thua: 0.4; tien thuong: -0.3; tien xang: -0.5; tieng: -1.6
tieng nga: -0.8; tieng sam: -0.4; tieng thai: 0.5; tiet: -1.4; tiet chi: 0.4; tiet cho: -0.5; tiet chu: -0.6
tiet coi: -0.3; tiet day: -0.5; tieu: 0.5; tieu chi: 1.5; tieu chuan: -0.5; tieu hoc: -0.4; tim giup: -0.4
tim viec: -0.5; tin lu: -0.4; tin nhiem: 0.3; tin tuc: -0.3; tinh bi: -0.4; tinh da: -0.3; tinh dang: -0.8
tinh diem: -0.5; tinh gian: -0.6; tinh khac: -0.4; tinh khong: 0.3; tinh la: 0.4; tinh met: -0.4; tinh sao: 0.7
tinh theo: -0.6; tinh thoi: -0.3; tinh tren: 0.3; tinh vao: 0.4; tk1: -0.4; tk1 ts: -0.4; tn: 0.3; to: 0.9
to chuc: 0.5; to chuyen: 0.5; to cuoi: -0.3; to gi: -1.1; to nao: -0.3; to su: -0.6; to toan: -0.4; to truong: -0.7
toa: -0.4; toan: -0.4; toan lop: -0.5; toan truong: -0.3; toc sau: -0.5; toi: -1.5; toi bai: -0.3; toi bi: -0.6
toi dau: 0.5; toi di: -0.3; toi ket: -0.3; toi lam: -0.6; toi luc: 0.3; toi nay: -0.4; toi nghe: -0.5; toi om: 0.4
toi truong: 0.3; tom: -0.6; tom tat: -0.7; tong: 0.6; tong do: -0.4; tong hop: 0.3; tot: -0.6; tot gan: -0.3
tra bao: -0.4; tra cuu: -0.3; tra giua: -0.3; tra ket: 0.3; tra loi: 0.8; tra ma: -0.4; tra phu: 0.3; tra shopee: -0.7
tra tbdh: 0.3; tra tien: -0.5; tra xem: -0.5; trach may: -0.4; trai: -0.5; trai dat: -0.3; trai nghiem: 0.6
trai tuyen: -1.2; tram: -0.4; tram luong: -0.3; tram muoi: -0.4; tram nghin: -0.6; tran chau: -0.4; trang giang: -0.5
tranh anh: 0.3; tranh bao: -0.3; tranh chap: -0.7; trao: 0.6; trao doi: 0.3; tre: 2.1; tre 6: 0.4; tre em: -0.6
tre moc: -1.1; tre sot: -0.4; tren chuan: 0.9; tren may: -0.7; tren nhu: -0.4; tren vnedu: -0.5; treo: -0.4
treo la: -0.5; treu: -0.4; treu thay: -0.3; tri: 0.3; tri rep: -0.8; trien: 1.0; trien ngon: 0.4; trieu: -1.8
trinh: 1.5; trinh do: 0.3; trinh giao: -0.4; trinh sua: -0.7; tro: 0.6; tro cap: -2.0; tro cu: -0.4; tro duoc: -0.4
tro hoc: 0.6; troi: -0.5; troi co: -1.0; trong: 0.4; trong bang: -0.6; trong be: -0.4; trong chau: -0.3
trong dua: -0.5; trong giao: 0.3; trong hai: -0.6; trong hoa: -0.5; trong lop: 0.5; trong rau: -0.4; trong truong: 0.4
tru: -0.7; tru 1: -0.4; tru ct07: -0.4; tru hogwarts: -0.4; tru mien: -0.4; tru mot: -0.5; trua: 0.3; truc he: -0.4
truc nhat: 0.6; trung cap: 0.4; trung co: -0.4; trung ga: -0.5; trung hoc: -0.5; trung tam: 1.1; trung thang: -0.3
truoc: 0.5; truoc khi: -0.4; truong: 1.3; truong ai: -0.6; truong bien: 0.5; truong chat: -0.4; truong chu: -0.3
truong co: -0.4; truong cong: -0.8; truong dai: -0.5; truong day: -0.4; truong duc: -0.5; truong em: 0.5
truong giua: -0.7; truong hop: -0.5; truong khac: 0.3; truong khong: 0.7; truong mam: 1.0; truong may: -0.8
truong nghi: 0.3; truong ngoai: -0.7; truong ru: -0.5; truong sau: -0.4; truong th: -0.5; truong tieng: -0.8
truong tieu: 0.4; truong tu: -0.4; truong yeu: -0.8; truot: 0.6; truyen: 0.3; truyen ke: -0.6; truyen kieu: -0.4
truyen thong: 0.4; ts: -0.4; tu: 0.4; tu 05: -0.5; tu 18: 0.4; tu 19: 0.6; tu 20: -0.7; tu 22: -0.9; tu 29: -0.9
tu 30: -0.6; tu 57: 0.3; tu bao: -0.4; tu cham: 0.6; tu choi: -0.8; tu cu: 0.6; tu cuong: -0.7; tu danh: 1.4
tu dau: 0.5; tu dong: -0.7; tu giao: -0.5; tu ki: 0.6; tu lam: 0.4; tu lanh: 0.4; tu nao: 0.5; tu nau: -0.4
tu ngay: 0.4; tu phap: -0.4; tu sang: -0.4; tu thuoc: 0.3; tu tieu: -0.6; tu tinh: -0.4; tu truong: -0.3; tu tuc: -0.3
tu van: 0.5; tu xa: -0.9; tuan giao: -0.4; tuc: -0.7; tuc bong: -0.3; tuc tiep: -0.3; tung: 0.7; tuoi: -0.5
tuoi co: -0.5; tuoi hoi: -0.8; tuoi nghi: -0.3; tuoi vao: 0.3; tuong the: -0.3; tut: 0.3; tuy: 0.4; tuyen: -0.5
tuyen co: 0.3; tuyen dung: 0.4; tuyen sinh: -0.5; tuyen the: -0.5; tuyen truyen: 0.6; tuyen vien: -0.6; tuyet: -0.5
tuyet chua: -0.5; u: -1.2; u phan: -1.1; uc: -0.3; ung: 0.4; ung chuc: -0.3; ung ho: 0.7; ung xu: 0.4; unikey: -0.5
unikey loi: -0.5; uong duoc: -0.4; uong nuoc: 0.4; uop: -0.5; uop suon: -0.5; uu: -0.8; uu tu: -0.7; uy: 0.3
uy quyen: -0.4; v: -1.1; v 07: -0.3; v sat: -0.6; vai: -0.3; vai gay: -0.4; van: 0.5; van an: -0.5; van bang: -0.6
van dong: 1.0; van hoa: 0.8; van nghe: 0.4; van nghi: -0.4; van phong: -0.7; van ta: -0.8; van thu: 0.4; van toi: -0.3
vang: -0.4; vang 9999: -0.3; vang sjc: -0.3; vang tay: -0.5; vang trong: -0.4; vao 10: -0.7; vao dau: 0.5
vao duoc: -0.4; vao phan: 0.3; vat cung: -0.4; vay: -1.1; vay co: 0.4; vc: -0.3; vc giao: -0.3; vcb: -0.7; ve ba: -0.4
ve bieu: -0.6; ve che: -0.5; ve chinh: -0.6; ve gan: -0.4; ve he: -0.5; ve huu: -0.3; ve khong: 0.4; ve long: -0.4
ve me: -0.5; ve sinh: 1.3; ve truong: -0.6; vi cai: -0.3; vi cham: -0.4; vi mua: 0.3; vi su: -0.4; viec: 0.6
viec bay: -0.7; viec gi: 0.3; viec giao: -0.6; vien: 0.4; vien alexandria: -0.3; vien ban: -0.4; vien bao: 0.3
vien can: 0.4; vien chu: 0.4; vien chuc: -0.9; vien danh: -1.1; vien gioi: 0.4; vien hop: 0.4; vien khong: 0.4
vien mam: 0.5; vien mat: -0.9; vien nau: 0.3; vien ngoai: -0.6; vien nuoi: -0.7; vien python: -0.6; vien rut: -0.4
vien sang: -0.5; vien tieng: 0.3; vien toan: -0.6; vieng: -0.4; vieng me: -0.8; viet doan: -0.4; viet ho: -0.3
viet lop: -0.3; viet ra: 0.3; viet status: -0.3; viet tay: -0.6; vietnam: -0.3; vietnam idol: -0.3; vinh: -1.1
visa: -0.5; vision: -0.5; vit: -0.3; vit de: -0.3; vnedu: -0.7; vnedu bao: -0.5; vneid: -0.9; vneid khong: -0.6
vneid muc: -0.3; vo: -1.0; vo chong: -0.3; vo ki: -0.4; vo la: -0.3; vo trai: -0.3; voi antt: -0.3; voi chatgpt: -0.4
voi chi: -0.4; voi co: -0.5; voi cung: -0.3; voi gia: 0.4; voi to: -0.7; vssid: -0.7; vu: -0.4; vu khong: -0.7
vua khai: -0.6; vuong lat: -0.4; vuot khung: -0.9; wifi: -1.0; wifi truong: -0.8; win: -0.9; win cho: -0.6
windows: -0.3; word: -0.6; xa: 0.7; xa co: -0.7; xac: -0.5; xac minh: -0.3; xai: 0.3; xang: -0.6; xanh: 0.4; xau: -0.5
xau sau: -0.4; xay dung: -0.5; xe: -0.6; xe 50: -0.4; xe b1: -0.3; xe bo: -0.4; xe cho: 0.8; xe co: 0.4; xe tai: -0.5
xe vision: -0.5; xem em: -0.5; xem lai: 0.4; xep: 0.8; xep hang: -0.7; xep loai: 1.1; xep ma: -0.5; xet: -0.4
xet hoc: -0.6; xet mon: -0.7; xet o: 0.6; xet tuyen: -0.4; xet xu: -0.7; xi: 0.6; xin: -1.2; xin chuan: 0.4
xin chuyen: -0.3; xin doan: 0.4; xin kinh: 0.3; xin lai: 0.5; xin lam: -0.5; xin len: 0.4; xin loi: -0.4
xin nghi: -0.3; xin phep: -0.6; xin tien: 0.4; xin ve: -0.4; xin viec: -0.5; xin visa: -0.5; xin xa: 0.4; xoa: -1.0
xoa ki: -0.4; xoa mu: 0.4; xong: 0.9; xu: -0.4; xu nu: -0.3; xu so: -0.7; xu the: -0.3; xua: -0.4; xuat: 0.3
xuc com: 0.4; xuc pham: -0.4; xuong: 0.6; xuyen phu: 0.4; y: 0.9; y hue: -0.6; y kien: 0.3; yen: -0.7; yen bai: -0.4
yen nhat: -0.4; yeu cau: 0.5; yeu chua: -0.6; yeu duoc: 0.3; yeu em: -0.6; yeu li: -0.3; yeu qua: -0.7; zalo: -1.1
zalo khong: -0.4; zalo tren: -0.5; zona: -0.4; zona than: -0.4; zoom: -1.0; zoom co: -0.5; zoom het: -0.4
"""
"""Folded words and pairs of neighbours, each with its weight."""
