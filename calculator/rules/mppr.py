"""Multiple procedure payment reduction (MPPR): one unit a day keeps its whole practice expense."""

from decimal import Decimal
from itertools import groupby

from calculator.reference.periods import Figure
from calculator.words.claim import WHOLE, Unit
from calculator.words.explained import Explained, Finding, Step
from calculator.words.money import cents, dollars
from calculator.words.sentences import counted, listed

MANUAL = ("pub-100-04-ch05-10-7", "usc-42-1395w-4-b-7")
PLACED = "settled-mppr-assistant"
RANKING = ("uhc-mppr-policy", "settled-mppr-order")


def reduce(
    units: tuple[Unit, ...],
    kept_share: Figure,
    outside: tuple[str, ...] = (),
    divided: frozenset[str] = frozenset(),
) -> Explained[tuple[Decimal, ...]]:
    """Price all units of one patient, date and billing provider, PT, OT and SLP together.

    `units` stand in the order of the claim lines, and so do the amounts returned, in dollars.
    `outside` names the day's codes that the reduction does not touch, `divided` those with units
    of a therapist and, behind them, of an assistant.
    """
    left_alone = (_left_alone(tuple(dict.fromkeys(outside))),) if outside else ()
    if not units:
        return Explained((), left_alone)
    # The highest practice expense is paid in full; between equals, the higher amount, the first.
    ranks = [(unit.practice_expense, unit.amount(WHOLE)) for unit in units]
    top = ranks.index(max(ranks))
    amounts = tuple(
        unit.amount(WHOLE if place == top else kept_share.value) for place, unit in enumerate(units)
    )
    placed = (_placed(units[top]),) if units[top].code in divided else ()
    steps = (_top(units, top), *placed, *_reduced(units, top, kept_share), *left_alone)
    return Explained(amounts, steps)


def held_by_denied(
    denied: tuple[str, ...], apart: tuple[tuple[str, Decimal, Decimal], ...]
) -> tuple[Finding, ...]:
    """Tell of lines that come to more where the denied codes leave MPPR to them.

    `apart` has each such code with its amount as shown and its amount without them, in dollars.
    """
    if not apart:
        return ()
    alone = ", ".join(
        f"{code} would come to {dollars(own)} and not {dollars(shown)}"
        for code, shown, own in apart
    )
    says = (
        f"A denial stands against {listed(denied)}, which MPPR counts all the same. Whether a"
        " denied line holds the full unit is not settled by what is held here; without it,"
        f" {alone}."
    )
    return (Finding("mppr", says, MANUAL),)


def _left_alone(outside: tuple[str, ...]) -> Step:
    says = f"Outside MPPR, never reduced: {listed(outside)} (multiple-procedure indicator not 5)."
    return Step("mppr", says, MANUAL)


def _placed(kept: Unit) -> Step:
    says = (
        f"Units of {kept.code} stand with and without an assistant's modifier: the one paid in"
        " full is put on the line without it. No CMS text decides this."
    )
    return Step("mppr", says, (PLACED,))


def _top(units: tuple[Unit, ...], top: int) -> Step:
    kept = units[top]
    amount = kept.amount(WHOLE)
    if len(units) == 1:
        says = f"{kept.code} is the only unit under MPPR: nothing is reduced."
        return Step("mppr", says, MANUAL, dollars(amount))
    equal = {unit.code: unit for unit in units if unit.practice_expense == kept.practice_expense}
    expense = dollars(cents(kept.practice_expense))
    if len(equal) == 1:
        says = (
            f"{kept.code} has the highest practice expense ({expense}): one unit is paid in full."
        )
    else:
        first = [unit for unit in equal.values() if unit.amount(WHOLE) == amount]
        reason = (
            "it stands first"
            if len(first) > 1
            else f"a unit of it is the dearest, {dollars(amount)}"
        )
        says = (
            f"{listed(equal)} share the highest practice expense ({expense}): one unit of"
            f" {kept.code} is paid in full, because {reason}."
        )
    return Step("mppr", says, (*MANUAL, *RANKING), dollars(amount))


def _reduced(units: tuple[Unit, ...], top: int, kept_share: Figure) -> list[Step]:
    steps = []
    for unit, same in groupby(units[:top] + units[top + 1 :]):
        count = len(tuple(same))
        amount = dollars(unit.amount(kept_share.value))
        says = (
            f"{unit.code}: {counted(count, 'further unit' if unit == units[top] else 'unit')} at"
            f" {unit.work:.4f} work + {kept_share.value:.0%} of {unit.practice_expense:.4f}"
            f" practice expense + {unit.malpractice:.4f} malpractice."
        )
        gives = amount if count == 1 else f"{count} × {amount}"
        steps.append(Step("mppr", says, tuple(dict.fromkeys((*MANUAL, *kept_share.cites))), gives))
    return steps
