"""A dollar scale for a picture: round ends, round ticks, places along it in percent."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from math import ceil, floor


@dataclass(frozen=True, slots=True)
class Scale:
    """Dollars from `low` to `high`, marked every `step`."""

    low: int
    high: int
    step: int

    def percent(self, amount: Decimal) -> float:
        """Return how far along the scale an amount lies."""
        return round(float((amount - self.low) / (self.high - self.low) * 100), 3)

    @property
    def ticks(self) -> list[int]:
        """The amounts that are marked."""
        return list(range(self.low, self.high + 1, self.step))


def fit(amounts: Iterable[Decimal], most_ticks: int) -> Scale:
    """Make the scale that holds all amounts and has no more ticks than asked for."""
    held = list(amounts)
    every = (_stepped(held, first * 10**power) for power in count() for first in (1, 2, 5))
    return next(made for made in every if len(made.ticks) <= most_ticks)


def _stepped(amounts: list[Decimal], step: int) -> Scale:
    low = floor(min(amounts) / step) * step
    return Scale(low, max(ceil(max(amounts) / step) * step, low + step), step)
