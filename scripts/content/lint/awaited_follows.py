"""What is awaited begins on the day after what it follows ends."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each release or figure that is not held, and each that ends on another day."""
    ends = _ends(content)
    for place, awaited in enumerate(content.awaited.awaited):
        for number, name in enumerate(awaited.follows):
            field = f"awaited[{place}].follows[{number}]"
            due = ends[name] + timedelta(days=1) if name in ends else None
            if due is None:
                takes = "a release or figure that is held, such as rvu/rvu26b or figures/deductible"
                yield Problem("awaited.yaml", field, name, takes)
            elif awaited.needed_from != due:
                takes = f"{due}, the day after {name} ends"
                where = f"awaited[{place}].needed_from"
                yield Problem("awaited.yaml", where, awaited.needed_from, takes)


def _ends(content: Content) -> Mapping[str, date]:
    ends = {table.path: table.release.end for table in content.tables()}
    figures = {f"figures/{key}": file for key, file in content.figures.items()}
    return ends | {name: file.periods[-1].end for name, file in figures.items()}
