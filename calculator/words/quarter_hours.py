"""Minutes against quarter hours: the one chart that both counting methods read.

Source: Pub. 100-04 chapter 5, section 20.2.C (8 to 22 minutes are one unit, 23 to 37 two, and so on
without end). CPT's midpoint rule gives the same boundaries for one code alone.
"""

QUARTER = 15
FIRST_BOUNDARY = 8


def units_in(minutes: int) -> int:
    """Return the units that these minutes earn: 7 none, 8 one, 22 one, 23 two."""
    whole, rest = divmod(minutes, QUARTER)
    return whole + (rest >= FIRST_BOUNDARY)


def boundaries(units: int) -> tuple[int, int]:
    """Return the fewest and the most minutes that earn this many units: 4 is 53 to 67."""
    fewest = QUARTER * (units - 1) + FIRST_BOUNDARY if units else 0
    return fewest, QUARTER * units + FIRST_BOUNDARY - 1
