"""How the units of a day may be divided among its services."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

from calculator.words.visit import Timed
from calculator.words.vocabulary import Discipline


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

    def showing(self, units: tuple[int, ...]) -> "Allocation":
        """Show another of the allowed allocations, `units` of each service, in place of this."""
        if self.tie is None:
            return self
        gets = self.tied_to(units)
        rest = (place for place in self.tie.places if place not in gets)
        return Allocation(units, Tie((*gets, *rest), self.tie.left))

    def tied_to(self, units: tuple[int, ...]) -> tuple[int, ...]:
        """Give the places that get what is tied in an allowed allocation, `units` of each."""
        if self.tie is None:
            return ()
        given = self.tie.places[: self.tie.left]
        return tuple(
            place
            for place in self.tie.places
            if units[place] > self.shown[place] - (place in given)
        )

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


@dataclass(frozen=True, slots=True)
class Pool:
    """The timed services of one plan of care, by their places among the entries."""

    plan: Discipline
    places: tuple[int, ...]
    timed: tuple[Timed, ...]
    allocation: Allocation

    @property
    def minutes(self) -> int:
        """All its minutes."""
        return sum(each.minutes for each in self.timed)

    @property
    def units(self) -> int:
        """What its minutes earn, however they are allotted."""
        return sum(self.allocation.shown)

    def tied_to(self, units: tuple[int, ...]) -> tuple[str, ...]:
        """Name the services that get what is tied in an allowed allocation."""
        return tuple(self.timed[place].code for place in self.allocation.tied_to(units))

    @property
    def codes(self) -> frozenset[str]:
        """Its codes, both codes of a pair among them."""
        return frozenset(code for each in self.timed for code in each.code.split("/"))
