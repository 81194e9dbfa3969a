"""Who pays: the deductible first, then coinsurance, then sequestration of Medicare's part."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.periods import Figure
from calculator.words.claim import Net
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import NOTHING, cents, dollars

BY_LINE = "settled-net-by-line"


@dataclass(frozen=True, slots=True)
class Terms:
    """The year's deductible in dollars, and the shares that coinsurance and sequestration take."""

    deductible: Figure
    coinsurance: Figure
    sequestration: Figure


def share(
    amounts: tuple[Decimal, ...], deductible_remaining: Decimal, terms: Terms
) -> Explained[Net]:
    """Divide the lines' allowed amounts (dollars, in line order) between patient and Medicare.

    Each line is worked out by itself, to the cent, and the results are added.
    """
    deductibles = _deductibles(amounts, deductible_remaining)
    after = [amount - taken for amount, taken in zip(amounts, deductibles, strict=True)]
    patient = [cents(rest * terms.coinsurance.value) for rest in after]
    medicare = [rest - part for rest, part in zip(after, patient, strict=True)]
    withheld = [cents(part * terms.sequestration.value) for part in medicare]
    net = Net(
        deductible=_sum(deductibles),
        coinsurance=_sum(patient),
        sequestration=_sum(withheld),
        medicare_pays=_sum(medicare) - _sum(withheld),
    )
    steps = (
        _deductible_step(net, deductible_remaining, terms),
        _coinsurance_step(net, _sum(after), terms),
        *_medicare_steps(net, _sum(medicare), terms),
    )
    return Explained(net, steps, _findings(deductible_remaining, terms))


def _deductibles(amounts: tuple[Decimal, ...], remaining: Decimal) -> list[Decimal]:
    taken = []
    for amount in amounts:
        taken.append(min(amount, remaining))
        remaining -= taken[-1]
    return taken


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def _deductible_step(net: Net, remaining: Decimal, terms: Terms) -> Step:
    taken = dollars(net.deductible)
    says = (
        f"Deductible left: {dollars(remaining)}; {taken} of it falls on this visit."
        if remaining
        else "No deductible is left."
    )
    return Step("costshare", says, terms.deductible.cites, taken)


def _coinsurance_step(net: Net, base: Decimal, terms: Terms) -> Step:
    says = (
        f"Coinsurance: {terms.coinsurance.value:.0%} of {dollars(base)}, line by line to the cent."
    )
    cites = (*terms.coinsurance.cites, BY_LINE)
    return Step("costshare", says, cites, dollars(net.coinsurance))


def _medicare_steps(net: Net, medicare: Decimal, terms: Terms) -> tuple[Step, Step]:
    cites = terms.sequestration.cites
    withheld = (
        f"Sequestration: {terms.sequestration.value:.0%} of Medicare's {dollars(medicare)},"
        " line by line to the cent."
    )
    rest = f"Medicare pays {dollars(medicare)} less {dollars(net.sequestration)}."
    return (
        Step("costshare", withheld, cites, dollars(net.sequestration)),
        Step("costshare", rest, cites, dollars(net.medicare_pays)),
    )


def _findings(remaining: Decimal, terms: Terms) -> tuple[Finding, ...]:
    whole = terms.deductible.value
    if remaining <= whole:
        return ()
    says = f"Deductible left: {dollars(remaining)} is more than the whole year's {dollars(whole)}."
    return (Finding("costshare", says, terms.deductible.cites),)
