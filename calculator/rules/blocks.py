"""Start and end of services: what they show of overlaps, gaps and separate times.

The minutes typed decide the units; blocks only show when they were given.
"""

from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

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
from calculator.words.sentences import counted, listed
from calculator.words.visit import Row, Service
from calculator.words.vocabulary import Discipline, Giver

TYPED = "settled-typed-minutes"
WHAT_COUNTS = "pub-100-04-ch05-20-3"
SEPARATE = ("ncci-policy-manual-i", "mln-1783722")
ONCE = ("ncci-policy-manual-xi",)
CO_TREATMENT = ("ncci-policy-manual-xi", "medpac-general")
TOGETHER = ("aota-ota-modifier",)
MOST_PAIRS = 100  # written out; a day with more of them is told how many


class _Service(NamedTuple):
    """All blocks of a code under a plan; `all_minutes` has a bit for each minute."""

    name: str
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
    pairs = tuple(
        (one, other, one.all_minutes & other.all_minutes)
        for one, other in combinations(services, 2)
    )
    both = [(one, other, shared) for one, other, shared in pairs if shared]
    treated = [each for each in both if each[0].discipline is not each[1].discipline]
    gaps = _gaps(services) if all(row.blocks for row in given) else ()
    times = Times(
        apart=tuple(_apart(one, other) for one, other, shared in pairs if not shared),
        together=tuple(_pair(*each, _in_common(*each)) for each in both if each not in treated),
        co_treatment=tuple(_pair(*each, _co_treatment(*each)) for each in treated),
        gaps=gaps,
    )
    steps = (_entered(services), *_evidence(times), *_beside(both), *_between(gaps))
    return Explained(times, steps, tuple(_findings(given, services, both)))


def _services(given: tuple[Service, ...], run_beside: frozenset[str]) -> list[_Service]:
    found: dict[Row, list[Service]] = {}
    for row in given:
        if row.blocks:
            found.setdefault((row.discipline, row.code), []).append(row)
    several = len({discipline for discipline, _ in found}) > 1
    return [
        _Service(
            name=f"{code} ({discipline})" if several else code,
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


def _pair(one: _Service, other: _Service, shared: int, says: str) -> Pair:
    return Pair(one.name, other.name, spans_in(shared), says)


def _apart(one: _Service, other: _Service) -> Pair:
    return Pair(one.name, other.name, (), f"{one.says}, {other.says}: no minute in common.")


def _in_common(one: _Service, other: _Service, shared: int) -> str:
    says = f"{one.says}, {other.says}: {_minutes(shared)} in common, {named(spans_in(shared))}."
    if one.runs_beside or other.runs_beside:
        return f"{says} A supervised modality may run beside another service."
    return (
        f"{says} A minute counts for one service. Such times are no evidence that the two were"
        " separate."
    )


def _co_treatment(one: _Service, other: _Service, shared: int) -> str:
    at_once = f"{named(spans_in(shared))} ({_minutes(shared)})"
    return (
        f"{one.name} and {other.name}: two disciplines at once, {at_once}. That is co-treatment:"
        " these minutes count once, for one of the two or shared out between them."
    )


def _entered(services: list[_Service]) -> Step:
    says = f"Times are given for {listed(each.name for each in services)}."
    minutes = " + ".join(str(each.all_minutes.bit_count()) for each in services)
    return Step("blocks", f"{says} The minutes typed decide the units.", (TYPED,), f"{minutes} min")


def _evidence(times: Times) -> Iterator[Step]:
    for pair in islice(times.apart, MOST_PAIRS):
        yield Step("blocks", pair.says, SEPARATE, "separate times")
    if len(times.apart) > MOST_PAIRS:
        unseen = counted(len(times.apart) - MOST_PAIRS, "further pair")
        yield Step(
            "blocks", f"{unseen} without a minute in common: not written out here.", SEPARATE
        )


def _beside(both: list[tuple[_Service, _Service, int]]) -> Iterator[Step]:
    for one, other, shared in islice(filter(_may, both), MOST_PAIRS):
        yield Step("blocks", _in_common(one, other, shared), ONCE, "at the same time")


def _may(pair: tuple[_Service, _Service, int]) -> bool:
    return pair[0].runs_beside or pair[1].runs_beside


def _between(gaps: tuple[Span, ...]) -> Iterator[Step]:
    if gaps:
        total = counted(sum(gap.minutes for gap in gaps), "minute")
        says = f"Between the first block and the last, {named(gaps)} belong to no service."
        yield Step("blocks", says, (WHAT_COUNTS,), total)


def _findings(
    given: tuple[Service, ...],
    services: list[_Service],
    both: list[tuple[_Service, _Service, int]],
) -> Iterator[Finding]:
    for row in given:
        yield from _other_than_typed(row)
    for service in services:
        yield from _twice(service)
        yield from _givers_at_once(service)
    told = [pair for pair in both if not _may(pair)]
    for one, other, shared in told[:MOST_PAIRS]:
        if one.discipline is other.discipline:
            yield Finding("blocks", _in_common(one, other, shared), (*ONCE, WHAT_COUNTS))
        else:
            yield Finding("blocks", _co_treatment(one, other, shared), CO_TREATMENT)
    if len(told) > MOST_PAIRS:
        unseen = counted(len(told) - MOST_PAIRS, "further pair")
        yield Finding("blocks", f"{unseen} with minutes in common: not written out here.", ONCE)


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
