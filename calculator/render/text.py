"""An answer as text for people at a terminal."""

from collections.abc import Iterator

from calculator.reference.bundle import Reference
from calculator.render import checklist, same_day, sentence
from calculator.words.answer import Answer
from calculator.words.claim import Line, Net
from calculator.words.explained import Step
from calculator.words.money import dollars, plain
from calculator.words.problem import Problem
from calculator.words.remittance import Remitted
from calculator.words.vocabulary import Participation


def answer(answered: Answer, reference: Reference, beside: tuple[str, ...] = ()) -> str:
    """Write the answer: the sentence, claim lines, tie, money, then each step with its sources.

    `beside` are lines that stand before the steps.
    """
    return "\n".join(_paragraphs(answered, reference, beside)) + "\n"


def refusal(problems: tuple[Problem, ...]) -> str:
    """Write what has to be put right, one line a problem."""
    return "".join(f"{problem.says}\n" for problem in problems)


def _paragraphs(answered: Answer, reference: Reference, beside: tuple[str, ...]) -> Iterator[str]:
    yield sentence.whole(answered)
    yield sentence.visit(answered, reference)
    yield ""
    yield from map(_line, answered.lines)
    for choice in answered.choices:
        yield f"Tie. {sentence.tie(answered, choice)}"
    yield from (finding.says for finding in answered.findings)
    if answered.same_day:
        yield ""
        yield from same_day.lines(answered.same_day)
    yield ""
    net = answered.settled
    if net:
        yield _who_pays(answered, net)
        yield from (f"Not sure to be paid. {doubt.says}" for doubt in answered.doubts)
        yield ""
    if answered.payment and answered.lines:
        yield "Remittance"
        for line, paid in zip(answered.lines, answered.payment.lines, strict=True):
            yield f"{line.code} {' '.join(line.modifiers)}: {_remitted(paid.remitted)}"
        yield ""
    if beside:
        yield from beside
        yield ""
    for place, step in enumerate(answered.steps, start=1):
        yield from _step(place, step, reference)
    yield ""
    yield from checklist.lines(answered.due)
    yield ""
    yield sentence.not_checked(answered)


def _who_pays(answered: Answer, net: Net) -> str:
    medicare, payment = dollars(net.medicare_pays), answered.payment
    if payment is None or payment.participation is not Participation.UNASSIGNED:
        return f"Medicare pays {medicare}, the patient {dollars(net.patient_pays)}."
    at_most = "" if payment.charged else "at most "
    return f"Medicare pays {medicare} to the patient, who bears {at_most}{dollars(payment.bears)}."


def _line(line: Line) -> str:
    amount = sentence.NO_AMOUNT if line.amount is None else plain(line.amount)
    each = sentence.unit_amounts(line)
    return f"{line.code:6} {' '.join(line.modifiers):6} {line.units:>3}  {each:24} {amount:>10}"


def _remitted(line: Remitted) -> str:
    charge = "charge not entered" if line.charge is None else f"{plain(line.charge)} charged"
    unpaid = (
        each.code.beside("the charge" if each.amount is None else plain(each.amount))
        for each in line.adjusted
    )
    to = " to the patient" if line.to_patient else ""
    return ", ".join((charge, *unpaid, f"paid {plain(line.paid)}{to}"))


def _step(place: int, step: Step, reference: Reference) -> Iterator[str]:
    yield f"{place}. {step.says}{f' [{step.gives}]' if step.gives else ''}"
    for key in step.cites:
        cited = reference.sources[key]
        yield f"     {cited.title} ({cited.standing})"
