"""A code that one release of the RVUs holds is in the next one too, or said to be deleted there."""

from collections.abc import Iterator
from itertools import pairwise

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each code whose row a later release lacks without a word, or has though deleted."""
    for before, after in pairwise(content.rvu):
        held, deleted = {row.code for row in after.rows}, after.release.deleted
        for place, code in enumerate(deleted):
            if code in held:
                takes = f"no code that {after.path}.csv has"
                yield Problem(f"{after.path}.yaml", f"deleted[{place}]", code, takes)
        for row in before.rows:
            if row.code not in held and row.code not in deleted:
                takes = f"one for {row.code}, as {before.path}.csv has"
                yield Problem(f"{after.path}.csv", "", "no row", takes)
