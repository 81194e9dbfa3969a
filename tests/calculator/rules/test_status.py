"""Payment status: who gets a line, and whose line has no national amount."""

from datetime import date
from decimal import Decimal

import pytest

from calculator.reference.codes import Valuation
from calculator.reference.periods import Period
from calculator.rules.status import admit
from calculator.words.explained import Finding
from calculator.words.vocabulary import Standing


def period(status: str, rvus: str, multiple_procedure: str = "0") -> Period[Valuation]:
    row = Valuation(status, Decimal(rvus), Decimal(0), Decimal(0), multiple_procedure)
    year = date(2026, 1, 1), date(2026, 12, 31)
    return Period(*year, row, "RVU26B", Standing.OFFICIAL, ("cms-rvu26b",))


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("B", "Medicare bundles it into other services"),
        ("I", "Medicare uses another code for it"),
        ("N", "Medicare does not cover it"),
    ],
)
def test_what_is_never_paid_for_itself_is_not_admitted(status: str, why: str) -> None:
    explained = admit("97010", period(status, "0.20"))

    assert explained.value is False
    says = f"No line for 97010: status {status}, {why}."
    assert explained.steps == ()
    assert explained.findings == (Finding("status", says, ("cms-rvu26b",)),)


@pytest.mark.parametrize(
    ("status", "rvus", "priced"),
    [("A", "0.44", True), ("R", "0.01", True), ("R", "0.00", False), ("C", "0.00", False)],
)
def test_a_line_without_a_national_amount_says_so(status: str, rvus: str, priced: bool) -> None:
    explained = admit("97545", period(status, rvus))

    assert explained.value is True
    said = "".join(finding.says for finding in explained.findings)
    assert ("no national amount" in said) is not priced


def test_a_restricted_code_with_a_price_is_named() -> None:
    says = "97026 is restricted (status R): paid only under special coverage rules."

    assert admit("97026", period("R", "0.20")).findings == (
        Finding("status", says, ("cms-rvu26b",)),
    )


def test_indicator_2_is_named() -> None:
    says = "29581 bears multiple-procedure indicator 2: not worked out here."

    assert admit("29581", period("A", "0.60", "2")).findings == (
        Finding("status", says, ("cms-rvu26b",)),
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [("C", "the contractor sets its price"), ("R", "restricted, without RVUs")],
)
def test_why_there_is_no_national_amount_is_told(status: str, why: str) -> None:
    (found,) = admit("97545", period(status, "0.00")).findings

    assert found.says == f"97545 has no national amount: status {status}, {why}."
    assert found.cites == ("cms-rvu26b",)
