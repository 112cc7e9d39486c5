"""A school's level follows the rule of each circular, and two ways of reading the rule agree."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest

from knowledge.catalogue import Criterion, Framework, Indicator, RatingRule, Standard
from knowledge.library import load
from knowledge.rules.progress import Event, states
from knowledge.rules.rating import Grade, Rating, Step, Tally, grades, highest, rate, tally, toward, what_if

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    Ratings = dict[str, Grade]

BINDING = ("1.3", "1.4", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2")
FREE = ("1.1", "1.2", "2.3", "3.3", "3.4", "3.5", "4.3")
AFTER_2024 = frozenset({"3.4", "3.5", "3.6"})


def framework(rule: RatingRule, asked: Mapping[str, tuple[int, ...]]) -> Framework:
    """Build the criteria *asked*, each with one requirement at each of its levels."""
    numbers = dict.fromkeys(int(number.split(".")[0]) for number in asked)
    standards = tuple(
        Standard(f"x/th/{n}", n, "", "", tuple(_criterion(c, asked[c]) for c in asked if c.startswith(f"{n}.")))
        for n in numbers
    )
    day = date(2018, 8, 22)
    return Framework("x/th", "x", "1/2018/TT-BGDĐT", ("TH",), day, day, None, None, False, "", standards, 0, rule)


def _criterion(number: str, levels: tuple[int, ...]) -> Criterion:
    indicators = tuple(Indicator(f"x/th/{number}/m{n}", f"m{n}", "", n) for n in levels)
    return Criterion(f"x/th/{number}", number, "", "", indicators, (), (), "high")


def shares(*sizes: int, compulsory: tuple[str, ...] | None = None) -> Framework:
    numbers = [f"{standard}.{n}" for standard, size in enumerate(sizes, 1) for n in range(1, size + 1)]
    return framework(RatingRule("share", (60, 70, 85), compulsory), dict.fromkeys(numbers, ()))


PRESCHOOL_2014, PRIMARY_2012, SECONDARY_2012 = shares(8, 5, 6, 2, 8), shares(7, 5, 6, 3, 7), shares(10, 5, 6, 3, 12)
WITH_COMPULSORY = shares(7, 5, 6, 3, 7, compulsory=("1.2", "5.7"))

# 2.1 asks nothing more above Mức 2, 2.2 nothing at Mức 3 but something at Mức 4, as 5.1 in 17/2018
EVERY_2018 = framework(
    RatingRule("every", (), (), 0), {"1.1": (1, 2, 3), "1.2": (1, 2, 3, 4), "2.1": (1, 2), "2.2": (1, 2, 4)}
)
LEVELS_2026 = framework(RatingRule("compulsory", (), BINDING, 5), dict.fromkeys(sorted(BINDING + FREE), (1, 2)))


def numbers(of: Framework) -> list[str]:
    return [criterion.number for criterion in of.criteria]


def all_at(level: Grade, of: Framework, **others: Grade) -> Ratings:
    """Rate every criterion alike, but for *others*: `c1_1=2`."""
    return dict.fromkeys(numbers(of), level) | {name[1:].replace("_", "."): grade for name, grade in others.items()}


def first_met(count: int, of: Framework) -> Ratings:
    return {number: "met" if place < count else "not_met" for place, number in enumerate(numbers(of))}


def in_2026(binding: list[int], free: list[int]) -> Ratings:
    return dict(zip(BINDING + FREE, binding + free, strict=True))


# 2012 and 2014


@pytest.mark.parametrize(
    ("of", "met", "level"),
    [
        (PRIMARY_2012, 0, 0),
        (PRIMARY_2012, 16, 0),  # 57.1 %
        (PRIMARY_2012, 17, 1),  # 60.7 %
        (PRIMARY_2012, 19, 1),  # 67.9 %
        (PRIMARY_2012, 20, 2),  # 71.4 %
        (PRIMARY_2012, 23, 2),  # 82.1 %
        (PRIMARY_2012, 24, 3),  # 85.7 %
        (PRIMARY_2012, 28, 3),
        (PRESCHOOL_2014, 17, 0),  # 58.6 %
        (PRESCHOOL_2014, 18, 1),  # 62.1 %
        (PRESCHOOL_2014, 20, 1),  # 68.97 %
        (PRESCHOOL_2014, 21, 2),  # 72.4 %
        (PRESCHOOL_2014, 24, 2),  # 82.8 %
        (PRESCHOOL_2014, 25, 3),  # 86.2 %
        (PRESCHOOL_2014, 29, 3),
        (SECONDARY_2012, 21, 0),  # 58.3 %
        (SECONDARY_2012, 22, 1),  # 61.1 %
        (SECONDARY_2012, 25, 1),  # 69.4 %
        (SECONDARY_2012, 26, 2),  # 72.2 %
        (SECONDARY_2012, 30, 2),  # 83.3 %
        (SECONDARY_2012, 31, 3),  # 86.1 %
        (SECONDARY_2012, 36, 3),
        (shares(20), 11, 0),
        (shares(20), 12, 1),  # 60 % exactly
        (shares(20), 13, 1),
        (shares(20), 14, 2),  # 70 % exactly
        (shares(20), 16, 2),
        (shares(20), 17, 3),  # 85 % exactly
    ],
)
def test_counts_the_share_of_all_criteria(of: Framework, met: int, level: int) -> None:
    assert rate(first_met(met, of), of).level == level


def test_counts_an_unrated_criterion_as_not_met() -> None:
    ratings = first_met(17, PRIMARY_2012)
    said = {number: grade for number, grade in ratings.items() if grade == "met"}
    assert (rate(said, PRIMARY_2012).level, len(rate(said, PRIMARY_2012).unrated)) == (1, 11)
    assert rate(said | {"1.1": None}, PRIMARY_2012).level == 0


def test_takes_a_share_of_criteria_rated_by_number_too() -> None:
    assert rate(all_at(1, PRIMARY_2012), PRIMARY_2012).level == 3
    none = rate(all_at(0, PRIMARY_2012), PRIMARY_2012)
    assert (none.level, none.unrated) == (0, ())


def test_says_what_the_next_level_takes() -> None:
    ratings = first_met(17, PRIMARY_2012)
    assert rate(ratings, PRIMARY_2012) == Rating(
        level=1,
        judged=("share",),
        unjudged=("compulsory",),
        next=Step(level=2, short=3, blocking=(), enough=("3.6", "4.1", "4.2")),
        unrated=(),
    )


def test_proposes_what_is_in_progress_first() -> None:
    step = rate(first_met(17, PRIMARY_2012), PRIMARY_2012, in_progress=["5.1", "1.1", "4.2"]).next
    assert step == Step(level=2, short=3, blocking=(), enough=("3.6", "4.2", "5.1"))


def test_names_no_step_above_the_highest_level() -> None:
    assert rate(first_met(24, PRIMARY_2012), PRIMARY_2012).next is None


@pytest.mark.parametrize(
    ("ratings", "level", "step"),
    [
        (all_at("met", WITH_COMPULSORY), 3, None),
        (all_at("met", WITH_COMPULSORY, c1_2="not_met"), 0, Step(1, 1, ("1.2",), ("1.2",))),
        (all_at("met", WITH_COMPULSORY, c1_2=None, c5_7="not_met"), 0, Step(1, 2, ("1.2", "5.7"), ("1.2", "5.7"))),
        (all_at("met", WITH_COMPULSORY, c1_1="not_met"), 3, None),
        (first_met(15, WITH_COMPULSORY), 0, Step(1, 2, ("5.7",), ("3.4", "5.7"))),
        (first_met(16, WITH_COMPULSORY), 0, Step(1, 1, ("5.7",), ("5.7",))),
    ],
    ids=["all", "one missing", "both missing", "another missing", "a share too", "it makes the share"],
)
def test_asks_for_compulsory_criteria_beside_the_share(ratings: Ratings, level: int, step: Step | None) -> None:
    rating = rate(ratings, WITH_COMPULSORY)
    assert (rating.level, rating.next) == (level, step)
    assert (rating.judged, rating.unjudged) == (("share", "compulsory"), ())


def test_leaves_nothing_unjudged_where_there_are_no_compulsory_criteria() -> None:
    rating = rate({}, shares(20, compulsory=()))
    assert (rating.judged, rating.unjudged) == (("share",), ())


# 2018


@pytest.mark.parametrize(
    ("ratings", "level", "step"),
    [
        ({}, 0, Step(1, 4, ("1.1", "1.2", "2.1", "2.2"), ("1.1", "1.2", "2.1", "2.2"))),
        (all_at(1, EVERY_2018), 1, Step(2, 4, ("1.1", "1.2", "2.1", "2.2"), ("1.1", "1.2", "2.1", "2.2"))),
        (all_at(2, EVERY_2018), 2, Step(3, 2, ("1.1", "1.2"), ("1.1", "1.2"))),
        (all_at(2, EVERY_2018, c2_1=1), 1, Step(2, 1, ("2.1",), ("2.1",))),
        (all_at(4, EVERY_2018, c2_1=1), 1, Step(2, 1, ("2.1",), ("2.1",))),
        (all_at(4, EVERY_2018, c2_1=0), 0, Step(1, 1, ("2.1",), ("2.1",))),
        (all_at(4, EVERY_2018, c2_1=None), 0, Step(1, 1, ("2.1",), ("2.1",))),
        (all_at(3, EVERY_2018), 3, Step(4, 2, ("1.2", "2.2"), ("1.2", "2.2"))),
        ({"1.1": 3, "1.2": 3, "2.1": 2, "2.2": 2}, 3, Step(4, 2, ("1.2", "2.2"), ("1.2", "2.2"))),
        ({"1.1": 3, "1.2": 4, "2.1": 2, "2.2": 2}, 3, Step(4, 1, ("2.2",), ("2.2",))),
        ({"1.1": 3, "1.2": 4, "2.1": 2, "2.2": 4}, 4, None),
        ({"1.1": 2, "1.2": 4, "2.1": 2, "2.2": 4}, 2, Step(3, 1, ("1.1",), ("1.1",))),
        (all_at("met", EVERY_2018), 1, Step(2, 4, ("1.1", "1.2", "2.1", "2.2"), ("1.1", "1.2", "2.1", "2.2"))),
        (all_at("not_met", EVERY_2018), 0, Step(1, 4, ("1.1", "1.2", "2.1", "2.2"), ("1.1", "1.2", "2.1", "2.2"))),
    ],
)
def test_wants_every_criterion_at_the_level(ratings: Ratings, level: int, step: Step | None) -> None:
    rating = rate(ratings, EVERY_2018)
    assert (rating.level, rating.next, rating.judged, rating.unjudged) == (level, step, ("every",), ())


def test_leaves_out_what_an_amendment_took_away() -> None:
    ratings = {"1.1": 3, "1.2": 4, "2.1": 2}
    assert rate(ratings, EVERY_2018).level == 0
    assert rate(ratings, EVERY_2018, left_out=frozenset({"2.2"})) == Rating(4, ("every",), (), None, ())


def test_ends_with_the_highest_level_that_is_left() -> None:
    rating = rate(all_at(4, EVERY_2018), EVERY_2018, left_out=frozenset({"1.2", "2.2"}))
    assert (rating.level, rating.next) == (3, None)


def test_reaches_nothing_where_nothing_counts() -> None:
    assert rate({}, EVERY_2018, left_out=frozenset(numbers(EVERY_2018))) == Rating(0, ("every",), (), None, ())


def test_judges_every_criterion_whether_compulsory_ones_are_known_or_not() -> None:
    unknown = framework(RatingRule("every", (), None, 0), {"1.1": (1, 2)})
    assert rate({"1.1": 2}, unknown) == Rating(2, ("every",), (), None, ())


def test_takes_criteria_without_levels_as_met_or_not() -> None:
    plain = framework(RatingRule("every", (), (), 0), {"1.1": (), "1.2": ()})
    assert rate({"1.1": "met"}, plain) == Rating(0, ("every",), (), Step(1, 1, ("1.2",), ("1.2",)), ("1.2",))
    assert rate({"1.1": "met", "1.2": "met"}, plain) == Rating(1, ("every",), (), None, ())


# 2026


@pytest.mark.parametrize(
    ("binding", "free", "level", "step"),
    [
        ([1] * 8, [1] * 5 + [0] * 2, 1, Step(2, 13, (*BINDING, "3.5", "4.3"), (*BINDING, *FREE[:3], "3.5", "4.3"))),
        ([1] * 8, [1] * 4 + [0] * 3, 0, Step(1, 1, (), ("3.4",))),
        ([1] * 7 + [0], [1] * 7, 0, Step(1, 1, ("4.2",), ("4.2",))),
        ([2] * 7 + [0], [2] * 7, 0, Step(1, 1, ("4.2",), ("4.2",))),
        ([2] * 8, [2] * 5 + [1] * 2, 2, None),
        ([2] * 8, [2] * 4 + [1] * 3, 1, Step(2, 1, (), ("3.4",))),
        ([2] * 8, [2] * 5 + [1, 0], 1, Step(2, 1, ("4.3",), ("4.3",), lower=("4.3",))),
        ([2] * 8, [2] * 4 + [1, 1, 0], 1, Step(2, 1, ("4.3",), ("4.3",))),
        ([2] * 8, [2] * 4 + [1, 0, 0], 1, Step(2, 2, ("3.5", "4.3"), ("3.5", "4.3"), lower=("4.3",))),
        ([2] * 8, [2] * 3 + [1] * 3 + [0], 1, Step(2, 2, ("4.3",), ("3.3", "4.3"))),
        ([2] * 7 + [1], [2] * 7, 1, Step(2, 1, ("4.2",), ("4.2",))),
        ([2] * 8, [2] * 7, 2, None),
        ([0] * 8, [0] * 7, 0, Step(1, 13, BINDING, BINDING + FREE[:5])),
    ],
)
def test_wants_the_compulsory_and_five_of_seven(
    binding: list[int], free: list[int], level: int, step: Step | None
) -> None:
    rating = rate(in_2026(binding, free), LEVELS_2026)
    assert (rating.level, rating.next) == (level, _in_order(step))
    assert (rating.judged, rating.unjudged) == (("compulsory", "others", "rest"), ())


def _in_order(step: Step | None) -> Step | None:
    return step and Step(step.level, step.short, tuple(sorted(step.blocking)), tuple(sorted(step.enough)), step.lower)


def test_is_sure_only_of_what_all_reach_where_compulsory_ones_are_not_known() -> None:
    unknown = framework(RatingRule("compulsory", (), None, 1), {"1.1": (1, 2), "1.2": (1, 2)})
    step = Step(2, 1, ("1.1",), ("1.1",))
    assert rate({"1.1": 1, "1.2": 2}, unknown) == Rating(1, ("every",), ("compulsory",), step, ())


# Supposing


@pytest.mark.parametrize(
    ("of", "ratings", "changes", "level"),
    [
        (PRIMARY_2012, first_met(16, PRIMARY_2012), {"5.7": "met"}, 1),
        (PRIMARY_2012, first_met(17, PRIMARY_2012), {"1.1": "not_met"}, 0),
        (PRIMARY_2012, first_met(17, PRIMARY_2012), {"1.1": None}, 0),
        (EVERY_2018, all_at(2, EVERY_2018, c1_1=0), {"1.1": 2}, 2),
        (EVERY_2018, all_at(2, EVERY_2018, c1_1=0), {"1.1": "met"}, 1),
        (EVERY_2018, all_at(2, EVERY_2018), {"1.1": "met"}, 2),
        (EVERY_2018, all_at(2, EVERY_2018), {"1.1": 1}, 1),
        (EVERY_2018, all_at(2, EVERY_2018), {"9.9": 0}, 2),
    ],
)
def test_supposes_changes(of: Framework, ratings: Ratings, changes: Ratings, level: int) -> None:
    before = dict(ratings)
    assert what_if(ratings, changes, of).level == level
    assert ratings == before


def test_supposes_with_the_same_criteria_left_out_and_in_progress() -> None:
    rating = what_if({}, {"1.2": "met"}, PRIMARY_2012, left_out=AFTER_2024, in_progress=["5.7"])
    assert rating == rate({"1.2": "met"}, PRIMARY_2012, left_out=AFTER_2024, in_progress=["5.7"])
    assert rating.next is not None
    assert "5.7" in rating.next.enough
    assert AFTER_2024.isdisjoint(rating.unrated)


# Any level, and what there is of each part


@pytest.mark.parametrize(
    ("of", "ratings", "level", "step"),
    [
        (PRIMARY_2012, first_met(17, PRIMARY_2012), 1, None),
        (PRIMARY_2012, first_met(17, PRIMARY_2012), 2, Step(2, 3, (), ("3.6", "4.1", "4.2"))),
        (PRIMARY_2012, first_met(22, PRIMARY_2012), 3, Step(3, 2, (), ("5.2", "5.3"))),
        (EVERY_2018, all_at(2, EVERY_2018), 4, Step(4, 3, ("1.1", "1.2", "2.2"), ("1.1", "1.2", "2.2"))),
        (EVERY_2018, all_at(4, EVERY_2018), 4, None),
        (LEVELS_2026, all_at(2, LEVELS_2026, c1_3=0), 2, Step(2, 1, ("1.3",), ("1.3",))),
    ],
)
def test_says_what_a_level_further_up_takes(of: Framework, ratings: Ratings, level: int, step: Step | None) -> None:
    assert toward(ratings, of, level) == step


def test_the_way_to_the_next_level_is_the_next_step() -> None:
    for of in (PRIMARY_2012, WITH_COMPULSORY, EVERY_2018, LEVELS_2026):
        for seed in range(200):
            chance = random.Random(seed)
            ratings: Ratings = {number: chance.choice([0, 1, 2, 3]) for number in numbers(of)}
            rating = rate(ratings, of)
            assert toward(ratings, of, min(rating.level + 1, highest(of))) == rating.next


@pytest.mark.parametrize(
    ("of", "ratings", "level", "counted"),
    [
        (PRIMARY_2012, first_met(17, PRIMARY_2012), 2, (Tally("share", 17, 28, 20),)),
        (WITH_COMPULSORY, first_met(17, WITH_COMPULSORY), 1, (Tally("share", 17, 28, 17),)),
        (EVERY_2018, all_at(2, EVERY_2018), 3, (Tally("every", 2, 4, 4),)),
        (EVERY_2018, all_at("met", EVERY_2018), 1, (Tally("every", 4, 4, 4),)),
        (
            LEVELS_2026,
            all_at(2, LEVELS_2026, c1_3=1, c1_1=1, c1_2=0),
            2,
            (Tally("compulsory", 7, 8, 8), Tally("others", 5, 7, 5)),
        ),
    ],
)
def test_counts_each_part_of_the_rule(of: Framework, ratings: Ratings, level: int, counted: tuple[Tally, ...]) -> None:
    assert tally(ratings, of, level) == counted


def test_counts_without_what_is_left_out() -> None:
    left_out = frozenset({"2.2"})
    assert tally(all_at(4, EVERY_2018), EVERY_2018, 4, left_out=left_out) == (Tally("every", 3, 3, 3),)


@pytest.mark.parametrize(("of", "level"), [(PRIMARY_2012, 3), (EVERY_2018, 4), (LEVELS_2026, 2), (shares(), 0)])
def test_knows_the_highest_level(of: Framework, level: int) -> None:
    assert highest(of) == level


# From reports to levels: 1.1 asks m1, m2 and m3


def grade_after(*said: str, of: Framework = EVERY_2018, number: str = "1.1") -> Grade:
    day = datetime(2019, 10, 2, tzinfo=UTC)
    heard = [Event(target, None, None, rating, day) for target, rating in (one.split() for one in said)]
    return grades(states(heard, of), of)[number]


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ([], None),
        (["1.1 met"], 1),
        (["1.1 not_met"], 0),
        (["1.1/m1 met"], 1),
        (["1.1/m1 not_met"], 0),
        (["1.1/m2 met"], None),
        (["1.1/m2 not_met"], None),
        (["1.1/m1 met", "1.1/m2 met"], 2),
        (["1.1 met", "1.1/m2 met"], 2),
        (["1.1 met", "1.1/m3 met"], 1),
        (["1.1/m1 met", "1.1/m2 met", "1.1/m3 met"], 3),
        (["1.1/m1 met", "1.1/m2 met", "1.1/m2 not_met"], 1),
        (["1.1/m1 met", "1.1/m2 met", "1.1 met"], 2),
        (["1.1/m1 met", "1.1/m2 met", "1.1 not_met"], 0),
        (["1.1/m1 met", "1.1/m2 met", "1.1 not_met", "1.1 met"], 1),
        (["1.1/m1 met", "1.1/m2 met", "1.1 not_met", "1.1/m1 met"], 1),
        (["1.1 met", "1.1/m1 not_met", "1.1/m2 met"], 0),
        (["1 met", "1.1/m2 met"], 2),
    ],
)
def test_reads_a_level_from_the_requirements(said: list[str], grade: Grade) -> None:
    assert grade_after(*said) == grade


def test_a_level_without_requirements_is_passed_over() -> None:
    said = ["2.2/m1 met", "2.2/m2 met", "2.2/m4 met"]
    assert [grade_after(*said[:count], number="2.2") for count in (1, 2, 3)] == [1, 2, 4]


@pytest.mark.parametrize(("said", "grade"), [("1.1 met", "met"), ("1.1 not_met", "not_met"), ("1.2 met", None)])
def test_a_circular_without_levels_has_met_and_not_met(said: str, grade: Grade) -> None:
    assert grade_after(said, of=PRIMARY_2012) == grade


def test_refuses_a_word_that_is_no_rating() -> None:
    with pytest.raises(KeyError, match="good"):
        rate({"1.1": "good"}, PRIMARY_2012)


# The second reading: each rule as the circulars say it, told from above and requirement by requirement.


def second_level(ratings: Ratings, of: Framework, left_out: Collection[str] = ()) -> int:
    marks = {c: 1 if ratings.get(c) == "met" else int(ratings.get(c) or 0) for c in numbers(of) if c not in left_out}
    reading = {"share": _by_share, "every": _by_requirement, "compulsory": _by_hand}[of.rating.kind]
    return reading(marks, of)


def _by_share(marks: dict[str, int], of: Framework) -> int:
    if not all(marks[number] for number in of.rating.compulsory or () if number in marks):
        return 0
    met = Fraction(sum(1 for mark in marks.values() if mark > 0), len(marks))
    return sum(met >= Fraction(percent, 100) for percent in of.rating.shares)


def _by_requirement(marks: dict[str, int], of: Framework) -> int:
    """The level below the lowest one with a requirement that is not fulfilled; else the highest there is."""
    asked = [(i.level, marks[c.number]) for c in of.criteria if c.number in marks for i in c.indicators]
    unfulfilled = [level for level, mark in asked if level > mark]
    return min(unfulfilled) - 1 if unfulfilled else max(level for level, _ in asked)


def _by_hand(marks: dict[str, int], of: Framework) -> int:
    weakest = min(marks[number] for number in of.rating.compulsory or ())
    others = sorted(
        (mark for number, mark in marks.items() if number not in (of.rating.compulsory or ())), reverse=True
    )
    fifth = others[of.rating.others_needed - 1]
    if weakest >= 2 and fifth >= 2 and others[-1] >= 1:
        return 2
    return 1 if weakest >= 1 and fifth >= 1 else 0


def real(kind: str) -> list[Framework]:
    return [of for of in load().frameworks if of.rating.kind == kind]


def vectors(of: Framework, chance: random.Random) -> Iterator[Ratings]:
    """Draw ratings from hopeless to perfect: even draws would nearly never reach a level."""
    top = max((i.level for c in of.criteria for i in c.indicators), default=0) or 1
    while True:
        high, low = chance.random() ** 0.3, chance.randrange(-1, top + 1)
        yield {
            number: top if chance.random() < high else chance.choice([None, *range(max(low, 0), top + 1)])
            for number in numbers(of)
        }


def check_both_readings(frameworks: list[Framework], seed: int, left_out: Collection[str] = ()) -> None:
    chance, seen = random.Random(seed), Counter[tuple[str, int]]()
    drawn = [(of, vectors(of, chance)) for of in frameworks]
    for turn in range(10_000):
        of, source = drawn[turn % len(drawn)]
        ratings, away = next(source), frozenset(left_out if turn % 3 else ())
        rating = rate(ratings, of, left_out=away)
        assert rating.level == second_level(ratings, of, away), ratings
        if rating.next and turn % 7 == 0:
            check_step(rating.next, ratings, of, away)
        seen[of.id, rating.level] += 1
    assert set(seen) == {(of.id, level) for of in frameworks for level in range(second_level(all_at(4, of), of) + 1)}
    assert min(seen.values()) >= 20


def check_step(step: Step, ratings: Ratings, of: Framework, away: Collection[str]) -> None:
    """Check that *enough* is, that none of it can be spared, and that *blocking* block whatever else is reached."""
    risen = ratings | dict.fromkeys(step.enough, step.level) | dict.fromkeys(step.lower, step.level - 1)
    assert second_level(risen, of, away) >= step.level
    for number in step.enough:
        assert second_level(risen | {number: ratings[number]}, of, away) < step.level
    for number in step.blocking:
        assert second_level(all_at(4, of) | {number: ratings[number]}, of, away) < step.level


def test_agrees_with_the_second_reading_on_shares() -> None:
    check_both_readings([*real("share"), WITH_COMPULSORY], seed=2012, left_out={"1.2", "3.4"})


def test_agrees_with_the_second_reading_on_every_criterion() -> None:
    check_both_readings([*real("every"), EVERY_2018], seed=2018, left_out=AFTER_2024)


def test_agrees_with_the_second_reading_on_compulsory_criteria() -> None:
    check_both_readings([*real("compulsory"), LEVELS_2026], seed=2026)


# Small frameworks, whole

SMALL = {
    "share": framework(RatingRule("share", (40, 60, 85), None), dict.fromkeys(("1.1", "1.2", "1.3", "2.1", "2.2"), ())),
    "share and compulsory": framework(
        RatingRule("share", (40, 60, 85), ("1.2", "2.2")), dict.fromkeys(("1.1", "1.2", "1.3", "2.1", "2.2"), ())
    ),
    "every": EVERY_2018,
    "compulsory": framework(
        RatingRule("compulsory", (), ("1.2", "2.2"), 2), dict.fromkeys(("1.1", "1.2", "1.3", "2.1", "2.2"), (1, 2))
    ),
}
TOPS = {"share": 1, "share and compulsory": 1, "every": 4, "compulsory": 2}


def every_vector(name: str) -> Iterator[Ratings]:
    of = SMALL[name]
    for marks in product((None, *range(1, TOPS[name] + 1)), repeat=len(of.criteria)):
        yield dict(zip(numbers(of), marks, strict=True))


@pytest.mark.parametrize("name", SMALL)
def test_never_falls_when_a_rating_rises(name: str) -> None:
    of = SMALL[name]
    for ratings in every_vector(name):
        level = rate(ratings, of).level
        risen = [ratings | {n: int(grade or 0) + 1} for n, grade in ratings.items()]
        assert all(rate(higher, of).level >= level for higher in risen), ratings


@pytest.mark.parametrize("name", SMALL)
def test_finds_a_smallest_set_that_is_enough(name: str) -> None:
    of = SMALL[name]
    for ratings in every_vector(name):
        step = rate(ratings, of).next
        if step:
            sets = _smallest_sets(ratings, of, step.level)
            assert step.short == len(step.enough) == len(sets[0])
            assert step.enough in sets, ratings
            assert set(step.blocking) <= set.intersection(*map(set, sets)), ratings


def _smallest_sets(ratings: Ratings, of: Framework, level: int) -> list[tuple[str, ...]]:
    """Try every set of criteria, the small ones first; in 2012 a criterion only has one level to reach."""
    for size in range(1, len(ratings) + 1):
        found = [
            chosen
            for chosen in combinations(ratings, size)
            if second_level(ratings | dict.fromkeys(chosen, level), of) >= level
        ]
        if found:
            return found
    raise AssertionError(ratings)


def test_spares_the_higher_level_where_the_lower_is_enough() -> None:
    of, spared = SMALL["compulsory"], 0
    for ratings in every_vector("compulsory"):
        step = rate(ratings, of).next
        if step and step.lower:
            lifted = ratings | dict.fromkeys(step.enough, step.level)
            assert second_level(lifted | dict.fromkeys(step.lower, step.level - 1), of) == step.level
            spared += 1
    assert spared == 12
