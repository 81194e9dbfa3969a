"""No two MUE tables, and no two tables of edits of one setting, answer for one day.

Quarters between them may be missing, unseen.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts.content.load import Content
from scripts.content.model import ReleaseFile
from scripts.content.problems import Problem
from scripts.content.reader import Table
from scripts.content.values import Frozen


def lint(content: Content) -> Iterator[Problem]:
    """Report each table that begins before the one before it ends."""
    yield from _overlaps(content.mue)
    for setting in sorted({table.release.setting for table in content.ptp}):
        yield from _overlaps([each for each in content.ptp if each.release.setting == setting])


def _overlaps(tables: Sequence[Table[ReleaseFile, Frozen]]) -> Iterator[Problem]:
    for before, after in pairwise(tables):
        if after.release.start <= before.release.end:
            takes = f"a day after {before.release.end}, when {before.path} ends"
            yield Problem(f"{after.path}.yaml", "from", after.release.start, takes)
