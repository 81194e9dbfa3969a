"""No two MUE tables answer for one day; quarters between them may be missing, unseen."""

from collections.abc import Iterator
from itertools import pairwise

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each table that begins before the one before it ends."""
    for before, after in pairwise(content.mue):
        if after.release.start <= before.release.end:
            takes = f"a day after {before.release.end}, when {before.path} ends"
            yield Problem(f"{after.path}.yaml", "from", after.release.start, takes)
