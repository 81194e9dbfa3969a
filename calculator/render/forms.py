"""Claim lines as they go on a form, for a clipboard: columns of text."""

from typing import NamedTuple

from calculator.reference.bundle import Reference
from calculator.words.answer import Answer
from calculator.words.money import plain

CMS_1500 = ("Line", "Date 24A", "Code 24D", "Modifiers 24D", "Units 24G")
UB_04 = ("Line", "Revenue code 42", "Code 44", "Modifiers 44", "Date 45", "Units 46")
CHARGES = {CMS_1500: "Charge 24F", UB_04: "Charge 47"}
RIGHT = frozenset({"Line", "Units 24G", "Units 46", *CHARGES.values()})


class Sheet(NamedTuple):
    """Heads with the form's own field numbers, and one row of text a claim line."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def cms_1500(answer: Answer) -> Sheet:
    """Lay the claim lines out as the CMS-1500 has them."""
    day = str(answer.visit.day)
    rows = [
        (str(place), day, line.code, " ".join(line.modifiers), str(line.units))
        for place, line in enumerate(answer.lines, start=1)
    ]
    return _charged(Sheet(CMS_1500, tuple(rows)), answer)


def ub_04(answer: Answer, reference: Reference) -> Sheet:
    """Lay the claim lines out as the UB-04 has them, with the revenue code of each plan of care."""
    day = str(answer.visit.day)
    rows = [
        (
            *(str(place), str(reference.revenue[line.discipline]["code"]), line.code),
            *(" ".join(line.modifiers), day, str(line.units)),
        )
        for place, line in enumerate(answer.lines, start=1)
    ]
    return _charged(Sheet(UB_04, tuple(rows)), answer)


def spaced(sheet: Sheet) -> str:
    """Write a sheet for a note or a mail: columns lined up with blanks."""
    table = (sheet.heads, *sheet.rows)
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "".join(f"{_padded(row, widths, sheet.heads)}\n" for row in table)


def tabbed(sheet: Sheet) -> str:
    """Write a sheet for a spreadsheet: a tab between columns."""
    return "".join("\t".join(row) + "\n" for row in (sheet.heads, *sheet.rows))


def _padded(row: tuple[str, ...], widths: list[int], heads: tuple[str, ...]) -> str:
    cells = [
        words.rjust(width) if head in RIGHT else words.ljust(width)
        for words, width, head in zip(row, widths, heads, strict=True)
    ]
    return "  ".join(cells).rstrip()


def _charged(sheet: Sheet, answer: Answer) -> Sheet:
    """Add the charges where the visit tells any."""
    paid = answer.payment.lines if answer.payment else ()
    told = [each.allowance.charge for each in paid]
    if not any(each is not None for each in told):
        return sheet
    charges = ["" if each is None else plain(each) for each in told]
    rows = tuple((*row, charge) for row, charge in zip(sheet.rows, charges, strict=True))
    return Sheet((*sheet.heads, CHARGES[sheet.heads]), rows)
