"""The lists of PCS codes hold as many on each day as their releases are known to have."""

from collections.abc import Iterator
from datetime import date

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each stated count that the list does not come to."""
    codes, msdrg = content.pcs.codes, content.pcs.msdrg
    begun = [row.since or codes.release.start for row in codes.rows]
    lists = ((codes, begun), (msdrg, [row.since for row in msdrg.rows]))
    for table, days in lists:
        for place, count in enumerate(table.release.counts):
            held = _held(days, count.start)
            if held != count.codes:
                takes = f"{held}, which the list has on {count.start}"
                yield Problem(f"{table.path}.yaml", f"counts[{place}].codes", count.codes, takes)


def _held(days: list[date], day: date) -> int:
    return sum(start <= day for start in days)
