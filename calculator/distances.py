"""How far a visit's documented minutes lie from the boundaries of its units, pool by pool."""

from calculator.rules import boundaries
from calculator.words.answer import Answer
from calculator.words.explained import Step
from calculator.words.vocabulary import Method


def distances(answer: Answer) -> tuple[Step, ...]:
    """Measure each plan's pool or, counted by the midpoint, each timed service alone."""
    if answer.visit.method is Method.MIDPOINT:
        alone = [(each.code, each.minutes) for pool in answer.pools for each in pool.timed]
        measured = [boundaries.measure(*each, boundaries.MIDPOINT) for each in alone]
    else:
        measured = [
            boundaries.measure(
                f"{pool.plan} plan",
                pool.minutes,
                boundaries.CHART,
            )
            for pool in answer.pools
        ]
    return tuple(step for each in measured for step in each.steps)
