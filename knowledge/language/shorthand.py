"""Office and phone shorthand: what each short form stands for, and the few that depend on their neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.fold import fold

SHORT = {
    "tc": "tiêu chí", "tchi": "tiêu chí", "tchí": "tiêu chí", "tieuchi": "tiêu chí", "tch": "tiêu chí",
    "tchuan": "tiêu chuẩn", "tchuẩn": "tiêu chuẩn", "tieuchuan": "tiêu chuẩn", "tchn": "tiêu chuẩn", "tcuan": "tiêu chuẩn",
    "tchuann": "tiêu chuẩn", "chiso": "chỉ số",
    "tdg": "tự đánh giá", "tựđg": "tự đánh giá", "dgn": "đánh giá ngoài", "dg": "đánh giá", "tudanhgia": "tự đánh giá",
    "dgia": "đánh giá", "danhgia": "đánh giá", "danhgiangoai": "đánh giá ngoài",
    "bctdg": "báo cáo tự đánh giá", "khtdg": "kế hoạch tự đánh giá", "hdtdg": "hội đồng tự đánh giá",
    "mc": "minh chứng", "mchung": "minh chứng", "mchứng": "minh chứng", "minhchung": "minh chứng", "mcs": "minh chứng",
    "csvc": "cơ sở vật chất", "hd": "hội đồng", "hoidong": "hội đồng", "gv": "giáo viên", "gvs": "giáo viên", "gvien": "giáo viên",
    "hs": "học sinh", "hsinh": "học sinh", "cbql": "cán bộ quản lý", "cb": "cán bộ", "nv": "nhân viên", "cbgv": "cán bộ giáo viên",
    "cbgvnv": "cán bộ giáo viên nhân viên", "bgh": "ban giám hiệu", "ht": "hiệu trưởng", "pht": "phó hiệu trưởng",
    "pgd": "phòng giáo dục", "pgddt": "phòng giáo dục", "sgd": "sở giáo dục", "sgddt": "sở giáo dục", "bgd": "bộ giáo dục",
    "bgddt": "bộ giáo dục", "gd": "giáo dục", "gddt": "giáo dục đào tạo",
    "kdclgd": "kiểm định chất lượng giáo dục", "kdcl": "kiểm định chất lượng", "clgd": "chất lượng giáo dục", "kd": "kiểm định",
    "bc": "báo cáo", "bcao": "báo cáo", "baocao": "báo cáo", "kq": "kết quả", "kqua": "kết quả", "kh": "kế hoạch",
    "khoach": "kế hoạch", "kehoach": "kế hoạch", "tb": "thông báo", "tbao": "thông báo", "thongbao": "thông báo",
    "qd": "quyết định", "cv": "công văn", "vb": "văn bản", "qt": "quy trình", "td": "tiến độ", "tdo": "tiến độ", "tiendo": "tiến độ",
    "bddcmhs": "ban đại diện cha mẹ học sinh", "bdd": "ban đại diện", "cmhs": "cha mẹ học sinh", "ph": "phụ huynh",
    "phhs": "phụ huynh học sinh", "ubnd": "ủy ban nhân dân", "hdnd": "hội đồng nhân dân", "tv": "thư viện", "nh": "năm học",
    "ko": "không", "k": "không", "hok": "không", "hk": "không", "hong": "không", "hông": "không", "khg": "không", "kg": "không",
    "kh0ng": "không", "hem": "không", "k0": "không", "kô": "không",
    "dc": "được", "dk": "được", "dcd": "được", "đươc": "được", "dx": "được", "đựơc": "được", "đựoc": "được",
    "r": "rồi", "rui": "rồi", "rùi": "rồi", "roài": "rồi", "rồy": "rồi", "rrồi": "rồi", "ròi": "rồi", "rùii": "rồi",
    "rz": "rồi", "chx": "chưa", "cxong": "chưa xong", "chuq": "chưa",
    "xg": "xong", "xog": "xong", "xonq": "xong", "xonh": "xong", "xomg": "xong", "xng": "xong", "xobg": "xong", "xnog": "xong",
    "done": "xong", "finish": "xong", "finished": "xong", "completed": "xong", "hthanh": "hoàn thành", "hthành": "hoàn thành",
    "hoanthanh": "hoàn thành", "htat": "hoàn tất", "hoantat": "hoàn tất", "xongroi": "xong rồi", "chuaxong": "chưa xong",
    "daxong": "đã xong", "lamxong": "làm xong", "chualam": "chưa làm", "danglam": "đang làm", "lm": "làm", "lmf": "làm",
    "dag": "đang", "dng": "đang", "đag": "đang", "cx": "cũng", "cug": "cũng", "cg": "cũng", "vs": "với", "nx": "nữa",
    "oki": "ok", "oke": "ok", "okie": "ok", "okela": "ok", "okla": "ok", "okay": "ok", "j": "gì", "gj": "gì",
    "ji": "gì", "z": "vậy", "v": "vậy", "xonf": "xong", "ntn": "như thế nào", "nth": "như thế nào", "bn": "bao nhiêu", "bnhieu": "bao nhiêu", "bh": "bao giờ",
    "bgio": "bao giờ", "mik": "mình", "mk": "mình", "mjnh": "mình", "nhug": "nhưng", "nhg": "nhưng", "nhìu": "nhiều",
    "trg": "trường", "trươg": "trường", "truog": "trường", "cs": "cơ sở",
    "sd": "sử dụng", "hdsd": "hướng dẫn sử dụng", "vd": "ví dụ", "yc": "yêu cầu", "pl": "phụ lục", "dkien": "dự kiến",
    "tg": "thời gian", "tgian": "thời gian", "ptram": "phần trăm", "percent": "%", "pc": "%", "pt": "phần trăm",
    "kdlcgd": "kiểm định chất lượng giáo dục", "mno": "mầm non", "mamnon": "mầm non", "tieuhoc": "tiểu học",
}  # fmt: skip
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
    plain = plain if VOWEL.search(plain) else plain.replace("dd", "d")
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
    if word == "ch" and fold(after) in ("xong", "lam", "dat", "co", "hoan", "bat"):
        return "chưa"
    return None
