"""A risk group with factors has one for each kind of patient."""

from collections.abc import Iterator
from typing import get_args

from scripts.content.diagnosis_rows import Segment
from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each group of a table of factors that lacks a segment or has one twice."""
    for table in content.hcc_factors:
        for hcc in dict.fromkeys(row.hcc for row in table.rows):
            found = sorted(row.segment for row in table.rows if row.hcc == hcc)
            if found != sorted(get_args(Segment)):
                got = f"HCC {hcc} with {', '.join(found)}"
                takes = f"one row for each of {', '.join(get_args(Segment))}"
                yield Problem(f"{table.path}.csv", "segment", got, takes)
