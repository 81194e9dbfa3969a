"""Where several plans of care turn: pools apart, one reduction, thresholds by bucket."""

from collections.abc import Iterator
from itertools import product

from tests.oracle.cases.case import Because, Case, visit, worked_out
from tests.oracle.cases.says import minutes

POOLS = Because(("settled-pooling",))
ALL = ("units", "modifiers", "unit_amounts")


def plans() -> Iterator[Case]:
    """Put minutes on either side of a unit under two plans, the same code and another."""
    for (one, other), first, second in product(
        (("PT", "OT"), ("PT", "SLP"), ("OT", "SLP")), (7, 8, 23), (7, 8, 20)
    ):
        rows = [
            {"code": "97129", "minutes": first, "discipline": one},
            {"code": "97129", "minutes": second, "discipline": other},
            {"code": "97535", "minutes": second, "discipline": one},
        ]
        asked = visit(rows, discipline=one, threshold_used_other="0.00")
        says = f"Two plans: {minutes(asked)}"
        yield worked_out(POOLS, asked, says, *ALL, "allocations", "allowed")
