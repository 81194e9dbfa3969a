"""A file of edits has at most one active edit for a pair, whichever of the two is column one."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each active edit of a pair that has one already, and each pair of one code."""
    for table in content.ptp:
        seen: set[frozenset[str]] = set()
        for line, row in enumerate(table.rows, start=2):
            pair = frozenset((row.column_one, row.column_two))
            got = f"{row.column_one} with {row.column_two}"
            if len(pair) == 1:
                yield Problem(f"{table.path}.csv", "column_two", got, "two different codes", line)
            if row.active and pair in seen:
                takes = "one active edit for a pair"
                yield Problem(f"{table.path}.csv", "column_one", f"{got} again", takes, line)
            if row.active:
                seen.add(pair)
