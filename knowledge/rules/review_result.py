"""Which results a review can have under the circular of its year."""

from __future__ import annotations

HIGHEST = {2012: 3, 2018: 4, 2026: 2}
"""The highest level, by the generation of the circular."""
WORDS = {2012: ("cấp độ",), 2018: ("mức", "cấp độ"), 2026: ("mức",)}
"""What the levels are called; in 2018 the school reaches a mức, and the certificate says cấp độ."""
LEAST_LEVEL = {2018: {1: 2, 2: 3}, 2026: {1: 1, 2: 2}}
"""The level that a national-standard grade takes; in 2012 and 2014 the grade was another circular's matter."""


def why_not(generation: int, circular: str, word: str, level: int | None, grade: int | None) -> str:
    """Say in Vietnamese why a result cannot be; empty where it can."""
    wanted = f"{WORDS[generation][0]} 1 đến {HIGHEST[generation]}"
    if level is None:
        return f"cần ghi cả {wanted} theo {circular}"
    if word not in WORDS[generation] or not 1 <= level <= HIGHEST[generation]:
        return f"{circular} chỉ có {wanted}, không có {word} {level}"
    if grade is None:
        return ""
    if generation not in LEAST_LEVEL:
        return f"{circular} không xét chuẩn quốc gia, chỉ có {wanted}"
    return _grade_why_not(generation, circular, level, grade)


def _grade_why_not(generation: int, circular: str, level: int, grade: int) -> str:
    least = LEAST_LEVEL[generation].get(grade)
    if least is None:
        return f"chuẩn quốc gia chỉ có mức độ 1 và 2, không có mức độ {grade}"
    if level < least:
        return f"theo {circular}, chuẩn quốc gia mức độ {grade} cần {WORDS[generation][0]} {least} trở lên"
    return ""
