"""A code that one release of the RVUs holds is in the next one too: none falls out unnoticed."""

from collections.abc import Iterator
from itertools import pairwise

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each code whose row a later release lacks."""
    for before, after in pairwise(content.rvu):
        held = {row.code for row in after.rows}
        for row in before.rows:
            if row.code not in held:
                takes = f"one for {row.code}, as {before.path}.csv has"
                yield Problem(f"{after.path}.csv", "", "no row", takes)
