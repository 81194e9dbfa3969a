"""CPT midpoint: each code is counted alone, and a unit is reached once its middle is passed."""

from calculator.words.allocation import Allocation
from calculator.words.explained import Explained, Finding, Step
from calculator.words.quarter_hours import FIRST_BOUNDARY, boundaries, units_in
from calculator.words.sentences import counted
from calculator.words.visit import Timed

MIDPOINT = "cpt-midpoint"
CHART = "pub-100-04-ch05-20-2"


def count(timed: tuple[Timed, ...], timed_by: tuple[str, ...] = ()) -> Explained[Allocation]:
    """Count the units of each timed service from its own minutes; there is never a choice.

    `timed_by` names the sources that these codes count by 15 minutes.
    """
    units = tuple(units_in(service.minutes) for service in timed)
    each = tuple(zip(timed, units, strict=True))
    steps = tuple(_step(service, earned, timed_by) for service, earned in each)
    findings = tuple(
        Finding(
            "midpoint",
            f"No line for {service.code}: {service.minutes} min, below {FIRST_BOUNDARY}.",
            (MIDPOINT,),
        )
        for service, earned in each
        if not earned
    )
    return Explained(Allocation(units), steps, (*_not_medicare(timed), *findings))


def _not_medicare(timed: tuple[Timed, ...]) -> tuple[Finding, ...]:
    if not timed:
        return ()
    says = (
        "Medicare counts by the day's total time, not by the midpoint: the money below is what its"
        " fee schedule would bring for another payer's count."
    )
    return (Finding("midpoint", says, (CHART,)),)


def _step(service: Timed, earned: int, timed_by: tuple[str, ...]) -> Step:
    fewest, most = boundaries(earned)
    lies = f"between {fewest} and {most}" if earned else f"below {FIRST_BOUNDARY}"
    says = f"{service.code} counted alone: {service.minutes} lies {lies}."
    return Step("midpoint", says, (MIDPOINT, *timed_by), counted(earned, "unit"))
