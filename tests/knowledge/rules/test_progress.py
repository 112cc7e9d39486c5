from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.catalogue import Criterion, Framework, Indicator, Standard
from knowledge.language.meaning import MILESTONES
from knowledge.rules.progress import (
    UNREPORTED,
    Event,
    Lacking,
    StandardProgress,
    State,
    apply,
    first_things,
    lacking,
    states,
)

START = datetime(2017, 10, 2, 8, tzinfo=UTC)


def at(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def event(words: str, hours: int = 0) -> Event:
    """Read `1.1 done`, `1.1 40`, `1.1 met`, `1.1 done not_met`."""
    target, *said = words.split()
    status = next((word for word in said if word in {"done", "in_progress", "not_started"}), None)
    percent = next((int(word) for word in said if word.isdigit()), None)
    rating = next((word for word in said if word in {"met", "not_met"}), None)
    return Event(target, status, percent, rating, at(hours))


def events(*sentences: str) -> list[Event]:
    return [event(words, hours) for hours, words in enumerate(sentences)]


def framework(*sizes: int, letters: str = "abc") -> Framework:
    standards = tuple(_standard(number, size, letters) for number, size in enumerate(sizes, 1))
    day = date(2012, 11, 23)
    return Framework("x/th", "x", "42/2012/TT-BGDĐT", ("TH",), day, day, None, None, False, "", standards)


def _standard(number: int, size: int, letters: str) -> Standard:
    criteria = tuple(_criterion(f"{number}.{place}", letters) for place in range(1, size + 1))
    return Standard(f"x/th/{number}", number, "", "", criteria)


def _criterion(number: str, letters: str) -> Criterion:
    indicators = tuple(Indicator(f"x/th/{number}/{letter}", letter, "") for letter in letters)
    return Criterion(f"x/th/{number}", number, "", "", indicators, (), (), "high")


TWO_AND_ONE = framework(2, 1)
EVERYTHING = ["1 done", "2 done", *(f"milestone:{name} done" for name in MILESTONES)]


def state_of(target: str, *sentences: str) -> tuple[str, int | None, str | None]:
    found = states(events(*sentences), TWO_AND_ONE)[target]
    return found.status, found.percent, found.rating


def lacking_after(*sentences: str, of: Framework = TWO_AND_ONE) -> Lacking:
    return lacking(states(events(*sentences), of), of)


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        (("not_started", None, None), "done", ("done", 100, None)),
        (("not_started", None, None), "100", ("done", 100, None)),
        (("done", 100, None), "0", ("not_started", 0, None)),
        (("not_started", None, None), "40", ("in_progress", 40, None)),
        (("done", 100, None), "40", ("in_progress", 40, None)),
        (("not_started", None, None), "not_started", ("not_started", 0, None)),
        (("in_progress", 40, None), "not_started", ("not_started", 0, None)),
        (("in_progress", 40, None), "in_progress", ("in_progress", 40, None)),
        (("in_progress", 40, None), "done", ("done", 100, None)),
        (("done", 100, None), "in_progress", ("in_progress", None, None)),
        (("not_started", 0, None), "in_progress", ("in_progress", None, None)),
        (("in_progress", 40, None), "done 80", ("in_progress", 80, None)),
        (("not_started", None, None), "met", ("in_progress", None, "met")),
        (("not_started", 0, None), "not_met", ("in_progress", None, "not_met")),
        (("in_progress", 40, "met"), "not_met", ("in_progress", 40, "not_met")),
        (("done", 100, None), "met", ("done", 100, "met")),
        (("done", 100, None), "not_met", ("done", 100, "not_met")),
        (("done", 100, "met"), "40", ("in_progress", 40, "met")),
        (("done", 100, "met"), "not_started", ("not_started", 0, "met")),
        (("in_progress", 40, None), "done met", ("done", 100, "met")),
        (("in_progress", 40, "met"), "", ("in_progress", 40, "met")),
        (("not_started", None, None), "", ("not_started", None, None)),
    ],
)
def test_a_report_changes_what_it_speaks_of(
    before: tuple[str, int | None, str | None], said: str, expected: tuple[str, int | None, str | None]
) -> None:
    after = apply(State(*before, at(0), reported=True), event(f"1.1 {said}", 5))
    assert after == State(*expected, at(5), reported=True)


def test_nothing_reported_is_nothing_started() -> None:
    targets = ["1.1", "1.2", "2.1", *(f"milestone:{name}" for name in MILESTONES)]
    assert states([], TWO_AND_ONE) == dict.fromkeys(targets, UNREPORTED)


def test_indicators_are_listed_after_their_criterion_once_spoken_of() -> None:
    found = states(events("1.2/c done", "1.1/b 30"), TWO_AND_ONE)
    assert list(found)[:5] == ["1.1", "1.1/b", "1.2", "1.2/c", "2.1"]
    assert found["1.1/b"] == State("in_progress", 30, None, at(1), reported=True)


@pytest.mark.parametrize("target", ["3", "1.3", "1.1/d", "2.2/a", "milestone:party", "milestone:", "", "x"])
def test_a_target_that_the_framework_does_not_have_is_passed_over(target: str) -> None:
    assert states([Event(target, "done", None, None, START)], TWO_AND_ONE) == states([], TWO_AND_ONE)


def test_a_report_on_a_standard_is_one_on_each_of_its_criteria() -> None:
    found = states(events("1.1 40", "1 done", "1.2 60"), TWO_AND_ONE)
    assert [found[number].percent for number in ("1.1", "1.2", "2.1")] == [100, 60, None]
    assert [found[number].at for number in ("1.1", "1.2", "2.1")] == [at(1), at(2), None]


def test_a_step_is_kept_by_itself() -> None:
    assert state_of("milestone:report", "milestone:report 50", "1.1 done") == ("in_progress", 50, None)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # Indicators alone.
        (["1.1/a done"], ("in_progress", 33)),
        (["1.1/a done", "1.1/b 100"], ("in_progress", 67)),
        (["1.1/a done", "1.1/b done", "1.1/c done"], ("done", 100)),
        (["1.1/a 50"], ("in_progress", None)),
        (["1.1/a not_started"], ("not_started", None)),
        (["1.1/a done", "1.1/a not_started"], ("not_started", None)),
        (["1.1/a done", "1.1/b done", "1.1/a 50"], ("in_progress", 33)),
        (["1.1/a met"], ("in_progress", None)),
        # The criterion's word is later, and stands.
        (["1.1/a done", "1.1/b done", "1.1/c done", "1.1 40"], ("in_progress", 40)),
        (["1.1/a done", "1.1/b done", "1.1/c done", "1.1 not_started"], ("not_started", 0)),
        (["1.1/a not_started", "1.1 done"], ("done", 100)),
        (["1.1/a 50", "1 done"], ("done", 100)),
        (["1.1/a met", "1.1 not_started"], ("not_started", 0)),
        # The indicators' word is later.
        (["1.1 40", "1.1/a done", "1.1/b done", "1.1/c done"], ("done", 100)),
        (["1.1/a done", "1.1/b done", "1.1 40", "1.1/c done"], ("done", 100)),
        (["1.1 not_started", "1.1/a done", "1.1/b done", "1.1/c done"], ("done", 100)),
        (["1.1/a done", "1.1 not_started", "1.1/b done"], ("in_progress", 33)),
        (["1.1 40", "1.1/a done"], ("in_progress", 40)),
        (["1.1 40", "1.1/a done", "1.1/b done"], ("in_progress", 67)),
        (["1.1 in_progress", "1.1/a done"], ("in_progress", 33)),
        (["1.1 in_progress", "1.1/a not_started"], ("in_progress", None)),
        (["1.1 done", "1.1/b done"], ("done", 100)),
        (["1.1 done", "1.1/b not_started"], ("in_progress", 67)),
        (["1.1 done", "1.1/a 50", "1.1/b 50", "1.1/c 50"], ("in_progress", None)),
        (["1.1 done", "1.1/b not_started", "1.1/b done"], ("done", 100)),
        # A rating is no statement about the work.
        (["1.1 done", "1.1/b not_met"], ("done", 100)),
        (["1.1 40", "1.1/b met"], ("in_progress", 40)),
        (["1.1/a done", "1.1/b done", "1.1 met"], ("in_progress", 67)),
        (["1.1/a done", "1.1/b done", "1.1/c done", "1.1 met"], ("done", 100)),
        (["1.1 not_started", "1.1/b met"], ("in_progress", None)),
    ],
)
def test_a_criterion_follows_who_spoke_later_of_it_and_its_indicators(
    said: list[str], expected: tuple[str, int | None]
) -> None:
    assert state_of("1.1", *said)[:2] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["1.1/a met", "1.1/b met"], None),
        (["1.1/a met", "1.1/b met", "1.1/c met"], "met"),
        (["1.1/a not_met"], "not_met"),
        (["1.1/a not_met", "1.1/a met"], None),
        (["1.1/a met", "1.1/b not_met", "1.1/c met"], "not_met"),
        (["1.1 met", "1.1/b not_met"], "not_met"),
        (["1.1/b not_met", "1.1 met"], "met"),
        (["1.1/b not_met", "1.1 met", "1.1/a met"], "met"),
        (["1.1 not_met", "1.1/a met"], "not_met"),
        (["1.1 not_met", "1.1/a met", "1.1/b met", "1.1/c met"], "met"),
        (["1.1/a met", "1.1/b met", "1.1 not_met", "1.1/c met"], "met"),
        (["1.1/a met", "1.1/b met", "1.1/c met", "1.1 not_met"], "not_met"),
        (["1.1 met", "1.1/a done", "1.1 not_started"], "met"),
    ],
)
def test_a_criterion_is_met_when_all_its_indicators_are(said: list[str], expected: str | None) -> None:
    assert state_of("1.1", *said)[2] == expected


def test_a_criterion_was_last_spoken_of_when_its_indicators_were() -> None:
    found = states(events("1.1 done", "1.1/a met", "1.2 done"), TWO_AND_ONE)
    assert (found["1.1"].at, found["1.1"].reported) == (at(1), True)


def test_a_criterion_without_indicators_has_its_own_word_only() -> None:
    bare = framework(1, letters="")
    assert states(events("1.1 40 met"), bare)["1.1"] == State("in_progress", 40, "met", at(0), reported=True)


def test_a_school_that_reported_nothing_lacks_everything() -> None:
    assert lacking_after() == Lacking(
        milestones=("council", "plan", "evidence", "rating", "report", "publication"),
        criteria=("1.1", "1.2", "2.1"),
        by_need=("1.1", "1.2", "2.1"),
        not_met=(),
        percent=0,
        standards=(StandardProgress(1, 0, 2, 0), StandardProgress(2, 0, 1, 0)),
    )


def test_what_is_done_is_not_lacking() -> None:
    assert lacking_after("milestone:plan done", "milestone:council done", "1.2 done", "2.1 75") == Lacking(
        milestones=("evidence", "rating", "report", "publication"),
        criteria=("1.1", "2.1"),
        by_need=("1.1", "2.1"),
        not_met=(),
        percent=58,
        standards=(StandardProgress(1, 1, 2, 50), StandardProgress(2, 0, 1, 75)),
    )


@pytest.mark.parametrize(
    ("left_open", "complete", "report_done"),
    [
        (None, True, True),
        ("milestone:publication 90", False, True),
        ("milestone:report 90", False, False),
        ("1.2 90", False, True),
    ],
)
def test_a_school_is_complete_when_every_criterion_and_every_step_is_done(
    left_open: str | None, complete: bool, report_done: bool
) -> None:
    found = lacking_after(*EVERYTHING, *([left_open] if left_open else []))
    assert (found.complete, found.report_done) == (complete, report_done)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["1 50", "2 51"], 50),
        (["1.1 1", "1.2 1"], 1),
        (["1 in_progress"], 0),
        (["1 done", "2 99"], 99),
        (["1 done", "2 done"], 100),
    ],
)
def test_the_percentage_is_the_mean_over_criteria(said: list[str], expected: int) -> None:
    assert lacking_after(*said).percent == expected


@pytest.mark.parametrize(("percent", "expected"), [(1, 1), (2, 1), (3, 2), (99, 50)])
def test_a_half_is_rounded_up(percent: int, expected: int) -> None:
    assert lacking_after(f"1.1 {percent}", of=framework(2)).percent == expected


def test_a_hundred_percent_is_not_said_while_something_is_open() -> None:
    many = framework(36)
    assert lacking_after("1 done", "1.7 95", of=many).percent == 99


def test_a_standard_without_criteria_is_at_nothing() -> None:
    assert lacking_after(of=framework(0)).standards == (StandardProgress(1, 0, 0, 0),)


@pytest.mark.parametrize(
    ("said", "limit", "expected"),
    [
        ([], 3, ("1.1", "1.2", "1.3")),
        (["1.1 10", "1.2 in_progress", "1.3 50", "1.5 not_met"], 9, ("1.5", "1.4", "1.2", "1.1", "1.3")),
        (["1 90", "1.5 40 not_met", "1.2 60 not_met"], 3, ("1.2", "1.5", "1.1")),
        (["1 done", "1.4 not_met", "1.3 20"], 3, ("1.3",)),
        (["1 done"], 3, ()),
    ],
)
def test_not_met_comes_first_then_not_started_then_the_least_advanced(
    said: list[str], limit: int, expected: tuple[str, ...]
) -> None:
    assert first_things(lacking_after(*said, of=framework(5)), limit) == expected


def test_three_things_are_named_where_no_number_is_asked_for() -> None:
    assert first_things(lacking_after(of=framework(5))) == ("1.1", "1.2", "1.3")


def test_not_met_is_listed_also_where_the_work_is_done() -> None:
    assert lacking_after("1 done", "1.2 not_met", "2.1 not_met").not_met == ("1.2", "2.1")


TARGETS = ["1", "2", "1.1", "1.2", "2.1", *(f"1.1/{letter}" for letter in "abc"), "milestone:report", "9.9"]
REPORTS = st.lists(
    st.builds(
        Event,
        target=st.sampled_from(TARGETS),
        status=st.sampled_from([None, "done", "in_progress", "not_started"]),
        percent=st.none() | st.integers(0, 100),
        rating=st.sampled_from([None, "met", "not_met"]),
        at=st.just(START),
    ),
    max_size=25,
).map(lambda drawn: [replace(said, at=at(hours)) for hours, said in enumerate(drawn)])


@settings(deadline=None)
@given(REPORTS)
def test_status_and_percentage_never_contradict_each_other(reports: list[Event]) -> None:
    fitting = {"not_started": {None, 0}, "in_progress": {None, *range(1, 100)}, "done": {100}}
    found = states(reports, TWO_AND_ONE)
    assert {target: state for target, state in found.items() if state.percent not in fitting[state.status]} == {}


@settings(deadline=None)
@given(REPORTS, st.sampled_from(["done", "not_started", "40"]))
def test_the_last_word_on_a_criterion_stands(reports: list[Event], word: str) -> None:
    found = states([*reports, event(f"1.1 {word}", 99)], TWO_AND_ONE)["1.1"]
    expected = {"done": ("done", 100), "not_started": ("not_started", 0), "40": ("in_progress", 40)}
    assert (found.status, found.percent) == expected[word]


@settings(deadline=None)
@given(REPORTS)
def test_a_criterion_is_done_once_all_its_indicators_are_said_to_be(reports: list[Event]) -> None:
    found = states([*reports, *(event(f"1.1/{letter} done", 99) for letter in "abc")], TWO_AND_ONE)["1.1"]
    assert (found.status, found.percent) == ("done", 100)


@settings(deadline=None)
@given(REPORTS)
def test_a_standard_counts_as_its_criteria_said_one_by_one(reports: list[Event]) -> None:
    members = {"1": ("1.1", "1.2"), "2": ("2.1",)}
    apart = [replace(said, target=target) for said in reports for target in members.get(said.target, (said.target,))]
    assert states(reports, TWO_AND_ONE) == states(apart, TWO_AND_ONE)


@settings(deadline=None)
@given(REPORTS)
def test_what_is_lacking_and_what_is_done_make_up_the_framework(reports: list[Event]) -> None:
    found = lacking_after_reports(reports)
    assert sum(standard.done for standard in found.standards) + len(found.criteria) == 3
    assert sorted(found.by_need) == sorted(found.criteria)
    assert (found.percent == 100) == (found.criteria == ())


def lacking_after_reports(reports: list[Event]) -> Lacking:
    return lacking(states(reports, TWO_AND_ONE), TWO_AND_ONE)
