"""A risk group with factors has one for each kind of patient."""

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from scripts.content.diagnosis_rows import Segment
from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each group of a table of factors that lacks a segment or has one twice."""
    for table in content.hcc_factors:
        segments: dict[str, list[str]] = defaultdict(list)
        for row in table.rows:
            segments[row.hcc].append(row.segment)
        for hcc, found in segments.items():
            if sorted(found) != sorted(get_args(Segment)):
                got = f"HCC {hcc} with {', '.join(sorted(found))}"
                takes = f"one row for each of {', '.join(get_args(Segment))}"
                yield Problem(f"{table.path}.csv", "segment", got, takes)
