"""Codes that people confuse, each side by side with the one that all are held against."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scripts.content.joined import Code
from scripts.content.model.edits import Comparison
from scripts.pages import prices
from scripts.pages.edit_cells import Cell, cells
from scripts.pages.facts import Facts
from scripts.pages.template import render


@dataclass(frozen=True, slots=True)
class Side:
    """One code: what it is for, its time base, its prices, what its note has to show."""

    code: Code
    words: Comparison
    first: Decimal | None
    further: Decimal | None


@dataclass(frozen=True, slots=True)
class Both:
    """The two codes, and what joins them in each setting."""

    one: Side
    other: Side
    cells: tuple[Cell, ...]


def section(facts: Facts, root: str, day: date) -> str:
    """Write every comparison, in the order that the content gives."""
    ordered = sorted(facts.library.comparisons.values(), key=lambda each: each.order)
    base, *others = (_side(facts, each) for each in ordered)
    pairs = [
        Both(base, other, cells(facts.edits, base.code.code, other.code.code, day))
        for other in others
    ]
    newest = base.code.periods[-1]
    return render("confused.html", pairs=pairs, newest=newest, now=facts.now, root=root)


def _side(facts: Facts, words: Comparison) -> Side:
    day = facts.now.priced_on
    first = prices.amount(facts.reference, words.code, day)
    further = prices.further(facts.reference, words.code, day) if first is not None else None
    return Side(facts.library.codes[words.code], words, first, further)
