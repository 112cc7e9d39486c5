"""What the web chat asks of the product: who may be spoken for, and what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody whom a visitor of a demonstration may speak as."""

    address: str
    label: str
    """`Hiệu trưởng TH Tứ Cường`."""
    role: str
    """principal, officer or group; self outside a demonstration."""
    detail: str = ""
    """What stands small below the label: `Đánh giá ngoài 11/2017`."""
    level: str = ""
    """MN, TH, THCS …: the list is grouped by it."""
    speaker: str = ""
    """For a group: the address of the member whose words these are."""


class Desk(Protocol):
    """What the page may ask of the product."""

    @property
    def demo(self) -> bool:
        """Whether anyone may take any seat and move the clock."""

    def now(self) -> datetime:
        """Give the product's time, aware, in its own zone."""

    def seats(self) -> list[Seat]:
        """List the seats of a demonstration, in the order to show them; called in a thread."""

    def joined(self, address: str) -> bool:
        """Tell whether a person belongs to *address*; called in a thread."""

    async def move_clock(self, to: str) -> datetime:
        """Move the time on to `day`, `week` or `next`, sending what falls due meanwhile."""
