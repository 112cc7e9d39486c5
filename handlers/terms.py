"""What the rules of a generation call a review and a level, where a school or a campaign is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

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


def spoken_to(turn: Turn) -> Mapping[str, str]:
    """Give the circulars of who speaks: the school's, else the campaign's, else what is in force."""
    catalogue, today = turn.shelf.catalogue, turn.now.date()
    if turn.campaign:
        return _circulars(catalogue, turn.campaign, turn.school)
    return {level: found.circular for level in LEVELS if (found := catalogue.in_force(level, today))}


def is_renamed(turn: Turn) -> bool:
    """Tell whether who speaks follows the circular of 2026."""
    return generation(turn.shelf.catalogue, spoken_to(turn)) >= RENAMED
