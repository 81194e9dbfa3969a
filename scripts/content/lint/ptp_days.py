"""An edit ends no earlier than it begins, is active under 0 or 1, and has days where promised."""

from collections.abc import Iterator

from scripts.content.edit_rows import PtpRow
from scripts.content.load import Content
from scripts.content.model.edits import Scope
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each edit whose days or indicator contradict each other or the scope of its file."""
    for table in content.ptp:
        for line, row in enumerate(table.rows, start=2):
            for field, got, takes in _wrong(row, table.release.scope):
                name = f"{row.column_one} with {row.column_two} {field}"
                yield Problem(f"{table.path}.csv", name, got, takes, line)


def _wrong(row: PtpRow, scope: Scope) -> Iterator[tuple[str, object, str]]:
    if row.active and row.indicator == "9":
        yield "indicator", "9", "0 or 1 in an active edit"
    if row.effective and row.deleted and row.deleted < row.effective:
        yield "deleted", row.deleted, f"{row.effective} or a later day"
    if scope.own_dates != (row.effective is not None):
        yield "effective", row.effective or "nothing", f"own_dates: {not scope.own_dates}"
    if row.deleted and not scope.deleted_too:
        yield "deleted", row.deleted, "deleted_too: true"
