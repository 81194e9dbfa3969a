"""Start and end of services: what they show of overlaps, gaps and separate times.

The minutes typed decide the units; blocks only show when they were given.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from calculator.words.allocation import Pool
from calculator.words.blocks import (
    NO_TIMES,
    Block,
    Pair,
    Span,
    Times,
    bits,
    filled,
    named,
    spans_in,
)
from calculator.words.explained import Explained, Finding, Step
from calculator.words.quarter_hours import units_in
from calculator.words.sentences import counted, listed
from calculator.words.visit import Row, Service
from calculator.words.vocabulary import Discipline, Giver, Method

CHART = "pub-100-04-ch05-20-2"
MIDPOINT = "cpt-midpoint"
TYPED = "settled-typed-minutes"
WHAT_COUNTS = "pub-100-04-ch05-20-3"
SEPARATE = ("ncci-policy-manual-i", "mln-1783722")
ONCE = ("ncci-policy-manual-xi",)
CO_TREATMENT = ("ncci-policy-manual-xi", "medpac-general")
TOGETHER = ("aota-ota-modifier",)
MOST_PAIRS = 100  # of each kind written out; a day with more of them is told how many

Pairs = dict[str, tuple[Pair, ...]]


class Clocked(NamedTuple):
    """The timed minutes of a plan by the clock, each once, and the units that they would earn.

    `units` is None where codes counted alone share minutes: these belong to one of them first.
    """

    plan: Discipline
    minutes: int
    units: int | None


class _Service(NamedTuple):
    """All blocks of a code under a plan; `all_minutes` has a bit for each minute."""

    name: str
    code: str
    discipline: Discipline
    runs_beside: bool
    blocks: tuple[Block, ...]
    all_minutes: int

    @property
    def says(self) -> str:
        return f"{self.name} {named(spans_in(self.all_minutes))}"


def compare(given: tuple[Service, ...], run_beside: frozenset[str]) -> Explained[Times]:
    """Hold the blocks of a day against each other and against the minutes typed.

    `run_beside` are the codes that may run while another service is given.
    """
    services = _services(given, run_beside)
    if not services:
        return Explained(NO_TIMES, ())
    found: dict[str, list[tuple[_Service, _Service]]] = {kind: [] for kind in KINDS}
    for one, other in combinations(services, 2):
        found[_kind(one, other)].append((one, other))
    pairs = {
        kind: tuple(KINDS[kind](*pair) for pair in some[:MOST_PAIRS])
        for kind, some in found.items()
    }
    gaps = _gaps(services) if all(row.blocks for row in given) else ()
    steps = [_entered(services), *_evidence(pairs), *_between(gaps)]
    findings = [finding for row in given for finding in _other_than_typed(row)]
    for service in services:
        findings += [*_twice(service), *_givers_at_once(service)]
    findings += _against(pairs)
    unseen = sum(len(some) - len(pairs[kind]) for kind, some in found.items())
    if unseen:
        says = f"{counted(unseen, 'further pair')} of services by the clock: not written out here."
        findings.append(Finding("blocks", says, (TYPED,)))
    return Explained(Times(**pairs, gaps=gaps), tuple(steps), tuple(findings))


def by_clock(
    given: tuple[Service, ...], pools: tuple[Pool, ...], method: Method
) -> Explained[tuple[Clocked, ...]]:
    """Work out beside the typed minutes what the clock would support, plan by plan.

    Only a plan whose timed services all have blocks is told of. Nothing in the answer changes.
    """
    timed = {pool.plan: _timed(given, pool) for pool in pools}
    told = [pool for pool in pools if timed[pool.plan]]
    clocked = tuple(_clocked(pool, timed[pool.plan], method) for pool in told)
    cites = (TYPED, WHAT_COUNTS, CHART if method is Method.CMS else MIDPOINT)
    steps, findings = [], []
    for pool, mine in zip(told, clocked, strict=True):
        says = f"{pool.plan} plan, by the clock: {_clock_gives(mine)}; typed: {_typed(pool)}."
        says += "".join(_why(pool.plan, timed))
        steps.append(Step("blocks", says, cites, f"{mine.minutes} min by the clock"))
        if mine.units is None:
            says = (
                f"{pool.plan} plan: codes counted alone share minutes, which earn for one of them;"
                f" the minutes typed give {pool.units}. The minutes typed decide."
            )
            findings.append(Finding("blocks", says, cites))
        elif mine.units != pool.units:
            differ = f"{pool.plan} plan: the clock would support {counted(mine.units, 'unit')}"
            says = f"{differ}, the minutes typed give {pool.units}. The minutes typed decide."
            findings.append(Finding("blocks", says, cites))
    findings += _under_both(told, timed, method)
    return Explained(clocked, tuple(steps), tuple(findings))


def _under_both(
    told: list[Pool], timed: dict[Discipline, tuple[Service, ...]], method: Method
) -> Iterator[Finding]:
    """Tell of minutes under two plans that cannot earn in one of them all that was typed in both.

    Counted by the midpoint, what they earn hangs on the code that takes them, so they are told of
    without units.
    """
    for one, other in combinations(told, 2):
        mine, theirs = (_all_minutes(timed[pool.plan]) for pool in (one, other))
        shared = mine & theirs
        most = _most_units(mine.bit_count(), theirs.bit_count(), shared.bit_count())
        typed = one.units + other.units
        if not shared or (method is Method.CMS and most == typed):
            continue
        where = f"{_minutes(shared)}, {named(spans_in(shared))}, count in one of the two"
        gives = f"the minutes typed give {typed}"
        if method is Method.CMS:
            gives = f"the clock would support at most {counted(most, 'unit')}, {gives}"
        says = f"{one.plan} and {other.plan} plans: {where}; {gives}. The minutes typed decide."
        yield Finding("blocks", says, (TYPED, *CO_TREATMENT))


def _most_units(one: int, other: int, shared: int) -> int:
    """Find the most units of two plans' minutes, the shared ones given out in the best way."""
    return max(
        units_in(one - given) + units_in(other - shared + given) for given in range(shared + 1)
    )


def _timed(given: tuple[Service, ...], pool: Pool) -> tuple[Service, ...]:
    """List the rows of a pool that have time; none where one of them has no blocks."""
    rows = tuple(
        row
        for row in given
        if row.discipline is pool.plan
        and row.code in pool.codes
        and (row.minutes.total or row.blocks)
    )
    return rows if all(row.blocks for row in rows) else ()


def _clocked(pool: Pool, rows: tuple[Service, ...], method: Method) -> Clocked:
    minutes = _all_minutes(rows).bit_count()
    if method is Method.CMS:
        return Clocked(pool.plan, minutes, units_in(minutes))
    alone = [
        _all_minutes(tuple(row for row in rows if row.code in each.code.split("/"))).bit_count()
        for each in pool.timed
    ]
    units = sum(map(units_in, alone)) if sum(alone) == minutes else None
    return Clocked(pool.plan, minutes, units)


def _all_minutes(rows: tuple[Service, ...]) -> int:
    return filled(block for row in rows for block in row.blocks)


def _clock_gives(clocked: Clocked) -> str:
    minutes = counted(clocked.minutes, "minute")
    if clocked.units is None:
        return f"{minutes}, whose units need the shared ones given to one code first"
    return f"{minutes}, {counted(clocked.units, 'unit')}"


def _typed(pool: Pool) -> str:
    return f"{counted(pool.minutes, 'minute')}, {counted(pool.units, 'unit')}"


def _why(plan: Discipline, timed: dict[Discipline, tuple[Service, ...]]) -> Iterator[str]:
    once = twice = 0
    for block in (block for row in timed[plan] for block in row.blocks):
        twice |= once & bits(block)
        once |= bits(block)
    if twice:
        yield f" {_minutes(twice)}, {named(spans_in(twice))}, in more than one block: counted once."
    for other, rows in timed.items():
        shared = once & _all_minutes(rows)
        if other is not plan and shared:
            yield (
                f" {_minutes(shared)}, {named(spans_in(shared))}, under the {other} plan as well:"
                " they count in one of the two."
            )


def _services(given: tuple[Service, ...], run_beside: frozenset[str]) -> list[_Service]:
    found: dict[Row, list[Service]] = {}
    for row in given:
        if row.blocks:
            found.setdefault((row.discipline, row.code), []).append(row)
    several = len({discipline for discipline, _ in found}) > 1
    return [
        _Service(
            name=f"{code} ({discipline})" if several else code,
            code=code,
            discipline=discipline,
            runs_beside=code in run_beside,
            blocks=tuple(block for row in same for block in row.blocks),
            all_minutes=filled(tuple(block for row in same for block in row.blocks)),
        )
        for (discipline, code), same in found.items()
    ]


def _gaps(services: list[_Service]) -> tuple[Span, ...]:
    minutes = filled(block for service in services for block in service.blocks)
    spans = spans_in(minutes)
    return spans_in(bits(Span(spans[0].start, spans[-1].end)) & ~minutes)


def _minutes(some: int) -> str:
    return counted(some.bit_count(), "minute")


def _kind(one: _Service, other: _Service) -> str:
    if not one.all_minutes & other.all_minutes:
        return "apart"
    if one.runs_beside or other.runs_beside:
        return "beside"
    return "together" if one.discipline is other.discipline else "co_treatment"


def _apart(one: _Service, other: _Service) -> Pair:
    says = f"{one.says}, {other.says}: no minute in common."
    return Pair(one.name, other.name, (), says, (one.code, other.code))


def _in_common(one: _Service, other: _Service, meaning: str) -> Pair:
    shared = one.all_minutes & other.all_minutes
    spans = spans_in(shared)
    says = f"{one.says}, {other.says}: {_minutes(shared)} in common, {named(spans)}. {meaning}"
    return Pair(one.name, other.name, spans, says, (one.code, other.code))


def _beside(one: _Service, other: _Service) -> Pair:
    return _in_common(one, other, "A supervised modality may run beside another service.")


def _together(one: _Service, other: _Service) -> Pair:
    says = "A minute counts for one service. Such times are no evidence that the two were separate."
    return _in_common(one, other, says)


def _co_treatment(one: _Service, other: _Service) -> Pair:
    shared = one.all_minutes & other.all_minutes
    spans = spans_in(shared)
    says = (
        f"{one.name} and {other.name}: two disciplines at once, {named(spans)}"
        f" ({_minutes(shared)}). That is co-treatment: these minutes count once, for one of the two"
        " or shared out between them."
    )
    return Pair(one.name, other.name, spans, says, (one.code, other.code))


KINDS = {
    "apart": _apart,
    "beside": _beside,
    "together": _together,
    "co_treatment": _co_treatment,
}


def _entered(services: list[_Service]) -> Step:
    says = f"Times are given for {listed(each.name for each in services)}."
    minutes = " + ".join(str(each.all_minutes.bit_count()) for each in services)
    return Step("blocks", f"{says} The minutes typed decide the units.", (TYPED,), f"{minutes} min")


def _evidence(pairs: Pairs) -> Iterator[Step]:
    for pair in pairs["apart"]:
        yield Step("blocks", pair.says, SEPARATE, "separate times")
    for pair in pairs["beside"]:
        yield Step("blocks", pair.says, ONCE, "at the same time")


def _against(pairs: Pairs) -> Iterator[Finding]:
    for pair in pairs["together"]:
        yield Finding("blocks", pair.says, (*ONCE, WHAT_COUNTS))
    for pair in pairs["co_treatment"]:
        yield Finding("blocks", pair.says, CO_TREATMENT)


def _between(gaps: tuple[Span, ...]) -> Iterator[Step]:
    if gaps:
        total = counted(sum(gap.minutes for gap in gaps), "minute")
        says = f"Between the first block and the last, {named(gaps)} belong to no service."
        yield Step("blocks", says, (WHAT_COUNTS,), total)


def _other_than_typed(row: Service) -> Iterator[Finding]:
    if not row.blocks:
        return
    typed = dict(zip(Giver, row.minutes, strict=True))
    for giver in Giver:
        timed = sum(block.end - block.start for block in row.blocks if block.by is giver)
        if timed != typed[giver]:
            says = (
                f"{row.code}, {giver}: the blocks have {counted(timed, 'minute')},"
                f" {typed[giver]} typed. The minutes typed decide."
            )
            yield Finding("blocks", says, (TYPED,))


def _twice(service: _Service) -> Iterator[Finding]:
    for giver in Giver:
        once = twice = 0
        for block in service.blocks:
            if block.by is giver:
                twice |= once & bits(block)
                once |= bits(block)
        if twice:
            says = (
                f"{service.name}, {giver}: {named(spans_in(twice))} stand in more than one block."
                " A minute counts once."
            )
            yield Finding("blocks", says, ONCE)


def _givers_at_once(service: _Service) -> Iterator[Finding]:
    by = {giver: filled(block for block in service.blocks if block.by is giver) for giver in Giver}
    for one, other in combinations(Giver, 2):
        shared = by[one] & by[other]
        if shared:
            says = (
                f"{service.name}: {named(spans_in(shared))} stand under {listed((one, other))}."
                " Minutes of both at once go under together, and count once."
            )
            yield Finding("blocks", says, TOGETHER)
