"""What holds from one day to another ends no earlier than it begins."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem
from scripts.content.values import Dated


def lint(content: Content) -> Iterator[Problem]:
    """Report each period and each release that ends before it begins."""
    for key, figure in content.figures.items():
        for place, period in enumerate(figure.periods):
            yield from _end(f"figures/{key}.yaml", f"periods[{place}].to", period)
    for table in content.tables():
        yield from _end(f"{table.path}.yaml", "to", table.release)


def _end(file: str, field: str, dated: Dated) -> Iterator[Problem]:
    if dated.end < dated.start:
        yield Problem(file, field, dated.end, f"{dated.start} or a later day")
