"""A pair of codes: the first unit under one, every further one under the other."""

import pytest

from calculator.rules.pair import split


@pytest.mark.parametrize(("units", "parts"), [(0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (5, (1, 4))])
def test_the_further_code_never_stands_alone(units: int, parts: tuple[int, int]) -> None:
    assert split("97129", "97130", units).value == parts


def test_a_pair_that_earned_nothing_needs_no_step() -> None:
    assert split("97129", "97130", 0).steps == ()
    assert split("97129", "97130", 3).steps[0].gives == "1 + 2"
