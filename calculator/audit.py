"""Documented minutes against billed lines: the verdict, and every claim that the record allows."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculator import unsettled
from calculator.audit_money import Worth, price, weigh
from calculator.billing import Billing
from calculator.counting import Count, count
from calculator.distances import distances
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.rules import audit as rule, carried
from calculator.settlement import DENIED_BY
from calculator.tariff import Tariff
from calculator.words.allocation import Pool
from calculator.words.answer import Answer
from calculator.words.billed import Audited, BilledLine
from calculator.words.claim import Line
from calculator.words.explained import Explained, Finding, Step
from calculator.words.same_day import Judge, Occasion, SameDay
from calculator.words.sentences import listed
from calculator.words.visit import Visit
from calculator.words.vocabulary import Coverage, Episode, Notice

Claim = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Billed lines held against the record.

    `claims` are the allowed ones; `audited` says which of them is the nearest, and `worth` what
    both come to. `denied` are billed codes of which a denial is expected, `beyond` those with more
    units than their MUE.
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
    denied: tuple[str, ...]
    beyond: tuple[str, ...]

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
    day = _billed_day(answer, billed, held.value, judge)
    judged = carried.judge(
        billed,
        held.value.compared,
        nearest,
        looked_up,
        reference.modifiers.conflicts,
        _edited(day.value),
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
        findings=(
            *judged.findings,
            *_never_paid(visit, billed, reference),
            *day.findings,
            *unsettled.minutes(visit, counted, reference),
        ),
        denied=_denied(billed, nearest, day.value),
        beyond=day.value.beyond if day.value else (),
    )


def _billed_day(
    answer: Answer, billed: tuple[BilledLine, ...], audited: Audited, judge: Judge | None
) -> Explained[SameDay | None]:
    """Look up what was billed; of its findings those stay that speak of a denial or a doubt."""
    visit = answer.visit
    if judge is None or visit.setting is None or visit.episode is not Episode.NONE:
        return Explained(None, ())
    plans = {place: each.plan for each in audited.compared for place in each.places}
    lines = tuple((line.code, line.units, plans[at]) for at, line in enumerate(billed))
    day = judge.day(lines, Occasion(visit.setting, visit.day, answer.times))
    denials = tuple(
        each
        for each in day.findings
        if each.rule == "edits"
        and any(each.says.startswith(says) for says in day.value.denied.values())
    )
    return Explained(day.value, (), (*denials, *day.value.doubts))


def _edited(day: SameDay | None) -> carried.Edited:
    pairs = day.pairs if day else ()
    refused = {
        code: f"an edit with indicator {each.indicator} joins {listed(each.codes)}, but"
        f" {each.against}"
        for each in pairs
        if each.against
        for code in each.codes
    }
    unseen = frozenset(code for each in pairs if not each.in_force for code in each.codes)
    return carried.Edited(refused, unseen)


def _denied(billed: tuple[BilledLine, ...], nearest: Claim, day: SameDay | None) -> tuple[str, ...]:
    """List the billed codes of which a denial is expected: by an edit, or by what is said of it."""
    told = {line.code for line in nearest if {*DENIED_BY} & {*line.modifiers}}
    told |= {line.code for line in billed if {*DENIED_BY} & {*line.modifiers}}
    told |= {*day.denied} if day else set()
    return tuple(dict.fromkeys(line.code for line in billed if line.code in told))


def _never_paid(
    visit: Visit, billed: tuple[BilledLine, ...], reference: Reference
) -> Iterator[Finding]:
    for name in dict.fromkeys(line.code for line in billed):
        code = reference.codes[name]
        if code.valuations.held(visit.day):
            yield from rule.unpaid(code, code.valuations.on(visit.day)).findings


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
