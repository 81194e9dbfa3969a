"""What a line may carry and what its record has to hold, as tables worked out by the rules."""

from collections.abc import Iterator
from itertools import product

from calculator.reference.bundle import Reference
from calculator.rules import conflicts, notice
from calculator.words.explained import Explained
from calculator.words.vocabulary import Coverage, Notice
from scripts.content.model.demands import Demand
from scripts.pages.blocks import Block
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../../"
SAMPLE = "97530"  # any code serves: what is shown hangs on coverage and notice alone
CALLED = {
    "every_claim": "every claim",
    "timed": "a timed service",
    "assistant": "minutes of an assistant alone",
    "together": "minutes of therapist and assistant together",
    "co_treatment": "two disciplines at once",
}


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the tables of coverage and notice, of all conflicts, and of all demands."""
    library = facts.library
    sources = library.sources
    liability = render("liability.html", rows=_liability(facts.reference))
    yield "tables/liability.html", liability
    pairs = [
        (modifier, conflict)
        for modifier in library.modifiers.values()
        for conflict in modifier.conflicts
        if modifier.modifier < conflict.other
    ]
    keys = {each.modifier: each.key for each in library.modifiers.values()}
    table = render("conflicts.html", pairs=pairs, keys=keys, sources=sources, root=ROOT)
    yield "tables/conflicts.html", table
    demands = [(_called(demand), demand) for demand in library.demands]
    notes = library.comparisons.values()
    policies = [each for each in library.policies.values() if each.note]
    table = render(
        "demands.html",
        demands=demands,
        policies=policies,
        notes=notes,
        sources=sources,
        root=ROOT,
    )
    yield "tables/demands.html", table


def checked(block: Block, reference: Reference) -> str:
    """Check the lines of a block and write them; refuses where the rule says otherwise."""
    rows = []
    for entry in block.data:
        code, *modifiers = str(entry["line"]).split()
        explained = conflicts.check(reference.codes[code], tuple(modifiers), reference.modifiers)
        if explained.value is not entry["stands"]:
            raise block.refuse(f"{entry['line']}: the page says stands: {entry['stands']}")
        rows.append((entry["line"], explained))
    return render("lines.html", rows=rows)


def _liability(reference: Reference) -> list[tuple[str, str, Explained[notice.Borne]]]:
    rows = reference.modifiers.liabilities
    return [
        (
            notice.COVERAGE[coverage],
            notice.NOTICE[given],
            notice.place(SAMPLE, coverage, given, rows),
        )
        for coverage, given in product(Coverage, Notice)
    ]


def _called(demand: Demand) -> str:
    if demand.when == "modifier":
        return " or ".join(demand.modifiers)
    if demand.codes:
        return ", ".join(demand.codes)
    return CALLED[demand.when]
