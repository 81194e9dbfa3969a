"""Which tables to hold against each other, and which of their rows tell another thing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from scripts.content.diagnosis_rows import FactorRow, HccRow, IcdRow
from scripts.content.load import Content
from scripts.content.model import ReleaseFile
from scripts.content.model.pcs import (
    PcsCodeRow,
    PcsDefinitionRow,
    PcsListedRow,
    PcsTableRow,
    PcsValueRow,
)
from scripts.content.model.updates import Moved
from scripts.content.reader import Table
from scripts.content.rows import GpciRow, LocalityRow, RvuRow
from scripts.content.values import Frozen
from scripts.pages.releases import series

AnyTable: TypeAlias = Table[ReleaseFile, Frozen]
Key = tuple[str, ...]

# The fields that name a row, and those that tell it where it has come or gone.
NAMES: Mapping[type[Frozen], Key] = {
    RvuRow: ("code",),
    GpciRow: ("locality",),
    LocalityRow: ("key",),
    IcdRow: ("code",),
    HccRow: ("code",),
    FactorRow: ("hcc", "segment"),
    PcsCodeRow: ("code",),
    PcsDefinitionRow: ("position", "title"),
    PcsListedRow: ("code",),
    PcsTableRow: ("table", "row"),
    PcsValueRow: ("position", "after", "value"),
}
TELLS: Mapping[type[Frozen], Key] = {
    RvuRow: ("status", "nonfacility_total"),
    HccRow: ("hcc",),
    FactorRow: ("factor",),
}
# What is told of a row in other words than its fields'.
LABELS = {"hcc": "risk group"}


def pairs(before: Content, after: Content) -> Iterator[tuple[AnyTable | None, AnyTable]]:
    """Yield each table that is new or differs, beside what it is held against.

    That is the same release as it was, or the newest of its series that began before it.
    """
    held = {table.path: table for table in before.tables()}
    for table in after.tables():
        same = held.get(table.path)
        if same is None:
            yield _predecessor(held.values(), table), table
        elif same.rows != table.rows:
            yield same, table


def _predecessor(held: Iterable[AnyTable], table: AnyTable) -> AnyTable | None:
    start, kind = table.release.start, series(table.path)
    earlier = [each for each in held if series(each.path) == kind and each.release.start < start]
    return max(earlier, key=lambda each: each.release.start, default=None)


def rows(before: AnyTable, after: AnyTable) -> Iterator[Moved]:
    """Yield every field of a row that differs, and every row that has come or gone."""
    old, new = _by_name(before), _by_name(after)
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was is None or now is None:
            yield Moved(what=_name(name), before=_tells(was), now=_tells(now))
            continue
        for field in type(now).model_fields:
            values = getattr(was, field, None), getattr(now, field)
            if values[0] != values[1]:
                what = f"{_name(name)}: {LABELS.get(field, field.replace('_', ' '))}"
                yield Moved(what=what, before=written(values[0]), now=written(values[1]))


def _by_name(table: AnyTable) -> dict[Key, Frozen]:
    return {
        tuple(str(getattr(row, field)) for field in NAMES[type(row)]): row for row in table.rows
    }


def _name(name: Key) -> str:
    return ", ".join(part for part in name if part)


def _tells(row: Frozen | None) -> str | None:
    """Write a row that the other table lacks."""
    if row is None:
        return None
    fields = TELLS.get(type(row), ())
    return ", ".join(filter(None, (written(getattr(row, each)) for each in fields))) or "listed"


def written(value: object) -> str | None:
    """Write a value of a row as it stands in its file; None where the cell is empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " ".join(map(str, value)) or None
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None or value == "" else str(value)
