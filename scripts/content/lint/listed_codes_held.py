"""The codes that the corrected page lists are codes that are held here."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each that has no file."""
    for number, code in enumerate(content.groups.listed):
        if code not in content.codes:
            takes = f"a code with a file: codes/{code}.yaml is missing"
            yield Problem("groups.yaml", f"listed[{number}]", code, takes)
