"""Every edit is about a code that the scope of its file names."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each edit neither of whose codes is named, and each outside the ranges given."""
    for table in content.ptp:
        scope = table.release.scope
        named = {*scope.among, *scope.with_any}
        for line, row in enumerate(table.rows, start=2):
            got = f"{row.column_one} with {row.column_two}"
            if named.isdisjoint((row.column_one, row.column_two)):
                takes = "a code of among or with_any"
                yield Problem(f"{table.path}.csv", "column_one", got, takes, line)
            ranges = scope.column_one
            if ranges and not any(each.holds(row.column_one) for each in ranges):
                takes = "a code of the scope's ranges"
                yield Problem(f"{table.path}.csv", "column_one", row.column_one, takes, line)
