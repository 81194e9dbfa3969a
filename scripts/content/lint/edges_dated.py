"""Where two releases of ICD-10-CM differ about a code, its file says on which day it changed."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.validity import held_rows

DAY = timedelta(days=1)


def lint(content: Content) -> Iterator[Problem]:
    """Report each change without a day between the releases that show it."""
    for code, file in content.diagnoses.items():
        for old, new in pairwise(held_rows(content, code)):
            if old.row.billable == new.row.billable:
                continue
            name = "ends" if old.row.billable else "begins"
            first = old.release.end if old.row.billable else old.release.end + DAY
            last = new.release.start - DAY if old.row.billable else new.release.start
            edge = file.ends if old.row.billable else file.begins
            day = edge.day if edge else None
            if day is None or not first <= day <= last:
                takes = f"a day from {first} to {last}"
                yield Problem(f"diagnoses/{code}.yaml", name, day or "nothing", takes)
