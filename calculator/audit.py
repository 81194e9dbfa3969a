"""Documented minutes against billed lines: the verdict, and every claim that the record allows."""

from dataclasses import dataclass
from decimal import Decimal

from calculator.billing import Billing
from calculator.counting import Count, count
from calculator.distances import distances
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.rules import audit as rule, carried
from calculator.tariff import Tariff, Units
from calculator.words.allocation import Pool
from calculator.words.answer import Answer
from calculator.words.billed import Audited, BilledLine
from calculator.words.claim import Line, total
from calculator.words.explained import Finding, Step
from calculator.words.same_day import Judge
from calculator.words.visit import Visit
from calculator.words.vocabulary import Coverage, Notice

Claim = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Billed lines held against the record.

    `claims` are the allowed ones; `audited` says which of them is the nearest. `billed_amount` is
    what the billed units come to at the fee schedule after MPPR, in dollars; `None` where a line
    has no national amount or no row on that day.
    """

    answer: Answer
    pools: tuple[Pool, ...]
    billed: tuple[BilledLine, ...]
    claims: tuple[Claim, ...]
    audited: Audited
    carried: tuple[carried.Carried, ...]
    billed_amount: Decimal | None
    boundaries: tuple[Step, ...]
    steps: tuple[Step, ...]
    findings: tuple[Finding, ...]

    @property
    def nearest(self) -> Claim:
        """The allowed claim that the billed one is held against."""
        return self.claims[self.audited.nearest]

    @property
    def nearest_amount(self) -> Decimal | None:
        """What the nearest allowed claim comes to, likewise."""
        return total(tuple(line.amount for line in self.nearest))


def audit(
    visit: Visit, billed: tuple[BilledLine, ...], reference: Reference, judge: Judge | None = None
) -> Held:
    """Hold billed lines against a visit; takes `judge` and raises as `evaluate` does."""
    answer = evaluate(visit, reference, judge)
    tariff = Tariff(visit, reference)
    counted = count(visit, reference).value
    billing = Billing(visit, reference, tariff, judge)
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
    return Held(
        answer=answer,
        pools=counted.pools,
        billed=billed,
        claims=tuple(claims),
        audited=held.value,
        carried=judged.value,
        billed_amount=_amount(billed, held.value, visit, tariff, reference),
        boundaries=distances(answer),
        steps=held.steps,
        findings=judged.findings,
    )


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


def _amount(
    billed: tuple[BilledLine, ...],
    audited: Audited,
    visit: Visit,
    tariff: Tariff,
    reference: Reference,
) -> Decimal | None:
    plans = {place: each.plan for each in audited.compared for place in each.places}
    lines = tuple(
        Units(
            reference.codes[line.code],
            line.units,
            plans[place],
            plans[place].assistants_modifier in line.modifiers,
        )
        for place, line in enumerate(billed)
    )
    if not all(each.code.valuations.held(visit.day) for each in lines):
        return None
    amounts = tariff.amounts(lines).value
    return total(tuple(amount for own in amounts for amount in own))
