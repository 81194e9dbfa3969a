"""CMS units: the chart at its edges, the manual's examples, all allocations by an oracle."""

from itertools import product

import pytest
from hypothesis import given, strategies as st

from calculator.rules.units import allocate
from calculator.words.allocation import Allocation
from calculator.words.explained import Explained, Finding, Step
from calculator.words.quarter_hours import boundaries, units_in
from calculator.words.visit import Timed
from calculator.words.vocabulary import Discipline

CHART = "pub-100-04-ch05-20-2"


def day(*minutes: int) -> tuple[Timed, ...]:
    """Name services A, B, C … with these minutes."""
    return tuple(Timed(chr(65 + place), spent) for place, spent in enumerate(minutes))


def allowed(*minutes: int) -> set[tuple[int, ...]]:
    """Return every allocation of a PT day, checking that none comes twice."""
    allocation = allocate(day(*minutes), Discipline.PT).value
    every = [allocation.shown, *allocation.others()]
    assert len(every) == len(set(every)) == allocation.count
    return set(every)


def shown(*minutes: int) -> tuple[int, ...]:
    return allocate(day(*minutes), Discipline.PT).value.shown


@pytest.mark.parametrize(
    ("minutes", "units"),
    [
        *[(0, 0), (7, 0), (8, 1), (22, 1), (23, 2), (37, 2), (38, 3), (52, 3), (53, 4), (67, 4)],
        *[(68, 5), (82, 5), (83, 6), (97, 6), (98, 7), (112, 7), (113, 8), (127, 8)],
        *[(128, 9), (135, 9), (136, 9), (142, 9), (143, 10), (1440, 96)],
    ],
)
def test_the_chart_on_either_side_of_each_boundary(minutes: int, units: int) -> None:
    assert units_in(minutes) == units


@given(st.integers(0, 100))
def test_boundaries_are_the_first_and_last_minutes_of_a_unit(units: int) -> None:
    fewest, most = boundaries(units)

    assert units_in(fewest) == units_in(most) == units
    assert units_in(most + 1) == units + 1


@pytest.mark.parametrize(
    ("minutes", "units"),
    [
        ((24, 23), (2, 1)),
        ((33, 7), (2, 1)),
        ((18, 13, 10, 8), (1, 1, 1, 0)),
        ((8, 8), (1, 0)),
        ((5, 5, 5, 5, 5), (1, 1, 0, 0, 0)),
        ((7,), (0,)),
        ((8,), (1,)),
        ((0, 23), (0, 2)),
        ((), ()),
    ],
)
def test_the_manuals_examples(minutes: tuple[int, ...], units: tuple[int, ...]) -> None:
    assert shown(*minutes) == units


def test_a_left_over_unit_goes_to_the_most_minutes_left_and_not_to_the_most_in_all() -> None:
    assert allowed(33, 7) == {(2, 1)}


def test_a_tie_returns_every_allowed_allocation_and_shows_the_longer_service() -> None:
    assert shown(8, 23) == (0, 2)
    assert allowed(8, 23) == {(0, 2), (1, 1)}


def test_between_equally_long_services_the_first_entered_is_shown() -> None:
    assert shown(20, 20) == (2, 1)
    assert allowed(20, 20) == {(2, 1), (1, 2)}


def test_a_service_ahead_of_the_tie_is_in_every_allocation() -> None:
    assert allowed(9, 4, 4, 4) == {(1, 0, 0, 0)}
    assert allowed(10, 7, 7) == {(1, 1, 0), (1, 0, 1)}


@given(st.lists(st.integers(0, 70), min_size=1, max_size=6))
def test_allocations_are_those_of_an_oracle_that_tries_every_division(minutes: list[int]) -> None:
    due = len(range(8, sum(minutes) + 1, 15))  # a boundary every 15 minutes from 8 on
    fair = set()
    for units in product(*(range(spent // 15, spent // 15 + 2) for spent in minutes)):
        left = [spent - 15 * earned for spent, earned in zip(minutes, units, strict=True)]
        given_one = [spare + 15 for spare in left if spare < 0]  # rounded up: what had been left
        kept_none = [spare for spare in left if spare >= 0]
        beaten = any(mine < theirs for mine in given_one for theirs in kept_none)
        if sum(units) == due and not beaten and 0 not in given_one:
            fair.add(units)

    assert allowed(*minutes) == fair


def test_a_wide_tie_is_counted_without_being_written_out() -> None:
    allocation = allocate(day(*[4] * 20), Discipline.PT).value

    assert allocation.count == 15504  # 80 minutes are 5 units, for any 5 of 20 services


def test_each_step_says_the_numbers_it_used() -> None:
    visit = (Timed("97530", 38), Timed("97110", 23), Timed("97140", 4))
    tie = (
        "One unit is left; minutes left over: 97530 8, 97110 8, 97140 4. A tie between 97530 and"
        " 97110: CMS leaves the choice to the provider; 97530 shown, more minutes in all"
        " (38 against 23)."
    )

    explained = allocate(visit, Discipline.PT, ("base",))

    pooled = "All timed minutes of the PT plan are added: 38 + 23 + 4 = 65."
    whole = "Full 15-minute units come first: 97530 two, 97110 one, 97140 none."
    none = "No line for 97140: its 4 minutes count in the total and earn no unit."
    assert explained.steps == (
        Step("units", pooled, (CHART, "settled-pooling", "base"), "65 min"),
        Step("units", "65 lies between 53 and 67.", (CHART,), "4 units"),
        Step("units", whole, (CHART,), "3 of 4"),
        Step("units", tie, ("article-a52758", "settled-ties"), "◆ 97530"),
    )
    assert explained.findings == (Finding("units", none, (CHART,)),)


def test_a_lone_short_service_says_why_it_is_not_billed() -> None:
    explained = allocate((Timed("97530", 7),), Discipline.OT)

    assert [(step.says, step.gives) for step in explained.steps] == [
        ("97530 is the only timed service of the OT plan: 7 minutes.", "7 min"),
        ("7 lies below 8.", "0 units"),
    ]
    assert [finding.says for finding in explained.findings] == [
        "No line for 97530: the day's total of 7 minutes lies below 8."
    ]


def test_a_service_entered_last_is_not_said_to_be_first() -> None:
    minutes = (("97110", 7), ("97112", 7), ("97116", 7), ("97530", 22))

    says = allocate(tuple(Timed(*each) for each in minutes), Discipline.PT).steps[-1].says

    assert says.endswith("97530 and 97110 shown, more minutes in all first, then entered first.")


@pytest.mark.parametrize(
    ("minutes", "says"), [(1, "its 1 minute counts"), (2, "its 2 minutes count")]
)
def test_one_minute_is_said_as_one(minutes: int, says: str) -> None:
    explained = allocate((Timed("97530", 30), Timed("97110", minutes)), Discipline.PT)

    assert says in explained.findings[0].says


def test_two_services_are_added_in_words_and_none_is_a_day_without_steps() -> None:
    first = allocate(day(24, 23), Discipline.PT).steps[0]

    assert first.says == "All timed minutes of the PT plan are added: 24 + 23 = 47."
    assert allocate((), Discipline.PT) == Explained(Allocation(()), ())


def test_a_lone_service_needs_no_word_on_who_gets_a_unit() -> None:
    steps = allocate((Timed("97530", 23),), Discipline.PT).steps

    assert [step.gives for step in steps] == ["23 min", "2 units"]


def test_a_day_below_the_first_boundary_needs_none_either() -> None:
    explained = allocate(day(4, 3), Discipline.PT)

    assert [step.gives for step in explained.steps] == ["7 min", "0 units"]
    assert [finding.says for finding in explained.findings] == [
        f"No line for {code}: the day's total of 7 minutes lies below 8." for code in "AB"
    ]


@pytest.mark.parametrize(
    ("minutes", "says"),
    [
        (
            (20, 17),
            "Full 15-minute units come first: A one, B one.",
        ),
        (
            (24, 22),
            "One unit is left; minutes left over: A 9, B 7. Where most is left, there it goes: A.",
        ),
        (
            (24, 23, 8),
            (
                "Two units are left; minutes left over: A 9, B 8, C 8. A tie between B and C: CMS"
                " leaves the choice to the provider; B shown, more minutes in all (23 against 8)."
            ),
        ),
        (
            (14, 25, 1),
            (
                "Two units are left; minutes left over: A 14, B 10, C 1. Where most is left, there"
                " they go: A and B."
            ),
        ),
        (
            (20, 20),
            (
                "One unit is left; minutes left over: A 5, B 5. A tie between A and B: CMS leaves"
                " the choice to the provider; A shown, entered first."
            ),
        ),
    ],
)
def test_the_last_step_says_where_the_units_left_go(minutes: tuple[int, ...], says: str) -> None:
    assert allocate(day(*minutes), Discipline.PT).steps[-1].says == says


def test_where_no_tie_decides_the_step_cites_what_gives_to_the_most_left_over() -> None:
    step = allocate(day(14, 25, 1), Discipline.PT).steps[-1]

    assert (step.rule, step.gives) == ("units", "A and B")
    assert step.cites == ("article-a52758", CHART)


@pytest.mark.parametrize("minutes", [(15, 15), (16, 1), (23, 8), (30, 30)])
def test_without_a_unit_left_over_or_with_one_for_each_there_is_no_tie(
    minutes: tuple[int, int],
) -> None:
    allocation = allocate(day(*minutes), Discipline.PT).value

    assert (allocation.tie is None) == (minutes != (23, 8))


@pytest.mark.parametrize(
    ("minutes", "code", "why"),
    [
        ((5, 3), "B", ": its 3 minutes count in the total and earn no unit."),
        ((16, 1), "B", ": its 1 minute counts in the total and earns no unit."),
        ((30, 0), "B", ": no minutes."),
        ((8, 8), "B", " as shown: with 8 minutes it ties for what is left."),
    ],
)
def test_why_a_service_has_no_line(minutes: tuple[int, ...], code: str, why: str) -> None:
    found = allocate(day(*minutes), Discipline.PT).findings

    assert [finding.says for finding in found] == [f"No line for {code}{why}"]
