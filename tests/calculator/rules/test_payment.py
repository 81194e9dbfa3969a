"""The lesser of charge and fee, to the cent, on the terms of each participation."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from calculator.reference.periods import Figure
from calculator.rules.payment import Terms, allow, fit
from calculator.words.claim import Line
from calculator.words.explained import Step
from calculator.words.payment import Allowance
from calculator.words.vocabulary import Discipline, Participation, Setting, Standing

TERMS = Terms(
    nonparticipating=Figure(Decimal("0.95"), ("nonparticipating",)),
    limiting_charge=Figure(Decimal("1.15"), ("limiting",)),
)
PARTICIPATING, ASSIGNED, UNASSIGNED = Participation
even_dollars = st.integers(1, 30000).map(lambda n: Decimal(n) / 100)


def line(*amounts: str) -> Line:
    """Build a line of 97530 with the amount of each unit, the fully paid one first."""
    units = tuple(map(Decimal, amounts))
    return Line("97530", len(units), Discipline.PT, False, ("GP",), units[0], units)


THREE = line("35.07", "25.05", "25.05")  # $85.17 with MPPR, $105.21 without


def allowance(participation: Participation, charge: str | None, of: Line = THREE) -> Allowance:
    unit = None if charge is None else Decimal(charge)
    return allow((of,), (unit,), participation, TERMS).value[0]


def test_without_a_charge_the_fee_is_allowed() -> None:
    assert allowance(PARTICIPATING, None) == (Decimal("105.21"), Decimal("85.17"), None, None)
    assert allowance(PARTICIPATING, None).allowed == Decimal("85.17")


@pytest.mark.parametrize(
    ("charge", "allowed", "how"),
    [
        ("28.38", "85.14", "is below the fee of $85.17, so the charge is allowed"),
        ("28.39", "85.17", "equals the fee, which is allowed"),
        ("28.40", "85.17", "is above the fee of $85.17, so the fee is allowed"),
        ("0.00", "0.00", "is below the fee of $85.17, so the charge is allowed"),
    ],
)
def test_the_charge_of_all_units_is_held_against_the_fee_of_them_all(
    charge: str, allowed: str, how: str
) -> None:
    explained = allow((THREE,), (Decimal(charge),), PARTICIPATING, TERMS)

    assert explained.value[0].allowed == Decimal(allowed)
    whole = explained.value[0].charge
    assert [(step.says, step.gives) for step in explained.steps] == [
        (f"97530 GP: ${whole} charged for 3 units {how}.", f"${allowed}")
    ]
    assert explained.findings == ()


def test_a_charge_between_the_reduced_and_the_full_unit_does_not_lower_the_line() -> None:
    # Unit by unit, $30.00 would be below the first unit's $35.07; the claim has one charge a line.
    assert allowance(PARTICIPATING, "30.00").allowed == Decimal("85.17")


def test_who_does_not_participate_is_allowed_a_share_of_each_unit_to_the_cent() -> None:
    explained = allow((THREE,), (None,), ASSIGNED, TERMS)

    # 33.3165 and 23.7975 a unit: 33.32 + 2 × 23.80, and not 80.91, the share of the line.
    assert explained.value[0].fee == Decimal("80.92")
    assert explained.value[0].full == Decimal("99.96")
    assert explained.value[0].limit is None
    assert explained.steps[0].says == (
        "97530 GP: who does not participate is allowed 95% of each unit's fee schedule amount, to"
        " the cent: 33.32 + 2 × 23.80."
    )
    assert explained.steps[0].cites == ("nonparticipating", "settled-rounding")


def test_a_share_from_a_secondary_source_is_said_to_be_one() -> None:
    doubted = replace(TERMS.nonparticipating, standing=Standing.SECONDARY)
    steps = allow((THREE,), (None,), ASSIGNED, replace(TERMS, nonparticipating=doubted)).steps

    assert "95% (as a secondary source has it; no better one is held) of each" in steps[0].says


def test_the_limiting_charge_rests_on_the_published_amount_of_each_unit() -> None:
    one = allowance(UNASSIGNED, None, line("35.07"))

    assert one.limit == Decimal("38.32")  # 1.15 × 33.32 = 38.318; of the unrounded 38.314: 38.31
    assert allowance(UNASSIGNED, None).limit == Decimal("93.06")  # 38.32 + 2 × 27.37
    assert one.balance is None


@pytest.mark.parametrize(
    ("charge", "allowed", "balance", "found"),
    [
        ("33.31", "33.31", "0.00", 0),
        ("33.32", "33.32", "0.00", 0),
        ("33.33", "33.32", "0.01", 0),
        ("38.32", "33.32", "5.00", 0),
        ("38.33", "33.32", "5.00", 1),
    ],
)
def test_without_assignment_the_patient_owes_up_to_the_limiting_charge(
    charge: str, allowed: str, balance: str, found: int
) -> None:
    explained = allow((line("35.07"),), (Decimal(charge),), UNASSIGNED, TERMS)

    assert explained.value[0].allowed == Decimal(allowed)
    assert explained.value[0].balance == Decimal(balance)
    assert len(explained.findings) == found
    if found:
        assert explained.findings[0].says == (
            "97530 GP: $38.33 charged is above the limiting charge of $38.32; the patient does not"
            " owe the rest."
        )


@given(
    st.lists(even_dollars, min_size=1, max_size=4),
    st.none() | even_dollars,
    st.sampled_from(Participation),
)
def test_never_is_more_allowed_than_charged_or_scheduled(
    amounts: list[Decimal], charge: Decimal | None, participation: Participation
) -> None:
    whole = line(*map(str, sorted(amounts, reverse=True)))
    found = allow((whole,), (charge,), participation, TERMS).value[0]

    assert found.allowed <= sum(amounts)
    assert found.fee <= found.full
    if charge is not None:
        assert found.allowed <= charge * len(amounts)
        assert found.collectable is not None
        assert found.allowed <= found.collectable <= charge * len(amounts)


def test_every_line_has_its_steps_and_findings_in_the_order_of_the_lines() -> None:
    lines = (line("35.07"), replace(line("30.00"), code="97110"))
    explained = allow(lines, (Decimal("50.00"), Decimal("60.00")), UNASSIGNED, TERMS)

    assert [step.says.partition(":")[0] for step in explained.steps] == (
        ["97530 GP"] * 3 + ["97110 GP"] * 3
    )
    assert [(finding.rule, finding.says.partition(":")[0]) for finding in explained.findings] == [
        ("payment", "97530 GP"),
        ("payment", "97110 GP"),
    ]
    assert explained.findings[0].cites == ("limiting", "limiting-charge-after-reductions")


def test_without_assignment_the_steps_are_share_charge_and_limit_with_their_sources() -> None:
    steps = allow((THREE,), (Decimal("30.00"),), UNASSIGNED, TERMS).steps

    shared = (
        "97530 GP: who does not participate is allowed 95% of each unit's fee schedule amount, to"
        " the cent: 33.32 + 2 × 23.80."
    )
    charged = (
        "97530 GP: $90.00 charged for 3 units is above the fee of $80.92, so the fee is allowed."
    )
    limited = (
        "97530 GP: without assignment the patient may be charged up to 115% of each unit's"
        " 33.32 + 2 × 23.80; Medicare pays the patient, not the provider."
    )
    once, after = "settled-rounding", "limiting-charge-after-reductions"
    assert steps == (
        Step("payment", shared, ("nonparticipating", once), "$80.92"),
        Step("payment", charged, ("usc-42-1395w-4-a-1",), "$80.92"),
        Step("payment", limited, ("limiting", "nonparticipating", after, once), "$93.06"),
    )


def test_a_line_without_an_amount_comes_to_nothing() -> None:
    unpriced = Line("97545", 1, Discipline.PT, False, ("GP",), None, (None,))

    found = allow((unpriced,), (None,), PARTICIPATING, TERMS).value[0]

    unassigned = allow((unpriced,), (None,), UNASSIGNED, TERMS).value[0]
    assert [str(each) for each in (found.full, found.fee, unassigned.limit)] == ["0.00"] * 3


@pytest.mark.parametrize("participation", list(Participation))
@pytest.mark.parametrize("setting", [None, *Setting])
def test_a_hospital_that_does_not_participate_is_a_finding(
    participation: Participation, setting: Setting | None
) -> None:
    explained = fit(participation, setting)
    hospital = setting is Setting.HOSPITAL

    assert explained.value is (participation is Participation.PARTICIPATING or not hospital)
    assert len(explained.findings) == (not explained.value)
