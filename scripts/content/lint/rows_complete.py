"""Every code is in some RVU table, and every locality in every GPCI table."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each code without any RVUs and each locality that a year leaves out."""
    valued = {row.code for table in content.rvu for row in table.rows}
    for code in content.codes:
        if code not in valued:
            takes = "a row in one table of rvu/ at least"
            yield Problem(f"codes/{code}.yaml", "", "no RVUs", takes)
    for table in content.gpci:
        indexed = {row.locality for row in table.rows}
        for place in content.localities.rows:
            if place.key not in indexed:
                takes = f"one for {place.key}, as for every locality"
                yield Problem(f"{table.path}.csv", "", "no row", takes)
