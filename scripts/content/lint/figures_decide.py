"""A figure that the calculator decides with is neither unverified nor disputed."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem

TAKES = "official, derived or secondary: a figure that is in doubt never decides an answer"
IN_DOUBT = {"unverified", "disputed"}


def lint(content: Content) -> Iterator[Problem]:
    """Report each figure and each release of RVUs or GPCIs that is in doubt."""
    for key, figure in content.figures.items():
        for place, period in enumerate(figure.periods):
            if period.standing in IN_DOUBT:
                field = f"periods[{place}].standing"
                yield Problem(f"figures/{key}.yaml", field, period.standing, TAKES)
    for table in (*content.rvu, *content.gpci):
        if table.release.standing in IN_DOUBT:
            yield Problem(f"{table.path}.yaml", "standing", table.release.standing, TAKES)
