"""What changed for a code between two years: its row of the fee schedule, and its price."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from calculator.reference.bundle import Reference
from calculator.reference.localities import ALL_ONE, Indices
from calculator.rules import fees
from calculator.words.claim import WHOLE
from scripts.content.joined import Code, CodePeriod
from scripts.content.library import holding
from scripts.pages import prices
from scripts.pages.facts import Facts, Year
from scripts.pages.template import change, money, render

RVUS = (
    ("Work RVUs", "work"),
    ("Practice expense RVUs", "practice_expense"),
    ("Malpractice RVUs", "malpractice"),
    ("RVUs in all", "nonfacility_total"),
)


@dataclass(frozen=True, slots=True)
class Move:
    """A price of two years, and what moved it: the conversion factor first, the RVUs after it."""

    before: Decimal
    by_factor: Decimal
    by_rvus: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        """The newer price less the older."""
        return self.now - self.before

    @property
    def share(self) -> Decimal | None:
        """The difference as a share of the older price; None where that was nothing."""
        return self.difference / self.before if self.before else None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in both years, and the difference; `strong` where it is the sum of others."""

    name: str
    before: str
    now: str
    difference: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Figures, and the day and place that they are asked for."""

    reference: Reference
    day: date
    indices: Indices = ALL_ONE

    def amount(self, code: str) -> Decimal | None:
        """Price a unit outside a qualifying APM; None where there is no price."""
        if code not in self.reference.codes:
            return None
        return prices.amount(self.reference, code, self.day, self.indices)


def move(facts: Facts, code: str) -> Move | None:
    """Price a unit in both years; None where a year has no price."""
    old, new = (Told(facts.reference, year.priced_on) for year in _old_first(facts))
    return between(code, old, new)


def between(code: str, old: Told, new: Told) -> Move | None:
    """Price a unit both ways; None where one has no price.

    The step between is the older RVUs and indices at the newer factor, so that both parts add up to
    the cent.
    """
    before, now = old.amount(code), new.amount(code)
    if before is None or now is None:
        return None
    row = old.reference.codes[code].valuations.on(old.day).value
    factor = new.reference.figure(prices.FACTOR, new.day)
    step = fees.price(code, row, old.indices, factor, ()).value.amount(WHOLE)
    return Move(before, step - before, now - step, now)


def section(facts: Facts, code: Code) -> str:
    """Write the table of both years; empty where no release holds the code."""
    new, old = (holding(code.periods, year.priced_on) for year in facts.years[:2])
    if new is None and old is None:
        return ""
    moved = move(facts, code.code)
    return render(
        "changes.html",
        code=code,
        new=new,
        old=old,
        years=facts.years[:2],
        rows=[] if new is None or old is None else list(_rows(facts, code, old, new, moved)),
        moved=moved,
        factors=[facts.reference.figure(prices.FACTOR, year.priced_on) for year in facts.years[:2]],
    )


def _rows(
    facts: Facts, code: Code, old: CodePeriod, new: CodePeriod, moved: Move | None
) -> Iterator[Row]:
    yield _words("Status", old.status, new.status)
    for name, field in RVUS:
        before, now = getattr(old, field), getattr(new, field)
        strong = field == "nonfacility_total"
        yield Row(name, str(before), str(now), change(now - before), strong=strong)
    yield _words("Multiple procedures", old.multiple_procedure, new.multiple_procedure)
    if moved is None:
        return
    before, now = (
        facts.reference.figure(prices.FACTOR, year.priced_on).value for year in _old_first(facts)
    )
    gap = now - before
    sign = "+" if gap >= 0 else "−"
    yield Row("Conversion factor", str(before), str(now), f"{sign}{abs(gap)}")
    yield _dollars("One unit, $", moved.before, moved.now, strong=True)
    further = [
        prices.further(facts.reference, code.code, year.priced_on) for year in _old_first(facts)
    ]
    if further[0] is not None and further[1] is not None and further[1] != moved.now:
        yield _dollars("Each further unit (MPPR), $", further[0], further[1])


def _old_first(facts: Facts) -> tuple[Year, Year]:
    return facts.years[1], facts.years[0]


def _words(name: str, before: str, now: str) -> Row:
    return Row(name, before, now, "same" if before == now else "changed")


def _dollars(name: str, before: Decimal, now: Decimal, *, strong: bool = False) -> Row:
    return Row(name, money(before), money(now), change(now - before), strong=strong)
