"""The words of questions on how things stand: a word of another kind shows that a rule or a subject is asked about."""

from __future__ import annotations

import re

from knowledge.language.heard import Heard
from knowledge.language.syllables import is_syllable

_PHRASES = """
    tien do; tinh hinh; ti le; ty le; muc do hoan thanh; hoan thanh; hoan tat; hoan thien; phan tram; cap nhat;
    thao tac; ghi nhan; trang thai; ket qua; tong hop; tong ket; thong ke; so lieu; du lieu; danh sach; liet ke;
    so sanh; bieu do; tu danh gia; danh gia ngoai; danh gia; kiem dinh; chat luong giao duc; chat luong; giao duc;
    tieu chi; tieu chuan; chi so; minh chung; bao cao; ke hoach; hoi dong; phieu; cong bo; thanh lap; bat dau;
    trien khai; thuc hien; do dang; ton dong; qua han; dung han; tre han; han nop; nha truong; don vi; co so;
    co' so; mam non; mau giao; tieu hoc; trung hoc co so; trung hoc pho thong; giao duc thuong xuyen; cap 1; cap 2;
    cap 3; hieu truong; toan huyen; ca huyen; trong huyen; toan nganh; toan xa; hoc ky; ky nay; nam hoc; du kien;
    lich trinh; tin nhan; hien tai; hien nay; bay gio; thoi diem; tiep theo; xac nhan; thong bao; phan hoi;
    cap do may; cap do nao; cap may; hoan tac; thu hoi; quay lai; download; cong viec; tra cuu; theo doi; chi tiet;
    giai doan; phong giao duc; bao lau nua; du dieu kien; dau'? tien;
    (?:dat|du|len|duoc) (?:cap do|muc|muc do) [1-4] chua; huong dan; su dung; tro ly; he thong; phan mem; chuc nang;
    tinh nang; danh muc; (?<!hoi dong )tham dinh
"""
_WORDS = """
    truong xong viet nop dat thieu du no con lai vuong ton dang kip lich doan luot thang tuan ngay hom nam quy khoi
    huyen phong xa bang file excel xlsx pdf word xuat export tai in gui keo lay up bo xoa huy undo nham sai sua ghi
    nhap bao doc nhan tin mo som muon cham nhanh tre dau dau' truoc sau hien gio nhat may muc buoc viec phan tong
    tat toan het them rieng chung tung cai loi nhac khac vao ra len den toi tu o ben gom bi ta di thoi cu tra rut ma
    hai ba bon bay tam chin muoi mot moi cuoi cung thu duoc gan sap qua nay kia do day day' nua luon ca tiep cong
    tinh lan kiem quan cho hoi gi nao sao the vay a em anh chi thay co' co ban oi nhi ha nhe nha voi giup minh xin
    biet can nhung la thi nhu nhieu ai khong chua roi va cac ve phai lam de xem hay da vang noi ro deu sang chieu
    vua chuan so trong ngoai cua theo tot tui bot e c ad on ok cam khi luc nguoi' ho gium coi yeu ket dan dia tren
    duoi diem gon tuong dao ban' lu bua lap hop xep hon thap xuong thanh tich dieu hanh
"""
_LONGEST_FIRST = sorted((" ".join(one.split()) for one in _PHRASES.split(";")), key=len, reverse=True)
_PHRASE = re.compile(rf"(?<= )(?:{'|'.join(_LONGEST_FIRST)})(?= )")
_WORD = frozenset(_WORDS.split())


def beyond_state(heard: Heard) -> tuple[str, ...]:
    """List the words that no question on the state of one school, or of several, would have."""
    left = _PHRASE.sub("", heard.plain).split()
    return tuple(word for word in left if word not in _WORD and is_syllable(word))
