"""Which prices moved: national with the reason, and in each locality the one that moved furthest.

Prices are compared on the first day of every release or factor that is new or differs: what was
told for that day before, or for the last day that could be priced, and what is told for it now.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from calculator.reference.localities import Indices
from calculator.words.money import NOTHING
from scripts.content.model.updates import PlaceMoved, PriceMoved, PricesMoved
from scripts.impact import tables
from scripts.impact.state import State
from scripts.pages import prices
from scripts.pages.changes import Told, between

PRICED = ("rvu/", "gpci/")


def moved(before: State, after: State) -> Iterator[PricesMoved]:
    """Yield the prices that moved on each day on which any did."""
    for day in days(before, after):
        asked = _asked(before, after, day)
        if asked is None:
            continue
        old, new = asked
        codes = [code for code in after.facts.reference.codes if _differs(code, *asked)]
        found = PricesMoved(
            before=old.day,
            now=new.day,
            national=tuple(_national(codes, old, new)),
            localities=tuple(_localities(before, after, old.day, new.day)),
        )
        if found.national or found.localities:
            yield found


def unpriced(before: State, after: State) -> list[date]:
    """List the days that have new RVUs or indices and no conversion factor."""
    factor = after.facts.reference.figures[prices.FACTOR]
    return [day for day in days(before, after) if not factor.held(day)]


def days(before: State, after: State) -> list[date]:
    """List the first days of releases and factors that are new or differ."""
    tabled = {
        new.release.start
        for _, new in tables.pairs(before.content, after.content)
        if new.path.startswith(PRICED)
    }
    old, new = (state.facts.library.figures[prices.FACTOR].periods for state in (before, after))
    told = {(each.start, each.value) for each in old}
    return sorted(tabled | {each.start for each in new if (each.start, each.value) not in told})


def _asked(before: State, after: State, day: date) -> tuple[Told, Told] | None:
    """Say which days to compare; None where one of both has no prices."""
    old, new = before.facts.reference, after.facts.reference
    first, last = before.facts.library.days
    if day < first or not new.figures[prices.FACTOR].held(day):
        return None
    return Told(old, min(day, last)), Told(new, day)


def _national(codes: Iterable[str], old: Told, new: Told) -> Iterator[PriceMoved]:
    for code in codes:
        before, now = old.amount(code), new.amount(code)
        if before == now:
            continue
        move = between(code, old, new)
        yield PriceMoved(
            code=code,
            before=_dollars(before),
            now=_dollars(now),
            by_factor=_dollars(move.by_factor) if move else None,
            by_rvus=_dollars(move.by_rvus) if move else None,
        )


def _localities(before: State, after: State, was: date, day: date) -> Iterator[PlaceMoved]:
    for place in after.facts.library.localities:
        old, new = _indices(before, place, was), _indices(after, place, day)
        if old is None or new is None:
            continue
        one = Told(before.facts.reference, was, old)
        other = Told(after.facts.reference, day, new)
        here = {
            code: (one.amount(code), other.amount(code))
            for code in after.facts.reference.codes
            if _differs(code, one, other)
        }
        gone = {code: both for code, both in here.items() if both[0] != both[1]}
        if gone:
            furthest = max(gone, key=lambda code: _distance(gone[code]))
            told, now = gone[furthest]
            yield PlaceMoved(
                locality=place,
                prices=len(gone),
                code=furthest,
                before=_dollars(told),
                now=_dollars(now),
            )


def _differs(code: str, old: Told, new: Told) -> bool:
    """Tell whether anything differs that the code's price is made of."""
    return _made_of(code, old) != _made_of(code, new)


def _made_of(code: str, told: Told) -> tuple[object, ...] | None:
    held = told.reference.codes.get(code)
    if held is None or not held.valuations.held(told.day):
        return None
    factor = told.reference.figures[prices.FACTOR].on(told.day).value
    return held.valuations.on(told.day).value, told.indices, factor


def _indices(state: State, place: str, day: date) -> Indices | None:
    locality = state.facts.reference.localities.get(place)
    if locality is None or not locality.indices.held(day):
        return None
    return locality.indices.on(day).value


def _distance(both: tuple[Decimal | None, Decimal | None]) -> Decimal:
    return abs((both[1] or NOTHING) - (both[0] or NOTHING))


def _dollars(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"
