"""A visit in other ways: another allowed allocation, the other method, the other year's figures.

Each is the whole answer to a visit that differs in one thing. They come in one fixed order,
whatever any of them pays.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from calculator.evaluate import evaluate
from calculator.ingredients import held_on
from calculator.reference.bundle import Reference
from calculator.reference.periods import NotPublished
from calculator.words.answer import Answer
from calculator.words.problem import BadVisit
from calculator.words.same_day import Judge
from calculator.words.vocabulary import Method

MOST_ALLOCATIONS = 2


def alternatives(
    answer: Answer, reference: Reference, judge: Judge | None
) -> Iterator[tuple[str, str, Answer]]:
    """Answer the visit in each other way there is: its name, what is other, the answer.

    `judge` is the one that the answer was given with. A way in which there is no answer, such as
    a year without figures for the locality, is left out.
    """
    visit = answer.visit
    others = (way for way in range(answer.allocations) if way != answer.way)
    for way in islice(others, MOST_ALLOCATIONS):
        other = evaluate(visit, reference, judge, most=0, way=way)
        yield "Other allocation", f"tied units to {to(other)}", other
    method = next(each for each in Method if each is not visit.method)
    yield (
        method.named,
        "the other counting method",
        evaluate(replace(visit, method=method), reference, judge, most=0),
    )
    day = _other_year(visit.day, reference.days)
    if day is None:
        return
    turned = replace(visit, day=day, services=held_on(visit.services, day, reference))
    try:
        yield str(day.year), f"the same visit on {day}", evaluate(turned, reference, judge, most=0)
    except (NotPublished, BadVisit):
        return


def to(answer: Answer) -> str:
    """Name the services that get the tied units."""
    return ", ".join(name for choice in answer.choices for name in choice.services[: choice.left])


def _other_year(day: date, held: tuple[date, date]) -> date | None:
    """Give the same day of the year before, or else after; in a leap year February 28."""
    for year in (day.year - 1, day.year + 1):
        leapt = (day.month, day.day) == (2, 29)
        other = date(year, 2, 28) if leapt else day.replace(year=year)
        if held[0] <= other <= held[1]:
            return other
    return None
