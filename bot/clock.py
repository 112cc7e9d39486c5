"""The only clock: the real time, or a time that was set and runs on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


class Clock:
    """Gives the product's time, aware, in the zone that people live in."""

    is_set = False
    """Whether the time is a simulated one."""

    def __init__(self, zone: ZoneInfo, starts_at: datetime | None = None) -> None:
        self.zone = zone
        self._ahead = timedelta()
        if starts_at is not None:
            self.move_to(starts_at)

    def now(self) -> datetime:
        """Say what time it is."""
        return (datetime.now(UTC) + self._ahead).astimezone(self.zone)

    def move_to(self, moment: datetime) -> None:
        """Set the clock; it runs on from *moment*."""
        self.is_set = True
        self._ahead = moment - datetime.now(UTC)
