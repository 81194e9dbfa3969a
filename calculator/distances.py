"""How far a visit's documented minutes lie from the boundaries of its units, pool by pool."""

from calculator.counting import Count
from calculator.rules import boundaries
from calculator.words.explained import Step
from calculator.words.visit import Visit
from calculator.words.vocabulary import Episode, Method


def distances(visit: Visit, counted: Count) -> tuple[Step, ...]:
    """Measure each plan's pool or, counted by the midpoint, each timed service alone."""
    if visit.episode is not Episode.NONE:
        return ()  # nothing is counted there
    if visit.method is Method.MIDPOINT:
        alone = [(each.code, each.minutes) for pool in counted.pools for each in pool.timed]
        measured = [boundaries.measure(*each, boundaries.MIDPOINT) for each in alone]
    else:
        measured = [
            boundaries.measure(
                f"{pool.plan} plan",
                sum(each.minutes for each in pool.timed),
                boundaries.CHART,
            )
            for pool in counted.pools
        ]
    return tuple(step for each in measured for step in each.steps)
