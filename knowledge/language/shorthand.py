"""Office and phone shorthand: what each short form stands for, and the few that depend on their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.fold import fold

_SHORT = """
    tiêu chí: tc tchi tchí tieuchi tch
    tiêu chuẩn: tchuan tchuẩn tieuchuan tchn tcuan tchuann
    chỉ số: chiso
    tự đánh giá: tdg tựđg tudanhgia
    đánh giá ngoài: dgn danhgiangoai
    đánh giá: dg dgia danhgia
    báo cáo tự đánh giá: bctdg
    kế hoạch tự đánh giá: khtdg
    hội đồng tự đánh giá: hdtdg
    minh chứng: mc mchung mchứng minhchung mcs
    cơ sở vật chất: csvc
    hội đồng: hd hoidong
    giáo viên: gv gvs gvien
    học sinh: hs hsinh
    cán bộ quản lý: cbql
    cán bộ: cb
    nhân viên: nv
    cán bộ giáo viên: cbgv
    cán bộ giáo viên nhân viên: cbgvnv
    ban giám hiệu: bgh
    hiệu trưởng: ht
    phó hiệu trưởng: pht
    phòng giáo dục: pgd pgddt
    sở giáo dục: sgd sgddt
    bộ giáo dục: bgd bgddt
    giáo dục: gd
    giáo dục đào tạo: gddt
    kiểm định chất lượng giáo dục: kdclgd kdlcgd
    kiểm định chất lượng: kdcl
    chất lượng giáo dục: clgd
    kiểm định: kd
    báo cáo: bc bcao baocao
    kết quả: kq kqua
    kế hoạch: kh khoach kehoach
    thông báo: tb tbao thongbao
    quyết định: qd
    công văn: cv
    văn bản: vb
    quy trình: qt
    tiến độ: td tdo tiendo
    ban đại diện cha mẹ học sinh: bddcmhs
    ban đại diện: bdd
    cha mẹ học sinh: cmhs
    phụ huynh: ph
    phụ huynh học sinh: phhs
    ủy ban nhân dân: ubnd
    hội đồng nhân dân: hdnd
    thư viện: tv
    năm học: nh
    không: ko k hok hk hong hông khg kg kh0ng hem k0 kô
    được: dc dk dcd đươc dx đựơc đựoc
    rồi: r rui rùi roài rồy rrồi ròi rùii rz
    chưa: chx chuq
    chưa xong: cxong chuaxong
    xong: xg xog xonq xonh xomg xng xobg xnog done finish finished completed xonf
    hoàn thành: hthanh hthành hoanthanh
    hoàn tất: htat hoantat
    xong rồi: xongroi
    đã xong: daxong
    làm xong: lamxong
    chưa làm: chualam
    đang làm: danglam
    làm: lm lmf
    đang: dag dng đag
    cũng: cx cug cg
    với: vs
    nữa: nx
    ok: oki oke okie okela okla okay
    gì: j gj ji
    vậy: z v
    như thế nào: ntn nth
    bao nhiêu: bn bnhieu
    bao giờ: bh bgio
    mình: mik mk mjnh
    nhưng: nhug nhg
    nhiều: nhìu
    trường: trg trươg truog
    cơ sở: cs
    sử dụng: sd
    hướng dẫn sử dụng: hdsd
    ví dụ: vd
    yêu cầu: yc
    phụ lục: pl
    dự kiến: dkien
    thời gian: tg tgian
    phần trăm: ptram pt
    %: percent pc
    mầm non: mno mamnon
    tiểu học: tieuhoc
"""
"""Each word with the short forms that stand for it."""
SHORT = {
    short: word.strip()
    for word, _, shorts in (line.partition(":") for line in _SHORT.splitlines())
    for short in shorts.split()
}
ONLY_PLAIN = frozenset(["hong", "ch", "kd", "hem"])
"""Short forms that are words of the language once they bear marks."""
VOWEL = re.compile("[aeiouy]")
NUMBER = re.compile(r"\d")


def expand(words: Sequence[str]) -> list[str]:
    """Expand every short form in *words* (lower case), each into the words that it stands for."""
    return [expand_word(word, words, place) for place, word in enumerate(words)]


def expand_word(word: str, words: Sequence[str], place: int) -> str:
    """Expand the word at *place*, looking at its neighbours where it has two readings."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return _by_neighbours(word, before, after) or SHORT.get(word) or _by_plain_form(word) or word


def _by_plain_form(word: str) -> str | None:
    """Find `tđg`, `tddg` and `td9g` under `tdg`."""
    plain = fold(word).replace("d9", "d")
    if plain not in SHORT and not VOWEL.search(plain):
        plain = plain.replace("dd", "d")
    return SHORT.get(plain) if plain != word and "d" in plain and plain not in ONLY_PLAIN and len(plain) < 9 else None


def _by_neighbours(word: str, before: str, after: str) -> str | None:
    numeric = bool(NUMBER.match(after)) or bool(NUMBER.match(before)) or before == "%"
    if word == "ht" and (
        numeric or fold(before) in ("da", "chua", "dang", "tieu", "bc") or fold(after) in ("roi", "r", "tc")
    ):
        return "hoàn thành"
    if word == "t" and re.fullmatch(r"\d{1,2}(/\d+)?|<date>", after):
        return "tháng"
    if word == "cs" and re.fullmatch(r"[a-d]", after):
        return "chỉ số"
    if word in ("hd", "hđ") and fold(after) in ("su", "sd", "dung", "cach", "toi", "em", "lam"):
        return "hướng dẫn"
    if word in ("kh", "k", "kg", "hk") and fold(after) in (
        "dat",
        "xong",
        "co",
        "duoc",
        "dc",
        "biet",
        "phai",
        "lam",
        "ro",
        "can",
    ):
        return "không"
    if word == "hk":
        return "học kỳ" if NUMBER.match(after) else "không"
    if word in ("pc", "pt") and not numeric:
        return word
    if word == "đ" and (NUMBER.match(after) or after in ("r", "rồi", "roi")):
        return "được"
    if word == "v" and fold(before) in ("chuan", "tchuan", "chi", "tc"):
        return word
    if word == "ch" and fold(after) in ("xong", "lam", "dat", "co", "hoan", "bat"):
        return "chưa"
    return None
