"""Who pays: deductible, coinsurance, the assistant's reduction, sequestration, line by line."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from calculator.reference.periods import Figure
from calculator.words.claim import Net, together
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import NOTHING, cents, dollars
from calculator.words.sentences import counted
from calculator.words.vocabulary import Standing

BY_LINE = "settled-net-by-line"
ASSISTANT = "settled-assistant-share"


@dataclass(frozen=True, slots=True)
class Terms:
    """The year's deductible in dollars, and the shares that each party takes or keeps.

    `assistant_kept` is what Medicare keeps paying of its share for an assistant's units.
    """

    deductible: Figure
    coinsurance: Figure
    sequestration: Figure
    assistant_kept: Figure


def share(
    amounts: tuple[Decimal, ...],
    deductible_remaining: Decimal,
    terms: Terms,
    assisted: frozenset[int] = frozenset(),
) -> Explained[tuple[Net, ...]]:
    """Divide each line's allowed amount (dollars, in line order) between patient and Medicare.

    Each line is worked out by itself, to the cent. `assisted` are the places of the lines whose
    units are an assistant's: of Medicare's share after coinsurance they keep only a part.
    """
    deductibles = _deductibles(amounts, deductible_remaining)
    after = [amount - taken for amount, taken in zip(amounts, deductibles, strict=True)]
    patient = [cents(rest * terms.coinsurance.value) for rest in after]
    medicare = [rest - part for rest, part in zip(after, patient, strict=True)]
    kept = [
        cents(part * terms.assistant_kept.value) if place in assisted else part
        for place, part in enumerate(medicare)
    ]
    withheld = [cents(part * terms.sequestration.value) for part in kept]
    nets = tuple(
        Net(deductible, coinsurance, whole - reduced, sequestration, reduced - sequestration)
        for deductible, coinsurance, whole, reduced, sequestration in zip(
            deductibles, patient, medicare, kept, withheld, strict=True
        )
    )
    if not amounts:
        return Explained(nets, ())
    steps = (
        _deductible(deductible_remaining, deductibles, terms),
        _coinsurance(after, patient, terms),
        *([_assistant(medicare, kept, assisted, terms)] if assisted else ()),
        _sequestration(kept, withheld, terms),
        _rest(together(nets), kept, terms),
    )
    return Explained(nets, steps, _findings(deductible_remaining, terms))


def other_reading(
    amounts: tuple[Decimal, ...],
    deductible_remaining: Decimal,
    terms: Terms,
    assisted: frozenset[int],
) -> Explained[Net]:
    """Divide the same lines where the assistants' reduction is read the other way.

    Whoever takes it off the whole fee reduces the coinsurance with it. This decides nothing: it
    stands beside what `share` returns.
    """
    reduced = tuple(
        cents(amount * terms.assistant_kept.value) if place in assisted else amount
        for place, amount in enumerate(amounts)
    )
    net = together(share(reduced, deductible_remaining, terms).value)
    net = net._replace(assistant_reduction=_sum(amounts) - _sum(reduced))
    says = (
        f"Disputed, and not used here: {terms.assistant_kept.value:.0%} of the whole fee, not of"
        f" Medicare's share. Medicare would pay {dollars(net.medicare_pays)}, the patient"
        f" {dollars(net.patient_pays)}."
    )
    return Explained(net, (Step("costshare", says, (*terms.assistant_kept.cites, ASSISTANT)),))


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


def _assistant(
    medicare: list[Decimal], kept: list[Decimal], assisted: frozenset[int], terms: Terms
) -> Step:
    before = _each(medicare[place] for place in sorted(assisted))
    after = _each(kept[place] for place in sorted(assisted))
    says = (
        f"Of {counted(len(assisted), 'line')} by an assistant Medicare pays"
        f" {terms.assistant_kept.value:.0%} of its share {before}: to the cent {after}."
    )
    off = dollars(_sum(medicare) - _sum(kept))
    return Step("costshare", says, (*terms.assistant_kept.cites, ASSISTANT), f"\N{MINUS SIGN}{off}")


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
