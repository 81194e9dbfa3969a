"""What each unit is worth: every unit is tried as the one paid whole."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.oracle.figures import Figures, Place, Row

ALWAYS_THERAPY = "5"  # the multiple-procedure indicator of codes that MPPR reduces
CENT = 2 * 10**7  # hundredths x thousandths x ten-thousandths of a dollar, and halves of them


class Schedule(NamedTuple):
    """The figures a visit is priced by."""

    figures: Figures
    place: Place
    factor: int

    def priced(self, code: str) -> bool:
        """Say whether there is a national amount: not for status C, nor for R with no RVU."""
        row = self.figures.rows[code]
        return not (row.status == "C" or (row.status == "R" and row.total == 0))

    def reduced(self, code: str) -> bool:
        """Say whether MPPR reduces further units of this code."""
        return self.priced(code) and self.figures.rows[code].multiple_procedure == ALWAYS_THERAPY

    def exact(self, code: str, halves: int) -> int:
        """Price a unit with so many halves of its practice expense, in parts of a cent."""
        row: Row = self.figures.rows[code]
        work = 2 * row.work * self.place.work
        expense = halves * row.practice_expense * self.place.practice_expense
        malpractice = 2 * row.malpractice * self.place.malpractice
        return (work + expense + malpractice) * self.factor


def cents(exact: int) -> int:
    """Round parts of a cent once, a half upwards."""
    return (exact + CENT // 2) // CENT


def amounts(codes: Sequence[str], schedule: Schedule) -> list[int | None]:
    """Price the units of a day, given in the order of the lines, in cents."""
    halves = [1 if schedule.reduced(code) else 2 for code in codes]
    tries = [place for place, half in enumerate(halves) if half == 1]
    if tries:
        # One more half makes the most of the dearest practice expense; then the higher amount.
        best = max(tries, key=lambda place: (_gain(codes[place], schedule), -place))
        halves[best] = 2
    return [
        cents(schedule.exact(code, half)) if schedule.priced(code) else None
        for code, half in zip(codes, halves, strict=True)
    ]


def _gain(code: str, schedule: Schedule) -> tuple[int, int]:
    """Say what the day gains where this unit is whole, and what the unit is then worth."""
    whole = schedule.exact(code, 2)
    return whole - schedule.exact(code, 1), cents(whole)
