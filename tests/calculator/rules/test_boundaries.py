"""Boundaries: both ends of a stretch of minutes, told alike and never as advice."""

import pytest

from calculator.rules.boundaries import CHART, measure
from calculator.words.quarter_hours import units_in


def said(minutes: int) -> str:
    (step,) = measure("PT plan", minutes, CHART).steps
    return step.says


def test_at_the_first_minute_of_a_stretch_the_lower_end_is_a_minute_away() -> None:
    assert said(38) == (
        "PT plan, 38 minutes: 3 units from 38 to 52; 2 units up to 37, 1 minute away;"
        " 4 units from 53, 15 minutes away."
    )


def test_at_its_last_minute_the_upper_end_is() -> None:
    assert said(52) == (
        "PT plan, 52 minutes: 3 units from 38 to 52; 2 units up to 37, 15 minutes away;"
        " 4 units from 53, 1 minute away."
    )


def test_below_the_first_boundary_there_is_no_lower_end() -> None:
    assert said(7) == "PT plan, 7 minutes: no unit from 0 to 7; 1 unit from 8, 1 minute away."


def test_between_the_first_unit_and_none_the_last_minute_without_one_is_named() -> None:
    assert said(8) == (
        "PT plan, 8 minutes: 1 unit from 8 to 22; no unit up to 7, 1 minute away;"
        " 2 units from 23, 15 minutes away."
    )


@pytest.mark.parametrize("minutes", range(1441))
def test_the_ends_are_where_the_units_change(minutes: int) -> None:
    fewest, most = measure("97530", minutes, CHART).value

    assert fewest <= minutes <= most
    assert units_in(fewest) == units_in(minutes) == units_in(most)
    assert units_in(most + 1) == units_in(minutes) + 1
    assert not fewest or units_in(fewest - 1) == units_in(minutes) - 1


def test_the_step_cites_what_it_was_counted_by() -> None:
    (step,) = measure("97530", 16, "cpt-midpoint").steps

    assert (step.rule, step.cites, step.gives) == ("boundaries", ("cpt-midpoint",), "8–22 min")
