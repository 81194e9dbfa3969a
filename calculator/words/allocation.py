"""How the units of a day may be divided among its services."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb


@dataclass(frozen=True, slots=True)
class Tie:
    """Left-over units that may go to any of several services with equally many minutes left.

    `places` are those services' places, the shown ones first; `left` is how many units there are.
    """

    places: tuple[int, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """Units of each service in the order entered, and the tie that leaves a choice, if any."""

    shown: tuple[int, ...]
    tie: Tie | None = None

    @property
    def count(self) -> int:
        """How many allocations are allowed, the shown one included."""
        return comb(len(self.tie.places), self.tie.left) if self.tie else 1

    def others(self) -> Iterator[tuple[int, ...]]:
        """Yield every allowed allocation but the shown one, each once."""
        if self.tie is None:
            return
        before = list(self.shown)
        for place in self.tie.places[: self.tie.left]:
            before[place] -= 1
        choices = combinations(self.tie.places, self.tie.left)
        next(choices)  # the first choice is the shown one
        for chosen in choices:
            yield tuple(units + (place in chosen) for place, units in enumerate(before))
