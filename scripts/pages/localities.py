"""A code's price in every locality: the table, and its picture."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from calculator.reference.localities import Indices
from scripts.content.joined import Locality
from scripts.pages import prices, scale, swarm
from scripts.pages.facts import Facts, Year
from scripts.pages.template import render

ROOT = "../../"
RADIUS = 3.0  # of a dot, in pixels; the style sheet draws it twice as wide
HEAD, FOOT = 22, 22  # pixels above the highest dot and below the axis
SIZES = (("large", 820, 10), ("small", 320, 6))  # class, width it is laid out for, most ticks


@dataclass(frozen=True, slots=True)
class Row:
    """A locality and its prices, the newest year first; None where a year holds none."""

    locality: Locality
    amounts: tuple[Decimal | None, ...]

    @property
    def change(self) -> Decimal | None:
        """The newest price less the one before."""
        new, *old = self.amounts
        return new - old[0] if new is not None and old and old[0] is not None else None


def rows(facts: Facts, code: str) -> list[Row]:
    """Price a code in every locality and year, by state and name."""
    found = sorted(facts.library.localities.values(), key=lambda each: (each.state, each.name))
    years = facts.years
    return [Row(each, tuple(_amount(facts, code, each, year) for year in years)) for each in found]


def _amount(facts: Facts, code: str, locality: Locality, year: Year) -> Decimal | None:
    held = facts.reference.localities[locality.key].indices
    if not held.held(year.priced_on):
        return None
    indices: Indices = held.on(year.priced_on).value
    return prices.amount(facts.reference, code, year.priced_on, indices)


def section(facts: Facts, code: str) -> str:
    """Write the picture and the table; empty where the code has no price."""
    national = [prices.amount(facts.reference, code, year.priced_on) for year in facts.years]
    if national[0] is None:
        return ""
    priced = rows(facts, code)
    strips = [
        _strip(year, [(row.locality, row.amounts[place]) for row in priced], national[place])
        for place, year in enumerate(facts.years)
        if national[place] is not None
    ]
    newest = [row.amounts[0] for row in priced if row.amounts[0] is not None]
    return render(
        "localities.html",
        code=code,
        root=ROOT,
        years=facts.years,
        rows=priced,
        strips=strips,
        svgs=[(name, _drawn(strips, width, ticks)) for name, width, ticks in SIZES],
        middle=median(newest),
        above=sum(amount > national[0] for amount in newest),
        count=len(newest),
        periods=list(reversed(next(iter(facts.library.localities.values())).periods)),
    )


@dataclass(frozen=True, slots=True)
class Strip:
    """One year's prices: each locality's, the national one, and who pays least and most."""

    year: Year
    amounts: tuple[Decimal, ...]
    national: Decimal
    lowest: tuple[Locality, Decimal]
    highest: tuple[Locality, Decimal]


def _strip(
    year: Year, priced: list[tuple[Locality, Decimal | None]], national: Decimal | None
) -> Strip:
    held = [(locality, amount) for locality, amount in priced if amount is not None]
    if not held or national is None:
        raise ValueError(f"no prices are held for {year.name}")
    by_amount: Callable[[tuple[Locality, Decimal]], Decimal] = lambda each: each[1]  # noqa: E731
    return Strip(
        year,
        tuple(amount for _, amount in held),
        national,
        min(held, key=by_amount),
        max(held, key=by_amount),
    )


def _drawn(strips: list[Strip], width: int, most_ticks: int) -> list[dict[str, object]]:
    """Lay the strips out on one scale: along it in percent, across it in pixels."""
    amounts = [amount for strip in strips for amount in (*strip.amounts, strip.national)]
    dollars = scale.fit(amounts, most_ticks)
    drawn = []
    for strip in strips:
        along = [dollars.percent(amount) for amount in strip.amounts]
        up = swarm.heights([each / 100 * width for each in along], 2 * RADIUS + 0.6)
        axis = HEAD + max(up) + 2 * RADIUS
        ends = (strip.lowest[1], strip.highest[1])
        dots = [(x, axis - RADIUS - y) for x, y in zip(along, up, strict=True)]
        drawn.append(
            {
                "year": strip.year.name,
                "dots": _points(dots),
                "ends": _points(
                    [dot for dot, amount in zip(dots, strip.amounts, strict=True) if amount in ends]
                ),
                "axis": round(axis, 1),
                "height": round(axis + FOOT, 1),
                "national": (dollars.percent(strip.national), strip.national),
                "ticks": [(dollars.percent(Decimal(tick)), tick) for tick in dollars.ticks],
            }
        )
    return drawn


def _points(dots: list[tuple[float, float]]) -> str:
    """Write dots as one path of strokes without length: drawn with round ends, each is a disc."""
    return "".join(f"M{x:.2f} {y:.1f}h0" for x, y in dots)
