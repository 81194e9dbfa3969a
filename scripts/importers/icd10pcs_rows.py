"""Codes that a release added, as rows of tables: sets of characters that all combine."""

from collections.abc import Iterator, Mapping, Set as AbstractSet
from itertools import product

from scripts.importers.icd10pcs_xml import ROW_FIELDS
from scripts.importers.imported import Row

Sets = tuple[str, ...]  # regions, type qualifiers, equipment, qualifiers


def grouped(
    rows: tuple[Row, ...], added: AbstractSet[str], last: Mapping[str, int]
) -> tuple[Row, ...]:
    """Give rows for the added codes alone; a table's numbers go on after its `last`."""
    found, numbers = list[Row](), dict(last)
    for row in rows:
        table = row["table"]
        every = product(*(row[name] for name in ROW_FIELDS))
        mine = [each for each in every if table + "".join(each) in added]
        for sets in _merged(mine):
            numbers[table] = numbers.get(table, 0) + 1
            number = {"table": table, "row": str(numbers[table])}
            found.append(number | dict(zip(ROW_FIELDS, sets, strict=True)))
    return tuple(found)


def _merged(sets: list[Sets]) -> Iterator[Sets]:
    """Join sets that differ in one place, place after place, until no two can be joined."""
    for place in range(len(ROW_FIELDS)):
        joined: dict[Sets, str] = {}
        for each in sets:
            rest = (*each[:place], *each[place + 1 :])
            joined[rest] = joined.get(rest, "") + each[place]
        sets = [(*rest[:place], mine, *rest[place:]) for rest, mine in joined.items()]
    yield from sets
