"""The assistants' reduction in both readings: the one that is used, and the other beside it."""

from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, row, source, standing, text
from calculator.words.answer import Answer
from calculator.words.claim import Net
from calculator.words.money import dollars
from calculator.words.vocabulary import Standing

SETTLED = "settled-assistant-share"
HEAD = heads(
    ("Reading", ""), ("Medicare pays", "number"), ("Patient pays", "number"), ("Standing", "")
)


def table(answer: Answer, net: Net, reference: Reference, root: str) -> str:
    """Make the table of both readings; `net` is who pays what in the one that is used."""
    if answer.other_reading is None:
        return ""
    kept = reference.figures["assistant-kept-share"].on(answer.visit.day).value
    rows = [
        _row(f"{kept:.0%} of Medicare’s share: used here", net),
        _row(f"{kept:.0%} of the whole fee", answer.other_reading),
    ]
    caption = element("caption", "Assistants’ reduction, two readings")
    cited = element("p", "Settled here: ", source(SETTLED, reference, root), class_="note")
    return element("table", caption, HEAD, element("tbody", *rows), class_="readings") + cited


def _row(reading: str, net: Net) -> str:
    return row(
        element("th", text(reading), scope="row"),
        cell(dollars(net.medicare_pays), "number"),
        cell(dollars(net.patient_pays), "number"),
        cell(standing(Standing.DISPUTED)),
    )
