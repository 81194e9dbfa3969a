"""The rows of the PCS tables, expanded, give exactly the list of codes, each once, day for day."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each code that only the tables or only the list has, or that comes twice."""
    files = content.pcs
    listed: dict[str, date] = {}
    place = f"{files.codes.path}.csv"
    for line, row in enumerate(files.codes.rows, start=2):
        if row.code in listed:
            yield Problem(place, "code", f"{row.code} again", "each code once", line)
        listed[row.code] = row.since or files.codes.release.start
    given: dict[str, date] = {}
    for table in files.tables:
        file = f"{table.path}.csv"
        for line, row in enumerate(table.rows, start=2):
            sets = (row.regions, row.type_qualifiers, row.equipment, row.qualifiers)
            for code in (row.table + "".join(each) for each in product(*sets)):
                if code in given:
                    yield Problem(file, "", f"{code} again", "one row for each code", line)
                elif code not in listed:
                    yield Problem(file, "", code, f"a code that {place} has", line)
                given.setdefault(code, table.release.start)
    for line, row in enumerate(files.codes.rows, start=2):
        start = given.get(row.code)
        if start is None:
            yield Problem(place, "code", row.code, "a code that a row of tables/ gives", line)
        elif listed[row.code] != start:
            takes = f"{start}, when its row of tables/ begins"
            yield Problem(place, f"{row.code} since", listed[row.code], takes, line)
