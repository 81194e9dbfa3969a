"""Prices on the date and in the locality of one visit."""

from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from calculator.reference.bundle import Reference
from calculator.reference.codes import Code, Valuation
from calculator.reference.localities import ALL_ONE, NATIONAL, Indices
from calculator.reference.periods import Figure, Period
from calculator.rules import fees, mppr
from calculator.words.claim import WHOLE, Unit
from calculator.words.explained import Explained, Finding
from calculator.words.visit import Visit
from calculator.words.vocabulary import Discipline


class Units(NamedTuple):
    """What one claim line bills: units of a code under a plan, the assistant's or not."""

    code: Code
    units: int
    discipline: Discipline
    assistant: bool


Billed = tuple[Units, ...]  # in line order


class Tariff:
    """What a unit of each code and a whole claim bring."""

    def __init__(self, visit: Visit, reference: Reference) -> None:
        """Look up what all prices of the visit share."""
        self._day = visit.day
        self._indices = _indices(visit, reference)
        self.factor = _factor(visit, reference)
        self._kept_share = reference.figure("mppr-kept-share", visit.day)
        self._prices: dict[str, Explained[Unit | None]] = {}

    def _row(self, code: Code) -> Period[Valuation]:
        return code.valuations.on(self._day)

    def price(self, code: Code) -> Explained[Unit | None]:
        """Price one unit, once a code; `None` where there is no national amount."""
        if code.code not in self._prices:
            self._prices[code.code] = self._price(code)
        return self._prices[code.code]

    def _price(self, code: Code) -> Explained[Unit | None]:
        row = self._row(code)
        if not row.value.priced:
            return Explained(None, ())
        releases = (*row.sources, *self._indices.sources)
        return fees.price(code.code, row.value, self._indices.value, self.factor.value, releases)

    def amounts(self, billed: Billed) -> Explained[tuple[tuple[Decimal | None, ...], ...]]:
        """Price each unit of each line, with the MPPR of exactly these units."""
        priced = [
            (each, self.price(each.code).value, self._row(each.code).value.therapy_mppr)
            for each in billed
        ]
        reduced = mppr.reduce(
            tuple(
                unit for each, unit, under in priced if unit and under for _ in range(each.units)
            ),
            self._kept_share,
            outside=tuple(each.code.code for each, unit, under in priced if unit and not under),
            divided=_divided(billed),
        )
        left_to_place = iter(reduced.value)
        amounts = tuple(
            tuple(islice(left_to_place, each.units))
            if unit and under
            else (unit.amount(WHOLE) if unit else None,) * each.units
            for each, unit, under in priced
        )
        return Explained(amounts, reduced.steps)


def _divided(billed: Billed) -> frozenset[str]:
    """Name the codes that stand on a line with the assistant's modifier and on one without."""
    with_it = {(each.discipline, each.code.code) for each in billed if each.assistant}
    without = {(each.discipline, each.code.code) for each in billed if not each.assistant}
    return frozenset(code for _, code in with_it & without)


def _indices(visit: Visit, reference: Reference) -> Period[Indices]:
    if visit.locality == NATIONAL:
        factor = reference.figures["conversion-factor"].on(visit.day)
        return Period(factor.start, factor.end, ALL_ONE, "", factor.standing, ())
    return reference.localities[visit.locality].indices.on(visit.day)


def factor_key(visit: Visit, reference: Reference) -> str:
    """Name the conversion factor of a visit: that of qualifying APMs where the year has one."""
    own = "conversion-factor-qp"
    held = visit.qualifying_apm and reference.figures[own].held(visit.day)
    return own if held else "conversion-factor"


def _factor(visit: Visit, reference: Reference) -> Explained[Figure]:
    key = factor_key(visit, reference)
    factor = reference.figure(key, visit.day)
    if not visit.qualifying_apm or key != "conversion-factor":
        return Explained(factor, ())
    says = (
        f"On {visit.day} one conversion factor serves everybody: a qualifying APM changes nothing."
    )
    return Explained(factor, (), (Finding("fees", says, factor.cites),))
