"""A time base that is held says how well it is supported; another says nothing more."""

from collections.abc import Iterator

from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each held time base without standing or sources, and support for what is not held."""
    for code, file in content.codes.items():
        where, time = f"codes/{code}.yaml", file.time
        if time.timing == "not_held":
            if time.standing or time.sources:
                yield Problem(
                    where, "time.standing", time.standing, "no support for what is not held"
                )
        elif time.standing is None or not time.sources:
            yield Problem(where, "time", "no standing or no sources", "both, where a base is held")
