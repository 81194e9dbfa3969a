"""Where authorities or methods differ about a visit: both results, and which one the answer uses.

Only what differs for this very visit is told, in one fixed order, whatever either result pays.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from calculator.counting import count
from calculator.evaluate import evaluate
from calculator.reference.bundle import Reference
from calculator.settlement import denials
from calculator.words.allocation import Pool
from calculator.words.answer import Answer
from calculator.words.claim import Net, written
from calculator.words.explained import Finding, Step
from calculator.words.money import NOTHING, dollars
from calculator.words.same_day import Judge
from calculator.words.vocabulary import Bucket, Method

COUNTED = {
    Method.CMS: ("units", "CMS: the minutes of a plan together", "pub-100-04-ch05-20-2"),
    Method.MIDPOINT: ("midpoint", "CPT midpoint: each code alone", "cpt-midpoint"),
}
SHARE = "settled-assistant-share"
ACCRUAL = "settled-kx-accrual"


class Disagreement(NamedTuple):
    """One point: the reading that the answer uses, the other one, and why the first is used."""

    about: str
    used: Step
    other: Step
    why: Finding


def disagreements(
    answer: Answer, reference: Reference, judge: Judge | None = None
) -> tuple[Disagreement, ...]:
    """Tell what differs for this visit: the count, assistants' share, what accrues towards KX.

    `judge` is the one that the answer was given with.
    """
    return (
        *_counting(answer, reference, judge),
        *_share(answer, reference),
        *_accrual(answer, reference),
    )


def _counting(answer: Answer, reference: Reference, judge: Judge | None) -> Iterator[Disagreement]:
    other = next(each for each in Method if each is not answer.visit.method)
    turned = replace(answer.visit, method=other)
    if _earned(answer.pools) == _earned(count(turned, reference).value.pools):
        return
    answered = evaluate(turned, reference, judge, most=0)
    if not answer.lines and not answered.lines:
        return  # what stops the one stops the other
    says = "The visit was asked by this method. Medicare counts by the day's total time."
    why = Finding("units", says, (COUNTED[Method.CMS][2],))
    yield Disagreement("counting", _counted(answer), _counted(answered), why)


def _earned(pools: tuple[Pool, ...]) -> tuple[tuple[int, ...], ...]:
    return tuple(pool.allocation.shown for pool in pools)


def _counted(answer: Answer) -> Step:
    rule, words, cite = COUNTED[answer.visit.method]
    money = "no total" if answer.allowed is None else f"{dollars(answer.allowed)} allowed"
    return Step(rule, f"{words}: {written(answer.lines) or 'no line'}.", (cite,), money)


def _share(answer: Answer, reference: Reference) -> Iterator[Disagreement]:
    other, used_here = answer.other_reading, answer.payment and answer.payment.net
    if other is None or used_here is None or other == used_here:
        return
    kept = reference.figure("assistant-kept-share", answer.visit.day)
    cites = (SHARE, *kept.cites)
    used = Step("costshare", f"{kept.value:.0%} of Medicare’s share.", cites, _paid(used_here))
    whole = Step("costshare", f"{kept.value:.0%} of the whole fee.", cites, _paid(other))
    says = "Settled for this project; the point is disputed, and no worked amount of CMS was seen."
    yield Disagreement("assistants", used, whole, Finding("costshare", says, (SHARE,)))


def _paid(net: Net) -> str:
    return f"Medicare {dollars(net.medicare_pays)}, patient {dollars(net.patient_pays)}"


def _accrual(answer: Answer, reference: Reference) -> Iterator[Disagreement]:
    if answer.nets is None:
        return
    denied = denials(answer.lines)  # these count towards no threshold
    counting = [
        (line, net)
        for place, (line, net) in enumerate(zip(answer.lines, answer.nets, strict=True))
        if place not in denied
    ]
    for bucket in Bucket:
        mine = [(line, net) for line, net in counting if line.discipline.bucket is bucket]
        if not any(net.assistant_reduction for _, net in mine):
            continue
        threshold = reference.threshold(bucket, answer.visit.day)
        used = answer.visit.used_of(bucket) or NOTHING
        whole = sum((line.amount or NOTHING for line, _ in mine), used)
        less = whole - sum((net.assistant_reduction for _, net in mine), NOTHING)
        if whole <= threshold.value or less > threshold.value:
            continue
        cites = (ACCRUAL, *threshold.cites)
        against = f"against the threshold of {dollars(threshold.value)}"
        says = f"{bucket}: assistants’ reduction not taken off, {dollars(whole)} {against}."
        other = f"{bucket}: assistants’ reduction taken off, {dollars(less)} {against}."
        why = "Settled for this project; no source that was read says which, so it is unverified."
        yield Disagreement(
            "accrual",
            Step("threshold", says, cites, "KX"),
            Step("threshold", other, cites, "no KX"),
            Finding("threshold", why, (ACCRUAL,)),
        )
