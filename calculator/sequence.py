"""Several visits of one patient, in the order in which their claims were received.

What is used of the threshold and what is left of the deductible run from one to the next, each
calendar year by itself. The order of receipt counts, and not that of the dates of service.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.settlement import DENIED_BY
from calculator.words.answer import Answer
from calculator.words.claim import Line
from calculator.words.explained import Step
from calculator.words.money import NOTHING, dollars
from calculator.words.running import Year
from calculator.words.visit import Visit
from calculator.words.vocabulary import Bucket

REVIEW = "medical-review-threshold"
RECEIPT = "pub-100-04-ch05-10-3"


@dataclass(frozen=True, slots=True)
class Running:
    """One bucket at one visit, in dollars; the two flags are true at the visit that brings them.

    `unknown` tells that a line without a national amount adds to it, by how much is not known.
    """

    bucket: Bucket
    before: Decimal
    added: Decimal
    threshold: Decimal
    carries_kx: bool
    kx_begins: bool
    review_passed: bool
    unknown: bool

    @property
    def after(self) -> Decimal:
        """What is used once this visit's claim is in."""
        return self.before + self.added

    @property
    def remains(self) -> Decimal:
        """What is left below the threshold; equal to it is not above."""
        return max(self.threshold - self.after, NOTHING)


@dataclass(frozen=True, slots=True)
class Received:
    """One visit in its place: its answer, its buckets, and the deductible that it leaves."""

    answer: Answer
    buckets: tuple[Running, ...]
    deductible_remaining: Decimal
    steps: tuple[Step, ...]


def sequence(
    visits: tuple[Visit, ...], years: dict[int, Year], reference: Reference
) -> tuple[Received, ...]:
    """Answer visits in order of claim receipt; `years` has each visit's year as it began."""
    running = dict(years)
    begun: set[tuple[int, Bucket]] = set()
    received = []
    for visit in visits:
        year = running[visit.day.year]
        answer = evaluate(_with_running(visit, year), reference, most=0)
        buckets = tuple(
            _running(bucket, answer, year, reference, begun=(year.year, bucket) in begun)
            for bucket in Bucket
            if any(line.discipline.bucket is bucket for line in answer.lines)
        )
        begun |= {(year.year, each.bucket) for each in buckets if each.carries_kx}
        after = _after(year, answer, buckets)
        running[year.year] = after
        steps = tuple(_step(each, visit, reference) for each in buckets)
        received.append(Received(answer, buckets, after.deductible_remaining, steps))
    return tuple(received)


def _with_running(visit: Visit, year: Year) -> Visit:
    own = visit.discipline.bucket
    other = next(each for each in Bucket if each is not own)
    return replace(
        visit,
        threshold_used=year.used[own],
        threshold_used_other=year.used[other],
        deductible_remaining=year.deductible_remaining,
    )


def _running(
    bucket: Bucket, answer: Answer, year: Year, reference: Reference, *, begun: bool
) -> Running:
    lines = [line for line in answer.lines if line.discipline.bucket is bucket]
    before, added = year.used[bucket], _known(lines)
    review = reference.figure(REVIEW, answer.visit.day).value
    carries = any("KX" in line.modifiers for line in lines)
    return Running(
        bucket=bucket,
        before=before,
        added=added,
        threshold=reference.threshold(bucket, answer.visit.day).value,
        carries_kx=carries,
        kx_begins=carries and not begun,
        review_passed=before <= review < before + added,
        unknown=any(line.amount is None for line in lines),
    )


def _known(lines: list[Line]) -> Decimal:
    """Add what counts towards a threshold: no line of which no payment is expected."""
    counting = [line.amount for line in lines if not DENIED_BY.keys() & {*line.modifiers}]
    return sum((amount for amount in counting if amount is not None), NOTHING)


def _after(year: Year, answer: Answer, buckets: tuple[Running, ...]) -> Year:
    used = {**year.used, **{each.bucket: each.after for each in buckets}}
    taken = answer.settled.deductible if answer.settled else NOTHING
    return Year(year.year, used, year.deductible_remaining - taken)


def _step(running: Running, visit: Visit, reference: Reference) -> Step:
    threshold = reference.threshold(running.bucket, visit.day)
    stands = (
        f"above the threshold of {dollars(running.threshold)}"
        if running.after > running.threshold
        else f"{dollars(running.remains)} of the threshold of {dollars(running.threshold)} remain"
    )
    says = (
        f"{running.bucket}, {visit.day.year}: {dollars(running.before)} used before, this claim"
        f" adds {dollars(running.added)}: {dollars(running.after)}, {stands}."
    )
    if running.unknown:
        says += " A line without a national amount is not in it."
    return Step("threshold", says, (*threshold.cites, RECEIPT), dollars(running.after))
