"""Prices on the date and in the locality of one visit."""

from itertools import islice

from calculator.reference.bundle import Reference
from calculator.reference.codes import Code, Valuation
from calculator.reference.localities import ALL_ONE, NATIONAL, Indices
from calculator.reference.periods import Figure, Period
from calculator.rules import fees, mppr
from calculator.words.claim import WHOLE, Line, Unit
from calculator.words.explained import Explained, Finding
from calculator.words.visit import Visit

Billed = tuple[tuple[Code, int], ...]  # codes with their units, in line order


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

    def claim(self, billed: Billed, carried: tuple[str, ...]) -> Explained[tuple[Line, ...]]:
        """Make the lines of an allocation, with the MPPR of exactly these units."""
        priced = [
            (code.code, count, self.price(code).value, self._row(code).value.therapy_mppr)
            for code, count in billed
        ]
        reduced = mppr.reduce(
            tuple(unit for _, count, unit, under in priced if unit and under for _ in range(count)),
            self._kept_share,
            outside=tuple(code for code, _, unit, under in priced if unit and not under),
        )
        left_to_place = iter(reduced.value)
        lines = []
        for code, count, unit, under in priced:
            full = unit.amount(WHOLE) if unit else None
            own = tuple(islice(left_to_place, count)) if unit and under else (full,) * count
            lines.append(Line(code, count, carried, full, own))
        return Explained(tuple(lines), reduced.steps)


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
