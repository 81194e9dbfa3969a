"""Each line of a remittance: codes, amounts, and sums that tie out."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from calculator.reference.periods import Figure
from calculator.rules import costshare
from calculator.rules.remittance import show
from calculator.words import remittance
from calculator.words.claim import Net
from calculator.words.payment import Allowance
from calculator.words.remittance import AdjustmentCode, Remitted
from calculator.words.vocabulary import Standing

REASONS = {
    "charge": "CO-45",
    "limiting-charge": "CO-45",
    "balance": "PR-45",
    "mppr": "CO-59",
    "deductible": "PR-1",
    "coinsurance": "PR-2",
    "assistant": "CO-",
    "sequestration": "CO-253",
    "no-kx": "CO-119",
    "ncci": "CO-236",
    "no-notice": "CO-50",
    "notice": "PR-50",
    "excluded": "PR-204",
    "part-a-stay": "CO-109",
}
CODES = {
    key: AdjustmentCode(
        group=code.partition("-")[0],
        reason=code.partition("-")[2],
        remark="",
        means=f"What {key} means.",
        standing=Standing.SECONDARY,
        cites=(key,),
    )
    for key, code in REASONS.items()
}
NET = Net(*map(Decimal, ("10.00", "15.03", "0.00", "1.20", "58.94")))  # of $85.17
TERMS = costshare.Terms(
    deductible=Figure(Decimal("283.00"), ("deductible",)),
    coinsurance=Figure(Decimal("0.20"), ("coinsurance",)),
    sequestration=Figure(Decimal("0.02"), ("sequestration",)),
    assistant_kept=Figure(Decimal("0.85"), ("assistant",)),
)
money = st.integers(0, 30000).map(lambda n: Decimal(n) / 100)


def dollars(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def shown(charge: str | None, limit: str | None = None, denial: str | None = None) -> Remitted:
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), dollars(charge), dollars(limit))
    return show("97530 GP", allowance, NET, denial, CODES).value


def amounts(line: Remitted) -> list[str]:
    return [f"{each.code.written} {each.amount}" for each in line.adjusted]


SHARED = ["PR-1 10.00", "PR-2 15.03", "CO-253 1.20"]


def test_every_reason_of_an_amount_has_a_code() -> None:
    assert set(REASONS) == set(remittance.KEYS)


@pytest.mark.parametrize(
    ("charge", "above"),
    [
        ("180.00", ["CO-45 74.79", "CO-59 20.04"]),
        ("105.22", ["CO-45 0.01", "CO-59 20.04"]),
        ("105.21", ["CO-59 20.04"]),
        ("105.20", ["CO-59 20.03"]),
        ("85.18", ["CO-59 0.01"]),
        ("85.17", []),
        (None, ["CO-59 20.04"]),
    ],
)
def test_what_is_charged_above_the_fee_is_divided_between_mppr_and_the_rest(
    charge: str | None, above: list[str]
) -> None:
    assert amounts(shown(charge)) == above + SHARED


def test_an_unassigned_line_divides_the_excess_at_the_limiting_charge() -> None:
    assert amounts(shown("90.00", "93.06")) == ["PR-45 4.83", *SHARED]
    assert amounts(shown("93.07", "93.06")) == ["CO-45 0.01", "PR-45 7.89", *SHARED]
    assert amounts(shown(None, "93.06")) == SHARED
    assert shown("90.00", "93.06").to_patient
    assert not shown("90.00").to_patient


def test_the_sentence_of_a_line_adds_up_in_words() -> None:
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), Decimal("180.00"), None)
    step = show("97530 GP", allowance, NET, None, CODES).steps[0]

    assert step.says == (
        "97530 GP: $180.00 less $74.79 CO-45, $20.04 CO-59, $10.00 PR-1, $15.03 PR-2,"
        " $1.20 CO-253, paid."
    )
    assert step.gives == "$58.94"
    assert step.cites[1:] == ("charge", "mppr", "deductible", "coinsurance", "sequestration")


def test_an_assistants_reduction_without_a_code_says_that_none_is_known() -> None:
    net = NET._replace(assistant_reduction=Decimal("9.02"))
    allowance = Allowance(Decimal("85.17"), Decimal("85.17"), None, None)
    step = show("97530 GP CQ", allowance, net, None, CODES).steps[0]

    assert "$9.02 CO (reason code not established here)" in step.says
    assert step.says.startswith("97530 GP CQ: the charge, not entered here less")


@pytest.mark.parametrize("denial", remittance.DENIALS)
def test_of_a_denied_line_the_whole_charge_stands_under_one_code(denial: str) -> None:
    line = shown("180.00", denial=denial)

    assert amounts(line) == [f"{REASONS[denial]} 180.00"]
    assert line.paid == 0


def test_a_denied_line_without_a_charge_is_denied_all_the_same() -> None:
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), None, None)
    explained = show("97530 GP GZ", allowance, NET, "no-notice", CODES)

    assert [each.amount for each in explained.value.adjusted] == [None]
    assert explained.steps[0].says == (
        "97530 GP GZ: the charge, not entered here less all of it CO-50, paid."
    )
    assert explained.findings[0].says == "97530 GP GZ: denied, CO-50. What no-notice means."


allowances = st.builds(
    lambda fees, charge, above: Allowance(
        fees[1], fees[0], charge, None if above is None else fees[0] + above
    ),
    st.tuples(money, money).map(sorted),
    money,
    st.none() | money,
)


@given(allowances, money, st.booleans(), st.none() | st.sampled_from(remittance.DENIALS))
def test_the_charge_is_what_is_paid_and_what_is_not(
    allowance: Allowance, deductible: Decimal, assisted: bool, denial: str | None
) -> None:
    assistants = frozenset({0} if assisted else ())
    net = costshare.share((allowance.allowed,), deductible, TERMS, assistants).value[0]
    line = show("97530 GP", allowance, net, denial, CODES).value

    unpaid = [each.amount for each in line.adjusted]
    assert all(amount is not None and amount > 0 for amount in unpaid)
    assert sum(filter(None, unpaid)) + line.paid == allowance.charge


@pytest.mark.parametrize(
    ("charge", "limit", "says"),
    [
        ("85.17", None, "$85.17 less $10.00 PR-1, $15.03 PR-2, $1.20 CO-253, paid."),
        ("85.17", "93.06", "$85.17 less $10.00 PR-1, $15.03 PR-2, $1.20 CO-253, paid to the"),
    ],
)
def test_a_line_says_whom_it_pays(charge: str, limit: str | None, says: str) -> None:
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), dollars(charge), dollars(limit))
    (step,) = show("97530 GP", allowance, NET, None, CODES).steps

    assert step.rule == "remittance"
    assert step.says.removesuffix(" patient.") == f"97530 GP: {says}"
    assert step.cites[0] == "group-codes-manual-copy"


def test_a_line_of_which_all_is_paid_has_nothing_to_take_off() -> None:
    paid = Net(*map(Decimal, ("0.00", "0.00", "0.00", "0.00", "85.17")))
    allowance = Allowance(Decimal("85.17"), Decimal("85.17"), Decimal("85.17"), None)
    (step,) = show("97530 GP", allowance, paid, None, CODES).steps

    assert (step.says, step.gives) == ("97530 GP: $85.17, paid.", "$85.17")
    assert step.cites == ("group-codes-manual-copy",)


def test_a_denial_cites_its_code_and_the_other_codes_that_may_stand_for_it() -> None:
    others = (CODES["ncci"], CODES["notice"])
    codes = {**CODES, "no-notice": CODES["no-notice"]._replace(others=others)}
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), Decimal("180.00"), None)
    (found,) = show("97530 GP GZ", allowance, NET, "no-notice", codes).findings

    assert (found.rule, found.cites) == ("remittance", ("no-notice", "ncci", "notice"))


def test_each_source_of_a_remittance_stands_once() -> None:
    codes = {key: code._replace(cites=("list",)) for key, code in CODES.items()}
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), Decimal("180.00"), None)
    (step,) = show("97530 GP", allowance, NET, None, codes).steps

    assert step.cites == ("group-codes-manual-copy", "list")


def test_every_amount_stands_under_the_key_of_its_reason() -> None:
    net = NET._replace(assistant_reduction=Decimal("9.02"))
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), Decimal("180.00"), None)
    unassigned = allowance._replace(limit=Decimal("93.06"))

    keys = [
        [each.key for each in show("97530 GP", one, net, None, CODES).value.adjusted]
        for one in (allowance, unassigned)
    ]

    shared = ["deductible", "coinsurance", "assistant", "sequestration"]
    assert keys == [["charge", "mppr", *shared], ["limiting-charge", "balance", *shared]]


def test_a_notice_on_file_is_an_expected_denial_and_no_certain_one() -> None:
    allowance = Allowance(Decimal("105.21"), Decimal("85.17"), Decimal("180.00"), None)
    (found,) = show("97530 GP GA", allowance, NET, "notice", CODES).findings

    assert found.says.startswith(
        "97530 GP GA: a denial is expected, PR-50, and not certain: GA says that an ABN is on"
        " file, and the payer decides."
    )


def test_without_assignment_the_groups_are_said_to_be_those_of_an_assigned_claim() -> None:
    fee = Allowance(Decimal("105.21"), Decimal("85.17"), Decimal("90.00"), Decimal("93.06"))
    (found,) = show("97530 GP", fee, NET, None, CODES).findings

    assert found.says.startswith("97530 GP: CO-253 as on an assigned claim.")
    assert show("97530 GP", fee._replace(limit=None), NET, None, CODES).findings == ()
