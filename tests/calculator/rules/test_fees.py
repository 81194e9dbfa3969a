"""Fee schedule amounts: the parts, the locality, and one rounding half up."""

from decimal import Decimal

import pytest

from calculator.reference.codes import Valuation
from calculator.reference.localities import ALL_ONE, Indices
from calculator.reference.periods import Figure
from calculator.rules.fees import price
from calculator.words.claim import WHOLE, Unit
from calculator.words.money import cents

FUNCTIONAL = Valuation("A", Decimal("0.44"), Decimal("0.60"), Decimal("0.01"), "5")
FACTOR_2026 = Figure(Decimal("33.4009"), cites=("cms-rvu26b",))


def amount(indices: Indices, factor: str) -> Decimal:
    unit = price("97530", FUNCTIONAL, indices, Figure(Decimal(factor), ()), ()).value
    return unit.amount(WHOLE)


@pytest.mark.parametrize(("factor", "dollars"), [("33.4009", "35.07"), ("33.5675", "35.25")])
def test_the_national_amount_is_the_rvus_times_the_factor(factor: str, dollars: str) -> None:
    assert amount(ALL_ONE, factor) == Decimal(dollars)


def test_each_part_has_its_own_index() -> None:
    san_benito = Indices(Decimal("1.110"), Decimal("1.442"), Decimal("0.536"))

    assert amount(san_benito, "33.4009") == Decimal("45.39")


def test_the_step_says_the_formula_with_its_numbers() -> None:
    indices = Indices(Decimal("1.110"), Decimal("1.442"), Decimal("0.536"))

    step = price("97530", FUNCTIONAL, indices, FACTOR_2026, ("cms-gpci-2026",)).steps[0]

    assert step.says == (
        "One unit of 97530: (0.44 work × 1.110 + 0.60 practice expense × 1.442"
        " + 0.01 malpractice × 0.536) × 33.4009."
    )
    assert step.gives == "$45.39"
    formula = ("cfr-42-414-22", "pub-100-04-ch05-10", "settled-rounding")
    assert (step.rule, step.cites) == ("fees", (*formula, "cms-gpci-2026", "cms-rvu26b"))


def test_where_every_index_is_one_the_step_leaves_the_indices_out() -> None:
    releases = ("cms-rvu26b", "cms-rvu26b")  # RVUs and factor are of one release: cited once

    step = price("97530", FUNCTIONAL, ALL_ONE, FACTOR_2026, releases).steps[0]

    assert step.says == (
        "One unit of 97530: (0.44 work + 0.60 practice expense + 0.01 malpractice) × 33.4009."
    )
    assert step.cites.count("cms-rvu26b") == 1


def test_the_unit_keeps_its_three_parts_unrounded() -> None:
    unit = price("97530", FUNCTIONAL, ALL_ONE, FACTOR_2026, ()).value

    assert unit == Unit("97530", Decimal("14.696396"), Decimal("20.040540"), Decimal("0.334009"))


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("0.004999", "0.00"),
        ("0.005", "0.01"),
        ("0.015", "0.02"),
        ("2.675", "2.68"),
        ("1.0049", "1.00"),
    ],
)
def test_half_a_cent_rounds_up(exact: str, rounded: str) -> None:
    assert cents(Decimal(exact)) == Decimal(rounded)
