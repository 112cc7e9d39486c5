"""A plan sent in chat: its difference shown, confirmed, told; refused where it can't be."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import openpyxl
import pytest
from sqlalchemy import select

from bot.app import App
from db import reminders, schools
from db.tables import Audit, Review
from handlers.turn import File, Reply
from knowledge.library import PLANS
from tests.conftest import Chat, Phone, seat

SEED = PLANS / "thanh-mien-2017-2018.txt"
HEADER = ["STT", "Tên trường", "Đánh giá ngoài vào tháng/năm", "Ghi chú"]
YEAR = "Kế hoạch kiểm định chất lượng giáo dục năm học 2017-2018"


def send(who: Chat, name: str, content: bytes | None, *, size: int | None = None, text: str = "") -> Reply:
    """Send a file with these bytes."""
    given = File(name, len(content or b"") if size is None else size, "application/octet-stream", content)
    return who.hear(text, kind="file", file=given)


def kept_rows(app: App) -> list[list[str]]:
    """List what is kept as the rows of a plan."""
    with app.sessions.begin() as session:
        campaign = schools.of_year(session, "2017-2018")
        assert campaign is not None
        reviews = sorted(schools.reviews(session, campaign), key=lambda one: one.id)
        return [[one.school.name, f"{one.month:%m/%Y}" if one.month else ""] for one in reviews]


def word(rows: list[list[str]], heading: str = YEAR) -> bytes:
    """Make a Word plan with these schools and months."""
    document = docx.Document()
    document.add_paragraph(heading)
    table = document.add_table(rows=1 + len(rows), cols=4)
    for at, row in enumerate([HEADER, *([str(n), *row, ""] for n, row in enumerate(rows, start=1))]):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    return saved(document)


def saved(document: object) -> bytes:
    """Write a document or workbook into bytes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def changed(app: App, **months: str) -> bytes:
    """Make the kept plan anew with other months for some schools, given as `TH_Tứ_Cường`."""
    new = {name.replace("_", " "): month for name, month in months.items()}
    return word([[name, new.get(name, month)] for name, month in kept_rows(app)])


def test_the_plan_that_is_kept_changes_nothing_when_sent_again(app: App, officer: Chat) -> None:
    said = send(officer, "ke-hoach.txt", SEED.read_bytes()).text
    assert said == (
        "Kế hoạch năm học 2017-2018 trong tệp trùng với kế hoạch đang dùng (16 trường). Không có gì thay đổi."
    )
    assert "Không có gì thay đổi" in send(officer, "kh.docx", changed(app)).text


def test_a_moved_school_is_shown_before_it_moves(app: App, officer: Chat, chat: Chat) -> None:
    said = send(officer, "kh.docx", changed(app, TH_Tứ_Cường="T3/2018")).text.splitlines()
    assert said == [
        "**Kế hoạch năm học 2017-2018: 16 trường, 16 đánh giá ngoài.**",
        "Dời (1): TH Tứ Cường 11/2017 → 03/2018",
        "Khi nhập, lời nhắc của các trường được lập lại theo kế hoạch.",
    ]
    assert officer.labels == ["Nhập kế hoạch, báo 1 trường", "Thôi"]
    assert "11/2017" in officer.say("lịch TH Tứ Cường").text


def test_a_confirmed_plan_moves_reminds_and_tells(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="Tháng 3 năm 2018"))
    assert officer.press("Nhập kế hoạch").text.splitlines() == [
        "Đã nhập kế hoạch năm học **2017-2018**: đổi tháng 1 trường.",
        "Lời nhắc đã lập lại. Đã báo 1 trường đổi lịch.",
    ]
    assert phone.at(chat.address)[-1].text == (
        "**TH Tứ Cường** đổi lịch đánh giá ngoài: 11/2017 → **03/2018**.\nTheo kế hoạch mới của Phòng GD&ĐT Thanh Miện."
    )
    assert waiting(app, "TH Tứ Cường")[-1] == ("review-month", date(2018, 3, 1))
    with app.sessions.begin() as session:
        trail = session.scalars(select(Audit).filter_by(action="import-plan", subject="TH Tứ Cường")).all()
        assert [(one.before, one.after) for one in trail][-1] == ("2017-11-01", "2018-03-01")


def waiting(app: App, name: str) -> list[tuple[str, date]]:
    """List a school's reminders of the review that wait."""
    with app.sessions.begin() as session:
        campaign, school = schools.of_year(session, "2017-2018"), schools.named(session, name)
        assert campaign is not None
        assert school is not None
        rows = reminders.of_school(session, campaign, school.id)
        return [(one.kind, one.day) for one in rows if one.state == "waiting" and one.kind.startswith("review")]


def test_a_typed_confirmation_counts_too(app: App, officer: Chat) -> None:
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="3/2018"))
    assert "Đã nhập" in officer.say("ok").text


def test_never_mind_puts_nothing_in(app: App, officer: Chat) -> None:
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="3/2018"))
    question = officer.last
    officer.press("Thôi")
    officer.last = question
    assert "đã cũ" in officer.press("Nhập kế hoạch").text
    assert "11/2017" in officer.say("lịch TH Tứ Cường").text


def test_a_plan_is_put_in_once(app: App, officer: Chat) -> None:
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="3/2018"))
    question = officer.last
    officer.press("Nhập kế hoạch")
    officer.last = question
    assert "đã cũ" in officer.press("Nhập kế hoạch").text


def test_what_changed_meanwhile_is_shown_anew(app: App, officer: Chat, phone: Phone) -> None:
    colleague = seat(app, phone, "dong-nghiep", "officer")
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="3/2018"))
    question = officer.last
    colleague.say("dời TH Tứ Cường sang 1/2018")
    colleague.press("Xác nhận")
    officer.last = question
    said = officer.press("Nhập kế hoạch").text
    assert said.startswith("Từ lúc xem đến nay lịch đã có thay đổi")
    assert "TH Tứ Cường 01/2018 → 03/2018" in said
    assert "Đã nhập" in officer.press("Nhập kế hoạch").text


def test_added_gone_and_unknown_schools_are_named(app: App, officer: Chat) -> None:
    rows = [row for row in kept_rows(app) if row[0] not in {"TH Tứ Cường", "THCS Lam Sơn"}]
    said = send(officer, "kh.docx", word([*rows, ["TH Tứ Cươngg", "11/2017"], ["MN Hoa Sen", "5/2018"]])).text
    assert "Thêm (2): TH Tứ Cươngg 11/2017; MN Hoa Sen 05/2018" in said
    assert "Không còn trong kế hoạch (2): TH Tứ Cường (đang 11/2017); THCS Lam Sơn (đang 03/2018)" in said
    assert "Trường lạ, sẽ thêm mới (2): TH Tứ Cươngg (gần giống TH Tứ Cường, thầy/cô xem lại tên); MN Hoa Sen" in said


def test_a_school_that_the_plan_no_longer_names_is_told(app: App, officer: Chat, chat: Chat, phone: Phone) -> None:
    send(officer, "kh.docx", word([row for row in kept_rows(app) if row[0] != "TH Tứ Cường"]))
    officer.press("Nhập kế hoạch")
    assert (
        "không còn trong lịch đánh giá ngoài năm học 2017-2018 (trước đây: 11/2017)" in phone.at(chat.address)[-1].text
    )
    assert waiting(app, "TH Tứ Cường") == []


def test_a_spelling_is_no_other_school(app: App, officer: Chat) -> None:
    rows = [
        [name.replace("TH ", "Trường Tiểu học ").replace("MN ", "Trường MN "), month] for name, month in kept_rows(app)
    ]
    assert "Không có gì thay đổi" in send(officer, "kh.docx", word(rows)).text


def test_a_school_without_a_month_stays_with_the_report_deadline(app: App, officer: Chat) -> None:
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="không"))
    officer.press("Nhập kế hoạch")
    with app.sessions.begin() as session:
        campaign, school = schools.of_year(session, "2017-2018"), schools.named(session, "TH Tứ Cường")
        assert campaign is not None
        assert school is not None
        kinds = {one.kind for one in reminders.of_school(session, campaign, school.id) if one.state == "waiting"}
    assert kinds == {"report-60", "report-30", "report-7", "report-1", "report-overdue"}
    assert "không có trong lịch đánh giá ngoài" in officer.say("lịch TH Tứ Cường").text
    assert "Không đánh giá ngoài" in officer.say("tiến độ các trường tiểu học").text


def test_a_new_deadline_alone_is_a_change(app: App, officer: Chat) -> None:
    heading = f"{YEAR}. Các trường hoàn thành báo cáo tự đánh giá trước ngày 20/5/2018."
    said = send(officer, "kh.docx", word(kept_rows(app), heading)).text
    assert "Hạn báo cáo tự đánh giá: 31/05/2018 → 20/05/2018" in said
    officer.press("Nhập kế hoạch")
    assert officer.say("/lich").text.splitlines()[-1] == "Mọi trường: xong báo cáo tự đánh giá trước 20/05/2018."


def test_a_plan_of_a_new_year_keeps_the_other_schools(app: App, officer: Chat) -> None:
    heading = "Kế hoạch kiểm định chất lượng giáo dục năm học 2018-2019"
    said = send(officer, "kh.docx", word([["TH Tứ Cường", "11/2018"]], heading)).text
    assert "(năm học mới): 1 trường, 1 đánh giá ngoài" in said
    assert "15 trường khác của năm trước vẫn trong danh sách, không đánh giá ngoài" in said
    officer.press("Nhập kế hoạch")
    with app.sessions.begin() as session:
        campaign = schools.of_year(session, "2018-2019")
        assert campaign is not None
        assert len(schools.reviews(session, campaign)) == 16
        assert campaign.office_name == "Phòng GD&ĐT Thanh Miện"
        assert campaign.circulars == {"MN": "tt25-2014", "TH": "tt42-2012", "THCS": "tt42-2012"}
    assert "11/2018 · TH Tứ Cường" in officer.say("/lich 2018-2019").text
    assert "16 trường được đánh giá ngoài" in officer.say("/lich").text


def test_communes_come_from_a_column(app: App, officer: Chat) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([YEAR])
    sheet.append(["STT", "Xã", "Tên trường", "Tháng đánh giá ngoài"])
    for at, (name, month) in enumerate(kept_rows(app), start=1):
        sheet.append([at, "xã Tứ Cường" if "Tứ Cường" in name else None, name, month])
    assert "Xã (1): TH Tứ Cường: Xã Tứ Cường" in send(officer, "kh.xlsx", saved(book)).text
    officer.press("Nhập kế hoạch")
    assert officer.say("các trường xã Tứ Cường").text.splitlines() == [
        "**Xã Tứ Cường: 1 trường.**",
        "11/2017 · TH Tứ Cường",
    ]


def test_rows_that_cannot_be_are_named_and_nothing_is_put_in(app: App, officer: Chat) -> None:
    rows = [
        ["TH Tứ Cường", "13/2017"],
        ["MN Đoàn Kết", "9/2019"],
        ["TH Đoàn Tùng", "11/2017"],
        ["TH Đoàn Tùng", "12/2017"],
    ]
    said = send(officer, "kh.docx", word(rows)).text.splitlines()
    assert said[0] == "**Chưa nhập được: 3 chỗ cần sửa trong tệp.**"
    assert "Dòng 1 (TH Tứ Cường): tháng “13/2017” không có trong lịch" in said[1]
    assert "Dòng 2 (MN Đoàn Kết): tháng “9/2019” nằm ngoài năm học 2017-2018" in said[2]
    assert "Dòng 3 và 4 (TH Đoàn Tùng): trường ghi 2 lần" in said[3]
    assert officer.last.choices == ()


def bomb() -> bytes:
    """Make a small file that unpacks to a great many bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w>" + b" " * 60_000_000)
    return buffer.getvalue()


def with_macros() -> bytes:
    """Make a Word file with a macro under an innocent name."""
    buffer = io.BytesIO(word([["TH Tứ Cường", "11/2017"]]))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("kh.docx", b"", "Tệp trống"),
        ("kh.docx", b"PK\x03\x04 broken", "Tệp bị hỏng"),
        ("kh.xlsx", b"\x00\x01\x02", "Tệp bị hỏng"),
        ("kh.docx", bomb(), "nén quá nhiều dữ liệu"),
        ("kh.docx", with_macros(), "Tệp có macro"),
        ("kh.docm", b"PK\x03\x04", ".docm có macro"),
        ("kh.xlsm", b"PK\x03\x04", ".xlsm có macro"),
        ("kh.pdf", b"%PDF-1.7", ".pdf không đọc được bảng"),
        ("kh.txt", "Chào các thầy cô, mai họp nhé.".encode(), "Không thấy bảng các trường"),
    ],
    ids=["empty", "broken", "not Excel", "bomb", "macros", "docm", "xlsm", "pdf", "no plan"],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_line(officer: Chat, name: str, content: bytes, why: str) -> None:
    said = send(officer, name, content).text
    assert why in said
    assert "\n" not in said


def test_a_file_that_is_too_large_is_refused(officer: Chat) -> None:
    assert "lớn hơn 5 MB" in send(officer, "kh.docx", None, size=6 * 1024 * 1024).text
    assert "lớn hơn 5 MB" in send(officer, "kh.docx", b"x" * (5 * 1024 * 1024 + 1)).text


def test_a_file_that_did_not_arrive_is_asked_for_again(officer: Chat) -> None:
    assert "gửi lại giúp" in send(officer, "kh.docx", None, size=1000).text


def test_other_kinds_are_told_what_is_accepted(officer: Chat) -> None:
    said = send(officer, "bai-hat.mp3", b"1234").text
    assert said == (
        "Tệp “bai-hat.mp3” không phải kế hoạch. "
        "Tôi đọc được kế hoạch năm học ở tệp .docx, .xlsx hoặc .txt, tối đa 5 MB."
    )


def test_a_principal_is_answered_politely(app: App, chat: Chat) -> None:
    said = send(chat, "kh.docx", changed(app, TH_Tứ_Cường="3/2018")).text
    assert said.startswith("Tệp gửi ở đây tôi chỉ nhận của cơ quan quản lý.")
    assert "11/2017" in chat.say("bao giờ trường tôi đánh giá ngoài").text


def test_what_a_principal_says_beside_a_file_is_heard(chat: Chat) -> None:
    assert "1.1" in send(chat, "kh.docx", b"1234", text="xong tc 1.1").text


def test_a_year_that_is_put_in_again_makes_no_second_row(app: App, officer: Chat) -> None:
    send(officer, "kh.docx", changed(app, TH_Tứ_Cường="3/2018"))
    officer.press("Nhập kế hoạch")
    with app.sessions.begin() as session:
        assert len(session.scalars(select(Review)).all()) == 16
