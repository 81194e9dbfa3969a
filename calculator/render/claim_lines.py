"""Claim lines as a table, as they go on the CMS-1500."""

from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, link, origin, row, text
from calculator.render.sentence import NO_AMOUNT, unit_amounts
from calculator.words.claim import Line, total
from calculator.words.money import plain
from calculator.words.visit import Visit
from calculator.words.vocabulary import Method

UNITS = "number units"
HEAD = heads(
    ("Line", ""),
    ("Date <br>24A", "date"),
    ("Code <br>24D", ""),
    ("Modifiers <br>24D", ""),
    ("Units <br>24G", "number"),
    ("Amount per unit", "number each"),
    ("Allowed", "number"),
)


def table(
    lines: tuple[Line, ...], visit: Visit, reference: Reference, root: str, caption: str
) -> str:
    """Make the table of one claim; a claim without lines says so."""
    name = element("caption", text(caption))
    if not lines:
        nothing = row(element("td", "Nothing to bill", colspan=7))
        return element("table", name, HEAD, element("tbody", nothing), class_="claim-lines")
    rows = [_row(place, line, visit, reference, root) for place, line in enumerate(lines, start=1)]
    body = element("tbody", *rows)
    return element("table", name, HEAD, body, _foot(lines), class_="claim-lines")


def _row(place: int, line: Line, visit: Visit, reference: Reference, root: str) -> str:
    code = link(f"{root}codes/{line.code.lower()}/", line.code)
    label = element("span", text(reference.codes[line.code].label), class_="label")
    return row(
        cell(str(place)),
        cell(str(visit.day), "date"),
        element("th", code, label, scope="row"),
        cell(" ".join(line.modifiers), "modifiers"),
        cell(origin(str(line.units), _counted(line, visit, reference), reference, root), UNITS),
        cell(unit_amounts(line), "number each"),
        cell(_amount(line, reference, root), "number"),
    )


def _counted(line: Line, visit: Visit, reference: Reference) -> str:
    if not reference.codes[line.code].timing.counts_minutes:
        return "untimed"
    return "units" if visit.method is Method.CMS else "midpoint"


def _amount(line: Line, reference: Reference, root: str) -> str:
    if line.amount is None:
        return NO_AMOUNT
    rule = "fees" if line.amount == line.full_amount else "mppr"
    return origin(plain(line.amount), rule, reference, root)


def _foot(lines: tuple[Line, ...]) -> str:
    amount = total(tuple(line.amount for line in lines))
    return element(
        "tfoot",
        row(
            cell(),
            cell(class_="date"),
            element("th", "All lines", scope="row"),
            cell(),
            cell(str(sum(line.units for line in lines)), "number units"),
            cell(class_="each"),
            cell(NO_AMOUNT if amount is None else plain(amount), "number"),
        ),
    )
