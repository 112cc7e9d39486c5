"""An announcement over nothing but Telegram, the process being killed halfway."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.telegram_people import BOOTSTRAP, Product, Talker, code_in
from tests.bot.telegram_server import TelegramServer

SCHOOLS = ("TH Tứ Cường", "TH Đoàn Tùng", "TH Thanh Giang", "TH Hồng Quang", "TH Phạm Kha", "TH Diên Hồng")
TEXT = "Mai họp lúc 8h"


@pytest.fixture
def product(tmp_path: Path) -> Iterator[Product]:
    made = Product(tmp_path, TelegramServer().start())
    made.import_plan()
    yield made
    made.kill()
    made.server.stop()


def received(people: list[Talker]) -> Counter[int]:
    return Counter(one.user for one in people for text in one.texts if TEXT in text)


def test_a_process_killed_while_it_announces_misses_nobody_and_repeats_one_at_most(product: Product) -> None:
    product.start()
    officer = Talker(product.server, 5)
    officer.say(BOOTSTRAP)
    people = [Talker(product.server, 11 + at) for at in range(len(SCHOOLS))]
    for person, school in zip(people, SCHOOLS, strict=True):
        person.say(code_in(officer.say(f"tạo mã cho {school}")))
    officer.say(f"gửi thông báo cho các trường tiểu học: {TEXT}")
    officer.press("Gửi")
    product.server.wait(lambda: len(received(people)) >= 2)
    product.kill()
    product.start(KIEMDINH_NOW="2017-10-02T08:10:00")
    product.server.wait(lambda: len(received(people)) == len(SCHOOLS))
    product.server.wait(lambda: any("Đã gửi 6/6 trường" in text for text in officer.texts))

    assert sum(received(people).values()) <= len(SCHOOLS) + 1
