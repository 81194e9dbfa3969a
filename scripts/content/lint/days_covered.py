"""Every figure, the RVUs and the GPCIs answer for all days of the conversion factor."""

from collections.abc import Iterator, Sequence
from datetime import date

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.values import Dated

MEASURE = "conversion-factor"
BEGINS_LATER = {"conversion-factor-qp": "a second factor exists since 2026"}


def lint(content: Content) -> Iterator[Problem]:
    """Report what begins later or ends earlier, and each exemption that is no longer needed."""
    if MEASURE not in content.figures:
        yield Problem(f"figures/{MEASURE}.yaml", "", "no file", "the figure others are held to")
        return
    first, last = _range(content.figures[MEASURE].periods)
    for key, figure in content.figures.items():
        file = f"figures/{key}.yaml"
        start, end = _range(figure.periods)
        if key in BEGINS_LATER and start <= first:
            yield Problem(file, "periods[0].from", start, "no exemption: it is not needed")
        elif start > first and key not in BEGINS_LATER:
            yield Problem(file, "periods[0].from", start, _due(first))
        if end < last:
            yield Problem(file, f"periods[{len(figure.periods) - 1}].to", end, _due(last))
    for tables in (content.rvu, content.gpci):
        if not tables:
            continue
        start, end = _range([table.release for table in tables])
        if start > first:
            yield Problem(f"{tables[0].path}.yaml", "from", start, _due(first))
        if end < last:
            yield Problem(f"{tables[-1].path}.yaml", "to", end, _due(last))


def _range(periods: Sequence[Dated]) -> tuple[date, date]:
    return periods[0].start, periods[-1].end


def _due(day: date) -> str:
    return f"{day}, as figures/{MEASURE}.yaml has it"
