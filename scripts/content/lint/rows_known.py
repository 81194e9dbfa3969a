"""Every row of a table is about a code or a locality that is held, and stands there once."""

from collections.abc import Collection, Iterator

from scripts.content.load import Content
from scripts.content.model import ReleaseFile
from scripts.content.problems import Problem
from scripts.content.reader import Table
from scripts.content.values import Frozen


def lint(content: Content) -> Iterator[Problem]:
    """Report each row about something unknown and each row that comes twice."""
    places = {row.key for row in content.localities.rows}
    for rvu in content.rvu:
        yield from _rows(rvu, ("code",), content.codes, "codes/")
    for mue in content.mue:
        yield from _rows(mue, ("code", "setting"), content.codes, "codes/")
    for gpci in content.gpci:
        yield from _rows(gpci, ("locality",), places, "localities.csv")
    yield from _rows(content.localities, ("key",), places, "localities.csv")


def _rows(
    table: Table[ReleaseFile, Frozen], names: tuple[str, ...], known: Collection[str], where: str
) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for line, row in enumerate(table.rows, start=2):
        identity = tuple(getattr(row, name) for name in names)
        file, field, got = f"{table.path}.csv", names[0], " ".join(identity)
        if identity[0] not in known:
            yield Problem(file, field, identity[0], f"one that {where} has", line)
        if identity in seen:
            yield Problem(file, field, f"{got} again", "one row for each", line)
        seen.add(identity)
