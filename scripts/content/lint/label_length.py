"""A label is our own words, at most eight: longer ones drift towards the descriptor."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem

MOST = 8


def lint(content: Content) -> Iterator[Problem]:
    """Report each label that is longer."""
    for code, file in content.codes.items():
        words = len(file.label.split())
        if words > MOST:
            yield Problem(f"codes/{code}.yaml", "label", f"{words} words", f"at most {MOST}")
