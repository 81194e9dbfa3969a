"""Deductible, coinsurance and sequestration, line by line to the cent."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from calculator.reference.periods import Figure
from calculator.rules.costshare import Terms, other_reading, share
from calculator.words.claim import Net, together
from calculator.words.explained import Finding, Step
from calculator.words.money import NOTHING
from calculator.words.vocabulary import Standing

TERMS = Terms(
    deductible=Figure(Decimal("283.00"), ("deductible",)),
    coinsurance=Figure(Decimal("0.20"), ("coinsurance",)),
    sequestration=Figure(Decimal("0.02"), ("sequestration",)),
    assistant_kept=Figure(Decimal("0.85"), ("statute",)),
)
dollars = st.integers(0, 30000).map(lambda n: Decimal(n) / 100)


def net(deductible: str, coinsurance: str, sequestration: str, medicare: str) -> Net:
    off = NOTHING  # no assistant
    return Net(
        Decimal(deductible), Decimal(coinsurance), off, Decimal(sequestration), Decimal(medicare)
    )


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
    nets = share(tuple(map(Decimal, amounts)), Decimal(remaining), TERMS).value

    assert together(nets) == expected
    assert len(nets) == len(amounts)


def test_each_line_is_rounded_by_itself_and_then_added() -> None:
    lines = (Decimal("25.03"),) * 3  # 20 % is 5.006 a line: 5.01 three times, not 15.02 of the sum

    assert together(share(lines, Decimal(0), TERMS).value).coinsurance == Decimal("15.03")


@given(st.lists(dollars).map(tuple), dollars, st.frozensets(st.integers(0, 9)))
def test_every_cent_allowed_is_paid_or_withheld(
    amounts: tuple[Decimal, ...], remaining: Decimal, assisted: frozenset[int]
) -> None:
    nets = share(amounts, remaining, TERMS, assisted & frozenset(range(len(amounts)))).value

    for amount, net_of in zip(amounts, nets, strict=True):
        withheld = net_of.assistant_reduction + net_of.sequestration
        assert net_of.patient_pays + net_of.medicare_pays + withheld == amount
    assert together(nets).deductible == min(sum(amounts), remaining)


def test_an_assistants_line_keeps_85_percent_of_medicares_share_before_sequestration() -> None:
    nets = share((Decimal("100.00"), Decimal("100.00")), NOTHING, TERMS, frozenset({1})).value

    assert [net_of.assistant_reduction for net_of in nets] == [NOTHING, Decimal("12.00")]
    assert [net_of.coinsurance for net_of in nets] == [Decimal("20.00"), Decimal("20.00")]
    assert [net_of.sequestration for net_of in nets] == [Decimal("1.60"), Decimal("1.36")]
    assert [net_of.medicare_pays for net_of in nets] == [Decimal("78.40"), Decimal("66.64")]


def test_what_medicare_keeps_paying_for_an_assistant_is_rounded_once_a_line() -> None:
    # 80 % of 25.05 is 20.04; 85 % of that 17.034, to the cent 17.03; 2 % of 17.03 is 0.34.
    (net_of,) = share((Decimal("25.05"),), NOTHING, TERMS, frozenset({0})).value

    assert net_of.assistant_reduction == Decimal("3.01")
    assert net_of.medicare_pays == Decimal("16.69")


def test_the_assistants_step_names_only_the_assistants_lines() -> None:
    steps = share((Decimal("100.00"), Decimal("50.00")), NOTHING, TERMS, frozenset({1})).steps

    says = "Of 1 line by an assistant Medicare pays 85% of its share $40.00: to the cent $34.00."
    assert steps[2] == Step("costshare", says, ("statute", "settled-assistant-share"), "−$6.00")


def test_the_assistants_lines_are_told_in_the_order_of_the_lines() -> None:
    # A set of small numbers may come in any order: 8 before 1 here.
    amounts = (Decimal("10.00"), Decimal("50.00"), *[Decimal(0)] * 6, Decimal("100.00"))
    steps = share(amounts, NOTHING, TERMS, frozenset({8, 1})).steps

    assert steps[2].says == (
        "Of 2 lines by an assistant Medicare pays 85% of its share $40.00 + $80.00: to the cent"
        " $34.00 + $68.00."
    )
    assert steps[2].gives == "−$18.00"
    assert steps[4].says == "Medicare pays $110.00 less $2.20."


def test_where_no_deductible_is_left_the_step_says_so() -> None:
    step = share((Decimal("85.17"),), Decimal("0.00"), TERMS).steps[0]

    assert step == Step("costshare", "No deductible is left.", ("deductible",), "$0.00")


@pytest.mark.parametrize(("remaining", "found"), [("283.00", 0), ("283.01", 1)])
def test_more_than_the_whole_years_deductible_is_found(remaining: str, found: int) -> None:
    says = "Deductible left: $283.01 is more than the whole year's $283.00."

    assert share((Decimal("1.00"),), Decimal(remaining), TERMS).findings == (
        (Finding("costshare", says, ("deductible",)),) * found
    )


def test_the_steps_show_every_line() -> None:
    steps = share((Decimal("85.17"), Decimal("22.21")), Decimal("90.00"), TERMS).steps

    assert [(step.says, step.gives) for step in steps] == [
        ("Deductible left: $90.00; of the lines it takes $85.17 + $4.83.", "$90.00"),
        ("Coinsurance, 20% of each line's $0.00 + $17.38: to the cent $0.00 + $3.48.", "$3.48"),
        ("Sequestration, 2% of Medicare's $0.00 + $13.90: to the cent $0.00 + $0.28.", "$0.28"),
        ("Medicare pays $13.90 less $0.28.", "$13.62"),
    ]
    assert {step.rule for step in steps} == {"costshare"}
    assert [step.cites for step in steps] == [
        ("deductible",),
        ("coinsurance", "settled-net-by-line"),
        ("sequestration",),
        ("sequestration",),
    ]
    assert share((), Decimal("90.00"), TERMS).steps == ()


def test_a_share_from_a_secondary_source_is_said_to_be_one() -> None:
    share_of = replace(TERMS.sequestration, standing=Standing.SECONDARY)
    steps = share((Decimal("100.00"),), Decimal(0), replace(TERMS, sequestration=share_of)).steps

    assert steps[2].says == (
        "Sequestration, 2% (as a secondary source has it; no better one is held) of Medicare's"
        " $80.00: to the cent $1.60."
    )
    assert steps[2].gives == "$1.60"


def test_the_other_reading_takes_the_reduction_off_the_fee_and_its_coinsurance() -> None:
    amounts = (Decimal("100.00"), Decimal("35.07"))
    net = other_reading(amounts, Decimal(0), TERMS, frozenset({1}))

    # 85 % of $35.07 is $29.81 to the cent; a fifth of that is the patient's.
    assert net.value == Net(*map(Decimal, ("0.00", "25.96", "5.26", "2.08", "101.77")))
    assert net.steps[0].says == (
        "Disputed, and not used here: 85% of the whole fee, not of Medicare's share. Medicare would"
        " pay $101.77, the patient $25.96."
    )
    assert net.steps[0].rule == "costshare"
    assert net.steps[0].cites == ("statute", "settled-assistant-share")


@given(st.lists(dollars, min_size=1, max_size=4).map(tuple), dollars)
def test_in_either_reading_every_cent_is_paid_or_withheld(
    amounts: tuple[Decimal, ...], remaining: Decimal
) -> None:
    assisted = frozenset({len(amounts) - 1})
    used = together(share(amounts, remaining, TERMS, assisted).value)
    other = other_reading(amounts, remaining, TERMS, assisted).value

    assert sum(used) == sum(other) == sum(amounts)
    assert other.patient_pays <= used.patient_pays


def test_without_an_assistants_line_both_readings_are_one() -> None:
    amounts = (Decimal("85.17"), Decimal("22.21"))

    assert other_reading(amounts, Decimal(9), TERMS, frozenset()).value == together(
        share(amounts, Decimal(9), TERMS).value
    )


def test_of_no_lines_nothing_is_divided_in_dollars_and_cents() -> None:
    net = other_reading((), Decimal("50.00"), TERMS, frozenset()).value

    assert [str(part) for part in net] == ["0.00"] * 5
