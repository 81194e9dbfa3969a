"""CPT midpoint: each code alone, at the edges and beside the CMS count."""

import pytest

from calculator.rules.midpoint import count
from calculator.rules.units import allocate
from calculator.words.explained import Finding, Step
from calculator.words.visit import Timed
from calculator.words.vocabulary import Discipline


@pytest.mark.parametrize(
    ("minutes", "units"), [(0, 0), (7, 0), (8, 1), (16, 1), (22, 1), (23, 2), (37, 2), (38, 3)]
)
def test_one_code_alone_on_either_side_of_each_midpoint(minutes: int, units: int) -> None:
    assert count((Timed("97530", minutes),)).value.shown == (units,)


@pytest.mark.parametrize(
    ("minutes", "cms", "midpoint"),
    [
        ((8, 8), 1, 2),
        ((7, 7), 1, 0),
        ((7, 7, 7), 1, 0),
        ((20, 7), 2, 1),
        ((33, 7), 3, 2),
        ((20, 20), 3, 2),
        ((23, 12, 8), 3, 4),
        ((18, 13, 10, 8), 3, 4),
    ],
)
def test_neither_method_is_always_the_higher(
    minutes: tuple[int, ...], cms: int, midpoint: int
) -> None:
    day = tuple(Timed(str(place), spent) for place, spent in enumerate(minutes))

    assert sum(allocate(day, Discipline.PT).value.shown) == cms
    assert sum(count(day).value.shown) == midpoint


def test_there_is_never_a_choice() -> None:
    allocation = count((Timed("97530", 20), Timed("97110", 20))).value

    assert allocation.count == 1
    assert list(allocation.others()) == []


def test_each_code_says_where_its_minutes_lie() -> None:
    explained = count((Timed("97530", 38), Timed("97110", 7)), ("base",))

    cites = ("cpt-midpoint", "base")
    assert explained.steps == (
        Step("midpoint", "97530 counted alone: 38 lies between 38 and 52.", cites, "3 units"),
        Step("midpoint", "97110 counted alone: 7 lies below 8.", cites, "0 units"),
    )
    assert explained.findings[1:] == (
        Finding("midpoint", "No line for 97110: 7 min, below 8.", ("cpt-midpoint",)),
    )


def test_it_is_said_that_medicare_counts_otherwise() -> None:
    found = count((Timed("97530", 38),)).findings

    says = (
        "Medicare counts by the day's total time, not by the midpoint: the money below is what its"
        " fee schedule would bring for another payer's count."
    )
    assert found == (Finding("midpoint", says, ("pub-100-04-ch05-20-2",)),)
    assert count(()).findings == ()
