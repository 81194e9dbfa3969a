"""What nothing held here settles about a visit with denials: both counts, each worked out."""

from collections.abc import Iterator
from dataclasses import replace

from calculator.counting import Count, count
from calculator.reference.bundle import Reference
from calculator.rules import mppr, notice, threshold
from calculator.settlement import DENIED_BY
from calculator.tariff import Tariff, Units
from calculator.words.allocation import Pool
from calculator.words.claim import Line, total
from calculator.words.explained import Finding
from calculator.words.money import NOTHING
from calculator.words.visit import Visit
from calculator.words.vocabulary import Bucket, Coverage


def minutes(visit: Visit, counted: Count, reference: Reference) -> Iterator[Finding]:
    """Tell where minutes of which a denial is expected earn units for another service."""
    kept = tuple(each for each in visit.services if each.coverage is Coverage.EXPECTED)
    left_out = tuple(each for each in visit.services if each not in kept)
    if not kept or not left_out:
        return
    without = count(replace(visit, services=kept), reference).value
    others = {pool.plan: pool for pool in without.pools}
    for pool in counted.pools:
        other = others.get(pool.plan)
        mine = tuple(
            dict.fromkeys(
                each.code
                for each in left_out
                if each.discipline is pool.plan and each.code in pool.codes and each.minutes.total
            )
        )
        if other and mine:
            yield from notice.lifted(pool.plan, mine, _earned(pool), _earned(other))


def _earned(pool: Pool) -> dict[str, int]:
    names = (each.code for each in pool.timed)
    return dict(zip(names, pool.allocation.shown, strict=True))


def full_unit(
    lines: tuple[Line, ...], denied: frozenset[int], reference: Reference, tariff: Tariff
) -> Iterator[Finding]:
    """Tell where a denied line has the one unit that MPPR pays in full."""
    paid = tuple(line for place, line in enumerate(lines) if place not in denied)
    if not denied or not paid:
        return
    alone = tariff.amounts(
        tuple(
            Units(reference.codes[line.code], line.units, line.discipline, line.assistant)
            for line in paid
        )
    ).value
    apart = tuple(
        (line.code, line.amount, own or NOTHING)
        for line, amounts in zip(paid, alone, strict=True)
        if line.amount is not None and (own := total(amounts)) not in {None, line.amount}
    )
    names = tuple(dict.fromkeys(lines[place].code for place in sorted(denied)))
    yield from mppr.held_by_denied(names, apart)


def accrued(
    visit: Visit, lines: tuple[Line, ...], by_edit: frozenset[str], reference: Reference
) -> Iterator[Finding]:
    """Tell where the threshold is passed only with a line that an edit denies."""
    for bucket in Bucket:
        mine = [
            line
            for line in lines
            if line.discipline.bucket is bucket and not {*DENIED_BY} & {*line.modifiers}
        ]
        denied = [line for line in mine if line.code in by_edit]
        used = visit.used_of(bucket)
        if not denied or used is None:
            continue
        whole = sum((line.amount or NOTHING for line in mine), used)
        less = whole - sum((line.amount or NOTHING for line in denied), NOTHING)
        limit = reference.threshold(bucket, visit.day)
        codes = tuple(dict.fromkeys(line.code for line in denied))
        yield from threshold.with_denied(bucket, codes, whole, less, limit)
