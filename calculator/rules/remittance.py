"""What a remittance would show: the charge, each amount not paid with its code, and the payment."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from calculator.words.claim import Net
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import NOTHING, dollars
from calculator.words.payment import Allowance
from calculator.words.remittance import (
    ASSISTANT,
    BALANCE,
    CHARGE,
    COINSURANCE,
    DEDUCTIBLE,
    LIMITING_CHARGE,
    LOWERED,
    MPPR,
    NOTICE,
    SEQUESTRATION,
    Adjusted,
    AdjustmentCode,
    Remitted,
)

GROUPS = "group-codes-manual-copy"

Codes = Mapping[str, AdjustmentCode]
Amounts = Iterator[tuple[str, Decimal | None]]


def show(
    named: str, allowance: Allowance, net: Net, denial: str | None, codes: Codes
) -> Explained[Remitted]:
    """Divide one line's charge (dollars) between what is paid and what is not.

    `denial` is the reason for which nothing of the line is paid, a key of `codes`; `net` is then
    left aside. Without a charge there is no amount above the fee, and no whole to add up to.
    """
    amounts = _denied(allowance, denial) if denial else _unpaid(allowance, net)
    adjusted = tuple(
        Adjusted(key, codes[key], amount) for key, amount in amounts if amount is None or amount
    )
    paid = NOTHING if denial else net.medicare_pays
    line = Remitted(allowance.charge, adjusted, paid, to_patient=allowance.limit is not None)
    found = _denial(named, denial, codes[denial]) if denial else _unassigned(named, line)
    return Explained(line, (_sum(named, line),), found)


def _denied(allowance: Allowance, denial: str) -> Amounts:
    yield denial, allowance.charge


def _unpaid(allowance: Allowance, net: Net) -> Amounts:
    if allowance.limit is None:
        yield from _contractual(allowance)
    elif allowance.charge is not None and allowance.collectable is not None:
        yield LIMITING_CHARGE, allowance.charge - allowance.collectable
        yield BALANCE, allowance.balance
    yield DEDUCTIBLE, net.deductible
    yield COINSURANCE, net.coinsurance
    yield ASSISTANT, net.assistant_reduction
    yield SEQUESTRATION, net.sequestration


def _contractual(allowance: Allowance) -> Amounts:
    """Divide what is charged above the allowed amount: above the full fee, and the MPPR."""
    charge = allowance.charge
    if charge is None:
        yield MPPR, allowance.full - allowance.fee
        return
    yield CHARGE, charge - min(charge, allowance.full)
    yield MPPR, min(charge, allowance.full) - allowance.allowed


def _sum(named: str, line: Remitted) -> Step:
    codes = (key for each in line.adjusted for key in each.code.cites)
    cites = tuple(dict.fromkeys((GROUPS, *codes)))
    parts = [
        f"{dollars(each.amount)} {each.code.written}"
        for each in line.adjusted
        if each.amount is not None
    ]
    to = " to the patient" if line.to_patient else ""
    whole = "the charge, not entered here" if line.charge is None else dollars(line.charge)
    if line.charge is None and not parts:
        parts = [f"all of it {each.code.written}" for each in line.adjusted]
    less = f" less {', '.join(parts)}" if parts else ""
    says = f"{named}: {whole}{less}, paid{to}."
    return Step("remittance", says, cites, dollars(line.paid))


def _unassigned(named: str, line: Remitted) -> tuple[Finding, ...]:
    """Say that the groups are those of an assigned claim, where one of CO lowers a payment."""
    lowered = [each for each in line.adjusted if each.key in LOWERED]
    if not line.to_patient or not lowered:
        return ()
    codes = ", ".join(each.code.written for each in lowered)
    says = (
        f"{named}: {codes} as on an assigned claim. Without assignment Medicare pays the patient"
        " less by as much, and the provider may collect up to the limiting charge all the same: in"
        " the end the patient bears it. Which group a remittance then shows is not established by"
        " what is held here."
    )
    return (Finding("remittance", says, (GROUPS, "noridian-group-codes")),)


def _denial(named: str, key: str, code: AdjustmentCode) -> tuple[Finding, ...]:
    says = f"{named}: denied, {code.written}. {code.means}"
    if key == NOTICE:
        says = (
            f"{named}: a denial is expected, {code.written}, and not certain: GA says that an ABN"
            f" is on file, and the payer decides. The amounts take it as denied. {code.means}"
        )
    cites = (*code.cites, *(key for other in code.others for key in other.cites))
    return (Finding("remittance", says, cites),)
