"""What Medicare uses instead of a code is another code of the family."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each `instead` that leads nowhere, or back to its own code."""
    for code, file in content.codes.items():
        named = file.instead.code if file.instead else None
        if named is not None and named not in content.codes.keys() - {code}:
            takes = "another code that has a file in codes/"
            yield Problem(f"codes/{code}.yaml", "instead.code", named, takes)
