"""The same visit on two days: what moved between them, and how much each part moved.

One ingredient after another is taken from the second day, in a stated order, while the visit stays
on the first; what each changes is its part. The parts add up to the whole difference to the cent.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from calculator.evaluate import evaluate
from calculator.ingredients import INGREDIENTS, held_on
from calculator.reference.bundle import Reference
from calculator.words.answer import Answer
from calculator.words.claim import Line
from calculator.words.explained import Step
from calculator.words.visit import Visit

Amounts = dict[str, Decimal | None]

SUMS = ("allowed", "medicare_pays", "patient_pays")


@dataclass(frozen=True, slots=True)
class Move:
    """One ingredient: what is different about it, and the answer once it is taken over."""

    key: str
    words: str
    step: Step
    before: Answer
    after: Answer

    def changes(self) -> Amounts:
        """Tell what each sum moves by, in dollars; `None` where one of the two is not known."""
        return changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers of two days, the parts of their difference, and what stayed as it was."""

    first: Answer
    second: Answer
    moves: tuple[Move, ...]
    unmoved: tuple[str, ...]


def compare(visit: Visit, days: tuple[date, date], reference: Reference) -> Comparison:
    """Answer a visit on two days and divide the difference; the visit's own day plays no part."""
    first, second = days
    opening = before = _answer(visit, first, reference)
    mixed = reference
    moves, unmoved = [], []
    for ingredient in INGREDIENTS:
        mixed, step = ingredient.swap(mixed, visit, days)
        if step is None:
            unmoved.append(ingredient.words)
            continue
        after = _answer(visit, first, mixed)
        step = replace(step, gives=_attested(before, after))
        moves.append(Move(ingredient.key, ingredient.words, step, before, after))
        before = after
    closing = _answer(visit, second, reference)
    return Comparison(opening, closing, tuple(moves), tuple(unmoved))


def changes(before: Answer, after: Answer) -> Amounts:
    """Tell what each sum moves by between two answers."""
    return {
        name: None if was is None or becomes is None else becomes - was
        for name, was, becomes in zip(SUMS, sums(before), sums(after), strict=True)
    }


def sums(answer: Answer) -> tuple[Decimal | None, ...]:
    """Give what is allowed, what Medicare pays and what the patient pays."""
    net = answer.settled
    if net is None:
        return (answer.allowed, None, None)
    return (answer.allowed, net.medicare_pays, net.patient_pays)


def side_by_side(first: Answer, second: Answer) -> tuple[tuple[Line | None, Line | None], ...]:
    """Put the same line of two answers together; KX may come or go between them."""
    ours, theirs = ({_name(line): line for line in answer.lines} for answer in (first, second))
    return tuple((ours.get(name), theirs.get(name)) for name in dict.fromkeys((*ours, *theirs)))


def _attested(before: Answer, after: Answer) -> str:
    """Say of which lines KX comes or goes; empty where it stays as it is."""
    told = [
        f"{becomes.code}: KX {'comes' if 'KX' in becomes.modifiers else 'goes'}"
        for was, becomes in side_by_side(before, after)
        if was and becomes and ("KX" in was.modifiers) != ("KX" in becomes.modifiers)
    ]
    return "; ".join(dict.fromkeys(told))


def _name(line: Line) -> tuple[str, str, bool]:
    return (line.code, line.discipline, line.assistant)


def _answer(visit: Visit, day: date, reference: Reference) -> Answer:
    services = held_on(visit.services, day, reference)
    return evaluate(replace(visit, day=day, services=services), reference, most=0)
