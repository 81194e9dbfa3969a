"""What follows an answer's top: the minutes drawn, other allocations, payment by line, reasons."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from calculator import alternatives
from calculator.disagreements import Disagreement, disagreements
from calculator.distances import distances
from calculator.evaluate import others
from calculator.reference.bundle import Reference
from calculator.reference.localities import NATIONAL
from calculator.reference.periods import Period
from calculator.render import (
    alternatives as beside,
    blocks,
    boundaries,
    by_line,
    checklist,
    claim_lines,
    differences,
    minutes,
    remittance,
    same_day,
    sentence,
    why,
)
from calculator.render.markup import element, source, standing, text
from calculator.render.result import FURTHER, MINUTES, OTHERS
from calculator.tariff import factor_key
from calculator.words.answer import Answer
from calculator.words.claim import Line, written
from calculator.words.explained import Step
from calculator.words.same_day import Judge
from calculator.words.sentences import counted

MOST_SHOWN = 10  # alternatives written out; a day with more of them is told how many

Part = tuple[str, str]  # the part's name, and a stretch of its HTML


def afterwards(
    answer: Answer, reference: Reference, root: str, judge: Judge | None
) -> Iterator[Part]:
    """Work out and make, stretch by stretch, what an answer without alternatives lacks.

    `judge` is the one that the answer was given with.
    """
    yield MINUTES, minutes.section(answer, reference, root)
    near = distances(answer)
    yield from _below_money(answer, reference, root)
    yield FURTHER, boundaries.region(near, reference, root)
    differing = disagreements(answer, reference, judge)
    yield FURTHER, differences.region(differing, reference, root)
    yield from _why(answer, reference, root)
    yield from _beside(answer, reference, judge)
    if answer.choices:
        yield from _others(others(answer, reference, judge), answer, reference, root)


def parts(
    answer: Answer,
    reference: Reference,
    root: str,
    near: tuple[Step, ...],
    differing: tuple[Disagreement, ...],
) -> dict[str, str]:
    """Make the same at once of an answer that lacks nothing, by name."""
    made = {FURTHER: "", OTHERS: "", MINUTES: minutes.section(answer, reference, root)}
    beside = (
        (FURTHER, boundaries.region(near, reference, root)),
        (FURTHER, differences.region(differing, reference, root)),
    )
    for name, html in chain(
        _below_money(answer, reference, root),
        beside,
        _why(answer, reference, root),
        _others(answer.alternatives, answer, reference, root),
    ):
        made[name] += html
    return made


def _below_money(answer: Answer, reference: Reference, root: str) -> Iterator[Part]:
    if answer.payment and answer.lines:
        yield FURTHER, by_line.table(answer, answer.payment)
        yield FURTHER, remittance.section(answer, answer.payment, reference, root)
    if answer.visit.setting:
        yield FURTHER, same_day.section(answer.same_day, reference, root)


def _why(answer: Answer, reference: Reference, root: str) -> Iterator[Part]:
    yield FURTHER, why.reasons(answer.steps, reference, root)
    yield FURTHER, blocks.section(answer)
    yield FURTHER, checklist.section(answer.due, reference, root)
    yield FURTHER, element("p", text(sentence.not_checked(answer)), class_="not-checked")
    yield FURTHER, figures_used(answer, reference, root)


def _beside(answer: Answer, reference: Reference, judge: Judge | None) -> Iterator[Part]:
    if not answer.lines:
        return
    ways = []
    for way in alternatives.alternatives(answer, reference, judge):
        ways.append(way)
        yield (
            FURTHER,
            "",
        )  # each is a whole answer: whoever asks for something newer gets in between
    yield FURTHER, beside.section(answer, ways)


def _others(
    claims: Iterable[tuple[Line, ...]], answer: Answer, reference: Reference, root: str
) -> Iterator[Part]:
    unseen = answer.allocations - 1
    for lines in islice(claims, MOST_SHOWN):
        unseen -= 1
        name = written(lines)
        yield OTHERS, claim_lines.table(lines, answer.visit, reference, root, name)
    if unseen:
        rest = f"{counted(unseen, 'further allocation')} not written out here."
        yield OTHERS, element("p", rest)


def figures_used(answer: Answer, reference: Reference, root: str) -> str:
    """Make the list of the figures used, each with its release and what it is valid for."""
    day, locality = answer.visit.day, answer.visit.locality
    used: list[tuple[str, Period[object]]] = [
        ("RVUs and indicators", reference.codes[line.code].valuations.on(day))
        for line in answer.lines[:1]
    ]
    if locality != NATIONAL:
        used.append(("GPCIs", reference.localities[locality].indices.on(day)))
    used.append(
        ("Conversion factor", reference.figures[factor_key(answer.visit, reference)].on(day))
    )
    items = [element("li", _used(words, period, reference, root)) for words, period in used]
    return element(
        "section", element("h3", "Figures used"), element("ul", *items), class_="figures-used"
    )


def _used(words: str, period: Period[object], reference: Reference, root: str) -> str:
    said = f"{words}: {period.release}, valid {period.start} to {period.end}"
    valid = {"data_from": period.start, "data_to": period.end}
    return (
        f"{element('span', text(said), class_='period', **valid)} {standing(period.standing)},"
        f" {source(period.sources[0], reference, root)}"
    )
