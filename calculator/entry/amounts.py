"""Dollars as other programs hand them in."""

import re
from decimal import Decimal

from calculator.entry.raw_json import Raw

TAKES = "dollars with two decimals, 0.00 or more"

_DOLLARS = re.compile(r"[0-9]+\.[0-9]{2}")


def dollars(raw: Raw) -> Decimal | None:
    """Read an amount, or `None` where it is none."""
    given = isinstance(raw.value, str) and _DOLLARS.fullmatch(raw.value)
    return Decimal(given.group()) if given else None
