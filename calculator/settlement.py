"""What is paid of a claim: what is allowed, who pays it, and what the remittance shows."""

from collections.abc import Container, Mapping
from decimal import Decimal

from calculator.reference.bundle import Reference
from calculator.rules import costshare, payment, remittance
from calculator.words.claim import Line, Net
from calculator.words.explained import Explained, Trace
from calculator.words.money import NOTHING
from calculator.words.payment import Allowance, Paid, Payment, Settlement
from calculator.words.remittance import EXCLUDED, NCCI, NO_NOTICE, NOTICE, Remitted
from calculator.words.visit import Visit
from calculator.words.vocabulary import Participation

# Of two on one line, which contradict each other, the first decides.
DENIED_BY = {"GY": EXCLUDED, "GZ": NO_NOTICE, "GA": NOTICE}

Amounts = tuple[Decimal, ...]


def settle(
    visit: Visit, lines: tuple[Line, ...], reference: Reference, denied: Mapping[int, str]
) -> Explained[Settlement]:
    """Settle a claim of which every line has a national amount.

    `denied` has the reason of each denied line under its place, a key of the adjustments.
    """
    charges = charged(visit, lines)
    told = bool(denied) or visit.participation is not Participation.PARTICIPATING
    told = told or any(charge is not None for charge in charges)
    allowed = payment.allow(lines, charges, visit.participation, _rates(visit, reference))
    fees = tuple(line.amount for line in lines if line.amount is not None)
    amounts = tuple(
        NOTHING if place in denied else each.allowed for place, each in enumerate(allowed.value)
    )
    trace = Trace()
    allowances = trace.keep(allowed)
    trace.keep(payment.fit(visit.participation, visit.setting))
    nets = trace.keep(share(visit, lines, amounts, reference))
    shown = [
        remittance.show(named(line), allowance, net, denied.get(place), reference.adjustments)
        for place, (line, allowance, net) in enumerate(zip(lines, allowances, nets, strict=True))
    ]
    if told:
        for line in shown:
            trace.keep(line)
    paid = Payment(visit.participation, told, _paid(allowances, nets, denied, shown))
    plain = share(visit, lines, fees, reference).value if told else nets
    other = trace.keep(_other_reading(visit, lines, amounts, reference))
    return trace.explain(Settlement(plain, paid, other))


def charged(visit: Visit, lines: tuple[Line, ...]) -> tuple[Decimal | None, ...]:
    """Find what a unit of each line is charged, where the visit tells."""
    charges = {
        (service.discipline, service.code): service.charge
        for service in visit.services
        if service.charge is not None
    }
    return tuple(charges.get((line.discipline, line.code)) for line in lines)


def denials(lines: tuple[Line, ...], by_edit: Container[str] = ()) -> dict[int, str]:
    """Tell which lines are denied: by a modifier that announces it, or by an NCCI edit.

    `by_edit` are the codes whose lines an edit denies.
    """
    denied = {}
    for place, line in enumerate(lines):
        reasons = [DENIED_BY[each] for each in DENIED_BY if each in line.modifiers]
        reasons += [NCCI] if line.code in by_edit else []
        if reasons:
            denied[place] = reasons[0]
    return denied


def named(line: Line) -> str:
    """Name a line by its code and modifiers."""
    return " ".join((line.code, *line.modifiers))


def _paid(
    allowances: tuple[Allowance, ...],
    nets: tuple[Net, ...],
    denied: Mapping[int, str],
    shown: list[Explained[Remitted]],
) -> tuple[Paid, ...]:
    return tuple(
        Paid(allowance, net, denied.get(place), line.value)
        for place, (allowance, net, line) in enumerate(zip(allowances, nets, shown, strict=True))
    )


def _rates(visit: Visit, reference: Reference) -> payment.Terms:
    return payment.Terms(
        nonparticipating=reference.figure("nonparticipating-share", visit.day),
        limiting_charge=reference.figure("limiting-charge-share", visit.day),
    )


def _terms(visit: Visit, reference: Reference) -> costshare.Terms:
    return costshare.Terms(
        deductible=reference.figure("deductible", visit.day),
        coinsurance=reference.figure("coinsurance-share", visit.day),
        sequestration=reference.figure("sequestration-share", visit.day),
        assistant_kept=reference.figure("assistant-kept-share", visit.day),
    )


def _assisted(lines: tuple[Line, ...]) -> frozenset[int]:
    return frozenset(place for place, line in enumerate(lines) if line.assistant)


def share(
    visit: Visit, lines: tuple[Line, ...], amounts: Amounts, reference: Reference
) -> Explained[tuple[Net, ...]]:
    """Divide what each line is allowed between those who pay it."""
    terms = _terms(visit, reference)
    return costshare.share(amounts, visit.deductible_remaining, terms, _assisted(lines))


def _other_reading(
    visit: Visit, lines: tuple[Line, ...], amounts: Amounts, reference: Reference
) -> Explained[Net | None]:
    assisted = _assisted(lines)
    if not assisted:
        return Explained(None, ())
    terms = _terms(visit, reference)
    return costshare.other_reading(amounts, visit.deductible_remaining, terms, assisted)
