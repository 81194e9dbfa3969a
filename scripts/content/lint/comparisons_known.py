"""Codes that are compared are codes that are held, in an order without ties."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each comparison of an unknown code and each place in the order taken twice."""
    places: set[int] = set()
    for code, comparison in content.comparisons.items():
        file = f"comparisons/{code}.yaml"
        if code not in content.codes:
            yield Problem(file, "", code, "one that codes/ has")
        if comparison.order in places:
            yield Problem(file, "order", comparison.order, "a place of its own")
        places.add(comparison.order)
