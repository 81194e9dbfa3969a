"""The answer beside the same visit in other ways; what differs is told in words."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from calculator.compare import sums
from calculator.render.markup import cell, element, heads, row, scroller, text
from calculator.render.sentence import NO_AMOUNT
from calculator.words.answer import Answer
from calculator.words.claim import Line
from calculator.words.money import dollars
from calculator.words.sentences import capitalised, listed, number

NAME = "Side by side"
SUMS = ("Allowed", "Medicare pays", "Patient pays")
READING = ("Other reading", "of the assistants’ reduction")
ORDER = "Columns stand in a fixed order, never sorted by money."

Units = dict[str, int]  # by code and plan of care
Sums = tuple[Decimal | None, ...]


class Column(NamedTuple):
    """One way to answer the visit: its name, what is other about it, units, and sums in dollars."""

    name: str
    note: str
    units: Units
    sums: Sums


def section(answer: Answer, others: Iterable[tuple[str, str, Answer]]) -> str:
    """Make the section of the answer and its other ways; empty where there is nothing to bill."""
    shown = Column("Shown", answer.visit.method.named, _units(answer.lines), sums(answer))
    columns = [Column(name, note, _units(other.lines), sums(other)) for name, note, other in others]
    if answer.other_reading and answer.other_reading != answer.settled:
        net = answer.other_reading
        paid = (answer.allowed, net.medicare_pays, net.patient_pays)
        columns.append(Column(*READING, shown.units, paid))
    if not columns or not answer.lines:
        return ""
    return element(
        "section",
        element("h3", NAME),
        scroller(_table(shown, columns), "The answer in other ways"),
        element("ul", *(_item(shown, each) for each in columns), class_="one-by-one"),
        element("p", ORDER, class_="note"),
        class_="side-by-side",
        aria_label="Other ways",
    )


def differences(shown: Column, other: Column) -> str:
    """Say what differs from the shown way: 97530 one unit less; $4.20 less allowed."""
    said = []
    for name in dict.fromkeys((*shown.units, *other.units)):
        more = other.units.get(name, 0) - shown.units.get(name, 0)
        if more:
            said.append(f"{name} {number(abs(more))} {'more' if more > 0 else 'less'}")
    parts = [listed(said)] if said else ["the same units"]
    for words, was, becomes in zip(SUMS, shown.sums, other.sums, strict=True):
        if was != becomes:
            parts.append(f"{words} {_moved(was, becomes)}")
    if len(parts) == 1:
        parts.append("the same amounts")
    return capitalised("; ".join(parts))


def _units(lines: tuple[Line, ...]) -> Units:
    plans = {line.discipline for line in lines}
    units: Units = {}
    for line in lines:
        name = line.code if len(plans) == 1 else f"{line.code} {line.discipline}"
        units[name] = units.get(name, 0) + line.units
    return units


def _moved(was: Decimal | None, becomes: Decimal | None) -> str:
    if was is None or becomes is None:
        return NO_AMOUNT
    if was == becomes:
        return "same"
    return f"{dollars(abs(becomes - was))} {'more' if becomes > was else 'less'}"


def _item(shown: Column, other: Column) -> str:
    name = element("b", text(f"{other.name}, {other.note}"))
    totals = ", ".join(
        f"{words} {NO_AMOUNT if each is None else dollars(each)}"
        for words, each in zip(SUMS, other.sums, strict=True)
    )
    said = f"{differences(shown, other)}. {totals}."
    return element("li", name, ": ", text(said))


def _table(shown: Column, columns: list[Column]) -> str:
    every = [shown, *columns]
    head = heads(
        ("", ""),
        *((f"{text(each.name)} {_note(each.note)}", "number") for each in every),
    )
    names = dict.fromkeys(name for each in every for name in each.units)
    rows = [_units_row(name, every) for name in names]
    rows += [_sums_row(words, place, every) for place, words in enumerate(SUMS)]
    said = [cell("—"), *(cell(text(differences(shown, each))) for each in columns)]
    rows.append(row(element("th", "Differs in", scope="row"), *said, class_="differs"))
    caption = element("caption", NAME)
    return element("table", caption, head, element("tbody", *rows), class_="figures")


def _units_row(name: str, every: list[Column]) -> str:
    was = every[0].units.get(name, 0)
    cells = []
    for place, each in enumerate(every):
        units = each.units.get(name, 0)
        moved = f"{abs(units - was)} {'more' if units > was else 'less'}" if units != was else ""
        cells.append(cell(f"{units}{_note(moved) if place else ''}", "number"))
    return row(element("th", text(f"{name} units"), scope="row"), *cells)


def _sums_row(words: str, place: int, every: list[Column]) -> str:
    was = every[0].sums[place]
    cells = [
        cell(
            f"{NO_AMOUNT if each.sums[place] is None else dollars(each.sums[place] or Decimal(0))}"
            f"{_note(_moved(was, each.sums[place])) if each is not every[0] else ''}",
            "number",
        )
        for each in every
    ]
    return row(element("th", words, scope="row"), *cells, class_="sum")


def _note(words: str) -> str:
    return element("span", text(words), class_="note") if words else ""
