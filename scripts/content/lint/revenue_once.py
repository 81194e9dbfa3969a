"""Every plan of care has one revenue code."""

from collections.abc import Iterator
from typing import get_args

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.values import Discipline


def lint(content: Content) -> Iterator[Problem]:
    """Hold the plans of content/revenue/ against the disciplines there are."""
    seen: set[str] = set()
    for key, file in content.revenue.items():
        if file.discipline in seen:
            yield Problem(f"revenue/{key}.yaml", "discipline", file.discipline, "a plan once")
        seen.add(file.discipline)
    for missing in (each for each in get_args(Discipline) if each not in seen):
        yield Problem("revenue", "", f"none for {missing}", "one file a plan of care")
