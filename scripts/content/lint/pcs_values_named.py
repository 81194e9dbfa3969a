"""Every character of a PCS table has one title where it stands, and no title is for nothing."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.model.pcs import PcsTableRow
from scripts.content.problems import Problem

Place = tuple[int, str, str]  # position, what stands before it, character


def lint(content: Content) -> Iterator[Problem]:
    """Report each value without a title, each title twice, and each that no table uses."""
    values = content.pcs.values
    file = f"{values.path}.csv"
    named: set[Place] = set()
    for line, row in enumerate(values.rows, start=2):
        place = (row.position, row.after, row.value)
        if place in named:
            yield Problem(file, "value", f"{_said(place)} again", "one title for each", line)
        named.add(place)
    used: set[Place] = set()
    for table in content.pcs.tables:
        for line, entry in enumerate(table.rows, start=2):
            for place in _places(entry):
                if place not in named and place not in used:
                    yield Problem(
                        f"{table.path}.csv", "", _said(place), f"one that {file} names", line
                    )
                used.add(place)
    for line, row in enumerate(values.rows, start=2):
        place = (row.position, row.after, row.value)
        if place not in used:
            yield Problem(file, "value", _said(place), "a value that a row of tables/ has", line)


def _places(row: PcsTableRow) -> Iterator[Place]:
    first, second, third = tuple(row.table)
    yield from ((1, "", first), (2, first, second), (3, first + second, third))
    yield from ((4, "", value) for value in row.regions)
    yield from ((5, row.table, value) for value in row.type_qualifiers)
    yield from ((6, "", value) for value in row.equipment)
    yield from ((7, "", value) for value in row.qualifiers)


def _said(place: Place) -> str:
    position, after, value = place
    return f"{value} in position {position}" + (f" after {after}" if after else "")
