"""The lints: what the files of content/ have to mean, one meaning a file."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module

from scripts.content.load import Content
from scripts.content.problems import Problem

Lint = Callable[[Content], Iterator[Problem]]

LINTS: dict[str, Lint] = {
    module.name: import_module(f"{__name__}.{module.name}").lint
    for module in pkgutil.iter_modules(__path__)
}


def problems_in(content: Content) -> list[Problem]:
    """Run every lint; each problem comes with the line of its field."""
    found = (problem for lint in LINTS.values() for problem in lint(content))
    return [_placed(content, problem) for problem in found]


def _placed(content: Content, problem: Problem) -> Problem:
    if problem.line or problem.file not in content.documents:
        return problem
    return replace(problem, line=content.line(problem.file, problem.field))
