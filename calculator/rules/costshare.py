"""Who pays: the deductible first, then coinsurance, then sequestration of Medicare's part."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.periods import Figure
from calculator.words.claim import Net
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import NOTHING, cents, dollars
from calculator.words.vocabulary import Standing

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
    if not amounts:
        return Explained(net, ())
    steps = (
        _deductible(deductible_remaining, deductibles, terms),
        _coinsurance(after, patient, terms),
        _sequestration(medicare, withheld, terms),
        _rest(net, medicare, terms),
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


def _each(amounts: Iterable[Decimal]) -> str:
    return " + ".join(map(dollars, amounts))


def _deductible(remaining: Decimal, taken: list[Decimal], terms: Terms) -> Step:
    says = (
        f"Deductible left: {dollars(remaining)}; of the lines it takes {_each(taken)}."
        if remaining
        else "No deductible is left."
    )
    return Step("costshare", says, terms.deductible.cites, dollars(_sum(taken)))


def _coinsurance(after: list[Decimal], patient: list[Decimal], terms: Terms) -> Step:
    says = (
        f"Coinsurance, {terms.coinsurance.value:.0%} of each line's {_each(after)}:"
        f" to the cent {_each(patient)}."
    )
    return Step("costshare", says, (*terms.coinsurance.cites, BY_LINE), dollars(_sum(patient)))


def _sequestration(medicare: list[Decimal], withheld: list[Decimal], terms: Terms) -> Step:
    secondary = terms.sequestration.standing is Standing.SECONDARY
    doubt = " (as a secondary source has it; no better one is held)" if secondary else ""
    says = (
        f"Sequestration, {terms.sequestration.value:.0%}{doubt} of Medicare's {_each(medicare)}:"
        f" to the cent {_each(withheld)}."
    )
    return Step("costshare", says, terms.sequestration.cites, dollars(_sum(withheld)))


def _rest(net: Net, medicare: list[Decimal], terms: Terms) -> Step:
    says = f"Medicare pays {dollars(_sum(medicare))} less {dollars(net.sequestration)}."
    return Step("costshare", says, terms.sequestration.cites, dollars(net.medicare_pays))


def _findings(remaining: Decimal, terms: Terms) -> tuple[Finding, ...]:
    whole = terms.deductible.value
    if remaining <= whole:
        return ()
    says = f"Deductible left: {dollars(remaining)} is more than the whole year's {dollars(whole)}."
    return (Finding("costshare", says, terms.deductible.cites),)
