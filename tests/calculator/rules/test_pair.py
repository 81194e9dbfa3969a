"""A pair of codes: the first unit under one, every further one under the other."""

import pytest

from calculator.rules.pair import split
from calculator.words.explained import Step


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
