"""Corrections and points are numbered from 01 on, without a gap."""

from collections.abc import Collection, Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each file whose name is not the number due."""
    yield from _numbered("corrections", content.corrections)
    yield from _numbered("points", content.points)


def _numbered(folder: str, keys: Collection[str]) -> Iterator[Problem]:
    for number, key in enumerate(sorted(keys), start=1):
        if key != f"{number:02}":
            yield Problem(f"{folder}/{key}.yaml", "", f"the name {key}", f"{number:02}, the next")
            return
