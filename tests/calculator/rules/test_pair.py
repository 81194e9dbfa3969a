"""A pair of codes: the first unit under one, every further one under the other."""

import pytest

from calculator.rules.pair import order, split
from calculator.words.explained import Step
from calculator.words.visit import Minutes


@pytest.mark.parametrize(("units", "parts"), [(0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (5, (1, 4))])
def test_the_further_code_never_stands_alone(units: int, parts: tuple[int, int]) -> None:
    assert split("97129", "97130", units).value == parts


def test_a_pair_that_earned_nothing_needs_no_step() -> None:
    assert split("97129", "97130", 0).steps == ()


def test_the_step_says_which_code_has_the_first_unit() -> None:
    says = "97129 and 97130 are one service: its first unit is 97129, further ones 97130."

    assert split("97129", "97130", 3).steps == (
        Step("pair", says, ("settled-cognitive-pair",), "1 + 2"),
    )


@pytest.mark.parametrize(
    ("minutes", "units", "told"),
    [
        (Minutes(30), 2, False),
        (Minutes(15, 0, 15), 2, False),
        (Minutes(7, 8), 1, False),
        (Minutes(15, 15), 2, True),
        (Minutes(0, 30), 2, True),
    ],
)
def test_an_order_is_called_a_convention_where_an_assistant_shares_several_units(
    minutes: Minutes, units: int, *, told: bool
) -> None:
    steps = order("97129", "97130", minutes, units).steps

    assert bool(steps) is told
    assert all("convention of this site" in step.says for step in steps)


def test_minutes_of_both_at_once_are_named_as_the_therapists() -> None:
    (step,) = order("97129", "97130", Minutes(5, 15, 10), 2).steps

    assert (
        "the therapist's units, those with both at once among them, fill 97129 first" in step.says
    )
