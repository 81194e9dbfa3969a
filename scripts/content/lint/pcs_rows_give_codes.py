"""The rows of the PCS tables, expanded, give exactly the list of codes, each once, day for day."""

from collections.abc import Iterator
from datetime import date

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each code that only the tables or only the list has, or that comes twice."""
    codes = content.pcs.codes
    listed = {row.code: row.since or codes.release.start for row in codes.rows}
    given: dict[str, date] = {}
    yield from _rows(content, listed, given)
    file = f"{codes.path}.csv"
    seen: set[str] = set()
    for line, row in enumerate(codes.rows, start=2):
        start = given.get(row.code)
        if row.code in seen:
            yield Problem(file, "code", f"{row.code} again", "each code once", line)
        elif start is None:
            yield Problem(file, "code", row.code, "a code that a row of tables/ gives", line)
        elif listed[row.code] != start:
            takes = f"{start}, when its row of tables/ begins"
            yield Problem(file, f"{row.code} since", listed[row.code], takes, line)
        seen.add(row.code)


def _rows(content: Content, listed: dict[str, date], given: dict[str, date]) -> Iterator[Problem]:
    """Note the day from which each code is given, in `given`."""
    for table in content.pcs.tables:
        file = f"{table.path}.csv"
        for line, row in enumerate(table.rows, start=2):
            for code in row.codes:
                if code in given:
                    yield Problem(file, "", f"{code} again", "one row for each code", line)
                elif code not in listed:
                    takes = f"a code that {content.pcs.codes.path}.csv has"
                    yield Problem(file, "", code, takes, line)
                given.setdefault(code, table.release.start)
