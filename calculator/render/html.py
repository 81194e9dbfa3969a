"""An answer as the region that a page shows: sentence, lines, tie, money, why, record, figures."""

from calculator.reference.bundle import Reference
from calculator.reference.localities import NATIONAL
from calculator.reference.periods import Period
from calculator.render import (
    blocks,
    by_line,
    checklist,
    claim_lines,
    money,
    remittance,
    same_day,
    sentence,
    why,
)
from calculator.render.markup import element, source, standing, text
from calculator.tariff import factor_key
from calculator.words.answer import Answer
from calculator.words.claim import written
from calculator.words.sentences import counted

MOST_SHOWN = 10  # alternatives written out; a day with more of them is told how many


def region(answer: Answer, reference: Reference, root: str, *beside: str) -> str:
    """Make the region "Answer"; `root` leads from the page to the site's root, as `../../`.

    `beside` are sections, made already, that stand between the money and the reasons.
    """
    lines = claim_lines.table(answer.lines, answer.visit, reference, root, "Claim lines")
    return element(
        "section",
        element("h2", "Answer"),
        element("p", text(sentence.whole(answer)), class_="sentence"),
        element("p", text(sentence.visit(answer, reference)), class_="asked"),
        lines,
        _ties(answer, reference, root) if answer.choices else "",
        why.findings(answer.findings, reference, root),
        money.section(answer, reference),
        _settled(answer, reference, root),
        same_day.section(answer.same_day, reference, root) if answer.visit.setting else "",
        *beside,
        why.reasons(answer.steps, reference, root),
        blocks.section(answer),
        checklist.section(answer.due, reference, root),
        element("p", text(sentence.not_checked(answer)), class_="not-checked"),
        figures_used(answer, reference, root),
        class_="answer",
        aria_label="Answer",
    )


def _settled(answer: Answer, reference: Reference, root: str) -> str:
    """Make what is paid of each line, and what a remittance would show of it."""
    if answer.payment is None or not answer.lines:
        return ""
    return "".join(
        (
            by_line.table(answer, answer.payment),
            remittance.section(answer, answer.payment, reference, root),
        )
    )


def _ties(answer: Answer, reference: Reference, root: str) -> str:
    shown = answer.alternatives[:MOST_SHOWN]
    unseen = answer.allocations - 1 - len(shown)
    rest = element("p", f"{counted(unseen, 'further allocation')} not written out here.")
    what = counted(answer.allocations - 1, "other allowed claim")
    said = [
        element("p", element("strong", "Tie."), " ", text(sentence.tie(answer, choice)))
        for choice in answer.choices
    ]
    tables = [
        claim_lines.table(lines, answer.visit, reference, root, written(lines)) for lines in shown
    ]
    others = element("details", element("summary", f"Show {what}"), *tables, rest if unseen else "")
    return element("div", *said, others, class_="tie", role="note", aria_label="Tie")


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
