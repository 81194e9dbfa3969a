"""Untimed codes: one unit, whatever the minutes, outside the timed total."""

from calculator.reference.codes import Code
from calculator.words.explained import Explained, Finding, Step
from calculator.words.sentences import counted
from calculator.words.vocabulary import Timing

LISTED_ONCE = "settled-listed-once"


def count(code: Code, minutes: int) -> Explained[int]:
    """Count a code that has no 15-minute base: always one unit."""
    outside = f"; outside the timed total: {counted(minutes, 'minute')}" if minutes else ""
    if code.timing is Timing.UNTIMED:
        says = f"{code.code} is untimed: one unit{outside}."
        return Explained(1, (Step("untimed", says, code.timing_sources, "1 unit"),))
    says = (
        f"{code.code} is not counted by 15 minutes here: one unit, whatever the minutes{outside}."
    )
    cites = (*code.timing_sources, LISTED_ONCE)
    return Explained(1, (Step("untimed", says, cites, "1 unit"),), (_not_worked_out(code, cites),))


def _not_worked_out(code: Code, cites: tuple[str, ...]) -> Finding:
    base = (
        f"The time base of {code.code} is {code.base}"
        if code.timing is Timing.OTHER
        else f"No time base of {code.code} is held here"
    )
    return Finding("untimed", f"{base}: units by it are not worked out, one unit is shown.", cites)
