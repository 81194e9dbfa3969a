"""Every file in content/ is read: a CSV has its YAML beside it, nothing lies elsewhere."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each file that nothing reads."""
    read = {f"{table.path}.csv" for table in content.tables()} | {
        *content.documents,
        *content.prose,
    }
    for file in content.files:
        if file not in read:
            yield Problem(file, "", "a file that nothing reads", _takes(PurePosixPath(file)))


def _takes(file: PurePosixPath) -> str:
    if file.suffix == ".csv":
        return f"{file.stem}.yaml beside it, with release, standing, sources, from and to"
    return "a place and a name that scripts/content/load.py looks for"
