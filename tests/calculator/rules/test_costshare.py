"""Deductible, coinsurance and sequestration, line by line to the cent."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from calculator.reference.periods import Figure
from calculator.rules.costshare import Terms, share
from calculator.words.claim import Net
from calculator.words.vocabulary import Standing

TERMS = Terms(
    deductible=Figure(Decimal("283.00"), ("deductible",)),
    coinsurance=Figure(Decimal("0.20"), ("coinsurance",)),
    sequestration=Figure(Decimal("0.02"), ("sequestration",)),
)
dollars = st.integers(0, 30000).map(lambda n: Decimal(n) / 100)


def net(deductible: str, coinsurance: str, sequestration: str, medicare: str) -> Net:
    return Net(Decimal(deductible), Decimal(coinsurance), Decimal(sequestration), Decimal(medicare))


@pytest.mark.parametrize(
    ("amounts", "remaining", "expected"),
    [
        (["100.00"], "50.00", net("50.00", "10.00", "0.80", "39.20")),
        (["100.00"], "0.00", net("0.00", "20.00", "1.60", "78.40")),
        (["71.39"], "50.00", net("50.00", "4.28", "0.34", "16.77")),
        (["71.39"], "71.38", net("71.38", "0.00", "0.00", "0.01")),
        (["71.39"], "71.39", net("71.39", "0.00", "0.00", "0.00")),
        (["71.39"], "71.40", net("71.39", "0.00", "0.00", "0.00")),
        (["30.00", "30.00"], "40.00", net("40.00", "4.00", "0.32", "15.68")),
        ([], "283.00", net("0.00", "0.00", "0.00", "0.00")),
    ],
)
def test_who_pays_what(amounts: list[str], remaining: str, expected: Net) -> None:
    assert share(tuple(map(Decimal, amounts)), Decimal(remaining), TERMS).value == expected


def test_each_line_is_rounded_by_itself_and_then_added() -> None:
    lines = (Decimal("25.03"),) * 3  # 20 % is 5.006 a line: 5.01 three times, not 15.02 of the sum

    assert share(lines, Decimal(0), TERMS).value.coinsurance == Decimal("15.03")


@given(st.lists(dollars).map(tuple), dollars)
def test_every_cent_allowed_is_paid_or_withheld(
    amounts: tuple[Decimal, ...], remaining: Decimal
) -> None:
    shared = share(amounts, remaining, TERMS).value

    assert shared.patient_pays + shared.medicare_pays + shared.sequestration == sum(amounts)
    assert shared.deductible == min(sum(amounts), remaining)


@pytest.mark.parametrize(("remaining", "found"), [("283.00", 0), ("283.01", 1)])
def test_more_than_the_whole_years_deductible_is_found(remaining: str, found: int) -> None:
    assert len(share((Decimal("1.00"),), Decimal(remaining), TERMS).findings) == found


def test_the_steps_show_every_line() -> None:
    steps = share((Decimal("85.17"), Decimal("22.21")), Decimal("90.00"), TERMS).steps

    assert [(step.says, step.gives) for step in steps] == [
        ("Deductible left: $90.00; of the lines it takes $85.17 + $4.83.", "$90.00"),
        ("Coinsurance, 20% of each line's $0.00 + $17.38: to the cent $0.00 + $3.48.", "$3.48"),
        ("Sequestration, 2% of Medicare's $0.00 + $13.90: to the cent $0.00 + $0.28.", "$0.28"),
        ("Medicare pays $13.90 less $0.28.", "$13.62"),
    ]
    assert share((), Decimal("90.00"), TERMS).steps == ()


def test_a_share_from_a_secondary_source_is_said_to_be_one() -> None:
    share_of = replace(TERMS.sequestration, standing=Standing.SECONDARY)
    steps = share((Decimal("100.00"),), Decimal(0), replace(TERMS, sequestration=share_of)).steps

    assert steps[2].says.startswith("Sequestration, 2% (as a secondary source has it;")
    assert steps[2].gives == "$1.60"
