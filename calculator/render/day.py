"""The day's minutes as a drawing needs them: who gave which, what they earn, where units begin.

Every number is the answer's own; nothing is counted here a second time.
"""

from collections.abc import Iterator
from typing import NamedTuple

from calculator.words.allocation import Pool
from calculator.words.answer import Answer
from calculator.words.quarter_hours import QUARTER, boundaries
from calculator.words.visit import Minutes, Row, merged
from calculator.words.vocabulary import Discipline, Method

WHO = ("therapist", "together", "assistant")  # in this order along a bar


class Piece(NamedTuple):
    """Minutes from `start` to `end` of a bar that one of `WHO` gave, and what they are.

    `kind` is whole (a full 15 minutes), earning or tied (left over, with or without a choice about
    its unit), unearned (counted, and no unit of their own) or outside (an untimed service).
    """

    start: int
    end: int
    by: str
    kind: str

    @property
    def minutes(self) -> int:
        """How many they are."""
        return self.end - self.start


class Bar(NamedTuple):
    """One service of a plan: its name, its minutes, its units as shown and as also allowed.

    `also` is what an allowed allocation gives it besides; the same number where there is none.
    """

    name: str
    minutes: Minutes
    units: int
    also: int
    kind: str  # of what is left over
    pieces: tuple[Piece, ...]

    @property
    def by(self) -> tuple[str, ...]:
        """Who gave minutes of it."""
        return tuple(by for by in WHO if getattr(self.minutes, by))


class Plan(NamedTuple):
    """One plan of care: its timed services, and beside them those that count no minutes.

    `pooled` tells whether units come from all its timed minutes together.
    """

    plan: Discipline
    pooled: bool
    timed: tuple[Bar, ...]
    untimed: tuple[Bar, ...]

    @property
    def minutes(self) -> int:
        """All its timed minutes."""
        return sum(bar.minutes.total for bar in self.timed)

    @property
    def units(self) -> int:
        """What they earn."""
        return sum(bar.units for bar in self.timed)


def plans(answer: Answer) -> tuple[Plan, ...]:
    """Sort the day's services by plan of care, in the order entered."""
    rows = merged(answer.visit.services)
    pools = {pool.plan: pool for pool in answer.pools}
    pooled = answer.visit.method is Method.CMS
    found = (
        Plan(
            plan,
            pooled,
            tuple(_timed(pools[plan], rows)) if plan in pools else (),
            tuple(_untimed(plan, rows, answer, pools.get(plan))),
        )
        for plan in dict.fromkeys(plan for plan, _ in rows)
    )
    return tuple(each for each in found if each.timed or each.untimed)


def scale(shown: tuple[Plan, ...]) -> int:
    """Tell how many minutes the drawing is wide: a quarter hour past the next boundary."""
    ends = [QUARTER]
    for plan in shown:
        counted = [plan.minutes] if plan.pooled else [bar.minutes.total for bar in plan.timed]
        units = [plan.units] if plan.pooled else [bar.units for bar in plan.timed]
        ends += [
            max(boundaries(earned)[1] + 1, minutes)
            for earned, minutes in zip(units, counted, strict=True)
        ]
        ends += [bar.minutes.total for bar in plan.untimed]
    return -(-max(ends) // QUARTER) * QUARTER


def _timed(pool: Pool, rows: dict[Row, Minutes]) -> Iterator[Bar]:
    tie = pool.allocation.tie
    for place, (service, units) in enumerate(zip(pool.timed, pool.allocation.shown, strict=True)):
        minutes = Minutes(0)
        for code in service.code.split("/"):
            minutes = minutes.plus(rows.get((pool.plan, code), Minutes(0)))
        also, kind = units, "unearned"
        whole = service.minutes // QUARTER
        if tie and place in tie.places:
            kind, also = "tied", whole + (units == whole)
        elif units > whole:
            kind = "earning"
        pieces = tuple(_pieces(minutes, kind))
        yield Bar(service.code, minutes, units, also, kind, pieces)


def _pieces(minutes: Minutes, rest: str) -> Iterator[Piece]:
    """Cut a service's minutes at each full quarter hour and where somebody else takes over."""
    whole = minutes.total // QUARTER * QUARTER
    at = 0
    for by in WHO:
        end = at + getattr(minutes, by)
        while at < end:
            cut = min(end, (at // QUARTER + 1) * QUARTER if at < whole else end)
            yield Piece(at, cut, by, "whole" if at < whole else rest)
            at = cut


def _untimed(
    plan: Discipline, rows: dict[Row, Minutes], answer: Answer, pool: Pool | None
) -> Iterator[Bar]:
    for (of, code), minutes in rows.items():
        if of is not plan or (pool and code in pool.codes):
            continue
        billed = [line for line in answer.lines if line.code == code and line.discipline is plan]
        units = sum(line.units for line in billed)
        piece = Piece(0, minutes.total, "nobody", "outside")
        pieces = (piece,) if minutes.total else ()
        yield Bar(code, minutes, units, units, "outside", pieces)
