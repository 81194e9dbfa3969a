"""MPPR at the national figures of 2026, and against every other unit kept whole."""

from decimal import Decimal

from hypothesis import given, strategies as st

from calculator.reference.periods import Figure
from calculator.rules.mppr import reduce
from calculator.words.claim import Unit
from calculator.words.explained import Step

MANUAL = ("pub-100-04-ch05-10-7", "usc-42-1395w-4-b-7")
HALF = Figure(Decimal("0.50"), cites=("usc-42-1395w-4-b-7",))
even_cents = st.integers(0, 5000).map(lambda n: Decimal(2 * n) / 100)  # halves need no rounding


def unit(code: str, *rvus: str) -> Unit:
    """Build a unit from its work, practice expense and malpractice RVUs."""
    work, practice_expense, malpractice = (Decimal(rvu) * Decimal("33.4009") for rvu in rvus)
    return Unit(code, work, practice_expense, malpractice)


def test_practice_expense_decides_and_not_the_fee() -> None:
    day = (unit("97112", "0.50", "0.47", "0.01"), unit("97535", "0.45", "0.51", "0.01"))

    explained = reduce(day, HALF)

    assert explained.value == (Decimal("24.88"), Decimal("32.40"))
    assert [(step.says, step.gives) for step in explained.steps] == [
        ("97535 has the highest practice expense ($17.03): one unit is paid in full.", "$32.40"),
        (
            "97112: 1 unit at 16.7004 work + 50% of 15.6984 practice expense + 0.3340 malpractice.",
            "$24.88",
        ),
    ]
    assert {step.rule for step in explained.steps} == {"mppr"}
    assert explained.steps[0].cites == (*MANUAL, "uhc-mppr-policy", "settled-mppr-order")
    assert explained.steps[1].cites == MANUAL


def test_between_equal_practice_expenses_the_higher_amount_stays_whole() -> None:
    day = (unit("97012", "0.24", "0.18", "0.01"), unit("97032", "0.25", "0.18", "0.01"))

    explained = reduce(day, HALF)

    assert explained.value == (Decimal("11.36"), Decimal("14.70"))
    assert explained.steps[0].says == (
        "97012 and 97032 share the highest practice expense ($6.01): one unit of 97032 is paid in"
        " full, because a unit of it is the dearest, $14.70."
    )


def test_between_equals_in_everything_the_first_line_stays_whole() -> None:
    first, second = unit("97110", "0.45", "0.41", "0.01"), unit("97116", "0.45", "0.41", "0.01")

    assert reduce((first, second), HALF).value == (Decimal("29.06"), Decimal("22.21"))
    assert reduce((second, first), HALF).value == (Decimal("29.06"), Decimal("22.21"))
    assert (
        reduce((second, first), HALF)
        .steps[0]
        .says.endswith("one unit of 97116 is paid in full, because it stands first.")
    )


def test_only_one_unit_of_a_code_is_paid_in_full() -> None:
    functional = unit("97530", "0.44", "0.60", "0.01")

    explained = reduce((functional,) * 4, HALF)

    assert explained.value == (Decimal("35.07"), *[Decimal("25.05")] * 3)
    assert explained.steps[-1].says == (
        "97530: 3 further units at 14.6964 work + 50% of 20.0405 practice expense"
        " + 0.3340 malpractice."
    )
    assert explained.steps[-1].gives == "3 × $25.05"


def test_a_single_unit_is_not_reduced() -> None:
    assert reduce((unit("97530", "0.44", "0.60", "0.01"),), HALF).value == (Decimal("35.07"),)
    assert reduce((), HALF).value == ()
    assert reduce((unit("97530", "0.44", "0.60", "0.01"),), HALF).steps == (
        Step("mppr", "97530 is the only unit under MPPR: nothing is reduced.", MANUAL, "$35.07"),
    )


@given(st.lists(st.builds(Unit, st.just("97530"), even_cents, even_cents, even_cents)).map(tuple))
def test_keeping_another_unit_whole_never_pays_more(day: tuple[Unit, ...]) -> None:
    all_reduced = sum(unit.work + unit.practice_expense / 2 + unit.malpractice for unit in day)
    every_choice = [all_reduced + unit.practice_expense / 2 for unit in day]

    assert sum(reduce(day, HALF).value) == max(every_choice, default=0)


def test_codes_outside_the_reduction_are_named() -> None:
    functional = unit("97530", "0.44", "0.60", "0.01")

    for units in ((functional,), ()):
        steps = reduce(units, HALF, outside=("97129", "97130", "97129")).steps
        says = "Outside MPPR, never reduced: 97129 and 97130 (multiple-procedure indicator not 5)."
        assert steps[-1] == Step("mppr", says, MANUAL)


def test_where_units_stand_with_and_without_an_assistant_the_whole_one_is_said_to_be_placed() -> (
    None
):
    functional = unit("97530", "0.44", "0.60", "0.01")

    explained = reduce((functional,) * 2, HALF, divided=frozenset({"97530"}))

    assert explained.value == (Decimal("35.07"), Decimal("25.05"))
    says = (
        "Units of 97530 stand with and without an assistant's modifier: the one paid in full is"
        " put on the line without it. No CMS text decides this."
    )
    assert explained.steps[1] == Step("mppr", says, ("settled-mppr-assistant",))
