"""What is called official rests on a source that is official."""

from collections.abc import Iterator

from scripts.content.cited import supported
from scripts.content.load import Content
from scripts.content.problems import Problem


def lint(content: Content) -> Iterator[Problem]:
    """Report each official statement whose sources are all of another standing."""
    for file, field, standing, sources in supported(content):
        known = [content.sources[key] for key in sources if key in content.sources]
        standings: set[str] = {source.standing for source in known}
        if standing == "official" and "official" not in standings:
            takes = f"{_best(standings)}, as its sources are, or a source that is official"
            yield Problem(file, field, standing, takes)


def _best(standings: set[str]) -> str:
    order = ("derived", "secondary", "unverified", "disputed")
    return next((standing for standing in order if standing in standings), "unverified")
