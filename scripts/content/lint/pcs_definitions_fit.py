"""Every official definition belongs to a value of a table, and every root type has one."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.pcs import ROOT_TYPE, definition_of
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each definition of nothing and each root type without a definition."""
    values, definitions = content.pcs.values, content.pcs.definitions
    fitting = [(row, definition_of(content, row)) for row in values.rows]
    used = {id(found) for _, found in fitting}
    for line, row in enumerate(definitions.rows, start=2):
        if id(row) not in used:
            takes = f"the title of a value in {values.path}.csv"
            yield Problem(f"{definitions.path}.csv", "title", row.title, takes, line)
    for line, (value, found) in enumerate(fitting, start=2):
        if value.position == ROOT_TYPE and found is None:
            takes = f"a definition in {definitions.path}.csv"
            yield Problem(f"{values.path}.csv", "title", value.title, takes, line)
