"""Work, practice expense and malpractice RVUs add up to the total, non-facility and facility."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each total that is not the sum of its parts."""
    for table in content.rvu:
        for line, row in enumerate(table.rows, start=2):
            expenses = {
                "nonfacility_total": row.practice_expense,
                "facility_total": row.facility_practice_expense,
            }
            for field, expense in expenses.items():
                total = row.work + expense + row.malpractice
                if getattr(row, field) != total:
                    takes = f"{row.work} + {expense} + {row.malpractice} = {total}"
                    where = f"{row.code} {field}"
                    yield Problem(f"{table.path}.csv", where, getattr(row, field), takes, line)
