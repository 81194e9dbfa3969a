"""A visit through the rules, in the published order."""

from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from calculator.reference.bundle import Reference
from calculator.reference.codes import Code
from calculator.rules import costshare, midpoint, modifiers, pair, services, status, units, untimed
from calculator.tariff import Billed, Tariff
from calculator.words.allocation import Allocation
from calculator.words.answer import Answer, Choice
from calculator.words.claim import Line, Net, total
from calculator.words.explained import Explained, Finding, Step
from calculator.words.visit import Service, Visit
from calculator.words.vocabulary import Method, Timing

MOST_ALTERNATIVES = 100

T = TypeVar("T")


def evaluate(visit: Visit, reference: Reference) -> Answer:
    """Answer a visit whose codes and locality the reference holds.

    Raises `NotPublished` where a figure is missing for the date of service.
    """
    trace = _Trace()
    tariff = Tariff(visit, reference)
    trace.keep(tariff.factor)
    entries = _entries(_admitted(visit, reference, trace), reference)
    timed = tuple(Service(entry.name, entry.minutes) for entry in entries if entry.timed)
    allocation = trace.keep(_count(timed, visit, _timed_by(entries)))
    listed = tuple(
        trace.keep(untimed.count(entry.codes[0], entry.minutes))
        for entry in entries
        if not entry.timed
    )
    shown = trace.keep(_billed(entries, allocation.shown, listed))
    carried = trace.keep(
        modifiers.assign(tuple(code for code, _ in shown), visit.discipline, visit.threshold_used)
    )
    for code, _ in shown:
        trace.keep(tariff.price(code))
    lines = trace.keep(tariff.claim(shown, carried))
    allowed = total(tuple(line.amount for line in lines))
    net = None if allowed is None else trace.keep(_share(visit, lines, reference))
    return Answer(
        visit=visit,
        lines=lines,
        alternatives=tuple(
            tariff.claim(_billed(entries, other, listed).value, carried).value
            for other in islice(allocation.others(), MOST_ALTERNATIVES)
        ),
        allocations=allocation.count,
        choice=_choice(allocation, timed),
        timed_units=sum(allocation.shown),
        untimed_units=sum(entry.codes[0].timing is Timing.UNTIMED for entry in entries),
        full_fee=total(tuple(line.full_amount for line in lines)),
        allowed=allowed,
        net=net,
        steps=tuple(trace.steps),
        findings=tuple(trace.findings),
    )


class _Trace:
    """The steps and findings of the rules, in the order in which they were asked."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.findings: list[Finding] = []

    def keep(self, explained: Explained[T]) -> T:
        self.steps += explained.steps
        self.findings += explained.findings
        return explained.value


@dataclass(frozen=True, slots=True)
class _Entry:
    """One service: a code, or the two codes of a pair whose minutes count together."""

    codes: tuple[Code, ...]
    minutes: int

    @property
    def timed(self) -> bool:
        return self.codes[0].timing.counts_minutes

    @property
    def name(self) -> str:
        return "/".join(code.code for code in self.codes)

    def billed(self, units: int) -> Explained[Billed]:
        """Give the units to the code, or divide them between the two."""
        if len(self.codes) == 1:
            return Explained(((self.codes[0], units),), ())
        first, further = self.codes
        split = pair.split(first.code, further.code, units)
        return Explained(tuple(zip(self.codes, split.value, strict=True)), split.steps)


def _admitted(visit: Visit, reference: Reference, trace: _Trace) -> dict[str, int]:
    return {
        code: minutes
        for code, minutes in trace.keep(services.merge(visit.services)).items()
        if trace.keep(status.admit(code, reference.codes[code].valuations.on(visit.day)))
    }


def _entries(admitted: dict[str, int], reference: Reference) -> list[_Entry]:
    first_of = {code.further: code.code for code in reference.codes.values() if code.further}
    minutes_of: dict[str, int] = {}
    for code, minutes in admitted.items():
        first = first_of.get(code, code)
        minutes_of[first] = minutes_of.get(first, 0) + minutes
    return [_Entry(_family(first, reference), minutes) for first, minutes in minutes_of.items()]


def _family(first: str, reference: Reference) -> tuple[Code, ...]:
    code = reference.codes[first]
    return (code, reference.codes[code.further]) if code.further else (code,)


def _timed_by(entries: list[_Entry]) -> tuple[str, ...]:
    codes = [code for entry in entries if entry.timed for code in entry.codes]
    return tuple(dict.fromkeys(source for code in codes for source in code.timing_sources))


def _count(
    timed: tuple[Service, ...], visit: Visit, timed_by: tuple[str, ...]
) -> Explained[Allocation]:
    if visit.method is Method.MIDPOINT:
        return midpoint.count(timed, timed_by)
    return units.allocate(timed, visit.discipline, timed_by)


def _billed(
    entries: list[_Entry], timed_units: tuple[int, ...], listed_units: tuple[int, ...]
) -> Explained[Billed]:
    earned, listed = iter(timed_units), iter(listed_units)
    parts = [entry.billed(next(earned if entry.timed else listed)) for entry in entries]
    billed = tuple((code, count) for part in parts for code, count in part.value if count)
    return Explained(billed, tuple(step for part in parts for step in part.steps))


def _choice(allocation: Allocation, timed: tuple[Service, ...]) -> Choice | None:
    if allocation.tie is None:
        return None
    return Choice(allocation.tie.left, tuple(timed[place].code for place in allocation.tie.places))


def _share(visit: Visit, lines: tuple[Line, ...], reference: Reference) -> Explained[Net]:
    amounts = tuple(line.amount for line in lines if line.amount is not None)
    return costshare.share(
        amounts,
        visit.deductible_remaining,
        costshare.Terms(
            deductible=reference.figure("deductible", visit.day),
            coinsurance=reference.figure("coinsurance-share", visit.day),
            sequestration=reference.figure("sequestration-share", visit.day),
        ),
    )
