"""Untimed codes and codes with another base: one unit, and a word where that base is left."""

import pytest

from calculator.reference.codes import Code
from calculator.reference.periods import Dated
from calculator.rules.untimed import count
from calculator.words.explained import Finding, Step
from calculator.words.vocabulary import Timing


def code(timing: Timing, base: str) -> Code:
    return Code("97545", "label", timing, base, None, ("base",), frozenset(), (), Dated("", ()))


@pytest.mark.parametrize(
    ("minutes", "says"),
    [
        (0, "97545 is untimed: one unit."),
        (1, "97545 is untimed: one unit; outside the timed total: 1 minute."),
        (15, "97545 is untimed: one unit; outside the timed total: 15 minutes."),
    ],
)
def test_an_untimed_code_earns_one_unit_whatever_its_minutes(minutes: int, says: str) -> None:
    explained = count(code(Timing.UNTIMED, "untimed"), minutes)

    assert explained.value == 1
    assert explained.steps == (Step("untimed", says, ("base",), "1 unit"),)
    assert explained.findings == ()


def test_another_base_is_named_and_not_worked_out() -> None:
    (found,) = count(code(Timing.OTHER, "first 2 hours"), 120).findings

    says = (
        "The time base of 97545 is first 2 hours: units by it are not worked out,"
        " one unit is shown."
    )
    assert found == Finding("untimed", says, ("base", "settled-listed-once"))


def test_a_base_that_is_not_held_is_said_to_be_so() -> None:
    found = count(code(Timing.NOT_HELD, "not held here"), 30).findings

    assert [finding.says for finding in found] == [
        "No time base of 97545 is held here: units by it are not worked out, one unit is shown."
    ]


@pytest.mark.parametrize("timing", [Timing.OTHER, Timing.NOT_HELD])
@pytest.mark.parametrize("minutes", [0, 1, 120])
def test_a_code_of_another_base_still_stands_with_one_unit(timing: Timing, minutes: int) -> None:
    explained = count(code(timing, "first 2 hours"), minutes)

    outside = {0: "", 1: "; outside the timed total: 1 minute"}
    given = outside.get(minutes, f"; outside the timed total: {minutes} minutes")
    says = f"97545 is not counted by 15 minutes here: one unit, whatever the minutes{given}."
    cites = ("base", "settled-listed-once")
    assert explained.value == 1
    assert explained.steps == (Step("untimed", says, cites, "1 unit"),)
    assert [finding.cites for finding in explained.findings] == [cites]
