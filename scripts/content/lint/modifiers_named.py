"""A modifier's file bears its name in lower case, and prose stands beside a modifier's file."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each file with another name, and each prose without a modifier."""
    for key, file in content.modifiers.items():
        if key != file.modifier.lower():
            takes = f"{key.upper()}, or the file {file.modifier.lower()}.yaml"
            yield Problem(f"modifiers/{key}.yaml", "modifier", file.modifier, takes)
    for path in content.prose:
        key = PurePosixPath(path).stem
        if key not in content.modifiers:
            yield Problem(path, "", "prose alone", f"{key}.yaml beside it")
