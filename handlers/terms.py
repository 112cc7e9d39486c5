"""What the rules of a generation call a review and a level, where a school or a campaign is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from db.tables import Campaign, School
from handlers.turn import Turn
from knowledge.catalogue import LEVELS, Catalogue

RENAMED = 2026
"""The generation that says thẩm định, and knows no cấp độ."""


def generation(catalogue: Catalogue, circulars: Mapping[str, str]) -> int:
    """Tell which generation most of the school levels follow; the later one of as many."""
    known = (catalogue.framework(circular, level) for level, circular in circulars.items())
    counted = Counter(one.generation for one in known if one)
    return max(counted, key=lambda each: (counted[each], each), default=2012)


def review_word(catalogue: Catalogue, circulars: Mapping[str, str]) -> str:
    """`đánh giá ngoài`; under the circular of 2026 `thẩm định`."""
    return "thẩm định" if generation(catalogue, circulars) >= RENAMED else "đánh giá ngoài"


def review_in(catalogue: Catalogue, campaign: Campaign, school: School | None = None) -> str:
    """Say the word for a school's review, or for those of the whole campaign."""
    return review_word(catalogue, _circulars(catalogue, campaign, school))


def _circulars(catalogue: Catalogue, campaign: Campaign, school: School | None) -> Mapping[str, str]:
    """Narrow the campaign's circulars to the school's, where we have that one's file."""
    own = campaign.circulars.get(school.level, "") if school else ""
    return {school.level: own} if school and catalogue.framework(own, school.level) else campaign.circulars


def in_force(catalogue: Catalogue, day: date) -> dict[str, str]:
    """Give the circular of each level that is in force on *day*."""
    return {level: found.circular for level in LEVELS if (found := catalogue.in_force(level, day))}


def _now(turn: Turn, school: School | None) -> Mapping[str, str]:
    catalogue, campaign = turn.shelf.catalogue, turn.campaign
    return _circulars(catalogue, campaign, school) if campaign else in_force(catalogue, turn.now.date())


def review_now(turn: Turn, school: School | None = None) -> str:
    """Say the word of this year: for *school*, or for who speaks."""
    return review_word(turn.shelf.catalogue, _now(turn, school or turn.school))


def is_renamed(turn: Turn) -> bool:
    """Tell whether who speaks follows the circular of 2026 this year."""
    return generation(turn.shelf.catalogue, _now(turn, turn.school)) >= RENAMED
