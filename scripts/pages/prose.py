"""What is wrong with a written page: includes that lead nowhere, figures typed by hand."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from scripts.content.prose import INCLUDE, typed
from scripts.pages.blocks import FENCE

HEAD = re.compile(r"\A---\n(?P<text>.*?)^---$", re.MULTILINE | re.DOTALL)


def problems(text: str, file: str, include: Path, *, figures: bool) -> Iterator[str]:
    """Yield `file:line: …` for each fault; `figures` tells whether typed figures are one."""
    yield from _head(text, file)
    for number, line in enumerate(FENCE.sub(_blank, text).splitlines(), start=1):
        for name in INCLUDE.findall(line):
            if not (include / name).is_file():
                takes = "takes a file of build/include"
                yield f"{file}:{number}: nothing to include: got {name}, {takes}"
            elif not line.startswith("{!") and "\n" in (include / name).read_text().strip():
                yield f"{file}:{number}: {name} has several lines and must begin its own"
        found = typed(line) if figures else None
        if found:
            takes = "an include or an example, so that it is computed"
            yield f"{file}:{number}: a typed figure: got {found!r}, takes {takes}"


def _head(text: str, file: str) -> Iterator[str]:
    """Yield what is wrong with the page's head: the site builder would print it as text."""
    head = HEAD.match(text)
    try:
        data = yaml.safe_load(head["text"]) if head else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        yield f"{file}:{line}: not YAML: {error.problem}"
        return
    if not isinstance(data, dict):
        yield f"{file}:1: the page's head: got {data!r}, takes names and values"


def _blank(match: re.Match[str]) -> str:
    """Take a block out and leave its lines, so that those after it keep their numbers."""
    return "\n" * match[0].count("\n")
