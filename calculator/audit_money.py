"""What billed lines and the allowed claim come to, and what their modifiers change of it."""

from decimal import Decimal
from typing import NamedTuple

from calculator import settlement
from calculator.reference.bundle import Reference
from calculator.rules.carried import Carried
from calculator.tariff import Tariff, Units
from calculator.words.billed import Audited, BilledLine
from calculator.words.claim import Line, together, total
from calculator.words.money import NOTHING
from calculator.words.remittance import NO_KX, AdjustmentCode
from calculator.words.visit import Visit


class Worth(NamedTuple):
    """Dollars at the fee schedule after MPPR, and what assistants' modifiers take off them.

    `billed` is None where a line has no national amount or no row on that day, `supported`
    likewise; the two reductions are None with either. `without_kx` is what the billed lines come to
    that lack a KX which is due, and `no_kx` the code of their denial.
    """

    billed: Decimal | None
    supported: Decimal | None
    billed_reduction: Decimal | None
    supported_reduction: Decimal | None
    without_kx: Decimal
    no_kx: AdjustmentCode


def weigh(
    visit: Visit,
    lines: tuple[Line, ...] | None,
    nearest: tuple[Line, ...],
    carried: tuple[Carried, ...],
    reference: Reference,
) -> Worth:
    """Weigh billed lines, as `price` has them, against the nearest allowed claim."""
    billed = None if lines is None else total(tuple(line.amount for line in lines))
    supported = total(tuple(line.amount for line in nearest))
    reductions: tuple[Decimal | None, Decimal | None] = (None, None)
    if lines is not None and billed is not None and supported is not None:
        reductions = (_reduction(visit, lines, reference), _reduction(visit, nearest, reference))
    lacking = (
        line.amount or NOTHING
        for line, each in zip(lines or (), carried, strict=False)
        if "KX" in each.missing
    )
    return Worth(
        billed, supported, *reductions, sum(lacking, NOTHING), reference.adjustments[NO_KX]
    )


def price(
    visit: Visit, billed: tuple[BilledLine, ...], audited: Audited, reference: Reference
) -> tuple[Line, ...] | None:
    """Price the billed lines; None where one has no row on that day.

    What is never paid comes to nothing, whatever RVUs its row has.
    """
    plans = {place: each.plan for each in audited.compared for place in each.places}
    units = [
        Units(
            reference.codes[line.code],
            line.units,
            plans[place],
            plans[place].assistants_modifier in line.modifiers,
        )
        for place, line in enumerate(billed)
    ]
    if not all(each.code.valuations.held(visit.day) for each in units):
        return None
    places = [
        place
        for place, each in enumerate(units)
        if not each.code.valuations.on(visit.day).value.never_paid
    ]
    amounts = Tariff(visit, reference).amounts(tuple(units[place] for place in places)).value
    priced = dict(zip(places, amounts, strict=True))
    return tuple(
        Line(
            code=each.code.code,
            units=each.units,
            discipline=each.discipline,
            assistant=each.assistant,
            modifiers=line.modifiers,
            full_unit=None,
            unit_amounts=priced.get(place, ()),
        )
        for place, (each, line) in enumerate(zip(units, billed, strict=True))
    )


def _reduction(visit: Visit, lines: tuple[Line, ...], reference: Reference) -> Decimal:
    amounts = tuple(line.amount or NOTHING for line in lines)
    return together(settlement.share(visit, lines, amounts, reference).value).assistant_reduction
