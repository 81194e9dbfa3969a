"""The money of an answer, line by line and in all."""

from decimal import Decimal

from calculator.render.markup import cell, element, heads, row, text
from calculator.words.answer import Answer
from calculator.words.claim import Line, Net
from calculator.words.money import plain
from calculator.words.payment import Paid, Payment

SPARE = "number spare"  # left out where the answer is narrow: the money table has its sum
NUMBER = "number"


def table(answer: Answer, payment: Payment) -> str:
    """Make the table of what is paid of each line, behind a disclosure."""
    rows = [
        _row(line, paid, payment) for line, paid in zip(answer.lines, payment.lines, strict=True)
    ]
    whole = element(
        "table",
        element("caption", "Money, line by line"),
        heads(*_columns(payment)),
        element("tbody", *rows),
        element("tfoot", _foot(answer, payment)),
        class_="by-line",
    )
    return element("details", element("summary", "Line by line"), whole)


def _columns(payment: Payment) -> tuple[tuple[str, str], ...]:
    charge = (("Charge", SPARE),) if payment.told else ()
    return (
        ("Line", ""),
        *charge,
        ("Fee", SPARE),
        ("Allowed", NUMBER),
        ("Deductible", SPARE),
        ("Coinsurance", SPARE),
        ("Assistant", SPARE),
        ("Sequestration", SPARE),
        ("Medicare", NUMBER),
        ("Patient", NUMBER),
    )


def _row(line: Line, paid: Paid, payment: Payment) -> str:
    charge = paid.allowance.charge
    name = element("span", text(" ".join(line.modifiers)), class_="label")
    return row(
        element("th", text(line.code), name, scope="row"),
        *([cell("" if charge is None else plain(charge), SPARE)] if payment.told else ()),
        cell("" if line.amount is None else plain(line.amount), SPARE),
        *_shares(paid.allowed, paid.net, paid.bears),
    )


def _foot(answer: Answer, payment: Payment) -> str:
    charges = [paid.allowance.charge for paid in payment.lines]
    known = [charge for charge in charges if charge is not None]
    whole = plain(sum(known, Decimal(0))) if len(known) == len(charges) else ""
    return row(
        element("th", "All lines", scope="row"),
        *([cell(whole, SPARE)] if payment.told else ()),
        cell("" if answer.allowed is None else plain(answer.allowed), SPARE),
        *_shares(payment.allowed, payment.net, payment.bears),
    )


def _shares(allowed: Decimal, net: Net, bears: Decimal) -> list[str]:
    spare = (net.deductible, net.coinsurance, net.assistant_reduction, net.sequestration)
    return [
        cell(plain(allowed), NUMBER),
        *(cell(plain(amount), SPARE) for amount in spare),
        cell(plain(net.medicare_pays), NUMBER),
        cell(plain(bears), NUMBER),
    ]
