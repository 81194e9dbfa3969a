"""The templates, and how figures and days are written in them."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculator.words.money import dollars
from calculator.words.sentences import capitalised

CELLS = re.compile(r"(</(?:t[dh]|dt)>)(<(?:t[dh]|dd)[ >])")
ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(name: str, **facts: object) -> str:
    """Fill a template; a fact that it names and does not get is an error."""
    # The search's index takes the cells of a row for one word where nothing stands between them.
    return CELLS.sub(r"\1 \2", ENVIRONMENT.get_template(name).render(**facts))


def money(amount: Decimal | None) -> str:
    """Write dollars as a table does: 1,234.50, and a dash where there is no amount."""
    return "—" if amount is None else f"{amount:,.2f}"


def change(amount: Decimal | None) -> str:
    """Write a difference in dollars with its sign, a true minus among them."""
    if amount is None:
        return "—"
    if not amount:
        return "0.00"
    return f"+{amount:,.2f}" if amount >= 0 else f"−{-amount:,.2f}"


def change_percent(percent: Decimal) -> str:
    """Write a change in percent with its sign and one decimal."""
    if not round(percent, 1):
        return "0.0"
    return f"+{percent:.1f}" if percent >= 0 else f"−{-percent:.1f}"


def in_words(day: date) -> str:
    """Write a day as a sentence does: Mar 2, 2026."""
    return f"{day:%b} {day.day}, {day.year}"


def standing(word: str) -> Markup:
    """Write how well something is supported: a mark and its word."""
    return Markup('<span class="standing {0}">{0}</span>').format(word)


def share(value: Decimal) -> str:
    """Write a share as a percentage: 0.20 is 20 %."""
    return f"{(value * 100).normalize():f} %"


def thousandths(value: Decimal) -> str:
    """Write a relative factor as its table does: 0.387, 0.320."""
    return f"{value:.3f}"


ENVIRONMENT.filters |= {
    "capitalised": capitalised,
    "dollars": dollars,
    "money": money,
    "change": change,
    "change_percent": change_percent,
    "in_words": in_words,
    "standing": standing,
    "share": share,
    "thousandths": thousandths,
}
