"""A visit's services as units: what may be billed, and each way to divide a plan's units."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from math import prod

from calculator.reference.bundle import Reference
from calculator.reference.codes import Code
from calculator.rules import midpoint, services, status, units, untimed
from calculator.words.allocation import Pool
from calculator.words.explained import Explained, Trace
from calculator.words.visit import Minutes, Timed, Visit
from calculator.words.vocabulary import Discipline, Method


@dataclass(frozen=True, slots=True)
class Entry:
    """One service: a code, or the two codes of a pair whose minutes count together."""

    codes: tuple[Code, ...]
    minutes: Minutes
    discipline: Discipline

    @property
    def timed(self) -> bool:
        """Whether its units come from minutes."""
        return self.codes[0].timing.counts_minutes

    @property
    def name(self) -> str:
        """What sentences call it: 97530, or 97129/97130."""
        return "/".join(code.code for code in self.codes)


@dataclass(frozen=True, slots=True)
class Count:
    """The day's services in the order first entered, and every way to divide their units."""

    entries: tuple[Entry, ...]
    pools: tuple[Pool, ...]

    @property
    def allocations(self) -> int:
        """How many ways there are, the shown one included."""
        return prod(pool.allocation.count for pool in self.pools)

    @property
    def shown(self) -> tuple[int, ...]:
        """The units of each entry as shown."""
        return self._units(tuple(pool.allocation.shown for pool in self.pools))

    def showing(self, way: int) -> "Count":
        """Show one of the ways, counted from 0 for the one that is shown by itself."""
        chosen = next(islice(_ways(self.pools), way, None))
        pools = (
            replace(pool, allocation=pool.allocation.showing(units))
            for pool, units in zip(self.pools, chosen, strict=True)
        )
        return Count(self.entries, tuple(pools))

    def destinations(self) -> Iterator[tuple[str, ...]]:
        """Name, way by way, the services that get what is tied."""
        for by_pool in _ways(self.pools):
            yield tuple(
                name
                for pool, units in zip(self.pools, by_pool, strict=True)
                for name in pool.tied_to(units)
            )

    def others(self) -> Iterator[tuple[int, ...]]:
        """Yield the units of each entry in every other way, each once."""
        ways = _ways(self.pools)
        next(ways)  # the shown one
        return map(self._units, ways)

    def _units(self, by_pool: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
        earned = [1] * len(self.entries)  # what is not timed is billed for being listed
        for pool, allotted in zip(self.pools, by_pool, strict=True):
            for place, count in zip(pool.places, allotted, strict=True):
                earned[place] = count
        return tuple(earned)


def count(visit: Visit, reference: Reference) -> Explained[Count]:
    """Count a visit whose codes the reference holds."""
    trace = Trace()
    entries = _entries(_admitted(visit, reference, trace), reference)
    plans = dict.fromkeys(entry.discipline for entry in entries if entry.timed)
    pools = tuple(trace.keep(_pool(plan, entries, visit.method)) for plan in plans)
    for entry in entries:
        if not entry.timed:
            trace.keep(untimed.count(entry.codes[0], entry.minutes.total))
    return trace.explain(Count(entries, pools))


def _admitted(visit: Visit, reference: Reference, trace: Trace) -> list[Entry]:
    admitted = []
    for (plan, name), minutes in trace.keep(services.merge(visit.services)).items():
        code = reference.codes[name]
        if trace.keep(status.admit(name, code.valuations.on(visit.day))):
            admitted.append(Entry((code,), minutes, plan))
    return admitted


def _entries(admitted: list[Entry], reference: Reference) -> tuple[Entry, ...]:
    """Join the two codes of a pair under one plan, where the first of the two was entered."""
    first_of = {further: first for first, further in reference.further.items()}
    joined: dict[tuple[Discipline, str], Entry] = {}
    for entry in admitted:
        own = entry.codes[0].code
        first = reference.codes[first_of.get(own, own)]
        codes = (first, reference.codes[first.further]) if first.further else (first,)
        before = joined.get((entry.discipline, first.code))
        minutes = before.minutes.plus(entry.minutes) if before else entry.minutes
        joined[entry.discipline, first.code] = Entry(codes, minutes, entry.discipline)
    return tuple(joined.values())


def _pool(plan: Discipline, entries: tuple[Entry, ...], method: Method) -> Explained[Pool]:
    places = tuple(
        place for place, entry in enumerate(entries) if entry.timed and entry.discipline is plan
    )
    pooled = [entries[place] for place in places]
    timed = tuple(Timed(entry.name, entry.minutes.total) for entry in pooled)
    codes = [code for entry in pooled for code in entry.codes]
    timed_by = tuple(dict.fromkeys(source for code in codes for source in code.timing_sources))
    counted = (
        midpoint.count(timed, timed_by)
        if method is Method.MIDPOINT
        else units.allocate(timed, plan, timed_by)
    )
    pool = Pool(plan, places, timed, counted.value)
    return Explained(pool, counted.steps, counted.findings)


def _ways(pools: tuple[Pool, ...]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Yield every way to divide the units of all pools, the shown one first.

    Not `itertools.product`: it would write out the ways of a pool, of which there may be millions.
    """
    if not pools:
        yield ()
        return
    allocation = pools[0].allocation
    for first in chain((allocation.shown,), allocation.others()):
        for rest in _ways(pools[1:]):
            yield (first, *rest)
