"""Multiple procedure payment reduction (MPPR): one unit a day keeps its whole practice expense."""

from decimal import Decimal
from itertools import groupby

from calculator.reference.periods import Figure
from calculator.words.claim import WHOLE, Unit
from calculator.words.explained import Explained, Step
from calculator.words.money import cents, dollars
from calculator.words.sentences import counted

MANUAL = ("pub-100-04-ch05-10-7", "usc-42-1395w-4-b-7")
RANKING = ("uhc-mppr-policy", "settled-mppr-order")


def reduce(units: tuple[Unit, ...], kept_share: Figure) -> Explained[tuple[Decimal, ...]]:
    """Price all units of one patient, date and billing provider, PT, OT and SLP together.

    `units` stand in the order of the claim lines, and so do the amounts returned, in dollars.
    """
    if not units:
        return Explained((), ())
    # The highest practice expense stays whole; between equals, the higher amount, then the first.
    ranks = [(unit.practice_expense, unit.amount(WHOLE)) for unit in units]
    top = ranks.index(max(ranks))
    amounts = tuple(
        unit.amount(WHOLE if place == top else kept_share.value) for place, unit in enumerate(units)
    )
    return Explained(amounts, (_top(units, top), *_reduced(units, top, kept_share)))


def _top(units: tuple[Unit, ...], top: int) -> Step:
    unit = units[top]
    amount = dollars(unit.amount(WHOLE))
    if len(units) == 1:
        says = f"{unit.code} is the only unit under MPPR: nothing is reduced."
        return Step("mppr", says, MANUAL, amount)
    expense = dollars(cents(unit.practice_expense))
    says = (
        f"{unit.code} has the highest practice expense ({expense}): one unit of it is paid in full."
    )
    return Step("mppr", says, (*MANUAL, *RANKING), amount)


def _reduced(units: tuple[Unit, ...], top: int, kept_share: Figure) -> list[Step]:
    steps = []
    others = units[:top] + units[top + 1 :]
    for unit, same in groupby(others):
        count = len(tuple(same))
        amount = unit.amount(kept_share.value)
        further = "further unit" if unit == units[top] else "unit"
        says = (
            f"{unit.code}: {counted(count, further)} with {kept_share.value:.0%} of"
            f" {dollars(cents(unit.practice_expense))} practice expense."
        )
        gives = dollars(amount) if count == 1 else f"{count} × {dollars(amount)}"
        steps.append(Step("mppr", says, tuple(dict.fromkeys((*MANUAL, *kept_share.cites))), gives))
    return steps
