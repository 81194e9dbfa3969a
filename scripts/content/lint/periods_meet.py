"""Periods of a figure, of the fee schedule and of the GPCIs neither overlap nor leave a gap."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.values import Dated


def lint(content: Content) -> Iterator[Problem]:
    """Report each period that does not begin on the day after the one before it ends."""
    for key, figure in content.figures.items():
        for place, due in _late(figure.periods):
            field = f"periods[{place}].from"
            yield _problem(f"figures/{key}.yaml", field, figure.periods[place].start, due)
    for tables in (content.rvu, content.gpci):
        releases = [table.release for table in tables]
        for place, due in _late(releases):
            yield _problem(f"{tables[place].path}.yaml", "from", releases[place].start, due)


def _late(periods: Sequence[Dated]) -> Iterator[tuple[int, date]]:
    for place, (before, after) in enumerate(pairwise(periods), start=1):
        due = before.end + timedelta(days=1)
        if after.start != due:
            yield place, due


def _problem(file: str, field: str, got: date, due: date) -> Problem:
    return Problem(file, field, got, f"{due}, so that periods meet")
