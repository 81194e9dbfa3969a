"""A visit through the rules, in the published order."""

from collections.abc import Iterator
from itertools import islice

from calculator import checklist, unsettled
from calculator.billing import Billing
from calculator.counting import Count, count
from calculator.reference.bundle import Reference
from calculator.rules import blocks, conflicts, stay, units
from calculator.settlement import denials, settle
from calculator.tariff import Tariff
from calculator.words.allocation import Pool
from calculator.words.answer import Answer, Choice
from calculator.words.blocks import Times
from calculator.words.claim import Line, together, total
from calculator.words.explained import Explained, Finding, Step, Trace
from calculator.words.money import NOTHING
from calculator.words.payment import Settlement
from calculator.words.same_day import Judge, Occasion, SameDay
from calculator.words.sentences import listed
from calculator.words.visit import Visit
from calculator.words.vocabulary import Timing

MOST_ALTERNATIVES = 100
MOST_TOLD = 10  # ways of which the answer names who gets what is tied


def evaluate(
    visit: Visit,
    reference: Reference,
    judge: Judge | None = None,
    most: int = MOST_ALTERNATIVES,
    way: int = 0,
) -> Answer:
    """Answer a visit whose codes and locality the reference holds, with `most` alternatives.

    A visit that names its setting has its pairs of codes looked up by `judge`, if there is one.
    `way` chooses among the allowed allocations, in the order of the visit's own count; 0 is the
    one that is shown by itself.
    Raises `NotPublished` where a figure is missing for the date of service, and `BadVisit` where
    a line counts towards a threshold of which the visit does not tell what was used.
    """
    trace = Trace()
    if trace.keep(stay.stop(visit.episode)):
        return _stopped(visit, trace)
    tariff = Tariff(visit, reference)
    trace.keep(tariff.factor)
    counted = trace.keep(count(visit, reference))
    tied = counted.destinations() if counted.allocations > 1 else ()
    destinations = tuple(islice(tied, MOST_TOLD))
    if way:
        counted = counted.showing(way)
        trace.steps.append(_chosen(counted.pools))
    times = trace.keep(blocks.compare(visit.services, _running_beside(reference)))
    clocked = blocks.by_clock(visit.services, counted.pools, visit.method)
    trace.keep(clocked)
    billing = Billing(visit, reference, tariff, judge, times)
    lines = trace.keep(billing.claim(counted.entries, counted.shown))
    doubts = [*clocked.findings]
    unpayable = trace.keep(_unpayable(counted, reference, doubts))
    for line in lines:
        code = reference.codes[line.code]
        checked = conflicts.check(code, line.modifiers, reference.modifiers)
        if line.assistant and code.group == conflicts.EVALUATIONS:
            doubts += checked.findings
        trace.keep(checked)
    same_day = trace.keep(_same_day(visit, lines, judge, times))
    doubts += same_day.doubts if same_day else ()
    allowed = total(tuple(line.amount for line in lines))
    settled = None
    denied = same_day.denied if same_day else {}
    trace.findings += unsettled.minutes(visit, counted, reference)
    trace.findings += unsettled.full_unit(
        lines, frozenset(denials(lines, denied)), reference, tariff
    )
    trace.findings += unsettled.accrued(visit, lines, frozenset(denied), reference)
    if allowed is not None:
        settled = trace.keep(_settled(visit, lines, reference, same_day))
    return Answer(
        visit=visit,
        lines=lines,
        alternatives=tuple(islice(_others(counted, billing), most)),
        allocations=counted.allocations,
        choices=_choices(counted.pools),
        pools=counted.pools,
        timed_units=sum(pool.units for pool in counted.pools),
        untimed_units=_untimed(counted),
        full_fee=total(tuple(line.full_amount for line in lines)),
        allowed=allowed,
        nets=settled and settled.nets,
        net=settled and together(settled.nets),
        steps=tuple(trace.steps),
        findings=(*doubts, *(each for each in trace.findings if each not in doubts)),
        same_day=same_day,
        times=times,
        due=checklist.draw_up(_claimed(lines, counted, times), reference.demands),
        payment=settled and settled.payment,
        other_reading=settled and settled.other_reading,
        doubts=tuple(doubts),
        way=way,
        destinations=destinations,
        unpayable=unpayable,
    )


def others(answer: Answer, reference: Reference, judge: Judge | None) -> Iterator[tuple[Line, ...]]:
    """Work out every other allowed claim of an answer, one by one; there may be millions."""
    visit = answer.visit
    billing = Billing(visit, reference, Tariff(visit, reference), judge, answer.times)
    yield from _others(count(visit, reference).value.showing(answer.way), billing)


def _others(counted: Count, billing: Billing) -> Iterator[tuple[Line, ...]]:
    return (billing.claim(counted.entries, each).value for each in counted.others())


def _settled(
    visit: Visit, lines: tuple[Line, ...], reference: Reference, same_day: SameDay | None
) -> Explained[Settlement]:
    denied = denials(lines, same_day.denied if same_day else ())
    return settle(visit, lines, reference, denied)


def _unpayable(
    counted: Count, reference: Reference, doubts: list[Finding]
) -> Explained[tuple[str, ...]]:
    """List the evaluations of assistants alone, each with a doubt."""
    named: list[str] = []
    found: list[Finding] = []
    for entry in counted.entries:
        held = reference.modifiers.held.get(entry.discipline.assistants_modifier)
        told = conflicts.evaluated(entry.codes[0], entry.minutes, held.sources if held else ())
        if not told.value:
            named.append(entry.name)
            found += told.findings
    doubts += found
    return Explained(tuple(named), (), tuple(found))


def _stopped(visit: Visit, trace: Trace) -> Answer:
    """Answer a visit of which no Part B line may be made."""
    return Answer(
        visit=visit,
        lines=(),
        alternatives=(),
        allocations=1,
        choices=(),
        timed_units=0,
        untimed_units=0,
        full_fee=NOTHING,
        allowed=NOTHING,
        nets=(),
        net=together(()),
        steps=tuple(trace.steps),
        findings=tuple(trace.findings),
        same_day=None,
    )


def _running_beside(reference: Reference) -> frozenset[str]:
    return frozenset(code.code for code in reference.codes.values() if code.runs_beside)


def _claimed(lines: tuple[Line, ...], counted: Count, times: Times) -> checklist.Claim:
    return checklist.Claim(
        lines=lines,
        given=tuple(
            checklist.Given(entry.name, entry.minutes, entry.timed) for entry in counted.entries
        ),
        co_treatment=tuple((pair.first, pair.second) for pair in times.co_treatment),
    )


def _same_day(
    visit: Visit, lines: tuple[Line, ...], judge: Judge | None, times: Times
) -> Explained[SameDay | None]:
    if judge is None or visit.setting is None:
        return Explained(None, ())
    billed = tuple((line.code, line.units, line.discipline) for line in lines)
    return judge.day(billed, Occasion(visit.setting, visit.day, times))


def _untimed(counted: Count) -> int:
    return sum(entry.codes[0].timing is Timing.UNTIMED for entry in counted.entries)


def _chosen(pools: tuple[Pool, ...]) -> Step:
    given = [name for choice in _choices(pools) for name in choice.services[: choice.left]]
    says = f"Shown as chosen: what is tied goes to {listed(given)}."
    return Step("units", says, (units.TIES,), f"◆ {listed(given)}")


def _choices(pools: tuple[Pool, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(pool.plan, tie.left, tuple(pool.timed[place].code for place in tie.places))
        for pool in pools
        if (tie := pool.allocation.tie)
    )
