"""What a price is made of: work, practice and malpractice on one dollar scale."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.words.claim import WHOLE, Unit
from calculator.words.money import cents, dollars
from scripts.pages import prices
from scripts.pages.facts import Facts, Year
from scripts.pages.template import render

ROOM_FOR_A_WORD = 14  # percent of the longest bar
ROOM_FOR_BOTH = 34  # with its dollars


@dataclass(frozen=True, slots=True)
class Bar:
    """One price: its name, how it was worked out, its three parts and their sum in dollars."""

    name: str
    note: str
    work: Decimal
    practice_expense: Decimal
    malpractice: Decimal
    amount: Decimal


def section(facts: Facts, code: str) -> str:
    """Write the bars of a priced code: first unit, further unit under MPPR, last year's first."""
    bars = []
    for year in facts.years:
        unit = prices.unit(facts.reference, code, year.priced_on)
        if unit is None:
            continue
        bars.append(_bar(facts, year, unit, WHOLE))
        kept = prices.kept_share(facts.reference, code, year.priced_on)
        if year == facts.now and kept != WHOLE:
            bars.append(_bar(facts, year, unit, kept))
    longest = max(bar.amount for bar in bars)
    if not longest:
        return ""
    return render(
        "make_up.html",
        code=code,
        bars=[(bar, _segments(bar, longest)) for bar in bars],
        periods=list(reversed(facts.library.codes[code].periods)),
    )


def _bar(facts: Facts, year: Year, unit: Unit, share: Decimal) -> Bar:
    row = facts.reference.codes[unit.code].valuations.on(year.priced_on).value
    factor = facts.reference.figure(prices.FACTOR, year.priced_on).value
    total = row.work + share * row.practice_expense + row.malpractice
    first = share == WHOLE
    return Bar(
        name=f"First unit, {year.name}" if first else f"Each further unit, {year.name} (MPPR)",
        note=f"{total.normalize():f} RVU × {factor}",
        work=cents(unit.work),
        practice_expense=cents(share * unit.practice_expense),
        malpractice=cents(unit.malpractice),
        amount=unit.amount(share),
    )


def _segments(bar: Bar, longest: Decimal) -> list[tuple[str, str, float, float]]:
    """Lay a bar's parts end to end: class, word, start and width in percent of the longest bar."""
    parts = (
        ("work", "work", bar.work),
        ("practice", "practice", bar.practice_expense),
        ("malpractice", "", bar.malpractice),
    )
    start, laid = Decimal(0), []
    for name, word, part in parts:
        width = part / longest * 100
        shown = word if width > ROOM_FOR_A_WORD else ""
        if width > ROOM_FOR_BOTH:
            shown = f"{word} · {dollars(part)}"
        laid.append((name, shown, round(float(start), 2), round(float(width), 2)))
        start += width
    return laid
