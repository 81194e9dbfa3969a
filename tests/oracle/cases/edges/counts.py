"""Where units turn: boundaries of the chart, remainders, ties, the pair."""

from collections.abc import Iterator
from itertools import product

from tests.oracle.cases.case import Because, Case, timed, visit, worked_out
from tests.oracle.cases.says import minutes

CHART = (7, 8, 22, 23, 37, 38, 52, 53, 67, 68)
SPLITS = (1, 7, 8, 14, 15, 16)
NEAR = (7, 8, 22, 23)
CODES = ("97110", "97112", "97116", "97140", "97530")
POOLED = Because(("pub-100-04-ch05-20-2",))
MIDPOINT = Because(("cpt-midpoint",))
TIES = Because(("settled-ties", "article-a52758"))
PAIR = Because(("settled-cognitive-pair", "pub-100-04-ch05-20-2"))
UNITS = ("units", "allocations")


def units() -> Iterator[Case]:
    """Split totals on either side of each boundary between two services, and among three."""
    for total, first in product(CHART, SPLITS):
        if 0 < total - first != first:
            asked = visit(timed(("97110", first), ("97140", total - first)))
            says = f"{total} minutes in two services: {minutes(asked)}"
            yield worked_out(POOLED, asked, says, *UNITS, "alternatives")
    for total in CHART:
        rows = (("97112", 5), ("97530", total - 1), ("97110", 16))
        asked = visit(timed(*rows))
        says = f"{total + 20} minutes in three services: {minutes(asked)}"
        yield worked_out(POOLED, asked, says, *UNITS, "alternatives")


def midpoint() -> Iterator[Case]:
    """Put two services on either side of the first two boundaries."""
    for first, second in product(NEAR, NEAR):
        asked = visit(timed(("97112", first), ("97530", second)), method="midpoint")
        says = f"Each code by itself: {minutes(asked)}"
        yield worked_out(MIDPOINT, asked, says, *UNITS, "alternatives")


def ties() -> Iterator[Case]:
    """Leave the same minutes over on two to five services, with a whole unit below or none."""
    for count, over, whole in product((2, 3, 4, 5), (1, 4, 7, 8, 14), (0, 15)):
        rows = [(code, over + whole * (place == 1)) for place, code in enumerate(CODES[:count])]
        asked = visit(timed(*rows))
        says = f"{over} minutes over on each of {count} services: {minutes(asked)}"
        yield worked_out(TIES, asked, says, *UNITS, "alternatives")


def pair() -> Iterator[Case]:
    """Let 97129 and 97130 share minutes at each boundary, alone and beside another service."""
    for total, first, beside in product((7, 8, 22, 23, 37, 38), (0, 5), (0, 7, 16)):
        rows = [("97130", total - first), ("97129", first)]
        asked = visit(timed(*rows, *([("97535", beside)] * bool(beside))), discipline="OT")
        says = f"{total} minutes of the pair: {minutes(asked)}"
        yield worked_out(PAIR, asked, says, *UNITS, "alternatives")
