"""The page of many visits: what is asked of a file, and the empty tables that answers fill."""

import json
from collections.abc import Iterator

from calculator.entry.visit_columns import COLUMNS, template
from calculator.entry.visits_csv import NO_UTF8
from calculator.many_door import ASSUMED
from calculator.many_rows import bad_heads
from calculator.render.many import HEADS, record
from calculator.words.vocabulary import Discipline, Method
from scripts.pages.facts import Facts
from scripts.pages.template import render

ROOT = "../../"
SHOWN = {
    "visit": "Visit",
    "lines": "Lines",
    "date": "Date",
    "result": "Result",
    "units": "Units",
    "allowed": "Allowed",
    "billed_units": "Billed units",
    "billed_amount": "Billed amount",
    "difference": "Difference",
    "ties": "Ties",
    "modifiers": "Modifiers",
    "findings": "Findings",
    "reasons": "Reasons",
}
AMOUNTS = ("units", "allowed", "billed_units", "billed_amount", "difference")


def fragments(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the form, and the columns that a file may have."""
    yield (
        "calculator/many.html",
        render(
            "many.html",
            columns=COLUMNS,
            texts=json.dumps(
                {
                    "template": template(),
                    "results": record(HEADS),
                    "bad": bad_heads(),
                    "noUtf8": NO_UTF8,
                }
            ),
            heads=[(SHOWN[head], head in AMOUNTS) for head in HEADS],
            disciplines=[*map(str, Discipline)],
            methods={str(each): each.named for each in Method},
            localities=list(facts.library.localities.values()),
            assumed=ASSUMED,
            root=ROOT,
        ),
    )
    yield "calculator/columns.html", render("columns.html", columns=COLUMNS)
