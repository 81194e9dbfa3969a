"""What one unit costs, worked out by the calculator's own rules."""

from datetime import date
from decimal import Decimal

from calculator.reference.bundle import Reference
from calculator.reference.localities import ALL_ONE, Indices
from calculator.rules import fees, mppr
from calculator.words.claim import WHOLE, Unit

FACTOR = "conversion-factor"
FACTOR_QP = "conversion-factor-qp"


def unit(
    reference: Reference,
    code: str,
    day: date,
    indices: Indices = ALL_ONE,
    factor: str = FACTOR,
) -> Unit | None:
    """Price a unit of a code on a day; None without a price: no row, bundled, set by the MAC."""
    valuations = reference.codes[code].valuations
    if not valuations.held(day) or not reference.figures[factor].held(day):
        return None
    row = valuations.on(day).value
    if row.never_paid or not row.priced:
        return None
    return fees.price(code, row, indices, reference.figure(factor, day), ()).value


def amount(
    reference: Reference,
    code: str,
    day: date,
    indices: Indices = ALL_ONE,
    factor: str = FACTOR,
) -> Decimal | None:
    """Price a unit in dollars, to the cent."""
    priced = unit(reference, code, day, indices, factor)
    return priced.amount(WHOLE) if priced else None


def kept_share(reference: Reference, code: str, day: date) -> Decimal:
    """Tell which share of its practice expense a further unit keeps: all of it outside the MPPR."""
    under_mppr = reference.codes[code].valuations.on(day).value.therapy_mppr
    return reference.figure("mppr-kept-share", day).value if under_mppr else WHOLE


def further(
    reference: Reference,
    code: str,
    day: date,
    indices: Indices = ALL_ONE,
    factor: str = FACTOR,
) -> Decimal | None:
    """Price a unit after the one paid in full, in dollars; None where there is no price."""
    priced = unit(reference, code, day, indices, factor)
    if priced is None:
        return None
    if kept_share(reference, code, day) == WHOLE:
        return priced.amount(WHOLE)
    return mppr.reduce((priced, priced), reference.figure("mppr-kept-share", day)).value[-1]
