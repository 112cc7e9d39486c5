"""Time and size of the pictures, for the plan's 16 schools and for 40, the most on one sheet.

`python -m benchmarks.pictures`
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from statistics import median
from time import process_time

from handlers.pictures import one_school, status_map, year

TRIES = 9
MONTHS = [date(2017 + (at > 4), (7 + at) % 12 + 1, 1) for at in range(12)]
PERCENTS = (0, 12, 40, 60, 80, 100)


def rows(count: int) -> list[status_map.Row]:
    """Make schools that are about as far as schools are in spring."""
    return [
        status_map.Row(
            f"THCS Nguyễn Lương Bằng {at}",
            f"Tháng {at // 5 + 1}/2018",
            tuple(PERCENTS[(at + part) % 6] for part in range(5)),
            PERCENTS[at % 6],
        )
        for at in range(count)
    ]


def parts() -> list[one_school.Part]:
    """Make the 36 criteria of a lower secondary school."""
    counts = (10, 5, 6, 3, 12)
    return [
        one_school.Part(
            f"{at}. Tổ chức và quản lý",
            40,
            tuple((f"{at}.{number}", PERCENTS[number % 6]) for number in range(1, count + 1)),
        )
        for at, count in enumerate(counts, start=1)
    ]


def visits(count: int) -> list[year.Visit]:
    """Make the reviews of a year."""
    return [year.Visit(f"TH Tứ Cường {at}", MONTHS[2 + at % 6], PERCENTS[at % 6]) for at in range(count)]


def main() -> None:
    """Print a line a picture."""
    drawn: dict[str, Callable[[], bytes]] = {
        "status map, 16 schools": lambda: status_map.draw("Tiến độ", "Phòng", rows(16)),
        "status map, 40 schools": lambda: status_map.draw("Tiến độ", "Phòng", rows(40)),
        "one school, 36 criteria": lambda: one_school.draw("TH Tứ Cường", "", parts()),
        "year, 16 reviews": lambda: year.draw("Năm học", "", MONTHS, visits(16), [], MONTHS[3]),
        "year, 40 reviews": lambda: year.draw("Năm học", "", MONTHS, visits(40), [], MONTHS[3]),
    }
    print(f"{'picture':28}{'kB':>8}{'ms':>8}")
    for name, draw in drawn.items():
        times = []
        for _ in range(TRIES):
            start = process_time()
            content = draw()
            times.append(1000 * (process_time() - start))
        print(f"{name:28}{len(content) / 1000:8.1f}{median(times):8.0f}")


if __name__ == "__main__":
    main()
