"""What the calculator makes of the content: the figures that pages may show besides its own."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from calculator import door
from calculator.words.claim import WHOLE, Unit
from calculator.words.money import cents
from scripts.pages import changes, localities, prices, units
from scripts.pages.facts import Facts

FACTORS = (prices.FACTOR, prices.FACTOR_QP)


def answer(visit: str, facts: Facts) -> str:
    """Answer a visit, reasons and all, as the door writes it."""
    return door.evaluate(visit, facts.reference, "")


def everywhere(facts: Facts) -> dict[Decimal, str]:
    """List the national figures of every code, which any page may show."""
    found = {
        figure: f"content/rvu/ of {code}"
        for code in facts.reference.codes
        for figure in _national(facts, code)
    }
    for factor in FACTORS:
        values = [period.value for period in facts.library.figures[factor].periods]
        changes_of_it = (abs(new - old) for old, new in pairwise(values))
        found |= dict.fromkeys(changes_of_it, f"content/figures/{factor}.yaml")
    return found


def on_page(facts: Facts, name: str) -> dict[Decimal, str]:
    """List the figures of a code's own page: in every locality, and for several units."""
    folder, _, rest = name.partition("/")
    code = rest.partition("/")[0].upper()
    if folder != "codes" or code not in facts.reference.codes:
        return {}
    rows = localities.rows(facts, code)
    found = {amount for row in rows for amount in (*row.amounts, row.change) if amount is not None}
    several = units.amounts(facts, facts.library.codes[code])
    return {
        **{abs(figure): "content/gpci/" for figure in found},
        **dict.fromkeys(map(Decimal, several), f"content/rvu/ of {code}"),
    }


def _national(facts: Facts, code: str) -> Iterator[Decimal]:
    for year in facts.years:
        for factor in FACTORS:
            if facts.reference.figures[factor].held(year.priced_on):
                unit = prices.unit(facts.reference, code, year.priced_on, factor=factor)
                if unit is not None:
                    kept = prices.kept_share(facts.reference, code, year.priced_on)
                    yield from _parts(unit, kept)
    moved = changes.move(facts, code)
    if moved:
        yield from map(abs, (moved.by_factor, moved.by_rvus, moved.difference))
        yield abs(round((moved.share or Decimal(0)) * 100, 1))  # percent, as tables write it
    yield from _rvus(facts, code)


def _parts(unit: Unit, kept: Decimal) -> Iterator[Decimal]:
    """Yield a unit's amount and parts in dollars, whole and with what the MPPR keeps."""
    yield from (unit.amount(WHOLE), unit.amount(kept))
    yield from map(cents, (unit.work, unit.practice_expense, kept * unit.practice_expense))
    yield cents(unit.malpractice)


def _rvus(facts: Facts, code: str) -> Iterator[Decimal]:
    """Yield sums and changes of a code's RVUs that no file has."""
    periods = facts.library.codes[code].periods
    for period in periods:
        kept = prices.kept_share(facts.reference, code, period.start)
        yield period.work + kept * period.practice_expense + period.malpractice
    for name in (name for _, name in changes.RVUS):
        values = [getattr(period, name) for period in periods]
        yield from (abs(new - old) for old, new in pairwise(values))
