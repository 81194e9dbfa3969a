"""What is allowed: the charge or the fee, whichever is less, on the terms of the participation."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from calculator.reference.periods import Figure
from calculator.words.claim import Line
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import NOTHING, cents, dollars, plain
from calculator.words.payment import Allowance
from calculator.words.sentences import counted
from calculator.words.vocabulary import Participation, Setting, Standing

LESSER = ("usc-42-1395w-4-a-1",)
TERMS_OF_SUPPLIERS = ("cfr-42-414-48", "noridian-nonparticipation")
ONCE = "settled-rounding"
AFTER_REDUCTIONS = "limiting-charge-after-reductions"


@dataclass(frozen=True, slots=True)
class Terms:
    """The shares that make the amounts of those who do not participate."""

    nonparticipating: Figure
    limiting_charge: Figure


def allow(
    lines: tuple[Line, ...],
    charges: tuple[Decimal | None, ...],
    participation: Participation,
    terms: Terms,
) -> Explained[tuple[Allowance, ...]]:
    """Set each line's fee schedule amount after MPPR against its charge, both in dollars.

    `charges` are dollars a unit, in the order of the lines; every line has an amount. A line is
    charged as one amount, so the charge of all its units is held against the fee of them all.
    """
    allowed: list[Allowance] = []
    steps: list[Step] = []
    findings: list[Finding] = []
    for line, charge in zip(lines, charges, strict=True):
        allowance = _allowance(line, charge, participation, terms)
        allowed.append(allowance)
        steps += _steps(line, charge, allowance, participation, terms)
        findings += _findings(line, allowance, terms)
    return Explained(tuple(allowed), tuple(steps), tuple(findings))


def fit(participation: Participation, setting: Setting | None) -> Explained[bool]:
    """Tell whether a participation is one that the setting can have, as far as is held here."""
    fits = participation is Participation.PARTICIPATING or setting is not Setting.HOSPITAL
    says = (
        f"{Setting.HOSPITAL.named.capitalize()} and not participating ({participation}) do not go"
        " together, as far as is held here: the smaller fee and the limiting charge are terms of"
        " suppliers, and none for a hospital is held. The amounts are worked out as a supplier's;"
        " look at the setting and the participation again."
    )
    found = () if fits else (Finding("payment", says, TERMS_OF_SUPPLIERS),)
    return Explained(fits, (), found)


def _allowance(
    line: Line, charge: Decimal | None, participation: Participation, terms: Terms
) -> Allowance:
    fees = _fees(line, participation, terms)
    full = _at(line.full_unit or NOTHING, participation, terms) * line.units
    whole = None if charge is None else charge * line.units
    limit = None
    if participation is Participation.UNASSIGNED:
        limit = sum((cents(fee * terms.limiting_charge.value) for fee in fees), NOTHING)
    return Allowance(full, sum(fees, NOTHING), whole, limit)


def _fees(line: Line, participation: Participation, terms: Terms) -> tuple[Decimal, ...]:
    return tuple(_at(fee, participation, terms) for fee in line.unit_amounts if fee is not None)


def _at(fee: Decimal, participation: Participation, terms: Terms) -> Decimal:
    if participation is Participation.PARTICIPATING:
        return fee
    return cents(fee * terms.nonparticipating.value)


def _steps(
    line: Line,
    charge: Decimal | None,
    allowance: Allowance,
    participation: Participation,
    terms: Terms,
) -> list[Step]:
    steps = []
    fees = _fees(line, participation, terms)
    if participation is not Participation.PARTICIPATING:
        steps.append(_reduced(line, fees, allowance, terms))
    if charge is not None:
        steps.append(_lesser(line, charge, allowance))
    if allowance.limit is not None:
        steps.append(_limit(line, fees, allowance.limit, terms))
    return steps


def _reduced(line: Line, fees: tuple[Decimal, ...], allowance: Allowance, terms: Terms) -> Step:
    figure = terms.nonparticipating
    says = (
        f"{_named(line)}: who does not participate is allowed {figure.value:.0%}{_doubt(figure)} of"
        f" each unit's fee schedule amount, to the cent: {_each(fees)}."
    )
    return Step("payment", says, (*figure.cites, ONCE), dollars(allowance.fee))


def _lesser(line: Line, charge: Decimal, allowance: Allowance) -> Step:
    whole = charge * line.units
    units = counted(line.units, "unit")
    if whole < allowance.fee:
        how = f"is below the fee of {dollars(allowance.fee)}, so the charge is allowed"
    elif whole == allowance.fee:
        how = "equals the fee, which is allowed"
    else:
        how = f"is above the fee of {dollars(allowance.fee)}, so the fee is allowed"
    says = f"{_named(line)}: {dollars(whole)} charged for {units} {how}."
    return Step("payment", says, LESSER, dollars(allowance.allowed))


def _limit(line: Line, fees: tuple[Decimal, ...], limit: Decimal, terms: Terms) -> Step:
    figure = terms.limiting_charge
    says = (
        f"{_named(line)}: without assignment the patient may be charged up to {figure.value:.0%} of"
        f" each unit's {_each(fees)}; Medicare pays the patient, not the provider."
    )
    cites = (*figure.cites, *terms.nonparticipating.cites, AFTER_REDUCTIONS, ONCE)
    return Step("payment", says, cites, dollars(limit))


def _findings(line: Line, allowance: Allowance, terms: Terms) -> Iterable[Finding]:
    if allowance.limit is None or allowance.charge is None or allowance.charge <= allowance.limit:
        return ()
    says = (
        f"{_named(line)}: {dollars(allowance.charge)} charged is above the limiting charge of"
        f" {dollars(allowance.limit)}; the patient does not owe the rest."
    )
    return (Finding("payment", says, (*terms.limiting_charge.cites, AFTER_REDUCTIONS)),)


def _named(line: Line) -> str:
    return " ".join((line.code, *line.modifiers))


def _each(fees: tuple[Decimal, ...]) -> str:
    parts = ((fee, len(tuple(same))) for fee, same in groupby(fees))
    return " + ".join(
        plain(fee) if count == 1 else f"{count} × {plain(fee)}" for fee, count in parts
    )


def _doubt(figure: Figure) -> str:
    secondary = figure.standing is Standing.SECONDARY
    return " (as a secondary source has it; no better one is held)" if secondary else ""
