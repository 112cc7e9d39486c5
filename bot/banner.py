"""What is said when the product starts: what is on, and what to do next."""

from __future__ import annotations

from bot.setup import Product
from db import notes, people, schools
from handlers import terms
from handlers.join import BOOTSTRAP_USED


def show(product: Product) -> None:
    """Print the banner."""
    print("\n".join(lines(product)), flush=True)


def lines(product: Product) -> list[str]:
    """Say what is on and what to do next, a line each."""
    settings, now = product.settings, product.app.clock.now()
    page = f"http://{settings.kiemdinh_http_host}:{settings.kiemdinh_http_port}"
    return [
        "Trợ lý kiểm định chất lượng giáo dục",
        f"  Trang trò chuyện  {page}",
        f"  Telegram          {_telegram(product)}",
        *(["  Zalo              chưa có trong bản này, ZALO_BOT_TOKEN được bỏ qua"] if settings.zalo_bot_token else []),
        f"  Dữ liệu           {settings.database_url.split('@')[-1]}",
        f"  Đồng hồ           {now:%d/%m/%Y %H:%M}" + (" (mô phỏng)" if settings.starts_at else ""),
        f"  Kế hoạch          {_plan(product)}",
        *_next(product, page),
        "Dừng: Ctrl-C",
    ]


def _telegram(product: Product) -> str:
    settings = product.settings
    if not settings.telegram_bot_token:
        return "tắt (đặt TELEGRAM_BOT_TOKEN trong .env để bật)"
    return "bật, nhận qua webhook" if settings.telegram_webhook_url else "bật"


def _plan(product: Product) -> str:
    with product.sessions.begin() as session:
        campaign = schools.campaign(session, product.app.clock.now().date())
        if campaign is None:
            return "chưa có; nhập bằng: .venv/bin/kiemdinh import-plan TỆP"
        reviewed = sum(one.month is not None for one in campaign.reviews)
        called = terms.review_in(product.shelf.catalogue, campaign)
        return f"{campaign.office_name}, năm học {campaign.school_year}, {reviewed} trường {called}"


def _next(product: Product, page: str) -> list[str]:
    if product.settings.demo:
        return [f"Đây là bản chạy thử. Mở {page}, chọn một trường và hỏi: tc 3.5 cần những gì"]
    with product.sessions.begin() as session:
        if people.officers(session):
            return ["Mời hiệu trưởng: .venv/bin/kiemdinh invite --all, hoặc chuyên viên nhắn: mã mời TH ..."]
        used = notes.read(session, BOOTSTRAP_USED)
    if product.settings.kiemdinh_bootstrap_code and not used:
        return ["Chuyên viên đầu tiên gửi mã KIEMDINH_BOOTSTRAP_CODE cho trợ lý để tham gia."]
    return ["Chưa có chuyên viên: chạy .venv/bin/kiemdinh invite --officer rồi gửi mã cho trợ lý."]
