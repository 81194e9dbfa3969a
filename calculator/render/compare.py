"""A visit on two days, shown: the lines side by side, and what each part of the difference is."""

from decimal import Decimal

from calculator.compare import Comparison, Move, changes, side_by_side, sums
from calculator.reference.bundle import Reference
from calculator.render.markup import cell, element, heads, link, row, scroller, source, text
from calculator.render.sentence import NO_AMOUNT
from calculator.words.claim import Line
from calculator.words.money import dollars, plain
from calculator.words.sentences import capitalised, listed

SUM_WORDS = ("Allowed", "Medicare pays", "Patient pays")
ORDER = (
    "One part after another is taken from the second day, in this order, while everything else"
    " stays as it was; the parts add up to the whole difference."
)


def sentence(compared: Comparison) -> str:
    """Say what is allowed on each day, and the difference."""
    was, becomes = compared.first.allowed, compared.second.allowed
    days = compared.first.visit.day, compared.second.visit.day
    if was is None or becomes is None:
        return f"{days[0]} and {days[1]}: no total, as a line has {NO_AMOUNT}."
    return (
        f"{dollars(was)} allowed on {days[0]}, {dollars(becomes)} on {days[1]}:"
        f" {_difference(becomes - was)}."
    )


def _difference(amount: Decimal) -> str:
    if not amount:
        return "the same"
    return f"{dollars(abs(amount))} {'more' if amount > 0 else 'less'}"


def signed(amount: Decimal | None) -> str:
    """Write a difference with its sign."""
    if amount is None:
        return NO_AMOUNT
    if not amount:
        return "0.00"
    return f"+{amount:,.2f}" if amount > 0 else f"−{-amount:,.2f}"


def stayed(compared: Comparison) -> str:
    """Name what is the same on both days; empty where everything moved."""
    if not compared.unmoved:
        return ""
    return f"The same on both days: {listed(compared.unmoved)}."


def region(compared: Comparison, reference: Reference, root: str) -> str:
    """Make the region "Comparison"; `root` leads from the page to the site's root."""
    return element(
        "section",
        element("h3", text(sentence(compared)), class_="verdict"),
        _lines(compared, root),
        _parts(compared),
        _moves(compared.moves, reference, root),
        element("p", text(f"{stayed(compared)} {ORDER}".strip()), class_="note"),
        class_="comparison",
        aria_label="Comparison",
    )


def _lines(compared: Comparison, root: str) -> str:
    days = [str(answer.visit.day) for answer in (compared.first, compared.second)]
    head = heads(
        *(("Code", ""), ("Modifiers", "")),
        *((f"Units {day}", "number") for day in days),
        *((f"Allowed {day}", "number") for day in days),
        ("Change", "number"),
    )
    pairs = side_by_side(compared.first, compared.second)
    rows = [_line(was, becomes, root) for was, becomes in pairs]
    name = element("caption", "Line by line")
    table = element("table", name, head, element("tbody", *rows), class_="figures")
    return scroller(table, "Line by line")


def _line(was: Line | None, becomes: Line | None, root: str) -> str:
    line = becomes or was
    if line is None:
        return ""
    amounts = [each.amount if each else None for each in (was, becomes)]
    known = None if amounts[0] is None or amounts[1] is None else amounts[1] - amounts[0]
    return row(
        element("th", link(f"{root}codes/{line.code.lower()}/", line.code), scope="row"),
        cell(text(" / ".join(_modifiers(was, becomes)))),
        *(cell(str(each.units) if each else "—", "number") for each in (was, becomes)),
        *(
            cell(_amount(each, amount), "number")
            for each, amount in zip((was, becomes), amounts, strict=True)
        ),
        cell("—" if was is None or becomes is None else signed(known), "number"),
    )


def _modifiers(was: Line | None, becomes: Line | None) -> list[str]:
    """Write the modifiers of both days, once where they are the same."""
    return list(dict.fromkeys(" ".join(each.modifiers) for each in (was, becomes) if each))


def _amount(line: Line | None, amount: Decimal | None) -> str:
    if line is None:
        return "no line"
    return NO_AMOUNT if amount is None else plain(amount)


def _parts(compared: Comparison) -> str:
    head = heads(("What moved", ""), *((words, "number") for words in SUM_WORDS))
    days = [answer.visit.day for answer in (compared.first, compared.second)]
    rows = [
        _sums_row(str(days[0]), sums(compared.first)),
        *(_changes_row(_named(move), move.changes()) for move in compared.moves),
        _sums_row(str(days[1]), sums(compared.second)),
        _changes_row("In all", changes(compared.first, compared.second)),
    ]
    name = element("caption", "Part by part")
    table = element("table", name, head, element("tbody", *rows), class_="figures parts")
    return scroller(table, "Part by part")


def _named(move: Move) -> str:
    return capitalised(move.words)


def _sums_row(words: str, amounts: tuple[Decimal | None, ...]) -> str:
    cells = [cell(NO_AMOUNT if each is None else plain(each), "number") for each in amounts]
    return row(element("th", text(words), scope="row"), *cells, class_="sum")


def _changes_row(words: str, moved: dict[str, Decimal | None]) -> str:
    cells = [cell(signed(each), "number") for each in moved.values()]
    return row(element("th", text(words), scope="row"), *cells)


def _moves(moves: tuple[Move, ...], reference: Reference, root: str) -> str:
    items = [
        element(
            "li",
            element("b", text(_named(move))),
            f". {text(move.step.says)} ",
            f"{element('b', text(move.step.gives))} " if move.step.gives else "",
            element(
                "span",
                ", ".join(source(key, reference, root) for key in move.step.cites),
                class_="cites",
            ),
        )
        for move in moves
    ]
    return element("ol", *items, class_="moves") if items else ""
