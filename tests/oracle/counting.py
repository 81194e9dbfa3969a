"""Units by search: every way to give out the units is tried, and those the rules allow are kept."""

from collections.abc import Iterator, Sequence
from itertools import product

from tests.oracle.services import Service

Units = tuple[int, ...]  # one count a service, in the order of the services


def chart(minutes: int) -> int:
    """Look up the units of a time: the first at 8 minutes, one more every 15 (8, 23, 38 ...)."""
    return len(range(8, minutes + 1, 15))


def allocations(services: Sequence[Service], method: str) -> list[Units]:
    """Give every allowed way to bill the day, the one shown by default first."""
    own = [_midpoint(services)] if method == "midpoint" else list(_pooled(services))
    return sorted(own, key=lambda units: _preference(services, units), reverse=True)


def _midpoint(services: Sequence[Service]) -> Units:
    return tuple(chart(each.minutes) if each.timed else 1 for each in services)


def _pooled(services: Sequence[Service]) -> Iterator[Units]:
    """Combine what each plan of care allows by itself."""
    plans = list(dict.fromkeys(each.discipline for each in services if each.timed))
    pools = [
        [place for place, each in enumerate(services) if each.timed and each.discipline == plan]
        for plan in plans
    ]
    choices = [divided([services[place].minutes for place in pool]) for pool in pools]
    for chosen in product(*choices):
        units = [1] * len(services)
        for pool, counts in zip(pools, chosen, strict=True):
            for place, count in zip(pool, counts, strict=True):
                units[place] = count
        yield tuple(units)


def divided(minutes: Sequence[int]) -> list[Units]:
    """Keep, of all ways to give out a pool's units, those whose units hold the most minutes.

    A unit holds 15 minutes of its own service, or what is left of them, and at least one. To hold
    the most is to give every full quarter hour its unit, and what is over to what is left longest.
    """
    total = chart(sum(minutes))
    reach = [range(each // 15, -(-each // 15) + 1) for each in minutes]
    ways = [way for way in product(*reach) if sum(way) == total]
    held = [
        sum(min(15 * count, each) for count, each in zip(way, minutes, strict=True)) for way in ways
    ]
    return [way for way, holds in zip(ways, held, strict=True) if holds == max(held)]


def _preference(services: Sequence[Service], units: Units) -> Units:
    """Rank ways: a unit in doubt goes to more minutes in all, then to what was entered earlier."""
    longest = sorted(range(len(services)), key=lambda place: (-services[place].minutes, place))
    return tuple(units[place] for place in longest)
