"""Documented minutes against billed lines: the verdict, and every claim that the record allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculator.audit_money import Worth, price, weigh
from calculator.billing import Billing
from calculator.counting import Count, count
from calculator.distances import distances
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.rules import audit as rule, carried
from calculator.tariff import Tariff
from calculator.words.allocation import Pool
from calculator.words.answer import Answer
from calculator.words.billed import Audited, BilledLine
from calculator.words.claim import Line
from calculator.words.explained import Finding, Step
from calculator.words.same_day import Judge
from calculator.words.visit import Visit
from calculator.words.vocabulary import Coverage, Notice

Claim = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Billed lines held against the record.

    `claims` are the allowed ones; `audited` says which of them is the nearest, and `worth` what
    both come to.
    """

    answer: Answer
    pools: tuple[Pool, ...]
    billed: tuple[BilledLine, ...]
    claims: tuple[Claim, ...]
    audited: Audited
    carried: tuple[carried.Carried, ...]
    worth: Worth
    boundaries: tuple[Step, ...]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]

    @property
    def nearest(self) -> Claim:
        """The allowed claim that the billed one is held against."""
        return self.claims[self.audited.nearest]


def audit(
    visit: Visit, billed: tuple[BilledLine, ...], reference: Reference, judge: Judge | None = None
) -> Held:
    """Hold billed lines against a visit; takes `judge` and raises as `evaluate` does."""
    answer = evaluate(visit, reference, judge)
    counted = count(visit, reference).value
    billing = Billing(visit, reference, Tariff(visit, reference), judge, answer.times)
    claims = [answer.lines, *answer.alternatives]
    if answer.allocations > len(claims):
        units = _nearest_of_many(counted, billed)
        claims.append(billing.claim(counted.entries, units).value)
    held = rule.audit(billed, tuple(claims), visit.discipline)
    nearest = claims[held.value.nearest]
    looked_up = _looked_up(visit, edits=judge is not None)
    judged = carried.judge(
        billed, held.value.compared, nearest, looked_up, reference.modifiers.conflicts
    )
    priced = price(visit, billed, held.value, reference)
    return Held(
        answer=answer,
        pools=counted.pools,
        billed=billed,
        claims=tuple(claims),
        audited=held.value,
        carried=judged.value,
        worth=weigh(visit, priced, nearest, judged.value, reference),
        boundaries=distances(answer),
        steps=held.steps,
        findings=(*judged.findings, *_never_paid(visit, billed, reference)),
    )


def _never_paid(
    visit: Visit, billed: tuple[BilledLine, ...], reference: Reference
) -> Iterator[Finding]:
    for name in dict.fromkeys(line.code for line in billed):
        valuations = reference.codes[name].valuations
        if valuations.held(visit.day):
            yield from rule.unpaid(name, valuations.on(visit.day)).findings


def _looked_up(visit: Visit, *, edits: bool) -> frozenset[str]:
    """Name the modifiers that hang on what a visit may leave out, where this one does not."""
    told = any(
        each.coverage is not Coverage.EXPECTED or each.notice is not Notice.NONE
        for each in visit.services
    )
    separate = carried.SEPARATE if edits and visit.setting is not None else ()
    return frozenset((*separate, *(carried.NOTICES if told else ())))


def _nearest_of_many(counted: Count, billed: tuple[BilledLine, ...]) -> tuple[int, ...]:
    """Give tied units to the services billed for them: no other way differs in fewer units.

    Of more ways than are written out, the nearest may be one that is not.
    """
    units = list(counted.shown)
    for pool in counted.pools:
        tie = pool.allocation.tie
        if tie is None:
            continue
        least = list(pool.allocation.shown)
        for place in tie.places[: tie.left]:
            least[place] -= 1
        asked = [place for place in tie.places if _billed_for(pool, place, billed) > least[place]]
        others = [place for place in tie.places if place not in asked]
        for place in (*asked, *others)[: tie.left]:
            least[place] += 1
        for at, earned in zip(pool.places, least, strict=True):
            units[at] = earned
    return tuple(units)


def _billed_for(pool: Pool, place: int, billed: tuple[BilledLine, ...]) -> int:
    codes = pool.timed[place].code.split("/")
    plans = {pool.plan.modifier}
    return sum(line.units for line in billed if line.code in codes and plans & {*line.modifiers})
