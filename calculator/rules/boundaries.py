"""Boundaries: between which minutes a number of units lies, and how far away either end is.

A fact for whoever checks a record, told in the same words for both ends. It is no advice: minutes
are what was given, and nothing here says what another minute would bring.
"""

from calculator.words.explained import Explained, Step
from calculator.words.quarter_hours import boundaries, units_in
from calculator.words.sentences import counted

CHART = "pub-100-04-ch05-20-2"
MIDPOINT = "cpt-midpoint"


def measure(what: str, minutes: int, cite: str) -> Explained[tuple[int, int]]:
    """Return the fewest and the most minutes that earn as many units as these do.

    `what` is counted as one: a plan's pool, or a code alone; `cite` is the source of the count.
    """
    units = units_in(minutes)
    fewest, most = boundaries(units)
    parts = [f"{what}, {counted(minutes, 'minute')}: {_earned(units)} from {fewest} to {most}"]
    if units:
        parts.append(f"{_earned(units - 1)} up to {fewest - 1}, {_away(minutes - fewest + 1)}")
    parts.append(f"{_earned(units + 1)} from {most + 1}, {_away(most + 1 - minutes)}")
    step = Step("boundaries", f"{'; '.join(parts)}.", (cite,), f"{fewest}–{most} min")
    return Explained((fewest, most), (step,))


def _earned(units: int) -> str:
    return counted(units, "unit") if units else "no unit"


def _away(minutes: int) -> str:
    return f"{counted(minutes, 'minute')} away"
