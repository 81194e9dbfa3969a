"""A modifier's file bears its name in lower case."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each file with another name."""
    for key, file in content.modifiers.items():
        if key != file.modifier.lower():
            takes = f"{key.upper()}, or the file {file.modifier.lower()}.yaml"
            yield Problem(f"modifiers/{key}.yaml", "modifier", file.modifier, takes)
